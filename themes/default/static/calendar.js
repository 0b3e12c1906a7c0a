// Filters for the calendar by kind, project and owner, kept in the address: `?project=atlas&kind=gate`. One value of each name that has any must match.
// All words stand in the page's `template`; without this script the page shows everything. It takes its lines out of the grid before a page is renewed.
(() => {
  'use strict';

  const NAMES = ['kind', 'project', 'owner'];
  const FEW = 12; // as many choices are found by looking
  const calendar = new URL('../calendar/', document.currentScript.src).href;
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const titleIn = (element, selector) => element.querySelector(selector)?.textContent;

  let [entries, rows, cells] = [[], [], []];
  let [form, words] = [null, ''];

  // Feeds: `<a hidden data-feed="all.ics">` gets its webcal: address where the page has a server's.
  function subscribe() {
    if (!location.protocol.startsWith('http')) return;
    for (const link of all('a[data-feed]')) {
      link.href = new URL(link.dataset.feed, location).href.replace(/^https?:/, 'webcal:');
      link.hidden = false;
    }
  }

  /** The entries of the lists, the rows of the chart, and the cells of the grid, which follow the lists. */
  function find() {
    entries = all('.entry').map((element) => ({
      element,
      kind: [element.closest('[data-kind]').dataset.kind],
      project: [element.dataset.project].filter(Boolean),
      owner: all('[data-owner]', element).map((owner) => owner.textContent),
      bar: element.dataset.bar,
      title: titleIn(element, '.event-project'),
    }));
    rows = all('tr[data-project]').map((element) => ({ element, project: element.dataset.project, title: titleIn(element, 'th a') }));
    cells = grid();
  }

  /** The form stays as it is for as long as its template does: somebody may be typing in it. */
  function control(template) {
    if (form && words === template.innerHTML) return;
    form?.remove();
    words = template.innerHTML;
    template.after(template.content.cloneNode(true));
    form = template.nextElementSibling;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', ({ target }) => target.name && goTo(chosenInForm()));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      all('input:checked', form).forEach((input) => (input.checked = false));
      goTo(chosenInForm());
    });
    form.addEventListener('input', ({ target }) => target.matches('.filter-find') && narrow(target));
  }

  /** The choices of a name by their titles: those of the page, and what the address has beyond them. */
  function choices(name) {
    const found = new Map(chosenInAddress().get(name).map((value) => [value, value]));
    const isProject = name === 'project';
    for (const entry of entries) for (const value of entry[name]) found.set(value, (isProject && entry.title) || value);
    if (isProject) for (const { project, title } of rows) found.set(project, title ?? project);
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return [...found].sort(([, a], [, b]) => compare(a, b));
  }

  function fill(part) {
    const name = part.dataset.filter;
    const found = choices(name);
    const lacks = (label) => !found.some(([value]) => value === label.querySelector('input').value);
    const prototype = part.querySelector('template');
    for (const label of all('label', part)) prototype ? lacks(label) && label.remove() : (label.hidden = lacks(label));
    let next = prototype?.nextElementSibling;
    for (const [value, title] of prototype ? found : []) {
      if (next?.querySelector('input').value !== value) {
        const label = prototype.content.firstElementChild.cloneNode(true);
        prototype.parentElement.insertBefore(label, next);
        next = label;
        label.querySelector('input').value = value;
      }
      next.querySelector('span').textContent = title;
      next = next.nextElementSibling;
    }
    part.hidden = found.length < 2 && chosenInAddress().get(name).length === 0;
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

  const visible = (element) => all('.entry', element).some((entry) => !entry.hidden);

  /** `unfolds`: what matches is not left in a fold. */
  function show(chosen, unfolds = true) {
    const status = form.querySelector('[role="status"]');
    const projects = chosen.get('project');
    const active = [...chosen.values()].some((values) => values.length > 0);
    for (const entry of entries) {
      entry.element.hidden = ![...chosen].every(([name, values]) => values.length === 0 || entry[name].some((value) => values.includes(value)));
    }
    const left = entries.filter((entry) => !entry.element.hidden);
    const fold = (element, isHidden, opens) => {
      element.hidden = isHidden;
      if (unfolds && opens && !isHidden) element.open = true;
    };
    // From the inside out: a kind without entries, a day without kinds.
    for (const part of all('.event, .day, .waiting, .under-way')) part.hidden = active && !visible(part);
    for (const part of all(':is(.waiting, .under-way, .events) .fold')) fold(part, active && !visible(part), active);
    for (const { element, project } of rows) element.hidden = projects.length > 0 && !projects.includes(project);
    for (const group of all('.gantt-group')) fold(group, all('tr[data-project]', group).every((row) => row.hidden), projects.length > 0);
    const bars = new Set(left.map((entry) => entry.bar));
    for (const bar of all('.bar-piece[data-bar]')) bar.hidden = !bars.has(bar.dataset.bar);
    cells.forEach((change) => change(active));

    for (const part of all('details[data-filter]', form)) {
      const titles = all('input:checked + span', part).map((span) => span.textContent);
      part.querySelector('.filter-chosen').textContent = titles.length > 0 ? `: ${titles.join(', ')}` : '';
    }
    const { all: every, some, none, charted } = status.dataset;
    const inChart = projects.length > 0 && rows.some(({ element }) => !element.hidden);
    const text = !active ? status.textContent && every : left.length ? some : (inChart && charted) || none;
    status.textContent = text.replace('##', entries.length).replace('#', left.length);
    status.classList.toggle('is-empty', active && left.length === 0);
    form.querySelector('[type="reset"]').hidden = !active;
    // Other pages of the calendar show the same.
    for (const link of all('a[href]:not([href^="#"])')) {
      const isCalendar = link.href.startsWith(calendar) && /^(\d{4}-\d\d(-\d\d)?\/)?(page-\d+\/)?index\.html(?![^?#])/.test(link.href.slice(calendar.length));
      if (isCalendar) link.href = withFilter(link.href, chosen);
    }
  }

  // The grid of a month: a day shows its first lines only, so under a filter its lines are made anew from the list.
  function grid() {
    const table = document.querySelector('table.month');
    const listed = new Map(all('.day').map((day) => [day.id, []]));
    for (const entry of entries) {
      const isLine = entry.bar === undefined && (entry.kind[0] !== 'holiday' || entry.project.length > 0);
      if (isLine) listed.get(entry.element.closest('.day')?.id)?.push(entry);
    }
    const line = ({ element, kind, title }) => {
      const item = make('li', { className: `cell-line event-${kind[0]}` });
      const text = make('span');
      const [what, ...marks] = element.querySelector('p').children;
      text.append((what ?? element.querySelector('p')).cloneNode(true));
      const small = [...marks.map((mark) => mark.textContent), title].filter(Boolean).join(', ');
      if (small) text.append(make('small', { textContent: small }));
      item.append(element.closest('.event').querySelector('svg').cloneNode(true), text);
      return item;
    };
    return (table ? all('td:has(time)', table) : []).map((cell) => {
      const day = `_${cell.querySelector('time').dateTime}`;
      const own = all('.cell-line, .cell-more', cell);
      const isBare = !cell.querySelector('ul');
      const room = Number(table.dataset.lines);
      let lines = own;
      return (active) => {
        if (!active && lines === own) return;
        lines.forEach((item) => item.remove());
        const shown = active ? (listed.get(day) ?? []).filter((entry) => !entry.element.hidden) : [];
        const fits = shown.length <= room ? shown.length : room - 1;
        lines = active ? shown.slice(0, fits).map(line) : own;
        if (fits < shown.length) {
          const more = make('li', { className: 'cell-more' });
          more.append(make('a', { href: `#${day}`, textContent: table.dataset.more.replace('#', shown.length - fits) }));
          lines.push(more);
        }
        if (lines.length > 0) (cell.querySelector('ul') ?? cell.appendChild(make('ul'))).append(...lines);
        else if (isBare) cell.querySelector('ul')?.remove();
      };
    });
  }

  function start(unfolds = true) {
    if (!form) return;
    const chosen = chosenInAddress();
    for (const input of all('input[name]', form)) input.checked = chosen.get(input.name).includes(input.value);
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

  document.addEventListener('rollbook:morph', () => cells.forEach((change) => change(false)));
  document.addEventListener('rollbook:morphed', () => look(true));
  addEventListener('popstate', () => start());
  look();

  /** A link to a day leads into the list, which is folded on wide screens; not every browser unfolds it by itself. */
  function reveal() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {} // `#%` is no encoding of anything
    const target = document.getElementById(id);
    const folded = target?.closest('details:not([open])');
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }
  addEventListener('hashchange', reveal);
  reveal();
})();
