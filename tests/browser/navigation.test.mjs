// Ways through the site: by keys, by the contents, by links that copy themselves; and that nothing on a page moves while it loads.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, describe, test } from 'node:test';
import { SITE, assertNone, files, launch, onePerKind, serve } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

const kinds = [...onePerKind(SITE)];
const address = (page) => new URL(encodeURI(page), server.url).href;
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const STAGE = 'stages/pilot/index.html';

/** Opens a page in a browser of its own, and closes it after `visit`. */
async function on(page, visit, settings = DESKTOP) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  await tab.goto(page.includes('://') ? page : address(page));
  try {
    return await visit(tab, context);
  } finally {
    await context.close();
  }
}

const at = (tab) => new URL(tab.url()).pathname.slice(1);
const isOpen = (tab) => tab.locator('#_keys').evaluate((dialog) => dialog.open);

// The functions from here to the tests run in the page.

/** What has the focus, as a path of places among siblings, and what is wrong with how it looks. */
function focused() {
  const element = document.activeElement;
  if (element === document.body || element === document.documentElement) return null;
  let [steps, up] = [[], element];
  for (; up.parentElement; up = up.parentElement) steps.unshift([...up.parentElement.children].indexOf(up));
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height, bottom, right } = element.getBoundingClientRect();
  const faults = [];
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('has no outline');
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || width < 2 || height < 2) faults.push('can not be seen');
  if (bottom < 0 || right < 0) faults.push('is off the screen');
  return { place: steps.join('.'), faults: faults.map((fault) => `${element.outerHTML.slice(0, 100)} ${fault}`) };
}

/** What a keyboard has to reach: what can be seen and used, but for what says that another stop is enough. */
function stops() {
  const found = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const isStop = (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0 && !element.closest('dialog:not([open])');
  return [...found].filter(isStop).map((element) => {
    let [steps, up] = [[], element];
    for (; up.parentElement; up = up.parentElement) steps.unshift([...up.parentElement.children].indexOf(up));
    return [steps.join('.'), element.outerHTML.slice(0, 100)];
  });
}

function shifts() {
  return new Promise((done) => {
    let found = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (found += entry.value))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(found), 300);
  });
}

describe('The keyboard alone reaches every link and control, and what has the focus is seen', () => {
  for (const [kind, page] of kinds) {
    test(`on a page of kind ${kind} (${page})`, () =>
      on(page, async (tab) => {
        await tab.waitForTimeout(100); // a region that does not scroll is a stop until its size is known
        const wanted = new Map(await tab.evaluate(stops));
        const [reached, faults] = [new Set(), []];
        for (let step = 0; step < wanted.size + 20; step += 1) {
          await tab.keyboard.press('Tab');
          const now = await tab.evaluate(focused);
          if (now === null || reached.has(now.place)) break;
          reached.add(now.place);
          faults.push(...now.faults);
        }
        const missed = [...wanted].filter(([place]) => !reached.has(place)).map(([, element]) => `not reached: ${element}`);
        assertNone([...faults, ...missed]);
      }));
  }
});

test('Nothing on a page moves while it loads, on a desktop and on a phone', async () => {
  const faults = [];
  for (const viewport of [DESKTOP.viewport, { width: 390, height: 844 }]) {
    for (const [, page] of kinds) {
      const moved = await on(page, (tab) => tab.evaluate(shifts), { viewport });
      if (moved > 0) faults.push(`${page}: ${moved} at ${viewport.width} px`);
    }
  }
  assertNone(faults);
});

test('n and p lead along the stages; g and a letter to the home page, the calendar and the projects', () =>
  on(STAGE, async (tab) => {
    const press = async (...keys) => {
      for (const key of keys) await tab.keyboard.press(key);
      await tab.waitForLoadState();
    };
    const leads = async (keys, page) => {
      await Promise.all([tab.waitForURL(address(page)), press(...keys)]);
      assert.equal(at(tab), page);
    };
    await leads(['n'], 'stages/production/index.html');
    await leads(['p'], STAGE);
    await leads(['g', 'c'], 'calendar/index.html');
    await leads(['g', 'p'], 'projects/index.html');
    await leads(['g', 'h'], 'index.html');
  }));

