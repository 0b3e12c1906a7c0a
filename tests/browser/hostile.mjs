// A book whose one project has too much of everything: for the sheet that is to stay one sheet. Checks nothing itself.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Texts of that many characters: words, one word without end, the widest letters, letters of another width. */
const TEXTS = [
  (n) => 'A long sentence of many words that goes on and on '.repeat(n).slice(0, n - 1) + 'z',
  (n) => 'Unbreakable'.repeat(n).slice(0, n),
  (n) => 'WMW MWM '.repeat(n).slice(0, n - 1) + 'W',
  (n) => '全社展開の手引き'.repeat(n).slice(0, n),
];

/** Writes the book of that kind of text into a new folder and builds it there; gives the folder of the book. */
export function hostile(rollbook, kind) {
  const book = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  const text = (n, mark = '') => `${mark}${TEXTS[kind](n - mark.length)}`;
  const file = (name, content) => {
    mkdirSync(path.dirname(path.join(book, name)), { recursive: true });
    writeFileSync(path.join(book, name), content);
  };
  const range = (n) => Array.from({ length: n }, (_, i) => i + 1);
  const quoted = (value) => JSON.stringify(value);
  file('book.toml', `[book]\nid = "hostile"\ntitle = ${quoted(text(200))}\nstart = 2026-01-05\nbase_url = "https://example.org/${'x'.repeat(150)}"\n`);
  const item = (stage, i) => `  - { id: i${i}, text: ${quoted(text(200, `${i} `))}, owner: ${quoted(text(200))}, due: start+${i}d }`;
  for (const s of range(9)) {
    const waves = range(12).map((w) => `  - { id: w${w}, percent: ${w === 12 ? 100 : w * 8}, title: ${quoted(text(200))}, bake: 1d }`);
    file(
      `content/stages/0${s}-s${s}.md`,
      `---\ntitle: ${quoted(text(200, `S${s} `))}\nwindow: Weeks ${s * 2 - 1}-${s * 2}\nchecklist:\n${range(12).map((i) => item(s, i)).join('\n')}\n` +
        `gate: { question: ${quoted(text(200))}, deciders: [${range(5).map((i) => quoted(text(200, `${i} `)))}] }\n` +
        `${s === 9 ? `waves:\n${waves.join('\n')}\n` : ''}---\n`,
    );
  }
  for (const c of range(9)) {
    const guards = range(12).map((i) => `s${c > 8 ? 8 : c}/i${i}`);
    file(`content/causes/c${c}.md`, `---\ntitle: ${quoted(text(200, `C${c} `))}\ntransition: s${c > 8 ? 8 : c} -> s${c > 8 ? 9 : c + 1}\nseverity: 5\nguards: [${guards}]\n---\n`);
  }
  const updates = range(40).map((u) => `  - { date: 2026-0${1 + (u % 5)}-${String(1 + (u % 27)).padStart(2, '0')}, by: ${quoted(text(200))}, rag: red, headline: ${quoted(text(200))} }`);
  const blocked = range(9).map((s) => `  s${s}: { items: { i1: { state: blocked, reason: ${quoted(text(200))} }, i2: { state: doing } } }`);
  file(
    'content/projects/loud.md',
    `---\ntitle: ${quoted(text(200))}\nowner: ${quoted(text(200))}\nsponsor: ${quoted(text(200))}\npopulation: 123456789\nupdates:\n${updates.join('\n')}\nstages:\n${blocked.join('\n')}\n---\n`,
  );
  for (const s of range(8)) {
    const conditions = range(9).map((c) => `  - { text: ${quoted(text(200))}, owner: ${quoted(text(200))}, due: 2026-04-2${c} }`);
    file(
      `content/decisions/000${s}-loud.md`,
      `---\ntitle: ${quoted(text(200))}\nproject: loud\nsubject: gate:s${s}\noutcome: ${s % 2 ? 'hold' : 'conditional-go'}\ndate: 2026-02-1${s}\nby: [Board]\nconditions:\n${conditions.join('\n')}\n---\n`,
    );
  }
  execFileSync(rollbook, ['build', '--book', book, '--as-of', '2026-04-20', '--quiet', '-o', path.join(book, 'site')], { stdio: ['ignore', 'inherit', 'ignore'] });
  return book;
}
