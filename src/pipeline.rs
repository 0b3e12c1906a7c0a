//! Sources → [`Built`]: the whole build on one screen, for `build`, `check` and `status` alike. Whoever keeps the [`Pipeline`] alive between
//! builds keeps its memos, and there is no other way to build. Not done here: reading, writing, printing, telling the time.

mod colours;
mod layout;
mod name;
mod outlet;
mod retext;
mod step;
mod steps;
mod theme;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::FxHashMap;

use crate::calendar::Date;
use crate::config::Config;
use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::document::Document;
use crate::document::fragment::BlockName;
use crate::document::kept::Reading;
use crate::memo::{Ahead, Memo, both};
use crate::page::status::Status;
use crate::page::{Highlights, is_reserved};
pub use crate::page::{KnownCode, Recall};
use crate::path::{OutputPath, SourcePath, output_path};
use crate::playbook::links;
use crate::playbook::links::all::ExternalLink;
use crate::playbook::links::known::Known;
use crate::playbook::{self, Playbook, policy};
pub use crate::render::{Earlier, Sink};
use crate::render::{Fingerprint, Need, Site};
use crate::search::{self, Index};
use crate::source::{File, Sources};
use layout::{Book, Given, Layout, Pages};
pub use name::Name;
use outlet::{Outlet, data};
use retext::Last;
pub use step::Step;
use theme::{Compiled, Words};

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// Every file of the site, if it was asked for. Worth publishing only without errors.
    pub site: Site,
    /// All findings, sorted, each once, with the severities that the book sets.
    pub diagnostics: Vec<Diagnostic>,
    /// The computed values.
    pub status: Arc<Status>,
    /// Every document, drafts too, by path: what the files say, each alone.
    pub documents: Vec<Arc<Document>>,
    /// The addresses outside the book, at every place where they stand. Nobody has asked them.
    pub external: Arc<[ExternalLink]>,
    /// How many pages were rendered for it; the others are those of an earlier build, or were there already.
    pub rendered: usize,
}

impl Built {
    /// True when something forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

type Rendered = Result<Arc<[u8]>, Box<Diagnostic>>;

/// How far a build goes.
enum Goal<'g> {
    /// Up to the computed values, and this question.
    Values(&'g mut dyn FnMut(&Playbook<'_>)),
    /// The same, and the sheet of the project with that id as one file, if there is one.
    Pack(&'g str, &'g mut Option<Arc<[u8]>>),
    /// Through every page, which is then thrown away.
    Findings,
    /// All the way.
    Site,
    /// All the way, and each file is handed on and forgotten.
    Stream(&'g dyn Sink, Keep<'g>),
    /// All the way, with somebody waiting.
    Live(&'g mut Follow<'g>),
    /// Up to the pages that somebody waits for. Says when they are made.
    First(&'g mut Follow<'g>, Arc<AtomicBool>),
}

/// Takes the HTML of blocks that had to be highlighted, some thousand at a time and from any thread; none of a pipeline that asks nobody. None at all
/// once pages have asked for theirs, when it is known what was damaged.
pub type Keep<'k> = &'k (dyn Fn(Vec<(BlockName, Arc<str>)>) + Sync);

/// What a build of a book that is being worked on tells whoever waits for it, and asks them.
pub struct Follow<'f> {
    /// The pages that are being looked at. Asked once, as late as possible.
    pub wanted: &'f dyn Fn() -> Vec<OutputPath>,
    /// Is given each of them ahead of all others. Called only where the content has no error.
    pub first: &'f mut dyn FnMut(&OutputPath, &Arc<[u8]>),
    /// True as soon as the build is for nothing, because the files have changed again.
    pub stale: &'f (dyn Fn() -> bool + Sync),
}

/// A build that was given up, for the files have changed again.
struct Stale;

