//! Days that are passed over, in words. Not done here: the sentences that they stand in.

use crate::calendar::{Date, Obstacle, Skipped, Weekday, add_days, days_between};
use crate::locale::{Locale, Value};

/// So many reasons are told one by one; of what is left the last day is.
const TOLD: usize = 4;

/// What stands against each of the days, in their order.
pub(super) fn skipped(locale: &Locale, stretches: &[Skipped<'_>]) -> String {
    let (told, rest) = stretches.split_at(TOLD.min(stretches.len()));
    let mut words: Vec<String> = told.iter().map(|skipped| stretch(locale, skipped)).collect();
    if let Some(last) = rest.last() {
        words.push(locale.with("skipped-rest", &[("date", locale.date(last.last).into())]));
    }
    locale.sentences(words)
}

fn stretch(locale: &Locale, skipped: &Skipped<'_>) -> String {
    let date = |day: Date| Value::from(locale.date(day));
    let days = days_between(skipped.first, skipped.last) + 1;
    let span = || [("first", date(skipped.first)), ("last", date(skipped.last)), ("days", days.into())];
    let on = |key: &str, weekday: Weekday| locale.with(key, &[("date", date(skipped.first)), ("weekday", locale.weekday(weekday).into())]);
    match skipped.why {
        Obstacle::DayOff(weekday) if days == 1 => on("skipped-weekday", weekday),
        Obstacle::DayOff(_) => locale.with("skipped-weekdays", &span()),
        Obstacle::Holiday(holiday) => match &holiday.name {
            Some(name) => {
                let [first, last, days] = span();
                locale.with("skipped-named-holiday", &[first, last, days, ("name", (&**name).into())])
            }
            None => locale.with("skipped-holiday", &span()),
        },
        Obstacle::Freeze(freeze) => {
            let last = ("last", date(freeze.last_day()));
            if freeze.reason.is_empty() {
                return locale.with("skipped-freeze", &[last]);
            }
            locale.with("skipped-named-freeze", &[("reason", freeze.reason.as_str().into()), last])
        }
        Obstacle::Avoided(weekday) if days == 1 => on("skipped-avoided", weekday),
        Obstacle::Avoided(_) => locale.with("skipped-avoided-days", &span()),
    }
}

/// The last day before an end.
pub(super) fn last_day(end: Date) -> Date {
    add_days(end, -1).unwrap_or(end)
}
