// Calendar feeds by a second parser, the one of Thunderbird: it accepts each of the built site and of a book of hostile texts, and reads what
// `rollbook calendar --format json` says. The first parser, and the raw lines, are in tests/feeds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { SITE, assertNone, files, read } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function rollbook(...args) {
  const run = spawnSync(process.env.ROLLBOOK, args, { cwd: root, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

const feedsOf = (site) => files(site).filter((file) => file.endsWith('.ics'));

/** What a feed keeps of a text: one sort of line break, a blank for each character that may not be written. */
const kept = (text) => text.replace(/\r\n|[\r\x85\u2028\u2029]/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, ' ');

/** UID → what the feed says of the event. */
function events(feed) {
  const calendar = new ICAL.Component(ICAL.parse(feed));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getAllSubcomponents().length > 0, 'a calendar has at least one component');
  const found = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name) => event.getFirstPropertyValue(name);
    const start = value('dtstart');
    assert.ok(start.isDate && value('dtstamp').zone === ICAL.Timezone.utcTimezone);
    assert.ok(!value('dtend') || value('dtend').compare(start) > 0, `${value('uid')} ends before it begins`);
    return [value('uid'), { start: `${start}`, end: value('dtend') && `${value('dtend')}`, summary: value('summary'), status: value('status') }];
  });
  assert.equal(new Map(found).size, found.length, 'two events have one UID');
  return Object.fromEntries(found);
}

/** The same from the command line. */
function expected(book, asOf) {
  const args = ['--format', 'json', '--quiet', '--book', book, '--as-of', asOf];
  const titles = new Map(JSON.parse(rollbook('status', ...args)).projects.map((project) => [project.id, project.title]));
  const calendar = JSON.parse(rollbook('calendar', ...args));
  const one = ({ id, project, title, start, end, tentative }) => {
    const summary = kept(`${project ? `${titles.get(project)} · ` : ''}${title}${end ? '' : ' (open end)'}`);
    return [`${id}@${calendar.book}`, { start, end, summary, status: tentative ? 'TENTATIVE' : 'CONFIRMED' }];
  };
  return Object.fromEntries(calendar.events.map(one));
}

function check(site, book, asOf) {
  const all = expected(book, asOf);
  assert.deepEqual(events(read(site, 'calendar/all.ics')), all);
  const faults = feedsOf(site).flatMap((file) => {
    try {
      const found = events(read(site, file));
      assert.deepEqual(found, Object.fromEntries(Object.entries(all).filter(([id]) => id in found)));
      return [];
    } catch (error) {
      return [`${file}: ${error.message}`];
    }
  });
  assertNone(faults);
}

test('ical.js accepts every feed of the site and reads what the command line says', () => {
  assert.ok(feedsOf(SITE).length > 10);
  check(SITE, '.', '2026-06-01');
});

test('ical.js accepts every feed of a book of hostile texts and reads them as they were written', () => {
  const site = mkdtempSync(path.join(tmpdir(), 'feeds-'));
  try {
    rollbook('build', '--quiet', '--book', 'tests/feeds/hostile', '--as-of', '2026-01-12', '-o', site);
    assert.ok(feedsOf(site).length > 10);
    check(site, 'tests/feeds/hostile', '2026-01-12');
  } finally {
    rmSync(site, { recursive: true });
  }
});

test('The parser rejects a line that is none, a date that is none and a component that does not end', () => {
  const feed = read(SITE, 'calendar/all.ics');
  const faults = [
    (text) => text.replace('TRANSP:TRANSPARENT', 'TRANSPARENT'),
    (text) => text.replace(/DTSTART;VALUE=DATE:\d+/, 'DTSTART;VALUE=DATE:soon'),
    (text) => text.replace('END:VEVENT\r\n', ''),
  ];
  for (const fault of faults) assert.throws(() => events(fault(feed)), `${fault} was accepted`);
});
