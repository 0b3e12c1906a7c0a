// The bar of edit mode: how much was changed, the list with its way back, the commit message. Not done here: committing.

import { copy, loadLog, undo } from './edit-changes.js';
import { button, h, isEscape, scrolling } from './edit-dom.js';
import { bar } from './edit-state.js';
import { render } from './edit-view.js';

const counted = (count) => `${count} ${count === 1 ? 'change' : 'changes'}`;

async function toggle() {
  Object.assign(bar, { open: !bar.open, copied: false, error: '' });
  if (bar.open) await loadLog();
  render();
}

export function drawBar() {
  const onkeydown = (event) => isEscape(event, () => bar.open) && toggle();
  return h(
    'aside',
    { class: 'rb-bar', 'aria-label': 'Edit mode', onkeydown },
    bar.open && drawLog(),
    h('p', { class: 'rb-row' }, button('bar', bar.changes ? counted(bar.changes) : 'Edit mode: no changes', toggle, { 'aria-expanded': String(bar.open) })),
  );
}

function drawLog() {
  const trouble = bar.away ? 'The server does not answer.' : bar.error;
  return h('div', { class: 'rb-log' }, trouble && h('p', { class: 'rb-trouble', role: 'alert' }, trouble), bar.log && drawChanges(bar.log));
}

function drawChanges({ changes, older, files, message }) {
  if (!changes.length) return h('p', {}, 'Nothing was changed since the server started.');
  return [
    h('h2', {}, 'Changed since the server started'),
    h('ol', {}, changes.map(row)),
    older > 0 && h('p', { class: 'rb-quiet' }, `And ${counted(older)} before these.`),
    h('h3', {}, 'To commit'),
    ...(message ? drawCommit(files, message) : [h('p', {}, 'Nothing: the files are as they were.')]),
  ];
}

function row({ id, at, sentence, diff, can_be_undone }) {
  const time = new Date(at * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const way = can_be_undone
    ? button(`undo ${id}`, 'Undo', () => undo(id), { 'aria-label': `Undo ${sentence}` })
    : h('span', { class: 'rb-quiet' }, 'Undo the later change of this file first.');
  return h(
    'li',
    { 'data-key': id },
    h('p', {}, h('span', { class: 'rb-quiet' }, time), ' ', sentence),
    scrolling(`Diff: ${sentence}`, diff),
    h('p', { class: 'rb-row' }, way),
  );
}

function drawCommit(files, message) {
  return [
    h('p', { class: 'rb-quiet' }, files.join(', ')),
    h('label', { class: 'rb-field' }, h('span', {}, 'Message'), h('textarea', { class: 'rb-message', readonly: true, rows: 3, 'data-name': 'message', value: message })),
    h('p', { class: 'rb-row' }, button('copy', bar.copied ? 'Copied' : 'Copy commit message', copy)),
  ];
}
