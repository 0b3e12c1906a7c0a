//! Terms of the book's glossaries: which words on a page link to one. Not done here: finding words in running text, which nobody asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, page_url};
use super::view::{ItemGroup, Term, TermLink};
use crate::document::Document;
use crate::document::fragment;
use crate::document::front::Front;
use crate::path::OutputPath;
use crate::playbook::Playbook;

/// The terms of all glossaries, by what they are called.
#[derive(Debug)]
pub struct Glossary<'a>(BTreeMap<&'a str, (&'a Document, &'a fragment::Term)>);

impl<'a> Glossary<'a> {
    /// Of a term that two glossaries have, the first by path counts.
    pub fn of(playbook: &Playbook<'a>) -> Self {
        let mut terms = BTreeMap::new();
        for document in playbook.documents.iter().filter(|document| matches!(document.front, Front::Page(page) if page.glossary)) {
            for term in document.body.terms.iter().filter(|term| !term.definition.is_empty()) {
                terms.entry(term.term.as_str()).or_insert((*document, term));
            }
        }
        Self(terms)
    }
}

impl Context<'_, '_> {
    /// A link to the term that is called exactly so.
    pub(super) fn term(&self, from: &OutputPath, name: Option<&str>) -> Option<TermLink> {
        let (document, term) = self.glossary.0.get(name?)?;
        Some(TermLink { url: page_url(from, &document.output, Some(&term.id)), tip: tip(document, term) })
    }

    /// The terms that are called so, each once, by name.
    pub(super) fn terms<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<Term> {
        let names: BTreeSet<&str> = names.into_iter().collect();
        let term = |name: &str| {
            let (document, term) = self.glossary.0.get(name)?;
            Some(Term { tip: tip(document, term), definition: term.definition.clone() })
        };
        names.into_iter().filter_map(term).collect()
    }
}

/// The owners that a checklist names.
pub(super) fn owners(groups: &[ItemGroup]) -> impl Iterator<Item = &str> {
    groups.iter().flat_map(|group| &group.items).filter_map(|item| item.owner.as_deref())
}

/// The anchor of a definition, on a page that it does not belong to. No author's anchor begins so.
fn tip(document: &Document, term: &fragment::Term) -> String {
    format!("_term.{}.{}", document.id, term.id)
}
