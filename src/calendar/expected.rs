//! How much of a stage's time is over. Not done here: comparing it with what was done.

use super::days::{Date, Period};
use super::workdays::Workdays;

/// The expected progress E of the domain's section 4 as (elapsed, total) workdays: those in [start, min(as_of, end)) of those in
/// [start, end). Elapsed is 0 before the start and `total` after the end; `total` is at least 1. `None` for a window that is open, not
/// scheduled, or without workdays.
pub fn expected(period: Option<&Period>, as_of: Date, workdays: &Workdays) -> Option<(u64, u64)> {
    let period = period?;
    let end = period.end?;
    let total = workdays.count(period.start, end);
    (total > 0).then(|| (workdays.count(period.start, as_of.min(end)), total))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::WeekdaySet;
    use super::*;

    #[test]
    fn the_worked_example_has_37_of_62_workdays() {
        let holidays = [date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 25)].map(Into::into).to_vec();
        let days = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, holidays, Vec::new(), WeekdaySet::FRIDAY);
        let production = Period::new(date(2026, 4, 5), Some(date(2026, 7, 5)));
        let at = |as_of| expected(production.as_ref(), as_of, &days);
        assert_eq!(at(date(2026, 6, 1)), Some((37, 62)));
        assert_eq!(at(date(2026, 4, 5)), Some((0, 62)));
        assert_eq!(at(date(2025, 1, 1)), Some((0, 62)));
        assert_eq!(at(date(2026, 7, 4)), Some((62, 62)));
        assert_eq!(at(date(2030, 1, 1)), Some((62, 62)));
    }

    #[test]
    fn without_an_end_or_workdays_nothing_is_expected() {
        let days = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), Vec::new(), WeekdaySet::NONE);
        let at = |start, end| expected(Period::new(start, end).as_ref(), date(2026, 6, 1), &days);
        assert_eq!(at(date(2026, 6, 5), None), None);
        assert_eq!(at(date(2026, 6, 6), Some(date(2026, 6, 8))), None);
        assert_eq!(expected(None, date(2026, 6, 1), &days), None);
    }
}
