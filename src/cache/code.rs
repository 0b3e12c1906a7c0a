//! Highlighted code by the name of its block. Not done here: keeping it, which the store does.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Edition;
use super::store::Store;
use crate::document::fragment::BlockName;
use crate::document::highlight;
use crate::page::KnownCode;

/// So many bytes may all packs have together: the HTML of about 100,000 blocks of code. Those that were not used for the longest time go first.
pub(super) const LIMIT: u64 = 256 << 20;

/// Highlighted code by the name of its block, on disk.
#[derive(Debug)]
pub struct Cache(pub(super) Store);

/// What came of [`Cache::keep`].
pub fn words(kept: &io::Result<usize>) -> String {
    match kept {
        Ok(blocks) => format!("{blocks} new code blocks"),
        Err(error) => format!("new code blocks can't be kept: {error}"),
    }
}

impl Cache {
    /// The cache below the user's folder of caches for this program. Nothing is read, and nothing made, before it is needed.
    pub fn new(folder: &Path) -> Self {
        Self::limited(folder, highlight::edition(), LIMIT)
    }

    pub(super) fn limited(folder: &Path, edition: Edition, limit: u64) -> Self {
        Self(Store::new(folder.join("code"), edition, limit))
    }

    /// Keeps new blocks for later builds, and says how many. What does not fit beside those in use is left out. An error costs no more than this:
    /// the next build makes them again.
    pub fn keep(&self, blocks: Vec<(BlockName, Arc<str>)>) -> io::Result<usize> {
        self.0.keep(blocks.into_iter().map(|(name, html)| (name, html.into())).collect())
    }
}

impl KnownCode for Cache {
    fn has(&self, name: &BlockName) -> bool {
        self.0.lists(name)
    }

    /// The HTML of a block, if it is there and whole.
    fn html(&self, name: &BlockName) -> Option<Arc<str>> {
        String::from_utf8(self.0.recall(name)?).ok().map(Arc::from)
    }
}
