//! The portfolio: every project in a row. Not done here: a project's own page.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::home::{self, StatusCount};
use super::html::Html;
use super::paging::{self, Pager, Part};
use super::view::{Frame, ProjectRow};
use crate::path::OutputPath;
use crate::playbook::Project;

/// So many projects stand on a page of the list.
const MOST: usize = 200;

/// View of `portfolio.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Portfolio {
    /// The frame.
    pub page: Frame,
    /// Body of `content/projects/index.md`; empty on further pages.
    pub body: Html,
    /// How many projects have each status, on all pages together; empty for a list of one page.
    pub counts: Vec<StatusCount>,
    /// The projects of this page. Of all of them those that run come first, then the closed ones.
    pub projects: Vec<ProjectRow>,
    /// The way to the other pages; null for a list of one page.
    pub pager: Option<Pager>,
}

/// The pages of the list.
pub(super) fn parts(context: &Context<'_, '_>) -> Vec<(OutputPath, Part)> {
    let as_of = context.playbook.as_of;
    let mut projects: Vec<&Project<'_>> = context.playbook.projects.iter().filter(|project| project.document.is_some()).collect();
    projects.sort_by_key(|project| project.closed(as_of).is_some());
    paging::cut("projects", &projects.iter().map(|project| project.index).collect::<Vec<_>>(), MOST)
}

pub(super) fn view(context: &Context<'_, '_>, part: &Part, output: &OutputPath) -> Portfolio {
    let playbook = context.playbook;
    let document = context.sections.of("projects").and_then(|section| section.document);
    let mut page = match document {
        Some(document) => Page::of("portfolio", document, output),
        None => Page::new("portfolio", playbook.locale.text("section-projects"), output),
    };
    page.derived = true;
    let pager = part.pager(context);
    Portfolio {
        page: context.frame(part.frame(context, page)),
        body: context.body(document.filter(|_| part.is_first()), output),
        counts: pager.as_ref().map(|_| home::counts(context)).unwrap_or_default(),
        projects: part.entries.iter().map(|project| context.project_row(output, &playbook.projects[*project])).collect(),
        pager,
    }
}
