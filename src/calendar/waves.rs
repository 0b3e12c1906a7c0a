//! When the waves of a stage start: by plan, and as it looks today. Not done here: whether a wave may go on (guardrails, decisions).

use super::days::Date;
use super::text::{MAX_COUNT, Scan, TextError};
use super::workdays::Workdays;

/// When one wave starts and how long it is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlannedWave {
    /// The first day.
    pub start: Date,
    /// The last workday of its bake, not before `start`; the next wave starts after it.
    pub bake_last_day: Date,
}

/// What a project knows about one wave, as far as its dates go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WaveRun {
    /// The bake in workdays, from 1; 0 is taken as 1.
    pub bake: u32,
    /// The project's own planned `start`.
    pub start: Option<Date>,
    /// When it really `started`; a day after `as_of` is not yet true.
    pub started: Option<Date>,
    /// Whether its latest decision is `hold` or `rollback`.
    pub stopped: bool,
}

/// Reads a bake: `5d`, in workdays, 1 to [`MAX_COUNT`].
pub fn parse_bake(text: &str) -> Result<u32, TextError> {
    const HELP: &str = "a bake is counted in workdays, such as `5d`";
    let mut scan = Scan::new(text);
    if scan.is_done() {
        return Err(TextError { message: "a bake is missing".into(), range: 0..text.len(), help: HELP.into() });
    }
    let (days, range) = scan.number(HELP)?;
    let (letter, letter_range) = scan.word();
    if !letter.eq_ignore_ascii_case("d") {
        return Err(TextError { message: "expected `d` after the number".into(), range: range.start..letter_range.end, help: HELP.into() });
    }
    scan.end(HELP)?;
    if days == 0 {
        return Err(TextError { message: "a bake lasts at least 1 workday".into(), range, help: format!("write `1d` to `{MAX_COUNT}d`") });
    }
    Ok(days)
}

/// The plan: from the stage's start, the bakes and the project's own starts alone, in the order of the waves.
///
/// The first wave starts on the first release day from `start` on, each next one on the first release day after the bake before it. An own
/// start replaces the day from which that is looked for, but cuts no bake short. `overrides` may be shorter than `bakes`. A wave is `None`
/// when nothing says when it starts (no `start`, or a wave before it that has none; an own start says it again), and when the next ten years
/// have no release day.
pub fn plan_waves(start: Option<Date>, bakes: &[u32], overrides: &[Option<Date>], workdays: &Workdays) -> Vec<Option<PlannedWave>> {
    let mut earliest = start;
    let own_starts = overrides.iter().copied().chain(std::iter::repeat(None));
    let waves = bakes.iter().zip(own_starts).enumerate().map(|(n, (bake, own))| {
        let from = own_start(own, earliest, n == 0);
        let wave = from.and_then(|from| wave_on(workdays.next_release_day(from)?, *bake, workdays));
        earliest = wave.and_then(|wave| wave.bake_last_day.tomorrow().ok()).or(from);
        wave
    });
    waves.collect()
}

/// The plan as it looks on `as_of`: a started wave has the day it started on, allowed or not; one that has not started waits for the bake
/// before it, its own start, and the first release day from `as_of` on. After a stopped wave whatever has not started is `None`.
pub fn forecast_waves(start: Option<Date>, waves: &[WaveRun], as_of: Date, workdays: &Workdays) -> Vec<Option<PlannedWave>> {
    let (mut earliest, mut stopped) = (start, false);
    let waves = waves.iter().enumerate().map(|(n, run)| {
        let started = run.started.filter(|day| *day <= as_of);
        let from = own_start(run.start, earliest, n == 0);
        let first_day = started.or_else(|| workdays.next_release_day(from.filter(|_| !stopped)?.max(as_of)));
        stopped |= run.stopped && started.is_some();
        let wave = first_day.and_then(|day| wave_on(day, run.bake, workdays));
        earliest = wave.and_then(|wave| wave.bake_last_day.tomorrow().ok()).or(from);
        wave
    });
    waves.collect()
}

