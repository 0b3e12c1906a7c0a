//! The words of one page, each with how much it says of it: made once for as long as the page reads the same. Not done here: what a page reads
//! ([`super::record`]), counting ([`super::counts`]), other pages.

mod bytes;

use std::ops::Range;

use super::counts::{Counts, Field};
use super::fragment;
use super::record::Record;
use super::tokens;
use crate::render::Fingerprint;

/// What the index holds of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Terms {
    /// Each word once, in order, and after each its weight, 0 to 7, as the character of that number: one that no word has in it.
    text: String,
    /// The words by what decides in which files they are.
    pub(super) groups: Vec<Group>,
    /// The bytes of what is shown of the page as a hit.
    pub(super) size: usize,
    /// What that is called: the same name, the same bytes.
    pub(super) fingerprint: Fingerprint,
}

/// The words of a page that begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// How they begin.
    pub(super) name: u32,
    /// Where they stand in the page's words.
    words: Range<u32>,
    /// What they are called, with their weights.
    pub(super) hash: [u8; 16],
}

/// A text of so many words is as long as any; words of a longer one weigh less. A fixed number, so that no page depends on another.
const USUAL: f64 = 300.0;

/// The greatest weight.
const MOST: u8 = 7;

impl Terms {
    /// Reads a page.
    pub(super) fn of(record: &Record) -> Terms {
        Self::read(record).0
    }

    /// The same with what is shown of it as a hit, as JSON.
    pub(super) fn read(record: &Record) -> (Terms, String) {
        let mut counts = Counts::new();
        let of = record.of.as_deref().unwrap_or_default();
        let in_title = counts.add(&record.title, Field::Title) + counts.add(of, Field::NearTitle);
        counts.add(&joined(&record.title), Field::NearTitle);
        for called in &record.called {
            counts.add(called, Field::Headings);
        }
        let mut length = 0;
        let sections = record.sections();
        for section in &sections {
            counts.add(section.heading, Field::Headings);
            length += counts.add(&section.text, Field::Text);
        }
        record.facets.owners.iter().for_each(|owner| length += counts.add(owner, Field::Text));
        let json = fragment::json(record, &sections);
        let text = counts.written(|often| weight(often, in_title, f64::from(length)));
        let (size, fingerprint) = (json.len(), *blake3::hash(json.as_bytes()).as_bytes());
        (Terms { groups: groups(&text), text, size, fingerprint }, json)
    }

    /// The words of one of its groups, with their weights.
    pub(super) fn words(&self, group: &Group) -> impl Iterator<Item = (&str, u8)> {
        words(&self.text[group.words.start as usize..group.words.end as usize])
    }
}

fn words(text: &str) -> impl Iterator<Item = (&str, u8)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte <= MOST)?;
        let (word, weight) = (&rest[..end], rest.as_bytes()[end]);
        rest = &rest[end + 1..];
        Some((word, weight))
    })
}

/// Each two neighbours of a title as one word, since `rollback` is also called "roll back" and "rolling back".
fn joined(title: &str) -> String {
    let (mut last, mut all) = (String::new(), String::new());
    tokens::each(title, &mut |word| {
        for first in [Some(&*last), last.strip_suffix("ing")].into_iter().flatten().filter(|first| !first.is_empty()) {
            all.extend([first, word, " "]);
        }
        word.clone_into(&mut last);
    });
    all
}

/// 6 and 7 in the title, 5 near it, 4 in a heading, 0 to 3 in the text by how often, as BM25 has it: the tenth time says little more than the ninth.
fn weight(often: [u32; 4], in_title: u32, length: f64) -> u8 {
    let often = |field: Field| often[field as usize];
    if often(Field::Title) > 0 {
        return if in_title <= 2 { MOST } else { MOST - 1 };
    }
    if often(Field::NearTitle) > 0 {
        return 5;
    }
    if often(Field::Headings) > 0 {
        return 4;
    }
    let often = f64::from(often(Field::Text));
    let share = often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / USUAL));
    [0.7, 1.2, 1.7].iter().map(|bound| u8::from(share >= *bound)).sum()
}

/// Words with their weights, in order, cut where they begin otherwise.
fn groups(text: &str) -> Vec<Group> {
    let mut lengths: Vec<(u32, usize)> = Vec::new();
    for (word, _) in words(text) {
        let (name, length) = (group_of(word), word.len() + 1);
        match lengths.last_mut() {
            Some((last, all)) if *last == name => *all += length,
            _ => lengths.push((name, length)),
        }
    }
    let mut start = 0;
    let group = |(name, length): (u32, usize)| {
        let words = start..start + length;
        start = words.end;
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let hash = short_hash(&text.as_bytes()[words.clone()]);
        Group { name, words: place(words.start)..place(words.end), hash }
    };
    lengths.into_iter().map(group).collect()
}

fn short_hash(bytes: &[u8]) -> [u8; 16] {
    let hash = blake3::hash(bytes);
    std::array::from_fn(|n| hash.as_bytes()[n])
}

/// Words in different groups are never in one file: their first letter, in other scripts than Latin its block of 64.
pub(super) fn group_of(word: &str) -> u32 {
    match word.chars().next() {
        Some(first) if first.is_ascii_digit() => u32::from('0'),
        Some(first) if first.is_ascii() => u32::from(first),
        Some(first) => u32::from(first) & !63,
        None => 0,
    }
}
