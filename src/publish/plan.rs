//! What publishing a site into a folder will do, and everything that speaks against it. Not done here: changing anything on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rustc_hash::FxHashSet;

use super::output::look;
use super::{InTheWay, Obstacle, PublishError, names};
use crate::path::{folder_of, folders_of};

/// A file of the site, and what was found where it belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) path: String,
    pub(super) state: State,
}

/// What has to be done for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// A file of ours is there with the same bytes: it stays.
    Kept,
    /// A file of ours is there with other bytes: the new one takes its place.
    Replaced,
    /// It is new; what stands in its place, if anything, was not looked at.
    New,
}

/// All that has to be done, found out before the first of it is done. Paths are relative to the output.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The files that are new or differ.
    pub(super) written: Vec<&'a str>,
    /// The files of the site that are there already, byte for byte.
    pub(super) kept: Vec<&'a str>,
    /// Temporary files of a run that was killed.
    pub(super) leftovers: Vec<&'a str>,
    /// Files out of use that stand where a folder must be, or in a folder where a file must be: in place, they go before anything is put there.
    pub(super) clear: Vec<&'a str>,
    /// The other files out of use: they go when the new ones are there.
    pub(super) remove: Vec<&'a str>,
    /// Folders of files out of use that no file of the site needs: they go when they are empty.
    pub(super) folders_out_of_use: BTreeSet<&'a str>,
    /// Every file that is ours, if it is there, and every folder that one of them is in.
    pub(super) ours: &'a BTreeSet<String>,
    pub(super) our_folders: FxHashSet<&'a str>,
}

impl<'a> Plan<'a> {
    /// Looks at what is in `output`, where `claimed` are the paths that are ours.
    pub(super) fn new(entries: &'a [Entry], output: &'a Path, claimed: &'a BTreeSet<String>) -> Result<Self, PublishError> {
        let mut survey = Survey::new(entries, output, claimed);
        let (mut written, mut kept) = (Vec::new(), Vec::new());
        for Entry { path, state } in entries {
            match state {
                State::Kept => kept.push(path.as_str()),
                State::Replaced => written.push(path.as_str()),
                State::New => {
                    survey.file(path)?;
                    written.push(path);
                }
            }
        }
        let (leftovers, remove) = survey.out_of_use()?;
        if !survey.obstacles.is_empty() {
            let obstacles = survey.obstacles.into_iter().map(|(path, obstacle)| InTheWay { path: path.to_owned(), obstacle }).collect();
            return Err(PublishError::InTheWay { output: output.to_owned(), obstacles });
        }
        let clear = survey.clear.into_iter().collect();
        let folders_out_of_use = survey.our_folders.difference(&survey.site_folders).copied().collect();
        Ok(Self { written, kept, leftovers, clear, remove, folders_out_of_use, ours: claimed, our_folders: survey.our_folders })
    }

    /// True when nothing of the site differs from what is there.
    pub(super) fn changes_nothing(&self) -> bool {
        self.written.is_empty() && self.removed() == 0
    }

    /// How many files go.
    pub(super) fn removed(&self) -> usize {
        self.clear.len() + self.remove.len()
    }
}

/// What is where a folder belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    There,
    Missing,
    Obstacle,
}

/// A look at the output folder that remembers what it saw, each folder once.
struct Survey<'a> {
    output: &'a Path,
    claimed: &'a BTreeSet<String>,
    out_of_use: BTreeSet<&'a str>,
    our_folders: FxHashSet<&'a str>,
    site_folders: FxHashSet<&'a str>,
    seen: BTreeMap<&'a str, Folder>,
    clear: BTreeSet<&'a str>,
    obstacles: BTreeMap<&'a str, Obstacle>,
}

impl<'a> Survey<'a> {
    fn new(entries: &'a [Entry], output: &'a Path, claimed: &'a BTreeSet<String>) -> Self {
        let wanted = || entries.iter().map(|entry| entry.path.as_str());
        // Both are sorted.
        let mut rest = wanted().peekable();
        let mut is_wanted = |path: &str| {
            while rest.next_if(|wanted| *wanted < path).is_some() {}
            rest.peek() == Some(&path)
        };
        Self {
            output,
            claimed,
            out_of_use: claimed.iter().map(String::as_str).filter(|path| !is_wanted(path)).collect(),
            our_folders: folders_of(claimed.iter().map(String::as_str)),
            site_folders: folders_of(wanted()),
            seen: BTreeMap::new(),
            clear: BTreeSet::new(),
            obstacles: BTreeMap::new(),
        }
    }

