//! The waves of projects for machines and for the terminal: dates, guardrails, decisions, and what each wave needs. Not done here: computing
//! them, or drawing them ([`super::waves`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::events::to_json;
use super::status;
use crate::calendar::days_between;
use crate::playbook::wave::{self, GuardrailStatus, Need, WaveState, WaveStatus, people};
use crate::playbook::{Decision, Playbook, Project, Stage};

/// The version of the format.
pub const SCHEMA: u32 = 1;

/// The whole of it. Absent scalars are null, lists [], dates ISO 8601, every last day included.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rollout {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The day for which it holds.
    pub as_of: String,
    /// The book's id.
    pub book: String,
    /// The projects of a book that plans waves, by order and id.
    pub projects: Vec<ProjectRollout>,
}

/// One project.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProjectRollout {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// As in `status.json`.
    pub status: &'static str,
    /// For people: "at risk".
    #[serde(skip)]
    pub words: &'static str,
    /// Users at full scale.
    pub population: Option<u64>,
    /// The share of users reached so far; null before the first wave.
    pub reached_percent: Option<f64>,
    /// How many users that is.
    pub reached_people: Option<u64>,
    /// The waves of all stages that have some.
    pub waves: Vec<Wave>,
}

/// One wave.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Wave {
    /// The stage's id.
    pub stage: String,
    /// Its id.
    pub id: String,
    /// Its title; null where it has none.
    pub title: Option<String>,
    /// The share of users that it reaches, with those of the waves before it.
    pub percent: f64,
    /// How many users that is.
    pub people: Option<u64>,
    /// How many of them the wave before it did not reach.
    pub new_people: Option<u64>,
    /// `planned`, `running`, `promoted`, `holding` or `rolled back`.
    pub state: &'static str,
    /// When it would start by plan.
    pub planned: Option<String>,
    /// When it starts as things are now, the start itself once it has started.
    pub forecast: Option<String>,
    /// When it started.
    pub started: Option<String>,
    /// Calendar days from the plan to the start, or to the forecast; negative when earlier.
    pub slip_days: Option<i64>,
    /// The bake, in workdays.
    pub bake_days: u32,
    /// The last day of its bake, real or forecast.
    pub bake_until: Option<String>,
    /// The share of users really reached.
    pub actual_percent: Option<f64>,
    /// In the order of the playbook.
    pub guardrails: Vec<Guardrail>,
    /// The decision that stands.
    pub decision: Option<Decided>,
    /// What stands between it and its next step, in order.
    pub needs: Vec<Needed>,
}

/// One guardrail of a wave.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Guardrail {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub metric: String,
    /// `pass`, `warn`, `fail` or `inconclusive`.
    pub verdict: &'static str,
    /// The measurement that counts.
    pub value: Option<f64>,
    /// Its day.
    pub date: Option<String>,
    /// Measurements since the wave started.
    pub samples: usize,
    /// Fewer than this say nothing.
    pub min_samples: i64,
    /// `<`, `<=`, `>` or `>=`.
    pub op: String,
    /// The bound that must hold.
    pub target: f64,
    /// The stricter bound.
    pub warn: Option<f64>,
    /// Such as `%`.
    pub unit: Option<String>,
    /// For people: "2.4 %", the measurement that counts.
    #[serde(skip)]
    pub value_text: Option<String>,
    /// For people: "≤ 5 %".
    #[serde(skip)]
    pub target_text: String,
    /// For people: "warns above 3 %".
    #[serde(skip)]
    pub warn_text: Option<String>,
}

/// A decision on a wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Decided {
    /// Its id.
    pub id: String,
    /// When.
    pub date: String,
    /// `continue`, `hold` or `rollback`.
    pub outcome: &'static str,
    /// Roles.
    pub by: Vec<String>,
    /// Conditions not met.
    pub open_conditions: usize,
}

/// Something that a wave needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Needed {
    /// Which need, such as `bake`.
    pub need: &'static str,
    /// False for what is said and does not stand in the way.
    pub blocks: bool,
    /// What it is about, as in the reasons of `status.json`.
    pub item: String,
    /// The day that it is about.
    pub date: Option<String>,
    /// The numbers behind it, by name.
    pub numbers: BTreeMap<&'static str, i64>,
    /// One sentence without a full stop.
    pub text: String,
}

