//! Whole books with planted mistakes, as data: each file of `tests/findings` says in its first line what it shows, then which findings are
//! expected (`path:line:column code`, one a line, none for a clean book), then holds the book.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;
use std::path::Path;

use rollbook::calendar::parse_date;
use rollbook::diagnostic::text::short;
use rollbook::pipeline::Pipeline;
use rollbook::source::Sources;

/// Taken for a book that has no `book.toml` of its own.
const CONFIG: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n";

fn findings(book: &str) -> Vec<String> {
    let text = if book.contains("-- book.toml --") { book.to_owned() } else { format!("{CONFIG}{book}") };
    let sources = Sources::from_fixture(&text);
    let as_of = parse_date("2026-06-01").unwrap();
    let built = Pipeline::default().build(&sources, as_of, None, &mut |_| {});
    assert_eq!(Pipeline::default().check(&sources, as_of, &mut |_| {}).diagnostics, built.diagnostics, "check finds what build finds");
    built.diagnostics.iter().map(|diagnostic| short(diagnostic, &|path| sources.text(path))).collect()
}

#[test]
fn every_planted_mistake_is_found_where_it_stands_and_nothing_else_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10, "the fixtures were not found");
    let mut wrong = String::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let (head, book) = text.split_at(text.find("\n-- ").unwrap() + 1);
        let expected: Vec<&str> = head.lines().skip(1).filter(|line| !line.is_empty()).collect();
        let found = findings(book);
        if found != expected {
            wrong.push_str(&format!("{}\n  expected {expected:#?}\n  found {found:#?}\n", file.file_name().unwrap().to_string_lossy()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
