// The built site, and the ways to open it: its pages, a static server, a browser. Checks nothing itself.

import { chromium } from 'playwright-core';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder under test. */
export const SITE = path.resolve(process.env.SITE ?? fileURLToPath(new URL('../../target/test-site', import.meta.url)));

/** Every file of the site as a path with slashes relative to it, sorted. */
export function files(site) {
  if (!existsSync(site)) throw new Error(`no folder ${site}; build the site first, or name it in SITE`);
  return readdirSync(site, { recursive: true })
    .filter((file) => statSync(path.join(site, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

export const read = (site, file) => readFileSync(path.join(site, file), 'utf8');

const redirectsTo = (html) => /<meta\b[^>]*\bhttp-equiv=["']?refresh\b[^>]*\burl=([^"'>\s]+)/i.exec(html)?.[1];

/** The pages a reader reads. Redirects are not among them: a browser that opens one is somewhere else at once. */
export function pages(site) {
  const found = files(site).filter((file) => file.endsWith('.html') && !redirectsTo(read(site, file)));
  if (found.length === 0) throw new Error(`no page in ${site}`);
  return found;
}

/** Redirect page → where it leads, as written in it. */
export function redirects(site) {
  const html = files(site).filter((file) => file.endsWith('.html'));
  return new Map(html.map((file) => [file, redirectsTo(read(site, file))]).filter(([, target]) => target));
}

/** What a page says it is: `<body data-kind="…">`. */
export const kindOf = (site, page) => /<body\b[^>]*\sdata-kind=["']?([\w-]+)/.exec(read(site, page))?.[1];

/** Kind → one page of it: the longest, since it is likely to hold most of what the kind can show. */
export function onePerKind(site, among = pages(site)) {
  const size = (page) => statSync(path.join(site, page)).size;
  const chosen = new Map();
  for (const page of among) {
    const kind = kindOf(site, page) ?? 'none';
    if (!chosen.has(kind) || size(page) > size(chosen.get(kind))) chosen.set(kind, page);
  }
  return chosen;
}

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves the site under `mount` on a free port of this machine; outside it, all is 404, as for a site that owns only that path. */
export async function serve(site, mount = '/') {
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url, 'http://127.0.0.1');
      const asked = decodeURIComponent(url.pathname);
      if (!asked.startsWith(mount)) throw new Error('outside the site');
      const file = asked.slice(mount.length).replace(/(^|\/)$/, '$1index.html');
      const body = await readFile(path.join(site, file));
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref(); // a forgotten server must not keep a test run alive
  return { url: `http://127.0.0.1:${server.address().port}${mount}`, close: () => server.close() };
}

/** Debian's Chromium. It can reach this machine only, so no result depends on the network. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    chromiumSandbox: process.getuid() !== 0, // Chromium refuses to sandbox itself as root
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });

/** Calls `visit(tab, page)` for each page, in a few tabs at once (a new tab for each page takes twice as long); gives the results by page. */
export async function visitEach(context, pages, visit, tabs = 4) {
  const results = new Map(pages.map((page) => [page, undefined])); // keeps the order of the pages
  const waiting = [...pages];
  const work = async () => {
    const tab = await context.newPage();
    for (let page; (page = waiting.shift()) !== undefined; ) results.set(page, await visit(tab, page));
    await tab.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return results;
}

/** Fails with one line per fault, and no stack: where this was called from says nothing about the site. */
export function assertNone(faults) {
  if (faults.length === 0) return;
  const error = new Error(`${faults.length} found:\n${faults.join('\n')}`);
  error.stack = error.message;
  throw error;
}
