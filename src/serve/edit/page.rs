//! What can be changed on a page: its items with what is written of each, gates and waves to decide. Worked out from the files as they were read
//! last, not from the page. Not done here: changing it.

use serde::Serialize;

use super::gate::{self, Decidable};
use crate::authoring::{MAIN, StageFiles, documents};
use crate::document::front::{Item, State};
use crate::document::{Document, Kind};
use crate::path::SourcePath;
use crate::playbook::stage::anchor;
use crate::serve::state::Values;
use crate::source::Sources;

/// The answer for a page. A page on which nothing can be changed has neither items nor decisions.
#[derive(Debug, Default, Serialize)]
pub(super) struct Editable {
    /// The day for which the book is built.
    as_of: Option<String>,
    items: Vec<EditItem>,
    decisions: Vec<Decidable>,
    /// How much was changed in this run.
    pub(super) changes: usize,
    /// The build that this is of.
    pub(super) build: u64,
}

/// What the files say of one place at this moment.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Now {
    Item(Box<EditItem>),
    Decision(Box<Decidable>),
}

/// An item, as it is written and not as it is judged.
#[derive(Debug, Serialize)]
pub(super) struct EditItem {
    project: String,
    /// `stage/item`.
    item: String,
    /// The id of its element on the page.
    anchor: String,
    text: String,
    state: &'static str,
    date: Option<String>,
    by: Option<String>,
    reason: Option<String>,
    until: Option<String>,
    owner: Option<String>,
    due: Option<String>,
    note: Option<String>,
    answer: Option<String>,
    evidence: Vec<String>,
    /// What holds where the state says nothing.
    default_owner: Option<String>,
    default_due: Option<String>,
    evidence_required: bool,
    na_allowed: bool,
    /// Where its state stands, or has to stand.
    file: String,
    /// The blake3 hash of all that file's bytes, in hex.
    hash: String,
}

impl EditItem {
    /// True when that is the file and the hash that a page was told.
    pub(super) fn is_seen(&self, seen: (Option<&str>, Option<&str>)) -> bool {
        seen == (Some(&self.file), Some(&self.hash))
    }
}

/// What a page shows.
struct Shown<'d> {
    project: &'d str,
    stages: Vec<&'d str>,
    /// The stages whose gate it shows.
    gates: Vec<&'d str>,
    /// Their checklists too.
    items: bool,
}

impl<'d> Shown<'d> {
    fn stage(project: &'d str, stage: &'d str) -> Self {
        Self { project, stages: vec![stage], gates: vec![stage], items: true }
    }
}

/// What can be changed on a page.
pub(super) fn editable(values: &Values, sources: &Sources, page: &str) -> Editable {
    let mut editable = Editable { as_of: Some(values.as_of.to_string()), ..Editable::default() };
    let Some(shown) = shown(values, page) else { return editable };
    let files = |stage: &&str| StageFiles::find(&values.documents, Some(shown.project), stage).ok();
    for stage in shown.stages.iter().filter_map(files) {
        if shown.items {
            editable.items.extend(stage.items().filter_map(|item| edit_item(&stage, item, sources)));
        }
        let is_on_page = |found: &Decidable| !found.is_gate() || shown.gates.contains(&stage.stage.id.as_str());
        let open = gate::decisions(values, &stage).into_iter().filter(|found| found.closed.is_none());
        editable.decisions.extend(open.filter(is_on_page));
    }
    editable
}

/// An item by its name or a former one, as it is written.
pub(super) fn item(values: &Values, sources: &Sources, project: &str, name: &str) -> Option<EditItem> {
    let (stage, item) = name.split_once('/')?;
    let files = StageFiles::find(&values.documents, Some(project), stage).ok()?;
    let place = files.place(item).ok()?;
    let found = files.items().find(|found| place.item.split_once('/').is_some_and(|(_, id)| found.id.value == id))?;
    edit_item(&files, found, sources)
}

