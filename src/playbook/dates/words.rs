//! Days that are passed over, in words. Not done here: the sentences that they stand in.

use crate::calendar::{Date, Obstacle, Skipped, WeekdaySet, add_days, days_between};

/// So many reasons are told one by one; of what is left the last day is.
const TOLD: usize = 4;

/// What stands against each of the days, in their order.
pub(super) fn skipped(stretches: &[Skipped<'_>]) -> String {
    let (told, rest) = stretches.split_at(TOLD.min(stretches.len()));
    let mut words: Vec<String> = told.iter().map(stretch).collect();
    if let Some(last) = rest.last() {
        words.push(format!("and so on until {}", last.last));
    }
    words.join("; ")
}

fn stretch(skipped: &Skipped<'_>) -> String {
    let (days, are, one) = match days_between(skipped.first, skipped.last) {
        0 => (skipped.first.to_string(), "is", true),
        1 => (format!("{} and {}", skipped.first, skipped.last), "are", false),
        _ => (format!("{} to {}", skipped.first, skipped.last), "are", false),
    };
    match skipped.why {
        Obstacle::DayOff(day) if one => format!("{days} is a {}", WeekdaySet::name_of(day)),
        Obstacle::DayOff(_) => format!("{days} are no workdays"),
        Obstacle::Holiday(holiday) => match &holiday.name {
            Some(name) => format!("{days} {are} {name}"),
            None if one => format!("{days} is a holiday"),
            None => format!("{days} are holidays"),
        },
        Obstacle::Freeze(freeze) => {
            let name = if freeze.reason.is_empty() { String::new() } else { format!(" \"{}\"", freeze.reason) };
            format!("a freeze{name} lasts until {}", freeze.last_day())
        }
        Obstacle::Avoided(day) if one => format!("{days} is a {}, which is avoided", WeekdaySet::name_of(day)),
        Obstacle::Avoided(_) => format!("{days} are weekdays that are avoided"),
    }
}

/// The last day before an end.
pub(super) fn last_day(end: Date) -> Date {
    add_days(end, -1).unwrap_or(end)
}
