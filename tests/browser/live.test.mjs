// A book that is being worked on, in open tabs: pages that change where they stand, what is wrong with the book, pages and servers that go and come
// back. Every wait is for a condition.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import { openBook, openProxy } from './live.mjs';
import { SITE, assertNone, files, launch, read } from './site.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const browser = await launch();
after(() => browser.close());

const PILOT = 'content/stages/03-pilot.md';
const PILOT_PAGE = 'stages/pilot/index.html';
const CSS = 'themes/default/static/site.css';
const PILOT_GOAL = 'Learn from real users at limited scale';

/** Runs `check` on a book of its own. Each tab that it opens has a mark, which it loses when it is loaded anew, and must make no error. */
async function withBook(settings, check) {
  const book = await openBook(settings);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings.context });
  context.setDefaultTimeout(15_000);
  const errors = [];
  const open = async (address, base = book.url) => {
    const tab = await context.newPage();
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.goto(new URL(address, base).href);
    await tab.locator('rollbook-live').waitFor({ state: 'attached' });
    await tab.evaluate(() => (window.mark = 'here'));
    return tab;
  };
  try {
    await check(book, open, context);
    assertNone(errors);
  } finally {
    await context.close();
    await book.close();
  }
}

/** A test with a book of its own. */
const live = (name, check, settings = {}) => test(name, { timeout: 60_000 }, () => withBook(settings, check));

const says = (tab, text) => tab.waitForFunction((text) => document.body.textContent.includes(text), text);
const isMarked = (tab) => tab.evaluate(() => window.mark === 'here');
const panel = (tab) => tab.locator('rollbook-live .panel');
const pill = (tab) => tab.locator('rollbook-live button.pill');
const gone = (tab) => tab.locator('rollbook-live .card');

const COLOUR = 'rgb(7, 8, 9)';

/** Changes the theme's style sheet. */
const paint = (book, colour = COLOUR) => book.write(CSS, `${book.read(CSS)}\nh1 { color: ${colour}; }\n`);
const isPainted = (tab, colour = COLOUR) => tab.waitForFunction((colour) => getComputedStyle(document.querySelector('h1')).color === colour, colour);

