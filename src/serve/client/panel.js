// What is wrong with the book: every finding with its excerpt, in a panel that can be folded to a word in the corner. Errors open it, unless the
// reader has folded it in this tab; warnings only stand there. Not done here: finding anything.

import { counted, element, focused, place } from './dock.js';
import { finding } from './finding.js';

const FOLDED = 'rollbook:folded';

const pill = element('button', { type: 'button', className: 'pill', attributes: { 'aria-expanded': 'false', 'aria-controls': 'panel' } });
const title = element('h2', { id: 'title' });
const fold = element('button', { type: 'button', className: 'fold', textContent: 'Fold', title: 'Fold (Esc)' });
const lede = element('p', { className: 'lede' });
const list = element('div', { className: 'list', tabIndex: -1 });
const panel = element(
  'section',
  { id: 'panel', className: 'panel', attributes: { 'aria-labelledby': 'title' } },
  element('header', {}, element('div', {}, title, lede), fold),
  list,
);
const spoken = element('p', { className: 'unseen', attributes: { role: 'status' } });

let told = { errors: 0, warnings: 0, stale: false };
let source = null;
let wantsWarnings = false; // the reader has opened what does not open by itself
let asked = 0;
let shownText = '';

place(panel, pill, spoken);
spoken.hidden = false;
pill.addEventListener('click', () => choose(true));
fold.addEventListener('click', () => choose(false));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !panel.hidden && !document.querySelector(':modal, :popover-open')) choose(false);
});

/** Shows how the book is, by what the server at `root` says of it. */
export function tell(root, { findings }) {
  source = new URL('findings.json', root);
  if (findings.errors > 0 || told.errors > 0) wantsWarnings = false;
  const news = summary(findings);
  told = findings;
  if (spoken.textContent !== news) spoken.textContent = news;
  show();
}

function isOpen() {
  if (told.errors > 0) return sessionStorage.getItem(FOLDED) === null;
  return told.warnings > 0 && wantsWarnings;
}

/** The reader opens or folds the panel; the focus goes along if it was there. */
function choose(opens) {
  if (told.errors === 0) wantsWarnings = opens;
  else if (opens) sessionStorage.removeItem(FOLDED);
  else sessionStorage.setItem(FOLDED, 'yes');
  const hadFocus = focused() !== null;
  show();
  if (hadFocus) (opens ? fold : pill).focus({ preventScroll: true });
}

function show() {
  const { errors, warnings, stale } = told;
  const kind = errors > 0 ? 'error' : 'warning';
  const opens = isOpen();
  pill.textContent = counted(errors || warnings, kind);
  title.textContent = [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')].filter(Boolean).join(', ');
  lede.textContent = errors === 0 ? '' : stale ? 'You see the last good version of this page.' : 'You see what could be built of the book.';
  for (const part of [pill, panel]) part.dataset.kind = kind;
  pill.hidden = opens || errors + warnings === 0;
  panel.hidden = !opens;
  pill.setAttribute('aria-expanded', String(opens));
  if (opens) load();
}

/** The findings themselves; of several answers the one that was asked for last counts. */
async function load() {
  const turn = (asked += 1);
  const text = await fetch(source, { cache: 'no-store' }).then((response) => (response.ok ? response.text() : null), () => null);
  if (turn !== asked || text === null || text === shownText) return;
  shownText = text;
  const { errors, warnings, findings } = JSON.parse(text);
  const rest = errors + warnings - findings.length;
  const { scrollTop } = list;
  list.replaceChildren(...findings.map(finding));
  if (rest > 0) list.append(element('p', { className: 'rest', textContent: `and ${rest} more: rollbook check lists them all` }));
  list.scrollTop = scrollTop;
}

function summary({ errors, warnings, stale }) {
  if (errors === 0) return told.errors > 0 ? 'The book has no error any more.' : '';
  return `${counted(errors, 'error')} in the book. ${stale ? 'You see the last good version of this page.' : ''}`;
}
