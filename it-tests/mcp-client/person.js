// The browser leg, done by fetch: a person who allows the client and signs in at Tableau.

const MOST_STEPS = 10;

/** Signs `user` (a sign-in name at a site) in, and answers the address outside of `origins` that the browser is sent to. */
export async function signIn(start, origins, user) {
  const cookies = new Map();
  let request = { address: new URL(start) };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!origins.includes(request.address.origin)) {
      return request.address;
    }
    const answer = await send(request, cookies);
    request = answer.headers.has('location')
      ? { address: new URL(answer.headers.get('location'), request.address) }
      : filledIn(await answer.text(), request.address, answer.status, user);
  }
  throw new Error('the sign-in goes in circles');
}

async function send({ address, form }, cookies) {
  const jar = cookies.get(address.origin) ?? new Map();
  cookies.set(address.origin, jar);
  const headers = { Accept: 'text/html' };
  if (jar.size > 0) {
    headers.Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  if (form) {
    headers.Origin = address.origin;
  }
  const answer = await fetch(address, { method: form ? 'POST' : 'GET', headers, body: form, redirect: 'manual' });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
    jar.set(name, value);
  }
  return answer;
}

/** The page's last form, with what a person would choose. */
function filledIn(html, address, status, user) {
  const action = [...html.matchAll(/<form[^>]* action="([^"]*)"/g)].at(-1)?.[1];
  if (status !== 200 || action === undefined) {
    throw new Error(`no form at ${address.origin}${address.pathname}: HTTP ${status}\n${html}`);
  }
  const form = new URLSearchParams();
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.set(name, value);
  }
  if (html.includes('name="decision"')) {
    form.set('decision', 'allow');
  }
  if (html.includes('name="standin_user"')) {
    form.set('standin_user', user.name);
    form.set('standin_site', user.site);
  }
  return { address: new URL(action.replaceAll('&amp;', '&'), address), form };
}
