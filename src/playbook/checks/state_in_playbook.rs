//! `state-in-playbook`: state in a stage file of a book that has projects. It would be nobody's: state belongs into the project's files.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if playbook.is_implicit() {
        return;
    }
    for stage in &playbook.stages {
        let items = stage.front.checklist.iter().filter_map(|item| Some((&item.id.value, item.state.as_ref()?.state.span)));
        let waves = stage.front.waves.iter().filter_map(|wave| Some((&wave.id.value, wave.state.as_ref()?.span)));
        for (id, span) in items.chain(waves) {
            diagnostics.push(
                Diagnostic::new(
                    Code::StateInPlaybook,
                    &stage.document.path,
                    span,
                    format!("`{id}` has a state in the playbook, which all projects share"),
                )
                .help(format!("move it to a project: `stages: {{ {}: {{ items: {{ {id}: … }} }} }}`", stage.id())),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    const STAGE: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nchecklist:\n  - { id: x, text: X, state: done }\n---\n";

    #[test]
    fn state_belongs_to_the_playbook_only_without_projects() {
        assert_eq!(findings(STAGE), Vec::<String>::new());
        assert_eq!(findings(&format!("{STAGE}-- content/projects/p.md --\nText\n")), ["content/stages/a.md:3:30 state-in-playbook"]);
    }
}
