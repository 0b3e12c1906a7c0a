//! A page that is looked at, made again for another text of its own file, when nothing else about it is new: without the playbook, and so as fast in
//! a book of ten thousand pages as in one of ten. Not done here: deciding that nothing else is new, beyond what the file itself says.

use std::collections::HashMap;

use super::context::{Context, Highlights};
use super::view::Html;
use super::{Page, View};
use crate::document::Document;
use crate::document::fragment::{Link, Target};
use crate::path::{OutputPath, SourcePath};

/// A page as it was built last, and where the links of its text lead.
#[derive(Debug)]
pub struct Shown {
    /// The file that its text stands in.
    pub path: SourcePath,
    /// Where it is published.
    pub output: OutputPath,
    /// Its kind, one of [`KINDS`](super::KINDS).
    pub kind: &'static str,
    view: View,
    /// Address and title by what the author wrote, and whether as an image.
    links: HashMap<(Target, bool), (String, String)>,
}

impl Shown {
    /// A page that was just built. `None` for one without a file of its own.
    pub fn new(context: &Context<'_, '_>, page: &Page, output: &OutputPath, mut view: View) -> Option<Shown> {
        let document = context.playbook.documents.iter().find(|document| document.output == *output)?;
        body(&mut view)?;
        let links = document.body.fragment.links.iter().map(|link| (key(link), context.address_and_title(link, document, output)));
        Some(Shown { path: document.path.clone(), output: output.clone(), kind: page.kind(), links: links.collect(), view })
    }

    /// The page for that text of its file. `None` where the text has a link that it had not before.
    pub fn with_text(&self, document: &Document, highlights: &Highlights) -> Option<View> {
        let fragment = &document.body.fragment;
        if !fragment.links.iter().all(|link| self.links.contains_key(&key(link))) {
            return None;
        }
        let known = |link: &Link| self.links.get(&key(link)).cloned().unwrap_or_default();
        let html = fragment.fill(|link| known(link).0, |link| known(link).1.into(), |block| highlights.html(block));
        let mut view = self.view.clone();
        *body(&mut view)? = Html(html);
        Some(view)
    }
}

fn key(link: &Link) -> (Target, bool) {
    (link.target.clone(), link.image)
}

/// The text of a page, where it has one.
fn body(view: &mut View) -> Option<&mut Html> {
    match view {
        View::Home(view) => Some(&mut view.body),
        View::Section(view) => Some(&mut view.body),
        View::Stage(view) => Some(&mut view.body),
        View::Cause(view) => Some(&mut view.body),
        View::Practice(view) => Some(&mut view.body),
        View::Portfolio(view) => Some(&mut view.body),
        View::Project(view) => Some(&mut view.body),
        View::ProjectStage(view) => Some(&mut view.body),
        View::Decision(view) => Some(&mut view.body),
        View::Plain(view) => Some(&mut view.body),
        View::Waves(_) | View::Sheet(_) | View::Calendar(_) | View::Month(_) | View::Matrix(_) => None,
        View::Index(_) | View::Handbook(_) | View::Pack(_) | View::Redirect(_) | View::NotFound(_) => None,
    }
}
