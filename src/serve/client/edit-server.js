// Requests of edit mode. Not done here: what they are for.

let script, token;

/** Everything is asked for beside this script, so that it works behind any path. */
export const own = (path) => new URL(path, script.src);

/** The page that the server has sent. */
export const page = () => script.dataset.page;

export function connect(element) {
  script = element;
  token = script.dataset.token;
}

/** What the server says at an address; null where it does not answer. */
export async function get(path) {
  try {
    const response = await fetch(own(path), { cache: 'no-store' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Asks for a change: the status of the answer, with all that it says. */
export async function ask(path, body) {
  const send = () =>
    fetch(own(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rollbook-token': token },
      body: JSON.stringify(body),
    });
  try {
    let response = await send();
    if (response.status === 403 && (await renewToken())) response = await send();
    const answer = await response.json().catch(() => ({ error: `the server answered ${response.status}` }));
    return { status: response.status, ...answer };
  } catch {
    return { status: 0, error: 'The server does not answer. What you typed is kept; try again.' };
  }
}

/** After a restart of the server the page's secret is an old one: the same page, asked for again, holds the new one. */
async function renewToken() {
  const html = await (await fetch(location.href, { cache: 'no-store' })).text();
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('script[data-token]')?.dataset.token;
  const is_new = Boolean(fresh) && fresh !== token;
  if (is_new) token = fresh;
  return is_new;
}
