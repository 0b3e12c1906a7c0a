//! Yearly rules of an iCalendar file (RFC 5545, section 3.3.10) → days. Not done here: rules by week, month or day, which no holiday follows;
//! they are errors.

use std::ops::Range;

use super::content_line::Property;
use super::stamp;
use crate::calendar::{Date, Weekday};
use crate::diagnostic::{Code, suggest};
use crate::document::years::YEARS;

/// What a rule may say.
pub(super) const UNDERSTOOD: &str = "a yearly rule is understood: `FREQ=YEARLY` with `INTERVAL`, `COUNT`, `UNTIL`, `BYMONTH`, and `BYMONTHDAY` or `BYDAY` in those months; \
     write other holidays as dates, with `RDATE` or as events of their own";

const KEYS: [&str; 8] = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST"];

/// A yearly rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rule {
    /// Years from one to the next; 0 is taken as 1.
    interval: i16,
    /// How many days there are at most, the first one included.
    count: Option<usize>,
    /// The last day there may be.
    until: Option<Date>,
    months: Vec<i8>,
    /// Days of those months; negative ones are counted from the end.
    days: Vec<i8>,
    /// Weekdays of those months; with a number only the first, the second, … or, when negative, the last one.
    weekdays: Vec<(Option<i8>, Weekday)>,
}

/// What is wrong with a part of a rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    /// Bytes of the rule.
    pub(super) part: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Reads a rule, with everything that is wrong with it.
pub(super) fn read(rule: &Property) -> (Rule, Vec<Fault>) {
    let (mut read, mut faults, mut yearly) = (Rule::default(), Vec::new(), false);
    for (text, part) in rule.parts(';').into_iter().filter(|(text, _)| !text.trim().is_empty()) {
        let (key, value) = text.split_once('=').unwrap_or((text, ""));
        let key = key.trim().to_ascii_uppercase();
        yearly |= key == "FREQ";
        if let Err((code, message, help)) = read.set(&key, value.trim()) {
            faults.push(Fault { code, part, message, help });
        }
    }
    let whole = 0..rule.value().len();
    let fault = |message: &str| Fault { code: Code::BadValue, part: whole.clone(), message: message.into(), help: UNDERSTOOD.into() };
    if !yearly {
        faults.push(fault("this rule does not say how often it comes"));
    }
    if read.months.is_empty() && !(read.days.is_empty() && read.weekdays.is_empty()) && faults.is_empty() {
        faults.push(fault("this rule does not say in which month: add `BYMONTH`"));
    }
    (read, faults)
}

impl Rule {
    fn set(&mut self, key: &str, value: &str) -> Result<(), (Code, String, String)> {
        let fault = |message: String| Err((Code::BadValue, message, UNDERSTOOD.to_owned()));
        let is_set = match key {
            "FREQ" => value.eq_ignore_ascii_case("YEARLY"),
            "WKST" => weekday(value).is_some(),
            "INTERVAL" => set(&mut self.interval, value.parse().ok().filter(|years| (1..=400).contains(years))),
            "COUNT" => set(&mut self.count, value.parse().ok().filter(|count| *count > 0).map(Some)),
            "UNTIL" => match stamp::read(value) {
                Ok(until) => set(&mut self.until, Some(Some(until.day))),
                Err((message, help)) => return Err((Code::BadDate, message, help)),
            },
            "BYMONTH" => set(&mut self.months, list(value, |month| month.parse().ok().filter(|month| (1..=12).contains(month)))),
            "BYMONTHDAY" => set(&mut self.days, list(value, |day| day.parse().ok().filter(|day: &i8| (1..=31).contains(&day.abs())))),
            "BYDAY" => set(&mut self.weekdays, list(value, numbered_weekday)),
            _ => {
                let help = suggest(key, KEYS).filter(|help| help.starts_with("did you mean")).unwrap_or_else(|| UNDERSTOOD.to_owned());
                return Err((Code::BadValue, format!("`{key}` is not understood here"), help));
            }
        };
        match is_set {
            true => Ok(()),
            false if key == "FREQ" => fault(format!("a holiday that comes `{value}` is not understood")),
            false => fault(format!("`{value}` is no value of `{key}`")),
        }
    }

    /// The days on which something that starts on `start` comes, `start` being the first whatever the rule says, up to the last year that dates
    /// of a book may have.
    pub(super) fn days(&self, start: Date) -> Vec<Date> {
        let years = (start.year()..=*YEARS.end()).step_by(self.interval.max(1).unsigned_abs().into());
        let later = years.flat_map(|year| self.days_of(year, start)).filter(|day| *day > start);
        let later = later.take_while(|day| self.until.is_none_or(|until| *day <= until));
        std::iter::once(start).chain(later).take(self.count.unwrap_or(usize::MAX)).collect()
    }

    fn days_of(&self, year: i16, start: Date) -> Vec<Date> {
        let own = [start.month()];
        let mut months = if self.months.is_empty() { own.to_vec() } else { self.months.clone() };
        months.sort_unstable();
        months.dedup();
        let days = months.into_iter().flat_map(|month| (1..=31).filter_map(move |day| Date::new(year, month, day).ok()));
        days.filter(|day| self.has(*day, start)).collect()
    }

