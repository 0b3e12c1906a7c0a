//! Text as a YAML value that reads back as it was: plain where that is safe, else in double quotes. Not done here: whole files.

/// A value for a key, or for an entry of a `[list]`.
pub(super) fn quote(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { in_quotes(text) }
}

/// `[a, b]`.
pub(super) fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    format!("[{}]", quoted.join(", "))
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
    use proptest::prelude::*;
    use rollbook::document::front::Front;
    use rollbook::document::markdown::Options;
    use rollbook::document::parse;
    use rollbook::path::SourcePath;

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
