// Every page is valid HTML by the Nu checker (the checker behind validator.w3.org), run once over the whole site.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vnu from 'vnu-jar';
import { SITE, assertNone, pages } from './site.mjs';

// Messages that are let through, each a pattern with the reason beside it. Empty is right.
const ALLOWED = [];

/** The checker's errors and warnings, as `file:line:column: message`. Plain infos (a slash in `<br />`) are no fault. */
function faultsIn(folder) {
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html'];
  const report = execFileSync('java', ['-jar', String(vnu), ...options, folder], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  return JSON.parse(report)
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .filter(({ message }) => !ALLOWED.some((pattern) => pattern.test(message)))
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
