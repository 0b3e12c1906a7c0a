//! A book in a folder, and what people do to it. Not done here: building it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rollbook::calendar::{Date, parse_date};
use tempfile::TempDir;

const FIXTURE: &str = include_str!("../fixtures/small-book.txt");

/// What the fixture has none of: a project in a folder, holidays, files that are copied.
const MORE: &[(&str, &str)] = &[
    ("book.toml", "[book]\nid = \"small\"\ntitle = \"Small book\"\nstart = 2026-01-05\n[calendar]\nholiday_files = [\"days.csv\"]\n"),
    ("content/projects/borealis/index.md", "---\ntitle: Borealis\nowner: Ada\n---\nSee the [notes](../../guide/notes.md).\n"),
    (
        "content/projects/borealis/01-discovery.md",
        "---\nitems:\n  owner: doing\n  measure: { state: waived, by: Ada, until: 2026-06-10, reason: later }\n---\n## Notes\n\n[[pilot/users]]\n",
    ),
    ("content/guide/index.md", "# Guide\n\n- [Notes](notes.md)\n- [Plan](plan.png)\n\n![Drawing](plan.svg)\n"),
    ("content/guide/plan.svg", "<svg viewBox=\"0 0 4 3\"/>\n"),
    ("content/guide/words.md", "---\nglossary: true\n---\n\nAda\n: Owns it.\n"),
    ("content/guide/plan.png", "not really"),
    ("days.csv", "2026-06-01;A day off\n"),
    ("themes/default/static/own.css", "p { color: red }\n"),
];

/// An edit: its kind, an index of [`EDITS`], and numbers that say on which file and in which way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edit {
    pub(crate) kind: usize,
    pub(crate) which: usize,
    pub(crate) how: usize,
}

type Apply = fn(&mut Book, usize, usize);

