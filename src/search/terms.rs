//! The words of one page, each with how much it says of it: made once for as long as the page reads the same. Not done here: what a page reads
//! ([`super::record`]), other pages.

use std::collections::HashMap;
use std::ops::Range;

use super::fragment;
use super::record::Record;
use super::tokens;

/// What the index holds of a page.
#[derive(Debug)]
pub(super) struct Terms {
    /// Each word once, in order, and after each its weight, 0 to 7, as the character of that number: one that no word has in it.
    text: String,
    /// The words by what decides in which files they are.
    pub(super) groups: Vec<Group>,
    /// The bytes of what is shown of the page as a hit.
    pub(super) size: usize,
    /// What that is called: the same name, the same bytes.
    pub(super) fingerprint: [u8; 32],
}

/// The words of a page that begin alike.
#[derive(Debug)]
pub(super) struct Group {
    /// How they begin.
    pub(super) name: u32,
    /// Where they stand in the page's words.
    words: Range<u32>,
    /// What they are called, with their weights.
    pub(super) hash: [u8; 16],
}

/// How often a word stands where.
#[derive(Default)]
struct Counts {
    title: u32,
    /// In the part of a title that is another page's, or as two of its words in one.
    near_title: u32,
    headings: u32,
    text: u32,
}

/// A text of so many words is as long as any; words of a longer one weigh less. A fixed number, so that no page depends on another.
const USUAL: f64 = 300.0;

impl Terms {
    /// Reads a page.
    pub(super) fn of(record: &Record) -> Terms {
        let mut counts: HashMap<String, Counts> = HashMap::with_capacity(256);
        let mut count = |text: &str, field: fn(&mut Counts) -> &mut u32| {
            let mut total = 0_u32;
            tokens::each(text, &mut |word| {
                total += 1;
                match counts.get_mut(word) {
                    Some(known) => *field(known) += 1,
                    None => *field(counts.entry(word.to_owned()).or_default()) += 1,
                }
            });
            total
        };
        let of = record.of.as_deref().unwrap_or_default();
        let mut in_title = count(&record.title, |counts| &mut counts.title);
        in_title += count(of, |counts| &mut counts.near_title);
        count(&joined(&record.title), |counts| &mut counts.near_title);
        for called in &record.called {
            count(called, |counts| &mut counts.headings);
        }
        let mut length = 0;
        let sections = record.sections();
        for section in &sections {
            count(section.heading, |counts| &mut counts.headings);
            length += count(&section.text, |counts| &mut counts.text);
        }
        record.facets.owners.iter().for_each(|owner| length += count(owner, |counts| &mut counts.text));
        let json = fragment::json(record, &sections);
        let mut words: Vec<(String, u8)> =
            counts.into_iter().map(|(word, counts)| (word, weight(&counts, in_title, f64::from(length)))).collect();
        words.sort_unstable();
        let mut text = String::with_capacity(words.iter().map(|(word, _)| word.len() + 1).sum());
        for (word, weight) in &words {
            text.push_str(word);
            text.push(char::from(*weight));
        }
        Terms { text, groups: groups(&words), size: json.len(), fingerprint: *blake3::hash(json.as_bytes()).as_bytes() }
    }

    /// The words of one of its groups, with their weights.
    pub(super) fn words(&self, group: &Group) -> impl Iterator<Item = (&str, u8)> {
        let words = &self.text[group.words.start as usize..group.words.end as usize];
        words.split_inclusive(|c| c <= '\u{7}').map(|word| {
            let (word, weight) = word.split_at(word.len() - 1);
            (word, weight.as_bytes()[0])
        })
    }
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
fn weight(counts: &Counts, in_title: u32, length: f64) -> u8 {
    if counts.title > 0 {
        return if in_title <= 2 { 7 } else { 6 };
    }
    if counts.near_title > 0 {
        return 5;
    }
    if counts.headings > 0 {
        return 4;
    }
    let often = f64::from(counts.text);
    let share = often * 2.2 / (often + 1.2 * (0.25 + 0.75 * length / USUAL));
    [0.7, 1.2, 1.7].iter().map(|bound| u8::from(share >= *bound)).sum()
}

fn groups(words: &[(String, u8)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut start = 0_u32;
    for run in words.chunk_by(|a, b| group_of(&a.0) == group_of(&b.0)) {
        let mut hasher = blake3::Hasher::new();
        for (word, weight) in run {
            hasher.update(word.as_bytes()).update(&[0, *weight]);
        }
        let mut hash = [0; 16];
        hasher.finalize_xof().fill(&mut hash);
        let end = start + u32::try_from(run.iter().map(|(word, _)| word.len() + 1).sum::<usize>()).unwrap_or(0);
        groups.push(Group { name: group_of(&run[0].0), words: start..end, hash });
        start = end;
    }
    groups.shrink_to_fit();
    groups
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
