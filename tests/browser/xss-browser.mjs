// What an attack in a book would do in a browser: opens pages without their policy, touches all that is on them, and gives what ran and what could.
// Checks nothing itself.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { pages, serve, visitEach } from './site.mjs';
import { FIELDS, MARKER } from './xss-attacks.mjs';
import { rollbook, xssBook } from './xss.mjs';

const folders = [];

/** The book of that kind, built. */
export function built(kind) {
  const made = xssBook(kind);
  folders.push(made.book);
  const { code, said } = rollbook(made.book, 'build', '--quiet');
  if (code !== 0) throw new Error(`the book was not built:\n${said}`);
  return { ...made, site: path.join(made.book, 'site') };
}

/** Remembers a folder that goes with the books. */
export const removeLater = (folder) => folders.push(folder);

/** Removes the books. */
export const removeBooks = () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** Runs in the page: each element with each of its attributes, what could run, and which fields are there to be read. */
export function inspect() {
  const ADDRESSES = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster', 'cite', 'ping', 'background', 'codebase', 'manifest'];
  const SAFE = ['http:', 'https:', 'mailto:', 'tel:', 'webcal:', 'vscode:']; // the last is the live client's, for an editor
  const shapes = new Set(), faults = [], texts = [], links = new Set();
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      shapes.add(element.localName);
      for (const { name, value } of element.attributes) {
        // A script of the theme gives it to what scrolls, which depends on how long a text is.
        if (name !== 'tabindex') shapes.add(`${element.localName} ${name}`);
        texts.push(value);
        // Scripts of ours say where some boxes are.
        const isMoved = name === 'style' && /^((translate|--[\w-]+): [-+\w.() ]+;|overflow-anchor: none;| )+$/.test(value);
        if (/^on/i.test(name) || name === 'srcdoc' || (name === 'style' && !isMoved)) faults.push(`<${element.localName} ${name}="${value}">`);
        if (!ADDRESSES.includes(name)) continue;
        const protocol = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).protocol : 'none';
        if (protocol === location.protocol) links.add(new URL(value, document.baseURI).href.split('#')[0]);
        if (!SAFE.includes(protocol)) faults.push(`<${element.localName} ${name}="${value}">`);
      }
      for (const inside of [element.content, element.shadowRoot]) {
        if (!(inside instanceof DocumentFragment)) continue;
        look(inside);
        texts.push(inside.textContent);
      }
      if ('value' in element) texts.push(String(element.value));
    }
  };
  look(document);
  texts.push(document.documentElement.textContent);
  return { shapes: [...shapes], faults, links: [...links], shown: [...new Set(texts.join(' ').matchAll(/__xss\((\d+)\)/g).map(([, field]) => Number(field)))] };
}

/** Runs in the page: everything that a reader's hand could set off, but for following a link. */
export function touchAll() {
  document.addEventListener('submit', (event) => event.preventDefault(), true);
  document.addEventListener('click', (event) => event.target.closest('a') && event.preventDefault(), true);
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['mouseenter', 'mouseover', 'mousemove', 'pointerover', 'focusin', 'animationstart']) element.dispatchEvent(new Event(type, { bubbles: true }));
    if (element.tabIndex >= 0) element.focus?.();
    if (element.localName === 'button' && element.type !== 'reset') element.click();
  }
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
}

/** A browser window without the pages' policy that remembers what ran, and on which page. */
export async function listening(browser) {
  const ran = [];
  const context = await browser.newContext({ bypassCSP: true });
  await context.exposeBinding(MARKER, ({ page }, field) => void ran.push(`${FIELDS[field] ?? field} on ${page.url()}`));
  context.on('page', (tab) => tab.on('dialog', (dialog) => (ran.push(`a dialog on ${tab.url()}: ${dialog.message()}`), dialog.dismiss())));
  return { context, ran };
}

export const address = (page) => page.split('/').map(encodeURIComponent).join('/');

/** Opens every page, touches everything, and gives what is in all of them together. */
export async function crawl(browser, site, among = pages(site)) {
  const server = await serve(site);
  const { context, ran } = await listening(browser);
  const seen = await visitEach(context, among, async (tab, page) => {
    await tab.goto(server.url + address(page), { waitUntil: 'load' });
    const first = await tab.evaluate(inspect);
    await tab.evaluate(touchAll);
    const second = await tab.evaluate(inspect);
    return [first, second];
  });
  await new Promise((done) => setTimeout(done, 200)); // an image that can't be loaded tells so late
  await context.close();
  const all = [...seen].flatMap(([page, looks]) => looks.map((look) => ({ page, ...look })));
  const dead = [];
  // A host shows 404.html anywhere, so its links begin with the path of `base_url`.
  const linking = all.filter(({ page }) => page !== '404.html');
  for (const link of new Set(linking.flatMap(({ links }) => links))) {
    if (link.startsWith(server.url) && (await fetch(link)).status !== 200) dead.push(link);
  }
  server.close();
  return inAll(all, ran, dead);
}

/** What was seen on all pages together. */
export function inAll(all, ran, dead = []) {
  return {
    ran,
    dead,
    faults: all.flatMap(({ page, faults }) => faults.map((fault) => `${page}: ${fault}`)),
    shapes: new Set(all.flatMap(({ shapes }) => shapes)),
    shown: new Set(all.flatMap(({ shown }) => shown)),
  };
}
