//! The words of the site in the book's language: messages in Fluent's format (projectfluent.org, syntax 1.0), from `locales/<language>.ftl` of the
//! theme. A book's own file changes single words of the built-in one. Not done here: what is said where; only keys and numbers come in.

mod file;
mod message;
mod months;
mod nesting;
pub mod own;
mod plural;
mod references;
mod value;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

pub use file::LocaleFile;
use months::Months;
pub use value::Value;
use words::Words;

use crate::calendar::{Date, Weekday};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::source::{Sources, built_in};

/// The language that the theme is written in. What another one lacks is said in it.
const ENGLISH: &str = "en";

/// Languages that are written from right to left, by the scripts of Unicode CLDR's `likelySubtags`.
const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// All words, in one language.
pub struct Locale {
    language: String,
    /// The book's language first, then English where that is another.
    words: Vec<Words>,
    months: Months,
    fingerprint: [u8; 32],
}

impl Locale {
    /// The words in the language of the book. A file that can't be read, and words that are missing, are findings.
    pub fn load(sources: &Sources, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Locale {
        let language = &config.language.value;
        let files = file::files(sources, language, diagnostics);
        let english = if file::is_english(language) { Vec::new() } else { file::files(sources, ENGLISH, diagnostics) };
        let known: BTreeSet<&str> = files.iter().flat_map(LocaleFile::keys).collect();
        let missing: Vec<&str> = english.iter().flat_map(LocaleFile::keys).filter(|key| !known.contains(key)).collect();
        diagnostics.extend(file::lacking(sources, config, &files, &missing));
        Self::of(language, files, english)
    }

    /// The theme's own words in English: for commands and tests that have no book.
    pub fn english() -> Locale {
        let text = built_in("locales/en.ftl").unwrap_or_default();
        Self::of(ENGLISH, vec![LocaleFile::parse(ENGLISH, &text).0], Vec::new())
    }

    fn of(language: &str, files: Vec<LocaleFile>, english: Vec<LocaleFile>) -> Locale {
        let mut hasher = blake3::Hasher::new();
        hasher.update(language.as_bytes());
        for file in files.iter().chain(&english) {
            hasher.update(&[0]).update(file.text().as_bytes());
        }
        let fingerprint = *hasher.finalize().as_bytes();
        let mut words = vec![Words::of(language, files)];
        if !english.is_empty() {
            words.push(Words::of(ENGLISH, english));
        }
        let months = Months::of(&words);
        Locale { language: language.to_owned(), words, months, fingerprint }
    }

    /// The language as a tag of BCP 47.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// `ltr` or `rtl`, for `<html dir>`.
    pub fn direction(&self) -> &'static str {
        let primary = self.language.split('-').next().unwrap_or_default();
        if RIGHT_TO_LEFT.contains(&primary.to_ascii_lowercase().as_str()) { "rtl" } else { "ltr" }
    }

    /// What all words together are called: the same name, the same words.
    pub fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }

    /// A message without numbers. One that is nowhere is its key, which the tests of the theme keep from happening.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with what stands in it: numbers, which choose the plural too, and texts.
    pub fn with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.find(key, values).map_or_else(|| key.to_owned(), Cow::into_owned)
    }

    /// The same, or `None` for a key that no file has.
    pub fn find(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<Cow<'_, str>> {
        let mark = if values.iter().any(|(_, value)| matches!(value, Value::Decimal(_))) { self.decimal_mark() } else { Cow::default() };
        words::say(&self.words, key, values, &mark)
    }

    /// A number as the language writes it: "2.5", "2,5".
    pub fn number(&self, value: f64) -> String {
        self.decimal(&value.to_string())
    }

    /// The same of one whose digits are there already.
    pub fn decimal(&self, digits: &str) -> String {
        digits.replace('.', &self.decimal_mark())
    }

    fn decimal_mark(&self) -> Cow<'_, str> {
        self.find("decimal-mark", &[]).unwrap_or_default()
    }

    /// Sentences behind one another, none of which ends in a full stop: "the first; the second".
    pub fn sentences(&self, sentences: impl IntoIterator<Item = String>) -> String {
        let joined = |first: String, next: String| self.with("one-after-another", &[("first", first.into()), ("next", next.into())]);
        sentences.into_iter().reduce(joined).unwrap_or_default()
    }

    /// The keys of all messages, for "did you mean".
    pub fn keys(&self) -> BTreeSet<&str> {
        self.words.iter().flat_map(Words::keys).collect()
    }

    /// A day in full: "14 April 2026".
    pub fn date(&self, date: Date) -> String {
        let month = self.months.of_date(date);
        self.with("date", &[("day", date.day().into()), ("month", month.into()), ("year", year(date))])
    }

    /// A day without its year, for places where the year is told once: "14 April".
    pub fn day(&self, date: Date) -> String {
        let month = self.months.of_date(date);
        self.with("date-of-year", &[("day", date.day().into()), ("month", month.into())])
    }

    /// A day where there is little room: "14 Apr 2026".
    pub fn date_short(&self, date: Date) -> String {
        self.with("date-short", &[("day", date.day().into()), ("month", self.months.short(date).into()), ("year", year(date))])
    }

    /// The same without its year: "14 Apr".
    pub fn day_short(&self, date: Date) -> String {
        self.with("date-short-of-year", &[("day", date.day().into()), ("month", self.months.short(date).into())])
    }

    /// The month of a day where there is little room: "Apr".
    pub fn month_short(&self, date: Date) -> String {
        self.months.short(date).to_owned()
    }

    /// A month and its year: "April 2026".
    pub fn month(&self, year: i16, month: i8) -> String {
        let name = self.text(&format!("month-{month}"));
        self.with("month-of-year", &[("month", name.into()), ("year", year.to_string().into())])
    }

    /// The same at the head of a page or a line, where every language begins with a capital letter.
    pub fn month_title(&self, year: i16, month: i8) -> String {
        capitalised(&self.month(year, month))
    }

    /// A weekday: "Monday".
    pub fn weekday(&self, day: Weekday) -> String {
        self.text(&format!("weekday-{}", day.to_monday_one_offset()))
    }

    /// A day as seen from another, in words: "today", "in 3 days", "2 days ago".
    pub fn away(&self, days: i64) -> String {
        match days {
            0 => self.text("today"),
            1.. => self.with("in-days", &[("days", days.into())]),
            _ => self.with("days-ago", &[("days", days.unsigned_abs().into())]),
        }
    }
}

