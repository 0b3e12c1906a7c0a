//! Which folders of the disk a book depends on: those of `book.toml`, the content, the theme and the holiday files, and where links inside the
//! book lead. Not done here: watching them.
#![expect(clippy::disallowed_methods, reason = "an edge: it looks at the disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use notify::RecursiveMode;
use walkdir::WalkDir;

use crate::config::Config;

/// So many links are followed for one name; a system gives up at about as many.
const MOST_LINKS: usize = 40;

/// Where something can happen that changes a build. All folders are there, their paths are without links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// Folders that count with all that is in them at any depth.
    pub(super) whole: BTreeSet<PathBuf>,
    /// Folders of which a few entries count, and nothing below them.
    pub(super) parts: BTreeMap<PathBuf, BTreeSet<OsString>>,
}

impl Places {
    /// Those of the book in this folder, which is given without links. A folder that is missing is waited for where it will come.
    pub(super) fn of(book: &Path) -> Places {
        let mut places = Places::default();
        let text = fs::read(book.join("book.toml")).unwrap_or_default();
        let config = Config::parse(&String::from_utf8_lossy(&text), &mut Vec::new());
        let Some(there) = book.ancestors().find(|folder| folder.is_dir()) else { return places };
        if there != book {
            places.parts.extend(
                book.strip_prefix(there).ok().and_then(|rest| rest.iter().next()).map(|name| (there.to_owned(), [name.to_owned()].into())),
            );
            return places;
        }
        let mut book = Book { root: book, places, links: MOST_LINKS };
        book.file(Path::new("book.toml"));
        book.folder(Path::new(&config.content));
        book.folder(&Path::new("themes").join(&config.theme));
        for file in &config.holiday_files {
            book.file(Path::new(file.value.as_str()));
        }
        book.places
    }

    /// The folders to watch, and whether with all that is below them.
    pub(super) fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let parts = self.parts.keys().filter(|folder| !self.covers(folder)).map(|folder| (folder.clone(), RecursiveMode::NonRecursive));
        // A folder inside another one is watched with that.
        let is_outermost = |folder: &&PathBuf| !folder.parent().is_some_and(|above| self.covers(above));
        parts.chain(self.whole.iter().filter(is_outermost).map(|folder| (folder.clone(), RecursiveMode::Recursive))).collect()
    }

    /// Whether what happens at this path can count. A path that is known only by an old name counts rather than not.
    pub(super) fn concern(&self, path: &Path) -> bool {
        let names = path.parent().and_then(|folder| self.parts.get(folder));
        names.is_none_or(|names| path.file_name().is_some_and(|name| names.contains(name))) || self.covers(path)
    }

    /// Whether a folder that counts as a whole holds this path.
    pub(super) fn covers(&self, path: &Path) -> bool {
        path.ancestors().any(|folder| self.whole.contains(folder))
    }
}

/// The search for the places of one book.
struct Book<'b> {
    root: &'b Path,
    places: Places,
    /// How many more links may be followed on the way.
    links: usize,
}

