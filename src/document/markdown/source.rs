//! Places in parsed text as places in the file it came from. Not done here: parsing.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::path::SourcePath;

/// The parsed text, and where it stands in its file.
pub(super) struct Source<'e> {
    pub(super) path: &'e SourcePath,
    pub(super) text: &'e str,
    pub(super) place: Place,
}

/// How a place in the parsed text becomes one in the file.
pub(super) enum Place {
    /// The text is the file's from this byte on.
    From(usize),
    /// The text is the file's from `start` on, after `guard` bytes that are not the file's.
    After { guard: usize, start: usize },
    /// The text is not in the file as it stands, escapes for instance; all of this is meant.
    Whole(Span),
}

impl Source<'_> {
    /// The place of `part`, a piece of what stands at `range`; all of that if the parser had to rewrite the piece.
    pub(super) fn span(&self, part: &str, range: &Range<usize>) -> Span {
        // The parser hands out slices of the text wherever it can, so that a piece's address says exactly where it was written.
        let sliced = part.as_ptr().addr().checked_sub(self.text.as_ptr().addr()).filter(|at| at + part.len() <= self.text.len());
        let found = sliced.or_else(|| self.text.get(range.clone())?.rfind(part).map(|at| range.start + at));
        let Range { start, end } = found.filter(|_| !part.is_empty()).map_or(range.clone(), |at| at..at + part.len());
        match self.place {
            Place::From(first) => Span::new(first + start, first + end),
            Place::After { guard, start: first } => Span::new(first + start - guard, first + end - guard),
            Place::Whole(span) => span,
        }
    }
}
