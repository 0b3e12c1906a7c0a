// What a reader does in edit mode: begins, sends, gives up, takes back. Not done here: how it looks.

import { focusOn, say } from './edit-dom.js';
import { ask, get, page } from './edit-server.js';
import { CLEARABLE, FIELDS, bar, places, work, works } from './edit-state.js';
import { render } from './edit-view.js';

/** Asks what can be edited on this page. */
export async function load() {
  const said = await get(`edit/page?page=${encodeURIComponent(page())}`);
  if (!said || !isNews(said)) return; // The live client says that the server is gone.
  const found = [...said.items.map((item) => [`item ${item.item}`, item]), ...said.decisions.map((decision) => [`decision ${decision.subject}`, decision])];
  // What somebody writes at stays until he is done, even if it can't be changed any more: saving says so.
  const open = [...places].filter(([key]) => works.get(key)?.open);
  places.clear();
  for (const [key, place] of [...open, ...found]) places.set(key, place);
  Object.assign(bar, { as_of: said.as_of ?? '', changes: said.changes });
  if (bar.open) await loadLog();
  render();
}

/** A page is renewed ahead of its build, and answers overtake each other: whether this one is not older than what was heard before. */
function isNews({ run, build }) {
  if (run !== bar.run) Object.assign(bar, { run, build: 0 });
  if (build < bar.build) return false;
  bar.build = build;
  return true;
}

/** There may have been a build, or the server is back. */
export function built({ findings }) {
  const isOver = ({ until }) => until === 'back' || (until === 'mended' && findings.errors === 0);
  const over = [...works].filter(([, doing]) => isOver(doing));
  for (const [key, doing] of over) {
    if (doing.open) Object.assign(doing, { error: '', findings: [], until: null });
    else works.delete(key);
  }
  if (over.length) render();
  load();
}

export async function loadLog() {
  const log = await get('edit/log');
  bar.away = !log;
  if (log) Object.assign(bar, { log, changes: log.changes.length + log.older });
}

/** Sends a change of a place as it was when the reader began with it. */
async function change(key, wanted, base = places.get(key)) {
  const doing = Object.assign(work(key), { pending: true, error: '', findings: [], conflict: null, until: null, bad: null, faults: {}, wanted });
  render();
  const seen = 'item' in base ? { file: base.file, hash: base.hash } : { file: base.last?.file ?? null };
  const answer = await ask('edit/change', { project: base.project, ...seen, ...wanted });
  doing.pending = false;
  if (answer.run && answer.build) isNews(answer);
  if (answer.status === 200) {
    accept(key, answer);
  } else if (answer.status === 409 && answer.now && 'item' in base && says(answer.now) === says(base)) {
    // The file was changed elsewhere: what the reader saw of this item still holds.
    places.set(key, answer.now);
    return change(key, wanted, answer.now);
  } else {
    refuse(key, doing, base, answer);
  }
  render();
}

function refuse(key, doing, base, answer) {
  const until = answer.status === 0 ? 'back' : answer.book_is_broken ? 'mended' : null;
  Object.assign(doing, { error: sentence(answer.error), findings: answer.findings ?? [], until });
  if (answer.status === 409) doing.conflict = { base, now: answer.now };
  const [, field] = /^(\w+): /.exec(answer.error) ?? [];
  if (!doing.open || !(field in doing.values)) return;
  doing.bad = field;
  focusOn(`${key} ${field}`);
}

function accept(key, answer) {
  works.delete(key);
  bar.changes = answer.changes;
  know(key, answer.now);
  followFile(answer);
  say([answer.sentence ?? 'Nothing had to change', ...answer.warnings.map((warning) => `Warning: ${warning}`)].join('. '));
  if (answer.warnings.length && places.has(key)) work(key).warnings = answer.warnings;
  if (bar.open) loadLog().then(render);
}

/** Takes in what the server says of a place; one at which nothing can be done any more is none. */
function know(key, now) {
  if (now?.closed) places.delete(key);
  else if (now) places.set(key, now);
}

/** The rest of a file that we changed is as it was: neither other items nor open forms are out of date. */
function followFile({ file, was, hash }) {
  const bases = [...places.values(), ...[...works.values()].map((other) => other.base)];
  for (const base of bases) if (base && base.file === file && base.hash === was) base.hash = hash;
}

