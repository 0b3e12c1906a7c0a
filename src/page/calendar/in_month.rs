//! The events of a month as its page has them: numbered, and those that are drawn as bars chosen. Not done here: days ([`super::cell`]), the list
//! ([`super::month`]).

use std::cmp::Reverse;

use serde::Serialize;

use super::agenda::{Entry, count_of};
use super::grid::{self, Grid};
use super::months::Month;
use crate::calendar::{Date, Weekday};
use crate::page::context::Context;
use crate::path::OutputPath;
use crate::playbook::event::{Event, Kind};

/// At most so many bars lie above each other.
const MOST_LANES: usize = 6;
/// What lasts, in the order in which it takes the higher lanes.
const LASTING: [Kind; 3] = [Kind::Freeze, Kind::Window, Kind::Wave];
/// What is drawn as bars: the first of these that fits, else nothing. In a plan of many projects windows and waves begin and end on days, and are
/// no bars.
const CHOICES: [&[Kind]; 4] = [&LASTING, &[Kind::Freeze, Kind::Wave], &[Kind::Freeze, Kind::Window], &[Kind::Freeze]];

/// A kind of events that is not drawn as bars.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Undrawn {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// How many there are in the month: "12 windows".
    pub text: String,
}

/// The events of a month, and its grid.
pub(super) struct MonthEvents<'c, 'p, 'a> {
    pub(super) context: &'c Context<'p, 'a>,
    pub(super) month: Month,
    pub(super) grid: Grid,
    /// What is drawn as bars, as the grid numbers it.
    pub(super) bars: Vec<&'p Event<'a>>,
    pub(super) undrawn: Vec<Undrawn>,
    pub(super) output: &'c OutputPath,
    /// All of them, with the number of the bar, by day.
    events: Vec<(&'p Event<'a>, Option<usize>)>,
}

impl<'c, 'p, 'a> MonthEvents<'c, 'p, 'a> {
    pub(super) fn new(context: &'c Context<'p, 'a>, output: &'c OutputPath, month: Month, week_start: Weekday) -> Self {
        let indices = context.months.get(month).map_or(&[][..], |inside| &inside.events);
        let events: Vec<&'p Event<'a>> = indices.iter().map(|index| &context.playbook.events[*index]).collect();
        let drawn = |kinds: &'static [Kind]| {
            let bars = lasting(&events, kinds);
            let spans: Vec<(Date, Date)> = bars.iter().map(|number| (events[*number].days.start, events[*number].last_day())).collect();
            Some((kinds, grid::grid(month, week_start, &spans, MOST_LANES)?, bars))
        };
        let nothing = || (&[][..], grid::empty(month, week_start), Vec::new());
        let (kinds, grid, bars) = CHOICES.into_iter().find_map(drawn).unwrap_or_else(nothing);
        let mut numbers = vec![None; events.len()];
        bars.iter().enumerate().for_each(|(bar, number)| numbers[*number] = Some(bar));
        let undrawn = |kind: Kind| match lasting(&events, &[kind]).len() {
            0 => None,
            count => Some(Undrawn { kind: kind.name(), text: count_of(context.playbook.locale, kind, count) }),
        };
        Self {
            context,
            month,
            grid,
            bars: bars.into_iter().map(|number| events[number]).collect(),
            undrawn: LASTING.into_iter().filter(|kind| !kinds.contains(kind)).filter_map(undrawn).collect(),
            output,
            events: events.into_iter().zip(numbers).collect(),
        }
    }

    /// Each event, with the number of its bar.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'p Event<'a>, Option<usize>)> {
        self.events.iter().copied()
    }

    pub(super) fn entry(&self, event: &Event<'a>, bar: Option<usize>, text: String) -> Entry {
        Entry { bar, ..self.context.entry(self.output, event, text) }
    }
}

/// The places of what lasts for more than a day, of these kinds, in the order in which lanes are given out.
fn lasting(events: &[&Event<'_>], kinds: &[Kind]) -> Vec<usize> {
    let lasts = |event: &Event<'_>| event.last_day() > event.days.start && kinds.contains(&event.kind);
    let mut numbers: Vec<usize> = (0..events.len()).filter(|number| lasts(events[*number])).collect();
    let rank = |kind: Kind| LASTING.iter().position(|other| *other == kind);
    numbers.sort_by_key(|number| {
        let event = events[*number];
        (rank(event.kind), event.days.start, Reverse(event.last_day()), event.project)
    });
    numbers
}
