//! A kind's own page: all stages, causes, practices or decisions. Not done here: the portfolio, which is the projects' page.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::paging::{self, Pager, Part};
use super::view::{CauseCard, DecisionRow, Frame, Link, StageCard};
use crate::path::OutputPath;

/// So many decisions stand on a page of their list.
const MOST_DECISIONS: usize = 200;

/// View of `section.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section {
    /// The frame.
    pub page: Frame,
    /// Body of the section's `index.md`; empty on further pages.
    pub body: Html,
    /// `stages`, `causes`, `practices` or `decisions`; only the list of that name is filled.
    pub of: &'static str,
    /// All stages.
    pub stages: Vec<StageCard>,
    /// All causes.
    pub causes: Vec<CauseCard>,
    /// All practices.
    pub practices: Vec<PracticeCard>,
    /// The decisions of this page, latest first.
    pub decisions: Vec<DecisionRow>,
    /// The way to the other pages; null for a list of one page.
    pub pager: Option<Pager>,
}

/// A practice in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PracticeCard {
    /// Its page.
    pub link: Link,
    /// One sentence, plain text.
    pub description: Option<String>,
    /// The stages it belongs to.
    pub stages: Vec<Link>,
}

/// The pages of the list of decisions.
pub(super) fn decisions(context: &Context<'_, '_>) -> Vec<(OutputPath, Part)> {
    paging::cut("decisions", &(0..context.playbook.decisions.len()).rev().collect::<Vec<_>>(), MOST_DECISIONS)
}

/// `part` says which decisions, on a page of decisions.
pub(super) fn view(context: &Context<'_, '_>, folder: &'static str, part: &Part, output: &OutputPath) -> Section {
    let playbook = context.playbook;
    let section = context.sections.of(folder);
    let document = section.and_then(|section| section.document);
    let page = match document {
        Some(document) => Page::of("section", document, output),
        None => Page::new("section", section.map(|section| section.title.clone()).unwrap_or_default(), output),
    };
    let mut view = Section {
        page: context.frame(part.frame(context, page)),
        body: context.body(document.filter(|_| part.is_first()), output),
        of: folder,
        stages: Vec::new(),
        causes: Vec::new(),
        practices: Vec::new(),
        decisions: Vec::new(),
        pager: part.pager(context),
    };
    match folder {
        "stages" => view.stages = playbook.stages.iter().map(|stage| context.stage_card(output, stage)).collect(),
        "causes" => view.causes = (0..playbook.causes.len()).map(|cause| context.cause_card(output, cause)).collect(),
        "practices" => {
            let card = |practice: &crate::playbook::Practice<'_>| PracticeCard {
                link: context.link(output, practice.document),
                description: practice.document.common.description.clone(),
                stages: practice.stages.iter().map(|stage| context.stage(output, *stage)).collect(),
            };
            view.practices = playbook.practices.iter().map(card).collect();
        }
        _ => view.decisions = part.entries.iter().map(|decision| context.decision_row(output, &playbook.decisions[*decision])).collect(),
    }
    view
}
