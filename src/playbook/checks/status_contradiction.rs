//! `status-contradiction`: an author's own colour says another thing than the records do. The computed status is shown either way.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.projects.iter().zip(&playbook.judgements).filter(|(project, _)| !playbook.partial.project(project.index));
    for (project, judgement) in known {
        let updates = project.front.updates.iter().filter(|update| update.date.value <= playbook.as_of);
        // Only the latest word of an author is about today.
        let Some(latest) = updates.max_by_key(|update| update.date.value) else { continue };
        let (Some(own), None) = (&latest.rag, project.closed(playbook.as_of)) else { continue };
        let computed = judgement.status;
        if own.value == computed.rag().word() {
            continue;
        }
        let path = project.document.map_or_else(Config::path, |document| document.path.clone());
        let (id, colour) = (project.id(), computed.rag().word());
        let message = format!("the latest update of `{id}` says {}, the records say {colour} ({})", own.value, computed.words());
        let why = judgement.reasons().first().map(|reason| format!("they say: {}; ", reason.text)).unwrap_or_default();
        let help = format!("{why}bring them up to date, or write a new update");
        diagnostics.push(Diagnostic::new(Code::StatusContradiction, &path, own.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    #[test]
    fn the_colour_of_the_latest_update_is_compared_and_pointed_at() {
        let project = |rag: &str| {
            findings(&format!(
                "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nwindow: Month 1-12\nchecklist: [{{ id: x, text: X, weight: 0 }}]\n---\n-- content/projects/p.md --\n---\nupdates:\n  - {{ date: 2026-05-01, headline: A, rag: amber }}\n  - {{ date: 2026-05-29, headline: B, rag: {rag} }}\n---\n"
            ))
        };
        assert_eq!(project("green"), Vec::<String>::new());
        assert_eq!(project("red"), ["content/projects/p.md:4:43 status-contradiction"]);
    }
}
