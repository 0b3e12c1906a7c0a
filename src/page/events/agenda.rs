//! What an agenda says: a line for each day on which an event begins or ends, and what is past and still open. Not done here: how many of them are
//! shown, and how.

use crate::calendar::Date;
use crate::page::selection::Selection;
use crate::playbook::event::{Kind, waiting};
use crate::playbook::{Event, Playbook};

/// The lines of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// What should have happened before as_of and has not, by day.
    pub overdue: Vec<Line>,
    /// What happens on the days asked for, by day, kind and project.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The day.
    pub date: Date,
    /// The sort of event.
    pub kind: Kind,
    /// The project's place among the projects, by which lines are sorted; none for what holds for the whole book.
    pub project_index: Option<usize>,
    /// The project's title.
    pub project: Option<String>,
    /// What happens: "Pilot begins".
    pub text: String,
    /// Whose business it is.
    pub owners: Vec<String>,
    /// True for a forecast.
    pub tentative: bool,
}

impl Agenda {
    /// The lines of the days that are selected, and all that is overdue, whatever its day was.
    pub fn of(playbook: &Playbook<'_>, selection: &Selection) -> Agenda {
        let events = || playbook.events.iter().filter(|event| selection.is_about(event));
        let asked = |day: Date| selection.from.is_none_or(|from| from <= day) && selection.to.is_none_or(|to| day <= to);
        let moments = events().flat_map(|event| {
            let moments = event.moments(playbook.locale).into_iter().filter(|moment| asked(moment.date));
            moments.map(|moment| line(playbook, event, moment.date, moment.text)).collect::<Vec<_>>()
        });
        let waiting = waiting(playbook).into_iter().filter(|waiting| selection.is_about(&waiting.event));
        let mut lines: Vec<Line> = moments.collect();
        let mut overdue: Vec<Line> = waiting.map(|waiting| line(playbook, &waiting.event, waiting.since, waiting.text)).collect();
        lines.sort();
        overdue.sort();
        Agenda { overdue, lines }
    }
}

fn line(playbook: &Playbook<'_>, event: &Event<'_>, date: Date, text: String) -> Line {
    let project = event.project.filter(|_| !playbook.is_implicit());
    Line {
        date,
        kind: event.kind,
        project_index: project,
        project: project.map(|project| playbook.projects[project].title(playbook.config).to_owned()),
        text,
        owners: event.owners.iter().map(|owner| (*owner).to_owned()).collect(),
        tentative: event.tentative,
    }
}
