//! Bodies that are newer than the book that was laid out: where they are shown, and whether all else can stay as it is. Not done here: finding what has
//! changed, rendering.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::Context;
use crate::document::Document;
use crate::document::fragment::Target;
use crate::path::{OutputPath, SourcePath};

/// Files of which nothing but the text is new, by path, as they are now.
#[derive(Debug, Default)]
pub struct Texts(pub FxHashMap<SourcePath, Arc<Document>>);

impl Texts {
    /// A document with the body that it has now.
    pub(super) fn newest<'d>(&'d self, document: &'d Document) -> &'d Document {
        self.0.get(&document.path).map_or(document, AsRef::as_ref)
    }
}

impl<'a> Context<'_, 'a> {
    /// True if a document of the book can be taken for another reading of its file and nothing is different but what stands where its body is shown
    /// ([`Context::shown_on`]), in the search, and where its links stand in the file. Whoever reads more of a body than that has to add it here:
    /// - what others refer to, its title, headings, terms and front matter, is compared as a whole;
    /// - who is linked to, which addresses lie outside and which images pages may load follow from the set of its links;
    /// - what is wrong with it is said of a place in it, and is equal only if that place is;
    /// - how long it is decides in which file of the handbook it stands, which [`Context::is_laid_out_alike`] looks at.
    pub fn differs_in_text_alone(&self, was: &Document, is: &Document) -> bool {
        was.is_target_like(is)
            && was.diagnostics == is.diagnostics
            && links(was) == links(is)
            && is.body.fragment.links.iter().all(|link| !matches!(self.targets.resolve(self.playbook, is, link), Err(Some(_))))
    }

    /// True if the pages are still those of the book, with its texts as they are now.
    pub fn is_laid_out_alike(&self) -> bool {
        let is_concerned = self.texts.0.keys().filter_map(|path| self.published(path)).any(|it| self.handbook.file_with(it).is_some());
        !is_concerned || self.handbook.is_like(&super::handbook::Plan::new(self.playbook, &self.sections, &self.texts))
    }

    /// The pages that show the body of a file: its own, and the part of the handbook that it is a chapter of.
    pub fn shown_on(&self, path: &SourcePath) -> BTreeSet<OutputPath> {
        let Some(document) = self.published(path) else { return BTreeSet::new() };
        self.handbook.file_with(document).into_iter().chain([&document.output]).cloned().collect()
    }

    /// The document that the book has of a file; `None` for a draft.
    pub fn published(&self, path: &SourcePath) -> Option<&'a Document> {
        let at = self.playbook.documents.binary_search_by(|document| document.path.cmp(path)).ok()?;
        Some(self.playbook.documents[at])
    }
}

/// Where the links of a body lead, by what the author wrote, and whether as an image.
fn links(document: &Document) -> FxHashSet<(&Target, bool)> {
    document.body.fragment.links.iter().map(|link| (&link.target, link.image)).collect()
}
