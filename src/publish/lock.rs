//! One publisher at a time. Not done here: waiting for the other one.
//!
//! What is locked is the output folder itself, because that leaves nothing behind. The folder is exchanged for another while it is locked, so
//! the publisher locks the new one before it puts it in place, and holds both to its end. Who waited, or opened the old folder just before,
//! finds that the folder it holds is no longer the one of that name, and begins again.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::PublishError;
use super::manifest::Manifest;

/// Locks that hold until this is dropped, which a kill does as well.
#[derive(Debug)]
pub(super) struct Lock {
    held: Vec<File>,
    /// The folder that is locked; `None` where a file in it is.
    folder: Option<Identity>,
}

/// The lock file of systems that cannot lock a folder. It is never removed: whoever still had it open would then hold a lock on nothing.
pub(super) const FILE: &str = ".rollbook-lock";

/// Locks `output`, an existing folder. `None` when it went away meanwhile, or became another: the caller looks again. Windows and some network
/// file systems cannot lock a folder, for any publisher alike, and there a file in it is locked.
pub(super) fn take(output: &Path) -> Result<Option<Lock>, PublishError> {
    let folder = match File::open(output) {
        Ok(folder) => folder,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(_) => return take_file(output).map(Some),
    };
    match folder.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(PublishError::Busy { output: output.to_owned() }),
        Err(TryLockError::Error(_)) => return take_file(output).map(Some),
    }
    let Ok(identity) = folder.metadata().map(|locked| Identity::of(&locked)) else { return take_file(output).map(Some) };
    Ok(is_at(&identity, output).then(|| Lock { held: vec![folder], folder: Some(identity) }))
}

/// Locks a file in `output`.
pub(super) fn take_file(output: &Path) -> Result<Lock, PublishError> {
    // Nothing is put into a folder that will be refused.
    Manifest::load(output)?;
    let path = output.join(FILE);
    // Created only where nothing is, and never written to: a symlink of this name cannot make us change anything.
    let file = File::create_new(&path).or_else(|_| File::options().write(true).open(&path)).map_err(PublishError::io("open", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { held: vec![file], folder: None }),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy { output: output.to_owned() }),
        Err(TryLockError::Error(error)) => Err(PublishError::io("lock", path)(error)),
    }
}

impl Lock {
    /// Whether the folder itself is locked, so that it can be exchanged for another that is locked as well.
    pub(super) fn moves_along(&self) -> bool {
        self.folder.is_some()
    }

    /// Whether what is locked is still what has that name.
    pub(super) fn is_at(&self, output: &Path) -> bool {
        self.folder.as_ref().is_none_or(|folder| is_at(folder, output))
    }

    /// Locks the folder that will take the place of the first one.
    pub(super) fn extend_to(&mut self, tree: &Path) -> Result<(), PublishError> {
        let folder = File::open(tree).map_err(PublishError::io("open", tree))?;
        folder.try_lock().map_err(|error| PublishError::io("lock", tree)(error.into()))?;
        self.held.push(folder);
        Ok(())
    }

    /// Says that it has taken that place.
    pub(super) fn exchanged(&mut self) {
        self.folder = self.held.last().and_then(|folder| folder.metadata().ok()).map(|folder| Identity::of(&folder));
    }
}

/// What a file or folder is, whatever its name: its file system and its number there. Only asked where folders can be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Identity(u64, u64);

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self(metadata.dev(), metadata.ino())
    }

    #[cfg(not(unix))]
    pub(super) fn of(_: &fs::Metadata) -> Self {
        Self(0, 0)
    }
}

fn is_at(identity: &Identity, path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| Identity::of(&there) == *identity)
}
