// A public OAuth 2.1 client in a browser tab: registration, authorization code with PKCE, refresh, revocation.
//
// Tokens are kept in this tab's session storage, so that a reload does not sign anybody out. Whatever script runs on this page
// could read them: that is why the page loads nothing from elsewhere and why its content security policy forbids it.

import { Trouble, discover, unreachable } from './discovery.js';

const PENDING = 'vizgate.pending';
const TOKENS = 'vizgate.tokens';
const CLIENT = 'vizgate.client ';

const ADVICE = {
  access_denied: ['You were not signed in: the request was declined.', 'Nothing was shared. Sign in again if that was a mistake.'],
  temporarily_unavailable: ['Tableau or this server cannot answer right now.', 'Try again in a minute.'],
  server_error: ['The server failed while it signed you in.', 'Try again; its log says more.'],
  invalid_client: ['The server does not know this page any more.', 'Sign in again: the page introduces itself anew.'],
  unauthorized_client: ['The server does not let this page sign anybody in.', 'Sign in again: the page introduces itself anew.'],
  invalid_grant: ['This sign-in has ended or was used already.', 'Sign in again.'],
  invalid_scope: ['The server does not grant what was asked for.', 'Check the setting OAUTH_SCOPES_SUPPORTED.'],
  invalid_target: ['The server issues no tokens for this application.', 'Check the setting OAUTH_RESOURCE_URI.'],
};

/** The client of one application: `base` is where it is served, `probe` a protected URL in it. */
export class Client {
  #base;
  #probe;
  #refreshing;

  constructor(base, probe) {
    this.#base = base;
    this.#probe = probe;
  }

  /** The tokens in use, or undefined: `{ access, refresh, endsAt, lifetime, ... }`, times in milliseconds. */
  get tokens() {
    return read(sessionStorage, TOKENS);
  }

