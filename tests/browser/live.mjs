// A book that is being worked on: a copy of the repository's in a temporary folder, `rollbook serve` on it, and a proxy to stand in front. Checks
// nothing itself.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const ROLLBOOK = process.env.ROLLBOOK ?? path.join(REPOSITORY, 'target/debug/rollbook');

/** The day for which books are built here, so that no test depends on today. */
const AS_OF = '2026-06-01';

/** A copy of the repository's book, and what an author does to it. `prepare` is given the book before the server is started on it. */
export async function openBook({ prepare = () => {}, options = [] } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'live-'));
  for (const part of ['book.toml', 'content', 'themes']) cpSync(path.join(REPOSITORY, part), path.join(folder, part), { recursive: true });
  const at = (file) => path.join(folder, file);
  const book = {
    folder,
    read: (file) => readFileSync(at(file), 'utf8'),
    write(file, text) {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    /** Replaces a text that must be there. */
    edit(file, from, to) {
      const text = book.read(file);
      if (!text.includes(from)) throw new Error(`no ${JSON.stringify(from)} in ${file}`);
      book.write(file, text.replace(from, () => to));
    },
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (file) => rmSync(at(file), { recursive: true }),
  };
  prepare(book);
  let server = null;
  book.start = async (port = 0) => {
    const args = ['serve', '--book', folder, '--as-of', AS_OF, '--port', String(port), ...options];
    server = spawn(ROLLBOOK, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    book.url = await printedAddress(server);
    book.port = Number(new URL(book.url).port);
    await answered(book.url);
  };
  book.kill = async () => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  book.close = async () => {
    await book.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  await book.start();
  return book;
}

function printedAddress(server) {
  return new Promise((done, failed) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        const [address] = /http:\/\/[^\s/]+:\d+\//.exec(said) ?? [];
        if (address) done(address);
      });
    }
    server.once('exit', (code) => failed(new Error(`rollbook serve ended with ${code}:\n${said}`)));
  });
}

/** Waits for the end of the first build: until then there is nothing to open. */
async function answered(url) {
  for (;;) {
    const stream = await fetch(new URL('_rollbook/events?page=index.html', url));
    for await (const part of stream.body) {
      if (/"build":[1-9]/.test(Buffer.from(part).toString())) return;
    }
  }
}

/** A proxy that takes `prefix` away and gives the rest on to `book`, whatever its port is at that time. `broken` makes it answer 502. */
export async function openProxy(book, prefix) {
  const proxy = { broken: false };
  const server = createServer((from, to) => {
    if (proxy.broken || !from.url.startsWith(prefix)) return to.writeHead(proxy.broken ? 502 : 404).end('none');
    const options = { port: book.port, host: '127.0.0.1', method: from.method, path: `/${from.url.slice(prefix.length)}`, headers: from.headers };
    const onward = request(options, (answer) => {
      to.writeHead(answer.statusCode, answer.headers);
      answer.pipe(to);
      answer.on('error', () => to.destroy());
    });
    onward.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end('none')));
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.url = `http://127.0.0.1:${server.address().port}${prefix}`;
  proxy.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return proxy;
}
