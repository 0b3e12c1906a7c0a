#!/usr/bin/env python3
"""Writes a book for benchmarks: `book.py PAGES FOLDER [--search]`. The same numbers give the same book, byte for byte.

A playbook of five stages with causes, practices and waves, and projects on their way through it, each with a page for every stage: about 600
words, the states of ten items, a table, a list, a footnote, links and two blocks of code that no other page has. No link is broken, no finding
is an error, and as of `AS_OF` there is no warning. What other generators get from the same pages is in `peers.py`.
"""

import datetime
import itertools
import pathlib
import random
import re
import sys
import typing

import snippets

AS_OF = datetime.date(2026, 3, 2)
STAGES = [
    ("discovery", "Discovery", "Week 1-2", "Is it worth solving?"),
    ("poc", "Proof of concept", "Weeks 3-6", "Can it be done?"),
    ("pilot", "Pilot", "Month 2-3", "Does it help those who use it?"),
    ("production", "Production", "Month 4-6", "Does it run without its makers?"),
    ("scale", "Scale", "Month 6+", "Can the project close?"),
]
# The start of a project that is in that stage on AS_OF.
STARTS = [datetime.date.fromisoformat(day) for day in ("2026-02-23", "2026-02-02", "2026-01-12", "2025-11-10", "2025-09-15")]
# The stages with a gate, and when it is decided, counted in days from the start of the project.
GATES = {"pilot": 85, "scale": None}
CAUSES = [("discovery", "poc"), ("discovery", "poc"), ("poc", "pilot"), ("poc", "pilot"), ("pilot", "production"), ("production", "scale")]
PRACTICES = 4
COMMON = """the a and of to in is for with on that by as before after every plan pilot stage owner risk data model review gate team weekly report
measure value cost user scale wave rollout check budget sponsor practice cause evidence service change training support customer department
process decision question answer region release feature access quality error number month day office contract supplier pattern limit target
baseline draft version record handover meeting schedule problem result feedback survey policy law security incident backup request queue""".split()
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi mo ka len dor tin mar sel ver con per tal".split()


class Item(typing.NamedTuple):
    """An item of a checklist, with the word for its state."""

    id: str
    text: str
    level: str
    owner: str
    state: str


class Page(typing.NamedTuple):
    """A page as every generator can have it. In the body a link is written `[text](@path)` or, to an item, `[text](@path#item)`."""

    path: str
    title: str
    # Front matter of rollbook besides the title, by lines.
    head: list
    items: list
    body: str


