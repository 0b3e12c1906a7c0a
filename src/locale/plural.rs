//! The plurals of the numbers that are said most. Not done here: the rules, which Fluent knows for every language (Unicode CLDR's plural rules).

use super::words::{bundle, format};
use super::{LocaleFile, Value};

/// Fluent is asked for so many whole numbers, once: most of what a playbook counts.
const ASKED: i64 = 100;

/// Says the plural of a number by its name.
const QUESTION: &str = "plural =
    { $number ->
        [zero] zero
        [one] one
        [two] two
        [few] few
        [many] many
       *[other] other
    }
";

/// The names of the plurals of the whole numbers from 0.
#[derive(Debug)]
pub(super) struct Plurals(Vec<String>);

impl Plurals {
    /// Those of a language.
    pub(super) fn of_language(language: &str) -> Self {
        let asked = bundle(language, [LocaleFile::parse(language, QUESTION).0]);
        Self((0..ASKED).map_while(|number| format(&asked, "plural", &[("number", Value::Whole(number))], "")).collect())
    }

    /// That of a number, if it is known.
    pub(super) fn of(&self, number: i64) -> Option<&str> {
        self.0.get(usize::try_from(number).ok()?).map(String::as_str)
    }
}
