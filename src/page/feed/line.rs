//! Content lines of iCalendar: escaping of TEXT (RFC 5545 section 3.3.11), folding at 75 octets (section 3.1). Not done here: which lines there are.

/// The most octets that a line may have, without its line break.
const LIMIT: usize = 75;

/// Adds a line: `name`, with its parameters if it has some, and a value in the form of its type.
pub(super) fn line(out: &mut String, name: &str, value: &str) {
    let mut room = LIMIT;
    for mut part in [name, ":", value] {
        while part.len() > room {
            let (here, rest) = part.split_at(part.floor_char_boundary(room));
            // The blank that marks the rest of a folded line is an octet of it.
            out.extend([here, "\r\n "]);
            (part, room) = (rest, LIMIT - 1);
        }
        room -= part.len();
        out.push_str(part);
    }
    out.push_str("\r\n");
}

/// The same for a value that is text.
pub(super) fn text(out: &mut String, name: &str, value: &str) {
    line(out, name, &escape(value));
}

/// The same for a list of texts.
pub(super) fn texts<'t>(out: &mut String, name: &str, values: impl Iterator<Item = &'t str>) {
    line(out, name, &values.map(escape).collect::<Vec<_>>().join(","));
}

/// Text as a TEXT value. A control character may not stand in one, escaped or not: it becomes a blank. Every sort of line break becomes `\n`; some
/// readers end a line at U+0085, U+2028 and U+2029 too.
fn escape(text: &str) -> String {
    let is_special = |c: char| matches!(c, '\\' | ';' | ',' | '\u{2028}' | '\u{2029}') || c.is_control();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = from.chars();
        match chars.next() {
            Some('\r') if chars.as_str().starts_with('\n') => {}
            Some('\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') => out.push_str("\\n"),
            Some(c @ ('\\' | ';' | ',')) => out.extend(['\\', c]),
            Some('\t') => out.push('\t'),
            _ => out.push(' '),
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(value: &str) -> String {
        let mut out = String::new();
        text(&mut out, "SUMMARY", value);
        out
    }

    /// Reads a line as RFC 5545 says, not as this module does: the octets first, then the escapes.
    fn read(written: &str) -> String {
        let octets = written.strip_suffix("\r\n").unwrap().as_bytes();
        let mut unfolded = Vec::new();
        let mut at = 0;
        while at < octets.len() {
            if octets[at..].starts_with(b"\r\n ") || octets[at..].starts_with(b"\r\n\t") {
                at += 3;
            } else {
                unfolded.push(octets[at]);
                at += 1;
            }
        }
        let unfolded = String::from_utf8(unfolded).unwrap();
        let value = unfolded.strip_prefix("SUMMARY:").unwrap();
        let parts = value.split("\\\\").map(|part| part.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";"));
        parts.collect::<Vec<_>>().join("\\")
    }

    /// What may be left of a text: line breaks of one sort, blanks for what may not be written.
    fn kept(text: &str) -> String {
        let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        breaks.chars().map(|c| if c.is_control() && c != '\t' && c != '\n' { ' ' } else { c }).collect()
    }

    #[test]
    fn what_means_something_in_a_line_is_escaped() {
        assert_eq!(written("a, b; c\\d: \"e\"\r\nf\tg"), "SUMMARY:a\\, b\\; c\\\\d: \"e\"\\nf\tg\r\n");
        assert_eq!(written("a\u{0}b\u{7f}c\u{9f}d\u{85}e\rf\u{2028}g"), "SUMMARY:a b c d\\ne\\nf\\ng\r\n");
        let mut list = String::new();
        texts(&mut list, "CATEGORIES", ["a,b", "c"].into_iter());
        assert_eq!(list, "CATEGORIES:a\\,b,c\r\n");
    }

    #[test]
    fn a_line_is_folded_when_it_must_be_and_never_inside_a_character() {
        let lengths = |value: &str| written(value).split_terminator("\r\n").map(str::len).collect::<Vec<_>>();
        let head = "SUMMARY:".len();
        assert_eq!(lengths(&"x".repeat(75 - head)), [75]);
        assert_eq!(lengths(&"x".repeat(76 - head)), [75, 2]);
        assert_eq!(lengths(&"x".repeat(75 + 74 - head)), [75, 75]);
        assert_eq!(lengths(&"x".repeat(75 + 75 - head)), [75, 75, 2]);
        for before in 0..4 {
            let value = format!("{}{}", "x".repeat(64 + before), "🚀".repeat(40));
            assert!(lengths(&value).iter().all(|length| (72..=75).contains(length) || *length < 40), "{:?}", lengths(&value));
            assert_eq!(read(&written(&value)), value);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_comes_back_from_lines_of_at_most_75_octets(value in "(\\PC|[\\x00-\\x9f\u{2028}\u{1f680}é,;\\\\n ]){0,300}") {
            let written = written(&value);
            for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= LIMIT, "{} octets: {line:?}", line.len());
                prop_assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
            }
            prop_assert_eq!(read(&written), kept(&value));
        }
    }
}
