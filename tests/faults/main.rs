//! Faults of the world around a build: kills, full and read-only disks, hostile files. Each is a test of the whole program, and after each the old site
//! or the new one is there, complete, and the next build needs no help.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

mod disks;
mod inputs;
mod kills;
mod outputs;
mod surroundings;
mod themes;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a book in it.
struct Place {
    folder: tempfile::TempDir,
}

/// Files by their paths, folders with a `/` at the end and without content, symlinks with where they lead.
type Tree = BTreeMap<String, Vec<u8>>;

impl Place {
    /// The skeleton book with some more pages, which all say `word`.
    fn new(word: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        let made = place.run(&["init", "--minimal", "book"]);
        assert!(made.status.success(), "{}", said(&made));
        place.say(word);
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, and the folders that it needs.
    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Makes every page of the book say `word`, and one be called so.
    fn say(&self, word: &str) {
        for number in 0..60 {
            self.write(&format!("book/content/pages/p{number}.md"), format!("# Page {number}\n\nThis is {word}.\n"));
        }
        let pages = self.path("book/content/words");
        let _ = fs::remove_dir_all(&pages);
        self.write(&format!("book/content/words/{word}.md"), format!("# {word}\n"));
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rollbook"));
        command.args(arguments).current_dir(self.folder.path()).env("NO_COLOR", "1").env("ROLLBOOK_CACHE", self.path("cache"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn build(&self) -> Output {
        self.run(BUILD)
    }

    /// Builds, and gives the site.
    fn built(&self) -> Tree {
        let output = self.build();
        assert!(output.status.success(), "{}", said(&output));
        tree(&self.path("out"))
    }

    /// What lies beside the book and its site, hidden files too.
    fn left_over(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !["book", "out", "cache"].contains(&name.as_str()));
        names
    }

    /// A build that is refused, says these words, and leaves everything as it is. What it has read of the documents may be kept for the next one.
    fn assert_refused(&self, arguments: &[&str], words: &str) {
        let all_else = || {
            let mut tree = tree(self.folder.path());
            tree.retain(|path, _| path != "cache/" && !path.starts_with("cache/files/"));
            tree
        };
        let before = all_else();
        let output = self.run(arguments);
        assert_refusal(&output, words);
        assert_same(&all_else(), &before, words);
    }
}

/// The build of most tests.
const BUILD: &[&str] = &["build", "--book", "book", "--as-of", "2026-01-07", "-o", "out"];

/// Says a line past the test runner, which keeps what a test that passes prints to itself.
fn announce(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Exit code 1 and words that help; no panic, no signal.
fn assert_refusal(output: &Output, words: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(words), "it should say {words:?}:\n{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// Everything below a folder.
fn tree(root: &Path) -> Tree {
    fn walk(root: &Path, folder: &Path, tree: &mut Tree) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            let kind = fs::symlink_metadata(&path).unwrap();
            if kind.is_symlink() {
                tree.insert(name, fs::read_link(&path).unwrap().to_string_lossy().as_bytes().to_vec());
            } else if kind.is_dir() {
                tree.insert(format!("{name}/"), Vec::new());
                walk(root, &path, tree);
            } else {
                tree.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut tree = Tree::new();
    if root.is_dir() {
        walk(root, root, &mut tree);
    }
    tree
}

/// Fails with the names of what differs.
fn assert_same(found: &Tree, expected: &Tree, why: &str) {
    assert_eq!(differing(found, expected), Vec::<&String>::new(), "{why}");
}

fn differing<'t>(found: &'t Tree, expected: &'t Tree) -> Vec<&'t String> {
    found.keys().chain(expected.keys()).filter(|path| found.get(*path) != expected.get(*path)).collect()
}
