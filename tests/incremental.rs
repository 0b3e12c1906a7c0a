//! A warm pipeline builds what a cold one builds, site and findings alike, after any sequence of edits.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use proptest::prelude::*;
use rollbook::calendar::parse_date;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

const BOOK: &str = include_str!("fixtures/small-book.txt");

/// What an author may do to the book between two builds, as a replacement of text in it.
const EDITS: &[(&str, &str)] = &[
    ("state: todo", "state: done"),
    ("title: Pilot", "title: Trial run"),
    ("[[pilot]]", "[[nowhere]]"),
    ("window: Month 2-3", "window: Moth 2-3"),
    ("-- content/guide/notes.md --", "-- content/guide/remarks.md --"),
    ("some prose", "other prose, with `code` and a [link](../index.md)"),
    ("title = \"Small book\"", "title = \"Renamed book\""),
    ("severity: 4", "severity: 5\naliases: [former-cause]"),
    ("fn main() {}", "fn main() { todo() }"),
    ("{% extends \"base.html\" %}{# own #}", "{% extends \"base.html\" %}{{ missing }}"),
];

fn build(pipeline: &mut Pipeline, text: &str) -> Built {
    pipeline.build(&Sources::from_fixture(text), parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

#[test]
fn every_edit_changes_the_book() {
    let unused: Vec<_> = EDITS.iter().filter(|(from, _)| !BOOK.contains(from)).collect();
    assert_eq!(unused, Vec::<&(&str, &str)>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn warm_equals_cold(steps in prop::collection::vec(0..EDITS.len(), 1..8)) {
        let mut warm = Pipeline::default();
        let mut applied = vec![false; EDITS.len()];
        for step in steps {
            // The same edit a second time takes it back.
            applied[step] = !applied[step];
            let text = EDITS.iter().zip(&applied).filter(|(_, applied)| **applied).fold(BOOK.to_owned(), |text, ((from, to), _)| text.replace(from, to));
            let (warm, cold) = (build(&mut warm, &text), build(&mut Pipeline::default(), &text));
            prop_assert_eq!(warm.diagnostics, cold.diagnostics);
            prop_assert!(warm.site == cold.site);
        }
    }
}
