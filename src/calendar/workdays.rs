//! Which days are worked on, and on which of them a wave may start. Not done here: reading the configuration, or planning waves
//! ([`plan_waves`](super::plan_waves)).

use std::sync::Arc;

use super::days::{Date, Period, days_between};
use super::freeze::Freeze;
use super::holiday::{Holiday, sorted};
use super::weekdays::{Weekday, WeekdaySet};

/// How far a search for a day goes, in days: ten years. A calendar without such a day for so long has none to speak of.
const SEARCH_DAYS: usize = 3_653;

/// What keeps a wave from starting on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle<'w> {
    /// That weekday is not worked.
    DayOff(Weekday),
    /// The day is a holiday.
    Holiday(&'w Holiday),
    /// The day lies in a freeze.
    Freeze(&'w Freeze),
    /// That weekday is worked, and avoided.
    Avoided(Weekday),
}

/// The working calendar of a book or, by [`with_holidays`](Self::with_holidays), of a project. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Workdays {
    weekdays: WeekdaySet,
    holidays: Arc<[Holiday]>,
    /// The holidays that cost a workday, sorted: counting subtracts them without looking at each day.
    lost: Arc<[Date]>,
    freezes: Arc<[Freeze]>,
    avoid: WeekdaySet,
}

impl Workdays {
    /// Joins `[calendar] workdays, holidays, freezes, avoid_weekdays`; holidays in any order, also twice: the first name of a day stays.
    pub fn new(weekdays: WeekdaySet, holidays: Vec<Holiday>, freezes: Vec<Freeze>, avoid: WeekdaySet) -> Self {
        let holidays = sorted(holidays);
        let lost = holidays.iter().map(|holiday| holiday.day).filter(|day| weekdays.contains(day.weekday())).collect();
        Self { weekdays, holidays: holidays.into(), lost, freezes: freezes.into(), avoid }
    }

    /// The same with more holidays, such as a project's own. A day that has a name keeps it.
    pub fn with_holidays(&self, extra: &[Holiday]) -> Self {
        if extra.is_empty() {
            return self.clone();
        }
        let holidays = self.holidays.iter().chain(extra).cloned().collect();
        Self { freezes: Arc::clone(&self.freezes), ..Self::new(self.weekdays, holidays, Vec::new(), self.avoid) }
    }

    /// All holidays, each day once, sorted, also those on days that are not worked on anyway.
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// The holidays among the days of a period, sorted. A yearly holiday of a file goes on for long after any plan has ended.
    pub fn holidays_in(&self, period: &Period) -> &[Holiday] {
        let from = self.holidays.partition_point(|holiday| holiday.day < period.start);
        let to = self.holidays.partition_point(|holiday| period.end.is_none_or(|end| holiday.day < end));
        self.holidays.get(from..to).unwrap_or_default()
    }

    /// The holiday on that day.
    pub fn holiday_on(&self, day: Date) -> Option<&Holiday> {
        self.holidays.binary_search_by_key(&day, |holiday| holiday.day).ok().map(|at| &self.holidays[at])
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

    /// Why `day` is not worked on; `None` when it is.
    pub fn day_off(&self, day: Date) -> Option<Obstacle<'_>> {
        if !self.weekdays.contains(day.weekday()) {
            return Some(Obstacle::DayOff(day.weekday()));
        }
        self.holiday_on(day).map(Obstacle::Holiday)
    }

