// What the web wants of a site: a policy that holds on every page, a sitemap, a feed of news, one canonical address for each page.

import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, assertNone, files, launch, pages, read, redirects, serve } from './site.mjs';

const BASE = 'https://handbook.example.org/rollout';
const book = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'rollbook-web-'));
const build = (name, base) => {
  const out = path.join(folder, name);
  execFileSync(process.env.ROLLBOOK ?? path.join(book, 'target/debug/rollbook'), ['build', '-q', '--book', book, '--as-of', '2026-06-01', '-o', out, '--base-url', base], { stdio: 'ignore' });
  return out;
};
const below = build('below', BASE);
const atRoot = build('root', 'https://handbook.example.org');
const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/** XML as a browser reads it: the texts of what `find` selects, or the parser's complaint. */
async function xml(text, find) {
  const tab = await browser.newPage();
  const result = await tab.evaluate(
    ([text, find]) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      if (document.querySelector('parsererror')) return document.querySelector('parsererror').textContent;
      return [...document.querySelectorAll(find)].map((element) => element.getAttribute('href') ?? element.textContent);
    },
    [text, find],
  );
  await tab.close();
  return result;
}

describe('a policy on every page', () => {
  const every = [...pages(SITE), ...redirects(SITE).keys()];

  test('that allows nothing inline and no other origin, ahead of all that it is about', () => {
    const faults = every.filter((page) => {
      const html = read(SITE, page);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
      if (!policy || policy.index > html.search(/<(link|script|style)\b/)) return true;
      return !policy[1].startsWith('default-src &#39;none&#39;;') || /unsafe-|https?:|\*/.test(policy[1]);
    });
    assertNone(faults);
  });

  test('with nothing on the page that it would forbid', () => {
    const inline = /<style\b|<script\b(?![^>]*\ssrc=)|<[a-z][^>]*\s(?:style|on[a-z]+)=/i;
    const quoted = (html) => html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, ''); // what is shown as code is no markup
    assertNone(every.filter((page) => inline.test(quoted(read(SITE, page)))));
  });

  test('that a browser enforces', async () => {
    const tab = await browser.newPage();
    await tab.goto(server.url);
    const blocked = await tab.evaluate(
      () =>
        new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
          document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
          setTimeout(() => done(window.ran ? 'it ran' : 'nothing happened'), 2000);
        }),
    );
    await tab.close();
    assert.equal(blocked, 'script-src-elem');
  });
});

describe('where the site will be found', () => {
  test('every page has one canonical address, and the sitemap names just these', async () => {
    const listed = await xml(read(below, 'sitemap.xml'), 'url > loc');
    const canonical = pages(below)
      .filter((page) => page !== '404.html' && !/<meta name="robots" content="noindex">/.test(read(below, page)))
      .map((page) => /<link rel="canonical" href="([^"]*)">/.exec(read(below, page))?.[1]);
    assert.deepEqual([...listed].sort(), [...canonical].sort());
    assert.ok(listed.includes(`${BASE}/`) && listed.includes(`${BASE}/stages/pilot/`));
  });

  test('what is no page of its own is left to no search engine', () => {
    const without = ['404.html', ...redirects(below).keys()].filter((page) => !/<meta name="robots" content="noindex">/.test(read(below, page)));
    assertNone(without);
  });

  test('rules for robots stand at the root of a host only', () => {
    assert.ok(read(atRoot, 'robots.txt').endsWith('Sitemap: https://handbook.example.org/sitemap.xml\n'));
    assert.ok(!files(below).includes('robots.txt') && files(below).includes('sitemap.xml'));
    assert.ok(!files(SITE).includes('sitemap.xml'), 'without an address there is nothing to list');
  });

  test('a page says what it is where its address is shared', () => {
    const html = read(below, 'stages/pilot/index.html');
    const property = (name) => new RegExp(`<meta property="og:${name}" content="([^"]*)">`).exec(html)?.[1];
    assert.deepEqual([property('title'), property('type'), property('url')], ['Pilot', 'article', `${BASE}/stages/pilot/`]);
    assert.ok(property('description') && property('site_name'));
  });
});

describe('the feed of decisions and updates', () => {
  for (const [name, site] of [['without an address', SITE], ['with one', below]]) {
    test(`${name} is Atom`, async () => {
      const text = read(site, 'updates.xml');
      const ids = await xml(text, 'id');
      assert.ok(ids.length > 20, String(ids));
      assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
      const entries = (await xml(text, 'entry')).length;
      for (const part of ['entry > title', 'entry > updated', 'entry > link', 'entry > author > name']) {
        assert.ok((await xml(text, part)).length >= entries, `an entry has no ${part}`);
      }
      const days = await xml(text, 'entry > updated');
      assert.deepEqual(days, [...days].sort().reverse(), 'the latest comes first');
      assert.ok(days.every((day) => /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(day) && day <= '2026-06-01T00:00:00Z'), String(days));
    });
  }

  test('keeps its ids wherever the site is', async () => {
    assert.deepEqual(await xml(read(SITE, 'updates.xml'), 'id'), await xml(read(below, 'updates.xml'), 'id'));
  });

  test('leads to pages that are there', async () => {
    const links = await xml(read(SITE, 'updates.xml'), 'entry > link');
    const known = new Set(files(SITE));
    assertNone(links.filter((link) => !known.has(decodeURIComponent(link))));
  });
});

describe('the icon', () => {
  test('shows how far a project has come', () => {
    const icon = (page) => /<link rel="icon" href="([^"]*)"/.exec(read(SITE, page))?.[1];
    const percent = Number(/(\d+) %/.exec(/<div class="bar[\s\S]*?<\/p>/.exec(read(SITE, 'projects/atlas/index.html'))?.[0] ?? read(SITE, 'projects/atlas/index.html'))[1]);
    assert.equal(icon('projects/atlas/index.html'), `../../assets/progress/${Math.floor(percent / 10) * 10}.svg`);
    assert.equal(icon('index.html'), 'assets/favicon.svg');
  });
});
