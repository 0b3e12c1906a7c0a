#!/usr/bin/env python3
"""From the save of a file to new bytes from the server: rollbook, and side by side what else is installed of Hugo and Zola.

    python3 benches/served.py [--pages 1000,10000] [--edits 15] [--rollbook target/release/rollbook] [--hugo hugo] [--zola zola]

Each tool gets the same generated texts (`book.py`), a theme of about the same size, and is asked for the page that is edited, over one
connection, as a browser that is told to reload would ask: every millisecond until the new text is there. The tools take turns within one
run, so that the ratios hold on a busy machine too. Figures are medians in milliseconds; nothing here is a test.
"""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")

BASE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>%TITLE%</title></head><body>
<nav>%NAV%</nav><main><h1>%TITLE%</h1>%CONTENT%</main><footer>Handbook</footer></body></html>"""


class Tool:
    """A server of a copy of the book: how it is laid out, started, asked."""

    def __init__(self, name, program, folder, book):
        self.name, self.program, self.folder = name, program, folder
        self.layout(book)
        self.file, self.url = self.page()
        self.text = self.file.read_text()

    def start(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = open(self.folder / "log.txt", "w")
        begun = time.perf_counter()
        self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=self.log, stderr=self.log)
        while True:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.name} ended: {(self.folder / 'log.txt').read_text()[-2000:]}")
            try:
                if self.get()[0] == 200:
                    break
            except OSError:
                pass
            time.sleep(0.01)
        self.ready = time.perf_counter() - begun
        self.look()

    def look(self):
        """Opens the page as a browser would, where the server wants to know."""

    def get(self):
        """A connection that was kept may have been closed meanwhile: then a new one is tried, as a browser does."""
        for connection in (getattr(self, "connection", None), http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)):
            if connection is None:
                continue
            try:
                connection.request("GET", self.url)
                answer = connection.getresponse()
                self.connection = connection
                return answer.status, answer.read()
            except (OSError, http.client.HTTPException):
                connection.close()
                self.connection = None
        raise OSError("no answer")

    def edit(self, n):
        """Saves the file and returns the milliseconds until it is served, and how many answers on the way were no page."""
        mark = f"mark {n} of {time.time_ns()}"
        holes = 0
        begun = time.perf_counter()
        self.file.write_text(f"{self.text}\n{mark}\n")
        while True:
            try:
                status, body = self.get()
                if mark.encode() in body:
                    return (time.perf_counter() - begun) * 1000, holes
                holes += status != 200
            except OSError:
                holes += 1
            if time.perf_counter() - begun > 120:
                raise SystemExit(f"{self.name}: the edit was not served within two minutes")
            time.sleep(0.001)

    def processor(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024

    def stop(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


class Rollbook(Tool):
    def layout(self, book):
        shutil.copytree(book, self.folder, dirs_exist_ok=True)

    def page(self):
        file = sorted((self.folder / "content/projects").glob("*/03-*.md"))[0]
        return file, f"/projects/{file.parent.name}/{file.stem[3:]}/"

    def command(self):
        return [self.program, "serve", "--port", str(self.port)]

    def look(self):
        def stream():
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=3600)
            connection.request("GET", f"/_rollbook/events?page={self.url[1:]}index.html")
            answer = connection.getresponse()
            try:
                while answer.read1(4096):
                    pass
            except (OSError, ValueError, http.client.HTTPException):
                pass

        threading.Thread(target=stream, daemon=True).start()
        time.sleep(0.2)


class Peer(Tool):
    """Pages laid out as the other generators want them: a title, the text, a section in every folder."""

    def layout(self, book):
        for file in sorted((book / "content").rglob("*.md")):
            to = self.folder / "content" / file.relative_to(book / "content")
            to.parent.mkdir(parents=True, exist_ok=True)
            body = re.sub(r"\A---\n.*?\n---\n", "", file.read_text(), count=1, flags=re.S)
            items = "".join(f"- [ ] item {n}: something that has to be done\n" for n in range(10))
            body = re.sub(r"\[\[([^\]|]*)\|?([^\]]*)\]\]", r"\1", body).replace("](index.md)", "](/)")
            text = f'+++\ntitle = "{file.parent.name} {file.stem}"\n+++\n\n{items}\n{body}'
            (to.parent / self.index if file.name == "index.md" else to).write_text(text)
        for folder in (self.folder / "content").rglob("*"):
            if folder.is_dir() and not (folder / self.index).exists():
                (folder / self.index).write_text(f'+++\ntitle = "{folder.name}"\n+++\n')
        self.theme()

    index = "_index.md"

    def page(self):
        file = sorted((self.folder / "content/projects").glob("*/03-*.md"))[0]
        return file, f"/projects/{file.parent.name}/{self.stem(file)}/"


class Hugo(Peer):
    def stem(self, file):
        return file.stem

    def theme(self):
        (self.folder / "hugo.toml").write_text('baseURL = "/"\ntitle = "Handbook"\ndisableKinds = ["taxonomy", "term"]\n')
        layouts = self.folder / "layouts" / "_default"
        layouts.mkdir(parents=True)
        nav = '{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}'
        page = BASE.replace("%TITLE%", "{{ .Title }}").replace("%NAV%", nav)
        (layouts / "single.html").write_text(page.replace("%CONTENT%", "{{ .Content }}"))
        (layouts / "list.html").write_text(
            page.replace("%CONTENT%", '{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>')
        )

    def command(self):
        return [self.program, "server", "--port", str(self.port), "--bind", "127.0.0.1"]


class Zola(Peer):
    def stem(self, file):
        return re.sub(r"^\d+-", "", file.stem)

    def theme(self):
        (self.folder / "config.toml").write_text('base_url = "http://127.0.0.1"\ntitle = "Handbook"\n[markdown]\nhighlight_code = true\n')
        templates = self.folder / "templates"
        templates.mkdir()
        listed = '{{ section.content | safe }}<ul>{% for p in section.pages %}<li><a href="{{ p.permalink }}">{{ p.title }}</a></li>{% endfor %}</ul>'
        page = BASE.replace("%NAV%", '<a href="/projects/">projects</a> <a href="/stages/">stages</a>')
        (templates / "page.html").write_text(page.replace("%TITLE%", "{{ page.title }}").replace("%CONTENT%", "{{ page.content | safe }}"))
        for name in ("section.html", "index.html"):
            (templates / name).write_text(page.replace("%TITLE%", "{{ section.title }}").replace("%CONTENT%", listed))

    def command(self):
        return [self.program, "serve", "--port", str(self.port), "--interface", "127.0.0.1"]


def measure(pages, options, work):
    book = work / f"book-{pages}"
    subprocess.run([sys.executable, HERE / "book.py", str(pages), book], check=True)
    tools = []
    for kind, name in ((Rollbook, "rollbook"), (Hugo, "hugo"), (Zola, "zola")):
        program = shutil.which(getattr(options, name))
        if program is None:
            print(f"{name} is not installed: left out", file=sys.stderr)
            continue
        folder = work / f"{name}-{pages}"
        folder.mkdir()
        tools.append(kind(name, os.path.abspath(program), folder, book))
    try:
        for tool in tools:
            tool.start()
        time.sleep(2)
        idle = {tool: tool.processor() for tool in tools}
        time.sleep(10)
        idle = {tool: (tool.processor() - idle[tool]) / 10 * 100 for tool in tools}
        times, holes = {tool: [] for tool in tools}, dict.fromkeys(tools, 0)
        for n in range(options.edits):
            for tool in tools:
                milliseconds, missed = tool.edit(n)
                times[tool].append(milliseconds)
                holes[tool] += missed
                # What follows in the background must not weigh on the next tool.
                time.sleep(options.pause)
        print(f"\n{pages} pages, {options.edits} edits each")
        print(f"{'':10}{'ready':>9}{'edit → served':>16}{'fastest':>10}{'slowest':>10}{'holes':>7}{'idle CPU':>10}{'memory':>10}{'ratio':>8}")
        own = statistics.median(times[tools[0]])
        for tool in tools:
            median = statistics.median(times[tool])
            print(
                f"{tool.name:10}{tool.ready:8.2f}s{median:14.1f}ms{min(times[tool]):8.1f}ms{max(times[tool]):8.1f}ms"
                f"{holes[tool]:7}{idle[tool]:9.1f}%{tool.memory():8} MB{median / own:7.1f}×"
            )
    finally:
        for tool in tools:
            if getattr(tool, "process", None):
                tool.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", default="1000,10000")
    parser.add_argument("--edits", type=int, default=15)
    parser.add_argument("--pause", type=float, default=1.5, help="seconds between two edits")
    for name in ("rollbook", "hugo", "zola"):
        parser.add_argument(f"--{name}", default="target/release/rollbook" if name == "rollbook" else name)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        for pages in options.pages.split(","):
            measure(int(pages), options, pathlib.Path(work))


if __name__ == "__main__":
    main()