    /// Finds what stands in the way of the file `path` of the site.
    fn file(&mut self, path: &'a str) -> Result<(), PublishError> {
        if self.folder(folder_of(path))? != Folder::There {
            return Ok(());
        }
        let Some(there) = look(&names::on_disk(self.output, path))? else { return Ok(()) };
        let obstacle = if there.is_symlink() {
            Obstacle::Symlink
        } else if there.is_dir() && self.holds_only_ours(path)? {
            self.clear_folder(path);
            return Ok(());
        } else if there.is_dir() {
            Obstacle::Folder
        } else if there.is_file() && self.claimed.contains(path) {
            return Ok(());
        } else {
            Obstacle::ForeignFile
        };
        self.obstacles.insert(path, obstacle);
        Ok(())
    }

    /// What is where the folder `path` belongs, be it a folder of the site or one that only files out of use are in. A symlink is an
    /// obstacle for both: neither writing nor removing may follow it.
    fn folder(&mut self, path: &'a str) -> Result<Folder, PublishError> {
        if path.is_empty() {
            return Ok(Folder::There);
        }
        if let Some(seen) = self.seen.get(path) {
            return Ok(*seen);
        }
        let outer = self.folder(folder_of(path))?;
        let folder = if outer == Folder::There { self.folder_itself(path)? } else { outer };
        self.seen.insert(path, folder);
        Ok(folder)
    }

    fn folder_itself(&mut self, path: &'a str) -> Result<Folder, PublishError> {
        let Some(there) = look(&names::on_disk(self.output, path))? else { return Ok(Folder::Missing) };
        if there.is_dir() {
            return Ok(Folder::There);
        }
        let obstacle = if there.is_symlink() { Obstacle::Symlink } else { Obstacle::NotAFolder };
        if obstacle == Obstacle::NotAFolder && !self.site_folders.contains(path) {
            return Ok(Folder::Missing);
        }
        if obstacle == Obstacle::NotAFolder && there.is_file() && self.out_of_use.contains(path) {
            self.clear.insert(path);
            return Ok(Folder::Missing);
        }
        self.obstacles.insert(path, obstacle);
        Ok(Folder::Obstacle)
    }

    /// Whether a folder, which may go only then, was made by us and holds nothing but files of ours that are out of use.
    fn holds_only_ours(&self, folder: &str) -> Result<bool, PublishError> {
        if !self.our_folders.contains(folder) {
            return Ok(false);
        }
        let full = names::on_disk(self.output, folder);
        for entry in fs::read_dir(&full).map_err(PublishError::io("list", &full))? {
            let entry = entry.map_err(PublishError::io("list", &full))?;
            let kind = entry.file_type().map_err(PublishError::io("look at", entry.path()))?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let ours = if kind.is_dir() { self.holds_only_ours(&path)? } else { kind.is_file() && self.out_of_use.contains(path.as_str()) };
            if !ours {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn clear_folder(&mut self, folder: &'a str) {
        let is_inside = |path: &&&str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.clear.extend(self.out_of_use.range(folder..).take_while(|path| path.starts_with(folder)).filter(is_inside));
    }

    /// The leftovers and the files out of use that are there and do not have to be cleared away first. One that is not there is not
    /// removed later either: on a system that ignores case its name may be that of a new page by then.
    fn out_of_use(&mut self) -> Result<(Vec<&'a str>, Vec<&'a str>), PublishError> {
        let (mut leftovers, mut remove) = (Vec::new(), Vec::new());
        for path in self.out_of_use.clone() {
            if self.folder(folder_of(path))? != Folder::There {
                continue;
            }
            match look(&names::on_disk(self.output, path))? {
                Some(there) if there.is_symlink() => {
                    self.obstacles.insert(path, Obstacle::Symlink);
                }
                Some(there) if there.is_file() && names::is_reserved(path) => leftovers.push(path),
                Some(there) if there.is_file() && !self.clear.contains(path) => remove.push(path),
                _ => {}
            }
        }
        Ok((leftovers, remove))
    }
}