/// The build, with what it remembers.
#[derive(Default)]
pub struct Pipeline {
    /// What each document was read from, and what was read.
    documents: FxHashMap<SourcePath, (File, Arc<Document>)>,
    /// What all of them depend on beside: the content folder, from which places are counted, and whether HTML is passed on.
    reading: (String, bool),
    /// The HTML of code that has colours.
    code: Arc<FxHashMap<BlockName, Arc<str>>>,
    recall: Option<Recall>,
    /// What of it nobody remembered and nobody has taken yet.
    new_code: Vec<(BlockName, Arc<str>)>,
    theme: Option<Compiled>,
    /// One that is being compiled, to take the place of that.
    coming_theme: Option<Ahead<Compiled>>,
    words: Option<Words>,
    /// Where links led in the last build.
    links: Known,
    pages: Memo<Fingerprint, Rendered>,
    search: Index,
    /// The site of the last build that made one and came to its end.
    site: Site,
    /// All that it was made of, if it was followed and had no error.
    last: Option<Last>,
    /// The book that was streamed last. It goes with the pipeline: whoever ends then need not take it apart, which takes a while.
    spent: Option<Layout>,
}

impl Pipeline {
    /// One that asks before it highlights, and tells afterwards what is new ([`Pipeline::take_new_code`]).
    pub fn recalling(recall: Recall) -> Self {
        Self { recall: Some(recall), ..Self::default() }
    }

    /// The HTML of the blocks that had to be highlighted since this was called last; none of a pipeline that asks nobody.
    pub fn take_new_code(&mut self) -> Vec<(BlockName, Arc<str>)> {
        std::mem::take(&mut self.new_code)
    }

    /// Builds the book as of a day. `observe` is called as each step ends. `base_url`, if given, takes the place of the book's own.
    pub fn build(&mut self, sources: &Sources, as_of: Date, base_url: Option<&str>, observe: &mut dyn FnMut(Step)) -> Built {
        let Ok(built) = self.run(sources, as_of, base_url, Goal::Site, &to_its_end, observe);
        built
    }

    /// The same build of a site that is needed once: its files go to `sink` as they are made, for all of a large book together are most of what a build
    /// needs of memory, and [`Built::site`] is empty. Its new code goes to `keep`. The texts of documents are given back as soon as they are read ([`File::Gone`]). Nothing goes to `sink`
    /// if the content has an error. An error of the theme may be found later, so that only what is handed on by a build without errors is a site.
    pub fn stream(
        &mut self,
        sources: &mut Sources,
        as_of: Date,
        base_url: Option<&str>,
        sink: &dyn Sink,
        keep: Keep<'_>,
        observe: &mut dyn FnMut(Step),
    ) -> Built {
        self.read_and_forget(sources, sink);
        let Ok(built) = self.run(sources, as_of, base_url, Goal::Stream(sink, keep), &to_its_end, observe);
        built
    }

    /// The same build for the sake of its findings, without a site: no finding depends on the colours of code, which are half of the work.
    pub fn check(&mut self, sources: &Sources, as_of: Date, observe: &mut dyn FnMut(Step)) -> Built {
        let Ok(built) = self.run(sources, as_of, None, Goal::Findings, &to_its_end, observe);
        built
    }

