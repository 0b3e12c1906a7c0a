#!/usr/bin/env python3
"""From the save of a file to new bytes from the server: rollbook, and side by side what else is installed of Hugo and Zola.

    python3 benches/served.py [--pages 1000,10000] [--edits 15] [--rollbook target/release/rollbook] [--hugo hugo] [--zola zola]

Each tool gets the same generated texts with a simple layout (`peers.py`), and is asked for the page that is edited, over one
connection, as a browser that is told to reload would ask: every millisecond until the new text is there. The tools take turns within one
run, so that the ratios hold on a busy machine too. Figures are medians in milliseconds; nothing here is a test.
"""

import argparse
import http.client
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import tempfile
import threading
import time

import peers

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A generator that serves its copy of the book: how it is started and asked."""

    def __init__(self, tool, folder, pages):
        self.tool, self.name, self.folder = tool, tool.name, folder
        tool.layout(pages, folder, search=False)
        self.file, self.url = tool.page(folder)
        self.text = self.file.read_text()

    def start(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = open(self.folder / "log.txt", "w")
        begun = time.perf_counter()
        self.process = subprocess.Popen(self.tool.serve(self.port), cwd=self.folder, stdout=self.log, stderr=self.log)
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
        """Opens the page as a browser does, where the server wants to know."""
        if type(self.tool) is not peers.Rollbook:
            return

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


def measure(pages, generators, options, work):
    tools = [Server(generator, work / f"{generator.name}-{pages}", pages) for generator in generators]
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
    served = [peers.Rollbook, peers.Hugo, peers.Zola]
    peers.add_arguments(parser, served)
    options = parser.parse_args()
    generators = peers.installed(options, served)
    with tempfile.TemporaryDirectory() as work:
        for pages in options.pages.split(","):
            measure(int(pages), generators, options, pathlib.Path(work))


if __name__ == "__main__":
    main()
