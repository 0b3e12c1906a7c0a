// A book that attacks whoever reads its site: every field that an author can write, and every name of a file, carries a script that tells when it runs.
// Its twin has the same fields with harmless values. Checks nothing itself.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NAMES, SVG, call, values } from './xss-attacks.mjs';

export const ROLLBOOK = process.env.ROLLBOOK ?? fileURLToPath(new URL('../../target/debug/rollbook', import.meta.url));
export const AS_OF = '2026-06-01';

const at = (folder) => (name, text) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

function config({ text }, isHostile, rawHtml) {
  const url = (field) => (isHostile ? `'onload='${call(field)};url=javascript:(1)` : 'path');
  return `[book]
id = "xss"
title = ${text('book-title')}
description = ${text('book-description')}
start = 2026-03-02
base_url = "https://xss.example/${url('base-url')}"
repository = "https://code.example/${url('repository')}"
repository_branch = ${text('branch')}
[markdown]
raw_html = "${rawHtml ? 'allow' : 'escape'}"
[calendar]
holiday_files = ["days/official.ics", "days/own.csv"]
holidays = [{ date = 2026-05-25, name = ${text('holiday')} }]
freezes = [{ start = 2026-06-08, end = 2026-06-12, reason = ${text('freeze')} }]
`;
}

/** Everything of Markdown that takes a text, an address, a name or HTML. */
function body({ line, word }, isHostile) {
  const raw = isHostile ? (field) => `<img src=x onerror=${call(field)}><b onclick=${call(field)} style="x:expression(1)">b</b><script>${call(field)}</script><iframe src="javascript:${call(field)}"></iframe>` : () => 'raw';
  const named = NAMES(isHostile).map((name) => `- [](<${encodeURIComponent(name)}.md>)\n- [file](<names/${encodeURIComponent(name)}.txt>)`);
  return `
${raw('html-block')}

<!--><img src=x onerror=${call('html-comment')}> --> text ${raw('html-inline')} <!-- --><svg/onload=${call('html-after-comment')}> \\<img src=x onerror=${call('escaped')}>

Code \`${line('code-span')}\` in text

## ${line('heading')} {#${word('anchor')} .${word('class')} onclick=${call('attribute')} style=x:y}

Text &lt;img src=x onerror=${call('entity')}&gt; &#60;script&#62;${call('entity')}&#60;/script&#62; ${line('text')}

\`\`\`js title="${line('fence-title').replaceAll('"', "'")}" {1} linenos
const html = \`${line('code')}\`;
\`\`\`

\`\`\`html
${line('code-html')}
\`\`\`

\`\`\`${word('fence-language')}
${line('code-unknown')}
\`\`\`

\`\`\`mermaid
graph TD; A["${line('mermaid')}"]; click A "javascript:${call('mermaid')}"
\`\`\`

A picture ![${line('alt').replaceAll(/[[\]]/g, '')}](pictures/attack.svg) in text

A picture ![with a title](pictures/attack.svg '${line('image-title').replaceAll("'", '')}') in text

![A figure](pictures/attack.svg '${line('figure-caption').replaceAll("'", '')}')

![${line('remote-alt')}](https://pictures.example/${word('remote-image').replaceAll(/[<>]/g, '')}?a=b&c)

[${line('link-text').replaceAll(/[[\]]/g, '')}](everything.md)

[link](https://link.example/${word('link-address').replaceAll(/[<> ]/g, '')} '${line('link-title').replaceAll("'", '')}')
[reference][${'label'}] [x][${isHostile ? 'onload=' : 'other'}] <https://auto.example/${isHostile ? `'onload='` : ''}?a=1&b=2> <a.b@mail.example>

[label]: https://reference.example/?q=${isHostile ? "'onload='" : ''} '${line('reference-title').replaceAll("'", '')}'
[${isHostile ? 'onload=' : 'other'}]: https://reference.example/x

A note[^${isHostile ? '"onload="<img/src=x>' : 'note'}], and [[alpha|${line('reference-text').replaceAll(/[|[\]]/g, '')}]].

[^${isHostile ? '"onload="<img/src=x>' : 'note'}]: ${line('footnote')}

| ${line('table-head').replaceAll('|', '')} | b |
|:-:|--|
| ${line('table-cell').replaceAll('|', '')} | b |

> [!NOTE]- ${line('fold-title')}
> ${line('fold')}

> [!WARNING]
> ${line('callout')}

- [ ] ${line('task')}
- [x] ${line('task-done')}

${line('term')}
: ${line('definition')}

${line('setext')}
---

## Files of hostile names

${named.join('\n')}
`;
}

