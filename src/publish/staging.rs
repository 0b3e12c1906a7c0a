//! A tree of files that is being made and nobody sees yet. Not done here: putting it in its place.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashSet;

use super::{PublishError, names, output, steps};
use crate::path::folder_of;

/// A new tree. Until it is handed on, dropping it removes it with all that is in it.
#[derive(Debug)]
pub(super) struct Staging {
    root: PathBuf,
    /// Its folders that are there, so that each is made once. Locked to look it up, never while the disk works.
    folders: Mutex<FxHashSet<String>>,
    is_ours: bool,
}

impl Staging {
    /// Makes an empty tree, marked as one that never was a site.
    pub(super) fn make(root: PathBuf) -> Result<Self, PublishError> {
        fs::create_dir(&root).map_err(PublishError::io("create the folder", &root))?;
        let staging = Self { root, folders: Mutex::default(), is_ours: true };
        steps::step()?;
        staging.mark()?;
        steps::step()?;
        Ok(staging)
    }

    /// Says that whatever is in it is ours, for it never was a site.
    pub(super) fn mark(&self) -> Result<(), PublishError> {
        let marker = self.root.join(names::MARKER);
        File::create_new(&marker).map(drop).map_err(PublishError::io("create", marker))
    }

    /// Where it is.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file of it is.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        names::on_disk(&self.root, path)
    }

    /// Writes a new file; it is created like any other, so the user's umask holds.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<File, PublishError> {
        self.folder(folder_of(path))?;
        write_new(&self.at(path), bytes)
    }

    /// Takes in a file that stands elsewhere, without a copy. What it is linked from may be linked too often, and then it is a copy.
    pub(super) fn link(&self, path: &str, from: &Path) -> Result<Linked, PublishError> {
        self.folder(folder_of(path))?;
        link_or_copy(from, &self.at(path))
    }

    /// Makes the folder, if it is not there, with those that it is in.
    pub(super) fn folder(&self, folder: &str) -> Result<(), PublishError> {
        if folder.is_empty() || lock(&self.folders).contains(folder) {
            return Ok(());
        }
        self.folder(folder_of(folder))?;
        let path = self.at(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(PublishError::io("create the folder", path)(error)),
            _ => {}
        }
        lock(&self.folders).insert(folder.to_owned());
        Ok(())
    }

    /// Takes the mark away: from here on it is a whole site, whose manifest says what is ours.
    pub(super) fn complete(&self) -> Result<(), PublishError> {
        let marker = self.root.join(names::MARKER);
        fs::remove_file(&marker).map_err(PublishError::io("remove", marker))
    }

    /// Hands it on: what is there now is no longer removed with this.
    pub(super) fn release(mut self) -> PathBuf {
        self.is_ours = false;
        std::mem::take(&mut self.root)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.is_ours && !steps::is_killed() {
            let _ = remove_marked(&self.root);
        }
    }
}

/// Whether a link could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Linked {
    Done,
    /// The file system has no links, or none from there to here.
    Impossible,
}

/// Links `from` as `to`, or copies it where it has as many links as it can have. A symlink is never followed.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> Result<Linked, PublishError> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(Linked::Done),
        Err(error) if error.kind() == ErrorKind::TooManyLinks => {
            copy(from, to).map_err(PublishError::io("copy", from)).map(|()| Linked::Done)
        }
        Err(error) if super::exchange::is_impossible(&error) => Ok(Linked::Impossible),
        Err(error) => Err(PublishError::io("link", from)(error)),
    }
}

/// A copy that keeps the time of what it was made from.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let bytes = fs::read(from)?;
    let mut file = File::create_new(to)?;
    file.write_all(&bytes)?;
    file.set_modified(fs::symlink_metadata(from)?.modified()?)
}

/// Writes a file where nothing is. What has its name already is not opened, so a symlink of that name leads nowhere.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<File, PublishError> {
    let mut file = File::create_new(path).map_err(PublishError::io("create", path))?;
    file.write_all(bytes).map_err(PublishError::io("write", path))?;
    Ok(file)
}

/// Removes a tree that a killed run had begun inside an output or beside it. What is there and is not marked is left to the caller: `false`.
pub(super) fn is_cleared(root: &Path) -> Result<bool, PublishError> {
    match output::look(root)? {
        None => return Ok(true),
        Some(there) if !there.is_dir() => return Ok(false),
        Some(_) => {}
    }
    if output::look(&root.join(names::MARKER))?.is_some() {
        remove_marked(root).map_err(PublishError::io("remove", root))?;
        return Ok(true);
    }
    // It was killed between making the folder and marking it.
    Ok(fs::remove_dir(root).is_ok())
}

/// Removes a tree that never was a site. The mark goes last, so that a kill leaves what the next run knows. Symlinks are removed, not followed.
fn remove_marked(root: &Path) -> io::Result<()> {
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_name() == names::MARKER {
            continue;
        }
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    match fs::remove_file(root.join(names::MARKER)) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(root)
}

fn lock(folders: &Mutex<FxHashSet<String>>) -> MutexGuard<'_, FxHashSet<String>> {
    folders.lock().unwrap_or_else(PoisonError::into_inner)
}
