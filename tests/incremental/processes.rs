//! Builds of which each is a process of its own, but for what the one before left: its output, and a cache on the disk, whole or not. Not done here: a
//! pipeline that lives on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use rollbook::cache::{Files, Outputs};
use rollbook::path::OutputPath;
use rollbook::pipeline::{Built, Earlier, Pipeline, Sink};
use rollbook::render::Fingerprint;
use rollbook::source::Sources;
use rollbook::source::read::read;

use crate::book::{Book, EDITS};
use crate::{cold, day, edits, texts};

/// Each file with the name of what it was made of.
type Output = BTreeMap<OutputPath, (Fingerprint, Vec<u8>)>;

/// Takes a site as the program does.
struct Taking<'o> {
    before: &'o Output,
    earlier: Earlier,
    files: Files,
    now: Mutex<Output>,
    /// How many files of the index were made, and how many other things kept.
    made: AtomicUsize,
    kept: AtomicUsize,
}

impl Taking<'_> {
    fn take(&self, output: &OutputPath, name: &Fingerprint, bytes: &[u8]) {
        let before = self.now.lock().unwrap().insert(output.clone(), (*name, bytes.to_owned()));
        assert!(before.is_none(), "{output} came twice");
    }
}

impl Sink for Taking<'_> {
    fn earlier(&self) -> Earlier {
        self.earlier
    }

    fn has(&self, output: &OutputPath, name: &Fingerprint) -> bool {
        let there = self.before.get(output).filter(|(of, _)| of == name).map(|(_, bytes)| bytes.clone());
        there.or_else(|| self.files.recall(name)).map(|bytes| self.take(output, name, &bytes)).is_some()
    }

    fn made(&self, output: &OutputPath, name: &Fingerprint, bytes: &[u8]) {
        self.made.fetch_add(usize::from(output.as_str().starts_with("search/")), Ordering::Relaxed);
        self.take(output, name, bytes);
        self.files.keep(name, bytes);
    }

    fn file(&self, output: &OutputPath, bytes: &[u8]) {
        self.take(output, blake3::hash(bytes).as_bytes(), bytes);
    }

    fn recall(&self, name: &Fingerprint) -> Option<Vec<u8>> {
        self.files.recall(name)
    }

    fn keep(&self, name: &Fingerprint, bytes: &[u8]) {
        self.kept.fetch_add(1, Ordering::Relaxed);
        self.files.keep(name, bytes);
    }
}

/// What is left of the last build.
struct Left {
    output: Output,
    frame: Option<Fingerprint>,
    cache: tempfile::TempDir,
}

impl Left {
    fn nothing() -> Self {
        Self { output: Output::new(), frame: None, cache: tempfile::tempdir().unwrap() }
    }

    /// Builds, compares the site with that of a build that had nothing, and says how many files of the index were made and what else was kept.
    fn build(&mut self, mut sources: Sources, day: rollbook::calendar::Date, cold: &Built, edit: &str) -> (usize, usize) {
        let frame = Pipeline::name(&sources, day, None).frame;
        let taking = Taking {
            before: &self.output,
            earlier: match self.frame {
                None => Earlier::Unknown,
                Some(before) if before == frame => Earlier::Alike,
                Some(_) => Earlier::Unlike,
            },
            files: Outputs::new(self.cache.path()).files(),
            now: Mutex::default(),
            made: AtomicUsize::new(0),
            kept: AtomicUsize::new(0),
        };
        let built = Pipeline::default().stream(&mut sources, day, None, &taking, &|_| {}, &mut |_| {});
        taking.files.finish().unwrap();
        assert_eq!(built.diagnostics, cold.diagnostics, "after {edit}");
        let counts = (taking.made.into_inner(), taking.kept.into_inner());
        let now = taking.now.into_inner().unwrap();
        // What came before an error of the theme was found is no site.
        if cold.has_errors() {
            return counts;
        }
        let bytes = |path: &OutputPath| now.get(path).map(|(_, bytes)| bytes.as_slice());
        let differing: Vec<&OutputPath> = now
            .keys()
            .chain(cold.site.files.keys())
            .filter(|path| bytes(path) != cold.site.files.get(*path).map(|bytes| &**bytes))
            .collect();
        assert_eq!(differing, Vec::<&OutputPath>::new(), "after {edit}");
        (self.output, self.frame) = (now, Some(frame));
        counts
    }

    /// What may become of either between two builds.
    fn suffer(&mut self, how: usize) {
        match how {
            0 => self.output.clear(),
            1 => fs::remove_dir_all(self.cache.path().join("files")).unwrap_or_default(),
            2 => packs(self.cache.path(), |bytes| {
                for at in (7..bytes.len()).step_by(997) {
                    bytes[at] ^= 0x55;
                }
            }),
            3 => packs(self.cache.path(), |bytes| bytes.truncate(bytes.len() / 2)),
            4 => self.output.retain(|path, _| path.as_str().len() % 3 > 0),
            _ => {}
        }
    }
}

