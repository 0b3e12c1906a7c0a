//! The words for what a chart shows by lengths: how far a plan moved, how far work is from its plan. Not done here: when that is.

use crate::calendar::{Date, Period, days_between};
use crate::page::judged::slip_words;

/// "14 days later", "1 day earlier"; `None` for 0.
pub(super) fn shift(by: i64) -> Option<String> {
    (by != 0).then(|| slip_words(by))
}

/// How a window differs from its baseline: "14 days later", "ends 14 days later", "starts 2 days earlier, ends 5 days later". `None` when
/// it does not.
pub(super) fn slip(baseline: Period, plan: Period) -> Option<String> {
    let start = days_between(baseline.start, plan.start);
    let end = match (baseline.end, plan.end) {
        (Some(before), Some(now)) => Ok(days_between(before, now)),
        (None, None) => Ok(start),
        (None, Some(_)) => Err("now has an end"),
        (Some(_), None) => Err("is open now"),
    };
    let starts = shift(start).map(|words| format!("starts {words}"));
    match end {
        Ok(end) if end == start => shift(start),
        Ok(end) => Some([starts, shift(end).map(|words| format!("ends {words}"))].into_iter().flatten().collect::<Vec<_>>().join(", ")),
        Err(words) => Some([starts, Some(words.to_owned())].into_iter().flatten().collect::<Vec<_>>().join(", ")),
    }
}

/// A real day beside the planned one: "2 days later", "as planned"; `None` without a planned one.
pub(super) fn beside(planned: Option<Date>, real: Date) -> Option<String> {
    planned.map(|planned| shift(days_between(planned, real)).unwrap_or_else(|| "as planned".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    #[test]
    fn a_slip_says_what_moved_and_by_how_much() {
        let period = |text: &str| {
            let (start, end) = text.split_once(' ').unwrap();
            Period { start: parse_date(start).unwrap(), end: parse_date(end) }
        };
        let cases = [
            ("2026-01-05 2026-02-02", "2026-01-05 2026-02-02", None),
            ("2026-01-05 2026-02-02", "2026-01-19 2026-02-16", Some("14 days later")),
            ("2026-01-05 2026-02-02", "2026-01-04 2026-02-01", Some("1 day earlier")),
            ("2026-01-05 2026-02-02", "2026-01-05 2026-02-16", Some("ends 14 days later")),
            ("2026-01-05 2026-02-02", "2026-01-12 2026-02-02", Some("starts 7 days later")),
            ("2026-01-05 2026-02-02", "2026-01-03 2026-02-07", Some("starts 2 days earlier, ends 5 days later")),
            ("2026-01-05 open", "2026-01-12 open", Some("7 days later")),
            ("2026-01-05 open", "2026-01-05 2026-02-02", Some("now has an end")),
            ("2026-01-05 2026-02-02", "2026-01-06 open", Some("starts 1 day later, is open now")),
        ];
        for (baseline, plan, expected) in cases {
            assert_eq!(slip(period(baseline), period(plan)).as_deref(), expected, "{baseline} {plan}");
        }
    }
}
