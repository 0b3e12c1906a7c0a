//! Which days are worked on, and on which of them a wave may start. Not done here: reading the configuration, or planning waves
//! ([`plan_waves`](super::plan_waves)).

use super::days::{Date, Period, days_between};
use super::weekdays::WeekdaySet;

/// How far a search for a day goes, in days: ten years. A calendar without such a day for so long has none to speak of.
const SEARCH_DAYS: usize = 3_653;

/// Days on which no wave starts, though they are worked on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Freeze {
    /// The first day.
    pub start: Date,
    /// The first day after it.
    pub end: Date,
    /// Why, in the author's words.
    pub reason: String,
}

/// The working calendar of a book or, by [`with_holidays`](Self::with_holidays), of a project.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Workdays {
    weekdays: WeekdaySet,
    holidays: Vec<Date>,
    /// The holidays that cost a workday, sorted: counting subtracts them without looking at each day.
    lost: Vec<Date>,
    freezes: Vec<Freeze>,
    avoid: WeekdaySet,
}

impl Workdays {
    /// Joins `[calendar] workdays, holidays, freezes, avoid_weekdays`; holidays in any order, also twice.
    pub fn new(weekdays: WeekdaySet, holidays: Vec<Date>, freezes: Vec<Freeze>, avoid: WeekdaySet) -> Self {
        let mut holidays = holidays;
        holidays.sort_unstable();
        holidays.dedup();
        let lost = holidays.iter().copied().filter(|day| weekdays.contains(day.weekday())).collect();
        Self { weekdays, holidays, lost, freezes, avoid }
    }

    /// The same with a project's own holidays added.
    pub fn with_holidays(&self, extra: &[Date]) -> Self {
        let holidays = self.holidays.iter().chain(extra).copied().collect();
        Self::new(self.weekdays, holidays, self.freezes.clone(), self.avoid)
    }

    /// All holidays, sorted, also those on days that are not worked on anyway.
    pub fn holidays(&self) -> &[Date] {
        &self.holidays
    }

    /// The freezes, in the author's order.
    pub fn freezes(&self) -> &[Freeze] {
        &self.freezes
    }

    /// The weekdays that are worked on.
    pub fn weekdays(&self) -> WeekdaySet {
        self.weekdays
    }

    /// The weekdays on which no wave starts.
    pub fn avoided(&self) -> WeekdaySet {
        self.avoid
    }

    /// Whether `day` is worked on: one of the weekdays, and no holiday.
    pub fn is_workday(&self, day: Date) -> bool {
        self.weekdays.contains(day.weekday()) && self.lost.binary_search(&day).is_err()
    }

    /// Workdays in [start, end); 0 when `end` is not after `start`. Costs the same for any length.
    pub fn count(&self, start: Date, end: Date) -> u64 {
        if end <= start {
            return 0;
        }
        let days = days_between(start, end);
        let first = start.weekday().to_monday_zero_offset();
        let in_last_week = (0..7).take_while(|n| i64::from(*n) < days % 7).filter(|n| self.weekdays.contains_offset(first + n)).count();
        let lost = self.lost.partition_point(|day| *day < end) - self.lost.partition_point(|day| *day < start);
        // Every lost day is one of the weekdays counted above, so this does not go below zero.
        days.unsigned_abs() / 7 * u64::from(self.weekdays.len()) + in_last_week as u64 - lost as u64
    }

    /// The last workday before `end`; `None` when the ten years before it have none.
    pub fn previous_workday_before(&self, end: Date) -> Option<Date> {
        if self.weekdays.is_empty() {
            return None;
        }
        std::iter::successors(end.yesterday().ok(), |day| day.yesterday().ok()).take(SEARCH_DAYS).find(|day| self.is_workday(*day))
    }

    /// The day of a window's gate review, its last workday; `None` when it is open or has none.
    pub fn gate_review(&self, period: &Period) -> Option<Date> {
        self.previous_workday_before(period.end?).filter(|day| period.contains(*day))
    }

    /// The `n`-th workday from `from` on, where `from` itself counts: the last day of an `Nd` bake. 0 is taken as 1.
    /// `None` when the calendar ends before.
    pub fn nth_workday(&self, from: Date, n: u32) -> Option<Date> {
        if self.weekdays.is_empty() {
            return None;
        }
        let skip = usize::try_from(n.max(1) - 1).ok()?;
        std::iter::successors(Some(from), |day| day.tomorrow().ok()).filter(|day| self.is_workday(*day)).nth(skip)
    }

    /// The freeze that `day` lies in, the first one in the author's order.
    pub fn freeze_on(&self, day: Date) -> Option<&Freeze> {
        self.freezes.iter().find(|freeze| freeze.start <= day && day < freeze.end)
    }

    /// Whether a wave may start on `day`: a workday, in no freeze, no avoided weekday.
    pub fn is_release_day(&self, day: Date) -> bool {
        !self.avoid.contains(day.weekday()) && self.is_workday(day) && self.freeze_on(day).is_none()
    }

