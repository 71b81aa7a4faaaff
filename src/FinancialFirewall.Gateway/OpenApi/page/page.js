// The key, and the token of a session, are kept in these variables alone.
const access = { key: '', csrfToken: '' };
let described = null;

// Examples that say the same id are about the same thing: what an id of the examples is here, since something was answered.
const names = new Map();
const shortestName = 16;

const find = id => document.getElementById(id);

/** An element with attributes and children; text is never read as markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

/** Text in which what stands between backticks is code. */
const prose = text => text.split('`').map((part, i) => i % 2 === 1 ? make('code', {}, part) : part);

const translate = text => [...names].reduce((known, [example, real]) => known.replaceAll(example, real), text);

/** Learns what the ids of an example are here, and says so in everything that is filled in already. */
function learn(example, answer) {
  if (typeof example === 'string' && typeof answer === 'string' && example.length >= shortestName && example !== answer) names.set(example, answer);
  else if (example && answer && typeof example === 'object' && typeof answer === 'object') Object.keys(example).forEach(key => learn(example[key], answer[key]));
}

function renameFilled() {
  for (const input of document.querySelectorAll('main input, main textarea')) input.value = translate(input.value);
}

const resolve = node => node?.$ref ? node.$ref.slice(2).split('/').reduce((place, step) => place[step], described) : node;

function headersFor(method) {
  if (access.key) return { Authorization: `Bearer ${access.key}` };
  return access.csrfToken && method !== 'get' ? { 'X-CSRF-Token': access.csrfToken } : {};
}

/** The session of the browser, where it has one: whoever changes something by it sends its token. */
async function readSession() {
  access.csrfToken = '';
  if (access.key) return;
  const response = await fetch('/api/v1/session');
  if (response.ok) access.csrfToken = (await response.json()).csrfToken;
}

function say(text, isWrong = false) {
  find('access-note').textContent = text;
  find('access-note').classList.toggle('wrong', isWrong);
}

async function load() {
  try {
    await readSession();
    const response = await fetch('/openapi/v1.json', { headers: headersFor('get') });
    const answer = await response.json();
    if (!response.ok) {
      const hint = access.key ? '' : 'Type an API key, or sign in. ';
      say(`${hint}${answer.detail}`, access.key !== '');
      return;
    }
    described = answer;
    show();
    say(access.key ? 'The key stays in this page alone, until it is closed.' : 'Your session is used. Type a key to ask as somebody else.');
  } catch (failure) {
    say(`The firewall does not answer: ${failure.message}.`, true);
  }
}

function show() {
  const operations = Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  find('tags').replaceChildren();
  find('rooms').replaceChildren();
  for (const tag of described.tags) {
    const anchor = `room-${tag.name.toLowerCase().replaceAll(' ', '-')}`;
    const mine = operations.filter(({ operation }) => operation.tags.includes(tag.name));
    find('tags').append(make('li', {}, make('a', { href: `#${anchor}` }, tag.name)));
    find('rooms').append(make('section', { 'aria-labelledby': anchor }, make('h2', { id: anchor }, tag.name), make('p', {}, ...prose(tag.description)), ...mine.map(row)));
  }
  filter();
  openNamed();
}

function row({ path, method, operation }) {
  const details = make('details', { class: 'operation', id: operation.operationId, 'data-words': `${method} ${path} ${operation.operationId} ${operation.summary}`.toLowerCase() },
    make('summary', {}, make('span', { class: `method ${method.toUpperCase()}` }, method.toUpperCase()), make('code', {}, path), make('span', {}, operation.summary)));
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('form')) details.append(form(path, method, operation));
  });
  return details;
}

function form(path, method, operation) {
  const parameters = (operation.parameters ?? []).map(resolve);
  const fields = parameters.map(parameter => field(operation.operationId, parameter));
  const body = operation.requestBody && bodyField(operation);
  const answer = make('div', { class: 'answer', 'aria-live': 'polite' });
  const send = make('button', {}, 'Send');
  const element = make('form', {},
    operation.description ? make('p', {}, ...prose(operation.description)) : null,
    ...fields.map(({ row }) => row), body ? body.row : null, send, answer, describedAnswers(operation));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    send.disabled = true;
    answer.replaceChildren(...await ask(path, method, fields, body, operation));
    send.disabled = false;
  });
  return element;
}

function field(operation, parameter) {
  const id = `${operation}-${parameter.name}`;
  const attributes = { id, required: parameter.required, 'aria-describedby': `${id}-note`, spellcheck: 'false' };
  const input = parameter.schema.enum
    ? make('select', attributes, ...(parameter.required ? [] : [make('option', { value: '' }, '')]), ...parameter.schema.enum.map(value => make('option', { value }, value)))
    : make('input', attributes);
  input.value = translate(String(parameter.example ?? ''));
  const note = make('span', { class: 'quiet', id: `${id}-note` }, ...prose(parameter.description), parameter.in === 'query' ? '' : ` (${parameter.in})`);
  return { parameter, input, row: make('div', { class: 'field' }, make('label', { for: id }, parameter.name), input, note) };
}