fn packs(cache: &Path, change: impl Fn(&mut Vec<u8>)) {
    for entry in fs::read_dir(cache.join("files")).into_iter().flatten() {
        let path = entry.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        change(&mut bytes);
        fs::write(path, bytes).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, max_shrink_iters: 100, ..ProptestConfig::default() })]
    #[test]
    fn what_is_kept_makes_no_other_site_after_any_edits_and_whatever_becomes_of_it(edits in edits()) {
        let mut book = Book::new();
        let mut left = Left::nothing();
        for edit in edits.into_iter().take(12) {
            let name = book.apply(edit);
            if edit.which % 2 == 0 {
                left.suffer(edit.how);
            }
            left.build(read(book.root()), book.as_of, &cold(&book), name);
        }
    }
}

#[test]
fn after_each_kind_of_edit_and_when_it_is_taken_back_the_site_is_the_same_as_without_a_cache() {
    let whole = Book::new();
    let before = cold(&whole);
    let mut left = Left::nothing();
    left.build(read(whole.root()), whole.as_of, &before, "nothing");
    for kind in 0..EDITS.len() {
        let mut book = Book::new();
        let name = book.apply(crate::Edit { kind, which: 3, how: 1 });
        left.build(read(book.root()), book.as_of, &cold(&book), name);
        let frame = left.frame;
        let (made, kept) = left.build(read(whole.root()), whole.as_of, &before, name);
        // Where hardly a page stays, the documents are read again.
        let read_again = if left.frame == frame { 0 } else { before.documents.len() };
        assert_eq!((made, kept), (0, read_again), "{name}: all else was made before");
    }
}

#[test]
fn an_edit_of_a_text_makes_the_files_of_its_words_and_nothing_else_of_the_index() {
    let mut book = Book::new();
    let mut left = Left::nothing();
    let (all, _) = left.build(read(book.root()), book.as_of, &cold(&book), "nothing");
    book.append("content/guide/notes.md", "zebra zeppelin\n");
    let (made, kept) = left.build(read(book.root()), book.as_of, &cold(&book), "two words");
    // The hits, and the words with z; the file as it was read, the words of the page, and the beginnings of those with z.
    assert_eq!((made, kept), (2, 3), "of {all} files");
    assert!(all > 15, "{all}");
    // A cache without an output, as on another machine; an output without a cache.
    left.suffer(0);
    assert_eq!(left.build(read(book.root()), book.as_of, &cold(&book), "no output"), (0, 0));
    left.suffer(1);
    let (made, kept) = left.build(read(book.root()), book.as_of, &cold(&book), "no cache");
    assert!(made > 15 && kept > 15, "{made} {kept}");
}

#[test]
fn an_index_whose_files_are_cut_otherwise_is_that_of_a_build_without_a_cache() {
    let mut left = Left::nothing();
    let mut all = 0;
    // With the pages' words and without their files, and the other way round.
    for ((file, sources), how) in texts::cut_in_many_ways().step_by(2).zip([0, 1, 4, 5].into_iter().cycle()) {
        let cold = texts::cold(&sources);
        left.suffer(how);
        all += left.build(sources.clone(), day(), &cold, file).0;
        assert_eq!(left.build(sources, day(), &cold, file), (0, 0), "no edit");
    }
    assert!(all > 50, "{all} files");
}

#[test]
fn a_body_is_made_anew_where_its_html_is_read_otherwise() {
    let book = Book::new();
    let config = fs::read_to_string(book.path("book.toml")).unwrap();
    let raw = "# Raw\n\n<b>bold</b> [[pilot]] text\n\n<div>\n\n[[discovery]]\n\n</div>\n";
    let mut left = Left::nothing();
    let steps = [
        ("escaped", config.clone(), raw.to_owned()),
        ("as HTML", format!("{config}[markdown]\nraw_html = \"allow\"\n"), raw.to_owned()),
        ("escaped again", config.clone(), raw.to_owned()),
        ("with a title of its own, so that the heading is none", config, format!("---\ntitle: Raw\n---\n{raw}")),
    ];
    for (name, config, page) in steps {
        book.write("book.toml", config.as_bytes());
        book.write("content/guide/raw.md", page.as_bytes());
        let before = left.output.get(&OutputPath::new("guide/raw/index.html")).cloned();
        left.frame = None;
        left.build(read(book.root()), book.as_of, &cold(&book), name);
        assert_ne!(left.output.get(&OutputPath::new("guide/raw/index.html")), before.as_ref(), "{name}");
    }
}

#[test]
fn a_line_of_which_nothing_is_another_but_the_places_of_its_links_is_another_line() {
    let book = Book::new();
    book.write("content/guide/a.md", b"---\ntitle: ../../guide/d/index.html\n---\nA\n");
    book.write("content/guide/b.md", b"---\ntitle: B\n---\nB\n");
    book.write("content/guide/d.md", b"---\ntitle: ../../guide/b/index.html\n---\nD\n");
    let mut left = Left::nothing();
    // An address and no words, a title and an address: the same texts fill the holes, and the HTML around them is the same.
    for line in ["[[a]][](../guide/b.md)", "[](../guide/a.md)[[d]]"] {
        let stage = format!("---\ntitle: Extra\nwindow: Month 4\noutput: [\"{line}\"]\nchecklist:\n  - {{ id: own, text: Own }}\n---\nx\n");
        book.write("content/stages/03-extra.md", stage.as_bytes());
        left.build(read(book.root()), book.as_of, &cold(&book), line);
    }
}
