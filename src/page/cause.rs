//! A cause: what kills projects between two stages, and what guards against it. Not done here: who is exposed to it.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::view::{Exposed, Frame, Link};
use crate::path::OutputPath;
use crate::playbook::ids::ItemKey;

/// A cause's page lists this many projects; the matrix lists all.
const MOST_EXPOSED: usize = 40;

/// View of `cause.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cause {
    /// The frame.
    pub page: Frame,
    /// The guidance.
    pub body: Html,
    /// The stage it strikes on the way out of; null while the file does not say it.
    pub from: Option<Link>,
    /// The stage it keeps projects from.
    pub to: Option<Link>,
    /// 1 to 5.
    pub severity: i64,
    /// How to notice it.
    pub signals: Vec<Html>,
    /// Items that guard against it.
    pub guards: Vec<ItemCard>,
    /// Practices that prevent it.
    pub practices: Vec<PracticeLine>,
    /// The projects that are exposed to it now, the worst first; at most 40.
    pub exposed: Vec<Exposed>,
    /// How many more there are.
    pub more_exposed: usize,
    /// True when there are projects that could be.
    pub has_projects: bool,
}

/// An item of the playbook in a list outside its stage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemCard {
    /// The item on its stage's page.
    pub link: Link,
    /// The stage's title.
    pub stage: String,
    /// `must` or `may`.
    pub level: &'static str,
    /// Inline HTML.
    pub text: Html,
}

/// A practice in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PracticeLine {
    /// Its page.
    pub link: Link,
    /// One sentence, plain text.
    pub description: Option<String>,
}

pub(super) fn view(context: &Context<'_, '_>, index: usize, output: &OutputPath) -> Cause {
    let playbook = context.playbook;
    let cause = &playbook.causes[index];
    let mut page = Page::of("cause", cause.document, output);
    page.parents = context.parents(output, "causes");
    (page.previous, page.next) = context.neighbours(output);
    page.derived = true;
    let (exposed, all_exposed) = context.exposed(output, index, MOST_EXPOSED);
    let practice = |practice: &usize| {
        let document = playbook.practices[*practice].document;
        PracticeLine { link: context.link(output, document), description: document.common.description.clone() }
    };
    Cause {
        page: context.frame(page),
        body: context.body(Some(cause.document), output),
        from: cause.from.map(|stage| context.stage(output, stage)),
        to: cause.to.map(|stage| context.stage(output, stage)),
        severity: cause.severity,
        signals: cause.front.signals.iter().map(|signal| context.html(signal, cause.document, output)).collect(),
        guards: cause.guards.iter().map(|guard| item_card(context, output, guard.value)).collect(),
        practices: cause.practices.iter().map(practice).collect(),
        more_exposed: all_exposed - exposed.len(),
        exposed,
        has_projects: !playbook.is_implicit(),
    }
}

pub(super) fn item_card(context: &Context<'_, '_>, output: &OutputPath, key: ItemKey) -> ItemCard {
    let stage = &context.playbook.stages[key.stage];
    let item = &stage.front.checklist[key.item];
    ItemCard {
        link: context.item(output, key),
        stage: stage.title().to_owned(),
        level: if item.must { "must" } else { "may" },
        text: context.html(&item.text, stage.document, output),
    }
}
