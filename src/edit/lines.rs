//! Lines of a text: where they begin and end, how they are indented and what ends them. Not done here: what stands in them.

use std::ops::Range;

/// The first byte of the line of `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line_break| line_break + 1)
}

/// The first byte after the line of `at`, its line break included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |line_break| at + line_break + 1)
}

/// The lines that a range touches, whole.
pub(super) fn whole_lines(text: &str, range: &Range<usize>) -> Range<usize> {
    line_start(text, range.start)..line_end(text, range.end)
}

/// What stands in front of `at` on its line.
pub(super) fn before(text: &str, at: usize) -> &str {
    &text[line_start(text, at)..at]
}

/// The line break of the line before `at`, or of the first line: files keep theirs.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let first_end = text.find('\n').map_or(0, |at| at + 1);
    let line = &text[..if at == 0 { first_end } else { at }];
    if line.ends_with("\r\n") || (!line.ends_with('\n') && text[..first_end].ends_with("\r\n")) { "\r\n" } else { "\n" }
}

/// White space that a line begins with, without its line break.
pub(super) fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// What takes the place of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) with: String,
}

impl Splice {
    pub(super) fn new(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into() }
    }

    pub(super) fn insert(at: usize, with: impl Into<String>) -> Self {
        Self::new(at..at, with)
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self::new(range, "")
    }

    /// The text after it.
    pub(super) fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.range.start], self.with, &text[self.range.end..])
    }
}
