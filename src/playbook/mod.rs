//! All documents, joined by id and resolved at as_of: a pure function of files and that day. Not done here: what a page shows of it.

pub mod actual;
pub mod cause;
pub mod checklist;
pub mod checks;
pub mod claims;
pub mod dates;
pub mod decision;
pub mod drafts;
pub mod event;
pub mod exposure;
pub mod ids;
mod join;
pub mod links;
mod orphan;
pub mod partial;
pub mod policy;
pub mod project;
pub mod stage;
pub mod status;
pub mod wave;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use cause::{Cause, Practice};
pub use decision::Decision;
pub use event::Event;
pub use project::Project;
pub use stage::Stage;
pub use status::Judgement;

use crate::calendar::{self, Date, Period, StagePlan};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::document::front::Front;
use crate::document::{Document, Kind};
use crate::locale::Locale;
use crate::memo::in_parallel;
use crate::path::SourcePath;
use ids::Names;
use partial::Partial;
use project::ProjectNames;

/// A book, resolved.
#[derive(Debug)]
pub struct Playbook<'a> {
    /// `book.toml`.
    pub config: &'a Config,
    /// The words for what it comes to.
    pub locale: &'a Locale,
    /// The day for which all of it holds.
    pub as_of: Date,
    /// Every document that is not a draft, by path.
    pub documents: Vec<&'a Document>,
    /// Drafts: they exist, and are not published. So are the notes and decisions of a project that is one.
    pub drafts: Vec<&'a Document>,
    /// True for a book without `projects/`, whose stages hold the state of its one project.
    pub implicit: bool,
    /// The stages in the order of the path.
    pub stages: Vec<Stage<'a>>,
    /// Causes, by the stage they strike on the way out of.
    pub causes: Vec<Cause<'a>>,
    /// Practices.
    pub practices: Vec<Practice<'a>>,
    /// Projects; the one implicit project in a book without `projects/`.
    pub projects: Vec<Project<'a>>,
    /// Decisions made by as_of, by date.
    pub decisions: Vec<Decision<'a>>,
    /// What each project comes to, in the order of `projects`.
    pub judgements: Vec<Judgement<'a>>,
    /// Everything that has a day, by day.
    pub events: Vec<Event<'a>>,
    /// What references mean.
    pub names: AllNames,
    /// What is known in part only.
    pub partial: Partial,
}

/// Ids and aliases of every kind, and what each means as an index into the playbook's lists.
#[derive(Debug)]
pub struct AllNames {
    /// Stage ids and aliases → index in [`Playbook::stages`].
    pub stages: BTreeMap<String, usize>,
    /// The same by document, with those of drafts.
    pub stage_ids: Names,
    /// Cause ids and aliases → index in [`Playbook::causes`].
    pub causes: BTreeMap<String, usize>,
    /// Practice ids and aliases → index in [`Playbook::practices`].
    pub practices: BTreeMap<String, usize>,
    /// Decision ids and aliases → index in [`Playbook::documents`].
    pub decisions: Names,
    /// Project ids and aliases → index in [`Playbook::projects`].
    pub projects: ProjectNames,
    /// True when some file could not be read far enough to know its id.
    pub unsure: bool,
}

impl<'a> Playbook<'a> {
    /// The decisions of a project, by date.
    pub fn decisions_of<'p>(&'p self, project: &'p Project<'_>) -> impl DoubleEndedIterator<Item = &'p Decision<'a>> {
        project.decisions.iter().map(|index| &self.decisions[*index])
    }

    /// The decisions of a project that no later one on the same subject has replaced, by date, with their place in [`Self::decisions`].
    pub fn standing_decisions<'p>(&'p self, project: &'p Project<'_>) -> impl Iterator<Item = (usize, &'p Decision<'a>)> {
        let own = project.decisions.iter().enumerate().map(|(n, index)| (*index, &self.decisions[*index], &project.decisions[n + 1..]));
        own.filter(|(_, decision, later)| !later.iter().any(|later| self.decisions[*later].subject == decision.subject))
            .map(|(index, decision, _)| (index, decision))
    }

    /// When each stage is by the book's own start alone, as a project that changes nothing would have it.
    pub fn plan(&self) -> Vec<Option<Period>> {
        fn plan<'s>(stage: &'s Stage<'_>) -> StagePlan<'s> {
            StagePlan {
                id: stage.id(),
                aliases: &stage.aliases,
                window: stage.front.window.as_ref().map(|window| &window.value),
                override_start: None,
                override_end: None,
            }
        }
        let plans: Vec<StagePlan<'_>> = self.stages.iter().map(plan).collect();
        let scheduled = calendar::schedule(&plans, self.config.start, self.config.months, self.config.overlap);
        scheduled.iter().map(|scheduled| scheduled.period()).collect()
    }

    /// A day as seen from as_of: "in 12 days", "today", "5 days ago".
    pub fn away(&self, day: Date) -> String {
        self.locale.away(calendar::days_between(self.as_of, day))
    }

    /// True for a book without `projects/`, whose stages hold the state of its one project.
    pub fn is_implicit(&self) -> bool {
        self.implicit
    }
}

