// node main.js MCP-ADDRESS TABLEAU-ADDRESS
//
// Connects to the sample as any MCP client does: refused at first, it finds its own way to an access token, calls the tools,
// comes back with a refresh, and signs in anew when the refresh token was revoked. Exit code 0 means that all of it worked.

import assert from 'node:assert/strict';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

import { signIn } from './person.js';
import { Provider } from './provider.js';

const JO = { name: 'jo@corp.example', site: 'sales', luid: '7d0c3a52-0002-4f6e-9b1a-0a0b0c0d0e0f' };

const server = new URL(process.argv[2]);
const tableau = new URL(process.argv[3]);
const issuer = server.href.slice(0, -'/mcp'.length);
const provider = new Provider((address) => signIn(address, [server.origin, tableau.origin], JO));

await step('is refused, signs in, and calls the tools', async () => {
  const refused = transport();
  await assert.rejects(client().connect(refused), UnauthorizedError);
  assert.equal(provider.signIns, 1);
  const asked = provider.authorizationUrl.searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('resource'), server.href);
  assert.equal(provider.answer.get('iss'), issuer);
  await refused.finishAuth(provider.answer.get('code'));
  await useTools();
});

await step('comes back with the token it has', useTools);

await step('comes back with a refresh when the access token has ended', async () => {
  const before = provider.tokens();
  provider.saveTokens({ ...before, access_token: 'has-ended' });
  await useTools();
  assert.notEqual(provider.tokens().refresh_token, before.refresh_token);
  assert.equal(provider.signIns, 1);
});

await step('signs in anew when the refresh token was revoked', async () => {
  const revoked = await fetch(`${issuer}/oauth/revoke`, {
    method: 'POST',
    body: new URLSearchParams({
      token: provider.tokens().refresh_token,
      client_id: provider.clientInformation().client_id,
    }),
  });
  assert.equal(revoked.status, 200);
  const refused = transport();
  await assert.rejects(client().connect(refused), UnauthorizedError);
  assert.equal(provider.signIns, 2);
  await refused.finishAuth(provider.answer.get('code'));
  await useTools();
});

async function useTools() {
  const connected = client();
  await connected.connect(transport());
  try {
    const { tools } = await connected.listTools();
    assert.deepEqual(tools.map((tool) => tool.name).sort(), ['list-workbooks', 'whoami']);

    const caller = await call(connected, 'whoami');
    assert.equal(caller.user.id, JO.luid);
    assert.equal(caller.user.name, JO.name);
    assert.equal(caller.site.contentUrl, JO.site);

    const list = await call(connected, 'list-workbooks');
    assert.equal(list.total, 131);
    assert.equal(list.complete, true);
    assert.ok(list.workbooks.some((workbook) => workbook.name === 'Jo\'s pipeline'));
  } finally {
    await connected.close();
  }
}

async function call(connected, name) {
  const result = await connected.callTool({ name, arguments: {} });
  assert.equal(result.isError ?? false, false, JSON.stringify(result.content));
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
}

function client() {
  return new Client({ name: 'vizgate-it', version: '1' });
}

function transport() {
  return new StreamableHTTPClientTransport(server, { authProvider: provider });
}

async function step(name, work) {
  await work();
  console.log(`ok: ${name}`);
}
