//! Text → the words it is found by: letters and digits, without accents and case, in pairs where a script has no spaces. `search-engine.js` does the
//! same to what a reader types; `fixtures/tokens.json` holds both together. Not done here: endings, which only the reader's browser looks at.

use unicode_normalization::char::is_combining_mark;

use crate::document::slug::fold;

/// Longer words are cut: nobody types all of a checksum.
const LONGEST: usize = 32;

/// Calls `found` with each word of a text, in order.
pub(super) fn each(text: &str, found: &mut impl FnMut(&str)) {
    let (mut word, mut at) = (String::new(), 0);
    while at < text.len() {
        let end = end_of_run(text, at);
        let run = &text[at..end];
        // What is none of a run ends it: one character.
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
        if run.is_empty() {
            continue;
        }
        word.clear();
        if run.is_ascii() {
            word.push_str(run);
            word.make_ascii_lowercase();
            one(&word, found);
            continue;
        }
        fold(run, &mut word);
        word.split(|c: char| !c.is_alphanumeric()).for_each(|part| by_script(part, found));
    }
}

/// Where the letters, digits and their accents end that begin there. Most runs are ASCII, of which no table need be asked.
fn end_of_run(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    let ascii = at + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    if text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    text[ascii..].find(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).map_or(text.len(), |more| ascii + more)
}

/// Words of scripts with spaces, and pairs of neighbours of those without.
fn by_script(text: &str, found: &mut impl FnMut(&str)) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_spaceless = is_spaceless(first);
        let end = rest.find(|c| self::is_spaceless(c) != is_spaceless).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_spaceless {
            pairs(run, found);
        } else {
            one(run, found);
        }
        rest = after;
    }
}

fn pairs(run: &str, found: &mut impl FnMut(&str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if starts.len() == 2 {
        return found(run);
    }
    starts.windows(3).for_each(|pair| found(&run[pair[0]..pair[2]]));
}

fn one(word: &str, found: &mut impl FnMut(&str)) {
    // A single Latin letter is what is left of "l'étape" and "the project's".
    if word.len() < 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    // Letters are counted only where there are enough bytes.
    let end = if word.len() > LONGEST { word.char_indices().nth(LONGEST) } else { None };
    found(end.map_or(word, |(end, _)| &word[..end]));
}

/// True for the scripts that are written without spaces: Thai, Lao, Burmese, Khmer, kana and Han.
fn is_spaceless(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x31f0..=0x31ff | 0x3400..=0x9fff | 0x2_0000..=0x3_ffff)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    #[test]
    fn words_are_found_whatever_their_case_accents_and_script() {
        let cases: BTreeMap<String, Vec<String>> = serde_json::from_str(include_str!("fixtures/tokens.json")).unwrap();
        assert!(cases.len() > 20);
        for (text, expected) in cases {
            let mut found = Vec::new();
            super::each(&text, &mut |word| found.push(word.to_owned()));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
