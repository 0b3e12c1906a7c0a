//! The next site of a book of which nothing but texts is new: the last site, with the files that show them made again. So an edit costs what its page
//! costs, however large the book is. Whatever else is new is left to the whole build. Not done here: saying where a text is shown, which
//! [`Context::shown_on`](crate::page::Context::shown_on) and its neighbours do.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::colours::coloured;
use super::layout::{Layout, Pages};
use super::{Built, Follow, Pipeline, Step, to_its_end};
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::document::fragment::BlockName;
use crate::document::{Document, markdown, parse};
use crate::memo::in_parallel;
use crate::page::status::Status;
use crate::page::{Highlights, Page, Texts};
use crate::path::{OutputPath, SourcePath};
use crate::playbook::links::all::{ExternalLink, external_in};
use crate::render::Theme;
use crate::source::{File, Sources};

/// What a site was made of, and what else came of it that no text can change.
pub(super) struct Last {
    layout: Layout,
    theme: Arc<Theme>,
    base_url: Option<String>,
    diagnostics: Vec<Diagnostic>,
    status: Arc<Status>,
    external: Arc<[ExternalLink]>,
    /// Code that only texts have which are newer than the layout.
    code: FxHashSet<BlockName>,
}

impl Last {
    /// Keeps what a build was made of; `None` for one that has an error.
    pub(super) fn of(layout: Layout, theme: Option<Arc<Theme>>, base_url: Option<&str>, built: &Built) -> Option<Self> {
        let theme = theme.filter(|_| !built.has_errors())?;
        let (diagnostics, status, external) = (built.diagnostics.clone(), Arc::clone(&built.status), Arc::clone(&built.external));
        Some(Self { layout, theme, base_url: base_url.map(str::to_owned), diagnostics, status, external, code: FxHashSet::default() })
    }

    fn texts(&self) -> &Texts {
        &self.layout.pages().context.texts
    }

    /// The files that are other than when the book was laid out, if all of them are documents.
    fn changed(&self, sources: &Sources, as_of: Date, base_url: Option<&str>) -> Option<Vec<SourcePath>> {
        let (given, context) = (self.layout.given(), &self.layout.pages().context);
        let is_same = context.playbook.as_of == as_of && self.base_url.as_deref() == base_url && sources.changes == given.sources.changes;
        let changed = if is_same { sources.changed_since(&given.sources) } else { return None };
        let is_there = |path: &SourcePath| self.document(path).is_some() && matches!(sources.content.get(path), Some(File::Text(_)));
        changed.iter().all(is_there).then_some(changed)
    }

    /// A document as it was when the book was laid out.
    fn document(&self, path: &SourcePath) -> Option<&Arc<Document>> {
        let documents = &self.layout.given().documents;
        documents.binary_search_by(|document| document.path.cmp(path)).ok().map(|at| &documents[at])
    }

    /// Every document as it is now.
    fn documents(&self) -> Vec<Arc<Document>> {
        let texts = &self.texts().0;
        self.layout.given().documents.iter().map(|document| Arc::clone(texts.get(&document.path).unwrap_or(document))).collect()
    }

    /// The addresses outside the book where they stand now.
    fn external(&self) -> Arc<[ExternalLink]> {
        let context = &self.layout.pages().context;
        let moved: Vec<_> = context.texts.0.iter().filter_map(|(path, is)| Some((context.published(path)?, is))).collect();
        let before: BTreeSet<ExternalLink> = moved.iter().flat_map(|(was, _)| external_in(was)).collect();
        if before.is_empty() {
            return Arc::clone(&self.external);
        }
        let rest = self.external.iter().filter(|link| !before.contains(link)).cloned();
        let links: BTreeSet<ExternalLink> = rest.chain(moved.iter().flat_map(|(_, is)| external_in(is))).collect();
        links.into_iter().collect()
    }
}

