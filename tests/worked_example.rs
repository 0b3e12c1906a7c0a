//! The worked example of the documentation: a production stage on 2026-06-01, computed by hand there and by the pipeline here.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use rollbook::calendar::parse_date;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

const BOOK: &str = include_str!("fixtures/worked-example.txt");

fn build(as_of: &str) -> Built {
    Pipeline::default().build(&Sources::from_fixture(BOOK), parse_date(as_of).unwrap(), None, &mut |_| {})
}

#[test]
fn progress_musts_and_expected_are_as_computed_by_hand() {
    let built = build("2026-06-01");
    let stage = &built.status.projects[0].stages[0];
    assert_eq!((stage.progress.done, stage.progress.counted, stage.progress.percent), (4, 13, Some(30)));
    assert_eq!(stage.progress.claimed, 3, "security is ticked without evidence");
    assert_eq!((stage.musts.resolved, stage.musts.total), (2, 7));
    let expected = stage.expected.unwrap();
    assert_eq!((expected.elapsed, expected.total), (37, 62));
    assert_eq!((stage.start.as_deref(), stage.end.as_deref()), (Some("2026-04-05"), Some("2026-07-05")));
}

#[test]
fn the_page_says_the_same() {
    let built = build("2026-06-01");
    let page = built.site.files.iter().find(|(path, _)| path.as_str() == "stages/production/index.html").unwrap().1;
    let html = String::from_utf8(page.to_vec()).unwrap();
    for words in ["4 of 13 points, 30 %", "2 of 7 musts", "expected 37 of 62 workdays, 59 %"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_waiver_past_its_last_day_counts_as_open() {
    let stage = |as_of| {
        let stage = &build(as_of).status.projects[0].stages[0];
        (stage.progress.counted, stage.musts.resolved)
    };
    assert_eq!(stage("2026-06-15"), (13, 2));
    assert_eq!(stage("2026-06-16"), (14, 1));
}

#[test]
fn a_record_dated_after_as_of_is_left_out_with_a_warning() {
    let built = build("2026-05-10");
    let codes: Vec<&str> = built.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert!(codes.contains(&"dated-in-future"), "{codes:?}");
    assert!(!built.has_errors());
}

/// The example after some changes, one on a line: `old => new` for words that stand there once, or `decided DATE OUTCOME` with what else the
/// decision says.
fn changed(book: &str, changes: &str) -> String {
    let change = |book: String, line: &str| match (line.split_once(" =>"), line.splitn(4, ' ').collect::<Vec<_>>().as_slice()) {
        (Some((old, new)), _) => {
            assert_eq!(book.matches(old).count(), 1, "a change must find its place: {line}");
            book.replace(old, new.trim_start())
        }
        (None, ["decided", date, outcome, more @ ..]) => {
            let more = more.concat();
            format!("{book}-- content/decisions/gate.md --\n---\nsubject: gate:production\ndate: {date}\noutcome: {outcome}\n{more}\n---\n")
        }
        _ => panic!("what is to be changed? {line}"),
    };
    changes.lines().map(str::trim).filter(|line| !line.is_empty()).fold(book.to_owned(), change)
}

/// The status of the production stage and `rule item` of each reason, the stage left out.
fn judged(book: &str, changes: &str, as_of: &str) -> String {
    let sources = Sources::from_fixture(&changed(book, changes));
    let built = Pipeline::default().build(&sources, parse_date(as_of).unwrap(), None, &mut |_| {});
    assert!(!built.has_errors(), "{changes}: {:?}", built.diagnostics);
    let stage = &built.status.projects[0].stages[0];
    let item = |item: &Option<String>| item.as_deref().unwrap_or_default().trim_start_matches("production/").to_owned();
    let reasons: Vec<String> =
        stage.reasons.iter().map(|reason| format!("{} {}", reason.rule, item(&reason.item)).trim_end().to_owned()).collect();
    format!("{}: {}", stage.status, reasons.join(", "))
}

/// Compares many cases at once: what is changed, as of when, what follows.
fn check(book: &str, cases: &[(&str, &str, &str)]) {
    let told: Vec<_> = cases.iter().map(|(changes, as_of, _)| (*changes, *as_of, judged(book, changes, as_of))).collect();
    let expected: Vec<_> = cases.iter().map(|(changes, as_of, expected)| (*changes, *as_of, (*expected).to_owned())).collect();
    assert_eq!(told, expected);
}

#[test]
fn on_the_first_of_june_it_is_blocked_for_four_reasons() {
    let built = build("2026-06-01");
    let project = &built.status.projects[0];
    let told: Vec<(&str, &str, String)> = project.stages[0]
        .reasons
        .iter()
        .map(|reason| {
            let numbers: Vec<String> = reason.numbers.iter().map(|(name, number)| format!("{name} {number}")).collect();
            (reason.rule, reason.item.as_deref().unwrap_or_default(), numbers.join(", "))
        })
        .collect();
    let expected = [
        ("must-blocked", "production/integrations", ""),
        ("behind", "", "allowed 25, counted 13, done 4, elapsed 37, total 62"),
        ("expiring", "production/support", "days_left 14"),
        ("stale", "", "allowed 10, workdays 14"),
    ];
    assert_eq!(told, expected.map(|(rule, item, numbers)| (rule, item, numbers.to_owned())));
    let text = &project.stages[0].reasons[3].text;
    assert!(text.contains("11 May 2026"), "{text}");
    assert_eq!((project.status, project.stages[0].status), ("blocked", "blocked"));
    assert_eq!(project.reasons, project.stages[0].reasons, "its one stage is active, so its reasons are the project's");
}

const UNBLOCKED: &str = "state: blocked, reason: vendor API not ready => state: doing";
/// What the waiver leaves, done on the last workday of May.
const REST_DONE: &str = "
    Monitoring runs => Monitoring runs, state: 2026-05-29
    date: 2026-05-04 => date: 2026-05-29, evidence: [https://example.org/review]
    state: blocked, reason: vendor API not ready, date: 2026-05-11 => state: 2026-05-29
    Documentation is written => Documentation is written, state: 2026-05-29
    Rollback is rehearsed => Rollback is rehearsed, state: 2026-05-29";
const SUPPORT_DONE: &str = "state: waived, by: Steering group, until: 2026-06-15, reason: interim rota => state: 2026-05-29";

#[test]
fn the_day_alone_changes_what_follows() {
    check(
        BOOK,
        &[
            ("", "2026-06-15", "blocked: must-blocked integrations, behind, expiring support, stale"),
            ("", "2026-06-16", "blocked: must-blocked integrations, behind, stale"),
            ("", "2026-06-26", "blocked: must-blocked integrations, behind, stale"),
            ("", "2026-06-27", "blocked: must-blocked integrations, behind, no-owner, stale"),
            ("", "2026-07-04", "blocked: must-blocked integrations, behind, no-owner, stale"),
            ("", "2026-07-05", "blocked: must-blocked integrations, window-over, must-overdue, behind, stale"),
            (UNBLOCKED, "2026-06-01", "at-risk: behind, expiring support, stale"),
            (UNBLOCKED, "2026-07-05", "late: window-over, must-overdue, behind, stale"),
        ],
    );
}

#[test]
fn a_decision_changes_what_follows() {
    let conditional = |due: &str| format!("decided 2026-05-29 conditional-go conditions: [{{ text: Staff the rota, due: {due} }}]");
    let day = "2026-06-01";
    check(
        BOOK,
        &[
            ("decided 2026-06-01 go", day, "blocked: must-blocked integrations, behind, expiring support"),
            ("decided 2026-06-02 go", day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            ("decided 2026-06-01 hold", day, "blocked: must-blocked integrations, gate-hold decision:gate, behind, expiring support"),
            ("decided 2026-06-01 kill", day, "killed: killed decision:gate"),
            (
                &conditional("2026-05-31"),
                day,
                "blocked: must-blocked integrations, condition-overdue decision:gate, behind, expiring support",
            ),
            (&conditional("2026-06-01"), day, "blocked: must-blocked integrations, behind, expiring support"),
        ],
    );
}

#[test]
fn once_all_is_resolved_the_gate_decides() {
    let done = |decided: &str| format!("{REST_DONE}\n{SUPPORT_DONE}\n{decided}");
    let resolved = |decided: &str| format!("{REST_DONE}\n{decided}");
    let day = "2026-06-01";
    check(
        BOOK,
        &[
            (&done(""), day, "on-track: gate-open gate:production"),
            (&resolved(""), day, "at-risk: expiring support, gate-open gate:production"),
            (&done("decided 2026-06-01 hold"), day, "blocked: gate-hold decision:gate"),
            (&done("decided 2026-06-01 go"), day, "complete: complete decision:gate"),
            (&resolved("decided 2026-06-01 conditional-go"), day, "complete: complete decision:gate"),
            // The waiver has ended since: the stage stays complete, and there is no current stage to be late for it.
            (&resolved("decided 2026-06-01 go"), "2026-06-16", "complete: complete decision:gate"),
            // What was done after the go was open when it was given.
            (&done("decided 2026-05-28 go"), day, "on-track: "),
        ],
    );
}

#[test]
fn what_is_written_about_an_item_or_the_project_changes_what_follows() {
    let due = |day: &str| format!("Monitoring runs => Monitoring runs, due: {day}");
    let expires = |day: &str| format!("infra\" }} => infra\", expires: {day} }}");
    let day = "2026-06-01";
    check(
        BOOK,
        &[
            (&due("2026-05-31"), day, "blocked: must-blocked integrations, must-overdue monitoring, behind, expiring support, stale"),
            (&due("2026-06-08"), day, "blocked: must-blocked integrations, behind, no-owner monitoring, expiring support, stale"),
            (&due("2026-06-08, owner: Lead"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            (&due("2026-06-09"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            (&expires("2026-06-15"), day, "blocked: must-blocked integrations, behind, expiring infrastructure, expiring support, stale"),
            (&expires("2026-06-16"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
        ],
    );
    let closed = |day: &str| BOOK.replace("[calendar]", &format!("[project.closed]\ndate = {day}\noutcome = \"stopped\"\n[calendar]"));
    check(&closed("2026-06-01"), &[("", day, "stopped: ")]);
    check(&closed("2026-06-02"), &[("", day, "blocked: must-blocked integrations, behind, expiring support, stale")]);
}

#[test]
fn the_same_state_in_a_projects_file_gives_the_same_reasons() {
    let stage = changed(
        BOOK,
        ", state: done, date: 2026-04-20, evidence: [{ link: \"https://example.org/infra\" }] =>
         , state: done, date: 2026-05-04 =>
         , state: blocked, reason: vendor API not ready, date: 2026-05-11 =>
         , state: true =>
         , state: waived, by: Steering group, until: 2026-06-15, reason: interim rota =>",
    );
    let book = stage
        + "-- content/projects/atlas.md --
---
stages:
  production:
    items:
      infrastructure: { state: done, date: 2026-04-20, evidence: [https://example.org/infra] }
      security: 2026-05-04
      integrations: { state: blocked, reason: vendor API not ready, date: 2026-05-11 }
      training: true
      support: { state: waived, by: Steering group, until: 2026-06-15, reason: interim rota }
updates: []
---
";
    let updated = |day: &str| format!("updates: [] => updates: [{{ date: {day}, by: Technical lead, headline: The vendor answered }}]");
    let day = "2026-06-01";
    check(
        &book,
        &[
            ("", day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            (&updated("2026-05-28"), day, "blocked: must-blocked integrations, behind, expiring support"),
            (&updated("2026-05-18"), day, "blocked: must-blocked integrations, behind, expiring support"),
            (&updated("2026-05-16"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            (&updated("2026-05-15"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
            (&updated("2026-06-02"), day, "blocked: must-blocked integrations, behind, expiring support, stale"),
        ],
    );
}