/// The kinds of edits.
pub(crate) const EDITS: [(&str, Apply); 26] = [
    ("a body changed", |book, which, how| {
        let page = book.page(which);
        let more = [
            "\nMore.\n",
            "\n## Heading\n",
            "\n[[pilot]] and [[nowhere]]\n",
            "\n```rust {1}\nfn x() {}\n```\n",
            "\n![Drawing](plan.svg)\n",
            "\n> [!TIP]- Title\n> Text.[^1]\n\n[^1]: Note.\n",
        ];
        book.append(&page, more[how % 6]);
    }),
    ("front matter changed", |book, which, how| {
        let key = ["order: 3\n", "title: Another\n", "titel: Slip\n", "aliases: [former]\n"][how % 4];
        book.replace(which, "---\n", &format!("---\n{key}"));
    }),
    ("an item ticked", |book, _, how| {
        let (from, to) = [("state: todo", "state: done"), ("owner: 2026-01-07", "owner: todo"), ("owner: doing", "owner: true")][how % 3];
        for page in book.pages() {
            book.replace_in(&page, from, to);
        }
    }),
    ("a file renamed", |book, which, how| {
        let page = book.page(which);
        book.rename(&page, &page.replace(".md", &format!("-{how}.md")));
    }),
    ("a file deleted", |book, which, _| {
        let page = book.page(which);
        book.remove(&page);
    }),
    ("a page added", |book, which, how| {
        let text = format!("# Page {how}\n\n[Notes](notes.md#part) and [[cause:no-owner]].\n\n```sh\necho {which}\n```\n");
        book.write(&format!("content/guide/new-{}.md", which % 3), text.as_bytes());
    }),
    ("a folder renamed", |book, _, how| {
        let (from, to) = [("guide", "handbook"), ("projects/borealis", "projects/boreal"), ("causes", "cause")][how % 3];
        let (from, to) = (format!("content/{from}"), format!("content/{to}"));
        if book.path(&from).exists() { book.rename(&from, &to) } else { book.rename(&to, &from) }
    }),
    ("a folder deleted", |book, _, how| {
        let folder = ["guide", "projects/borealis", "decisions", "stages"][how % 4];
        let _ = fs::remove_dir_all(book.path("content").join(folder));
    }),
    ("a template changed", |book, _, how| {
        let text = ["{{ missing }}", "<p>{{ body | safe }}</p>", "{% if %}", "{% extends \"base.html\" %}"][how % 4];
        book.write("themes/default/templates/page.html", text.as_bytes());
    }),
    ("a template removed", |book, _, _| book.remove("themes/default/templates/page.html")),
    ("a part of the built-in theme replaced", |book, which, how| {
        let (file, text) = [
            ("templates/base.html", "{% extends \"default/base.html\" %}{% block footer %}{{ super() }}<p>own</p>{% endblock %}"),
            ("templates/own.html", "{% component ui.mark() %}<b>own</b>{% endcomponent %}"),
            ("templates/home.html", "{% extends \"default/home.html\" %}{% block lead %}<p>own</p>{% endblock %}"),
            ("locales/en.ftl", "menu = Pages\nmnu = Slip\n"),
        ][which % 4];
        if how == 0 {
            book.remove(&format!("themes/default/{file}"));
        } else {
            book.write(&format!("themes/default/{file}"), text.as_bytes());
        }
    }),
    ("a style sheet of the book added", |book, _, how| {
        if how == 0 {
            book.remove("themes/default/static/book.css");
        } else {
            book.write("themes/default/static/book.css", b":root { --accent: red }");
        }
    }),
    ("a file of the theme changed", |book, _, how| book.write("themes/default/static/own.css", format!("p {{ order: {how} }}").as_bytes())),
    ("a file beside a page changed", |book, _, how| {
        if how == 0 { book.remove("content/guide/plan.png") } else { book.write("content/guide/plan.png", &[how as u8, 0xff]) }
    }),
    ("an image replaced", |book, which, how| {
        let text = [format!("<svg viewBox=\"0 0 {} {how}\"/>", 1 + which), "broken".to_owned()];
        book.write("content/guide/plan.svg", text[usize::from(how == 7)].as_bytes());
    }),
    ("a term explained otherwise", |book, which, how| {
        let text = format!("---\nglossary: {}\n---\n\nAda\n: Way {which}.\n", how != 7);
        book.write("content/guide/words.md", text.as_bytes());
    }),
    ("the configuration changed", |book, _, how| {
        let text = [
            "[book]\nid = \"small\"\nstart = 2026-01-05\n[markdown]\nraw_html = \"allow\"\n",
            "[book]\nid = \"small\"\ntitle = \"Other\"\nstart = 2026-02-02\n[calendar]\nholiday_files = [\"days.csv\"]\n",
            "[book]\nid = \"small\"\n[checks]\nempty-stage = \"error\"\nno-start = \"off\"\n",
            "[book\n",
            "[book]\nid = \"small\"\nbase_url = \"https://example.org/b\"\n",
            "[book]\nid = \"small\"\nstart = 2026-01-05\n[build]\ncontent = \"contnet\"\n",
        ][how % 6];
        book.write("book.toml", text.as_bytes());
    }),
    ("holidays changed", |book, which, how| {
        let csv = format!("2026-06-{:02};Day\n", 1 + which % 28);
        let text = [csv.as_str(), "2026-13-01;No\n", "", "no date"][how % 4];
        if how == 0 {
            let config = fs::read_to_string(book.path("book.toml")).unwrap_or_default();
            book.write("book.toml", config.replace("holiday_files = [\"days.csv\"]\n", "").as_bytes());
        }
        if how == 7 { book.remove("days.csv") } else { book.write("days.csv", text.as_bytes()) }
    }),
    ("days passed", |book, which, how| book.as_of = book.as_of.saturating_add(jiff::Span::new().days((1 + which + how) as i64))),
    ("a file broken", |book, which, how| {
        let page = book.page(which);
        let text: [&[u8]; 4] = [b"---\ntitle: [\n---\n", b"\xff\xfe", b"<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", b"---\n"];
        book.write(&page, text[how % 4]);
    }),
    ("all mended but for one file", |book, which, _| {
        book.restore();
        let page = book.page(which);
        book.append(&page, "\nMended.\n");
    }),
    ("a draft made", |book, which, _| book.replace(which, "---\n", "---\ndraft: true\n")),
    ("a change of equal length and time", |book, which, _| {
        let page = book.page(which);
        let disk = book.path(&page);
        let Ok(bytes) = fs::read(&disk) else { return };
        let text = String::from_utf8_lossy(&bytes).replace('e', "o");
        let before = fs::metadata(&disk).unwrap().modified().unwrap();
        fs::write(&disk, text).unwrap();
        fs::File::options().write(true).open(&disk).unwrap().set_modified(before).unwrap();
    }),
    ("a file saved by renaming another over it", |book, which, how| {
        let page = book.page(which);
        book.write("content/.new", format!("Saved {how}.\n").as_bytes());
        book.rename("content/.new", &page);
    }),
    ("a file linked to", |book, which, how| {
        let (page, link) = (book.path(&book.page(which)), book.path(&format!("content/guide/linked-{}.md", how % 2)));
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink(page, link);
        #[cfg(not(unix))]
        let _ = fs::copy(page, link);
    }),
    ("a name written in capitals", |book, which, _| {
        let page = book.page(which);
        let (folder, name) = page.rsplit_once('/').unwrap();
        book.rename(&page, &format!("{folder}/{}", name.to_uppercase()));
    }),
];

