//! Where a reason is written, as file, line and column. Not done here: the places that the library knows; this adds those of what was never
//! written down: an item without a state stands in its stage's checklist.

use rollbook::diagnostic::Span;
use rollbook::diagnostic::position::line_column;
use rollbook::document::front::{Front, ProjectStage};
use rollbook::document::{Document, Kind};
use rollbook::page::status::{ReasonStatus, StageStatus};
use rollbook::path::SourcePath;
use rollbook::source::Sources;

use crate::edge::Run;
use crate::lookup::documents;

/// A place as editors take it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Place {
    /// Relative to the book.
    pub(super) file: String,
    /// 1-based.
    pub(super) line: usize,
    /// 1-based, in Unicode scalar values.
    pub(super) column: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// The files in which reasons are looked up.
pub(super) struct Places<'r> {
    sources: &'r Sources,
    stages: Vec<Document>,
    causes: Vec<Document>,
    /// Those of one project.
    own: Vec<Document>,
}

impl<'r> Places<'r> {
    pub(super) fn new(run: &'r Run, project: &str) -> Self {
        let read = |kind| documents(&run.sources, &run.config, kind);
        let mut own: Vec<Document> = read(Kind::Project).into_iter().filter(|document| document.id == project).collect();
        if let Some(folder) = own.first().map(|document| document.path.folder().to_owned()).filter(|folder| !folder.ends_with("/projects"))
        {
            own.extend(read(Kind::ProjectStage).into_iter().filter(|document| document.path.folder() == folder));
        }
        Self { sources: &run.sources, stages: read(Kind::Stage), causes: read(Kind::Cause), own }
    }

    /// Where the reason is written; `None` for one that is about days alone.
    pub(super) fn of(&self, stage: &StageStatus, reason: &ReasonStatus) -> Option<Place> {
        let (path, span) = match &reason.place {
            Some(place) => (place.path.clone(), place.span),
            None => self.find(stage, reason)?,
        };
        let (line, column) = line_column(self.sources.text(&path)?, span.start);
        Some(Place { file: path.to_string(), line, column })
    }

    fn find(&self, stage: &StageStatus, reason: &ReasonStatus) -> Option<(SourcePath, Span)> {
        match reason.item.as_deref() {
            Some(item) => match item.split_once(':') {
                Some(("cause", id)) => self.causes.iter().find(|document| document.id == id).map(head),
                Some(("gate", id)) => self.stage(id).map(head),
                Some(_) => None,
                None => {
                    let mut parts = item.split('/');
                    self.member(parts.next()?, parts.next()?)
                }
            },
            None if ["window-over", "must-overdue", "no-owner", "behind"].contains(&reason.rule) => self.window(&stage.id),
            None => None,
        }
    }

    fn stage(&self, id: &str) -> Option<&Document> {
        self.stages.iter().find(|document| document.id == id)
    }

    /// Where an item or a wave is defined: in the playbook, else by the project.
    fn member(&self, stage: &str, member: &str) -> Option<(SourcePath, Span)> {
        let in_playbook = self.stage(stage).and_then(|document| {
            let Front::Stage(front) = &document.front else { return None };
            let waves = front.waves.iter().map(|wave| &wave.id);
            let id = front.checklist.iter().map(|item| &item.id).chain(waves).find(|id| id.value == member)?;
            Some((document.path.clone(), id.span))
        });
        let own = || {
            let found = |document: &Document| {
                let item = part(document, stage)?.checklist.iter().find(|item| item.id.value == member)?;
                Some((document.path.clone(), item.id.span))
            };
            self.own.iter().find_map(found)
        };
        in_playbook.or_else(own)
    }

    /// The window of a stage: moved by the project, else as the playbook has it.
    fn window(&self, stage: &str) -> Option<(SourcePath, Span)> {
        let moved = |document: &Document| {
            let part = part(document, stage)?;
            part.end.as_ref().or(part.start.as_ref()).map(|date| (document.path.clone(), date.span))
        };
        let in_playbook = || {
            let document = self.stage(stage)?;
            let Front::Stage(front) = &document.front else { return None };
            Some((document.path.clone(), front.window.as_ref().map_or(document.head, |window| window.span)))
        };
        self.own.iter().find_map(moved).or_else(in_playbook)
    }
}

fn head(document: &Document) -> (SourcePath, Span) {
    (document.path.clone(), document.head)
}

/// What a project's file says of a stage.
fn part<'d>(document: &'d Document, stage: &str) -> Option<&'d ProjectStage> {
    match &document.front {
        Front::Project(front) => front.stages.get(stage).map(|stage| &stage.value),
        Front::ProjectStage(front) if document.id == stage => Some(front),
        _ => None,
    }
}
