// Keeps what is being read where it is on the screen while the page around it changes height. Not done here: changing the page.

/** So many things on the screen are remembered, in case the first of them go. */
const ENOUGH = 40;

/** Remembers what is on the screen; the function that it gives puts it back there. */
export function hold() {
  const root = document.documentElement;
  if (scrollY === 0) return () => {}; // at its top a page shows what is new there
  const held = inView().map((element) => [element, element.getBoundingClientRect().top]);
  // The browser's own way of doing this would do it a second time, and Safari has none.
  root.style.overflowAnchor = 'none';
  return () => {
    const [element, top] = held.find(([element]) => element.isConnected && element.getClientRects().length > 0) ?? [];
    if (element) scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
    requestAnimationFrame(() => {
      root.style.overflowAnchor = '';
      if (root.getAttribute('style') === '') root.removeAttribute('style');
    });
  };
}

/** What is on the screen, best first: what has the focus, then in the order of the page what begins below the screen's top edge. */
function inView() {
  const found = [];
  const isSeen = ({ top, bottom, height }) => height > 0 && top >= 0 && bottom > 0 && top < innerHeight;
  const walk = (element) => {
    for (const child of element.children) {
      if (found.length >= ENOUGH) return;
      const box = child.getBoundingClientRect();
      if (box.height > 0 && (box.bottom <= 0 || box.top >= innerHeight)) continue;
      if (['fixed', 'sticky'].includes(getComputedStyle(child).position)) continue; // these stay by themselves
      if (isSeen(box)) found.push(child);
      walk(child);
    }
  };
  const focused = document.activeElement;
  if (focused && focused !== document.body && isSeen(focused.getBoundingClientRect())) found.push(focused);
  walk(document.querySelector('main') ?? document.body);
  return found;
}
