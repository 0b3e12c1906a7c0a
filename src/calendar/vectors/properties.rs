//! What holds for every project. Tests only.

use jiff::civil::date;
use proptest::prelude::*;

use super::super::*;
use super::{Fixture, periods};

fn any_project() -> impl Strategy<Value = Fixture> {
    let window = prop_oneof![
        4 => (1u32..40, prop::option::weighted(0.9, 0u32..8)).prop_map(|(first, more)| match more {
            Some(more) => format!("Week {first}-{}", first + more),
            None => format!("Week {first}+"),
        }),
        1 => (0usize..6, 1u32..5).prop_map(|(stage, months)| format!("after s{stage} for {months}m")),
        1 => Just("2026-03-01..2026-04-15".to_owned()),
    ];
    let own = || prop::option::weighted(0.2, (0i64..400).prop_map(|n| add_days(date(2026, 1, 1), n).unwrap()));
    let start = prop::option::weighted(0.9, (0i64..400).prop_map(|n| add_days(date(2026, 1, 1), n).unwrap()));
    (prop::collection::vec((window, own(), own()), 0..6), start, any::<bool>(), any::<bool>()).prop_map(|(stages, start, four, clip)| {
        Fixture {
            windows: stages.iter().enumerate().map(|(n, (text, ..))| (format!("s{n}"), Some(Window::parse(text).unwrap()))).collect(),
            own: stages.iter().map(|(_, start, end)| (*start, *end)).collect(),
            start,
            months: if four { Months::FourWeek } else { Months::Anniversary },
            overlap: if clip { Overlap::Clip } else { Overlap::Allow },
        }
    })
}

proptest! {
    #[test]
    fn without_own_dates_the_plan_is_the_baseline(mut project in any_project()) {
        let with_own = project.schedule();
        project.own.fill((None, None));
        let without = project.schedule();
        prop_assert!(without.iter().all(|stage| stage.period() == stage.baseline && stage.slip_days().is_none_or(|days| days == 0)));
        let baselines = |stages: &[Scheduled]| stages.iter().map(|stage| stage.baseline).collect::<Vec<_>>();
        prop_assert_eq!(baselines(&with_own), baselines(&without));
    }

    #[test]
    fn every_stage_has_days_or_a_reason_and_no_clipped_one_overlaps(project in any_project()) {
        let stages = project.schedule();
        let known = periods(&stages);
        prop_assert!(known.iter().all(|period| period.days().is_none_or(|days| days > 0)));
        if project.overlap == Overlap::Clip {
            prop_assert!(known.windows(2).all(|pair| pair[0].end.is_some_and(|end| end <= pair[1].start)));
        }
    }

    #[test]
    fn own_dates_are_what_the_stage_gets(project in any_project()) {
        for (stage, (start, end)) in project.schedule().iter().zip(&project.own) {
            if let Ok(plan) = &stage.plan {
                prop_assert!(start.is_none_or(|own| plan.period.start == own || matches!(plan.start, Origin::Clipped(_))));
                prop_assert!(end.is_none_or(|own| plan.period.end == Some(own)));
            }
        }
    }

    #[test]
    fn a_project_that_starts_a_day_later_by_weeks_is_a_day_later(firsts in prop::collection::vec((1u32..40, 0u32..8), 1..6), from in 0i64..400) {
        let texts: Vec<String> = firsts.iter().map(|(first, more)| format!("Weeks {first}–{}", first + more)).collect();
        let stages: Vec<(&str, &str)> = texts.iter().map(|text| ("s", text.as_str())).collect();
        let at = |n: i64| periods(&Fixture::new(&stages, &add_days(date(2026, 1, 1), n).unwrap().to_string()).schedule());
        let shifted: Option<Vec<Period>> = at(from).iter().map(|period| period.shifted(1)).collect();
        prop_assert_eq!(Some(at(from + 1)), shifted);
    }
}
