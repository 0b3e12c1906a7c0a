// Every page is valid HTML, and every style sheet valid CSS, by the Nu checker (the checker behind validator.w3.org), run once over the whole site.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vnu from 'vnu-jar';
import { SITE, assertNone, files, pages } from './site.mjs';

// Messages that are let through, each a pattern with the reason beside it.
const ALLOWED = [
  // The checker takes a page from a file to have no origin, so that nothing is its own. That browsers load all of it, origin.test.mjs shows.
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “(\.\.\/|\/)*(assets|search)\//,
];
const ALLOWED_IN_CSS = [
  /“paint-order”/, // SVG 2, 13.8; the checker knows the properties of CSS alone
  /“@container”|“container(-name|-type)?”/, // CSS Conditional Rules 5, newer than the checker
  /“scroll-initial-target”/, // CSS Scroll Snap 2, newer than the checker
];

/** The checker's errors and warnings, as `file:line:column: message`. Plain infos (a slash in `<br />`) are no fault. */
function faultsIn(folder, kind = '--skip-non-html', allowed = ALLOWED) {
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', kind];
  const report = execFileSync('java', ['-jar', String(vnu), ...options, folder], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return JSON.parse(report)
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .filter(({ message }) => !allowed.some((pattern) => pattern.test(message)))
    .map(({ type, subType, url, firstLine, lastLine, firstColumn, lastColumn, message }) => {
      const file = url ? path.relative(folder, fileURLToPath(url)) : folder;
      return `${file}:${firstLine ?? lastLine}:${firstColumn ?? lastColumn}: ${subType ?? type}: ${message}`;
    });
}

test('The HTML checker reports a planted error and a planted warning, so its silence means something', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
  try {
    writeFileSync(path.join(folder, 'planted.html'), '<!doctype html>\n<title>Planted</title>\n<p id="a b"><div></p>\n');
    const faults = faultsIn(folder);
    for (const expected of [/^planted\.html:3:\d+: error: /, /^planted\.html:\d+:\d+: warning: /]) {
      if (!faults.some((fault) => expected.test(fault))) throw new Error(`no ${expected} in:\n${faults.join('\n')}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test(`Each of the ${pages(SITE).length} pages is valid HTML, without a warning`, () => assertNone(faultsIn(SITE)));

test('It reports a planted error in a style sheet', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
  try {
    writeFileSync(path.join(folder, 'planted.css'), 'a { colour: red }\n');
    const faults = faultsIn(path.join(folder, 'planted.css'), '--css', ALLOWED_IN_CSS);
    if (faults.length !== 1) throw new Error(`not one fault:\n${faults.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('Each style sheet is valid CSS', () => {
  const sheets = files(SITE).filter((file) => file.endsWith('.css'));
  if (sheets.length === 0) throw new Error('no style sheet');
  assertNone(sheets.flatMap((sheet) => faultsIn(path.join(SITE, sheet), '--css', ALLOWED_IN_CSS)));
});