fn edit_item<'d>(files: &StageFiles<'d>, item: &'d Item, sources: &Sources) -> Option<EditItem> {
    let place = files.place(&item.id.value).ok()?;
    let state = files.state(item);
    let text = |value: fn(&State) -> Option<String>| state.and_then(value);
    Some(EditItem {
        project: files.project_id().to_owned(),
        anchor: anchor(&files.stage.id, &item.id.value),
        item: place.item,
        text: item.text.plain.clone(),
        state: state.map(|state| state.state.value).unwrap_or_default().word(),
        date: text(|state| state.date.as_ref().map(|date| date.value.to_string())),
        by: text(|state| state.by.clone()),
        reason: text(|state| state.reason.clone()),
        until: text(|state| state.until.as_ref().map(|until| until.value.to_string())),
        owner: text(|state| state.owner.clone()),
        due: text(|state| state.due.as_ref().map(ToString::to_string)),
        note: text(|state| state.note.clone()),
        answer: text(|state| state.answer.clone()),
        evidence: state.into_iter().flat_map(|state| &state.evidence).map(|evidence| evidence.link.value.clone()).collect(),
        default_owner: item.owner.clone(),
        default_due: item.due.as_ref().map(ToString::to_string),
        evidence_required: item.evidence_required,
        na_allowed: item.na_allowed,
        hash: hash(sources.text(&place.path).unwrap_or_default()),
        file: place.path.to_string(),
    })
}

/// The name of a file's contents.
pub(super) fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// What a page shows of which project. A page that some file is published as is that file's, any other is worked out from its address.
fn shown<'d>(values: &'d Values, page: &str) -> Option<Shown<'d>> {
    let of_kind = |kind| documents(&values.documents, kind);
    let id = |document: &'d Document| document.id.as_str();
    let stages = || of_kind(Kind::Stage).map(id).collect::<Vec<_>>();
    let project_of = |folder: &str| of_kind(Kind::Project).find(|project| project.output.as_str() == format!("{folder}index.html"));
    let is_main = of_kind(Kind::Project).next().is_none();
    let own = values.documents.iter().find(|document| document.output.as_str() == page && document.common.draft.is_none());
    if let Some(document) = own {
        return match document.kind {
            Kind::Project => Some(Shown { project: &document.id, stages: stages(), gates: next_gate(values, &document.id), items: false }),
            Kind::ProjectStage => {
                let project = of_kind(Kind::Project).find(|project| project.project_folder() == document.project_folder())?;
                Some(Shown::stage(&project.id, &document.id))
            }
            Kind::Stage if is_main => Some(Shown::stage(MAIN, &document.id)),
            _ => None,
        };
    }
    let (folder, name) = split(page)?;
    let project = if is_main && folder.is_empty() { MAIN } else { &project_of(folder)?.id };
    match of_kind(Kind::Stage).find(|stage| stage.id == name) {
        Some(stage) if !is_main => Some(Shown::stage(project, &stage.id)),
        _ if name == "waves" => Some(Shown { project, stages: stages(), gates: Vec::new(), items: false }),
        _ => None,
    }
}

/// The stage whose gate is next: that is the one which the page of a project shows.
fn next_gate<'d>(values: &'d Values, id: &str) -> Vec<&'d str> {
    let project = values.status.projects.iter().find(|project| project.id == id);
    project.and_then(|project| project.next_gate.as_ref()).map(|gate| gate.stage.as_str()).into_iter().collect()
}

/// `projects/atlas/pilot/index.html` → `projects/atlas/` and `pilot`.
fn split(page: &str) -> Option<(&str, &str)> {
    let path = page.strip_suffix("/index.html")?;
    Some(path.rfind('/').map_or(("", path), |at| path.split_at(at + 1)))
}

/// The path of a file that a page was told.
pub(super) fn source(file: &str) -> SourcePath {
    SourcePath::new(file)
}
