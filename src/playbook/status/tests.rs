//! What the rules of status say of small books, as tables: a change, a day, what follows. Tests only.

mod on_plan;
mod properties;

use std::sync::Arc;

use super::{Rule, StageJudgement, Status};
use crate::calendar::{Date, parse_date};
use crate::config::Config;
use crate::diagnostic::{Code, Severity};
use crate::document::{Document, markdown, parse};
use crate::locale::Locale;
use crate::playbook::{Playbook, resolve};
use crate::source::{File, Sources};

/// Two stages, 2026-01-05…01-18 and 01-19…02-15, the second with a gate. How far behind and how stale they are is kept out of it.
const TWO_STAGES: &str = "
-- book.toml --
[book]
id = \"two\"
start = 2026-01-05
[status]
behind = 100
stale = 365
-- content/stages/01-plan.md --
---
window: Week 1-2
checklist:
  - { id: brief, text: Brief, owner: Lead }
  - { id: extra, text: Extra, owner: Lead, level: may }
---
-- content/stages/02-run.md --
---
window: Week 3-6
checklist:
  - { id: build, text: Build, owner: Lead }
  - { id: check, text: Check, owner: Lead }
gate: { question: Go? }
---
";

/// A stage from 2026-06-05 with two waves: 06-08…06-12 and 06-15…06-19.
const WAVES: &str = "
-- book.toml --
[book]
id = \"waves\"
start = 2026-01-05
-- content/stages/05-scale.md --
---
window: Month 6+
waves:
  - id: w10
    percent: 10
    guardrails:
      - { id: errors, metric: Errors, op: <=, target: 5, warn: 3, min_samples: 2 }
    measurements: []
  - { id: w100, percent: 100 }
---
";

/// A book that was read, to be resolved as of any day.
pub(in crate::playbook) struct Book {
    config: Config,
    locale: Locale,
    documents: Vec<Arc<Document>>,
}

impl Book {
    /// Reads a fixture, whose files have no fault of their own.
    pub(in crate::playbook) fn read(text: &str) -> Book {
        let sources = Sources::from_fixture(text);
        let mut faults = Vec::new();
        let config = Config::parse(sources.config.as_deref().unwrap(), &mut faults);
        let read = |(path, file): (_, &File)| match file {
            File::Text(text) => Arc::new(parse(&config.content, path, text, markdown::Options { raw_html: false })),
            File::Bytes(_) | File::Gone(_) => unreachable!("a fixture is text"),
        };
        let documents: Vec<Arc<Document>> = sources.content.iter().map(read).collect();
        faults.extend(documents.iter().flat_map(|document| document.diagnostics.iter().cloned()));
        assert!(faults.is_empty(), "{faults:#?}");
        Book { config, locale: Locale::english(), documents }
    }

