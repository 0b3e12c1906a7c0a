// One finding as the panel shows it: what is wrong, where, the excerpt with its caret, what helps. Not done here: any wording of the finding.

import { element } from './dock.js';

/** The element for one finding of `findings.json`. */
export function finding({ severity, code, message, help, text, ...place }) {
  const parts = [
    element('h3', {}, element('span', { className: 'severity', textContent: severity }), ' ', ...quoted(message)),
    where(place),
  ];
  if (text) parts.push(excerpt(text));
  if (help) parts.push(element('p', { className: 'help' }, element('b', { textContent: 'Help: ' }), ...quoted(help)));
  const article = element('article', { className: 'finding' }, ...parts);
  article.dataset.kind = severity;
  article.dataset.code = code;
  article.dataset.name = nameOf({ severity, code, message, path: place.path });
  return article;
}

/** What makes a finding the same to a reader: not its line, which moves with all that is written above it. */
export const nameOf = ({ severity, code, message, path }) => [severity, code, path, message].join(' ');

/** Text in which what stands between backticks is quoted from a file. */
const quoted = (text) => text.split(/`([^`]*)`/).map((part, n) => (n % 2 ? element('code', { textContent: part }) : part));

/** `path:line:column`: opens the author's editor where one is set up, else it can be copied. */
function where({ path, line, column, editor }) {
  const text = [path, line, column].filter((part) => part !== null).join(':');
  if (editor && !/^\s*(javascript|data|vbscript):/i.test(editor)) {
    return element('p', { className: 'where' }, element('a', { href: editor, textContent: text, title: 'Open in the editor' }));
  }
  const name = element('span', { textContent: text });
  const copy = element('button', { type: 'button', className: 'copy', textContent: 'Copy', attributes: { 'aria-label': `Copy ${text}` } });
  copy.addEventListener('click', async () => {
    // Browsers let only pages of this machine, or over TLS, write to the clipboard; elsewhere the text is selected, to be copied by hand.
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = 'Copied';
      setTimeout(() => (copy.textContent = 'Copy'), 2000);
    } catch {
      getSelection().selectAllChildren(name);
    }
  });
  return element('p', { className: 'where' }, name, copy);
}

/** The lines of the source, and those below them that point at the fault. */
function excerpt(text) {
  const block = element('pre', { tabIndex: 0, attributes: { role: 'group', 'aria-label': 'Excerpt' } });
  for (const line of text.split('\n')) {
    const [, gutter, rest] = /^(\s*\d*\s*\| ?|)(.*)$/s.exec(line);
    const className = /\d/.test(gutter) ? 'source' : rest.includes('^') ? 'pointer' : 'related';
    block.append(element('span', { className: 'gutter', textContent: gutter }), element('span', { className, textContent: rest }), '\n');
  }
  return block;
}
