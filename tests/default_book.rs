//! The repository's own book: nothing wrong with it, and every kind of page in it that does not need hundreds of projects.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::path::Path;

use rollbook::calendar::parse_date;
use rollbook::page::KINDS;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::read::read;

fn build() -> Built {
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR")));
    Pipeline::default().build(&sources, parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

#[test]
fn it_has_no_findings() {
    let found: Vec<String> =
        build().diagnostics.iter().map(|diagnostic| format!("{}: {}", diagnostic.place.path, diagnostic.message)).collect();
    assert_eq!(found, Vec::<String>::new());
}

/// Former addresses, and what only a large book has.
const ABSENT: [&str; 3] = ["redirect", "day", "feeds"];

#[test]
fn it_shows_every_kind_of_page_but_those_of_other_books() {
    let built = build();
    let pages: Vec<String> = built
        .site
        .files
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"))
        .map(|(_, html)| String::from_utf8(html.to_vec()).unwrap())
        .collect();
    let missing: Vec<&&str> = KINDS
        .iter()
        .filter(|kind| !ABSENT.contains(kind) && !pages.iter().any(|html| html.contains(&format!("data-kind=\"{kind}\""))))
        .collect();
    assert_eq!(missing, Vec::<&&str>::new());
}
