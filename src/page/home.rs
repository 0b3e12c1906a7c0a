//! The front page: the path, the projects, what stops them. Not done here: the judgement of any of it.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::parts;
use super::view::{Bar, CauseCard, Frame, Html, ProjectRow, StageCard, StageProgress, StatusView};
use crate::document::Kind;
use crate::path::OutputPath;
use crate::playbook::Project;
use crate::playbook::status::Rag;

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
    /// The stages in order.
    pub stages: Vec<StageCard>,
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
    let attention = needs_attention(context);
    Home {
        page: context.frame(page),
        body: context.body(document, output),
        stages: playbook.stages.iter().map(|stage| context.stage_card(output, stage)).collect(),
        stage_progress: implicit.map(|project| context.rail(output, project)).unwrap_or_default(),
        total: implicit.map(|project| parts::bar(&playbook.config.title, project.progress(), None)),
        more_attention: attention.len().saturating_sub(MOST_ATTENTION),
        attention: attention.into_iter().take(MOST_ATTENTION).map(|project| context.project_row(output, project)).collect(),
        status: implicit.map(|project| context.project_status(output, project)),
        more_projects: projects.len().saturating_sub(MOST_PROJECTS),
        projects: projects.into_iter().take(MOST_PROJECTS).map(|project| context.project_row(output, project)).collect(),
        causes: (0..playbook.causes.len()).map(|cause| context.cause_card(output, cause)).collect(),
    }
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
