// The pages on paper: a sheet on its side shows them as well as an upright one.

import { after, test } from 'node:test';
import { SITE, assertNone, launch, onePerKind, serve } from './site.mjs';

const browser = await launch();
const server = await serve(SITE);
after(async () => {
  await browser.close();
  server.close();
});

/** How many sheets of A4 the page takes. Where the page itself asks for a sheet on its side, that is for both. */
async function sheets(tab, landscape) {
  const pdf = await tab.pdf({ format: 'A4', landscape, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

test('A page printed on sheets that lie takes about as many as on upright ones', async () => {
  const tab = await browser.newPage();
  const faults = [];
  for (const page of onePerKind(SITE).values()) {
    await tab.goto(new URL(encodeURI(page), server.url).href);
    const [upright, lying] = [await sheets(tab, false), await sheets(tab, true)];
    if (lying > 1.5 * upright + 1) faults.push(`${page}: ${lying} sheets that lie, and ${upright} upright`);
  }
  await tab.close();
  assertNone(faults);
});
