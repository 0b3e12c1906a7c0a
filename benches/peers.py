"""The generated book as each generator wants it, and how each is run. The pages are those of `book.py`; layouts are in the folder `peers`.

The layouts are of about the weight of ours: all sections, the way to the page, its contents, and each item of a checklist with its state, level,
owner and links, which comes from the front matter. Where there is a choice the other generators get what costs them least: links are written out
as addresses and not looked up, there are no feeds, no page lists its neighbours. mdBook has its own layout, and items as a task list.
"""

import pathlib
import re
import shutil
import subprocess

import book

HERE = pathlib.Path(__file__).resolve().parent


class Rollbook:
    name = "rollbook"
    version_of = ["--version"]
    output = "site"
    has_search = True
    # Whether a build over an earlier one makes use of it.
    builds_over = True

    def __init__(self, program):
        self.program = program

    def version(self):
        said = subprocess.run([self.program, *self.version_of], capture_output=True, text=True, check=True).stdout.strip()
        return re.search(r"\d+\.\d+(\.\d+)?\S*", said.splitlines()[-1])[0]

    def layout(self, count, folder, search):
        """Writes the book into the folder and returns how many pages it has."""
        return book.write(count, folder, search)

    def build(self):
        return [self.program, "build", "--quiet", "--as-of", str(book.AS_OF)]

    def serve(self, port):
        return [self.program, "serve", "--port", str(port)]

    def page(self, folder):
        """The page that is edited: its file and its address, which ends with `/`."""
        file = sorted(pathlib.Path(folder, "content/projects").glob("*/03-pilot.md"))[0]
        return file, f"/projects/{file.parent.name}/pilot/"


class Peer(Rollbook):
    """Another generator. Its pages have no numbers in their names, so that addresses are the same everywhere."""

    output = "public"
    index = "_index.md"

    def layout(self, count, folder, search):
        folder = pathlib.Path(folder)
        shutil.copytree(HERE / "peers" / self.name, folder)
        self.prepare(folder, search)
        pages = 0
        for pages, page in enumerate(book.pages(count), start=1):
            book.write_file(folder / "content", self.path(page.path), self.text(page, pages))
        return pages

    def prepare(self, folder, search):
        """What the layout needs besides the pages."""
        book.write_file(folder / "static", "style.css", (HERE / "peers/style.css").read_text(encoding="utf-8"))

    def path(self, path):
        return re.sub(r"(?<=/)\d+-", "", path).replace("index.md", self.index)

    def body(self, page):
        return book.with_links(page.body, lambda text, path, item: f"[{text}]({self.address(page, path)})")

    def address(self, _page, path):
        return "/" + self.path(path).removesuffix(self.index).replace(".md", "/")

    def text(self, page, weight):
        head = ["+++", f'title = "{page.title}"', f"weight = {weight}", *self.sorting(page)]
        if page.items:
            stage = re.search(r"\d+-(.*)\.md", page.path)[1]
            head += [f"[{self.own_keys}]", f'stage = "/stages/{stage}/"']
        for item in page.items:
            head += [f"[[{self.own_keys}.items]]", *(f'{key} = "{value}"' for key, value in item._asdict().items())]
        return "\n".join([*head, "+++", "", self.body(page)])

    def sorting(self, _page):
        return []

    def page(self, folder):
        file = sorted(pathlib.Path(folder, "content/projects").glob("*/pilot.md"))[0]
        return file, f"/projects/{file.parent.name}/pilot/"


class Hugo(Peer):
    name = "hugo"
    own_keys = "params"
    version_of = ["version"]
    has_search = False

    def build(self):
        return [self.program, "--quiet"]

    def serve(self, port):
        return [self.program, "server", "--port", str(port), "--bind", "127.0.0.1"]


class Zola(Peer):
    name = "zola"
    own_keys = "extra"
    builds_over = False

    def prepare(self, folder, search):
        super().prepare(folder, search)
        parts = {part.stem: part.read_text(encoding="utf-8") for part in (folder / "parts").iterdir()}
        # Each template names the page or the section itself: a variable for either would be a copy.
        for template, here in (("page", "page"), ("section", "section"), ("index", "section")):
            text = parts["base"].replace("HERE", here).replace("AFTER", parts[here])
            book.write_file(folder / "templates", f"{template}.html", text)
        shutil.rmtree(folder / "parts")
        if search:
            config = folder / "zola.toml"
            config.write_text(config.read_text().replace("build_search_index = false", "build_search_index = true"))

    def sorting(self, page):
        return ['sort_by = "weight"'] if page.path.endswith("index.md") else []

    def build(self):
        return [self.program, "build"]

    def serve(self, port):
        return [self.program, "serve", "--port", str(port), "--interface", "127.0.0.1"]


class Mdbook(Peer):
    """It has no highlighting of its own: a script does that in the reader's browser."""

    name = "mdbook"
    builds_over = False
    output = "book"
    index = "index.md"

    def layout(self, count, folder, search):
        pages = super().layout(count, folder, search)
        pathlib.Path(folder, "content").rename(pathlib.Path(folder, "src"))
        lines = ["# Summary", ""]
        # A folder's own page comes before what is in it.
        for page in sorted(book.pages(count), key=lambda page: page.path.removesuffix("index.md")):
            path = self.path(page.path)
            depth = path.count("/") - path.endswith("/index.md")
            lines.append(f"{'  ' * depth}- [{page.title}]({path})")
        book.write_file(pathlib.Path(folder, "src"), "SUMMARY.md", "\n".join(lines) + "\n")
        return pages

    def prepare(self, folder, search):
        if search:
            config = folder / "book.toml"
            config.write_text(config.read_text().replace("enable = false", "enable = true"))

    def address(self, page, path):
        return "../" * page.path.count("/") + self.path(path)

    def text(self, page, _weight):
        items = "".join(f"- [{'x' if item.state == 'done' else ' '}] {item.text} ({item.level}, {item.owner}: {item.state})\n" for item in page.items)
        return f"# {page.title}\n\n{items}\n{self.body(page)}"

    def build(self):
        return [self.program, "build"]

    def page(self, folder):
        file = sorted(pathlib.Path(folder, "src/projects").glob("*/pilot.md"))[0]
        return file, f"/projects/{file.parent.name}/pilot.html"


GENERATORS = [Rollbook, Hugo, Zola, Mdbook]


def add_arguments(parser, generators):
    for generator in generators:
        default = "target/release/rollbook" if generator is Rollbook else generator.name
        parser.add_argument(f"--{generator.name}", default=default, metavar="PROGRAM", help=f"default: {default}")


def installed(options, generators):
    """Those of the generators that are there; says which are not."""
    found = []
    for generator in generators:
        program = shutil.which(getattr(options, generator.name))
        if program is None:
            print(f"{generator.name} is not installed: left out")
            continue
        with open(program, "rb") as file:
            if file.read(2) == b"#!":
                print(f"{program} is a script that starts another program, and its time counts too")
        found.append(generator(str(pathlib.Path(program).resolve())))
    return found
