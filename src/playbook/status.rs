//! The status of stages and projects, with every reason for it (domain section 5): a pure function of the joined playbook. Not done here:
//! words for pages, which show reasons as they are.

mod at_risk;
mod blocked;
mod case;
mod late;
mod rules;
mod stage_rules;

use serde::Serialize;

use super::exposure::{Exposure, exposures};
use super::wave::{self, WaveStatus};
use super::{Playbook, Project};
use crate::calendar::Date;
use crate::document::front::StateWord;
use crate::memo::in_parallel;
pub use rules::{Place, Reason, Rule};

/// The status of a stage or project, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Ended by a gate.
    Killed,
    /// Can't go on.
    Blocked,
    /// Behind a date.
    Late,
    /// Going to be late or blocked, if nobody acts.
    AtRisk,
    /// As planned.
    OnTrack,
    /// Not begun, and not to be begun yet.
    NotStarted,
    /// Done and decided.
    Complete,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Status; 7] =
        [Status::Killed, Status::Blocked, Status::Late, Status::AtRisk, Status::OnTrack, Status::NotStarted, Status::Complete];

    /// Its name in data: `at-risk`.
    pub fn name(self) -> &'static str {
        match self {
            Status::Killed => "killed",
            Status::Blocked => "blocked",
            Status::Late => "late",
            Status::AtRisk => "at-risk",
            Status::OnTrack => "on-track",
            Status::NotStarted => "not-started",
            Status::Complete => "complete",
        }
    }

    /// Its name for people: "at risk".
    pub fn words(self) -> &'static str {
        match self {
            Status::AtRisk => "at risk",
            Status::OnTrack => "on track",
            Status::NotStarted => "not started",
            status => status.name(),
        }
    }

    /// Its colour, which never stands without the word.
    pub fn rag(self) -> Rag {
        match self {
            Status::Killed | Status::Blocked | Status::Late => Rag::Red,
            Status::AtRisk => Rag::Amber,
            Status::OnTrack | Status::Complete => Rag::Green,
            Status::NotStarted => Rag::Grey,
        }
    }
}

/// Red, amber, green; grey for what has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rag {
    /// Something has to be done now.
    Red,
    /// Something has to be done soon.
    Amber,
    /// Nothing has to be done but the work.
    Green,
    /// Nothing yet.
    Grey,
}

impl Rag {
    /// The word that authors use for it.
    pub fn word(self) -> &'static str {
        match self {
            Rag::Red => "red",
            Rag::Amber => "amber",
            Rag::Green => "green",
            Rag::Grey => "grey",
        }
    }
}

/// What a stage of a project comes to.
#[derive(Debug)]
pub struct StageJudgement<'a> {
    /// Its status.
    pub status: Status,
    /// Every reason, the one that decides first. Empty for a stage that is on track or not started and has nothing to say.
    pub reasons: Vec<Reason>,
    /// True when an item, a wave or the gate of it was touched.
    pub touched: bool,
    /// True when the project ended while it was under way.
    pub abandoned: bool,
    /// True when it counts for the project's status: not complete, and touched or begun.
    pub active: bool,
    /// Its waves.
    pub waves: Vec<WaveStatus<'a>>,
}

/// What a project comes to.
#[derive(Debug)]
pub struct Judgement<'a> {
    /// The worst status of its active stages.
    pub status: Status,
    /// One for each stage.
    pub stages: Vec<StageJudgement<'a>>,
    /// Its exposures, the worst first.
    pub exposures: Vec<Exposure>,
    /// The next gate that has to open.
    pub next_gate: Option<NextGate>,
}

/// A gate to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextGate {
    /// Index of the stage.
    pub stage: usize,
    /// The day of the review: the last workday of the window; `None` while that is unscheduled.
    pub review: Option<Date>,
}

impl Judgement<'_> {
    /// The reasons of the active stages, the worst status first, in each status by stage.
    pub fn reasons(&self) -> Vec<&Reason> {
        let mut reasons: Vec<&Reason> = self.stages.iter().filter(|stage| stage.active).flat_map(|stage| &stage.reasons).collect();
        reasons.sort_by_key(|reason| reason.rule.status());
        reasons
    }
}

/// Judges every project.
pub fn judge<'a>(playbook: &Playbook<'a>) -> Vec<Judgement<'a>> {
    in_parallel(&playbook.projects, |project| judge_project(playbook, project.index))
}

fn judge_project<'a>(playbook: &Playbook<'a>, index: usize) -> Judgement<'a> {
    let project = &playbook.projects[index];
    let touched: Vec<bool> = playbook.stages.iter().map(|stage| is_touched(playbook, index, stage.index)).collect();
    let exposures = exposures(playbook, index, &touched);
    let stages: Vec<StageJudgement<'a>> =
        playbook.stages.iter().map(|stage| stage_rules::judge(playbook, index, stage, &touched, &exposures)).collect();
    let active = stages.iter().filter(|stage| stage.active).map(|stage| stage.status).min();
    // Between two stages, the one before complete and the next not begun, a project is as planned.
    let complete = project.stages.iter().filter(|stage| stage.complete).count();
    let quiet = match complete {
        0 => Status::NotStarted,
        all if all == stages.len() => Status::Complete,
        _ if wave::has_ended(playbook, index) => Status::NotStarted,
        _ => Status::OnTrack,
    };
    let status = active.unwrap_or(quiet);
    Judgement { status, next_gate: next_gate(playbook, index, project), stages, exposures }
}

/// Domain section 5: an item's state is not `todo`, a wave has started, or the gate has a decision.
fn is_touched(playbook: &Playbook<'_>, project: usize, stage: usize) -> bool {
    let joined = &playbook.projects[project].stages[stage];
    let item = joined.items.iter().any(|status| status.state.is_some_and(|written| written.state.state.value != StateWord::Todo));
    item || wave::any_started(&joined.waves, playbook.as_of) || wave::gate(playbook, project, stage).is_some()
}

fn next_gate(playbook: &Playbook<'_>, index: usize, project: &Project<'_>) -> Option<NextGate> {
    let stage = playbook.stages.iter().find(|stage| wave::gate_waits(playbook, index, stage.index))?.index;
    let period = project.stages[stage].schedule.period();
    Some(NextGate { stage, review: period.and_then(|period| project.workdays.gate_review(&period)) })
}

#[cfg(test)]
pub(crate) mod tests;
