// Copies code, and shows what the glossary says of a word. Its own words stand on its element.
(() => {
  const { copy, copied, failed } = document.currentScript.dataset;
  const make = (tag, className, more) => Object.assign(document.createElement(tag), { className, ...more });
  const news = make('div', 'copy-news', { role: 'status' });

  async function write(value) {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // An address without https has no such interface.
      const [field, focus] = [make('textarea', 'copy-field', { value }), document.activeElement];
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      focus.focus();
      if (!done) throw 0;
    }
  }

  function click() {
    const say = (word) => (this.textContent = news.textContent = word);
    write(this.parentNode.querySelector('code').textContent).then(() => say(copied), () => say(failed));
    setTimeout(() => (say(''), (this.textContent = copy)), 2000);
  }

  function look() {
    for (const block of document.querySelectorAll('.code-block:not(:has(> .copy))'))
      block.append(make('button', 'copy', { type: 'button', textContent: copy, onclick: click }));
    if (!news.isConnected) document.body.append(news);
  }

  let word, tip;
  const wordAt = (target) => target.closest?.('a.term');
  function hide() {
    tip?.hidePopover();
    word = tip = null;
  }
  function place() {
    if (!tip) return;
    const [at, own] = [word, tip].map((element) => element.getBoundingClientRect());
    const x = Math.max(8, Math.min(at.left, innerWidth - own.width - 8));
    const y = at.bottom + own.height < innerHeight ? at.bottom : at.top - own.height;
    tip.style.translate = `${x}px ${y}px`;
  }
  function show(link) {
    const next = link !== word && document.getElementById(link.getAttribute('aria-describedby'));
    if (!next?.showPopover) return;
    hide();
    [word, tip] = [link, next];
    tip.showPopover();
    place();
  }
  const on = (name, then) => document.addEventListener(name, then, true);
  on('mouseover', ({ target }) => {
    const link = wordAt(target);
    if (link) show(link);
    else if (!tip?.contains(target) && document.activeElement !== word) hide();
  });
  on('focusin', ({ target }) => wordAt(target) && show(wordAt(target)));
  on('focusout', hide);
  on('keydown', ({ key }) => key === 'Escape' && hide());
  on('scroll', place);
  on('rollbook:morph', hide);
  on('rollbook:morphed', look);
  look();
})();
