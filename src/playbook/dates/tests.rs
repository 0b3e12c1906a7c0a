//! Whole projects and what is said of each of their dates. Tests only.

use super::*;
use crate::calendar::parse_date;
use crate::pipeline::Pipeline;
use crate::source::Sources;

/// Three stages, the last one with three waves.
const BOOK: &str = "-- content/stages/01-poc.md --\n---\ntitle: Proof of concept\nwindow: Weeks 3–6\ngate: { question: Go? }\nchecklist: [X]\n---\n\
    -- content/stages/02-pilot.md --\n---\nwindow: Month 2-3\ngate: { question: Go? }\nchecklist: [X]\n---\n\
    -- content/stages/03-scale.md --\n---\nwindow: Month 6+\ngate: { question: Go? }\nwaves:\n\
    - { percent: 10, bake: 10d }\n- { percent: 25, bake: 10d }\n- { percent: 100 }\n---\n";

/// Every date of the first project, `subject what date: because`, in a book with that calendar and those files.
fn dates(calendar: &str, files: &str, as_of: &str) -> Vec<String> {
    let book = format!("-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n[calendar]\n{calendar}\n{BOOK}{files}");
    explained(&book, as_of)
}

fn explained(book: &str, as_of: &str) -> Vec<String> {
    let sources = Sources::from_fixture(book);
    let mut lines = Vec::new();
    let mut ask = |playbook: &Playbook<'_>| {
        let day = |date: Option<Date>| date.map_or("none".to_owned(), |date| date.to_string());
        let line = |date: ExplainedDate| format!("{} {} {}: {}", date.subject, date.what.word(), day(date.date), date.because);
        lines = explain(playbook, &playbook.projects[0]).into_iter().map(line).collect();
    };
    Pipeline::default().values(&sources, parse_date(as_of).unwrap(), &mut ask, &mut |_| {});
    lines
}

/// Those of them that begin so.
fn only(lines: Vec<String>, begin: &str) -> Vec<String> {
    lines.into_iter().filter_map(|line| line.strip_prefix(begin).map(str::to_owned)).collect()
}

#[test]
fn a_project_that_changes_nothing() {
    let holidays = "holidays = [{ date = 2026-04-03, name = \"Good Friday\" }]";
    assert_eq!(
        dates(holidays, "", "2026-01-05"),
        [
            "poc start 2026-01-19: window `Weeks 3–6`, counted from the book's start 5 January 2026",
            "poc end 2026-02-15: window `Weeks 3–6`, counted from the book's start 5 January 2026",
            "poc gate review 2026-02-13: last workday of the window: 14 February 2026 and 15 February 2026 are no workdays",
            "pilot start 2026-02-05: window `Months 2–3`, counted from the book's start 5 January 2026",
            "pilot end 2026-04-04: window `Months 2–3`, counted from the book's start 5 January 2026",
            "pilot gate review 2026-04-02: last workday of the window: 3 April 2026 is Good Friday; 4 April 2026 is a Saturday",
            "pilot overlap 2026-02-05: overlaps Proof of concept for 11 days, allowed",
            "scale start 2026-06-05: window `Month 6+`, counted from the book's start 5 January 2026",
            "scale end none: open: window `Month 6+` has no end",
            "scale gate review none: unscheduled: the window has no end",
            "scale gap 2026-04-05: 61 days between Pilot and Scale belong to no stage",
            "scale/w10 planned start 2026-06-08: first allowed day from 5 June 2026, when Scale starts: 5 June 2026 is a Friday, which is avoided; 6 June 2026 and 7 June 2026 are no workdays",
            "scale/w10 forecast 2026-06-08: as planned",
            "scale/w25 planned start 2026-06-22: the bake of `w10` (10 workdays) ends on 19 June 2026; first allowed day after it: 20 June 2026 and 21 June 2026 are no workdays",
            "scale/w25 forecast 2026-06-22: as planned",
            "scale/w100 planned start 2026-07-06: the bake of `w25` (10 workdays) ends on 3 July 2026; first allowed day after it: 4 July 2026 and 5 July 2026 are no workdays",
            "scale/w100 forecast 2026-07-06: as planned",
        ]
    );
}

