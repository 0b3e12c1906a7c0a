// Which of a parent's new children take the place of which old ones, so that what only moved or stayed is not made anew. Not done here: changing
// the page.

import { same } from './twins.js';

/** So far ahead an old child is looked for that could become a new one. */
const AHEAD = 8;

/** New child → old child, and the old ones that have to change their place among the others. Both lists are nodes that were sent. */
export function align(olds, news) {
  const pairs = new Map();
  const moved = new Set();
  const match = (old, now) => pairs.set(now, old);

  let start = 0;
  while (start < olds.length && start < news.length && same(olds[start], news[start])) match(olds[start], news[start++]);
  let [oldEnd, newEnd] = [olds.length, news.length];
  while (oldEnd > start && newEnd > start && same(olds[oldEnd - 1], news[newEnd - 1])) match(olds[--oldEnd], news[--newEnd]);
  const [before, after] = [olds.slice(start, oldEnd), news.slice(start, newEnd)];
  if (before.length === 0 || after.length === 0) return { pairs, moved };

  // What has a name of its own on both sides holds the rest in place; between two such nodes, the next that could be the same is taken.
  const named = anchors(before, after);
  const steady = increasing(named);
  const taken = new Set(named.map(([old]) => old));
  for (const [old, now] of named) match(before[old], after[now]);
  for (const anchor of named) if (!steady.has(anchor)) moved.add(before[anchor[0]]);
  const held = new Set(named.map(([, now]) => now));
  let [old, now] = [0, 0];
  for (const [oldAnchor, newAnchor] of [...named.filter((anchor) => steady.has(anchor)), [before.length, after.length]]) {
    for (; now < newAnchor; now += 1) {
      if (held.has(now)) continue;
      for (let at = old; at < Math.min(oldAnchor, old + AHEAD); at += 1) {
        if (taken.has(at) || !akin(before[at], after[now])) continue;
        match(before[at], after[now]);
        old = at + 1;
        break;
      }
    }
    [old, now] = [oldAnchor + 1, newAnchor + 1];
  }
  return { pairs, moved };
}

/** Whether the one can become the other. A script can't: it has run; nor can a link to another style sheet: the page would stand bare. */
function akin(old, now) {
  if (old.nodeName !== now.nodeName) return false;
  if (!(old instanceof Element)) return isBlank(old) === isBlank(now);
  if (old.nodeName === 'SCRIPT') return same(old, now);
  return old.id === now.id && (old.nodeName !== 'LINK' || old.getAttribute('href') === now.getAttribute('href'));
}

const isBlank = (node) => node.nodeValue.trim() === '';

/** What a node is known by among its siblings. */
function label(node) {
  if (!(node instanceof Element)) return isBlank(node) ? null : `${node.nodeName} ${node.nodeValue}`;
  if (node.nodeName === 'SCRIPT') return node.outerHTML;
  const name = node.id || node.querySelector('[id]')?.id || (node.nodeName === 'LINK' && node.getAttribute('href'));
  return name ? `${node.nodeName} #${name}` : node.outerHTML;
}

/** The places [old, new] of nodes whose label each list has exactly once, in the order of the new list. */
function anchors(olds, news) {
  const [inOld, inNew] = [olds, news].map((nodes) => {
    const places = new Map();
    nodes.forEach((node, place) => {
      const name = label(node);
      if (name !== null) places.set(name, places.has(name) ? null : place);
    });
    return places;
  });
  const found = [...inNew].map(([name, now]) => [inOld.get(name) ?? null, now]);
  return found.filter(([old, now]) => old !== null && now !== null && akin(olds[old], news[now]));
}

/** The longest run of pairs whose old places increase too: those nodes need not move. */
function increasing(pairs) {
  const ends = []; // of the runs of each length, the pair with the smallest old place
  const before = new Map();
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle][0] < pair[0]) low = middle + 1;
      else high = middle;
    }
    before.set(pair, ends[low - 1]);
    ends[low] = pair;
  }
  const run = new Set();
  for (let pair = ends.at(-1); pair; pair = before.get(pair)) run.add(pair);
  return run;
}
