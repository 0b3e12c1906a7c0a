//! A wave in a project on as_of: its state, its dates, its guardrails (domain sections 3 and 6). Not done here: what a status makes of them.

use super::decision::{self, Decision, Outcome, Subject};
use super::project::Project;
pub use super::project::WrittenWave;
use super::{Playbook, Stage};
use crate::calendar::{self, Date, PlannedWave, WaveRun, WaveUnscheduled};
use crate::document::front;

mod guardrail;
mod needs;
mod reach;

pub use guardrail::{GuardrailStatus, Verdict, judge, verdict};
pub use needs::{Need, NeedKind, needs};
pub use reach::{Reach, reach};

/// The bake of a wave in workdays; 5 without one written (domain section 3).
pub fn bake(wave: &front::Wave) -> u32 {
    wave.bake.unwrap_or(5)
}

/// The state of a wave; never typed, always derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaveState {
    /// Not started.
    Planned,
    /// Started, nothing decided.
    Running,
    /// Decided `continue`.
    Promoted,
    /// Decided `hold`.
    Holding,
    /// Decided `rollback`.
    RolledBack,
}

impl WaveState {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            WaveState::Planned => "planned",
            WaveState::Running => "running",
            WaveState::Promoted => "promoted",
            WaveState::Holding => "holding",
            WaveState::RolledBack => "rolled back",
        }
    }
}

/// A wave in a project.
#[derive(Debug)]
pub struct WaveStatus<'a> {
    /// Its state.
    pub state: WaveState,
    /// What the project writes about it.
    pub written: Option<WrittenWave<'a>>,
    /// When it would start by overrides and bakes alone.
    pub planned: Option<Date>,
    /// When it starts as things are now, and when its bake is over; the real start where there is one.
    pub forecast: Option<PlannedWave>,
    /// What `planned` comes from, or why nothing says when.
    pub plan: Result<PlannedWave, WaveUnscheduled>,
    /// What `forecast` comes from, or why nothing says when.
    pub outlook: Result<PlannedWave, WaveUnscheduled>,
    /// When it started.
    pub started: Option<Date>,
    /// Its guardrails; all inconclusive before it starts.
    pub guardrails: Vec<GuardrailStatus<'a>>,
    /// The decision that stands, as an index in [`Playbook::decisions`].
    pub decision: Option<usize>,
}

impl WaveStatus<'_> {
    /// The share of users that it really reached, once it has started and where the project says so.
    pub fn actual_percent(&self) -> Option<f64> {
        let written = self.written.filter(|_| self.started.is_some())?;
        written.state.actual_percent.as_ref().map(|percent| percent.value)
    }

    /// The day on which it was to start by plan, when that is over and it has not.
    pub fn overdue_since(&self, as_of: Date) -> Option<Date> {
        self.planned.filter(|planned| self.state == WaveState::Planned && *planned < as_of)
    }

    /// The last day of its bake, when it has started and that day is over.
    pub fn baked_on(&self, as_of: Date) -> Option<Date> {
        self.forecast.map(|wave| wave.bake_last_day).filter(|last| self.started.is_some() && *last < as_of)
    }
}

/// How many of so many users a percentage is. A part of a person is a person.
pub fn people(population: u64, percent: f64) -> u64 {
    let exact = population as f64 * percent / 100.0;
    // 7.000000000000001 is 7.
    let whole = exact.round();
    (if (exact - whole).abs() < 1e-6 { whole } else { exact.ceil() }) as u64
}

/// The waves of a stage in a project.
pub fn waves<'a>(playbook: &Playbook<'a>, project: usize, stage: &Stage<'a>) -> Vec<WaveStatus<'a>> {
    let as_of = playbook.as_of;
    let to_come = !has_ended(playbook, project);
    let run: &Project<'a> = &playbook.projects[project];
    let joined = &run.stages[stage.index];
    let started: Vec<Option<Date>> = joined.waves.iter().map(|wave| started_on(*wave, as_of)).collect();
    let standing: Vec<Option<usize>> =
        (0..stage.front.waves.len()).map(|wave| standing(playbook, project, Subject { stage: stage.index, wave: Some(wave) })).collect();
    let states: Vec<WaveState> = started
        .iter()
        .zip(&standing)
        .map(|(started, decision)| state(started.is_some(), decision.map(|index| playbook.decisions[index].outcome)))
        .collect();
    let bakes: Vec<u32> = stage.front.waves.iter().map(bake).collect();
    let own: Vec<Option<Date>> =
        joined.waves.iter().map(|wave| wave.and_then(|wave| wave.state.start.as_ref()).map(|start| start.value)).collect();
    let start = joined.schedule.period().map(|period| period.start);
    let planned = calendar::plan_waves(start, &bakes, &own, &run.workdays);
    let runs: Vec<WaveRun> = (0..bakes.len())
        .map(|n| WaveRun {
            bake: bakes[n],
            start: own[n],
            started: started[n],
            stopped: matches!(states[n], WaveState::Holding | WaveState::RolledBack),
        })
        .collect();
    let forecast = calendar::forecast_waves(start, &runs, as_of, &run.workdays);
    (stage.front.waves.iter().enumerate())
        .map(|(n, wave)| WaveStatus {
            state: states[n],
            written: joined.waves[n],
            planned: planned[n].ok().map(|wave| wave.start).filter(|_| to_come || started[n].is_some()),
            forecast: forecast[n].ok().filter(|_| to_come || started[n].is_some()),
            plan: planned[n],
            outlook: forecast[n],
            started: started[n],
            guardrails: wave.guardrails.iter().map(|guardrail| judge(guardrail, joined.waves[n], started[n], as_of)).collect(),
            decision: standing[n],
        })
        .collect()
}

