//! The words of all pages in files of bearable size, each with the pages that it stands on. A file is found by the first letters of a word. Not done here:
//! the words of a page.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::code::{file, number, text};
use super::terms::{Group, Terms};
use crate::path::portable::is_device;
use crate::render::{self, Fingerprint};

/// Files are split while they are longer, unless they hold a single word.
const MOST_BYTES: usize = 20_000;

/// A word and where it stands: for each page, by number, the distance to the one before and the weight.
struct Entry<'t> {
    word: &'t str,
    pages: String,
    last: Option<u32>,
}

impl Entry<'_> {
    fn len(&self) -> usize {
        self.word.len() + self.pages.len() + 2
    }
}

/// The first letters of the words of a file, and the file.
pub(super) type Shard = (String, Arc<[u8]>);

/// A numbered page and those of its words that are in a group.
pub(super) type OfGroup<'i> = (u32, &'i Terms, &'i Group);

/// The name of all files of one group of words.
pub(super) fn fingerprint(pages: &[OfGroup<'_>]) -> Fingerprint {
    render::fingerprint(b"search group 1\0", &pages.iter().map(|(slot, _, group)| (slot, group.hash)).collect::<Vec<_>>())
}

/// The files of one group of words. `pages` are the pages that have some, by ascending number.
pub(super) fn shards(pages: &[OfGroup<'_>]) -> Vec<Shard> {
    let mut by_word: FxHashMap<&str, usize> = FxHashMap::default();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (slot, terms, group) in pages {
        for (word, weight) in terms.words(group) {
            let index = *by_word.entry(word).or_insert(entries.len());
            if index == entries.len() {
                entries.push(Entry { word, pages: String::new(), last: None });
            }
            let entry = &mut entries[index];
            let distance = entry.last.map_or(*slot, |last| slot - last - 1);
            number(distance * 8 + u32::from(weight), &mut entry.pages);
            entry.last = Some(*slot);
        }
    }
    entries.sort_unstable_by_key(|entry| entry.word);
    let mut shards = Vec::new();
    let mut firsts: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in entries {
        match firsts.last_mut() {
            Some(group) if group[0].word.chars().next() == entry.word.chars().next() => group.push(entry),
            _ => firsts.push(vec![entry]),
        }
    }
    firsts.into_iter().for_each(|group| split(group, 1, &mut shards));
    shards
}

/// Puts words that share their first `letters` into a file, and those of them that share one letter more into files of their own, the most first, until the
/// rest fits.
fn split(entries: Vec<Entry<'_>>, letters: usize, shards: &mut Vec<Shard>) {
    let bytes = |entries: &[Entry<'_>]| entries.iter().map(Entry::len).sum::<usize>();
    let mut rest = bytes(&entries);
    let Some(prefix) = entries.first().map(|entry| entry.word.chars().take(letters).collect::<String>()) else { return };
    if rest <= MOST_BYTES || entries.len() == 1 {
        return shards.push(shard(&prefix, entries.iter()));
    }
    let next = |entry: &Entry<'_>| entry.word.chars().nth(letters);
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if next(&group[0]) == next(&entry) => group.push(entry),
            _ => groups.push(vec![entry]),
        }
    }
    // The word that ends here has no letter more.
    let mut order: Vec<usize> = (0..groups.len()).filter(|index| next(&groups[*index][0]).is_some()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(bytes(&groups[*index])));
    for index in order {
        if rest <= MOST_BYTES {
            break;
        }
        let group = std::mem::take(&mut groups[index]);
        rest -= bytes(&group);
        split(group, letters + 1, shards);
    }
    if groups.iter().any(|group| !group.is_empty()) {
        shards.push(shard(&prefix, groups.iter().flatten()));
    }
}

/// `word!pages word!pages …`
fn shard<'t>(prefix: &str, entries: impl Iterator<Item = &'t Entry<'t>>) -> Shard {
    let words: Vec<String> = entries.map(|entry| format!("{}!{}", entry.word, entry.pages)).collect();
    (prefix.to_owned(), file(&name(prefix), &text(&words.join(" "))))
}

/// The name of the file of these first letters, without its ending: letters that every disk and host can take, and no name that means a device.
pub(super) fn name(prefix: &str) -> String {
    let mut name = "w/".to_owned();
    for c in prefix.chars() {
        if c.is_ascii_alphanumeric() { name.push(c) } else { name.push_str(&format!("_{:x}", u32::from(c))) }
    }
    if is_device(prefix) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_has_a_name_that_a_system_refuses() {
        let cases = [("con", "w/con_"), ("com1", "w/com1_"), ("cont", "w/cont"), ("ü.", "w/_fc_2e"), ("co", "w/co")];
        for (prefix, expected) in cases {
            assert_eq!(name(prefix), expected);
        }
    }
}
