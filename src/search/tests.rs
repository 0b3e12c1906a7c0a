//! The index of a thousand pages: what a first search loads of it, and what an edit changes in it.

use std::collections::BTreeSet;
use std::convert::Infallible;

use super::*;

/// A page of 450 words in eight sections, as handbooks have them: few words are on every page, and most of them on a few.
fn page(number: usize, edit: &str) -> (OutputPath, (Record, Arc<Terms>)) {
    let mut state = number as u64 * 7919 + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    // Zipf: the n-th word is n times as rare as the first.
    let mut word = || {
        let rank = (8000_f64.powf(next()) as u32).wrapping_mul(2_654_435_761);
        (0..7).map(|n| char::from(b"etaoinshrdlucmfwypvbgkqjxz"[(rank >> (n * 4)) as usize % 26])).collect::<String>()
    };
    let mut record =
        Record::for_test(&format!("projects/p{:04}/{}/index.html", number / 6, number % 6), &format!("Project {}: {}", number / 6, word()));
    for section in 0..8 {
        let text: Vec<String> = (0..56).map(|_| word()).collect();
        record.part(&format!("heading-{section}"), &format!("{} of {section}", word()), text.join(" "));
    }
    record.say(edit);
    let terms = Arc::new(Terms::of(&record));
    (OutputPath::new(&*record.address), (record, terms))
}

fn files(pages: impl Iterator<Item = (OutputPath, (Record, Arc<Terms>))>) -> BTreeMap<OutputPath, Arc<[u8]>> {
    let mut index = Index { pages: pages.collect(), ..Index::default() };
    let Ok(files) = index.made(&|| Ok::<(), Infallible>(()));
    files
}

/// The bytes of the largest files whose names begin so.
fn largest(files: &BTreeMap<OutputPath, Arc<[u8]>>, start: &str, count: usize) -> usize {
    let mut sizes: Vec<usize> = files.iter().filter(|(path, _)| path.as_str().starts_with(start)).map(|(_, bytes)| bytes.len()).collect();
    sizes.sort_unstable();
    sizes.iter().rev().take(count).sum()
}

fn changed(before: &BTreeMap<OutputPath, Arc<[u8]>>, after: &BTreeMap<OutputPath, Arc<[u8]>>) -> Vec<String> {
    let paths: BTreeSet<&OutputPath> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).map(ToString::to_string).collect()
}

#[test]
fn a_first_search_of_a_thousand_pages_loads_little_and_an_edit_changes_few_files() {
    let all: Vec<_> = (0..1000).map(|number| page(number, "")).collect();
    let before = files(all.iter().cloned());
    // The theme's part is held to 16.5 kB by `tests/browser/search.test.mjs`. Three words, each in the largest files, and the five first hits likewise.
    let most = 16_500
        + largest(&before, "search/manifest", 1)
        + largest(&before, "search/t/", 99)
        + largest(&before, "search/w/", 3)
        + largest(&before, "search/f/", 5);
    assert!(most < 160_000, "{most} bytes");
    assert!(largest(&before, "search/w/", 1) < 20_200 && largest(&before, "search/f/", 1) < 13_000);
    let of_hits = before.keys().filter(|path| path.as_str().starts_with("search/f/")).count();
    assert!((200..500).contains(&of_hits), "{of_hits} files of hits for 1000 pages");

    let mut edited = all.clone();
    edited[500] = page(500, "zeppelin");
    let new = changed(&before, &files(edited.into_iter()));
    assert!(new.len() <= 4 && new.iter().any(|path| path.starts_with("search/w/z")), "{new:?}");

    let more = all.into_iter().chain([(page(4000, ""))]);
    let new = changed(&before, &files(more));
    let hits: Vec<&String> = new.iter().filter(|path| path.starts_with("search/f/")).collect();
    assert!((1..=4).contains(&hits.len()), "{hits:?}");
}