/// True for a project that is closed, or killed by a gate: nothing is to come in it.
pub fn has_ended(playbook: &Playbook<'_>, project: usize) -> bool {
    ended_on(playbook, project).is_some()
}

/// The day on which a project was closed, or killed by a gate; of both the first.
pub fn ended_on(playbook: &Playbook<'_>, project: usize) -> Option<Date> {
    let kills =
        (0..playbook.stages.len()).filter_map(|stage| gate(playbook, project, stage)).filter(|decision| decision.outcome == Outcome::Kill);
    let closed = playbook.projects[project].closed(playbook.as_of).map(|closed| closed.date.value);
    kills.map(|decision| decision.date).chain(closed).min()
}

fn started_on(wave: Option<WrittenWave<'_>>, as_of: Date) -> Option<Date> {
    wave?.state.started.as_ref().map(|started| started.value).filter(|started| *started <= as_of)
}

/// A decision on a wave that has not started changes nothing yet.
fn state(started: bool, decided: Option<Outcome>) -> WaveState {
    match decided {
        _ if !started => WaveState::Planned,
        Some(Outcome::Continue) => WaveState::Promoted,
        Some(Outcome::Rollback) => WaveState::RolledBack,
        Some(_) => WaveState::Holding,
        None => WaveState::Running,
    }
}

/// How many users a wave adds to those of the wave before it.
pub fn new_people(stage: &Stage<'_>, wave: usize, population: Option<u64>) -> Option<u64> {
    let reached = |wave: usize| Some(people(population?, stage.front.waves[wave].percent.as_ref()?.value));
    let before: Option<u64> = wave.checked_sub(1).map_or(Some(0), reached);
    reached(wave).zip(before).map(|(reached, before)| reached.saturating_sub(before))
}

/// The stages before this one whose gate has no effective go, in the order of the path.
pub fn closed_gates<'p, 'a>(playbook: &'p Playbook<'a>, project: usize, stage: usize) -> impl Iterator<Item = &'p Stage<'a>> {
    let passed = move |stage: usize| gate(playbook, project, stage).is_some_and(|gate| gate.outcome.passes_gate());
    playbook.stages.iter().take(stage).filter(move |stage| stage.front.gate.is_some() && !passed(stage.index))
}

/// True while a wave of a stage waits for a gate: windows overlap, and a wave may be planned before the gate that lets it start. Once that
/// gate's window is over, waiting is no excuse.
pub fn waits_for_gate(playbook: &Playbook<'_>, project: usize, stage: usize) -> bool {
    let run = &playbook.projects[project];
    let is_open = |stage: &Stage<'_>| run.stages[stage.index].schedule.period().is_some_and(|period| !period.is_over(playbook.as_of));
    closed_gates(playbook, project, stage).any(is_open)
}

/// True when a wave of this stage has started.
pub fn any_started(joined: &[Option<WrittenWave<'_>>], as_of: Date) -> bool {
    joined.iter().any(|wave| started_on(*wave, as_of).is_some())
}

fn standing(playbook: &Playbook<'_>, project: usize, subject: Subject) -> Option<usize> {
    decision::standing(&playbook.decisions, &playbook.projects[project].decisions, subject)
}

/// The decision that stands on a gate.
pub fn gate<'p, 'a>(playbook: &'p Playbook<'a>, project: usize, stage: usize) -> Option<&'p Decision<'a>> {
    standing(playbook, project, Subject { stage, wave: None }).map(|index| &playbook.decisions[index])
}

/// True for a gate that a project has still to pass: nobody has decided that it goes on, and the project has not ended.
pub fn gate_waits(playbook: &Playbook<'_>, project: usize, stage: usize) -> bool {
    let passed = gate(playbook, project, stage).is_some_and(|decision| decision.outcome.passes_gate());
    let complete = playbook.projects[project].stages[stage].complete;
    playbook.stages[stage].front.gate.is_some() && !complete && !passed && !has_ended(playbook, project)
}

#[cfg(test)]
mod tests;