/// With a capital letter first.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// As text, for a number would get separators in some languages.
fn year(date: Date) -> Value<'static> {
    date.year().to_string().into()
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("language", &self.language).finish_non_exhaustive()
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    /// The words of a book of these files, and the findings about them.
    fn load(fixture: &str) -> (Locale, Vec<String>) {
        let sources = Sources::from_fixture(fixture);
        let mut found = Vec::new();
        let config = sources.config(&mut found);
        let locale = Locale::load(&sources, &config, &mut found);
        (locale, found.into_iter().map(|finding| format!("{} {}", finding.place.path, finding.message)).collect())
    }

    fn in_language(language: &str) -> (Locale, Vec<String>) {
        load(&format!("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"{language}\"\n"))
    }

    #[test]
    fn days_are_said_as_the_language_says_them() {
        let day = parse_date("2026-04-01").unwrap();
        let said = |language: &str| {
            let locale = in_language(language).0;
            [locale.date(day), locale.month(2026, 4), locale.away(0), locale.away(1), locale.away(-2), locale.away(5)].join(" | ")
        };
        assert_eq!(said("en"), "1 April 2026 | April 2026 | today | tomorrow | 2 days ago | in 5 days");
        assert_eq!(said("de-AT"), "1. April 2026 | April 2026 | heute | morgen | vor 2 Tagen | in 5 Tagen");
        assert_eq!(said("pl"), "1 kwietnia 2026 | kwiecień 2026 | dzisiaj | jutro | 2 dni temu | za 5 dni");
        assert_eq!(said("fr"), "1er avril 2026 | avril 2026 | aujourd’hui | demain | il y a 2 jours | dans 5 jours");
    }

    #[test]
    fn a_number_has_the_decimal_mark_of_the_language_and_a_whole_one_chooses_the_plural() {
        let said = |language: &str| {
            let locale = in_language(language).0;
            let count = |n: i64| locale.with("status-count-late", &[("count", n.into())]);
            [locale.number(2.5), locale.with("wave-named", &[("percent", 12.5.into())]), count(1), count(2), count(5)].join(" | ")
        };
        assert_eq!(said("en"), "2.5 | wave 12.5 % | 1 late | 2 late | 5 late");
        assert_eq!(said("de"), "2,5 | Welle 12,5\u{a0}% | 1 verspätet | 2 verspätet | 5 verspätet");
        assert_eq!(said("pl"), "2,5 | fala 12,5\u{a0}% | 1 opóźniony | 2 opóźnione | 5 opóźnionych");
        assert_eq!(said("fr"), "2,5 | vague 12,5\u{a0}% | 1 en retard | 2 en retard | 5 en retard");
    }

    #[test]
    fn a_book_changes_one_word_and_a_region_one_of_its_language() {
        let own = "-- themes/default/locales/de.ftl --\nmenu = Inhalt\n-- themes/default/locales/de-AT.ftl --\nmonth-1 = Jänner\n";
        let (locale, found) = load(&format!("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"de-AT\"\n{own}"));
        assert_eq!(found, Vec::<String>::new());
        assert_eq!([locale.text("menu"), locale.text("month-1"), locale.text("next")], ["Inhalt", "Jänner", "Weiter"]);
    }

    #[test]
    fn a_language_that_the_theme_does_not_speak_is_a_finding_and_says_english() {
        let (locale, found) = in_language("nl");
        assert_eq!(locale.text("menu"), "Menu");
        assert_eq!(found, ["book.toml the theme has no words in `nl`: the site's own words are English"]);
        let (locale, found) =
            load("-- book.toml --\n[book]\nid = \"a\"\nlanguage = \"nl\"\n-- themes/default/locales/nl.ftl --\nnext = Volgende\n");
        assert_eq!([locale.text("next"), locale.text("menu")], ["Volgende", "Menu"]);
        assert!(found.len() == 1 && found[0].starts_with("themes/default/locales/nl.ftl the words in `nl` lack"), "{found:?}");
    }

    #[test]
    fn what_is_no_message_is_a_finding_and_the_rest_stands() {
        let (locale, found) = load("-- book.toml --\n[book]\nid = \"a\"\n-- themes/default/locales/en.ftl --\nmenu = Pages\nnext\n");
        assert_eq!([locale.text("menu"), locale.text("next")], ["Pages", "Next"]);
        assert!(found.len() == 1 && found[0].starts_with("themes/default/locales/en.ftl this is no message"), "{found:?}");
    }

    #[test]
    fn a_language_is_written_in_its_direction() {
        let direction = |language: &str| in_language(language).0.direction();
        assert_eq!(["en", "ar", "ar-EG", "he", "de"].map(direction), ["ltr", "rtl", "rtl", "rtl", "ltr"]);
    }
}