#[test]
fn holidays_of_a_file_and_of_a_project_are_named() {
    let ics = "-- off/public.ics --\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250403\nRRULE:FREQ=YEARLY\nSUMMARY:Founders' Day\nEND:VEVENT\nEND:VCALENDAR\n";
    let csv = "-- off/company.csv --\ndate;name\n2026-04-02;Company outing\n2026-04-03;Another name\n";
    let project = "-- content/projects/p.md --\n---\nholidays: [{ date: 2026-04-01, name: Own day }, 2026-03-31, 2026-04-02]\n---\n";
    let lines = dates("holiday_files = [\"off/public.ics\", \"off/company.csv\"]", &format!("{ics}{csv}{project}"), "2026-01-05");
    assert_eq!(
        only(lines, "pilot gate review "),
        ["2026-03-30: last workday of the window: 31 March 2026 is a holiday; 1 April 2026 is Own day; 2 April 2026 is Company outing; \
             3 April 2026 is Founders' Day; and so on until 4 April 2026"]
    );
}

#[test]
fn a_project_that_moves_its_stages() {
    let project = "-- content/projects/p.md --\n---\nstart: 2026-01-31\nstages:\n  poc: { end: 2026-03-22, reason: Data came late }\n---\n";
    let lines = dates("", project, "2026-01-05");
    assert_eq!(
        lines[..6],
        [
            "poc start 2026-02-14: window `Weeks 3–6`, counted from the project's start 31 January 2026",
            "poc end 2026-03-22: set by the project: \"Data came late\"",
            "poc gate review 2026-03-20: last workday of the window: 21 March 2026 and 22 March 2026 are no workdays",
            "pilot start 2026-03-09: moved 9 days later with the end of Proof of concept; the project set that end to 22 March 2026: \"Data came late\"; by window `Months 2–3` it would start on 28 February 2026",
            "pilot end 2026-05-08: moved 9 days later with the end of Proof of concept; the project set that end to 22 March 2026: \"Data came late\"; by window `Months 2–3` it would end on 29 April 2026",
            "pilot gate review 2026-05-08: last day of the window, and a workday",
        ]
    );
    let moved_start = project.replace("end: 2026-03-22", "start: 2026-02-09");
    let lines = dates("overlap = \"warn\"", &moved_start, "2026-01-05");
    assert_eq!(
        only(lines.clone(), "poc "),
        [
            "start 2026-02-09: set by the project: \"Data came late\"",
            "end 2026-03-08: the project moved the start, and the length stays 28 days",
            "gate review 2026-03-06: last workday of the window: 7 March 2026 and 8 March 2026 are no workdays",
        ]
    );
    assert_eq!(
        only(lines, "pilot ")[0],
        "start 2026-02-23: moved 5 days earlier with the end of Proof of concept; that end is 8 March 2026 since the project moved its start: \"Data came late\"; by window `Months 2–3` it would start on 28 February 2026"
    );
    let short = dates("", "-- content/projects/p.md --\n---\nstart: 2026-01-31\n---\n", "2026-01-05");
    assert_eq!(
        only(short, "pilot start "),
        ["2026-02-28: window `Months 2–3`, counted from the project's start 31 January 2026; February 2026 has no day 31"]
    );
}

#[test]
fn overlaps_that_are_clipped_warned_of_or_denied() {
    let of = |overlap: &str| dates(&format!("months = \"four-week\"\noverlap = \"{overlap}\""), "", "2026-01-05");
    assert_eq!(
        only(of("clip"), "pilot "),
        [
            "start 2026-02-16: clipped: it starts when Proof of concept has ended, on 15 February 2026",
            "end 2026-03-29: window `Months 2–3`, counted from the book's start 5 January 2026 in months of 28 days",
            "gate review 2026-03-27: last workday of the window: 28 March 2026 and 29 March 2026 are no workdays",
        ]
    );
    assert_eq!(only(of("warn"), "pilot overlap "), ["2026-02-02: overlaps Proof of concept for 14 days, the book warns of it"]);
    assert_eq!(only(of("deny"), "pilot overlap "), ["2026-02-02: overlaps Proof of concept for 14 days, the book denies it"]);
}

