//! `rollbook init`: the first files of a book, and those that git hosts and editors read. Not done here: what the book says; the default playbook
//! is this repository's own `content`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use rollbook::authoring::disk;
use rollbook::source::default_book;

use super::editor;
use crate::args::{Ci, Init};
use crate::edge::{self, Failure};
use crate::terminal::{GREEN, RESET};

const MINIMAL: [(&str, &str); 3] = [
    ("book.toml", include_str!("init/book.toml")),
    ("content/index.md", include_str!("init/index.md")),
    ("content/stages/01-first-stage.md", include_str!("init/first-stage.md")),
];
const GITHUB: (&str, &str) = (".github/workflows/rollbook.yml", include_str!("init/github.yml"));
const GITLAB: (&str, &str) = (".gitlab-ci.yml", include_str!("init/gitlab.yml"));
const PRE_COMMIT: (&str, &str) = (".pre-commit-config.yaml", include_str!("init/pre-commit.yaml"));

/// Files by their path inside the book.
type Files = BTreeMap<String, Vec<u8>>;

pub(super) fn run(args: &Init) -> Result<bool, Failure> {
    let added = added(args);
    // A book that is there already gets what was asked for by name, and nothing else.
    let has_book = !args.minimal && !added.is_empty() && exists(args, "book.toml");
    let book = if has_book { Files::new() } else { book(args) };
    let editor = if has_book || args.no_editor { Files::new() } else { for_editors() };
    let all: Files = [&book, &editor, &added].into_iter().flatten().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    write(args, &all)?;
    if args.quiet {
        return Ok(true);
    }
    let folder = args.dir.display();
    if !has_book {
        edge::say(&format!("{GREEN}made{RESET} a book of {} files in {folder}\n", book.len()))?;
    }
    for name in added.keys() {
        edge::say(&format!("{GREEN}made{RESET} {}\n", args.dir.join(name).display()))?;
    }
    if !has_book {
        edge::say(&format!("next: rollbook build --book {}\n", for_shell(&args.dir)))?;
    }
    Ok(true)
}

/// A path as it is typed in a shell: in quotes where it holds what means something there.
fn for_shell(path: &Path) -> String {
    let path = path.display().to_string();
    shlex::try_quote(&path).map(Cow::into_owned).unwrap_or(path)
}

/// The default playbook or the skeleton. With files for editors its `book.toml` names its schema.
fn book(args: &Init) -> Files {
    let mut files = if args.minimal {
        MINIMAL.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
    } else {
        default_book()
    };
    if let Some(config) = files.get_mut("book.toml").filter(|_| !args.no_editor) {
        config.splice(0..0, format!("{}\n\n", editor::DIRECTIVE).into_bytes());
    }
    files
}

fn for_editors() -> Files {
    editor::files().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// What the options ask for beside the book. A job installs the version that wrote it.
fn added(args: &Init) -> Files {
    let job = args.ci.map(|host| match host {
        Ci::Github => GITHUB,
        Ci::Gitlab => GITLAB,
    });
    let files = job.into_iter().chain(args.pre_commit.then_some(PRE_COMMIT));
    files.map(|(path, text)| (path.to_owned(), text.replace("{{version}}", env!("CARGO_PKG_VERSION")).into_bytes())).collect()
}

/// Writes all files, or none when one is in the way.
fn write(args: &Init, files: &Files) -> Result<(), Failure> {
    let mut taken: Vec<&str> = files.keys().map(String::as_str).filter(|path| is_taken(args, path)).collect();
    if !taken.is_empty() {
        // The book itself says more than what stands beside it.
        taken.sort_by_key(|path| path.starts_with('.'));
        let shown: Vec<&str> = taken.iter().take(5).copied().collect();
        let more = if taken.len() > shown.len() { format!(" and {} more", taken.len() - shown.len()) } else { String::new() };
        let help = if taken.iter().all(|path| editor::files().any(|(name, _)| name == *path)) {
            "; --no-editor leaves out what is for editors"
        } else {
            ""
        };
        let (names, folder) = (shown.join(", "), args.dir.display());
        return Err(Failure::Failed(format!("{names}{more} would be overwritten in {folder}; nothing was written{help}")));
    }
    for (path, bytes) in files {
        let path = args.dir.join(path);
        disk::create_file(&path, bytes).map_err(|error| Failure::Failed(format!("can't write {}: {error}", path.display())))?;
    }
    Ok(())
}

fn exists(args: &Init, path: &str) -> bool {
    args.dir.join(path).symlink_metadata().is_ok()
}

/// Whether something stands there, or a file where one of its folders would be.
fn is_taken(args: &Init, path: &str) -> bool {
    let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
    exists(args, path) || folders.into_iter().any(|folder| exists(args, folder) && !args.dir.join(folder).is_dir())
}