    /// Resolves it and looks at it. Nothing but a state may be wrong.
    pub(in crate::playbook) fn on<T>(&self, as_of: Date, look: impl FnOnce(&Playbook<'_>) -> T) -> T {
        let mut found = Vec::new();
        let playbook = resolve(&self.documents, &self.config, &self.locale, as_of, &mut found);
        let faults: Vec<_> = found.iter().filter(|found| found.severity == Severity::Error && found.code != Code::NaNotAllowed).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        look(&playbook)
    }
}

/// Reads a book and looks at it as of a day.
pub(crate) fn resolved<T>(book: &str, as_of: &str, look: impl FnOnce(&Playbook<'_>) -> T) -> T {
    Book::read(book).on(parse_date(as_of).unwrap(), look)
}

/// The book after some changes, one on a line: `old => new` for words that stand there once (`|` begins a new line), or
/// `decided SUBJECT DATE OUTCOME` with what else the decision says.
pub(crate) fn changed(book: &str, changes: &str) -> String {
    let change = |book: String, (n, line): (usize, &str)| match (line.split_once(" =>"), line.splitn(5, ' ').collect::<Vec<_>>().as_slice())
    {
        (Some((old, new)), _) => {
            assert_eq!(book.matches(old).count(), 1, "a change must find its place: {line}");
            book.replace(old, &new.trim_start().replace('|', "\n"))
        }
        (None, ["decided", subject, date, outcome, more @ ..]) => {
            let more = more.concat();
            format!("{book}-- content/decisions/{n}.md --\n---\nsubject: {subject}\ndate: {date}\noutcome: {outcome}\n{more}\n---\n")
        }
        _ => panic!("what is to be changed? {line}"),
    };
    changes.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate().fold(book.to_owned(), change)
}

/// The first project's judgement of a stage: `status: rule item, rule item`.
fn judged(book: &str, as_of: &str, stage: &str) -> String {
    resolved(book, as_of, |playbook| told(&playbook.judgements[0].stages[playbook.names.stages[stage]]))
}

fn told(stage: &StageJudgement<'_>) -> String {
    let reasons = stage.reasons.iter().map(|reason| format!("{} {}", reason.rule.name(), reason.item.as_deref().unwrap_or_default()));
    let reasons: Vec<String> = reasons.map(|reason| reason.trim_end().to_owned()).collect();
    format!("{}: {}", stage.status.name(), reasons.join(", ")).trim_end().to_owned()
}

/// One row of a table: the changes, the day, what follows for the stage.
type Case<'c> = (&'c str, &'c str, &'c str);

fn check(book: &str, stage: &str, cases: &[Case<'_>]) {
    let wrong: Vec<String> = (cases.iter())
        .filter_map(|(changes, as_of, expected)| {
            let told = judged(&changed(book, changes), as_of, stage);
            (told != *expected).then(|| format!("{as_of} {changes}\n  expected {expected}\n      told {told}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_rules_are_those_of_the_domain_in_its_order() {
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let domain = "killed, complete, must-blocked, dependency-overdue, gate-hold, wave-stopped, guardrail-fail, window-over, must-overdue, \
        condition-overdue, wave-overdue, reopened, behind, no-owner, expiring, gate-skipped, exposure, guardrail-warn, wave-undecided, stale, \
        gate-open";
    assert_eq!(names.join(", "), domain);
    let by_status: Vec<Status> = Rule::ALL.iter().map(|rule| rule.status()).filter(|status| *status != Status::Complete).collect();
    assert!(by_status.is_sorted(), "a rule of a worse status comes first");
}

#[test]
fn a_blocked_must_blocks_and_a_blocked_may_does_not() {
    let cases = [
        ("id: build => id: build, state: blocked, reason: No key, date: 2026-01-06", "2026-01-05", "not-started:"),
        ("id: build => id: build, state: blocked, reason: No key, date: 2026-01-06", "2026-01-06", "blocked: must-blocked run/build"),
        ("id: build => id: build, state: blocked, reason: No key, date: 2026-01-06", "2026-01-19", "blocked: must-blocked run/build"),
        ("id: build => id: build, state: blocked, reason: No key, date: 2026-01-06, level: may", "2026-01-19", "on-track:"),
    ];
    check(TWO_STAGES, "run", &cases);
}

#[test]
fn a_must_that_waits_for_something_overdue_is_blocked() {
    let book = changed(
        TWO_STAGES,
        "id: build => id: build, depends_on: [plan/brief]
         id: check => id: check, depends_on: [plan/extra]",
    );
    let cases = [
        // Without a due date of its own a must is due on the last day of its window, 01-18.
        ("", "2026-01-19", "blocked: dependency-overdue run/build"),
        ("id: brief => id: brief, due: 2026-01-19", "2026-01-19", "on-track:"),
        ("id: brief => id: brief, due: 2026-01-19", "2026-01-20", "blocked: dependency-overdue run/build"),
        ("id: brief => id: brief, state: true", "2026-01-19", "on-track:"),
        ("id: brief => id: brief, state: waived, by: Lead, reason: Known, until: 2026-01-20", "2026-01-20", "at-risk: expiring plan/brief"),
        (
            "id: brief => id: brief, state: waived, by: Lead, reason: Known, until: 2026-01-19",
            "2026-01-20",
            "blocked: dependency-overdue run/build",
        ),
        ("id: brief => id: brief, evidence_required: true, state: true", "2026-01-19", "blocked: dependency-overdue run/build"),
        ("id: build => id: build, level: may", "2026-01-19", "on-track:"),
        ("id: build => id: build, state: 2026-01-18", "2026-01-19", "on-track:"),
        // A may without a due date is never overdue; with one it is.
        ("id: extra => id: extra, due: 2026-01-07", "2026-01-19", "blocked: dependency-overdue run/build, dependency-overdue run/check"),
        // Only an active stage is blocked.
        ("id: brief => id: brief, due: 2026-01-07", "2026-01-18", "not-started:"),
        (
            "id: brief => id: brief, due: 2026-01-07
             id: check => id: check, state: doing, date: 2026-01-07",
            "2026-01-18",
            "blocked: dependency-overdue run/build",
        ),
    ];
    check(&book, "run", &cases);
}

#[test]
fn the_decision_that_stands_is_the_greatest_by_date_and_id() {
    let cases = [
        ("decided gate:run 2026-01-20 hold", "2026-01-20", "blocked: gate-hold decision:0"),
        ("decided gate:run 2026-01-20 hold", "2026-01-19", "on-track:"),
        ("decided gate:run 2026-01-20 hold\ndecided gate:run 2026-01-21 kill", "2026-01-20", "blocked: gate-hold decision:0"),
        ("decided gate:run 2026-01-20 hold\ndecided gate:run 2026-01-21 kill", "2026-01-21", "killed: killed decision:1"),
        ("decided gate:run 2026-01-20 kill\ndecided gate:run 2026-01-20 hold", "2026-01-21", "blocked: gate-hold decision:1"),
        ("decided gate:run 2026-01-21 hold\ndecided gate:run 2026-01-20 kill", "2026-01-21", "blocked: gate-hold decision:0"),
    ];
    check(TWO_STAGES, "run", &cases);
}

#[test]
fn killed_and_complete_list_their_own_reason_only() {
    let cases = [
        (
            "id: build => id: build, state: blocked, reason: No key, date: 2026-01-19
             decided gate:run 2026-01-20 kill",
            "2026-03-01",
            "killed: killed decision:1",
        ),
        (
            "id: build => id: build, state: 2026-01-19
             id: check => id: check, state: waived, by: Lead, reason: Known, until: 2026-02-20, date: 2026-01-19
             decided gate:run 2026-02-13 go",
            "2026-02-16",
            "complete: complete decision:2",
        ),
    ];
    check(TWO_STAGES, "run", &cases);
}

#[test]
fn a_stage_without_a_gate_completes_by_itself() {
    let cases = [
        ("id: brief => id: brief, state: 2026-01-05", "2026-01-05", "complete: complete"),
        ("id: brief => id: brief, state: 2026-01-06", "2026-01-05", "on-track:"),
    ];
    check(TWO_STAGES, "plan", &cases);
    // Without musts: all that counts is done; with nothing counted: its time is over.
    let cases = [
        ("id: brief => id: brief, state: 2026-01-05", "2026-01-18", "on-track:"),
        ("id: brief => id: brief, state: 2026-01-05\nid: extra => id: extra, state: 2026-01-06", "2026-01-06", "complete: complete"),
        ("id: brief => id: brief, weight: 0\nid: extra => id: extra, weight: 0", "2026-01-18", "on-track:"),
        ("id: brief => id: brief, weight: 0\nid: extra => id: extra, weight: 0", "2026-01-19", "complete: complete"),
    ];
    check(&changed(TWO_STAGES, "text: Brief => text: Brief, level: may"), "plan", &cases);
}

#[test]
fn a_window_is_over_on_the_day_after_its_last() {
    let moved = "id: build => id: build, due: 2026-03-01\nid: check => id: check, due: 2026-03-01";
    let cases = [
        (moved, "2026-02-15", "on-track:"),
        (moved, "2026-02-16", "late: window-over"),
        ("window: Week 3-6 => window: Week 3+", "2027-01-01", "on-track:"),
        ("window: Week 3-6 =>", "2027-01-01", "not-started:"),
    ];
    check(TWO_STAGES, "run", &cases);
}

#[test]
fn a_must_is_overdue_after_its_own_due_day_else_after_the_windows_last() {
    let cases = [
        ("id: build => id: build, due: 2026-01-30", "2026-01-30", "on-track:"),
        ("id: build => id: build, due: 2026-01-30", "2026-01-31", "late: must-overdue run/build"),
        ("id: build => id: build, due: start+2w", "2026-02-03", "late: must-overdue run/build"),
        ("id: build => id: build, due: 2026-01-30, level: may", "2026-01-31", "on-track:"),
        (
            "id: build => id: build, due: 2026-01-30, state: waived, by: Lead, reason: Known, until: 2026-03-31, date: 2026-01-20",
            "2026-01-31",
            "on-track:",
        ),
        ("", "2026-02-15", "on-track:"),
        ("", "2026-02-16", "late: window-over, must-overdue"),
        ("id: build => id: build, due: end", "2026-02-16", "late: window-over, must-overdue run/build, must-overdue"),
        // Before the stage is active too: the day was typed.
        ("id: build => id: build, due: 2026-01-06", "2026-01-07", "late: must-overdue run/build"),
    ];
    check(TWO_STAGES, "run", &cases);
    let text = resolved(TWO_STAGES, "2026-02-16", |playbook| playbook.judgements[0].stages[1].reasons[1].text.clone());
    assert_eq!(text, "2 musts are open past the window's last day, 15 February 2026: run/build, run/check");
}

#[test]
fn a_condition_is_followed_where_it_was_set_and_then_in_the_current_stage() {
    let set = |condition: &str| format!("decided gate:run 2026-01-20 conditional-go conditions: [{{ text: Train all, {condition} }}]");
    let cases: &[Case<'_>] = &[
        (&set("due: 2026-01-25"), "2026-01-25", "on-track:"),
        (&set("due: 2026-01-25"), "2026-01-26", "late: condition-overdue decision:0"),
        (&set("due: start+6d"), "2026-01-26", "late: condition-overdue decision:0"),
        (&set("due: 2026-01-25, done: 2026-01-26"), "2026-01-26", "on-track:"),
        (&set("due: 2026-01-25, done: 2026-01-27"), "2026-01-26", "late: condition-overdue decision:0"),
        (&set("owner: Lead"), "2026-02-15", "on-track:"),
        // A later decision takes the place of the one that set it.
        (&format!("{}\ndecided gate:run 2026-01-22 hold", set("due: 2026-01-25")), "2026-01-26", "blocked: gate-hold decision:1"),
    ];
    check(TWO_STAGES, "run", cases);
    let complete = "id: extra, text: Extra, owner: Lead, level: may } => id: extra, text: Extra, level: may }|gate: { question: Go? }
        id: brief => id: brief, state: 2026-01-12
        decided gate:plan 2026-01-16 conditional-go conditions: [{ text: Train all, due: 2026-01-25 }]";
    check(TWO_STAGES, "run", &[(complete, "2026-01-25", "on-track:"), (complete, "2026-01-26", "late: condition-overdue decision:2")]);
    check(TWO_STAGES, "plan", &[(complete, "2026-01-26", "complete: complete decision:2")]);
}

#[test]
fn what_came_open_in_a_complete_stage_is_a_reason_of_the_current_one() {
    let gated = changed(TWO_STAGES, "text: Extra, owner: Lead, level: may } => text: Extra, level: may }|gate: { question: Go? }");
    let waived = "id: brief => id: brief, state: waived, by: Lead, reason: Known, until: 2026-01-25
        decided gate:plan 2026-01-16 go";
    let expired =
        "id: brief => id: brief, evidence_required: true, state: 2026-01-12, evidence: [{ link: https://example.org, expires: 2026-01-25 }]
        decided gate:plan 2026-01-16 go";
    let cases = [
        // What holds a completed stage together is announced before it ends.
        (waived, "2026-01-25", "at-risk: expiring plan/brief"),
        (waived, "2026-01-26", "late: reopened plan/brief"),
        (expired, "2026-01-25", "at-risk: expiring plan/brief"),
        (expired, "2026-01-26", "late: reopened plan/brief"),
    ];
    check(&gated, "run", &cases);
    check(
        &gated,
        "plan",
        &[(waived, "2026-01-26", "complete: complete decision:1"), (expired, "2026-01-26", "complete: complete decision:1")],
    );
    // Without a gate nothing was decided: the stage itself is open again.
    check(
        TWO_STAGES,
        "plan",
        &[(&waived.replace("decided gate:plan 2026-01-16 go", ""), "2026-01-26", "late: window-over, must-overdue, stale")],
    );
}

#[test]
fn behind_is_more_than_25_points_exactly() {
    // Monday to Thursday, 4 workdays; 4 points.
    let book = changed(
        TWO_STAGES,
        "behind = 100 => behind = 25
         window: Week 1-2 => window: 2026-01-05..2026-01-08
         text: Brief => text: Brief, level: may
         text: Extra => text: Extra, weight: 3",
    );
    let cases = [
        ("", "2026-01-05", "on-track:"),
        ("", "2026-01-06", "on-track:"),
        ("", "2026-01-07", "at-risk: behind"),
        ("id: brief => id: brief, state: 2026-01-05", "2026-01-07", "on-track:"),
        ("id: brief => id: brief, state: 2026-01-05", "2026-01-08", "at-risk: behind"),
        ("id: brief => id: brief, state: 2026-01-05\nbehind = 25 => behind = 50", "2026-01-08", "on-track:"),
        ("id: brief => id: brief, evidence_required: true, state: 2026-01-05", "2026-01-07", "at-risk: behind"),
        // What can't be compared does not match: nothing counted, no end, no workdays.
        ("id: brief => id: brief, weight: 0\nweight: 3 => weight: 0", "2026-01-08", "on-track:"),
        ("window: 2026-01-05..2026-01-08 => window: Week 1+", "2026-03-01", "on-track:"),
        ("stale = 365 => stale = 365|[calendar]|holidays = [2026-01-05, 2026-01-06, 2026-01-07, 2026-01-08]", "2026-01-08", "on-track:"),
    ];
    check(&book, "plan", &cases);
}

#[test]
fn a_must_due_within_seven_days_needs_an_owner() {
    let ownerless = changed(TWO_STAGES, "Build, owner: Lead => Build\nCheck, owner: Lead => Check");
    let cases = [
        ("id: build => id: build, due: 2026-01-30", "2026-01-22", "on-track:"),
        ("id: build => id: build, due: 2026-01-30", "2026-01-23", "at-risk: no-owner run/build"),
        ("id: build => id: build, due: 2026-01-30", "2026-01-30", "at-risk: no-owner run/build"),
        ("id: build => id: build, due: 2026-01-30", "2026-01-31", "late: must-overdue run/build"),
        ("id: build => id: build, due: 2026-01-30, owner: Lead", "2026-01-23", "on-track:"),
        ("id: build => id: build, due: 2026-01-30, level: may", "2026-01-23", "on-track:"),
        ("id: build => id: build, due: 2026-01-30, state: 2026-01-20", "2026-01-23", "on-track:"),
        // Without due dates of their own, 7 days before the window's last day, 02-15.
        ("", "2026-02-07", "on-track:"),
        ("", "2026-02-08", "at-risk: no-owner"),
        ("", "2026-02-15", "at-risk: no-owner"),
        ("id: build => id: build, due: end", "2026-02-08", "at-risk: no-owner run/build, no-owner"),
        ("id: build => id: build, owner: Lead\nid: check => id: check, owner: Lead", "2026-02-08", "on-track:"),
        ("window: Week 3-6 => window: Week 3+", "2026-02-08", "on-track:"),
    ];
    check(&ownerless, "run", &cases);
    let text = |book: &str| resolved(book, "2026-02-08", |playbook| playbook.judgements[0].stages[1].reasons[0].text.clone());
    assert_eq!(text(&ownerless), "2 musts are due with the window on 15 February 2026 and have no owner: run/build, run/check");
    let one = changed(&ownerless, "id: build => id: build, owner: Lead");
    assert_eq!(text(&one), "1 must is due with the window on 15 February 2026 and has no owner: run/check");
}

#[test]
fn what_a_project_writes_goes_before_what_the_playbook_says() {
    let book = changed(TWO_STAGES, "id: build => id: build, due: 2026-02-12")
        + "-- content/projects/atlas.md --\n---\nstages: { run: { items: { build: { state: doing, date: 2026-01-20 } } } }\n---\n";
    let own = "stages: { run: { items => stages: { run: { checklist: [{ id: visit, text: Visit, due: 2026-01-30 }], items";
    let cases = [
        ("", "2026-02-01", "on-track:"),
        ("state: doing => state: doing, due: 2026-01-30", "2026-01-30", "on-track:"),
        ("state: doing => state: doing, due: 2026-01-30", "2026-01-31", "late: must-overdue run/build"),
        (own, "2026-01-23", "at-risk: no-owner run/visit"),
        (own, "2026-01-31", "late: must-overdue run/visit"),
        (&own.replace("due: 2026-01-30", "depends_on: [plan/brief]"), "2026-01-18", "not-started:"),
        (&own.replace("due: 2026-01-30", "depends_on: [plan/brief]"), "2026-01-20", "blocked: dependency-overdue run/visit"),
        ("run: { items => run: { end: 2026-01-25, reason: Sooner, items", "2026-01-26", "late: window-over, must-overdue"),
    ];
    check(&book, "run", &cases);
}

#[test]
fn a_waiver_or_needed_evidence_that_ends_within_fourteen_days_is_a_risk() {
    let waived = |until: &str| format!("id: check => id: check, state: waived, by: Lead, reason: Known, date: 2026-01-19, until: {until}");
    let evidence = |entries: &str| format!("id: check => id: check, evidence_required: true, state: 2026-01-19, evidence: [{entries}]");
    let link = |expires: &str| format!("{{ link: https://example.org/{expires}, expires: {expires} }}");
    let day = "2026-01-20";
    let cases: &[Case<'_>] = &[
        (&waived("2026-02-04"), day, "on-track:"),
        (&waived("2026-02-03"), day, "at-risk: expiring run/check"),
        (&waived("2026-01-20"), day, "at-risk: expiring run/check"),
        (&waived("2026-01-19"), day, "on-track:"),
        (&format!("{}\ntext: Check => text: Check, level: may", waived("2026-02-03")), day, "at-risk: expiring run/check"),
        (&evidence(&link("2026-02-04")), day, "on-track:"),
        (&evidence(&link("2026-02-03")), day, "at-risk: expiring run/check"),
        (&evidence(&link("2026-01-20")), day, "at-risk: expiring run/check"),
        (&evidence(&link("2026-01-19")), day, "on-track:"),
        // The evidence that holds longest keeps it done.
        (&evidence(&format!("{}, {}", link("2026-01-25"), link("2026-02-04"))), day, "on-track:"),
        (&evidence(&format!("{}, {}", link("2026-01-25"), link("2026-02-03"))), day, "at-risk: expiring run/check"),
        (&evidence(&format!("{}, https://example.org", link("2026-01-25"))), day, "on-track:"),
        // Nobody asked for it.
        (&evidence(&link("2026-01-20")).replace("evidence_required: true, ", ""), day, "on-track:"),
    ];
    check(TWO_STAGES, "run", cases);
    let text = |book: &str| resolved(book, day, |playbook| playbook.judgements[0].stages[1].reasons[0].text.clone());
    assert_eq!(text(&changed(TWO_STAGES, &waived("2026-01-21"))), "the waiver of \"Check\" ends on 21 January 2026, tomorrow");
    assert_eq!(text(&changed(TWO_STAGES, &waived("2026-01-20"))), "the waiver of \"Check\" ends on 20 January 2026, today");
}

#[test]
fn a_gate_is_skipped_when_a_later_stage_goes_on_without_it() {
    let book = changed(
        TWO_STAGES,
        "text: Extra, owner: Lead, level: may } => text: Extra, level: may }|gate: { question: Go? }
         id: check => id: check, state: doing, date: 2026-01-14",
    );
    let cases = [
        ("", "2026-01-18", "on-track:"),
        ("", "2026-01-19", "at-risk: gate-skipped gate:plan"),
        ("decided gate:plan 2026-01-16 go", "2026-01-19", "on-track:"),
        ("decided gate:plan 2026-01-16 conditional-go", "2026-01-19", "on-track:"),
        ("decided gate:plan 2026-01-16 hold", "2026-01-19", "at-risk: gate-skipped gate:plan"),
        ("decided gate:plan 2026-01-16 go\ndecided gate:plan 2026-01-17 hold", "2026-01-19", "at-risk: gate-skipped gate:plan"),
        ("window: Week 1-2 => window: Week 1+", "2026-02-01", "on-track:"),
        ("state: doing, date: 2026-01-14 => state: todo, date: 2026-01-14", "2026-01-19", "on-track:"),
    ];
    check(&book, "run", &cases);
    check(&book, "plan", &[("", "2026-01-19", "late: window-over, must-overdue")]);
}

#[test]
fn a_touched_stage_without_a_record_in_ten_workdays_is_stale() {
    // The last 10 workdays of Monday 02-02 are those from Tuesday 01-20 on.
    let book = changed(TWO_STAGES, "stale = 365 => stale = 10");
    let state = |date: &str| format!("id: build => id: build, state: doing, date: {date}");
    let cases: &[Case<'_>] = &[
        (&state("2026-01-20"), "2026-02-02", "on-track:"),
        (&state("2026-01-19"), "2026-02-02", "at-risk: stale"),
        (&state("2026-01-20"), "2026-02-03", "at-risk: stale"),
        // A weekend adds nothing, neither today nor on the day of the record.
        (&state("2026-01-19"), "2026-02-01", "on-track:"),
        (&state("2026-01-18"), "2026-01-30", "at-risk: stale"),
        (&state("2026-01-18"), "2026-01-29", "on-track:"),
        (&format!("{}\nstale = 10 => stale = 10|[calendar]|holidays = [2026-01-21]", state("2026-01-19")), "2026-02-02", "on-track:"),
        // A state without a date is no record, and one of tomorrow is none yet.
        ("id: build => id: build, state: doing", "2026-01-19", "at-risk: stale"),
        (&format!("id: check => id: check, state: doing\n{}", state("2026-01-20")), "2026-01-19", "at-risk: stale"),
        ("", "2026-02-10", "on-track:"),
        ("decided gate:run 2026-01-20 conditional-go", "2026-02-02", "on-track:"),
        ("decided gate:run 2026-01-20 conditional-go", "2026-02-03", "at-risk: stale"),
        // A record of another stage is none of this one.
        ("id: build => id: build, state: doing\nid: brief => id: brief, state: doing, date: 2026-01-19", "2026-01-19", "at-risk: stale"),
    ];
    check(&book, "run", cases);
}

#[test]
fn a_gate_is_open_when_only_its_decision_is_missing() {
    let done = "id: build => id: build, state: 2026-01-20\nid: check => id: check, state: 2026-01-21";
    let cases = [
        (done, "2026-01-20", "on-track:"),
        (done, "2026-01-21", "on-track: gate-open gate:run"),
        (&format!("{done}\ndecided gate:run 2026-01-22 hold"), "2026-01-22", "blocked: gate-hold decision:2"),
        (&format!("{done}\ngate: {{ question: Go? }} =>"), "2026-01-21", "complete: complete"),
        (done, "2026-02-16", "late: window-over, gate-open gate:run"),
    ];
    check(TWO_STAGES, "run", &cases);
    // Without musts it is open when the rest is done; not when there is no rest.
    let mays = changed(TWO_STAGES, "text: Build => text: Build, level: may\ntext: Check => text: Check, level: may");
    let cases = [
        (done, "2026-01-20", "on-track:"),
        (done, "2026-01-21", "on-track: gate-open gate:run"),
        ("text: Build => text: Build, weight: 0\ntext: Check => text: Check, weight: 0", "2026-01-20", "on-track:"),
    ];
    check(&mays, "run", &cases);
}

#[test]
fn a_wave_that_is_late_stopped_or_undecided_says_so() {
    let started = "measurements: [] => measurements: []|    started: 2026-06-08";
    let measured = |values: &[&str]| {
        let entries: Vec<String> =
            (9..).zip(values).map(|(day, value)| format!("{{ guardrail: errors, date: 2026-06-{day:02}, value: {value} }}")).collect();
        format!("measurements: [] => measurements: [{}]|    started: 2026-06-08", entries.join(", "))
    };
    let decided = |words: &str, rest: &str| format!("{rest}\ndecided wave:scale/w10 {words}");
    let good = &measured(&["2", "3"]);
    let cases: &[Case<'_>] = &[
        ("", "2026-06-08", "on-track:"),
        ("", "2026-06-09", "late: wave-overdue scale/w10"),
        ("", "2026-06-16", "late: wave-overdue scale/w10, wave-overdue scale/w100"),
        ("measurements: [] => start: 2026-06-10", "2026-06-10", "on-track:"),
        ("measurements: [] => start: 2026-06-10", "2026-06-11", "late: wave-overdue scale/w10"),
        // Typed before its stage begins: the plan is what counts.
        ("measurements: [] => start: 2026-06-01", "2026-06-01", "not-started:"),
        ("measurements: [] => start: 2026-06-01", "2026-06-02", "late: wave-overdue scale/w10"),
        (started, "2026-06-12", "on-track:"),
        (started, "2026-06-13", "at-risk: wave-undecided scale/w10"),
        (started, "2026-06-16", "late: wave-overdue scale/w100, wave-undecided scale/w10"),
        (good, "2026-06-13", "at-risk: wave-undecided scale/w10"),
        (&decided("2026-06-12 continue", good), "2026-06-13", "on-track:"),
        (&decided("2026-06-13 continue", good), "2026-06-12", "on-track:"),
        // Too few measurements hold the wave, whatever was decided.
        (&decided("2026-06-12 continue", &measured(&["2"])), "2026-06-12", "on-track:"),
        (&decided("2026-06-12 continue", &measured(&["2"])), "2026-06-13", "at-risk: wave-undecided scale/w10"),
        (&decided("2026-06-12 hold", good), "2026-06-12", "blocked: wave-stopped scale/w10"),
        (&decided("2026-06-12 rollback", good), "2026-06-12", "blocked: wave-stopped scale/w10"),
        (&decided("2026-06-11 rollback", &decided("2026-06-12 continue", good)), "2026-06-12", "on-track:"),
        (&decided("2026-06-12 hold", ""), "2026-06-08", "on-track:"),
        (&decided("2026-06-08 hold", ""), "2026-06-08", "on-track:"),
        // Up to 5 the target holds, up to 3 the stricter bound.
        (&measured(&["2", "3"]), "2026-06-10", "on-track:"),
        (&measured(&["2", "3.1"]), "2026-06-10", "at-risk: guardrail-warn scale/w10/errors"),
        (&measured(&["2", "5"]), "2026-06-10", "at-risk: guardrail-warn scale/w10/errors"),
        (&measured(&["2", "5.1"]), "2026-06-10", "blocked: guardrail-fail scale/w10/errors"),
        (&measured(&["5.1", "3"]), "2026-06-10", "on-track:"),
        (&measured(&["5.1", "3"]), "2026-06-09", "on-track:"),
        (&decided("2026-06-12 continue", &measured(&["2", "5.1"])), "2026-06-12", "blocked: guardrail-fail scale/w10/errors"),
    ];
    check(WAVES, "scale", cases);
}

#[test]
fn a_stage_with_waves_is_complete_when_all_are_promoted() {
    let run = "measurements: [] => measurements: []|    started: 2026-06-08
        percent: 100 => percent: 100, started: 2026-06-15
        guardrails: => guardrails: []
        - { id: errors, metric: Errors, op: <=, target: 5, warn: 3, min_samples: 2 } =>
        decided wave:scale/w10 2026-06-12 continue";
    let all = &format!("{run}\ndecided wave:scale/w100 2026-06-19 continue");
    let gated = &format!("{all}\nwindow: Month 6+ => window: Month 6+|gate: {{ question: Done? }}");
    let cases = [
        (run, "2026-06-19", "on-track:"),
        (all, "2026-06-18", "on-track:"),
        (all, "2026-06-19", "complete: complete"),
        (gated, "2026-06-18", "on-track:"),
        (gated, "2026-06-19", "on-track: gate-open gate:scale"),
        (&format!("{gated}\ndecided gate:scale 2026-06-19 go"), "2026-06-19", "complete: complete decision:7"),
    ];
    check(WAVES, "scale", &cases);
}

/// The first project's status, then each stage's status, an active one in brackets; then the current stage and the next gate.
fn project(book: &str, as_of: &str) -> String {
    resolved(book, as_of, |playbook| {
        let judgement = &playbook.judgements[0];
        let name =
            |stage: &StageJudgement<'_>| if stage.active { format!("[{}]", stage.status.name()) } else { stage.status.name().to_owned() };
        let stages: Vec<String> = judgement.stages.iter().map(name).collect();
        let current = playbook.projects[0].current.map_or("none", |stage| playbook.stages[stage].id());
        let gate = judgement.next_gate.map(|gate| {
            format!("{} {}", playbook.stages[gate.stage].id(), gate.review.map_or("unscheduled".to_owned(), |review| review.to_string()))
        });
        format!("{}: {}; in {current}; gate {}", judgement.status.name(), stages.join(" "), gate.unwrap_or_else(|| "none".to_owned()))
    })
}

#[test]
fn a_project_is_as_its_worst_active_stage() {
    let plan_gate = "text: Extra, owner: Lead, level: may } => text: Extra, level: may }|gate: { question: Go? }";
    let planned = &format!("{plan_gate}\nid: brief => id: brief, state: 2026-01-12\ndecided gate:plan 2026-01-16 go");
    let built = &format!(
        "{planned}\nid: build => id: build, state: 2026-02-10\nid: check => id: check, state: 2026-02-11\ndecided gate:run 2026-02-13 go"
    );
    let closed = |book: &str| format!("{book}\n[status] => [project.closed]|date = 2026-01-20|outcome = \"stopped\"|[status]");
    let blocked = "id: build => id: build, state: blocked, reason: No key, date: 2026-01-06";
    let cases: &[(&str, &str, &str)] = &[
        (plan_gate, "2026-01-04", "not-started: not-started not-started; in plan; gate plan 2026-01-16"),
        (plan_gate, "2026-01-05", "on-track: [on-track] not-started; in plan; gate plan 2026-01-16"),
        (
            &format!("{plan_gate}\nid: brief => id: brief, state: doing, date: 2026-01-02"),
            "2026-01-04",
            "on-track: [on-track] not-started; in plan; gate plan 2026-01-16",
        ),
        (&format!("{plan_gate}\n{blocked}"), "2026-01-06", "blocked: [on-track] [blocked]; in plan; gate plan 2026-01-16"),
        (&format!("{plan_gate}\n{blocked}"), "2026-01-19", "blocked: [late] [blocked]; in plan; gate plan 2026-01-16"),
        (
            &format!("{plan_gate}\n{blocked}\ndecided gate:plan 2026-01-16 kill"),
            "2026-01-16",
            "killed: [killed] not-started; in plan; gate none",
        ),
        // Not yet active, so that it says nothing of the project.
        (
            &format!("{plan_gate}\nid: build => id: build, due: 2026-01-06"),
            "2026-01-07",
            "on-track: [on-track] late; in plan; gate plan 2026-01-16",
        ),
        (planned, "2026-01-19", "on-track: complete [on-track]; in run; gate run 2026-02-13"),
        (built, "2026-02-13", "complete: complete complete; in none; gate none"),
        // Between two stages none is active.
        (planned, "2026-01-17", "on-track: complete not-started; in run; gate run 2026-02-13"),
        // A closed project asks for nothing any more.
        (&closed(&format!("{plan_gate}\n{blocked}")), "2026-01-19", "blocked: [late] [blocked]; in plan; gate plan 2026-01-16"),
        (&closed(&format!("{plan_gate}\n{blocked}")), "2026-01-20", "not-started: not-started not-started; in plan; gate none"),
        (&closed(built), "2026-02-13", "complete: complete complete; in none; gate none"),
        ("window: Week 1-2 =>\nwindow: Week 3-6 =>", "2026-02-13", "not-started: not-started not-started; in plan; gate run unscheduled"),
    ];
    let wrong: Vec<String> = (cases.iter())
        .map(|(changes, as_of, expected)| (changes, as_of, expected, project(&changed(TWO_STAGES, changes), as_of)))
        .filter(|(.., expected, told)| told != *expected)
        .map(|(changes, as_of, expected, told)| format!("{as_of} {changes}\n  expected {expected}\n      told {told}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_reasons_of_a_project_are_those_of_its_active_stages_the_worst_first() {
    let book = changed(
        TWO_STAGES,
        "id: brief => id: brief, due: 2026-01-06
         id: build => id: build, state: blocked, reason: No key, date: 2026-01-06
         id: check => id: check, due: 2026-01-06",
    );
    let told = resolved(&book, "2026-01-07", |playbook| {
        let reasons = playbook.judgements[0].reasons();
        reasons.iter().map(|reason| format!("{} {}", reason.rule.name(), reason.item.as_deref().unwrap_or_default())).collect::<Vec<_>>()
    });
    assert_eq!(told, ["must-blocked run/build", "must-overdue plan/brief", "must-overdue run/check"]);
}
