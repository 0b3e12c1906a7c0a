//! Changes the state of one item in the text of a file, and leaves every other byte as it is: text in, text out. Not done here: finding the file
//! and the place in it, judging the book that results, reading and writing.
//!
//! A step of an edit is one splice of the text, found by the spans of the file's own tree of [`Node`](crate::document::node::Node)s, so that YAML
//! and TOML work alike and nothing is ever written anew that was written before. After each step the text is read again: the tree must be the
//! one before with the meant value changed, and with nothing else changed. If it isn't, the edit is refused.
//!
//! How state is written, in the order of preference: in the form in which it is written already; as a day (done on it) or a word; as a map in
//! braces on one line. A key that is added and removed again leaves the bytes as they were.

mod flow;
mod lines;
pub mod literal;
mod source;
mod state;
mod toml;
mod tree;
mod yaml;
mod yaml_remove;
mod yaml_scan;

use source::Source;
use state::Plan;
pub use tree::Step;

use crate::calendar::Date;
use crate::document::fields::{self, Object};
use crate::document::front::StateWord;
use crate::path::SourcePath;

/// Where an item's state stands, or will stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    path: Vec<Step>,
}

impl Target {
    /// An entry of a map of states, by the keys that lead to it: `stages`, `pilot`, `items`, `users`.
    pub fn entry<'k>(keys: impl IntoIterator<Item = &'k str>) -> Target {
        Target { path: keys.into_iter().map(|key| Step::Key(key.to_owned())).collect() }
    }

    /// An item of a checklist that holds its own state, by the keys that lead to the checklist and its 0-based index there.
    pub fn element<'k>(keys: impl IntoIterator<Item = &'k str>, index: usize) -> Target {
        let mut target = Self::entry(keys);
        target.path.push(Step::Index(index));
        target
    }

    /// The keys of the kind of file that has such a place.
    fn fields(&self, path: &SourcePath) -> &'static Object {
        match self.path.first().and_then(Step::key) {
            Some("stages") => &fields::PROJECT,
            Some("items") => &fields::PROJECT_STAGE,
            _ if path.as_str().contains("/projects/") => &fields::PROJECT_STAGE,
            _ => &fields::STAGE,
        }
    }
}

/// What is to be changed; what is `None` or empty stays, except where it no longer fits the state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// The state.
    pub state: Option<StateWord>,
    /// The day of the state. For an item without a state, a date alone says that it was done on it.
    pub date: Option<Date>,
    /// Who, by role.
    pub by: Option<String>,
    /// Why it is blocked, not applicable or waived.
    pub reason: Option<String>,
    /// The last day of a waiver.
    pub until: Option<Date>,
    /// Who sees to it.
    pub owner: Option<String>,
    /// When it is due, as an author writes it: `end-3d`.
    pub due: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The answer to an item that asks a question.
    pub answer: Option<String>,
    /// Links to add to the evidence; one that is there already is not added again.
    pub evidence: Vec<String>,
    /// Keys of [`CLEARABLE`] that go.
    pub clear: Vec<&'static str>,
}

/// The keys of a state that may be taken out of it: no state needs them.
pub const CLEARABLE: [&str; 4] = ["owner", "due", "note", "answer"];

/// A text after an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// All of the file; the same as before where nothing had to change.
    pub text: String,
    /// What belonged to the old state alone and went with it, as it was written: `reason: The supplier has not delivered`.
    pub dropped: Vec<String>,
}

/// Why a text was not edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A sentence for people.
    pub message: String,
    /// The byte in the text before the edit, or after the steps before the one that was refused, that it is about; `None` for a change that says
    /// nothing anywhere.
    pub at: Option<usize>,
}

/// Changes a state and what belongs to it. `as_of` becomes the day of a new state where the old one has a key `date`. A key that means nothing in
/// the state that results is refused.
pub fn set(path: &SourcePath, text: &str, target: &Target, change: &Change, as_of: Date) -> Result<Edited, Refusal> {
    run(path, text, target, |source| state::set(source, &target.path, change, as_of))
}

/// Ticks an item: done on a day. One that is done by then stays as it is.
pub fn tick(path: &SourcePath, text: &str, target: &Target, on: Date) -> Result<Edited, Refusal> {
    run(path, text, target, |source| state::tick(source, &target.path, on))
}

/// Takes a tick back. What [`tick`] would write again, byte for byte, goes with the keys above it that it would write too; all else stays and
/// says that it is to do, for it may have been written before the tick. An item that is neither done nor to do is refused.
pub fn untick(path: &SourcePath, text: &str, target: &Target) -> Result<Edited, Refusal> {
    let source = Source::read(path, text, target.fields(path))?;
    if let Some((plan, on)) = state::without_tick(&source, &target.path)?
        && let Ok(edited) = make(path, source, plan)
        && tick(path, &edited.text, target, on).is_ok_and(|again| again.text == text)
    {
        return Ok(edited);
    }
    run(path, text, target, |source| state::untick(source, &target.path))
}

fn run(path: &SourcePath, text: &str, target: &Target, plan: impl FnOnce(&Source) -> Result<Plan, Refusal>) -> Result<Edited, Refusal> {
    let source = Source::read(path, text, target.fields(path))?;
    let plan = plan(&source)?;
    make(path, source, plan)
}

fn make(path: &SourcePath, mut source: Source, plan: Plan) -> Result<Edited, Refusal> {
    let Plan { ops, dropped } = plan;
    for op in &ops {
        source = source.apply(path, op)?;
    }
    Ok(Edited { text: source.text, dropped })
}