test('A question mark opens the list of keys, Escape closes it, and the focus goes back', () =>
  on(STAGE, async (tab) => {
    await tab.locator('.book').focus();
    await tab.keyboard.press('?');
    assert.equal(await isOpen(tab), true);
    await tab.keyboard.press('n'); // nothing happens behind it
    await tab.keyboard.press('Escape');
    assert.equal(await isOpen(tab), false);
    assert.equal(at(tab), STAGE);
    assert.equal(await tab.evaluate(() => document.activeElement.className), 'book');
  }));

test('A slash goes to the search where there is one, and keys in a field are typed', () =>
  on(STAGE, async (tab) => {
    await tab.evaluate(() => document.querySelector('main').insertAdjacentHTML('afterbegin', '<input type="search" aria-label="Find">'));
    await tab.evaluate(() => document.querySelectorAll('header [data-search]').forEach((own) => own.remove()));
    await tab.keyboard.press('/');
    await tab.keyboard.type('n?gh');
    assert.equal(await tab.locator('main input[type="search"]').inputValue(), 'n?gh');
    assert.equal(at(tab), STAGE);
    assert.equal(await isOpen(tab), false);
  }));

test('Keys with a modifier are left to the browser', () =>
  on(STAGE, async (tab) => {
    for (const key of ['Control+n', 'Alt+p', 'Meta+g']) await tab.evaluate((key) => dispatchEvent(new KeyboardEvent('keydown', { key: key.split('+')[1], [`${key.split('+')[0].replace('Control', 'ctrl').toLowerCase()}Key`]: true, bubbles: true })), key);
    await tab.waitForTimeout(100);
    assert.equal(at(tab), STAGE);
  }));

test('The keys can be switched off, which is remembered, and on again', () =>
  on(STAGE, async (tab) => {
    await tab.keyboard.press('?');
    await tab.locator('#_keys input').uncheck();
    await tab.keyboard.press('Escape');
    await tab.reload();
    await tab.keyboard.press('n');
    await tab.keyboard.press('?');
    assert.equal(at(tab), STAGE);
    assert.equal(await isOpen(tab), false);
    await tab.locator('button[data-keys]').click();
    await tab.locator('#_keys input').check();
    await tab.locator('#_keys button').click();
    await Promise.all([tab.waitForURL(address('stages/production/index.html')), tab.keyboard.press('n')]);
  }));

test('A link to a place copies its whole address and says so; where that is not allowed it stays a link', () =>
  on(STAGE, async (tab, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const item = tab.locator('.item .anchor').first();
    const href = await item.evaluate((link) => link.href);
    await item.click();
    await tab.waitForFunction(() => document.querySelector('[data-copied]').textContent !== '');
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), href);
    assert.equal(tab.url(), href);
    await context.clearPermissions();
    const heading = tab.locator('h2 > .anchor').first();
    await heading.click();
    assert.equal(tab.url(), await heading.evaluate((link) => link.href));
  }));

test('The contents say where one is', () =>
  on(STAGE, async (tab) => {
    const now = () => tab.evaluate(() => [...document.querySelectorAll('.toc [aria-current]')].map((link) => link.hash));
    await tab.evaluate(() => document.getElementById('_gate').scrollIntoView());
    await tab.waitForFunction(() => document.querySelector('.toc [aria-current]')?.hash === '#_gate');
    assert.deepEqual(await now(), ['#_gate']);
    await tab.evaluate(() => scrollTo(0, 0));
    await tab.waitForFunction(() => document.querySelector('.toc [aria-current]')?.hash !== '#_gate');
  }));

test('The colours chosen stay through pages, and come before the first paint', () =>
  on('index.html', async (tab) => {
    const paper = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    const button = tab.locator('button[data-scheme]');
    await button.click();
    await button.click();
    assert.notEqual(await paper(), light);
    await tab.goto(address(STAGE), { waitUntil: 'commit' });
    await tab.waitForFunction(() => document.body);
    assert.equal(await tab.evaluate(() => document.documentElement.dataset.scheme), 'dark');
    await button.click();
    assert.equal(await paper(), light);
  }));

