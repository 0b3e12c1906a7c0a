//! A project: where it stands on the path, its news, its decisions. Not done here: its items, which stand on its pages of the stages.

use serde::Serialize;

use super::calendar::{self, AgendaDay, Month};
use super::context::Context;
use super::feed::FeedLink;
use super::frame::Page;
use super::gantt::{self, Schedule};
use super::parts;
use super::view::{Bar, DecisionRow, ExposureView, Frame, GateView, Html, Link, Musts, NextGate, StageProgress, StatusView, WaveView};
use crate::path::OutputPath;

/// View of `project.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Project {
    /// The frame.
    pub page: Frame,
    /// Body: the project's notes.
    pub body: Html,
    /// By role.
    pub owner: Option<String>,
    /// By role.
    pub sponsor: Option<String>,
    /// Day one.
    pub start: Option<String>,
    /// Users at full scale.
    pub population: Option<u64>,
    /// Words to group by.
    pub tags: Vec<String>,
    /// Its calendar, to subscribe to.
    pub feed: Option<FeedLink>,
    /// How it ended, if it has.
    pub closed: Option<Closed>,
    /// Its status and why.
    pub status: StatusView,
    /// The next gate; null when none waits.
    pub next_gate: Option<NextGate>,
    /// That gate, with its readiness and decisions.
    pub gate: Option<GateView>,
    /// Readiness of that gate.
    pub gate_musts: Option<Musts>,
    /// What it is exposed to, the worst first.
    pub exposures: Vec<ExposureView>,
    /// The waves of all stages that have some.
    pub waves: Vec<WaveView>,
    /// Their own page; null without any.
    pub waves_page: Option<Link>,
    /// Over all stages.
    pub bar: Bar,
    /// Over all stages.
    pub musts: Musts,
    /// One for each stage.
    pub stages: Vec<StageProgress>,
    /// What comes next, by day.
    pub coming: Vec<AgendaDay>,
    /// The month of the first of that, where only this project is shown; null when nothing comes.
    pub calendar: Option<Link>,
    /// The stages over time; null while there is no date at all.
    pub schedule: Option<Box<Schedule>>,
    /// News by as_of, latest first.
    pub updates: Vec<Update>,
    /// Decisions, latest first.
    pub decisions: Vec<DecisionRow>,
}

/// How a project ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Closed {
    /// `scaled` or `stopped`.
    pub outcome: String,
    /// ISO date.
    pub date: String,
    /// Plain text.
    pub reason: Option<String>,
}

/// An author's news.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Update {
    /// ISO date.
    pub date: String,
    /// By role.
    pub by: Option<String>,
    /// Plain text.
    pub headline: String,
    /// `red`, `amber` or `green`.
    pub rag: Option<String>,
    /// True for the latest update, when its colour is not that of the computed status.
    pub disagrees: bool,
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> Project {
    let playbook = context.playbook;
    let project = &playbook.projects[index];
    let as_of = playbook.as_of;
    let title = project.title(playbook.config);
    let mut page = match project.document {
        Some(document) => Page::of("project", document, output),
        None => Page::new("project", title.to_owned(), output),
    };
    page.parents = context.parents(output, "projects");
    page.derived = true;
    page.percent = project.progress().percent();
    let mut updates: Vec<Update> = (project.front.updates.iter())
        .filter(|update| update.date.value <= as_of)
        .map(|update| Update {
            date: update.date.value.to_string(),
            by: update.by.clone(),
            headline: update.headline.clone(),
            rag: update.rag.as_ref().map(|rag| rag.value.clone()),
            disagrees: false,
        })
        .collect();
    updates.sort_by(|a, b| b.date.cmp(&a.date));
    let closed = project.closed(as_of);
    let status = context.project_status(output, project);
    if let Some(latest) = updates.first_mut() {
        latest.disagrees = closed.is_none() && latest.rag.as_deref().is_some_and(|rag| rag != status.chip.rag);
    }
    let judgement = context.judgement(project);
    let gate = judgement.next_gate.map(|gate| &playbook.stages[gate.stage]);
    let ahead = calendar::of_a_project(context, output, index);
    Project {
        page: context.frame(page),
        body: context.body(project.document, output),
        owner: project.front.owner.clone(),
        sponsor: project.front.sponsor.clone(),
        start: project.start.map(|start| start.to_string()),
        population: project.front.population,
        tags: project.front.tags.clone(),
        feed: context.project_feed(output, project),
        closed: closed.map(|closed| Closed {
            outcome: closed.outcome.clone(),
            date: closed.date.value.to_string(),
            reason: closed.reason.clone(),
        }),
        status,
        next_gate: context.next_gate(output, project),
        gate: gate.and_then(|stage| context.gate(output, stage, Some(project))),
        gate_musts: gate.map(|stage| parts::musts(project.stages[stage.index].musts)),
        exposures: context.exposures(output, project),
        waves: playbook.stages.iter().flat_map(|stage| context.waves(output, stage, Some(project))).collect(),
        waves_page: context.waves_page(output, project),
        bar: parts::bar(title, project.progress(), None),
        musts: parts::musts(project.musts()),
        stages: context.rail(output, project),
        calendar: ahead.first.map(|day| {
            let link = context.month(output, Month::of(day));
            Link { url: format!("{}?project={}", link.url, project.id()), ..link }
        }),
        coming: ahead.days,
        schedule: gantt::schedule(context, output, project).map(Box::new),
        updates,
        decisions: playbook.decisions_of(project).rev().map(|decision| context.decision_row(output, decision)).collect(),
    }
}
