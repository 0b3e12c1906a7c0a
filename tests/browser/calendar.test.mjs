// The calendar in a browser: filters kept in the address, bars and days that a keyboard reaches in order, the list that takes the grid's place.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { SITE, assertNone, kindOf, launch, pages, read, serve } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

const months = pages(SITE).filter((page) => kindOf(SITE, page) === 'month');
/** The month in which most happens. */
const fullest = months.reduce((a, b) => (read(SITE, a).length >= read(SITE, b).length ? a : b));
const OVERVIEW = 'calendar/index.html';

async function open(page, settings = {}) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  await tab.goto(new URL(page, server.url).href);
  return tab;
}

const query = (tab) => new URL(tab.url()).search;

/** What the list shows: each entry's kind and project, and how many there are. */
const shown = async (tab) => {
  await tab.locator('.filter').waitFor();
  return tab.evaluate(() => {
    const entries = [...document.querySelectorAll('.entry')];
    const visible = entries.filter((entry) => !entry.closest('[hidden]'));
    return {
      all: entries.length,
      count: visible.length,
      kinds: [...new Set(visible.map((entry) => entry.closest('[data-kind]').dataset.kind))].sort(),
      projects: [...new Set(visible.map((entry) => entry.dataset.project))].sort(),
      status: document.querySelector('.filter [role="status"]').textContent,
      emptyDays: [...document.querySelectorAll('.day:not([hidden])')].filter((day) => !day.querySelector('.entry:not([hidden])')).length,
    };
  });
};

/** The grid of a month, without the spaces between its elements. */
const grid = (tab) => tab.evaluate(() => document.querySelector('table.month')?.outerHTML.replaceAll(/\s/g, ''));

for (const page of [OVERVIEW, fullest]) {
  test(`A filter is in the address, in what is shown and in words, and the back button undoes it (${page})`, async () => {
    const tab = await open(page);
    const [before, drawn] = [await shown(tab), await grid(tab)];
    assert.equal(before.count, before.all);
    assert.ok(await tab.locator('.filter [type="reset"]').isHidden(), 'nothing to clear yet');

    await tab.getByRole('checkbox', { name: 'Gate reviews' }).check();
    const gates = await shown(tab);
    assert.deepEqual([query(tab), gates.kinds], ['?kind=gate', ['gate']]);
    assert.ok(gates.count > 0 && gates.count < before.all);
    assert.equal(gates.status, `Entries shown: ${gates.count} of ${before.all}`);
    assert.equal(gates.emptyDays, 0);

    await tab.getByRole('checkbox', { name: 'Due dates' }).check();
    const both = await shown(tab);
    assert.deepEqual([query(tab), both.kinds], ['?kind=gate&kind=due', ['due', 'gate']]);

    await tab.goBack();
    assert.deepEqual(await shown(tab), gates);
    assert.ok(!(await tab.getByRole('checkbox', { name: 'Due dates' }).isChecked()));
    await tab.goBack();
    assert.equal((await shown(tab)).count, before.all);
    await tab.goForward();
    assert.deepEqual(await shown(tab), gates);

    await tab.getByRole('button', { name: 'Clear the filter' }).click();
    const cleared = await shown(tab);
    assert.deepEqual([query(tab), cleared.count, cleared.status], ['', before.all, `Entries shown: all ${before.all}`]);
    assert.ok((await grid(tab)) === drawn, 'the grid is not as it was');
    await tab.context().close();
  });

  test(`A project and an owner can be chosen, several at once, and the address alone shows the same (${page})`, async () => {
    const tab = await open(page);
    await tab.locator('details[data-filter="project"] summary').click();
    const boxes = tab.locator('details[data-filter="project"] input[type="checkbox"]');
    const chosen = [await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()].sort();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const two = await shown(tab);
    assert.deepEqual(two.projects, chosen);
    assert.match(await tab.locator('details[data-filter="project"] summary').textContent(), /^Project: .+, .+/);

    await tab.locator('details[data-filter="owner"] summary').click();
    const owner = tab.locator('details[data-filter="owner"] input[type="checkbox"]').first();
    const name = await owner.inputValue();
    await owner.check();
    const owners = await tab.evaluate(() =>
      [...document.querySelectorAll('.entry:not([hidden])')].map((entry) => [...entry.querySelectorAll('[data-owner]')].map((owner) => owner.textContent)),
    );
    assert.ok(owners.every((names) => names.includes(name)));

    const again = await open(`${page}${query(tab)}`);
    assert.deepEqual(await shown(again), await shown(tab));
    await again.context().close();
    await tab.context().close();
  });
}

test('What matches nothing says so, and shows no day', async () => {
  const tab = await open(`${fullest}?project=nobody`);
  const none = await shown(tab);
  assert.deepEqual([none.count, none.status], [0, `Nothing in this month matches the filter. Entries shown: 0 of ${none.all}`]);
  assert.equal(await tab.locator('.day:visible').count(), 0);
  assert.equal(await tab.locator('.cell-line, .month .bar-piece[data-bar]:visible').count(), 0);
  await tab.context().close();
});

