//! `state-in-playbook`: state in a stage file, or `[project]` in `book.toml`, of a book that has projects. It would be nobody's: it belongs
//! into the project's files.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if playbook.is_implicit() {
        return;
    }
    for stage in &playbook.stages {
        let items = stage.front.checklist.iter().filter_map(|item| Some(("items", &item.id.value, item.state.as_ref()?.state.span)));
        let waves = stage.front.waves.iter().filter_map(|wave| Some(("waves", &wave.id.value, wave.state.as_ref()?.span)));
        for (key, id, span) in items.chain(waves) {
            diagnostics.push(
                Diagnostic::new(
                    Code::StateInPlaybook,
                    &stage.document.path,
                    span,
                    format!("`{id}` has a state in the playbook, which all projects share"),
                )
                .help(format!("move it to a project: `stages: {{ {}: {{ {key}: {{ {id}: … }} }} }}`", stage.id())),
            );
        }
    }
    if let Some(span) = playbook.config.project_span {
        diagnostics.push(
            Diagnostic::new(Code::StateInPlaybook, &Config::path(), span, "`[project]` is not read in a book that has projects")
                .help("move its keys to the front matter of the project that they are about"),
        );
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
