// The forms of edit mode: an item's state, a decision. Not done here: what happens when they are sent.

import { closeForm, isTouched, submit } from './edit-changes.js';
import { button, h } from './edit-dom.js';
import { FIELDS, STATES, bar, work } from './edit-state.js';
import { render } from './edit-view.js';

export function form(key, fields, label) {
  const { pending } = work(key);
  const onsubmit = (event) => {
    event.preventDefault();
    submit(key);
  };
  const onkeydown = (event) => {
    if (event.key === 'Escape' && !isTouched(key)) closeForm(key);
  };
  return h(
    'form',
    { class: 'rb-form', 'aria-label': label, onsubmit, onkeydown, novalidate: true, autocomplete: 'off' },
    fields,
    h(
      'p',
      { class: 'rb-row' },
      h('button', { type: 'submit', class: 'rb-main', 'data-name': `${key} save`, 'aria-disabled': pending && 'true' }, pending ? 'Saving …' : 'Save'),
      button(`${key} cancel`, 'Cancel', () => closeForm(key)),
    ),
  );
}

/** One field of a form, with its label; typing goes into `values`. */
function field(key, name, label, kind, more = {}) {
  const { values } = work(key);
  const tag = kind === 'lines' ? 'textarea' : kind === 'select' ? 'select' : 'input';
  const { options, hint, ...rest } = more;
  const control = h(tag, { 'data-name': `${key} ${name}`, ...(tag === 'input' ? { type: kind } : {}), ...(kind === 'lines' ? { rows: 2 } : {}), ...rest });
  if (options) control.append(...options.map(([value, text]) => h('option', { value }, text)));
  control.value = values[name] ?? '';
  control.addEventListener(tag === 'select' ? 'change' : 'input', () => {
    values[name] = control.value;
    if (tag === 'select') render();
  });
  return h('label', { class: 'rb-field' }, h('span', {}, label), control, hint && h('small', {}, hint));
}

export function itemFields(key, { base, values }) {
  const states = Object.entries(STATES).filter(([state]) => state !== 'na' || base.na_allowed || base.state === 'na');
  const asks = base.answer !== null || /\?\s*$/.test(base.text);
  const more = {
    owner: { placeholder: base.default_owner ?? '' },
    due: { placeholder: base.default_due ?? '', hint: 'A day such as 2026-03-31, or counted from the window: end-3d' },
    reason: { required: true },
    until: { required: true },
  };
  const shown = Object.entries(FIELDS).filter(([name, [, of]]) => of.includes(values.state) && (name !== 'answer' || asks));
  return [
    field(key, 'state', 'State', 'select', { options: states }),
    ...shown.map(([name, [label, , kind]]) => field(key, name, label, kind, more[name])),
    !['todo', 'na'].includes(values.state) &&
      field(key, 'evidence', base.evidence.length ? 'More evidence' : 'Evidence', 'lines', {
        hint: [`${base.evidence_required ? 'Needed. ' : ''}A link on each line`, base.evidence.length ? `, beside ${base.evidence.join(', ')}` : ''].join(''),
      }),
  ];
}

export function decisionFields(key, { base, values }) {
  const options = [['', 'Choose …'], ...base.outcomes.map((outcome) => [outcome, outcome.replace('-', ' ')])];
  return [
    base.last && h('p', { class: 'rb-quiet' }, `Last: ${base.last.title}, ${base.last.date ?? ''}`),
    field(key, 'outcome', 'Outcome', 'select', { options, required: true }),
    field(key, 'by', 'By', 'lines', { hint: 'Who decides, a role on each line' }),
    field(key, 'because', 'Because', 'lines', { rows: 4, hint: 'Why; Markdown' }),
    values.outcome === 'conditional-go' && field(key, 'conditions', 'Conditions', 'lines', { hint: 'What has to happen, one on each line' }),
    field(key, 'date', 'Day', 'date', { hint: `Without one: ${bar.as_of}` }),
  ];
}
