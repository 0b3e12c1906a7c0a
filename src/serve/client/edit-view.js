// The controls of edit mode where they belong on the page, and what went wrong. Not done here: forms, the bar.

import { drawBar } from './edit-bar.js';
import { again, closeForm, letBe, openForm, tick } from './edit-changes.js';
import { button, h, remember, restore, scrolling } from './edit-dom.js';
import { decisionFields, form, itemFields } from './edit-form.js';
import { FIELDS, STATES, bar, places, work, works } from './edit-state.js';

/** Draws all controls anew. Drawing is cheap; what a reader has typed is in `works`. */
export function render() {
  const active = document.activeElement;
  if (active?.dataset?.name) remember(active);
  document.querySelectorAll('[data-rollbook-edit]').forEach((element) => element.remove());
  for (const [key, place] of places) {
    const at = where(place);
    if (at) at.append(h('div', { class: 'rb-edit', 'data-rollbook-edit': true }, 'item' in place ? itemControls(key, place) : decisionControls(key, place)));
  }
  if (places.size || bar.changes) document.body.append(drawBar());
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
    onclick: (event) => (doing?.pending ? event.preventDefault() : tick(key, event.target.checked)),
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
  return [
    !doing?.open &&
      h('p', { class: 'rb-row' }, button(`${key} open`, place.anchor ? `Decide on ${place.title.split(' of ')[0].toLowerCase()}` : 'Decide', () => openForm(key), { 'aria-label': `Decide: ${place.title}` })),
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
    { class: 'rb-trouble', role: 'alert' },
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
    h('p', { class: 'rb-row' }, button(`${key} again`, 'Apply mine to it', () => again(key)), button(`${key} drop`, 'Let it be', () => letBe(key))),
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