    /// What keeps a wave from starting on `day`, of several things the one that comes first in [`Obstacle`]; `None` when nothing does.
    pub fn obstacle(&self, day: Date) -> Option<Obstacle<'_>> {
        let avoided = || self.avoid.contains(day.weekday()).then(|| Obstacle::Avoided(day.weekday()));
        self.day_off(day).or_else(|| self.freeze_on(day).map(Obstacle::Freeze)).or_else(avoided)
    }

    /// Whether a wave may start on `day`: a workday, in no freeze, no avoided weekday.
    pub fn is_release_day(&self, day: Date) -> bool {
        self.obstacle(day).is_none()
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

    /// Days without names.
    pub(in super::super) fn holidays(days: &[Date]) -> Vec<Holiday> {
        days.iter().copied().map(Holiday::from).collect()
    }

    fn weekdays(avoid: WeekdaySet) -> Workdays {
        Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, Vec::new(), Vec::new(), avoid)
    }

    #[test]
    fn a_holiday_at_the_weekend_costs_nothing() {
        let days = weekdays(WeekdaySet::NONE).with_holidays(&holidays(&[date(2026, 5, 2), date(2026, 5, 1), date(2026, 5, 1)]));
        assert_eq!(days.count(date(2026, 4, 27), date(2026, 5, 4)), 4);
        assert_eq!(days.holidays(), holidays(&[date(2026, 5, 1), date(2026, 5, 2)]));
        assert!(!days.is_workday(date(2026, 5, 1)) && !days.is_workday(date(2026, 5, 3)) && days.is_workday(date(2026, 5, 4)));
    }

    #[test]
    fn the_gate_review_is_the_last_workday_inside_the_window() {
        let days = weekdays(WeekdaySet::FRIDAY).with_holidays(&holidays(&[date(2026, 4, 3)]));
        let review = |start, end| days.gate_review(&Period { start, end });
        assert_eq!(review(date(2026, 2, 5), Some(date(2026, 4, 5))), Some(date(2026, 4, 2)));
        assert_eq!(review(date(2026, 4, 3), Some(date(2026, 4, 6))), None);
        assert_eq!(review(date(2026, 4, 3), None), None);
    }

    #[test]
    fn a_release_day_is_worked_on_not_frozen_and_not_avoided() {
        let freeze = Freeze { start: date(2026, 8, 10), end: date(2026, 8, 22), reason: "summer".into() };
        let days = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, holidays(&[date(2026, 8, 24)]), vec![freeze], WeekdaySet::FRIDAY);
        assert_eq!(days.next_release_day(date(2026, 8, 7)), Some(date(2026, 8, 25)));
        assert_eq!(days.next_release_day(date(2026, 8, 6)), Some(date(2026, 8, 6)));
        assert_eq!(days.freeze_on(date(2026, 8, 21)).map(|f| f.reason.as_str()), Some("summer"));
        assert_eq!(days.freeze_on(date(2026, 8, 22)), None);
    }

    #[test]
    fn every_day_on_which_no_wave_starts_has_an_obstacle() {
        let freeze = Freeze { start: date(2026, 12, 23), end: date(2027, 1, 9), reason: "closing".into() };
        let christmas = Holiday::new(date(2026, 12, 25), Some("Christmas Day"));
        let days = Workdays::new(WeekdaySet::MONDAY_TO_FRIDAY, vec![christmas.clone()], vec![freeze.clone()], WeekdaySet::FRIDAY);
        let on = |day| days.obstacle(date(2026, 12, day));
        assert_eq!((on(17), on(18)), (None, Some(Obstacle::Avoided(Weekday::Friday))));
        assert_eq!((on(23), on(25)), (Some(Obstacle::Freeze(&freeze)), Some(Obstacle::Holiday(&christmas))));
        assert_eq!(on(26), Some(Obstacle::DayOff(Weekday::Saturday)));
        assert_eq!((days.day_off(date(2026, 12, 18)), days.day_off(date(2026, 12, 25))), (None, Some(Obstacle::Holiday(&christmas))));
    }

    #[test]
    fn the_holidays_of_a_period_are_those_on_its_days() {
        let days = weekdays(WeekdaySet::NONE).with_holidays(&holidays(&[date(2026, 1, 1), date(2026, 5, 1), date(2027, 1, 1)]));
        let among = |start, end| days.holidays_in(&Period { start, end }).iter().map(|holiday| holiday.day).collect::<Vec<_>>();
        assert_eq!(among(date(2026, 1, 1), Some(date(2026, 5, 1))), [date(2026, 1, 1)]);
        assert_eq!(among(date(2026, 1, 2), None), [date(2026, 5, 1), date(2027, 1, 1)]);
        assert_eq!(among(date(2026, 5, 2), Some(date(2026, 12, 31))), []);
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
        let days = weekdays(WeekdaySet::FRIDAY).with_holidays(&holidays(&[date(2026, 6, 10)]));
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
            Workdays::new(pick(week), holidays.into_iter().map(|n| day(n).into()).collect(), freezes.collect(), pick(avoid))
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
