// Turns the page into what the server sends now, touching nothing that did not change: three sides are compared, what was sent, what is sent, and
// what stands on the page. So whatever the reader and the page's own scripts did since stays: open folds, typed text, filters, inserted controls.
// Not done here: finding out which node is which (align.js), fetching.

import { align } from './align.js';
import { hand, inside, pair, pairAll, same, servedAs, shownAs } from './twins.js';

/** Makes a node of the page, and all in it, what `next` is. */
export function morph(live, next) {
  const was = servedAs(live);
  if (same(was, next)) return hand(was, next);
  if (live instanceof Element) {
    attributes(live, was, next);
    children(live, was, next);
    if (live.matches('input, textarea, select')) value(live, was, next);
  } else {
    text(live, was.nodeValue, next.nodeValue);
  }
  pair(live, next);
}

/** Whether the page would have to undo what a script did: one that it was sent with is not there any more. */
export function losesScript(was, next) {
  const scripts = (root) => [...root.querySelectorAll('script')].filter(runs).map((script) => script.outerHTML);
  const now = new Set(scripts(next));
  return scripts(was).some((script) => !now.has(script));
}

function attributes(live, was, next) {
  // Whether a fold is open is the reader's choice once he has chosen.
  const isChosen = (name) => name === 'open' && live.hasAttribute('open') !== was.hasAttribute('open');
  for (const attribute of next.attributes) {
    const { name, value } = attribute;
    if (was.getAttribute(name) !== value && !isChosen(name)) live.setAttributeNode(attribute.cloneNode());
  }
  for (const { name } of was.attributes) if (!next.hasAttribute(name) && !isChosen(name)) live.removeAttribute(name);
}

/** A field shows what the book says now, unless the reader has put something else in. */
function value(live, was, next) {
  if (live.checked === was.checked && live.checked !== next.checked) live.checked = next.checked;
  if (live.type !== 'file' && live.value === was.value && live.value !== next.value) live.value = next.value;
}

/** Only what differs is replaced, so that a selection around it stays. */
function text(live, was, next) {
  if (live.nodeValue !== was) {
    live.nodeValue = next;
    return;
  }
  let start = 0;
  while (start < was.length && was[start] === next[start]) start += 1;
  let end = 0;
  while (end < Math.min(was.length, next.length) - start && was.at(-1 - end) === next.at(-1 - end)) end += 1;
  live.replaceData(start, was.length - start - end, next.slice(start, next.length - end));
}

function children(live, was, next) {
  const [olds, news] = [was, next].map((node) => [...inside(node).childNodes]);
  const { pairs, moved } = align(olds, news);
  const kept = new Set(pairs.values());
  for (const old of olds) if (!kept.has(old)) shownAs(old)?.remove();
  const parent = inside(live);
  const places = new Map([...parent.childNodes].map((node, place) => [node, place]));
  let [last, reached] = [null, -1];
  for (const now of news) {
    const old = pairs.get(now);
    let node = old && shownAs(old);
    if (node) {
      morph(node, now);
      if (node.parentNode !== parent) continue; // a script has taken it away, or elsewhere
      // A script may have put it elsewhere among the others.
      if (moved.has(old) || places.get(node) < reached) place(parent, node, after(parent, last));
      else reached = places.get(node);
    } else if (old) {
      continue;
    } else {
      node = make(now, parent, after(parent, last));
    }
    last = node;
  }
}

const after = (parent, node) => (node ? node.nextSibling : parent.firstChild);

/** Moves a node with what the browser knows of it (focus, frames, animations), where the browser can. */
function place(parent, node, before) {
  if (node === before) return;
  if (parent.moveBefore && parent.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

/** Puts in what is new. Scripts of parsed markup do not run; copies of them do. */
function make(sent, parent, before) {
  const node = document.importNode(sent, true);
  pairAll(node, sent);
  parent.insertBefore(node, before);
  if (!(node instanceof Element)) return node;
  for (const script of [...node.querySelectorAll('script')].filter(runs)) revive(script);
  return runs(node) ? revive(node) : node;
}

function revive(script) {
  const copy = document.createElement('script');
  for (const attribute of script.attributes) copy.setAttributeNode(attribute.cloneNode());
  copy.textContent = script.textContent;
  pairAll(copy, servedAs(script));
  script.replaceWith(copy);
  return copy;
}

/** Whether an element is a script that the browser runs, and not a block of data. */
function runs(element) {
  return element.nodeName === 'SCRIPT' && /^(|module|(text|application)\/(java|ecma)script)$/i.test(element.type);
}
