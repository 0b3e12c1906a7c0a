//! The calendar as values, for machines and the terminal: every event that is asked for, and what an agenda says of them. Not done here: which events
//! there are ([`crate::playbook::event`]), printing, iCalendar ([`super::feed`]).

mod agenda;
mod explained;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use agenda::{Agenda, Line};
pub use explained::{Explained, ExplainedProject};

use super::selection::Selection;
use crate::playbook::{Event, Playbook};

/// The version of the format.
pub const SCHEMA: u32 = 1;

/// What `rollbook calendar --format json` prints. Absent scalars are null, lists [], dates ISO 8601, ends exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Events {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The day for which it holds.
    pub as_of: String,
    /// The book's id.
    pub book: String,
    /// The first day that was asked for; null for all that was.
    pub from: Option<String>,
    /// The last day that was asked for, included; null for all that comes.
    pub to: Option<String>,
    /// By first day, kind and project.
    pub events: Vec<EventValue>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventValue {
    /// A name that stays; with `@` and the book's id the UID in feeds.
    pub id: String,
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// The project's id; null for what holds for the whole book.
    pub project: Option<String>,
    /// The stage's id; null for holidays and freezes.
    pub stage: Option<String>,
    /// What happens, without the project.
    pub title: String,
    /// The first day.
    pub start: String,
    /// The first day after it; null while it is open.
    pub end: Option<String>,
    /// True for a forecast.
    pub tentative: bool,
    /// Whose business it is, by role.
    pub owners: Vec<String>,
}

impl Events {
    /// Collects the events that are selected.
    pub fn of(playbook: &Playbook<'_>, selection: &Selection) -> Events {
        Events {
            schema: SCHEMA,
            as_of: playbook.as_of.to_string(),
            book: playbook.config.id.clone(),
            from: selection.from.map(|day| day.to_string()),
            to: selection.to.map(|day| day.to_string()),
            events: playbook.events.iter().filter(|event| selection.has(event)).map(|event| value(playbook, event)).collect(),
        }
    }

    /// As text, on one line.
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

/// Values as JSON on one line, as the status, the calendar and the waves are printed.
pub(super) fn to_json(value: &impl Serialize) -> String {
    // Plain structs of strings and numbers always serialise.
    let mut json = serde_json::to_string(value).unwrap_or_default();
    json.push('\n');
    json
}

fn value(playbook: &Playbook<'_>, event: &Event<'_>) -> EventValue {
    EventValue {
        id: event.id(playbook),
        kind: event.kind.name(),
        project: event.project.map(|project| playbook.projects[project].id().to_owned()),
        stage: event.stage(playbook).map(|stage| playbook.stages[stage].id().to_owned()),
        title: event.title.clone(),
        start: event.days.start.to_string(),
        end: event.days.end.map(|end| end.to_string()),
        tentative: event.tentative,
        owners: event.owners.iter().map(|owner| (*owner).to_owned()).collect(),
    }
}
