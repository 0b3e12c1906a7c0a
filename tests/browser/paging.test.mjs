// A book that needs further pages of lists, in a browser: they read well on a desktop and a phone, the keys turn them, filters say what they look at.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assertNone, launch, serve } from './site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const book = mkdtempSync(join(tmpdir(), 'large-'));
const write = (file, text) => writeFileSync(join(book, file), text);
for (const folder of ['stages', 'projects', 'causes']) mkdirSync(join(book, 'content', folder), { recursive: true });
write('book.toml', '[book]\nid = "large"\n');
write('content/stages/01-idea.md', '---\nwindow: Week 1\nchecklist: [{ id: x, text: Ask }]\ngate: {}\n---\n');
write('content/stages/02-full.md', '---\nwindow: Week 2\n---\n');
write('content/causes/c.md', '---\ntransition: idea -> full\nguards: [idea/x]\n---\n');
for (let n = 100; n < 310; n += 1) write(`content/projects/p${n}.md`, `---\ntitle: Project ${n}\nstart: 2026-06-01\nowner: Owner ${n}\n---\n`);
const built = spawnSync(process.env.ROLLBOOK, ['build', '--book', book, '--as-of', '2026-06-01', '--output', join(book, 'site')], { encoding: 'utf8' });
assert.equal(built.status, 0, built.stderr);

const [browser, server] = [await launch(), await serve(join(book, 'site'))];
after(async () => {
  await browser.close();
  server.close();
  rmSync(book, { recursive: true });
});

const DAY = 'calendar/2026-06-07';
const PAGES = ['projects/', 'projects/page-2/', 'exposure/page-2/', 'calendar/', 'calendar/page-3/', 'calendar/2026-06/', `${DAY}/`, `${DAY}/page-2/`, 'calendar/feeds/'].map(
  (folder) => `${folder}index.html`,
);

async function open(page, settings = {}) {
  const tab = await (await browser.newContext(settings)).newPage();
  await tab.goto(new URL(page, server.url).href);
  return tab;
}

for (const [name, settings] of [
  ['on a desktop', { viewport: { width: 1280, height: 900 } }],
  ['on a phone in the dark', { viewport: { width: 390, height: 844 }, isMobile: true, colorScheme: 'dark' }],
]) {
  test(`Pages of a large book are accessible and fit ${name}`, async () => {
    const faults = [];
    for (const page of PAGES) {
      const tab = await open(page, settings);
      await tab.evaluate(AXE);
      const { violations } = await tab.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), TAGS);
      faults.push(...violations.map(({ id, nodes }) => `${page}: ${id}: ${nodes[0].html}`));
      if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${page}: it scrolls sideways`);
      await tab.context().close();
    }
    assertNone(faults);
  });
}

test('The keys turn the pages of a list, and its numbers lead to each of them', async () => {
  const tab = await open('projects/index.html');
  const path = () => new URL(tab.url()).pathname.slice(1);
  await Promise.all([tab.waitForURL('**/page-2/**'), tab.keyboard.press('n')]);
  assert.equal(await tab.locator('.pager [aria-current="page"]').textContent(), '2');
  await Promise.all([tab.waitForURL('**/projects/index.html'), tab.keyboard.press('p')]);
  await tab.getByRole('link', { name: 'Page 2', exact: true }).click();
  assert.equal(path(), 'projects/page-2/index.html');
  await tab.context().close();
});

test('Filters of a page that does not show everything say so, and work on what it shows', async () => {
  const tab = await open(`${DAY}/page-2/index.html?kind=window`);
  assert.match(await tab.locator('.filter').textContent(), /Filters look at this page only/);
  assert.ok((await tab.locator('.entry:visible').count()) > 0);
  await tab.goto(new URL(`${DAY}/page-2/index.html?project=p100`, server.url).href);
  assert.match(await tab.locator('.filter [role="status"]').textContent(), /^Nothing on this page matches/);
  await tab.goto(new URL('calendar/2026-06/index.html', server.url).href);
  assert.equal(await tab.locator('.filter').count(), 0);
  await tab.context().close();
});

test('A day of a crowded month leads from the grid to its own page, which has all of it', async () => {
  const tab = await open('calendar/2026-06/index.html');
  await tab.locator('.cell-line a').first().click();
  await tab.waitForURL('**/calendar/2026-06-0*/index.html');
  assert.equal(await tab.locator('.entry').count(), 200);
  await tab.context().close();
});
