//! Days and spans of days. Not done here: which of them are worked on ([`Workdays`](super::Workdays)), or how an author names them
//! ([`Window`](super::Window)).

use jiff::Span;
use serde::{Deserialize, Serialize};

use super::text::TextError;

/// A day of the calendar, without time or zone. Years 0 to 9999 can be written.
pub type Date = jiff::civil::Date;

/// The days from `start` up to, without, `end`. One made by this module has at least one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The first day after it; `None` when it is open.
    pub end: Option<Date>,
}

impl Period {
    /// Joins both ends; `None` when not even one day lies between them.
    pub fn new(start: Date, end: Option<Date>) -> Option<Self> {
        if end.is_some_and(|end| end <= start) { None } else { Some(Self { start, end }) }
    }

    /// How many days it has, at least 1; `None` when it is open.
    pub fn days(&self) -> Option<i64> {
        self.end.map(|end| days_between(self.start, end))
    }

    /// The last day, as an author would write it; `None` when it is open.
    pub fn last_day(&self) -> Option<Date> {
        self.end.and_then(|end| end.yesterday().ok())
    }

    /// Whether `day` is one of its days.
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| day < end)
    }

    /// Whether every one of its days lies before `day`, as a window's that is over.
    pub fn is_over(&self, day: Date) -> bool {
        self.end.is_some_and(|end| end <= day)
    }

    /// The days that both have; open when both are.
    pub fn overlap(&self, other: &Period) -> Option<Period> {
        let end = match (self.end, other.end) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Period::new(self.start.max(other.start), end)
    }

    /// The same length, `days` later (earlier when negative). `None` when that leaves the calendar.
    pub fn shifted(&self, days: i64) -> Option<Period> {
        let end = match self.end {
            Some(end) => Some(add_days(end, days)?),
            None => None,
        };
        Some(Period { start: add_days(self.start, days)?, end })
    }
}

/// How many days two periods share, 0 when none; `None` when both are open, so that they share all days from the later start on.
pub fn overlap_days(a: &Period, b: &Period) -> Option<i64> {
    a.overlap(b).map_or(Some(0), |shared| shared.days())
}

/// How many days lie between two periods, whichever is first; 0 when they touch or overlap.
pub fn gap_days(a: &Period, b: &Period) -> i64 {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    first.end.map_or(0, |end| days_between(end, second.start).max(0))
}

/// Days from `a` to `b`, negative when `b` is earlier.
pub fn days_between(a: Date, b: Date) -> i64 {
    // Two dates never fail to differ in whole days; jiff's error is for spans with other units.
    a.until(b).map_or(0, |span| i64::from(span.get_days()))
}

/// The day `days` after `date`, before it when negative. `None` when that leaves the calendar, which ends with the year 9999.
pub fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The same day `months` later; where that month is too short, its last day. `None` when that leaves the calendar.
pub fn add_months(date: Date, months: u32) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The first Monday from a day on, that day itself if it is one. `None` when that leaves the calendar.
pub fn first_monday(from: Date) -> Option<Date> {
    add_days(from, (7 - i64::from(from.weekday().to_monday_zero_offset())) % 7)
}

/// The English name of a day's month, as it is written in a sentence: "June".
pub fn month_name(day: Date) -> &'static str {
    match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// The first three letters of [`month_name`]: "Jun".
pub fn short_month_name(day: Date) -> &'static str {
    &month_name(day)[..3]
}

/// Reads `YYYY-MM-DD`: four, two and two digits, nothing around them, a day that exists.
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, month, day) = date_parts(text)?;
    Date::new(year, month, day).ok()
}

/// [`parse_date`] that says what is wrong. The range covers the whole text.
pub fn read_date(text: &str) -> Result<Date, TextError> {
    parse_date(text).ok_or_else(|| {
        let (message, help) = match date_parts(text) {
            None => {
                let help = match day_meant(text) {
                    Some(day) => format!("write it as `{day}`"),
                    None => "dates are written `YYYY-MM-DD`, such as `2026-03-01`".to_owned(),
                };
                (format!("`{text}` is not a date"), help)
            }
            Some((year, month, _)) => {
                let help = match Date::new(year, month, 1) {
                    Ok(first) => format!("{year:04}-{month:02} has {} days", first.days_in_month()),
                    Err(_) => "months go from 01 to 12".to_owned(),
                };
                (format!("there is no day {text}"), help)
            }
        };
        TextError { message, range: 0..text.len(), help }
    })
}

/// The day that is meant by another way to write one, where that can be told: `2026-3-1`, `2026/03/01`, `1.3.2026`, `20260301`, and a day with a time.
/// `03/01/2026` is March to some and January to others.
pub fn day_meant(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', 't', ' ']).next().unwrap_or_default();
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten();
    let date = |year: &str, month: &str, day: &str| {
        let short = |part: &str| i8::try_from(number(part)?).ok();
        Date::new(number(year).filter(|_| year.len() == 4)?, short(month)?, short(day)?).ok()
    };
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    match parts.as_slice() {
        [one] if one.len() == 8 && one.is_ascii() => date(&one[..4], &one[4..6], &one[6..]),
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] if text.contains('.') => date(year, month, day),
        _ => None,
    }
}

