// The page: what the buttons do and what is shown. OAuth itself is in oauth.js.

import { Trouble, callWithoutToken } from './discovery.js';
import { Client } from './oauth.js';

const STEPS = ['discover', 'register', 'approve', 'exchange', 'call'];

// Found from where this file is, so that any context path works.
const base = new URL('../', import.meta.url).href;
const whoami = new URL('api/whoami', base).href;
const workbooks = new URL('api/workbooks', base).href;
const client = new Client(base, whoami);

const byId = (id) => document.getElementById(id);

/** Runs what a button stands for: no second click meanwhile, and trouble is shown. */
async function run(action) {
  const pressed = document.activeElement;
  const buttons = document.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  document.body.setAttribute('aria-busy', 'true');
  try {
    await action();
  } catch (trouble) {
    showTrouble(trouble);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
    document.body.removeAttribute('aria-busy');
    showSession();
    keepFocus(pressed);
  }
}

/** A button that was disabled or hidden has lost the focus, and a keyboard user the place. */
function keepFocus(pressed) {
  if (pressed instanceof HTMLButtonElement) {
    (pressed.checkVisibility?.() === false ? byId('session') : pressed).focus();
  }
}

function signIn() {
  say('info', 'Asking the application who signs its users in …');
  return client.signIn((step) => showStep(step, 'now'));
}

async function finishSignIn(answer) {
  showStep('exchange', 'now');
  say('info', 'Trading the code for an access token …');
  await client.finishSignIn(answer);
  await load('You are signed in.');
}

async function refresh() {
  say('info', 'Asking for a new access token …');
  await client.refresh();
  await load('The access token is new, and so is what you see.');
}

async function signOut() {
  const confirmed = await client.signOut();
  showStep('discover', 'open');
  clear();
  say(confirmed ? 'good' : 'info', 'You are signed out.', confirmed
    ? 'The refresh token is revoked, and this tab has forgotten both tokens.'
    : 'This tab has forgotten both tokens. The server did not confirm that it revoked them; they end by themselves.');
}

async function tryWithoutToken() {
  const answer = await callWithoutToken(whoami);
  const text = [`HTTP ${answer.status} ${answer.statusText}`.trim()];
  const challenge = answer.headers.get('WWW-Authenticate');
  if (challenge) {
    text.push(`WWW-Authenticate: ${challenge}`);
  }
  const output = byId('challenge');
  output.textContent = text.join('\n');
  output.hidden = false;
}

/** Asks the application who is calling and what there is to see. */
async function load(greeting) {
  showStep('call', 'now');
  const [caller, list] = await Promise.all([ask(whoami), ask(workbooks).catch((trouble) => trouble)]);
  showCaller(caller);
  showStep('call', 'done');
  if (list instanceof Error) {
    showWorkbooks({ workbooks: [], total: 0, complete: true }, 'Tableau did not tell.');
    showTrouble(list);
  } else {
    showWorkbooks(list);
    say('good', greeting);
  }
}

async function ask(url) {
  const answer = await client.call(url);
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    // The application's own message says what to do.
    throw body.message ? new Trouble(body.message) : new Trouble(`The application answered HTTP ${answer.status}.`, 'Try again.');
  }
  return body;
}

function showSession() {
  const signedIn = client.tokens !== undefined;
  byId('signed-out').hidden = signedIn;
  byId('signed-in').hidden = !signedIn;
  if (!signedIn) {
    clear();
  }
  showRemaining();
}

function clear() {
  byId('who').replaceChildren();
  byId('workbooks').replaceChildren();
  byId('workbooks-note').textContent = 'Shown when you are signed in: the application asks Tableau with your own session, '
    + 'so you see what Tableau lets you see.';
}

function showCaller(caller) {
  const site = caller.site.contentUrl || 'Default';
  byId('who').replaceChildren(
    ...fact('User', caller.user.name || caller.user.id, caller.user.name ? caller.user.id : ''),
    ...fact('Site', site, caller.site.id),
    ...fact('Tableau', caller.server),
    ...fact('Client', shortened(caller.client)),
    ...fact('Scopes', caller.scopes.length ? caller.scopes.join(' ') : 'none asked for, none needed'),
  );
}

/** A client id can be hundreds of characters: what the server knows of the client is sealed into it. */
function shortened(clientId) {
  return clientId.length > 40 ? `${clientId.slice(0, 24)}…` : clientId;
}

function fact(name, value, detail) {
  const term = document.createElement('dt');
  term.textContent = name;
  const description = document.createElement('dd');
  description.textContent = value;
  if (detail) {
    description.append(small(detail));
  }
  return [term, description];
}

function showWorkbooks(list, note) {
  byId('workbooks-note').textContent = note ?? count(list);
  byId('workbooks').replaceChildren(...list.workbooks.map((workbook) => {
    const item = document.createElement('li');
    item.append(workbook.name, small(workbook.id));
    return item;
  }));
}

function count(list) {
  if (list.total === 0) {
    return 'Tableau shows you no workbooks on this site.';
  }
  const all = list.total === 1 ? 'One workbook that' : `${list.total} workbooks that`;
  return list.complete ? `${all} you may see.` : `${all} you may see; the first ${list.workbooks.length}:`;
}

function small(text) {
  const element = document.createElement('small');
  element.textContent = text;
  return element;
}

function showRemaining() {
  const tokens = client.tokens;
  if (!tokens) {
    return;
  }
  const left = Math.max(0, tokens.endsAt - Date.now());
  byId('remaining').textContent = left > 0 ? duration(left) : 'now: refresh it';
  byId('remaining-label').textContent = left > 0 ? 'Access token ends in' : 'Access token ends';
  byId('life').value = tokens.lifetime ? left / tokens.lifetime : 0;
}

/** 59:07, or 1:02:03 from an hour on. */
function duration(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : String(part))).join(':');
}

/** Marks the steps before `step` as done, and `step` itself as `state`. */
function showStep(step, state) {
  const reached = STEPS.indexOf(step);
  for (const item of byId('steps').children) {
    const index = STEPS.indexOf(item.dataset.step);
    item.dataset.state = index < reached ? 'done' : index === reached ? state : 'open';
    if (index === reached && state === 'now') {
      item.setAttribute('aria-current', 'step');
    } else {
      item.removeAttribute('aria-current');
    }
  }
}

function showTrouble(trouble) {
  showStep(client.tokens ? 'call' : 'discover', client.tokens ? 'done' : 'open');
  if (trouble instanceof Trouble) {
    say('bad', trouble.message, trouble.advice);
  } else {
    console.error(trouble);
    say('bad', 'Something went wrong on this page.', 'Reload it and try again; the browser\'s console says more.');
  }
}

function say(kind, message, advice) {
  const status = byId('status');
  status.dataset.kind = kind;
  if (advice) {
    const strong = document.createElement('strong');
    strong.textContent = message;
    status.replaceChildren(strong, ' ', advice);
  } else {
    status.textContent = message;
  }
}

byId('mcp-address').textContent = new URL('mcp', base).href;
byId('sign-in').addEventListener('click', () => run(signIn));
byId('refresh').addEventListener('click', () => run(refresh));
byId('sign-out').addEventListener('click', () => run(signOut));
byId('call-without-token').addEventListener('click', () => run(tryWithoutToken));
setInterval(showRemaining, 1000);

const here = new URL(location.href);
run(async () => {
  if (Client.isAnswer(here)) {
    // The code must not stay in the address or in the history.
    history.replaceState(null, '', base);
    await finishSignIn(here);
  } else if (client.tokens) {
    await load('You are signed in.');
  }
});
