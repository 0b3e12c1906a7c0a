//! All events of a small book, worked out by hand, and how they change. Tests only.

use std::collections::BTreeSet;

use crate::playbook::status::tests::{changed, resolved};

const BOOK: &str = "
-- book.toml --
[book]
id = \"events\"
start = 2026-01-05
[calendar]
holidays = [2026-01-06, 2026-12-25, 2031-01-01]
freezes = [{ start = 2026-03-02, end = 2026-03-06, reason = \"Audit\" }]
-- content/stages/01-idea.md --
---
window: Week 1-2
checklist:
  - { id: owner, text: Owner, due: start+2d, owner: Sponsor }
  - { id: plan, text: The **plan** }
gate: { deciders: [Board, Sponsor] }
---
-- content/stages/02-full.md --
---
window: Week 3+
checklist:
  - { id: proof, text: Proof, evidence_required: true }
waves:
  - { percent: 40, bake: 3d }
  - { percent: 100, bake: 3d }
---
-- content/projects/a.md --
---
owner: Lead
closed:
holidays: [2026-01-07, 2026-01-06]
stages:
  idea:
    items: { plan: { state: waived, by: Board, until: 2026-02-10, reason: Later } }
  full:
    items:
      proof: { state: done, evidence: [{ link: https://a.example/1, expires: 2026-05-01 }, { link: https://a.example/2, expires: 2026-06-01 }] }
---
-- content/decisions/0001-hold.md --
---
project: a
subject: gate:idea
outcome: hold
date: 2026-01-08
by: [Board]
conditions: [{ text: Ask again, due: end+1d, owner: Lead }, { text: Met, due: end, done: 2026-01-09 }]
---
";

/// Every event: `first..last id: title (owners)`, with `?` for a forecast.
fn events(changes: &str, as_of: &str) -> Vec<String> {
    resolved(&changed(BOOK, changes), as_of, |playbook| {
        let ids: BTreeSet<String> = playbook.events.iter().map(|event| event.id(playbook)).collect();
        assert_eq!(ids.len(), playbook.events.len(), "two events have one id: {ids:?}");
        let shown = playbook.events.iter().map(|event| {
            let last = event.days.last_day().map(|day| day.to_string()[5..].to_owned()).unwrap_or_default();
            let owners = if event.owners.is_empty() { String::new() } else { format!(" ({})", event.owners.join(", ")) };
            let sure = if event.tentative { "?" } else { "" };
            format!("{}..{last}{sure} {}: {}{owners}", &event.days.start.to_string()[5..], event.id(playbook), event.title)
        });
        shown.collect()
    })
}

#[test]
fn all_that_has_a_day_is_an_event() {
    assert_eq!(
        events("", "2026-01-12"),
        [
            "01-05..01-18 window.idea.a: Idea (Lead)",
            "01-06..01-06 holiday.2026-01-06: Holiday",
            "01-07..01-07 holiday.2026-01-07.a: Holiday",
            "01-07..01-07 due.idea/owner.a: Owner (Sponsor)",
            "01-08..01-08 decision.0001-hold.a: Gate of Idea: hold (Board)",
            "01-16..01-16 gate.idea.a: Gate review of Idea (Board, Sponsor)",
            "01-19.. window.full.a: Full (Lead)",
            "01-19..01-21? wave.full/w40.a: Wave 40 % of Full (Lead)",
            "01-19..01-19 due.0001-hold/condition/1.a: Condition: Ask again (Lead)",
            "01-22..01-26? wave.full/w100.a: Wave 100 % of Full (Lead)",
            "02-10..02-10 expiry.idea/plan.a: Waiver ends: The plan",
            "03-02..03-06 freeze.2026-03-02: Freeze: Audit",
            "06-01..06-01 expiry.full/proof.a: Evidence expires: Proof",
            "12-25..12-25 holiday.2026-12-25: Holiday",
        ]
    );
}

#[test]
fn what_is_done_decided_or_over_is_no_event_any_more() {
    let all = events("", "2026-01-12");
    let gone = |changes: &str, as_of: &str| {
        let left = events(changes, as_of);
        let ids = |all: &[String]| all.iter().map(|event| event.split(' ').nth(1).unwrap().to_owned()).collect::<BTreeSet<_>>();
        ids(&all).difference(&ids(&left)).cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(gone("items: { plan => items: { owner: true, plan", "2026-01-12"), "due.idea/owner.a:");
    assert_eq!(gone("", "2026-02-11"), "expiry.idea/plan.a:", "the waiver ran out, and the item is open again");
    assert_eq!(gone("outcome: hold => outcome: go", "2026-01-12"), "gate.idea.a:");
    assert_eq!(gone("expires: 2026-06-01 => note: for ever", "2026-01-12"), "expiry.full/proof.a:");
    assert_eq!(
        gone("closed: => closed: { date: 2026-01-10, outcome: stopped }", "2026-01-12"),
        "due.0001-hold/condition/1.a: due.idea/owner.a: expiry.full/proof.a: expiry.idea/plan.a: gate.idea.a: wave.full/w100.a: wave.full/w40.a: \
         window.full.a: window.idea.a:"
    );
}

#[test]
fn of_a_project_that_has_ended_the_windows_that_were_over_stay() {
    let windows = |changes: &str, as_of: &str| {
        let all = events(changes, as_of);
        all.iter().filter(|event| event.contains(" window.")).map(|event| event.split(' ').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    let closed = |day: &str| format!("closed: => closed: {{ date: {day}, outcome: stopped }}");
    assert_eq!(windows(&closed("2026-01-18"), "2026-03-01"), Vec::<String>::new(), "it ended within its first window");
    assert_eq!(windows(&closed("2026-01-19"), "2026-03-01"), ["window.idea.a:"]);
    assert_eq!(windows("outcome: hold => outcome: kill", "2026-03-01"), Vec::<String>::new());
}

#[test]
fn a_wave_that_was_rolled_back_or_whose_project_ended_does_not_bake_on() {
    let book = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nwindow: Week 1+\nwaves:\n\
                - { percent: 100, bake: 10d, started: 2026-01-05 }\n---\n";
    let lines = |book: &str| {
        resolved(book, "2026-01-13", |playbook| {
            let waves = playbook.events.iter().filter(|event| event.kind == super::Kind::Wave);
            let moments = waves.flat_map(|event| event.moments(playbook.locale));
            moments.map(|moment| format!("{} {}", &moment.date.to_string()[5..], moment.text)).collect::<Vec<_>>()
        })
    };
    let started = "01-05 Wave 100 % of A started";
    assert_eq!(lines(book), [started, "01-16 Wave 100 % of A: bake ends"]);
    assert_eq!(lines(&changed(book, "decided wave:a/w100 2026-01-12 rollback")), [started]);
    assert_eq!(lines(&changed(book, "decided wave:a/w100 2026-01-12 continue")), [started, "01-16 Wave 100 % of A: bake ends"]);
    let closed = book.replace("-- content", "[project]\nclosed = { date = 2026-01-12, outcome = \"stopped\" }\n-- content");
    assert_eq!(lines(&closed), [started]);
}

#[test]
fn a_date_that_moves_moves_its_event_alone() {
    let (all, moved) = (events("", "2026-01-12"), events("until: 2026-02-10 => until: 2026-02-11", "2026-01-12"));
    let differ: Vec<_> = all.iter().zip(&moved).filter(|(a, b)| a != b).collect();
    assert_eq!(differ.len(), 1);
    assert_eq!(differ[0].1, "02-11..02-11 expiry.idea/plan.a: Waiver ends: The plan");
}

#[test]
fn an_agenda_has_the_first_and_the_last_day_of_what_lasts() {
    let lines = resolved(BOOK, "2026-01-12", |playbook| {
        let moments = playbook.events.iter().flat_map(|event| event.moments(playbook.locale));
        moments.map(|moment| format!("{} {}", &moment.date.to_string()[5..], moment.text)).collect::<Vec<_>>()
    });
    for line in [
        "01-05 Idea begins",
        "01-18 Idea ends",
        "01-16 Gate review of Idea",
        "01-19 Full begins",
        "01-19 Wave 40 % of Full starts",
        "01-21 Wave 40 % of Full: bake ends",
        "03-02 Freeze: Audit begins",
        "03-06 Freeze: Audit ends",
        "12-25 Holiday",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} is missing in {lines:#?}");
    }
    assert_eq!(lines.len(), 14 + 4);
}
