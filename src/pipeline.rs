//! Sources → [`Built`]: the whole build on one screen, for `build`, `check` and `status` alike. Whoever keeps the [`Pipeline`] alive between
//! builds keeps its memos, and there is no other way to build. Not done here: reading, writing, printing, telling the time.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::calendar::Date;
use crate::config::Config;
use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::document::fragment::CodeBlock;
use crate::document::{self, Document, highlight, markdown, parse};
use crate::memo::Memo;
use crate::page::feed::feeds;
use crate::page::status::{JSON_SCHEMA, Status, items_csv};
use crate::page::{Context, Highlights, Page, is_reserved, pages};
use crate::path::{OutputPath, SourcePath, output_path};
use crate::playbook::links::all::ExternalLink;
use crate::playbook::links::{self, Targets};
use crate::playbook::{self, Playbook, policy};
use crate::render::{Fingerprint, Site, Theme, assets};
use crate::source::{File, Sources};

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site, if it was asked for. Worth publishing only without errors.
    pub site: Site,
    /// All findings, sorted, each once, with the severities that the book sets.
    pub diagnostics: Vec<Diagnostic>,
    /// The computed values.
    pub status: Status,
    /// Every document, drafts too, by path: what the files say, each alone.
    pub documents: Vec<Arc<Document>>,
    /// The addresses outside the book, at every place where they stand. Nobody has asked them.
    pub external: Vec<ExternalLink>,
}

impl Built {
    /// True when something forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// A step of the build, told when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Front matter and Markdown of so many files were read.
    Parse(usize),
    /// They were joined and resolved.
    Resolve,
    /// So many links were followed.
    Link(usize),
    /// So many different code blocks were highlighted.
    Highlight(usize),
    /// So many pages were rendered.
    Render(usize),
}

impl Step {
    /// Its name and what it counted.
    pub fn words(self) -> (&'static str, String) {
        match self {
            Step::Parse(files) => ("parse", format!("{files} files")),
            Step::Resolve => ("resolve", String::new()),
            Step::Link(links) => ("link", format!("{links} pages linked to")),
            Step::Highlight(blocks) => ("highlight", format!("{blocks} code blocks")),
            Step::Render(pages) => ("render", format!("{pages} pages")),
        }
    }
}

/// What a parsed document depends on: its path, its text, the content folder that its place is counted from, and whether HTML is passed on.
type DocumentKey = (SourcePath, blake3::Hash, String, bool);
type Rendered = Result<Arc<[u8]>, Box<Diagnostic>>;

/// How far a build goes.
enum Goal<'g> {
    /// Up to the computed values, and this question.
    Values(&'g mut dyn FnMut(&Playbook<'_>)),
    /// Through every page, which is then thrown away.
    Findings,
    /// All the way.
    Site,
    /// All the way, with somebody waiting.
    Live(&'g mut Follow<'g>),
}

/// What a build of a book that is being worked on tells whoever waits for it, and asks them.
pub struct Follow<'f> {
    /// The pages that are being looked at. Asked once, as late as possible.
    pub wanted: &'f dyn Fn() -> Vec<OutputPath>,
    /// Is given each of them ahead of all others. Called only where the content has no error.
    pub first: &'f mut dyn FnMut(&OutputPath, &Arc<[u8]>),
    /// True as soon as the build is for nothing, because the files have changed again.
    pub stale: &'f (dyn Fn() -> bool + Sync),
}

/// The build, with what it remembers.
#[derive(Debug, Default)]
pub struct Pipeline {
    documents: Memo<DocumentKey, Arc<Document>>,
    code: Memo<CodeBlock, Arc<str>>,
    pages: Memo<Fingerprint, Rendered>,
}

impl Pipeline {
    /// Builds the book as of a day. `observe` is called as each step ends. `base_url`, if given, takes the place of the book's own.
    pub fn build(&mut self, sources: &Sources, as_of: Date, base_url: Option<&str>, observe: &mut dyn FnMut(Step)) -> Built {
        self.run(sources, as_of, base_url, Goal::Site, observe)
    }

    /// The same build for the sake of its findings, without a site: no finding depends on the colours of code, which are half of the work.
    pub fn check(&mut self, sources: &Sources, as_of: Date, observe: &mut dyn FnMut(Step)) -> Built {
        self.run(sources, as_of, None, Goal::Findings, observe)
    }

