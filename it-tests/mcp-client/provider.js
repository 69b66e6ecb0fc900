// What the SDK asks an application to remember. This one forgets it when the process ends.

const REDIRECT = 'http://127.0.0.1:7788/callback';

/** Remembers everything, and hands the authorization URL to `person` instead of opening a browser. */
export class Provider {
  #person;
  #client;
  #tokens;
  #verifier;
  #state;

  /** @param person {function(URL): Promise<URL>} signs in; answers the address that the browser ended at */
  constructor(person) {
    this.#person = person;
    this.signIns = 0;
    this.answer = undefined;
  }

  get redirectUrl() {
    return REDIRECT;
  }

  get clientMetadata() {
    return {
      client_name: 'Official MCP client',
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    };
  }

  state() {
    this.#state = crypto.randomUUID();
    return this.#state;
  }

  clientInformation() {
    return this.#client;
  }

  saveClientInformation(client) {
    this.#client = client;
  }

  tokens() {
    return this.#tokens;
  }

  saveTokens(tokens) {
    this.#tokens = tokens;
  }

  saveCodeVerifier(verifier) {
    this.#verifier = verifier;
  }

  codeVerifier() {
    return this.#verifier;
  }

  invalidateCredentials(scope) {
    if (scope === 'all' || scope === 'tokens') {
      this.#tokens = undefined;
    }
    if (scope === 'all' || scope === 'client') {
      this.#client = undefined;
    }
  }

  async redirectToAuthorization(address) {
    this.signIns += 1;
    this.authorizationUrl = address;
    this.answer = (await this.#person(address)).searchParams;
    if (this.answer.get('state') !== this.#state) {
      throw new Error('the answer has another state');
    }
  }
}
