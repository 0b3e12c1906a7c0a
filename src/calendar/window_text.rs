//! The grammar of a stage's `window`, section 6 of the domain. Not done here: what a window means ([`Window`]), or whether the stage exists
//! that it comes after ([`schedule`](super::schedule())).

use std::ops::Range;

use super::days::{Date, Period, parse_date, read_date};
use super::text::{Scan, TextError, did_you_mean};
use super::window::{Unit, Window};

const FORMS: &str = "write `Weeks 3–6`, `Month 6+`, `2026-03-01..2026-04-15` or `after pilot for 4w`";
const DATES: &str = "write both days, `2026-03-01..2026-04-15`, or an open end, `2026-03-01..`";
const AFTER: &str = "write `after STAGE for 4w`; `d`, `w` and `m` are days, weeks and months";
const WORDS: [&str; 9] = ["Day", "Days", "Week", "Weeks", "Month", "Months", "Quarter", "Quarters", "after"];

/// Reads a window. The error's range lies in `text`.
pub(super) fn parse(text: &str) -> Result<Window, TextError> {
    let mut scan = Scan::new(text);
    if scan.is_done() {
        return Err(TextError { message: "a window is missing".into(), range: 0..text.len(), help: FORMS.into() });
    }
    if scan.rest().starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return dates(text);
    }
    let (word, range) = scan.word();
    match word.to_lowercase().as_str() {
        "after" => after(scan),
        name => match unit(name) {
            Some(unit) => counted(scan, unit, (word, range)),
            None => Err(unknown_word(text, word, range)),
        },
    }
}

fn unit(name: &str) -> Option<Unit> {
    let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter];
    units.into_iter().find(|unit| unit.name().eq_ignore_ascii_case(name.strip_suffix('s').unwrap_or(name)))
}

/// `Month 6`, `Month 6+`, `Month 2-3`, after the word.
fn counted(mut scan: Scan<'_>, unit: Unit, (word, word_range): (&str, Range<usize>)) -> Result<Window, TextError> {
    let name = unit.name();
    let help = format!("write `{name} 2`, `{name}s 2–3` or `{name} 2+`");
    if scan.is_done() {
        return Err(TextError { message: format!("`{word}` needs a number"), range: word_range, help });
    }
    let (first, first_range) = scan.number(&help)?;
    at_least_one(first, &first_range)?;
    if scan.is_done() {
        return Ok(Window::Counted { unit, first, last: Some(first) });
    }
    if scan.eat('+') {
        scan.end(&help)?;
        return Ok(Window::Counted { unit, first, last: None });
    }
    if !(scan.eat('-') || scan.eat('–') || scan.eat('—') || scan.eat_word("to")) {
        return Err(scan.expected("`–`, `+` or nothing more", &help));
    }
    let (last, last_range) = scan.number(&help)?;
    at_least_one(last, &last_range)?;
    scan.end(&help)?;
    if last < first {
        return Err(TextError {
            message: "the first number must not be greater than the second".into(),
            range: first_range.start..last_range.end,
            help: format!("did you mean `{name}s {last}–{first}`?"),
        });
    }
    Ok(Window::Counted { unit, first, last: Some(last) })
}

/// `2026-03-01..2026-04-15`, `2026-03-01..`; the last day is included.
fn dates(text: &str) -> Result<Window, TextError> {
    let whole = trimmed(text, 0..text.len());
    let Some(dots) = text.find("..") else {
        let help = if text[whole.clone()].get(..10).is_some_and(|day| parse_date(day).is_some()) { DATES } else { FORMS };
        return Err(TextError { message: format!("`{}` is not a window", &text[whole.clone()]), range: whole, help: help.into() });
    };
    let (first, last) = (trimmed(text, 0..dots), trimmed(text, dots + 2..text.len()));
    if first.is_empty() {
        return Err(TextError { message: "the first day is missing".into(), range: whole, help: DATES.into() });
    }
    let start = date_at(text, first)?;
    if last.is_empty() {
        return Ok(Window::Dates(Period { start, end: None }));
    }
    let end = date_at(text, last.clone())?.tomorrow().map_err(|_| TextError {
        message: "the calendar ends here".into(),
        range: last,
        help: "the greatest last day is 9999-12-30".into(),
    })?;
    Period::new(start, Some(end)).map(Window::Dates).ok_or_else(|| TextError {
        message: "the first day must not be later than the last".into(),
        range: whole,
        help: DATES.into(),
    })
}

