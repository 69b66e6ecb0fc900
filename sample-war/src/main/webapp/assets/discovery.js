// From one refused call to everything a client has to know: who protects it, who issues tokens for it, and where.

/** Something a person can do something about: `advice` says what, unless the message does. */
export class Trouble extends Error {
  constructor(message, advice, code) {
    super(message);
    this.advice = advice;
    this.code = code;
  }
}

/** The parameters of a Bearer challenge (RFC 9110 section 11.6.1); empty if there is none. */
export function bearerParameters(header) {
  const challenge = /(?:^|,)\s*Bearer\s+(.*)$/i.exec(header ?? '');
  const parameters = {};
  if (challenge) {
    for (const [, name, quoted, plain] of challenge[1].matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
      parameters[name.toLowerCase()] ??= quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    }
  }
  return parameters;
}

/** A call that nobody signed: the answer is the challenge. */
export function callWithoutToken(url) {
  return fetch(url, { credentials: 'omit', cache: 'no-store', headers: { Accept: 'application/json' } })
    .catch(unreachable);
}

/**
 * Asks `url` without a token and follows the challenge.
 * Answers `{ resource, scope, server }`, where `server` is the authorization server's metadata (RFC 8414).
 */
export async function discover(url) {
  const refusal = await callWithoutToken(url);
  if (refusal.status !== 401) {
    throw new Trouble(
      `The application answered ${refusal.status} to a call without a token, and not 401.`,
      'Either the gate is switched off, or something in front of the application answers in its place.');
  }
  const challenge = bearerParameters(refusal.headers.get('WWW-Authenticate'));
  if (!challenge.resource_metadata) {
    throw new Trouble(
      'The challenge does not say where its metadata is.',
      'A proxy may have removed the WWW-Authenticate header.');
  }
  const metadata = await resourceMetadata(new URL(challenge.resource_metadata), new URL(url));
  const server = await serverMetadata(metadata.authorization_servers[0]);
  return {
    resource: metadata.resource,
    scope: challenge.scope ?? (metadata.scopes_supported ?? []).join(' '),
    server,
  };
}

async function resourceMetadata(address, protectedUrl) {
  if (address.origin !== location.origin) {
    throw new Trouble(
      `This page was opened at ${location.origin}, but the application says that it lives at ${address.origin}.`,
      `Open ${address.origin} instead, or correct the setting OAUTH_ISSUER.`);
  }
  const metadata = await json(address);
  // RFC 9728 section 3.3: metadata about something else must not be used.
  if (!metadata || !covers(metadata.resource, protectedUrl)) {
    throw new Trouble('The metadata describes another resource than this application.', 'Check the setting OAUTH_RESOURCE_URI.');
  }
  if (!metadata.authorization_servers?.length) {
    throw new Trouble('The metadata names no authorization server.', 'Check the setting OAUTH_ISSUER.');
  }
  return metadata;
}

/** Whether `url` is `resource` or lies below it, by whole path segments. */
function covers(resource, url) {
  try {
    const base = new URL(resource);
    const path = base.pathname.replace(/\/$/, '');
    return base.origin === url.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
  } catch {
    return false;
  }
}

/** RFC 8414 section 3: the well-known part goes between host and path; OpenID Connect appends it. */
async function serverMetadata(issuer) {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const places = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}/.well-known/openid-configuration${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ];
  for (const place of new Set(places)) {
    const metadata = await json(place);
    // Section 3.3 there: a document that names another issuer is not this server's.
    if (metadata?.issuer === issuer) {
      return metadata;
    }
  }
  throw new Trouble(
    `No metadata found for the authorization server ${issuer}.`,
    'Something else may answer the paths that start with /.well-known on this host.');
}

/** The document, or undefined if there is none. */
async function json(address) {
  const answer = await fetch(address, { credentials: 'omit', headers: { Accept: 'application/json' } }).catch(unreachable);
  return answer.ok ? answer.json().catch(() => undefined) : undefined;
}

export function unreachable() {
  throw new Trouble('The server cannot be reached.', 'Check that it is running, and try again.');
}
