//! Days on which no wave starts. Not done here: which other days those are ([`Workdays`](super::Workdays)).

use super::days::{Date, Period};

/// Days on which no wave starts, though they are worked on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Freeze {
    /// The first day.
    pub start: Date,
    /// The first day after it.
    pub end: Date,
    /// Why, in the author's words.
    pub reason: String,
}

impl Freeze {
    /// Its days; `None` for one that ends before it starts.
    pub fn period(&self) -> Option<Period> {
        Period::new(self.start, Some(self.end))
    }

    /// Its last day, as an author writes it.
    pub fn last_day(&self) -> Date {
        self.end.yesterday().unwrap_or(self.end)
    }
}
