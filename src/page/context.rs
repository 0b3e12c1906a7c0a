//! What every page builder works with: the playbook, where links lead. Not done here: any page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::html::{Highlights, Html};
use super::view::Link;
use crate::calendar::Period;
use crate::diagnostic::Spanned;
use crate::document::fragment::{self, Filling, Fragment, Word};
use crate::document::image::{self, Size};
use crate::document::{Document, Kind};
use crate::locale::Locale;
use crate::memo::both;
use crate::path::{OutputPath, SourcePath, percent_encode, relative_url};
use crate::playbook::ids::ItemKey;
use crate::playbook::links::all::Backlinks;
use crate::playbook::links::{Destination, Targets};
use crate::playbook::project::ItemStatus;
use crate::playbook::stage::anchor;
use crate::playbook::{Playbook, Project};
use crate::source::{File, Sources};

/// What pages show of files that are not documents, and of files beside their contents.
#[derive(Debug, Clone, Copy)]
pub struct Files<'p> {
    /// All files.
    pub sources: &'p Sources,
    /// Those that are published as they are, by where.
    pub assets: &'p BTreeMap<OutputPath, SourcePath>,
}

impl Files<'_> {
    /// The size of the image that is published there.
    fn size(&self, output: &OutputPath) -> Option<Size> {
        let source = self.assets.get(output)?;
        match self.sources.content.get(source)? {
            File::Text(text) => image::size(source.as_str(), text.as_bytes()),
            File::Bytes(bytes) => image::size(source.as_str(), bytes),
            File::Gone(_) => None,
        }
    }
}

/// The world as page builders see it.
#[derive(Debug)]
pub struct Context<'p, 'a> {
    /// The book.
    pub playbook: &'p Playbook<'a>,
    /// What can be linked to.
    pub targets: &'p Targets<'a>,
    /// Who links to whom.
    pub backlinks: &'p Backlinks<'a>,
    /// Highlighted code.
    pub highlights: Highlights,
    /// The files beside the documents.
    pub files: Files<'p>,
    /// The section pages and plain pages that the navigation names.
    pub sections: super::sections::Sections<'a>,
    /// What pages show of sections that they do not lie in.
    pub elsewhere: super::navigation::Elsewhere,
    /// For each cause that guards a playbook item, by that item.
    pub guarded: FxHashMap<ItemKey, Vec<usize>>,
    /// The window of each stage by the book's own start, without any project's dates.
    pub plan: Vec<Option<Period>>,
    /// Decisions that are in force, by their file.
    pub decisions: FxHashMap<&'a SourcePath, usize>,
    /// The project that a file in a project's folder belongs to.
    pub notes: FxHashMap<&'a SourcePath, usize>,
    /// Practices by the item they speak of.
    pub practised: FxHashMap<ItemKey, Vec<usize>>,
    /// Indices in [`Playbook::events`] of the events of each project, ascending.
    pub events_of: Vec<Vec<usize>>,
    /// Everyone who has a calendar, by name.
    pub owners: Vec<&'a str>,
    /// The months of the calendar that have a page.
    pub months: super::calendar::Months,
    /// What the book's theme adds to each page.
    pub additions: Additions,
    /// What pages may load.
    pub policy: Option<Arc<str>>,
    /// What the handbook for paper is made of.
    pub handbook: super::handbook::Plan<'a>,
    /// The terms of the book.
    pub glossary: super::terms::Glossary<'a>,
    /// Bodies that are newer than the book.
    pub texts: super::Texts,
}

/// Which of the files are there that a book may add to the theme and that each page then loads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Additions {
    css: bool,
    js: bool,
}

impl Additions {
    /// Looks for them among the theme's files.
    pub fn of(sources: &Sources) -> Self {
        let has = |inside: &str| sources.theme.contains_key(inside);
        Self { css: has("static/book.css"), js: has("static/book.js") }
    }

    pub(super) fn stylesheets(self) -> Vec<&'static str> {
        self.css.then_some("assets/book.css").into_iter().collect()
    }

    pub(super) fn scripts(self) -> Vec<&'static str> {
        self.js.then_some("assets/book.js").into_iter().collect()
    }
}

