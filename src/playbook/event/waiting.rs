//! What should have happened before as_of and still waits for somebody, so that no view loses it with its day. Not done here: how many are shown.

use super::{Event, Kind, Subject};
use crate::calendar::{Date, Period};
use crate::playbook::decision::Subject as Decided;
use crate::playbook::status::Rule;
use crate::playbook::wave::{self, WaveState};
use crate::playbook::{Playbook, Project, Stage};

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// What it is about. A wave that was to start stands here with the day that was planned: on the calendar it is at its forecast, or nowhere.
    pub event: Event<'a>,
    /// The day that is over.
    pub since: Date,
    /// What was to happen: "Gate review of Pilot", "Wave 25 % of Scale was to start".
    pub text: String,
}

/// Why an event that is over still waits.
enum Wait {
    /// It is still to be done.
    Open,
    /// Nobody decided on a wave after its bake.
    NoDecision,
    /// A stage without a gate should be complete.
    NotEnded,
}

impl<'a> Event<'a> {
    /// True when its last day is over and it still waits for somebody: an open item or condition, a gate that nobody has passed, a wave without a
    /// decision after its bake, a window whose stage has no gate and is not complete. What a complete stage left open without needing it does not
    /// wait.
    pub fn waits(&self, playbook: &Playbook<'a>) -> bool {
        self.wait(playbook).is_some()
    }

    fn wait(&self, playbook: &Playbook<'a>) -> Option<Wait> {
        self.days.last_day().filter(|last| *last < playbook.as_of)?;
        let (waits, wait) = match (self.kind, self.subject, self.project) {
            // A due date is an event only while it is open, a gate review only while nobody has passed the gate.
            (Kind::Due, Subject::Item(stage, item), Some(project)) => {
                let joined = &playbook.projects[project].stages[stage];
                (!joined.complete || joined.items[item].item.must, Wait::Open)
            }
            (Kind::Due | Kind::Gate, ..) => (true, Wait::Open),
            (Kind::Wave, Subject::Wave(stage, wave), Some(project)) => {
                let running = playbook.judgements[project].stages[stage].waves[wave].state == WaveState::Running;
                (running && !wave::has_ended(playbook, project), Wait::NoDecision)
            }
            (Kind::Window, Subject::Stage(stage), Some(project)) => {
                let late = playbook.judgements[project].stages[stage].reasons.iter().any(|reason| reason.rule == Rule::WindowOver);
                let settled = || wave::has_ended(playbook, project) || wave::gate_waits(playbook, project, stage);
                (late && !settled(), Wait::NotEnded)
            }
            _ => return None,
        };
        waits.then_some(wait)
    }

    fn waiting(&self, playbook: &Playbook<'a>) -> Option<Waiting<'a>> {
        let say = |key: &str| playbook.locale.with(key, &[("event", self.title.as_str().into())]);
        let text = match self.wait(playbook)? {
            Wait::Open => self.title.clone(),
            Wait::NoDecision => say("waiting-no-decision"),
            Wait::NotEnded => say("waiting-to-end"),
        };
        Some(Waiting { event: self.clone(), since: self.last_day(), text })
    }
}

/// Everything that waits, the longest first.
pub fn waiting<'a>(playbook: &Playbook<'a>) -> Vec<Waiting<'a>> {
    let running = playbook.projects.iter().filter(|project| !wave::has_ended(playbook, project.index));
    let missed = running.flat_map(|project| playbook.stages.iter().flat_map(move |stage| missed_waves(playbook, project, stage)));
    let mut waiting: Vec<Waiting<'a>> = playbook.events.iter().filter_map(|event| event.waiting(playbook)).chain(missed).collect();
    waiting.sort_by_key(|waiting| waiting.since);
    waiting
}

/// True for a wave that should have started and has not, where the status calls that late.
pub fn is_missed(playbook: &Playbook<'_>, project: usize, stage: usize, wave: usize) -> bool {
    let mut late = playbook.judgements[project].stages[stage].reasons.iter().filter(|reason| reason.rule == Rule::WaveOverdue);
    late.any(|reason| reason.item == Some(playbook.stages[stage].wave_id(wave)))
}

fn missed_waves<'a>(playbook: &Playbook<'a>, project: &Project<'a>, stage: &Stage<'a>) -> Vec<Waiting<'a>> {
    let judged = &playbook.judgements[project.index].stages[stage.index];
    let missed = judged.waves.iter().enumerate().filter(|(wave, _)| is_missed(playbook, project.index, stage.index, *wave));
    missed
        .filter_map(|(wave, status)| {
            let since = status.planned?;
            let title = Decided { stage: stage.index, wave: Some(wave) }.title(&playbook.stages, playbook.locale);
            let text = playbook.locale.with("waiting-to-start", &[("event", title.as_str().into())]);
            let event = Event {
                kind: Kind::Wave,
                subject: Subject::Wave(stage.index, wave),
                project: Some(project.index),
                days: Period::new(since, since.tomorrow().ok())?,
                title,
                owners: project.front.owner.as_deref().into_iter().collect(),
                tentative: false,
                cut_short: false,
            };
            Some(Waiting { event, since, text })
        })
        .collect()
}
