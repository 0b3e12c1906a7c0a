//! The time a stage takes, as its author wrote it. Not done here: reading the text (`window_text.rs`), moving it for a project or finding
//! the stage that it comes after ([`schedule`](super::schedule())).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::days::{Date, Period, add_days, add_months};
use super::text::TextError;
use super::window_text;

/// A stage's `window`. Numbers are 1 to [`MAX_COUNT`](super::MAX_COUNT).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Window {
    /// `Weeks 3–6`, `Month 6+`: counted from the project's start.
    Counted {
        /// What is counted.
        unit: Unit,
        /// The first one that belongs to it; counting starts at 1.
        first: u32,
        /// The last one that belongs to it, not before `first`; `None` when it is open.
        last: Option<u32>,
    },
    /// `2026-03-01..2026-04-15` or `2026-03-01..`: the same days for every project. The period's end is the day after the last one written.
    Dates(Period),
    /// `after pilot for 4w`: from the end of another stage of the same project.
    After {
        /// That stage's id, or a former one of it.
        stage: String,
        /// How many units it lasts.
        count: u32,
        /// Days, weeks or months.
        unit: Unit,
    },
}

/// What a window is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// A calendar day.
    Day,
    /// Seven days.
    Week,
    /// A month, as long as [`Months`] says.
    Month,
    /// Three months.
    Quarter,
}

/// How long a month is: `[calendar] months`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Months {
    /// From a day of one month to the same day of the next; where that is too short, its last day.
    #[default]
    Anniversary,
    /// 28 days.
    FourWeek,
}

impl Months {
    /// Every value with the name it has in `book.toml`.
    pub const ALL: [(&str, Self); 2] = [("anniversary", Self::Anniversary), ("four-week", Self::FourWeek)];

    /// The value with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

impl Unit {
    /// The unit's name, singular: `Week`.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Day => "Day",
            Unit::Week => "Week",
            Unit::Month => "Month",
            Unit::Quarter => "Quarter",
        }
    }

    /// The day `count` units after `from`. `None` when that leaves the calendar.
    pub fn after(self, from: Date, count: u32, months: Months) -> Option<Date> {
        match (self, months) {
            (Unit::Day, _) => add_days(from, i64::from(count)),
            (Unit::Week, _) => add_days(from, 7 * i64::from(count)),
            (Unit::Month, Months::Anniversary) => add_months(from, count),
            (Unit::Month, Months::FourWeek) => add_days(from, 28 * i64::from(count)),
            (Unit::Quarter, _) => Unit::Month.after(from, count.checked_mul(3)?, months),
        }
    }
}

impl Window {
    /// Reads a window in any form of the domain's section 6.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        window_text::parse(text)
    }

    /// The stage that it comes after, if that is how it is given.
    pub fn after(&self) -> Option<&str> {
        if let Window::After { stage, .. } = self { Some(stage) } else { None }
    }

    /// Its days in a project that starts on `start`; dates need none. Months are always counted from `start`, so that a short month
    /// shortens no other. `None` without the start it needs, when it leaves the calendar, and for one that comes after a stage.
    pub fn period(&self, start: Option<Date>, months: Months) -> Option<Period> {
        match self {
            Window::Dates(period) => Some(*period),
            Window::After { .. } => None,
            Window::Counted { unit, first, last } => {
                let from = unit.after(start?, first.checked_sub(1)?, months)?;
                let end = match last {
                    Some(last) => Some(unit.after(start?, *last, months)?),
                    None => None,
                };
                Period::new(from, end)
            }
        }
    }

    /// Its days if it began on `start`, whatever it is counted from: the length is kept. `None` when it leaves the calendar.
    pub fn period_from(&self, start: Date, months: Months) -> Option<Period> {
        let end = match self {
            Window::Dates(period) => match period.days() {
                Some(days) => Some(add_days(start, days)?),
                None => None,
            },
            Window::After { count, unit, .. } => Some(unit.after(start, *count, months)?),
            Window::Counted { last: None, .. } => None,
            Window::Counted { unit, first, last: Some(last) } => {
                Some(unit.after(start, last.checked_sub(first.checked_sub(1)?)?, months)?)
            }
        };
        Period::new(start, end)
    }
}

