//! What comes from as_of on: the agenda of the overview, and of one project. Not done here: what waits from before ([`super::waiting`]), months.

use crate::calendar::{Date, add_days};
use crate::page::context::Context;
use crate::path::OutputPath;
use crate::playbook::Event;
use crate::playbook::event::Kind;

use super::agenda::{AgendaDay, Days};

/// The agenda reaches over so many days from as_of, and further as long as it has few entries.
const DAYS: i64 = 28;
/// It is few entries up to here.
const FEW: usize = 12;
/// After the day on which it has so many entries, the agenda ends: the months have the rest.
const MANY: usize = 60;
/// A project's own agenda ends after so many entries.
const MANY_OF_A_PROJECT: usize = 8;

/// An agenda from as_of on.
pub(in crate::page) struct Ahead {
    /// The first day on which something comes.
    pub(in crate::page) first: Option<Date>,
    /// What comes, by day.
    pub(in crate::page) days: Vec<AgendaDay>,
    /// How many entries come later.
    pub(in crate::page) later: usize,
}

/// The agenda of the whole book.
pub(in crate::page) fn of_the_book(context: &Context<'_, '_>, output: &OutputPath) -> Ahead {
    let horizon = add_days(context.playbook.as_of, DAYS).unwrap_or(Date::MAX);
    let is_over = |date: Date, entries: usize| entries >= MANY || (date >= horizon && entries >= FEW);
    ahead(context, output, context.playbook.events.iter(), is_over, |day| context.page_of_day(output, day))
}

/// The agenda of one project, without its name.
pub(in crate::page) fn of_a_project(context: &Context<'_, '_>, output: &OutputPath, project: usize) -> Ahead {
    let own = context.events_of[project].iter().map(|index| &context.playbook.events[*index]);
    let mut ahead =
        ahead(context, output, own.filter(|event| event.kind != Kind::Holiday), |_, entries| entries >= MANY_OF_A_PROJECT, |_| None);
    let groups = ahead.days.iter_mut().flat_map(|day| &mut day.groups);
    groups.flat_map(|group| &mut group.entries).for_each(|entry| entry.project = None);
    ahead
}

/// `is_over` says before a day, by the number of entries before it, whether the agenda ends there; `rest` is where all of a day is, if not here.
fn ahead<'p, 'a: 'p>(
    context: &Context<'p, 'a>,
    output: &OutputPath,
    events: impl Iterator<Item = &'p Event<'a>>,
    is_over: impl Fn(Date, usize) -> bool,
    rest: impl Fn(Date) -> Option<String>,
) -> Ahead {
    let as_of = context.playbook.as_of;
    let mut coming = Vec::new();
    for event in events.filter(|event| event.last_day() >= as_of) {
        coming.extend(
            event
                .moments(context.playbook.locale)
                .into_iter()
                .filter(|moment| moment.date >= as_of)
                .map(|moment| (moment.date, event, moment.text)),
        );
    }
    coming.sort_by_key(|(date, ..)| *date);
    let mut shown = 0;
    while let Some((date, ..)) = coming.get(shown).filter(|(date, ..)| !is_over(*date, shown)) {
        shown += coming[shown..].partition_point(|(other, ..)| other == date);
    }
    let later = coming.len() - shown;
    let first = coming.first().map(|(date, ..)| *date);
    let mut days = Days::default();
    for (date, event, text) in coming.into_iter().take(shown) {
        days.add(date, event, None, text);
    }
    Ahead { first, days: days.finish(context, output, |date| Some(context.playbook.away(date)), rest), later }
}
