//! A wave in a project on as_of: its state, its dates, its guardrails (domain sections 3 and 6). Not done here: what a status makes of them.

use super::decision::{self, Decision, Outcome, Subject};
use super::project::{Project, WrittenWave};
use super::{Playbook, Stage};
use crate::calendar::{self, Date, PlannedWave, WaveRun, WaveUnscheduled};
use crate::document::front::{self, Guardrail, Measurement};

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

/// What a guardrail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The latest measurement holds.
    Pass,
    /// It holds the target and not the stricter bound.
    Warn,
    /// It does not hold.
    Fail,
    /// There are too few measurements since the wave started to say; never a pass.
    Inconclusive,
}

impl Verdict {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
            Verdict::Inconclusive => "inconclusive",
        }
    }
}

/// A guardrail with its measurements since the wave started.
#[derive(Debug)]
pub struct GuardrailStatus<'a> {
    /// The guardrail.
    pub guardrail: &'a Guardrail,
    /// What it says.
    pub verdict: Verdict,
    /// The measurement that counts.
    pub latest: Option<&'a Measurement>,
    /// How many there are.
    pub samples: usize,
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
    let killed = |stage: usize| gate(playbook, project, stage).is_some_and(|decision| decision.outcome == Outcome::Kill);
    playbook.projects[project].closed(playbook.as_of).is_some() || (0..playbook.stages.len()).any(killed)
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

/// Domain section 3: the latest measurement since the wave's start counts; fewer than `min_samples` say nothing.
fn judge<'a>(guardrail: &'a Guardrail, written: Option<WrittenWave<'a>>, started: Option<Date>, as_of: Date) -> GuardrailStatus<'a> {
    let counts = |entry: &&'a Measurement| {
        entry.guardrail.value == guardrail.id.value
            && entry.date.value <= as_of
            && started.is_some_and(|started| entry.date.value >= started)
    };
    let entries: Vec<&'a Measurement> = written.map(|wave| wave.state.measurements.iter().filter(counts).collect()).unwrap_or_default();
    // Of two on one day the one written later.
    let latest = entries.iter().copied().max_by_key(|entry| entry.date.value);
    let verdict = match latest {
        Some(latest) if entries.len() as i64 >= guardrail.min_samples => verdict(guardrail, latest.value),
        _ => Verdict::Inconclusive,
    };
    GuardrailStatus { guardrail, verdict, latest, samples: entries.len() }
}

fn verdict(guardrail: &Guardrail, value: f64) -> Verdict {
    match &guardrail.warn {
        _ if !guardrail.holds(value, guardrail.target) => Verdict::Fail,
        Some(warn) if !guardrail.holds(value, warn.value) => Verdict::Warn,
        _ => Verdict::Pass,
    }
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
