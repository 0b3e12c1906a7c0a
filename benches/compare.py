#!/usr/bin/env python3
"""Whole builds of the same generated book by rollbook, and side by side what is installed of Hugo, Zola and mdBook, and by the floor program.

    cargo build --release && cargo bench --bench floor --no-run
    python3 benches/compare.py [--pages 1000,10000] [--rounds N] [--search] [--hugo hugo] [--zola zola] [--mdbook mdbook]

Everything is measured in turn within each round, so that the ratios hold on a busy machine too. Before each run what it would find from the
run before is removed, and what is still to be written to the disk is written; sources are in the page cache for all. Prints a table in
Markdown with medians.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import book
import peers

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


class Row:
    """One kind of run: what is run where, and what is taken away or edited before."""

    def __init__(self, tool, mode, command, folder, output, remove=(), edit=None, environment=None):
        self.tool, self.mode, self.command, self.folder, self.output = tool, mode, command, folder, output
        self.remove, self.edit, self.environment = remove, edit, environment or {}
        self.runs, self.written = [], []

    def run(self, log):
        """One run, not counted yet."""
        for folder in self.remove:
            shutil.rmtree(folder, ignore_errors=True)
        if self.edit:
            self.edit()
            before = files(self.output)
        os.sync()
        wrapper = [sys.executable, "-I", "-S", HERE / "measure.py", log, *self.command]
        said = subprocess.run(wrapper, cwd=self.folder, env={**os.environ, **self.environment}, capture_output=True, text=True, check=True)
        run = json.loads(said.stdout)
        if run["code"] != 0:
            raise SystemExit(f"{self.tool}, {self.mode}: ended with {run['code']}:\n{log.read_text(errors='replace')[-3000:]}")
        if self.edit:
            after = files(self.output)
            self.written.append(sum(before.get(path) != state for path, state in after.items()))
        return run

    def median(self, what):
        return statistics.median(run[what] for run in self.runs)


def files(folder):
    """Each file below, with what changes when it is written: its inode and its time."""
    found, folders = {}, [folder] if folder.exists() else []
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                state = entry.stat(follow_symlinks=False)
                found[entry.path] = (state.st_ino, state.st_mtime_ns, state.st_size)
    return found


class Edits:
    """Changes one word of one page, each time to another one."""

    def __init__(self, file, word="edited"):
        self.file, self.text, self.count, self.word = file, file.read_text(encoding="utf-8"), 0, word
        assert "\nNoted" in self.text, file

    def __call__(self):
        self.count += 1
        mark = f"{self.word}{self.count}"
        self.file.write_text(re.sub(r"^Noted( \w+)?\.", f"Noted {mark}.", self.text, flags=re.M), encoding="utf-8")
        return mark


def rows_of_rollbook(tool, count, work, options):
    source, kept = work / "rollbook", work / "cache"
    tool.layout(count, source, options.search)
    edited = work / "rollbook-edited"
    shutil.copytree(source, edited)

    def row(mode, folder, remove=(), cache=kept, edit=None, **environment):
        output = work / "output" / f"rollbook-{mode.replace(' ', '-')}"
        environment["ROLLBOOK_CACHE"] = str(cache)
        remove = [output if path == "output" else path for path in remove]
        return Row("rollbook", mode, [*tool.build(), "--output", str(output)], folder, output, remove, edit, environment)

    cold = work / "cache-cold"
    rows = [row("cold", source, ["output", cold], cold)]
    if options.one_thread:
        rows += [row("cold, 1 thread", source, ["output", cold], cold, RAYON_NUM_THREADS="1")]
    page = tool.page(edited)[0]
    rows += [row("warm", source, ["output"]), row("warm, edit", edited, ["output"], edit=Edits(page, "warm"))]
    return [*rows, row("again", source), row("edit", edited, edit=Edits(page))]


def rows_of_peer(tool, count, work, options):
    folder = work / tool.name
    tool.layout(count, folder, options.search)
    output = folder / tool.output
    environment = {"HUGO_CACHEDIR": str(work / "hugo-cache")}
    rows = [Row(tool.name, "cold", tool.build(), folder, output, [output, folder / "resources", work / "hugo-cache"], environment=environment)]
    if tool.builds_over:
        rows += [Row(tool.name, "again", tool.build(), folder, output, environment=environment)]
    return rows


def rows_of_floor(program, work):
    def row(mode, source, title):
        output = work / "output" / f"floor-{mode}-{source.name}"
        return Row("floor", title, [program, mode, str(source), str(output)], work, output, [output])

    site = work / "output/rollbook-again"
    titles = {"copy": "sources copied", "parse": "parsed, as HTML", "highlight": "parsed and highlighted"}
    return [row("copy", site, "our site copied"), *(row(mode, work / "rollbook/content", title) for mode, title in titles.items())]


def floor_program(options):
    if options.floor:
        return os.path.abspath(options.floor)
    built = [path for path in (ROOT / "target/release/deps").glob("floor-*") if os.access(path, os.X_OK) and path.suffix == ""]
    if not built:
        print("the floor program is not built: left out (cargo bench --bench floor --no-run)")
        return None
    return str(max(built, key=lambda path: path.stat().st_mtime))


def watched(tool, work, options, cache):
    """From the save of a file to its page on the disk, in seconds, by `rollbook watch`."""
    folder, output = work / "rollbook-edited", work / "output/rollbook-watch"
    file, address = tool.page(folder)
    page, edit = output / address.strip("/") / "index.html", Edits(file)
    environment = {**os.environ, "ROLLBOOK_CACHE": str(cache)}
    with open(work / "watch.log", "w+") as log:
        command = [tool.program, "watch", "--as-of", str(book.AS_OF), "--output", str(output)]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)

        def wait(text):
            while not (page.exists() and text in page.read_bytes()):
                if process.poll() is not None or time.perf_counter() - begun > 120:
                    raise SystemExit(f"rollbook watch did not write the edit:\n{(work / 'watch.log').read_text()[-3000:]}")
                time.sleep(0.0005)
            return time.perf_counter() - begun

        try:
            begun = time.perf_counter()
            wait(b"</html>")
            time.sleep(5)
            times = []
            for _ in range(options.edits):
                begun = time.perf_counter()
                mark = edit()
                times.append(wait(f"Noted {mark}.".encode()))
                time.sleep(1)
            return times
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def measure(count, tools, options, work):
    rows = []
    for tool in tools:
        rows += (rows_of_rollbook if type(tool) is peers.Rollbook else rows_of_peer)(tool, count, work, options)
    program = floor_program(options)
    if program:
        rows += rows_of_floor(program, work)
    log = work / "log.txt"
    (work / "output").mkdir()
    # What is warm has to be warm, and what is built again has to have been built.
    for row in rows:
        if row.mode in ("warm", "warm, edit", "again", "edit"):
            row.run(log)
            row.written.clear()
    rounds = options.rounds or (5 if count < 10_000 else 1)
    for turn in range(rounds):
        for n in range(len(rows)):
            row = rows[(n + turn) % len(rows)]
            row.runs.append(row.run(log))
            print(f"\r{turn + 1}/{rounds} {row.tool} {row.mode}".ljust(50), end="", file=sys.stderr, flush=True)
    print("\r" + " " * 50 + "\r", end="", file=sys.stderr)
    sizes = {row: files(row.output) for row in rows}
    for row in rows:
        pages = sum(path.endswith(".html") for path in sizes[row])
        if pages < 0.9 * count:
            raise SystemExit(f"{row.tool}, {row.mode}: only {pages} pages came out")
    seconds = watched(tools[0], work, options, work / "cache") if options.edits else []
    report(count, rounds, rows, sizes, seconds, options)


def report(count, rounds, rows, sizes, seconds, options):
    def medians(row):
        return row.median("wall"), row.median("processor")

    by_name = {(row.tool, row.mode): medians(row) for row in rows}
    peer = min((by_name[tool, "cold"] for tool in ("hugo", "zola") if (tool, "cold") in by_name), default=None)
    bases = [peer, by_name["rollbook", "cold"], by_name.get(("floor", "parsed and highlighted"))]

    def ratios(wall, processor=None):
        for base in bases:
            yield "" if base is None else f"{wall / base[0]:.3f}" + (f" ({processor / base[1]:.2f})" if processor else "")

    print(f"\n**{count:,} pages, search {'on' if options.search else 'off'}**, medians of {rounds}, {os.cpu_count()} processors\n")
    print("| | | wall | from–to | CPU | peak memory | written | ÷ peer | ÷ cold | ÷ floor |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for row in rows:
        wall, processor = medians(row)
        spread, output = [run["wall"] for run in row.runs], sizes[row].values()
        if row.edit:
            written = f"{statistics.median(row.written):.0f} files"
        elif row.mode == "again":
            written = ""
        else:
            written = f"{len(output):,} files, {sum(size for _, _, size in output) / 1e6:,.0f} MB"
        cells = [row.tool, row.mode, f"{wall:.2f} s", f"{min(spread):.2f}–{max(spread):.2f}", f"{processor:.2f} s"]
        print("|", " | ".join([*cells, f"{row.median('memory') / 1024:,.0f} MB", written, *ratios(wall, processor)]), "|")
    if seconds:
        wall = statistics.median(seconds)
        cells = ["rollbook", "edit in `watch`", f"{wall:.3f} s", f"{min(seconds):.3f}–{max(seconds):.3f}", "", "", "", *ratios(wall)]
        print("|", " | ".join(cells), "|")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", default="1000", help="sizes of the book, with commas between (default: %(default)s)")
    parser.add_argument("--rounds", type=int, help="default: 5, from 10,000 pages on 1")
    parser.add_argument("--edits", type=int, default=9, help="edits under `rollbook watch` (default: %(default)s)")
    parser.add_argument("--search", action="store_true", help="with a search index, by the generators that have one")
    parser.add_argument("--one-thread", action="store_true", help="a cold build of rollbook on one thread too")
    parser.add_argument("--floor", metavar="PROGRAM", help="default: the newest in target/release/deps")
    parser.add_argument("--work", type=pathlib.Path, help="where the folder is made in which all happens (default: that for temporary files)")
    peers.add_arguments(parser, peers.GENERATORS)
    options = parser.parse_args()
    tools = peers.installed(options, [tool for tool in peers.GENERATORS if tool.has_search or not options.search])
    if not tools or type(tools[0]) is not peers.Rollbook:
        sys.exit(f"{options.rollbook} is not there: cargo build --release")
    print("Versions:", ", ".join(f"{tool.name} {tool.version()}" for tool in tools))
    print("Load of the machine before:", *os.getloadavg())
    for count in options.pages.split(","):
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            measure(int(count), tools, options, pathlib.Path(work))
    print("\nLoad of the machine after:", *os.getloadavg())


if __name__ == "__main__":
    main()
