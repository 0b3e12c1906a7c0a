// The first of the live client to run: remembers the page as it was sent, then starts the rest (tab.js).
// It runs before the page's own deferred scripts, so that what they and the reader change later can be told from what the book says.
(() => {
  'use strict';

  const script = document.currentScript;
  const sent = pairs(document.documentElement, document.documentElement.cloneNode(true));
  import(new URL('tab.js', script.src)).then(({ follow }) => follow(script, sent), lost);

  /** Each node of a tree with its copy, in the order of the document. */
  function pairs(root, copy) {
    const found = [];
    const inside = (node) => (node instanceof HTMLTemplateElement ? node.content : node);
    const walk = (node, twin) => {
      found.push([node, twin]);
      let other = inside(twin).firstChild;
      for (let child = inside(node).firstChild; child; child = child.nextSibling, other = other.nextSibling) walk(child, other);
    };
    walk(root, copy);
    return found;
  }

  /** The server went away while the page was loaded, before anything on it could be done: once it is back, all begins anew. */
  async function lost() {
    const isBack = await fetch(script.src, { cache: 'no-store' }).then(({ ok }) => ok, () => false);
    if (isBack) location.reload();
    else setTimeout(lost, 1000);
  }
})();