function bodyField(operation) {
  const content = operation.requestBody.content;
  const type = make('select', { 'aria-label': 'Content type' }, ...Object.keys(content).map(name => make('option', { value: name }, name)));
  const text = make('textarea', { 'aria-label': 'Body', rows: 8, spellcheck: 'false' });
  const fill = () => {
    const example = content[type.value].example ?? '';
    text.value = translate(typeof example === 'string' ? example : JSON.stringify(example, null, 2));
    text.rows = Math.min(20, Math.max(3, text.value.split('\n').length + 1));
  };
  type.addEventListener('change', fill);
  fill();
  return { type, text, row: make('div', {}, make('h4', {}, 'Body'), type, text, schemaOf(content[type.value].schema)) };
}

function describedAnswers(operation) {
  const answers = Object.entries(operation.responses).map(([status, response]) => [status, resolve(response)]);
  return make('details', {}, make('summary', {}, 'What it answers'), ...answers.flatMap(([status, response]) => [
    make('h4', {}, status === 'default' ? 'a refusal' : status), make('p', {}, ...prose(response.description)),
    ...Object.entries(response.content ?? {}).flatMap(([type, { schema, example }]) => [
      make('p', { class: 'quiet' }, type), schemaOf(schema), example === undefined ? null : make('pre', { tabindex: '0' }, pretty(example))]),
  ]));
}

/** The members of an object, or of the elements of an array, each with what it means. */
function schemaOf(schema) {
  const known = resolve(schema.items ?? schema.contentSchema ?? schema);
  if (!known?.properties) return null;
  const list = Object.entries(known.properties).map(([name, member]) => {
    const needed = known.required?.includes(name) ? '' : ' (optional)';
    return make('div', { class: 'field' }, make('code', {}, name), make('span', {}, `${typeOf(member)}${needed}`), make('span', { class: 'quiet' }, ...prose(member.description ?? '')));
  });
  return make('details', {}, make('summary', {}, 'Members'), make('p', { class: 'quiet' }, ...prose(known.description ?? '')), ...list);
}

function typeOf(member) {
  if (member.anyOf) return member.anyOf.map(typeOf).join(' or ');
  if (member.$ref) return member.$ref.split('/').at(-1);
  if (member.enum) return member.enum.filter(value => value !== null).join(', ');
  return member.items ? `list of ${typeOf(member.items)}` : [member.format ?? member.type].flat().join(' or ');
}

/** JSON on lines of its own, with every number written as it came. */
function indented(json) {
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return (json.match(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|[^\s[\]{},:"]+/g) ?? []).map(token => {
    if (token === '{' || token === '[') { depth++; return token + line(); }
    if (token === '}' || token === ']') { depth--; return line() + token; }
    return token === ',' ? token + line() : token === ':' ? ': ' : token;
  }).join('');
}

const pretty = value => typeof value === 'string' ? value : JSON.stringify(value, null, 2);

async function ask(path, method, fields, body, operation) {
  const query = new URLSearchParams();
  const headers = headersFor(method);
  let address = path;
  for (const { parameter, input } of fields.filter(({ input }) => input.value !== '')) {
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    else if (parameter.in === 'query') query.append(parameter.name, input.value);
    else headers[parameter.name] = input.value;
  }
  if (query.size > 0) address += `?${query}`;
  if (body && body.text.value !== '') headers['Content-Type'] = body.type.value;
  try {
    const began = performance.now();
    const response = await fetch(address, { method: method.toUpperCase(), headers, body: body?.text.value || undefined });
    const text = await response.text();
    return showAnswer(operation, response, text, performance.now() - began);
  } catch (failure) {
    return [make('p', { class: 'bad' }, `No answer: ${failure.message}.`)];
  }
}

function showAnswer(operation, response, text, took) {
  if (operation.tags.includes('Sessions')) readSession();
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0];
  const isJson = text !== '' && (type.endsWith('/json') || type.endsWith('+json'));
  const shown = isJson ? indented(text) : text;
  const example = operation.responses[response.status]?.content?.[type]?.example;
  if (isJson && example !== undefined) {
    learn(example, JSON.parse(text));
    renameFilled();
  }
  const told = ['Location', 'ETag', 'Link', 'X-Total-Count', 'Retry-After', 'Operation-Id'].filter(name => response.headers.has(name)).map(name => `${name}: ${response.headers.get(name)}`);
  return [
    make('h4', {}, 'Answer'),
    make('p', { class: `status ${response.ok ? 'good' : 'bad'}` }, `${response.status} ${response.statusText} in ${Math.round(took)} ms`),
    ...told.map(line => make('p', { class: 'quiet' }, line)),
    shown === '' ? null : make('pre', { tabindex: '0' }, shown),
  ].filter(element => element !== null);
}

function filter() {
  const words = find('filter').value.toLowerCase().split(' ').filter(word => word !== '');
  for (const section of document.querySelectorAll('section')) {
    const operations = [...section.querySelectorAll('.operation')];
    operations.forEach(operation => { operation.hidden = !words.every(word => operation.dataset.words.includes(word)); });
    section.hidden = operations.every(operation => operation.hidden);
  }
}

function openNamed() {
  const named = find(location.hash.slice(1));
  if (named?.matches('details')) named.open = true;
  named?.scrollIntoView();
}

find('access').addEventListener('submit', event => {
  event.preventDefault();
  access.key = find('key').value.trim();
  load();
});
find('filter').addEventListener('input', filter);
addEventListener('hashchange', openNamed);
load();
