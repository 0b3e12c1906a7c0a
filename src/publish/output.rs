//! Whether a folder may be published to, by where it is and by what is in it, and the folder while it is published to. Not done here: looking at single files (that is the plan).

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::lock::{self, Lock};
use super::manifest::Manifest;
use super::{PublishError, steps};
use crate::path::{PROTECTED_FOLDERS, overlap};

/// Whether [`publish`](super::publish()) would accept this output folder; changes nothing, so that it can be asked before a build.
pub fn check_output(output: &Path, sources: &ProtectedFolders) -> Result<(), PublishError> {
    let output = place(output, sources)?;
    if look(&output)?.is_some() { Manifest::load(&output).map(drop) } else { Ok(()) }
}

/// Where an output really is, if it may be there. What is in it is only looked at under its lock: it may be changing at this moment.
fn place(output: &Path, sources: &ProtectedFolders) -> Result<PathBuf, PublishError> {
    let output = resolve(output)?;
    spare_sources(&output, sources)?;
    match look(&output)? {
        Some(there) if !there.is_dir() => Err(PublishError::NotAFolder { path: output }),
        _ => Ok(output),
    }
}

/// The folders of a book that must come to no harm.
#[derive(Debug, Clone, Copy)]
pub struct ProtectedFolders<'a> {
    /// The folder of `book.toml`. The output may be inside it.
    pub book: &'a Path,
    /// The folder of the pages' sources.
    pub content: &'a Path,
    /// The folder of all the book's own themes.
    pub theme: &'a Path,
}

/// The output folder while it is published to: checked, created where it was missing, locked, without symlinks or `..` in its path.
#[derive(Debug)]
pub(super) struct Output {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Held to the end.
    pub(super) lock: Lock,
    /// The folders that were missing, outermost first. They go again, unless a site comes into them.
    made: Vec<PathBuf>,
}

impl Output {
    /// Takes the folder. When it goes away or is exchanged at just this moment, somebody else has just ended, and it is tried again.
    pub(super) fn take(output: &Path, sources: &ProtectedFolders) -> Result<Self, PublishError> {
        let path = place(output, sources)?;
        let mut made = Vec::new();
        for _ in 0..ATTEMPTS {
            make_folder(&path, &mut made)?;
            if let Some(lock) = lock::take(&path)? {
                return Ok(Self { path, lock, made });
            }
        }
        Err(PublishError::Busy { output: path })
    }

    /// Says that a site is there, for which the folder shall stay.
    pub(super) fn keep(mut self) {
        self.made.clear();
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if steps::is_killed() {
            return;
        }
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// So often the folder may be exchanged between being opened and being locked.
const ATTEMPTS: usize = 100;

fn make_folder(path: &Path, made: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    let error = match fs::create_dir(path) {
        Ok(()) => {
            made.push(path.to_owned());
            return Ok(());
        }
        // What is there was looked at, and is a folder.
        Err(error) if error.kind() == ErrorKind::AlreadyExists || path.is_dir() => return Ok(()),
        Err(error) => error,
    };
    match path.parent() {
        Some(parent) if error.kind() == ErrorKind::NotFound && !parent.is_dir() => {
            make_folder(parent, made)?;
            make_folder(path, made)
        }
        _ => Err(PublishError::io("create the folder", path)(error)),
    }
}

/// What is at `path` itself, a symlink being a symlink; `None` where nothing is.
pub(super) fn look(path: &Path) -> Result<Option<fs::Metadata>, PublishError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(PublishError::io("look at", path)(error)),
    }
}

/// Compared are resolved paths, so that neither a symlink nor a `..` hides that two of them are one.
fn spare_sources(output: &Path, sources: &ProtectedFolders) -> Result<(), PublishError> {
    let ProtectedFolders { book, content, theme } = *sources;
    let git = book.join(".git");
    for ((what, place), folder) in PROTECTED_FOLDERS.into_iter().zip([book, content, theme, git.as_path()]) {
        // An empty path is what `parent()` makes of a bare `book.toml`.
        let folder = resolve(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
        if let Some(overlap) = overlap(output, &folder, place.is_empty()) {
            return Err(PublishError::HarmsSources { output: output.to_owned(), overlap, what, folder });
        }
    }
    Ok(())
}

/// The path without symlinks and `..`; what does not exist yet is taken by its name. Step by step, because `..` after a symlink leads to
/// the parent of the link's target.
fn resolve(path: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(path).map_err(PublishError::io("find", path))?;
    let mut resolved = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            // `C:` alone would mean the current folder on that drive.
            Component::Prefix(_) => resolved.push(component),
            Component::RootDir | Component::Normal(_) => resolved = follow(resolved.join(component))?,
        }
    }
    Ok(resolved)
}

fn follow(path: PathBuf) -> Result<PathBuf, PublishError> {
    match fs::canonicalize(&path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == ErrorKind::NotFound => match look(&path)? {
            None => Ok(path),
            Some(_) => Err(PublishError::NotAFolder { path }),
        },
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(PublishError::NotAFolder { path: path.parent().unwrap_or(&path).to_owned() })
        }
        Err(error) => Err(PublishError::io("find", path)(error)),
    }
}
