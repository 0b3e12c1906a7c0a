// Elements, focus and speech of edit mode. Not done here: what stands in them.

/** The control that has the focus, by its name, as it survives a renewal of the page. */
let focus = null;
/** The control that is to have it with the next drawing. */
let wish = null;

/** Where the focus goes with the next drawing, wherever it is. */
export const focusOn = (name) => (wish = { name });

/** An element; a property that begins with `on` is a listener. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

export const button = (name, text, onclick, more = {}) => h('button', { type: 'button', 'data-name': name, onclick, ...more }, text);

/** Text with its line breaks, which a keyboard can scroll where it is too wide. */
export const scrolling = (label, text) => h('pre', { tabindex: 0, role: 'group', 'aria-label': label }, text);

/** Whether a key is Escape and nobody has used it yet; then it is used. One press does one thing. */
export function isEscape(event, canUse) {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !canUse()) return false;
  event.preventDefault();
  return true;
}

export function remember(element) {
  focus = { name: element.dataset.name };
  try {
    Object.assign(focus, { start: element.selectionStart, end: element.selectionEnd });
  } catch {
    // Some kinds of field have no selection.
  }
}

/** After a drawing: gives the focus to the control that is to have it, or back to the one that had it; to one near by where that is gone. */
export function restore() {
  const isLost = !document.activeElement || document.activeElement === document.body;
  const wanted = wish ?? (isLost ? focus : null);
  const isWish = wanted === wish;
  wish = null;
  const element = wanted && find(wanted.name);
  if (!element) return;
  const { name, start, end } = wanted; // which the next line sets anew
  element.focus({ preventScroll: !isWish });
  if (typeof start === 'number' && element.dataset.name === name && element.setSelectionRange) element.setSelectionRange(start, end);
}

function find(name) {
  const controls = [...document.querySelectorAll('[data-name]')].filter((element) => !element.disabled);
  const key = name.slice(0, name.lastIndexOf(' '));
  const named = (wanted) => controls.find((element) => element.dataset.name === wanted);
  const near = ['open', 'save', 'tick'].map((part) => named(`${key} ${part}`)).find(Boolean);
  const like = key === 'undo' && controls.find((element) => element.dataset.name.startsWith('undo '));
  return named(name) || near || like || named('bar');
}

document.addEventListener('focusin', ({ target }) => (target.dataset?.name ? remember(target) : (focus = null)));
// `selectionchange` may come late; where a key was let go the caret stands already.
for (const event of ['selectionchange', 'input', 'keyup'])
  document.addEventListener(event, () => document.activeElement?.dataset?.name && remember(document.activeElement));
document.addEventListener('pointerdown', ({ target }) => target.closest?.('[data-rollbook-edit]') || (focus = null));

/** Tells a screen reader, outside of what the live client renews. */
const speech = h('div', { class: 'rb-speech', role: 'status', 'aria-live': 'polite' });
export const say = (text) => (speech.textContent = text);
document.documentElement.append(speech);
