// The pages on paper: a sheet on its side shows them as well as an upright one; the steering sheet of a project is one sheet, whatever it holds;
// the handbook on one page holds together.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hostile } from './hostile.mjs';
import { SITE, assertNone, kindOf, launch, onePerKind, pages, read, serve } from './site.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROLLBOOK = process.env.ROLLBOOK ?? path.join(ROOT, 'target/debug/rollbook');
const browser = await launch();
const server = await serve(SITE);
const made = [];
after(async () => {
  await browser.close();
  server.close();
  made.forEach((folder) => rmSync(folder, { recursive: true }));
});

const address = (page) => new URL(encodeURI(page), server.url).href;
const of = (kind) => pages(SITE).filter((page) => kindOf(SITE, page) === kind);

/** How many sheets the page takes. Where the page itself asks for a sheet on its side, that is for both. */
async function sheets(tab, options) {
  const pdf = await tab.pdf({ format: 'A4', printBackground: true, ...options });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

/** What of a steering sheet does not come out on one sheet of A4 and of US Letter, with the margins that it asks for and with none. */
async function faultsOfSheet(tab, name) {
  const faults = [];
  for (const format of ['A4', 'Letter']) {
    for (const margin of [undefined, { top: 0, right: 0, bottom: 0, left: 0 }]) {
      const count = await sheets(tab, { format, margin });
      if (count !== 1) faults.push(`${name}: ${count} sheets of ${format}`);
    }
  }
  await tab.emulateMedia({ media: 'print' });
  for (const [format, width, height] of [['A4', 210, 297], ['Letter', 216, 279]]) {
    // Millimetres less margins of 12, at 96 dots to the inch.
    const [inner, outer] = [width - 24, height - 24].map((mm) => Math.floor((mm / 25.4) * 96));
    await tab.setViewportSize({ width: inner, height: outer });
    const { last, room, wide } = await tab.evaluate(() => {
      const sheet = document.querySelector('.steering');
      return {
        last: Math.max(...[...sheet.querySelectorAll('*')].map((element) => (element.closest('.clip, .line, h1') ? 0 : element.getBoundingClientRect().bottom))),
        room: sheet.getBoundingClientRect().bottom,
        wide: document.documentElement.scrollWidth,
      };
    });
    if (last > Math.min(room, outer) + 1) faults.push(`${name}: on ${format} something ends at ${last}, and the sheet at ${Math.min(room, outer)}`);
    if (wide > inner) faults.push(`${name}: on ${format} it is ${wide} wide, and the sheet ${inner}`);
  }
  await tab.emulateMedia({ media: null });
  return faults;
}

test('A page printed on sheets that lie takes about as many as on upright ones', async () => {
  const tab = await browser.newPage();
  const faults = [];
  for (const [kind, page] of onePerKind(SITE)) {
    if (kind === 'handbook') continue; // a book is not printed lying, and takes long
    await tab.goto(address(page));
    const [upright, lying] = [await sheets(tab, { landscape: false }), await sheets(tab, { landscape: true })];
    if (lying > 1.5 * upright + 1) faults.push(`${page}: ${lying} sheets that lie, and ${upright} upright`);
  }
  await tab.close();
  assertNone(faults);
});

test(`The steering sheet of each of ${of('sheet').length} projects is one sheet of paper`, async () => {
  assert.ok(of('sheet').length > 5, 'the sample projects were not found');
  const tab = await browser.newPage();
  const faults = [];
  for (const page of of('sheet')) {
    await tab.goto(address(page));
    faults.push(...(await faultsOfSheet(tab, page)));
  }
  await tab.close();
  assertNone(faults);
});

test('A project with too much of everything is one sheet all the same, whatever its letters', async () => {
  const tab = await browser.newPage();
  const faults = [];
  for (const kind of [0, 1, 2, 3]) {
    const book = hostile(ROLLBOOK, kind);
    made.push(book);
    const page = path.join(book, 'site/projects/loud/sheet/index.html');
    await tab.goto(pathToFileURL(page).href);
    const text = await tab.locator('.steering').innerText();
    for (const more of [/for \d+ reasons?; \d+ more besides/, /and \d+ more/, /3 after these/, /7 after these/]) assert.match(text, more);
    faults.push(...(await faultsOfSheet(tab, `texts ${kind}`)));
    await tab.setViewportSize({ width: 320, height: 800 });
    const wide = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    if (wide > 0) faults.push(`texts ${kind}: ${wide} pixels too wide on a phone`);
  }
  await tab.close();
  assertNone(faults);
});

test('A packed sheet opened from its file is one sheet, loads nothing and shows what the page shows', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'packed-'));
  made.push(folder);
  const said = execFileSync(ROLLBOOK, ['pack', 'beacon', '--book', ROOT, '--as-of', '2026-06-01', '--quiet'], { cwd: folder, encoding: 'utf8' });
  assert.equal(said, 'beacon-2026-06-01.html\n');
  const file = path.join(folder, said.trim());
  assert.ok(existsSync(file));
  const tab = await browser.newPage();
  const asked = [];
  const said_in_console = [];
  tab.on('request', (request) => asked.push(request.url()));
  tab.on('console', (message) => said_in_console.push(message.text()));
  await tab.goto(pathToFileURL(file).href);
  assert.deepEqual(asked, [pathToFileURL(file).href]);
  assert.deepEqual(said_in_console, []);
  assertNone(await faultsOfSheet(tab, 'the packed sheet'));
  const packed = await tab.locator('.steering').innerText();
  assert.equal(await tab.locator('.steering a').count(), 0, 'without a base_url its links lead nowhere');
  const style = () => tab.locator('.steering h2').first().evaluate((heading) => getComputedStyle(heading).borderBlockEndStyle);
  assert.equal(await style(), 'solid', 'the policy lets its own style be');
  await tab.goto(address('projects/beacon/sheet/index.html'));
  assert.equal(await tab.locator('.steering').innerText(), packed);
  await tab.close();
  assert.doesNotMatch(readFileSync(file, 'utf8'), /\s(style|on\w+)=|<script/);
});

