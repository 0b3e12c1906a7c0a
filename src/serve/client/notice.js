// Says that the page is gone, or the server away, until it is not so any more. Not done here: noticing it.

import { element, place } from './dock.js';

const goneText = element('p', { className: 'lede' });
const ways = element('ul', { className: 'ways' });
const goneTitle = element('h2', { textContent: 'This page is gone' });
const goneCard = element('section', { className: 'card', attributes: { role: 'status' } }, goneTitle, goneText, ways);
const awayPill = element('p', { className: 'pill away', attributes: { role: 'status' } });

/** What keeps the page from being told what is new. */
const AWAY = { away: 'Server away', full: 'Too many open pages: this one does not follow' };

let asked = 0;

place(goneCard, awayPill);

/** Says what stands between the page and the server; with null, nothing. */
export function away(why) {
  awayPill.hidden = why === null;
  const text = AWAY[why] ?? '';
  if (awayPill.textContent !== text) awayPill.textContent = text;
}

/** Says that the page `page` is gone and where to go on from there; with null, nothing. */
export async function gone(where) {
  const turn = (asked += 1);
  if (where === null) {
    goneCard.hidden = true;
    ways.replaceChildren();
    return;
  }
  const { root, page, state } = where;
  const isUnsure = state.findings.errors > 0 && !state.findings.stale; // what is served is what could be built
  const why = isUnsure ? 'It was deleted, or could not be built for the errors.' : 'It is no longer in the book.';
  goneText.textContent = `${why} You see it as it was.`;
  goneCard.hidden = false;
  const found = await waysFrom(new URL('../', root), page);
  if (turn !== asked) return;
  const items = found.map(({ label, url, title }) => element('li', {}, `${label} `, element('a', { href: url, textContent: title })));
  const isNew = items.length !== ways.children.length || items.some((item, n) => !item.isEqualNode(ways.children[n]));
  if (isNew) ways.replaceChildren(...items); // what did not change is not read out again
}

/** Pages that the page may be now, by its heading or the name of its file, and those above it. */
async function waysFrom(home, page) {
  const above = (await Promise.all(ancestors(page).map((path) => read(new URL(path, home))))).filter(Boolean);
  const heading = headingOf(document);
  const name = nameOf(page);
  const candidates = new Map();
  for (const { url, next } of above) {
    for (const link of next.querySelectorAll('a[href]')) {
      const to = address(link.getAttribute('href'), url);
      if (!to?.href.startsWith(home.href)) continue;
      [to.hash, to.search] = ['', ''];
      const path = decoded(to.href.slice(home.href.length));
      const isLike = words(link) === heading || (name !== '' && nameOf(path) === name);
      if (path !== page && isLike) candidates.set(to.href, words(link) || path);
    }
  }
  const now = [...candidates].slice(0, 3).map(([url, title]) => ({ label: 'It may be here now:', url, title }));
  const front = new URL('index.html', home).href;
  const up = above.map(({ url, next }) => ({ label: url.href === front ? 'Front page:' : 'Above it:', url, title: headingOf(next) }));
  return [...now, ...up.filter(({ url, title }) => title && !candidates.has(url.href))];
}

/** The index pages of the folders that a page lies in, the innermost first. */
function ancestors(page) {
  const folders = page.split('/').slice(0, -1);
  const paths = folders.map((_, n) => [...folders.slice(0, folders.length - n - 1), 'index.html'].join('/'));
  return (paths.length > 0 ? paths : ['index.html']).filter((path) => path !== page);
}

/** Null for what is no address: an author may write anything. */
function address(text, base) {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** As it stands where it is no encoded text. */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function read(url) {
  try {
    const response = await fetch(url, { cache: 'no-store' });
    return response.ok ? { url, next: new DOMParser().parseFromString(await response.text(), 'text/html') } : null;
  } catch {
    return null;
  }
}

/** `atlas` for `projects/atlas/index.html`. */
const nameOf = (path) => path.replace(/(^|\/)index\.html$/, '').split('/').at(-1);

const words = (element) => element.textContent.replaceAll(/\s+/g, ' ').trim();

const headingOf = (page) => words(page.querySelector('h1') ?? page.querySelector('title') ?? page.body);