    /// The same build, stopped before its pages: the computed values and what is wrong with the content, without a site. `ask` is shown the
    /// resolved playbook, for what a command wants to know beyond the status.
    pub fn values(&mut self, sources: &Sources, as_of: Date, ask: &mut dyn FnMut(&Playbook<'_>), observe: &mut dyn FnMut(Step)) -> Built {
        let Ok(built) = self.run(sources, as_of, None, Goal::Values(ask), &to_its_end, observe);
        built
    }

    /// The same computed values with the sheet of a project as one file; `None` if there is no such project, or the theme can't make it, which is an
    /// error then.
    pub fn pack(&mut self, sources: &Sources, as_of: Date, project: &str, observe: &mut dyn FnMut(Step)) -> (Built, Option<Arc<[u8]>>) {
        let mut packed = None;
        let Ok(built) = self.run(sources, as_of, None, Goal::Pack(project, &mut packed), &to_its_end, observe);
        (built, packed)
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
        let go_on = || if stale() { Err(Stale) } else { Ok(()) };
        go_on().ok()?;
        if let Some(built) = self.retext(sources, as_of, base_url, follow, observe) {
            return Some(built);
        }
        self.run(sources, as_of, base_url, Goal::Live(follow), &go_on, observe).ok()
    }

    /// The same build if nothing but texts is new, for files of which not all may have been read yet: what is told of it is to be made good by
    /// [`Pipeline::follow`]. Else only the pages that are looked at.
    pub fn hurry<'f>(
        &mut self,
        sources: &Sources,
        as_of: Date,
        base_url: Option<&str>,
        follow: &'f mut Follow<'f>,
        observe: &mut dyn FnMut(Step),
    ) -> Option<Built> {
        if let Some(built) = self.retext(sources, as_of, base_url, follow, observe) {
            return Some(built);
        }
        let (stale, over) = (follow.stale, Arc::new(AtomicBool::new(false)));
        let go_on = || if over.load(Ordering::Relaxed) || stale() { Err(Stale) } else { Ok(()) };
        let _ = self.run(sources, as_of, base_url, Goal::First(follow, Arc::clone(&over)), &go_on, &mut |_| {});
        None
    }

    /// The files of the content folder that pages are made of in the first place, as they were read last.
    pub fn files_of(&self, pages: &[OutputPath]) -> Vec<SourcePath> {
        let documents = self.documents.values().map(|(_, document)| document);
        documents.filter(|document| pages.contains(&document.output)).map(|document| document.path.clone()).collect()
    }

    /// The number of results that it remembers: documents, blocks of code, pages.
    pub fn remembered(&self) -> [usize; 3] {
        [self.documents.len(), self.code.len(), self.pages.len()]
    }

