#!/usr/bin/env python3
"""How the cost of a build grows with the book, counted in instructions, which no other work on the machine changes.

    python3 benches/instructions.py [--pages 1000,3000,10000] [--mode warm|cold|again] [--rollbook target/release/rollbook]

One build for each size on one thread, under `perf stat` where the processor lets its instructions be counted, else under valgrind, which takes
about forty times as long. The exponent between two sizes is log(I2/I1) / log(n2/n1): 1 is linear. For names of functions see the README.
"""

import argparse
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import peers


def counter():
    """The command under which a program's instructions are counted, and where the number is in what it says."""
    perf = ["perf", "stat", "-x", ",", "-e", "instructions:u"]
    if shutil.which("perf"):
        said = subprocess.run([*perf, "true"], capture_output=True, text=True)
        if re.search(r"^\d+,", said.stderr, flags=re.M):
            return perf, r"^(\d+),"
    if shutil.which("valgrind"):
        return ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], r"Collected : (\d+)"
    sys.exit("neither perf with a counter of instructions nor valgrind is there")


def count(tool, pages, mode, work):
    """The number of pages that the book really has, and the instructions of a build of it."""
    folder, cache = work / f"book-{pages}", work / f"cache-{pages}"
    pages = tool.layout(pages, folder, search=False)
    output = folder / tool.output
    environment = {**os.environ, "RAYON_NUM_THREADS": "1", "ROLLBOOK_CACHE": str(cache)}
    if mode != "cold":
        subprocess.run(tool.build(), cwd=folder, env=environment, check=True)
    if mode != "again":
        shutil.rmtree(output, ignore_errors=True)
    command, pattern = counter()
    said = subprocess.run([*command, *tool.build()], cwd=folder, env=environment, capture_output=True, text=True)
    if said.returncode != 0:
        sys.exit(said.stderr)
    return pages, int(re.search(pattern, said.stderr, flags=re.M)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", default="1000,3000,10000", help="sizes of the book, with commas between (default: %(default)s)")
    parser.add_argument("--mode", choices=["cold", "warm", "again"], default="warm", help="as in compare.py (default: %(default)s)")
    peers.add_arguments(parser, [peers.Rollbook])
    options = parser.parse_args()
    tools = peers.installed(options, [peers.Rollbook])
    if not tools:
        sys.exit("cargo build --release")
    print(f"rollbook {tools[0].version()}, {options.mode}, counted by {counter()[0][0]}\n")
    print("| pages | instructions | a page | exponent since the row above |\n|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as work:
        before = None
        for size in options.pages.split(","):
            pages, instructions = count(tools[0], int(size), options.mode, pathlib.Path(work))
            exponent = before and math.log(instructions / before[1]) / math.log(pages / before[0])
            print(f"| {pages:,} | {instructions:,} | {instructions // pages:,} | {f'{exponent:.3f}' if before else ''} |", flush=True)
            before = pages, instructions


if __name__ == "__main__":
    main()
