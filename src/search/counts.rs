//! How often each word stands where on a page. Not done here: how much that says.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::tokens;

/// Where a word stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Field {
    Title,
    /// In the part of a title that is another page's, or as two of its words in one.
    NearTitle,
    Headings,
    Text,
}

/// Few pages have more different words.
const LIKELY: usize = 448;

/// The words of a page.
pub(super) struct Counts {
    /// All words, one behind the other, so that none has memory of its own.
    letters: String,
    words: Vec<Word>,
    /// Indices of the words.
    by_word: HashTable<u32>,
}

struct Word {
    start: u32,
    end: u32,
    hash: u64,
    often: [u32; 4],
}

impl Word {
    fn of<'l>(&self, letters: &'l str) -> &'l str {
        &letters[self.start as usize..self.end as usize]
    }
}

impl Counts {
    /// None yet, and room for as many as most pages have.
    pub(super) fn new() -> Self {
        Self { letters: String::with_capacity(LIKELY * 8), words: Vec::with_capacity(LIKELY), by_word: HashTable::with_capacity(LIKELY) }
    }

    /// Counts the words of a text, and says how many they are.
    pub(super) fn add(&mut self, text: &str, field: Field) -> u32 {
        let mut total = 0;
        tokens::each(text, &mut |word| {
            total += 1;
            self.word(word).often[field as usize] += 1;
        });
        total
    }

    fn word(&mut self, word: &str) -> &mut Word {
        let Self { letters, words, by_word } = self;
        let hash = FxBuildHasher.hash_one(word);
        let known = by_word.find(hash, |index| words[*index as usize].of(letters) == word).copied();
        let index = known.unwrap_or_else(|| {
            // No page has so many words that they could not be counted: it would be larger than any file that is read.
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let (start, index) = (place(letters.len()), place(words.len()));
            letters.push_str(word);
            words.push(Word { start, end: place(letters.len()), hash, often: [0; 4] });
            by_word.insert_unique(hash, index, |index| words[*index as usize].hash);
            index
        });
        &mut words[index as usize]
    }

    /// The words in order, and after each the character of its weight.
    pub(super) fn written(&self, weight: impl Fn([u32; 4]) -> u8) -> String {
        let mut order: Vec<(u64, &Word)> = self.words.iter().map(|word| (first_letters(word.of(&self.letters)), word)).collect();
        // Most words differ in their first letters: only for the others are all of them compared.
        order.sort_unstable_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.of(&self.letters).cmp(other.of(&self.letters))));
        let mut text = String::with_capacity(self.letters.len() + order.len());
        for (_, word) in order {
            text.push_str(word.of(&self.letters));
            text.push(char::from(weight(word.often)));
        }
        text
    }
}

/// The first eight bytes of a word, which sort as it does; no word has a zero in it.
fn first_letters(word: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(8);
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}
