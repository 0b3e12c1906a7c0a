//! Names of files in the output, as text with `/`: which are allowed, which are kept for ourselves, where they are on the disk. Not done
//! here: touching the disk.

use std::path::{Component, Path, PathBuf};

use super::PublishError;
use crate::path::folders_of;

/// What every file starts with that the publisher keeps for itself; never the name of a page.
const RESERVED: &str = ".rollbook-";

/// The folder, inside the output, in which everything is made before it is put in place, where no tree can be made beside the output.
pub(super) const INSIDE: &str = ".rollbook-next";

/// The marker of a tree that is being made and never was a site: whatever is in it is ours.
pub(super) const MARKER: &str = ".rollbook-unfinished";

/// Where the new tree of an output is made: beside it, so that one rename can put it in its place, and hidden from whoever lists the folder.
/// `None` for a root, which has nothing beside it.
pub(super) fn beside(output: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(output.file_name()?);
    name.push(".rollbook-next");
    Some(output.with_file_name(name))
}

/// Refuses a list of paths, sorted, that cannot all be files: a path that leaves the output, one that is a file and a folder at once, or one that is
/// there twice.
pub(super) fn check(paths: &[&str]) -> Result<(), PublishError> {
    if let Some(pair) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(PublishError::Twice { path: pair[0].to_owned() });
    }
    for path in paths {
        if !is_allowed(path) {
            return Err(PublishError::BadName { path: (*path).to_owned() });
        }
    }
    let needed = folders_of(paths.iter().copied());
    let Some(path) = paths.iter().find(|path| needed.contains(**path)) else { return Ok(()) };
    let inside = paths.iter().find(|other| folders(other).any(|folder| folder == *path)).copied().unwrap_or_default();
    Err(PublishError::FileAndFolder { path: (*path).to_owned(), inside: inside.to_owned() })
}

/// Whether `path` stays inside the output and is not ours to keep: no absolute path, no `..`, no manifest. `.git` is refused as well: the
/// output may be a checkout, and a manifest that came from elsewhere must not be able to take its history away.
pub(super) fn is_allowed(path: &str) -> bool {
    path.split('/').all(|part| is_plain(part) && !is_reserved_part(part) && !part.eq_ignore_ascii_case(".git"))
}

/// Whether the system takes `part` as one plain name; on Windows `a\b` and `C:` are not.
fn is_plain(part: &str) -> bool {
    let mut components = Path::new(part).components();
    let is_one_name = matches!(components.next(), Some(Component::Normal(name)) if name == part);
    is_one_name && components.next().is_none() && !part.contains('\0')
}

/// Whether a file is one that the publisher keeps for itself, a temporary one for instance.
pub(super) fn is_reserved(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(is_reserved_part)
}

fn is_reserved_part(part: &str) -> bool {
    part.get(..RESERVED.len()).is_some_and(|start| start.eq_ignore_ascii_case(RESERVED))
}

/// Where `path` is written before it is renamed: in the same folder, so that renaming never crosses a file system. The name follows from
/// the path, so that the next run finds what a killed one left; it is short, whatever the length of the path.
pub(super) fn temporary(path: &str) -> String {
    let folder = path.len() - path.rsplit('/').next().unwrap_or_default().len();
    let hash = blake3::hash(path.as_bytes()).to_hex();
    format!("{}{RESERVED}{}.tmp", &path[..folder], &hash[..16])
}

/// Every folder that a path needs, outermost first, without the root of the output: `a/b/c` → `a`, `a/b`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The path on the disk; part by part, because Windows knows no `/` in its long form of paths.
pub(super) fn on_disk(output: &Path, path: &str) -> PathBuf {
    let mut full = output.to_path_buf();
    full.extend(path.split('/'));
    full
}
