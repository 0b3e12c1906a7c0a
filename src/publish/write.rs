//! The changes on the disk, each by itself and none of them half done. Not done here: deciding on them (that is the plan).

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::plan::Change;
use super::{PublishError, names};

/// A file that is written in full and not yet in its place. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Staged {
    temporary: TempPath,
    target: PathBuf,
}

/// Writes every file beside its target. Either all of them are there afterwards, or none, and no new folder either.
pub(super) fn stage(output: &Path, changes: &[Change]) -> Result<Vec<Staged>, PublishError> {
    let mut made = Vec::new();
    let staged = make_folders(output, changes, &mut made)
        .and_then(|()| changes.iter().map(|change| stage_one(output, change.path, change.bytes)).collect());
    if staged.is_err() {
        for folder in made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    staged
}

/// Writes one file beside its target. It is created like any other file, so the user's umask holds; what has its name already is not
/// opened, so a symlink of that name leads nowhere.
pub(super) fn stage_one(output: &Path, path: &str, bytes: &[u8]) -> Result<Staged, PublishError> {
    let target = names::on_disk(output, path);
    let temporary = names::on_disk(output, &names::temporary(path));
    let mut file = File::create_new(&temporary).map_err(PublishError::io("create", &temporary))?;
    let temporary = TempPath::try_from_path(temporary).map_err(PublishError::io("write", &target))?;
    file.write_all(bytes).map_err(PublishError::io("write", &target))?;
    Ok(Staged { temporary, target })
}

/// Puts each file in its place at one stroke: a reader sees the old one or the new one.
pub(super) fn commit(staged: impl IntoIterator<Item = Staged>) -> Result<(), PublishError> {
    for Staged { temporary, target } in staged {
        temporary.persist(&target).map_err(|error| PublishError::io("replace", target)(error.error))?;
    }
    Ok(())
}

/// Whether a failed [`stage`] could take everything away again.
pub(super) fn nothing_staged(output: &Path, changes: &[Change]) -> bool {
    let is_absent = |error: io::Error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
    let look = |change: &Change| fs::symlink_metadata(names::on_disk(output, &names::temporary(change.path)));
    changes.iter().all(|change| look(change).is_err_and(is_absent))
}

/// Removes files, and says how many were there.
pub(super) fn remove_files(output: &Path, paths: &[&str]) -> Result<usize, PublishError> {
    let mut removed = 0;
    for path in paths {
        let path = names::on_disk(output, path);
        match fs::remove_file(&path) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(PublishError::io("remove", path)(error)),
        }
    }
    Ok(removed)
}

/// Removes those of the folders that are empty. That it cannot be done is no reason to fail: the folder holds files of others, or is not
/// there, or is not a folder any more.
pub(super) fn remove_empty_folders(output: &Path, folders: &BTreeSet<&str>) {
    // Backwards, so that a folder comes after those in it.
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(names::on_disk(output, folder));
    }
}

fn make_folders(output: &Path, changes: &[Change], made: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    let needed: BTreeSet<&str> = changes.iter().flat_map(|change| names::folders(change.path)).collect();
    for folder in needed {
        let folder = names::on_disk(output, folder);
        match fs::create_dir(&folder) {
            Ok(()) => made.push(folder),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(PublishError::io("create the folder", folder)(error)),
        }
    }
    Ok(())
}
