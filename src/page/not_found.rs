//! What a host shows for an address that does not exist. It is shown at any depth, so its links are absolute. Not done here: guessing what was
//! meant.

use std::sync::Arc;

use serde::Serialize;

use super::context::Context;
use super::frame::Page;
use super::view::{Frame, Link};
use crate::config::Config;
use crate::path::OutputPath;

/// View of `not-found.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NotFound {
    /// The frame; its root and links begin with the path of `base_url`, or `/`.
    pub page: Frame,
}

pub(super) fn view(context: &Context<'_, '_>, output: &OutputPath) -> NotFound {
    let mut page = context.frame(Page::new("not-found", context.playbook.locale.text("not-found-title"), output));
    let root = root(context.playbook.config);
    let absolute = |link: &mut Link| link.url.insert_str(0, &root);
    page.breadcrumbs.iter_mut().for_each(absolute);
    for group in page.nav.iter_mut().map(Arc::make_mut) {
        absolute(&mut group.link);
        group.entries.iter_mut().for_each(|entry| absolute(&mut entry.link));
    }
    page.book.home.insert_str(0, &root);
    page.root = root;
    page.canonical = None;
    NotFound { page }
}

/// What the links of this page begin with: the path of `base_url`, or `/`.
pub fn root(config: &Config) -> String {
    let base = config.base_url.as_deref().and_then(|url| url.split_once("://")).and_then(|(_, rest)| rest.split_once('/'));
    base.map_or("/".to_owned(), |(_, path)| format!("/{path}/"))
}
