//! The sample projects of the repository's own book on 2026-06-01: statuses, reasons and exposures worked out by hand, equal in data and on pages.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::path::Path;

use rollbook::calendar::parse_date;
use rollbook::page::status::ProjectStatus;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::read::read;

fn build() -> Built {
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR")));
    Pipeline::default().build(&sources, parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

/// What a project comes to.
struct Expected {
    project: &'static str,
    status: &'static str,
    /// Rule and item of every reason, in order.
    reasons: &'static [(&'static str, Option<&'static str>)],
    /// By score, then by cause id.
    exposures: &'static [Exposure],
}

/// Cause, level, score with two decimals, open guards in the cause's order.
type Exposure = (&'static str, &'static str, &'static str, &'static [&'static str]);

// The guards of the six causes, with severity and transition, from content/causes:
//
//   no-business-owner          5  poc -> pilot         discovery/business-owner, discovery/success-measure, poc/pilot-commitment
//   cost-underestimated        4  pilot -> production  discovery/cost-range, poc/running-cost, pilot/production-cost
//   no-budget                  5  pilot -> production  discovery/executive-sponsor, pilot/production-budget
//   legacy-systems             4  production -> scale  pilot/requirements, production/integrations, production/rollback
//   organisational-resistance  3  production -> scale  pilot/usage, pilot/feedback-loop, production/training, production/support
//   no-change-management       4  production -> scale  pilot/change-plan, production/training, production/documentation,
//                                                      production/rollout-plan
//
// With nothing done in pilot and production, as for all projects that are not that far, the last three come to
//   legacy-systems 4 · 3/3 = 4.00, organisational-resistance 3 · 4/4 = 3.00, no-change-management 4 · 4/4 = 4.00.
const LEGACY: &[&str] = &["pilot/requirements", "production/integrations", "production/rollback"];
const RESISTANCE: &[&str] = &["pilot/usage", "pilot/feedback-loop", "production/training", "production/support"];
const CHANGE: &[&str] = &["pilot/change-plan", "production/training", "production/documentation", "production/rollout-plan"];

const EXPECTED: &[Expected] = &[
    // Start 04-13. Discovery and proof of concept are complete. Pilot is months 2-3, [05-13, 07-13): 12 of 42 workdays are over, 28.6 %, and
    // 6 of 21 points are done (its own item included), 28.6 %: not behind. The earliest due of an open must is 06-10, and all have owners.
    // The last record is the update of 05-28, two workdays ago. Nothing matches: on track.
    //
    // Pilot is exited with 2 causes. Its end, 07-13, is more than 7 days away, and no open guard is due before 06-21: exposed.
    //   no-budget            sponsor done, budget open          5 · 1/2 = 2.50
    //   cost-underestimated  production-cost only `doing`       4 · 1/3 = 1.33
    // Production begins on 07-13 and is untouched: latent. Of the guards in the pilot one is done, the feedback loop:
    //   organisational-resistance                               3 · 3/4 = 2.25
    Expected {
        project: "atlas",
        status: "on-track",
        reasons: &[],
        exposures: &[
            ("legacy-systems", "latent", "4.00", LEGACY),
            ("no-change-management", "latent", "4.00", CHANGE),
            ("no-budget", "exposed", "2.50", &["pilot/production-budget"]),
            ("organisational-resistance", "latent", "2.25", &["pilot/usage", "production/training", "production/support"]),
            ("cost-underestimated", "exposed", "1.33", &["pilot/production-cost"]),
        ],
    },
    // Start 2025-11-03. By the playbook the pilot ends on 02-02; the project ends it on 03-16, 42 days later. So production, by the playbook
    // 02-03…05-02, is 03-17…06-13, [03-17, 06-14), and scale begins on 05-15 instead of 04-03.
    //
    // Production, due days counted back from its last day 06-13:
    //   infrastructure 3, monitoring 2, documentation 1   done
    //   integrations 2   blocked, due end-5w = 05-09      must-blocked; must-overdue by 23 days
    //   security 3       doing, due typed: 06-10          waits for integrations: dependency-overdue
    //   rollback 2       ticked without evidence: claimed and not resolved; due end-3w = 05-23: must-overdue by 9 days
    //   training 1       doing, due typed: 06-09
    //   support 1        waived until 06-12, in 11 days   expiring
    //   acceptance 3     todo, due end-1w = 06-06         waits for integrations and rollback: dependency-overdue, twice
    //   rollout-plan 2   doing, due end-1w = 06-06        waits for training, which is not overdue
    // behind: P = 6 of 19 (20 less the waived 1), 31.6 %. E: workdays of March from the 17th 11, of April 22 less Easter Monday, of May 21
    // less 2 holidays, of June to the 13th 10: 51 of 61, 83.6 %. The difference is 52 points, above 25.
    // stale: the last record is of 05-27. The conditions of the pilot's gate: one is met, one is due on 06-19.
    // Scale has begun and is untouched: its first dues are start+4w = 06-12, its first wave has a start of its own, 07-06. No reason.
    //
    //   legacy-systems             requirements done; integrations blocked, rollback claimed   4 · 2/3 = 2.67, a must guard is blocked
    //   no-change-management       change plan and documentation done                          4 · 2/4 = 2.00
    //   organisational-resistance  usage and feedback loop done; training doing, support waived 3 · 2/4 = 1.50
    // The two others: no must guard is blocked or overdue, and 06-14 less 7 days is 06-07, after as_of: exposed.
    Expected {
        project: "beacon",
        status: "blocked",
        reasons: &[
            ("must-blocked", Some("production/integrations")),
            ("dependency-overdue", Some("production/security")),
            ("dependency-overdue", Some("production/acceptance")),
            ("dependency-overdue", Some("production/acceptance")),
            ("must-overdue", Some("production/integrations")),
            ("must-overdue", Some("production/rollback")),
            ("behind", None),
            ("expiring", Some("production/support")),
            ("exposure", Some("cause:legacy-systems")),
        ],
        exposures: &[
            ("legacy-systems", "critical", "2.67", &["production/integrations", "production/rollback"]),
            ("no-change-management", "exposed", "2.00", &["production/training", "production/rollout-plan"]),
            ("organisational-resistance", "exposed", "1.50", &["production/training", "production/support"]),
        ],
    },
    // Start 2025-10-27. Four stages are complete; scale, month 6+, began on 03-27 and is open: no E, nothing overdue by its end.
    // Waves, bake 10d: the first has its own start, Wed 04-29; its bake is 04-29, 04-30, 05-04…05-08, 05-11…05-13 (05-01 is a holiday).
    // The second starts on Thu 05-14; its bake is 05-14, 05-15, 05-18…05-22, 05-26…05-28 (05-25 is a holiday), and is over.
    // The third is planned for the first release day after that: not Fri 05-29 but Mon 06-01, which is not before as_of.
    // Guardrails of the second: error-rate 2.3 of 6 samples, <= 3: pass. would-keep 66 of 2, >= 60 and not >= 70: warn.
    // answer-time has 1 sample of 2: inconclusive, so the wave is undecided.
    //
    //   no-change-management  documentation is waived, the three others are done: 4 · 1/4 = 1.00
    // Production is complete, but all open guards are waived: exposed at most.
    Expected {
        project: "compass",
        status: "at-risk",
        reasons: &[("guardrail-warn", Some("scale/w25/would-keep")), ("wave-undecided", Some("scale/w25"))],
        exposures: &[("no-change-management", "exposed", "1.00", &["production/documentation"])],
    },
    // Killed at the gate of the proof of concept on 03-27, closed as stopped: no stage is active, no exposures.
    Expected { project: "drift", status: "stopped", reasons: &[], exposures: &[] },
    // Every gate passed, every wave promoted, closed as scaled.
    Expected { project: "ember", status: "scaled", reasons: &[], exposures: &[] },
    // Start 05-26. Discovery is [05-26, 06-09): 4 of 10 workdays are over, 40 %. Problem 2, business owner 3 and sponsor 2 are done, 7 of 17
    // points, 41 %. The baseline is due on start+7d = 06-02; all musts have owners. Nothing matches: on track.
    //
    // No stage that a cause strikes has begun: all latent.
    //   no-business-owner    the owner is named, measure and commitment are open   5 · 2/3 = 3.33
    //   cost-underestimated  nothing is done                                       4 · 3/3 = 4.00
    //   no-budget            the sponsor is named                                  5 · 1/2 = 2.50
    Expected {
        project: "fathom",
        status: "on-track",
        reasons: &[],
        exposures: &[
            ("cost-underestimated", "latent", "4.00", &["discovery/cost-range", "poc/running-cost", "pilot/production-cost"]),
            ("legacy-systems", "latent", "4.00", LEGACY),
            ("no-change-management", "latent", "4.00", CHANGE),
            ("no-business-owner", "latent", "3.33", &["discovery/success-measure", "poc/pilot-commitment"]),
            ("organisational-resistance", "latent", "3.00", RESISTANCE),
            ("no-budget", "latent", "2.50", &["pilot/production-budget"]),
        ],
    },
    // Start 04-20. The proof of concept is weeks 3-6, [05-04, 06-01), so it is over, everything in it is done, and no decision is there:
    // window-over, and gate-open below it. Pilot, [05-20, 07-20), has begun and is untouched: 7 of 42 workdays, 16.7 %, against 0 of 20 is
    // not behind by more than 25; its first dues are start+2w = 06-03, with owners.
    //
    //   no-business-owner    all guards done: none
    //   no-budget            5 · 1/2 = 2.50, pilot has begun and its end is far: exposed
    //   cost-underestimated  4 · 1/3 = 1.33, the same
    // Production begins on 07-20 and is untouched: latent.
    Expected {
        project: "grove",
        status: "late",
        reasons: &[("window-over", None), ("gate-open", Some("gate:poc"))],
        exposures: &[
            ("legacy-systems", "latent", "4.00", LEGACY),
            ("no-change-management", "latent", "4.00", CHANGE),
            ("organisational-resistance", "latent", "3.00", RESISTANCE),
            ("no-budget", "exposed", "2.50", &["pilot/production-budget"]),
            ("cost-underestimated", "exposed", "1.33", &["pilot/production-cost"]),
        ],
    },
];

fn project<'b>(built: &'b Built, id: &str) -> &'b ProjectStatus {
    built.status.projects.iter().find(|project| project.id == id).unwrap()
}

#[test]
fn every_project_is_in_the_table() {
    let ids: Vec<String> = build().status.projects.iter().map(|project| project.id.clone()).collect();
    assert_eq!(ids, EXPECTED.iter().map(|row| row.project).collect::<Vec<_>>());
}

#[test]
fn statuses_and_reasons_are_as_worked_out_by_hand() {
    let built = build();
    for expected in EXPECTED {
        let found = project(&built, expected.project);
        let reasons: Vec<(&str, Option<&str>)> = found.reasons.iter().map(|reason| (reason.rule, reason.item.as_deref())).collect();
        assert_eq!((found.status, reasons.as_slice()), (expected.status, expected.reasons), "{}", expected.project);
    }
}

#[test]
fn the_numbers_behind_the_reasons_are_as_worked_out_by_hand() {
    let built = build();
    let numbers = |id: &str, rule: &str, name: &str| -> Vec<i64> {
        project(&built, id).reasons.iter().filter(|reason| reason.rule == rule).map(|reason| reason.numbers[name]).collect()
    };
    assert_eq!(numbers("beacon", "dependency-overdue", "days_overdue"), [23, 23, 9]);
    assert_eq!(numbers("beacon", "must-overdue", "days_overdue"), [23, 9]);
    let behind = ["done", "counted", "elapsed", "total"].map(|name| numbers("beacon", "behind", name)[0]);
    assert_eq!(behind, [6, 19, 51, 61]);
    assert_eq!(numbers("beacon", "expiring", "days_left"), [11]);
    assert_eq!(numbers("compass", "guardrail-warn", "samples"), [2]);
    assert_eq!(numbers("compass", "wave-undecided", "days_over"), [4]);
    assert_eq!(numbers("compass", "wave-undecided", "inconclusive"), [1]);
    assert_eq!(numbers("grove", "window-over", "days_over"), [1]);
}

#[test]
fn exposures_are_as_worked_out_by_hand() {
    let built = build();
    for expected in EXPECTED {
        // Which of two comes first is not this test's matter.
        let mut found: Vec<(String, &str, String, Vec<String>)> = project(&built, expected.project)
            .exposures
            .iter()
            .map(|exposure| (exposure.cause.clone(), exposure.level, format!("{:.2}", exposure.score), exposure.open.clone()))
            .collect();
        let mut by_hand: Vec<(String, &str, String, Vec<String>)> = (expected.exposures.iter())
            .map(|(cause, level, score, open)| {
                ((*cause).to_owned(), *level, (*score).to_owned(), open.iter().map(|id| (*id).to_owned()).collect())
            })
            .collect();
        found.sort();
        by_hand.sort();
        assert_eq!(found, by_hand, "{}", expected.project);
    }
}

#[test]
fn windows_gates_and_waves_are_as_worked_out_by_hand() {
    let built = build();
    let window = |id: &str, stage: &str| {
        let stage = project(&built, id).stages.iter().find(|found| found.id == stage).unwrap();
        (stage.start.as_deref().unwrap(), stage.end.as_deref())
    };
    assert_eq!(window("beacon", "pilot"), ("2025-12-03", Some("2026-03-17")));
    assert_eq!(window("beacon", "production"), ("2026-03-17", Some("2026-06-14")));
    assert_eq!(window("beacon", "scale"), ("2026-05-15", None));
    let gate = |id: &str| project(&built, id).next_gate.as_ref().map(|gate| (gate.stage.as_str(), gate.date.as_deref()));
    assert_eq!(gate("atlas"), Some(("pilot", Some("2026-07-10"))));
    assert_eq!(gate("beacon"), Some(("production", Some("2026-06-12"))));
    assert_eq!(gate("compass"), Some(("scale", None)));
    assert_eq!(gate("grove"), Some(("poc", Some("2026-05-29"))));
    assert_eq!((gate("drift"), gate("ember")), (None, None));
    let waves: Vec<_> = project(&built, "compass").waves.iter().map(|wave| (wave.state, wave.planned.as_deref().unwrap())).collect();
    assert_eq!(waves, [("promoted", "2026-04-29"), ("running", "2026-05-14"), ("planned", "2026-06-01"), ("planned", "2026-06-15")]);
    let second = &project(&built, "compass").waves[1];
    let verdicts: Vec<(&str, &str, usize)> =
        second.guardrails.iter().map(|guardrail| (guardrail.id.as_str(), guardrail.verdict, guardrail.samples)).collect();
    assert_eq!(verdicts, [("error-rate", "pass", 6), ("would-keep", "warn", 2), ("answer-time", "inconclusive", 1)]);
}

/// The texts of a page that stand in paragraphs of a class.
fn paragraphs<'h>(html: &'h str, class: &str) -> Vec<&'h str> {
    let opening = format!("<p class=\"{class}\">");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('<').next()).collect()
}

