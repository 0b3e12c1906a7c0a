//! One publisher at a time. Not done here: waiting for the other one.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::PublishError;

/// Locks the output for as long as the returned file is open, which a kill ends as well. What is locked is the folder itself, because that
/// leaves nothing behind; Windows and network file systems refuse this, to every publisher alike, and there a file is locked.
pub(super) fn take(output: &Path) -> Result<File, PublishError> {
    if let Ok(folder) = File::open(output) {
        match folder.try_lock() {
            Ok(()) => return Ok(folder),
            Err(TryLockError::WouldBlock) => return Err(PublishError::Busy { output: output.to_owned() }),
            Err(TryLockError::Error(_)) => {}
        }
    }
    take_file(output)
}

/// The lock file of systems that cannot lock a folder. It is never removed: whoever still had it open would then hold a lock on nothing.
pub(super) const FILE: &str = ".rollbook-lock";

pub(super) fn take_file(output: &Path) -> Result<File, PublishError> {
    let path = output.join(FILE);
    // Created only where nothing is, and never written to: a symlink of this name cannot make us change anything.
    let file = File::create_new(&path).or_else(|_| File::options().write(true).open(&path)).map_err(PublishError::io("open", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy { output: output.to_owned() }),
        Err(TryLockError::Error(error)) => Err(PublishError::io("lock", path)(error)),
    }
}
