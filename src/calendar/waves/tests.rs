//! Starts and bakes of waves, planned and as it looks today. Tests only.

use jiff::civil::date;
use proptest::prelude::*;

use super::super::workdays::tests::any_workdays;
use super::super::{Freeze, WeekdaySet, add_days, days_between};
use super::*;

fn week() -> Workdays {
    Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), Vec::new(), WeekdaySet::FRIDAY)
}

fn starts(waves: &[Result<PlannedWave, WaveUnscheduled>]) -> Vec<Option<Date>> {
    waves.iter().map(|wave| wave.ok().map(|wave| wave.start)).collect()
}

#[test]
fn a_holiday_lengthens_a_bake_an_avoided_weekday_does_not() {
    let june = |day| date(2026, 6, day);
    let last_days = |days: &Workdays| plan_waves(Some(june(8)), &[5], &[], days)[0].map(|wave| (wave.start, wave.bake_last_day));
    assert_eq!(last_days(&week()), Ok((june(8), june(12))));
    assert_eq!(last_days(&week().with_holidays(&[june(10).into()])), Ok((june(8), june(15))));
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
    assert_eq!(starts(&plan_waves(june(8), &[5, 5], &[], &never)), [None, None]);
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
fn no_wave_starts_while_another_before_it_is_watched() {
    let june = |day| Some(date(2026, 6, day));
    let run = |started| WaveRun { bake: 5, started, ..WaveRun::default() };
    // The second one started first, and is long over; the first one is still to come, and the third waits for it.
    let forecast = forecast_waves(june(1), &[run(None), run(june(1)), run(None)], date(2026, 6, 10), &week());
    assert_eq!(starts(&forecast), [june(10), june(1), june(17)]);
    // It is watched for longer than the other.
    let long = WaveRun { bake: 20, ..run(june(1)) };
    assert_eq!(starts(&forecast_waves(june(1), &[long, run(june(2)), run(None)], date(2026, 6, 3), &week())), [june(1), june(2), june(29)]);
}

#[test]
fn every_start_says_where_it_comes_from() {
    let june = |day| Some(date(2026, 6, day));
    let from = |waves: &[Result<PlannedWave, WaveUnscheduled>]| {
        waves.iter().map(|wave| wave.map(|wave| (wave.from.day(), wave.origin))).collect::<Vec<_>>()
    };
    let plan = plan_waves(june(6), &[5, 5, 5], &[None, None, june(30)], &week());
    assert_eq!(from(&plan), [Ok((6, WaveOrigin::Stage)), Ok((13, WaveOrigin::Bake(0))), Ok((30, WaveOrigin::Own))]);
    let early = plan_waves(june(6), &[5, 5], &[june(1), june(2)], &week());
    assert_eq!(from(&early), [Ok((1, WaveOrigin::Own)), Ok((6, WaveOrigin::Bake(0)))], "an own start cuts no bake short");
    let run = |started, stopped| WaveRun { bake: 5, started, stopped, ..WaveRun::default() };
    let forecast = |runs: &[WaveRun]| from(&forecast_waves(june(6), runs, date(2026, 6, 24), &week()));
    let waiting = run(None, false);
    assert_eq!(forecast(&[run(june(12), false), waiting]), [Ok((12, WaveOrigin::Started)), Ok((24, WaveOrigin::AsOf))]);
    assert_eq!(forecast(&[run(june(23), false), waiting]), [Ok((23, WaveOrigin::Started)), Ok((30, WaveOrigin::Bake(0)))]);
    assert_eq!(forecast(&[run(june(12), true), waiting]), [Ok((12, WaveOrigin::Started)), Err(WaveUnscheduled::Stopped(0))]);
    assert_eq!(from(&plan_waves(None, &[5, 5], &[], &week())), [Err(WaveUnscheduled::NoStart); 2]);
    let never = Workdays::new(WeekdaySet::NONE, Vec::new(), Vec::new(), WeekdaySet::NONE);
    assert_eq!(from(&plan_waves(june(6), &[5], &[], &never)), [Err(WaveUnscheduled::NoReleaseDay(date(2026, 6, 6)))]);
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
    ) {
        let bakes: Vec<u32> = waves.iter().map(|(bake, _)| *bake).collect();
        let own: Vec<Option<Date>> = waves.iter().map(|(_, own)| own.map(day)).collect();
        let plan: Vec<PlannedWave> = plan_waves(Some(day(start)), &bakes, &own, &days).into_iter().flatten().collect();
        prop_assert!(plan.iter().all(|wave| days.is_release_day(wave.start) && wave.from <= wave.start && wave.start <= wave.bake_last_day));
        prop_assert!(plan.windows(2).all(|pair| pair[0].bake_last_day < pair[1].start));
        // The bake has as many workdays as it says, and the first allowed day is taken.
        for (wave, bake) in plan.iter().zip(&bakes) {
            prop_assert_eq!(days.count(wave.start, wave.bake_last_day.tomorrow().unwrap()), u64::from(*bake));
            prop_assert!((0..days_between(wave.from, wave.start)).all(|n| days.obstacle(add_days(wave.from, n).unwrap()).is_some()));
        }
    }

    #[test]
    fn a_forecast_without_a_start_is_the_plan_until_that_is_over_and_then_later(
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
        for (plan, forecast) in plan.iter().flatten().zip(forecast.iter().flatten()) {
            prop_assert!(forecast.start >= plan.start && forecast.bake_last_day >= plan.bake_last_day);
        }
        if plan.first().and_then(|wave| wave.ok()).is_some_and(|first| day(as_of) <= first.from) {
            prop_assert_eq!(plan, forecast);
        }
    }

    #[test]
    fn a_forecast_keeps_what_happened_and_puts_the_rest_on_release_days_after_every_bake_before_it(
        days in any_workdays(),
        start in 0i64..700,
        waves in prop::collection::vec((1u32..20, prop::option::of(0i64..700), prop::option::of(0i64..700), prop::bool::weighted(0.1)), 0..6),
        as_of in 0i64..700,
    ) {
        let run = |(bake, own, started, stopped): &(u32, Option<i64>, Option<i64>, bool)| {
            WaveRun { bake: *bake, start: own.map(day), started: started.map(day), stopped: *stopped }
        };
        let runs: Vec<WaveRun> = waves.iter().map(run).collect();
        let forecast = forecast_waves(Some(day(start)), &runs, day(as_of), &days);
        let has_started = |run: &WaveRun| run.started.is_some_and(|started| started <= day(as_of));
        for (n, (wave, run)) in forecast.iter().zip(&runs).enumerate() {
            let Ok(wave) = wave else { continue };
            if has_started(run) {
                prop_assert_eq!(Some(wave.start), run.started);
                continue;
            }
            prop_assert!(wave.start >= day(as_of) && days.is_release_day(wave.start));
            prop_assert!(forecast[..n].iter().flatten().all(|before| before.bake_last_day < wave.start));
            prop_assert!(!runs[..n].iter().any(|before| before.stopped && has_started(before)), "it waits for a stopped one");
        }
    }

    #[test]
    fn reading_a_bake_never_panics(text in "[0-9]{0,12}\\PC{0,4}") {
        if let Err(error) = parse_bake(&text) {
            prop_assert!(text.get(error.range).is_some());
        }
    }
}
