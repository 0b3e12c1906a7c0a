// Filters for the calendar, by kind, project and owner, kept in the address: `?project=atlas&kind=gate&kind=wave`. One value of each name that has
// any must match. Without this script the page shows everything; all words stand in the page, in the `template` that the controls are copied from.
// It works from disk too, and needs nothing but itself. `rollbook serve` renews pages in place: before it does, this script takes its own lines out of
// the grid; after that, it looks at the page again.
(() => {
  'use strict';

  const NAMES = ['kind', 'project', 'owner'];
  const FEW = 12; // as many choices are found by looking
  const calendar = new URL('../calendar/', document.currentScript.src);

  /** What the script has found on the page, and put there. */
  let [entries, rows, cells] = [[], [], []];
  let [form, words] = [null, ''];

  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  // Feeds: `<a hidden data-feed="all.ics">subscribe</a>` gets its webcal: address where the page has a server's.
  function subscribe() {
    if (!location.protocol.startsWith('http')) return;
    for (const link of all('a[data-feed]')) {
      link.href = new URL(link.dataset.feed, location).href.replace(/^https?:/, 'webcal:');
      link.hidden = false;
    }
  }

  // ---- What there is to filter: the entries of the lists. The grid of a month follows them.

  function find() {
    entries = all('.entry').map((element) => ({
      element,
      kind: [element.closest('[data-kind]').dataset.kind],
      project: element.dataset.project ? [element.dataset.project] : [],
      owner: all('[data-owner]', element).map((owner) => owner.textContent),
      bar: element.dataset.bar,
      title: element.querySelector('.event-project')?.textContent,
    }));
    rows = all('tr[data-project]').map((element) => ({ element, project: element.dataset.project, title: element.querySelector('th a')?.textContent }));
    cells = grid();
  }

  // ---- The controls

  /** The form stays as it is for as long as its template does: somebody may be typing in it. */
  function control(template) {
    if (form && words === template.innerHTML) return;
    form?.remove();
    words = template.innerHTML;
    template.after(template.content.cloneNode(true));
    form = template.nextElementSibling;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => event.target.name && goTo(chosenInForm()));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      all('input:checked', form).forEach((input) => (input.checked = false));
      goTo(chosenInForm());
    });
    form.addEventListener('input', ({ target }) => target.matches('.filter-find') && narrow(target));
  }

  /** The names of the choices: those of the page, and what the address has chosen beyond them. */
  function choices(name) {
    const found = new Map(chosenInAddress().get(name).map((value) => [value, value]));
    for (const entry of entries) {
      for (const value of entry[name]) found.set(value, name === 'project' ? (entry.title ?? value) : value);
    }
    if (name === 'project') for (const { project, title } of rows) found.set(project, title ?? project);
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return [...found].sort(([, a], [, b]) => compare(a, b));
  }

  function fill(part) {
    const found = choices(part.dataset.filter);
    const values = found.map(([value]) => value);
    const valueOf = (label) => label.querySelector('input').value;
    const prototype = part.querySelector('template');
    if (prototype) {
      const list = prototype.parentElement;
      for (const label of all('label', list)) if (!values.includes(valueOf(label))) label.remove();
      let next = prototype.nextElementSibling;
      for (const [value, title] of found) {
        if (!next || valueOf(next) !== value) {
          list.insertBefore(prototype.content.cloneNode(true), next);
          next = next?.previousElementSibling ?? list.lastElementChild;
          next.querySelector('input').value = value;
        }
        next.querySelector('span').textContent = title;
        next = next.nextElementSibling;
      }
    } else {
      for (const label of all('label', part)) label.hidden = !values.includes(valueOf(label));
    }
    part.hidden = found.length < 2 && chosenInAddress().get(part.dataset.filter).length === 0;
    const find = part.querySelector('.filter-find');
    if (!find) return;
    find.hidden = found.length <= FEW;
    narrow(find);
  }

  /** Of many choices those that have the typed letters in them. */
  function narrow(find) {
    const wanted = find.value.trim().toLowerCase();
    for (const label of all('label', find.closest('[data-filter]'))) label.hidden = !label.textContent.toLowerCase().includes(wanted);
  }

  // ---- The address

  /** Name → what is chosen of it. */
  function chosenInAddress() {
    const query = new URLSearchParams(location.search);
    return new Map(NAMES.map((name) => [name, query.getAll(name).filter(Boolean)]));
  }

  const chosenInForm = () => new Map(NAMES.map((name) => [name, all(`input[name="${name}"]:checked`, form).map((input) => input.value)]));

  /** An address with that filter in place of its own. */
  function withFilter(address, chosen) {
    const url = new URL(address, location);
    NAMES.forEach((name) => url.searchParams.delete(name));
    for (const [name, values] of chosen) values.forEach((value) => url.searchParams.append(name, value));
    return url.href;
  }

  function goTo(chosen) {
    const address = withFilter(location.href, chosen);
    if (address === location.href) return;
    try {
      history.pushState(null, '', address);
      show(chosen);
    } catch {
      location.assign(address); // a browser that keeps pages on disk from changing their address loads the page again
    }
  }

  /** Other pages of the calendar show the same. */
  function carry(chosen) {
    for (const link of all('a[href]:not([href^="#"])')) {
      const place = link.href.startsWith(calendar.href) && link.href.slice(calendar.href.length);
      if (place && /^(\d{4}-\d\d\/)?index\.html(?![^?#])/.test(place)) link.href = withFilter(link.href, chosen);
    }
  }

  // ---- Showing

  const visible = (element) => all('.entry', element).some((entry) => !entry.hidden);

  /** `unfolds`: what matches is not left in a fold. */
  function show(chosen, unfolds = true) {
    const status = form.querySelector('[role="status"]');
    const active = [...chosen.values()].some((values) => values.length > 0);
    const matches = (entry) => [...chosen].every(([name, values]) => values.length === 0 || entry[name].some((value) => values.includes(value)));
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !matches(entry);
      if (!entry.element.hidden) shown += 1;
    }
    // From the inside out: a kind without entries, a day without kinds.
    for (const part of all('.event, .day, .waiting, .under-way')) part.hidden = active && !visible(part);
    for (const fold of all('.waiting .fold, .under-way .fold, .events .fold')) {
      fold.hidden = active && !visible(fold);
      if (unfolds && active && !fold.hidden) fold.open = true;
    }
    const projects = chosen.get('project');
    for (const { element, project } of rows) element.hidden = projects.length > 0 && !projects.includes(project);
    const charted = projects.length > 0 && rows.some(({ element }) => !element.hidden);
    for (const group of all('.gantt-group')) {
      group.hidden = all('tr[data-project]', group).every((row) => row.hidden);
      if (unfolds && projects.length > 0 && !group.hidden) group.open = true;
    }
    const bars = new Set(entries.filter((entry) => !entry.element.hidden).map((entry) => entry.bar));
    for (const bar of all('.bar-piece[data-bar]')) bar.hidden = !bars.has(bar.dataset.bar);
    cells.forEach((cell) => cell.show(active));

    for (const part of all('details[data-filter]', form)) {
      const titles = all('input:checked + span', part).map((span) => span.textContent);
      part.querySelector('.filter-chosen').textContent = titles.length > 0 ? `: ${titles.join(', ')}` : '';
    }
    const text = !active ? (status.textContent && status.dataset.all) : shown ? status.dataset.some : (charted && status.dataset.charted) || status.dataset.none;
    status.textContent = text.replace('##', entries.length).replace('#', shown);
    status.classList.toggle('is-empty', active && shown === 0);
    form.querySelector('[type="reset"]').hidden = !active;
    carry(chosen);
  }

  // ---- The grid of a month: a day shows its first lines only, so under a filter its lines are made anew from the list.

  function grid() {
    const table = document.querySelector('table.month');
    const listed = new Map(all('.day').map((day) => [day.id, []]));
    for (const entry of entries) {
      const isLine = entry.bar === undefined && (entry.kind[0] !== 'holiday' || entry.project.length > 0);
      if (isLine) listed.get(entry.element.closest('.day')?.id)?.push(entry);
    }
    return (table ? all('td:has(time)', table) : []).map((cell) => {
      const date = cell.querySelector('time').dateTime;
      const own = all('.cell-line, .cell-more', cell);
      const isBare = !cell.querySelector('ul');
      const room = Number(table.dataset.lines);
      const inList = listed.get(`_${date}`) ?? [];
      let lines = own;

      const line = ({ element, kind, title }) => {
        const item = document.createElement('li');
        item.className = `cell-line event-${kind[0]}`;
        const text = document.createElement('span');
        const [what, ...marks] = element.querySelector('p').children;
        text.append((what ?? element.querySelector('p')).cloneNode(true));
        const small = [...marks.map((mark) => mark.textContent), ...(title ? [title] : [])].join(', ');
        if (small) text.append(Object.assign(document.createElement('small'), { textContent: small }));
        item.append(element.closest('.event').querySelector('svg').cloneNode(true), text);
        return item;
      };

      const more = (count) => {
        const item = Object.assign(document.createElement('li'), { className: 'cell-more' });
        item.append(Object.assign(document.createElement('a'), { href: `#_${date}`, textContent: table.dataset.more.replace('#', count) }));
        return item;
      };

      return {
        show(active) {
          if (!active && lines === own) return;
          lines.forEach((item) => item.remove());
          const shown = active ? inList.filter((entry) => !entry.element.hidden) : [];
          const fits = shown.length <= room ? shown.length : room - 1;
          lines = active ? shown.slice(0, fits).map(line) : own;
          if (active && fits < shown.length) lines.push(more(shown.length - fits));
          if (lines.length === 0) {
            if (isBare) cell.querySelector('ul')?.remove();
            return;
          }
          const list = cell.querySelector('ul') ?? cell.appendChild(document.createElement('ul'));
          list.append(...lines);
        },
      };
    });
  }

  // ---- What happens when

  function start(unfolds = true) {
    if (!form) return;
    const chosen = chosenInAddress();
    for (const name of NAMES) {
      for (const input of all(`input[name="${name}"]`, form)) input.checked = chosen.get(name).includes(input.value);
    }
    show(chosen, unfolds);
  }

  /** Sees what is on the page; `again` after it was renewed. */
  function look(again = false) {
    subscribe();
    const template = document.getElementById('_filter');
    if (!template) {
      form?.remove();
      [form, entries, rows, cells] = [null, [], [], []];
      return;
    }
    find();
    control(template);
    all('[data-filter]', form).forEach(fill);
    start(!again);
  }

  document.addEventListener('rollbook:morph', () => cells.forEach((cell) => cell.show(false)));
  document.addEventListener('rollbook:morphed', () => look(true));
  addEventListener('popstate', () => start());
  look();

  /** What the address names on the page; `#%` is no encoding of anything. */
  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  }

  // A link to a day leads into the list, which is folded on wide screens; not every browser unfolds it by itself.
  const reveal = () => {
    const target = document.getElementById(fragment());
    const folded = target?.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
