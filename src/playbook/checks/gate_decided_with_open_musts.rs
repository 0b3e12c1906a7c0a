//! `gate-decided-with-open-musts`: a go on a gate whose musts were not all resolved on that day. Only a waiver lets an open must pass.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::checklist::effective;
use crate::playbook::{Decision, Playbook, wave};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let gates = playbook.decisions.iter().filter(|decision| decision.subject.wave.is_none() && decision.outcome.passes_gate());
    for decision in gates {
        // A go that a later decision took back is history.
        let stands = wave::gate(playbook, decision.project, decision.subject.stage)
            .is_some_and(|standing| standing.document.path == decision.document.path);
        let open = open_musts(playbook, decision);
        if !stands || open.is_empty() || playbook.partial.project(decision.project) {
            continue;
        }
        let message =
            format!("the gate of `{}` was passed with open musts: {}", playbook.stages[decision.subject.stage].id(), open.join(", "));
        diagnostics.push(
            Diagnostic::new(Code::GateDecidedWithOpenMusts, &decision.document.path, decision.outcome_span(), message)
                .help("resolve them, waive them with a last day, or decide again"),
        );
    }
}

/// The musts that were open on the day of the decision, as they are named in the message.
fn open_musts(playbook: &Playbook<'_>, decision: &Decision<'_>) -> Vec<String> {
    let items = &playbook.projects[decision.project].stages[decision.subject.stage].items;
    let is_open = |status: &&crate::playbook::project::ItemStatus<'_>| {
        let state = status.state.map(|written| written.state);
        status.item.must && !effective(status.item, state, decision.date.min(playbook.as_of)).is_resolved()
    };
    items.iter().filter(is_open).map(|status| format!("`{}`", status.item.id.value)).collect()
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    const BOOK: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/decisions/0001-go.md --\n---\nsubject: gate:a\noutcome: go\ndate: 2026-02-02\n---\n";

    #[test]
    fn a_go_over_an_open_must_is_found() {
        let stage = |state: &str| {
            format!("{BOOK}-- content/stages/a.md --\n---\nchecklist: [{{ id: x, text: X{state} }}]\ngate: {{ question: Go? }}\n---\n")
        };
        assert_eq!(findings(&stage("")), ["content/decisions/0001-go.md:3:10 gate-decided-with-open-musts"]);
        assert_eq!(findings(&stage(", state: done, date: 2026-02-03")), ["content/decisions/0001-go.md:3:10 gate-decided-with-open-musts"]);
        assert_eq!(findings(&stage(", state: done, date: 2026-02-02")), Vec::<String>::new());
    }
}
