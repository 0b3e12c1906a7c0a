//! What hits are filtered by: for each page its kind, stages, status and owners, some thousand pages to a file; and the list of all files. Not done here:
//! the pages' words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::code::{file, number, text};
use super::fragment;
use super::record::Record;
use super::terms::Terms;

/// So many numbers of pages are told of in a file.
pub(super) const CHUNK: u32 = 4096;

/// A numbered page.
pub(super) type Numbered<'i> = (u32, &'i Record, &'i Terms);

/// Which of all pages, sorted by number, a chunk tells of, and the numbers that it is about. The last one may be longer: pages that found no place before
/// its end.
pub(super) fn part<P>(pages: &[P], number_of: impl Fn(&P) -> u32, chunk: u32, chunks: u32) -> (Range<usize>, Range<u32>) {
    let at = |number: u32| pages.partition_point(|page| number_of(page) < number);
    let (start, end) = (chunk * CHUNK, (chunk + 1) * CHUNK);
    if chunk + 1 < chunks {
        return (at(start)..at(end), start..end);
    }
    (at(start)..pages.len(), start..pages.last().map_or(0, |page| number_of(page) + 1).max(end))
}

/// The file about the pages of a chunk, which have these numbers, and which of them share a file as hits. Names of values, combinations of values as the pages
/// have them after a rank, and for each page the distance to the one before, whether a file of hits begins with it, and its combination.
pub(super) fn chunk(number_of: u32, pages: &[Numbered<'_>], numbers: Range<u32>) -> (Arc<[u8]>, Vec<Range<usize>>) {
    let sizes: Vec<(u32, usize)> = pages.iter().map(|(slot, _, terms)| (*slot, terms.size)).collect();
    let files = fragment::files(&sizes, numbers);
    let firsts: BTreeSet<usize> = files.iter().map(|file| file.start).collect();
    let of_page: Vec<(u32, Vec<String>)> = pages.iter().map(|(_, record, _)| (record.facets.rank(), record.facets.names())).collect();
    let names: BTreeSet<&String> = of_page.iter().flat_map(|(_, names)| names).collect();
    let names: BTreeMap<&String, u32> = names.into_iter().zip(0..).collect();
    let combinations: BTreeSet<&(u32, Vec<String>)> = of_page.iter().collect();
    let combinations: BTreeMap<&(u32, Vec<String>), u32> = combinations.into_iter().zip(0..).collect();
    let (mut entries, mut next) = (String::new(), number_of * CHUNK);
    for (index, (slot, ..)) in pages.iter().enumerate() {
        number((slot - next) * 2 + u32::from(firsts.contains(&index)), &mut entries);
        number(combinations[&of_page[index]], &mut entries);
        next = slot + 1;
    }
    let numbers = |(rank, of): &&(u32, Vec<String>)| std::iter::once(*rank).chain(of.iter().map(|name| names[name])).collect::<Vec<_>>();
    let table = (entries, combinations.keys().map(numbers).collect::<Vec<_>>(), names.keys().collect::<Vec<_>>());
    let name = format!("t/{number_of}");
    (file(&name, &json(&table)), files)
}

/// What a search begins with.
#[derive(Serialize)]
pub(super) struct Manifest {
    /// How many pages there are.
    pub(super) pages: usize,
    /// How many numbers a file of the table is about, and how many such files there are.
    pub(super) chunk: u32,
    pub(super) chunks: u32,
    /// The first letters that have a file of words, one after the other with spaces.
    pub(super) words: String,
    /// What can be filtered by in its order: the name and what it is called. Owners are called what they are.
    pub(super) labels: Vec<(String, String)>,
}

impl Manifest {
    pub(super) fn file(&self) -> Arc<[u8]> {
        file("manifest", &json(self))
    }
}

fn json(value: &impl Serialize) -> String {
    // Lists of texts and numbers can always be written.
    serde_json::to_string(value).unwrap_or_else(|_| text(""))
}
