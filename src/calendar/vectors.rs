//! The vectors of the domain's section 6, and what must hold for every start. Tests only.

use jiff::civil::date;

use super::*;

mod edges;
mod properties;

const DEFAULT: [(&str, &str); 5] =
    [("discovery", "Week 1-2"), ("poc", "Week 3-6"), ("pilot", "Month 2-3"), ("production", "Month 4-6"), ("scale", "Month 6+")];

/// A project: stages as `id: window`, their own days as `id: first..last` with either left out.
#[derive(Debug)]
struct Fixture {
    windows: Vec<(String, Option<Window>)>,
    own: Vec<(Option<Date>, Option<Date>)>,
    start: Option<Date>,
    months: Months,
    overlap: Overlap,
}

impl Fixture {
    fn new(stages: &[(&str, &str)], start: &str) -> Self {
        let window = |text: &str| if text.is_empty() { None } else { Some(Window::parse(text).unwrap()) };
        let windows: Vec<_> = stages.iter().map(|(id, text)| ((*id).to_owned(), window(text))).collect();
        let own = vec![(None, None); windows.len()];
        Self { windows, own, start: parse_date(start), months: Months::Anniversary, overlap: Overlap::Allow }
    }

    fn clip(mut self) -> Self {
        self.overlap = Overlap::Clip;
        self
    }

    fn months(mut self, months: Months) -> Self {
        self.months = months;
        self
    }

    /// The project's own days, as its author types them: the last one included.
    fn own(mut self, id: &str, days: &str) -> Self {
        let n = self.windows.iter().position(|(known, _)| known == id).unwrap();
        let (first, last) = days.split_once("..").unwrap();
        self.own[n] = (parse_date(first), parse_date(last).map(|day| day.tomorrow().unwrap()));
        self
    }

    fn schedule(&self) -> Vec<Scheduled> {
        let aliases = ["old-poc".to_owned()];
        let stages: Vec<StagePlan<'_>> = self
            .windows
            .iter()
            .zip(&self.own)
            .map(|((id, window), (start, end))| StagePlan {
                id,
                aliases: if id == "poc" { &aliases } else { &[] },
                window: window.as_ref(),
                override_start: *start,
                override_end: *end,
            })
            .collect();
        schedule(&stages, self.start, self.months, self.overlap)
    }

    /// Every stage's days as `first..last`, or why it has none.
    fn days(&self) -> Vec<String> {
        self.schedule().into_iter().map(|stage| stage.plan.map_or_else(|why| format!("{why:?}"), |plan| shown(&plan.period))).collect()
    }

    fn plan(&self, n: usize) -> Result<Planned, Unscheduled> {
        self.schedule().swap_remove(n).plan
    }
}

fn shown(period: &Period) -> String {
    format!("{}..{}", period.start, period.last_day().map(|day| day.to_string()).unwrap_or_default())
}

fn periods(stages: &[Scheduled]) -> Vec<Period> {
    stages.iter().filter_map(Scheduled::period).collect()
}

fn week(freezes: Vec<Freeze>) -> Workdays {
    Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), freezes, WeekdaySet::FRIDAY)
}

#[test]
fn the_default_windows_from_a_monday() {
    let book = Fixture::new(&DEFAULT, "2026-01-05");
    let days = ["2026-01-05..2026-01-18", "2026-01-19..2026-02-15", "2026-02-05..2026-04-04", "2026-04-05..2026-07-04", "2026-06-05.."];
    assert_eq!(book.days(), days);
    let stages = periods(&book.schedule());
    let overlaps: Vec<_> = stages.windows(2).map(|pair| overlap_days(&pair[0], &pair[1])).collect();
    assert_eq!(overlaps, [Some(0), Some(11), Some(0), Some(30)]);
    let reviews: Vec<_> = stages.iter().map(|stage| week(Vec::new()).gate_review(stage)).collect();
    assert_eq!(reviews, [Some(date(2026, 1, 16)), Some(date(2026, 2, 13)), Some(date(2026, 4, 3)), Some(date(2026, 7, 3)), None]);
}

#[test]
fn the_default_windows_from_the_last_of_january() {
    let book = Fixture::new(&DEFAULT, "2026-01-31");
    assert_eq!(book.days()[2], "2026-02-28..2026-04-29");
    let stages = periods(&book.schedule());
    assert_eq!(overlap_days(&stages[1], &stages[2]), Some(14));
}