impl<'p, 'a> Context<'p, 'a> {
    /// Collects what pages look up.
    pub fn new(
        playbook: &'p Playbook<'a>,
        targets: &'p Targets<'a>,
        backlinks: &'p Backlinks<'a>,
        highlights: Highlights,
        files: Files<'p>,
    ) -> Self {
        let mut guarded: FxHashMap<ItemKey, Vec<usize>> = FxHashMap::default();
        for (index, cause) in playbook.causes.iter().enumerate() {
            cause.guards.iter().for_each(|guard| guarded.entry(guard.value).or_default().push(index));
        }
        let mut practised: FxHashMap<ItemKey, Vec<usize>> = FxHashMap::default();
        for (index, practice) in playbook.practices.iter().enumerate() {
            practice.items.iter().for_each(|item| practised.entry(item.value).or_default().push(index));
        }
        let mut events_of = vec![Vec::new(); playbook.projects.len()];
        for (index, event) in playbook.events.iter().enumerate() {
            event.project.into_iter().for_each(|project| events_of[project].push(index));
        }
        let plan = playbook.plan();
        let decisions = playbook.decisions.iter().enumerate().map(|(index, decision)| (&decision.document.path, index)).collect();
        let notes_of =
            |project: &Project<'a>| project.stages.iter().filter_map(|stage| stage.note).map(|note| &note.path).collect::<Vec<_>>();
        let notes = playbook.projects.iter().flat_map(|project| notes_of(project).into_iter().map(|note| (note, project.index))).collect();
        let sections = super::sections::Sections::new(playbook);
        // These look at all there is.
        let months_and_policy = || both(|| super::calendar::Months::of(playbook), || super::web::policy(playbook).map(Arc::from));
        let (owners, (months, policy)) = both(|| super::selection::owners(playbook).into_iter().collect(), months_and_policy);
        Self {
            handbook: super::handbook::Plan::new(playbook, &sections, &super::Texts::default()),
            plan,
            notes,
            decisions,
            playbook,
            targets,
            backlinks,
            highlights,
            files,
            elsewhere: super::navigation::Elsewhere::of(&sections),
            sections,
            guarded,
            practised,
            events_of,
            owners,
            months,
            additions: Additions::default(),
            policy,
            glossary: super::terms::Glossary::of(playbook),
            texts: super::Texts::default(),
        }
    }

    /// The HTML of a fragment of `document`, as it stands on page `from`.
    pub fn html(&self, fragment: &Fragment, document: &Document, from: &OutputPath) -> Html {
        Html::new(fragment.fill(&Place { context: self, document, from }), self)
    }

    /// The HTML of a document's body on its own page.
    pub fn body(&self, document: Option<&Document>, from: &OutputPath) -> Html {
        let html = |document: &Document| self.html(&document.body.fragment, document, from);
        document.map_or_else(Html::default, |document| html(self.texts.newest(document)))
    }

    /// A link to a document's page.
    pub fn link(&self, from: &OutputPath, document: &Document) -> Link {
        Link { title: document.title.clone(), url: page_url(from, &document.output, None), kind: kind_word(document.kind) }
    }

    /// A link to a stage of the playbook.
    pub fn stage(&self, from: &OutputPath, stage: usize) -> Link {
        self.link(from, self.playbook.stages[stage].document)
    }

    /// A link to an item on its stage's page.
    pub fn item(&self, from: &OutputPath, key: ItemKey) -> Link {
        let stage = &self.playbook.stages[key.stage];
        let item = &stage.front.checklist[key.item];
        let url = page_url(from, &stage.document.output, Some(&anchor(stage.id(), &item.id.value)));
        Link { title: item.text.plain.clone(), url, kind: "item" }
    }

    /// A link to an item of a project: to the project's page of the stage, in a book without projects to the stage's page.
    pub fn item_status(&self, from: &OutputPath, project: &Project<'a>, stage: usize, status: &ItemStatus<'a>) -> Link {
        let stage = &self.playbook.stages[stage];
        let output = project.stage_page(stage);
        let url = page_url(from, &output, Some(&anchor(stage.id(), &status.item.id.value)));
        Link { title: status.item.text.plain.clone(), url, kind: "item" }
    }

