//! `empty-stage`: a stage without checklist and waves. Nothing in it can be done, so it is complete by its window's end alone.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Kind;
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    // An item that a project adds may stand in what could not be read.
    let mut projects = playbook.documents.iter().filter(|document| matches!(document.kind, Kind::Project | Kind::ProjectStage));
    if projects.any(|document| playbook.partial.file(document)) {
        return;
    }
    for stage in &playbook.stages {
        let has_own = playbook.projects.iter().any(|project| !project.stages[stage.index].items.is_empty());
        if stage.front.waves.is_empty() && !has_own && !stage.document.partial {
            diagnostics.push(
                Diagnostic::new(
                    Code::EmptyStage,
                    &stage.document.path,
                    stage.document.head,
                    format!("the stage `{}` has no checklist", stage.id()),
                )
                .help("add a `checklist:` with what has to be done"),
            );
        }
    }
}
