//! A former address that leads to the page's new one. Not done here: finding out which addresses there were; `aliases` say so.

use serde::Serialize;

use super::context::{Context, page_url};
use super::frame::Page;
use super::view::Frame;
use super::web::address;
use crate::path::OutputPath;

/// View of `redirect.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Redirect {
    /// The frame; its canonical address is the target's.
    pub page: Frame,
    /// Where the page is now.
    pub target: String,
}

pub(super) fn view(context: &Context<'_, '_>, target: &OutputPath, title: &str, output: &OutputPath) -> Redirect {
    let mut page = context.frame(Page::new("redirect", title.to_owned(), output));
    let base = context.playbook.config.base_url.as_ref();
    page.canonical = base.map(|base| address(base, target));
    Redirect { page, target: page_url(output, target, None) }
}