    /// The same build, stopped before its pages: the computed values and what is wrong with the content, without a site. `ask` is shown the
    /// resolved playbook, for what a command wants to know beyond the status.
    pub fn values(&mut self, sources: &Sources, as_of: Date, ask: &mut dyn FnMut(&Playbook<'_>), observe: &mut dyn FnMut(Step)) -> Built {
        self.run(sources, as_of, None, Goal::Values(ask), observe)
    }

    /// The same build while somebody waits: the pages that are looked at come first. `None` if it became stale before its end; what it learned
    /// until then is not lost to the next one.
    pub fn follow<'f>(
        &mut self,
        sources: &Sources,
        as_of: Date,
        base_url: Option<&str>,
        follow: &'f mut Follow<'f>,
        observe: &mut dyn FnMut(Step),
    ) -> Option<Built> {
        let stale = follow.stale;
        let built = self.run(sources, as_of, base_url, Goal::Live(follow), observe);
        (!stale()).then_some(built)
    }

    fn run(&mut self, sources: &Sources, as_of: Date, base_url: Option<&str>, goal: Goal<'_>, observe: &mut dyn FnMut(Step)) -> Built {
        let mut diagnostics = sources.diagnostics.clone();
        let config = config(sources, base_url, &mut diagnostics);
        let mut documents = self.parse(sources, &config);
        diagnostics.extend(
            documents.iter().filter(|document| document.common.draft.is_none()).flat_map(|document| document.diagnostics.iter().cloned()),
        );
        observe(Step::Parse(documents.len()));

        playbook::claims::settle(&mut documents, &mut diagnostics);
        let playbook = playbook::resolve(&documents, &config, as_of, &mut diagnostics);
        observe(Step::Resolve);

        let misnamed = |(path, file): (&SourcePath, &File)| {
            document::misnamed::check(path, path.inside(&config.content).unwrap_or(path.as_str()), || file.bytes())
        };
        diagnostics.extend(sources.content.iter().filter_map(misnamed));
        let assets = content_assets(sources, &config, &mut diagnostics);
        let targets = Targets::new(&playbook, &assets, &sources.unreadable);
        let backlinks = links::all::check(&playbook, &targets, &mut diagnostics);
        playbook::drafts::gather(&mut diagnostics);
        observe(Step::Link(backlinks.len()));

        let status = Status::of(&playbook);
        let mut site = Site::default();
        let mut highlights = Highlights::default();
        if matches!(goal, Goal::Site | Goal::Live(_)) {
            highlights = self.highlight(&playbook);
            observe(Step::Highlight(highlights.len()));
        }
        let context = Context::new(&playbook, &targets, &backlinks, &highlights);
        let pages: Vec<(OutputPath, Page)> = pages(&context, &assets, &mut diagnostics).into_iter().collect();
        match goal {
            Goal::Values(ask) => ask(&playbook),
            Goal::Findings => {
                try_out(sources, &context, &pages, &mut diagnostics);
                observe(Step::Render(pages.len()));
            }
            goal @ (Goal::Site | Goal::Live(_)) => {
                if let Goal::Live(follow) = goal {
                    first(sources, &context, &pages, &diagnostics, follow);
                }
                site = self.render(sources, &context, &pages, &mut diagnostics);
                observe(Step::Render(pages.len()));
                let copied = assets.iter().filter_map(|(output, source)| Some((output.clone(), sources.content.get(source)?.bytes())));
                site.files.extend(copied.chain(computed(&playbook, &status)));
            }
        }
        policy::apply(&playbook, &[Code::ExternalLink], &mut diagnostics);
        diagnostic::sort(&mut diagnostics);
        let external = links::all::external(&playbook);
        Built { site, diagnostics, status, documents, external }
    }

    fn parse(&mut self, sources: &Sources, config: &Config) -> Vec<Arc<Document>> {
        let files: Vec<(&SourcePath, &str)> = (sources.content.iter())
            .filter_map(|(path, file)| match file {
                File::Text(text) if path.as_str().ends_with(".md") => Some((path, text.as_ref())),
                _ => None,
            })
            .collect();
        let options = markdown::Options { raw_html: config.raw_html };
        let key =
            |(path, text): &(&SourcePath, &str)| ((*path).clone(), blake3::hash(text.as_bytes()), config.content.clone(), config.raw_html);
        let read = self.documents.map(&files, key, |(path, text)| Arc::new(parse(&config.content, path, text, options)));
        let is_page = |path: &&SourcePath| path.as_str().ends_with(".md") && path.inside(&config.content).is_some();
        let unreadable = sources.unreadable.iter().filter(is_page).map(|path| Arc::new(document::unreadable(&config.content, path)));
        let mut documents: Vec<Arc<Document>> = read.into_iter().chain(unreadable).collect();
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        documents
    }