#[test]
fn the_worked_example_expects_37_of_62_workdays() {
    let production = Fixture::new(&[("production", "Month 4-6")], "2026-01-05").schedule()[0].period();
    let holidays = [date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 25)].map(Holiday::from);
    assert_eq!(expected(production.as_ref(), date(2026, 6, 1), &week(Vec::new()).with_holidays(&holidays)), Some((37, 62)));
}

#[test]
fn the_waves_of_scale() {
    let freeze = |last: i8| vec![Freeze { start: date(2026, 8, 10), end: date(2026, 8, last + 1), reason: "summer".into() }];
    let allow = Fixture::new(&DEFAULT, "2026-01-05").schedule()[4].period().map(|scale| scale.start);
    let clip = Fixture::new(&DEFAULT, "2026-01-05").clip().schedule()[4].period().map(|scale| scale.start);
    assert_eq!((allow, clip), (Some(date(2026, 6, 5)), Some(date(2026, 7, 5))));
    let cases = [
        (allow, vec![], ["2026-06-08", "2026-06-22", "2026-07-06", "2026-07-20"]),
        (clip, vec![], ["2026-07-06", "2026-07-20", "2026-08-03", "2026-08-17"]),
        (clip, freeze(21), ["2026-07-06", "2026-07-20", "2026-08-03", "2026-08-24"]),
        (clip, freeze(18), ["2026-07-06", "2026-07-20", "2026-08-03", "2026-08-19"]),
    ];
    for (start, freezes, waves) in cases {
        let plan = plan_waves(start, &[10; 4], &[], &week(freezes));
        assert_eq!(plan.iter().flatten().map(|wave| wave.start.to_string()).collect::<Vec<_>>(), waves);
    }
}

#[test]
fn every_start_of_eight_years_gives_the_overlaps_that_the_domain_promises() {
    for (months, poc_pilot, production_scale) in [(Months::Anniversary, 11..=14, 28..=31), (Months::FourWeek, 14..=14, 28..=28)] {
        let mut book = Fixture::new(&DEFAULT, "2024-01-01").months(months);
        let mut seen = (Vec::new(), Vec::new());
        while book.start < parse_date("2032-01-01") {
            let start = book.start.unwrap();
            let stages = periods(&book.schedule());
            let overlap = |a: usize, b: usize| overlap_days(&stages[a], &stages[b]).unwrap();
            seen.0.push(overlap(1, 2));
            seen.1.push(overlap(3, 4));
            assert_eq!((stages.len(), overlap(0, 1), overlap(2, 3)), (5, 0, 0), "{start}");
            assert_eq!(stages[2].end, Some(stages[3].start), "there is no day between Pilot and Production: {start}");
            assert!(stages.windows(2).all(|pair| gap_days(&pair[0], &pair[1]) == 0), "{start}");
            assert_eq!((stages[0].start, stages[4].end), (start, None));
            reviews_are_the_last_workdays(&stages, &week(Vec::new()));
            book.start = start.tomorrow().ok();
        }
        assert_eq!(seen.0.len(), 2_922);
        for (days, range) in [(seen.0, poc_pilot), (seen.1, production_scale)] {
            assert_eq!((days.iter().min(), days.iter().max()), (Some(range.start()), Some(range.end())), "{months:?}");
        }
    }
}

/// Each window that ends has a review on a workday of its own, and no workday after it.
fn reviews_are_the_last_workdays(stages: &[Period], days: &Workdays) {
    for stage in stages {
        let Some(end) = stage.end else { continue };
        let review = days.gate_review(stage).unwrap();
        assert!(stage.contains(review) && days.is_workday(review), "{stage:?}");
        assert_eq!(days.count(review.tomorrow().unwrap(), end), 0, "{stage:?}");
    }
}

#[test]
fn clipping_starts_each_stage_at_the_latest_end_before_it() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").clip();
    let days = ["2026-01-05..2026-01-18", "2026-01-19..2026-02-15", "2026-02-16..2026-04-04", "2026-04-05..2026-07-04", "2026-07-05.."];
    assert_eq!(book.days(), days);
    assert_eq!(book.plan(2).map(|plan| (plan.start, plan.end)), Ok((Origin::Clipped(1), Origin::Window)));
    let stages = [("a", "Week 1-6"), ("b", "Week 2"), ("c", "Week 4-8"), ("d", "Week 9+"), ("e", "Week 20"), ("f", "Week 30")];
    let days = ["2026-01-05..2026-02-15", "ClippedAway(0)", "2026-02-16..2026-03-01", "2026-03-02..", "BehindOpen(3)", "BehindOpen(3)"];
    assert_eq!(Fixture::new(&stages, "2026-01-05").clip().days(), days);
}

