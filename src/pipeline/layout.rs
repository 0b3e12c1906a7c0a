//! A book, resolved and laid out in pages, as one value that can outlive its build: what was read, what borrows from that, what borrows from both. Not
//! done here: reading, resolving, or deciding how long it is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use self_cell::self_cell;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::locale::Locale;
use crate::memo::both;
use crate::page::{Additions, Context, Files, Highlights, Page, Texts, pages};
use crate::path::{OutputPath, SourcePath};
use crate::playbook::Playbook;
use crate::playbook::links::Targets;
use crate::playbook::links::all::Backlinks;
use crate::source::Sources;

/// What a book is resolved from.
pub(super) struct Given {
    pub(super) sources: Sources,
    pub(super) config: Config,
    pub(super) locale: Arc<Locale>,
    /// By path.
    pub(super) documents: Vec<Arc<Document>>,
    /// Files that are published as they are, by where.
    pub(super) assets: BTreeMap<OutputPath, SourcePath>,
}

/// What it comes to.
pub(super) struct Resolved<'g> {
    pub(super) playbook: Playbook<'g>,
    pub(super) targets: Targets<'g>,
    pub(super) backlinks: Backlinks<'g>,
}

/// Its pages, and what they are made with.
pub(super) struct Pages<'b> {
    pub(super) context: Context<'b, 'b>,
    /// By where they are published.
    pub(super) pages: Vec<(OutputPath, Page)>,
}

self_cell!(
    /// A book with what it was resolved from.
    pub(super) struct Book {
        owner: Given,
        #[covariant]
        dependent: Resolved,
    }
);

self_cell!(
    /// A book with its pages.
    pub(super) struct Layout {
        owner: Book,
        #[covariant]
        dependent: Pages,
    }
);

impl Book {
    pub(super) fn playbook(&self) -> &Playbook<'_> {
        &self.borrow_dependent().playbook
    }
}

impl Layout {
    /// Lays a book out. Two pages for one place are a finding. `beside` is done at the same time, for this leaves it a core.
    pub(super) fn of(
        book: Book,
        highlights: Highlights,
        diagnostics: &mut Vec<Diagnostic>,
        beside: impl FnOnce(&Playbook<'_>) + Send,
    ) -> Self {
        Layout::new(book, |book| {
            let (Given { sources, assets, .. }, Resolved { playbook, targets, backlinks }) = (book.borrow_owner(), book.borrow_dependent());
            let lay_out = || {
                let mut context = Context::new(playbook, targets, backlinks, highlights, Files { sources, assets });
                context.additions = Additions::of(sources);
                let pages = pages(&context, assets, diagnostics).into_iter().collect();
                Pages { context, pages }
            };
            both(lay_out, || beside(playbook)).0
        })
    }

    /// What the book was resolved from.
    pub(super) fn given(&self) -> &Given {
        self.borrow_owner().borrow_owner()
    }

    /// Its pages.
    pub(super) fn pages(&self) -> &Pages<'_> {
        self.borrow_dependent()
    }

    /// Takes the HTML of code from there from now on.
    pub(super) fn colour(&mut self, highlights: Highlights) {
        self.with_dependent_mut(|_, pages| pages.context.highlights = highlights);
    }

    /// Shows these texts from now on in the place of those of the book, and no others.
    pub(super) fn set_texts(&mut self, texts: Texts) {
        self.with_dependent_mut(|_, pages| pages.context.texts = texts);
    }
}
