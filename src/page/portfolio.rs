//! The portfolio: every project in a row. Not done here: a project's own page.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::view::{Frame, Html, ProjectRow};
use crate::path::OutputPath;

/// View of `portfolio.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Portfolio {
    /// The frame.
    pub page: Frame,
    /// Body of `content/projects/index.md`.
    pub body: Html,
    /// The projects that run, then the closed ones.
    pub projects: Vec<ProjectRow>,
}

pub(super) fn view(context: &Context<'_, '_>, output: &OutputPath) -> Portfolio {
    let playbook = context.playbook;
    let section = context.sections.of("projects");
    let document = section.and_then(|section| section.document);
    let mut page = match document {
        Some(document) => Page::of("portfolio", document, output),
        None => Page::new("portfolio", playbook.locale.text("section-projects"), output),
    };
    page.derived = true;
    let mut projects: Vec<_> = playbook.projects.iter().filter(|project| project.document.is_some()).collect();
    projects.sort_by_key(|project| project.closed(playbook.as_of).is_some());
    Portfolio {
        page: context.frame(page),
        body: context.body(document, output),
        projects: projects.into_iter().map(|project| context.project_row(output, project)).collect(),
    }
}
