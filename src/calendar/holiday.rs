//! A day that is not worked, and what it is called. Not done here: reading one, or counting without them ([`Workdays`](super::Workdays)).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::days::Date;

/// A day that is not worked though its weekday is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub day: Date,
    /// What it is called, if its author says so.
    pub name: Option<Arc<str>>,
}

impl Holiday {
    /// A day with its name; one of nothing but space is none.
    pub fn new(day: Date, name: Option<&str>) -> Self {
        Self { day, name: name.map(str::trim).filter(|name| !name.is_empty()).map(Arc::from) }
    }
}

impl From<Date> for Holiday {
    fn from(day: Date) -> Self {
        Self { day, name: None }
    }
}

/// Each day once, sorted, with the first of its names.
pub(super) fn sorted(mut holidays: Vec<Holiday>) -> Vec<Holiday> {
    // The sort is stable, so that of two names the one given first stays first.
    holidays.sort_by_key(|holiday| holiday.day);
    holidays.dedup_by(|next, kept| {
        let same = next.day == kept.day;
        if same && kept.name.is_none() {
            kept.name = next.name.take();
        }
        same
    });
    holidays
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn of_two_names_for_a_day_the_first_one_wins() {
        let on = |day, name| Holiday::new(date(2026, 12, day), name);
        let given =
            vec![on(26, None), on(25, None), on(25, Some("Christmas Day")), on(24, Some("Eve")), on(25, Some("Xmas")), on(26, Some(" "))];
        assert_eq!(sorted(given), [on(24, Some("Eve")), on(25, Some("Christmas Day")), on(26, None)]);
    }
}
