// No text, address or name of a file that an author writes runs as a script, for any reader of any page. The pages' own policy, which would stop it too,
// is off here: what is tested is that there is nothing to stop. Needs ROLLBOOK, the program. The book and its attacks are in xss.mjs.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { assertNone, launch, pages, read, redirects, serve } from './site.mjs';
import { address, built, crawl, inAll, inspect, listening, removeBooks, removeLater, touchAll } from './xss-browser.mjs';
import { ATTACKS, FIELDS, SCRIPT_ADDRESSES } from './xss-attacks.mjs';
import { rollbook, xssBook } from './xss.mjs';

let browser, hostile, twin;
before(async () => {
  browser = await launch();
  [hostile, twin] = [built({ ownWords: true }), built({ isHostile: false, ownWords: true })];
});
after(async () => {
  await browser.close();
  removeBooks();
});

/** Serves the hostile site to one tab that listens. */
async function visiting(run, site = hostile.site) {
  const server = await serve(site);
  const { context, ran } = await listening(browser);
  await run(await context.newPage(), server.url);
  await new Promise((done) => setTimeout(done, 200));
  await context.close();
  server.close();
  return ran;
}

describe('The site of a book that attacks its readers', () => {
  let seen, harmless;
  before(async () => {
    seen = await crawl(browser, hostile.site);
    harmless = await crawl(browser, twin.site);
  });

  test('runs nothing that an author wrote', () => assertNone(seen.ran));

  test('has no attribute that runs and no address that does', () => assertNone(seen.faults));

  test('leads from every link of its own to a file, whatever its name', () => assertNone(seen.dead));

  test('has no element and no attribute that the same book with harmless texts has not', () => {
    assertNone([...seen.shapes].filter((shape) => !harmless.shapes.has(shape)));
    assert.ok(harmless.shapes.size > 200, 'the twin has few elements');
  });

  test('shows every attack as the text that it is', () => {
    const isShown = (field) => seen.shown.has(FIELDS.indexOf(field));
    // A key of the author's own is for themes, and most messages are for other books than this.
    assertNone([...hostile.fields].filter((field) => !isShown(field) && !field.startsWith('word-') && field !== 'free-key'));
    assert.ok([...hostile.fields].filter((field) => field.startsWith('word-') && isShown(field)).length > 200, 'few of the words are shown');
  });

  test('takes no text for a template', () => assertNone(pages(hostile.site).filter((page) => read(hostile.site, page).includes('1337'))));
});

test('Every former address leads to a page of the site', async () => {
  const former = [...redirects(hostile.site).keys()];
  assert.ok(former.length >= 4);
  const ran = await visiting(async (tab, url) => {
    for (const page of former) {
      await tab.goto(url + address(page));
      await tab.waitForURL((now) => !now.href.includes('former-'));
      assert.ok(tab.url().startsWith(url), tab.url());
    }
  });
  assertNone(ran);
});

test('The search shows hostile records as text, and what is typed into it too', async () => {
  const looks = [];
  const ran = await visiting(async (tab, url) => {
    await tab.goto(`${url}guide/index.html?q=${encodeURIComponent(ATTACKS('asked'))}`);
    await tab.waitForSelector('dialog[open]');
    const input = tab.locator('dialog[open] input');
    for (const words of ['onerror', 'script', 'svg', 'img src', 'project-title', 'tag', '__xss', 'javascript', 'onload', ATTACKS('typed')]) {
      await input.fill(words);
      await tab.waitForFunction(() => document.querySelector('dialog[open] ol').ariaBusy === 'false');
      if (words === 'onerror') assert.ok((await tab.locator('dialog[open] ol > li').count()) > 3, 'nothing hostile is found');
      looks.push({ page: `search for ${words}`, ...(await tab.evaluate(inspect)) });
      await tab.evaluate(() => document.querySelectorAll('dialog[open] ol a').forEach((link) => link.focus()));
    }
  });
  assertNone([...ran, ...inAll(looks, ran).faults]);
});

