// The machine formats of `rollbook check`: each document is what its schema says, on a book full of faults and on one without any.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';

const { ROLLBOOK } = process.env;
const root = fileURLToPath(new URL('../..', import.meta.url));
const FAULTY = 'tests/cli/check.in';
const schema = (file) => JSON.parse(readFileSync(file, 'utf8'));

// The package's own code checks SARIF under another test runner; only the schema that it carries is of use here.
const sarifSchema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = {
  json: new Ajv2020({ allErrors: true }).compile(schema(`${root}/src/diagnostic/findings.schema.json`)),
  sarif: new AjvDraft04({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema(sarifSchema)),
};

function check(book, format) {
  const run = spawnSync(ROLLBOOK, ['check', '--book', book, '--as-of', '2026-06-01', '--format', format], { cwd: root, encoding: 'utf8' });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  return JSON.parse(run.stdout);
}

for (const format of ['json', 'sarif']) {
  for (const book of [FAULTY, '.']) {
    test(`check --format ${format} of ${book} validates against its schema`, () => {
      assert.ok(validate[format](check(book, format)), JSON.stringify(validate[format].errors, null, 2));
    });
  }
}

test('The schemas reject a missing code, a place before the first line and an unknown key', () => {
  const spoil = {
    json: [(log) => delete log.findings[0].code, (log) => (log.findings[0].range.start.line = 0), (log) => (log.findings[0].colour = 'red')],
    sarif: [
      (log) => delete log.runs[0].results[0].message,
      (log) => (log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0),
      (log) => (log.runs[0].results[0].colour = 'red'),
    ],
  };
  for (const [format, faults] of Object.entries(spoil)) {
    for (const fault of faults) {
      const log = check(FAULTY, format);
      fault(log);
      assert.ok(!validate[format](log), `${format}: ${fault} was accepted`);
    }
  }
});

test('Each SARIF result names a rule of its run, and each issue of GitLab has what its report needs', () => {
  const [run] = check(FAULTY, 'sarif').runs;
  assert.ok(run.results.length >= 12);
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  }
  const issues = check(FAULTY, 'gitlab');
  assert.equal(issues.length, run.results.length);
  assert.equal(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length);
  for (const { description, check_name, severity, location } of issues) {
    assert.ok(description && check_name && location.path && location.lines.begin >= 1);
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
  }
});
