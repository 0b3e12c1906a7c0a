//! What is shown: one view per page, complete, built from the playbook. The views are the contract with themes. Not done here: turning a view
//! into bytes ([`crate::render`]).

mod calendar;
mod cause;
mod context;
mod decision;
mod event_place;
pub mod events;
pub mod feed;
pub mod frame;
mod gantt;
mod handbook;
mod home;
pub mod html;
mod index;
mod judged;
mod matrix;
mod names;
mod navigation;
mod not_found;
pub mod pack;
mod paging;
mod parts;
mod places;
mod plain;
mod portfolio;
mod practice;
mod project;
mod project_stage;
mod redirect;
mod repository;
pub mod rollout;
mod section;
mod sections;
pub mod selection;
mod sheet;
mod stage;
pub mod status;
mod terms;
mod texts;
pub mod view;
mod wave;
mod waves;
pub mod web;
mod words;

pub use calendar::{Month, Months};
pub use context::{Additions, Context, Files};
pub use html::{Highlights, KnownCode, Recall};
pub use judged::status_words;
pub use not_found::root as not_found_root;
pub use texts::Texts;
pub use words::{expected_text, musts_text, progress_text};

use std::collections::BTreeMap;
use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Serialize;

use crate::calendar::Date;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Kind};
use crate::memo::both;
use crate::path::{OutputPath, SourcePath};
use crate::playbook::Playbook;
use gantt::Chart;
use paging::Part;
use places::{Claim, Places};

/// Every page kind, as written to `data-kind`; the template of each is `<kind>.html`.
pub const KINDS: &[&str] = &[
    "home",
    "section",
    "stage",
    "cause",
    "practice",
    "portfolio",
    "project",
    "project-stage",
    "waves",
    "sheet",
    "decision",
    "calendar",
    "month",
    "day",
    "feeds",
    "matrix",
    "page",
    "a-z",
    "handbook",
    "redirect",
    "not-found",
];

/// One page of the site, by what it shows; numbers are indices into the playbook's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The front page.
    Home,
    /// A kind's own page: `stages`, `causes`, `practices`, `decisions`; which of its pages.
    Section(&'static str, Part),
    /// A stage of the playbook.
    Stage(usize),
    /// A cause.
    Cause(usize),
    /// A practice.
    Practice(usize),
    /// A page of the list of projects.
    Portfolio(Part),
    /// A project.
    Project(usize),
    /// A stage of a project.
    ProjectStage(usize, usize),
    /// The waves of a project.
    Waves(usize),
    /// The sheet of a project, for paper.
    Sheet(usize),
    /// A decision, by its document.
    Decision(usize),
    /// Windows, gates and waves of all projects; which page of their chart.
    Calendar(Chart),
    /// A month of the calendar.
    Month(Month),
    /// A page of a day of the calendar.
    Day(Date, Part),
    /// A page of the list of feeds.
    Feeds(Part),
    /// Causes × projects; a page of the rows.
    Matrix(Part),
    /// A plain page, by its document.
    Plain(usize),
    /// A sheet of the list of all pages.
    Index(index::Sheet),
    /// The handbook on one page, or a part of it.
    Handbook(usize),
    /// A former address; the target.
    Redirect(OutputPath, String),
    /// What a host shows for an address that does not exist.
    NotFound,
}

/// A view of any kind.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is documented where it is built")]
pub enum View {
    Home(home::Home),
    Section(section::Section),
    Stage(stage::Stage),
    Cause(cause::Cause),
    Practice(practice::Practice),
    Portfolio(portfolio::Portfolio),
    Project(Box<project::Project>),
    ProjectStage(project_stage::ProjectStage),
    Waves(waves::Waves),
    Sheet(sheet::SheetPage),
    Decision(decision::Decision),
    Calendar(calendar::Calendar),
    Month(calendar::MonthPage),
    Day(calendar::DayPage),
    Feeds(feed::list::Feeds),
    Matrix(matrix::Matrix),
    Plain(plain::Plain),
    Index(index::Index),
    Handbook(handbook::Handbook),
    Pack(pack::Pack),
    Redirect(redirect::Redirect),
    NotFound(not_found::NotFound),
}