/// The day from which a start is looked for. The first wave's own start may lie before its stage's, for no bake stands before it.
fn own_start(own: Option<Date>, earliest: Option<Date>, is_first: bool) -> Option<Date> {
    match (own, earliest) {
        (Some(own), Some(earliest)) if !is_first => Some(own.max(earliest)),
        (own, earliest) => own.or(earliest),
    }
}

fn wave_on(start: Date, bake: u32, workdays: &Workdays) -> Option<PlannedWave> {
    Some(PlannedWave { start, bake_last_day: workdays.nth_workday(start, bake)? })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::workdays::tests::any_workdays;
    use super::super::{Freeze, WeekdaySet, add_days};
    use super::*;

    fn week() -> Workdays {
        Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), Vec::new(), WeekdaySet::FRIDAY)
    }

    fn starts(waves: &[Option<PlannedWave>]) -> Vec<Option<Date>> {
        waves.iter().map(|wave| wave.map(|wave| wave.start)).collect()
    }

    #[test]
    fn a_holiday_lengthens_a_bake_an_avoided_weekday_does_not() {
        let june = |day| date(2026, 6, day);
        let plan = plan_waves(Some(june(8)), &[5], &[], &week());
        assert_eq!(plan, [Some(PlannedWave { start: june(8), bake_last_day: june(12) })]);
        let plan = plan_waves(Some(june(8)), &[5], &[], &week().with_holidays(&[june(10).into()]));
        assert_eq!(plan, [Some(PlannedWave { start: june(8), bake_last_day: june(15) })]);
    }

    #[test]
    fn an_own_start_is_moved_to_a_release_day_and_cuts_no_bake_short() {
        let june = |day| Some(date(2026, 6, day));
        let plan = |own: &[Option<Date>]| starts(&plan_waves(june(8), &[5, 5], own, &week()));
        assert_eq!(plan(&[None, None]), [june(8), june(15)]);
        assert_eq!(plan(&[None, june(19)]), [june(8), june(22)]);
        assert_eq!(plan(&[None, june(10)]), [june(8), june(15)]);
        assert_eq!(plan(&[june(1)]), [june(1), june(8)]);
    }

    #[test]
    fn without_a_start_only_own_starts_count() {
        let june = |day| Some(date(2026, 6, day));
        assert_eq!(starts(&plan_waves(None, &[5, 5, 5], &[None, june(8)], &week())), [None, june(8), june(15)]);
        let never = Workdays::new(WeekdaySet::NONE, Vec::new(), Vec::new(), WeekdaySet::NONE);
        assert_eq!(plan_waves(june(8), &[5, 5], &[], &never), [None, None]);
        let freeze = Freeze { start: date(2026, 6, 22), end: date(2040, 1, 1), reason: String::new() };
        let frozen = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), vec![freeze], WeekdaySet::FRIDAY);
        let own = [None, june(22), june(9)];
        assert_eq!(starts(&plan_waves(june(8), &[5; 3], &own, &frozen)), [june(8), None, None], "no wave overtakes one that waits");
        let runs = own.map(|start| WaveRun { bake: 5, start, ..WaveRun::default() });
        assert_eq!(starts(&forecast_waves(june(8), &runs, date(2026, 6, 1), &frozen)), [june(8), None, None]);
    }

    #[test]
    fn a_forecast_counts_from_what_started_and_never_from_the_past() {
        let june = |day| Some(date(2026, 6, day));
        let run = |started| WaveRun { bake: 5, started, ..WaveRun::default() };
        let at = |as_of, runs: &[WaveRun]| starts(&forecast_waves(june(8), runs, date(2026, 6, as_of), &week()));
        assert_eq!(at(1, &[run(None), run(None)]), [june(8), june(15)], "before the plan");
        assert_eq!(at(11, &[run(None), run(None)]), [june(11), june(18)], "not started in time");
        assert_eq!(at(12, &[run(None), run(None)]), [june(15), june(22)], "today is avoided");
        assert_eq!(at(12, &[run(june(12)), run(None)]), [june(12), june(22)], "started though avoided, with 5 workdays to the 18th");
        assert_eq!(at(24, &[run(june(8)), run(None)]), [june(8), june(24)], "the bake is long over");
        assert_eq!(at(10, &[run(june(11)), run(None)]), [june(10), june(17)], "a start in the future is not yet true");
    }

    #[test]
    fn after_a_stopped_wave_the_rest_is_not_scheduled() {
        let june = |day| Some(date(2026, 6, day));
        let stopped = WaveRun { bake: 5, started: june(8), stopped: true, ..WaveRun::default() };
        let waiting = WaveRun { bake: 5, start: june(29), ..WaveRun::default() };
        let forecast = |runs: &[WaveRun]| starts(&forecast_waves(june(8), runs, date(2026, 6, 10), &week()));
        assert_eq!(forecast(&[stopped, waiting, waiting]), [june(8), None, None]);
        assert_eq!(forecast(&[WaveRun { stopped: false, ..stopped }, waiting]), [june(8), june(29)]);
        let early = WaveRun { bake: 5, started: june(9), ..WaveRun::default() };
        assert_eq!(forecast(&[stopped, early, waiting]), [june(8), june(9), None], "a fact stays, the rest still waits");
    }

    #[test]
    fn a_bake_is_a_number_of_workdays() {
        assert_eq!((parse_bake("5d"), parse_bake(" 10 D ")), (Ok(5), Ok(10)));
        let cases = [
            ("", "a bake is missing", 0..0),
            ("5", "expected `d` after the number", 0..1),
            ("2w", "expected `d` after the number", 0..2),
            ("0d", "a bake lasts at least 1 workday", 0..1),
            ("d", "expected a number, found `d`", 0..1),
            ("99999999999d", "this number is too large", 0..11),
            ("5d 3", "expected nothing more, found `3`", 3..4),
        ];
        for (text, message, range) in cases {
            let error = parse_bake(text).unwrap_err();
            assert_eq!((error.message.as_str(), error.range), (message, range), "{text}");
        }
    }

    fn day(n: i64) -> Date {
        add_days(date(2026, 1, 1), n).unwrap()
    }

    proptest! {
        #[test]
        fn waves_start_on_release_days_one_after_the_other(
            days in any_workdays(),
            start in 0i64..700,
            waves in prop::collection::vec((1u32..20, prop::option::of(0i64..700)), 0..6),
            as_of in 0i64..700,
        ) {
            let bakes: Vec<u32> = waves.iter().map(|(bake, _)| *bake).collect();
            let own: Vec<Option<Date>> = waves.iter().map(|(_, own)| own.map(day)).collect();
            let runs: Vec<WaveRun> = waves.iter().map(|(bake, own)| WaveRun { bake: *bake, start: own.map(day), ..WaveRun::default() }).collect();
            let plan = plan_waves(Some(day(start)), &bakes, &own, &days);
            let forecast = forecast_waves(Some(day(start)), &runs, day(as_of), &days);
            for waves in [&plan, &forecast] {
                let known: Vec<PlannedWave> = waves.iter().flatten().copied().collect();
                prop_assert!(known.iter().all(|wave| days.is_release_day(wave.start) && wave.start <= wave.bake_last_day));
                prop_assert!(known.windows(2).all(|pair| pair[0].bake_last_day < pair[1].start));
            }
            prop_assert!(forecast.iter().flatten().all(|wave| wave.start >= day(as_of)));
        }

        #[test]
        fn reading_a_bake_never_panics(text in "[0-9]{0,12}\\PC{0,4}") {
            if let Err(error) = parse_bake(&text) {
                prop_assert!(text.get(error.range).is_some());
            }
        }
    }
}
