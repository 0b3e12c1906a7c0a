//! What an agenda says: a line for each day on which an event begins or ends, and what is past and still open. Not done here: how many of them are
//! shown, and how.

use crate::calendar::{Date, Period};
use crate::page::selection::Selection;
use crate::playbook::decision::Subject as Decided;
use crate::playbook::event::{Kind, Subject};
use crate::playbook::status::Rule;
use crate::playbook::{Event, Playbook, wave};

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
            let moments = event.moments().into_iter().filter(|moment| asked(moment.date));
            moments.map(|moment| line(playbook, event, moment.date, moment.text)).collect::<Vec<_>>()
        });
        let missed = missed_waves(playbook).filter(|event| selection.is_about(event));
        let missed = missed.map(|event| line(playbook, &event, event.days.start, format!("{} was to start", event.title)));
        let mut lines: Vec<Line> = moments.collect();
        let mut overdue: Vec<Line> = events().filter_map(|event| overdue(playbook, event)).chain(missed).collect();
        lines.sort();
        overdue.sort();
        Agenda { overdue, lines }
    }
}

/// What an event says that should be over: a due date or a review that has passed, or the window of a stage without a gate, if the status calls that
/// late.
fn overdue(playbook: &Playbook<'_>, event: &Event<'_>) -> Option<Line> {
    let last = event.days.last_day().filter(|last| *last < playbook.as_of)?;
    let text = match event.kind {
        Kind::Due | Kind::Gate => event.title.clone(),
        Kind::Window => {
            let (project, stage) = (event.project?, event.stage(playbook)?);
            let ended = wave::has_ended(playbook, project) || wave::gate_waits(playbook, project, stage);
            let late = playbook.judgements[project].stages[stage].reasons.iter().any(|reason| reason.rule == Rule::WindowOver);
            (late && !ended).then(|| format!("{} was to end", event.title))?
        }
        _ => return None,
    };
    Some(line(playbook, event, last, text))
}

/// The waves that should have started, each on the day that was planned: in the calendar they stand at their forecast, or not at all.
fn missed_waves<'p, 'a>(playbook: &'p Playbook<'a>) -> impl Iterator<Item = Event<'a>> + use<'p, 'a> {
    let running = playbook.projects.iter().filter(|project| !wave::has_ended(playbook, project.index));
    let stages = running.flat_map(|project| playbook.stages.iter().map(move |stage| (project, stage)));
    stages.flat_map(|(project, stage)| {
        let judged = &playbook.judgements[project.index].stages[stage.index];
        let id = |wave: usize| format!("{}/{}", stage.id(), stage.front.waves[wave].id.value);
        let is_late = |wave: usize| judged.reasons.iter().any(|late| late.rule == Rule::WaveOverdue && late.item == Some(id(wave)));
        let missed = judged.waves.iter().enumerate().filter(|(wave, _)| is_late(*wave));
        let missed = missed.filter_map(|(wave, status)| {
            Some(Event {
                kind: Kind::Wave,
                subject: Subject::Wave(stage.index, wave),
                project: Some(project.index),
                days: Period { start: status.planned?, end: status.planned?.tomorrow().ok() },
                title: Decided { stage: stage.index, wave: Some(wave) }.title(&playbook.stages),
                owners: project.front.owner.as_deref().into_iter().collect(),
                tentative: false,
            })
        });
        missed.collect::<Vec<_>>()
    })
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
