//! A page that is looked at, made again for another text of its own file, when nothing else about it is new: without the playbook, and so as fast in
//! a book of ten thousand pages as in one of ten. Not done here: deciding that nothing else is new, beyond what the file itself says.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::context::{Context, Highlights, Place, said};
use super::view::Html;
use super::{Page, View};
use crate::document::Document;
use crate::document::fragment::{CodeBlock, Filling, Link, Target, Word};
use crate::document::image::Size;
use crate::locale::Locale;
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
    /// Where each link leads, by what the author wrote, and whether as an image.
    links: HashMap<(Target, bool), Known>,
}

/// What is known of a link.
#[derive(Debug)]
struct Known {
    address: String,
    title: String,
    size: Option<Size>,
}

impl Shown {
    /// A page that was just built. `None` for one without a file of its own.
    pub fn new(context: &Context<'_, '_>, page: &Page, output: &OutputPath, mut view: View) -> Option<Shown> {
        let document = context.playbook.documents.iter().find(|document| document.output == *output)?;
        body(&mut view)?;
        let place = Place { context, document, from: output };
        let known = |link: &Link| Known { address: place.address(link), title: place.title(link).into_owned(), size: place.size(link) };
        let links = document.body.fragment.links.iter().map(|link| (key(link), known(link)));
        Some(Shown { path: document.path.clone(), output: output.clone(), kind: page.kind(), links: links.collect(), view })
    }

    /// The page for that text of its file. `None` where the text has a link that it had not before.
    pub fn with_text(&self, document: &Document, highlights: &Highlights, locale: &Locale) -> Option<View> {
        let fragment = &document.body.fragment;
        if !fragment.links.iter().all(|link| self.links.contains_key(&key(link))) {
            return None;
        }
        let html = fragment.fill(&Again { links: &self.links, highlights, locale });
        let mut view = self.view.clone();
        *body(&mut view)? = Html(html);
        Some(view)
    }
}

/// What a text is filled with that has no link which is not known.
struct Again<'k> {
    links: &'k HashMap<(Target, bool), Known>,
    highlights: &'k Highlights,
    locale: &'k Locale,
}

impl Filling for Again<'_> {
    fn address(&self, link: &Link) -> String {
        self.links.get(&key(link)).map(|known| known.address.clone()).unwrap_or_default()
    }

    fn title(&self, link: &Link) -> Cow<'_, str> {
        self.links.get(&key(link)).map(|known| known.title.as_str().into()).unwrap_or_default()
    }

    fn size(&self, link: &Link) -> Option<Size> {
        self.links.get(&key(link))?.size
    }

    fn code(&self, block: &CodeBlock) -> Arc<str> {
        self.highlights.html(block)
    }

    fn word(&self, word: &Word) -> String {
        said(self.locale, word)
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
        View::Waves(_) | View::Sheet(_) | View::Calendar(_) | View::Month(_) | View::Day(_) | View::Feeds(_) | View::Matrix(_) => None,
        View::Index(_) | View::Handbook(_) | View::Pack(_) | View::Redirect(_) | View::NotFound(_) => None,
    }
}
