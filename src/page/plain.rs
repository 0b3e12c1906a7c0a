//! A plain page of the handbook. Not done here: anything computed.

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::view::{Frame, Html, Link};
use crate::document::{Document, Kind};
use crate::path::OutputPath;

/// View of `page.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Plain {
    /// The frame.
    pub page: Frame,
    /// Body.
    pub body: Html,
    /// For a folder's `index.md`: the pages directly in that folder, and its folders' own pages.
    pub children: Vec<Link>,
}

pub(super) fn view(context: &Context<'_, '_>, document: usize, output: &OutputPath) -> Plain {
    let documents = &context.playbook.documents;
    let document = documents[document];
    let folder = document.inside.split('/').next().unwrap_or_default();
    let mut page = Page::of("page", document, output);
    page.parents = context.parents(output, folder);
    if let Some(section) = context.sections.of(folder) {
        let order: Vec<&Document> = section.document.into_iter().chain(section.pages.iter().copied()).collect();
        (page.previous, page.next) = context.neighbours(output, &order);
    }
    let children = match document.inside.strip_suffix("index.md") {
        Some(folder) => children(documents, folder, document),
        None => Vec::new(),
    };
    Plain {
        page: context.frame(page),
        body: context.body(Some(document), output),
        children: children.into_iter().map(|child| context.link(output, child)).collect(),
    }
}

fn children<'a>(documents: &[&'a Document], folder: &str, own: &Document) -> Vec<&'a Document> {
    let is_child = |document: &&&'a Document| {
        let Some(rest) = document.inside.strip_prefix(folder) else { return false };
        let directly = !rest.contains('/') || rest.strip_suffix("/index.md").is_some_and(|name| !name.contains('/'));
        document.kind == Kind::Page && directly && document.path != own.path
    };
    let mut children: Vec<&'a Document> = documents.iter().filter(is_child).copied().collect();
    children.sort_by_key(|child| (child.order.unwrap_or(i64::MAX), &child.title, &child.path));
    children
}
