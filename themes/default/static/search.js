// The search dialog: opens from the field in the header, shows what search-engine.js finds.
(() => {
  const own = document.currentScript.src;
  const FEW = 5; // hits shown at once
  let field, dialog, input, status, list, filters, loading, latest;

  const engine = () => (loading ??= new Promise((done, fail) => {
    const script = make('script', { src: own.replace('search.js', 'search-engine.js') });
    script.onload = () => done(window.rollbookEngine);
    script.onerror = () => fail(Error(script.src), (loading = null));
    document.head.append(script);
  }));

  const make = (name, fill, ...inside) => {
    const made = Object.assign(document.createElement(name), fill);
    made.append(...inside);
    return made;
  };

  const open = () => {
    if (!dialog?.isConnected) build();
    input.value = field.value;
    if (!dialog.open) dialog.showModal();
    search();
  };

  const build = () => {
    dialog = field.form.querySelector('template').content.firstElementChild.cloneNode(true);
    [input, status, list, filters] = ['input', '[role=status]', 'ol', '.filters'].map((part) => dialog.querySelector(part));
    document.body.append(dialog);
    input.oninput = filters.onchange = search;
    dialog.onclose = () => remember((field.value = ''));
    dialog.onclick = ({ target }) => {
      const link = target.closest('ol a');
      // A place on this page lies behind the dialog.
      if (target === dialog || target.closest('button') || link?.pathname === location.pathname) dialog.close();
    };
    dialog.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [input, ...list.querySelectorAll('a')];
      if (event.key === 'Escape') dialog.close(); // where the field would only be emptied
      else if (event.key === 'Enter' && event.target === input) stops[1]?.click();
      else if (step && event.target.tagName !== 'SELECT') stops[Math.max(0, stops.indexOf(event.target) + step)]?.focus();
      else return;
      event.preventDefault();
    };
  };

  /** Keeps the query in the address, to link to and for the way back. */
  const remember = (query) => {
    const url = new URL(location);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    try {
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    } catch {} // from disk, in some browsers
  };

  const search = async () => {
    const query = input.value.trim(), mine = (latest = {});
    remember(query);
    list.ariaBusy = true;
    try {
      const index = await engine();
      const { hits, words, labels } = await index.find(query);
      if (mine !== latest) return;
      const chosen = filter(hits, labels);
      let next = 0, busy;
      const more = async () => {
        const from = next, pages = await Promise.all(chosen.slice(next, (next += FEW)).map(({ page }) => index.page(page)));
        if (mine !== latest) return;
        const rows = pages.map((page, n) => row(page, chosen[from + n].values, words, labels, index));
        if (!from) list.replaceChildren();
        list.append(...rows);
      };
      await more();
      if (mine !== latest) return;
      status.textContent = query && (chosen.length ? status.dataset.count : status.dataset.none).replace('#', () => chosen.length || query);
      list.onscroll = async () => {
        if (busy || next >= chosen.length || list.scrollHeight - list.scrollTop > list.clientHeight + 300) return;
        busy = true;
        await more();
        busy = false;
      };
      list.scrollTop = 0;
      list.ariaBusy = false;
      list.onscroll();
    } catch (error) {
      if (mine === latest) status.textContent = status.dataset.failed;
      console.error(error);
    }
  };

  /** Offers what tells hits apart; gives those that pass. */
  const filter = (hits, labels) => {
    const names = new Map(labels), order = [...names.keys()];
    const selects = [...filters.querySelectorAll('select')], asked = selects.map(({ value }) => value);
    selects.forEach((select, n) => {
      const counts = new Map(asked[n] && [[asked[n], 0]]);
      for (const { values } of hits) {
        if (!asked.every((value, other) => !value || other === n || values.includes(value))) continue;
        for (const value of values) if (value.startsWith(select.name + ':')) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const sorted = [...counts.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b) || a.localeCompare(b));
      const option = (value) => make('option', { value }, `${names.get(value) ?? value.slice(6)} (${counts.get(value)})`);
      select.replaceChildren(select.options[0], ...sorted.map(option));
      select.value = asked[n];
      select.parentElement.hidden = !sorted[0];
    });
    filters.hidden = !hits.length;
    return hits.filter(({ values }) => asked.every((value) => !value || values.includes(value)));
  };

  const row = ({ u, t, s }, values, words, labels, { tokens, root }) => {
    const hits = (text) => tokens(text).filter(([word]) => words.has(word));
    const score = (text) => new Set(hits(text).map(([word]) => word)).size;
    const marked = (text, from = 0, to = text.length) => {
      const parts = [];
      for (const [, start, end] of hits(text)) {
        if (start < from || end > to) continue;
        parts.push(text.slice(from, start), make('mark', {}, text.slice(start, end)));
        from = end;
      }
      return [...parts, text.slice(from, to)];
    };
    const excerpt = (text) => {
      const first = hits(text)[0]?.[1] ?? 0, from = first < 60 ? 0 : text.lastIndexOf(' ', first - 40) + 1;
      const end = text.indexOf(' ', from + 160), to = end < 0 ? text.length : end;
      return make('p', {}, from ? '… ' : '', ...marked(text, from, to), to < text.length ? ' …' : '');
    };
    const link = (anchor, text) => make('a', { href: new URL(u + (anchor && '#' + encodeURIComponent(anchor)), root) }, ...marked(text));
    const best = s.map((part) => [2 * score(part[1]) + score(part[2]), ...part]).filter(([score]) => score).sort((a, b) => b[0] - a[0]).slice(0, 3);
    const lead = best.find(([, anchor]) => !anchor)?.[3] ?? (best[0] ? '' : s[0]?.[2]);
    const places = best.flatMap(([, anchor, heading, text]) => (anchor ? make('li', {}, link(anchor, heading || t), text && excerpt(text)) : []));
    const kind = labels.flatMap(([name, words]) => (/^(kind|status)/.test(name) && values.includes(name) ? words : [])).join(' · ');
    return make('li', {}, make('p', {}, link('', t), ' ', make('small', {}, ...marked(kind))), lead ? excerpt(lead) : '', make('ul', {}, ...places));
  };

  const start = () => {
    field = document.querySelector('[data-search]');
    if (!field) return;
    field.onclick = field.oninput = open;
    field.form.onsubmit = (event) => (event.preventDefault(), open());
  };
  start();
  document.addEventListener('rollbook:morphed', start);
  const asked = new URLSearchParams(location.search).get('q');
  if (field && asked) open((field.value = asked));
})();
