//! What stands between brackets, with commas: YAML's flow maps and lists, TOML's inline tables and arrays. Not done here: finding the brackets.

use std::ops::Range;

use super::lines::{Splice, whole_lines};

/// A bracketed map or list. `parts` are its entries or elements in order, key to value.
pub(super) struct Flow<'t> {
    pub(super) text: &'t str,
    /// What stands between the brackets.
    pub(super) inside: Range<usize>,
    pub(super) parts: Vec<Range<usize>>,
}

impl Flow<'_> {
    /// Adds a part behind another one, or as the only one; `empty` says how it stands where nothing at all is between the brackets.
    pub(super) fn insert(&self, after: Option<usize>, part: &str, empty: impl Fn(&str) -> String) -> Splice {
        match after.or(self.parts.len().checked_sub(1)).and_then(|after| self.parts.get(after)) {
            Some(part_before) => Splice::insert(part_before.end, format!(", {part}")),
            None if self.inside.is_empty() => Splice::insert(self.inside.start, empty(part)),
            None => Splice::insert(self.inside.start, part),
        }
    }

    /// True when this is a single part between two single spaces.
    pub(super) fn is_spaced(&self) -> bool {
        matches!(&self.parts[..], [part] if self.text[self.inside.clone()] == format!(" {} ", &self.text[part.clone()]))
    }

    /// Takes a part out, with one of the commas beside it, but never with a comment that stands there.
    pub(super) fn remove(&self, index: usize) -> Splice {
        let part = self.parts[index].clone();
        let with_comma = || {
            let rest = &self.text[part.end..self.inside.end];
            let comma = rest.trim_start().starts_with(',').then(|| part.end + rest.len() - rest.trim_start().len() + 1);
            part.start..comma.unwrap_or(part.end)
        };
        let commented = |range: &Range<usize>| self.text[range.clone()].contains('#');
        let range = match (index.checked_sub(1), self.parts.get(index + 1)) {
            (Some(before), _) => self.parts[before].end..part.end,
            (None, Some(after)) => part.start..after.start,
            (None, None) => with_comma(),
        };
        let gaps = [range.start..part.start.max(range.start), part.end.min(range.end)..range.end];
        let range = if gaps.iter().any(commented) { with_comma() } else { range };
        let lines = whole_lines(self.text, &range);
        let alone = self.text[lines.start..range.start].trim().is_empty() && self.text[range.end..lines.end].trim().is_empty();
        Splice::remove(if alone && self.inside.start <= lines.start && lines.end <= self.inside.end { lines } else { range })
    }
}
