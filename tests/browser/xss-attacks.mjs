// What is tried to make a script of a value: texts, addresses, names of files, a picture. Checks nothing itself.

/** What a script of a field calls; the test hears it. */
export const MARKER = '__xss';
/** The fields by number: a number needs no quotes, which would end the text around it. */
export const FIELDS = [];
export const call = (field) => {
  if (!FIELDS.includes(field)) FIELDS.push(field);
  return `${MARKER}(${FIELDS.indexOf(field)})`;
};

/** Ways out of every place in which HTML, a script, a style, a template or a message may put a text. Cuttable: the first ones matter most. */
export const ATTACKS = (field) => [
  `<img src=x onerror=${call(field)}>`,
  `<script>${call(field)}</script>`,
  `"><svg/onload=${call(field)}>`,
  `'><svg/onload=${call(field)}>`,
  `" onfocus="${call(field)}" autofocus tabindex="0" x="`,
  `' onmouseover='${call(field)}' x='`,
  `</title></style></textarea></template></script><script>${call(field)}</script>`,
  `--><img src=x onerror=${call(field)}><!--`,
  `]]><img src=x onerror=${call(field)}>`,
  `&lt;img src=x onerror=${call(field)}&gt;`,
  `<iframe srcdoc="<script>parent.${call(field)}</script>"></iframe>`,
  '{{ 7 * 191 }}{% raw %}{ $title }',
].join(' ');

/** The addresses that run a script where somebody follows them, in the disguises that browsers see through. */
export const SCRIPT_ADDRESSES = [
  'javascript:', 'JaVaScRiPt:', ' javascript:', '\tjavascript:', 'java\tscript:', 'java\nscript:', 'java\rscript:', '\u0001javascript:', 'javascript\t:',
  'vbscript:', 'data:text/html,', 'data:text/html;base64,', 'file:///', 'view-source:javascript:', 'blob:', 'filesystem:', '//javascript:',
];

/** A value for the field: plain text, and a line of Markdown. The harmless twin has words in their place, and `attacks` may take the place of a text. */
export function values(isHostile, attacks = (field) => `${field} ${ATTACKS(field)}`) {
  const used = new Set();
  const value = (field, attack) => (used.add(field), isHostile ? attack(field) : `${field} of the twin`);
  return {
    used,
    /** In quotes of YAML, TOML and JSON alike. */
    text: (field) => JSON.stringify(value(field, attacks)),
    /** A line as it stands in Markdown. */
    line: (field) => value(field, (field) => `${field} ${ATTACKS(field)}`),
    /** One word without blanks, for where a blank would end it. */
    word: (field) => (used.add(field), isHostile ? `"onload="${call(field)}"><img/src=x/onerror=${call(field)}>` : `${field}-word`),
  };
}

/** Names of files without their ending: what HTML, URLs, shells and other systems read as something else. */
export const NAMES = (isHostile) =>
  isHostile
    ? ['<img src=x onerror=__xss(1)>', '"onfocus="__xss(2)"autofocus x="', "'onload='__xss(3)", 'javascript:__xss(4)', 'a b', 'new\nline', 'tab\there', '#x', '?y=z', '%3Cscript%3E', 'é', 'e\u0301e', '\u202eltr', '日本', 'a&amp;b', '{{ x }}', '\u0001']
    : ['plain', 'plaid', 'player', 'play', 'a b', 'newline', 'tabhere', 'x', 'y', 'script', 'é', 'ee', 'ltr', '日本', 'amp', 'curly', 'control'];

export const SVG = (field) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="parent.${call(field)}"><script>parent.${call(field)}</script>` +
  `<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="parent.${call(field)}"/></foreignObject></svg>\n`;
