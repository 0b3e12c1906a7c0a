//! The rules of publishing, each against a folder of its own and most of them in both ways. Not tested here: a process that is really killed, or a
//! disk that is really full.

mod at_once;
#[cfg(unix)]
mod exchanged;
#[cfg(unix)]
mod kept;
mod killed;
mod ledgers;
#[cfg(unix)]
mod links;
mod manifests;
mod packed;
mod place;
mod refused;
mod removed;
mod written;

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::path::{OutputPath, Overlap};

type Files = &'static [(&'static str, &'static str)];

const SMALL: Files = &[("404.html", "lost"), ("index.html", "home"), ("stages/poc/index.html", "poc"), ("stages/poc/plan.png", "png")];

/// A book, and an output folder beside it that does not exist yet.
struct Place {
    root: TempDir,
    how: How,
}

const IN_PLACE: How = How { in_place: true, precompress: false };

/// A place without an output for each way to publish.
fn empty() -> [Place; 2] {
    [Place::new(), Place { how: IN_PLACE, ..Place::new() }]
}

/// The same, with `SMALL` published.
fn with_site() -> [Place; 2] {
    empty().map(|place| {
        place.publish(SMALL).unwrap();
        place
    })
}

impl Place {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        for folder in ["book/content/guide", "book/themes/mine", "book/.git/refs"] {
            fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        Self { root, how: How::default() }
    }

    /// With `SMALL` published.
    fn with_site() -> Self {
        let place = Self::new();
        place.publish(SMALL).unwrap();
        place
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    fn output(&self) -> PathBuf {
        self.path("out")
    }

    fn in_output(&self, path: &str) -> PathBuf {
        self.output().join(path)
    }

    /// A file of somebody else.
    fn put(&self, path: &str, text: &str) {
        let path = self.in_output(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        self.publish_to(&self.output(), files)
    }

    fn publish_to(&self, output: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        let sources = ProtectedFolders { book: &book, content: &content, theme: &theme };
        publish(&site(files), output, &sources, self.how).map(|published| Published { way: Way::Nothing, ..published })
    }

    fn check(&self, output: &Path) -> Result<(), PublishError> {
        let (book, content, theme) = (self.path("book"), self.path("book/content"), self.path("book/themes"));
        check_output(output, &ProtectedFolders { book: &book, content: &content, theme: &theme })
    }

    fn manifest(&self) -> String {
        fs::read_to_string(self.in_output(manifest::NAME)).unwrap()
    }

    /// What is beside the output, or reserved in it: nothing, when all went well.
    fn leftovers(&self) -> Vec<String> {
        let names =
            |folder: &Path| fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let beside = names(self.root.path()).filter(|name| name.contains("rollbook"));
        let inside = names(&self.output()).filter(|name| name.starts_with(".rollbook") && name != manifest::NAME && name != lock::FILE);
        beside.chain(inside.collect::<Vec<_>>()).collect()
    }

    /// Everything in the output but the manifest, sorted: `a/b = text` for a file, `a/` for a folder, `a -> b` for a symlink.
    fn tree(&self) -> Vec<String> {
        let mut lines = Vec::new();
        list(&self.output(), "", &mut lines);
        lines.retain(|line| !line.starts_with(manifest::NAME));
        lines.sort();
        lines
    }

    /// That publishing is refused, as `check_output` and `publish` both say, and that nothing at all was changed by asking.
    fn assert_refused(&self, files: &[(&str, &str)]) -> String {
        let before = (self.tree(), fs::read(self.in_output(manifest::NAME)).ok());
        assert_eq!(self.leftovers(), Vec::<String>::new());
        let error = self.publish(files).unwrap_err();
        assert!(!matches!(error, PublishError::Io { .. }), "{error}");
        assert_eq!((self.tree(), fs::read(self.in_output(manifest::NAME)).ok()), before, "{error}");
        assert_eq!(self.leftovers(), Vec::<String>::new());
        error.to_string()
    }
}

fn list(folder: &Path, prefix: &str, lines: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            list(&entry.path(), &format!("{name}/"), lines);
            lines.push(format!("{name}/"));
        } else if kind.is_symlink() {
            lines.push(format!("{name} -> {}", fs::read_link(entry.path()).unwrap().display()));
        } else {
            lines.push(format!("{name} = {}", String::from_utf8_lossy(&fs::read(entry.path()).unwrap())));
        }
    }
}

fn site(files: &[(&str, &str)]) -> Site {
    Site { files: files.iter().map(|(path, text)| (OutputPath::new(*path), text.as_bytes().into())).collect() }
}

fn published(written: usize, unchanged: usize, removed: usize) -> Published {
    Published { written, unchanged, removed, way: Way::Nothing }
}

fn small_tree() -> Vec<&'static str> {
    vec!["404.html = lost", "index.html = home", "stages/", "stages/poc/", "stages/poc/index.html = poc", "stages/poc/plan.png = png"]
}