#[test]
fn an_own_start_keeps_the_length_and_moves_what_follows() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").own("poc", "2026-01-26..");
    let days = ["2026-01-05..2026-01-18", "2026-01-26..2026-02-22", "2026-02-12..2026-04-11", "2026-04-12..2026-07-11", "2026-06-12.."];
    assert_eq!(book.days(), days);
    let moved = Origin::Moved { days: 7, with: 1 };
    assert_eq!(book.plan(1).map(|plan| (plan.start, plan.end)), Ok((Origin::Override, Origin::KeptLength)));
    assert_eq!(book.plan(2).map(|plan| (plan.start, plan.end)), Ok((moved, moved)));
    assert_eq!(book.plan(4).map(|plan| (plan.start, plan.end)), Ok((moved, Origin::Window)));
    let stages = book.schedule();
    assert_eq!(stages.iter().map(Scheduled::slip_days).collect::<Vec<_>>(), [Some(0), Some(7), Some(7), Some(7), Some(7)]);
    assert_eq!(stages[1].baseline.as_ref().map(shown), Some("2026-01-19..2026-02-15".into()));
}

#[test]
fn an_own_end_keeps_the_start() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").own("poc", "..2026-02-10");
    assert_eq!(book.days()[1..4], ["2026-01-19..2026-02-10", "2026-01-31..2026-03-30", "2026-03-31..2026-06-29"]);
    assert_eq!(book.plan(1).map(|plan| (plan.start, plan.end)), Ok((Origin::Window, Origin::Override)));
    let both = Fixture::new(&DEFAULT, "2026-01-05").own("poc", "2026-01-12..2026-02-15");
    assert_eq!(both.days()[1..3], ["2026-01-12..2026-02-15", "2026-02-05..2026-04-04"], "its end did not move");
    assert_eq!(both.plan(2).map(|plan| plan.start), Ok(Origin::Window));
}

#[test]
fn a_stage_with_own_dates_is_moved_by_no_other_and_its_move_takes_over() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").own("poc", "..2026-03-01").own("pilot", "..2026-04-07");
    let days = ["2026-01-19..2026-03-01", "2026-02-05..2026-04-07", "2026-04-08..2026-07-07", "2026-06-08.."];
    assert_eq!(book.days()[1..], days);
    assert_eq!(book.plan(3).map(|plan| plan.start), Ok(Origin::Moved { days: 3, with: 2 }));
}

#[test]
fn an_open_end_moves_nothing_by_itself() {
    let stages = [("a", "Week 1"), ("b", "Week 2+"), ("c", "Week 9")];
    let book = Fixture::new(&stages, "2026-01-05").own("a", "..2026-01-13").own("b", "2026-02-02..");
    assert_eq!(book.days(), ["2026-01-05..2026-01-13", "2026-02-02..", "2026-03-04..2026-03-10"]);
    assert_eq!(book.plan(1).map(|plan| plan.end), Ok(Origin::KeptLength));
    assert_eq!(book.plan(2).map(|plan| plan.start), Ok(Origin::Moved { days: 2, with: 0 }));
    assert_eq!(book.schedule()[1].slip_days(), Some(21));
}

#[test]
fn own_dates_that_leave_no_day_are_an_error() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").own("pilot", "..2026-02-04");
    assert_eq!(book.plan(2), Err(Unscheduled::Backwards { start: date(2026, 2, 5), end: date(2026, 2, 5) }));
    let one_day = Fixture::new(&DEFAULT, "2026-01-05").own("pilot", "..2026-02-05");
    assert_eq!(one_day.days()[2], "2026-02-05..2026-02-05");
}

