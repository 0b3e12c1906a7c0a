//! The agenda: what happened in the last two weeks and what comes, by day. Not done here: the chart.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::{Date, add_days};
use crate::page::context::{Context, page_url};
use crate::page::event_place::event_place;
use crate::page::judged::days_words;
use crate::path::OutputPath;
use crate::playbook::Event as PlaybookEvent;

/// Days before as_of that are still shown.
const LOOK_BACK: i64 = 14;
/// At most this many entries.
const MOST_EVENTS: usize = 60;

/// A day with its entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AgendaDay {
    /// ISO date.
    pub date: String,
    /// "Monday".
    pub weekday: &'static str,
    /// "in 12 days".
    pub words: String,
    /// True before as_of.
    pub past: bool,
    /// What holds for the whole book, then by project and kind.
    pub events: Vec<Entry>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Entry {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// "Pilot begins".
    pub text: String,
    /// Where it is explained; null for holidays and freezes.
    pub url: Option<String>,
    /// The project's title; null for what holds for the whole book.
    pub project: Option<String>,
    /// True when it is a forecast and may move.
    pub tentative: bool,
}

/// The days and how many entries were left out at the end.
pub(super) fn agenda<'a>(context: &Context<'_, 'a>, output: &OutputPath) -> (Vec<AgendaDay>, usize) {
    let playbook = context.playbook;
    let as_of = playbook.as_of;
    let from = add_days(as_of, -LOOK_BACK).unwrap_or(as_of);
    let running = |event: &&PlaybookEvent<'a>| event.project.is_none_or(|project| playbook.projects[project].closed(as_of).is_none());
    let mut days: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
    for event in playbook.events.iter().filter(running) {
        for moment in event.moments().into_iter().filter(|moment| moment.date >= from) {
            let entry = Entry {
                kind: event.kind.name(),
                text: moment.text,
                url: context.event_url(output, event),
                project: event.project.map(|project| playbook.projects[project].title(playbook.config).to_owned()),
                tentative: event.tentative,
            };
            days.entry(moment.date).or_default().push(entry);
        }
    }
    let total: usize = days.values().map(Vec::len).sum();
    let mut left = MOST_EVENTS;
    let mut agenda = Vec::new();
    for (date, mut events) in days {
        if left == 0 {
            break;
        }
        events.sort_by(|a, b| (&a.project, a.kind, &a.text).cmp(&(&b.project, b.kind, &b.text)));
        events.truncate(left);
        left -= events.len();
        agenda.push(AgendaDay {
            date: date.to_string(),
            weekday: weekday(date),
            words: days_words(as_of, date),
            past: date < as_of,
            events,
        });
    }
    (agenda, total.saturating_sub(MOST_EVENTS))
}

fn weekday(date: Date) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

impl<'a> Context<'_, 'a> {
    /// The place that explains an event; `None` for holidays and freezes.
    pub(in crate::page) fn event_url(&self, from: &OutputPath, event: &PlaybookEvent<'a>) -> Option<String> {
        let (page, fragment) = event_place(self.playbook, event)?;
        Some(page_url(from, &page, fragment.as_deref()))
    }
}
