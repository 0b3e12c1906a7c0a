//! What outlives the process, so that the next one need not make it again: highlighted code, and what the last build into each output came to
//! ([`Outputs`]). It is an edge. Not done here: making any of it, or saying what is worth keeping.
//!
//! Nothing is lost with the folder but time. Any number of builds may use it at once: each file in it is written whole, under another name, and renamed. What
//! can't be read or is not what was written is as if it were not there. Its HTML goes into pages as it is: checksums find accidents, and
//! who can write there can write what they please.
//!
//! Code is kept in a few packs. Each build that makes something new writes one more, and none is ever changed.
#![expect(clippy::disallowed_methods, reason = "this is the edge that keeps files between builds")]

mod last;
mod pack;
#[cfg(test)]
mod tests;
mod tidy;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

pub use last::{Last, Outputs};

use crate::document::fragment::BlockName;
use crate::document::highlight;
use pack::{Edition, Pack};
use tidy::Shelf;

/// So many bytes may all packs have together: the HTML of about 100,000 blocks of code. Those that were not used for the longest time go first.
const LIMIT: u64 = 256 << 20;

/// Highlighted code by the name of its block, on disk.
pub struct Cache {
    folder: PathBuf,
    edition: Edition,
    limit: u64,
    /// Opened when somebody asks for the first time.
    shelf: OnceLock<RwLock<Shelf>>,
    /// The bytes on disk of what it has given out and what it has kept: these are in use, whatever else is not.
    in_use: AtomicU64,
    is_tidy: AtomicBool,
}

/// What came of [`Cache::keep`].
pub fn words(kept: &io::Result<usize>) -> String {
    match kept {
        Ok(blocks) => format!("{blocks} new code blocks"),
        Err(error) => format!("new code blocks can't be kept: {error}"),
    }
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Cache {
    /// The cache below the user's folder of caches for this program. Nothing is read, and nothing made, before it is needed.
    pub fn new(folder: &Path) -> Self {
        Self::limited(folder, highlight::edition(), LIMIT)
    }

    fn limited(folder: &Path, edition: Edition, limit: u64) -> Self {
        let (shelf, in_use, is_tidy) = (OnceLock::new(), AtomicU64::new(0), AtomicBool::new(false));
        Self { folder: folder.join("code"), edition, limit, shelf, in_use, is_tidy }
    }

    /// The HTML of a block, if it is there and whole.
    pub fn recall(&self, name: &BlockName) -> Option<Arc<str>> {
        let shelf = self.shelf().read().unwrap_or_else(PoisonError::into_inner);
        let html = shelf.packs.iter().find_map(|pack| pack.get(name))?;
        self.in_use.fetch_add(size(&html), Ordering::Relaxed);
        Some(html)
    }

    /// Keeps new blocks for later builds, and says how many. What does not fit beside those in use is left out. An error costs no more than this:
    /// the next build makes them again.
    pub fn keep(&self, mut blocks: Vec<(BlockName, Arc<str>)>) -> io::Result<usize> {
        if blocks.is_empty() && self.is_tidy.load(Ordering::Relaxed) {
            return Ok(0);
        }
        let mut shelf = self.shelf().write().unwrap_or_else(PoisonError::into_inner);
        shelf.weed();
        let frames = (shelf.packs.len() as u64 + 1) * pack::EMPTY;
        let mut left = self.limit.saturating_sub(self.in_use.load(Ordering::Relaxed) + frames);
        blocks.sort_unstable_by_key(|(name, _)| *name);
        blocks.dedup_by_key(|(name, _)| *name);
        blocks.retain(|(_, html)| left.checked_sub(size(html)).map(|rest| left = rest).is_some());
        let count = blocks.len();
        if count > 0 {
            self.in_use.fetch_add(blocks.iter().map(|(_, html)| size(html)).sum(), Ordering::Relaxed);
            std::fs::create_dir_all(&self.folder)?;
            shelf.packs.push(Pack::write(&self.folder, &self.edition, blocks)?);
        }
        self.is_tidy.store(true, Ordering::Relaxed);
        shelf.tidy(&self.folder, &self.edition, self.limit)?;
        Ok(count)
    }

    fn shelf(&self) -> &RwLock<Shelf> {
        self.shelf.get_or_init(|| RwLock::new(Shelf::open(&self.folder, &self.edition, self.limit)))
    }
}

/// What a block needs on disk.
fn size(html: &str) -> u64 {
    html.len() as u64 + pack::ENTRY
}
