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

/** Starts a server on a book, on any port or on that one; its process and its address. */
async function serving(book, port = '0') {
  const server = spawn(ROLLBOOK, ['serve', '--edit', '--port', port, '--book', book, '--as-of', '2026-06-01'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = await new Promise((found, failed) => {
    let said = '';
    server.stderr.on('data', (text) => {
      said += text;
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url) found(url.replace(/\x1b.*/, ''));
    });
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
  return { server, url };
}

/** A book of its own in a repository, served for editing, and a tab on a page. `prepare` may write into it first. */
async function editing(run, page = PAGE, prepare = () => {}) {
  const book = mkdtempSync(path.join(tmpdir(), 'rollbook-edit-'));
  cpSync(BOOK, book, { recursive: true });
  const file = (name, text) => (text === undefined ? readFileSync(path.join(book, name), 'utf8') : writeFileSync(path.join(book, name), text));
  prepare(file);
  const git = (...args) => execFileSync('git', ['-C', book, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'book');
  let { server, url } = await serving(book);
  try {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const faults = [];
    const expected = /status of (403|409|422)|ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)/;
    tab.on('pageerror', (error) => faults.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && !expected.test(message.text()) && faults.push(message.text()));
    // The first build may still be under way.
    while ((await fetch(url + page)).status !== 200) await soon();
    await tab.goto(url + page);
    const stop = async () => {
      server.kill();
      await new Promise((ended) => server.once('exit', ended));
    };
    const start = async () => ({ server } = await serving(book, new URL(url).port));
    await run({ tab, git, file, url, context, stop, start });
    assert.deepEqual(faults, []);
    await context.close();
  } finally {
    server.kill();
    rmSync(book, { recursive: true, force: true });
  }
}

const soon = () => new Promise((then) => setTimeout(then, 50));
/** Waits until something holds. */
async function until(holds, what) {
  for (let n = 0; n < 200; n += 1) {
    if (await holds()) return;
    await soon();
  }
  assert.fail(`it did not come: ${what}`);
}
/** What has the focus, by its name. */
const focused = (tab) => tab.evaluate(() => document.activeElement.dataset.name ?? document.activeElement.nodeName);
const focus = (tab, name) => until(async () => (await focused(tab)) === name, `the focus on ${name}`).catch(async () => assert.equal(await focused(tab), name));
const KEY = 'item pilot/users';
const edit = (tab) => tab.getByRole('button', { name: 'Edit Users are named' });
const started = (file) => file(FILE, file(FILE).replace('items:', 'waves: { w100: { started: 2026-05-27 } }\nitems:'));
const doneBefore = (file) => file(FILE, file(FILE).replace('users: doing', 'users: 2026-05-26'));

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

test('an answer that is older than a tick does not take it back', () =>
  editing(async ({ tab, file }) => {
    await users(tab).waitFor();
    let release;
    const held = new Promise((now) => (release = now));
    let isHeld = false;
    await tab.route('**/edit/page*', async (route) => {
      if (isHeld) return route.continue();
      isHeld = true;
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    const late = tab.waitForResponse(/edit\/page/);
    await tab.evaluate(() => document.dispatchEvent(new Event('rollbook:morphed')));
    await until(() => isHeld, 'the question');
    await soon();
    await users(tab).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    release();
    await (await late).finished();
    await soon();
    assert.equal(await users(tab).isChecked(), true);
    for (const [n, on] of [[2, false], [3, true], [4, false]]) {
      await users(tab).click();
      await tab.getByRole('button', { name: `${n} changes` }).waitFor();
      assert.equal(await users(tab).isChecked(), on);
    }
    assert.equal(await tab.getByRole('alert').count(), 0);
    assert.match(file(FILE), /users: todo|users: false/);
  }));

test('after a wave has gone on nothing is left to decide, and a second decision is told so', () =>
  editing(
    async ({ tab, context, url, git }) => {
      const other = await context.newPage();
      await other.goto(url + PAGE);
      const open = (tab) => tab.getByRole('button', { name: 'Decide on wave 100 % of Pilot' });
      assert.equal(await open(tab).innerText(), 'Decide on wave 100 %');
      const fill = async (tab, outcome) => {
        await tab.getByLabel('Outcome').selectOption(outcome);
        await tab.getByLabel('By').fill('Sponsor');
        await tab.getByLabel('Because').fill('It works.');
      };
      await open(tab).press('Enter');
      await open(other).click();
      await fill(other, 'rollback');
      await fill(tab, 'continue');
      await tab.getByRole('button', { name: 'Save' }).press('Enter');
      await tab.getByRole('button', { name: '1 change' }).waitFor();
      await focus(tab, 'bar');
      assert.equal(await open(tab).count(), 0);
      await other.getByRole('button', { name: 'Save' }).click();
      await other.getByRole('alert').waitFor();
      assert.match(await other.getByRole('alert').innerText(), /Somebody else[\s\S]*continue at wave[\s\S]*gone on already/);
      assert.equal(await other.getByRole('button', { name: 'Apply mine to it' }).count(), 0);
      await other.getByRole('button', { name: 'Let it be' }).click();
      await until(async () => (await open(other).count()) === 0, 'an end of deciding');
      assert.equal(git('status', '--porcelain', '-uall').trim().split('\n').length, 1);
    },
    PAGE,
    started,
  ));

test('what is typed is not lost by a tick, nor while it is being saved', () =>
  editing(async ({ tab, file }) => {
    await edit(tab).click();
    await tab.getByRole('textbox', { name: 'Note' }).fill('Eight of twenty');
    assert.equal(await users(tab).isDisabled(), true);
    let release;
    const held = new Promise((now) => (release = now));
    await tab.route('**/edit/change', async (route) => (await held, route.continue()));
    await tab.getByRole('textbox', { name: 'Note' }).press('Enter');
    await tab.getByRole('button', { name: 'Saving …' }).waitFor();
    await tab.keyboard.type(' and more');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.getByRole('textbox', { name: 'Note' }).inputValue(), 'Eight of twenty');
    assert.equal(await tab.getByLabel('State').isDisabled(), true);
    release();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    await focus(tab, `${KEY} open`);
    assert.match(file(FILE), /note: Eight of twenty/);
  }));

test('the day that is shown is the day that is written, and what must stay is not emptied in silence', () =>
  editing(
    async ({ tab, git }) => {
      const written = () => lines(git('diff', '-U0')).at(-1);
      await edit(tab).click();
      await tab.getByLabel('Day').fill('');
      await tab.getByRole('button', { name: 'Save' }).click();
      await focus(tab, `${KEY} date`);
      assert.match(await tab.getByText('can’t be emptied here').innerText(), /only in the file/);
      assert.equal(await tab.getByLabel('Day').getAttribute('aria-invalid'), 'true');
      await tab.getByLabel('Day').fill('2026-05-26');
      assert.equal(await tab.getByLabel('Day').getAttribute('aria-invalid'), null);
      await tab.getByLabel('State').selectOption('blocked');
      assert.equal(await tab.getByLabel('Day').inputValue(), '');
      await tab.getByLabel('State').selectOption('done');
      assert.equal(await tab.getByLabel('Day').inputValue(), '2026-05-26');
      await tab.getByLabel('State').selectOption('blocked');
      await tab.getByLabel('Day').fill('2026-05-26');
      await tab.getByRole('textbox', { name: 'Reason' }).fill('No list');
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByRole('button', { name: '1 change' }).waitFor();
      assert.match(written(), /state: blocked.*2026-05-26|2026-05-26.*state: blocked/);
      await edit(tab).click();
      await tab.getByRole('textbox', { name: 'Reason' }).fill('');
      await tab.getByRole('button', { name: 'Save' }).click();
      await focus(tab, `${KEY} reason`);
    },
    PAGE,
    doneBefore,
  ));

test('a decision says at each field what is missing, and Escape loses nothing that was typed', () =>
  editing(async ({ tab, git, file }) => {
    const decide = tab.getByRole('button', { name: 'Decide: Gate of Discovery' });
    const save = tab.getByRole('button', { name: 'Save' });
    const KEY = 'decision gate:discovery';
    await decide.press('Enter');
    await focus(tab, `${KEY} outcome`);
    await tab.keyboard.press('Escape');
    await focus(tab, `${KEY} open`);
    await decide.press('Enter');
    await tab.getByLabel('By').fill('');
    await tab.keyboard.press('Escape');
    await save.press('Enter');
    await focus(tab, `${KEY} outcome`);
    for (const [name, says] of [['Outcome', 'Choose what was decided.'], ['By', 'Say who decides.'], ['Because', 'Say why, in a sentence.']]) {
      const field = tab.getByLabel(name);
      assert.equal(await field.getAttribute('aria-invalid'), 'true', name);
      const about = (await field.getAttribute('aria-describedby')).split(' ');
      assert.equal(await tab.locator(`[id="${about[0]}"]`).innerText(), says);
    }
    await tab.getByLabel('Outcome').selectOption('conditional-go');
    await tab.getByLabel('By').fill('Sponsor');
    await tab.getByLabel('Because').fill('Nearly.');
    await save.press('Enter');
    await focus(tab, `${KEY} conditions`);
    assert.equal(git('status', '--porcelain'), '');
    await tab.getByLabel('Conditions').fill('The measure is agreed');
    await save.press('Enter');
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    // The gate is decided, so that its button goes as soon as the page is built anew.
    await until(async () => [`${KEY} open`, 'bar'].includes(await focused(tab)), 'the focus on what was opened, or on the bar');
    assert.match(file('content/decisions/0001-atlas-discovery-conditional-go.md'), /- text: The measure is agreed/);
  }, 'projects/atlas/index.html'));

test('every step leaves the focus on something', () =>
  editing(async ({ tab, file }) => {
    await edit(tab).press('Enter');
    await focus(tab, `${KEY} state`);
    await tab.keyboard.press('Escape');
    await focus(tab, `${KEY} open`);
    await edit(tab).press('Enter');
    await tab.getByLabel('State').selectOption('blocked');
    await focus(tab, `${KEY} state`);
    await tab.getByRole('button', { name: 'Cancel' }).press('Enter');
    await focus(tab, `${KEY} open`);
    for (const [way, owner] of [['Let it be', 'A'], ['Apply mine to it', 'B']]) {
      await edit(tab).press('Enter');
      await tab.getByLabel('Owner').fill('Claims lead');
      file(FILE, file(FILE).replace(/users: [^#]*/, `users: { state: doing, owner: ${owner} } `));
      await tab.getByLabel('Owner').press('Enter');
      await tab.getByRole('button', { name: way }).press('Enter');
      await until(async () => (await tab.getByRole('button', { name: way }).count()) === 0, 'an end of it');
      await focus(tab, `${KEY} open`);
    }
    await tab.getByRole('checkbox', { name: 'Done: The scanner works' }).press('Space');
    await tab.getByRole('button', { name: '2 changes' }).press('Enter');
    const undo = tab.getByRole('button', { name: /^Undo/ });
    await tab.locator('.rb-log').waitFor();
    assert.equal(await undo.count(), 1, 'only the last change of a file can be taken back');
    await undo.press('Enter');
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    await until(async () => /^undo 1$/.test(await focused(tab)), 'the focus on the next change');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.getByText('Changed since the server started').count(), 0);
    await focus(tab, 'bar');
  }));

test('the bar follows a server that goes away and comes back', () =>
  editing(async ({ tab, stop, start }) => {
    await users(tab).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    await stop();
    await tab.getByRole('button', { name: '1 change' }).click();
    await tab.getByText('The server does not answer.').waitFor();
    await tab.getByRole('checkbox', { name: 'Done: The scanner works' }).click();
    await tab.getByText(/The server does not answer. What you typed/).waitFor();
    await start();
    await tab.getByText('Nothing was changed since the server started.').waitFor();
    await until(async () => (await tab.getByRole('alert').count()) === 0, 'an end of the trouble');
    await tab.getByRole('button', { name: 'Edit mode: no changes' }).waitFor();
    await users(tab).click();
    await tab.getByRole('button', { name: '1 change' }).waitFor();
    assert.equal(await users(tab).isChecked(), false);
  }));

test('a refusal for errors of the book goes when they are mended', () =>
  editing(async ({ tab, file }) => {
    const index = file('content/decisions/index.md');
    await users(tab).waitFor();
    file('content/decisions/index.md', '---\ntitel: A\n---\n');
    await until(async () => (await tab.evaluate(async () => (await (await fetch('../../../_rollbook/findings.json')).json()).findings.length)) > 0, 'the finding');
    await users(tab).click();
    await tab.getByText(/The book has errors/).waitFor();
    file('content/decisions/index.md', index);
    await until(async () => (await tab.getByText(/The book has errors/).count()) === 0, 'an end of the refusal');
  }));

test('drawing leaves what did not change: a message, the size of a field, how far the list is scrolled', () =>
  editing(async ({ tab }) => {
    await edit(tab).click();
    await tab.getByLabel('Due').fill('someday');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('alert').waitFor();
    await focus(tab, `${KEY} due`);
    for (const n of [1, 2, 3, 4]) {
      await tab.getByRole('checkbox', { name: 'Done: The scanner works' }).click();
      await tab.getByRole('button', { name: n === 1 ? '1 change' : `${n} changes` }).waitFor();
    }
    await tab.getByRole('button', { name: '4 changes' }).click();
    await tab.locator('.rb-log').waitFor();
    await tab.getByLabel('Message').waitFor({ state: 'detached' });
    const [alerts, top, height] = await tab.evaluate(async () => {
      const [alert, log, field] = ['[role=alert]', '.rb-log', '[data-name$=" evidence"]'].map((at) => document.querySelector(at));
      log.style.maxBlockSize = '100px';
      log.scrollTop = 60;
      field.style.height = '200px';
      let count = 0;
      new MutationObserver((all) => (count += all.length)).observe(alert.parentElement, { childList: true, subtree: true });
      document.dispatchEvent(new Event('rollbook:morphed'));
      await new Promise((then) => setTimeout(then, 500));
      return [count + (alert.isConnected ? 0 : 100), log.scrollTop, field.offsetHeight];
    });
    assert.deepEqual([alerts, top, height], [0, 60, 200]);
  }));

test('nothing that has the focus lies below the bar, and the end of the page can be reached', () =>
  editing(async ({ tab }) => {
    await tab.setViewportSize({ width: 320, height: 480 });
    await users(tab).waitFor();
    for (let n = 0; n < 40; n += 1) {
      await tab.keyboard.press('Tab');
      const [name, bottom, bar] = await tab.evaluate(() => {
        const active = document.activeElement;
        return [active.dataset.name ?? active.outerHTML.slice(0, 80), active.getBoundingClientRect().bottom, document.querySelector('.rb-bar').getBoundingClientRect().top];
      });
      if (name === 'bar') break;
      assert.ok(bottom <= bar + 1, `${name} lies below the bar: ${bottom} > ${bar}`);
    }
    const room = await tab.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      const last = [...document.body.querySelectorAll('footer, main')].at(-1);
      return document.querySelector('.rb-bar').getBoundingClientRect().top - last.getBoundingClientRect().bottom;
    });
    assert.ok(room >= 0, `the end of the page lies ${-room}px below the bar`);
  }));

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
