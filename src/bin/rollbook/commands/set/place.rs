//! Finds the file and the place in it where an item's state stands, or has to stand. Not done here: changing it.

use std::collections::BTreeSet;

use rollbook::document::front::{Front, Item, ProjectStage, Stage};
use rollbook::document::{Document, Kind};
use rollbook::edit::Target;
use rollbook::path::SourcePath;

use crate::edge::{Failure, Opened};
use crate::lookup::{documents, unknown};

/// A place in a file.
pub(super) struct Place {
    /// The file.
    pub(super) path: SourcePath,
    /// Where in it.
    pub(super) target: Target,
    /// The id of the project.
    pub(super) project: String,
    /// The id of the item, `stage/item`.
    pub(super) item: String,
}

/// The one project of a book without project files, whose state stands in the stage files.
const MAIN: &str = "main";

/// Ids and former ids of one thing.
type Names<'d> = BTreeSet<&'d str>;

/// The place of an item in a project; `project` may be left out where there is only one.
pub(super) fn find(opened: &Opened, project: Option<&str>, item: &str) -> Result<Place, Failure> {
    let Some((stage_name, item_name)) = item.split_once('/') else {
        return Err(Failure::Usage(format!("`{item}` is no item: write it as STAGE/ITEM")));
    };
    let of_kind = |kind| documents(&opened.sources, &opened.config, kind);
    let (projects, stages) = (of_kind(Kind::Project), of_kind(Kind::Stage));
    let file = match (project, projects.as_slice()) {
        (None | Some(MAIN), []) => None,
        (Some(name), []) => return Err(unknown("project", name, [MAIN].into_iter())),
        (None, [only]) => Some(only),
        (None, _) => return Err(Failure::Usage("this book has several projects: write PROJECT STAGE/ITEM".to_owned())),
        (Some(name), projects) => Some(named(projects, name).ok_or_else(|| unknown("project", name, ids(projects)))?),
    };
    let stage = named(&stages, stage_name).ok_or_else(|| unknown("stage", stage_name, ids(&stages)))?;
    let Front::Stage(front) = &stage.front else { return Err(unknown("stage", stage_name, ids(&stages))) };
    let notes = of_kind(Kind::ProjectStage);
    let note = notes
        .iter()
        .find(|note| file.is_some_and(|file| file.project_folder() == note.project_folder()) && names(stage).contains(note.id.as_str()));
    let parts: Vec<Part<'_>> = file.into_iter().flat_map(|file| in_project(file, stage)).chain(note.and_then(in_note)).collect();
    let found = item_names(front, &parts, item_name).ok_or_else(|| no_item(stage, front, &parts, item_name))?;
    let (path, target) = match file {
        None => in_stage(stage, front, &found),
        Some(file) => written(&parts, &found).unwrap_or_else(|| {
            let id = found.first().copied().unwrap_or(item_name);
            let part = note.and_then(in_note).or_else(|| in_project(file, stage).into_iter().next());
            match part {
                Some(part) => (part.document.path.clone(), Target::entry(part.keys.iter().copied().chain(["items", id]))),
                None => (file.path.clone(), Target::entry(["stages", stage.id.as_str(), "items", id])),
            }
        }),
    };
    let project = file.map_or(MAIN, |file| file.id.as_str()).to_owned();
    let id = found.first().copied().unwrap_or(item_name);
    Ok(Place { path, target, project, item: format!("{}/{id}", stage.id) })
}

/// What one file of a project says about the stage, and the keys under which it does.
#[derive(Clone)]
struct Part<'d> {
    document: &'d Document,
    keys: Vec<&'d str>,
    front: &'d ProjectStage,
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

/// Where the state is written already: under `items`, or in an item that the project added.
fn written(parts: &[Part<'_>], names: &[&str]) -> Option<(SourcePath, Target)> {
    parts.iter().find_map(|part| {
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

/// In a book without projects: the item of the stage file itself.
fn in_stage(stage: &Document, front: &Stage, names: &[&str]) -> (SourcePath, Target) {
    let index = front.checklist.iter().position(|item| names.contains(&item.id.value.as_str())).unwrap_or_default();
    (stage.path.clone(), Target::element(["checklist"], index))
}

/// The id of the item with that id or former id, then its former ids: an item of the stage, or one that the project added.
fn item_names<'d>(front: &'d Stage, parts: &[Part<'d>], name: &str) -> Option<Vec<&'d str>> {
    let items = || front.checklist.iter().chain(parts.iter().flat_map(|part| &part.front.checklist));
    let item =
        items().find(|item| item.id.value == name).or_else(|| items().find(|item| item.aliases.iter().any(|alias| alias.value == name)))?;
    Some(std::iter::once(&item.id).chain(&item.aliases).map(|id| id.value.as_str()).collect())
}

fn no_item(stage: &Document, front: &Stage, parts: &[Part<'_>], name: &str) -> Failure {
    if front.waves.iter().any(|wave| wave.id.value == name || wave.aliases.iter().any(|alias| alias.value == name)) {
        return Failure::Usage(format!("`{}/{name}` is a wave: its state follows from `started` and from decisions", stage.id));
    }
    let items: Vec<&Item> = front.checklist.iter().chain(parts.iter().flat_map(|part| &part.front.checklist)).collect();
    let ids: Vec<String> = items.iter().map(|item| format!("{}/{}", stage.id, item.id.value)).collect();
    unknown("item", &format!("{}/{name}", stage.id), ids.iter().map(String::as_str))
}

/// The document with that id, else with that former id.
fn named<'d>(documents: &'d [Document], name: &str) -> Option<&'d Document> {
    documents.iter().find(|document| document.id == name).or_else(|| documents.iter().find(|document| names(document).contains(name)))
}

fn names(document: &Document) -> Names<'_> {
    std::iter::once(document.id.as_str()).chain(document.common.aliases.iter().map(|alias| alias.value.as_str())).collect()
}

fn ids(documents: &[Document]) -> impl Iterator<Item = &str> {
    documents.iter().map(|document| document.id.as_str())
}