test('Nothing that an address asks for runs', async () => {
  const attack = encodeURIComponent(ATTACKS('address'));
  const looks = [];
  const ran = await visiting(async (tab, url) => {
    for (const page of ['calendar/index.html', 'calendar/2026-06/index.html', 'index.html', 'projects/ship/index.html', '404.html']) {
      await tab.goto('about:blank');
      await tab.goto(`${url}${page}?q=${attack}&project=${attack}&owner=${attack}&kind=${attack}#${attack}`);
      await tab.evaluate(touchAll);
      looks.push({ page, ...(await tab.evaluate(inspect)) });
    }
  });
  assertNone([...ran, ...inAll(looks, ran).faults]);
});

test('HTML that a book allows is passed on from its Markdown, and nothing else of it is', async () => {
  const open = built({ rawHtml: true });
  const { ran } = await crawl(browser, open.site);
  const fields = new Set(ran.map((line) => line.split(' on ')[0]));
  assert.ok(fields.has('html-block') && fields.has('html-inline'), 'what is allowed does not run');
  const plain = [
    'book-title', 'book-description', 'branch', 'holiday', 'freeze', 'holiday-ics', 'holiday-csv', 'home-title', 'home-description', 'page-title', 'anchor',
    'class', 'attribute', 'fence-title', 'fence-language', 'code', 'code-html', 'code-unknown', 'code-span', 'mermaid', 'alt', 'image-title', 'figure-caption',
    'link-address', 'link-title', 'stage-title', 'stage-description', 'cohort', 'item-group', 'item-owner', 'gate-decider', 'wave-title', 'wave-focus',
    'metric', 'unit', 'source', 'cause-title', 'cause-description', 'practice-title', 'project-title', 'project-owner', 'sponsor', 'tag', 'update-by',
    'headline', 'stage-reason', 'item-by', 'item-note', 'item-answer', 'state-owner', 'evidence-note', 'blocked-reason', 'waived-reason', 'na-reason',
    'closed-reason', 'decision-title', 'decided-by', 'condition', 'condition-owner',
  ];
  for (const field of plain) assert.ok(open.fields.has(field) || FIELDS.includes(field), field);
  assertNone(plain.filter((field) => fields.has(field)));
});

test('An address that would run is refused where it stands, in every disguise', () => {
  const { book } = xssBook({
    isHostile: false,
    edit: (file) =>
      SCRIPT_ADDRESSES.forEach((scheme, n) => {
        // White space ends an address in Markdown, so there every letter is written as an entity.
        const encoded = [...`${scheme}alert(1)`].map((c) => `&#${c.codePointAt(0)};`).join('');
        file(`content/guide/refused-${n}.md`, `[a](<${encoded}>)\n\n![b](<${encoded}>)\n\n[c][d]\n\n[d]: <${encoded}>\n`);
        const evidence = JSON.stringify(`${scheme}alert(1)`);
        file(`content/projects/refused-${n}.md`, `---\nstages: { alpha: { items: { four: { state: done, evidence: [${evidence}] } } } }\n---\n`);
      }),
  });
  removeLater(book);
  const { code, out } = rollbook(book, 'check', '--format', 'json');
  assert.equal(code, 1);
  const found = JSON.parse(out).findings.filter(({ severity, code }) => severity === 'error' && ['unsafe-link', 'broken-link'].includes(code));
  const isAt = (path, line) => found.some((finding) => finding.path === path && finding.range?.start.line === line);
  const places = (n) => [...[1, 3, 5].map((line) => [`content/guide/refused-${n}.md`, line]), [`content/projects/refused-${n}.md`, 2]];
  assertNone(SCRIPT_ADDRESSES.flatMap((scheme, n) => places(n).filter((place) => !isAt(...place)).map((place) => `${JSON.stringify(scheme)} at ${place.join(':')}`)));
});

test('The crawl hears a script and sees an attribute where there is one', async () => {
  const page = `<!doctype html><img src=x onerror=__xss(0)><a href="javascript:__xss(1)">x</a><p title="__xss(2)" onclick=x>`;
  writeFileSync(path.join(twin.site, 'attacked.html'), page);
  const { ran, faults, shown } = await crawl(browser, twin.site, ['attacked.html']);
  assert.deepEqual([ran.length, faults.length, [...shown]], [1, 6, [0, 1, 2]], 'each page is looked at twice');
});
