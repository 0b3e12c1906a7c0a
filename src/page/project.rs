//! A project: where it stands on the path, its news, its decisions. Not done here: its items, which stand on its pages of the stages.

use serde::Serialize;

use super::calendar::{self, AgendaDay, Month};
use super::context::Context;
use super::feed::FeedLink;
use super::frame::Page;
use super::gantt::{self, Schedule};
use super::html::Html;
use super::parts;
use super::view::{Bar, DecisionRow, ExposureView, Frame, GateView, Link, Musts, NextGate, StageProgress, StatusView, TermLink, WaveView};
use crate::calendar::Date;
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
    /// Its entry in the glossary, if it has one.
    pub owner_term: Option<TermLink>,
    /// By role.
    pub sponsor: Option<String>,
    /// Its entry in the glossary, if it has one.
    pub sponsor_term: Option<TermLink>,
    /// Day one.
    pub start: Option<String>,
    /// Users at full scale.
    pub population: Option<u64>,
    /// Words to group by.
    pub tags: Vec<String>,
    /// Its sheet for paper; null where a stage stands in its way.
    pub sheet: Option<Link>,
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
    /// How long ago that is: "3 days ago".
    pub away: String,
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
    let status = context.project_status(output, project);
    let judgement = context.judgement(project);
    let gate = judgement.next_gate.map(|gate| &playbook.stages[gate.stage]);
    let ahead = calendar::of_a_project(context, output, index);
    let people = [&project.front.owner, &project.front.sponsor];
    Project {
        page: Frame { terms: context.terms(people.into_iter().filter_map(Option::as_deref)), ..context.frame(page) },
        body: context.body(project.document, output),
        owner: project.front.owner.clone(),
        owner_term: context.term(output, project.front.owner.as_deref()),
        sponsor: project.front.sponsor.clone(),
        sponsor_term: context.term(output, project.front.sponsor.as_deref()),
        start: project.start.map(|start| start.to_string()),
        population: project.front.population,
        tags: project.front.tags.clone(),
        sheet: context.sheet_page(output, project),
        feed: context.project_feed(output, project),
        closed: closed(project, as_of),
        updates: updates(context, project, status.chip.rag),
        status,
        next_gate: context.next_gate(output, project),
        gate: gate.and_then(|stage| context.gate(output, stage, Some(project))),
        gate_musts: gate.map(|stage| parts::musts(playbook.locale, project.stages[stage.index].musts)),
        exposures: context.exposures(output, project),
        waves: playbook.stages.iter().flat_map(|stage| context.waves(output, stage, Some(project))).collect(),
        waves_page: context.waves_page(output, project),
        bar: parts::bar(playbook.locale, title, project.progress(), None),
        musts: parts::musts(playbook.locale, project.musts()),
        stages: context.rail(output, project),
        calendar: ahead.first.map(|day| {
            let link = context.month(output, Month::of(day));
            Link { url: format!("{}?project={}", link.url, project.id()), ..link }
        }),
        coming: ahead.days,
        schedule: gantt::schedule(context, output, project).map(Box::new),
        decisions: playbook.decisions_of(project).rev().map(|decision| context.decision_row(output, decision)).collect(),
    }
}

/// How a project ended, if it has.
pub(super) fn closed(project: &crate::playbook::Project<'_>, as_of: Date) -> Option<Closed> {
    project.closed(as_of).map(|closed| Closed {
        outcome: closed.outcome.clone(),
        date: closed.date.value.to_string(),
        reason: closed.reason.clone(),
    })
}

/// The news up to a day, latest first; the computed status has the colour `rag`.
pub(super) fn updates(context: &Context<'_, '_>, project: &crate::playbook::Project<'_>, rag: &str) -> Vec<Update> {
    let as_of = context.playbook.as_of;
    let mut updates: Vec<Update> = (project.front.updates.iter())
        .filter(|update| update.date.value <= as_of)
        .map(|update| Update {
            date: update.date.value.to_string(),
            away: context.playbook.away(update.date.value),
            by: update.by.clone(),
            headline: update.headline.clone(),
            rag: update.rag.as_ref().map(|rag| rag.value.clone()).filter(|rag| matches!(rag.as_str(), "red" | "amber" | "green")),
            disagrees: false,
        })
        .collect();
    updates.sort_by(|a, b| b.date.cmp(&a.date));
    if let Some(latest) = updates.first_mut().filter(|_| project.closed(as_of).is_none()) {
        latest.disagrees = latest.rag.as_deref().is_some_and(|author| author != rag);
    }
    updates
}
