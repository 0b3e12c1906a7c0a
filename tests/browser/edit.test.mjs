// Edit mode: a served book is changed on its pages, by keyboard, and the files say so in a line. Needs ROLLBOOK, the program.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './site.mjs';

const ROLLBOOK = process.env.ROLLBOOK ?? fileURLToPath(new URL('../../target/debug/rollbook', import.meta.url));
const BOOK = fileURLToPath(new URL('../cli/set.in', import.meta.url));
const FILE = 'content/projects/atlas/02-pilot.md';
const PAGE = 'projects/atlas/pilot/index.html';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A book of its own in a repository, served for editing, and a tab on a page. */
async function editing(run, page = PAGE) {
  const book = mkdtempSync(path.join(tmpdir(), 'rollbook-edit-'));
  cpSync(BOOK, book, { recursive: true });
  const git = (...args) => execFileSync('git', ['-C', book, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'book');
  const server = spawn(ROLLBOOK, ['serve', '--edit', '--port', '0', '--book', book, '--as-of', '2026-06-01'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const url = await new Promise((found, failed) => {
      let said = '';
      server.stderr.on('data', (text) => {
        said += text;
        const url = /http:\/\/\S+/.exec(said)?.[0];
        if (url) found(url.replace(/\x1b.*/, ''));
      });
      server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
    });
    const context = await browser.newContext();
    const tab = await context.newPage();
    const faults = [];
    tab.on('pageerror', (error) => faults.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && !/status of (409|422)/.test(message.text()) && faults.push(message.text()));
    // The first build may still be under way.
    while ((await fetch(url + page)).status !== 200) await new Promise((soon) => setTimeout(soon, 50));
    await tab.goto(url + page);
    const file = (name, text) => (text === undefined ? readFileSync(path.join(book, name), 'utf8') : writeFileSync(path.join(book, name), text));
    await run({ tab, git, file, url, context });
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    server.kill();
    rmSync(book, { recursive: true, force: true });
  }
}

const users = (tab) => tab.getByRole('checkbox', { name: 'Done: Users are named' });
const lines = (diff) => diff.split('\n').filter((line) => /^[-+](?![-+])/.test(line));

test('an item is ticked by keyboard, the file changes by a line, and undo restores its bytes', () =>
  editing(async ({ tab, git, file }) => {
    const before = file(FILE);
    await users(tab).focus();
    await tab.keyboard.press('Space');
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    assert.equal(await users(tab).isChecked(), true);
    assert.deepEqual(lines(git('diff', '-U0')), ['-  users: doing   # eight of twenty', '+  users: 2026-06-01   # eight of twenty']);
    assert.equal(git('status', '--porcelain').trim(), `M ${FILE}`);

    await tab.getByRole('button', { name: '1 change' }).press('Enter');
    const message = await tab.getByLabel('Message').inputValue();
    assert.equal(message, 'pilot/users of Atlas: in progress → done\n');
    assert.match(await tab.locator('.rb-log pre').innerText(), /^--- a\/content.*\n\+\+\+ b\/content.*\n@@ -3,1 \+3,1 @@\n-  users: doing .*\n\+  users: 2026-06-01 /);
    await tab.getByRole('button', { name: /^Undo/ }).press('Enter');
    await tab.getByText('Nothing was changed since the server started.').waitFor();
    assert.equal(file(FILE), before);
    assert.equal(await users(tab).isChecked(), false);
  }));

test('a second writer is not overwritten: both versions are shown, and mine can be applied to theirs', () =>
  editing(async ({ tab, file }) => {
    await tab.getByRole('button', { name: 'Edit Users are named' }).click();
    await tab.getByLabel('Owner').fill('Claims lead');
    file(FILE, file(FILE).replace('users: doing ', 'users: { state: blocked, reason: No list } '));
    await tab.getByRole('button', { name: 'Save' }).click();
    const alert = tab.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /Somebody else has changed this/);
    assert.match(await alert.innerText(), /The file says now[\s\S]*blocked[\s\S]*No list[\s\S]*You meant[\s\S]*Claims lead/);
    assert.match(file(FILE), /users: \{ state: blocked, reason: No list \}/, 'nothing was written');
    assert.equal(await tab.getByLabel('Owner').inputValue(), 'Claims lead', 'what was typed is kept');
    await tab.getByRole('button', { name: 'Apply mine to it' }).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    assert.match(file(FILE), /users: \{ state: blocked, reason: No list, owner: Claims lead \}/);
  }));

test('another change of the same file is no conflict', () =>
  editing(async ({ tab, file }) => {
    await users(tab).waitFor();
    file(FILE, file(FILE).replace('items:', '# a remark\nitems:'));
    await users(tab).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    assert.match(file(FILE), /# a remark\nitems:\n {2}users: 2026-06-01/);
  }));

test('an open form outlives a renewal of the page, with what was typed and the focus', () =>
  editing(async ({ tab }) => {
    await tab.getByRole('button', { name: 'Edit Users are named' }).click();
    await tab.getByLabel('State').selectOption('blocked');
    await tab.getByRole('textbox', { name: 'Reason' }).pressSequentially('The list is missing');
    await tab.keyboard.press('ArrowLeft');
    await tab.evaluate(() => {
      document.querySelectorAll('[data-rollbook-edit]').forEach((element) => element.remove());
      document.dispatchEvent(new Event('rollbook:morphed'));
    });
    await tab.keyboard.type('X');
    assert.equal(await tab.getByRole('textbox', { name: 'Reason' }).inputValue(), 'The list is missinXg');
  }));

test('what the book forbids is said at the form, and what was typed is kept', () =>
  editing(async ({ tab, git }) => {
    await tab.getByRole('button', { name: 'Edit Users are named' }).click();
    await tab.getByLabel('Due').fill('someday');
    await tab.getByRole('button', { name: 'Save' }).click();
    assert.match(await tab.getByRole('alert').innerText(), /Due/);
    await tab.getByLabel('Due').fill('');
    await tab.getByLabel('State').selectOption('blocked');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText(/would bring an error/).waitFor();
    assert.equal(git('status', '--porcelain'), '');
    await tab.getByRole('textbox', { name: 'Reason' }).fill('The list is missing');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    assert.deepEqual(lines(git('diff', '-U0')).slice(1), ['+  users: { state: blocked, reason: The list is missing }   # eight of twenty']);
  }));

test('the next gate is decided on the page of its project', () =>
  editing(async ({ tab, git, file }) => {
    await tab.getByRole('button', { name: /^Decide: Gate of/ }).first().click();
    await tab.getByLabel('Outcome').selectOption('hold');
    await tab.getByLabel('By').fill('Sponsor\nService owner');
    await tab.getByLabel('Because').fill('The measure is not agreed.');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    const made = git('status', '--porcelain', '-uall').trim();
    assert.match(made, /^\?\? content\/decisions\/0001-atlas-.*-hold\.md$/);
    assert.match(file(made.slice(3)), /by: \[Sponsor, Service owner\][\s\S]*\nThe measure is not agreed\.\n$/);
  }, 'projects/atlas/index.html'));

for (const colorScheme of ['light', 'dark']) {
  test(`in ${colorScheme} on a phone a form with an error and the list of changes fit, and axe finds nothing`, () =>
    editing(async ({ tab }) => {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width: 360, height: 780 });
      await tab.getByRole('checkbox', { name: 'Done: The scanner works' }).click();
      await tab.getByRole('button', { name: 'Edit Users are named' }).click();
      await tab.getByLabel('State').selectOption('blocked');
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByRole('alert').waitFor();
      await tab.getByRole('button', { name: '1 change' }).click();
      await tab.getByLabel('Message').waitFor();
      assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 360, 'the page is wider than the phone');
      await tab.evaluate(AXE);
      const { violations } = await tab.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), WCAG);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), []);
    }));
}
