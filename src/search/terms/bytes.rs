//! The words of a page as bytes, to be kept by a name. Not done here: keeping them.
//!
//! ```text
//! what is shown of the page   its name, its size                  32 + 4 bytes
//! groups                      how many, and for each              4 bytes
//!                             its name, its length, its hash      4 + 4 + 16 bytes
//! words                       as they are in memory, UTF-8
//! ```
//!
//! Numbers are little-endian.

use super::{Group, MOST, Terms, group_of};

impl Terms {
    pub(in crate::search) fn to_bytes(&self) -> Vec<u8> {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        let mut bytes = Vec::with_capacity(40 + self.groups.len() * 24 + self.text.len());
        bytes.extend(self.fingerprint);
        bytes.extend(number(self.size));
        bytes.extend(number(self.groups.len()));
        for group in &self.groups {
            bytes.extend(group.name.to_le_bytes());
            bytes.extend(number(group.words.len()));
            bytes.extend(group.hash);
        }
        bytes.extend(self.text.as_bytes());
        bytes
    }

    /// `None` for bytes that say no words, as far as that costs next to nothing: whoever keeps them answers for their being the same.
    pub(in crate::search) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let fingerprint = *take(&mut rest)?;
        let size = number(&mut rest)? as usize;
        let count = number(&mut rest)? as usize;
        let (mut groups, mut end) = (Vec::with_capacity(count.min(rest.len() / 24)), 0_u32);
        for _ in 0..count {
            let (name, length, hash) = (number(&mut rest)?, number(&mut rest)?, *take(&mut rest)?);
            let start = end;
            end = end.checked_add(length)?;
            groups.push(Group { name, words: start..end, hash });
        }
        let text = std::str::from_utf8(rest).ok()?;
        let is_whole = |group: &Group| {
            let words = text.get(group.words.start as usize..group.words.end as usize);
            words.is_some_and(|words| group_of(words) == group.name && words.as_bytes().last().is_some_and(|weight| *weight <= MOST))
        };
        let is_sound = end as usize == text.len() && groups.is_sorted_by(|a, b| a.name < b.name) && groups.iter().all(is_whole);
        is_sound.then(|| Self { text: text.to_owned(), groups, size, fingerprint })
    }
}

fn take<'b, const N: usize>(rest: &mut &'b [u8]) -> Option<&'b [u8; N]> {
    let (first, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(first)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    take(rest).copied().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::record::Record;

    fn terms(text: &str) -> Terms {
        let mut record = Record::for_test("a/index.html", "Ein Übersichtsplan");
        record.part("one", "Roll back", text.to_owned());
        Terms::of(&record)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_come_back_as_they_were(text in "([a-zäж中]{1,4} ){0,60}|\\PC*") {
            let terms = terms(&text);
            prop_assert_eq!(Terms::from_bytes(&terms.to_bytes()), Some(terms));
        }

        #[test]
        fn no_bytes_make_it_fail(text in "([a-dж]{1,3} ){0,20}", at in 0_usize..400, byte: u8, cut in 0_usize..400, bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let mut damaged = terms(&text).to_bytes();
            let (at, cut) = (at % damaged.len(), cut % damaged.len());
            damaged[at] = byte;
            for bytes in [&damaged[..], &damaged[..cut], &[&damaged[..cut], &bytes[..]].concat()] {
                if let Some(terms) = Terms::from_bytes(bytes) {
                    let words = terms.groups.iter().flat_map(|group| terms.words(group).map(move |(word, weight)| (group.name, word, weight)));
                    words.for_each(|(_, word, weight)| assert!(weight <= MOST, "{word}"));
                }
            }
        }
    }

    #[test]
    fn no_order_of_letters_differs_from_that_of_words() {
        let terms = terms("zz a ab abcdefgh abcdefghi abcdefgha äb äbcdefghij 中文字");
        let words: Vec<&str> = terms.groups.iter().flat_map(|group| terms.words(group)).map(|(word, _)| word).collect();
        assert!(words.is_sorted_by(|a, b| a < b) && words.len() > 10, "{words:?}");
    }
}
