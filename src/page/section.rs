//! A kind's own page: all stages, causes, practices or decisions. Not done here: the portfolio, which is the projects' page.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::view::{CauseCard, DecisionRow, Frame, Html, Link, StageCard};
use crate::path::OutputPath;

/// View of `section.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section {
    /// The frame.
    pub page: Frame,
    /// Body of the section's `index.md`.
    pub body: Html,
    /// `stages`, `causes`, `practices` or `decisions`; only the list of that name is filled.
    pub of: &'static str,
    /// All stages.
    pub stages: Vec<StageCard>,
    /// All causes.
    pub causes: Vec<CauseCard>,
    /// All practices.
    pub practices: Vec<PracticeCard>,
    /// All decisions, latest first.
    pub decisions: Vec<DecisionRow>,
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

pub(super) fn view(context: &Context<'_, '_>, folder: &'static str, output: &OutputPath) -> Section {
    let playbook = context.playbook;
    let section = context.sections.of(folder);
    let document = section.and_then(|section| section.document);
    let page = match document {
        Some(document) => Page::of("section", document, output),
        None => Page::new("section", section.map(|section| section.title.clone()).unwrap_or_default(), output),
    };
    let mut view = Section {
        page: context.frame(page),
        body: context.body(document, output),
        of: folder,
        stages: Vec::new(),
        causes: Vec::new(),
        practices: Vec::new(),
        decisions: Vec::new(),
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
        _ => view.decisions = playbook.decisions.iter().rev().map(|decision| context.decision_row(output, decision)).collect(),
    }
    view
}
