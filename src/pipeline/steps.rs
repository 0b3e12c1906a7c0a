//! The steps of a build that remember what they made, so that the next one makes only what is new. Not done here: their order.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::layout::{Given, Resolved};
use super::{Follow, Pipeline, Sink, Step, UNASKED, to_its_end};
use crate::calendar::Date;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::kept::{self, Reading};
use crate::document::{self, Document, markdown};
use crate::memo::in_parallel;
use crate::page::{Context, Page, pack};
use crate::path::{OutputPath, SourcePath};
use crate::playbook::links::Targets;
use crate::playbook::{self, links, policy};
use crate::render::{Earlier, Need, Site};
use crate::source::{File, Sources};

impl Pipeline {
    /// Joins what was read, and follows its links.
    pub(super) fn resolve<'g, E>(
        &mut self,
        given: &'g Given,
        as_of: Date,
        go_on: &impl Fn() -> Result<(), E>,
        diagnostics: &mut Vec<Diagnostic>,
        observe: &mut dyn FnMut(Step),
    ) -> Result<Resolved<'g>, E> {
        let Given { sources, config, locale, documents, assets } = given;
        let playbook = playbook::resolve(documents, config, locale, as_of, diagnostics);
        observe(Step::Resolve);
        go_on()?;
        let misnamed = |(path, file): (&SourcePath, &File)| {
            document::misnamed::check(path, path.inside(&config.content).unwrap_or(path.as_str()), || file.bytes())
        };
        diagnostics.extend(sources.content.iter().filter_map(misnamed));
        let targets = Targets::new(&playbook, assets, &sources.unreadable);
        self.links.keep(documents, config, as_of, assets, &sources.unreadable);
        let backlinks = links::all::check(&playbook, &targets, &mut self.links, diagnostics);
        playbook::drafts::gather(diagnostics);
        observe(Step::Link(backlinks.len()));
        go_on()?;
        Ok(Resolved { playbook, targets, backlinks })
    }

    /// Reads the documents ahead of a build that will not be followed by another, and gives their texts back. What came of a file in another process is
    /// taken from there.
    pub(super) fn read_and_forget(&mut self, sources: &mut Sources, sink: &dyn Sink) {
        let config = sources.config(&mut Vec::new());
        let earlier = sink.earlier();
        self.begin_theme(sources, &config, if earlier == Earlier::Alike { Need::Few } else { Need::Many });
        let read = |reading: Reading<'_>| {
            let name = reading.name();
            // Where most pages have to be made, so has their HTML, and that costs the least along with the rest.
            let known = if earlier == Earlier::Unlike { None } else { sink.recall(&name) };
            known.and_then(|bytes| reading.recalled(&bytes)).unwrap_or_else(|| {
                let document = reading.document();
                kept::to_bytes(&document).iter().for_each(|bytes| sink.keep(&name, bytes));
                document
            })
        };
        let Ok(documents) = self.parse(sources, &config, &to_its_end, &read);
        drop(documents);
        for (path, (text, _)) in &mut self.documents {
            let File::Text(whole) = &*text else { continue };
            *text = File::Gone(whole.len());
            sources.content.insert(path.clone(), text.clone());
        }
    }

    /// Has the documents read whose text has changed, and takes the others as they were read.
    pub(super) fn parse<E: Send>(
        &mut self,
        sources: &Sources,
        config: &Config,
        go_on: &(impl Fn() -> Result<(), E> + Sync),
        read: &(impl Fn(Reading<'_>) -> Document + Sync),
    ) -> Result<Vec<Arc<Document>>, E> {
        let is_document = |(path, file): &(&SourcePath, &File)| path.as_str().ends_with(".md") && !matches!(file, File::Bytes(_));
        let files: Vec<(&SourcePath, &File)> = sources.content.iter().filter(is_document).collect();
        let reading = (config.content.clone(), config.raw_html);
        if self.reading != reading {
            (self.documents, self.reading) = (FxHashMap::default(), reading);
        }
        let (none, markdown) = (Arc::default(), markdown::Options { raw_html: config.raw_html });
        let read = in_parallel(&files, |(path, file)| match self.documents.get(path) {
            Some((known, document)) if known == *file => Ok(Arc::clone(document)),
            _ => go_on().map(|()| Arc::new(read(Reading { content: &config.content, path, text: file.text().unwrap_or(&none), markdown }))),
        });
        // Of a build that is given up, what it read stays.
        for ((path, file), document) in files.iter().zip(&read) {
            let Ok(document) = document else { continue };
            if self.documents.get(*path).is_none_or(|(_, known)| !Arc::ptr_eq(known, document)) {
                self.documents.insert((*path).clone(), ((*file).clone(), Arc::clone(document)));
            }
        }
        if self.documents.len() > files.len() {
            self.documents.retain(|path, _| sources.content.contains_key(path));
        }
        let mut documents = read.into_iter().collect::<Result<Vec<_>, E>>()?;
        let is_page = |path: &&SourcePath| path.as_str().ends_with(".md") && path.inside(&config.content).is_some();
        let unreadable = sources.unreadable.iter().filter(is_page).map(|path| Arc::new(document::unreadable(&config.content, path)));
        let count = documents.len();
        documents.extend(unreadable);
        if documents.len() > count {
            documents.sort_by(|a, b| a.path.cmp(&b.path));
        }
        Ok(documents)
    }

    /// Renders every page for the sake of its findings. Each is forgotten as soon as it is made: all pages and views of a large book together are
    /// most of what a build needs of memory.
    pub(super) fn try_out(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        pages: &[(OutputPath, Page)],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some(theme) = self.theme(sources, diagnostics) else { return };
        let problems = in_parallel(pages, |(output, page)| theme.write(page.kind(), &page.view(context, output)).err());
        diagnostics.extend(problems.into_iter().flatten().map(|problem| *problem));
    }

    /// The sheet of a project as one file, with the mark by which it is known.
    pub(super) fn packed(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        project: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Arc<[u8]>> {
        let theme = self.theme(sources, diagnostics)?;
        let text = |name| match sources.theme.get(name).map(|file| &file.file) {
            Some(File::Text(text)) => Some(text.as_ref()),
            _ => None,
        };
        let styles: Vec<&str> = pack::STYLES.into_iter().filter_map(text).collect();
        let rendered = theme.render(pack::TEMPLATE, &pack::view(context, project, &styles)?);
        let mark = pack::mark(&context.playbook.config.id, project);
        match rendered {
            Ok(html) => Some([&*html, mark.as_bytes()].concat().into()),
            Err(problem) => {
                diagnostics.push(*problem);
                None
            }
        }
    }

    /// Renders the pages that are looked at, unless the content has an error, and tells how many of them had to be.
    pub(super) fn first(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        pages: &[(OutputPath, Page)],
        diagnostics: &[Diagnostic],
        follow: &mut Follow<'_>,
    ) -> usize {
        if policy::forbids(context.playbook, UNASKED, diagnostics) {
            return 0;
        }
        let Some(theme) = self.theme(sources, &mut Vec::new()) else { return 0 };
        let mut rendered = 0;
        for output in (follow.wanted)() {
            let Ok(at) = pages.binary_search_by(|(path, _)| path.cmp(&output)) else { continue };
            let (kind, view) = (pages[at].1.kind(), pages[at].1.view(context, &output));
            let (outcome, is_new) = self.pages.one(theme.fingerprint(kind, &view), || theme.render(kind, &view));
            rendered += usize::from(is_new);
            if let Ok(bytes) = outcome {
                (follow.first)(&output, &bytes);
            }
        }
        rendered
    }

    /// Renders every page that is not there yet and hands it on at once; how many these were.
    pub(super) fn hand_on(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        pages: &[(OutputPath, Page)],
        sink: &dyn Sink,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> usize {
        let Some(theme) = self.theme(sources, diagnostics) else { return 0 };
        let outcomes = in_parallel(pages, |(output, page)| {
            let view = page.view(context, output);
            let name = theme.fingerprint(page.kind(), &view);
            // One with a fault was never published.
            (!sink.has(output, &name)).then(|| theme.write(page.kind(), &view).map(|bytes| sink.made(output, &name, &bytes)))
        });
        let rendered = outcomes.iter().flatten().count();
        diagnostics.extend(outcomes.into_iter().flatten().filter_map(Result::err).map(|problem| *problem));
        rendered
    }

    /// The pages, and how many of them were rendered: those whose view no page of the last build had.
    pub(super) fn render<E: Send>(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        pages: &[(OutputPath, Page)],
        go_on: &(impl Fn() -> Result<(), E> + Sync),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(Site, usize), E> {
        let mut site = Site::default();
        let Some(theme) = self.theme(sources, diagnostics) else { return Ok((site, 0)) };
        let (rendered, made) = self.pages.map(pages, |(output, page)| {
            go_on()?;
            let (theme, kind, view) = (&theme, page.kind(), page.view(context, output));
            Ok((theme.fingerprint(kind, &view), move || theme.render(kind, &view)))
        })?;
        for ((output, _), outcome) in pages.iter().zip(rendered) {
            match outcome {
                Ok(bytes) => drop(site.files.insert(output.clone(), bytes)),
                Err(problem) => diagnostics.push(*problem),
            }
        }
        Ok((site, made))
    }

    /// Takes the bytes of the last site where they are equal, so that what has changed can be told by the pointers.
    pub(super) fn keep_unchanged(&mut self, site: &mut Site) {
        for (output, bytes) in &mut site.files {
            if let Some(last) = self.site.files.get(output).filter(|last| *last == bytes) {
                *bytes = Arc::clone(last);
            }
        }
        self.site = site.clone();
    }
}