test('The handbook on one page has every chapter once, and every anchor and link in it holds', async () => {
  const tab = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await tab.goto(address('print.html'));
  const found = await tab.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const links = [...document.querySelectorAll('.handbook a[href^="#"]')].map((link) => decodeURIComponent(link.hash.slice(1)));
    const known = new Set(ids);
    const levels = [...document.querySelectorAll('.handbook :is(h1, h2, h3, h4, h5, h6)')].map((heading) => Number(heading.localName[1]));
    return {
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      dead: links.filter((id) => !known.has(id)),
      links: links.length,
      skipped: levels.flatMap((level, at) => (at > 0 && level > levels[at - 1] + 1 ? [`h${levels[at - 1]} h${level} at ${at}`] : [])),
      chapters: [...document.querySelectorAll('.chapter')].map((chapter) => chapter.getAttribute('aria-labelledby')),
      listed: [...document.querySelectorAll('.toc-page a')].map((link) => decodeURIComponent(link.hash.slice(1))),
      wide: document.documentElement.scrollWidth,
      status: document.querySelectorAll('.handbook :is(.bar, .why, .ring)').length,
    };
  });
  assert.deepEqual(found.twice, []);
  assert.deepEqual(found.dead, []);
  assert.deepEqual(found.skipped, []);
  assert.ok(found.links > 100);
  assert.equal(found.wide, 320);
  assert.equal(found.status, 0, 'no project has its state here');
  assert.deepEqual(found.listed, found.chapters);
  const chapter = (page) => (page === 'index.html' ? '_home' : page.replace(/\/index\.html$/, ''));
  const kinds = ['stage', 'cause', 'practice', 'page', 'home'];
  const wanted = pages(SITE).filter((page) => kinds.includes(kindOf(SITE, page)) || ['stages', 'causes', 'practices'].includes(chapter(page)));
  assert.deepEqual([...found.chapters].sort(), wanted.map(chapter).sort());
  // What leads to a page that is a chapter stays on paper.
  const leaving = await tab.evaluate(() => [...document.querySelectorAll('.handbook .chapter a[href]:not([href^="#"])')].map((link) => link.getAttribute('href')));
  assert.deepEqual(leaving.filter((link) => wanted.includes(link.split('#')[0]) && !link.includes('#_')), []);
  await tab.close();
});

test('Sheets and the handbook ask search engines to leave them out', () => {
  const without = [...of('sheet'), ...of('handbook')].filter((page) => !read(SITE, page).includes('<meta name="robots" content="noindex">'));
  assertNone(without);
});
