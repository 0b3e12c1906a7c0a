// Charts over time are shown, named, said in words, and begin at as_of where they do not fit.

import { after, test } from 'node:test';
import { SITE, assertNone, launch, pages, read, serve, visitEach } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

const charts = pages(SITE).filter((page) => /<table class="gantt[ "]/.test(read(SITE, page)));
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 }, isMobile: true };

/** Runs `find` on each page with a chart; it gives the page's faults as lines. */
async function faultsOnEach(settings, find) {
  const context = await browser.newContext(settings);
  const faults = await visitEach(context, charts, async (tab, page) => {
    await tab.goto(new URL(encodeURI(page), server.url).href);
    return find(tab);
  });
  await context.close();
  return [...faults].flatMap(([page, lines]) => lines.map((line) => `${page}: ${line}`));
}

// The functions from here to the tests run in the page.

function notDrawn() {
  const faults = [];
  const drawings = [...document.querySelectorAll('.gantt .lane')].filter((drawing) => drawing.checkVisibility());
  if (drawings.length === 0) faults.push('no row is drawn');
  for (const drawing of drawings) {
    const room = drawing.getBoundingClientRect();
    if (room.width < 100 || room.height < 40) faults.push(`a row has ${room.width} by ${room.height} px`);
    for (const bar of drawing.querySelectorAll('rect')) {
      const { left, right, top, bottom } = bar.getBoundingClientRect();
      if (left < room.left - 1.5 || right > room.right + 1.5 || top < room.top - 1 || bottom > room.bottom + 1)
        faults.push(`it sticks out of its row: ${bar.outerHTML.slice(0, 120)}`);
    }
  }
  const marks = [...document.querySelectorAll('.gantt use, .key use')].map((use) => use.getAttribute('href').slice(1));
  const patterns = [...document.querySelectorAll('main [fill^="url(#"], main [mask]')].flatMap((element) =>
    ['fill', 'mask'].map((name) => /url\(#(.+)\)/.exec(element.getAttribute(name) ?? '')?.[1]).filter(Boolean),
  );
  return [...faults, ...[...new Set([...marks, ...patterns])].filter((id) => !document.getElementById(id)).map((id) => `#${id} is used and not there`)];
}

function notInWords() {
  const rows = [...document.querySelectorAll('.gantt tr:not(.gantt-waves) > th > a')].map((link) => link.getAttribute('href'));
  const words = new Set([...document.querySelectorAll('.in-words dt a, .dates th a')].map((link) => link.getAttribute('href')));
  const faults = rows.filter((href) => !words.has(href)).map((href) => `${href} is drawn, and not told in words`);
  const [drawn, told] = ['.gantt-waves', '.dates[aria-label^="Dates of the waves"]'].map((found) => document.querySelectorAll(found).length);
  return drawn === told ? faults : [...faults, `the waves of ${drawn} stages are drawn, and told of ${told}`];
}

function notAtNow() {
  return [...document.querySelectorAll('.gantt-scroll')].flatMap((region) => {
    const now = region.querySelector('.now-place');
    if (!now || region.scrollWidth <= region.clientWidth || !CSS.supports('scroll-initial-target', 'nearest')) return [];
    const [room, place] = [region, now].map((element) => element.getBoundingClientRect());
    const heading = region.querySelector('tbody th').getBoundingClientRect();
    return place.left >= heading.right - 1 && place.left < room.right ? [] : [`as_of is at ${place.left} px of ${heading.right} to ${room.right}`];
  });
}

test('The calendar and every project with dates have a chart', () =>
  assertNone(['calendar/index.html', 'projects/'].filter((start) => !charts.some((page) => page.startsWith(start)))));

for (const [screen, settings] of [['a desktop', desktop], ['a phone', phone]]) {
  test(`On ${screen}, every row is drawn within its room, and every mark it uses is there`, async () =>
    assertNone(await faultsOnEach(settings, (tab) => tab.evaluate(notDrawn))));
}

test('What is drawn is told in words too', async () => assertNone(await faultsOnEach(desktop, (tab) => tab.evaluate(notInWords))));

test('On a phone, a chart begins at as_of, beside the headings of its rows', async () =>
  assertNone(await faultsOnEach(phone, (tab) => tab.evaluate(notAtNow))));

test('Every drawing has a name of its own for a screen reader', async () =>
  assertNone(
    await faultsOnEach(desktop, async (tab) => {
      const session = await tab.context().newCDPSession(tab);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const names = nodes.filter((node) => !node.ignored && node.role?.value === 'image').map((node) => node.name?.value ?? '');
      const rows = await tab.evaluate(() => [...document.querySelectorAll('.gantt .lane')].filter((row) => row.checkVisibility()).length);
      const own = new Set(names.filter((name) => name !== ''));
      return own.size >= rows ? [] : [`${rows} rows, and these names: ${names.join(' | ').slice(0, 300)}`];
    }),
  ));