#[test]
fn after_a_stage_counts_from_its_resolved_end() {
    let stages = [("pilot", "Week 1-2"), ("poc", "Week 3"), ("review", "after pilot for 4w"), ("end", "after review for 1m")];
    let book = Fixture::new(&stages, "2026-01-05");
    assert_eq!(book.days()[2..], ["2026-01-19..2026-02-15", "2026-02-16..2026-03-15"]);
    let late = book.own("pilot", "..2026-01-31").own("poc", "..2026-03-31");
    assert_eq!(late.days()[2..], ["2026-02-01..2026-02-28", "2026-03-01..2026-03-31"], "moved once, by the stage it names");
    assert_eq!(late.plan(2).map(|plan| (plan.start, plan.end)), Ok((Origin::After(0), Origin::After(0))));
    let own_end = late.own("review", "..2026-02-10");
    assert_eq!(own_end.days()[2..], ["2026-02-01..2026-02-10", "2026-02-11..2026-03-10"]);
    let four_week = Fixture::new(&[("late", "after old-poc for 1m"), ("poc", "Day 1-3")], "2026-01-05").months(Months::FourWeek);
    assert_eq!(four_week.days()[0], "2026-01-08..2026-02-04", "a later stage, by its former id");
}

#[test]
fn a_ring_is_an_error_and_what_hangs_on_it_has_no_days() {
    let stages =
        [("a", "after c for 1w"), ("b", "after a for 1w"), ("c", "after b for 1w"), ("d", "after c for 1w"), ("e", "after e for 1d")];
    assert_eq!(
        Fixture::new(&stages, "2026-01-05").days(),
        ["Ring([0, 2, 1])", "Ring([1, 0, 2])", "Ring([2, 1, 0])", "AfterUnscheduled(2)", "Ring([4])"]
    );
    let own = Fixture::new(&stages, "2026-01-05").own("c", "2026-01-05..2026-01-11");
    assert_eq!(own.days()[2..4], ["2026-01-05..2026-01-11", "2026-01-12..2026-01-18"], "own dates need no window");
}

#[test]
fn what_cannot_be_computed_is_not_guessed() {
    let stages = [("a", "Month 6+"), ("b", "after a for 1w"), ("c", "after nobody for 1w"), ("d", ""), ("e", "after d for 1w")];
    let days = ["2026-06-05..", "AfterOpen(0)", "UnknownStage(\"nobody\")", "NoWindow", "AfterUnscheduled(3)"];
    assert_eq!(Fixture::new(&stages, "2026-01-05").days(), days);
    let late = Fixture::new(&[("a", "Quarter 9999"), ("b", "after a for 1d")], "9000-01-01");
    assert_eq!(late.days(), ["OutOfCalendar", "AfterUnscheduled(0)"]);
    assert_eq!(Fixture::new(&[], "2026-01-05").days(), Vec::<String>::new());
}

#[test]
fn without_a_start_only_dates_and_own_dates_are_scheduled() {
    let stages = [("a", "Week 1-2"), ("b", "2026-03-01..2026-03-31"), ("c", "after b for 2w"), ("d", "Month 4-6"), ("e", "")];
    let book = Fixture::new(&stages, "");
    assert_eq!(book.days(), ["NoStart", "2026-03-01..2026-03-31", "2026-04-01..2026-04-14", "NoStart", "NoWindow"]);
    let own = book.own("a", "2026-01-12..").own("d", "2026-04-15..").own("e", "2026-08-01..");
    let days = ["2026-01-12..2026-01-25", "2026-03-01..2026-03-31", "2026-04-01..2026-04-14", "2026-04-15..2026-07-14", "2026-08-01.."];
    assert_eq!(own.days(), days, "the window's own length, open where there is none");
    assert_eq!(own.schedule()[0].slip_days(), None);
}

#[test]
fn a_clipped_stage_keeps_the_length_that_its_baseline_shows() {
    let book = Fixture::new(&DEFAULT, "2026-01-05").clip().own("pilot", "2026-02-20..");
    assert_eq!(book.days()[2..4], ["2026-02-20..2026-04-08", "2026-04-09..2026-07-08"]);
    assert_eq!(book.plan(3).map(|plan| plan.start), Ok(Origin::Moved { days: 4, with: 2 }));
}

#[test]
fn a_long_chain_needs_no_stack() {
    let ids: Vec<String> = (0..1_000).map(|n| format!("s{n}")).collect();
    let windows: Vec<String> = (0..1_000).map(|n| if n == 999 { "Day 1".to_owned() } else { format!("after s{} for 1d", n + 1) }).collect();
    let stages: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(windows.iter().map(String::as_str)).collect();
    assert_eq!(Fixture::new(&stages, "2026-01-01").days()[0], "2028-09-26..2028-09-26");
}