test('From disk, and where nothing may be stored, the keys work and no error is thrown', async () => {
  const context = await browser.newContext(DESKTOP);
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
  const tab = await context.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(pathToFileURL(path.join(SITE, STAGE)).href);
  await tab.keyboard.press('?');
  assert.equal(await isOpen(tab), true);
  await tab.locator('#_keys input').uncheck();
  await tab.keyboard.press('Escape');
  await tab.locator('button[data-scheme]').click();
  assert.equal(await tab.evaluate(() => document.documentElement.dataset.scheme), 'light');
  assertNone(errors);
  await context.close();
});

test('What scrolls within itself is a stop of the keyboard, and only while it scrolls', async () => {
  const page = files(SITE).find((file) => file.endsWith('.html') && readFileSync(path.join(SITE, file), 'utf8').includes('class="table-scroll"'));
  const isStop = (tab) => tab.locator('.table-scroll').first().evaluate((region) => [region.tabIndex === 0, region.scrollWidth > region.clientWidth]);
  for (const width of [1280, 200]) {
    await on(page, async (tab) => {
      await tab.waitForTimeout(100);
      const [stop, scrolls] = await isStop(tab);
      assert.equal(stop, scrolls);
      assert.equal(scrolls, width === 200);
    }, { viewport: { width, height: 900 } });
  }
});

test('The browser understands every rule of the style sheets', () =>
  on(STAGE, async (tab) => {
    const faults = [];
    for (const sheet of files(SITE).filter((file) => /^assets\/.*\.css$/.test(file))) {
      const text = readFileSync(path.join(SITE, sheet), 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/"[^"]*"/g, '""');
      const written = text.split('{').length - 1;
      const read = await tab.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        const count = (rules) => [...rules].reduce((sum, rule) => sum + 1 + (rule.cssRules && rule.constructor.name !== 'CSSStyleRule' ? count(rule.cssRules) : 0), 0);
        const empty = (rules) => [...rules].flatMap((rule) => (rule.style && rule.style.length === 0 ? [rule.cssText] : rule.cssRules ? empty(rule.cssRules) : []));
        return { rules: count(sheet.cssRules), empty: empty(sheet.cssRules) };
      }, text);
      if (read.rules !== written) faults.push(`${sheet}: ${written} rules are written, ${read.rules} understood`);
      faults.push(...read.empty.map((rule) => `${sheet}: nothing is understood of ${rule}`));
    }
    assertNone(faults);
  }));

test('With forced colours every icon of a status is still drawn', () =>
  on('index.html', async (tab) => {
    const faint = await tab.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('.chip .icon > *')].filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return [fill, stroke].every((colour) => colour === 'none' || colour === paper) && !shape.matches('.cut');
      }).map((shape) => shape.parentElement.outerHTML);
    });
    assertNone(faint);
  }, { ...DESKTOP, forcedColors: 'active' }));

test('On a phone the menu stands beside the search, on one line, however long the title of the book', async () => {
  for (const [width, title] of [[320, null], [390, null], [320, 'x'.repeat(200)]]) {
    await on('index.html', async (tab) => {
      if (title) await tab.locator('.book span').evaluate((span, title) => (span.textContent = title), title);
      const [menu, search] = [await tab.locator('.menu > summary').boundingBox(), await tab.locator('.search input').boundingBox()];
      assert.ok(search.width > 60 && search.x + search.width <= menu.x, `${width} px: the search ends at ${search.x + search.width}, the menu begins at ${menu.x}`);
      assert.deepEqual([menu.y, menu.height], [search.y, search.height]);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
    }, { viewport: { width, height: 800 } });
  }
});

test('Without scripts, Enter in the search field leads to the list of all pages', () =>
  on('index.html', async (tab) => {
    await tab.locator('[data-search]').fill('pilot');
    await Promise.all([tab.waitForURL(/a-z\/index\.html\?q=pilot/), tab.locator('[data-search]').press('Enter')]);
  }, { ...DESKTOP, javaScriptEnabled: false }));

test('Written from right to left, no page scrolls sideways', async () => {
  const faults = [];
  for (const width of [320, 1280]) {
    for (const [, page] of kinds) {
      const wide = await on(page, (tab) => tab.evaluate(() => {
        document.documentElement.dir = 'rtl';
        return document.documentElement.scrollWidth;
      }), { viewport: { width, height: 800 }, screen: { width, height: 800 } });
      if (wide > width) faults.push(`${page}: ${wide} px wide on a screen of ${width}`);
    }
  }
  assertNone(faults);
});
