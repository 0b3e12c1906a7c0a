// Finds pages in the index of src/search: scripts, which load from disk and under a strict policy.
(() => {
  const base = new URL('../search/', document.currentScript.src);
  const lang = document.documentElement.lang.split('-')[0];
  const waiting = {};
  let files = {}, table;

  window.rollbookSearch = (name, value) => waiting[name]?.(value);

  const load = (name) => (files[name] ??= new Promise((done, fail) => {
    const script = document.createElement('script');
    waiting[name] = done;
    script.onerror = () => fail(Error(name), (files = {}));
    script.src = base + name + '.js';
    document.head.append(script);
  }));

  /** See code.rs. */
  const numbers = (text) => {
    let rest = 0;
    return [...text].flatMap((sign) => {
      const value = sign.charCodeAt() - 35 - (sign > '\\'), all = rest * 64 + value;
      rest = value < 64 ? 0 : rest * 27 + value - 64;
      return value < 64 ? all : [];
    });
  };

  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ς: 'σ' };
  const SPACELESS = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\u{20000}-\u{3ffff}]+)/u;

  /** As tokens.rs has them: [word, start, end]. */
  const tokens = (text) => {
    const found = [];
    for (const { 0: run, index } of text.matchAll(/[\p{Alphabetic}\p{M}\p{N}]+/gu)) {
      const folded = run.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/./gu, (c) => LETTERS[c] ?? c);
      const same = folded.length === run.length;
      const add = (word, at) => {
        const start = index + (same ? at : 0);
        if (!/^[a-z]?$/.test(word)) found.push([[...word].slice(0, 32).join(''), start, start + (same ? word : run).length]);
      };
      for (const part of folded.matchAll(/[\p{Alphabetic}\p{N}]+/gu)) {
        let at = part.index;
        for (const piece of part[0].split(SPACELESS)) {
          const signs = SPACELESS.test(piece) ? [...piece] : [piece];
          signs.forEach((sign, n) => {
            const before = n ? signs[n - 1] : '';
            if (n || !signs[1]) add(before + sign, at - before.length);
            at += sign.length;
          });
        }
      }
    }
    return found;
  };

  const ENDING = {
    de: /(innen|ungen|ern|e[nrsm]?|n|s)$/,
    en: /(ing|ed|es?|(?<!s)s)$/,
    fr: /(ent|e[rs]?|s|x)$/,
    pl: /(ami|ach|ego|emu|ymi|i?ych|ich|owi|o[wm]|ie|e[jm]|[yi]m|[aeiouy])$/,
  }[lang] ?? /$^/;
  const stem = (word) => {
    const short = (lang === 'en' ? word.replace(/(?<=...)(ies|ied|y)$/, 'i') : word).replace(ENDING, '').replace(/([bdfgmnprt])\1$/, '$1');
    return short[2] ? short : word;
  };

  /** Letters wrong, missing, too many or swapped. */
  const distance = (a, b) => {
    let above, last = [...b, 0].map((_, n) => n);
    for (let i = 0; i < a.length; i++) {
      const row = [i + 1];
      for (let j = 0; j < b.length; j++) {
        const swapped = i && a[i] === b[j - 1] && a[i - 1] === b[j] ? above[j - 1] + 1 : 99;
        row.push(Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] !== b[j]), swapped));
      }
      [above, last] = [last, row];
    }
    return last[b.length];
  };

  /** Words of the files where those that begin so are: [word, places]. */
  const dictionary = async (start, most) => {
    const within = table.words.findLast((first) => start.startsWith(first) && first !== start) ?? [];
    const files = [].concat(within, table.words.filter((first) => first.startsWith(start))).slice(0, most);
    const path = (first) => 'w/' + first.replace(/[^a-z0-9]|(?<=^(con|prn|aux|nul|(com|lpt)\d))$/g, (c) => '_' + (c && c.codePointAt().toString(16)));
    const lists = await Promise.all(files.map((first) => load(path(first))));
    return lists.flatMap((list) => list.split(' ').map((entry) => entry.split('!')));
  };

  /** See terms.rs: what a word says by where it stands. From NEAR on it is in the title. */
  const LEVELS = [1, 1.5, 2, 2.4, 3.4, 5, 7, 10];

  /** What a word says of pages, and how rare it is. */
  const lookUp = async (word, meant, isLast) => {
    const short = stem(word), found = new Map(), scores = new Map();
    let count = 1;
    const add = ([term, places], factor) => {
      const values = numbers(places);
      found.set(term, [values, factor]);
      meant.add(term);
      count = Math.max(count, values.length);
    };
    for (const entry of await dictionary(word.startsWith(short) ? short : word, 4)) {
      const [term] = entry;
      if (term === word) add(entry, 1);
      else if (stem(term) === short) add(entry, 0.8);
      else if (isLast && term.startsWith(word)) add(entry, (0.6 * word.length) / term.length);
    }
    // On few pages: it may be mistyped, though not in its first letter.
    const most = /\d/.test(word) ? 0 : word[7] ? 2 : word[3] ? 1 : 0;
    if (most && count < 3) {
      for (const entry of await dictionary(word[0], 8)) {
        const [term] = entry, off = Math.min(distance(word, term), isLast ? distance(word, term.slice(0, word.length)) + 0.5 : 9);
        if (off <= most && !found.has(term)) add(entry, 0.3 / (1 + off));
      }
    }
    for (const [values, factor] of found.values()) {
      let page = -1;
      for (const value of values) {
        page += (value >> 3) + 1;
        scores.set(page, Math.max(scores.get(page) ?? 0, factor * LEVELS[value & 7]));
      }
    }
    return { scores, rare: Math.log(1 + table.pages / count) };
  };

  /** Of each page what table.rs says. */
  const open = async () => {
    const manifest = await load('manifest');
    const chunks = await Promise.all(Array.from({ length: manifest.chunks }, (_, n) => load('t/' + n)));
    const of = new Map();
    chunks.forEach(([entries, combinations, names], n) => {
      const values = numbers(entries);
      for (let at = 0, page = n * manifest.chunk - 1, file; at < values.length; at += 2) {
        page += (values[at] >> 1) + 1;
        if (values[at] & 1) file = page;
        const [rank, ...own] = combinations[values[at + 1]];
        of.set(page, { file, rank, values: own.map((value) => names[value]) });
      }
    });
    table = { ...manifest, words: manifest.words.split(' '), of };
  };

  // `rollbook serve` has made another index.
  document.addEventListener('rollbook:morphed', () => ([files, table] = [{}]));

  /** Pages with all words, the best first; words that count as these; what values are called. */
  const find = async (query) => {
    if (!table) await open();
    const asked = [...new Set(tokens(query).map(([word]) => word))], words = new Set();
    const found = await Promise.all(asked.map((word, n) => lookUp(word, words, !asked[n + 1])));
    const hits = [...(asked[0] ? table.of : [])].flatMap(([page, { rank, values }]) => {
      const said = found.map(({ scores }) => scores.get(page) ?? 0), least = Math.min(...said);
      const all = said.reduce((sum, score, n) => sum + score * found[n].rare, 0);
      // All in the title: that is meant.
      return least ? { page, values, score: all * rank * (least < 4 ? 1 : 1.4) } : [];
    });
    hits.sort((a, b) => b.score - a.score || a.page - b.page);
    // "roll out" may be one word.
    return !hits[0] && asked[1] && !asked[2] ? find(asked.join('')) : { hits, words, labels: table.labels };
  };

  window.rollbookEngine = {
    tokens,
    find,
    root: new URL('..', base),
    /** See fragment.rs. */
    page: async (number) => (await load('f/' + table.of.get(number).file))[number],
  };
})();
