//! Waves through a whole book: the vectors of the domain's section 6, states, what a guardrail says. Tests only.

use crate::playbook::status::tests::{changed, resolved};

/// The default windows and four waves, without holidays.
const BOOK: &str = "
-- book.toml --
[book]
id = \"waves\"
start = 2026-01-05
[calendar]
overlap = \"allow\"
-- content/stages/01-discovery.md --
---
window: Week 1-2
---
-- content/stages/02-poc.md --
---
window: Week 3-6
---
-- content/stages/03-pilot.md --
---
window: Month 2-3
---
-- content/stages/04-production.md --
---
window: Month 4-6
---
-- content/stages/05-scale.md --
---
window: Month 6+
waves:
  - { percent: 10, bake: 10d }
  - { percent: 25, bake: 10d }
  - { percent: 50, bake: 10d }
  - { percent: 100, bake: 10d }
---
";

/// One wave, started on Monday 2026-06-08.
const GUARDED: &str = "
-- book.toml --
[book]
id = \"guarded\"
start = 2026-01-05
-- content/stages/05-scale.md --
---
window: Month 6+
waves:
  - percent: 100
    started: 2026-06-08
    guardrails: [{ id: errors, metric: Errors, op: <=, target: 5, warn: 3, min_samples: 2 }]
    measurements: []
---
";

/// The state of each wave and one of its dates.
fn waves(book: &str, as_of: &str, date: &str) -> String {
    resolved(book, as_of, |playbook| {
        let waves = playbook.judgements[0].stages.iter().flat_map(|stage| &stage.waves);
        let told = waves.map(|wave| {
            let day = if date == "planned" { wave.planned } else { wave.forecast.map(|wave| wave.start) };
            format!("{} {}", wave.state.word(), day.map_or("unscheduled".to_owned(), |day| format!("{:02}-{:02}", day.month(), day.day())))
        });
        told.collect::<Vec<_>>().join(", ")
    })
}

/// One row of a table: the changes, the day, what follows.
type Case<'c> = (&'c str, &'c str, &'c str);

