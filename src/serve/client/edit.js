// Edit mode on a page: a tick and a form at each item, decisions at gates and waves, and a bar with what was changed. The server says what can be
// edited and makes every change (edit-server.js). This file starts it. Not done here: renewing the page, which is the live client's.
(() => {
  'use strict';

  const script = document.currentScript;
  const file = (name) => new URL(name, script.src);

  async function style() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(file('edit.css'))).text());
    // Not an element, so that no renewal of the page takes it away.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  async function start() {
    const [server, changes, view, state] = await Promise.all(['server', 'changes', 'view', 'state'].map((part) => import(file(`edit-${part}.js`))));
    server.connect(script);
    document.addEventListener('rollbook:morphed', () => {
      view.render();
      changes.load();
    });
    document.addEventListener('rollbook:built', ({ detail }) => changes.built(detail));
    window.addEventListener('beforeunload', (event) => {
      if ([...state.works].some(([key, { open }]) => open && changes.isTouched(key))) event.preventDefault();
    });
    await changes.load();
  }

  style().finally(start);
})();