#[test]
fn a_wave_that_meets_a_freeze_starts_late_or_is_held() {
    let calendar = "freezes = [{ start = 2026-06-22, end = 2026-07-10, reason = \"Summer\" }]";
    let wave = |state: &str| format!("-- content/projects/p.md --\n---\nstages:\n  scale:\n    waves: {{ {state} }}\n---\n");
    assert_eq!(
        only(dates(calendar, "", "2026-06-01"), "scale/w25 planned start "),
        [
            "2026-07-13: the bake of `w10` (10 workdays) ends on 19 June 2026; first allowed day after it: 20 June 2026 and 21 June 2026 are no workdays; \
             a freeze \"Summer\" lasts until 10 July 2026; 11 July 2026 and 12 July 2026 are no workdays"
        ]
    );
    assert_eq!(
        only(dates("", &wave("w10: { started: 2026-06-10 }"), "2026-06-26"), "scale/"),
        [
            "w10 planned start 2026-06-08: first allowed day from 5 June 2026, when Scale starts: 5 June 2026 is a Friday, which is avoided; 6 June 2026 and 7 June 2026 are no workdays",
            "w10 forecast 2026-06-10: started on 10 June 2026",
            "w25 planned start 2026-06-22: the bake of `w10` (10 workdays) ends on 19 June 2026; first allowed day after it: 20 June 2026 and 21 June 2026 are no workdays",
            "w25 forecast 2026-06-29: it has not started; first allowed day from 26 June 2026: 26 June 2026 is a Friday, which is avoided; 27 June 2026 and 28 June 2026 are no workdays",
            "w100 planned start 2026-07-06: the bake of `w25` (10 workdays) ends on 3 July 2026; first allowed day after it: 4 July 2026 and 5 July 2026 are no workdays",
            "w100 forecast 2026-07-13: the bake of `w25` (10 workdays) ends on 10 July 2026; first allowed day after it: 11 July 2026 and 12 July 2026 are no workdays",
        ]
    );
    let own = wave("w10: { start: 2026-06-09 }, w25: { start: 2026-06-27 }, w100: { start: 2026-06-30 }");
    assert_eq!(
        only(dates("avoid_weekdays = []", &own, "2026-06-01"), "scale/").into_iter().step_by(2).collect::<Vec<_>>(),
        [
            "w10 planned start 2026-06-09: set by the project",
            "w25 planned start 2026-06-29: first allowed day from 27 June 2026, which the project set: 27 June 2026 and 28 June 2026 are no workdays",
            "w100 planned start 2026-07-13: the bake of `w25` (10 workdays) ends on 10 July 2026; first allowed day after it: 11 July 2026 and 12 July 2026 are no workdays; the project set 30 June 2026, which is earlier",
        ]
    );
    let decided = |subject: &str, outcome: &str| {
        let decision = format!("-- content/decisions/1.md --\n---\nsubject: {subject}\noutcome: {outcome}\ndate: 2026-06-15\n---\n");
        dates("", &format!("{}{decision}", wave("w10: { started: 2026-06-10 }")), "2026-06-17")
    };
    assert_eq!(only(decided("wave:scale/w10", "hold"), "scale/w100 forecast "), ["none: unscheduled: `w10` is on hold since 15 June 2026"]);
    assert_eq!(
        only(decided("wave:scale/w10", "rollback"), "scale/w25 forecast "),
        ["none: unscheduled: `w10` is rolled back since 15 June 2026"]
    );
    assert_eq!(
        only(decided("gate:pilot", "kill"), "scale/w25 planned start "),
        ["none: unscheduled: the project was ended at the gate of Pilot on 15 June 2026"]
    );
    let closed = "-- content/projects/p.md --\n---\nclosed: { date: 2026-05-01, outcome: stopped }\n---\n";
    assert_eq!(only(dates("", closed, "2026-06-01"), "scale/w10 forecast "), ["none: unscheduled: the project is closed since 1 May 2026"]);
}

