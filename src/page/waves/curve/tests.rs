//! Curves of a small book, by day and by what was decided. Tests only.

use super::*;
use crate::calendar::{add_days, parse_date};
use crate::pipeline::Pipeline;
use crate::source::Sources;

/// Three waves, 02-02…02-06, 02-09…02-13 and from 02-16, by plan.
const BOOK: &str = "
-- book.toml --
[book]
id = \"b\"
start = 2026-01-05
[project]
population = 150
[calendar]
freezes = [{ start = 2026-02-21, end = 2026-02-22, reason = \"Closing\" }]
-- content/stages/a.md --
---
window: Week 5+
waves:
  - { id: w10, percent: 10, actual_percent: 9.5 }
  - { id: w50, percent: 50 }
  - { id: w100, percent: 100 }
---
";

/// The book with the starts of its first waves, and decisions `WAVE DAY OUTCOME`; all days are of February.
fn book(started: &[&str], decisions: &[(&str, &str, &str)]) -> String {
    let mut book = BOOK.to_owned();
    for (percent, day) in ["10", "50", "100"].iter().zip(started) {
        book = book.replace(&format!("id: w{percent},"), &format!("id: w{percent}, started: 2026-02-{day},"));
    }
    for (n, (wave, day, outcome)) in decisions.iter().enumerate() {
        book.push_str(&format!(
            "-- content/decisions/{n}.md --\n---\nsubject: wave:a/{wave}\ndate: 2026-02-{day}\noutcome: {outcome}\n---\n"
        ));
    }
    book
}

fn curve(book: &str, as_of: Date) -> Option<Curve> {
    let mut found = None;
    let mut ask = |playbook: &Playbook<'_>| {
        let waves = &playbook.judgements[0].stages[0].waves;
        found = Plot { playbook, project: &playbook.projects[0], stage: &playbook.stages[0], waves }.curve();
    };
    let built = Pipeline::default().values(&Sources::from_fixture(book), as_of, &mut ask, &mut |_| {});
    assert!(!built.has_errors(), "{:#?}", built.diagnostics);
    found
}

/// The steps of a line: `DAY PERCENT`, `!` while held.
fn line(steps: &[Step]) -> String {
    let step = |step: &Step| format!("{} {}{}", &step.since[5..], step.percent, if step.held { "!" } else { "" });
    steps.iter().map(step).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_lines_are_what_was_planned_what_happened_and_what_is_expected() {
    let plan = "02-02 10, 02-09 50, 02-16 100";
    let (go, hold, back) = ("continue", "hold", "rollback");
    type Row<'r> = (&'r str, &'r [&'r str], &'r [(&'r str, &'r str, &'r str)], &'r str, &'r str);
    let rows: &[Row<'_>] = &[
        ("01-20", &[], &[], "", plan),
        ("02-03", &["03"], &[], "02-03 9.5", "02-03 9.5, 02-10 50, 02-17 100"),
        ("02-05", &["03"], &[], "02-03 9.5", "02-05 9.5, 02-10 50, 02-17 100"),
        ("02-10", &["03", "10"], &[("w10", "10", go)], "02-03 9.5, 02-10 50", "02-10 50, 02-17 100"),
        // On hold nothing that follows has a date.
        ("02-05", &["03"], &[("w10", "04", hold)], "02-03 9.5, 02-04 9.5!", ""),
        ("02-12", &["03"], &[("w10", "04", hold), ("w10", "11", go)], "02-03 9.5, 02-04 9.5!, 02-11 9.5", "02-12 9.5, 02-12 50, 02-19 100"),
        ("02-12", &["03"], &[("w10", "04", back)], "02-03 9.5, 02-04 0", ""),
        ("02-12", &["03", "10"], &[("w10", "10", go), ("w50", "11", back)], "02-03 9.5, 02-10 50, 02-11 9.5", ""),
        ("02-12", &["03", "10"], &[("w10", "10", go), ("w50", "11", hold)], "02-03 9.5, 02-10 50, 02-11 50!", ""),
        ("03-30", &["02", "09", "16"], &[("w10", "09", go), ("w50", "16", go), ("w100", "23", go)], "02-02 9.5, 02-09 50, 02-16 100", ""),
    ];
    for (day, started, decisions, real, forecast) in rows {
        let as_of = parse_date(&format!("2026-{day}")).unwrap();
        let curve = curve(&book(started, decisions), as_of).unwrap();
        let told = [line(&curve.planned), line(&curve.real), line(&curve.forecast)];
        assert_eq!(told, [plan, real, forecast], "{day} {started:?} {decisions:?}");
    }
}

