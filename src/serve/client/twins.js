// Which node of the page came from which node of the markup that the server sent. A node without a twin was put there by a script, by an
// extension of the browser or by the live client, and is left alone. Not done here: changing the page.

const served = new WeakMap(); // node of the page → node that was sent
const shown = new WeakMap(); // the other way

/** Says that a node of the page came from one that was sent. */
export function pair(live, sent) {
  served.set(live, sent);
  shown.set(sent, live);
}

/** What a node of the page was when it was sent, or last renewed. */
export const servedAs = (live) => served.get(live);

/** The node of the page that came from one that was sent. */
export const shownAs = (sent) => shown.get(sent);

/** Where a node's children are: those of a `template` stand apart. */
export const inside = (node) => (node instanceof HTMLTemplateElement ? node.content : node);

/** Whether two nodes that were sent are the same, with all that is in them. `isEqualNode` does not look into templates. */
export function same(a, b) {
  if (!a.isEqualNode(b)) return false;
  return !(a instanceof Element) || !(a instanceof HTMLTemplateElement || a.querySelector('template')) || a.outerHTML === b.outerHTML;
}

/** Says that a tree of the page came from a tree of the same shape. */
export function pairAll(live, sent) {
  together(live, sent, pair);
}

/** What came from `was` comes from `next`, which is the same, from now on: else each page ever sent would be kept for the sake of a few nodes. */
export function hand(was, next) {
  together(was, next, (old, now) => {
    const live = shown.get(old);
    if (live) pair(live, now);
  });
}

function together(a, b, visit) {
  visit(a, b);
  let other = inside(b).firstChild;
  for (let child = inside(a).firstChild; child && other; child = child.nextSibling, other = other.nextSibling) together(child, other, visit);
}
