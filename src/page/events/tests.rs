//! What an agenda says is past and open, and what it does not. Tests only.

use super::Agenda;
use crate::calendar::parse_date;
use crate::page::selection::Selection;
use crate::pipeline::Pipeline;
use crate::source::Sources;

const BOOK: &str = "
-- book.toml --
[book]
id = \"b\"
start = 2026-01-05
-- content/stages/01-idea.md --
---
window: Week 1-2
checklist:
  - { id: owner, text: Owner, due: start+2d, owner: Sponsor }
---
-- content/stages/02-full.md --
---
window: Week 3-6
checklist:
  - { id: done, text: Done, due: start }
waves:
  - { percent: 40, bake: 3d, rollback: \"https://a.example/\" }
  - { percent: 100, bake: 3d, rollback: \"https://a.example/\" }
gate: { deciders: [Board] }
---
-- content/projects/a.md --
---
owner: Lead
closed:
stages:
  full:
    items: { done: 2026-01-20 }
    waves: { w40: { started: 2026-01-19 } }
---
-- content/decisions/0001-hold.md --
---
project: a
subject: wave:full/w40
outcome: hold
date: 2026-01-23
by: [Board]
conditions: [{ text: Ask, due: 2026-01-24 }, { text: Met, due: 2026-01-24, done: 2026-01-24 }]
---
";

/// What is past and open: `day kind text`.
fn overdue(book: &str, as_of: &str, selection: &Selection) -> Vec<String> {
    let mut overdue = Vec::new();
    let mut ask = |playbook: &crate::playbook::Playbook<'_>| overdue = Agenda::of(playbook, selection).overdue;
    let built = Pipeline::default().values(&Sources::from_fixture(book), parse_date(as_of).unwrap(), &mut ask, &mut |_| {});
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    overdue.iter().map(|line| format!("{} {} {}", &line.date.to_string()[5..], line.kind.name(), line.text)).collect()
}

#[test]
fn what_should_have_happened_is_past_and_open_until_it_has() {
    let all = Selection::default();
    assert_eq!(overdue(BOOK, "2026-01-07", &all), Vec::<String>::new(), "a due date is over the day after");
    assert_eq!(overdue(BOOK, "2026-01-08", &all), ["01-07 due Owner"]);
    let late = overdue(BOOK, "2026-02-20", &all);
    assert_eq!(
        late,
        [
            "01-07 due Owner",
            "01-18 window Idea was to end",
            "01-22 wave Wave 100 % of Full was to start",
            "01-24 due Condition: Ask",
            "02-13 gate Gate review of Full",
        ],
        "the wave behind the held one has no day any more, and is not lost"
    );
    let closed = BOOK.replace("closed:", "closed: { date: 2026-02-01, outcome: stopped, reason: Enough }");
    assert_eq!(overdue(&closed, "2026-02-20", &all), Vec::<String>::new());
}

#[test]
fn who_asks_for_somebody_gets_what_is_theirs() {
    let of = |owner: &str| Selection { owner: Some(owner.to_owned()), ..Selection::default() };
    assert_eq!(overdue(BOOK, "2026-02-20", &of("Sponsor")), ["01-07 due Owner"]);
    assert_eq!(overdue(BOOK, "2026-02-20", &of("Lead")), ["01-18 window Idea was to end", "01-22 wave Wave 100 % of Full was to start"]);
    let days = Selection { from: parse_date("2026-02-20"), to: parse_date("2026-02-21"), ..Selection::default() };
    assert_eq!(overdue(BOOK, "2026-02-20", &days).len(), 5, "days say what comes, not what is left");
}

#[test]
fn what_a_complete_stage_did_not_need_does_not_wait() {
    let book = |level: &str| {
        let item = format!("due: start+2d, owner: Sponsor, level: {level} }}\n  - {{ id: must, text: Must }}");
        let book = BOOK
            .replace("due: start+2d, owner: Sponsor }", &item)
            .replace("stages:\n", "stages:\n  idea: { items: { must: 2026-01-06 } }\n");
        overdue(&book, "2026-01-20", &Selection::default())
    };
    assert_eq!(book("may"), Vec::<String>::new());
    assert_eq!(book("must"), ["01-07 due Owner", "01-18 window Idea was to end"]);
}
