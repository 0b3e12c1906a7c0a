// What a reader does in edit mode: begins, sends, gives up, takes back. Not done here: how it looks.

import { focusOn, say } from './edit-dom.js';
import { ask, get, page } from './edit-server.js';
import { CLEARABLE, FIELDS, bar, places, work, works } from './edit-state.js';
import { render } from './edit-view.js';

/** Asks what can be edited on this page. */
export async function load() {
  const said = await get(`edit/page?page=${encodeURIComponent(page())}`);
  if (!said) return; // The live client says that the server is gone.
  places.clear();
  Object.assign(bar, { as_of: said.as_of ?? '', changes: said.changes });
  for (const item of said.items) places.set(`item ${item.item}`, item);
  for (const decision of said.decisions) places.set(`decision ${decision.subject}`, decision);
  if (bar.open) await loadLog();
  render();
}

export async function loadLog() {
  const log = await get('edit/log');
  if (log) Object.assign(bar, { log, changes: log.changes.length });
  else bar.error = 'The server does not answer.';
}

/** Sends a change of a place as it was when the reader began with it. */
async function change(key, wanted, base = places.get(key)) {
  const doing = Object.assign(work(key), { pending: true, error: '', findings: [], conflict: null, wanted });
  render();
  const seen = 'item' in base ? { file: base.file, hash: base.hash } : { file: base.last?.file ?? null };
  const answer = await ask('edit/change', { project: base.project, ...seen, ...wanted });
  doing.pending = false;
  if (answer.status === 200) {
    accept(key, answer);
  } else if (answer.status === 409 && answer.now && 'item' in base && says(answer.now) === says(base)) {
    // The file was changed elsewhere: what the reader saw of this item still holds.
    places.set(key, answer.now);
    return change(key, wanted, answer.now);
  } else {
    Object.assign(doing, { error: sentence(answer.error), findings: answer.findings ?? [] });
    if (answer.status === 409) doing.conflict = { base, now: answer.now };
  }
  render();
}

function accept(key, answer) {
  works.delete(key);
  bar.changes = answer.changes;
  if (answer.now) places.set(key, answer.now);
  followFile(answer);
  say([answer.sentence ?? 'Nothing had to change', ...answer.warnings.map((warning) => `Warning: ${warning}`)].join('. '));
  if (answer.warnings.length) work(key).warnings = answer.warnings;
  if (bar.open) loadLog().then(render);
}

/** The rest of a file that we changed is as it was: neither other items nor open forms are out of date. */
function followFile({ file, was, hash }) {
  const bases = [...places.values(), ...[...works.values()].map((other) => other.base)];
  for (const base of bases) if (base && base.file === file && base.hash === was) base.hash = hash;
}

/** All that an item says, to compare two moments. */
const says = (item) => JSON.stringify([item.state, ...Object.keys(FIELDS).map((field) => item[field]), item.evidence]);
const sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.') : '');

export function tick(key, on) {
  change(key, { do: on ? 'tick' : 'untick', item: places.get(key).item });
}

export function openForm(key) {
  const base = structuredClone(places.get(key));
  const values = 'item' in base ? { ...base, evidence: '' } : { outcome: '', by: base.deciders.join('\n'), because: '', conditions: '', date: '' };
  works.set(key, { open: true, base, values });
  focusOn(`${key} ${'item' in base ? 'state' : 'outcome'}`);
  render();
}

export function closeForm(key) {
  works.delete(key);
  focusOn(`${key} open`);
  render();
}

export function isTouched(key) {
  const { base, values } = work(key);
  if (!('item' in base)) return Boolean(values.because || values.outcome || values.conditions);
  return Boolean(values.evidence.trim()) || ['state', ...Object.keys(FIELDS)].some((field) => (values[field] ?? '') !== (base[field] ?? ''));
}

export function submit(key) {
  const { base, values, pending } = work(key);
  if (pending) return;
  const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
  if (!('item' in base)) {
    const conditions = values.outcome === 'conditional-go' ? lines(values.conditions) : [];
    const { outcome, because } = values;
    return change(key, { do: 'decide', subject: base.subject, outcome, by: lines(values.by), because, conditions, date: values.date || null }, base);
  }
  const wanted = { do: 'set', item: base.item, evidence: lines(values.evidence), clear: [] };
  if (values.state !== base.state) wanted.state = values.state;
  for (const [field, [, states]] of Object.entries(FIELDS)) {
    const [was, is] = [base[field] ?? '', (values[field] ?? '').trim()];
    if (was === is || !states.includes(values.state)) continue;
    if (is) wanted[field] = is;
    else if (CLEARABLE.includes(field)) wanted.clear.push(field);
  }
  // What belonged to another state has to be said again, even with the same words.
  for (const field of ['reason', 'by', 'until']) {
    if (wanted.state && values[field] && FIELDS[field][1].includes(values.state)) wanted[field] = values[field].trim();
  }
  const nothing = Object.keys(wanted).length === 4 && !wanted.evidence.length && !wanted.clear.length;
  return nothing ? closeForm(key) : change(key, wanted, base);
}

/** Sends the same change again, over what the file says now. */
export function again(key) {
  const { conflict, wanted } = work(key);
  const now = conflict.now ?? conflict.base;
  places.set(key, now);
  if (work(key).open) work(key).base = structuredClone(now);
  change(key, wanted, now);
}

export async function undo(id) {
  bar.error = '';
  const answer = await ask('edit/undo', { id });
  if (answer.status === 200) {
    const key = `${answer.subject.includes(':') ? 'decision' : 'item'} ${answer.subject}`;
    if (answer.now && places.has(key)) places.set(key, answer.now);
    followFile(answer);
    say('Taken back');
  } else {
    bar.error = sentence(answer.error);
  }
  await loadLog();
  render();
}

export async function copy() {
  const field = document.querySelector('.rb-message');
  try {
    await navigator.clipboard.writeText(bar.log.message);
  } catch {
    field.focus();
    field.select();
    document.execCommand('copy');
  }
  bar.copied = true;
  say('Commit message copied');
  render();
}

/** Takes what the file says for what was meant. */
export function letBe(key) {
  const { now } = work(key).conflict;
  if (now) places.set(key, now);
  closeForm(key);
  load();
}
