//! Single changes in a folder that readers look at, none of them half done. Not done here: deciding on them (that is the plan).

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::{PublishError, names};

/// A file that is written in full and not yet in its place. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Staged {
    temporary: TempPath,
    target: PathBuf,
}

/// Writes one file beside its target. What has its name already is not opened, so a symlink of that name leads nowhere.
pub(super) fn stage_one(output: &Path, path: &str, bytes: &[u8]) -> Result<Staged, PublishError> {
    let target = names::on_disk(output, path);
    let temporary = names::on_disk(output, &names::temporary(path));
    let mut file = File::create_new(&temporary).map_err(PublishError::io("create", &temporary))?;
    let temporary = TempPath::try_from_path(temporary).map_err(PublishError::io("write", &target))?;
    file.write_all(bytes).map_err(PublishError::io("write", &target))?;
    Ok(Staged { temporary, target })
}

/// Puts a file in its place at one stroke: a reader sees the old one or the new one.
pub(super) fn commit(Staged { temporary, target }: Staged) -> Result<(), PublishError> {
    temporary.persist(&target).map_err(|error| PublishError::io("replace", target)(error.error))
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

/// Makes the folders that files need, or none of them.
pub(super) fn make_folders(output: &Path, paths: &[&str]) -> Result<Vec<PathBuf>, PublishError> {
    let needed: BTreeSet<&str> = paths.iter().flat_map(|path| names::folders(path)).collect();
    let mut made = Vec::new();
    for folder in needed {
        let folder = names::on_disk(output, folder);
        match fs::create_dir(&folder) {
            Ok(()) => made.push(folder),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => {
                unmake(&made);
                return Err(PublishError::io("create the folder", folder)(error));
            }
        }
    }
    Ok(made)
}

fn unmake(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}
