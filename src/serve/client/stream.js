// The line to the server: open while the page is looked at, opened again whenever it breaks. Nothing is lost by that, for each connection begins
// with the whole state. Not done here: what the state means.

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;

/** The server says something every 15 seconds; a line that says nothing for this long is dead, as after the computer slept. */
const SILENCE = 40_000;

/** So long a server may be away before the reader is told: a restart takes less. */
const QUIET = 4000;

/** Listens at `url`. `state` is given each state, `away` whether the server has been out of reach for a while. */
export function listen(url, { state, away }) {
  let source = null;
  let [retry, sign] = [0, 0];
  let failures = 0;
  let heard = 0;

  function open() {
    close();
    if (document.visibilityState === 'hidden') return;
    sign ||= setTimeout(away, QUIET, true);
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
    clearTimeout(sign);
    sign = 0;
    away(false);
  }

  function again() {
    close();
    sign ||= setTimeout(away, QUIET, true);
    const wait = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
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
