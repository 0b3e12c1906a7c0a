//! Items with their state on a day: effective state, progress, gate readiness (domain section 4). Not done here: where the state is written.

use crate::calendar::Date;
use crate::document::front::{self, Evidence, State, StateWord};

/// The state that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effective {
    /// Not begun; also a waiver past its last day.
    Todo,
    /// Begun.
    Doing,
    /// Done, with its evidence where that is required.
    Done,
    /// Ticked, but the evidence it requires is missing or has expired.
    Claimed,
    /// Can't go on.
    Blocked,
    /// Not applicable, and allowed to be.
    Na,
    /// Let off, for now.
    Waived,
}

impl Effective {
    /// True when a gate may open over it: done, validly not applicable, or under an unexpired waiver.
    pub fn is_resolved(self) -> bool {
        matches!(self, Effective::Done | Effective::Na | Effective::Waived)
    }

    /// True when its weight is in the denominator of progress.
    pub fn is_counted(self) -> bool {
        !matches!(self, Effective::Na | Effective::Waived)
    }
}

/// The effective state of an item on a day. `state` is what is written, if anything.
pub fn effective(item: &front::Item, state: Option<&State>, on: Date) -> Effective {
    let Some(state) = state.filter(|state| is_true_on(state, on)) else { return Effective::Todo };
    match state.state.value {
        StateWord::Todo => Effective::Todo,
        StateWord::Doing => Effective::Doing,
        StateWord::Blocked => Effective::Blocked,
        StateWord::Done if item.evidence_required && !state.evidence.iter().any(|evidence| is_valid(evidence, on)) => Effective::Claimed,
        StateWord::Done => Effective::Done,
        // `na` where it is not allowed is an error of its own; until it is mended the item is open.
        StateWord::Na if item.na_allowed => Effective::Na,
        StateWord::Na => Effective::Todo,
        StateWord::Waived if state.until.as_ref().is_some_and(|until| on <= until.value) => Effective::Waived,
        StateWord::Waived => Effective::Todo,
    }
}

/// What runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expiry {
    /// A waiver.
    Waiver,
    /// The evidence that keeps an item done: of several pieces the one that holds longest.
    Evidence,
}

/// The last day of what keeps an item resolved on a day; `None` for what does not run out. `state` is what is written, and `effective` what it
/// comes to.
pub fn expiry(item: &front::Item, state: &State, effective: Effective, on: Date) -> Option<(Expiry, Date)> {
    match effective {
        Effective::Waived => state.until.as_ref().map(|until| (Expiry::Waiver, until.value)),
        Effective::Done if item.evidence_required => {
            let ends: Option<Vec<Date>> =
                state.evidence.iter().filter(|evidence| is_valid(evidence, on)).map(|evidence| evidence.expires).collect();
            ends?.into_iter().max().map(|last| (Expiry::Evidence, last))
        }
        _ => None,
    }
}

/// A record dated after the day is not yet true on it.
pub fn is_true_on(state: &State, on: Date) -> bool {
    state.date.as_ref().is_none_or(|date| date.value <= on)
}

/// Evidence counts when it is not dated after the day and has not expired; its last day is included.
pub fn is_valid(evidence: &Evidence, on: Date) -> bool {
    evidence.date.as_ref().is_none_or(|date| date.value <= on) && evidence.expires.is_none_or(|expires| on <= expires)
}

/// Points: an exact pair, never a rounded share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Progress {
    /// Points of done items.
    pub done: u64,
    /// Points of claimed items, which are counted and not done.
    pub claimed: u64,
    /// Points of all counted items.
    pub counted: u64,
}

impl Progress {
    /// `floor(100 · done / counted)`: 100 only when all is done; `None` when nothing is counted.
    pub fn percent(self) -> Option<u64> {
        (100 * self.done).checked_div(self.counted)
    }

    /// The sum of two, as a project sums its stages.
    pub fn plus(self, other: Progress) -> Progress {
        Progress { done: self.done + other.done, claimed: self.claimed + other.claimed, counted: self.counted + other.counted }
    }
}

/// Gate readiness: musts resolved of all musts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Musts {
    /// Resolved musts.
    pub resolved: u64,
    /// All musts; 0 counts as ready.
    pub total: u64,
}

impl Musts {
    /// True when every must is resolved.
    pub fn all_resolved(self) -> bool {
        self.resolved == self.total
    }

    /// The sum of two, as a project sums its stages.
    pub fn plus(self, other: Musts) -> Musts {
        Musts { resolved: self.resolved + other.resolved, total: self.total + other.total }
    }
}

/// Progress of items, each with its effective state.
pub fn progress<'i>(items: impl IntoIterator<Item = (&'i front::Item, Effective)>) -> Progress {
    items.into_iter().filter(|(_, state)| state.is_counted()).fold(Progress::default(), |sum, (item, state)| {
        let points = |counts: bool| if counts { item.weight } else { 0 };
        sum.plus(Progress { done: points(state == Effective::Done), claimed: points(state == Effective::Claimed), counted: item.weight })
    })
}

/// Gate readiness of items, each with its effective state.
pub fn musts<'i>(items: impl IntoIterator<Item = (&'i front::Item, Effective)>) -> Musts {
    items
        .into_iter()
        .filter(|(item, _)| item.must)
        .fold(Musts::default(), |sum, (_, state)| sum.plus(Musts { resolved: u64::from(state.is_resolved()), total: 1 }))
}
