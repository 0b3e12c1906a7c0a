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

impl<'a> Event<'a> {
    /// What waits since the last day of the event is over: an open item or condition, a gate that nobody has passed, a wave without a decision
    /// after its bake, a window whose stage has no gate and is not complete. `None` when nothing does.
    pub fn waits(&self, playbook: &Playbook<'a>) -> Option<Waiting<'a>> {
        let since = self.days.last_day().filter(|last| *last < playbook.as_of)?;
        let title = &self.title;
        let text = match (self.kind, self.subject, self.project) {
            // A due date is an event only while it is open, a gate review only while nobody has passed the gate.
            (Kind::Due | Kind::Gate, ..) => title.clone(),
            (Kind::Wave, Subject::Wave(stage, wave), Some(project)) => {
                let running = playbook.judgements[project].stages[stage].waves[wave].state == WaveState::Running;
                (running && !wave::has_ended(playbook, project)).then(|| format!("{title}: bake over, no decision"))?
            }
            (Kind::Window, Subject::Stage(stage), Some(project)) => {
                let ended = wave::has_ended(playbook, project) || wave::gate_waits(playbook, project, stage);
                let late = playbook.judgements[project].stages[stage].reasons.iter().any(|reason| reason.rule == Rule::WindowOver);
                (late && !ended).then(|| format!("{title} was to end"))?
            }
            _ => return None,
        };
        Some(Waiting { event: self.clone(), since, text })
    }
}

/// Everything that waits, the longest first.
pub fn waiting<'a>(playbook: &Playbook<'a>) -> Vec<Waiting<'a>> {
    let running = playbook.projects.iter().filter(|project| !wave::has_ended(playbook, project.index));
    let missed = running.flat_map(|project| playbook.stages.iter().flat_map(move |stage| missed_waves(playbook, project, stage)));
    let mut waiting: Vec<Waiting<'a>> = playbook.events.iter().filter_map(|event| event.waits(playbook)).chain(missed).collect();
    waiting.sort_by_key(|waiting| waiting.since);
    waiting
}

/// The waves that should have started and have not, where the status calls that late.
fn missed_waves<'a>(playbook: &Playbook<'a>, project: &Project<'a>, stage: &Stage<'a>) -> Vec<Waiting<'a>> {
    let judged = &playbook.judgements[project.index].stages[stage.index];
    let id = |wave: usize| format!("{}/{}", stage.id(), stage.front.waves[wave].id.value);
    let is_late = |wave: usize| judged.reasons.iter().any(|late| late.rule == Rule::WaveOverdue && late.item == Some(id(wave)));
    let missed = judged.waves.iter().enumerate().filter(|(wave, _)| is_late(*wave));
    missed
        .filter_map(|(wave, status)| {
            let since = status.planned?;
            let title = Decided { stage: stage.index, wave: Some(wave) }.title(&playbook.stages);
            let text = format!("{title} was to start");
            let event = Event {
                kind: Kind::Wave,
                subject: Subject::Wave(stage.index, wave),
                project: Some(project.index),
                days: Period::new(since, since.tomorrow().ok())?,
                title,
                owners: project.front.owner.as_deref().into_iter().collect(),
                tentative: false,
            };
            Some(Waiting { event, since, text })
        })
        .collect()
}