impl Pipeline {
    /// The site of these sources. `None` where more than texts is new, or these make a difference to more than what shows them; all that was done then
    /// is that documents have been read.
    pub(super) fn retext(
        &mut self,
        sources: &Sources,
        as_of: Date,
        base_url: Option<&str>,
        follow: &mut Follow<'_>,
        observe: &mut dyn FnMut(Step),
    ) -> Option<Built> {
        let texts = self.read_texts(sources, as_of, base_url)?;
        // It is not put back where anything does not fit from here on, for then all is made anew.
        let mut last = self.last.take()?;
        let before = &last.texts().0;
        let is_new = |path: &&SourcePath| !matches!((before.get(*path), texts.get(*path)), (Some(was), Some(is)) if Arc::ptr_eq(was, is));
        let paths: BTreeSet<SourcePath> = before.keys().chain(texts.keys()).filter(is_new).cloned().collect();
        observe(Step::Parse(paths.len(), 0));
        self.show(&mut last, texts);
        let Pages { context, pages } = last.layout.pages();
        let outputs: BTreeSet<OutputPath> = paths.iter().flat_map(|path| context.shown_on(path)).collect();
        let at = |output: &OutputPath| pages.binary_search_by(|(path, _)| path.cmp(output)).ok();
        let concerned: Vec<&(OutputPath, Page)> = outputs.iter().filter_map(at).map(|at| &pages[at]).collect();
        if !context.is_laid_out_alike() {
            return None;
        }
        let (first, rest): (Vec<_>, Vec<_>) = {
            let wanted = (follow.wanted)();
            concerned.iter().partition(|(output, _)| wanted.contains(output))
        };
        let render = |(output, page): &&(OutputPath, Page)| last.theme.render(page.kind(), &page.view(context, output)).ok();
        let mut files = Vec::with_capacity(concerned.len());
        for (part, is_first) in [(first, true), (rest, false)] {
            for ((output, _), bytes) in part.iter().zip(in_parallel(&part, render)) {
                let bytes = bytes?;
                if is_first {
                    (follow.first)(output, &bytes);
                }
                files.push((output.clone(), Some(bytes)));
            }
        }
        observe(Step::Render(concerned.len(), pages.len()));
        let documents = last.documents();
        if last.layout.given().config.search {
            files.extend(self.search.retext(context, &documents, &concerned));
            observe(Step::Search(self.search.len()));
        }
        for (output, bytes) in files {
            match bytes {
                Some(bytes) if self.site.files.get(&output) != Some(&bytes) => drop(self.site.files.insert(output, bytes)),
                Some(_) => {}
                None => drop(self.site.files.remove(&output)),
            }
        }
        let (site, diagnostics, status, external) =
            (self.site.clone(), last.diagnostics.clone(), Arc::clone(&last.status), last.external());
        let rendered = concerned.len();
        self.last = Some(last);
        Some(Built { site, diagnostics, status, documents, external, rendered })
    }

    /// The documents that are other than when the book was laid out, if nothing else is, and nothing of them but their texts.
    fn read_texts(&mut self, sources: &Sources, as_of: Date, base_url: Option<&str>) -> Option<FxHashMap<SourcePath, Arc<Document>>> {
        let last = self.last.as_ref()?;
        let (context, config) = (&last.layout.pages().context, &last.layout.given().config);
        let options = markdown::Options { raw_html: config.raw_html };
        if self.reading != (config.content.clone(), config.raw_html) {
            return None;
        }
        let changed = last.changed(sources, as_of, base_url)?;
        let read = in_parallel(&changed, |path| {
            let (was, file) = (last.document(path)?, sources.content.get(path)?);
            let is = match self.documents.get(path) {
                Some((known, document)) if known == file => Arc::clone(document),
                _ => Arc::new(parse(&config.content, path, file.text()?, options)),
            };
            Some((context.differs_in_text_alone(was, &is), file, is))
        });
        let mut texts = Some(FxHashMap::default());
        for (path, read) in changed.into_iter().zip(read) {
            let (is_text, file, document) = read?;
            texts = texts.filter(|_| is_text);
            texts.iter_mut().for_each(|texts| drop(texts.insert(path.clone(), Arc::clone(&document))));
            // The whole build needs it too.
            self.documents.insert(path, (file.clone(), document));
        }
        texts
    }

    /// Has pages show these texts, with the colours of their code.
    fn show(&mut self, last: &mut Last, texts: FxHashMap<SourcePath, Arc<Document>>) {
        // Nobody else has the code while it is changed, or it would have to be copied.
        last.layout.colour(Highlights::None);
        let code = Arc::make_mut(&mut self.code);
        let mut blocks = coloured(texts.values().map(AsRef::as_ref));
        let needed: FxHashSet<BlockName> = blocks.iter().map(|block| block.name).collect();
        last.code.retain(|name| needed.contains(name) || code.remove(name).is_none());
        blocks.retain(|block| !self.code.contains_key(&block.name));
        let (made, ..) = self.html(&blocks, &to_its_end);
        last.code.extend(made.keys());
        Arc::make_mut(&mut self.code).extend(made);
        last.layout.colour(Highlights::Known(Arc::clone(&self.code)));
        last.layout.set_texts(Texts(texts));
    }
}
