//! The days along the bottom of a curve. Whole numbers only, so that the same dates always give the same bytes. Not done here: what is drawn
//! over them.

use serde::Serialize;

use crate::calendar::{Date, Period, add_days, add_months, days_between, first_monday};
use crate::locale::Locale;
use crate::page::parts::hundredths;

/// At most this many labels, so that they fit a phone.
const MOST_TICKS: usize = 6;

/// The days that are drawn, [start, end).
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    pub(super) start: Date,
    pub(super) end: Date,
}

/// A label below the axis.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tick {
    /// "4 May", "Jun", "Jan 2026".
    pub label: String,
    /// Where, in percent of the width.
    pub x: String,
}

impl Axis {
    /// The axis that shows these days with some room on both sides; `None` without any.
    pub(super) fn around(days: &[Date]) -> Option<Axis> {
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        let room = (days_between(first, last) / 20).max(3);
        Some(Axis { start: add_days(first, -room)?, end: add_days(last, room + 1)? })
    }

    /// Where a day begins, in percent of the width such as `12.50`; the nearest edge for a day outside.
    pub(super) fn x(&self, day: Date) -> String {
        hundredths(self.place(day))
    }

    /// How wide the days from one to another are, in the same percent.
    pub(super) fn width(&self, from: Date, to: Date) -> String {
        hundredths((self.place(to) - self.place(from)).max(0))
    }

    /// Hundredths of a percent from the left.
    fn place(&self, day: Date) -> i64 {
        10_000 * days_between(self.start, day.clamp(self.start, self.end)) / days_between(self.start, self.end).max(1)
    }

    /// Whether a day is drawn.
    pub(super) fn shows(&self, day: Date) -> bool {
        self.start <= day && day < self.end
    }

    /// The part of a period that is drawn.
    pub(super) fn clip(&self, period: &Period) -> Option<Period> {
        Period { start: self.start, end: Some(self.end) }.overlap(period)
    }

    /// Days one or two apart, Mondays one, two or four weeks apart, or first days of months so many apart that they fit.
    pub(super) fn ticks(&self, locale: &Locale) -> Vec<Tick> {
        let days = [1, 2].into_iter().map(|step| self.every(Some(self.start), |day| add_days(day, step)));
        let mondays = [7, 14, 28].into_iter().map(|step| self.mondays(step));
        let few = days.chain(mondays).find(|days| (2..=MOST_TICKS).contains(&days.len()));
        if let Some(days) = few.filter(|_| days_between(self.start, self.end) <= 120) {
            return days.into_iter().map(|day| self.tick(locale.day_short(day), day)).collect();
        }
        let months = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200].into_iter().map(|step| self.months(step));
        let days = months.into_iter().find(|days| days.len() <= MOST_TICKS).unwrap_or_default();
        let is_first = |n: usize, day: Date| n == 0 || days[n - 1].year() != day.year();
        let label = |(n, day): (usize, &Date)| {
            let month = locale.month_short(*day);
            let year = || ("year", day.year().to_string().into());
            let label = if is_first(n, *day) { locale.with("month-of-year", &[("month", month.into()), year()]) } else { month };
            self.tick(label, *day)
        };
        days.iter().enumerate().map(label).collect()
    }

    fn tick(&self, label: String, day: Date) -> Tick {
        Tick { label, x: self.x(day) }
    }

    fn mondays(&self, step: i64) -> Vec<Date> {
        self.every(first_monday(self.start), |day| add_days(day, step))
    }

    fn months(&self, step: u32) -> Vec<Date> {
        let first = if self.start.day() == 1 { Some(self.start) } else { add_months(self.start.first_of_month(), 1) };
        self.every(first, |day| add_months(day, step))
    }

    /// Stops as soon as there are too many.
    fn every(&self, first: Option<Date>, next: impl Fn(Date) -> Option<Date>) -> Vec<Date> {
        std::iter::successors(first, |day| next(*day)).take_while(|day| *day < self.end).take(MOST_TICKS + 1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn axis(start: &str, end: &str) -> Axis {
        Axis { start: parse_date(start).unwrap(), end: parse_date(end).unwrap() }
    }

    fn labels(start: &str, end: &str) -> String {
        axis(start, end).ticks(&Locale::english()).into_iter().map(|tick| tick.label).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn labels_are_few_and_say_the_year_where_it_changes() {
        assert_eq!(labels("2026-05-01", "2026-05-08"), "1 May, 3 May, 5 May, 7 May");
        assert_eq!(labels("2026-05-01", "2026-05-29"), "4 May, 11 May, 18 May, 25 May");
        assert_eq!(labels("2026-04-26", "2026-07-03"), "27 Apr, 11 May, 25 May, 8 Jun, 22 Jun");
        assert_eq!(labels("2025-11-02", "2026-02-05"), "3 Nov, 1 Dec, 29 Dec, 26 Jan");
        assert_eq!(labels("2025-10-02", "2026-03-05"), "Nov 2025, Dec, Jan 2026, Feb, Mar");
        assert_eq!(labels("2025-10-01", "2026-10-01"), "Oct 2025, Dec, Feb 2026, Apr, Jun, Aug");
        assert_eq!(labels("2025-10-01", "2045-10-01"), "Oct 2025, Oct 2030, Oct 2035, Oct 2040");
    }

    #[test]
    fn any_stretch_of_days_has_labels_that_fit() {
        for days in (7..4_000).step_by(13) {
            let start = parse_date("2025-10-15").unwrap();
            let ticks = Axis { start, end: add_days(start, days).unwrap() }.ticks(&Locale::english());
            assert!((1..=MOST_TICKS).contains(&ticks.len()), "{days} days: {ticks:?}");
        }
    }

    #[test]
    fn a_day_is_placed_by_whole_numbers_and_kept_inside() {
        let axis = axis("2026-01-01", "2026-01-08");
        let x = |day: &str| axis.x(parse_date(day).unwrap());
        assert_eq!([x("2026-01-01"), x("2026-01-02"), x("2026-01-08")], ["0.00", "14.28", "100.00"]);
        assert_eq!([x("2025-01-01"), x("2027-01-01")], ["0.00", "100.00"]);
        assert_eq!(Axis::around(&[]).map(|axis| axis.start), None);
        assert_eq!(Axis::around(&[parse_date("9999-12-31").unwrap()]).map(|axis| axis.start), None, "the calendar ends");
    }
}
