//! `cause-unguarded`: a cause that no item guards against. Exposure is counted in open guards, so such a cause can never warn anyone.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for cause in &playbook.causes {
        if cause.front.guards.is_empty() && !cause.document.partial {
            diagnostics.push(
                Diagnostic::new(
                    Code::CauseUnguarded,
                    &cause.document.path,
                    cause.document.head,
                    format!("no item guards against `{}`", cause.document.id),
                )
                .help("list in `guards` the items, `stage/item`, that would have caught it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    const STAGES: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/01-a.md --\n---\nchecklist: [{ id: x, text: X }]\n---\n-- content/stages/02-b.md --\n---\nchecklist: [{ id: y, text: Y }]\n---\n";

    #[test]
    fn a_cause_without_guards_is_found() {
        let found = findings(&format!("{STAGES}-- content/causes/c.md --\n---\ntransition: a -> b\n---\n"));
        assert_eq!(found, ["content/causes/c.md:1:1 cause-unguarded"]);
    }

    #[test]
    fn a_cause_with_a_guard_is_fine() {
        let found = findings(&format!("{STAGES}-- content/causes/c.md --\n---\ntransition: a -> b\nguards: [a/x]\n---\n"));
        assert_eq!(found, Vec::<String>::new());
    }
}
