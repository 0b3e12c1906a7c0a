//! Text turned into ids: of items and pages ([`slug`]) and of headings ([`heading_slug`]); or as it is compared ([`fold`]). Not done here: making them unique.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The longest id that is made from a text; a longer one is an author's to give.
const LONGEST: usize = 48;

/// The id of an item or a page whose author gave none: `[a-z0-9-]` from plain text. Empty when the text has no such letter.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    // An accent is part of its letter, not a gap between letters: `Résumé` is `resume`.
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.len() > LONGEST {
        slug.truncate(slug[..LONGEST].rfind('-').unwrap_or(LONGEST));
    }
    slug
}

/// The anchor of a heading as GitHub makes it, so that links work in both places: letters of every script, digits, `_` and `-` are kept,
/// each space becomes `-`, all else goes. Empty when nothing is left.
pub fn heading_slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' | '_' => slug.push(c),
            c if c.is_whitespace() => slug.push('-'),
            c => slug.extend(c.to_lowercase().filter(|c| c.is_alphanumeric() || is_combining_mark(*c))),
        }
    }
    slug
}

/// Adds a text as it is compared: lower-case, without accents, and with the letters that Unicode does not take apart as those that stand for them.
pub fn fold(text: &str, out: &mut String) {
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_plain_letters_and_single_dashes() {
        let cases = [
            ("A named business owner exists", "a-named-business-owner-exists"),
            ("  Monitoring: alerts, logs & dashboards!  ", "monitoring-alerts-logs-dashboards"),
            ("Résumé — naïve Übung", "resume-naive-ubung"),
            ("ﬁle № ²", "file-no-2"),
            ("CI/CD (v2.0)", "ci-cd-v2-0"),
            ("---", ""),
            ("日本語", ""),
            ("", ""),
        ];
        for (text, id) in cases {
            assert_eq!(slug(text), id, "{text}");
        }
    }

    #[test]
    fn a_long_id_is_cut_between_words() {
        assert_eq!(slug("one two three four five six seven eight nine ten eleven"), "one-two-three-four-five-six-seven-eight-nine");
        assert_eq!(slug(&"x".repeat(60)), "x".repeat(48));
        assert_eq!(slug(&"x".repeat(48)), "x".repeat(48));
        assert_eq!(slug(&format!("a-{}", "x".repeat(60))), "a");
    }

    #[test]
    fn a_heading_has_the_anchor_that_github_gives_it() {
        let cases = [
            ("What to do", "what-to-do"),
            ("Go / no-go", "go--no-go"),
            ("snake_case & C++", "snake_case--c"),
            ("1. Who answers?", "1-who-answers"),
            ("Übung für Größen", "übung-für-größen"),
            ("日本語 テスト", "日本語-テスト"),
            ("!!!", ""),
        ];
        for (text, id) in cases {
            assert_eq!(heading_slug(text), id, "{text}");
        }
    }
}
