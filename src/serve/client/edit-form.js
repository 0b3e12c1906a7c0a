// The forms of edit mode: an item's state, a decision. Not done here: what happens when they are sent.

import { closeForm, isTouched, submit } from './edit-changes.js';
import { button, h, isEscape } from './edit-dom.js';
import { FIELDS, STATES, bar, idOf, work } from './edit-state.js';
import { render } from './edit-view.js';

export function form(key, fields, label) {
  const { pending } = work(key);
  const onsubmit = (event) => {
    event.preventDefault();
    submit(key);
  };
  const onkeydown = (event) => isEscape(event, () => !isTouched(key) && !work(key).pending) && closeForm(key);
  const busy = { 'aria-disabled': pending && 'true' };
  return h(
    'form',
    { class: 'rb-form', 'aria-label': label, onsubmit, onkeydown, novalidate: true, autocomplete: 'off' },
    fields,
    h(
      'p',
      { class: 'rb-row' },
      h('button', { type: 'submit', class: 'rb-main', 'data-name': `${key} save`, ...busy }, pending ? 'Saving …' : 'Save'),
      button(`${key} cancel`, 'Cancel', () => work(key).pending || closeForm(key), busy),
    ),
  );
}

/** One field of a form, with its label; typing goes into `values`. While it is being saved nothing can be typed that would be lost. */
function field(key, name, label, kind, { options, hint, ...more } = {}) {
  const { values, pending, faults, bad } = work(key);
  const tag = kind === 'lines' ? 'textarea' : kind === 'select' ? 'select' : 'input';
  const id = idOf(`${key} ${name}`);
  const fault = faults?.[name];
  const about = [fault && `${id}-fault`, bad === name && idOf(`${key} trouble`), hint && `${id}-hint`].filter(Boolean).join(' ');
  const control = h(tag, {
    id,
    'data-name': `${key} ${name}`,
    'aria-invalid': (fault || bad === name) && 'true',
    'aria-describedby': about || null,
    ...(tag === 'input' ? { type: kind } : {}),
    ...(kind === 'lines' ? { rows: 2 } : {}),
    ...more,
    [tag === 'select' ? 'disabled' : 'readonly']: Boolean(pending),
  });
  if (options) control.append(...options.map(([value, text]) => h('option', { value }, text)));
  control.value = values[name] ?? '';
  control.addEventListener(tag === 'select' ? 'change' : 'input', ({ target }) => typed(key, name, target.value));
  return h(
    'div',
    { class: 'rb-field', 'data-key': name },
    h('label', { for: id }, label, more.required && h('span', { class: 'rb-quiet' }, ' (needed)')),
    control,
    hint && h('small', { id: `${id}-hint` }, hint),
    fault && h('p', { class: 'rb-fault', id: `${id}-fault` }, fault),
  );
}

function typed(key, name, value) {
  const { base, values, faults } = work(key);
  if (name === 'state') {
    // The day belongs to a state: another one begins on another day, unless the reader has said one.
    const day = (state) => (state === base.state ? (base.date ?? '') : '');
    if ((values.date ?? '') === day(values.state)) values.date = day(value);
  }
  values[name] = value;
  const isMended = Boolean(faults?.[name]);
  if (isMended) delete faults[name];
  if (isMended || ['state', 'outcome'].includes(name)) render();
}

export function itemFields(key, { base, values }) {
  const states = Object.entries(STATES).filter(([state]) => state !== 'na' || base.na_allowed || base.state === 'na');
  const asks = base.answer !== null || /\?\s*$/.test(base.text);
  const more = {
    owner: { placeholder: base.default_owner ?? '' },
    due: { placeholder: base.default_due ?? '', hint: 'A day such as 2026-03-31, or counted from the window: end-3d' },
    reason: { required: true },
    by: { required: values.state === 'waived' },
    until: { required: true },
    date: values.state !== base.state && base.date ? { hint: `Without one: ${bar.as_of}` } : {},
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
  const required = true;
  return [
    base.last && h('p', { class: 'rb-quiet' }, `Last: ${base.last.title}, ${base.last.date ?? ''}`),
    field(key, 'outcome', 'Outcome', 'select', { options, required }),
    field(key, 'by', 'By', 'lines', { required, hint: 'Who decides, a role on each line' }),
    field(key, 'because', 'Because', 'lines', { required, rows: 4, hint: 'Why; Markdown' }),
    values.outcome === 'conditional-go' && field(key, 'conditions', 'Conditions', 'lines', { required, hint: 'What has to happen, one on each line' }),
    field(key, 'date', 'Day', 'date', { hint: `Without one: ${bar.as_of}` }),
  ];
}