/** A book of 30 projects that began in March, of each of which a gate and a wave wait, built on a day after that. */
async function crowd(look) {
  const book = mkdtempSync(join(tmpdir(), 'crowd-'));
  const write = (file, text) => writeFileSync(join(book, file), text);
  for (const folder of ['stages', 'projects']) mkdirSync(join(book, 'content', folder), { recursive: true });
  write('book.toml', '[book]\nid = "crowd"\n');
  write('content/stages/01-idea.md', '---\nwindow: Week 1-2\nwaves: [{ percent: 100 }]\ngate: {}\n---\n');
  for (let n = 10; n < 40; n += 1) write(`content/projects/p${n}.md`, `---\ntitle: Project ${n}\nstart: 2026-03-02\nowner: Owner ${n}\n---\n`);
  const built = spawnSync(process.env.ROLLBOOK, ['build', '--book', book, '--as-of', '2026-06-01', '--output', join(book, 'site')], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  const own = await serve(join(book, 'site'));
  const tab = await (await browser.newContext()).newPage();
  await look(tab, async (address) => {
    await tab.goto(new URL(`calendar/index.html${address}`, own.url).href);
    return shown(tab);
  });
  await tab.context().close();
  own.close();
  rmSync(book, { recursive: true });
}

test('Of hundreds of projects in which something waits each can be chosen, and is then shown', () =>
  crowd(async (tab, at) => {
    await at('');
    for (const name of ['project', 'owner']) assert.equal(await tab.locator(`details[data-filter="${name}"] input[type="checkbox"]`).count(), 30, name);
    assert.equal(await tab.locator('.waiting-more:visible').count(), 0);
    const last = await tab.locator('.waiting-more .entry').last().getAttribute('data-project');
    for (const [query, kinds] of [[`?project=${last}`, ['gate', 'wave']], [`?owner=Owner+${last.slice(1)}`, ['wave']]]) {
      const found = await at(query);
      assert.deepEqual([found.projects, found.kinds], [[last], kinds]);
      assert.ok(await tab.locator(`[data-kind="wave"] .waiting-more [data-project="${last}"] a`).isVisible());
    }
    await at('?project=p10');
    assert.equal(await tab.locator('.waiting .fold:visible').count(), 0, 'a fold in which nothing matches');
  }));

test('Where nothing in the list matches, the words do not deny what the chart shows', () =>
  crowd(async (tab, at) => {
    const charted = await at('?project=p10&kind=expiry');
    assert.equal(await tab.locator('tr[data-project]:visible').count(), 1);
    assert.match(charted.status, /^Chosen projects stand in the chart; nothing in the next weeks matches/);
    assert.match((await at('?project=nobody')).status, /^Nothing in the next weeks matches/);
  }));

test('An address that names nothing, in no encoding, breaks nothing', async () => {
  const tab = await (await browser.newContext()).newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(new URL(`${fullest}#%`, server.url).href);
  await tab.locator('.filter').waitFor();
  assert.deepEqual(errors, []);
  await tab.context().close();
});

test('On the page of a month the navigation marks the calendar as the section, not as the page', async () => {
  const tab = await open(fullest, { viewport: { width: 1280, height: 900 } });
  assert.deepEqual(await tab.locator('.side .is-inside').allTextContents(), ['Calendar']);
  assert.equal(await tab.locator('.side [aria-current]').count(), 0);
  await tab.goto(new URL(OVERVIEW, server.url).href);
  assert.deepEqual(await tab.locator('.side [aria-current="page"]').allTextContents(), ['Calendar']);
  assert.equal(await tab.locator('.side .is-inside').count(), 0);
  await tab.context().close();
});

test('The filter goes along to the other months and the overview', async () => {
  const tab = await open(`${fullest}?kind=wave&kind=gate`);
  for (const way of [tab.locator('.month-turn [rel="prev"]'), tab.locator('.month-turn [rel="next"]'), tab.getByRole('link', { name: 'All months' })]) {
    await way.click();
    assert.equal(query(tab), '?kind=wave&kind=gate');
    assert.ok((await shown(tab)).kinds.every((kind) => ['wave', 'gate'].includes(kind)));
    assert.ok(await tab.getByRole('checkbox', { name: 'Waves' }).isChecked());
  }
  await tab.locator('.years a').first().click();
  assert.equal(query(tab), '?kind=wave&kind=gate');
  await tab.context().close();
});

test("A project's page leads to its own entries in the calendar", async () => {
  const project = pages(SITE).find((page) => kindOf(SITE, page) === 'project' && read(SITE, page).includes('This project in the calendar'));
  const tab = await open(project);
  await tab.getByRole('link', { name: /^This project in the calendar/ }).click();
  assert.deepEqual((await shown(tab)).projects, [project.split('/')[1]]);
  await tab.context().close();
});

test('The grid shows under a filter what the list does: bars of what matches, and every line that has room', async () => {
  const tab = await open(`${fullest}?kind=due&kind=wave`);
  const faults = await tab.evaluate(() => {
    const visible = (element) => !element.closest('[hidden]');
    const faults = [];
    for (const bar of document.querySelectorAll('.bar-piece[data-bar]')) {
      const matches = [...document.querySelectorAll(`.entry[data-bar="${bar.dataset.bar}"]`)].some(visible);
      if (matches !== visible(bar)) faults.push(bar.textContent);
    }
    for (const cell of document.querySelectorAll('.month td:has(time)')) {
      const day = document.getElementById(`_${cell.querySelector('time').dateTime}`);
      const listed = [...(day?.querySelectorAll('.entry:not([data-bar])') ?? [])].filter(visible).length;
      const more = Number(/\d+/.exec(cell.querySelector('.cell-more')?.textContent ?? '0')[0]);
      if (cell.querySelectorAll('.cell-line').length + more !== listed) faults.push(`${cell.textContent}: ${listed} in the list`);
    }
    return faults;
  });
  assertNone(faults);
  await tab.context().close();
});

test('Filters work in a folder opened from disk', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(`${SITE}/${fullest}`).href);
  await tab.getByRole('checkbox', { name: 'Gate reviews' }).check();
  await tab.waitForURL(/\?kind=gate$/);
  assert.deepEqual((await shown(tab)).kinds, ['gate']);
  await tab.locator('.month-turn [rel="prev"]').click();
  await tab.waitForURL(/\?kind=gate$/);
  await tab.goBack();
  await tab.goBack();
  assert.equal(query(tab), '');
  await context.close();
});

