// A developer's tool, not a test: pictures of pages, to be looked at.
//
//     node tests/browser/screenshots.mjs SITE OUTDIR [PAGE-REGEX]
//
// Takes one page of every kind (KIND-VARIANT.png), or with a regex every page whose path matches it (PATH-VARIANT.png).

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, onePerKind, pages, serve } from './site.mjs';

const [site, out, pattern] = process.argv.slice(2);
if (!out) {
  console.error('usage: node tests/browser/screenshots.mjs SITE OUTDIR [PAGE-REGEX]');
  process.exit(2);
}

const VARIANTS = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 } }, // A4 at 96 dpi
};

mkdirSync(out, { recursive: true });
const server = await serve(path.resolve(site));
const browser = await launch();
const matching = () => pages(site).filter((page) => new RegExp(pattern).test(page));
const chosen = pattern ? matching().map((page) => [page.replace(/\.html$/, '').replaceAll('/', '-'), page]) : [...onePerKind(site)];
for (const [variant, settings] of Object.entries(VARIANTS)) {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  if (variant === 'print') await tab.emulateMedia({ media: 'print' });
  for (const [name, page] of chosen) {
    await tab.goto(new URL(encodeURI(page), server.url).href);
    const file = path.join(out, `${name}-${variant}.png`);
    await tab.screenshot({ path: file, fullPage: true });
    console.log(`${file}  ${page}`);
  }
  await context.close();
}
await browser.close();
server.close();
