// Swaps the style sheets of the page without a flash: the new one is loaded beside the old, which goes when the new one is there. Not done here:
// noticing that they changed.

import { pair, servedAs } from './twins.js';

/** Longer than this nobody waits for a style sheet. */
const PATIENCE = 3000;

const replacements = new WeakMap(); // style sheet → the one that is being loaded in its place

/** The style sheets of the page that the server gave. */
export function sheets() {
  return [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter((link) => new URL(link.href).origin === location.origin);
}

/** Loads all style sheets of the book again, as of `version`; gives whether all came. */
export async function swap(version) {
  const coming = new Set(sheets().map((link) => replacements.get(link)));
  const swapped = await Promise.all(sheets().filter((link) => !coming.has(link)).map((link) => replace(link, version)));
  return swapped.every(Boolean);
}

/** Waits until the style sheets are there that the page has not had before. */
export async function loaded(before) {
  await Promise.all(sheets().filter((link) => !before.includes(link) && !link.sheet).map(arrived));
}

async function replace(old, version) {
  replacements.get(old)?.remove();
  const url = new URL(old.href);
  url.searchParams.set('v', version);
  const link = Object.assign(old.cloneNode(), { href: url.href });
  replacements.set(old, link);
  old.after(link);
  const isHere = await arrived(link);
  if (replacements.get(old) !== link) return true; // a newer one is on its way
  replacements.delete(old);
  if (isHere && servedAs(old)) pair(link, servedAs(old));
  if (isHere && old.isConnected) old.remove();
  else link.remove();
  return isHere;
}

function arrived(link) {
  return new Promise((done) => {
    link.addEventListener('load', () => done(true), { once: true });
    link.addEventListener('error', () => done(false), { once: true });
    setTimeout(done, PATIENCE, false);
  });
}
