// The search: what it finds, how it is reached without a mouse, where it works, what it weighs.

import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import vm from 'node:vm';
import { SITE, assertNone, launch, serve } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const asset = (name) => path.join(SITE, 'assets', name);

/** A tab on a page of the site; what goes wrong in it is in `tab.faults`. */
async function open(page = 'index.html', settings = {}, base = server.url) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  tab.faults = [];
  tab.on('pageerror', (error) => tab.faults.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && tab.faults.push(message.text()));
  await tab.goto(new URL(page, base).href);
  return tab;
}

/** Waits for the hits of what was typed last. */
const settled = (tab) => tab.locator('dialog.found ol[aria-busy=false]').waitFor({ state: 'attached' });

/** Types a query as a reader does, and waits for what is said of it. */
async function ask(tab, query) {
  const dialog = tab.locator('dialog.found');
  if (!(await dialog.isVisible())) await tab.locator('[data-search]').click();
  await dialog.locator('input').fill(query);
  await settled(tab);
  return {
    said: await dialog.locator('[role=status]').textContent(),
    titles: await dialog.locator('ol > li > p:first-child a').allTextContents(),
    links: await dialog.locator('ol a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  };
}

test('From the field to a section by keyboard alone, and back to the hits', async () => {
  const tab = await open();
  await tab.locator('[data-search]').focus();
  await tab.keyboard.type('choosing the pilot group');
  await settled(tab);
  assert.equal(await tab.locator('dialog.found input').inputValue(), 'choosing the pilot group', 'what was typed before it opened is not lost');
  await tab.keyboard.press('ArrowDown'); // the page
  await tab.keyboard.press('ArrowDown'); // its first section
  assert.match(await tab.evaluate(() => document.activeElement.textContent), /Choosing the pilot group/);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/stages\/pilot\/index\.html#choosing-the-pilot-group$/);
  await tab.goBack();
  await tab.locator('dialog.found li a[href*="#"]').first().waitFor();
  await tab.keyboard.press('Escape');
  assert.equal(await tab.locator('dialog.found').isVisible(), false);
  // The event of closing, which takes the query out of the address, comes after the dialog is gone.
  await tab.waitForURL((url) => !url.searchParams.has('q'));
  assert.deepEqual(tab.faults, []);
});

test('Enter in the query opens the first hit; a place on the same page is gone to', async () => {
  const tab = await open('stages/pilot/index.html');
  await ask(tab, 'pilot');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/stages\/pilot\/index\.html(\?.*)?#/);
  assert.equal(await tab.locator('dialog.found').isVisible(), false);
  await ask(tab, 'glossary');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/guide\/glossary\/index\.html$/);
});

test('Words are found by other forms, by their beginning, and mistyped', async () => {
  const tab = await open();
  const first = async (query) => (await ask(tab, query)).titles[0];
  assert.equal(await first('pilot'), 'Pilot');
  assert.equal(await first('PILOTS'), 'Pilot');
  assert.equal(await first('pilto'), 'Pilot');
  assert.equal(await first('glos'), 'Glossary');
  assert.equal(await first('glosary'), 'Glossary');
  assert.match(await first('organizational resistnace'), /resistance/i);
  const { said, titles } = await ask(tab, 'rollouts');
  assert.ok(titles.length >= 5 && /\d{2}/.test(said), said);
  const both = await ask(tab, 'pilot steering');
  const one = await ask(tab, 'steering');
  assert.ok(parseInt(both.said.match(/\d+/)[0]) < parseInt(one.said.match(/\d+/)[0]), 'all words are asked for');
});

test('Items, causes, practices, projects, updates and decisions are found, each at its place', async () => {
  const tab = await open();
  for (const [query, link] of [
    ['list of production requirements is agreed', /stages\/pilot\/index\.html#pilot\./],
    ['Change management in parallel', /practices\/change-management-in-parallel\/index\.html/],
    ['no business owner', /causes\/no-business-owner\/index\.html/],
    ['suppliers invoices', /projects\/ember\/index\.html/],
    ['Ten pilot users of ten want to keep it', /decisions\/0015-ember-pilot-go\/index\.html/],
    ['rollback', /guide\/rolling-back\/index\.html/],
  ]) {
    const { links } = await ask(tab, query);
    assert.ok(links.some((found) => link.test(found)), `${query}: ${links}`);
  }
});

test('Filters say how many hits have what, and are combined', async () => {
  const tab = await open();
  const all = await ask(tab, 'pilot');
  const kinds = await tab.locator('.found select[name=kind] option').allTextContents();
  assert.ok(kinds.includes('decision (5)') || kinds.some((kind) => /^decision \(\d+\)$/.test(kind)), kinds.join());
  const count = (text) => parseInt(text.match(/\d+/)[0]);
  await tab.locator('.found select[name=kind]').selectOption('kind:project-stage');
  const status = tab.locator('.found [role=status]');
  await tab.waitForFunction((said) => document.querySelector('.found [role=status]').textContent !== said, all.said);
  const ofKind = await status.textContent();
  assert.ok(count(ofKind) < count(all.said));
  const late = (await tab.locator('.found select[name=status] option').allTextContents())[1];
  await tab.locator('.found select[name=status]').selectOption({ index: 1 });
  await tab.waitForFunction((said) => document.querySelector('.found [role=status]').textContent !== said, ofKind);
  assert.equal(count(await status.textContent()), count(late.slice(late.lastIndexOf('('))));
  for (const facet of ['stage', 'owner']) assert.ok((await tab.locator(`.found select[name=${facet}] option`).count()) > 1, facet);
});

test('What is nowhere is said to be nowhere, and text is not markup', async () => {
  const tab = await open();
  const { said, titles } = await ask(tab, '<img src=x onerror=alert(1)> $& zzxqj');
  assert.match(said, /Nothing found for “<img src=x onerror=alert\(1\)> \$& zzxqj”/);
  assert.deepEqual(titles, []);
  assert.deepEqual(tab.faults, []);
});

test('It works from disk, under a path, from an address that does not exist, and under a policy without inline code', async () => {
  const disk = await open('guide/index.html', {}, pathToFileURL(SITE + '/').href);
  assert.equal((await ask(disk, 'glossary')).titles[0], 'Glossary');
  assert.deepEqual(disk.faults, []);

  const deep = await serve(SITE, '/a/b/');
  const tab = await open('stages/index.html', {}, deep.url);
  const { links } = await ask(tab, 'glossary');
  assert.equal(links[0], new URL('guide/glossary/index.html', deep.url).href);
  deep.close();

  const context = await browser.newContext();
  const strict = await context.newPage();
  const faults = [];
  strict.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await strict.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" } });
  });
  await strict.goto(new URL('404.html', server.url).href);
  assert.equal((await ask(strict, 'glossary')).titles[0], 'Glossary');
  assert.deepEqual(faults, []);
});

