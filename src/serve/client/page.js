// Renews the page: fetches it from its own address and lets it become what came. Not done here: knowing when (tab.js), how (morph.js).

import { hold } from './anchor.js';
import { losesScript, morph } from './morph.js';
import { servedAs } from './twins.js';
import { loaded, sheets } from './styles.js';

/** The page as the server has it now, with what the server says of it; null where what came is no page of the book. */
export async function ask(signal) {
  const response = await fetch(location.href, { cache: 'no-store', signal });
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const about = takeOwn(next);
  if (!about || !response.ok) return null;
  return { next, moved: response.redirected ? response.url : redirect(next), version: about.version };
}

/** Lets the page become `next`. */
export async function renew(next, signal) {
  const before = sheets();
  morph(document.head, next.head);
  await loaded(before);
  if (signal.aborted) return;
  const focused = document.activeElement;
  document.dispatchEvent(new Event('rollbook:morph'));
  const release = hold();
  morph(document.documentElement, next.documentElement);
  document.dispatchEvent(new Event('rollbook:morphed'));
  release();
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}

/** Whether the page can become `next` where it stands. Otherwise it has to be loaded anew. */
export function canBecome(next) {
  const was = servedAs(document.documentElement);
  return servedAs(document.head) && servedAs(document.body) && !losesScript(was, next.documentElement);
}

/** Loads the page anew, at the place to which it is scrolled. */
export async function reload() {
  // A browser's cache may hold a page that is younger than a second for the one that it has.
  const scripts = [...document.querySelectorAll('script[src]')].map((script) => script.src);
  const here = [location.href, ...scripts].filter((url) => new URL(url).origin === location.origin);
  await Promise.allSettled(here.map((url) => fetch(url, { cache: 'reload' })));
  location.reload();
}

/** Takes out of a page what the server put in: it is no part of the book, so it is never changed. Gives what the server says of the page. */
export function takeOwn(page) {
  const own = [...page.querySelectorAll('script[data-up][data-page]')];
  own.forEach((script) => script.remove());
  return own.find((script) => script.dataset.version !== undefined)?.dataset;
}

/** Where a page that only says so has moved to. */
function redirect(page) {
  const [, target] = /;\s*url=(.*)/i.exec(page.querySelector('meta[http-equiv="refresh" i]')?.content ?? '') ?? [];
  return target && new URL(target, location).href;
}
