//! What each wave needs, as tables: changes to a book, a day, the needs of one wave. Tests only.

use super::*;
use crate::playbook::status::tests::{changed, resolved};

/// Two stages with a gate each, 2026-01-05…02-01 and from 02-02, and two waves: 02-02…02-06 and 02-09…02-13, by plan.
const BOOK: &str = "
-- book.toml --
[book]
id = \"b\"
start = 2026-01-05
-- content/stages/01-pilot.md --
---
window: Week 1-4
gate: { question: Go? }
---
-- content/stages/02-scale.md --
---
window: Week 5+
waves:
  - id: w10
    percent: 10
    guardrails:
      - { id: errors, metric: Errors, op: <=, target: 5, warn: 3, min_samples: 2 }
      - { id: keep, metric: Keepers, op: >=, target: 60, unit: '%' }
    measurements: []
  - { id: w50, percent: 50 }
  - { id: all, percent: 100 }
---
";

/// The gate passed, the first wave started as planned.
const STARTED: &str = "
    decided gate:pilot 2026-01-30 go
    id: w10 => id: w10|    started: 2026-02-02";

/// One row of a table: the changes, the day, the wave, its needs: `kind item date numbers: text`, one on a line.
type Case<'c> = (&'c str, &'c str, &'c str, &'c [&'c str]);

fn told(book: &str, as_of: &str, wave: &str) -> Vec<String> {
    resolved(book, as_of, |playbook| {
        let stage = &playbook.stages[1];
        let n = stage.front.waves.iter().position(|front| front.id.value == wave).unwrap();
        let needs = needs(playbook, 0, stage, &playbook.judgements[0].stages[1].waves, n);
        let line = |need: &Need| {
            let numbers: String = need.numbers.iter().map(|(name, number)| format!(" {name} {number}")).collect();
            let date = need.date.map(|date| format!(" {date}")).unwrap_or_default();
            format!("{} {}{date}{numbers}: {}", need.kind.name(), need.item, need.text)
        };
        needs.iter().map(line).collect()
    })
}

