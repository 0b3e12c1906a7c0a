//! A plain page of the handbook. Not done here: anything computed.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::html::Html;
use super::sections::Entry;
use super::view::{Frame, Link};
use crate::path::OutputPath;

/// View of `page.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plain {
    /// The frame.
    pub page: Frame,
    /// Body.
    pub body: Html,
    /// For a folder's `index.md`: the pages directly in that folder, and its folders.
    pub children: Vec<Link>,
}

pub(super) fn view(context: &Context<'_, '_>, document: usize, output: &OutputPath) -> Plain {
    let document = context.playbook.documents[document];
    let folder = document.inside.split('/').next().unwrap_or_default();
    let mut page = Page::of("page", document, output);
    page.parents = context.parents(output, folder);
    (page.previous, page.next) = context.neighbours(output);
    let children = if document.inside.ends_with("/index.md") { context.sections.inside(output) } else { &[] };
    let link = |child: &Entry<'_>| Link { title: child.title.clone(), ..context.link(output, child.document) };
    Plain { page: context.frame(page), body: context.body(Some(document), output), children: children.iter().map(link).collect() }
}
