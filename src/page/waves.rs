//! The waves of a project: how the share of users grows, and each wave with its numbers, its decisions and what it needs. Not done here: a
//! project's other items.

mod axis;
mod curve;
mod spark;

use serde::Serialize;

use curve::{Curve, Plot};
use spark::{Measured, Spark};

use super::context::Context;
use super::frame::Page;
use super::parts::number;
use super::view::{Chip, DecisionRow, Frame, GuardrailView, Link, WaveView};
use crate::path::OutputPath;
use crate::playbook::decision::Subject;
use crate::playbook::wave::{WaveStatus, people, reach};
use crate::playbook::{Project, Stage};

/// View of `waves.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Waves {
    /// The frame.
    pub page: Frame,
    /// Its status.
    pub chip: Chip,
    /// Users at full scale.
    pub population: Option<u64>,
    /// True when nothing is to come: the project is closed, or a gate has ended it.
    pub ended: bool,
    /// The stages that have waves.
    pub stages: Vec<StageWaves>,
}

/// The waves of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StageWaves {
    /// Its id, for anchors.
    pub id: String,
    /// The project's page of it.
    pub link: Link,
    /// "24": the share of users reached on as_of; null before the first wave.
    pub reached: Option<String>,
    /// How many users that is.
    pub reached_people: Option<u64>,
    /// The curve; null while nothing is scheduled.
    pub curve: Option<Curve>,
    /// In the order of the playbook.
    pub waves: Vec<Wave>,
}

/// A wave in full.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Wave {
    /// What other pages show of it too.
    pub wave: WaveView,
    /// How many users it adds to those of the wave before it.
    pub new_people: Option<u64>,
    /// How many users were really reached.
    pub actual_people: Option<u64>,
    /// Its guardrails with their measurements.
    pub guardrails: Vec<Guardrail>,
    /// All decisions on it, latest first.
    pub decisions: Vec<DecisionRow>,
}

/// A guardrail with its history.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Guardrail {
    /// What other pages show of it too.
    pub guardrail: GuardrailView,
    /// The measurements since the wave started, by date.
    pub measured: Vec<Measured>,
    /// The same as a drawing; null with fewer than two.
    pub spark: Option<Spark>,
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> Waves {
    let playbook = context.playbook;
    let project = &playbook.projects[index];
    let link = context.project(output, project);
    let title = match project.document {
        Some(_) => playbook.locale.with("waves-of", &[("what", link.title.as_str().into())]),
        None => playbook.locale.text("waves"),
    };
    let mut page = Page::new("waves", title, output);
    page.description = Some(playbook.locale.text("waves-description"));
    page.parents = context.parents(output, "projects");
    page.parents.extend(project.document.map(|_| link));
    page.derived = true;
    let stages = playbook.stages.iter().filter(|stage| !stage.front.waves.is_empty());
    Waves {
        page: context.frame(page),
        chip: context.project_chip(project),
        population: project.front.population,
        ended: crate::playbook::wave::has_ended(playbook, index),
        stages: stages.map(|stage| stage_waves(context, output, project, stage)).collect(),
    }
}

fn stage_waves<'a>(context: &Context<'_, 'a>, output: &OutputPath, project: &Project<'a>, stage: &Stage<'a>) -> StageWaves {
    let waves: &[WaveStatus<'a>] = &context.judgement(project).stages[stage.index].waves;
    let reached = reach(context.playbook, project.index, stage, waves).last().copied();
    let views = context.waves(output, stage, Some(project));
    StageWaves {
        id: stage.id().to_owned(),
        link: context.project_stage_link(output, project, stage.index, None),
        reached: reached.map(|reached| number(reached.percent)),
        reached_people: reached.and_then(|reached| reached.people(project.front.population)),
        curve: Plot { playbook: context.playbook, project, stage, waves }.curve(),
        waves: views.into_iter().enumerate().map(|(n, view)| wave(context, output, project, stage, waves, n, view)).collect(),
    }
}

fn wave<'a>(
    context: &Context<'_, 'a>,
    output: &OutputPath,
    project: &Project<'a>,
    stage: &Stage<'a>,
    waves: &[WaveStatus<'a>],
    n: usize,
    view: WaveView,
) -> Wave {
    let subject = Subject { stage: stage.index, wave: Some(n) };
    let population = project.front.population;
    let decisions = context.playbook.decisions_of(project).rev().filter(|decision| decision.subject == subject);
    let guardrail = |(view, status): (&GuardrailView, _)| Guardrail {
        guardrail: view.clone(),
        measured: spark::measured(context.playbook.locale, status),
        spark: spark::spark(status),
    };
    Wave {
        new_people: crate::playbook::wave::new_people(stage, n, population),
        actual_people: waves[n].actual_percent().zip(population).map(|(percent, population)| people(population, percent)),
        guardrails: view.guardrails.iter().zip(&waves[n].guardrails).map(guardrail).collect(),
        decisions: decisions.map(|decision| context.decision_row(output, decision)).collect(),
        wave: view,
    }
}