#[test]
fn a_wave_that_can_start_at_once_needs_no_day_to_be_passed_over() {
    let project = |state: &str| {
        format!("-- content/projects/p.md --\n---\nstart: 2026-01-08\nstages: {{ scale: {{ waves: {{ {state} }} }} }}\n---\n")
    };
    let calendar = "workdays = [\"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\", \"Sat\", \"Sun\"]\navoid_weekdays = []";
    assert_eq!(
        only(dates(calendar, &project("w100: { start: 2026-07-01 }"), "2026-06-10"), "scale/"),
        [
            "w10 planned start 2026-06-08: Scale starts on that day",
            "w10 forecast 2026-06-10: it has not started, and can't before today",
            "w25 planned start 2026-06-18: the day after the bake of `w10` (10 workdays)",
            "w25 forecast 2026-06-20: the day after the bake of `w10` (10 workdays)",
            "w100 planned start 2026-07-01: set by the project",
            "w100 forecast 2026-07-01: as planned",
        ]
    );
    let frozen = format!("{calendar}\nfreezes = [{{ start = 2026-06-01, end = 2040-12-31 }}]");
    let never = "none: unscheduled: in the ten years from 8 June 2026 on there is no day on which it may start and be watched";
    assert_eq!(only(dates(&frozen, &project(""), "2026-01-05"), "scale/w10 planned start "), [never]);
}

#[test]
fn what_is_unscheduled_says_why() {
    let of = |windows: &[&str], calendar: &str| {
        let stage =
            |(n, window): (usize, &&str)| format!("-- content/stages/0{n}-s{n}.md --\n---\nwindow: {window}\nchecklist: [X]\n---\n");
        let stages: String = windows.iter().enumerate().map(stage).collect();
        only(explained(&format!("-- book.toml --\n[book]\nid = \"b\"\n{calendar}\n{stages}"), "2026-01-05"), "")
    };
    let start = "start = 2026-01-05";
    let starts = |windows: &[&str], calendar: &str| {
        of(windows, calendar)
            .into_iter()
            .filter_map(|line| line.split_once(" start none: unscheduled: ").map(|(_, why)| why.to_owned()))
            .collect::<Vec<_>>()
    };
    let no_start = "window `Weeks 1–2` is counted from the project's start, and neither the project nor the book has one";
    assert_eq!(starts(&["Week 1-2", "after s0 for 1w"], ""), [no_start, "it comes after S0, which is unscheduled"]);
    assert_eq!(
        starts(&["Month 6+", "after s0 for 1w", "after gone for 1w", "''"], start),
        ["it comes after S0, which has no end", "there is no stage `gone` to come after", "the stage has no window"]
    );
    assert_eq!(
        starts(&["after s1 for 1w", "after s0 for 1w"], start),
        ["the windows wait for each other, S0 → S1 → S0", "the windows wait for each other, S1 → S0 → S1"]
    );
    assert_eq!(
        starts(&["Week 1-6", "Week 2", "Week 4+", "Week 9"], &format!("{start}\n[calendar]\noverlap = \"clip\"")),
        ["overlaps are clipped, and it is over before S0 ends", "overlaps are clipped, and S2 has no end"]
    );
    assert_eq!(
        of(&["2026-03-01..2026-03-02", "after s0 for 1m"], ""),
        [
            "s0 start 2026-03-01: window `2026-03-01..2026-03-02`, the same days in every project",
            "s0 end 2026-03-02: window `2026-03-01..2026-03-02`, the same days in every project",
            "s1 start 2026-03-03: window `after s0 for 1m`: S0 ends on 2 March 2026",
            "s1 end 2026-04-02: window `after s0 for 1m`, counted from 3 March 2026",
        ]
    );
}

#[test]
fn a_start_that_the_project_set_and_that_does_not_count_is_not_passed_over_in_silence() {
    let files =
        "-- content/projects/a.md --\n---\nstages: { scale: { waves: { w10: { start: 2026-06-08 }, w25: { start: 2026-06-10 } } } }\n---\n";
    let planned = only(dates("", files, "2026-01-05"), "scale/w25 planned start ");
    assert_eq!(
        planned,
        [
            "2026-06-22: the bake of `w10` (10 workdays) ends on 19 June 2026; first allowed day after it: 20 June 2026 and 21 June 2026 are no workdays; the project set 10 June 2026, which is earlier"
        ]
    );
}
