#!/usr/bin/env python3
"""Writes a book for benchmarks: `book.py PAGES FOLDER`. The same numbers give the same book, byte for byte.

Five stages, and projects with a page of each: about 600 words, ten items, two code blocks and a table a page. No link is broken and no finding is an error.
"""

import pathlib
import random
import sys

STAGES = [("discovery", "Week 1-2"), ("poc", "Weeks 3-6"), ("pilot", "Month 2-3"), ("production", "Month 4-6"), ("scale", "Month 6+")]
WORDS = """the a plan pilot stage owner risk data model review gate team weekly report measure value cost user scale wave rollout check budget
sponsor practice cause evidence""".split()
STATES = ["done", "doing", "todo", "2026-02-01"]

chance = random.Random(7)


def prose(words):
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def front_matter(*lines):
    return "\n".join(["---", *lines, "---", ""])


def stage(title, window):
    items = [f"  - {{ id: item-{n}, text: {prose(8)[:-1]} }}" for n in range(10)]
    return front_matter(f"title: {title.capitalize()}", f"window: {window}", "checklist:", *items, "gate: { question: Go? }") + prose(100) + "\n"


def project(number):
    return front_matter(f"title: Project {number}", f"owner: Owner {number % 17}") + prose(200) + "\n"


def section(number):
    stage, other = chance.choice(STAGES)[0], chance.choice(STAGES)[0]
    links = f"See [[{stage}]] and [[{other}/item-{chance.randrange(10)}|this item]], then [the project](index.md)."
    return f"## Heading {number} of {chance.randrange(10_000)}\n\n{prose(75)} {links}\n"


def code(project, stage, number):
    name, term = f"f_{project}_{stage}_{number}", chance.randrange(100_000)
    return f'```rust\nfn {name}(x: u32) -> u32 {{\n    let y = x + {term};\n    println!("{{}}", y);\n    y * {number}\n}}\n```\n'


def project_stage(project, stage):
    states = [chance.choice(STATES) if stage < 3 else "" for _ in range(10)]
    head = front_matter("items:", *(f"  item-{n}: {state}".rstrip() for n, state in enumerate(states)))
    rows = [f"| {chance.choice(WORDS)} | {chance.randrange(100)} | {chance.choice(WORDS)} |" for _ in range(6)]
    table = "\n".join(["| name | count | of |", "|---|---|---|", *rows, ""])
    parts = [section(n) for n in range(8)] + [table] + [code(project, stage, n) for n in range(2)] + ["Noted.[^1]\n", f"[^1]: {prose(10)}\n"]
    return head + "\n" + "\n".join(parts)


def main(pages, folder):
    def write(path, text):
        file = pathlib.Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    write("book.toml", '[book]\nid = "generated"\ntitle = "Generated book"\nstart = 2026-01-05\n')
    write("content/index.md", "# Generated book\n")
    for number, (name, window) in enumerate(STAGES):
        write(f"content/stages/{number + 1:02}-{name}.md", stage(name, window))
    for k in range(max(1, pages // 6)):
        write(f"content/projects/p{k:05}/index.md", project(k))
        for number, (name, _) in enumerate(STAGES):
            write(f"content/projects/p{k:05}/{number + 1:02}-{name}.md", project_stage(k, number))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2])
