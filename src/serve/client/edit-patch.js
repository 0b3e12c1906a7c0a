// Lets what stands on the page become what was drawn anew, so that what did not change stays: the focus, how far a list is scrolled, how large a
// field was made, and a message that was read out is not read out again. Not done here: drawing.

/** A listener stays with its element, so those with the same name must do the same, whenever they were drawn. */
export function patch(old, next) {
  // A reader who makes a field larger sets its style.
  for (const { name } of [...old.attributes]) if (name !== 'style' && !next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  children(old, [...next.childNodes]);
  for (const name of ['checked', 'value']) if (name in next && old[name] !== next[name]) old[name] = next[name];
}

function children(parent, nexts) {
  const left = [...parent.childNodes];
  const kept = nexts.map((next) => {
    const at = left.findIndex((old) => isSame(old, next));
    return at < 0 ? next : left.splice(at, 1)[0];
  });
  left.forEach((node) => node.remove());
  let place = parent.firstChild;
  kept.forEach((node, n) => {
    const next = nexts[n];
    if (node !== next && node instanceof Element) patch(node, next);
    else if (node.nodeValue !== next.nodeValue) node.nodeValue = next.nodeValue;
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  });
}

const isSame = (old, next) =>
  old.nodeName === next.nodeName && old.className === next.className && ['name', 'key'].every((of) => old.dataset?.[of] === next.dataset?.[of]);