impl Page {
    /// Its kind, one of [`KINDS`].
    pub fn kind(&self) -> &'static str {
        match self {
            Page::Home => "home",
            Page::Section(..) => "section",
            Page::Stage(_) => "stage",
            Page::Cause(_) => "cause",
            Page::Practice(_) => "practice",
            Page::Portfolio(_) => "portfolio",
            Page::Project(_) => "project",
            Page::ProjectStage(..) => "project-stage",
            Page::Waves(_) => "waves",
            Page::Sheet(_) => "sheet",
            Page::Decision(_) => "decision",
            Page::Calendar(_) => "calendar",
            Page::Month(_) => "month",
            Page::Day(..) => "day",
            Page::Feeds(_) => "feeds",
            Page::Matrix(_) => "matrix",
            Page::Plain(_) => "page",
            Page::Index(_) => "a-z",
            Page::Handbook(_) => "handbook",
            Page::Redirect(..) => "redirect",
            Page::NotFound => "not-found",
        }
    }

    /// Builds the view.
    pub fn view(&self, context: &Context<'_, '_>, output: &OutputPath) -> View {
        match self {
            Page::Home => View::Home(home::view(context, output)),
            Page::Section(folder, part) => View::Section(section::view(context, folder, part, output)),
            Page::Stage(index) => View::Stage(stage::view(context, *index, output)),
            Page::Cause(index) => View::Cause(cause::view(context, *index, output)),
            Page::Practice(index) => View::Practice(practice::view(context, *index, output)),
            Page::Portfolio(part) => View::Portfolio(portfolio::view(context, part, output)),
            Page::Project(index) => View::Project(Box::new(project::view(context, *index, output))),
            Page::ProjectStage(project, stage) => View::ProjectStage(project_stage::view(context, *project, *stage, output)),
            Page::Waves(project) => View::Waves(waves::view(context, *project, output)),
            Page::Sheet(project) => View::Sheet(sheet::view(context, *project, output)),
            Page::Decision(document) => View::Decision(decision::view(context, *document, output)),
            Page::Calendar(chart) => View::Calendar(calendar::view(context, chart, output)),
            Page::Month(month) => View::Month(calendar::month_view(context, *month, output)),
            Page::Day(day, part) => View::Day(calendar::day_view(context, *day, part, output)),
            Page::Feeds(part) => View::Feeds(feed::list::view(context, part, output)),
            Page::Matrix(part) => View::Matrix(matrix::view(context, part, output)),
            Page::Plain(document) => View::Plain(plain::view(context, *document, output)),
            Page::Index(sheet) => View::Index(index::view(context, sheet, output)),
            Page::Handbook(file) => View::Handbook(handbook::view(context, *file, output)),
            Page::Redirect(target, title) => View::Redirect(redirect::view(context, target, title, output)),
            Page::NotFound => View::NotFound(not_found::view(context, output)),
        }
    }
}

