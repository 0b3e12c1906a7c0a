// The bar of edit mode: how much was changed, the list with its way back, the commit message. Not done here: committing.

import { copy, loadLog, undo } from './edit-changes.js';
import { button, h, scrolling } from './edit-dom.js';
import { bar } from './edit-state.js';
import { render } from './edit-view.js';

export function drawBar() {
  const count = `${bar.changes} ${bar.changes === 1 ? 'change' : 'changes'}`;
  const toggle = async () => {
    bar.open = !bar.open;
    bar.copied = false;
    bar.error = '';
    if (bar.open) await loadLog();
    render();
  };
  const onkeydown = (event) => event.key === 'Escape' && bar.open && toggle();
  return h(
    'aside',
    { class: 'rb-bar', 'aria-label': 'Edit mode', 'data-rollbook-edit': true, onkeydown },
    bar.open && bar.log && drawLog(),
    h('p', { class: 'rb-row' }, button('bar', bar.changes ? count : 'Edit mode: no changes', toggle, { 'aria-expanded': String(bar.open) })),
  );
}

function drawLog() {
  const { changes, files, message } = bar.log;
  const time = (at) => new Date(at * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const row = (change) =>
    h(
      'li',
      {},
      h('p', {}, h('span', { class: 'rb-quiet' }, time(change.at)), ' ', change.sentence),
      scrolling(`Diff: ${change.sentence}`, change.diff),
      h('p', { class: 'rb-row' }, button(`undo ${change.id}`, 'Undo', () => undo(change.id), { 'aria-label': `Undo ${change.sentence}` })),
    );
  if (!changes.length) return h('div', { class: 'rb-log' }, bar.error && h('p', { role: 'alert' }, bar.error), h('p', {}, 'Nothing was changed since the server started.'));
  return h(
    'div',
    { class: 'rb-log' },
    h('h2', {}, 'Changed since the server started'),
    bar.error && h('p', { class: 'rb-trouble', role: 'alert' }, bar.error),
    h('ol', {}, changes.map(row)),
    h('h3', {}, 'To commit'),
    h('p', { class: 'rb-quiet' }, files.join(', ')),
    h('label', { class: 'rb-field' }, h('span', {}, 'Message'), h('textarea', { class: 'rb-message', readonly: true, rows: 3, 'data-name': 'message', value: message })),
    h('p', { class: 'rb-row' }, button('copy', bar.copied ? 'Copied' : 'Copy commit message', copy)),
  );
}
