//! What is shown of a page that was found: its title, its address, its sections with their text to look for the words in; few pages to a file, so that
//! they are not as many as pages. Not done here: which page is found.

use std::ops::Range;

use serde::Serialize;

use super::record::Record;
use super::terms::Terms;
use super::text::Section;
use crate::render::{self, Fingerprint};

/// A page's text is cut at about so many bytes, the longest sections first.
const MOST_TEXT: usize = 14_000;
/// Of a section that much is left in any case.
const LEAST_TEXT: usize = 60;
/// Files are not filled beyond this, except by a single page.
const MOST_BYTES: usize = 12_000;
/// So many numbers are halved whatever is on their pages.
const BLOCK: usize = 64;

/// A page as a hit.
#[derive(Serialize)]
struct Hit<'r> {
    /// Address from the root of the site.
    u: &'r str,
    /// Title.
    t: String,
    /// Anchor, heading and text of each section.
    s: Vec<(&'r str, &'r str, &'r str)>,
}

/// What is shown of a page, as JSON.
pub(super) fn json(record: &Record, sections: &[Section<'_>]) -> String {
    let most = most_of_each(sections);
    let sections = sections.iter().filter(|section| !section.text.is_empty() || !section.heading.is_empty());
    let hit = Hit {
        u: &record.address,
        t: record.full_title(),
        s: sections.map(|section| (section.anchor, section.heading, cut(&section.text, most))).collect(),
    };
    // Texts can always be written.
    serde_json::to_string(&hit).unwrap_or_default()
}

/// The name of a file of these pages, with their numbers.
pub(super) fn fingerprint<'t>(pages: impl Iterator<Item = (u32, &'t Terms)>) -> Fingerprint {
    render::fingerprint(b"search hits 1\0", &pages.map(|(slot, terms)| (slot, &terms.fingerprint)).collect::<Vec<_>>())
}

/// The length at which sections are cut so that all together are not longer than a page may be.
fn most_of_each(sections: &[Section<'_>]) -> usize {
    let mut lengths: Vec<usize> = sections.iter().map(|section| section.text.len()).collect();
    lengths.sort_unstable();
    let mut left = MOST_TEXT;
    for (n, length) in lengths.iter().enumerate() {
        let share = left / (lengths.len() - n);
        if *length > share {
            return share.max(LEAST_TEXT);
        }
        left -= length;
    }
    usize::MAX
}

/// The beginning of a text, up to a word's end.
fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = text.floor_char_boundary(most);
    &text[..text[..end].rfind(' ').unwrap_or(end)]
}

/// Which pages share a file: those of a range of numbers, halved until its pages fit, so that no other range is touched by what changes in this one.
/// `pages` are numbers and sizes, ascending; the result are ranges of their indices.
pub(super) fn files(pages: &[(u32, usize)], numbers: Range<u32>) -> Vec<Range<usize>> {
    let mut files = Vec::new();
    halve(pages, 0, numbers, &mut files);
    files
}

/// True where pages do not fit into a file, so that whatever range they are a part of is halved.
pub(super) fn is_cut(pages: &[(u32, usize)]) -> bool {
    pages.iter().map(|(_, size)| size).sum::<usize>() > MOST_BYTES
}

/// The ranges of some ten numbers that come of halving these: what is cut within one of them depends on no page beside.
pub(super) fn blocks(numbers: Range<u32>) -> Vec<Range<u32>> {
    if numbers.len() <= BLOCK {
        return vec![numbers];
    }
    let middle = middle(&numbers);
    [blocks(numbers.start..middle), blocks(middle..numbers.end)].concat()
}

fn middle(numbers: &Range<u32>) -> u32 {
    numbers.start + (numbers.end - numbers.start) / 2
}

fn halve(pages: &[(u32, usize)], first: usize, numbers: Range<u32>, files: &mut Vec<Range<usize>>) {
    if pages.len() > 1 && is_cut(pages) && numbers.len() > 1 {
        let middle = middle(&numbers);
        let at = pages.partition_point(|(number, _)| *number < middle);
        halve(&pages[..at], first, numbers.start..middle, files);
        halve(&pages[at..], first + at, middle..numbers.end, files);
    } else if !pages.is_empty() {
        files.push(first..first + pages.len());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_page_is_cut_where_it_is_longest() {
        let section = |length: usize| Section { anchor: "", heading: "", text: "ab ".repeat(length / 3) };
        let most = most_of_each(&[section(300), section(30_000), section(30_000)]);
        assert!((6_000..7_000).contains(&most), "{most}");
        assert_eq!(most_of_each(&[section(300), section(3_000)]), usize::MAX);
        assert_eq!(cut("eine Übersicht", 9), "eine");
        assert_eq!(cut("Übersicht", 1), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_cut_within_a_block_is_cut_so_by_all_pages_together(
            pages in prop::collection::btree_map(0_u32..5000, prop_oneof![0_usize..300, 0_usize..15_000], 0..200),
            longer in 0_u32..100,
        ) {
            let pages: Vec<(u32, usize)> = pages.into_iter().filter(|(number, _)| *number < 4096 + longer).collect();
            let numbers = 0..4096 + longer;
            let all = files(&pages, numbers.clone());
            let blocks = blocks(numbers);
            prop_assert!(blocks.iter().map(|block| block.len()).sum::<usize>() == 4096 + longer as usize);
            for block in blocks {
                let at = |number| pages.partition_point(|(of, _)| *of < number);
                let (start, end) = (at(block.start), at(block.end));
                if is_cut(&pages[start..end]) {
                    let within = files(&pages[start..end], block).into_iter().map(|file| file.start + start..file.end + start);
                    let expected = all.iter().filter(|file| file.start < end && file.end > start).cloned();
                    prop_assert_eq!(within.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
                }
            }
        }
    }

    #[test]
    fn pages_share_a_file_with_their_neighbours_while_they_fit() {
        let pages: Vec<(u32, usize)> = (0..100).map(|n| (n * 3, if n == 50 { 50_000 } else { 3_000 })).collect();
        let files = files(&pages, 0..512);
        let sizes: Vec<usize> = files.iter().map(|file| pages[file.clone()].iter().map(|page| page.1).sum()).collect();
        assert!(sizes.iter().all(|size| *size <= MOST_BYTES || *size == 50_000), "{sizes:?}");
        assert!((25..60).contains(&files.len()), "{}", files.len());
        assert_eq!(files.iter().flat_map(Clone::clone).collect::<Vec<_>>(), (0..100).collect::<Vec<_>>());
    }
}
