// What edit mode knows: what can be edited on this page, what a reader has typed, what was changed. It is kept here and not in the page, so that it
// outlives every renewal of the page. Not done here: showing it, asking the server.

export const STATES = { todo: 'to do', doing: 'in progress', done: 'done', blocked: 'blocked', na: 'not applicable', waived: 'waived' };
/** Key of an item's state → its label, the states that have it, and the kind of its field. */
export const FIELDS = {
  reason: ['Reason', ['blocked', 'na', 'waived'], 'text'],
  by: ['By', ['doing', 'done', 'blocked', 'na', 'waived'], 'text'],
  until: ['Until, the last day', ['waived'], 'date'],
  date: ['Day', ['doing', 'done', 'blocked', 'na', 'waived'], 'date'],
  owner: ['Owner', Object.keys(STATES), 'text'],
  due: ['Due', ['todo', 'doing', 'done', 'blocked', 'waived'], 'text'],
  answer: ['Answer', Object.keys(STATES), 'text'],
  note: ['Note', Object.keys(STATES), 'text'],
};
export const CLEARABLE = ['owner', 'due', 'note', 'answer'];
/** What can be edited here: key → what the server last said of it. */
export const places = new Map();
/**
 * What a reader is doing: key → {open, base, start, values, pending, wanted}, `start` being the values that the form began with; and what came of
 * it: {error, findings, conflict, warnings}, `bad` the field that the error is about, `faults` what is wrong with which field, `until` what will
 * make the error void by itself: `back` the server, `mended` the book.
 */
export const works = new Map();
/** What the bar shows, the day for which the book is built, and how new what was heard is: the run of the server, and the build. */
export const bar = { as_of: '', run: '', build: 0, changes: 0, open: false, log: null, away: false, error: '', copied: false, undoing: false };

export const work = (key) => {
  if (!works.has(key)) works.set(key, { open: false });
  return works.get(key);
};

/** The id of an element of edit mode. */
export const idOf = (name) => `rb-${name.replaceAll(/[^\w-]/g, '-')}`;
