//! Whether a year is one that an author can have meant. Not done here: dates as arithmetic, which knows every year.

use std::ops::RangeInclusive;

use crate::calendar::{Date, Due, Window, parse_date};

use super::fields::Shape;

/// No rollout is older or so far ahead: what lies outside is a slip, such as `0206` or `2062` typed twice.
pub(crate) const YEARS: RangeInclusive<i16> = 1990..=2199;

/// A day as an author writes it, if its year can be right.
pub(crate) fn day(text: &str) -> Option<Date> {
    parse_date(text).filter(|day| YEARS.contains(&day.year()))
}

/// The first day that a text names with a year that can't be right. The text has been found to have that shape.
pub(super) fn far_off(shape: &Shape, text: &str) -> Option<Date> {
    let days = match shape {
        Shape::Date => vec![parse_date(text)?],
        Shape::Due => match Due::parse(text).ok()? {
            Due::On(day) => vec![day],
            Due::From(..) => Vec::new(),
        },
        Shape::Window => match Window::parse(text).ok()? {
            Window::Dates(period) => std::iter::once(period.start).chain(period.last_day()).collect(),
            Window::Counted { .. } | Window::After { .. } => Vec::new(),
        },
        _ => Vec::new(),
    };
    days.into_iter().find(|day| !YEARS.contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_years_of_rollouts_are_taken() {
        let found = |shape, text: &str| far_off(&shape, text).map(|day| day.to_string());
        assert_eq!(["1990-01-01", "2199-12-31"].map(|text| found(Shape::Date, text)), [None, None]);
        assert_eq!(found(Shape::Date, "1989-12-31").as_deref(), Some("1989-12-31"));
        assert_eq!(found(Shape::Date, "2200-01-01").as_deref(), Some("2200-01-01"));
        assert_eq!(found(Shape::Due, "0026-05-01").as_deref(), Some("0026-05-01"));
        assert_eq!(found(Shape::Due, "end-3d"), None);
        assert_eq!(found(Shape::Window, "2026-05-01..2926-06-01").as_deref(), Some("2926-06-01"));
        assert_eq!(["2026-05-01..", "Week 1-2"].map(|text| found(Shape::Window, text)), [None, None]);
    }
}