impl Rollout {
    /// Collects the values of a playbook.
    pub fn of(playbook: &Playbook<'_>) -> Rollout {
        let has_waves = playbook.stages.iter().any(|stage| !stage.front.waves.is_empty());
        Rollout {
            schema: SCHEMA,
            as_of: playbook.as_of.to_string(),
            book: playbook.config.id.clone(),
            projects: playbook.projects.iter().filter(|_| has_waves).map(|project| project_rollout(playbook, project)).collect(),
        }
    }

    /// As text, on one line.
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

fn project_rollout(playbook: &Playbook<'_>, project: &Project<'_>) -> ProjectRollout {
    let judged = &playbook.judgements[project.index].stages;
    let (status, words) = status::project_words(playbook, project);
    let of_stage = |stage: &Stage<'_>| {
        let waves = &judged[stage.index].waves;
        (0..waves.len()).map(|n| wave(playbook, project, stage, waves, n)).collect::<Vec<_>>()
    };
    // Of several stages with waves the last one that has begun.
    let reached = playbook.stages.iter().rev().find_map(|stage| {
        let steps = wave::reach(playbook, project.index, stage, &judged[stage.index].waves);
        steps.last().copied()
    });
    ProjectRollout {
        id: project.id().to_owned(),
        title: project.title(playbook.config).to_owned(),
        status,
        words,
        population: project.front.population,
        reached_percent: reached.map(|reached| reached.percent),
        reached_people: reached.and_then(|reached| reached.people(project.front.population)),
        waves: playbook.stages.iter().flat_map(of_stage).collect(),
    }
}

fn wave(playbook: &Playbook<'_>, project: &Project<'_>, stage: &Stage<'_>, waves: &[WaveStatus<'_>], n: usize) -> Wave {
    let (front, status) = (&stage.front.waves[n], &waves[n]);
    let (percent, population) = (front.percent(), project.front.population);
    let forecast = status.forecast.map(|wave| wave.start);
    Wave {
        stage: stage.id().to_owned(),
        id: front.id.value.clone(),
        title: front.title.clone(),
        percent,
        people: population.map(|population| people(population, percent)),
        new_people: wave::new_people(stage, n, population),
        state: status.state.word(),
        planned: status.planned.map(|day| day.to_string()),
        forecast: forecast.map(|day| day.to_string()),
        started: status.started.map(|day| day.to_string()),
        slip_days: status.planned.zip(forecast).map(|(planned, forecast)| days_between(planned, forecast)),
        bake_days: wave::bake(front),
        bake_until: status.forecast.map(|wave| wave.bake_last_day.to_string()),
        actual_percent: status.actual_percent(),
        guardrails: status.guardrails.iter().map(guardrail).collect(),
        decision: status.decision.filter(|_| status.state != WaveState::Planned).map(|index| decided(playbook, &playbook.decisions[index])),
        needs: wave::needs(playbook, project.index, stage, waves, n).into_iter().map(needed).collect(),
    }
}

fn guardrail(status: &GuardrailStatus<'_>) -> Guardrail {
    let (front, latest) = (status.guardrail, status.latest());
    Guardrail {
        id: front.id.value.clone(),
        metric: front.metric.clone(),
        verdict: status.verdict.word(),
        value: latest.map(|latest| latest.value),
        date: latest.map(|latest| latest.date.value.to_string()),
        samples: status.measured.len(),
        min_samples: front.min_samples,
        op: front.op.clone(),
        target: front.target,
        warn: front.warn.as_ref().map(|warn| warn.value),
        unit: front.unit.clone(),
        value_text: latest.map(|latest| front.with_unit(latest.value)),
        target_text: front.bound(front.target),
        warn_text: front.warns(),
    }
}

fn decided(playbook: &Playbook<'_>, decision: &Decision<'_>) -> Decided {
    Decided {
        id: decision.document.id.clone(),
        date: decision.date.to_string(),
        outcome: decision.outcome.word(),
        by: decision.front.by.clone(),
        open_conditions: decision.open_conditions(playbook.as_of),
    }
}

fn needed(need: Need) -> Needed {
    Needed {
        need: need.kind.name(),
        blocks: need.blocks(),
        item: need.item,
        date: need.date.map(|day| day.to_string()),
        numbers: need.numbers.into_iter().collect(),
        text: need.text,
    }
}
