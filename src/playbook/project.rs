//! Projects, and what each says of every stage, item and wave on as_of. Not done here: joining them ([`super::join`]).

use std::collections::BTreeMap;

use super::Stage;
use super::checklist::{self, Effective, Expiry, Musts, Progress};
use super::ids::{ItemKey, Names};
use crate::calendar::{Date, Scheduled, Workdays};
use crate::config::Config;
use crate::diagnostic::Span;
use crate::document::front::{self, State, WaveState};
use crate::document::{Document, Kind};
use crate::path::OutputPath;

/// One run through the playbook.
#[derive(Debug)]
pub struct Project<'a> {
    /// Its place in [`super::Playbook::projects`].
    pub index: usize,
    /// Its file; `None` for the one project of a book without `projects/`.
    pub document: Option<&'a Document>,
    /// What the file says.
    pub front: &'a front::Project,
    /// Day one.
    pub start: Option<Date>,
    /// The book's workdays without this project's own holidays.
    pub workdays: Workdays,
    /// Its decisions by date, as indices in [`super::Playbook::decisions`].
    pub decisions: Vec<usize>,
    /// One for each stage of the playbook, in its order.
    pub stages: Vec<ProjectStage<'a>>,
    /// The stage it is in: the first that is not complete.
    pub current: Option<usize>,
}

/// One stage of one project.
#[derive(Debug)]
pub struct ProjectStage<'a> {
    /// Index of the stage.
    pub stage: usize,
    /// The file with its notes, if it has one.
    pub note: Option<&'a Document>,
    /// When.
    pub schedule: Scheduled,
    /// The file and place of the dates by which the project moves it.
    pub moved: Option<(&'a Document, Span)>,
    /// The author's reason for moving it.
    pub moved_because: Option<&'a str>,
    /// The playbook's items, then the project's own.
    pub items: Vec<ItemStatus<'a>>,
    /// For each wave of the stage, what is written about it.
    pub waves: Vec<Option<WrittenWave<'a>>>,
    /// Points.
    pub progress: Progress,
    /// Gate readiness.
    pub musts: Musts,
    /// Workdays gone of all workdays of its window; `None` when that can't be said.
    pub expected: Option<(u64, u64)>,
    /// True when it is complete, domain section 5.
    pub complete: bool,
}

/// An item in a project.
#[derive(Debug)]
pub struct ItemStatus<'a> {
    /// The item, as the playbook or the project defines it.
    pub item: &'a front::Item,
    /// The file in which it is defined, from which its links are relative.
    pub document: &'a Document,
    /// Its place in the playbook; `None` for the project's own.
    pub key: Option<ItemKey>,
    /// Its state as written, whatever its date.
    pub written: Option<Written<'a>>,
    /// Its state as written, if it is true on as_of.
    pub state: Option<Written<'a>>,
    /// The state that counts.
    pub effective: Effective,
    /// `state.owner ?? item.owner`.
    pub owner: Option<&'a str>,
    /// `state.due ?? item.due` as a day; `None` without one, or while the window is unscheduled.
    pub due: Option<Date>,
    /// True when that day is over and it is not resolved.
    pub overdue: bool,
    /// Items of the playbook that must be resolved first.
    pub waits_for: Vec<ItemKey>,
}

impl ItemStatus<'_> {
    /// The last day of what keeps it resolved; `None` for what does not run out.
    pub fn expiry(&self, as_of: Date) -> Option<(Expiry, Date)> {
        checklist::expiry(self.item, self.state?.state, self.effective, as_of)
    }
}

/// A state with the file it is written in.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// The state.
    pub state: &'a State,
    /// The file, from which its links are relative.
    pub document: &'a Document,
}

/// A wave's state with the file it is written in.
#[derive(Debug, Clone, Copy)]
pub struct WrittenWave<'a> {
    /// The state.
    pub state: &'a WaveState,
    /// The file.
    pub document: &'a Document,
}

/// Ids of projects, to find the one that a decision or reference names.
#[derive(Debug)]
pub struct ProjectNames {
    /// Ids and aliases, by index of the document.
    pub names: Names,
    by_name: BTreeMap<String, usize>,
    /// How many there are.
    pub count: usize,
}

impl ProjectNames {
    /// The index of the project with that id or alias.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }
}

impl<'a> Project<'a> {
    /// Its id; `main` for the one project of a book without `projects/`.
    pub fn id(&self) -> &'a str {
        self.document.map_or("main", |document| &document.id)
    }

    /// Its title; the book's where it has no file.
    pub fn title(&self, config: &'a Config) -> &'a str {
        self.document.map_or(&config.title, |document| &document.title)
    }

    /// Progress over all stages.
    pub fn progress(&self) -> Progress {
        self.stages.iter().fold(Progress::default(), |sum, stage| sum.plus(stage.progress))
    }

    /// Gate readiness over all stages.
    pub fn musts(&self) -> Musts {
        self.stages.iter().fold(Musts::default(), |sum, stage| sum.plus(stage.musts))
    }

    /// Where its page of a stage is published; `None` in a book without projects.
    pub fn stage_output(&self, stage: &Stage<'_>) -> Option<OutputPath> {
        let document = self.document?;
        if let Some(note) = self.stages[stage.index].note {
            return Some(note.output.clone());
        }
        let folder = document.output.as_str().trim_end_matches("index.html");
        Some(OutputPath::new(format!("{folder}{}/index.html", stage.id())))
    }

    /// The page that shows a stage of it: its own, in a book without projects the stage's.
    pub fn stage_page(&self, stage: &Stage<'_>) -> OutputPath {
        self.stage_output(stage).unwrap_or_else(|| stage.document.output.clone())
    }

    /// How it ended, if it has by as_of.
    pub fn closed(&self, as_of: Date) -> Option<&'a front::Closed> {
        self.front.closed.as_ref().filter(|closed| closed.date.value <= as_of)
    }
}

/// The files of the projects, by id; `[None]` for a book without `projects/`.
pub(super) fn files<'a>(documents: &[&'a Document], implicit: bool) -> Vec<Option<&'a Document>> {
    let mut files: Vec<Option<&'a Document>> =
        documents.iter().filter(|document| document.kind == Kind::Project).map(|document| Some(*document)).collect();
    files.sort_by_key(|file| file.map(|document| (document.order.unwrap_or(i64::MAX), &document.id)));
    if implicit { vec![None] } else { files }
}

/// Their names.
pub(super) fn names(documents: &[&Document], drafts: &[&Document], files: &[Option<&Document>]) -> ProjectNames {
    let names = super::ids::names(documents, drafts, Kind::Project);
    let mut by_name = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        match file {
            Some(document) => {
                for name in std::iter::once(&document.id).chain(document.common.aliases.iter().map(|alias| &alias.value)) {
                    by_name.entry(name.clone()).or_insert(index);
                }
            }
            None => {
                by_name.insert("main".to_owned(), index);
            }
        }
    }
    ProjectNames { names, by_name, count: files.len() }
}
