//! `cause-transition-mismatch`: a cause whose stages do not follow each other, or whose guard stands after the transition it kills. Such a
//! guard can't be done in time.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for cause in &playbook.causes {
        let (Some(from), Some(to), Some(transition)) = (cause.from, cause.to, &cause.front.transition) else { continue };
        let path = &cause.document.path;
        if to <= from {
            let (first, second) = (playbook.stages[from].id(), playbook.stages[to].id());
            let message = format!("the transition leads back: `{second}` does not come after `{first}`");
            let help = if to < from {
                format!(
                    "did you mean `{second} -> {first}`, or is `{second}` in the wrong place? The numbers in front of the files' names order the stages"
                )
            } else {
                "name two stages that differ".to_owned()
            };
            diagnostics.push(Diagnostic::new(Code::CauseTransitionMismatch, path, transition.span, message).help(help));
        }
        for guard in cause.guards.iter().filter(|guard| guard.value.stage > from) {
            let message =
                format!("`{}` stands after the transition it should guard", playbook.stages[guard.value.stage].item_id(guard.value.item));
            diagnostics.push(
                Diagnostic::new(Code::CauseTransitionMismatch, path, guard.span, message)
                    .help(format!("guards of this cause belong to `{}` or a stage before it", playbook.stages[from].id())),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    #[test]
    fn a_guard_after_the_transition_comes_too_late() {
        let found = findings(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/01-a.md --\n---\nchecklist: [{ id: x, text: X }]\n---\n-- content/stages/02-b.md --\n---\nchecklist: [{ id: y, text: Y }]\n---\n-- content/causes/c.md --\n---\ntransition: a -> b\nguards: [a/x, b/y]\n---\n",
        );
        assert_eq!(found, ["content/causes/c.md:3:15 cause-transition-mismatch"]);
    }

    #[test]
    fn a_transition_that_leads_back_is_pointed_at() {
        let found = findings(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/01-a.md --\n---\nchecklist: [{ id: x, text: X }]\n---\n-- content/stages/02-b.md --\n---\nchecklist: [{ id: y, text: Y }]\n---\n-- content/causes/c.md --\n---\ntransition: b -> a\nguards: [a/x]\n---\n",
        );
        assert_eq!(found, ["content/causes/c.md:2:13 cause-transition-mismatch"]);
    }
}
