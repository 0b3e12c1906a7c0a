//! What can be linked to beside the documents themselves: sections that the build makes, and the anchors of each page. Not done here: looking
//! one up.

use std::collections::{BTreeSet, HashMap};

use crate::document::Kind;
use crate::path::OutputPath;
use crate::playbook::Playbook;
use crate::playbook::stage::anchor;

/// The sections that have pages and no `index.md`, by the path that file would have.
pub(super) fn sections(playbook: &Playbook<'_>) -> HashMap<String, (OutputPath, String)> {
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

/// Every anchor of every page: headings, items, waves.
pub(super) fn anchors(playbook: &Playbook<'_>) -> HashMap<OutputPath, BTreeSet<String>> {
    let mut anchors: HashMap<OutputPath, BTreeSet<String>> = HashMap::with_capacity(playbook.documents.len());
    for document in &playbook.documents {
        let headings = document.body.headings.iter().chain(&document.body.title).map(|heading| heading.id.clone());
        anchors.entry(document.output.clone()).or_default().extend(headings);
    }
    for stage in &playbook.stages {
        let members = || stage.front.checklist.iter().map(|item| &item.id).chain(stage.front.waves.iter().map(|wave| &wave.id));
        anchors.entry(stage.document.output.clone()).or_default().extend(members().map(|id| anchor(stage.id(), &id.value)));
        for project in &playbook.projects {
            let Some(output) = project.stage_output(stage) else { continue };
            let own = project.stages[stage.index].items.iter().map(|status| &status.item.id);
            let shown = anchors.entry(output).or_default();
            shown.extend(members().chain(own).map(|id| anchor(stage.id(), &id.value)));
        }
    }
    anchors
}
