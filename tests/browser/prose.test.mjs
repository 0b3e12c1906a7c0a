// What makes a page pleasant to read works: code is copied, words are explained, images leave room for themselves, folds open on paper.

import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, serve } from './site.mjs';

const ROLLBOOK = process.env.ROLLBOOK ?? 'target/debug/rollbook';
const CODE = 'title: one\n\n  owner: two\nend: three\n';
const FILES = {
  'book.toml': '[book]\nid = "prose"\nstart = 2026-01-05\n',
  'content/index.md': '# Prose\n',
  'content/stages/01-one.md': '---\nchecklist:\n  - { text: First, owner: Service owner }\n  - { text: Second, owner: Service owner }\n  - { text: Third, owner: Nobody }\n---\n',
  'content/guide/roles.md': '---\nglossary: true\n---\n\nService owner\n: Runs the service & answers.\n',
  'content/guide/code.md': `\`\`\`yaml title="a.yaml" {2-3} linenos=8\n${CODE}\`\`\`\n\n\`\`\`text\n${'long '.repeat(200)}\n\`\`\`\n`,
  'content/guide/folds.md': '> [!NOTE]- Folded\n> What is inside.\n',
  'content/guide/images.md': '![A plan](plan.svg "The plan")\n\nBelow it.\n\n![Another](plan.svg)\n\n## The end\n',
  'content/guide/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><path d="M0 0h600v400H0z"/></svg>',
};

let browser, server, root;
before(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'prose-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  execFileSync(path.resolve(ROLLBOOK), ['build', '--quiet', '--as-of', '2026-02-01', '--book', root]);
  [browser, server] = [await launch(), await serve(path.join(root, 'site'))];
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Opens a page of the book in a browser of its own. */
async function open(page, settings = {}, prepare = () => {}) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  await prepare(context, tab);
  await tab.goto(new URL(page, server.url).href);
  return { context, tab };
}

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (tab) => tab.evaluate(() => navigator.clipboard.readText());

describe('a block of code', () => {
  test('is copied as it was written, without marks and numbers, and says so', async () => {
    const { context, tab } = await open('guide/code/index.html', CLIPBOARD);
    const block = tab.locator('.code-block').first();
    assert.equal(await block.locator('figcaption').innerText(), 'a.yaml');
    assert.deepEqual(await block.locator('mark.line').evaluateAll((lines) => lines.map((line) => line.dataset.line)), ['9', '10']);
    const button = block.getByRole('button', { name: 'Copy' });
    await button.focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(tab), CODE);
    await block.getByRole('button', { name: 'Copy', exact: true }).waitFor();
    await context.close();
  });

  test('is copied without the interface of secure addresses, and the focus stays', async () => {
    const without = (context, tab) => tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const { context, tab } = await open('guide/code/index.html', CLIPBOARD, without);
    const button = tab.locator('.copy').first();
    await button.focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.equal(await button.evaluate((button) => button === document.activeElement), true);
    const other = await context.newPage();
    await other.goto(server.url.href ?? server.url);
    assert.equal(await clipboard(other), CODE);
    await context.close();
  });

  test('is copied from a file too', async () => {
    const { context, tab } = await open('guide/code/index.html', CLIPBOARD);
    await tab.goto(pathToFileURL(path.join(root, 'site/guide/code/index.html')).href);
    await tab.locator('.copy').first().click();
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    await context.close();
  });

  test('is the same text when it is selected by hand', async () => {
    const { context, tab } = await open('guide/code/index.html');
    const selected = await tab.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector('.code-block code'));
      return getSelection().toString();
    });
    assert.equal(selected.trimEnd(), CODE.trimEnd());
    await context.close();
  });

  test('scrolls inside itself, by keyboard', async () => {
    const { context, tab } = await open('guide/code/index.html', { viewport: { width: 400, height: 600 } });
    const long = tab.locator('pre.code').nth(1);
    await long.focus();
    await tab.keyboard.press('ArrowRight');
    await tab.waitForFunction(() => document.querySelectorAll('pre.code')[1].scrollLeft > 0);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await context.close();
  });

  test('gets its button again when the page is renewed in place', async () => {
    const { context, tab } = await open('guide/code/index.html');
    assert.equal(await tab.locator('.copy').count(), 2);
    await tab.evaluate(() => {
      const block = document.querySelector('.code-block');
      block.replaceWith(Object.assign(document.createElement('div'), { className: 'code-block', innerHTML: '<pre class="code"><code>new</code></pre>' }));
      document.dispatchEvent(new Event('rollbook:morphed'));
    });
    assert.equal(await tab.locator('.code-block > .copy').count(), 2);
    await context.close();
  });

  test('has no button without scripts', async () => {
    const { context, tab } = await open('guide/code/index.html', { javaScriptEnabled: false });
    assert.equal(await tab.locator('.copy').count(), 0);
    await context.close();
  });
});

