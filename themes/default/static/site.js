// What every page may do where scripts run: colours by choice, keys, links that copy themselves, where one is in the contents, and tables that are a
// stop of the keyboard only while they scroll. Loaded before the style sheet, so that chosen colours are there at the first paint. No page needs it.
(() => {
  'use strict';

  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // Pages on disk and private windows may have no storage: then a choice holds for the page.
  const kept = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(`rollbook-${name}`);
      localStorage.setItem(`rollbook-${name}`, value);
    } catch {
      return null;
    }
  };

  // ---- Colours

  const SCHEMES = ['auto', 'light', 'dark'];
  const paint = (scheme) => {
    root.dataset.scheme = scheme;
    for (const button of all('button[data-scheme]')) button.textContent = button.dataset[scheme];
  };
  if (SCHEMES.includes(kept('scheme'))) paint(kept('scheme'));

  // ---- Keys: none while somebody types, none when they are switched off

  let isOn = kept('keys') !== 'off';
  let after = 0; // until when a key belongs to the `g` before it

  const TYPES = 'input, textarea, select, [contenteditable]';
  const shown = (selector) => all(selector).find((element) => element.checkVisibility());

  function press(event) {
    const { key, ctrlKey, altKey, metaKey } = event;
    const [from] = event.composedPath();
    if (!isOn || ctrlKey || altKey || metaKey || event.defaultPrevented || (from instanceof Element && from.closest(TYPES)) || one('dialog[open]')) return;
    const isSecond = event.timeStamp < after;
    after = key === 'g' && !isSecond ? event.timeStamp + 1500 : 0;
    const search = key === '/' && (shown('[data-search]') ?? shown('input[type="search"]'));
    const link = isSecond ? one(`#_keys [data-go="${CSS.escape(key)}"]`) : { n: one('a[rel="next"]'), p: one('a[rel="prev"]') }[key];
    if (search) search.matches('button') ? search.click() : search.focus();
    else if (key === '?') help();
    else if (link) location.assign(link.href);
    else return;
    event.preventDefault();
  }

  function help() {
    one('#_keys input').checked = isOn;
    one('#_keys').showModal();
  }

  // ---- Links to a place copy its whole address, and say so

  async function copy(anchor) {
    const said = one('[data-copied]');
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      return; // not allowed here: the address bar has it
    }
    said.textContent = said.dataset.copied;
    anchor.classList.add('is-copied');
    setTimeout(() => {
      said.textContent = '';
      anchor.classList.remove('is-copied');
    }, 2000);
  }

  // ---- What follows the page: the contents, and regions that scroll

  const places = () => all('.toc a').map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]).filter(([, place]) => place);

  const watch = new IntersectionObserver(
    () => {
      const links = places();
      const [now] = links.findLast(([, place]) => place.getBoundingClientRect().top < innerHeight * 0.15) ?? [];
      for (const [link] of links) link === now ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current');
      const list = one('.toc');
      if (now && (now.offsetTop < list.scrollTop || now.offsetTop > list.scrollTop + list.clientHeight - 40)) list.scrollTop = now.offsetTop - list.clientHeight / 2;
    },
    { rootMargin: '0px 0px -85% 0px' },
  );

  const size = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });

  function look() {
    paint(root.dataset.scheme ?? 'auto');
    watch.disconnect();
    size.disconnect();
    places().forEach(([, place]) => watch.observe(place));
    all('.scroll, .table-scroll, .code').forEach((region) => size.observe(region));
  }

  addEventListener('keydown', press);
  addEventListener('click', ({ target }) => {
    const at = (selector) => target.closest(selector);
    if (at('button[data-scheme]')) {
      const next = SCHEMES[(SCHEMES.indexOf(root.dataset.scheme) + 1) % 3];
      kept('scheme', next);
      paint(next);
    }
    if (at('[data-keys]')) help();
    if (at('.anchor')) copy(at('.anchor'));
  });
  addEventListener('change', ({ target }) => {
    if (!target.closest('#_keys')) return;
    isOn = target.checked;
    kept('keys', isOn ? 'on' : 'off');
  });
  addEventListener('DOMContentLoaded', () => {
    look();
    one('.side')?.scrollTo(0, (one('.side [aria-current]')?.offsetTop ?? 0) - 200);
  });
  document.addEventListener('rollbook:morphed', look);
})();