fn check(book: &str, tell: impl Fn(&str, &str) -> String, cases: &[Case<'_>]) {
    let wrong: Vec<String> = (cases.iter())
        .map(|(changes, as_of, expected)| (changes, as_of, expected, tell(&changed(book, changes), as_of)))
        .filter(|(.., expected, told)| told != *expected)
        .map(|(changes, as_of, expected, told)| format!("{as_of} {changes}\n  expected {expected}\n      told {told}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_vectors_of_the_domain_hold_through_a_whole_book() {
    let clip = "\"allow\" => \"clip\"";
    let frozen =
        |last: i8| format!("\"allow\" => \"clip\"|freezes = [{{ start = 2026-08-10, end = 2026-08-{last}, reason = \"Summer\" }}]");
    let cases: &[Case<'_>] = &[
        ("", "2026-01-05", "planned 06-08, planned 06-22, planned 07-06, planned 07-20"),
        (clip, "2026-01-05", "planned 07-06, planned 07-20, planned 08-03, planned 08-17"),
        (&frozen(21), "2026-01-05", "planned 07-06, planned 07-20, planned 08-03, planned 08-24"),
        (&frozen(18), "2026-01-05", "planned 07-06, planned 07-20, planned 08-03, planned 08-19"),
    ];
    check(BOOK, |book, as_of| waves(book, as_of, "planned"), cases);
    check(BOOK, |book, as_of| waves(book, as_of, "forecast"), cases);
}

#[test]
fn the_state_of_a_wave_follows_from_its_start_and_its_decision() {
    let started = "percent: 10, bake: 10d => percent: 10, bake: 10d, started: 2026-06-09";
    let decided = |words: &str| format!("{started}\ndecided wave:scale/w10 {words}");
    let rest = ", planned 06-23, planned 07-07, planned 07-21";
    let cases: &[Case<'_>] = &[
        (started, "2026-06-08", "planned 06-08, planned 06-22, planned 07-06, planned 07-20"),
        (started, "2026-06-09", &format!("running 06-09{rest}")),
        (&decided("2026-06-22 continue"), "2026-06-22", &format!("promoted 06-09{rest}")),
        (&decided("2026-06-23 continue"), "2026-06-22", &format!("running 06-09{rest}")),
        // What was held or rolled back has no date for what comes after it.
        (&decided("2026-06-12 hold"), "2026-06-12", "holding 06-09, planned unscheduled, planned unscheduled, planned unscheduled"),
        (&decided("2026-06-12 rollback"), "2026-06-12", "rolled back 06-09, planned unscheduled, planned unscheduled, planned unscheduled"),
        (
            &format!("{}\ndecided wave:scale/w10 2026-06-15 continue", decided("2026-06-12 hold")),
            "2026-06-15",
            &format!("promoted 06-09{rest}"),
        ),
        // A decision on a wave that has not started changes nothing yet.
        ("decided wave:scale/w10 2026-06-05 hold", "2026-06-08", "planned 06-08, planned 06-22, planned 07-06, planned 07-20"),
    ];
    check(BOOK, |book, as_of| waves(book, as_of, "forecast"), cases);
}

#[test]
fn the_plan_knows_overrides_and_the_forecast_what_happened() {
    let started = "percent: 10, bake: 10d => percent: 10, bake: 10d, started: 2026-06-09";
    let moved = "percent: 25, bake: 10d => percent: 25, bake: 10d, start: 2026-07-01";
    let plan = "planned 06-08, planned 06-22, planned 07-06, planned 07-20";
    let ahead = "planned 06-08, planned 07-01, planned 07-15, planned 07-29";
    check(
        BOOK,
        |book, as_of| waves(book, as_of, "planned"),
        &[
            ("", "2026-06-16", plan),
            (started, "2026-06-16", &plan.replacen("planned", "running", 1)),
            (moved, "2026-06-01", ahead),
            (
                "percent: 10, bake: 10d => percent: 10, bake: 10d, start: 2026-06-10",
                "2026-06-01",
                "planned 06-10, planned 06-24, planned 07-08, planned 07-22",
            ),
            ("percent: 10, bake: 10d => percent: 10", "2026-06-01", "planned 06-08, planned 06-15, planned 06-29, planned 07-13"),
            ("window: Month 6+ =>", "2026-06-01", "planned unscheduled, planned unscheduled, planned unscheduled, planned unscheduled"),
        ],
    );
    check(
        BOOK,
        |book, as_of| waves(book, as_of, "forecast"),
        &[
            ("", "2026-06-16", "planned 06-16, planned 06-30, planned 07-14, planned 07-28"),
            // Friday is avoided, and so is what falls on it.
            ("", "2026-06-19", "planned 06-22, planned 07-06, planned 07-20, planned 08-03"),
            (started, "2026-06-16", "running 06-09, planned 06-23, planned 07-07, planned 07-21"),
            (started, "2026-07-02", "running 06-09, planned 07-02, planned 07-16, planned 07-30"),
            (moved, "2026-06-01", ahead),
        ],
    );
}

/// What the one guardrail says, of how many measurements, and the value that counts.
fn verdict(book: &str, as_of: &str) -> String {
    resolved(book, as_of, |playbook| {
        let guardrail = &playbook.judgements[0].stages[0].waves[0].guardrails[0];
        let latest = guardrail.latest().map_or("nothing".to_owned(), |latest| latest.value.to_string());
        format!("{} of {}, {latest}", guardrail.verdict.word(), guardrail.measured.len())
    })
}

#[test]
fn the_latest_measurement_since_the_start_counts_if_there_are_enough() {
    let measured = |entries: &[(&str, &str)]| {
        let entries: Vec<String> =
            entries.iter().map(|(day, value)| format!("{{ guardrail: errors, date: 2026-06-{day}, value: {value} }}")).collect();
        format!("measurements: [] => measurements: [{}]", entries.join(", "))
    };
    let day = "2026-06-12";
    let cases: &[Case<'_>] = &[
        ("", day, "inconclusive of 0, nothing"),
        // One is too few to hold or to fail.
        (&measured(&[("09", "1")]), day, "inconclusive of 1, 1"),
        (&measured(&[("09", "9")]), day, "inconclusive of 1, 9"),
        (&measured(&[("09", "9"), ("10", "1")]), day, "pass of 2, 1"),
        (&measured(&[("10", "1"), ("09", "9")]), day, "pass of 2, 1"),
        (&measured(&[("09", "1"), ("10", "9")]), day, "fail of 2, 9"),
        (&measured(&[("10", "9"), ("10", "1")]), day, "pass of 2, 1"),
        // The day of the start and today count; before and after do not.
        (&measured(&[("08", "1"), ("12", "1")]), day, "pass of 2, 1"),
        (&measured(&[("07", "1"), ("12", "1")]), day, "inconclusive of 1, 1"),
        (&measured(&[("08", "1"), ("12", "9")]), "2026-06-11", "inconclusive of 1, 1"),
        (&measured(&[("08", "1"), ("09", "1"), ("12", "9")]), "2026-06-11", "pass of 2, 1"),
        (&measured(&[("08", "1"), ("09", "1")]), "2026-06-07", "inconclusive of 0, nothing"),
        (&format!("{}\nmin_samples: 2 => min_samples: 1", measured(&[("08", "1")])), day, "pass of 1, 1"),
        (&format!("{}\n, min_samples: 2 =>", measured(&[("08", "1")])), day, "pass of 1, 1"),
    ];
    check(GUARDED, verdict, cases);
}

#[test]
fn each_operator_holds_at_its_bound_as_written() {
    let at = |op: &str, warn: &str, value: &str| {
        format!(
            "op: <=, target: 5, warn: 3, min_samples: 2 => op: {op}, target: 5{warn}
             measurements: [] => measurements: [{{ guardrail: errors, date: 2026-06-09, value: {value} }}]"
        )
    };
    let cases = [
        ("<=", "", "5", "pass"),
        ("<=", "", "5.01", "fail"),
        ("<", "", "5", "fail"),
        ("<", "", "4.99", "pass"),
        (">=", "", "5", "pass"),
        (">=", "", "4.99", "fail"),
        (">", "", "5", "fail"),
        (">", "", "5.01", "pass"),
        ("<=", ", warn: 3", "3", "pass"),
        ("<=", ", warn: 3", "3.01", "warn"),
        ("<=", ", warn: 3", "5", "warn"),
        ("<", ", warn: 3", "3", "warn"),
        (">=", ", warn: 7", "7", "pass"),
        (">=", ", warn: 7", "6.99", "warn"),
        (">=", ", warn: 7", "5", "warn"),
        (">=", ", warn: 7", "4.99", "fail"),
        (">", ", warn: 7", "7", "warn"),
    ];
    for (op, warn, value, expected) in cases {
        let told = verdict(&changed(GUARDED, &at(&format!("\"{op}\""), warn, value)), "2026-06-12");
        assert_eq!(told, format!("{expected} of 1, {value}"), "{op} 5{warn}");
    }
}

#[test]
fn a_part_of_a_person_is_a_person_and_a_rounding_error_is_none() {
    let cases = [(100, 7.0, 7), (450, 25.0, 113), (1000, 33.3, 333), (3, 33.4, 2), (0, 50.0, 0), (800, 100.0, 800), (14_000, 0.1, 14)];
    for (population, percent, expected) in cases {
        assert_eq!(crate::playbook::wave::people(population, percent), expected, "{percent} % of {population}");
    }
}