test('An address with a query shows its hits', async () => {
  const tab = await open('causes/index.html?q=budget');
  await tab.locator('dialog.found li a').first().waitFor();
  assert.equal(await tab.locator('dialog.found input').inputValue(), 'budget');
});

test('Without script the field leads to all pages by letter', async () => {
  const tab = await open('stages/pilot/index.html', { javaScriptEnabled: false });
  await tab.locator('[data-search]').fill('pilot');
  await tab.locator('[data-search]').press('Enter');
  await tab.waitForURL(/a-z\/index\.html\?q=pilot$/);
  assert.equal(await tab.locator('main a', { hasText: /^Pilot$/ }).first().getAttribute('href'), '../stages/pilot/index.html');
});

test('A first query loads at most 160 kB, all counted', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  let bytes = 0;
  tab.on('response', async (response) => {
    if (/\/search[/.-]/.test(response.url())) bytes += (await response.body()).length;
  });
  await tab.goto(server.url);
  await ask(tab, 'pilot users budget');
  assert.ok(bytes > 20_000 && bytes < 160_000, `${bytes} bytes`);
});

test('The scripts of the search are small', () => {
  const size = ['search.js', 'search-engine.js'].map((name) => statSync(asset(name)).size).reduce((a, b) => a + b);
  assert.ok(size < 14_600, `${size} bytes`);
});

/** The engine on the site's files, without a page around it. */
function engine() {
  const window = {};
  const head = { append: ({ src }) => vm.runInContext(readFileSync(path.join(SITE, new URL(src).pathname), 'utf8'), inside) };
  const document = { currentScript: { src: new URL('assets/search-engine.js', server.url).href }, documentElement: { lang: 'en' }, head, addEventListener() {}, createElement: () => ({}) };
  const inside = vm.createContext({ document, window, URL, rollbookSearch: (...file) => window.rollbookSearch(...file) });
  vm.runInContext(readFileSync(asset('search-engine.js'), 'utf8'), inside);
  return window.rollbookEngine;
}

test('What is asked for stands first', async () => {
  const { find, page } = engine();
  const wrong = [];
  for (const [query, expected] of Object.entries(JSON.parse(readFileSync(new URL('ranking.json', import.meta.url), 'utf8')))) {
    const { hits } = await find(query);
    const first = await Promise.all(hits.slice(0, 3).map(async (hit) => (await page(hit.page)).u));
    if (first[0] !== expected + 'index.html') wrong.push(`${query}: ${first.join(', ')} instead of ${expected}`);
  }
  assertNone(wrong);
});

test('Each place of a hit is called by its heading', async () => {
  const tab = await open();
  const { links } = await ask(tab, 'nobody can say');
  const titles = await tab.locator('dialog.found ol ul a').allTextContents();
  assert.ok(titles.includes('How it shows') && links.some((link) => link.endsWith('#_signals')), titles.join(' | '));
});

test('The browser takes texts apart as the index does', () => {
  const cases = JSON.parse(readFileSync(new URL('../../src/search/fixtures/tokens.json', import.meta.url), 'utf8'));
  const { tokens } = engine();
  const wrong = Object.entries(cases).flatMap(([text, expected]) => {
    const found = tokens(text);
    const outside = found.some(([, start, end]) => start < 0 || end > text.length || start >= end);
    return found.map(([word]) => word).join(' ') === expected.join(' ') && !outside ? [] : [`${text}: ${JSON.stringify(found)}`];
  });
  assertNone(wrong);
});

for (const colorScheme of ['light', 'dark']) {
  describe(`In ${colorScheme}`, () => {
    test('axe finds no violation of WCAG 2.2 AA in the open dialog', async () => {
      const tab = await open('index.html', { colorScheme, reducedMotion: 'reduce' });
      await ask(tab, 'pilot');
      await tab.evaluate(AXE);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await tab.evaluate((values) => globalThis.axe.run('dialog', { runOnly: { type: 'tag', values } }), tags);
      assertNone(violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`)));
    });
  });
}

test('On a screen 320 px wide nothing of it scrolls sideways', async () => {
  const tab = await open('index.html', { viewport: { width: 320, height: 640 }, screen: { width: 320, height: 640 } });
  await ask(tab, 'pilot');
  const wide = await tab.evaluate(() => [document.documentElement, ...document.querySelectorAll('.found, .found ol')].map((e) => e.scrollWidth - e.clientWidth));
  assert.ok(Math.max(...wide) <= 0, wide.join());
});
