// The pages can be read: on a narrow screen, without JavaScript, by a screen reader, in light and in dark.

import { after, describe, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, assertNone, kindOf, launch, onePerKind, pages, serve, visitEach } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

const all = pages(SITE);
const kinds = onePerKind(SITE);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Runs `find` inside each page, in a browser with these settings; it gives the page's faults as lines. */
async function faultsOnEach(settings, find, among = all, url = server.url) {
  const context = await browser.newContext(settings);
  const faults = await visitEach(context, among, async (tab, page) => {
    await tab.goto(new URL(encodeURI(page), url).href);
    return tab.evaluate(find);
  });
  await context.close();
  return [...faults].flatMap(([page, lines]) => lines.map((line) => `${page}: ${line}`));
}

/** The book of this repository in another language: its own words stay, those of the theme change. Gives the folder of the site. */
function inLanguage(language) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const book = mkdtempSync(path.join(tmpdir(), `in-${language}-`));
  cpSync(path.join(root, 'content'), path.join(book, 'content'), { recursive: true });
  const config = readFileSync(path.join(root, 'book.toml'), 'utf8').replace(/^language = .*\n/m, '');
  writeFileSync(path.join(book, 'book.toml'), config.replace('[book]', `[book]\nlanguage = "${language}"`));
  const site = path.join(book, 'site');
  execFileSync(process.env.ROLLBOOK, ['build', '--book', book, '--as-of', '2026-06-01', '--quiet', '-o', site]);
  return site;
}

// The functions from here to the tests run in the page.

function widerThanTheScreen() {
  const width = document.documentElement.scrollWidth;
  if (width <= screen.width) return [];
  const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const culprit = [...document.body.querySelectorAll('*')].find(
    (element) => element.getBoundingClientRect().right > screen.width + 1 && !scrolls(element.parentElement),
  );
  return [`${width} px wide on a screen of ${screen.width}: ${culprit?.outerHTML.slice(0, 120) ?? 'no single element; is there a <meta name="viewport">?'}`];
}

function hiddenWithoutScript() {
  const shown = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0 && element.innerText.trim() !== '';
  const faults = [];
  if (![...document.querySelectorAll('main')].some(shown)) faults.push('no visible <main> with text');
  // On a phone the navigation may be folded away, as long as what unfolds it works without script: a <summary>.
  const ways = document.querySelectorAll('nav a[href], nav summary, details:has(nav) > summary');
  if (![...ways].some(shown)) faults.push('no visible navigation');
  return faults;
}

function unreadableBars() {
  // Only text that takes up room: what is cut to a pixel for screen readers is not beside the bar for a reader who sees.
  const visibleText = (element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = '';
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNode(texts.currentNode);
      const { width, height } = range.getBoundingClientRect();
      const parent = texts.currentNode.parentElement;
      const { width: room } = parent.getBoundingClientRect();
      if (width > 1 && height > 1 && room > 1 && parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) text += texts.currentNode.data;
    }
    return text.replace(/\s+/g, ' ').trim();
  };
  const nameOf = (bar) =>
    bar.getAttribute('aria-label') ??
    (bar.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');

  return [...document.querySelectorAll('[role="progressbar"]')].flatMap((bar) => {
    const faults = [];
    if (nameOf(bar).trim() === '') faults.push('has no accessible name');

    const [now, min, max] = ['now', 'min', 'max'].map((end) => parseFloat(bar.getAttribute(`aria-value${end}`)));
    const counts = bar.hasAttribute('aria-valuenow'); // nothing counted yet: no value, rightly
    if (counts && !(min < max && min <= now && now <= max)) faults.push(`says ${now} of ${min} to ${max}`);

    // Beside it: in the element around it, or one further out where the bar sits in a track of its own.
    const beside = visibleText(bar.parentElement) || visibleText(bar.parentElement.parentElement);
    if (beside === '') faults.push('has no visible text beside it');
    else if (counts && !(beside.match(/\d+([.,]\d+)?/g) ?? []).some((number) => parseFloat(number.replace(',', '.')) === now))
      faults.push(`says ${now}, which the text beside it does not: "${beside}"`);

    return faults.map((fault) => `${bar.outerHTML.slice(0, 120)} ${fault}`);
  });
}

test('Every page says of what kind it is, so that the checks by kind miss none', () =>
  assertNone(all.filter((page) => !kindOf(SITE, page)).map((page) => `${page}: no <body data-kind="…">`)));

test('No page scrolls sideways on a screen 320 px wide', async () => {
  // As on a phone: a page without <meta name="viewport"> is laid out wide there, and fails.
  const phone = { viewport: { width: 320, height: 640 }, screen: { width: 320, height: 640 }, isMobile: true };
  assertNone(await faultsOnEach(phone, widerThanTheScreen));
});

for (const language of ['de', 'pl', 'fr']) {
  test(`In ${language}, a page of each kind does not scroll sideways on a phone and on a tablet`, async () => {
    const site = inLanguage(language);
    const own = await serve(site);
    const faults = [];
    for (const [width, height] of [[320, 640], [1024, 768]]) {
      const settings = { viewport: { width, height }, screen: { width, height }, isMobile: width === 320 };
      faults.push(...(await faultsOnEach(settings, widerThanTheScreen, [...onePerKind(site).values()], own.url)));
    }
    own.close();
    assertNone(faults);
  });
}

for (const [screen, viewport] of [['a desktop', { width: 1280, height: 900 }], ['a phone', { width: 390, height: 844 }]]) {
  test(`Without JavaScript, every page shows its content and its navigation on ${screen}`, async () =>
    assertNone(await faultsOnEach({ viewport, javaScriptEnabled: false }, hiddenWithoutScript)));
}

test('Every progress bar has a name, a value within its range, and visible text that says the same', async () =>
  assertNone(await faultsOnEach({}, unreadableBars)));

for (const colorScheme of ['light', 'dark']) {
  describe(`In ${colorScheme}, axe finds no violation of WCAG 2.2 AA`, () => {
    for (const [kind, page] of kinds) {
      test(`on a page of kind ${kind} (${page})`, async () => {
        const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' }); // no colour caught half-way
        const tab = await context.newPage();
        await tab.goto(new URL(encodeURI(page), server.url).href);
        await tab.evaluate(AXE);
        // Menu and contents are always unfolded on this screen, by the style sheet; axe does not look into a <details> that is not `open`.
        await tab.evaluate(() => document.querySelectorAll('.menu, .toc details').forEach((fold) => (fold.open = true)));
        const { violations } = await tab.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), WCAG);
        await context.close();
        assertNone(
          violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`)),
        );
      });
    }
  });
}

test('Dark pages are dark: the background is not that of the light ones', async () => {
  const background = () => [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor);
  const sample = [...kinds.values()];
  const [light, dark] = [await faultsOnEach({ colorScheme: 'light' }, background, sample), await faultsOnEach({ colorScheme: 'dark' }, background, sample)];
  assertNone(sample.filter((_, i) => light[2 * i] === dark[2 * i] && light[2 * i + 1] === dark[2 * i + 1]));
});
