//! The names of the months as days are said with them, found once: a site says thousands of days. Not done here: saying a day.

use super::words::{self, Words};
use crate::calendar::Date;

/// Twelve names in each form, January first.
pub(super) struct Months {
    of_date: Vec<String>,
    short: Vec<String>,
}

impl Months {
    /// Those of the first of these languages that has them.
    pub(super) fn of(words: &[Words]) -> Self {
        let name = |form: &str, month: i32| words::say(words, &format!("{form}-{month}"), &[], "").unwrap_or_default().into_owned();
        let names = |form: &str| (1..=12).map(|month| name(form, month)).collect();
        Self { of_date: names("month-of-date"), short: names("month-short") }
    }

    /// As in "14 April".
    pub(super) fn of_date(&self, date: Date) -> &str {
        name(&self.of_date, date)
    }

    /// As in "14 Apr".
    pub(super) fn short(&self, date: Date) -> &str {
        name(&self.short, date)
    }
}

fn name(names: &[String], date: Date) -> &str {
    usize::try_from(date.month() - 1).ok().and_then(|month| names.get(month)).map_or("", String::as_str)
}
