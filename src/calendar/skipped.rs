//! Which days are passed over on the way to one on which something can happen, and why. Not done here: finding that day ([`Workdays`]), or
//! words for it.

use super::days::{Date, add_days};
use super::workdays::{Obstacle, Workdays};

/// Days in a row that are passed over for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Skipped<'w> {
    /// The first one.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Why; of several days off the reason of the first.
    pub why: Obstacle<'w>,
}

impl Workdays {
    /// What a wave passes over that could start on `from` and starts on `start`. A freeze is passed over as a whole, whatever days are in it.
    pub fn skipped_before_release(&self, from: Date, start: Date) -> Vec<Skipped<'_>> {
        stretches(from, start, |day| self.freeze_on(day).map(Obstacle::Freeze).or_else(|| self.obstacle(day)))
    }

    /// The days in [from, end) that are not worked, such as those after the last workday of a window.
    pub fn days_off_in(&self, from: Date, end: Date) -> Vec<Skipped<'_>> {
        stretches(from, end, |day| self.day_off(day))
    }
}

/// The days in [from, end) that something stands against, those in a row with one reason together.
fn stretches<'w>(from: Date, end: Date, against: impl Fn(Date) -> Option<Obstacle<'w>>) -> Vec<Skipped<'w>> {
    let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day < end);
    let mut stretches: Vec<Skipped<'w>> = Vec::new();
    for (day, why) in days.filter_map(|day| Some((day, against(day)?))) {
        match stretches.last_mut().filter(|before| add_days(before.last, 1) == Some(day) && is_one(before.why, why)) {
            Some(before) => before.last = day,
            None => stretches.push(Skipped { first: day, last: day, why }),
        }
    }
    stretches
}

/// Whether two days in a row are passed over for one reason.
fn is_one(a: Obstacle<'_>, b: Obstacle<'_>) -> bool {
    match (a, b) {
        (Obstacle::Holiday(a), Obstacle::Holiday(b)) => a.name == b.name,
        (Obstacle::Freeze(a), Obstacle::Freeze(b)) => a == b,
        (Obstacle::DayOff(_), Obstacle::DayOff(_)) | (Obstacle::Avoided(_), Obstacle::Avoided(_)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::workdays::tests::any_workdays;
    use super::super::{Freeze, Holiday, WeekdaySet, days_between};
    use super::*;

    #[test]
    fn days_in_a_row_with_one_reason_are_one_stretch() {
        let freeze = Freeze { start: date(2026, 12, 14), end: date(2026, 12, 23), reason: "closing".into() };
        let christmas = |day| Holiday::new(date(2026, 12, day), Some("Christmas"));
        let days =
            Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, vec![christmas(24), christmas(25)], vec![freeze.clone()], WeekdaySet::FRIDAY);
        let shown = |skipped: Vec<Skipped<'_>>| {
            let why = |why| match why {
                Obstacle::DayOff(_) => "off",
                Obstacle::Holiday(_) => "holiday",
                Obstacle::Freeze(_) => "freeze",
                Obstacle::Avoided(_) => "avoided",
            };
            skipped.iter().map(|stretch| format!("{}-{} {}", stretch.first.day(), stretch.last.day(), why(stretch.why))).collect::<Vec<_>>()
        };
        let release = days.skipped_before_release(date(2026, 12, 11), date(2026, 12, 28));
        assert_eq!(shown(release), ["11-11 avoided", "12-13 off", "14-22 freeze", "24-25 holiday", "26-27 off"]);
        assert_eq!(shown(days.days_off_in(date(2026, 12, 23), date(2026, 12, 28))), ["24-25 holiday", "26-27 off"]);
        assert_eq!(shown(days.days_off_in(date(2026, 12, 23), date(2026, 12, 23))), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn whatever_lies_before_a_start_is_passed_over_for_a_reason(days in any_workdays(), from in -50i64..750) {
            let from = add_days(date(2026, 1, 1), from).unwrap();
            if let Some(start) = days.next_release_day(from) {
                let skipped = days.skipped_before_release(from, start);
                let count: i64 = skipped.iter().map(|stretch| days_between(stretch.first, stretch.last) + 1).sum();
                prop_assert_eq!(count, days_between(from, start));
            }
        }
    }
}
