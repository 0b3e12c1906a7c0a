// The site stands on its own: it loads nothing from elsewhere, nothing it loads is missing, and every link inside it leads somewhere,
// wherever it is put: at a server's root, under a sub-path, or in a folder opened from disk.

import { after, describe, test } from 'node:test';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SITE, assertNone, files, launch, onePerKind, pages, read, redirects, serve, visitEach } from './site.mjs';

const browser = await launch();
const [atRoot, underPath] = [await serve(SITE), await serve(SITE, '/sub/path/')];
after(async () => {
  await browser.close();
  atRoot.close();
  underPath.close();
});

const all = pages(SITE);
/** A host shows this page at any depth, so its links begin at the host's root, or at the path of `base_url`; elsewhere it leads nowhere. */
const movable = (page) => page !== '404.html';
const sample = [...onePerKind(SITE).values()];

/** Runs in the page: what it refers to, its ids, and the CSS written into it. */
function readPage() {
  // Relations that only name an address; a browser fetches nothing for them.
  const NAMING = new Set(['alternate', 'author', 'canonical', 'help', 'license', 'me', 'next', 'prev', 'search']);
  const references = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    const links = ['a', 'area', 'form', 'button'].includes(tag) || (tag === 'link' && [...element.relList].every((rel) => NAMING.has(rel)));
    const add = (value) => {
      let url = null;
      try {
        url = new URL(value.trim(), document.baseURI).href;
      } catch {} // stays null: not an address at all
      references.push({ where: `<${tag}> ${value}`, url, loads: !links });
    };
    for (const name of ['href', 'xlink:href', 'src', 'poster', 'data', 'action', 'formaction']) {
      if (element.hasAttribute(name)) add(element.getAttribute(name));
    }
    for (const candidate of element.getAttribute('srcset')?.split(/,\s+/) ?? []) add(candidate.trim().split(/\s+/)[0]);
  }
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent);
  for (const element of document.querySelectorAll('[style]')) css.push(element.getAttribute('style'));
  return { references, ids: [...document.querySelectorAll('[id]')].map((element) => element.id), css: css.join('\n') };
}

/** Opens one page and writes down all that happens. */
async function visit(tab, url, waitUntil) {
  const requests = new Set();
  const seen = { failed: [], console: [] };
  tab.on('request', (request) => requests.add(request));
  // What the tab's last page had not finished is cut off by opening this one, and no fault of either.
  // Nor is what Chromium gives up by itself, such as an icon that it no longer needs: a file that is missing answers 404, or from disk another error.
  tab.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (requests.has(request) && reason !== 'net::ERR_ABORTED') seen.failed.push(`${request.url()}: ${reason}`);
  });
  tab.on('response', (response) => response.status() >= 400 && seen.failed.push(`${response.url()}: ${response.status()}`));
  tab.on('console', (message) => message.type() === 'error' && seen.console.push(message.text()));
  tab.on('pageerror', (error) => seen.console.push(String(error)));
  await tab.goto(url, { waitUntil });
  const content = await tab.evaluate(readPage);
  tab.removeAllListeners();
  return { ...seen, ...content, requests: [...requests].map((request) => request.url()) };
}

async function visitAll(base, pages) {
  const context = await browser.newContext();
  // What scripts load after the page is there is waited for on the sample only: half a second a page is much on a big site.
  const visits = await visitEach(context, pages, (tab, page) =>
    visit(tab, new URL(encodeURI(page), base).href, sample.includes(page) ? 'networkidle' : 'load'),
  );
  await context.close();
  return visits;
}

const places = [
  { name: 'at the root of a server', base: atRoot.url, visits: await visitAll(atRoot.url, all) },
  { name: 'under a sub-path of a server', base: underPath.url, visits: await visitAll(underPath.url, all.filter(movable)) },
];
const folder = pathToFileURL(`${SITE}/`).href;
places.push({ name: 'opened from disk', base: folder, visits: await visitAll(folder, sample.filter(movable)) });

const idsOf = new Map([...places[0].visits].map(([page, { ids }]) => [page, new Set(ids)]));

/** Why an address inside the site leads nowhere, or null. Written-out files only: from disk, nothing turns `a/` into `a/index.html`. */
function deadEnd(url, base) {
  const target = new URL(url);
  const fragment = decodeURIComponent(target.hash.slice(1));
  target.hash = target.search = '';
  if (!target.href.startsWith(base)) return 'leaves the site';
  const file = decodeURIComponent(target.href.slice(base.length));
  const onDisk = path.join(SITE, file);
  if (!existsSync(onDisk) || !statSync(onDisk).isFile()) return 'no such file';
  const found = !fragment || (idsOf.get(file)?.has(fragment) ?? read(SITE, file).includes(`id="${fragment}"`));
  return found ? null : `no id "${fragment}" in ${file}`;
}

const isInside = (url, base) => new URL(url).origin === new URL(base).origin && new URL(url).protocol === new URL(base).protocol;
const carriesItsContent = (url) => /^(data|blob|about):/.test(url);

for (const { name, base, visits } of places) {
  /** One line for each fault that `find` sees on a page. */
  const faults = (find) => [...visits].flatMap(([page, visit]) => find(visit, page).map((fault) => `${page}: ${fault}`));

  describe(`The site ${name} (${visits.size} pages)`, () => {
    test('asks no other origin for anything', () =>
      assertNone(faults(({ requests }) => requests.filter((url) => !carriesItsContent(url) && !url.startsWith(base)))));

    test('gets everything it asks for', () => assertNone(faults(({ failed }) => failed)));

    test('logs no error to the console', () => assertNone(faults((visit) => visit.console)));

    test('names no other origin in anything that a browser loads', () =>
      assertNone(
        faults(({ references }) =>
          references
            .filter(({ loads, url }) => loads && url && !carriesItsContent(url) && !isInside(url, base))
            .map(({ where }) => where),
        ),
      ));

    test('has only links that lead to a file, and with a fragment to an id in it', () =>
      assertNone(
        faults(({ references }) =>
          references.flatMap(({ where, url }) => {
            if (url === null) return [`${where}: not an address`];
            if (/^javascript:/i.test(url)) return [`${where}: a script, not an address`];
            const reason = isInside(url, base) && deadEnd(url, base);
            return reason ? [`${where}: ${reason}`] : [];
          }),
        ),
      ));
  });
}

test('Every redirect leads to a page of the site', () =>
  assertNone(
    [...redirects(SITE)].flatMap(([page, target]) => {
      const reason = deadEnd(new URL(target, new URL(encodeURI(page), atRoot.url)).href, atRoot.url);
      return reason ? [`${page}: ${target}: ${reason}`] : [];
    }),
  ));

test('No style sheet names another origin', () => {
  const sheets = files(SITE).filter((file) => file.endsWith('.css')).map((file) => [file, read(SITE, file)]);
  const inPages = [...places[0].visits].map(([page, { css }]) => [page, css]);
  const elsewhere = /(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi;
  assertNone([...sheets, ...inPages].flatMap(([file, css]) => [...css.matchAll(elsewhere)].map(([, url]) => `${file}: ${url}`)));
});