/** All that an item says, to compare two moments. */
const says = (item) => JSON.stringify([item.state, ...Object.keys(FIELDS).map((field) => item[field]), item.evidence]);
/** A path or a name that a text begins with stays as it is written. */
const sentence = (text) => (text ? text.replace(/^[a-z]+(?=[\s,:])/, (word) => word[0].toUpperCase() + word.slice(1)) + (/[.!?]$/.test(text) ? '' : '.') : '');

export function tick(key, on) {
  change(key, { do: on ? 'tick' : 'untick', item: places.get(key).item });
}

export function openForm(key) {
  if (works.get(key)?.pending) return;
  const base = structuredClone(places.get(key));
  const values = 'item' in base ? { ...base, evidence: '' } : { outcome: '', by: base.deciders.join('\n'), because: '', conditions: '', date: '' };
  works.set(key, { open: true, base, start: structuredClone(values), values });
  focusOn(`${key} ${'item' in base ? 'state' : 'outcome'}`);
  render();
}

export function closeForm(key) {
  works.delete(key);
  focusOn(`${key} open`);
  render();
}

export function isTouched(key) {
  const { start, values } = work(key);
  return Object.keys(values).some((name) => JSON.stringify(values[name] ?? '') !== JSON.stringify(start[name] ?? ''));
}

export function submit(key) {
  const doing = work(key);
  if (doing.pending) return;
  const [wanted, faults] = 'item' in doing.base ? wantedItem(doing) : wantedDecision(doing);
  const [first] = Object.keys(faults);
  if (!first) return wanted ? change(key, wanted, doing.base) : closeForm(key);
  Object.assign(doing, { faults, bad: null, error: '', findings: [], conflict: null });
  focusOn(`${key} ${first}`);
  render();
}

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The decision that is meant, and what is wrong with which field. */
function wantedDecision({ base, values }) {
  const { outcome } = values;
  const [by, because] = [lines(values.by), values.because.trim()];
  const conditions = outcome === 'conditional-go' ? lines(values.conditions) : [];
  const faults = {};
  if (!outcome) faults.outcome = 'Choose what was decided.';
  if (!by.length) faults.by = 'Say who decides.';
  if (!because) faults.because = 'Say why, in a sentence.';
  if (outcome === 'conditional-go' && !conditions.length) faults.conditions = 'Say what has to happen, or choose “go”.';
  return [{ do: 'decide', subject: base.subject, outcome, by, because, conditions, date: values.date || null }, faults];
}

/** The change that is meant, null for none, and what is wrong with which field. */
function wantedItem({ base, values }) {
  const wanted = { do: 'set', item: base.item, evidence: lines(values.evidence), clear: [] };
  const faults = {};
  const isOther = values.state !== base.state;
  if (isOther) wanted.state = values.state;
  for (const [field, [, states]] of Object.entries(FIELDS)) {
    const [was, is] = [base[field] ?? '', (values[field] ?? '').trim()];
    if (!states.includes(values.state)) continue;
    // What belongs to a state has to be said again for another one, even with the same words.
    const isOfState = !CLEARABLE.includes(field);
    if (is && (was !== is || (isOther && isOfState))) wanted[field] = is;
    else if (was && !is && !isOfState) wanted.clear.push(field);
    else if (was && !is && !isOther) faults[field] = 'This can’t be emptied here, only in the file.';
  }
  const isNothing = Object.keys(wanted).length === 4 && !wanted.evidence.length && !wanted.clear.length;
  return [isNothing ? null : wanted, faults];
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
  if (bar.undoing) return;
  Object.assign(bar, { error: '', undoing: true });
  const answer = await ask('edit/undo', { id });
  bar.undoing = false;
  if (answer.run && answer.build) isNews(answer);
  if (answer.status === 200) {
    const key = `${answer.subject.includes(':') ? 'decision' : 'item'} ${answer.subject}`;
    if (answer.now && places.get(key)?.project === answer.now.project) know(key, answer.now);
    followFile(answer);
    say('Taken back');
  } else {
    bar.error = [sentence(answer.error), ...(answer.findings ?? []).map(({ message }) => sentence(message))].join(' ');
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
  know(key, work(key).conflict.now);
  closeForm(key);
  load();
}
