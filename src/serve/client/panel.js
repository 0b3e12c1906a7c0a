// What is wrong with the book: every finding with its excerpt, in a panel that can be folded to a word in the corner. Errors open it, unless the
// reader has folded it, which holds in this tab until they are mended; warnings only stand there. Not done here: finding anything.

import { counted, element, focused, leave, place } from './dock.js';
import { finding, nameOf } from './finding.js';

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
let isThere = true; // the page that the tab shows is in the site
let named = new Set(); // the errors that were read out, or could be
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
export function tell(root, { findings, page }) {
  source = new URL('findings.json', root);
  isThere = page !== null;
  if (findings.errors > 0 || told.errors > 0) wantsWarnings = false;
  if (findings.errors === 0) {
    if (told.errors > 0) say('The book has no error any more.');
    sessionStorage.removeItem(FOLDED);
    named = new Set();
  }
  told = findings;
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
  const { errors, warnings } = told;
  const kind = errors > 0 ? 'error' : 'warning';
  const opens = isOpen();
  pill.textContent = counted(errors || warnings, kind);
  title.textContent = [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')].filter(Boolean).join(', ');
  lede.textContent = errors === 0 ? '' : shownInstead();
  for (const part of [pill, panel]) part.dataset.kind = kind;
  const held = focused();
  [pill.hidden, panel.hidden] = [opens || errors + warnings === 0, !opens];
  pill.setAttribute('aria-expanded', String(opens));
  const isLost = (held === pill && pill.hidden) || (panel.contains(held) && panel.hidden);
  if (isLost && opens) fold.focus({ preventScroll: true });
  else if (isLost) leave(held);
  if (opens || errors > 0) load();
}

/** What the reader sees in place of what the book with its errors would be. */
function shownInstead() {
  if (!told.stale) return 'You see what could be built of the book.';
  return isThere ? 'You see the last good version of this page.' : 'All pages are those of the last good version.';
}

function say(text) {
  if (spoken.textContent !== text) spoken.textContent = text;
}

/** The findings themselves; of several answers the one that was asked for last counts. */
async function load() {
  const turn = (asked += 1);
  const text = await fetch(source, { cache: 'no-store' }).then((response) => (response.ok ? response.text() : null), () => null);
  if (turn !== asked || text === null) return;
  const { errors, warnings, findings } = JSON.parse(text);
  readOut(findings.filter(({ severity }) => severity === 'error'));
  if (text === shownText) return;
  shownText = text;
  const rest = errors + warnings - findings.length;
  const { scrollTop } = list;
  const back = holdFocus();
  list.replaceChildren(...findings.map(finding));
  if (rest > 0) list.append(element('p', { className: 'rest', textContent: `and ${rest} more: rollbook check lists them all` }));
  list.scrollTop = scrollTop;
  back();
}

/** Says how many errors there are, and the first that was not there before. */
function readOut(errors) {
  const names = errors.map(nameOf);
  const fresh = errors.find((_, n) => !named.has(names[n]));
  named = new Set(names);
  if (told.errors === 0) return;
  const what = fresh ? `: ${fresh.message}` : '';
  say(`${counted(told.errors, 'error')} in the book${what}. ${told.stale ? shownInstead() : ''}`.trim());
}

/** Where the focus is in the list, to be given to the same control of the same finding once the list is new. */
function holdFocus() {
  const held = focused();
  if (!list.contains(held)) return () => {};
  const controls = (article) => [...article.querySelectorAll('a, button, [tabindex]')];
  const article = held.closest('.finding');
  const [name, at] = article ? [article.dataset.name, controls(article).indexOf(held)] : [null, -1];
  return () => {
    const now = [...list.children].find((child) => child.dataset.name === name && name !== null);
    (now ? controls(now)[at] ?? fold : held.isConnected ? held : fold).focus({ preventScroll: true });
  };
}
