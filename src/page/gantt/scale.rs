//! Which days a chart shows, and where on it a day lies. Not done here: what is drawn there.

use super::Span;
use crate::calendar::{Date, Period, add_days, days_between};
use crate::page::parts::hundredths;

/// Days within which as_of is drawn too, though nothing is planned on it.
const NEAR: i64 = 92;
/// The whole width: hundredths of a percent.
const WHOLE: i64 = 10_000;

/// How much time a chart shows at most, and how wide a day is at least.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// Days before as_of.
    pub(super) back: i64,
    /// Days from as_of on.
    pub(super) ahead: i64,
    /// Tenths of a pixel for each day.
    pub(super) day_width: i64,
}

/// The days that a chart shows: whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// The first day.
    pub(super) start: Date,
    /// The first day after it.
    pub(super) end: Date,
    /// True when some of `first..=last` is not shown.
    pub(super) is_cut: bool,
    /// Least width in pixels.
    pub(super) width: i64,
}

impl Scale {
    /// Shows `first..=last`, and as_of where it is near. Where that is more than the reach, the part around as_of: what is long over or far
    /// away must not squeeze the rest into nothing. `None` at the end of the calendar.
    pub(super) fn around(first: Date, last: Date, as_of: Date, reach: Reach) -> Option<Self> {
        let mut from = if (0..=NEAR).contains(&days_between(as_of, first)) { as_of } else { first };
        let mut to = if (0..=NEAR).contains(&days_between(last, as_of)) { as_of } else { last };
        let most = reach.back + reach.ahead;
        if days_between(from, to) > most {
            from = add_days(as_of, -reach.back)?.clamp(from, add_days(to, -most)?);
            to = add_days(from, most)?;
        }
        let (start, end) = (from.first_of_month(), to.last_of_month().tomorrow().ok()?);
        let width = (days_between(start, end) * reach.day_width / 10).max(360);
        Some(Self { start, end, is_cut: first < start || end <= last, width })
    }

    /// How many days are drawn.
    pub(super) fn days(&self) -> i64 {
        days_between(self.start, self.end)
    }

    /// Where a day begins; `None` when it is not drawn.
    pub(super) fn x(&self, day: Date) -> Option<String> {
        (self.start <= day && day < self.end).then(|| hundredths(self.place(day)))
    }

    /// The middle of a day; `None` when it is not drawn.
    pub(super) fn middle(&self, day: Date) -> Option<String> {
        (self.start <= day && day < self.end).then(|| hundredths((2 * days_between(self.start, day) + 1) * WHOLE / (2 * self.days())))
    }

    /// The part of a period that is drawn; `None` when there is none.
    pub(super) fn span(&self, period: Period) -> Option<Span> {
        let shown = period.overlap(&self.period())?;
        let (from, to) = (self.place(shown.start), self.place(shown.end?));
        Some(Span { x: hundredths(from), width: hundredths(to - from) })
    }

    /// The days drawn.
    pub(super) fn period(&self) -> Period {
        Period { start: self.start, end: Some(self.end) }
    }

    /// Where a day begins in pixels, when the chart is as narrow as it gets.
    pub(super) fn pixel(&self, day: Date) -> i64 {
        self.place(day) * self.width / WHOLE
    }

    /// Hundredths of a percent from the left; days outside lie at the edge.
    fn place(&self, day: Date) -> i64 {
        WHOLE * days_between(self.start, day.clamp(self.start, self.end)) / self.days()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::parse_date;

    const REACH: Reach = Reach { back: 184, ahead: 366, day_width: 13 };

    #[test]
    fn a_scale_has_whole_months_around_what_is_planned() {
        let cases = [
            // First, last, as_of: what is shown, and whether something is cut off.
            ("2026-01-05", "2026-07-20", "2026-03-01", "2026-01-01 2026-08-01 false"),
            ("2026-01-05", "2026-01-18", "2026-01-10", "2026-01-01 2026-02-01 false"),
            // As_of near the plan is shown, one far away is not.
            ("2026-03-05", "2026-07-20", "2026-01-15", "2026-01-01 2026-08-01 false"),
            ("2026-03-05", "2026-07-20", "2025-10-15", "2026-03-01 2026-08-01 false"),
            ("2026-01-05", "2026-07-20", "2026-10-01", "2026-01-01 2026-11-01 false"),
            ("2026-01-05", "2026-07-20", "2027-10-01", "2026-01-01 2026-08-01 false"),
            // More than a year and a half: the part around as_of, not less than that much of it.
            ("2024-01-01", "2030-12-31", "2026-06-01", "2025-11-01 2027-07-01 true"),
            ("2026-06-01", "2030-12-31", "2026-06-01", "2026-06-01 2028-01-01 true"),
            ("2020-01-01", "2026-05-31", "2026-06-01", "2024-11-01 2026-07-01 true"),
            ("2020-01-01", "2023-05-31", "2026-06-01", "2021-11-01 2023-06-01 true"),
            ("2020-01-01", "9999-12-01", "2026-06-01", "2025-11-01 2027-07-01 true"),
        ];
        for (first, last, as_of, expected) in cases {
            let day = |text| parse_date(text).unwrap();
            let scale = Scale::around(day(first), day(last), day(as_of), REACH).unwrap();
            assert_eq!(format!("{} {} {}", scale.start, scale.end, scale.is_cut), expected, "{first} {last} {as_of}");
        }
    }

    #[test]
    fn what_is_not_drawn_has_no_place_and_what_lies_across_an_edge_is_clipped() {
        let scale = Scale::around(date(2026, 1, 1), date(2026, 4, 10), date(2026, 1, 1), REACH).unwrap();
        assert_eq!((scale.days(), scale.width), (120, 360));
        let at = |year, month, day| scale.x(date(year, month, day));
        assert_eq!(
            [at(2025, 12, 31), at(2026, 1, 1), at(2026, 1, 31), at(2026, 5, 1)],
            [None, Some("0.00".into()), Some("25.00".into()), None]
        );
        assert_eq!(scale.middle(date(2026, 1, 1)).unwrap(), "0.41");
        let span = |start, end| scale.span(Period { start, end }).map(|span| format!("{}+{}", span.x, span.width));
        assert_eq!(span(date(2025, 6, 1), Some(date(2026, 1, 31))).unwrap(), "0.00+25.00");
        assert_eq!(span(date(2026, 4, 1), None).unwrap(), "75.00+25.00");
        assert_eq!(span(date(2025, 6, 1), Some(date(2026, 1, 1))), None);
        assert_eq!(span(date(2026, 5, 1), None), None);
    }

    proptest! {
        #[test]
        fn every_day_shown_lies_on_the_chart_and_days_keep_their_order(
            first in -2_000i64..2_000, length in 0i64..4_000, as_of in -2_000i64..2_000, a in -3_000i64..3_000, b in -3_000i64..3_000
        ) {
            let day = |n| add_days(date(2026, 1, 1), n).unwrap();
            let scale = Scale::around(day(first), day(first + length), day(as_of), REACH).unwrap();
            prop_assert!(scale.start < scale.end && scale.days() <= REACH.back + REACH.ahead + 62);
            let place = |n| scale.x(day(n)).map(|x| x.parse::<f64>().unwrap());
            if let (Some(first), Some(second)) = (place(a.min(b)), place(a.max(b))) {
                prop_assert!(0.0 <= first && first <= second && second < 100.0);
            }
            prop_assert!(scale.is_cut || (place(first).is_some() && place(first + length).is_some()));
        }
    }
}
