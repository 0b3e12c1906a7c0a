// The line to the server: open while the page is looked at, opened again whenever it breaks. Nothing is lost by that, for each connection begins
// with the whole state. Not done here: what the state means.

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;

/** The server says something every 15 seconds; a line that says nothing for this long is dead, as after the computer slept. */
const SILENCE = 40_000;

/** So long a server may be away before the reader is told: a restart takes less. */
const QUIET = 4000;

/** A server that answers other things has no place for one more line: that takes longer to change than a restart. */
const FULL_WAIT = 10_000;

/** Listens at `url`. `state` is given each state; `away` what has kept the line shut for a while, 'away' or 'full', or null. */
export function listen(url, { state, away }) {
  let source = null;
  let [retry, sign] = [0, 0];
  let failures = 0;
  let heard = 0;
  let isFull = false;

  function open() {
    close();
    if (document.visibilityState === 'hidden') return;
    sign ||= setTimeout(missed, QUIET);
    heard = Date.now();
    source = new EventSource(url);
    source.addEventListener('state', (event) => {
      alive();
      state(JSON.parse(event.data));
    });
    source.addEventListener('beat', alive);
    // By itself it would come again after some failures but not after others, such as the 502 of a proxy.
    source.addEventListener('error', again);
  }

  function close() {
    source?.close();
    source = null;
    clearTimeout(retry);
  }

  function alive() {
    heard = Date.now();
    failures = 0;
    isFull = false;
    clearTimeout(sign);
    sign = 0;
    away(null);
  }

  /** Why there is no line, which the line itself does not tell. */
  async function missed() {
    const mine = sign;
    const isThere = await fetch(new URL('findings.json', url), { cache: 'no-store' }).then(({ ok }) => ok, () => false);
    if (sign !== mine) return; // the line is there again
    isFull = isThere;
    away(isThere ? 'full' : 'away');
    sign = setTimeout(missed, QUIET);
  }

  function again() {
    close();
    sign ||= setTimeout(missed, QUIET);
    const wait = isFull ? FULL_WAIT : Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
    failures += 1;
    retry = setTimeout(open, wait * (0.5 + Math.random() / 2)); // tabs should not all come at the same moment
  }

  /** Somebody begins to look at the page, or ends. */
  function look() {
    if (document.visibilityState !== 'hidden') return open();
    close();
    clearTimeout(sign);
    sign = 0;
  }

  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', (event) => event.persisted && open());
  addEventListener('pagehide', close);
  addEventListener('online', open);
  setInterval(() => source && Date.now() - heard > SILENCE && open(), 5000);
  open();
}
