//! What can be linked to beside the documents themselves: sections that the build makes, and the anchors of each page. Not done here: looking
//! one up.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::document::{Document, Kind};
use crate::path::OutputPath;
use crate::playbook::stage::anchor;
use crate::playbook::{Playbook, Project, Stage};

/// The sections that have pages and no `index.md`, by the path that file would have.
pub(super) fn sections(playbook: &Playbook<'_>) -> FxHashMap<String, (OutputPath, String)> {
    let kinds = [
        (Kind::Stage, "stages", "Stages"),
        (Kind::Project, "projects", "Projects"),
        (Kind::Cause, "causes", "Causes"),
        (Kind::Practice, "practices", "Practices"),
        (Kind::Decision, "decisions", "Decisions"),
    ];
    let built = kinds.into_iter().filter(|(kind, ..)| playbook.documents.iter().any(|document| document.kind == *kind));
    built
        .map(|(_, folder, title)| {
            let source = format!("{}/{folder}/index.md", playbook.config.content);
            (source, (OutputPath::new(format!("{folder}/index.html")), title.to_owned()))
        })
        .collect()
}

/// Something on a page that has anchors.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchored<'a> {
    /// The headings of a body.
    Body(&'a Document),
    /// Items and waves of a stage, by index.
    Stage(usize),
    /// Items and waves of a stage, as a project has them; indices of project and stage.
    ProjectStage(usize, usize),
}

/// What has anchors on each page.
pub(super) fn anchored<'a>(playbook: &Playbook<'a>) -> FxHashMap<OutputPath, Vec<Anchored<'a>>> {
    let mut anchored: FxHashMap<OutputPath, Vec<Anchored<'a>>> =
        FxHashMap::with_capacity_and_hasher(playbook.documents.len(), FxBuildHasher);
    for document in &playbook.documents {
        anchored.entry(document.output.clone()).or_default().push(Anchored::Body(document));
    }
    for stage in &playbook.stages {
        anchored.entry(stage.document.output.clone()).or_default().push(Anchored::Stage(stage.index));
        for project in &playbook.projects {
            let Some(output) = project.stage_output(stage) else { continue };
            anchored.entry(output).or_default().push(Anchored::ProjectStage(project.index, stage.index));
        }
    }
    anchored
}

impl Anchored<'_> {
    /// True when it has that anchor.
    pub(super) fn has(&self, playbook: &Playbook<'_>, fragment: &str) -> bool {
        match self {
            Anchored::Body(document) => document.body.has_anchor(fragment),
            Anchored::Stage(stage) => playbook.stages[*stage].has_anchor(fragment),
            Anchored::ProjectStage(project, stage) => {
                let (project, stage) = (&playbook.projects[*project], &playbook.stages[*stage]);
                stage.has_anchor(fragment) || own_items(project, stage).any(|id| anchor(stage.id(), id) == fragment)
            }
        }
    }

    /// All of its anchors.
    pub(super) fn all(&self, playbook: &Playbook<'_>) -> Vec<String> {
        let members = |stage: &Stage<'_>| {
            let ids = stage.front.checklist.iter().map(|item| &item.id).chain(stage.front.waves.iter().map(|wave| &wave.id));
            ids.map(|id| anchor(stage.id(), &id.value)).collect()
        };
        match self {
            Anchored::Body(document) => {
                document.body.headings.iter().chain(&document.body.title).map(|heading| heading.id.clone()).collect()
            }
            Anchored::Stage(stage) => members(&playbook.stages[*stage]),
            Anchored::ProjectStage(project, stage) => {
                let (project, stage) = (&playbook.projects[*project], &playbook.stages[*stage]);
                let mut all: Vec<String> = members(stage);
                all.extend(own_items(project, stage).map(|id| anchor(stage.id(), id)));
                all
            }
        }
    }
}

/// The ids of the items that a project has beside the stage's.
fn own_items<'p>(project: &'p Project<'_>, stage: &Stage<'_>) -> impl Iterator<Item = &'p str> {
    project.stages[stage.index].items[stage.front.checklist.len()..].iter().map(|status| status.item.id.value.as_str())
}
