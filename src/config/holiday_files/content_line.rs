//! The lines of an iCalendar file (RFC 5545, section 3.1) as properties that know where they stand. Not done here: what any property means.

use std::ops::Range;

use crate::diagnostic::Span;

/// A line of the file, with what was folded onto the lines after it.
#[derive(Debug)]
pub(super) struct Line {
    text: String,
    /// Where each stretch of `text` begins, in it and in the file.
    stretches: Vec<(usize, usize)>,
}

/// A line that is `NAME;PARAMETER=value:value`. Parameters tell how a value is written, which shows, and in which time zone or language, which
/// does not matter here.
#[derive(Debug)]
pub(super) struct Property {
    line: Line,
    /// In capital letters.
    pub(super) name: String,
    value: Range<usize>,
}

/// The lines of a file without its byte order mark; empty ones are left out. Ends of lines may be CR LF or LF.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = source.len() - source.trim_start_matches('\u{feff}').len();
    for written in source[at..].split_inclusive('\n') {
        let text = written.trim_end_matches(['\r', '\n']);
        match (text.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(line)) => line.push(rest, at + 1),
            _ if text.trim().is_empty() => {}
            _ => {
                let mut line = Line { text: String::new(), stretches: Vec::new() };
                line.push(text, at);
                lines.push(line);
            }
        }
        at += written.len();
    }
    lines
}

impl Line {
    fn push(&mut self, text: &str, at: usize) {
        self.stretches.push((self.text.len(), at));
        self.text.push_str(text);
    }

    /// Where bytes of the text stand in the file.
    fn place(&self, range: &Range<usize>) -> Span {
        let place = |at: usize, stretches: &[(usize, usize)]| stretches.last().map_or(at, |(from, place)| place + (at - from));
        let start = &self.stretches[..self.stretches.partition_point(|(from, _)| *from <= range.start)];
        // An end belongs to the stretch that it ends.
        let end = &self.stretches[..self.stretches.partition_point(|(from, _)| *from < range.end.max(range.start + 1))];
        Span::new(place(range.start, start), place(range.end, end))
    }

    /// Where all of it stands.
    pub(super) fn span(&self) -> Span {
        self.place(&(0..self.text.len()))
    }

    /// Whether the text is that, in either case.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.trim_end().eq_ignore_ascii_case(text)
    }

    /// Takes the line apart. The error says what is missing and where.
    pub(super) fn property(self) -> Result<Property, (Span, String)> {
        let text = self.text.as_str();
        let name = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
        let mut at = name;
        while text[at..].starts_with(';') && name > 0 {
            let equals = text[at..].find(['=', ':', '"']).map(|found| at + found).filter(|found| text[*found..].starts_with('='));
            let Some(equals) = equals else { return Err((self.place(&(at..text.len())), "a parameter is `NAME=value`".into())) };
            let Some(end) = end_of_parameter(text, equals + 1) else {
                // Without a value the parameter is what can be shown.
                let from = if equals + 1 < text.len() { equals + 1 } else { at };
                return Err((self.place(&(from..text.len())), "the value of a parameter is followed by `;` or `:`".into()));
            };
            at = end;
        }
        if name == 0 || !text[at..].starts_with(':') {
            return Err((self.span(), "a line of an iCalendar file is `NAME:value`".into()));
        }
        Ok(Property { name: text[..name].to_ascii_uppercase(), value: at + 1..text.len(), line: self })
    }
}

/// The next `;` or `:` that stands in no quotes.
fn end_of_parameter(text: &str, from: usize) -> Option<usize> {
    let mut quoted = false;
    text[from..].char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (!quoted && (c == ';' || c == ':')).then_some(from + at)
    })
}

impl Property {
    /// What stands after the colon.
    pub(super) fn value(&self) -> &str {
        &self.line.text[self.value.clone()]
    }

    /// Where all of the line stands.
    pub(super) fn span(&self) -> Span {
        self.line.span()
    }

    /// Where bytes of the value stand; all of the line where they are none.
    pub(super) fn span_of(&self, part: Range<usize>) -> Span {
        if part.is_empty() { self.span() } else { self.line.place(&(self.value.start + part.start..self.value.start + part.end)) }
    }

