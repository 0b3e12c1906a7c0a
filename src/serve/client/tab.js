// Follows the book in one tab: compares what the server says with what the tab shows, and does what makes the two the same. Every state says all
// there is to know, so it does not matter how many were missed. Not done here: each of those things (page.js, styles.js, panel.js, notice.js).

import { ask, canBecome, reload, renew, takeOwn } from './page.js';
import { pair } from './twins.js';
import { swap } from './styles.js';
import { listen } from './stream.js';
import * as notice from './notice.js';
import * as panel from './panel.js';

const RELOADED = 'rollbook:reloaded-for';
const LONGEST_WAIT = 10_000;

/** Begins. `script` is the element that made the page live, `sent` pairs each node with its copy from when the page was sent. */
export function follow(script, sent) {
  sent.forEach(([live, copy]) => pair(live, copy));
  takeOwn(sent[0][1]);

  const { up, page, version, styles, scripts } = script.dataset;
  const shown = { version, styles, scripts };
  const root = new URL(`${up}_rollbook/`, location.href);
  let latest = null;
  let turn = new AbortController();
  let [retry, failures] = [0, 0];

  function take(state) {
    latest = state;
    if (state.build === 0) return; // the server has only just begun
    turn.abort();
    turn = new AbortController();
    clearTimeout(retry);
    panel.tell(root, state);
    document.dispatchEvent(new CustomEvent('rollbook:built', { detail: state }));
    settle(state, turn.signal).then(() => (failures = 0), failed);
  }

  async function settle(state, signal) {
    const isHere = state.page !== null;
    notice.gone(!isHere && shown.version !== '' ? { root, page, state } : null);
    if (isHere && state.scripts !== shown.scripts && (await startAgain(state))) return;
    const dressed = state.styles === shown.styles || swap(state.styles);
    if (isHere && state.page !== shown.version) await become(state, signal, dressed);
    if ((await dressed) && !signal.aborted) shown.styles = state.styles;
  }

  async function become(state, signal, dressed) {
    const came = await ask(signal);
    if (!came) throw new Error('the page did not come');
    if (came.moved) return location.replace(came.moved);
    if (!canBecome(came.next)) return reload();
    await dressed;
    if (signal.aborted) return;
    await renew(came.next, signal).catch(reload); // a page that is half of each must not stay
    if (signal.aborted) return;
    shown.version = came.version;
  }

  /** Scripts that changed begin anew with the page, once for each change: a cache that gives the old page must not make this a circle. */
  async function startAgain({ scripts }) {
    const change = `${page} ${scripts}`;
    if (sessionStorage.getItem(RELOADED) === change) return false;
    sessionStorage.setItem(RELOADED, change);
    await reload();
    return true;
  }

  /** What did not come is asked for again, less and less often; a new state does so at once. */
  function failed(error) {
    if (error.name === 'AbortError') return;
    retry = setTimeout(() => take(latest), Math.min(500 * 2 ** failures, LONGEST_WAIT));
    failures += 1;
  }

  const events = new URL('events', root);
  events.searchParams.set('page', page);
  listen(events.href, { state: take, away: notice.away });
}
