//! The chart of all projects: order, groups, what lies outside. Tests only.

use std::collections::BTreeSet;

use super::*;
use crate::page::gantt;
use crate::path::OutputPath;

#[test]
fn freezes_and_holidays_are_shaded_and_a_projects_own_holidays_are_its_own() {
    let calendar = "holidays = [{ date = 2026-05-01, name = \"Labour Day\" }]
freezes = [{ start = 2026-02-16, end = 2026-02-27, reason = \"Audit\" }, { start = 2026-02-23, end = 2026-03-06, reason = \"Year-end closing\" }, { start = 2030-01-01, end = 2030-01-31 }]";
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\nholidays: [2026-05-14]\n---\n-- content/projects/beacon.md --\n---\ntitle: Beacon\n---\n";
    let schedule = schedule_of(&book(calendar, files), "2026-02-01");
    let freezes: Vec<(&str, String, bool)> = schedule
        .axis
        .freezes
        .iter()
        .map(|freeze| (freeze.reason.as_str(), days(&schedule.axis, &freeze.span), freeze.is_crowded))
        .collect();
    assert_eq!(freezes, [("Audit", "02-16..02-28".into(), false), ("Year-end closing", "02-23..03-07".into(), true)]);
    let of = |days: &[gantt::Holiday]| days.iter().map(|day| day.date.clone()).collect::<Vec<_>>();
    assert_eq!(of(&schedule.axis.holidays), ["2026-05-01", "2026-05-14"]);
    assert_eq!(schedule.axis.holidays[0].name.as_deref(), Some("Labour Day"));
    let portfolio = portfolio_of(&book(calendar, files), "2026-02-01");
    assert_eq!(of(&portfolio.axis.holidays), ["2026-05-01"]);
    let own: Vec<_> = portfolio.groups[0].lanes.iter().map(|lane| (lane.project.title.as_str(), of(&lane.holidays))).collect();
    assert_eq!(own, [("Atlas", vec!["2026-05-14".to_owned()]), ("Beacon", vec![])]);
}

#[test]
fn far_away_dates_do_not_squeeze_the_rest_and_are_told_in_words() {
    let files = "-- content/projects/atlas.md --
---
title: Atlas
stages: { scale: { start: 2031-01-06, reason: Moved to the next programme } }
---
-- content/projects/beacon.md --
---
title: Beacon
start: 2023-01-02
---
";
    let portfolio = portfolio_of(&book("", files), "2026-02-01");
    assert_eq!((portfolio.axis.start.as_str(), portfolio.axis.last.as_str(), portfolio.axis.is_cut), ("2025-08-01", "2027-02-28", true));
    let lanes = &portfolio.groups[0].lanes;
    let outside = |title: &str| &lanes.iter().find(|lane| lane.project.title == title).unwrap().outside;
    assert_eq!(outside("Atlas").before, None);
    assert_eq!(
        outside("Atlas").after.as_deref().unwrap(),
        "Scale from 6 Jan 2031, wave 10 % from 6 Jan 2031, wave 25 % from 20 Jan 2031, wave 50 % from 3 Feb 2031, wave 100 % from 17 Feb 2031"
    );
    assert_eq!(
        outside("Beacon").before.as_deref().unwrap(),
        "Discovery to 15 Jan 2023, PoC to 12 Feb 2023, Pilot to 1 Apr 2023, Production to 1 Jul 2023, Scale from 2 Jun 2023"
    );
    assert!(portfolio.marks.contains(&"outside"));
}

#[test]
fn the_number_of_a_stage_stands_clear_of_gates_that_were_passed_late_and_of_as_of() {
    let late = decision("atlas", "gate:discovery", "go", "2026-01-26");
    let files = format!("-- content/projects/atlas.md --\n---\ntitle: Atlas\n---\n{late}");
    let places = |as_of: &str| -> Vec<String> {
        let portfolio = portfolio_of(&book("", &files), as_of);
        let lane = &portfolio.groups[0].lanes[0];
        let day = |x: &String| days(&portfolio.axis, &gantt::Span { x: x.clone(), width: "0.00".into() })[..5].to_owned();
        lane.bars.iter().map(|bar| format!("{} {}", bar.label_x.as_ref().map_or("-".into(), day), bar.has_room)).collect()
    };
    // Between the window's begin and that of the next one, the diamond leaves the second stage no room.
    assert_eq!(places("2026-05-11"), ["- false", "- false", "02-16 true", "04-05 true", "07-05 true"]);
    assert_eq!(places("2026-03-05"), ["- false", "- false", "03-06 true", "04-05 true", "07-05 true"]);
}

#[test]
fn a_project_without_any_date_has_no_chart() {
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\n---\n";
    let book = book("", files).replace("start = 2026-01-05\n", "");
    assert_eq!(seen(&book, "2026-02-01", |context, output| gantt::schedule(context, output, &context.playbook.projects[0])), None);
    let charts = |book: &str| {
        seen(book, "2026-02-01", |context, output| {
            gantt::charts(context).iter().map(|(_, chart)| gantt::portfolio(context, output, chart)).collect::<Vec<_>>()
        })
    };
    assert_eq!(charts(&book), [None]);
}

#[test]
fn a_few_projects_stand_together_in_the_order_in_which_something_is_to_be_decided() {
    let files = "-- content/projects/atlas.md --\n---\ntitle: Atlas\nstart: 2026-04-06\n---\n-- content/projects/beacon.md --\n---\ntitle: Beacon\n---\n-- content/projects/compass.md --\n---\ntitle: Compass\nclosed: { date: 2026-01-20, outcome: stopped, reason: Enough }\n---\n-- content/projects/drift.md --\n---\ntitle: Drift\nstart: 2026-01-12\n---\n";
    let files = format!("{files}{}", decision("beacon", "gate:discovery", "go", "2026-01-16"));
    let portfolio = portfolio_of(&book("", &files), "2026-02-01");
    let rows: Vec<_> = portfolio.groups[0].lanes.iter().map(|lane| (lane.project.title.as_str(), lane.next.as_deref().unwrap())).collect();
    let expected = [("Drift", "9 days ago: Discovery gate"), ("Beacon", "in 12 days: PoC gate"), ("Atlas", "in 75 days: Discovery gate")];
    assert_eq!(rows, expected);
    assert_eq!((portfolio.groups.len(), &portfolio.groups[0].title, portfolio.closed), (1, &None, 1));
}

/// The groups of each page of the chart, and the projects in them.
fn pages_of(book: &str, as_of: &str) -> Vec<Vec<(String, Vec<String>)>> {
    seen(book, as_of, |context, _| {
        let page = |(output, chart): &(OutputPath, gantt::Chart)| {
            let page = gantt::portfolio(context, output, chart).unwrap();
            let ids = |group: &gantt::portfolio::Group| group.lanes.iter().map(|lane| lane.id.clone()).collect();
            page.groups.iter().map(|group| (group.title.clone().unwrap(), ids(group))).collect()
        };
        gantt::charts(context).iter().map(page).collect()
    })
}

#[test]
fn many_projects_stand_in_groups_on_several_pages_each_of_them_once() {
    let start = |n: i64| add_days(parse_date("2025-12-27").unwrap(), n).unwrap();
    let project = |n: i64| format!("-- content/projects/p{n:03}.md --\n---\ntitle: P{n:03}\nstart: {}\n---\n", start(n));
    let mut files: String = (0..180).map(project).collect();
    files.push_str("-- content/projects/z.md --\n---\ntitle: Z\n---\n");
    files.push_str(&decision("z", "gate:discovery", "kill", "2026-01-16"));
    let pages = pages_of(&book("", &files), "2026-03-02");
    let titles: Vec<Vec<&str>> = pages.iter().map(|page| page.iter().map(|(title, _)| title.as_str()).collect()).collect();
    assert_eq!(
        titles,
        [
            vec!["Overdue, 1 to 50 of 52"],
            vec!["Overdue, 51 to 52 of 52", "Within two weeks, 15 projects", "Within eight weeks, 1 to 33 of 42"],
            vec!["Within eight weeks, 34 to 42 of 42", "Later, 1 to 41 of 71"],
            vec!["Later, 42 to 71 of 71", "Nothing scheduled, 1 project"],
        ]
    );
    let ids: BTreeSet<&String> = pages.iter().flatten().flat_map(|(_, ids)| ids).collect();
    assert_eq!((ids.len(), pages.iter().flatten().map(|(_, ids)| ids.len()).sum::<usize>()), (181, 181));
}

#[test]
fn all_pages_of_the_chart_have_one_scale() {
    let project = |n: i64| format!("-- content/projects/p{n:03}.md --\n---\ntitle: P{n:03}\nstart: 2026-{:02}-02\n---\n", 1 + n / 10);
    let files: String = (0..60).map(project).collect();
    let scales = seen(&book("", &files), "2026-03-02", |context, _| {
        let axis = |(output, chart): &(OutputPath, gantt::Chart)| gantt::portfolio(context, output, chart).unwrap().axis;
        gantt::charts(context).iter().map(axis).collect::<Vec<_>>()
    });
    assert_eq!(scales.len(), 2);
    assert_eq!(scales[0], scales[1]);
}

#[test]
fn a_wave_that_waits_for_a_gate_is_not_overdue() {
    let day = |waves: &str, as_of: &str| {
        let stages = format!(
            "-- content/stages/01-a.md --\n---\nwindow: Month 1-6\ngate: {{}}\n---\n-- content/stages/02-b.md --\n---\nwindow: Month 2+\nwaves:\n{waves}\n---\n"
        );
        let book =
            format!("-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n{stages}-- content/projects/p.md --\n---\ntitle: P\n---\n");
        portfolio_of(&book, as_of).groups[0].lanes[0].next.clone().unwrap()
    };
    let wave = "- { percent: 100, rollback: https://a.example/ }";
    assert_eq!(day(wave, "2026-03-02"), "today: wave 100 %", "planned for February, and not late while the gate is open and not due");
    assert_eq!(day(wave, "2026-07-13"), "158 days ago: wave 100 %", "the gate's window is over, and the status calls the wave late");
}