/** What a tab is told when it is hidden or shown; the browser of the tests shows all its tabs. */
const setHidden = (tab, isHidden) =>
  tab.evaluate((isHidden) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

live('A file is edited: open pages change where they are read, with focus, folds and selection, in every window', async (book, open) => {
  const [tab, other] = [await open(PILOT_PAGE), await open(PILOT_PAGE)];
  await tab.locator('.side details:not([open]) > summary', { hasText: 'Projects' }).click();
  await tab.evaluate(() => {
    const link = document.querySelector('main section[aria-labelledby="_causes"] a');
    link.focus();
    scrollTo({ top: 900, behavior: 'instant' });
    const text = document.querySelector('.prose p').firstChild;
    getSelection().setBaseAndExtent(text, 4, text, 12);
    window.kept = [link, ...document.querySelectorAll('.side a, main section')];
    window.touched = [];
    new MutationObserver((records) => window.touched.push(...records.map(({ target }) => target.nodeName))).observe(document.querySelector('.side'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const seen = () =>
    tab.evaluate(() => ({
      scroll: scrollY,
      focus: document.activeElement === window.kept[0],
      selected: String(getSelection()),
      unfolded: [...document.querySelectorAll('.side details[open] > summary')].map((summary) => summary.textContent),
    }));
  const before = await seen();
  assert.ok(before.scroll > 800 && before.focus && before.selected.length === 8 && before.unfolded.includes('Projects'));

  book.edit(PILOT, PILOT_GOAL, 'Understand with real users at limited scale');
  await Promise.all([tab, other].map((each) => says(each, 'Understand with real users')));
  assert.deepEqual(await seen(), before);
  assert.deepEqual(await tab.evaluate(() => window.touched), [], 'the navigation did not change');
  assert.ok(await tab.evaluate(() => window.kept.every((element) => element.isConnected)));

  book.edit(PILOT, 'title: Pilot', 'title: Small pilot');
  await Promise.all([tab, other].map((each) => each.waitForFunction(() => document.title.startsWith('Small pilot'))));
  assert.deepEqual(await seen(), before);
  assert.ok((await isMarked(tab)) && (await isMarked(other)));
});

live('What is added above does not push away what is being read, and nothing else is made anew', async (book, open) => {
  const tab = await open(`${PILOT_PAGE}#_checklist`);
  const place = () => tab.evaluate(() => Math.round(document.getElementById('_checklist').getBoundingClientRect().top));
  const [before, address] = [await place(), tab.url()];
  await tab.evaluate(() => (window.kept = [...document.querySelectorAll('main li, main p, main h2')]));
  const paragraphs = Array.from({ length: 9 }, (_, n) => `Paragraph ${n} is new.`).join('\n\n');
  book.edit(PILOT, '## What happens here', `## A word before\n\n${paragraphs}\n\n## What happens here`);
  await says(tab, 'Paragraph 8 is new.');
  assert.ok(await tab.evaluate(() => document.getElementById('a-word-before').getBoundingClientRect().bottom < 0));
  assert.equal(await place(), before);
  assert.equal(tab.url(), address);

  book.edit(PILOT, 'checklist:\n', 'checklist:\n  - id: first-of-all\n    text: The very first item\n    group: Set-up\n');
  await says(tab, 'The very first item');
  assert.deepEqual(await tab.evaluate(() => window.kept.filter((element) => !element.isConnected).map((element) => element.outerHTML)), []);
  assert.ok(await isMarked(tab));
});

const FIELDS = `{% block content %}
<form id="fields"><input id="typed" value="one"><input id="left" value="one"><input id="ticked" type="checkbox"><textarea id="text">one</textarea>
<select id="chosen"><option>one</option><option>two</option></select></form>
<details id="a"><summary>A</summary>a</details><details id="b" open><summary>B</summary>b</details>
<script>window.ran = (window.ran ?? 0) + 1;</script>`;

live(
  'What the reader has put in stays; what he has not touched follows the book; scripts that ran do not run again, new ones do',
  async (book, open) => {
    const tab = await open('guide/index.html');
    await tab.locator('#typed').fill('mine and longer');
    await tab.locator('#text').fill('mine');
    await tab.locator('#chosen').selectOption('two');
    await tab.locator('#b summary').click();
    await tab.locator('#typed').focus();
    await tab.evaluate(() => document.getElementById('typed').setSelectionRange(2, 5));
    const template = 'themes/default/templates/page.html';
    const next = FIELDS.replaceAll('value="one"', 'value="ONE"')
      .replace('checkbox"', 'checkbox" checked')
      .replace('>one</textarea>', '>ONE</textarea>')
      .replace('id="a"', 'id="a" open')
      .replace('<form', '<script>window.added = 1;</script><form');
    book.edit(template, FIELDS, next);
    await tab.waitForFunction(() => window.added === 1);
    const seen = await tab.evaluate(() => {
      const at = (id) => document.getElementById(id);
      const { selectionStart, selectionEnd } = at('typed');
      return {
        values: ['typed', 'left', 'text', 'chosen'].map((id) => at(id).value),
        ticked: at('ticked').checked,
        open: ['a', 'b'].map((id) => at(id).open),
        caret: [document.activeElement.id, selectionStart, selectionEnd],
        ran: window.ran,
      };
    });
    assert.deepEqual(seen, {
      values: ['mine and longer', 'ONE', 'mine', 'two'],
      ticked: true,
      open: [true, false],
      caret: ['typed', 2, 5],
      ran: 1,
    });
    assert.ok(await isMarked(tab));
  },
  {
    prepare: (book) => book.edit('themes/default/templates/page.html', '{% block content %}', FIELDS),
    context: { bypassCSP: true }, // a theme with scripts on its pages has a policy of its own
  },
);

live('A style sheet changes without a reload and without a moment that has none; a script begins anew, at the same place', async (book, open) => {
  const tab = await open(PILOT_PAGE);
  await tab.evaluate(() => {
    scrollTo({ top: 700, behavior: 'instant' });
    window.bare = 0;
    const look = () => {
      if (getComputedStyle(document.querySelector('.frame')).display === 'block') window.bare += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  const links = () => tab.evaluate(() => document.querySelectorAll('link[rel="stylesheet"]').length);
  const before = await links();
  for (const colour of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
    paint(book, colour);
    await isPainted(tab, colour);
  }
  await tab.waitForFunction((count) => document.querySelectorAll('link[rel="stylesheet"]').length === count, before);
  assert.deepEqual(await tab.evaluate(() => [window.mark, window.bare, scrollY]), ['here', 0, 700]);

  const script = 'themes/default/static/calendar.js';
  for (const n of [1, 2]) {
    book.write(script, `${book.read(script)}\n// ${n}\n`);
    await tab.waitForFunction(() => window.mark !== 'here' && document.readyState === 'complete');
    await tab.waitForFunction(() => scrollY === 700);
    await tab.evaluate(() => (window.mark = 'here'));
  }
});

live(
  'What is wrong is shown over the last good page, as text, with its place, and goes when it is mended',
  async (book, open) => {
    const tab = await open(PILOT_PAGE);
    await tab.locator('.book').focus();
    const good = book.read(PILOT);
    book.edit(PILOT, 'window: Month 2-3', 'window: "<script>window.broken = 1</script><img src=x onerror=window.broken=1>"');
    await panel(tab).locator('.finding').waitFor();
    const text = await panel(tab).innerText();
    for (const part of ['1 error', 'You see the last good version of this page.', '<script>window.broken = 1</script>', '^^^^', `${PILOT}:4:`, 'Help:']) {
      assert.ok(text.includes(part), `${part} is not in:\n${text}`);
    }
    assert.equal(await tab.evaluate(() => window.broken), undefined);
    assert.equal(await tab.locator('h1').innerText(), 'Pilot');
    assert.equal(await tab.evaluate(() => document.activeElement.className), 'book', 'the focus stays where it was');
    const [, path, line, column] = /^(.*):(\d+):(\d+)$/.exec(await panel(tab).locator('.where').innerText());
    assert.equal(await panel(tab).locator('.where a').getAttribute('href'), `vscode://file${book.folder}/${path}:${line}:${column}`);
    assert.equal(await tab.evaluate(() => fetch('../../_rollbook/findings.json').then((answer) => answer.json()).then(({ stale }) => stale)), true);

    await tab.keyboard.press('Escape');
    await panel(tab).waitFor({ state: 'hidden' });
    assert.equal(await pill(tab).innerText(), '1 error');
    await tab.reload();
    await pill(tab).waitFor();
    assert.ok(await panel(tab).isHidden(), 'it stays folded in this tab');
    book.edit(PILOT, 'cohort:', 'cohrot:');
    await pill(tab).getByText('2 errors').or(pill(tab).filter({ hasText: '2 errors' })).waitFor();
    await pill(tab).focus();
    await tab.keyboard.press('Enter');
    await panel(tab).locator('.finding').nth(1).waitFor();
    assert.equal(await tab.evaluate(() => document.querySelector('rollbook-live').shadowRoot.activeElement?.className), 'fold');

    book.write(PILOT, good);
    await panel(tab).waitFor({ state: 'hidden' });
    assert.ok(!(await panel(tab).isVisible()) && !(await tab.getByText('1 error').isVisible()));
  },
  { options: ['--editor', 'vscode'] },
);

live('Warnings stand in the corner only, and open when they are asked for; without an editor a place can be copied', async (book, open, context) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await open(PILOT_PAGE);
  await pill(tab).waitFor();
  assert.match(await pill(tab).innerText(), /^\d+ warnings?$/);
  assert.ok(await panel(tab).isHidden());
  await pill(tab).click();
  const place = panel(tab).locator('.where').first();
  await place.getByRole('button').click();
  await place.getByText('Copied').waitFor();
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), await place.locator('span').innerText());
  await panel(tab).getByRole('button', { name: 'Fold' }).click();
  assert.ok(await panel(tab).isHidden());
}, { prepare: (book) => book.edit('book.toml', 'overlap = "allow"', 'overlap = "warn"') });

const inCorner = (tab) =>
  tab.evaluate(() => {
    const held = document.querySelector('rollbook-live').shadowRoot.activeElement;
    return held && `${held.className || held.localName} ${held.closest('.finding')?.querySelector('h3').textContent ?? ''}`.trim();
  });
const spoken = (tab, text) =>
  tab.waitForFunction((text) => document.querySelector('rollbook-live').shadowRoot.querySelector('.unseen').textContent.includes(text), text);

live('The focus stays on the same finding while others come and go, and goes back to the page with the panel', async (book, open) => {
  const tab = await open(PILOT_PAGE);
  const good = book.read(PILOT);
  await tab.locator('.book').focus();
  book.edit(PILOT, 'cohort:', 'cohrot:');
  await panel(tab).locator('.finding').waitFor();
  await spoken(tab, '1 error in the book: ');
  await panel(tab).locator('.copy').focus();
  const held = await inCorner(tab);
  assert.match(held, /^copy .*cohrot/);
  book.edit(PILOT, 'title: Pilot', 'titel: Pilot');
  await panel(tab).locator('.finding').nth(1).waitFor();
  assert.equal(await inCorner(tab), held);
  book.edit(PILOT, 'cohrot:', 'cohort:');
  await panel(tab).getByText('cohrot').first().waitFor({ state: 'detached' });
  await tab.waitForFunction(() => document.querySelector('rollbook-live').shadowRoot.activeElement !== null);
  assert.equal(await inCorner(tab), 'fold', 'the finding that had it is gone');
  book.write(PILOT, good);
  await panel(tab).waitFor({ state: 'hidden' });
  assert.equal(await inCorner(tab), null);
  assert.equal(await tab.evaluate(() => document.activeElement.className), 'book');
  await spoken(tab, 'no error any more');
});

live('One error for another is read out, and a panel that was folded opens again for the next mistake', async (book, open) => {
  const tab = await open(PILOT_PAGE);
  const good = book.read(PILOT);
  book.edit(PILOT, 'cohort:', 'cohrot:');
  await spoken(tab, 'cohrot');
  await tab.keyboard.press('Escape');
  await panel(tab).waitFor({ state: 'hidden' });
  book.write(PILOT, good.replace('window:', 'windwo:'));
  await spoken(tab, 'windwo');
  assert.ok(await panel(tab).isHidden(), 'folded until the book is good again');
  book.write(PILOT, good);
  await pill(tab).filter({ hasText: 'error' }).waitFor({ state: 'hidden' });
  book.edit(PILOT, 'cohort:', 'cohrot:');
  await panel(tab).locator('.finding').waitFor();
  await spoken(tab, 'cohrot');
});

live('Where there is no page the panel does not say that one is seen, and hrefs that are no addresses hide no way on', async (book, open) => {
  const missing = await open('guide/not-there/');
  const tab = await open('projects/extra/index.html');
  book.remove('content/projects/extra.md');
  await gone(tab).getByRole('link', { name: 'Projects' }).waitFor();
  book.edit(PILOT, 'cohort:', 'cohrot:');
  for (const each of [missing, tab]) {
    await panel(each).locator('.finding').first().waitFor();
    const text = await panel(each).innerText();
    assert.ok(text.includes('All pages are those of the last good version.') && !text.includes('of this page'), text);
  }
}, {
  prepare: (book) => {
    book.write('content/projects/extra.md', '---\ntitle: Extra project\nstart: 2026-06-01\n---\n');
    book.edit('themes/default/templates/portfolio.html', '{% block content %}', '{% block content %}<a href="%ff">a</a> <a href="%E0%A4%A/">b</a> <a href="http://[">c</a>');
  },
});

live('A page beyond those that can be followed says so, and follows once there is a place', async (book, open) => {
  const lines = await Promise.all(
    Array.from({ length: 128 }, async () => {
      const stop = new AbortController();
      await fetch(new URL('_rollbook/events?page=x', book.url), { signal: stop.signal });
      return stop;
    }),
  );
  const tab = await open(PILOT_PAGE);
  await tab.getByText('Too many open pages').waitFor();
  lines.forEach((line) => line.abort());
  book.edit(PILOT, PILOT_GOAL, 'Written while there was no place');
  await says(tab, 'Written while there was no place');
  await tab.getByText('Too many open pages').waitFor({ state: 'hidden' });
});

live(
  'On a phone the panel and the signs stand above the bar of edit mode',
  async (book, open) => {
    const tab = await open('projects/atlas/pilot/index.html');
    const bar = tab.locator('.rb-bar');
    await bar.waitFor();
    const apart = async (what) => {
      for (const end = Date.now() + 10_000; ; ) {
        const [a, b] = [await what.boundingBox(), await bar.boundingBox()];
        if (a && b && a.y >= 0 && a.y + a.height <= b.y) return;
        assert.ok(Date.now() < end, `${JSON.stringify(a)} lies over ${JSON.stringify(b)}`);
      }
    };
    await pill(tab).waitFor();
    await apart(pill(tab));
    await bar.getByRole('button').click();
    await tab.locator('.rb-log').waitFor();
    await apart(pill(tab));
    book.edit(PILOT, 'cohort:', 'cohrot:');
    await panel(tab).locator('.finding').first().waitFor();
    await apart(panel(tab));
  },
  {
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    options: ['--edit'],
    prepare: (book) => book.edit('book.toml', 'overlap = "allow"', 'overlap = "warn"'),
  },
);

for (const [variant, context] of Object.entries({
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
})) {
  live(
    `What the client shows is readable and reachable, and is not printed (${variant})`,
    async (book, open) => {
      const tab = await open(PILOT_PAGE);
      book.edit(PILOT, 'cohort:', 'cohrot:');
      await panel(tab).locator('.finding').first().waitFor();
      await tab.addScriptTag({ path: axe });
      for (const shown of [panel(tab), pill(tab)]) {
        await shown.waitFor();
        await tab.waitForFunction(() => document.getAnimations().length === 0);
        const { violations } = await tab.evaluate(() => window.axe.run('rollbook-live'));
        assertNone(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
        const { x, width } = await shown.boundingBox();
        assert.ok(x >= 0 && x + width <= tab.viewportSize().width);
        await tab.keyboard.press('Escape');
      }
      await tab.emulateMedia({ media: 'print' });
      assert.ok(await pill(tab).isHidden());
    },
    { context: { ...context, bypassCSP: true } }, // the checker of contrasts is an inline script
  );
}

const EXTRA = '---\ntitle: Extra project\nstart: 2026-06-01\n---\n';
const withExtra = { prepare: (book) => book.write('content/projects/extra.md', EXTRA) };

live(
  'A page that is deleted says so and where to go on; it comes back with its file',
  async (book, open) => {
    const tab = await open('projects/extra/index.html');
    book.remove('content/projects/extra.md');
    await gone(tab).getByRole('link', { name: 'Projects' }).waitFor();
    assert.match(await gone(tab).innerText(), /^This page is gone\n/);
    const above = await gone(tab).getByRole('link', { name: 'Projects' }).evaluate((link) => link.href);
    assert.equal(above, new URL('projects/index.html', book.url).href);
    assert.ok(await tab.locator('h1').isVisible(), 'its last version stays');
    book.write('content/projects/extra.md', EXTRA);
    await gone(tab).waitFor({ state: 'hidden' });

    book.rename('content/projects/extra.md', 'content/projects/more.md');
    const now = gone(tab).getByRole('listitem').filter({ hasText: 'It may be here now' }).getByRole('link');
    await now.waitFor();
    assert.ok(await isMarked(tab));
    await now.click();
    await tab.waitForURL('**/projects/more/index.html');
  },
  withExtra,
);

live(
  'A page that leaves a redirect behind takes its readers along',
  async (book, open) => {
    const tab = await open('projects/extra/index.html');
    book.rename('content/projects/extra.md', 'content/projects/more.md');
    book.write('content/projects/more.md', EXTRA.replace('---\n', '---\naliases: [extra]\n'));
    await tab.waitForURL('**/projects/more/index.html');
  },
  withExtra,
);

live('A page that is not there yet appears where it was awaited, whole', async (book, open) => {
  for (const [address, file] of [['guide/brand-new/index.html', 'brand-new'], ['guide/newer/', 'newer'], ['guide/newest', 'newest']]) {
    const tab = await open(address);
    assert.match(await tab.locator('body').innerText(), /no page at this address/);
    book.write(`content/guide/${file}.md`, `---\ntitle: Here it is\n---\n\nThe ${file} page.\n`);
    await says(tab, `The ${file} page.`);
    assert.match(await tab.title(), /^Here it is/);
    const href = await tab.locator('.side a[href*="stages/"]').first().evaluate((link) => link.href);
    assert.equal((await fetch(href)).status, 200, href);
    assert.notEqual(await tab.evaluate(() => getComputedStyle(document.querySelector('.frame')).display), 'block');
  }
});

live('The server is killed and started again: pages say that it is away, come back by themselves, and are new', async (book, open) => {
  const tab = await open(PILOT_PAGE);
  const { port } = book;
  await book.kill();
  await tab.getByText('Server away').waitFor();
  book.edit(PILOT, PILOT_GOAL, 'Written while nobody listened');
  await book.start(port);
  assert.equal(book.port, port);
  await says(tab, 'Written while nobody listened');
  await tab.getByText('Server away').waitFor({ state: 'hidden' });
  assert.ok(await gone(tab).isHidden());
  assert.ok(await isMarked(tab));
});

live('A page that lost the server while it was loaded begins anew when the server is back', async (book, open, context) => {
  const tab = await context.newPage();
  let asked = 0;
  await tab.route(/\/_rollbook\/(twins|live)\.js$/, (route) => ((asked += 1) === 1 || asked > 3 ? route.continue() : route.abort()));
  await tab.goto(new URL(PILOT_PAGE, book.url).href);
  await tab.locator('rollbook-live').waitFor({ state: 'attached' });
  assert.ok(asked > 3, `${asked} requests`);
  book.edit(PILOT, PILOT_GOAL, 'Written afterwards');
  await says(tab, 'Written afterwards');
});

live('Behind a proxy that takes a prefix away all of it works, and outlives the failures of the proxy', async (book, open) => {
  const proxy = await openProxy(book, '/docs/team/');
  try {
    const outside = [];
    const tab = await open(PILOT_PAGE, proxy.url);
    tab.on('request', (request) => request.url().startsWith(proxy.url) || outside.push(request.url()));
    book.edit(PILOT, PILOT_GOAL, 'Seen through the proxy');
    await says(tab, 'Seen through the proxy');
    paint(book);
    await isPainted(tab);
    book.edit(PILOT, 'cohort:', 'cohrot:');
    await panel(tab).locator('.finding').waitFor();
    book.edit(PILOT, 'cohrot:', 'cohort:');
    await panel(tab).waitFor({ state: 'hidden' });

    const missing = await open('guide/deep/down/not-yet/', proxy.url);
    assert.equal(await missing.locator('.book').evaluate((link) => link.href), new URL('index.html', proxy.url).href);
    book.write('content/guide/deep/down/not-yet.md', '---\ntitle: Deep down\n---\n\nFound at last.\n');
    await says(missing, 'Found at last.');

    proxy.broken = true;
    await book.kill();
    await tab.getByText('Server away').waitFor();
    book.edit(PILOT, 'Seen through the proxy', 'Seen after the failure');
    await book.start();
    proxy.broken = false;
    await says(tab, 'Seen after the failure');
    assert.ok(await isMarked(tab));
    assertNone(outside);
  } finally {
    proxy.close();
  }
});

live(
  'A book that is broken from the start is shown as far as it goes, and whole once it is mended',
  async (book, open) => {
    const tab = await open(PILOT_PAGE);
    await panel(tab).locator('.finding').first().waitFor();
    const text = await panel(tab).innerText();
    assert.ok(text.includes('You see what could be built of the book.') && !text.includes('last good version'), text);
    book.edit(PILOT, 'cohrot:', 'cohort:');
    await panel(tab).waitFor({ state: 'hidden' });
    await says(tab, '5–20 people in one department and one region');
  },
  { prepare: (book) => book.edit(PILOT, 'cohort:', 'cohrot:') },
);

live('A hidden tab is not served, and catches up when it is shown', async (book, open) => {
  const [tab, other] = [await open(PILOT_PAGE), await open(PILOT_PAGE)];
  await setHidden(tab, true);
  book.edit(PILOT, PILOT_GOAL, 'Written behind its back');
  paint(book);
  await says(other, 'Written behind its back');
  assert.ok(!(await tab.content()).includes('Written behind its back'));
  await setHidden(tab, false);
  await says(tab, 'Written behind its back');
  await isPainted(tab);
  assert.ok(await isMarked(tab));
});

for (const page of ['calendar/index.html', 'calendar/2026-06/index.html']) {
  live(`The calendar keeps its filter, its controls and its folds, and filters what is new (${page})`, async (book, open) => {
    const tab = await open(page);
    await tab.getByRole('checkbox', { name: 'Gate reviews' }).check();
    await tab.locator('details[data-filter="project"] summary').click();
    const seen = () =>
      tab.evaluate(() => {
        const shown = [...document.querySelectorAll('.entry')].filter((entry) => !entry.closest('[hidden]'));
        return {
          forms: document.querySelectorAll('.filter').length,
          kinds: [...new Set(shown.map((entry) => entry.closest('[data-kind]').dataset.kind))],
          lines: [...document.querySelectorAll('.cell-line')].every((line) => line.classList.contains('event-gate')),
          projects: document.querySelectorAll('details[data-filter="project"] label').length,
          isUnfolded: document.querySelector('details[data-filter="project"]').open,
          query: location.search,
          bars: [...document.querySelectorAll('.bar-piece[data-bar]:not([hidden])')].length,
        };
      });
    const before = await seen();
    assert.deepEqual([before.forms, before.kinds, before.query], [1, ['gate'], '?kind=gate']);
    book.write('content/projects/extra.md', EXTRA);
    await says(tab, 'Extra project');
    assert.deepEqual(await seen(), { ...before, projects: before.projects + 1 });
    await tab.getByRole('button', { name: 'Clear the filter' }).click();
    /** All that the page says; whether the controls say how many entries they show depends on what was done with them. */
    const text = (tab) =>
      tab.evaluate(() => {
        const main = document.querySelector('main').cloneNode(true);
        main.querySelectorAll('[hidden], .filter').forEach((element) => element.remove());
        return main.textContent.replaceAll(/\s/g, '');
      });
    const morphed = await text(tab);
    assert.ok(await isMarked(tab));
    const fresh = await open(page);
    await fresh.locator('.filter').waitFor();
    const loaded = await text(fresh);
    const at = [...morphed].findIndex((letter, n) => letter !== loaded[n]);
    assert.ok(morphed === loaded, `at ${at}: ${morphed.slice(at - 40, at + 40)} / ${loaded.slice(at - 40, at + 40)}`);
  });
}

test('Nothing of the live client is in a built site', () => {
  const own = files(SITE).filter((file) => /\.(html|js|css|json)$/.test(file));
  assertNone(own.filter((file) => file.startsWith('_rollbook') || /src="[^"]*_rollbook\/|rollbook-live|data-version=/.test(read(SITE, file))));
  const help = spawnSync(process.env.ROLLBOOK, ['serve', '--help'], { encoding: 'utf8' });
  assert.equal(help.status, 0, 'the command whose client is looked for exists');
  assert.ok(path.isAbsolute(SITE) && own.length > 50);
});