    /// The first day from `day` on, itself included, on which a wave may start; `None` when the next ten years have none.
    pub fn next_release_day(&self, day: Date) -> Option<Date> {
        if self.weekdays.without(self.avoid).is_empty() {
            return None;
        }
        std::iter::successors(Some(day), |day| day.tomorrow().ok()).take(SEARCH_DAYS).find(|day| self.is_release_day(*day))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::add_days;
    use super::*;

    fn weekdays(avoid: WeekdaySet) -> Workdays {
        Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), Vec::new(), avoid)
    }

    #[test]
    fn a_holiday_at_the_weekend_costs_nothing() {
        let days = weekdays(WeekdaySet::NONE).with_holidays(&[date(2026, 5, 2), date(2026, 5, 1), date(2026, 5, 1)]);
        assert_eq!(days.count(date(2026, 4, 27), date(2026, 5, 4)), 4);
        assert_eq!(days.holidays(), [date(2026, 5, 1), date(2026, 5, 2)]);
        assert!(!days.is_workday(date(2026, 5, 1)) && !days.is_workday(date(2026, 5, 3)) && days.is_workday(date(2026, 5, 4)));
    }

    #[test]
    fn the_gate_review_is_the_last_workday_inside_the_window() {
        let days = weekdays(WeekdaySet::FRIDAY).with_holidays(&[date(2026, 4, 3)]);
        let review = |start, end| days.gate_review(&Period { start, end });
        assert_eq!(review(date(2026, 2, 5), Some(date(2026, 4, 5))), Some(date(2026, 4, 2)));
        assert_eq!(review(date(2026, 4, 3), Some(date(2026, 4, 6))), None);
        assert_eq!(review(date(2026, 4, 3), None), None);
    }

    #[test]
    fn a_release_day_is_worked_on_not_frozen_and_not_avoided() {
        let freeze = Freeze { start: date(2026, 8, 10), end: date(2026, 8, 22), reason: "summer".into() };
        let days = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, vec![date(2026, 8, 24)], vec![freeze], WeekdaySet::FRIDAY);
        assert_eq!(days.next_release_day(date(2026, 8, 7)), Some(date(2026, 8, 25)));
        assert_eq!(days.next_release_day(date(2026, 8, 6)), Some(date(2026, 8, 6)));
        assert_eq!(days.freeze_on(date(2026, 8, 21)).map(|f| f.reason.as_str()), Some("summer"));
        assert_eq!(days.freeze_on(date(2026, 8, 22)), None);
    }

    #[test]
    fn a_calendar_without_such_a_day_says_so() {
        let never = Workdays::new(WeekdaySet::NONE, Vec::new(), Vec::new(), WeekdaySet::NONE);
        let day = date(2026, 1, 5);
        assert_eq!((never.next_release_day(day), never.previous_workday_before(day), never.nth_workday(day, 1)), (None, None, None));
        assert_eq!(never.count(day, date(2030, 1, 1)), 0);
        assert_eq!(weekdays(WeekdaySet::MONDAY_TO_FRIDAY).next_release_day(day), None);
        let freeze = Freeze { start: day, end: date(2037, 1, 1), reason: String::new() };
        assert_eq!(Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, vec![], vec![freeze], WeekdaySet::NONE).next_release_day(day), None);
        assert_eq!(weekdays(WeekdaySet::NONE).nth_workday(date(9999, 12, 31), 2), None);
        assert_eq!(weekdays(WeekdaySet::NONE).next_release_day(Date::MAX), Some(Date::MAX));
    }

    #[test]
    fn the_nth_workday_counts_its_first_day() {
        let days = weekdays(WeekdaySet::FRIDAY).with_holidays(&[date(2026, 6, 10)]);
        assert_eq!(days.nth_workday(date(2026, 6, 8), 1), Some(date(2026, 6, 8)));
        assert_eq!(days.nth_workday(date(2026, 6, 8), 5), Some(date(2026, 6, 15)));
        assert_eq!(days.nth_workday(date(2026, 6, 6), 1), Some(date(2026, 6, 8)));
    }

    /// Any calendar: a week, and holidays and freezes within two years of 2026-01-01.
    pub(in super::super) fn any_workdays() -> impl Strategy<Value = Workdays> {
        let day = |n: i64| add_days(date(2026, 1, 1), n).unwrap();
        let set = prop::collection::vec(any::<bool>(), 7);
        let freezes = prop::collection::vec((0i64..700, 1i64..40), 0..4);
        (set.clone(), prop::collection::vec(0i64..700, 0..30), freezes, set).prop_map(move |(week, holidays, freezes, avoid)| {
            let monday = date(2026, 1, 5);
            let pick = |bits: Vec<bool>| (0..7).filter(|n| bits[*n as usize]).map(|n| add_days(monday, n).unwrap().weekday()).collect();
            let freezes = freezes.into_iter().map(|(at, days)| Freeze { start: day(at), end: day(at + days), reason: String::new() });
            Workdays::new(pick(week), holidays.into_iter().map(day).collect(), freezes.collect(), pick(avoid))
        })
    }

    proptest! {
        #[test]
        fn counting_equals_looking_at_each_day(days in any_workdays(), from in -50i64..750, length in -10i64..800) {
            let start = add_days(date(2026, 1, 1), from).unwrap();
            let end = add_days(start, length).unwrap();
            let naive = (0..length.max(0)).filter(|n| days.is_workday(add_days(start, *n).unwrap())).count();
            prop_assert_eq!(days.count(start, end), naive as u64);
        }

        #[test]
        fn the_next_release_day_is_the_first_one(days in any_workdays(), from in -50i64..750) {
            let start = add_days(date(2026, 1, 1), from).unwrap();
            if let Some(found) = days.next_release_day(start) {
                prop_assert!(found >= start && days.is_release_day(found));
                prop_assert!((0..days_between(start, found)).all(|n| !days.is_release_day(add_days(start, n).unwrap())));
            }
        }

        #[test]
        fn the_nth_workday_ends_a_stretch_of_n(days in any_workdays(), from in -50i64..750, n in 1u32..200) {
            let start = add_days(date(2026, 1, 1), from).unwrap();
            if let Some(last) = days.nth_workday(start, n) {
                prop_assert_eq!(days.count(start, last.tomorrow().unwrap()), u64::from(n));
                prop_assert!(days.is_workday(last));
            }
        }
    }
}
