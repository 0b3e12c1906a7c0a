//! Site → folder: a new site takes the place of the old one in one stroke, and whatever is not ours is left alone. Not done here: building the
//! site, or deciding whether it may be published.
//!
//! The order is what keeps it safe ([`Publication`]). Every file is written into a new tree beside the output, which nobody looks at; one that did not
//! change is a link to the old one, and keeps its inode and its time. When the last file was given, everything is looked at that could speak
//! against the site (`plan.rs`): up to here nothing has changed that a reader can see. Then the output and the new tree are exchanged, which is
//! one system call. What others put into the output moves across, and the old tree goes (`retire.rs`). A kill at any instant leaves the old site
//! or the new one, and a tree beside it that the next run knows: by a marker while it is made, by its manifest from then on.
//!
//! Where a folder can't be exchanged, the files are staged inside it and renamed one by one, in a stated order (`in_place.rs`). A kill there can leave
//! new files among old ones; the next run finishes that.
#![expect(clippy::disallowed_methods, reason = "an edge: the only place where a site is written to the disk")]

mod diff;
mod error;
mod exchange;
mod in_place;
mod kept;
mod known;
mod ledger;
mod lock;
mod manifest;
mod names;
mod output;
mod plan;
mod precompress;
mod publication;
mod retire;
mod spare;
mod staging;
mod steps;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;
use std::path::Path;

pub use error::{InTheWay, Obstacle, PublishError};
pub use kept::Publisher;
pub use ledger::Ledger;
pub use output::{ProtectedFolders, check_output};
pub use publication::Publication;

use crate::memo::in_parallel;
use crate::render::Site;

/// Brings the folder `output` to what `site` says, and leaves alone whatever in it is not ours.
///
/// Two sites published from the same bytes are the same bytes, the manifest included; a file whose bytes did not change keeps its time and
/// its inode. Of two publishers at once the second is refused.
pub fn publish(site: &Site, output: &Path, sources: &ProtectedFolders, how: How) -> Result<Published, PublishError> {
    let publication = Publication::begin(output, sources, how)?;
    let files: Vec<_> = site.files.iter().collect();
    in_parallel(&files, |(path, bytes)| publication.put(path, bytes));
    publication.finish()
}

/// How to publish, where that is for somebody to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct How {
    /// The output folder stays the same folder, for somebody holds it open: its files are replaced one by one.
    pub in_place: bool,
    /// Beside each file that gets smaller by it lie compressed copies, for hosts that serve them. A [`Publisher`] makes none.
    pub precompress: bool,
}

/// What publishing did, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// New files and files whose bytes changed.
    pub written: usize,
    /// Files that already had the right bytes and were not touched.
    pub unchanged: usize,
    /// Files of an earlier site that are no longer part of it.
    pub removed: usize,
    /// How they came into their place.
    pub way: Way,
}

/// How files came into their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// There was nothing to do.
    #[default]
    Nothing,
    /// The folder was exchanged for another, all of them at once.
    Exchange,
    /// One by one.
    InPlace,
}

impl fmt::Display for Published {
    /// "3 written, 12 unchanged, 1 removed, exchanged".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = match self.way {
            Way::Nothing => "",
            Way::Exchange => ", exchanged",
            Way::InPlace => ", in place",
        };
        write!(f, "{} written, {} unchanged, {} removed{way}", self.written, self.unchanged, self.removed)
    }
}
