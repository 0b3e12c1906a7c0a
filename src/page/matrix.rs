//! The matrix: which project is exposed to which cause, at a glance. Not done here: the exposures, which the playbook computes.

use serde::Serialize;

use super::context::{Context, page_url};
use super::frame::Page;
use super::paging::{self, Pager, Part};
use super::view::{CauseCard, Chip, Frame, Link};
use crate::path::OutputPath;
use crate::playbook::Project;

/// A page of the matrix has at most this many rows.
const MOST_ROWS: usize = 100;

/// View of `matrix.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Matrix {
    /// The frame.
    pub page: Frame,
    /// The columns.
    pub causes: Vec<CauseCard>,
    /// The projects of this page, of all that run: the most exposed first.
    pub rows: Vec<Row>,
    /// The way to the other pages; null for a matrix of one page.
    pub pager: Option<Pager>,
}

/// A project's row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Row {
    /// The project.
    pub project: Link,
    /// Its status.
    pub chip: Chip,
    /// One for each cause, in the order of the columns; null where no guard is open.
    pub cells: Vec<Option<Cell>>,
}

/// An exposure in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "MatrixCell"))]
pub struct Cell {
    /// `critical`, `exposed` or `latent`.
    pub level: &'static str,
    /// "3.33".
    pub score: String,
    /// Open guards.
    pub open: usize,
    /// Guards that apply.
    pub guards: usize,
    /// The project's page, where its exposures are explained.
    pub url: String,
}

/// The pages of the matrix.
pub(super) fn parts(context: &Context<'_, '_>) -> Vec<(OutputPath, Part)> {
    let playbook = context.playbook;
    let mut projects: Vec<&Project<'_>> = playbook.projects.iter().filter(|project| project.closed(playbook.as_of).is_none()).collect();
    // The worst exposure decides, then how many there are of any level.
    projects.sort_by_key(|project| {
        let exposures = &context.judgement(project).exposures;
        let worst = exposures.first().map(|exposure| (exposure.level, (exposure.score() * 100.0) as i64));
        (std::cmp::Reverse(worst), std::cmp::Reverse(exposures.len()), project.index)
    });
    paging::cut("exposure", &projects.iter().map(|project| project.index).collect::<Vec<_>>(), MOST_ROWS)
}

pub(super) fn view(context: &Context<'_, '_>, part: &Part, output: &OutputPath) -> Matrix {
    let playbook = context.playbook;
    let mut page = Page::new("matrix", playbook.locale.text("exposure"), output);
    page.description = Some(playbook.locale.text("exposure-description"));
    page.derived = true;
    Matrix {
        page: context.frame(part.frame(context, page)),
        causes: (0..playbook.causes.len()).map(|cause| context.cause_card(output, cause)).collect(),
        rows: part.entries.iter().map(|project| row(context, output, &playbook.projects[*project])).collect(),
        pager: part.pager(context),
    }
}

fn row<'a>(context: &Context<'_, 'a>, output: &OutputPath, project: &Project<'a>) -> Row {
    let exposures = &context.judgement(project).exposures;
    let url = project.document.map(|document| page_url(output, &document.output, Some("_exposures"))).unwrap_or_default();
    let cell = |cause: usize| {
        let exposure = exposures.iter().find(|exposure| exposure.cause == cause)?;
        Some(Cell {
            level: exposure.level.word(),
            score: context.playbook.locale.decimal(&format!("{:.2}", exposure.score())),
            open: exposure.open.len(),
            guards: exposure.guards,
            url: url.clone(),
        })
    };
    Row {
        project: context.project(output, project),
        chip: context.project_chip(project),
        cells: (0..context.playbook.causes.len()).map(cell).collect(),
    }
}
