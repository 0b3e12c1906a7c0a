//! Values as they stand in a file: YAML text plain where that is safe, TOML text in quotes, in the quotes that stood there before. Not done here:
//! where they stand.

use super::tree::New;

/// Text as a YAML value for a key, or for an entry of a `[list]`: plain where that is safe, else in double quotes.
pub fn quote(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { in_quotes(text) }
}

/// `[a, b]` in YAML.
pub fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    format!("[{}]", quoted.join(", "))
}

/// A value in YAML, that also a flow map may hold. The quotes of the `old` value are kept.
pub(super) fn yaml(value: &New, old: Option<&str>) -> String {
    let quotes = old.and_then(|old| old.chars().next()).filter(|quote| ['"', '\''].contains(quote));
    let text = |plain: String, text: &str| match quotes {
        Some('"') => in_quotes(text),
        Some(_) if can_be_raw(text) => format!("'{text}'"),
        _ => plain,
    };
    match value {
        New::Word(word) => text((*word).to_owned(), word),
        New::Date(date) => text(date.to_string(), &date.to_string()),
        New::Text(words) => text(quote(words), words),
        New::List(values) => format!("[{}]", join(values.iter().map(|value| yaml(value, None)))),
        New::Map(entries) => {
            format!("{{ {} }}", join(entries.iter().map(|(key, value)| format!("{key}: {}", yaml(value, of_state(key, old))))))
        }
    }
}

/// A value in TOML. Single quotes of the `old` value are kept; a date is a date.
pub(super) fn toml(value: &New, old: Option<&str>) -> String {
    let raw = old.is_some_and(|old| old.starts_with('\'') && !old.starts_with("'''"));
    let text = |text: &str| if raw && can_be_raw(text) { format!("'{text}'") } else { in_quotes(text) };
    match value {
        New::Word(word) => text(word),
        New::Date(date) if raw => text(&date.to_string()),
        New::Date(date) => date.to_string(),
        New::Text(words) => text(words),
        New::List(values) => format!("[{}]", join(values.iter().map(|value| toml(value, None)))),
        New::Map(entries) => {
            format!("{{ {} }}", join(entries.iter().map(|(key, value)| format!("{key} = {}", toml(value, of_state(key, old))))))
        }
    }
}

/// A key in YAML: an id as it is, unless it begins like something else than a word.
pub(super) fn yaml_key(key: &str) -> String {
    if key.starts_with('-') { in_quotes(key) } else { key.to_owned() }
}

/// The state keeps the quotes of the short form that becomes a map.
fn of_state<'t>(key: &str, old: Option<&'t str>) -> Option<&'t str> {
    old.filter(|_| key == "state")
}

fn join(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(", ")
}

/// True for what single quotes may hold in both formats.
fn can_be_raw(text: &str) -> bool {
    !text.contains('\'') && !text.chars().any(char::is_control)
}

/// Words that begin with a letter and hold nothing that means something in YAML; and none that it takes for true, false or null.
fn is_plain(text: &str) -> bool {
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || " -_/.():".contains(c))
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && !words.contains(&text.to_lowercase().as_str())
}

fn in_quotes(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() || ['\u{2028}', '\u{2029}', '\u{feff}', '\u{fffe}', '\u{ffff}'].contains(&c) => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use crate::document::front::Front;
    use crate::document::markdown::Options;
    use crate::document::parse;
    use crate::path::SourcePath;
    use proptest::prelude::*;

    use super::*;

    /// The `by` of a decision, read as the library reads it.
    fn read_back(texts: &[String]) -> Option<Vec<String>> {
        let file = format!("---\nsubject: gate:pilot\noutcome: go\ndate: 2026-06-01\nby: {}\n---\n", list(texts));
        let document = parse("content", &SourcePath::new("content/decisions/0001-a.md"), &file, Options { raw_html: false });
        match document.front {
            Front::Decision(front) if document.diagnostics.is_empty() => Some(front.by),
            _ => None,
        }
    }

    #[test]
    fn plain_words_stay_as_they_are_and_all_else_is_quoted() {
        for plain in ["Steering group", "gate:pilot", "wave:scale/w10", "Über alles", "A test (open)."] {
            assert_eq!(quote(plain), plain);
        }
        for text in ["Atlas: go", "yes", "No", "2026-06-01", "- x", "a # b", "a, b", "ends:", "\"q\"", "[x]", "12", "", "*a", "a\nb"] {
            assert!(quote(text).starts_with('"'), "{text}");
            if !text.is_empty() {
                assert_eq!(read_back(&[text.to_owned()]), Some(vec![text.to_owned()]), "{text}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_quoted_reads_back_as_it_was(texts in prop::collection::vec("[^\\x00]*[a-z\"':#\\[\\]{},&*!|>%@`\\\\-]", 1..4)) {
            prop_assert_eq!(read_back(&texts), Some(texts));
        }
    }
}