    /// Whether a day of one of its months belongs to it.
    fn has(&self, day: Date, start: Date) -> bool {
        let (number, length) = (day.day(), day.days_in_month());
        let is_numbered = self.days.iter().any(|n| *n == number || *n == number - length - 1);
        let is_weekday = self.weekdays.iter().any(|(nth, weekday)| {
            let (from_start, from_end) = ((number - 1) / 7 + 1, (length - number) / 7 + 1);
            *weekday == day.weekday() && nth.is_none_or(|nth| nth == from_start || nth == -from_end)
        });
        match (self.days.is_empty(), self.weekdays.is_empty()) {
            (true, true) => number == start.day(),
            (no_days, no_weekdays) => (no_days || is_numbered) && (no_weekdays || is_weekday),
        }
    }
}

fn set<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(|part| read(part.trim())).collect()
}

/// `MO`, `2MO`, `-1MO`.
fn numbered_weekday(text: &str) -> Option<(Option<i8>, Weekday)> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let number = match number {
        "" => None,
        number => Some(number.parse().ok().filter(|number: &i8| (1..=5).contains(&number.abs()))?),
    };
    Some((number, weekday(name)?))
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::content_line::lines;
    use super::*;
    use crate::calendar::parse_date;

    fn property(rule: &str) -> Property {
        lines(&format!("RRULE:{rule}")).remove(0).property().unwrap()
    }

    /// The days of a rule up to 2030.
    fn days(rule: &str, start: &str) -> String {
        let (rule, faults) = read(&property(rule));
        assert_eq!(faults, []);
        let days = rule.days(parse_date(start).unwrap());
        days.iter().filter(|day| day.year() <= 2030).map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_yearly_rule_gives_its_days() {
        let cases = [
            ("FREQ=YEARLY", "2027-12-25", "2027-12-25 2028-12-25 2029-12-25 2030-12-25"),
            ("FREQ=YEARLY;", "2029-05-01", "2029-05-01 2030-05-01"),
            ("freq=yearly;interval=2;wkst=SU", "2026-05-01", "2026-05-01 2028-05-01 2030-05-01"),
            ("FREQ=YEARLY;COUNT=2", "2026-05-01", "2026-05-01 2027-05-01"),
            ("FREQ=YEARLY;UNTIL=20280501", "2026-05-01", "2026-05-01 2027-05-01 2028-05-01"),
            ("FREQ=YEARLY;UNTIL=20280430T235959Z", "2026-05-01", "2026-05-01 2027-05-01"),
            ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "2029-12-25", "2029-12-25 2030-12-25"),
            ("FREQ=YEARLY;BYMONTH=12", "2029-12-25", "2029-12-25 2030-12-25"),
            ("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29"),
            // Thanksgiving, Memorial Day, Midsummer's Eve, and the last day of a month.
            ("FREQ=YEARLY;BYDAY=4TH;BYMONTH=11", "2026-11-26", "2026-11-26 2027-11-25 2028-11-23 2029-11-22 2030-11-28"),
            ("FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5", "2028-05-29", "2028-05-29 2029-05-28 2030-05-27"),
            ("FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=19,20,21,22,23,24,25;BYMONTH=6", "2029-06-22", "2029-06-22 2030-06-21"),
            ("FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2", "2027-02-28", "2027-02-28 2028-02-29 2029-02-28 2030-02-28"),
            ("FREQ=YEARLY;BYMONTH=12,1;BYMONTHDAY=6", "2029-01-06", "2029-01-06 2029-12-06 2030-01-06 2030-12-06"),
        ];
        for (rule, start, expected) in cases {
            assert_eq!(days(rule, start), expected, "{rule}");
        }
    }

    #[test]
    fn an_endless_rule_ends_with_the_years_that_a_book_may_have() {
        let (rule, _) = read(&property("FREQ=YEARLY"));
        let days = rule.days(parse_date("1970-01-01").unwrap());
        assert_eq!((days.len(), days.last().map(ToString::to_string)), (230, Some("2199-01-01".into())));
    }

    #[test]
    fn what_is_not_understood_is_shown_where_it_stands() {
        let found = |rule: &str| {
            let property = property(rule);
            let (_, faults) = read(&property);
            let shown = |fault: Fault| format!("{}: {}", &property.value()[fault.part], fault.message);
            faults.into_iter().map(shown).collect::<Vec<_>>().join(" | ")
        };
        let cases = [
            ("FREQ=WEEKLY", "FREQ=WEEKLY: a holiday that comes `WEEKLY` is not understood"),
            ("INTERVAL=2", "INTERVAL=2: this rule does not say how often it comes"),
            ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20: `BYWEEKNO` is not understood here"),
            ("FREQ=YEARLY;COUNT=0;INTERVAL=x", "COUNT=0: `0` is no value of `COUNT` | INTERVAL=x: `x` is no value of `INTERVAL`"),
            ("FREQ=YEARLY;UNTIL=20280230", "UNTIL=20280230: there is no day 2028-02-30"),
            ("FREQ=YEARLY;BYDAY=1SU", "FREQ=YEARLY;BYDAY=1SU: this rule does not say in which month: add `BYMONTH`"),
            ("FREQ=YEARLY;BYMONTH=13;BYDAY=6XX", "BYMONTH=13: `13` is no value of `BYMONTH` | BYDAY=6XX: `6XX` is no value of `BYDAY`"),
        ];
        for (rule, expected) in cases {
            assert_eq!(found(rule), expected, "{rule}");
        }
        let (_, faults) = read(&property("FREQ=YEARLY;BYMONTHDAYS=1;BYMONTH=1"));
        assert_eq!(faults[0].help, "did you mean `BYMONTHDAY`?");
    }
}
