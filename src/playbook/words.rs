//! English words for findings and for the frame of the terminal's tables. Not done here: what readers of the site are told, which is said in the
//! book's language ([`crate::locale`]).

use std::fmt::Display;

use crate::calendar::{Date, days_between};

/// A number of things whose plural ends in "s": "1 day", "14 days".
pub fn count<N: Copy + Display + PartialEq + From<u8>>(n: N, thing: &str) -> String {
    let plural = if n == N::from(1) { "" } else { "s" };
    format!("{n} {thing}{plural}")
}

/// "in 12 days", "today", "5 days ago".
pub fn away(as_of: Date, day: Date) -> String {
    match days_between(as_of, day) {
        0 => "today".to_owned(),
        days @ 1.. => format!("in {}", count(days, "day")),
        days => format!("{} ago", count(-days, "day")),
    }
}
