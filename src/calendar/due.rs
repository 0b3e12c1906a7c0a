//! Due dates as authors write them: a day, or a distance from one end of the stage's window. Not done here: which window that is
//! ([`schedule`](super::schedule())), or what is overdue.

use serde::{Deserialize, Serialize};

use super::days::{Date, Period, add_days, read_date};
use super::text::{Scan, TextError, did_you_mean};

/// When something is due: `2026-03-01`, or `(start|end)[±N(d|w)]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Due {
    /// On that day.
    On(Date),
    /// So many calendar days after (before when negative) an end of the stage's window; at most [`MAX_COUNT`](super::MAX_COUNT) weeks.
    From(Anchor, i64),
}

/// What a due date is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// The window's first day.
    Start,
    /// The window's last day, the one that an author types; an open window has none.
    End,
}

const FORMS: &str = "a due date is a day such as `2026-03-01`, or `start` or `end`, with or without a distance such as `+3d` or `-2w`";

impl Due {
    /// Reads a due date; letters in either case, spaces around the sign allowed.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let mut scan = Scan::new(text);
        if scan.is_done() {
            return Err(TextError { message: "a due date is missing".into(), range: 0..text.len(), help: FORMS.into() });
        }
        if scan.rest().starts_with(|c: char| c.is_ascii_digit()) {
            return read_date(text).map(Due::On);
        }
        let (word, range) = scan.word();
        let anchor = match word.to_lowercase().as_str() {
            "start" => Anchor::Start,
            "end" => Anchor::End,
            _ => return Err(not_an_anchor(text, word, range)),
        };
        if scan.is_done() {
            return Ok(Due::From(anchor, 0));
        }
        let sign = match (scan.eat('+'), scan.eat('-')) {
            (true, false) => 1,
            (false, true) => -1,
            _ => return Err(scan.expected("`+` or `-`", FORMS)),
        };
        let (count, range) = scan.number(FORMS)?;
        let (letter, letter_range) = scan.word();
        let unit = match letter {
            "d" | "D" => 1,
            "w" | "W" => 7,
            _ => {
                let range = range.start..letter_range.end;
                return Err(TextError { message: "expected `d` or `w` after the number".into(), range, help: FORMS.into() });
            }
        };
        scan.end(FORMS)?;
        Ok(Due::From(anchor, sign * unit * i64::from(count)))
    }

    /// The day that is meant, given the stage's window. `None` when it is counted from an end that is open or not scheduled.
    pub fn resolve(&self, period: Option<&Period>) -> Option<Date> {
        match self {
            Due::On(date) => Some(*date),
            Due::From(Anchor::Start, days) => add_days(period?.start, *days),
            Due::From(Anchor::End, days) => add_days(period?.last_day()?, *days),
        }
    }
}

fn not_an_anchor(text: &str, word: &str, range: std::ops::Range<usize>) -> TextError {
    let range = if range.is_empty() { 0..text.len() } else { range };
    let help = did_you_mean(word, &["start", "end"]).map_or_else(|| FORMS.to_owned(), |name| format!("did you mean `{name}`?"));
    TextError { message: format!("`{}` is not a due date", text.trim()), range, help }
}

impl std::fmt::Display for Due {
    /// In a reader's words: `2026-03-01`, "at the end", "3 days before the end", "2 weeks after the start".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (anchor, days) = match self {
            Due::On(day) => return write!(f, "{day}"),
            Due::From(anchor, days) => (anchor, days),
        };
        let anchor = if *anchor == Anchor::Start { "start" } else { "end" };
        let (count, unit) = if days % 7 == 0 { (days.abs() / 7, "week") } else { (days.abs(), "day") };
        let plural = if count == 1 { "" } else { "s" };
        match days.signum() {
            0 => write!(f, "at the {anchor}"),
            -1 => write!(f, "{count} {unit}{plural} before the {anchor}"),
            _ => write!(f, "{count} {unit}{plural} after the {anchor}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_due_date_is_a_day_or_a_distance_from_the_window() {
        let window = Period::new(date(2026, 2, 5), Some(date(2026, 4, 5)));
        let cases = [
            ("2026-03-01", Some(date(2026, 3, 1))),
            ("start", Some(date(2026, 2, 5))),
            ("end", Some(date(2026, 4, 4))),
            ("start+3d", Some(date(2026, 2, 8))),
            ("start-1w", Some(date(2026, 1, 29))),
            ("end-2w", Some(date(2026, 3, 21))),
            ("End + 1D", Some(date(2026, 4, 5))),
            ("start+0d", Some(date(2026, 2, 5))),
        ];
        for (text, day) in cases {
            assert_eq!(Due::parse(text).unwrap().resolve(window.as_ref()), day, "{text}");
        }
    }

    #[test]
    fn what_hangs_on_a_missing_end_has_no_day() {
        let open = Period::new(date(2026, 2, 5), None);
        assert_eq!(Due::parse("end-1d").unwrap().resolve(open.as_ref()), None);
        assert_eq!(Due::parse("start+1d").unwrap().resolve(open.as_ref()), Some(date(2026, 2, 6)));
        assert_eq!(Due::parse("start+1d").unwrap().resolve(None), None);
        assert_eq!(Due::parse("2026-03-01").unwrap().resolve(None), Some(date(2026, 3, 1)));
        let last = Period::new(date(9999, 12, 1), Some(date(9999, 12, 31)));
        assert_eq!(Due::parse("end+2d").unwrap().resolve(last.as_ref()), None);
    }

    #[test]
    fn a_wrong_due_date_is_explained_where_it_is_wrong() {
        let cases = [
            ("", "a due date is missing", 0..0),
            ("strat+3d", "`strat+3d` is not a due date", 0..5),
            ("next week", "`next week` is not a due date", 0..4),
            ("start 3d", "expected `+` or `-`, found `3d`", 6..8),
            ("start+-3d", "expected `+` or `-`, found `3d`", 7..9),
            ("start+d", "expected a number, found `d`", 6..7),
            ("end-3m", "expected `d` or `w` after the number", 4..6),
            ("end-3", "expected `d` or `w` after the number", 4..5),
            ("end-3 dd ", "expected `d` or `w` after the number", 4..8),
            ("end-3d x", "expected nothing more, found `x`", 7..8),
            ("end-10000d", "this number is too large", 4..9),
            ("2026-02-30", "there is no day 2026-02-30", 0..10),
        ];
        for (text, message, range) in cases {
            let error = Due::parse(text).unwrap_err();
            assert_eq!((error.message.as_str(), error.range), (message, range), "{text}");
        }
        assert_eq!(Due::parse("strat+3d").unwrap_err().help, "did you mean `start`?");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "(start|end|\\PC)?[-+–]?[0-9]{0,12}\\PC{0,4}") {
            if let Err(error) = Due::parse(&text) {
                prop_assert!(text.get(error.range).is_some());
            }
        }
    }
}
