//! Replacements in a text. Not done here: deciding on them.

use std::ops::Range;

/// What stands at a place is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Edit {
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
}

/// The part of the text with those edits that lie in it. Edits are in order and do not overlap.
pub(super) fn apply(text: &str, part: Range<usize>, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(part.len());
    let mut from = part.start;
    for edit in edits.iter().filter(|edit| edit.range.start >= part.start && edit.range.end <= part.end) {
        out.push_str(&text[from..edit.range.start]);
        out.push_str(&edit.text);
        from = edit.range.end;
    }
    out.push_str(&text[from..part.end]);
    out
}