class Writer:
    """Prose and code from one seed."""

    def __init__(self):
        self.chance = random.Random(7)
        self.blocks = 0
        self.notes = itertools.count()
        # As in real prose, few words are in every sentence and thousands of words are rare.
        rare = ["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))) for _ in range(4000)]
        self.words = COMMON + sorted(set(rare))
        self.terms = self.words[17:600]
        weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(self.words))))
        lengths = (self.chance.randint(8, 22) for _ in range(6000))
        self.sentences = [self.sentence(self.chance.choices(self.words, cum_weights=weights, k=length)) for length in lengths]

    def sentence(self, words):
        kind = self.chance.random()
        if kind < 0.15:
            at = self.chance.randrange(1, len(words))
            mark = self.chance.choice(["`", "**", "*"])
            words[at] = mark + words[at] + mark
        elif kind < 0.3:
            words[len(words) // 2] += ","
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def prose(self, sentences):
        return " ".join(self.chance.choices(self.sentences, k=sentences))

    def phrase(self, words):
        return " ".join(self.chance.choices(self.terms, k=words)).capitalize()

    def code(self):
        self.blocks += 1
        return snippets.block(self.chance, COMMON[17:], self.blocks)

    def table(self, rows):
        cells = "".join(f"| {self.phrase(2)} | {self.chance.randrange(1000)} | {self.phrase(4)} |\n" for _ in range(rows))
        return f"| Measure | Count | Remark |\n|---|--:|---|\n{cells}"

    def bullets(self, count):
        return "".join(f"- {self.phrase(6)}\n" for _ in range(count))


def plain_pages(writer):
    """The playbook, which is the same for a book of any size."""

    def section(folder, title):
        return Page(f"{folder}/index.md", title, [], [], writer.prose(4) + "\n")

    yield Page("index.md", "Generated book", [], [], writer.prose(8) + "\n\nSee [the projects](@projects/index.md).\n")
    yield section("guide", "Guide")
    yield Page("guide/rolling-back.md", "Rolling back", [], [], writer.prose(12) + "\n\n" + writer.code())
    yield section("stages", "Stages")
    for number, (name, title, window, question) in enumerate(STAGES):
        items = [Item(f"item-{n}", writer.phrase(8), "may" if n > 7 else "must", f"Owner {n}", "todo") for n in range(10)]
        head = [f"id: {name}", f"window: {window}", "checklist:"]
        head += [f"  - {{ id: {item.id}, text: {item.text}, level: {item.level}, owner: {item.owner} }}" for item in items]
        if name in GATES:
            head += [f"gate: {{ question: {question}, deciders: [Steering group] }}"]
        if name == "scale":
            head += ["waves:"]
            head += [f"  - {{ id: w{p}, percent: {p}, cohort: {writer.phrase(3)}, rollback: ../guide/rolling-back.md }}" for p in (10, 25, 50, 100)]
        body = f"{writer.prose(6)}\n\n{writer.code()}\n{writer.table(4)}"
        yield Page(f"stages/{number + 1:02}-{name}.md", title, head, items, body)
    yield section("causes", "Causes")
    for number, (before, after) in enumerate(CAUSES):
        head = [f"transition: {before} -> {after}", f"guards: [{before}/item-{number}, {before}/item-{number + 1}]"]
        head += [f"practices: [practice-{number % PRACTICES}]"]
        yield Page(f"causes/cause-{number}.md", writer.phrase(4), head, [], f"## What it looks like\n\n{writer.prose(15)}\n\n{writer.bullets(5)}")
    yield section("practices", "Practices")
    for number in range(PRACTICES):
        body = f"## How to\n\n{writer.prose(20)}\n\n{writer.bullets(5)}"
        yield Page(f"practices/practice-{number}.md", writer.phrase(4), ["stages: all"], [], body)
    yield section("projects", "Projects")
    yield section("decisions", "Decisions")


def project_pages(writer, project, checklists):
    """A project in one of the five stages: what is before is done, what is after has not begun, and gates that were passed are decided."""
    name, reached = f"p{project:05}", project % len(STAGES)
    start = STARTS[reached] - datetime.timedelta(days=project // 5 % 7)
    last = AS_OF - datetime.timedelta(days=1 + project % 5)
    head = [f"owner: Owner {project % 17}", f"sponsor: Sponsor {project % 5}", f"start: {start}"]
    head += ["updates:", f'  - {{ date: {last}, by: Owner {project % 17}, headline: "{writer.phrase(7)}" }}']
    stages = "".join(f"- [{title}](@projects/{name}/{n + 1:02}-{id}.md)\n" for n, (id, title, _, _) in enumerate(STAGES))
    yield Page(f"projects/{name}/index.md", f"Project {project} {writer.phrase(1)}", head, [], f"{writer.prose(14)}\n\n{stages}\n{writer.table(3)}")
    for number, (stage, title, _, _) in enumerate(STAGES):
        # Its window begins about a month after that of the stage before.
        begun = start + datetime.timedelta(days=28 * number)
        states = [state(writer.chance, number - reached, item, min(begun + datetime.timedelta(days=item), last)) for item in range(10)]
        head = ["items:", *(f"  item-{n}: {state}".rstrip() for n, state in enumerate(states))]
        items = [item._replace(state=word(state)) for item, state in zip(checklists[stage], states)]
        yield Page(f"projects/{name}/{number + 1:02}-{stage}.md", title, head, items, stage_body(writer, project))
        if number < reached and GATES.get(stage):
            decided = min(start + datetime.timedelta(days=GATES[stage]), last)
            head = [f"project: {name}", f"subject: gate:{stage}", "outcome: go", f"date: {decided}", "by: [Steering group]"]
            body = f"{writer.prose(8)}\n\n{writer.bullets(3)}\nSee [the project](@projects/{name}/index.md).\n"
            yield Page(f"decisions/{name}-{stage}-go.md", f"Project {project}: go after {title}", head, [], body)


def state(chance, ahead, item, day):
    if ahead < 0:
        return str(day) if chance.random() < 0.6 else "done"
    if ahead > 0:
        return ""
    return chance.choice([str(day), "doing", "todo", "done", '{ state: blocked, reason: "Waits for access" }'])


def word(state):
    return "done" if state[:2] == "20" else "blocked" if state[:1] == "{" else state or "todo"


def stage_body(writer, project):
    chance, parts = writer.chance, []
    for number in range(8):
        stage = STAGES[int(chance.random() * 5)]
        at = f"{STAGES.index(stage) + 1:02}-{stage[0]}.md"
        other = int(chance.random() * (project + 1))
        links = f"See [{stage[1]}](@stages/{at}), [this item](@stages/{at}#item-{number}) and [a project](@projects/p{other:05}/index.md)."
        parts.append(f"## {writer.phrase(3)}\n\n{writer.prose(4)} {links}\n")
    note = next(writer.notes)
    parts[1] += f"\n{writer.bullets(4)}"
    parts[2] += f"\n{writer.code()}"
    parts[4] += f"\n{writer.table(6)}"
    parts[5] += f"\n{writer.code()}"
    parts[6] += f"\nNoted.[^{note}]\n\n[^{note}]: {writer.phrase(10)}.\n"
    return "\n".join(parts)


def pages(count):
    """So many pages, or up to six fewer, since a project is added whole."""
    writer = Writer()
    plain = list(plain_pages(writer))
    yield from plain
    checklists = {page.path[10:-3]: page.items for page in plain if page.items}
    left = count - len(plain)
    for project in itertools.count():
        of_project = list(project_pages(writer, project, checklists))
        left -= len(of_project)
        if left < 0 and project > 0:
            return
        yield from of_project


def with_links(body, link):
    """The body with each link as `link(text, path, item)` writes it; `item` is None where the page is meant."""
    return re.sub(r"\[([^\]]*)\]\(@([^)#]*)(?:#([^)]*))?\)", lambda found: link(*found.groups()), body)


def write_file(folder, path, text):
    file = pathlib.Path(folder, path)
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def write(count, folder, search=False):
    """The book for rollbook; returns how many pages it has."""
    lines = ["[book]", 'id = "generated"', 'title = "Generated book"', "start = 2026-01-05", "", "[build]", f"search = {str(search).lower()}"]
    write_file(folder, "book.toml", "\n".join(lines) + "\n")
    written = 0
    for page in pages(count):
        up = "../" * page.path.count("/")

        def link(text, path, item):
            return f"[[{path[10:-3]}/{item}|{text}]]" if item else f"[{text}]({up}{path})"

        text = "\n".join(["---", f'title: "{page.title}"', *page.head, "---", "", with_links(page.body, link)])
        write_file(folder, f"content/{page.path}", text)
        written += 1
    return written


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--search"]):
        sys.exit(__doc__)
    print(write(int(sys.argv[1]), sys.argv[2], search=len(sys.argv) == 4), "pages")
