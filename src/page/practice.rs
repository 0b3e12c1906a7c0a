//! A practice: what prevents causes, and where it is put to work. Not done here: judging who follows it.

use serde::Serialize;

use super::cause::{ItemCard, item_card};
use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::view::{CauseCard, Frame, Link};
use crate::path::OutputPath;

/// View of `practice.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Practice {
    /// The frame.
    pub page: Frame,
    /// Body.
    pub body: Html,
    /// The stages it belongs to.
    pub stages: Vec<Link>,
    /// True when it belongs to all.
    pub all_stages: bool,
    /// Items that put it to work.
    pub items: Vec<ItemCard>,
    /// Causes it prevents.
    pub causes: Vec<CauseCard>,
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> Practice {
    let playbook = context.playbook;
    let practice = &playbook.practices[index];
    let mut page = Page::of("practice", practice.document, output);
    page.parents = context.parents(output, "practices");
    (page.previous, page.next) = context.neighbours(output);
    let prevents = |(cause, joined): (usize, &crate::playbook::Cause<'_>)| joined.practices.contains(&index).then_some(cause);
    Practice {
        page: context.frame(page),
        body: context.body(Some(practice.document), output),
        stages: practice.stages.iter().map(|stage| context.stage(output, *stage)).collect(),
        all_stages: practice.front.all_stages,
        items: practice.items.iter().map(|item| item_card(context, output, item.value)).collect(),
        causes: playbook.causes.iter().enumerate().filter_map(prevents).map(|cause| context.cause_card(output, cause)).collect(),
    }
}