describe('a word of the glossary', () => {
  test('is explained on focus, until Escape, and leads to its entry', async () => {
    const { context, tab } = await open('stages/one/index.html');
    const [word, tip] = [tab.getByRole('link', { name: 'Service owner' }).first(), tab.getByRole('tooltip')];
    assert.equal(await tip.count(), 0);
    await word.focus();
    await tip.waitFor();
    assert.equal(await tip.innerText(), 'Runs the service & answers.');
    await tab.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    assert.equal(await word.evaluate((word) => word === document.activeElement), true);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/guide\/roles\/index\.html#service-owner$/);
    assert.equal(await tab.evaluate(() => document.querySelector(':target').textContent), 'Service owner');
    await context.close();
  });

  test('is explained under the pointer, which may go on to the explanation', async () => {
    const { context, tab } = await open('stages/one/index.html');
    const [word, tip] = [tab.getByRole('link', { name: 'Service owner' }).nth(1), tab.getByRole('tooltip')];
    await word.hover();
    await tip.waitFor();
    const [at, own] = [await word.boundingBox(), await tip.boundingBox()];
    assert.ok(Math.abs(own.y - at.y - at.height) < 2 || Math.abs(own.y + own.height - at.y) < 2, 'it stands beside its word');
    await tip.hover();
    assert.equal(await tip.isVisible(), true);
    await tab.mouse.move(0, 0);
    await tip.waitFor({ state: 'hidden' });
    await context.close();
  });

  test('has its definition once on a page, and an owner that is no term is plain text', async () => {
    const { context, tab } = await open('stages/one/index.html', { javaScriptEnabled: false });
    assert.equal(await tab.getByRole('link', { name: 'Service owner' }).count(), 2);
    assert.equal(await tab.locator('.tip').count(), 1);
    assert.equal(await tab.locator('.tip').isVisible(), false);
    assert.equal(await tab.getByRole('link', { name: 'Nobody' }).count(), 0);
    await context.close();
  });
});

test('nothing moves while an image loads', async () => {
  let answer;
  const loaded = new Promise((resolve) => (answer = resolve));
  const late = (context, tab) =>
    tab.route('**/plan.svg', async (route) => {
      await loaded;
      await route.continue();
    });
  const context = await browser.newContext({ viewport: { width: 500, height: 900 } });
  const tab = await context.newPage();
  await late(context, tab);
  await tab.goto(new URL('guide/images/index.html', server.url).href, { waitUntil: 'domcontentloaded' });
  const end = () => tab.locator('#the-end').evaluate((heading) => heading.getBoundingClientRect().top);
  const places = [await end()];
  answer();
  await tab.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  places.push(await end());
  assert.equal(places[0], places[1]);
  assert.ok(places[0] > 500, 'the images have their height before they are there');
  assert.equal(await tab.locator('figure figcaption').innerText(), 'The plan');
  await context.close();
});

test('what is folded is open on paper', async () => {
  const { context, tab } = await open('guide/folds/index.html');
  const inside = tab.getByText('What is inside.');
  assert.equal(await inside.isVisible(), false);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await inside.evaluate((text) => text.checkVisibility() && text.getBoundingClientRect().height > 0), true);
  await context.close();
});