    /// A link to a project's page; in a book without projects to the home page.
    pub fn project(&self, from: &OutputPath, project: &Project<'a>) -> Link {
        match project.document {
            Some(document) => self.link(from, document),
            None => {
                Link { title: self.playbook.config.title.clone(), url: page_url(from, &OutputPath::new("index.html"), None), kind: "home" }
            }
        }
    }

    /// A link that stands in front matter as plain text; `title` is shown where the target has no title of its own.
    pub fn text_link(&self, from: &OutputPath, document: &Document, link: &Spanned<String>) -> Link {
        match self.targets.resolve_text(self.playbook, document, link) {
            Ok(Destination::Page { output, fragment, title }) => {
                Link { title: title.to_owned(), url: page_url(from, output, fragment.as_deref()), kind: "page" }
            }
            Ok(Destination::Asset { output, fragment }) => {
                let title = output.as_str().rsplit('/').next().unwrap_or_default().to_owned();
                Link { title, url: relative_url(from, output, fragment.as_deref()), kind: "file" }
            }
            Ok(Destination::External(url)) => Link { title: short_url(&url), url, kind: "external" },
            Err(_) => Link { title: link.value.clone(), url: "#".to_owned(), kind: "page" },
        }
    }
}

/// A fragment's place: the document that it is of, and the page that it stands on.
pub(super) struct Place<'c, 'p, 'a> {
    pub(super) context: &'c Context<'p, 'a>,
    pub(super) document: &'c Document,
    pub(super) from: &'c OutputPath,
}

impl Place<'_, '_, '_> {
    /// The address of what a link leads to, where `page` says that of a page or of a place on it.
    pub(super) fn address_by(&self, link: &fragment::Link, page: impl Fn(&OutputPath, Option<&str>) -> String) -> String {
        match self.context.targets.resolve(self.context.playbook, self.document, link) {
            Ok(Destination::Page { output, fragment, .. }) => page(output, fragment.as_deref()),
            Ok(Destination::Asset { output, fragment }) => relative_url(self.from, output, fragment.as_deref()),
            Ok(Destination::External(url)) => url,
            // A broken link is an error, with which nothing is published; this is what a preview shows.
            Err(_) => "#".to_owned(),
        }
    }
}

impl Filling for Place<'_, '_, '_> {
    fn address(&self, link: &fragment::Link) -> String {
        self.address_by(link, |output, fragment| page_url(self.from, output, fragment))
    }

    fn title(&self, link: &fragment::Link) -> Cow<'_, str> {
        match self.context.targets.resolve(self.context.playbook, self.document, link) {
            Ok(Destination::Page { title, .. }) => Cow::Borrowed(title),
            Ok(Destination::External(url)) => Cow::Owned(url),
            Ok(Destination::Asset { .. }) | Err(_) => Cow::default(),
        }
    }

    fn size(&self, link: &fragment::Link) -> Option<Size> {
        match self.context.targets.resolve(self.context.playbook, self.document, link) {
            Ok(Destination::Asset { output, .. }) => self.context.files.size(output),
            _ => None,
        }
    }

    fn word(&self, word: &Word) -> String {
        said(self.context.playbook.locale, word)
    }
}

/// A word of a fragment, in the book's language.
pub(super) fn said(locale: &Locale, Word { key, value }: &Word) -> String {
    match value {
        Some((name, value)) => locale.with(key, &[(name, value.as_str().into())]),
        None => locale.text(key),
    }
}

/// The address of a page or a place on it; a place on the same page is only its fragment.
pub(super) fn page_url(from: &OutputPath, to: &OutputPath, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) if from == to => {
            let mut url = String::with_capacity(1 + fragment.len());
            url.push('#');
            percent_encode(fragment, &mut url);
            url
        }
        _ => relative_url(from, to, fragment),
    }
}

/// The page kind that a document's page has.
pub(super) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Home => "home",
        Kind::Stage => "stage",
        Kind::Cause => "cause",
        Kind::Practice => "practice",
        Kind::Project => "project",
        Kind::ProjectStage => "project-stage",
        Kind::Decision => "decision",
        Kind::Section => "section",
        Kind::Page => "page",
    }
}

/// An address without its scheme, for reading.
fn short_url(url: &str) -> String {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_owned()
}