/// `pilot for 4w`, after the word `after`.
fn after(mut scan: Scan<'_>) -> Result<Window, TextError> {
    let (stage, stage_range) = scan.take(|c| !c.is_whitespace());
    if stage.is_empty() {
        return Err(scan.expected("a stage", AFTER));
    }
    if !stage.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(TextError { message: format!("`{stage}` is not the id of a stage"), range: stage_range, help: AFTER.into() });
    }
    if !scan.eat_word("for") {
        return Err(scan.expected("`for`", AFTER));
    }
    let (count, count_range) = scan.number(AFTER)?;
    if count == 0 {
        return Err(TextError { message: "a window lasts at least 1 day".into(), range: count_range, help: AFTER.into() });
    }
    let (letter, letter_range) = scan.word();
    let unit = match letter.to_lowercase().as_str() {
        "d" => Unit::Day,
        "w" => Unit::Week,
        "m" => Unit::Month,
        _ => {
            return Err(TextError {
                message: "expected `d`, `w` or `m` after the number".into(),
                range: count_range.start..letter_range.end,
                help: AFTER.into(),
            });
        }
    };
    scan.end(AFTER)?;
    Ok(Window::After { stage: stage.to_ascii_lowercase(), count, unit })
}

fn at_least_one(number: u32, range: &Range<usize>) -> Result<(), TextError> {
    if number == 0 {
        return Err(TextError {
            message: "counting starts at 1".into(),
            range: range.clone(),
            help: "the project's first day is in `Day 1`, `Week 1` and `Month 1`".into(),
        });
    }
    Ok(())
}

fn unknown_word(text: &str, word: &str, range: Range<usize>) -> TextError {
    if word.is_empty() {
        let whole = trimmed(text, 0..text.len());
        return TextError { message: format!("`{}` is not a window", &text[whole.clone()]), range: whole, help: FORMS.into() };
    }
    let help = did_you_mean(word, &WORDS).map_or_else(|| FORMS.to_owned(), |name| format!("did you mean `{name}`?"));
    TextError { message: format!("`{word}` is not a unit of time"), range, help }
}

fn date_at(text: &str, range: Range<usize>) -> Result<Date, TextError> {
    read_date(&text[range.clone()]).map_err(|error| TextError { range, ..error })
}

