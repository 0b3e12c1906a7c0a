//! A kept reader and pipeline build what new ones build, site and findings alike, after any sequence of edits on the disk; and they hold no more
//! than the book needs.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

mod book;
mod processes;
mod texts;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use book::{Book, EDITS, Edit};
use proptest::prelude::*;
use rollbook::calendar::{Date, parse_date};
use rollbook::path::{OutputPath, SourcePath};
use rollbook::pipeline::{Built, Follow, Pipeline};
use rollbook::source::read::{Reader, read};
use rollbook::source::{File, Sources};

/// What is kept between builds.
#[derive(Default)]
struct Kept {
    reader: Reader,
    pipeline: Pipeline,
    last: Option<Sources>,
}

impl Kept {
    /// Hurries to the pages of two files ahead of a reading of the book, and gives what they were shown as if only those files had changed.
    fn hurry(&mut self, book: &Book) -> Vec<(OutputPath, Arc<[u8]>)> {
        let Some(last) = &self.last else { return Vec::new() };
        let wanted = || ["index.html", "guide/notes/index.html"].map(OutputPath::new).to_vec();
        let files = self.pipeline.files_of(&wanted());
        let Some((sources, _)) = self.reader.peek(book.root(), last, &files) else { return Vec::new() };
        let mut first = Vec::new();
        let mut follow =
            Follow { wanted: &wanted, first: &mut |page, bytes| first.push((page.clone(), Arc::clone(bytes))), stale: &|| false };
        self.pipeline.hurry(&sources, book.as_of, None, &mut follow, &mut |_| {});
        first
    }

    /// Follows a build that is given up when `stale` has been asked so many times; all pages are being looked at. What came first is checked
    /// against what was built.
    fn follow(&mut self, book: &Book, give_up: usize) -> Option<Built> {
        let (asked, mut first) = (AtomicUsize::new(0), Vec::new());
        let sources = self.reader.read(book.root());
        let wanted =
            || ["index.html", "projects/atlas/index.html", "guide/notes/index.html", "no/such/page.html"].map(OutputPath::new).to_vec();
        let mut follow = Follow {
            wanted: &wanted,
            first: &mut |page, bytes| first.push((page.clone(), Arc::clone(bytes))),
            stale: &|| asked.fetch_add(1, Ordering::Relaxed) >= give_up,
        };
        let built = self.pipeline.follow(&sources, book.as_of, None, &mut follow, &mut |_| {});
        self.last = Some(sources);
        for (page, bytes) in first.iter().filter(|_| built.is_some()) {
            assert_eq!(built.as_ref().and_then(|built| built.site.files.get(page)), Some(bytes), "{page} came first");
        }
        built
    }
}

fn cold(book: &Book) -> Built {
    Pipeline::default().build(&read(book.root()), book.as_of, None, &mut |_| {})
}

/// A site that is handed on file by file is the one that is built as a whole; where an error forbids one, nothing is handed on.
fn assert_streams(book: &Book, whole: &Built, edit: &str) {
    let files = Mutex::new(BTreeMap::new());
    let put = |path: &OutputPath, bytes: &[u8]| {
        assert_eq!(files.lock().unwrap().insert(path.clone(), Arc::from(bytes)), None, "{path} came twice");
    };
    let built = Pipeline::default().stream(&mut read(book.root()), book.as_of, None, &put, &|_| {}, &mut |_| {});
    assert_eq!(built.diagnostics, whole.diagnostics, "after {edit}");
    let expected = if whole.has_errors() { BTreeMap::new() } else { whole.site.files.clone() };
    let files = files.into_inner().unwrap();
    let differing: Vec<_> = expected.keys().chain(files.keys()).filter(|path| expected.get(*path) != files.get(*path)).collect();
    assert_eq!(differing, Vec::<&OutputPath>::new(), "after {edit}");
}

