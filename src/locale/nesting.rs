//! How deep what stands in messages is nested, told before a parser that goes as deep comes to it. Not done here: reading messages.

use crate::diagnostic::Span;

/// So many braces and parentheses may be open within one another: far more than any message has, far less than a stack holds.
pub(super) const DEEPEST: usize = 50;

/// The first brace or parenthesis that lies too deep. What can't be told apart without parsing, such as a brace in a string, is counted as open.
pub(super) fn too_deep(text: &str) -> Option<Span> {
    let (mut open, mut start) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        // Inside a message neither can stand at the beginning of a line.
        if line.starts_with('#') || begins_message(line) {
            open.clear();
        }
        let is_comment = line.starts_with('#');
        let mut quoted = false;
        for (at, byte) in line.bytes().enumerate().filter(|_| !is_comment) {
            match byte {
                b'{' | b'(' => open.push(byte),
                b'"' => quoted = true,
                // After a quote it may be part of a string.
                b'}' if !quoted => open.truncate(open.iter().rposition(|opened| *opened == b'{').unwrap_or(0)),
                b')' if !quoted && open.last() == Some(&b'(') => drop(open.pop()),
                _ => {}
            }
            if open.len() > DEEPEST {
                return Some(Span::new(start + at, start + at + 1));
            }
        }
        start += line.len();
    }
    None
}

/// True for a line that begins with `key =`.
fn begins_message(line: &str) -> bool {
    let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    line.trim_start_matches(is_of_key).trim_start_matches(' ').starts_with('=') && line.starts_with(is_of_key)
}

#[cfg(test)]
mod tests {
    use super::super::LocaleFile;
    use super::*;

    /// A message with so many of these within one another.
    fn nested(open: &str, close: &str, count: usize) -> String {
        format!("a = {{ {}$n{} }}\n", open.repeat(count), close.repeat(count))
    }

    #[test]
    fn what_is_nested_too_deep_is_told_where_and_not_parsed() {
        for (open, close) in [
            ("{ ", " }"),
            ("{", ""),
            ("{\n", "\n}"),
            ("F(", ")"),
            ("-t(", ")"),
            ("$n ->\n*[a] \" { ", "\n}"),
            ("\"}\" ->\n*[a] { ", "\n}"),
            ("\"\\\"}\" ->\n*[a] { ", "\n}"),
            ("$n ->\n*[a] ) { ", "\n}"),
        ] {
            let text = format!("menu = Menu\n{}", nested(open, close, 20_000));
            let (file, faults) = LocaleFile::parse("en", &text);
            assert_eq!((file.keys().count(), faults.len()), (0, 1), "{open:?}");
            assert!(matches!(&text[faults[0].0.start..faults[0].0.end], "{" | "("), "{open:?}");
        }
    }

    #[test]
    fn what_is_nested_as_deep_as_may_be_is_read() {
        let text = nested("{ ", " }", DEEPEST - 1);
        assert_eq!((too_deep(&text), LocaleFile::parse("en", &text).1.len()), (None, 0));
        let many = "a = { $n } (\"b\") :( { \"x\" }\n# {{{{ ((((\n".repeat(200)
            + &"    .b = { $n ->\n        *[c] (d) { $n }\n    }\n".repeat(200);
        assert_eq!(too_deep(&many), None);
    }
}
