//! The chart of one project: planned, moved, real. Tests only.

use std::collections::BTreeSet;

use super::*;

#[test]
fn the_default_windows_are_drawn_on_their_days() {
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\n---\n";
    let schedule = schedule_of(&book("", files), "2026-01-05");
    assert_eq!((schedule.axis.start.as_str(), schedule.axis.last.as_str()), ("2026-01-01", "2026-09-30"));
    let expected = [
        "Discovery, 01-05..01-19, gate open 01-16",
        "PoC, 01-19..02-16, overlap 02-05..02-16, gate open 02-13",
        "Pilot, 02-05..04-05, overlap 02-05..02-16, gate open 04-03",
        "Production, 04-05..07-05, overlap 06-05..07-05, gate open 07-03",
        "Scale, 06-05..09-25 open, overlap 06-05..07-05",
        "  10 % planned 06-08..06-22",
        "  25 % planned 06-22..07-06",
        "  50 % planned 07-06..07-20",
        "  100 % planned 07-20..08-01",
    ];
    assert_eq!(drawn(&schedule), expected);
    let overlaps: Vec<&str> = schedule.rows.iter().flat_map(|row| &row.overlaps).map(|overlap| overlap.text.as_str()).collect();
    let counted = ["PoC and Pilot overlap for 11 days", "Production and Scale overlap for 30 days"];
    assert_eq!(BTreeSet::from_iter(overlaps), BTreeSet::from_iter(counted));
}

#[test]
fn what_is_planned_stands_beside_what_was_planned_first_and_what_really_happened() {
    let project = "-- content/projects/atlas.md --
---
title: Atlas
stages:
  discovery: { items: { owner: 2026-01-07 } }
  poc: { end: 2026-03-01, reason: Data came late, items: { question: { state: doing, date: 2026-01-21 } } }
---
";
    let files = format!("{project}{}", decision("atlas", "gate:discovery", "go", "2026-01-20"));
    let schedule = schedule_of(&book("", &files), "2026-02-10");
    let expected = [
        "Discovery, 01-05..01-19, real 01-07..01-21, gate go 01-20 (review 01-16)",
        "PoC, 01-19..03-02, baseline 01-19..02-16, real 01-21..02-11, overlap 02-19..03-02, gate open 02-27",
        "Pilot, 02-19..04-19, baseline 02-05..04-05, overlap 02-19..03-02, gate open 04-17",
    ];
    assert_eq!(drawn(&schedule)[..3], expected);
    let dates = |n: usize| {
        let dates = &schedule.rows[n].dates;
        [&dates.slip, &dates.because, &dates.began_beside, &dates.ended_beside].map(|words| words.as_deref().unwrap_or("-"))
    };
    assert_eq!(dates(0), ["-", "-", "2 days later", "4 days later"]);
    assert_eq!(dates(1), ["ends 14 days later", "Data came late", "2 days later", "-"]);
    assert_eq!(dates(2), ["14 days later", "-", "-", "-"]);
    assert_eq!(
        schedule.rows[1].text,
        "PoC: 19 Jan 2026 to 1 Mar 2026, at risk; against the baseline ends 14 days later; first record 21 Jan 2026; gate review on 27 Feb 2026"
    );
}

#[test]
fn a_gate_whose_review_is_over_is_overdue_and_one_of_an_ended_project_is_not_to_come() {
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\n---\n";
    let late = schedule_of(&book("", files), "2026-02-20");
    assert_eq!(drawn(&late)[0], "Discovery, 01-05..01-19, gate open 01-16 overdue");
    let killed = schedule_of(&book("", &format!("{files}{}", decision("atlas", "gate:poc", "kill", "2026-02-10"))), "2026-02-20");
    assert_eq!(
        drawn(&killed)[..3],
        [
            "Discovery, 01-05..01-19",
            "PoC, 01-19..02-16, real 02-10..02-11, overlap 02-05..02-16, gate kill 02-10 (review 02-13)",
            "Pilot, 02-05..04-05, overlap 02-05..02-16",
        ]
    );
    assert_eq!(killed.rows[4].waves.as_ref().unwrap().steps, []);
}

#[test]
fn waves_start_where_they_really_did_with_the_planned_day_beside() {
    let files = "-- content/projects/atlas.md --
---
title: Atlas
stages: { scale: { waves: { w10: { started: 2026-06-10 }, w25: { started: 2026-06-29 } } } }
---
";
    let run = |decisions: &str| schedule_of(&book("", &format!("{files}{decisions}")), "2026-07-01");
    let promoted = decision("atlas", "wave:scale/w10", "continue", "2026-06-25");
    assert_eq!(
        drawn(&run(&promoted))[5..],
        [
            "  10 % promoted 06-10..06-29 planned 06-08",
            "  25 % running 06-29..07-13 planned 06-22",
            "  50 % planned 07-13..07-27 planned 07-06",
            "  100 % planned 07-27..08-08 planned 07-20",
        ]
    );
    let held = run(&format!("{promoted}{}", decision("atlas", "wave:scale/w25", "hold", "2026-06-30")));
    assert_eq!(drawn(&held)[6..], ["  25 % holding 06-29..07-11 planned 06-22"]);
    let waves = held.rows[4].waves.as_ref().unwrap();
    assert_eq!(
        waves.text,
        "Waves of Scale: wave 10 % started 10 Jun 2026, 2 days later than planned, promoted; wave 25 % started 29 Jun 2026, 7 days later than planned, holding; wave 50 % unscheduled; wave 100 % unscheduled"
    );
    assert_eq!(waves.steps.iter().map(|step| step.rise).collect::<Vec<_>>(), [10, 25]);
}

#[test]
fn as_of_away_from_every_date_is_said_and_not_drawn() {
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\nclosed: { date: 2026-03-01, outcome: stopped, reason: Enough }\nstages: { scale: { end: 2026-09-01, reason: Budget } }\n---\n";
    let axis = schedule_of(&book("", files), "2028-01-01").axis;
    assert_eq!((axis.now, axis.now_outside.as_deref()), (None, Some("1 January 2028 is after the last day drawn")));
    assert!(axis.months.iter().all(|month| !month.now));
}
