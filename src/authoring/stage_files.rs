//! The files in which a stage of one project stands: its items as they are defined, and where the state of each is written or has to be. Not
//! done here: changing it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{MAIN, Refused, documents};
use crate::document::front::{Front, Item, ProjectStage, Stage, State};
use crate::document::{Document, Kind};
use crate::edit::Target;
use crate::path::SourcePath;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// Where in it.
    pub target: Target,
    /// The id of the item, `stage/item`.
    pub item: String,
}

/// Ids and former ids of one thing.
type Names<'d> = BTreeSet<&'d str>;

/// A stage of a project; of the playbook itself in a book without projects.
#[derive(Debug, Clone)]
pub struct StageFiles<'d> {
    /// The project's own file; `None` in a book without projects.
    pub project: Option<&'d Document>,
    /// The stage's file.
    pub stage: &'d Document,
    /// What it says.
    pub front: &'d Stage,
    /// The project's file for the stage.
    note: Option<&'d Document>,
    parts: Vec<Part<'d>>,
}

/// What one file of a project says about the stage, and the keys under which it does.
#[derive(Debug, Clone)]
struct Part<'d> {
    document: &'d Document,
    keys: Vec<&'d str>,
    front: &'d ProjectStage,
}

impl<'d> StageFiles<'d> {
    /// By ids or former ids; `project` may be left out where there is only one.
    ///
    /// # Errors
    /// [`Refused::Unknown`].
    pub fn find(all: &'d [Arc<Document>], project: Option<&str>, stage: &str) -> Result<Self, Refused> {
        let of_kind = |kind| documents(all, kind).collect::<Vec<_>>();
        let (projects, stages) = (of_kind(Kind::Project), of_kind(Kind::Stage));
        let file = match (project, projects.as_slice()) {
            (None | Some(MAIN), []) => None,
            (Some(name), []) => return Err(Refused::unknown("project", name, [MAIN])),
            (None, [only]) => Some(*only),
            (None, _) => return Err(Refused::Unknown("this book has several projects: write PROJECT STAGE/ITEM".to_owned())),
            (Some(name), projects) => Some(named(projects, name).ok_or_else(|| Refused::unknown("project", name, ids(projects)))?),
        };
        let unknown = || Refused::unknown("stage", stage, ids(&stages));
        let found = named(&stages, stage).ok_or_else(unknown)?;
        let Front::Stage(front) = &found.front else { return Err(unknown()) };
        let is_note = |note: &&Document| {
            file.is_some_and(|file| file.project_folder() == note.project_folder()) && names(found).contains(note.id.as_str())
        };
        let note = documents(all, Kind::ProjectStage).find(is_note);
        let parts = file.into_iter().flat_map(|file| in_project(file, found)).chain(note.and_then(in_note)).collect();
        Ok(Self { project: file, stage: found, front, note, parts })
    }