/// Everything of a build that its user sees.
fn assert_alike(warm: &Built, cold: &Built, edit: &str) {
    assert_eq!(warm.diagnostics, cold.diagnostics, "after {edit}");
    let differing: Vec<_> = (warm.site.files.keys().chain(cold.site.files.keys()))
        .filter(|path| warm.site.files.get(*path) != cold.site.files.get(*path))
        .collect();
    assert_eq!(differing, Vec::<&OutputPath>::new(), "after {edit}");
    assert_eq!((&warm.status, &warm.documents, &warm.external), (&cold.status, &cold.documents, &cold.external), "after {edit}");
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (0..EDITS.len(), 0..64usize, 0..8usize).prop_map(|(kind, which, how)| Edit { kind, which, how });
    prop::collection::vec(edit, 12..36)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn warm_equals_cold_after_any_edits_on_the_disk(edits in edits()) {
        let mut book = Book::new();
        let mut kept = Kept::default();
        for edit in edits {
            let name = book.apply(edit);
            match edit.how % 3 {
                0 => drop(kept.follow(&book, edit.which)),
                1 => drop(kept.hurry(&book)),
                _ => {}
            }
            let warm = kept.follow(&book, usize::MAX).unwrap();
            assert_alike(&warm, &cold(&book), name);
        }
    }
}

#[test]
fn each_kind_of_edit_is_followed_and_taken_back() {
    let mut kept = Kept::default();
    let mut changed = Vec::new();
    for kind in 0..EDITS.len() {
        let mut book = Book::new();
        let before = kept.follow(&book, usize::MAX).unwrap();
        let name = book.apply(Edit { kind, which: 3, how: 1 });
        let after = kept.follow(&book, usize::MAX).unwrap();
        let cold = cold(&book);
        assert_alike(&after, &cold, name);
        assert_streams(&book, &cold, name);
        if after.site != before.site || after.diagnostics != before.diagnostics {
            changed.push(name);
        }
        kept = Kept::default();
    }
    assert_eq!(changed, EDITS.map(|(name, _)| name), "an edit that changes nothing proves nothing");
}

#[test]
fn an_edit_of_one_body_renders_the_pages_that_show_it_and_leaves_the_rest_as_they_are() {
    let mut book = Book::new();
    let mut kept = Kept::default();
    let before = kept.follow(&book, usize::MAX).unwrap();
    assert_eq!(before.rendered, before.site.files.keys().filter(|path| path.as_str().ends_with(".html")).count());
    assert_eq!(kept.follow(&book, usize::MAX).unwrap().rendered, 0);
    book.append("content/guide/notes.md", "One more line.\n");
    let after = kept.follow(&book, usize::MAX).unwrap();
    let new: Vec<&str> = (after.site.files.iter())
        .filter(|(path, bytes)| before.site.files.get(*path).is_none_or(|last| !Arc::ptr_eq(last, bytes)))
        .map(|(path, _)| path.as_str())
        .collect();
    let (index, new): (Vec<&str>, Vec<&str>) = new.into_iter().partition(|path| path.starts_with("search/"));
    assert_eq!((after.rendered, new), (2, vec!["guide/notes/index.html", "print.html"]));
    // The handbook on one page shows every body. The words of that line, how they are shown, and nothing else of the index.
    let is_of_the_line = |path: &&str| path.starts_with("search/f/") || ["search/w/l.js", "search/w/m.js", "search/w/o.js"].contains(path);
    assert!((2..=4).contains(&index.len()) && index.iter().all(is_of_the_line), "{index:?}");
}

