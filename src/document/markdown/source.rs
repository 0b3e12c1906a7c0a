//! Places in parsed text as places in the file it came from. Not done here: parsing.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::path::SourcePath;

/// Only values up to this many bytes are searched for the pieces of a text; a longer one with many links would cost the square of them.
const LONGEST_SEARCHED: usize = 4096;

/// The parsed text, and where it stands in its file.
pub(super) struct Source<'e> {
    pub(super) path: &'e SourcePath,
    pub(super) text: &'e str,
    pub(super) place: Place<'e>,
}

/// How a place in the parsed text becomes one in the file.
pub(super) enum Place<'e> {
    /// The text is the file's from this byte on.
    From(usize),
    /// The text is the file's from `start` on, after `guard` bytes that are not the file's.
    After { guard: usize, start: usize },
    /// The text is not in the file as it stands, for escapes or several lines: what is there instead, from `start` on.
    Rewritten { written: &'e str, start: usize },
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
            Place::Rewritten { written, start: first } => {
                let from = range.start.min(start);
                let wholes = [from..range.end.max(end), from..end, start..end];
                let found =
                    wholes.into_iter().find_map(|whole| Some(once(written, self.text.get(whole.clone())?)? + (start - whole.start)));
                let at = found.map_or(0..written.len(), |at| at..at + (end - start));
                Span::new(first + at.start, first + at.end)
            }
        }
    }
}

/// Where a piece stands in a value, if it stands there once. A piece that the file has with escapes or on two lines is not found.
fn once(written: &str, piece: &str) -> Option<usize> {
    if written.len() > LONGEST_SEARCHED || piece.is_empty() {
        return None;
    }
    let at = written.find(piece)?;
    (written.rfind(piece) == Some(at)).then_some(at)
}