fn date_parts(text: &str) -> Option<(i16, i8, i8)> {
    let digits = |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
        return None;
    }
    Some((digits(0..4)?.parse().ok()?, digits(5..7)?.parse().ok()?, digits(8..10)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn period(start: &str, end: &str) -> Period {
        Period::new(parse_date(start).unwrap(), parse_date(end)).unwrap()
    }

    #[test]
    fn a_date_is_four_two_and_two_digits_of_a_day_that_exists() {
        assert_eq!(parse_date("2026-03-01"), Some(date(2026, 3, 1)));
        assert_eq!(parse_date("2024-02-29"), Some(date(2024, 2, 29)));
        let wrong = [
            "2026-02-30",
            "2026-2-3",
            "26-02-03",
            "2026-02-03 ",
            "+026-02-03",
            "2026/02/03",
            "2026-02-03T00:00",
            "",
            "２026-02-0",
            "2026-13-01",
        ];
        for text in wrong {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_wrong_date_is_explained() {
        let said = |text: &str| read_date(text).map_err(|e| (e.message, e.help));
        assert_eq!(said("2026-02-30"), Err(("there is no day 2026-02-30".into(), "2026-02 has 28 days".into())));
        assert_eq!(said("2026-13-01"), Err(("there is no day 2026-13-01".into(), "months go from 01 to 12".into())));
        let (message, help) = said("1 March").unwrap_err();
        assert_eq!((message.as_str(), help.as_str()), ("`1 March` is not a date", "dates are written `YYYY-MM-DD`, such as `2026-03-01`"));
    }

    #[test]
    fn other_ways_to_write_a_day_are_understood_and_ambiguous_ones_are_not() {
        for text in ["2026-5-1", "2026/05/01", "2026.5.1", "1.5.2026", "01.05.2026", "20260501", "2026-05-01 10:00", "2026-05-01T10:00:00Z"]
        {
            assert_eq!(day_meant(text), Some(date(2026, 5, 1)), "{text}");
        }
        for text in ["05/01/2026", "1-5-2026", "26-05-01", "2026-13-1", "2026-05", "2026", "", "é2026051", "+2026-5-1", "tomorrow"] {
            assert_eq!(day_meant(text), None, "{text}");
        }
        assert_eq!(read_date("2026-5-1").map_err(|error| error.help), Err("write it as `2026-05-01`".into()));
    }

    #[test]
    fn a_period_has_its_first_day_and_not_its_end() {
        let p = period("2026-01-05", "2026-01-19");
        assert_eq!((p.days(), p.last_day()), (Some(14), Some(date(2026, 1, 18))));
        assert!(p.contains(date(2026, 1, 5)) && p.contains(date(2026, 1, 18)));
        assert!(!p.contains(date(2026, 1, 4)) && !p.contains(date(2026, 1, 19)));
        assert!(!p.is_over(date(2026, 1, 18)) && p.is_over(date(2026, 1, 19)));
        let open = period("2026-01-05", "");
        assert_eq!((open.days(), open.last_day()), (None, None));
        assert!(open.contains(date(9999, 12, 31)) && !open.is_over(date(9999, 12, 31)));
        assert_eq!(Period::new(date(2026, 1, 5), Some(date(2026, 1, 5))), None);
    }

    #[test]
    fn overlaps_and_gaps_are_counted_in_days() {
        let (a, b, c) = (period("2026-01-01", "2026-01-11"), period("2026-01-08", "2026-01-20"), period("2026-01-23", ""));
        assert_eq!((overlap_days(&a, &b), gap_days(&a, &b)), (Some(3), 0));
        assert_eq!((overlap_days(&b, &c), gap_days(&b, &c), gap_days(&c, &b)), (Some(0), 3, 3));
        assert_eq!((overlap_days(&c, &c), gap_days(&c, &c)), (None, 0));
        assert_eq!(overlap_days(&c, &period("2026-01-01", "2026-01-25")), Some(2));
        assert_eq!(gap_days(&a, &period("2026-01-11", "2026-01-12")), 0);
    }

    #[test]
    fn the_end_of_the_calendar_is_not_a_panic() {
        assert_eq!(add_days(date(9999, 12, 31), 1), None);
        assert_eq!(add_days(date(2026, 1, 1), i64::MAX), None);
        assert_eq!(add_days(date(2026, 1, 1), i64::MIN), None);
        assert_eq!(add_months(date(9999, 12, 1), 1), None);
        assert_eq!(add_months(date(2026, 1, 1), u32::MAX), None);
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
    }

    proptest! {
        #[test]
        fn only_what_a_date_prints_as_is_a_date(text in "\\PC*") {
            if let Some(date) = parse_date(&text) {
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn adding_days_is_undone_by_counting_them(from in 0i64..200_000, days in -30_000i64..30_000) {
            let start = add_days(date(1900, 1, 1), from).unwrap();
            prop_assert_eq!(days_between(start, add_days(start, days).unwrap()), days);
        }
    }
}
