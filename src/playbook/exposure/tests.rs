//! Exposure at its boundaries, as tables: a change, a day, what follows. Tests only.

use crate::playbook::status::tests::{changed, resolved};

/// One cause on the way out of Trial, 2026-01-19…02-15, with a guard before it and three in it.
const BOOK: &str = "
-- book.toml --
[book]
id = \"exposure\"
start = 2026-01-05
-- content/stages/01-idea.md --
---
window: Week 1-2
checklist:
  - { id: owner, text: Owner, state: 2026-01-05 }
---
-- content/stages/02-trial.md --
---
window: Week 3-6
checklist:
  - { id: plan, text: Plan }
  - { id: train, text: Train, na_allowed: true }
  - { id: poll, text: Poll, level: may }
  - { id: other, text: Other }
---
-- content/stages/03-full.md --
---
window: Week 7-8
checklist:
  - { id: report, text: Report }
---
-- content/causes/no-plan.md --
---
transition: trial -> full
severity: 4
guards: [idea/owner, trial/plan, trial/train, trial/poll]
---
";

/// Every exposure of the one project: `cause level open/guards score (because)`.
fn exposures(book: &str, as_of: &str) -> String {
    resolved(book, as_of, |playbook| {
        let told = playbook.judgements[0].exposures.iter().map(|exposure| {
            let (cause, level) = (&playbook.causes[exposure.cause].document.id, exposure.level.word());
            let because = exposure.because.as_ref().map(|because| format!(" ({because})")).unwrap_or_default();
            format!("{cause} {level} {}/{} {}{because}", exposure.open.len(), exposure.guards, exposure.score())
        });
        told.collect::<Vec<_>>().join(", ")
    })
}

fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = (cases.iter())
        .map(|(changes, as_of, expected)| (changes, as_of, expected, exposures(&changed(BOOK, changes), as_of)))
        .filter(|(.., expected, told)| told != *expected)
        .map(|(changes, as_of, expected, told)| format!("{as_of} {changes}\n  expected {expected}\n      told {told}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn it_is_latent_until_the_stage_is_touched_or_begun() {
    check(&[
        ("", "2026-01-18", "no-plan latent 3/4 3"),
        ("", "2026-01-19", "no-plan exposed 3/4 3"),
        ("id: other => id: other, state: doing, date: 2026-01-10", "2026-01-09", "no-plan latent 3/4 3"),
        ("id: other => id: other, state: doing, date: 2026-01-10", "2026-01-10", "no-plan exposed 3/4 3"),
        ("id: plan => id: plan, due: 2026-01-08", "2026-01-18", "no-plan latent 3/4 3"),
        ("window: Week 3-6 =>", "2027-01-01", "no-plan latent 3/4 3"),
    ]);
}

#[test]
fn a_guard_is_open_unless_it_is_done_with_its_evidence() {
    let day = "2026-01-20";
    check(&[
        ("id: plan => id: plan, state: 2026-01-20", day, "no-plan exposed 2/4 2"),
        ("id: plan => id: plan, state: 2026-01-21", day, "no-plan exposed 3/4 3"),
        ("id: plan => id: plan, evidence_required: true, state: 2026-01-20", day, "no-plan exposed 3/4 3"),
        ("id: train => id: train, state: na, reason: Alone", day, "no-plan exposed 2/3 2.67"),
        ("id: plan => id: plan, state: na, reason: Alone", day, "no-plan exposed 3/4 3"),
        ("id: plan => id: plan, state: waived, by: Lead, reason: Known, until: 2026-03-31", day, "no-plan exposed 3/4 3"),
        ("guards: [idea/owner, trial/plan, trial/train, trial/poll] => guards: [idea/owner]", day, ""),
        ("guards: [idea/owner, trial/plan, trial/train, trial/poll] =>", day, ""),
        ("guards: [idea/owner, trial/plan, => guards: [\nid: train => id: train, state: na, reason: Alone", day, "no-plan exposed 1/1 4"),
        (
            "guards: [idea/owner, trial/plan, trial/train, trial/poll] => guards: [trial/train]\nid: train => id: train, state: na, reason: Alone",
            day,
            "",
        ),
        ("severity: 4 =>", day, "no-plan exposed 3/4 2.25"),
        ("[book] => [project.closed]|date = 2026-01-20|outcome = \"stopped\"|[book]", day, ""),
        ("[book] => [project.closed]|date = 2026-01-21|outcome = \"stopped\"|[book]", day, "no-plan exposed 3/4 3"),
    ]);
}

#[test]
fn a_must_among_its_guards_that_is_stuck_makes_it_critical() {
    check(&[
        ("id: plan => id: plan, state: blocked, reason: Away", "2026-01-19", "no-plan critical 3/4 3 (its guard \"Plan\" is blocked)"),
        ("id: plan => id: plan, state: blocked, reason: Away, date: 2026-01-20", "2026-01-19", "no-plan exposed 3/4 3"),
        ("id: poll => id: poll, state: blocked, reason: Away", "2026-01-19", "no-plan exposed 3/4 3"),
        ("id: other => id: other, state: blocked, reason: Away", "2026-01-19", "no-plan exposed 3/4 3"),
        ("id: plan => id: plan, due: 2026-01-21", "2026-01-21", "no-plan exposed 3/4 3"),
        ("id: plan => id: plan, due: 2026-01-21", "2026-01-22", "no-plan critical 3/4 3 (its guard \"Plan\" is overdue)"),
        ("id: poll => id: poll, due: 2026-01-21", "2026-01-22", "no-plan exposed 3/4 3"),
        // Without a due date of its own a must is due on the last day of its window, here 01-18.
        ("text: Owner, state: 2026-01-05 => text: Owner", "2026-01-19", "no-plan critical 4/4 4 (its guard \"Owner\" is overdue)"),
        ("text: Owner, state: 2026-01-05 => text: Owner, level: may", "2026-01-19", "no-plan exposed 4/4 4"),
    ]);
}

#[test]
fn it_is_critical_from_seven_days_before_the_stage_ends() {
    // The window ends with 02-15, so its end is 02-16.
    check(&[
        ("", "2026-02-08", "no-plan exposed 3/4 3"),
        ("", "2026-02-09", "no-plan critical 3/4 3 (Trial ends within 7 days)"),
        ("", "2026-02-15", "no-plan critical 3/4 3 (Trial ends within 7 days)"),
        ("", "2026-02-16", "no-plan critical 3/4 3 (its guard \"Plan\" is overdue)"),
        ("[book] => [status]|exposure_soon = 0|[book]", "2026-02-15", "no-plan exposed 3/4 3"),
        ("[book] => [status]|exposure_soon = 20|[book]", "2026-01-27", "no-plan critical 3/4 3 (Trial ends within 20 days)"),
        ("window: Week 3-6 => window: Week 3+", "2027-01-01", "no-plan exposed 3/4 3"),
    ]);
    let only_poll = "guards: [idea/owner, trial/plan, trial/train, trial/poll] => guards: [trial/poll]";
    check(&[
        (only_poll, "2026-02-08", "no-plan exposed 1/1 4"),
        (only_poll, "2026-02-16", "no-plan critical 1/1 4 (Trial is over)"),
        (
            &format!("{only_poll}\nid: report => id: report, state: doing, date: 2026-02-08"),
            "2026-02-16",
            "no-plan critical 1/1 4 (Trial is over and was walked past)",
        ),
        (&format!("{only_poll}\nid: report => id: report, state: doing, date: 2026-02-08"), "2026-02-08", "no-plan exposed 1/1 4"),
    ]);
}

#[test]
fn a_stage_that_was_completed_with_open_guards_was_walked_past() {
    let done = "id: plan => id: plan, state: 2026-01-19
        id: train => id: train, state: 2026-01-20
        id: other => id: other, state: 2026-01-21";
    let waived =
        &done.replace("train, state: 2026-01-20", "train, state: waived, by: Lead, reason: Known, until: 2026-02-20, date: 2026-01-20");
    check(&[
        (done, "2026-01-20", "no-plan exposed 1/4 1"),
        (done, "2026-01-21", "no-plan critical 1/4 1 (Trial was completed with guards open)"),
        (&format!("{done}\nid: poll => id: poll, state: 2026-01-19"), "2026-01-21", ""),
        (waived, "2026-01-21", "no-plan critical 2/4 2 (Trial was completed with guards open)"),
        // A waiver moves a gate, not a risk: the guard stays open, but the risk was accepted.
        (&format!("{waived}\nid: poll => id: poll, state: 2026-01-19"), "2026-01-21", "no-plan exposed 1/4 1"),
        (&format!("{waived}\nid: poll => id: poll, state: 2026-01-19"), "2026-02-20", "no-plan exposed 1/4 1"),
        (
            &format!("{waived}\nid: poll => id: poll, state: 2026-01-19"),
            "2026-02-21",
            "no-plan critical 1/4 1 (its guard \"Train\" is overdue)",
        ),
    ]);
}

#[test]
fn only_a_critical_one_is_a_reason_and_only_of_the_stage_on_whose_way_out_it_lies() {
    let reasons = |as_of: &str| {
        resolved(BOOK, as_of, |playbook| {
            let stages = playbook.stages.iter().zip(&playbook.judgements[0].stages);
            let told = stages.flat_map(|(stage, judged)| judged.reasons.iter().map(|reason| (stage.id().to_owned(), reason.clone())));
            told.filter(|(_, reason)| reason.rule.name() == "exposure").map(|(stage, reason)| (stage, reason.text)).collect::<Vec<_>>()
        })
    };
    assert_eq!(reasons("2026-02-08"), []);
    let text = "exposed to \"No plan\": 3 of 4 guards open, and Trial ends within 7 days";
    assert_eq!(reasons("2026-02-09"), [("trial".to_owned(), text.to_owned())]);
}

#[test]
fn the_critical_come_first_then_the_greatest_score_and_then_the_id() {
    let cause = |id: &str, transition: &str, severity: i64, guards: &str| {
        format!("-- content/causes/{id}.md --\n---\ntransition: {transition}\nseverity: {severity}\nguards: [{guards}]\n---\n")
    };
    let book = changed(BOOK, "id: plan => id: plan, due: 2026-01-20")
        + &cause("latent", "full -> trial", 5, "full/report")
        + &cause("third", "trial -> full", 4, "idea/owner, trial/plan, trial/other, trial/train")
        + &cause("fourth", "trial -> full", 3, "trial/train")
        + &cause("last", "trial -> full", 5, "idea/owner, trial/train");
    let order = "no-plan critical 3/4 3 (its guard \"Plan\" is overdue), third critical 3/4 3 (its guard \"Plan\" is overdue), \
        fourth exposed 1/1 3, last exposed 1/2 2.5, latent latent 1/1 5";
    assert_eq!(exposures(&book, "2026-01-21"), order);
}
