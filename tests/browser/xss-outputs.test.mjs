// What a book says in its files for machines is text there too: no line of a calendar, cell of a table, element of a feed or member of an object is made by
// it. Also of a sheet packed into one file. Needs ROLLBOOK, the program.

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { assertNone, files, launch, read } from './site.mjs';
import { built, inspect, listening, removeBooks, touchAll } from './xss-browser.mjs';
import { FIELDS } from './xss-attacks.mjs';
import { rollbook } from './xss.mjs';

/** Ways out of a line of iCalendar, a cell of CSV, a text of XML, a string of JSON or a script. */
const BREAKS = (field) =>
  `=HYPERLINK("https://evil.example/${field}")\r\nEND:VEVENT\r\nX-EVIL;X=1:1\r\n +1\n-1\t@SUM(1);=1+1;"=1+1"; \u0000\u0001\u000b\u0085\u2028\ufffe \\n\\;\\, ]]></title></script><!-- <x> &x; "} ${field}`;

let browser, hostile, twin;
before(async () => {
  browser = await launch();
  [hostile, twin] = [built({ attacks: BREAKS }), built({ isHostile: false })];
});
after(async () => {
  await browser.close();
  removeBooks();
});

const ending = (site, end) => files(site).filter((file) => file.endsWith(end));

test('Every line of every calendar feed has a name that the same feed of the harmless book has', () => {
  const names = (site) => new Map(ending(site, '.ics').map((file) => [file, read(site, file).split('\r\n').filter((line) => !line.startsWith(' ')).map((line) => line.split(/[:;]/)[0])]));
  const of = { hostile: names(hostile.site), twin: names(twin.site) };
  const known = new Set([...of.twin.values()].flat());
  assert.ok(of.hostile.size > 10);
  assertNone([...of.hostile].flatMap(([file, lines]) => lines.filter((line) => !known.has(line)).map((line) => `${file}: ${line}`)));
  assertNone([...of.hostile.keys()].filter((file) => /[\n\u0000-\u0008\u000b\u0085\u2028]/.test(read(hostile.site, file).replaceAll('\r\n', ''))));
  const events = (lines) => lines.filter((name) => name === 'BEGIN').length;
  assert.equal(events(of.hostile.get('calendar/all.ics')), events(of.twin.get('calendar/all.ics')));
});

/** The cells of a table in the form of RFC 4180, or of one whose cells are parted by another sign, as spreadsheets of some countries read it. */
function cells(csv, comma = ',') {
  const rows = [[]];
  let [cell, quoted] = ['', false];
  const end = () => (rows.at(-1).push(cell), (cell = ''));
  for (let at = 0; at < csv.length; at += 1) {
    const c = csv[at];
    if (quoted && c === '"' && csv[at + 1] === '"') (cell += '"'), (at += 1);
    else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && c === comma) end();
    else if (!quoted && c === '\n') end(), rows.push([]);
    else if (quoted || c !== '\r') cell += c;
  }
  return rows.filter((row) => row.length > 0);
}

test('The table of items has a row for each item, and no cell is a formula, whatever parts cells where it is opened', () => {
  const [csv, harmless] = [hostile, twin].map(({ site }) => read(site, 'items.csv'));
  assert.equal(cells(csv).length, cells(harmless).length);
  assert.ok(cells(csv).length > 5 && cells(csv).every((row) => row.length === cells(harmless)[0].length));
  const formula = /^[\s"\u0000-\u001f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
  assertNone([',', ';', '\t'].flatMap((comma) => cells(csv, comma).flat().filter((cell) => formula.test(cell)).map((cell) => `parted by ${JSON.stringify(comma)}: ${JSON.stringify(cell)}`)));
});

test('The feed of updates and the sitemap are XML with the elements of the harmless book', async () => {
  const tab = await browser.newPage();
  const shape = (text) =>
    tab.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const fault = parsed.querySelector('parsererror');
      return fault ? [`no XML: ${fault.textContent}`] : [...parsed.querySelectorAll('*')].map((element) => `${element.nodeName} ${element.getAttributeNames()}`);
    }, text);
  for (const file of ['updates.xml', 'sitemap.xml']) {
    const [found, harmless] = [await shape(read(hostile.site, file)), await shape(read(twin.site, file))];
    assert.deepEqual(found.filter((element) => !harmless.includes(element)), [], file);
    if (file === 'updates.xml') assert.equal(found.length, harmless.length);
  }
  await tab.close();
});

test('The values for machines are JSON with the texts as they were written', () => {
  const [status, harmless] = [hostile, twin].map(({ site }) => JSON.parse(read(site, 'status.json')));
  const keys = (value) => (value && typeof value === 'object' ? Object.entries(value).flatMap(([key, inside]) => [Array.isArray(value) ? '' : key, ...keys(inside)]) : []);
  const known = new Set(keys(harmless));
  assertNone(keys(status).filter((key) => !known.has(key)));
  assert.equal(status.projects[0].title, BREAKS('project-title'));
  for (const args of [['check', '--format', 'json'], ['check', '--format', 'sarif'], ['status', '--format', 'json'], ['calendar', '--format', 'json']]) {
    JSON.parse(rollbook(hostile.book, ...args).out);
  }
});

test('A finding for a host stays on its line, whatever the names and texts in it', () => {
  const out = rollbook(hostile.book, 'check', '--format', 'github').out;
  assert.ok(out.includes('::warning file='));
  assertNone(out.split('\n').filter((line) => line !== '' && !/^::(warning|error|notice) file=[^:]*::/.test(line)));
});

test('Nothing that is printed moves the cursor or starts a new line in a name', () => {
  const { out, said } = rollbook(hostile.book, 'check');
  assert.doesNotMatch((out + said).replaceAll('\r\n', '\n'), /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

test('A packed sheet of a hostile project is one file that runs nothing and loads nothing', async () => {
  const file = path.join(hostile.book, 'sheet.html');
  const attacked = built({});
  const packed = rollbook(attacked.book, 'pack', 'ship', '-o', file);
  assert.equal(packed.code, 0, packed.said);
  const { context, ran } = await listening(browser);
  const tab = await context.newPage();
  const asked = [];
  tab.on('request', (request) => asked.push(request.url()));
  await tab.goto(pathToFileURL(file).href);
  await tab.evaluate(touchAll);
  const { faults, shown } = await tab.evaluate(inspect);
  await new Promise((done) => setTimeout(done, 200));
  assertNone([...ran, ...faults, ...asked.slice(1)]);
  for (const field of ['project-title', 'headline']) assert.ok(shown.includes(FIELDS.indexOf(field)), field);
  await context.close();
});
