//! A change that an author asks for, by a command or on a page: planned as the new text of one file, judged by the book that would result, written
//! if the file is still what it was, taken back if it is still what was written. Not done here: how a state is written in a text
//! ([`crate::edit`]), asking, printing.
//!
//! ```text
//! Ask ──plan──► Planned { path, before, after } ──Sources with it──► build ──verdict──► disk
//! ```

pub mod decision;
pub mod disk;
pub mod lines;
mod refused;
pub mod stage_files;
#[cfg(test)]
mod tests;
pub mod text;
pub mod theme;
mod verdict;

use std::path::Path;
use std::sync::Arc;

pub use decision::Decision;
pub use refused::Refused;
pub use stage_files::StageFiles;
pub use verdict::{new_findings, verdict};

use crate::calendar::Date;
use crate::config::Config;
use crate::document::{Document, Kind};
use crate::edit::{self, Change, Edited, Refusal, Target};
use crate::page::status::Status;
use crate::path::SourcePath;
use crate::source::{File, Sources};

/// The project of a book without any.
pub const MAIN: &str = "main";

/// A book as it was read and built, without errors: what a change is planned against.
#[derive(Debug, Clone, Copy)]
pub struct Book<'b> {
    /// Its files.
    pub sources: &'b Sources,
    /// What `book.toml` says.
    pub config: &'b Config,
    /// What the files say, as [`crate::pipeline::Built`] has it.
    pub documents: &'b [Arc<Document>],
    /// The computed values.
    pub status: &'b Status,
    /// The day.
    pub as_of: Date,
}

/// An item, as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemName {
    /// The project's id or a former one; `None` for the only one.
    pub project: Option<String>,
    /// `stage/item`, by ids or former ids.
    pub item: String,
}

/// What an author may ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// An item's state, or what belongs to it.
    Set(ItemName, Change),
    /// Done on as_of.
    Tick(ItemName),
    /// Not done after all.
    Untick(ItemName),
    /// A new decision.
    Decide(Decision),
}

/// A change of one file, not made yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The file.
    pub path: SourcePath,
    /// All that it says now; `None` for a file that is to be made.
    pub before: Option<String>,
    /// All that it is to say.
    pub after: String,
    /// The id of the project.
    pub project: String,
    /// What is changed: `stage/item`, or the subject of a decision.
    pub subject: String,
    /// What belongs to an old state alone and goes with it, as it was written.
    pub dropped: Vec<String>,
}

impl Planned {
    /// True when the file says that already.
    pub fn is_nothing(&self) -> bool {
        self.before.as_ref() == Some(&self.after)
    }

    /// Puts the new text into the files of a book, for the build that judges it.
    pub fn put_into(&self, sources: &mut Sources) {
        sources.content.insert(self.path.clone(), File::Text(Arc::from(self.after.as_str())));
    }

    /// Makes the change on the disk, if the file is what it was planned for.
    ///
    /// # Errors
    /// [`Refused::Changed`] or [`Refused::Exists`] when somebody else was faster, [`Refused::Disk`]; the file is then as it was.
    pub fn write(&self, book: &Path) -> Result<(), Refused> {
        match &self.before {
            Some(before) => disk::replace(book, &self.path, before, &self.after),
            None => disk::create(book, &self.path, &self.after),
        }
    }

    /// Takes the change back on the disk, if the file is what was written: byte for byte what it was, and gone if there was none.
    ///
    /// # Errors
    /// As [`Planned::write`].
    pub fn undo(&self, book: &Path) -> Result<(), Refused> {
        match &self.before {
            Some(before) => disk::replace(book, &self.path, &self.after, before),
            None => disk::remove(book, &self.path, &self.after),
        }
    }
}

/// Plans a change.
///
/// # Errors
/// [`Refused::Unknown`] for a name that nothing has, [`Refused::Meaningless`] for a change that fits no such state, [`Refused::Unsafe`] for a place
/// in a file that has to be edited by hand.
pub fn plan(book: &Book<'_>, ask: &Ask) -> Result<Planned, Refused> {
    match ask {
        Ask::Set(name, change) => item(book, name, |path, text, target| edit::set(path, text, target, change, book.as_of)),
        Ask::Tick(name) => item(book, name, |path, text, target| edit::tick(path, text, target, book.as_of)),
        Ask::Untick(name) => item(book, name, edit::untick),
        Ask::Decide(decision) => decision.plan(book),
    }
}

fn item(
    book: &Book<'_>,
    name: &ItemName,
    edit: impl Fn(&SourcePath, &str, &Target) -> Result<Edited, Refusal>,
) -> Result<Planned, Refused> {
    let Some((stage, item)) = name.item.split_once('/') else {
        return Err(Refused::Unknown(format!("`{}` is no item: write it as STAGE/ITEM", name.item)));
    };
    let files = StageFiles::find(book.documents, name.project.as_deref(), stage)?;
    let place = files.place(item)?;
    let before = book.sources.text(&place.path).unwrap_or_default().to_owned();
    let edited = edit(&place.path, &before, &place.target).map_err(|refusal| Refused::edit(&place.path, &before, refusal))?;
    Ok(Planned {
        path: place.path,
        before: Some(before),
        after: edited.text,
        project: files.project_id().to_owned(),
        subject: place.item,
        dropped: edited.dropped,
    })
}

/// The documents of a kind, without drafts.
pub fn documents(documents: &[Arc<Document>], kind: Kind) -> impl Iterator<Item = &Document> {
    documents.iter().map(AsRef::as_ref).filter(move |document| document.kind == kind && document.common.draft.is_none())
}
