//! Anything by its name, on disk: a few packs, of which none is ever changed. Each process that makes something new writes one more. Not done here:
//! what is in a pack, and for how long.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::pack::{self, Pack};
use super::tidy::Shelf;
use super::{Edition, Name};

/// A folder of packs.
pub(super) struct Store {
    pub(super) folder: PathBuf,
    edition: Edition,
    limit: u64,
    /// Opened when somebody asks for the first time.
    shelf: OnceLock<RwLock<Shelf>>,
    /// The bytes on disk of what it has given out and what it has kept: these are in use, whatever else is not.
    in_use: AtomicU64,
    is_tidy: AtomicBool,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Store {
    /// One that may have so many bytes. Nothing is read, and nothing made, before it is needed.
    pub(super) fn new(folder: PathBuf, edition: Edition, limit: u64) -> Self {
        let (shelf, in_use, is_tidy) = (OnceLock::new(), AtomicU64::new(0), AtomicBool::new(false));
        Self { folder, edition, limit, shelf, in_use, is_tidy }
    }

    /// What has that name, if it is there and whole.
    pub(super) fn recall(&self, name: &Name) -> Option<Vec<u8>> {
        let shelf = self.shelf().read().unwrap_or_else(PoisonError::into_inner);
        let bytes = shelf.packs.iter().find_map(|pack| pack.get(name))?;
        self.in_use.fetch_add(size(&bytes), Ordering::Relaxed);
        Some(bytes)
    }

    /// Whether it seems to be there; nothing is read.
    pub(super) fn lists(&self, name: &Name) -> bool {
        self.shelf().read().unwrap_or_else(PoisonError::into_inner).packs.iter().any(|pack| pack.lists(name))
    }

    /// Keeps something new for later, and says how many pieces. What does not fit beside those in use is left out. Nobody waits while it is written.
    pub(super) fn keep(&self, mut pieces: Vec<(Name, Arc<[u8]>)>) -> io::Result<usize> {
        if pieces.is_empty() && self.is_tidy.load(Ordering::Relaxed) && !self.is_damaged() {
            return Ok(0);
        }
        pieces.sort_unstable_by_key(|(name, _)| *name);
        pieces.dedup_by_key(|(name, _)| *name);
        let count = self.fit(&mut pieces);
        let mut pack = None;
        if count > 0 {
            std::fs::create_dir_all(&self.folder)?;
            pack = Some(Pack::write(&self.folder, &self.edition, pieces)?);
        }
        let mut shelf = self.shelf().write().unwrap_or_else(PoisonError::into_inner);
        shelf.packs.extend(pack);
        self.is_tidy.store(true, Ordering::Relaxed);
        shelf.tidy(&self.folder, &self.edition, self.limit)?;
        Ok(count)
    }

    /// Whether something was read that is not what was written.
    fn is_damaged(&self) -> bool {
        self.shelf().read().unwrap_or_else(PoisonError::into_inner).packs.iter().any(|pack| pack.is_damaged.load(Ordering::Relaxed))
    }

    /// Leaves as many of the pieces as fit beside what is in use, and counts them as being so.
    fn fit(&self, pieces: &mut Vec<(Name, Arc<[u8]>)>) -> usize {
        let mut shelf = self.shelf().write().unwrap_or_else(PoisonError::into_inner);
        shelf.weed();
        let frames = (shelf.packs.len() as u64 + 1) * pack::EMPTY;
        let mut left = self.limit.saturating_sub(self.in_use.load(Ordering::Relaxed) + frames);
        pieces.retain(|(_, bytes)| left.checked_sub(size(bytes)).map(|rest| left = rest).is_some());
        // With the frame of their pack, which others that are being written do not see yet.
        self.in_use.fetch_add(pieces.iter().map(|(_, bytes)| size(bytes)).sum::<u64>() + pack::EMPTY, Ordering::Relaxed);
        pieces.len()
    }

    /// Whether anybody has asked for anything.
    pub(super) fn is_open(&self) -> bool {
        self.shelf.get().is_some()
    }

    fn shelf(&self) -> &RwLock<Shelf> {
        self.shelf.get_or_init(|| RwLock::new(Shelf::open(&self.folder, &self.edition, self.limit)))
    }
}

/// What a piece needs on disk.
fn size(bytes: &[u8]) -> u64 {
    bytes.len() as u64 + pack::ENTRY
}
