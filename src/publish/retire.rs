//! The tree that a site left when another took its place: what is foreign in it moves across, and what is ours goes. Not done here: the
//! exchange itself.
//!
//! Everything that the manifest of the tree does not name is foreign: files, symlinks, whole folders. It moves by a rename that never replaces
//! anything. What finds its place taken, which can only be when it appeared while the site was being published, is set aside, not lost. The
//! manifest goes last, so that a run that was killed here is finished by the next one.

use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::manifest::{self, Manifest};
use super::{PublishError, exchange, lock, names, output, staging, steps};
use crate::path::folders_of;

/// Finishes what a run that was killed had begun beside or inside an output, and removes what it left.
pub(super) fn recover(output: &Path) -> Result<(), PublishError> {
    let inside = output.join(names::INSIDE);
    if !staging::is_cleared(&inside)? {
        return Err(PublishError::NotOurTree { path: inside });
    }
    let Some(beside) = names::beside(output) else { return Ok(()) };
    if staging::is_cleared(&beside)? {
        return Ok(());
    }
    let is_folder = output::look(&beside)?.is_some_and(|there| there.is_dir());
    match if is_folder { Manifest::of_tree(&beside)? } else { None } {
        Some(manifest) => retire(&beside, Some(&manifest), output, &[]),
        None => Err(PublishError::NotOurTree { path: beside }),
    }
}

/// Empties `tree` and removes it: to `output`, the site that took its place, goes what `manifest` does not name. What is known to be foreign goes
/// first, for whose it is waits for it.
pub(super) fn retire(tree: &Path, manifest: Option<&Manifest>, output: &Path, known: &[PathBuf]) -> Result<(), PublishError> {
    let claimed = manifest::claimed(manifest);
    let mut retired = Retired::new(tree, output, claimed.iter().map(String::as_str));
    for path in known {
        retired.move_across(path)?;
    }
    // What appears meanwhile, in a folder that was just looked at, is met in the next round.
    for _ in 0..ROUNDS {
        retired.stuck.clear();
        retired.empty()?;
        if !retired.is_left(tree)? {
            steps::step()?;
            for name in [lock::FILE, manifest::NAME] {
                remove_file(&tree.join(name))?;
            }
            steps::step()?;
            match fs::remove_dir(tree) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => continue,
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(PublishError::io("remove", tree)(error)),
                _ => return Ok(()),
            }
        }
    }
    set_aside(tree, output)
}

/// So often a retired tree is looked through.
const ROUNDS: usize = 3;

/// A tree that is no longer the site.
pub(super) struct Retired<'a> {
    tree: &'a Path,
    output: &'a Path,
    ours: FxHashSet<&'a str>,
    folders: FxHashSet<&'a str>,
    /// What was moved across, relative to both.
    pub(super) moved: Vec<PathBuf>,
    /// What could not be.
    pub(super) stuck: Vec<PathBuf>,
}

impl<'a> Retired<'a> {
    /// `ours` are the files of the tree that are not foreign.
    pub(super) fn new(tree: &'a Path, output: &'a Path, ours: impl Iterator<Item = &'a str>) -> Self {
        let ours: FxHashSet<&str> = ours.collect();
        let folders = folders_of(ours.iter().copied());
        Self { tree, output, ours, folders, moved: Vec::new(), stuck: Vec::new() }
    }

    /// The same for who asks about the root alone: of a large tree, its deeper folders are not even listed.
    pub(super) fn at_root(tree: &'a Path, output: &'a Path, ours: impl Iterator<Item = &'a str>) -> Self {
        let (mut files, mut folders) = (FxHashSet::default(), FxHashSet::default());
        for path in ours {
            match path.split_once('/') {
                Some((folder, _)) => folders.insert(folder),
                None => files.insert(path),
            };
        }
        Self { tree, output, ours: files, folders, moved: Vec::new(), stuck: Vec::new() }
    }

    /// Empties the tree, the folders of one depth after those above them, and removes those that are empty then. One that is not is met again in the
    /// next round.
    fn empty(&mut self) -> Result<(), PublishError> {
        let mut depths = vec![vec![PathBuf::new()]];
        while let Some(folders) = depths.last().filter(|folders| !folders.is_empty()) {
            let mut deeper = Vec::new();
            for found in steps::all(folders, |folder| self.empty_folder(folder)) {
                let (foreign, folders) = found?;
                foreign.iter().try_for_each(|path| self.move_across(path))?;
                deeper.extend(folders);
            }
            depths.push(deeper);
        }
        let ours = depths.iter().skip(1).rev();
        ours.for_each(|folders| drop(steps::all(folders, |folder| fs::remove_dir(self.tree.join(folder)).is_ok())));
        Ok(())
    }

    /// Removes the files of ours in one folder; what is foreign there, and the folders of ours.
    fn empty_folder(&self, folder: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), PublishError> {
        let (mut foreign, mut folders) = (Vec::new(), Vec::new());
        for (path, kind) in self.entries(folder)? {
            match kind {
                Kind::Foreign => foreign.push(path),
                Kind::OurFolder => folders.push(path),
                Kind::OurFile => {
                    steps::step()?;
                    remove_file(&self.tree.join(path))?;
                }
            }
        }
        Ok((foreign, folders))
    }

