//! A project's sheet as one file that needs nothing else: its style is in it, and a policy that lets nothing else be loaded. Not done here: what
//! is on the sheet ([`super::sheet`]), writing the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::View;
use super::context::Context;
use super::frame::Page;
use super::sheet::{Sheet, sheet};
use super::view::Frame;
use crate::path::OutputPath;

/// The name of its template. It is no kind of page: no site has one.
pub const TEMPLATE: &str = "pack";

/// The theme's style sheets that it holds, in this order.
pub const STYLES: [&str; 2] = ["static/site.css", "static/sheet.css"];

/// View of `pack.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Pack {
    /// The frame; what leads to other pages in it has no address here.
    pub page: Frame,
    /// What is on the sheet. Its links are absolute with `base_url`, and without it they lead nowhere.
    pub sheet: Sheet,
    /// The style sheets, safe in a `<style>`.
    pub style: String,
    /// That text's source expression for `style-src`: `sha256-…` (Content Security Policy Level 3, section 2.3.1).
    pub style_hash: String,
}

/// The view of a project's pack, if there is such a project; `styles` are the texts of [`STYLES`].
pub fn view(context: &Context<'_, '_>, project: &str, styles: &[&str]) -> Option<View> {
    let project = context.playbook.projects.iter().find(|found| found.id() == project)?;
    // No page of a site stands here, and from here the way to each is its path.
    let from = OutputPath::new("pack.html");
    let base = context.playbook.config.base_url.as_ref().map(|base| format!("{base}/"));
    let title = context.playbook.locale.with("print-sheet-of", &[("project", project.title(context.playbook.config).into())]);
    // An end tag in the text would end the element; a stroke means itself after a backslash (CSS Syntax Level 3, section 4.3.7). A browser hashes
    // lines that end as HTML's do.
    let style = format!("\n{}", styles.join("\n").replace("</", "<\\/").replace('\r', ""));
    Some(View::Pack(Pack {
        page: Frame { canonical: None, ..context.frame(Page::new("sheet", title, &from)) },
        sheet: Sheet { base, ..sheet(context, project, &from) },
        style_hash: format!("sha256-{}", STANDARD.encode(Sha256::digest(&style))),
        style,
    }))
}

/// What stands at the end of a project's pack, by which an earlier one is known.
pub fn mark(book: &str, project: &str) -> String {
    format!("\n<!-- rollbook pack {book}/{project} -->\n")
}
