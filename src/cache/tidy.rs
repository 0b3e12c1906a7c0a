//! The packs in the folder, kept few and small. Not done here: what is in one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use super::pack::{self, Pack};
use super::{Edition, Name};

/// More small packs than this become one.
const MANY: usize = 16;

/// One in so many parts of what all may have together is no small pack: it is not written again for the sake of smaller ones.
const PARTS: u64 = 32;

/// No more are opened at once, however many somebody has put there: each takes one of the files that a process may have open.
const MOST: usize = 64;

/// A pack that is used says so once a day. What is not a pack after that time was left by a build that was killed.
const DAY: Duration = Duration::from_secs(86_400);

/// What the name of a file begins with that is not whole yet.
pub(super) const TEMPORARY: &str = "new-";

/// The packs that can be used, and what only looks like one.
#[derive(Default)]
pub(super) struct Shelf {
    pub(super) packs: Vec<Pack>,
    refused: Vec<PathBuf>,
}

/// A file of the folder.
struct Found {
    path: PathBuf,
    size: u64,
    used: SystemTime,
}

impl Found {
    fn is_old(&self, now: SystemTime) -> bool {
        now.duration_since(self.used).is_ok_and(|age| age > DAY)
    }
}

impl Shelf {
    /// Opens the packs of an edition, those used last first.
    pub(super) fn open(folder: &Path, edition: &Edition, limit: u64) -> Self {
        let mut shelf = Self::default();
        let (files, _) = too_much(listed(folder, pack::ENDING).0, limit);
        for file in files.into_iter().filter(|file| is_of(edition, &file.path)).take(MOST) {
            match Pack::open(&file.path, edition, file.size) {
                Ok(Some(pack)) => shelf.packs.push(pack),
                Ok(None) => shelf.refused.push(file.path),
                // It has become shorter since, or it is gone.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => shelf.refused.push(file.path),
                Err(_) => {}
            }
        }
        shelf
    }

    /// Removes what is not what was written.
    pub(super) fn weed(&mut self) {
        self.packs.retain(|pack| {
            let is_damaged = pack.is_damaged.load(Ordering::Relaxed);
            if is_damaged {
                self.refused.push(pack.path.clone());
            }
            !is_damaged
        });
        self.refused.drain(..).for_each(|path| remove(&path));
    }

    /// Makes one of many small packs, and removes what is too much.
    pub(super) fn tidy(&mut self, folder: &Path, edition: &Edition, limit: u64) -> io::Result<()> {
        let now = SystemTime::now();
        self.merge(folder, edition, limit / PARTS)?;
        let (mut files, left) = listed(folder, pack::ENDING);
        let is_old = |file: &Found| file.is_old(now);
        left.iter().filter(|file| is_old(file)).for_each(|file| remove(&file.path));
        for pack in self.packs.iter().filter(|pack| pack.is_used.load(Ordering::Relaxed)) {
            if let Some(file) = files.iter_mut().find(|file| file.path == pack.path && is_old(file)) {
                pack.touch(now);
                file.used = now;
            }
        }
        too_much(files, limit).1.iter().for_each(|file| remove(&file.path));
        Ok(())
    }

    /// Makes one of the small packs if they are many.
    fn merge(&mut self, folder: &Path, edition: &Edition, small: u64) -> io::Result<()> {
        if self.packs.iter().filter(|pack| pack.size() < small).count() <= MANY {
            return Ok(());
        }
        let (small, mut packs): (Vec<Pack>, Vec<Pack>) = std::mem::take(&mut self.packs).into_iter().partition(|pack| pack.size() < small);
        let mut names: Vec<Name> = small.iter().flat_map(Pack::names).collect();
        names.sort_unstable();
        names.dedup();
        // One block at a time: no more of them is in memory. What is damaged stays behind.
        let blocks = names.into_iter().filter_map(|name| Some((name, small.iter().find_map(|pack| pack.get(&name))?)));
        let merged = Pack::write(folder, edition, blocks);
        match &merged {
            // One of them may have had all that the others have.
            Ok(merged) => small.into_iter().filter(|pack| pack.path != merged.path).for_each(|pack| remove(&pack.path)),
            Err(_) => packs.extend(small),
        }
        let merged = merged.map(|merged| packs.push(merged));
        self.packs = packs;
        merged
    }
}

/// Removes the files with that ending that are too much, those that were written first, and what was left by a process that was killed.
pub(super) fn keep_newest(folder: &Path, ending: &str, limit: u64) {
    let now = SystemTime::now();
    let (files, left) = listed(folder, ending);
    let left = left.into_iter().filter(|file| file.is_old(now));
    too_much(files, limit).1.into_iter().chain(left).for_each(|file| remove(&file.path));
}

/// The files of a folder with that ending, of all editions, and what was to become one.
fn listed(folder: &Path, ending: &str) -> (Vec<Found>, Vec<Found>) {
    // What will be used only tomorrow is of a clock that was wrong.
    let latest = SystemTime::now() + DAY;
    let found = |entry: fs::DirEntry| {
        let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let used = data.modified().ok().filter(|used| *used < latest).unwrap_or(SystemTime::UNIX_EPOCH);
        Some(Found { path: entry.path(), size: data.len(), used })
    };
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| found(entry.ok()?));
    let (files, others): (Vec<Found>, Vec<Found>) = files.partition(|file| file.path.extension().is_some_and(|its| its == ending));
    let is_temporary = |file: &Found| file.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(TEMPORARY));
    (files, others.into_iter().filter(is_temporary).collect())
}

/// Of the packs those that may stay, the ones used last first, and those that are too much beside them.
fn too_much(mut files: Vec<Found>, limit: u64) -> (Vec<Found>, Vec<Found>) {
    files.sort_by(|a, b| (b.used, &a.path).cmp(&(a.used, &b.path)));
    let mut left = limit;
    files.into_iter().partition(|file| left.checked_sub(file.size).map(|rest| left = rest).is_some())
}

fn is_of(edition: &Edition, path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&pack::prefix(edition)))
}

/// What somebody else has removed is gone, and what can't be removed is only in the way.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}
