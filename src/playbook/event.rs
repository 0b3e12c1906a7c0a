//! Everything that has a day: one list for the agenda, the months, the feeds and the command line. Not done here: computing the days, which the
//! schedule, the waves and the items bring along; words around a title, and where an event is explained.

mod days_off;
mod moment;
mod project;
mod waiting;

pub use days_off::freeze_title;
pub use moment::Moment;
pub use waiting::{Waiting, is_missed, waiting};

use super::Playbook;
use crate::calendar::{Date, Period};
use crate::memo::in_parallel;

/// What happens, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<'a> {
    /// The sort of thing it is.
    pub kind: Kind,
    /// What it is about.
    pub subject: Subject,
    /// Index of the project; `None` for what holds for the whole book.
    pub project: Option<usize>,
    /// Its days; open for a window without an end.
    pub days: Period,
    /// What happens, without the project: "Pilot", "Gate review of Pilot", "Wave 25 % of Scale", an item's text.
    pub title: String,
    /// Whose business it is, by role; an owner's feed has what names that owner.
    pub owners: Vec<&'a str>,
    /// True for a forecast, which may move without anybody typing a date.
    pub tentative: bool,
    /// True for a wave that does not bake to its end: it was rolled back, or the project has ended.
    pub cut_short: bool,
}

/// The sorts of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Days on which no wave starts.
    Freeze,
    /// A day off.
    Holiday,
    /// A stage's days, from the first to the last.
    Window,
    /// The review of a gate that nobody has passed yet: the last workday of the window.
    Gate,
    /// A wave, from its start to the last day of its bake.
    Wave,
    /// The last day for an open item or condition.
    Due,
    /// The last day of a waiver, or of the evidence that keeps an item done.
    Expiry,
    /// A decision that was made.
    Decision,
}

impl Kind {
    /// All kinds, in the order in which those of one day are listed.
    pub const ALL: [Kind; 8] = [Kind::Freeze, Kind::Holiday, Kind::Window, Kind::Gate, Kind::Wave, Kind::Due, Kind::Expiry, Kind::Decision];

    /// Its name in data and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Freeze => "freeze",
            Kind::Holiday => "holiday",
            Kind::Window => "window",
            Kind::Gate => "gate",
            Kind::Wave => "wave",
            Kind::Due => "due",
            Kind::Expiry => "expiry",
            Kind::Decision => "decision",
        }
    }

    /// The kind with that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What an event is about, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A stage: its window.
    Stage(usize),
    /// The gate of a stage.
    Gate(usize),
    /// A wave, by stage and wave.
    Wave(usize, usize),
    /// An item, by stage and its place among the project's items of that stage.
    Item(usize, usize),
    /// A condition of a decision, by decision and place.
    Condition(usize, usize),
    /// A decision, in [`Playbook::decisions`].
    Decision(usize),
    /// A freeze, by its place among the book's.
    Freeze(usize),
    /// A holiday.
    Holiday,
}

impl Event<'_> {
    /// A name that stays when title, file and dates change, unlike any other event's: `kind.id.project`, without the project for the book's own
    /// (domain section 6). Only a holiday and a freeze are named by their first day, having no id.
    pub fn id(&self, playbook: &Playbook<'_>) -> String {
        let stage = |index: usize| playbook.stages[index].id();
        let id = match self.subject {
            Subject::Stage(index) | Subject::Gate(index) => stage(index).to_owned(),
            Subject::Wave(index, wave) => playbook.stages[index].wave_id(wave),
            Subject::Item(index, item) => {
                let items = self.project.map(|project| &playbook.projects[project].stages[index].items);
                format!("{}/{}", stage(index), items.map_or("", |items| &items[item].item.id.value))
            }
            // Behind two strokes, for `stage/item` has one.
            Subject::Condition(decision, place) => format!("{}/condition/{}", playbook.decisions[decision].document.id, place + 1),
            Subject::Decision(decision) => playbook.decisions[decision].document.id.clone(),
            Subject::Freeze(place) => freeze_id(playbook, place),
            Subject::Holiday => self.days.start.to_string(),
        };
        match self.project {
            Some(project) => format!("{}.{id}.{}", self.kind.name(), playbook.projects[project].id()),
            None => format!("{}.{id}", self.kind.name()),
        }
    }

    /// The stage that it belongs to; `None` for holidays and freezes.
    pub fn stage(&self, playbook: &Playbook<'_>) -> Option<usize> {
        match self.subject {
            Subject::Stage(stage) | Subject::Gate(stage) | Subject::Wave(stage, _) | Subject::Item(stage, _) => Some(stage),
            Subject::Condition(decision, _) | Subject::Decision(decision) => Some(playbook.decisions[decision].subject.stage),
            Subject::Freeze(_) | Subject::Holiday => None,
        }
    }

    /// Its last day; the first one where it is open.
    pub fn last_day(&self) -> Date {
        self.days.last_day().unwrap_or(self.days.start)
    }

    /// True when its days and those of `period` have one in common. One that is open takes part with its first day alone: it would be in every month
    /// to come.
    pub fn is_in(&self, period: &Period) -> bool {
        let end = self.days.end.or_else(|| self.days.start.tomorrow().ok());
        Period { end, ..self.days }.overlap(period).is_some()
    }
}

/// The first day, which stays when another freeze is added or taken away; a number behind it where several begin on it.
fn freeze_id(playbook: &Playbook<'_>, place: usize) -> String {
    let freezes = playbook.config.workdays.freezes();
    let start = freezes[place].start;
    match freezes[..place].iter().filter(|freeze| freeze.start == start).count() {
        0 => start.to_string(),
        before => format!("{start}.{}", before + 1),
    }
}

/// Every event of the book, by first day, kind, project and id.
pub(super) fn events<'a>(playbook: &Playbook<'a>) -> Vec<Event<'a>> {
    let of_projects = in_parallel(&playbook.projects, |project| project::events(playbook, project));
    let mut events: Vec<Event<'a>> = of_projects.into_iter().flatten().collect();
    let own = days_off::events(playbook, &events);
    events.extend(own);
    let place = |event: &Event<'a>| (event.days.start, event.kind, event.project);
    // Few are alike but for their ids, which have to be written out.
    events.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.id(playbook).cmp(&b.id(playbook))));
    events
}

#[cfg(test)]
mod tests;