    /// `go_on` is asked between and in the steps; its error ends the build.
    fn run<E: Send>(
        &mut self,
        sources: &Sources,
        as_of: Date,
        base_url: Option<&str>,
        mut goal: Goal<'_>,
        go_on: &(impl Fn() -> Result<(), E> + Sync),
        observe: &mut dyn FnMut(Step),
    ) -> Result<Built, E> {
        if matches!(goal, Goal::Site | Goal::Stream(..) | Goal::Live(_)) {
            self.last = None;
        }
        let mut diagnostics = sources.diagnostics.clone();
        let config = config(sources, base_url, &mut diagnostics);
        if !matches!(goal, Goal::Values(_)) {
            self.begin_theme(sources, &config, Need::Many);
        }
        let mut documents = self.parse(sources, &config, go_on, &|reading: Reading<'_>| reading.document())?;
        diagnostics.extend(
            documents.iter().filter(|document| document.common.draft.is_none()).flat_map(|document| document.diagnostics.iter().cloned()),
        );
        let recalled = documents.iter().filter(|document| document.body.fragment.html.is_in_file()).count();
        observe(Step::Parse(documents.len(), recalled));

        playbook::claims::settle(&mut documents, &mut diagnostics);
        let locale = self.locale(sources, &config, &mut diagnostics);
        let assets = content_assets(sources, &config, &mut diagnostics);
        let given = Given { sources: sources.clone(), config, locale, documents, assets };
        let book = Book::try_new(given, |given| self.resolve(given, as_of, go_on, &mut diagnostics, observe))?;
        if matches!(goal, Goal::Stream(..)) && policy::forbids(book.playbook(), UNASKED, &diagnostics) {
            goal = Goal::Findings;
        }
        let in_colour = matches!(goal, Goal::Site | Goal::Stream(..) | Goal::Live(_) | Goal::First(..));
        let known = if in_colour { Highlights::Known(Arc::clone(&self.code)) } else { Highlights::None };
        let kept = match &goal {
            Goal::Stream(_, keep) => self.recall.clone().map(|recall| (recall, *keep)),
            _ => None,
        };
        let mut coloured = None;
        let colour = |playbook: &Playbook<'_>| coloured = kept.map(|(recall, keep)| colours::highlight_and_keep(playbook, recall, keep));
        let mut layout = Layout::of(book, known, &mut diagnostics, colour);
        let Pages { context, pages } = layout.pages();
        let mut site = Site::default();
        let mut rendered = 0;
        let mut known_status = None;
        match &mut goal {
            Goal::Values(ask) => ask(context.playbook),
            Goal::Pack(project, packed) => **packed = self.packed(sources, context, project, &mut diagnostics),
            Goal::Findings => {
                self.try_out(sources, context, pages, &mut diagnostics);
                observe(Step::Render(pages.len(), pages.len()));
            }
            Goal::First(follow, over) => {
                rendered = self.first(sources, context, pages, &diagnostics, follow);
                over.store(true, Ordering::Relaxed);
            }
            Goal::Site | Goal::Stream(..) | Goal::Live(_) => {
                if let Goal::Live(follow) = &mut goal {
                    rendered = self.first(sources, context, pages, &diagnostics, follow);
                }
                let (highlights, step) = match coloured {
                    Some(coloured) => coloured,
                    None => self.highlight(context.playbook, go_on)?,
                };
                observe(step);
                layout.colour(highlights);
                let Pages { context, pages } = layout.pages();
                let count = pages.len();
                if let Goal::Stream(sink, keep) = goal {
                    let hand_on = || self.hand_on(sources, context, pages, sink, &mut diagnostics);
                    let (made, status) = both(hand_on, || data(&mut Outlet::Sink(sink), layout.given(), layout.pages()));
                    (rendered, known_status) = (made, Some(status));
                    // What turned out not to be there is found out by now.
                    keep(Vec::new());
                    // No page needs the code any more, and what follows needs the room.
                    self.code = Arc::default();
                    layout.colour(Highlights::None);
                } else {
                    let made;
                    (site, made) = self.render(sources, context, pages, go_on, &mut diagnostics)?;
                    rendered += made;
                }
                observe(Step::Render(rendered, count));
            }
        }
        go_on()?;
        let (Given { config, documents, .. }, Pages { context, pages }) = (layout.given(), layout.pages());
        let playbook = context.playbook;
        let status = match known_status {
            Some(status) => status,
            None if in_colour => {
                let status = data(&mut Outlet::Site(&mut site), layout.given(), layout.pages());
                observe(Step::Data);
                go_on()?;
                status
            }
            None => Arc::new(Status::of(playbook)),
        };
        if in_colour {
            let outlet = match goal {
                Goal::Stream(sink, _) => Outlet::Sink(sink),
                _ => Outlet::Site(&mut site),
            };
            if config.search {
                let count = match outlet {
                    Outlet::Sink(sink) => search::hand_on(context, documents, pages, sink),
                    Outlet::Site(site) => {
                        site.files.extend(self.search.files(context, documents, pages, go_on)?);
                        self.search.len()
                    }
                };
                observe(Step::Search(count));
            }
            self.keep_unchanged(&mut site);
        }
        policy::apply(playbook, UNASKED, &mut diagnostics);
        diagnostic::sort(&mut diagnostics);
        let external = links::all::external(playbook).into();
        let built = Built { site, diagnostics, status, documents: documents.clone(), external, rendered };
        if matches!(goal, Goal::Live(_)) {
            self.last = Last::of(layout, self.theme.as_ref().and_then(|compiled| compiled.theme.clone()), base_url, &built);
        } else if matches!(goal, Goal::Stream(..)) {
            self.spent = Some(layout);
        }
        Ok(built)
    }
}

/// Nobody gives up a build that nobody follows.
fn to_its_end() -> Result<(), Infallible> {
    Ok(())
}

/// What no build looks for.
const UNASKED: &[Code] = &[Code::ExternalLink];

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
