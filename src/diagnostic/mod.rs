//! What is wrong, where, and what to do about it: plain data, and the forms in which it is printed ([`text`], [`json`], [`sarif`], [`hosting`]).
//! Not done here: finding it, or deciding to stop because of it.

mod code;
mod fingerprint;
mod help;
pub mod hosting;
pub mod json;
pub mod position;
pub mod sarif;
pub mod text;

pub use code::{Code, SECTIONS};

use serde::{Deserialize, Serialize};

use crate::path::SourcePath;

/// Whether a finding stops publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is published, the exit code is 1.
    Error,
    /// Said, and the site is published.
    Warning,
}

/// A byte range of a file's text, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, without, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value to its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place in a file, with the words printed beside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// The file.
    pub path: SourcePath,
    /// The offending bytes; `None` when the file as a whole is meant.
    pub span: Option<Span>,
    /// What is said at that place; may be empty.
    pub text: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which rule found it.
    pub code: Code,
    /// Its severity; starts as the code's default, `[checks]` may change it.
    pub severity: Severity,
    /// True when it can come or go because a day has passed, without an edit; starts as the code's.
    pub by_date: bool,
    /// One sentence without a full stop, naming the offending thing.
    pub message: String,
    /// Where it is.
    pub place: Label,
    /// Other places that belong to it, such as the first use of a duplicate id.
    pub related: Vec<Label>,
    /// What was expected, or how to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a byte range of a file.
    pub fn new(code: Code, path: &SourcePath, span: Span, message: impl Into<String>) -> Self {
        Self::at(code, Label { path: path.clone(), span: Some(span), text: String::new() }, message)
    }

    /// A finding about a file as a whole.
    pub fn on_file(code: Code, path: &SourcePath, message: impl Into<String>) -> Self {
        Self::at(code, Label { path: path.clone(), span: None, text: String::new() }, message)
    }

    fn at(code: Code, place: Label, message: impl Into<String>) -> Self {
        let (severity, by_date) = (code.severity(), code.by_date());
        Self { code, severity, by_date, message: message.into(), place, related: Vec::new(), help: None }
    }

    /// Says at the place itself what is wrong with it.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.place.text = text.into();
        self
    }

    /// Says how to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Points at another place that belongs to it.
    pub fn related(mut self, path: &SourcePath, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { path: path.clone(), span: Some(span), text: text.into() });
        self
    }
}

/// Warnings that are to stop a build all the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deny {
    /// Those that an edit has brought.
    pub warnings: bool,
    /// Those that a day has brought.
    pub time: bool,
}

impl Deny {
    /// Makes errors of the warnings that are denied.
    pub fn apply(self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics {
            if if diagnostic.by_date { self.time } else { self.warnings } {
                diagnostic.severity = Severity::Error;
            }
        }
    }
}

/// Puts findings into the one order in which they are shown: file, place, code; the same finding is kept once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
    diagnostics.dedup();
}

/// So many findings get a suggestion where every name of the book is compared: whoever has more has one cause for all of them.
const MOST_ADVISED: usize = 200;

/// A longer name is no slip of a finger; to compare two takes as long as both together are long, squared.
const LONGEST_NAME: usize = 200;

/// True while findings of that code are few enough for the next one to be compared with every name of the book.
pub(crate) fn may_advise(found: &[Diagnostic], code: Code) -> bool {
    // Those of a code come in a row, so that looking back from the end is short where there are many.
    found.iter().rev().filter(|diagnostic| diagnostic.code == code).take(MOST_ADVISED).count() < MOST_ADVISED
}

/// The known name nearest to a misspelt one, if any is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_NAME {
        return None;
    }
    let lower = word.to_lowercase();
    known
        .into_iter()
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(|name| (strsim::jaro_winkler(&lower, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|(a, first), (b, second)| a.total_cmp(b).then(second.cmp(first)))
        .map(|(_, name)| name)
}

/// "did you mean `x`?", or the list of what there is when nothing is near and the list is short.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(name) => Some(format!("did you mean `{name}`?")),
        None if known.is_empty() || known.len() > 12 => None,
        None => Some(format!("known here: {}", known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))),
    }
}

/// One line of JSON. What is printed is plain structs of strings and numbers, which always serialise.
fn to_json(value: &impl Serialize) -> String {
    let mut json = serde_json::to_string(value).unwrap_or_default();
    json.push('\n');
    json
}