    /// Highlights each different block once, however often it stands in the book.
    fn highlight(&mut self, playbook: &Playbook<'_>) -> Highlights {
        let blocks: HashSet<&CodeBlock> =
            playbook.documents.iter().flat_map(|document| links::all::fragments(document)).flat_map(|fragment| &fragment.code).collect();
        let blocks: Vec<&CodeBlock> = blocks.into_iter().collect();
        let html = self.code.map(&blocks, |block| (*block).clone(), |block| Arc::from(highlight::highlight(&block.language, &block.code)));
        blocks.into_iter().cloned().zip(html).collect()
    }

    fn render(
        &mut self,
        sources: &Sources,
        context: &Context<'_, '_>,
        pages: &[(OutputPath, Page)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Site {
        let mut site = Site { files: assets(sources).collect() };
        let Some(theme) = Theme::load(sources, diagnostics) else { return site };
        let views = crate::memo::in_parallel(pages, |(output, page)| page.view(context, output));
        let work: Vec<_> = pages.iter().zip(&views).map(|((_, page), view)| (page.kind(), view)).collect();
        let key = |(kind, view): &(&'static str, &crate::page::View)| theme.fingerprint(kind, view);
        let rendered = self.pages.map(&work, key, |(kind, view)| theme.render(kind, view));
        for ((output, _), outcome) in pages.iter().zip(rendered) {
            match outcome {
                Ok(bytes) => drop(site.files.insert(output.clone(), bytes)),
                Err(problem) => diagnostics.push(*problem),
            }
        }
        site
    }
}

/// The files that are neither pages nor copied: values for machines, and feeds.
fn computed(playbook: &Playbook<'_>, status: &Status) -> impl Iterator<Item = (OutputPath, Arc<[u8]>)> {
    let files = [("status.json", status.to_json()), ("status.schema.json", JSON_SCHEMA.to_owned()), ("items.csv", items_csv(playbook))];
    let files = files.map(|(name, text)| (OutputPath::new(name), text)).into_iter().chain(feeds(playbook));
    files.map(|(output, text)| (output, Arc::from(text.into_bytes())))
}

/// Renders every page for the sake of its findings. Each is forgotten as soon as it is made: all pages and views of a large book together are
/// most of what a build needs of memory.
fn try_out(sources: &Sources, context: &Context<'_, '_>, pages: &[(OutputPath, Page)], diagnostics: &mut Vec<Diagnostic>) {
    let Some(theme) = Theme::load(sources, diagnostics) else { return };
    let problems = crate::memo::in_parallel(pages, |(output, page)| theme.render(page.kind(), &page.view(context, output)).err());
    diagnostics.extend(problems.into_iter().flatten().map(|problem| *problem));
}

/// Renders the pages that are looked at, unless the content has an error.
fn first(sources: &Sources, context: &Context<'_, '_>, pages: &[(OutputPath, Page)], diagnostics: &[Diagnostic], follow: &mut Follow<'_>) {
    let mut found = diagnostics.to_vec();
    policy::apply(context.playbook, &[Code::ExternalLink], &mut found);
    if found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return;
    }
    let Some(theme) = Theme::load(sources, &mut found) else { return };
    for output in (follow.wanted)() {
        let Ok(at) = pages.binary_search_by(|(path, _)| path.cmp(&output)) else { continue };
        if let Ok(bytes) = theme.render(pages[at].1.kind(), &pages[at].1.view(context, &output)) {
            (follow.first)(&output, &bytes);
        }
    }
}

fn config(sources: &Sources, base_url: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let mut config = match &sources.config {
        Some(_) => sources.config(diagnostics),
        None => {
            if !sources.diagnostics.iter().any(|diagnostic| diagnostic.place.path == Config::path()) {
                diagnostics.push(
                    Diagnostic::on_file(Code::UnreadableFile, &Config::path(), "there is no book here: `book.toml` is missing")
                        .help("start one with `rollbook init`, or name its folder with `--book`"),
                );
            }
            Config { partial: true, ..Config::parse("[book]\nid = \"book\"\n", &mut Vec::new()) }
        }
    };
    if let Some(url) = base_url {
        config.base_url = Some(url.trim_end_matches('/').to_owned());
    }
    config
}

/// Files of the content folder that are published as they are, by where. Two that land on one place are a collision.
fn content_assets(sources: &Sources, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<OutputPath, SourcePath> {
    let mut assets = BTreeMap::new();
    for path in sources.content.keys().filter(|path| !path.as_str().ends_with(".md")) {
        let output = output_path(path.inside(&config.content).unwrap_or(path.as_str()));
        if is_reserved(&output) {
            let message = format!("`{output}` is published by the build itself");
            diagnostics.push(Diagnostic::on_file(Code::OutputCollision, path, message).help("rename the file"));
        } else if let Some(first) = assets.insert(output, path.clone()) {
            diagnostics.push(Diagnostic::on_file(Code::OutputCollision, path, format!("this file is published where `{first}` is")));
        }
    }
    assets
}