/// The folder and the day.
pub(crate) struct Book {
    folder: TempDir,
    pub(crate) as_of: Date,
}

impl Book {
    /// The book as it is before any edit. Its files are older than any clock's grain.
    pub(crate) fn new() -> Self {
        let book = Self { folder: tempfile::tempdir().unwrap(), as_of: parse_date("2026-06-01").unwrap() };
        book.restore();
        book
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Makes an edit and tells its name.
    pub(crate) fn apply(&mut self, edit: Edit) -> &'static str {
        let (name, apply) = EDITS[edit.kind];
        apply(self, edit.which, edit.how);
        name
    }

    /// Writes all files of the first book again, and leaves those that were added.
    fn restore(&self) {
        // There are two projects here.
        let fixture = FIXTURE.replace("subject: gate:discovery\n", "subject: gate:discovery\nproject: atlas\n");
        let (_, files) = fixture.split_once("-- ").unwrap();
        let old = SystemTime::now() - Duration::from_secs(3600);
        let files = files.split("\n-- ").map(|file| file.split_once(" --\n").unwrap());
        for (path, text) in files.chain(MORE.iter().copied()) {
            self.write(path, format!("{}\n", text.trim_end_matches('\n')).as_bytes());
            fs::File::options().write(true).open(self.path(path)).unwrap().set_modified(old).unwrap();
        }
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let disk = self.path(path);
        fs::create_dir_all(disk.parent().unwrap()).unwrap();
        fs::write(disk, bytes).unwrap();
    }

    pub(crate) fn append(&mut self, path: &str, text: &str) {
        let mut bytes = fs::read(self.path(path)).unwrap_or_default();
        bytes.extend(text.as_bytes());
        self.write(path, &bytes);
    }

    /// Removes a file, if it is there.
    pub(crate) fn remove(&mut self, path: &str) {
        let _ = fs::remove_file(self.path(path));
    }

    fn rename(&mut self, from: &str, to: &str) {
        let _ = fs::rename(self.path(from), self.path(to));
    }

    fn replace(&mut self, which: usize, from: &str, to: &str) {
        let with: Vec<String> = self.pages().into_iter().filter(|page| self.text(page).contains(from)).collect();
        if let Some(page) = with.get(which % with.len().max(1)) {
            self.replace_in(page, from, to);
        }
    }

    fn replace_in(&mut self, page: &str, from: &str, to: &str) {
        let text = self.text(page);
        if text.contains(from) {
            self.write(page, text.replacen(from, to, 1).as_bytes());
        }
    }

    fn text(&self, page: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.path(page)).unwrap_or_default()).into_owned()
    }

    /// One of the Markdown files; one that is not there if there is none.
    fn page(&self, which: usize) -> String {
        let pages = self.pages();
        pages.get(which % pages.len().max(1)).cloned().unwrap_or_else(|| "content/page.md".to_owned())
    }

    /// The Markdown files, sorted.
    fn pages(&self) -> Vec<String> {
        let mut files = Vec::new();
        self.walk("content", &mut files);
        files.retain(|path| path.ends_with(".md"));
        files.sort();
        files
    }

    /// How many files the book's theme has of its own.
    pub(crate) fn own_theme_files(&self) -> usize {
        let mut files = Vec::new();
        self.walk("themes/default", &mut files);
        files.len()
    }

    fn walk(&self, folder: &str, files: &mut Vec<String>) {
        for entry in fs::read_dir(self.path(folder)).into_iter().flatten() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { self.walk(&path, files) } else { files.push(path) }
        }
    }
}