    /// The value as text (RFC 5545, section 3.3.11): `\n` is a space here, for names stand in one line.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut characters = self.value().chars();
        while let Some(c) = characters.next() {
            match if c == '\\' { characters.next() } else { Some(c) } {
                Some('n' | 'N') if c == '\\' => text.push(' '),
                Some(c) => text.push(c),
                None => text.push('\\'),
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The parts of a value that is a list, each with its bytes in the value.
    pub(super) fn parts(&self, separator: char) -> Vec<(&str, Range<usize>)> {
        let mut at = 0;
        let part = |text: &'_ str| {
            let range = at..at + text.len();
            at = range.end + separator.len_utf8();
            range
        };
        let ranges: Vec<Range<usize>> = self.value().split(separator).map(part).collect();
        ranges.into_iter().map(|range| (&self.value()[range.clone()], range)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn only(source: &str) -> Result<Property, (Span, String)> {
        let mut lines = lines(source);
        assert_eq!(lines.len(), 1, "{source:?}");
        lines.remove(0).property()
    }

    #[test]
    fn folded_lines_are_one_and_know_where_they_stand() {
        for source in ["\u{feff}DTSTART\r\n ;VALUE=DA\r\n\tTE:2026\r\n 1225\r\n\r\n", "\nDTSTART\n ;VALUE=DA\n\tTE:2026\n 1225"] {
            let property = only(source).unwrap();
            assert_eq!((property.name.as_str(), property.value()), ("DTSTART", "20261225"));
            let at = |part: Range<usize>| {
                let span = property.span_of(part);
                &source[span.start..span.end]
            };
            assert_eq!((at(0..4), at(4..8), at(4..6)), ("2026", "1225", "12"));
            assert!(at(2..6).starts_with("26") && at(2..6).ends_with("12"));
        }
    }

    #[test]
    fn quotes_hold_what_would_end_a_parameter() {
        let property = only("dtstart;X-A=\"a;b:c\";tzid=\"Sri Lanka Standard Time\":20260101T000000").unwrap();
        assert_eq!((property.name.as_str(), property.value()), ("DTSTART", "20260101T000000"));
    }

    #[test]
    fn text_loses_its_escapes_and_stays_in_one_line() {
        let text = |value: &str| only(&format!("SUMMARY:{value}")).unwrap().text();
        assert_eq!(text(r"Heilige Drei Könige\, frei\; \\ ok"), r"Heilige Drei Könige, frei; \ ok");
        assert_eq!(text(r"  Two\nlines\Nof  it \"), r"Two lines of it \");
    }

    #[test]
    fn what_is_no_property_is_shown_with_what_it_should_be() {
        let fault = |source: &str| only(source).map(|_| ()).map_err(|(span, message)| (source[span.start..span.end].to_owned(), message));
        let cases = [
            ("2026-12-25,Christmas", "2026-12-25,Christmas", "a line of an iCalendar file is `NAME:value`"),
            ("SUMMARY", "SUMMARY", "a line of an iCalendar file is `NAME:value`"),
            (":x", ":x", "a line of an iCalendar file is `NAME:value`"),
            ("DTSTART;VALUE:x", ";VALUE:x", "a parameter is `NAME=value`"),
            ("DTSTART;TZID=\"a:b", "\"a:b", "the value of a parameter is followed by `;` or `:`"),
            ("DTSTART;TZID=", ";TZID=", "the value of a parameter is followed by `;` or `:`"),
        ];
        for (source, place, message) in cases {
            assert_eq!(fault(source), Err((place.to_owned(), message.to_owned())), "{source}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_place_lies_in_it(source in "(\u{feff})?([A-Z;:=\"é, \t0-9]|\r\n|\n|\r){0,60}") {
            for line in lines(&source) {
                let span = line.span();
                prop_assert!(source.get(span.start..span.end).is_some());
                match line.property() {
                    Ok(property) => {
                        for (text, part) in property.parts(',') {
                            let span = property.span_of(part);
                            prop_assert!(source.get(span.start..span.end).is_some_and(|at| text.chars().all(|c| at.contains(c))));
                        }
                    }
                    Err((span, _)) => prop_assert!(source.get(span.start..span.end).is_some_and(|at| !at.is_empty())),
                }
            }
        }
    }
}
