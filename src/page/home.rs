//! The front page: the path, the projects, what stops them. Not done here: the judgement of any of it.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::parts;
use super::view::{Bar, CauseCard, Frame, Html, ProjectRow, StageCard, StageProgress};
use crate::document::Kind;
use crate::path::OutputPath;

/// The front page lists this many projects; the portfolio lists all.
const MOST_PROJECTS: usize = 12;

/// View of `home.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
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
    Home {
        page: context.frame(page),
        body: context.body(document, output),
        stages: playbook.stages.iter().map(|stage| context.stage_card(output, stage)).collect(),
        stage_progress: implicit.map(|project| context.rail(output, project)).unwrap_or_default(),
        total: implicit.map(|project| parts::bar(&playbook.config.title, project.progress(), None)),
        more_projects: projects.len().saturating_sub(MOST_PROJECTS),
        projects: projects.into_iter().take(MOST_PROJECTS).map(|project| context.project_row(output, project)).collect(),
        causes: (0..playbook.causes.len()).map(|cause| context.cause_card(output, cause)).collect(),
    }
}
