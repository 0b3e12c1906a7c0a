//! Markdown with task lists → a stage: items for the tasks, and all other text as its body. Not done here: reading and writing files, and looking
//! up what links lead to.
//!
//! Nothing of a document is lost without a word: of its boxes each is an item or an [`Ignored`] one, and what is neither a task nor the name of a
//! group stays in the body. Line numbers count from 1 and are those of the document as it came.

mod body;
mod boxes;
mod document;
mod edit;
mod halves;
mod line;
mod links;
mod probe;
mod reader;
mod stage;
mod tree;

use std::fmt;

pub use boxes::Why;
pub use probe::{probe, probed};
pub use reader::read;
pub use stage::{stage_file, state_lines};

use crate::document::fragment::Target;

/// A document as a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// From its front matter, else its first heading if that stands above all others, else its file's name.
    pub title: String,
    /// From its front matter.
    pub description: Option<String>,
    /// Its tasks, in order.
    pub items: Vec<Item>,
    /// All other Markdown, without line breaks around it.
    pub body: String,
    /// What was done.
    pub report: Report,
}

/// A task as an item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Made from the text as the book makes ids; no other item of the document has it.
    pub id: String,
    /// One line of Markdown.
    pub text: String,
    /// The item of a list above it, else the heading above it, as plain text.
    pub group: Option<String>,
    /// True when it was marked `(R)` or all bold.
    pub must: bool,
    /// True when its box was ticked.
    pub ticked: bool,
    /// Where its box stood.
    pub line: usize,
}

/// What was done to a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// All boxes: as many as items and ignored ones together.
    pub boxes: usize,
    /// Boxes that are no tasks, in order.
    pub ignored: Vec<Ignored>,
    /// What somebody should know, by line.
    pub remarks: Vec<Remark>,
}

/// A box that is no task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ignored {
    /// Where it stands.
    pub line: usize,
    /// Why.
    pub why: Why,
}

/// Something that is different from what one would expect.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// Where.
    pub line: usize,
    /// What.
    pub what: What,
}

/// What a remark says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The first lines look like front matter and are not, for this reason; they stay in the body.
    NoFrontMatter(String),
    /// Keys of the front matter that a stage does not have.
    KeysLeftOut(Vec<String>),
    /// The id that the text makes is another item's.
    IdTaken {
        /// The id that the text makes.
        wanted: String,
        /// The one it got.
        id: String,
    },
    /// The text makes no id.
    IdMade(String),
    /// The task is an item, and stays in the body too, without its box, for more stands below it or a footnote beside it.
    TaskStays,
    /// The text is the name of a group, and stays in the body too, for more than words belongs to it.
    GroupStays,
    /// Half of a link or of a footnote was text already, and is written so that it stays text.
    HalfShown(String),
    /// The sign of a heading or a box that is none was text already, and is written so that it stays text.
    SignShown(String),
    /// The link leads nowhere from the stage, or has a scheme that is not safe. Its text was kept; in the body the address too, as code.
    LinkDropped(String),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::NoFrontMatter(why) => write!(f, "the lines at the top are no front matter ({why}); they stay in the body"),
            What::KeysLeftOut(keys) => write!(f, "left out of the front matter: {}", keys.join(", ")),
            What::IdTaken { wanted, id } => write!(f, "the id `{wanted}` is taken; this item is `{id}`"),
            What::IdMade(id) => write!(f, "no id can be made from this text; the item is `{id}`"),
            What::TaskStays => f.write_str("the task stays in the body too, without its box, with the text that belongs to it"),
            What::GroupStays => f.write_str("the name of this group stays in the body too, with what else belongs to it"),
            What::HalfShown(half) => write!(f, "`{half}` is half of a link or of a footnote; it stays text"),
            What::SignShown(line) => write!(f, "`{line}` is no heading and no box to Markdown; it stays text"),
            What::LinkDropped(address) => write!(f, "`{address}` leads nowhere from the stage; the link is text now"),
        }
    }
}

impl Import {
    /// How many items are musts.
    pub fn musts(&self) -> usize {
        self.items.iter().filter(|item| item.must).count()
    }

    /// How many boxes were ticked.
    pub fn ticked(&self) -> usize {
        self.items.iter().filter(|item| item.ticked).count()
    }

    /// How many groups the items are in.
    pub fn groups(&self) -> usize {
        self.items.iter().filter_map(|item| item.group.as_deref()).collect::<std::collections::BTreeSet<_>>().len()
    }
}

/// Says whether a link leads somewhere from the stage: a path, or a `[[reference]]`.
pub type Leads<'l> = &'l mut dyn FnMut(&Target) -> bool;

#[cfg(test)]
mod tests;
