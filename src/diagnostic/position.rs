//! Bytes of a text as lines and columns, and findings with theirs, which every machine format needs. Not done here: any format.

use std::collections::HashMap;

use serde::Serialize;

use super::text::Texts;
use super::{Diagnostic, Label, Span};
use crate::path::SourcePath;

/// A place in a text. Lines and columns are 1-based, and a column counts Unicode scalar values; a byte order mark is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column; at the end of a range, that of the first character after it.
    pub column: usize,
    /// Bytes from the start of the file.
    pub offset: usize,
}

/// A stretch of a text, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Range {
    /// Its first character.
    pub start: Position,
    /// The first character after it.
    pub end: Position,
}

/// Where the lines of a text begin, so that many positions in it cost one walk over it.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines.
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The line that a byte is on, which is known without a look at the line.
    pub fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// Where a byte is. One past the end of the text is its end, and one within a character its start: the file may be another by now.
    pub fn position(&self, at: usize) -> Position {
        let at = self.text.floor_char_boundary(at);
        let line = self.number(at);
        let before = &self.text[self.starts[line - 1]..at];
        Position { line, column: 1 + before.trim_start_matches('\u{feff}').chars().count(), offset: at }
    }

    /// Where a stretch is.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end.max(span.start)) }
    }
}

/// Line and column of one byte of a text.
pub fn line_column(text: &str, at: usize) -> (usize, usize) {
    let Position { line, column, .. } = Lines::new(text).position(at);
    (line, column)
}

/// A label with its range; without one when the file as a whole is meant, or is no text.
#[derive(Debug)]
pub struct LocatedLabel<'d> {
    /// The label.
    pub label: &'d Label,
    /// Where it is.
    pub range: Option<Range>,
}

/// A finding with the ranges of all its places.
#[derive(Debug)]
pub struct Located<'d> {
    /// The finding.
    pub diagnostic: &'d Diagnostic,
    /// Where it is.
    pub range: Option<Range>,
    /// Where the other places are that belong to it.
    pub related: Vec<LocatedLabel<'d>>,
}

/// Finds all places of findings; each text is walked over once.
pub fn locate<'d>(diagnostics: &'d [Diagnostic], texts: Texts<'_, '_>) -> Vec<Located<'d>> {
    let mut files: HashMap<&SourcePath, Option<Lines<'_>>> = HashMap::new();
    let mut range = |label: &'d Label| {
        let lines = files.entry(&label.path).or_insert_with(|| texts(&label.path).map(Lines::new));
        Some(lines.as_ref()?.range(label.span?))
    };
    let located = |diagnostic: &'d Diagnostic| Located {
        diagnostic,
        range: range(&diagnostic.place),
        related: diagnostic.related.iter().map(|label| LocatedLabel { label, range: range(label) }).collect(),
    };
    diagnostics.iter().map(located).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_within_a_character_or_past_the_end_is_a_place() {
        assert_eq!([1, 2, 3, 9].map(|at| line_column("\u{fc}a", at)), [(1, 1), (1, 2), (1, 3), (1, 3)]);
    }

    #[test]
    fn lines_and_columns_count_from_one_and_characters_not_bytes() {
        let text = "\u{feff}a: ü\r\nß\n";
        let lines = Lines::new(text);
        let place = |at| (lines.position(at).line, lines.position(at).column);
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(3), (1, 1));
        assert_eq!(place(text.find('ü').unwrap()), (1, 4));
        assert_eq!(place(text.find('ß').unwrap()), (2, 1));
        assert_eq!(place(text.len()), (3, 1));
        assert_eq!(place(text.len() + 7), (3, 1));
        assert_eq!(Lines::new("").position(0), Position { line: 1, column: 1, offset: 0 });
    }
}
