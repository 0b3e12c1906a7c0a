// The controls of edit mode where they belong on the page, and what went wrong. Not done here: forms, the bar.

import { drawBar } from './edit-bar.js';
import { again, closeForm, letBe, openForm, tick } from './edit-changes.js';
import { button, h, remember, restore, scrolling } from './edit-dom.js';
import { decisionFields, form, itemFields } from './edit-form.js';
import { patch } from './edit-patch.js';
import { FIELDS, STATES, bar, idOf, places, works } from './edit-state.js';

/** The bar lies over the page: as high as it is, so much room it needs below what is scrolled to. */
const height = new ResizeObserver(([{ target }]) => document.documentElement.style.setProperty('--rb-bar', `${target.offsetHeight}px`));

/** Draws all controls; those that stand on the page become what was drawn. What a reader has typed is in `works`. */
export function render() {
  const active = document.activeElement;
  if (active?.dataset?.name) remember(active);
  const standing = new Map([...document.querySelectorAll('[data-rollbook-edit]')].map((element) => [element.dataset.rollbookEdit, element]));
  const put = (name, drawn, at) => {
    drawn.dataset.rollbookEdit = name;
    const old = standing.get(name);
    standing.delete(name);
    if (old) patch(old, drawn);
    const element = old ?? drawn;
    if (element.parentElement !== at) at.append(element);
    return element;
  };
  for (const [key, place] of places) {
    const at = where(place);
    if (at) put(key, h('div', { class: 'rb-edit' }, 'item' in place ? itemControls(key, place) : decisionControls(key, place)), at);
  }
  if (places.size || bar.changes) height.observe(put('bar', drawBar(), document.body));
  standing.forEach((element) => element.remove());
  restore();
}

/** The element of the page in which the controls of a place stand. */
function where(place) {
  const anchor = place.anchor && document.getElementById(place.anchor);
  if (anchor) return anchor.querySelector('.item-main, .wave-main') ?? anchor;
  return place.subject ? document.getElementById(place.anchor ? '_waves' : '_gate')?.parentElement : null;
}

function itemControls(key, item) {
  const doing = works.get(key);
  const name = `${key} tick`;
  const box = h('input', {
    type: 'checkbox',
    'data-name': name,
    'aria-label': `Done: ${item.text}`,
    checked: doing?.pending && doing.wanted.do !== 'set' ? doing.wanted.do === 'tick' : item.state === 'done',
    'aria-busy': doing?.pending && 'true',
    // Not disabled while it is being saved: the focus would be lost.
    onclick: (event) => (works.get(key)?.pending ? event.preventDefault() : tick(key, event.target.checked)),
    // The form says the state too, and what was typed there would be lost.
    disabled: Boolean(doing?.open),
  });
  return [
    h(
      'p',
      { class: 'rb-row' },
      h('label', { class: 'rb-tick' }, box, 'Done'),
      !doing?.open && button(`${key} open`, 'Edit', () => openForm(key), { 'aria-label': `Edit ${item.text}` }),
      doing?.pending && h('span', { class: 'rb-quiet' }, 'Saving …'),
    ),
    doing?.open && form(key, itemFields(key, doing), `Edit ${item.text}`),
    trouble(key, doing),
  ];
}

function decisionControls(key, place) {
  const doing = works.get(key);
  const [wave, stage] = place.title.split(' of ');
  const text = place.anchor ? `Decide on ${wave.toLowerCase()}` : 'Decide';
  const label = place.anchor ? `${text} of ${stage}` : `Decide: ${place.title}`;
  return [
    !doing?.open && h('p', { class: 'rb-row' }, button(`${key} open`, text, () => openForm(key), { 'aria-label': label })),
    doing?.open && form(key, decisionFields(key, doing), `Decide: ${place.title}`),
    trouble(key, doing),
  ];
}

/** What went wrong with a change, where it was asked for. */
function trouble(key, doing) {
  if (doing?.warnings && !doing.open) {
    const done = button(`${key} seen`, 'Close', () => closeForm(key));
    return h('div', { class: 'rb-notice' }, doing.warnings.map((warning) => h('p', {}, `Warning: ${warning}`)), h('p', { class: 'rb-row' }, done));
  }
  if (!doing?.error) return null;
  const findings = (doing.findings ?? []).map((finding) => scrolling(finding.message, finding.text));
  const close = !doing.open && button(`${key} seen`, 'Close', () => closeForm(key));
  return h(
    'div',
    { class: 'rb-trouble', role: 'alert', id: idOf(`${key} trouble`) },
    h('p', {}, doing.error),
    findings,
    doing.conflict ? versions(key, doing) : close && h('p', { class: 'rb-row' }, close),
  );
}

/** Both versions after another writer was faster, and what can be done. */
function versions(key, { conflict, wanted }) {
  const list = (title, pairs) =>
    h('div', {}, h('h4', {}, title), h('dl', {}, pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
  return [
    h('div', { class: 'rb-versions' }, list('The file says now', sayNow(conflict.now)), list('You meant', sayWanted(wanted))),
    conflict.now?.closed && h('p', {}, `${conflict.now.closed}.`),
    h(
      'p',
      { class: 'rb-row' },
      !conflict.now?.closed && button(`${key} again`, 'Apply mine to it', () => again(key)),
      button(`${key} drop`, 'Let it be', () => letBe(key)),
    ),
  ];
}

function sayNow(now) {
  if (!now) return [['', 'this is not there any more']];
  if (!('item' in now)) return now.last ? [['Decision', now.last.title], ['Day', now.last.date ?? '']] : [['Decision', 'none']];
  const pairs = [['State', STATES[now.state]], ...Object.entries(FIELDS).map(([name, [label]]) => [label, now[name]])];
  return [...pairs, ['Evidence', now.evidence.join(', ')]].filter(([, value]) => value);
}

function sayWanted(wanted) {
  if (wanted.do === 'tick') return [['State', STATES.done]];
  if (wanted.do === 'untick') return [['State', STATES.todo]];
  if (wanted.do === 'decide') return [['Outcome', wanted.outcome], ['By', wanted.by.join(', ')], ['Because', wanted.because]];
  const pairs = Object.entries(FIELDS).map(([name, [label]]) => [label, wanted.clear.includes(name) ? 'nothing' : wanted[name]]);
  return [['State', STATES[wanted.state]], ...pairs, ['Evidence', wanted.evidence.join(', ')]].filter(([, value]) => value);
}