/// Joins documents into a playbook. All that is wrong with how they fit together is added to `diagnostics`.
pub fn resolve<'a>(
    documents: &'a [std::sync::Arc<Document>],
    config: &'a Config,
    locale: &'a Locale,
    as_of: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Playbook<'a> {
    let before = diagnostics.len();
    let implicit = !documents.iter().any(|document| document.kind == Kind::Project);
    let (documents, drafts) = without_drafts(documents);
    let stage_ids = ids::names(&documents, &drafts, Kind::Stage);
    let mut stages = stage::stages(&documents);
    let stage_names = by_name(stages.iter().map(|stage| stage.document));
    stage::join_dependencies(&mut stages, &stage_names, &stage_ids, diagnostics);

    let joined = cause::Joined { stages: &stages, stage_names: &stage_names, stage_ids: &stage_ids };
    let practices = cause::practices(&documents, &joined, diagnostics);
    let practice_names = by_name(practices.iter().map(|practice| practice.document));
    let practice_ids = ids::names(&documents, &drafts, Kind::Practice);
    let causes = cause::causes(&documents, &joined, &practice_names, &practice_ids, diagnostics);
    for (index, cause) in causes.iter().enumerate() {
        if let Some(from) = cause.from {
            stages[from].exit_causes.push(index);
        }
    }

    let files = project::files(&documents, implicit);
    let project_names = project::names(&documents, &drafts, &files);
    let decisions = decision::decisions(&documents, &stages, &stage_names, &stage_ids, &project_names, as_of, diagnostics);
    let own_decisions = decision::by_project(&decisions, files.len());
    let joiner = join::Joiner {
        config,
        as_of,
        stages: &stages,
        stage_names: &stage_names,
        stage_ids: &stage_ids,
        decisions: &decisions,
        own_decisions: &own_decisions,
    };
    let projects = joiner.projects(&files, &documents, diagnostics);

    let names = AllNames {
        causes: by_name(causes.iter().map(|cause| cause.document)),
        practices: practice_names,
        decisions: ids::names(&documents, &drafts, Kind::Decision),
        projects: project_names,
        stages: stage_names,
        stage_ids,
        unsure: documents.iter().any(|document| document.id_unknown),
    };
    let mut playbook = Playbook {
        config,
        locale,
        as_of,
        documents,
        drafts,
        implicit,
        stages,
        causes,
        practices,
        projects,
        decisions,
        judgements: Vec::new(),
        events: Vec::new(),
        names,
        partial: Partial::default(),
    };
    playbook.partial = Partial::of(&playbook, &diagnostics[before..]);
    playbook.judgements = status::judge(&playbook);
    playbook.events = event::events(&playbook);
    let found = in_parallel(checks::ALL, |check| {
        let mut found = Vec::new();
        check(&playbook, &mut found);
        found
    });
    diagnostics.extend(found.into_iter().flatten());
    playbook
}

/// What is published and what is not, in that order.
fn without_drafts(documents: &[std::sync::Arc<Document>]) -> (Vec<&Document>, Vec<&Document>) {
    let mut is_published = is_published(documents).into_iter();
    documents.iter().map(AsRef::as_ref).partition(|_| is_published.next().unwrap_or_default())
}

/// For each document whether it is published: it is no draft, and does not belong to a project that is one.
fn is_published(documents: &[std::sync::Arc<Document>]) -> Vec<bool> {
    let projects = || documents.iter().filter(|document| document.kind == Kind::Project && document.common.draft.is_some());
    if projects().next().is_none() {
        return documents.iter().map(|document| document.common.draft.is_none()).collect();
    }
    let folders: BTreeSet<&str> = projects().map(|project| project.project_folder()).collect();
    let former = |project: &Document| project.common.aliases.iter().map(|alias| alias.value.clone()).collect::<Vec<_>>();
    let names: BTreeSet<String> = projects().flat_map(|project| std::iter::once(project.id.clone()).chain(former(project))).collect();
    let is_draft = |document: &Document| match &document.front {
        _ if document.common.draft.is_some() => true,
        Front::ProjectStage(_) => folders.contains(document.project_folder()),
        Front::Decision(decision) => decision.project.as_ref().is_some_and(|name| names.contains(&name.value)),
        _ => false,
    };
    documents.iter().map(|document| !is_draft(document)).collect()
}

/// Ids and aliases of documents in the order of their list; ids win.
fn by_name<'a>(documents: impl Iterator<Item = &'a Document> + Clone) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for (index, document) in documents.clone().enumerate() {
        names.entry(document.id.clone()).or_insert(index);
    }
    for (index, document) in documents.enumerate() {
        for alias in &document.common.aliases {
            names.entry(alias.value.clone()).or_insert(index);
        }
    }
    names
}

/// The finding for a record that is not true yet.
fn dated_in_future(path: &SourcePath, date: &Spanned<Date>, as_of: Date, what: &str) -> Diagnostic {
    Diagnostic::new(Code::DatedInFuture, path, date.span, format!("this {what} is dated {}, after {as_of}", date.value))
        .help("it is left out until that day; is the date right?")
}