const stages = ({ text, line }, isHostile) => ({
  'content/stages/01-alpha.md': `---
title: ${text('stage-title')}
description: ${text('stage-description')}
aliases: [former-alpha]
window: Weeks 1-8
goal: ${text('goal')}
cohort: ${text('cohort')}
output: [${text('output')}]
not_doing: [${text('not-doing')}]
checklist:
  - { id: one, text: ${text('item-text')}, group: ${text('item-group')}, owner: ${text('item-owner')}, evidence_required: true, due: end-3d }
  - { id: two, text: ${text('item-two')}, owner: Captain, depends_on: [one], na_allowed: true }
  - { id: three, text: ${text('item-three')}, due: start+1d }
  - { id: four, text: ${text('item-four')} }
  - { id: five, text: Five, na_allowed: true }
gate: { question: ${text('gate-question')}, deciders: [${text('gate-decider')}] }
---
${line('stage-body')}
`,
  'content/stages/02-beta.md': `---
title: ${text('stage-two-title')}
window: Month 2+
checklist: [${text('bare-item')}]
gate: {}
waves:
  - id: w1
    title: ${text('wave-title')}
    focus: ${text('wave-focus')}
    percent: 10
    cohort: ${text('wave-cohort')}
    bake: 5d
    rollback: https://back.example/${isHostile ? "'onload='" : 'back'}
    guardrails:
      - { id: g1, metric: ${text('metric')}, op: "<=", target: 5, warn: 3, unit: ${text('unit')}, source: ${text('source')} }
      - { id: g2, metric: ${text('metric-two')}, op: ">=", target: 5, min_samples: 9 }
  - { percent: 100, title: ${text('wave-two-title')}, rollback: https://back.example/ }
---
`,
});

const links = ({ text, line }) => ({
  'content/causes/doubt.md': `---
title: ${text('cause-title')}
description: ${text('cause-description')}
aliases: [former-doubt]
transition: alpha -> beta
signals: [${text('signal')}]
guards: [alpha/one, alpha/three]
practices: [ask]
---
${line('cause-body')}
`,
  'content/practices/ask.md': `---
title: ${text('practice-title')}
description: ${text('practice-description')}
stages: [alpha]
items: [alpha/one]
---
${line('practice-body')}
`,
});

const projects = ({ text, line }, isHostile) => ({
  'content/projects/ship/index.md': `---
title: ${text('project-title')}
description: ${text('project-description')}
aliases: [former-ship]
owner: ${text('project-owner')}
sponsor: ${text('sponsor')}
population: 800
tags: [${text('tag')}]
holidays: [{ date: 2026-06-15, name: ${text('project-holiday')} }]
updates:
  - { date: 2026-05-20, by: ${text('update-by')}, headline: ${text('headline')}, rag: green }
x-free: ${text('free-key')}
stages:
  alpha:
    end: 2026-06-20
    reason: ${text('stage-reason')}
    checklist: [{ id: own, text: ${text('own-item')}, owner: Captain }]
    items:
      one: { state: done, date: 2026-05-01, by: ${text('item-by')}, note: ${text('item-note')}, answer: ${text('item-answer')}, owner: ${text('state-owner')}, evidence: [{ link: "https://evidence.example/${isHostile ? "'onload='" : 'e'}", note: ${text('evidence-note')} }, plan.txt] }
      two: { state: blocked, date: 2026-05-02, reason: ${text('blocked-reason')} }
      three: { state: waived, date: 2026-05-02, by: ${text('waived-by')}, reason: ${text('waived-reason')}, until: 2026-06-10 }
      five: { state: na, reason: ${text('na-reason')} }
  beta:
    waves:
      w1: { started: 2026-05-18, actual_percent: 8, measurements: [{ guardrail: g1, date: 2026-05-20, value: 4 }] }
---
${line('project-body')}
`,
  'content/projects/ship/02-beta.md': `---\nstages: x\n---\n`.replace('stages: x\n', '') + line('project-stage-body'),
  'content/projects/ship/plan.txt': 'plan\n',
  'content/projects/wreck.md': `---
title: ${text('closed-title')}
owner: ${text('closed-owner')}
closed: { date: 2026-05-04, outcome: stopped, reason: ${text('closed-reason')} }
---
`,
  'content/decisions/0001-alpha.md': `---
title: ${text('decision-title')}
project: ship
subject: gate:alpha
outcome: conditional-go
date: 2026-05-12
by: [${text('decided-by')}]
conditions:
  - { text: ${text('condition')}, owner: ${text('condition-owner')}, due: 2026-05-15 }
  - { text: ${text('condition-done')}, done: 2026-05-15 }
---
${line('decision-body')}
`,
  'content/decisions/0002-w1.md': `---\ntitle: ${text('wave-decision')}\nproject: ship\nsubject: wave:beta/w1\noutcome: hold\ndate: 2026-05-26\nby: [Board]\n---\n`,
});

