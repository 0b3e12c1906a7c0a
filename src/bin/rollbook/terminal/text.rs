//! Text that fits: measured as the terminal shows it, cut with `…`, or wrapped between words. Not done here: columns ([`super::table`]).

use std::borrow::Cow;

use console::{measure_text_width, truncate_str};

/// How many cells a text takes; colours take none.
pub(crate) fn width(text: &str) -> usize {
    measure_text_width(text)
}

/// The text within so many cells, its end replaced by `…` where it is longer.
pub(crate) fn cut(text: &str, cells: usize) -> String {
    truncate_str(text, cells, "…").into_owned()
}

/// Does not break at the end of a line.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// Words in lines of at most so many cells; a word that is longer has a line of its own. What [`NO_BREAK`] joins stays together.
pub(crate) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() && c != NO_BREAK).filter(|word| !word.is_empty()) {
        let word = word.replace(NO_BREAK, " ");
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(&word) <= cells => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// Wrapped text behind a first prefix, its other lines indented as far; ends with a line break.
pub(crate) fn hanging(first: &str, text: &str, cells: usize) -> String {
    let indent = width(first);
    let mut out = String::new();
    for (n, line) in wrap(text, cells.saturating_sub(indent).max(20)).iter().enumerate() {
        if n == 0 {
            out.push_str(first);
        } else {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// JSON in which every such code is an escape (RFC 8259 section 7): only strings can hold one.
pub(crate) fn harmless_json(json: &str) -> Cow<'_, str> {
    let obeyed = |c: char| c.is_control() && c != '\n';
    if !json.contains(obeyed) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if obeyed(c) { out.push_str(&format!("\\u{:04x}", u32::from(c))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// The text without what a terminal would obey instead of showing it, which an author's text may hold. Line breaks, tabs and our colours (ECMA-48,
/// section 8.3.117) stay.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_ours = |at: usize, c: char| match c {
        '\n' | '\t' => true,
        '\r' => text[at..].starts_with("\r\n"),
        '\u{1b}' => text[at..]
            .strip_prefix("\u{1b}[")
            .is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')),
        c => !c.is_control(),
    };
    if text.char_indices().all(|(at, c)| is_ours(at, c)) {
        return Cow::Borrowed(text);
    }
    text.char_indices().map(|(at, c)| if is_ours(at, c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_what_it_takes_on_the_screen() {
        assert_eq!(cut("Atlas", 5), "Atlas");
        assert_eq!(cut("Atlas: claims", 8), "Atlas: …");
        assert_eq!(width(&cut("日本語テスト", 7)), 7);
        assert_eq!(width("\u{1b}[31mred\u{1b}[0m"), 3);
    }

    #[test]
    fn json_keeps_its_values_without_what_a_terminal_would_obey() {
        let value = serde_json::json!({ "a": "tab\t, DEL \u{7f}, NEL \u{85}, CSI \u{9b}2J, \u{1b}[2J" });
        let json = serde_json::to_string_pretty(&value).unwrap();
        let printed = harmless_json(&json);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&printed).unwrap(), value);
        assert!(printed.chars().all(|c| c == '\n' || !c.is_control()), "{printed}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_instead() {
        let coloured = "\u{1b}[31;1mred\u{1b}[0m\r\n\tü \u{1b}[m";
        assert_eq!(harmless(coloured), coloured);
        let hostile = "\u{1b}]0;title\u{7} \u{1b}[2J \u{9b}31m over\rwritten \u{8}\u{7f}\u{1b}[31";
        assert_eq!(harmless(hostile), "\u{fffd}]0;title\u{fffd} \u{fffd}[2J \u{fffd}31m over\u{fffd}written \u{fffd}\u{fffd}\u{fffd}[31");
    }

    #[test]
    fn wrapped_lines_hang_below_the_first() {
        assert_eq!(hanging("  ■ ", "one two three four five six seven", 24), "  ■ one two three four\n    five six seven\n");
        assert_eq!(wrap("a-word-that-is-much-too-long b", 5), ["a-word-that-is-much-too-long", "b"]);
        assert_eq!(wrap("one, 1\u{a0}not\u{a0}started", 14), ["one,", "1 not started"]);
    }
}