#[test]
fn the_page_of_the_file_that_changed_is_shown_ahead_of_a_reading_as_the_build_shows_it() {
    let mut book = Book::new();
    let mut kept = Kept::default();
    let before = kept.follow(&book, usize::MAX).unwrap();
    assert!(!before.has_errors(), "{:?}", before.diagnostics);
    assert_eq!(kept.hurry(&book), [], "nothing has changed");
    // The text alone; a link that it had already, and code; a link that it had not; a heading; the front matter.
    let more = [
        "One more line.",
        "[Home](../index.md)\n\n```rust\nlet x = 1;\n```",
        "[[pilot]], and [[pilot]] again",
        "## More",
        "[to it](#more)",
    ];
    for text in more {
        book.append("content/guide/notes.md", &format!("\n{text}\n"));
        let shown = kept.hurry(&book);
        let built = kept.follow(&book, usize::MAX).unwrap();
        assert_alike(&built, &cold(&book), text);
        assert!(shown.iter().any(|(page, _)| page.as_str() == "guide/notes/index.html"), "{text}");
        for (page, bytes) in &shown {
            assert_eq!(built.site.files.get(page), Some(bytes), "{text}: {page}");
        }
    }
    // What can't be published is not shown.
    book.append("content/guide/notes.md", "[[nowhere]]\n");
    assert_eq!(kept.hurry(&book), []);
}

#[test]
fn a_build_that_is_given_up_at_any_point_leaves_what_it_made_for_the_next() {
    let mut book = Book::new();
    let full = Kept::default().follow(&book, usize::MAX).unwrap().rendered;
    let mut most = 0;
    for give_up in 0.. {
        let mut kept = Kept::default();
        if kept.follow(&book, give_up).is_some() {
            assert!(give_up > 20, "it was never asked");
            break;
        }
        let warm = kept.follow(&book, usize::MAX).unwrap();
        most = most.max(full - warm.rendered);
        if give_up % 8 == 0 {
            assert_alike(&warm, &cold(&book), "giving up");
        }
    }
    assert!(most >= full / 2, "{most} of {full} pages were kept");
    // And given up again and again over a book that changes, it still knows what it had.
    let mut kept = Kept::default();
    kept.follow(&book, usize::MAX).unwrap();
    for n in 0..20 {
        book.append("content/guide/notes.md", &format!("## Heading {n}\n"));
        assert!(kept.follow(&book, n).is_none());
    }
    assert!(kept.follow(&book, usize::MAX).unwrap().rendered <= 4);
}

fn day() -> Date {
    parse_date("2026-06-01").unwrap()
}

#[test]
fn what_is_remembered_does_not_grow_with_edits() {
    let path = SourcePath::new("content/index.md");
    let mut sources = Sources::from_fixture("-- book.toml --\n[book]\nid = \"b\"\n-- content/index.md --\n");
    let mut pipeline = Pipeline::default();
    let mut held = Vec::new();
    for n in 0..10_000 {
        let text = format!("Edit {n}.\n\n```\n{n}\n```\n");
        sources.content.insert(path.clone(), File::Text(Arc::from(text)));
        let stale = AtomicUsize::new(0);
        // Every third build is given up somewhere.
        let give_up = if n % 3 == 0 { n % 7 } else { usize::MAX };
        let stale = || stale.fetch_add(1, Ordering::Relaxed) >= give_up;
        let mut follow = Follow { wanted: &Vec::new, first: &mut |_, _| {}, stale: &stale };
        pipeline.follow(&sources, day(), None, &mut follow, &mut |_| {});
        let [documents, code, pages] = pipeline.remembered();
        assert!(documents <= 1 && code <= 1 && pages <= 3 * 3, "{n}: {documents} {code} {pages}");
        held.push(pages);
    }
    assert!(held.iter().any(|pages| *pages > 0));
}

#[test]
fn a_reader_remembers_the_files_that_are_there_and_no_others() {
    let mut book = Book::new();
    let mut reader = Reader::default();
    let count = |sources: &Sources, theme: usize| sources.content.len() + theme;
    for n in 0..200 {
        book.write(&format!("content/guide/page-{n}.md"), b"A page.\n");
        book.remove(&format!("content/guide/page-{}.md", n - n % 2));
        let sources = reader.read(book.root());
        assert_eq!(reader.remembered(), count(&sources, book.own_theme_files()), "after {n}");
    }
}