    /// The project's id.
    pub fn project_id(&self) -> &'d str {
        self.project.map_or(MAIN, |file| file.id.as_str())
    }

    /// Every item, those that the project added last.
    pub fn items(&self) -> impl Iterator<Item = &'d Item> {
        self.front.checklist.iter().chain(self.parts.iter().flat_map(|part| &part.front.checklist))
    }

    /// The state of an item as it is written, if it is.
    pub fn state(&self, item: &'d Item) -> Option<&'d State> {
        if self.project.is_none() {
            return item.state.as_ref();
        }
        let found = names_of(item);
        self.parts.iter().find_map(|part| {
            let entry = part.front.items.iter().find(|(key, _)| found.contains(&key.value.as_str())).map(|(_, state)| state);
            entry.or_else(|| part.front.checklist.iter().find(|own| own.state.is_some() && own.id == item.id)?.state.as_ref())
        })
    }

    /// Where an item's state stands, or has to stand, by its id or a former one.
    ///
    /// # Errors
    /// [`Refused::Unknown`].
    pub fn place(&self, name: &str) -> Result<Place, Refused> {
        let item = self.item(name).ok_or_else(|| self.no_item(name))?;
        let found = names_of(item);
        let (path, target) = match self.project {
            None => self.in_stage(&found),
            Some(project) => self.written(&found).unwrap_or_else(|| self.to_write(project, &item.id.value)),
        };
        Ok(Place { path, target, item: format!("{}/{}", self.stage.id, item.id.value) })
    }

    fn item(&self, name: &str) -> Option<&'d Item> {
        let former = |item: &&Item| item.aliases.iter().any(|alias| alias.value == name);
        self.items().find(|item| item.id.value == name).or_else(|| self.items().find(former))
    }

    /// Where the state is written already: under `items`, or in an item that the project added.
    fn written(&self, names: &[&str]) -> Option<(SourcePath, Target)> {
        self.parts.iter().find_map(|part| {
            let entry = part.front.items.iter().find(|(key, _)| names.contains(&key.value.as_str()));
            let own = part.front.checklist.iter().position(|item| item.state.is_some() && names.contains(&item.id.value.as_str()));
            let target = match (entry, own) {
                (Some((key, _)), _) => Target::entry(part.keys.iter().copied().chain(["items", key.value.as_str()])),
                (None, Some(index)) => Target::element(part.keys.iter().copied().chain(["checklist"]), index),
                (None, None) => return None,
            };
            Some((part.document.path.clone(), target))
        })
    }

    /// Where a state that is not written yet has to stand: in the project's file for the stage if there is one.
    fn to_write(&self, project: &'d Document, id: &str) -> (SourcePath, Target) {
        let part = self.note.and_then(in_note).or_else(|| in_project(project, self.stage).into_iter().next());
        match part {
            Some(part) => (part.document.path.clone(), Target::entry(part.keys.iter().copied().chain(["items", id]))),
            None => (project.path.clone(), Target::entry(["stages", self.stage.id.as_str(), "items", id])),
        }
    }

    /// In a book without projects: the item of the stage file itself.
    fn in_stage(&self, names: &[&str]) -> (SourcePath, Target) {
        let index = self.front.checklist.iter().position(|item| names.contains(&item.id.value.as_str())).unwrap_or_default();
        (self.stage.path.clone(), Target::element(["checklist"], index))
    }

    fn no_item(&self, name: &str) -> Refused {
        let id = format!("{}/{name}", self.stage.id);
        if self.front.waves.iter().any(|wave| wave.id.value == name || wave.aliases.iter().any(|alias| alias.value == name)) {
            return Refused::Unknown(format!("`{id}` is a wave: its state follows from `started` and from decisions"));
        }
        let ids: Vec<String> = self.items().map(|item| format!("{}/{}", self.stage.id, item.id.value)).collect();
        Refused::unknown("item", &id, ids.iter().map(String::as_str))
    }
}

/// The project's own file, by whatever name it calls the stage.
fn in_project<'d>(file: &'d Document, stage: &Document) -> Vec<Part<'d>> {
    let Front::Project(project) = &file.front else { return Vec::new() };
    let names = names(stage);
    let parts = project.stages.iter().filter(|(name, _)| names.contains(name.as_str()));
    parts.map(|(name, front)| Part { document: file, keys: vec!["stages", name], front: &front.value }).collect()
}

/// Its file for the stage.
fn in_note(note: &Document) -> Option<Part<'_>> {
    let Front::ProjectStage(front) = &note.front else { return None };
    Some(Part { document: note, keys: Vec::new(), front })
}

/// The id of an item, then its former ids.
fn names_of(item: &Item) -> Vec<&str> {
    std::iter::once(&item.id).chain(&item.aliases).map(|id| id.value.as_str()).collect()
}

/// The document with that id, else with that former id.
fn named<'d>(documents: &[&'d Document], name: &str) -> Option<&'d Document> {
    let former = || documents.iter().find(|document| names(document).contains(name));
    documents.iter().find(|document| document.id == name).or_else(former).copied()
}

fn names(document: &Document) -> Names<'_> {
    std::iter::once(document.id.as_str()).chain(document.common.aliases.iter().map(|alias| alias.value.as_str())).collect()
}

fn ids<'d>(documents: &[&'d Document]) -> impl Iterator<Item = &'d str> {
    documents.iter().map(|document| document.id.as_str())
}