/** Every message of the built-in theme that stands on one line, with an attack behind it, in the book's own locale file. */
function words({ line }) {
  const english = readFileSync(new URL('../../themes/default/locales/en.ftl', import.meta.url), 'utf8');
  // Parts of dates and of lists are put together with others, and are read back nowhere; the rest is shown as it is.
  const message = /^([a-z][a-z0-9-]*) = (.+(?<!->))$/gm;
  const quoted = (text) => text.replace(/[{}]/g, (brace) => `{"${brace}"}`);
  return [...english.matchAll(message)].map(([, key, text]) => `${key} = ${text} ${quoted(line(`word-${key}`))}`).join('\n') + '\n';
}

/** Writes the book into a new folder, builds it, and gives its folder with the fields that it has. */
export function xssBook({ isHostile = true, rawHtml = false, ownWords = false, attacks, edit = () => {} } = {}) {
  const book = mkdtempSync(path.join(tmpdir(), 'xss-'));
  const file = at(book);
  const of = values(isHostile, attacks);
  const { text, line } = of;
  file('book.toml', config(of, isHostile, rawHtml));
  const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260604', `SUMMARY:${line('holiday-ics').replaceAll(/[\\;,]/g, '\\$&')}`, 'END:VEVENT', 'END:VCALENDAR', ''];
  file('days/official.ics', ics.join('\r\n'));
  file('days/own.csv', `date,name\n2026-06-05,"${line('holiday-csv').replaceAll('"', '""')}"\n`);
  file('content/index.md', `---\ntitle: ${text('home-title')}\ndescription: ${text('home-description')}\n---\n${line('home-body')}\n`);
  file('content/guide/index.md', `---\ntitle: ${text('section-title')}\ndescription: ${text('section-description')}\naliases: [former-guide]\n---\n${line('section-body')}\n`);
  file('content/guide/everything.md', `---\ntitle: ${text('page-title')}\nglossary: true\n---\n${body(of, isHostile)}`);
  file('content/guide/roles.md', `---\ntitle: Roles\nglossary: true\n---\nCaptain\n: ${line('glossary-definition')}\n\n${JSON.parse(text('project-owner')).replaceAll(/[<>&*_`[\]{}\\!#]/g, '\\$&')}\n: ${line('glossary-owner')}\n`);
  file('content/guide/pictures/attack.svg', isHostile ? SVG('svg-file') : SVG('svg-file').replaceAll(/<script>.*?<\/script>| on\w+="[^"]*"/g, ''));
  for (const name of NAMES(isHostile)) {
    file(`content/guide/${name}.md`, `Words of a file.\n`);
    file(`content/guide/names/${name}.txt`, 'x\n');
  }
  for (const [name, content] of Object.entries({ ...stages(of, isHostile), ...links(of), ...projects(of, isHostile) })) file(name, content);
  if (ownWords) file('themes/default/locales/en.ftl', words(of));
  edit(file);
  return { book, fields: of.used, edit: file, remove: (name) => rmSync(path.join(book, name)) };
}

/** Runs the program on a book; its exit code and what it printed. */
export function rollbook(book, ...args) {
  const run = spawnSync(ROLLBOOK, [...args, '--book', book, '--as-of', AS_OF], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: run.status, out: run.stdout, said: run.stderr };
}