#[test]
fn what_has_no_dates_has_no_curve() {
    let book = BOOK.replace("window: Week 5+\n", "");
    assert_eq!(curve(&book, parse_date("2026-02-10").unwrap()), None);
}

#[test]
fn heights_and_people_follow_from_percents() {
    let curve = curve(BOOK, parse_date("2026-01-20").unwrap()).unwrap();
    let levels: Vec<(i64, Option<u64>, &str)> = curve.levels.iter().map(|level| (level.percent, level.people, level.y.as_str())).collect();
    let expected = [(0, 0, "200.00"), (25, 38, "150.00"), (50, 75, "100.00"), (75, 113, "50.00"), (100, 150, "0.00")];
    assert_eq!(levels, expected.map(|(percent, people, y)| (percent, Some(people), y)));
    let first = &curve.planned[0];
    assert_eq!([&first.from_y, &first.y, &first.height], ["200.00", "180.00", "20.00"]);
    assert_eq!(curve.freezes.iter().map(|freeze| freeze.period.as_str()).collect::<Vec<_>>(), ["21 Feb 2026 to 22 Feb 2026"]);
    assert_eq!(
        curve.text,
        "On 20 January 2026 nobody is reached yet. Wave 10 % was planned for 2 February 2026 and is expected on 2 February 2026. Wave 50 % was planned for 9 February 2026 and is expected on 9 February 2026. Wave 100 % was planned for 16 February 2026 and is expected on 16 February 2026."
    );
}

#[test]
fn on_every_day_lines_go_from_left_to_right_inside_the_plot_and_what_happened_ends_today() {
    let decisions = [("w10", "09", "continue"), ("w50", "12", "hold"), ("w50", "17", "continue"), ("w100", "25", "rollback")];
    let book = book(&["03", "10", "18"], &decisions);
    let place = |text: &str| text.parse::<f64>().unwrap();
    for day in 0..90 {
        let as_of = add_days(parse_date("2026-01-05").unwrap(), day).unwrap();
        let curve = curve(&book, as_of).unwrap();
        for steps in [&curve.planned, &curve.real, &curve.forecast] {
            let places: Vec<f64> = steps.iter().flat_map(|step| [place(&step.x), place(&step.x2)]).collect();
            assert!(places.is_sorted() && places.iter().all(|x| (0.0..=100.0).contains(x)), "{as_of}: {places:?}");
            assert!(steps.iter().all(|step| (0.0..=200.0).contains(&place(&step.y))), "{as_of}");
            assert!(steps.windows(2).all(|pair| pair[0].y == pair[1].from_y && pair[0].x2 == pair[1].x), "{as_of}: one line");
        }
        if let (Some(today), Some(last)) = (&curve.today, curve.real.last()) {
            assert!(place(&last.x2) <= place(today), "{as_of}");
        }
        let first = curve.forecast.first().filter(|_| !curve.real.is_empty());
        assert!(first.is_none_or(|first| first.y == curve.real.last().unwrap().y), "{as_of}: the forecast goes on where the days end");
        assert!(curve.marks.iter().all(|mark| parse_date(&mark.date).unwrap() <= as_of), "{as_of}");
    }
}
