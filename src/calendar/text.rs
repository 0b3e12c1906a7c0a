//! What the small languages of the calendar share: a reader that knows where it is, and one error. Not done here: any of the languages
//! ([`Window`](super::Window), [`Due`](super::Due), [`parse_bake`](super::parse_bake)).

use std::ops::Range;

/// The greatest number that may be counted to in a window, a due date or a bake. With days this is 27 years, with quarters 2,500.
pub const MAX_COUNT: u32 = 9_999;

/// What is wrong with a text of the calendar, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextError {
    /// One sentence without a full stop.
    pub message: String,
    /// The bytes of the text that are meant; empty only where the text is.
    pub range: Range<usize>,
    /// What was expected, or how to mend it.
    pub help: String,
}

impl std::fmt::Display for TextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.message, self.help)
    }
}

impl std::error::Error for TextError {}

/// Reads a text from left to right. Ranges are bytes of that text.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut scan = Self { text: text.trim_end(), at: 0 };
        scan.skip_space();
        scan
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn is_done(&self) -> bool {
        self.at == self.text.len()
    }

    pub(super) fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes the characters that fit, and the space after them.
    pub(super) fn take(&mut self, fits: impl Fn(char) -> bool) -> (&'a str, Range<usize>) {
        let start = self.at;
        let taken = &self.rest()[..self.rest().find(|c| !fits(c)).unwrap_or(self.rest().len())];
        self.at += taken.len();
        self.skip_space();
        (taken, start..start + taken.len())
    }

    /// Takes a run of letters.
    pub(super) fn word(&mut self) -> (&'a str, Range<usize>) {
        self.take(char::is_alphabetic)
    }

    /// Takes `c`, and the space after it, if it is next.
    pub(super) fn eat(&mut self, c: char) -> bool {
        let eaten = self.rest().starts_with(c);
        if eaten {
            self.at += c.len_utf8();
            self.skip_space();
        }
        eaten
    }

    /// Takes `word`, in either case, and the space after it, if it is the next run of letters.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let before = self.at;
        let eaten = self.word().0.eq_ignore_ascii_case(word);
        if !eaten {
            self.at = before;
        }
        eaten
    }

    /// Takes a number from 0 to [`MAX_COUNT`].
    pub(super) fn number(&mut self, help: &str) -> Result<(u32, Range<usize>), TextError> {
        let (digits, range) = self.take(|c| c.is_ascii_digit());
        if digits.is_empty() {
            return Err(self.expected("a number", help));
        }
        match digits.parse() {
            Ok(number) if number <= MAX_COUNT => Ok((number, range)),
            _ => Err(TextError { message: "this number is too large".into(), range, help: format!("the greatest is {MAX_COUNT}") }),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&self, help: &str) -> Result<(), TextError> {
        if self.is_done() { Ok(()) } else { Err(self.expected("nothing more", help)) }
    }

    /// An error at what stands next, or at the last character when nothing does.
    pub(super) fn expected(&self, what: &str, help: &str) -> TextError {
        let message =
            if self.is_done() { format!("expected {what} at the end") } else { format!("expected {what}, found `{}`", self.rest()) };
        let start = if self.is_done() { self.text.trim_end().char_indices().next_back().map_or(0, |(at, _)| at) } else { self.at };
        TextError { message, range: start..self.text.len(), help: help.to_owned() }
    }
}

/// The word of `known` that was probably meant: at most one slip of the finger away, two in words of six letters or more.
pub(super) fn did_you_mean<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let length = word.chars().count();
    if length > 20 {
        return None;
    }
    let word = word.to_lowercase();
    let near = known.iter().map(|name| (strsim::osa_distance(&word, &name.to_lowercase()), *name));
    near.filter(|(slips, _)| *slips <= if length < 6 { 1 } else { 2 }).min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let known = ["Day", "Week", "Month", "Quarter"];
        assert_eq!(did_you_mean("Moth", &known), Some("Month"));
        assert_eq!(did_you_mean("wekk", &known), Some("Week"));
        assert_eq!(did_you_mean("qurater", &known), Some("Quarter"));
        assert_eq!(did_you_mean("Sprint", &known), None);
        assert_eq!(did_you_mean(&"Month".repeat(1000), &known), None);
    }

    #[test]
    fn an_error_at_the_end_points_at_the_last_character() {
        let mut scan = Scan::new(" Month –  ");
        scan.word();
        assert!(scan.eat('–'));
        let error = scan.number("help").unwrap_err();
        assert_eq!((error.message.as_str(), error.range), ("expected a number at the end", 7..10));
    }
}