/// The normal form: `Week 2`, `Weeks 3–6`, `Month 6+`, `2026-03-01..2026-04-15`, `after pilot for 4w`. Reads back as the same window.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Window::Counted { unit, first, last: None } => write!(f, "{} {first}+", unit.name()),
            Window::Counted { unit, first, last: Some(last) } if first == last => write!(f, "{} {first}", unit.name()),
            Window::Counted { unit, first, last: Some(last) } => write!(f, "{}s {first}–{last}", unit.name()),
            Window::Dates(period) => {
                write!(f, "{}..", period.start)?;
                period.last_day().map_or(Ok(()), |day| write!(f, "{day}"))
            }
            Window::After { stage, count, unit } => {
                let (count, letter) = match unit {
                    Unit::Day => (*count, 'd'),
                    Unit::Week => (*count, 'w'),
                    Unit::Month => (*count, 'm'),
                    Unit::Quarter => (count.saturating_mul(3), 'm'),
                };
                write!(f, "after {stage} for {count}{letter}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(text: &str, start: Date, months: Months) -> Option<(Date, Option<Date>)> {
        Window::parse(text).unwrap().period(Some(start), months).map(|period| (period.start, period.last_day()))
    }

    #[test]
    fn months_are_counted_from_the_start_and_cut_at_the_end_of_short_ones() {
        let start = date(2026, 1, 31);
        assert_eq!(days("Month 1", start, Months::Anniversary), Some((date(2026, 1, 31), Some(date(2026, 2, 27)))));
        assert_eq!(days("Month 2", start, Months::Anniversary), Some((date(2026, 2, 28), Some(date(2026, 3, 30)))));
        assert_eq!(days("Month 3", start, Months::Anniversary), Some((date(2026, 3, 31), Some(date(2026, 4, 29)))));
        assert_eq!(days("Month 2", start, Months::FourWeek), Some((date(2026, 2, 28), Some(date(2026, 3, 27)))));
        assert_eq!(days("Month 13", date(2024, 2, 29), Months::Anniversary), Some((date(2025, 2, 28), Some(date(2025, 3, 28)))));
    }

    #[test]
    fn every_unit_has_its_length() {
        let start = date(2026, 1, 5);
        let both = [Months::Anniversary, Months::FourWeek];
        for months in both {
            assert_eq!(days("Day 10-20", start, months), Some((date(2026, 1, 14), Some(date(2026, 1, 24)))));
            assert_eq!(days("Weeks 3–6", start, months), Some((date(2026, 1, 19), Some(date(2026, 2, 15)))));
            assert_eq!(days("Quarter 2", start, months), days("Month 4-6", start, months));
            assert_eq!(days("2026-03-01..2026-04-15", start, months), Some((date(2026, 3, 1), Some(date(2026, 4, 15)))));
        }
        assert_eq!(days("Quarter 2", start, Months::Anniversary), Some((date(2026, 4, 5), Some(date(2026, 7, 4)))));
        assert_eq!(days("Month 6+", start, Months::Anniversary), Some((date(2026, 6, 5), None)));
    }

    #[test]
    fn only_dates_need_no_start() {
        let without = |text: &str| Window::parse(text).unwrap().period(None, Months::Anniversary);
        assert_eq!(without("2026-03-01..").map(|period| period.end), Some(None));
        assert_eq!((without("Week 1"), without("Month 6+"), without("after pilot for 4w")), (None, None, None));
    }

    #[test]
    fn a_length_is_kept_from_any_start() {
        let from = |text: &str| Window::parse(text).unwrap().period_from(date(2026, 1, 31), Months::Anniversary).map(|period| period.end);
        assert_eq!(from("Month 4-6"), Some(Some(date(2026, 4, 30))));
        assert_eq!(from("Weeks 3–6"), Some(Some(date(2026, 2, 28))));
        assert_eq!(from("2026-03-01..2026-03-02"), Some(Some(date(2026, 2, 2))));
        assert_eq!(from("after pilot for 1m"), Some(Some(date(2026, 2, 28))));
        assert_eq!(from("Month 6+"), Some(None));
    }

    #[test]
    fn what_leaves_the_calendar_has_no_days() {
        assert_eq!(days("Quarter 9999", date(9000, 1, 1), Months::Anniversary), None);
        assert_eq!(days("Quarter 9999", date(9000, 1, 1), Months::FourWeek), None);
        assert_eq!(Unit::Quarter.after(date(2026, 1, 1), u32::MAX, Months::Anniversary), None);
        let odd = Window::Counted { unit: Unit::Day, first: 0, last: Some(0) };
        assert_eq!(
            (odd.period(Some(date(2026, 1, 1)), Months::FourWeek), odd.period_from(date(2026, 1, 1), Months::FourWeek)),
            (None, None)
        );
    }

    #[test]
    fn month_modes_have_names() {
        assert_eq!(Months::from_name("four-week"), Some(Months::FourWeek));
        assert_eq!(Months::from_name("lunar"), None);
    }
}