test('The script needs no more than a strict content security policy allows, and gives feeds their webcal address', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const errors = [];
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await tab.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" } });
  });
  for (const page of [fullest, OVERVIEW]) {
    await tab.goto(new URL(page, server.url).href);
    assert.ok(await tab.locator('.filter').isVisible());
  }
  assert.deepEqual(errors, []);
  assert.equal(await tab.locator('a[data-feed]').first().getAttribute('href'), new URL('calendar/all.ics', server.url).href.replace('http:', 'webcal:'));
  await context.close();
});

test('Without JavaScript there are no controls, and every entry is there', async () => {
  const tab = await open(fullest, { javaScriptEnabled: false });
  assert.equal(await tab.locator('.filter').count(), 0);
  assert.ok((await tab.locator('.entry').count()) > 0);
  await tab.context().close();
});

test('The keyboard reaches every link of the grid once, day by day', async () => {
  const tab = await open(fullest);
  const inOrder = await tab.evaluate(() => [...document.querySelectorAll('.month a:not([tabindex="-1"])')].map((link) => link.href));
  const bars = await tab.evaluate(() => [...document.querySelectorAll('.bar-piece[data-bar] a:not([tabindex])')].map((link) => link.closest('li').dataset.bar));
  assert.equal(new Set(bars).size, bars.length, 'a bar is one stop, however many weeks it lasts');
  await tab.locator('.month-turn a').last().focus();
  const reached = [];
  for (let n = 0; n < 200 && reached.length < inOrder.length; n += 1) {
    await tab.keyboard.press('Tab');
    const href = await tab.evaluate(() => (document.activeElement.closest('.month') ? document.activeElement.href : null));
    if (href) reached.push(href);
  }
  assert.deepEqual(reached, inOrder);
  await tab.context().close();
});

test('On a phone the list takes the place of the grid; on a wide screen the list is folded: neither is read twice', async () => {
  const readable = (tab) => tab.evaluate(() => ['.month', '.month-list .entry'].map((part) => document.querySelector(part).checkVisibility({ contentVisibilityAuto: true })));
  const phone = await open(fullest, { viewport: { width: 390, height: 844 }, isMobile: true });
  assert.deepEqual(await readable(phone), [false, true]);
  const tree = await phone.locator('main').ariaSnapshot();
  assert.ok(!/\btable\b/.test(tree) && /list/.test(tree));
  const wide = await open(fullest, { viewport: { width: 1280, height: 900 } });
  assert.deepEqual(await readable(wide), [true, false]);
  assert.match(await wide.locator('main').ariaSnapshot(), /table "\w+ \d{4}, day by day"/);
  await phone.context().close();
  await wide.context().close();
});

test('A day that has more than fits leads to that day in the list', async () => {
  const busy = months.find((page) => read(SITE, page).includes('<li class="cell-more">'));
  assert.ok(busy, 'no month has a busy day');
  const tab = await open(busy);
  const link = tab.locator('.cell-more a').first();
  const id = (await link.getAttribute('href')).slice(1);
  await link.click();
  const day = tab.locator(`[id="${id}"]`);
  assert.ok(await day.isVisible());
  const hidden = Number(/\d+/.exec(await link.textContent())[0]);
  const lines = await link.evaluate((more) => more.closest('ul').querySelectorAll('.cell-line').length);
  assert.equal(await day.locator('.entry:not([data-bar])').count(), lines + hidden);
  await tab.context().close();
});

test('No month makes its page wider than the screen', async () => {
  const faults = [];
  for (const width of [390, 720, 1024, 1280]) {
    const tab = await open(fullest, { viewport: { width, height: 900 } });
    for (const page of months) {
      await tab.goto(new URL(page, server.url).href);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`${page}: ${wide} px on a screen of ${width}`);
    }
    await tab.context().close();
  }
  assertNone(faults);
});