fn check(cases: &[Case<'_>]) {
    let wrong: Vec<String> = (cases.iter())
        .map(|(changes, as_of, wave, expected)| (changes, as_of, wave, expected, told(&changed(BOOK, changes), as_of, wave)))
        .filter(|(.., expected, told)| told != *expected)
        .map(|(changes, as_of, wave, expected, told)| format!("{wave} on {as_of} {changes}\n  expected {expected:#?}\n  told {told:#?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_planned_wave_needs_gates_then_the_wave_before_it_then_its_day() {
    let gate = "gate gate:pilot gates 1: the gate of Pilot has no go yet";
    let passed = "decided gate:pilot 2026-01-30 go";
    check(&[
        (
            "",
            "2026-01-30",
            "w10",
            &[gate, "start scale/w10 2026-02-02 days_left 3: by the calendar it can start on 2 February 2026, in 3 days"],
        ),
        (passed, "2026-01-30", "w10", &["start scale/w10 2026-02-02 days_left 3: it can start on 2 February 2026, in 3 days"]),
        (passed, "2026-02-02", "w10", &["start scale/w10 2026-02-02 days_left 0: it can start today"]),
        (
            "decided gate:pilot 2026-01-30 hold",
            "2026-02-02",
            "w10",
            &[gate, "start scale/w10 2026-02-02 days_left 0: by the calendar it can start today"],
        ),
        (
            passed,
            "2026-02-03",
            "w10",
            &[
                "start-overdue scale/w10 2026-02-02 days_overdue 1: it was to start on 2 February 2026, yesterday; it can start on 3 February 2026 at the earliest",
            ],
        ),
        // The others wait for the first, and are not told of its gate.
        (
            "",
            "2026-01-30",
            "w50",
            &[
                "wave-before scale/w10: wave 10 % comes first, and has not started",
                "start scale/w50 2026-02-09 days_left 10: by the calendar it can start on 9 February 2026, in 10 days",
            ],
        ),
        (
            &format!("{STARTED}\nid: w50, percent: 50 => id: w50, percent: 50, start: 2026-02-11"),
            "2026-02-03",
            "w50",
            &[
                "wave-before scale/w10: wave 10 % comes first: it is running, and nothing is decided",
                "start scale/w50 2026-02-11 days_left 8: by the calendar it can start on 11 February 2026, in 8 days",
            ],
        ),
        (
            &format!("{STARTED}\ndecided wave:scale/w10 2026-02-10 continue"),
            "2026-02-10",
            "w50",
            &[
                "start-overdue scale/w50 2026-02-09 days_overdue 1: it was to start on 9 February 2026, yesterday; it can start on 10 February 2026 at the earliest",
            ],
        ),
    ]);
}

#[test]
fn a_day_that_passed_while_the_gate_was_closed_is_told_as_what_is_expected_now() {
    check(&[
        (
            "window: Week 1-4 => window: Week 1-8",
            "2026-02-10",
            "w10",
            &[
                "gate gate:pilot gates 1: the gate of Pilot has no go yet",
                "start scale/w10 2026-02-10 days_left 0: by the calendar it can start today (planned for 2 February 2026)",
            ],
        ),
        (
            &STARTED.replace("2026-02-02", "2026-02-04"),
            "2026-02-05",
            "w50",
            &[
                "wave-before scale/w10: wave 10 % comes first: it is running, and nothing is decided",
                "start scale/w50 2026-02-11 days_left 6: by the calendar it can start on 11 February 2026, in 6 days (planned for 9 February 2026)",
            ],
        ),
    ]);
}

#[test]
fn what_has_no_date_says_why() {
    let held = format!("{STARTED}\ndecided wave:scale/w10 2026-02-04 hold");
    let back = format!("{STARTED}\ndecided wave:scale/w10 2026-02-04 rollback");
    check(&[
        (&held, "2026-02-04", "w50", &["stopped scale/w10: wave 10 % is on hold, and nothing after it has a date until it continues"]),
        (&back, "2026-02-04", "w50", &["stopped scale/w10: wave 10 % is rolled back, and nothing after it has a date until it continues"]),
        (
            &held,
            "2026-02-04",
            "all",
            &[
                "wave-before scale/w50: wave 50 % comes first, and has not started",
                "stopped scale/w10: wave 10 % is on hold, and nothing after it has a date until it continues",
            ],
        ),
        (
            "window: Week 5+ =>",
            "2026-02-04",
            "w50",
            &[
                "wave-before scale/w10: wave 10 % comes first, and has not started",
                "unscheduled scale/w50: nothing says when it starts: its stage has no dates, or the calendar has no day for it",
            ],
        ),
    ]);
}

#[test]
fn a_running_wave_needs_its_bake_its_guardrails_and_a_decision() {
    let measured = |entries: &[(&str, &str, &str)]| {
        let entries: Vec<String> =
            entries.iter().map(|(id, day, value)| format!("{{ guardrail: {id}, date: 2026-02-{day}, value: {value} }}")).collect();
        format!("{STARTED}\nmeasurements: [] => measurements: [{}]", entries.join(", "))
    };
    let silent = "guardrail-inconclusive scale/w10/errors samples 0 min_samples 2: Errors has not been measured, and needs 2 measurements";
    let unasked = "guardrail-inconclusive scale/w10/keep samples 0 min_samples 1: Keepers has not been measured";
    let later = "decision scale/w10: after its bake a decision: continue, hold or rollback";
    let bake = |words: &str, left: i64| format!("bake scale/w10 2026-02-06 workdays_left {left}: its bake {words}");
    let passes = [("errors", "03", "1"), ("errors", "04", "2"), ("keep", "04", "60")];
    let due = "decision scale/w10 2026-02-06 days_over 3: nothing is decided, and its bake ended on 6 February 2026, 3 days ago";
    check(&[
        (STARTED, "2026-02-02", "w10", &[&bake("lasts until 6 February 2026, 5 more workdays", 5), silent, unasked, later]),
        (STARTED, "2026-02-05", "w10", &[&bake("lasts until 6 February 2026, 2 more workdays", 2), silent, unasked, later]),
        (&measured(&passes), "2026-02-06", "w10", &[&bake("ends today", 1), later]),
        (&measured(&passes), "2026-02-09", "w10", &[due]),
        (
            &measured(&[("keep", "03", "59.5"), ("errors", "04", "9")]),
            "2026-02-09",
            "w10",
            &[
                "guardrail-fail scale/w10/keep 2026-02-03 samples 1 min_samples 1: Keepers is 59.5 % on 3 February 2026, not ≥ 60 %",
                "guardrail-inconclusive scale/w10/errors 2026-02-04 samples 1 min_samples 2: Errors has 1 of 2 measurements",
                due,
            ],
        ),
        (
            &measured(&[("errors", "03", "1"), ("errors", "04", "4"), ("keep", "04", "80")]),
            "2026-02-09",
            "w10",
            &[
                "guardrail-warn scale/w10/errors 2026-02-04 samples 2 min_samples 2: Errors is 4 on 4 February 2026, not ≤ 3: within the target, but past its warning",
                due,
            ],
        ),
    ]);
}

#[test]
fn a_stopped_wave_needs_what_failed_its_conditions_and_a_new_decision() {
    let measured = format!(
        "{STARTED}\nmeasurements: [] => measurements: [{{ guardrail: keep, date: 2026-02-03, value: 70 }}, {{ guardrail: errors, date: 2026-02-03, value: 7 }}, {{ guardrail: errors, date: 2026-02-04, value: 7 }}]"
    );
    let condition = "conditions: [{ text: Faster, due: 2026-02-12, done: 2026-02-11 }, { text: Told }]";
    let fails = "guardrail-fail scale/w10/errors 2026-02-04 samples 2 min_samples 2: Errors is 7 on 4 February 2026, not ≤ 5";
    let held = format!("{measured}\ndecided wave:scale/w10 2026-02-05 hold {condition}");
    let back = format!("{measured}\ndecided wave:scale/w10 2026-02-05 rollback {condition}");
    let told = "condition decision:3: the condition \"Told\" is open";
    let decide = "decision decision:3 2026-02-05: it has been on hold since 5 February 2026: a new decision, to continue or to roll back";
    check(&[
        (
            &held,
            "2026-02-10",
            "w10",
            &[fails, "condition decision:3 2026-02-12: the condition \"Faster\" is open, due on 12 February 2026", told, decide],
        ),
        (&held, "2026-02-11", "w10", &[fails, told, decide]),
        (
            &back,
            "2026-02-11",
            "w10",
            &[told, "decision decision:3 2026-02-05: it was rolled back on 5 February 2026: mend it, start it anew, then decide again"],
        ),
        // Started anew: only what was measured since counts.
        (
            &back.replace("started: 2026-02-02", "started: 2026-02-09"),
            "2026-02-11",
            "w10",
            &[
                "bake scale/w10 2026-02-13 workdays_left 3: its bake lasts until 13 February 2026, 3 more workdays",
                "guardrail-inconclusive scale/w10/errors samples 0 min_samples 2: Errors has not been measured, and needs 2 measurements",
                "guardrail-inconclusive scale/w10/keep samples 0 min_samples 1: Keepers has not been measured",
                told,
                "decision decision:3 2026-02-05: it was rolled back on 5 February 2026 and started anew on 9 February 2026: once it holds, a decision to continue",
            ],
        ),
    ]);
}

#[test]
fn nothing_is_needed_once_promoted_or_when_the_project_has_ended() {
    let continued = format!("{STARTED}\ndecided wave:scale/w10 2026-02-09 continue");
    let killed = format!("{STARTED}\ndecided gate:pilot 2026-02-03 kill");
    check(&[(&continued, "2026-02-09", "w10", &[]), (&killed, "2026-02-04", "w10", &[]), (&killed, "2026-02-04", "w50", &[])]);
}

#[test]
fn only_a_warning_does_not_block() {
    let allowed: Vec<&str> =
        NeedKind::ALL.iter().filter(|kind| !Need::new(**kind, "", None, "").blocks()).map(|kind| kind.name()).collect();
    assert_eq!(allowed, ["guardrail-warn"]);
}

#[test]
fn several_gates_are_one_sentence() {
    let book = BOOK.replace(
        "-- content/stages/01-pilot.md --",
        "-- content/stages/00-plan.md --\n---\ngate: { question: Go? }\n---\n-- content/stages/01-pilot.md --",
    );
    let text = resolved(&book, "2026-01-30", |playbook| {
        needs(playbook, 0, &playbook.stages[2], &playbook.judgements[0].stages[2].waves, 0)[0].text.clone()
    });
    assert_eq!(text, "the gates of Plan and Pilot have no go yet");
}
