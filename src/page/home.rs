//! The front page: the path, the projects, what stops them. Not done here: the judgement of any of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::parts;
use super::view::{Bar, CauseCard, Chip, Frame, ProjectRow, StageCard, StageProgress, StatusView};
use crate::document::Kind;
use crate::path::OutputPath;
use crate::playbook::checklist::Progress;
use crate::playbook::status::{Rag, Status};
use crate::playbook::{Playbook, Project};

/// The front page lists this many projects; the portfolio lists all.
const MOST_PROJECTS: usize = 12;

/// The front page names this many projects that need attention.
const MOST_ATTENTION: usize = 8;

/// View of `home.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Home {
    /// The frame.
    pub page: Frame,
    /// Body of `content/index.md`.
    pub body: Html,
    /// How many projects have each status, the worst first, then the closed ones; empty in a book without `projects/`.
    pub counts: Vec<StatusCount>,
    /// How many projects there are.
    pub project_count: usize,
    /// The stages in order.
    pub stages: Vec<StageCard>,
    /// How far the projects are along the stages, in order; empty without projects.
    pub path: Vec<StageShare>,
    /// The rail of the one project of a book without `projects/`; else empty.
    pub stage_progress: Vec<StageProgress>,
    /// That project's bar.
    pub total: Option<Bar>,
    /// What needs attention: projects that are killed, blocked, late or at risk, by days to the gate, then the worst first; at most 8.
    pub attention: Vec<ProjectRow>,
    /// How many more need it.
    pub more_attention: usize,
    /// Status of the one project of a book without `projects/`.
    pub status: Option<StatusView>,
    /// The projects that run, then the closed ones; at most 12.
    pub projects: Vec<ProjectRow>,
    /// How many more projects there are.
    pub more_projects: usize,
    /// The causes.
    pub causes: Vec<CauseCard>,
}

/// How many projects have a status.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StatusCount {
    /// The status.
    pub chip: Chip,
    /// How many.
    pub count: usize,
}

/// How far the projects are through a stage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StageShare {
    /// The stage.
    pub stage: StageCard,
    /// How many of all have completed it, those that are closed by now too; its numbers are projects, not points.
    pub bar: Bar,
    /// How many of those that run are in it now.
    pub here: usize,
    /// The worst status of those; null where there are none.
    pub chip: Option<Chip>,
}

pub(super) fn view(context: &Context<'_, '_>, output: &OutputPath) -> Home {
    let playbook = context.playbook;
    let document = playbook.documents.iter().find(|document| document.kind == Kind::Home).copied();
    let implicit = playbook.projects.first().filter(|_| playbook.is_implicit());
    let mut projects: Vec<_> = playbook.projects.iter().filter(|project| project.document.is_some()).collect();
    projects.sort_by_key(|project| project.closed(playbook.as_of).is_some());
    let mut page = match document {
        Some(document) => Page::of("home", document, output),
        None => Page::new("home", playbook.config.title.clone(), output),
    };
    page.derived = true;
    page.percent = implicit.and_then(|project| project.progress().percent());
    let attention = needs_attention(context);
    let (counts, project_count) = (counts(context), projects.len());
    Home {
        counts,
        project_count,
        path: path(context, output, &projects),
        page: context.frame(page),
        body: context.body(document, output),
        stages: playbook.stages.iter().map(|stage| context.stage_card(output, stage)).collect(),
        stage_progress: implicit.map(|project| context.rail(output, project)).unwrap_or_default(),
        total: implicit.map(|project| parts::bar(playbook.locale, &playbook.config.title, project.progress(), None)),
        more_attention: attention.len().saturating_sub(MOST_ATTENTION),
        attention: attention.into_iter().take(MOST_ATTENTION).map(|project| context.project_row(output, project)).collect(),
        status: implicit.map(|project| context.project_status(output, project)),
        more_projects: projects.len().saturating_sub(MOST_PROJECTS),
        projects: projects.into_iter().take(MOST_PROJECTS).map(|project| context.project_row(output, project)).collect(),
        causes: (0..playbook.causes.len()).map(|cause| context.cause_card(output, cause)).collect(),
    }
}

/// How many projects have each status.
pub(super) fn counts(context: &Context<'_, '_>) -> Vec<StatusCount> {
    let mut found: BTreeMap<&str, (&Project<'_>, usize)> = BTreeMap::new();
    for project in context.playbook.projects.iter().filter(|project| project.document.is_some()) {
        found.entry(context.status_name(project)).or_insert((project, 0)).1 += 1;
    }
    let names = Status::ALL.iter().map(|status| status.name()).chain(["scaled", "stopped"]);
    let count = |(project, count): &(&Project<'_>, usize)| StatusCount { chip: context.project_chip(project), count: *count };
    names.filter_map(|name| found.get(name).map(count)).collect()
}

/// The stages with the projects: how many of all have completed each, how many of those that run are in it.
fn path(context: &Context<'_, '_>, output: &OutputPath, projects: &[&Project<'_>]) -> Vec<StageShare> {
    let playbook = context.playbook;
    if projects.is_empty() {
        return Vec::new();
    }
    let share = |stage: &crate::playbook::Stage<'_>| {
        let status = |project: &Project<'_>| context.judgement(project).stages[stage.index].status;
        let is_here = |project: &&&Project<'_>| project.current == Some(stage.index) && project.closed(playbook.as_of).is_none();
        let here: Vec<_> = projects.iter().filter(is_here).collect();
        let completed = projects.iter().filter(|project| status(project) == Status::Complete).count();
        let worst = here.iter().min_by_key(|project| status(project));
        StageShare {
            stage: context.stage_card(output, stage),
            bar: share_bar(playbook, stage.title(), completed as u64, projects.len() as u64),
            here: here.len(),
            chip: worst.map(|project| context.stage_chip(project, stage.index)),
        }
    };
    playbook.stages.iter().map(share).collect()
}

fn share_bar(playbook: &Playbook<'_>, stage: &str, done: u64, counted: u64) -> Bar {
    let words = playbook.locale;
    let text = words.with("home-completed", &[("done", done.into()), ("count", counted.into())]);
    let label = words.with("home-completed-label", &[("stage", stage.into())]);
    Bar { label, text, ..parts::bar(words, stage, Progress { done, claimed: 0, counted }, None) }
}

/// The projects that need attention: by days to their next gate, those without one last; then the worst status first.
fn needs_attention<'p, 'a>(context: &Context<'p, 'a>) -> Vec<&'p Project<'a>> {
    let playbook = context.playbook;
    let mut found: Vec<&Project<'a>> = (playbook.projects.iter())
        .filter(|project| project.document.is_some() && project.closed(playbook.as_of).is_none())
        .filter(|project| matches!(context.judgement(project).status.rag(), Rag::Red | Rag::Amber))
        .collect();
    found.sort_by_key(|project| {
        let judgement = context.judgement(project);
        let review = judgement.next_gate.and_then(|gate| gate.review);
        (review.is_none(), review, judgement.status, project.index)
    });
    found
}
