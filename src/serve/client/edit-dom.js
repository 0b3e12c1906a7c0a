// Elements, focus and speech of edit mode. Not done here: what stands in them.

/** The control that has the focus, by its name, as it survives a renewal of the page. */
let focus = null;

/** Where the focus goes with the next drawing. */
export const focusOn = (name) => (focus = { name });

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

export function remember(element) {
  focus = { name: element.dataset.name };
  try {
    Object.assign(focus, { start: element.selectionStart, end: element.selectionEnd });
  } catch {
    // Some kinds of field have no selection.
  }
}

export function restore() {
  if (!focus || (document.activeElement && document.activeElement !== document.body)) return;
  const element = [...document.querySelectorAll('[data-name]')].find((element) => element.dataset.name === focus.name);
  if (!element) return;
  const { start, end } = focus; // which the next line sets anew
  element.focus({ preventScroll: true });
  if (typeof start === 'number' && element.setSelectionRange) element.setSelectionRange(start, end);
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