    /// Moves what is foreign in one folder, and nothing below it.
    pub(super) fn foreign_of(&mut self, folder: &Path) -> Result<(), PublishError> {
        for (path, kind) in self.entries(folder)? {
            if kind == Kind::Foreign {
                self.move_across(&path)?;
            }
        }
        Ok(())
    }

    /// What is foreign in one folder, and nothing below it. `None` when some of it could not move: who moves a folder must be able to change it.
    pub(super) fn movable(&self, folder: &Path) -> Result<Option<Vec<PathBuf>>, PublishError> {
        let foreign = self.entries(folder)?.into_iter().filter(|(_, kind)| *kind == Kind::Foreign).map(|(path, _)| path);
        let foreign: Vec<PathBuf> = foreign.collect();
        let may_move = |path: &PathBuf| {
            let full = self.tree.join(path);
            !is_folder(&full) || exchange::may_change(&full).is_ok()
        };
        Ok(foreign.iter().all(may_move).then_some(foreign))
    }

    fn entries(&self, folder: &Path) -> Result<Vec<(PathBuf, Kind)>, PublishError> {
        let full = self.tree.join(folder);
        let list = || -> io::Result<Vec<_>> {
            let mut entries = Vec::new();
            for entry in fs::read_dir(&full)? {
                let entry = entry?;
                let path = folder.join(entry.file_name());
                if !is_reserved(&path) {
                    let kind = self.kind(&path, &entry)?;
                    entries.push((path, kind));
                }
            }
            Ok(entries)
        };
        match list() {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Vec::new()),
            listed => listed.map_err(PublishError::io("list", &full)),
        }
    }

    fn kind(&self, path: &Path, entry: &DirEntry) -> io::Result<Kind> {
        let kind = entry.file_type()?;
        // What is ours has a name that is text, with `/`.
        let name = path.to_str().map(|path| path.replace(std::path::MAIN_SEPARATOR, "/")).unwrap_or_default();
        Ok(match () {
            () if kind.is_dir() && self.folders.contains(name.as_str()) => Kind::OurFolder,
            () if kind.is_file() && self.ours.contains(name.as_str()) => Kind::OurFile,
            () => Kind::Foreign,
        })
    }

    /// Moves an entry to its place in the new site, a folder as a whole unless one of that name is there already.
    pub(super) fn move_across(&mut self, path: &Path) -> Result<(), PublishError> {
        steps::step()?;
        let (from, to) = (self.tree.join(path), self.output.join(path));
        // It may have gone since it was seen.
        if fs::symlink_metadata(&from).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let is_moved = make_folders(self.output, folder).and_then(|()| exchange::rename_to_nothing(&from, &to));
        match is_moved {
            Ok(()) => self.moved.push(path.to_owned()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && is_folder(&from) && is_folder(&to) => {
                for entry in fs::read_dir(&from).map_err(PublishError::io("list", &from))? {
                    let name = entry.map_err(PublishError::io("list", &from))?.file_name();
                    self.move_across(&path.join(name))?;
                }
                let _ = fs::remove_dir(&from);
            }
            Err(_) => self.stuck.push(path.to_owned()),
        }
        Ok(())
    }

    /// Whether anything but our own list is left in the tree.
    fn is_left(&self, tree: &Path) -> Result<bool, PublishError> {
        let entries = fs::read_dir(tree).map_err(PublishError::io("list", tree))?;
        let is_reserved = |entry: io::Result<DirEntry>| entry.is_ok_and(|entry| is_reserved(Path::new(&entry.file_name())));
        Ok(!entries.into_iter().all(is_reserved))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Foreign,
    OurFile,
    OurFolder,
}

/// What stands in the root of a site for the publisher itself.
fn is_reserved(path: &Path) -> bool {
    [manifest::NAME, lock::FILE].iter().any(|name| path == Path::new(name))
}

/// Makes the folders of a foreign entry that the new site has no use for; a symlink among them is not followed.
fn make_folders(output: &Path, folder: &Path) -> io::Result<()> {
    let mut full = output.to_owned();
    for part in folder {
        full.push(part);
        match fs::create_dir(&full) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && is_folder(&full) => {}
            Err(error) => return Err(error),
            Ok(()) => {}
        }
    }
    Ok(())
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}

fn remove_file(path: &Path) -> Result<(), PublishError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(PublishError::io("remove", path)(error)),
        _ => Ok(()),
    }
}

/// Gives what could not move across a name of its own beside the output, where nothing will remove it.
fn set_aside(tree: &Path, output: &Path) -> Result<(), PublishError> {
    for number in 1..=MOST_ASIDE {
        let mut name = output.file_name().unwrap_or_default().to_owned();
        name.push(format!(".rollbook-kept-{number}"));
        let folder = output.with_file_name(name);
        match exchange::rename_to_nothing(tree, &folder) {
            Ok(()) => {
                for name in [lock::FILE, manifest::NAME] {
                    remove_file(&folder.join(name))?;
                }
                return Err(PublishError::SetAside { output: output.to_owned(), folder });
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(PublishError::io("rename", tree)(error)),
        }
    }
    Err(PublishError::NotOurTree { path: tree.to_owned() })
}

/// So many folders of things that were set aside may wait for somebody to look at them.
const MOST_ASIDE: usize = 100;
