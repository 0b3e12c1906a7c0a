// The corner of the window in which the live client says something. It stands apart from the page: its own shadow tree, its own style, outside the
// body. Not done here: what is said.

const host = document.createElement('rollbook-live');
const shadow = host.attachShadow({ mode: 'open' });
const corner = element('div', { className: 'corner' });
shadow.append(corner);

// Fetched before anything is said, for one of the things to say is that the server is away.
const style = await fetch(new URL('dock.css', import.meta.url));
if (!style.ok) throw new Error('dock.css did not come');
const sheet = new CSSStyleSheet();
sheet.replaceSync(await style.text());
shadow.adoptedStyleSheets = [sheet];
document.documentElement.append(host);

// The bar of edit mode stands at the other end of the same edge; it is made anew with each drawing. On narrow windows the corner stands above it.
const size = new ResizeObserver(([{ target }]) => host.style.setProperty('--below', `calc(${target.offsetHeight}px + 0.75rem)`));
const watched = new MutationObserver(measure);
let bar = null;
watched.observe(document.body, { childList: true });
measure();

function measure() {
  const now = document.querySelector('body > .rb-bar');
  if (now === bar) return;
  size.disconnect();
  bar = now;
  if (bar) size.observe(bar);
  else host.style.removeProperty('--below');
}

/** Where on the page the focus was before it went into the corner. */
let cameFrom = null;
host.addEventListener('focusin', ({ relatedTarget }) => {
  if (relatedTarget && relatedTarget !== host) cameFrom = relatedTarget;
});

/** Gives the focus that `held` has back to the page, where it was. */
export function leave(held) {
  held.blur();
  if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
}

/** Gives parts a place in the corner, from top to bottom, hidden at first. */
export function place(...parts) {
  for (const part of parts) part.hidden = true;
  corner.append(...parts);
}

/** What has the focus in the corner. */
export const focused = () => shadow.activeElement;

/** A new element. Text is only ever put in as text. */
export function element(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** "1 error", "2 errors". */
export const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