/// Every page of the site by where it is published. Two that claim one place are an `output-collision`, as is a page on an asset's place.
pub fn pages(
    context: &Context<'_, '_>,
    assets: &BTreeMap<OutputPath, SourcePath>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<OutputPath, Page> {
    let playbook = context.playbook;
    diagnostics.extend(wave::collision(playbook));
    diagnostics.extend(sheet::collision(playbook));
    let (mut places, generated) = both(|| written(playbook, assets, diagnostics), || generated(context));
    for (output, page) in generated {
        places.add_generated(output, page);
    }
    places.report_faults(feeds_of_projects(playbook));
    places.pages
}

/// The pages that follow from what an author wrote, each by itself.
fn written<'d>(playbook: &Playbook<'_>, assets: &BTreeMap<OutputPath, SourcePath>, diagnostics: &'d mut Vec<Diagnostic>) -> Places<'d> {
    let mut places = Places::new(assets, diagnostics);
    let mut own = own_pages(playbook);
    for document in &playbook.documents {
        if let Some(page) = own.remove(&document.path) {
            places.add(document.output.clone(), page, document, None);
        }
    }
    for (project, joined) in playbook.projects.iter().enumerate() {
        let Some(document) = joined.document else { continue };
        for stage in &playbook.stages {
            if let (None, Some(output)) = (joined.stages[stage.index].note, joined.stage_output(stage)) {
                places.add(output, Page::ProjectStage(project, stage.index), document, None);
            }
        }
    }
    for document in &playbook.documents {
        for alias in &document.common.aliases {
            let target = Page::Redirect(document.output.clone(), document.title.clone());
            places.add(alias_output(document, &alias.value), target, document, Some(alias.span));
        }
    }
    places
}

/// Where the feeds of projects lie, each with what it is named by. No other name of a feed follows from what an author wrote alone.
fn feeds_of_projects<'p>(playbook: &'p Playbook<'_>) -> impl Iterator<Item = (OutputPath, Claim)> + 'p {
    playbook.projects.iter().flat_map(|project| {
        let document = project.document;
        let spans = document
            .into_iter()
            .flat_map(|document| std::iter::once(document.id_span).chain(document.common.aliases.iter().map(|alias| Some(alias.span))));
        let sources = document.into_iter().flat_map(|document| std::iter::repeat(&document.path));
        let claims = spans.zip(sources).map(|(span, source)| Claim { source: source.clone(), span });
        feed::of_project(project).into_iter().zip(claims)
    })
}

/// What needs no source. A list has as many pages as it takes.
fn generated(context: &Context<'_, '_>) -> Vec<(OutputPath, Page)> {
    let playbook = context.playbook;
    let mut pages = Vec::new();
    let sections =
        [("stages", playbook.stages.is_empty()), ("causes", playbook.causes.is_empty()), ("practices", playbook.practices.is_empty())];
    let section = |folder| (OutputPath::new(format!("{folder}/index.html")), Page::Section(folder, Part::default()));
    pages.extend(sections.into_iter().filter(|(_, is_empty)| !is_empty).map(|(folder, _)| section(folder)));
    let any = |kind| playbook.documents.iter().any(|document| document.kind == kind);
    if any(Kind::Decision) {
        pages.extend(section::decisions(context).into_iter().map(|(output, part)| (output, Page::Section("decisions", part))));
    }
    if any(Kind::Project) {
        pages.extend(portfolio::parts(context).into_iter().map(|(output, part)| (output, Page::Portfolio(part))));
    }
    if has_matrix(playbook) {
        pages.extend(matrix::parts(context).into_iter().map(|(output, part)| (output, Page::Matrix(part))));
    }
    if !playbook.stages.is_empty() {
        pages.extend(gantt::charts(context).into_iter().map(|(output, chart)| (output, Page::Calendar(chart))));
        pages.extend(calendar::days(context).into_iter().map(|(output, day, part)| (output, Page::Day(day, part))));
        pages.extend(feed::list::parts(context).into_iter().map(|(output, part)| (output, Page::Feeds(part))));
    }
    pages.extend([(OutputPath::new("index.html"), Page::Home), (OutputPath::new("404.html"), Page::NotFound)]);
    for project in &playbook.projects {
        pages.extend(wave::output(playbook, project).map(|output| (output, Page::Waves(project.index))));
        pages.extend(sheet::output(playbook, project).map(|output| (output, Page::Sheet(project.index))));
    }
    pages.extend(context.handbook.outputs().map(|(file, output)| (output.clone(), Page::Handbook(file))));
    pages.extend(index::sheets(context).into_iter().map(|(output, sheet)| (output, Page::Index(sheet))));
    pages.extend(context.months.iter().map(|(month, _)| (month.output(), Page::Month(month))));
    pages
}

/// The matrix needs something on both sides.
fn has_matrix(playbook: &Playbook<'_>) -> bool {
    !playbook.causes.is_empty() && !playbook.is_implicit()
}

/// The folder of addresses that the server of a book that is being worked on answers itself. No site has it.
pub const LIVE: &str = "_rollbook";

/// The folder of the search index.
pub const SEARCH: &str = "search";

/// True for what the build itself publishes: computed files, the theme's, the search index, the page for addresses that do not exist. And for what only a server
/// answers, so that no file of a site is one that can't be seen there.
pub fn is_reserved(output: &OutputPath) -> bool {
    let files = ["status.json", "status.schema.json", "items.csv", "404.html"];
    let folders = ["assets", SEARCH, LIVE];
    files.contains(&output.as_str())
        || output.as_str().split('/').next().is_some_and(|first| folders.contains(&first))
        || feed::is_reserved(output)
        || calendar::is_reserved(output)
        || paging::is_reserved(output)
        || handbook::is_reserved(output)
}

/// The page of each document, by its path.
fn own_pages<'a>(playbook: &Playbook<'a>) -> FxHashMap<&'a SourcePath, Page> {
    let mut pages = FxHashMap::with_capacity_and_hasher(playbook.documents.len(), FxBuildHasher);
    pages.extend(playbook.stages.iter().map(|stage| (&stage.document.path, Page::Stage(stage.index))));
    pages.extend(playbook.causes.iter().enumerate().map(|(index, cause)| (&cause.document.path, Page::Cause(index))));
    pages.extend(playbook.practices.iter().enumerate().map(|(index, practice)| (&practice.document.path, Page::Practice(index))));
    for project in &playbook.projects {
        pages.extend(project.document.map(|document| (&document.path, Page::Project(project.index))));
        let notes = project.stages.iter().filter_map(|stage| Some((&stage.note?.path, Page::ProjectStage(project.index, stage.stage))));
        pages.extend(notes);
    }
    for (index, document) in playbook.documents.iter().enumerate() {
        let page = match document.kind {
            Kind::Home => Page::Home,
            Kind::Decision => Page::Decision(index),
            Kind::Page => Page::Plain(index),
            Kind::Section => match document.inside.split('/').next() {
                Some("projects") => Page::Portfolio(Part::default()),
                Some("stages") => Page::Section("stages", Part::default()),
                Some("causes") => Page::Section("causes", Part::default()),
                Some("practices") => Page::Section("practices", Part::default()),
                _ => Page::Section("decisions", Part::default()),
            },
            // These are joined to the playbook; one that could not be is a finding and has no page.
            Kind::Stage | Kind::Cause | Kind::Practice | Kind::Project | Kind::ProjectStage => continue,
        };
        pages.insert(&document.path, page);
    }
    pages
}

/// Where a document would be published had it still that former id.
fn alias_output(document: &Document, alias: &str) -> OutputPath {
    let folder = document.output.as_str().trim_end_matches("index.html").trim_end_matches('/');
    let above = folder.rsplit_once('/').map_or(String::new(), |(above, _)| format!("{above}/"));
    OutputPath::new(format!("{above}{alias}/index.html"))
}