  /** Leaves the page for the authorization server. `step` is told how far it got. */
  async signIn(step) {
    requireCryptography();
    step('discover');
    const { resource, scope, server } = await discover(this.#probe);
    step('register');
    const verifier = randomText();
    const state = randomText();
    const parameters = {
      response_type: 'code',
      redirect_uri: this.#base,
      code_challenge: await sha256(verifier),
      code_challenge_method: 'S256',
      state,
      resource,
      ...(scope ? { scope } : {}),
    };
    const addressFor = (client) => withParameters(server.authorization_endpoint, { ...parameters, client_id: client });
    let clientId = this.#knownClientId(server.issuer);
    // A client id can outlive the server's key. Such a refusal stays on a page of the server, so it is looked for here first.
    if (clientId && await isRefused(addressFor(clientId))) {
      this.#forgetClient(server.issuer);
      clientId = undefined;
    }
    clientId ??= await this.#register(server);
    step('approve');
    write(sessionStorage, PENDING, {
      verifier,
      state,
      clientId,
      resource,
      issuer: server.issuer,
      issInAnswer: server.authorization_response_iss_parameter_supported === true,
      tokenEndpoint: server.token_endpoint,
      revocationEndpoint: server.revocation_endpoint,
    });
    location.assign(addressFor(clientId));
  }

  /** Whether `address` is the authorization server's answer to a sign-in. */
  static isAnswer(address) {
    return address.searchParams.has('state') && (address.searchParams.has('code') || address.searchParams.has('error'));
  }

  /** Takes the authorization server's answer and trades the code for tokens. */
  async finishSignIn(answer) {
    const pending = read(sessionStorage, PENDING);
    sessionStorage.removeItem(PENDING);
    const parameters = answer.searchParams;
    // Not ours, or a second use of the same answer: somebody may have sent this link.
    if (!pending || parameters.get('state') !== pending.state) {
      throw new Trouble('This answer does not belong to a sign-in that this tab began.', 'Sign in again.');
    }
    // RFC 9207 section 2.4: an answer from another server would carry our code to the wrong place.
    const iss = parameters.get('iss');
    if (iss === null ? pending.issInAnswer : iss !== pending.issuer) {
      throw new Trouble('The answer comes from another server than the one that was asked.', 'Sign in again.');
    }
    if (parameters.has('error')) {
      throw this.#refusal(parameters.get('error'), parameters.get('error_description'), pending.issuer);
    }
    await this.#askForTokens(pending, {
      grant_type: 'authorization_code',
      code: parameters.get('code'),
      redirect_uri: this.#base,
      code_verifier: pending.verifier,
    });
  }

  /** Calls `url` with the access token, and once more with a new one if it has ended. */
  async call(url) {
    let answer = await this.#callOnce(url);
    if (answer.status === 401 && this.tokens?.refresh) {
      await this.refresh();
      answer = await this.#callOnce(url);
    }
    if (answer.status === 401) {
      sessionStorage.removeItem(TOKENS);
      throw new Trouble('The application does not accept the access token any more.', 'Sign in again.');
    }
    return answer;
  }

  /** Trades the refresh token for new tokens. Calls at the same time share one request: a refresh token works once. */
  refresh() {
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshOnce() {
    const tokens = this.tokens;
    if (!tokens?.refresh) {
      throw new Trouble('There is nothing to refresh.', 'Sign in again.');
    }
    try {
      await this.#askForTokens(tokens, { grant_type: 'refresh_token', refresh_token: tokens.refresh });
    } catch (trouble) {
      if (trouble.code === 'invalid_grant' || trouble.code === 'invalid_client') {
        sessionStorage.removeItem(TOKENS);
      }
      throw trouble;
    }
  }

  /** Forgets the tokens here and revokes them there (RFC 7009). Answers whether the server confirmed. */
  async signOut() {
    const tokens = this.tokens;
    sessionStorage.removeItem(TOKENS);
    if (!tokens?.revocationEndpoint) {
      return false;
    }
    const [token, hint] = tokens.refresh ? [tokens.refresh, 'refresh_token'] : [tokens.access, 'access_token'];
    const answer = await post(tokens.revocationEndpoint, { token, token_type_hint: hint, client_id: tokens.clientId })
      .catch(() => undefined);
    return answer?.ok === true;
  }

  #callOnce(url) {
    return fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      headers: { Accept: 'application/json', Authorization: `Bearer ${this.tokens?.access ?? ''}` },
    }).catch(unreachable);
  }

  /** What `from` remembers of the sign-in is what a later refresh and sign-out need. */
  async #askForTokens(from, grant) {
    const { clientId, resource, issuer, tokenEndpoint, revocationEndpoint } = from;
    const answer = await post(tokenEndpoint, { ...grant, client_id: clientId, resource });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw this.#refusal(body.error ?? `HTTP ${answer.status}`, body.error_description, issuer);
    }
    if (typeof body.access_token !== 'string' || body.token_type?.toLowerCase() !== 'bearer') {
      throw new Trouble('The server answered without an access token.', 'Try again; its log says more.');
    }
    const lifetime = (body.expires_in ?? 0) * 1000;
    write(sessionStorage, TOKENS, {
      access: body.access_token,
      refresh: body.refresh_token ?? from.refresh,
      lifetime,
      endsAt: Date.now() + lifetime,
      clientId,
      resource,
      issuer,
      tokenEndpoint,
      revocationEndpoint,
    });
  }

  #knownClientId(issuer) {
    const known = read(localStorage, CLIENT + issuer);
    return known?.redirectUri === this.#base ? known.clientId : undefined;
  }

  /** Introduces this page to the server (RFC 7591) and answers the client id it gets. */
  async #register(server) {
    if (!server.registration_endpoint) {
      throw new Trouble('The server lets no client register itself.', 'Set OAUTH_DYNAMIC_REGISTRATION=true.');
    }
    const answer = await fetch(server.registration_endpoint, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({
        client_name: 'Vizgate sample page',
        redirect_uris: [this.#base],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      }),
    }).catch(unreachable);
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok || typeof body.client_id !== 'string') {
      throw new Trouble(
        `The server did not register this page (${body.error ?? `HTTP ${answer.status}`}).`,
        body.error_description ?? 'Its log says more.');
    }
    write(localStorage, CLIENT + server.issuer, { clientId: body.client_id, redirectUri: this.#base });
    return body.client_id;
  }

  #forgetClient(issuer) {
    localStorage.removeItem(CLIENT + issuer);
  }

  #refusal(code, description, issuer) {
    if (code === 'invalid_client' || code === 'unauthorized_client') {
      this.#forgetClient(issuer);
    }
    const [message, advice] = ADVICE[code] ?? [`The server refused (${code}).`, 'Sign in again; its log says more.'];
    return new Trouble(description ? `${message} The server says: “${description}”.` : message, advice, code);
  }
}

function requireCryptography() {
  if (!globalThis.crypto?.subtle) {
    throw new Trouble(
      `Browsers offer no cryptography to pages from ${location.origin}.`,
      'Open the page by https, or on the same machine at http://127.0.0.1.');
  }
}

/** Whether the server answers the authorization request with an error of its own; a page and a redirect are fine. */
async function isRefused(address) {
  const answer = await fetch(address, { credentials: 'omit', redirect: 'manual' }).catch(unreachable);
  return answer.status >= 400 && answer.status < 500;
}

function withParameters(address, parameters) {
  const complete = new URL(address);
  Object.entries(parameters).forEach(([name, value]) => complete.searchParams.set(name, value));
  return complete;
}

/** 256 random bits as base64url: a verifier of 43 characters (RFC 7636 section 4.1). */
function randomText() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function sha256(text) {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function post(address, parameters) {
  return fetch(address, {
    method: 'POST',
    credentials: 'omit',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(parameters),
  }).catch(unreachable);
}

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage, key, value) {
  storage.setItem(key, JSON.stringify(value));
}