#[test]
fn the_path_of_the_front_page_counts_the_projects_that_the_line_above_it_counts() {
    let built = build();
    let (_, html) = built.site.files.iter().find(|(path, _)| path.as_str() == "index.html").unwrap();
    let html = std::str::from_utf8(html).unwrap();
    assert!(html.contains("<li class=\"quiet\">7 projects</li>"));
    let complete = |stage: &str| {
        let statuses = built.status.projects.iter().flat_map(|project| &project.stages);
        statuses.filter(|found| found.id == stage && found.status == "complete").count()
    };
    let stages = ["discovery", "poc", "pilot", "production", "scale"];
    let counted: Vec<String> = stages.map(|stage| format!("{} of 7 projects complete", complete(stage))).into();
    assert_eq!(paragraphs(html, "step-when"), counted);
    assert_eq!(complete("scale"), 1, "the project that was scaled");
}

/// The rows of a page's list of exposures.
fn rows(html: &str) -> Vec<&str> {
    html.split("<li class=\"exposure\">").skip(1).filter_map(|row| Some(row.split_once("</ul>")?.0)).collect()
}

#[test]
fn project_pages_show_the_same_exposures() {
    let built = build();
    let titles = [
        ("no-business-owner", "No business owner"),
        ("cost-underestimated", "Production cost underestimated"),
        ("no-budget", "No budget for production"),
        ("legacy-systems", "Legacy systems"),
        ("organisational-resistance", "Organisational resistance"),
        ("no-change-management", "No change management"),
    ];
    for expected in EXPECTED {
        let path = format!("projects/{}/index.html", expected.project);
        let (_, html) = built.site.files.iter().find(|(found, _)| found.as_str() == path).unwrap();
        let html = String::from_utf8(html.to_vec()).unwrap();
        let rows = rows(&html);
        assert_eq!(rows.len(), expected.exposures.len(), "{path}");
        for (cause, level, score, open) in expected.exposures {
            let title = titles.iter().find(|(id, _)| id == cause).unwrap().1;
            let row = rows.iter().find(|row| row.contains(&format!(">{title}<"))).unwrap_or_else(|| panic!("{path} names {title}"));
            assert!(row.contains(level), "{path}: {title} is {level}");
            assert!(row.contains(score), "{path}: {title} has {score}");
            let guards = row.matches(".html#").count();
            assert_eq!(guards, open.len(), "{path}: open guards of {title}");
        }
    }
}

#[test]
fn the_terminal_shows_the_same_exposures() {
    for expected in EXPECTED.iter().filter(|expected| !expected.exposures.is_empty()) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rollbook"));
        let arguments = ["status", expected.project, "--as-of", "2026-06-01", "--book", env!("CARGO_MANIFEST_DIR")];
        let output = command.args(arguments).env("NO_COLOR", "1").env("COLUMNS", "200").output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        for (cause, level, score, open) in expected.exposures {
            let line =
                text.lines().find(|line| line.split_whitespace().next() == Some(cause)).unwrap_or_else(|| panic!("{cause} in {text}"));
            assert!(line.contains(level) && line.contains(score), "{}: {line}", expected.project);
            assert!(line.contains(open[0]), "{}: {line}", expected.project);
        }
        let shown = text
            .lines()
            .filter(|line| [" critical", " exposed", " latent"].iter().any(|level| line.contains(level)) && line.contains('/'))
            .count();
        assert_eq!(shown, expected.exposures.len(), "{}", expected.project);
    }
}