/// The range without the space at both ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::window::Months;
    use super::*;

    fn said(text: &str) -> (String, &str, String) {
        let error = parse(text).unwrap_err();
        (error.message, &text[error.range], error.help)
    }

    #[test]
    fn every_form_is_read_and_shown_in_its_normal_form() {
        let cases = [
            ("Week 1-2", "Weeks 1–2"),
            ("Weeks 3–6", "Weeks 3–6"),
            ("weeks 3 — 6", "Weeks 3–6"),
            ("WEEK 3 to 6", "Weeks 3–6"),
            ("week 3TO6", "Weeks 3–6"),
            ("Month 2-3", "Months 2–3"),
            ("Month 4-4", "Month 4"),
            ("  Months 6 + ", "Month 6+"),
            ("Day 10-20", "Days 10–20"),
            ("Quarter 2", "Quarter 2"),
            ("quarters 02", "Quarter 2"),
            ("Month\u{a0}9999", "Month 9999"),
            ("2026-03-01..2026-04-15", "2026-03-01..2026-04-15"),
            ("2026-03-01 .. 2026-03-01", "2026-03-01..2026-03-01"),
            ("2026-03-01..", "2026-03-01.."),
            ("after pilot for 4w", "after pilot for 4w"),
            ("After Pilot FOR 10 D", "after pilot for 10d"),
            ("after for for 2m", "after for for 2m"),
        ];
        for (text, shown) in cases {
            assert_eq!(parse(text).map(|window| window.to_string()), Ok(shown.into()), "{text}");
        }
        let april = Period { start: date(2026, 4, 1), end: Some(date(2026, 5, 1)) };
        assert_eq!(parse("2026-04-01..2026-04-30"), Ok(Window::Dates(april)), "the last day is included");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        let cases = [
            ("", "a window is missing", ""),
            ("Month 3-2", "the first number must not be greater than the second", "3-2"),
            ("Month 0", "counting starts at 1", "0"),
            ("Weeks 2–0", "counting starts at 1", "0"),
            ("Moth 2", "`Moth` is not a unit of time", "Moth"),
            ("Month", "`Month` needs a number", "Month"),
            ("Month two", "expected a number, found `two`", "two"),
            ("Month -1", "expected a number, found `-1`", "-1"),
            ("Month 2-", "expected a number at the end", "-"),
            ("Month 2,3", "expected `–`, `+` or nothing more, found `,3`", ",3"),
            ("Month 2 and 3", "expected `–`, `+` or nothing more, found `and 3`", "and 3"),
            ("Month 2-3+", "expected nothing more, found `+`", "+"),
            ("Month 6+ or so", "expected nothing more, found `or so`", "or so"),
            ("Month 10000", "this number is too large", "10000"),
            ("Month 99999999999999999999", "this number is too large", "99999999999999999999"),
            ("4 weeks", "`4 weeks` is not a window", "4 weeks"),
            ("?", "`?` is not a window", "?"),
            ("2026-03-01", "`2026-03-01` is not a window", "2026-03-01"),
            (" 2026-02-30..2026-04-15", "there is no day 2026-02-30", "2026-02-30"),
            ("2026-03-01..2026-4-15", "`2026-4-15` is not a date", "2026-4-15"),
            ("2026-03-01...2026-04-15", "`.2026-04-15` is not a date", ".2026-04-15"),
            ("2026-04-15..2026-03-01", "the first day must not be later than the last", "2026-04-15..2026-03-01"),
            ("..2026-03-01", "the first day is missing", "..2026-03-01"),
            ("2026-01-01..9999-12-31", "the calendar ends here", "9999-12-31"),
            ("after", "expected a stage at the end", "r"),
            ("after pilot", "expected `for` at the end", "t"),
            ("after the pilot for 4w", "expected `for`, found `pilot for 4w`", "pilot for 4w"),
            ("after pilot for 4", "expected `d`, `w` or `m` after the number", "4"),
            ("after pilot for 4 weeks", "expected `d`, `w` or `m` after the number", "4 weeks"),
            ("after pilot for 0w", "a window lasts at least 1 day", "0"),
            ("after pïlot for 4w", "`pïlot` is not the id of a stage", "pïlot"),
        ];
        for (text, message, place) in cases {
            let (got, at, _) = said(text);
            assert_eq!((got.as_str(), at), (message, place), "{text}");
        }
    }

    #[test]
    fn help_names_what_was_probably_meant() {
        assert_eq!(said("Moth 2").2, "did you mean `Month`?");
        assert_eq!(said("wekks 2").2, "did you mean `Weeks`?");
        assert_eq!(said("aftr pilot for 4w").2, "did you mean `after`?");
        assert_eq!(said("Sprint 2").2, FORMS);
        assert_eq!(said("Month 3-2").2, "did you mean `Months 2–3`?");
        assert_eq!(said("Quarter").2, "write `Quarter 2`, `Quarters 2–3` or `Quarter 2+`");
        assert_eq!(said("2026-03-01 to 2026-04-15").2, DATES);
        assert_eq!(said("2026-02-30..").2, "2026-02 has 28 days");
    }

    fn any_window() -> impl Strategy<Value = Window> {
        let unit = prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Quarter]);
        let counted = (unit, 1u32..=5_000, prop::option::of(0u32..=4_999));
        let day = (0i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day));
        let lasting = prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month]);
        prop_oneof![
            counted.prop_map(|(unit, first, more)| Window::Counted { unit, first, last: more.map(|more| first + more) }),
            (day.clone(), day).prop_map(|(a, b)| Window::Dates(Period { start: a, end: (a < b).then_some(b) })),
            ("[a-z0-9][a-z0-9-]{0,20}", 1u32..=9_999, lasting).prop_map(|(stage, count, unit)| Window::After { stage, count, unit }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_as_the_same(window in any_window()) {
            prop_assert_eq!(parse(&window.to_string()), Ok(window));
        }

        #[test]
        fn reading_never_panics(text in prop_oneof!["\\PC*", "(?s).*", "( |Month|Weeks?|after|for|to|[0-9]{1,12}|[-–—+.]|\\PC|2026-0[0-9]-[0-9]{2}){0,8}"]) {
            if let Err(error) = parse(&text) {
                prop_assert!(text.get(error.range.clone()).is_some_and(|at| !at.is_empty() || text.is_empty()), "{error:?}");
            }
        }

        #[test]
        fn no_window_panics_on_any_start(window in any_window(), start in (0i16..=9999, 1i8..=12, 1i8..=28)) {
            let start = date(start.0, start.1, start.2);
            for (_, months) in Months::ALL {
                let _ = (window.period(Some(start), months), window.period_from(start, months));
            }
        }
    }
}
