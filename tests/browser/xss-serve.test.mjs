// A book that attacks its readers, while it is worked on: the live client, the panel of findings and edit mode show what an author wrote as text. Needs
// ROLLBOOK, the program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { assertNone, launch } from './site.mjs';
import { address, inAll, inspect, listening, removeBooks, removeLater, touchAll } from './xss-browser.mjs';
import { ATTACKS, FIELDS } from './xss-attacks.mjs';
import { AS_OF, ROLLBOOK, xssBook } from './xss.mjs';

let browser, server, url, made;
before(async () => {
  browser = await launch();
  made = xssBook({ ownWords: true });
  removeLater(made.book);
  server = spawn(ROLLBOOK, ['serve', '--edit', '--port', '0', '--book', made.book, '--as-of', AS_OF], { stdio: ['ignore', 'ignore', 'pipe'] });
  url = await new Promise((found, failed) => {
    let said = '';
    server.stderr.on('data', (text) => {
      const [at] = /http:\/\/[^\s/]+:\d+\//.exec((said += text)) ?? [];
      if (at) found(at);
    });
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
  while ((await fetch(url)).status !== 200) await new Promise((done) => setTimeout(done, 50));
});
after(async () => {
  server.kill();
  await browser.close();
  removeBooks();
});

/** Gives a tab that listens; what ran in it, and what could have, is a fault. */
async function visiting(run) {
  const { context, ran } = await listening(browser);
  const tab = await context.newPage();
  const looks = [];
  await run(tab, async (page) => looks.push({ page, ...(await tab.evaluate(inspect)) }));
  await new Promise((done) => setTimeout(done, 200));
  await context.close();
  const { faults, shown } = inAll(looks, ran);
  assertNone([...ran, ...faults]);
  return (field) => shown.has(FIELDS.indexOf(field));
}

test('A served page with its client runs nothing that an author wrote, nor anything of its address', () =>
  visiting(async (tab, look) => {
    const names = ['<img src=x onerror=__xss(1)>', "'onload='__xss(3)", 'new\nline', '{{ x }}'].map((name) => `guide/${name}/index.html`);
    for (const page of [...names, 'index.html', 'guide/everything/index.html', 'projects/ship/index.html', `${ATTACKS('no-page')}/index.html`]) {
      await tab.goto(url + address(page));
      await tab.evaluate(touchAll);
      await look(page);
    }
  }));

test('The panel of findings shows them, with the lines and the names of files, as text', async () => {
  const isShown = await visiting(async (tab, look) => {
    await tab.goto(`${url}guide/everything/index.html`);
    const panel = tab.locator('.finding');
    made.edit('content/guide/<img src=x onerror=__xss(1)>.md', `---\n${JSON.stringify(ATTACKS('key'))}: 1\nid: ${JSON.stringify(ATTACKS('bad-id'))}\n---\n[${ATTACKS('line-of-text').split(' <script')[0]}](gone.md)\n`);
    made.edit('content/stages/03-gamma.md', `---\nwindow: ${JSON.stringify(ATTACKS('window'))}\ngate: { question: '[[${ATTACKS('reference').replaceAll(/['[\]|<>(),;="{}$*^]/g, '')}]]' }\n---\n`);
    await panel.first().waitFor();
    await look('the panel of findings');
    assert.match(await panel.first().innerText(), /<img src=x onerror=__xss/);
    made.remove('content/stages/03-gamma.md');
    made.edit('content/guide/<img src=x onerror=__xss(1)>.md', 'Well again.\n');
    await panel.first().waitFor({ state: 'hidden' });
  });
  for (const field of ['key', 'bad-id', 'line-of-text', 'window']) assert.ok(isShown(field), `${field} is not shown`);
});

test('Edit mode shows forms, changes and conflicts as text, and what is typed into it too', async () => {
  const isShown = await visiting(async (tab, look) => {
    await tab.goto(`${url}projects/ship/alpha/index.html`);
    const edit = tab.locator('button', { hasText: 'Edit' });
    await edit.first().waitFor();
    for (let n = 0; n < (await edit.count()); n += 1) {
      await edit.nth(n).click();
      await look(`form ${n}`);
      await tab.keyboard.press('Escape');
    }
    await edit.first().click();
    await tab.getByLabel('Note').first().fill(ATTACKS('typed-note'));
    await look('what is typed');
    await tab.getByRole('button', { name: 'Save' }).first().click();
    const changes = tab.getByRole('button', { name: /1 change/ });
    await changes.waitFor();
    await look('what was saved');
    await changes.click();
    await tab.locator('.rb-log pre').waitFor();
    await look('the changes');
  });
  for (const field of ['item-note', 'typed-note', 'blocked-reason']) assert.ok(isShown(field), `${field} is not shown`);
});