impl Book<'_> {
    fn file(&mut self, path: &Path) {
        self.links = MOST_LINKS;
        let _ = self.way(self.root.to_owned(), path);
    }

    /// A folder with all that is in it, and where the links in it lead.
    fn folder(&mut self, path: &Path) {
        self.links = MOST_LINKS;
        let Some(folder) = self.way(self.root.to_owned(), path).filter(|folder| folder.is_dir()) else { return };
        self.whole(&folder);
    }

    fn whole(&mut self, folder: &Path) {
        if !folder.starts_with(self.root) || !self.places.whole.insert(folder.to_owned()) {
            return;
        }
        let links = WalkDir::new(folder).into_iter().flatten().filter(walkdir::DirEntry::path_is_symlink);
        for link in links {
            let (Some(beside), name) = (link.path().parent(), link.file_name()) else { continue };
            self.links = MOST_LINKS;
            if let Some(target) = self.way(beside.to_owned(), Path::new(name)).filter(|target| target.is_dir()) {
                self.whole(&target);
            }
        }
    }

    /// Goes a way from a folder on, through links. Each step inside the book is a part of the places, so that it is noticed when it leads
    /// elsewhere, or comes to be. Returns where it ends, if it does.
    fn way(&mut self, mut at: PathBuf, way: &Path) -> Option<PathBuf> {
        for step in way.components() {
            match step {
                Component::CurDir => {}
                Component::ParentDir => drop(at.pop()),
                Component::RootDir | Component::Prefix(_) => at.push(step),
                Component::Normal(name) => {
                    if at.starts_with(self.root) {
                        self.places.parts.entry(at.clone()).or_default().insert(name.to_owned());
                    }
                    let next = at.join(name);
                    at = match fs::read_link(&next) {
                        Ok(target) => {
                            self.links = self.links.checked_sub(1)?;
                            self.way(at, &target)?
                        }
                        Err(_) if next.symlink_metadata().is_ok() => next,
                        Err(_) => return None,
                    };
                }
            }
        }
        Some(at)
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// The places of a book with these files and links, relative to it.
    fn places(files: &[(&str, &str)], links: &[(&str, &str)]) -> (Vec<String>, Vec<String>, Places, tempfile::TempDir) {
        let root = tempfile::tempdir().unwrap();
        let book = root.path().canonicalize().unwrap();
        let make = |path: &str| {
            let path = book.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            path
        };
        for (path, text) in files {
            fs::write(make(path), text).unwrap();
        }
        for (path, target) in links {
            symlink(target, make(path)).unwrap();
        }
        let places = Places::of(&book);
        let inside = |path: &PathBuf| path.strip_prefix(&book).unwrap().display().to_string();
        let whole = places.whole.iter().map(inside).collect();
        let part = |(folder, names): (&PathBuf, &BTreeSet<OsString>)| {
            let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
            format!("{}: {}", inside(folder), names.join(" "))
        };
        let parts = places.parts.iter().map(part).collect();
        (whole, parts, places, root)
    }

    #[test]
    fn a_book_depends_on_what_its_book_toml_names() {
        let toml = "[build]\ncontent = \"docs/text\"\ntheme = \"own\"\n[calendar]\nholiday_files = [\"days/at.ics\", \"de.csv\"]\n";
        let files = [("book.toml", toml), ("docs/text/a.md", ""), ("themes/own/a.css", ""), ("days/at.ics", ""), ("site/index.html", "")];
        let (whole, parts, places, root) = places(&files, &[]);
        assert_eq!(whole, ["docs/text", "themes/own"]);
        assert_eq!(parts, [": book.toml days de.csv docs themes", "days: at.ics", "docs: text", "themes: own"]);
        let book = root.path().canonicalize().unwrap();
        for path in ["book.toml", "de.csv", "docs", "docs/text/deep/a.md", "days/at.ics", "no/longer/there.md"] {
            assert!(places.concern(&book.join(path)), "{path}");
        }
        for path in ["site", "README.md", ".git", "days/notes.txt", "themes/other"] {
            assert!(!places.concern(&book.join(path)), "{path}");
        }
    }

    #[test]
    fn a_folder_that_is_missing_is_waited_for() {
        let (whole, parts, ..) = places(&[("book.toml", "[build]\ncontent = \"docs/text\"\n"), ("docs/x", "")], &[]);
        assert_eq!((whole, parts), (vec![], vec![": book.toml docs themes".to_owned(), "docs: text".to_owned()]));
        let root = tempfile::tempdir().unwrap();
        let gone = Places::of(&root.path().join("gone/book"));
        assert_eq!(gone.parts, [(root.path().to_owned(), [OsString::from("gone")].into())].into());
    }

    #[test]
    fn links_are_followed_step_by_step_inside_the_book() {
        let files = [("book.toml", ""), ("content/a.md", ""), ("shared/v1/b.md", ""), ("shared/one.md", ""), ("elsewhere/c.md", "")];
        let links = [
            ("content/all", "../shared/now"),
            ("shared/now", "v1"),
            ("shared/v1/more", "../../elsewhere"),
            ("content/one.md", "../shared/one.md"),
            ("content/round", "../content/round"),
            ("content/out", "/usr"),
            ("content/later", "../not/yet.md"),
        ];
        let (whole, parts, ..) = places(&files, &links);
        assert_eq!(whole, ["content", "elsewhere", "shared/v1"]);
        assert_eq!(
            parts,
            [
                ": book.toml content elsewhere not shared themes",
                "content: all later one.md out round",
                "shared: now one.md v1",
                "shared/v1: more"
            ]
        );
    }
}
