//! The words for what a chart shows by lengths: how far a plan moved, how far work is from its plan. Not done here: when that is.

use crate::calendar::{Date, Period, days_between};
use crate::locale::Locale;
use crate::page::words::shift;

/// How a window differs from its baseline: "14 days later", "ends 14 days later", "starts 2 days earlier, ends 5 days later". `None` when
/// it does not.
pub(super) fn slip(locale: &Locale, baseline: Period, plan: Period) -> Option<String> {
    let start = days_between(baseline.start, plan.start);
    let end = match (baseline.end, plan.end) {
        (Some(before), Some(now)) => Ok(days_between(before, now)),
        (None, None) => Ok(start),
        (None, Some(_)) => Err("slip-now-ends"),
        (Some(_), None) => Err("slip-now-open"),
    };
    let moved = |key: &str, days: i64| shift(locale, days).map(|shift| locale.with(key, &[("shift", shift.into())]));
    let end = match end {
        Ok(end) if end == start => return shift(locale, start),
        Ok(end) => moved("slip-ends", end),
        Err(key) => Some(locale.text(key)),
    };
    Some([moved("slip-starts", start), end].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// A real day beside the planned one: "2 days later", "as planned"; `None` without a planned one.
pub(super) fn beside(locale: &Locale, planned: Option<Date>, real: Date) -> Option<String> {
    planned.map(|planned| shift(locale, days_between(planned, real)).unwrap_or_else(|| locale.text("as-planned")))
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
            assert_eq!(slip(&Locale::english(), period(baseline), period(plan)).as_deref(), expected, "{baseline} {plan}");
        }
    }
}
