//! Edits of texts alone: which of them need no look at the rest of the book, and that what comes of them is what a whole build gives. Not done here: any
//! disk.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use rollbook::document::fragment::BlockName;
use rollbook::path::SourcePath;
use rollbook::pipeline::{Built, Follow, KnownCode, Pipeline, Step};
use rollbook::source::{File, Sources};

use crate::{assert_alike, day};

/// A file of every kind that has a body, each with one after its front matter; a draft, an asset, warnings.
const BOOK: &str = "\
-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\nbase_url = \"https://example.org/\"\n\
-- content/index.md --\nStart with [[discovery]], mind [[cause:no-owner]].\n\
-- content/stages/index.md --\n---\ntitle: The way\n---\nAll stages.\n\
-- content/stages/01-discovery.md --\n---\ntitle: Discovery\nwindow: Week 1-2\ngoal: Know *what* for. See [[pilot]].\nchecklist: [Name an owner]\ngate: { question: Go on? }\n---\nsome prose\n\n```rust\nfn main() {}\n```\n\
-- content/stages/02-pilot.md --\n---\ntitle: Pilot\nwindow: Month 2-3\n---\nSee the [first stage](01-discovery.md).\n\n## Later\n\nAnd so on.\n\
-- content/causes/no-owner.md --\n---\ntransition: discovery -> pilot\nguards: [discovery/name-an-owner]\n---\nNobody asks for it.\n\
-- content/practices/sponsor.md --\n---\nstages: all\n---\nFind one, see <https://example.org/how>.\n\
-- content/projects/index.md --\nWho is where.\n\
-- content/projects/atlas.md --\n---\ntitle: Atlas\nowner: Ada\n---\nNotes of the team.\n\
-- content/projects/borealis/index.md --\n---\nstages: { discovery: { items: { name-an-owner: { state: done, date: 2026-01-09, evidence: [\"https://example.org/it\"] } } } }\n---\nMore notes.\n\
-- content/projects/borealis/01-discovery.md --\n---\nitems: {}\n---\n\nWhat was found.\n\
-- content/decisions/0001-atlas-go.md --\n---\nproject: atlas\nsubject: gate:discovery\noutcome: go\ndate: 2026-01-16\n---\nBecause.\n\
-- content/guide/index.md --\n# Guide\n\n- [Notes](notes.md)\n\n![Drawing](plan.svg)\n\
-- content/guide/notes.md --\n# Notes\n\nPlain, of [Ada](words.md#ada).\n\n## Part\n\n![Drawing](plan.svg)\n\
-- content/guide/words.md --\n---\nglossary: true\n---\n\nAda\n: Owns it.\n\
-- content/guide/draft.md --\n---\ndraft: true\n---\nNot yet.\n\
-- content/guide/plan.svg --\n<svg viewBox=\"0 0 4 3\"/>\n";

/// The files with a body.
const FILES: [&str; 14] = [
    "index.md",
    "stages/index.md",
    "stages/01-discovery.md",
    "stages/02-pilot.md",
    "causes/no-owner.md",
    "practices/sponsor.md",
    "projects/index.md",
    "projects/atlas.md",
    "projects/borealis/index.md",
    "projects/borealis/01-discovery.md",
    "decisions/0001-atlas-go.md",
    "guide/index.md",
    "guide/notes.md",
    "guide/draft.md",
];

/// What is added to a text, and whether nothing but the text is new then.
const MORE: [(&str, bool); 18] = [
    ("One more line of words.", true),
    ("- [ ] a box\n- [x] and one that is ticked\n\n1. first", true),
    ("| a | b |\n|---|--:|\n| c | `d` |", true),
    ("A note.[^n]\n\n[^n]: At the end.", true),
    ("```rust {1} \nlet edited = true;\n```", true),
    ("```\nplain\n```\n\n    indented", true),
    ("> [!TIP]- Title\n> Text.", true),
    ("Zebra, \u{fc}bermut & <b>html</b>. \u{414}\u{430}.", true),
    ("", true),
    ("## A heading", false),
    ("Term\n: Its definition.", false),
    ("A [[cause:no-owner|cause]] and <https://example.org/new>.", false),
    ("![Drawing](/guide/plan.svg) and ![far](https://images.example.org/a.png)", false),
    ("[[nowhere]]", false),
    ("```no-such-language\nx\n```", false),
    ("[same](#anchor-that-is-not)", false),
    ("<<<<<<< a\nx\n=======\ny\n>>>>>>> b", false),
    ("![Drawing](plan.svg)", false),
];

fn path(file: &str) -> SourcePath {
    SourcePath::new(format!("content/{file}"))
}

fn text(sources: &Sources, file: &str) -> String {
    sources.content[&path(file)].text().unwrap().to_string()
}

fn write(sources: &mut Sources, file: &str, text: String) {
    sources.content.insert(path(file), File::Text(Arc::from(text)));
}

/// A build that is followed, and whether it looked at the whole book.
fn follow(pipeline: &mut Pipeline, sources: &Sources) -> (Built, bool) {
    let mut is_whole = false;
    let mut follow = Follow { wanted: &Vec::new, first: &mut |_, _| {}, stale: &|| false };
    let mut observe = |step| is_whole |= step == Step::Resolve;
    let built = pipeline.follow(sources, day(), None, &mut follow, &mut observe).unwrap();
    (built, is_whole)
}

pub(crate) fn cold(sources: &Sources) -> Built {
    Pipeline::default().build(sources, day(), None, &mut |_| {})
}

#[test]
fn a_text_of_any_kind_of_file_is_followed_without_a_look_at_the_rest() {
    let book = Sources::from_fixture(BOOK);
    let mut pipeline = Pipeline::default();
    let (before, is_whole) = follow(&mut pipeline, &book);
    assert!(is_whole && !before.has_errors() && !before.diagnostics.is_empty(), "{:?}", before.diagnostics);
    let mut pages = Vec::new();
    for file in FILES {
        let mut sources = book.clone();
        write(&mut sources, file, text(&book, file) + "\nOne more line.\n");
        let (built, is_whole) = follow(&mut pipeline, &sources);
        assert!(!is_whole, "{file}");
        assert_alike(&built, &cold(&sources), file);
        let new = built.site.files.iter().filter(|(path, bytes)| before.site.files.get(*path) != Some(bytes));
        let new: Vec<&str> = new.map(|(path, _)| path.as_str()).filter(|path| path.ends_with(".html")).collect();
        pages.push(format!("{file}: {}", new.join(" ")));
        assert!(built.rendered <= 2, "{file}");
        // Taken back, the files are those of before.
        let (back, is_whole) = follow(&mut pipeline, &book);
        assert!(!is_whole && back.site == before.site, "{file} taken back");
    }
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn what_is_more_than_a_text_is_looked_at_as_a_whole() {
    let book = Sources::from_fixture(BOOK);
    for file in ["guide/notes.md", "causes/no-owner.md"] {
        for (more, is_text) in MORE {
            let mut pipeline = Pipeline::default();
            follow(&mut pipeline, &book);
            let mut sources = book.clone();
            write(&mut sources, file, format!("{}\n{more}\n", text(&book, file)));
            let (built, is_whole) = follow(&mut pipeline, &sources);
            // That page has the drawing already.
            let is_text = is_text || file == "guide/notes.md" && more == "![Drawing](plan.svg)";
            assert_eq!(is_whole, !is_text, "{file}: {more}");
            assert_alike(&built, &cold(&sources), more);
            let (again, is_whole) = follow(&mut pipeline, &book);
            assert_alike(&again, &cold(&book), "taken back");
            assert!(!is_text || !is_whole, "{file}: {more} taken back");
        }
    }
}

/// Knows no code.
struct Forgetful;

impl KnownCode for Forgetful {
    fn has(&self, _: &BlockName) -> bool {
        false
    }

    fn html(&self, _: &BlockName) -> Option<Arc<str>> {
        None
    }
}

#[test]
fn code_that_comes_with_a_text_is_coloured_kept_and_forgotten() {
    let mut sources = Sources::from_fixture(BOOK);
    let mut pipeline = Pipeline::recalling(Arc::new(Forgetful));
    follow(&mut pipeline, &sources);
    assert_eq!(pipeline.take_new_code().len(), 1);
    let before = text(&sources, "guide/notes.md");
    for n in 0..50 {
        write(&mut sources, "guide/notes.md", format!("{before}\n```rust\nlet n = {n};\n```\n"));
        let (built, is_whole) = follow(&mut pipeline, &sources);
        assert!(!is_whole && pipeline.take_new_code().len() == 1);
        let page = &built.site.files[&rollbook::path::OutputPath::new("guide/notes/index.html")];
        assert!(String::from_utf8_lossy(page).contains(&format!(">{n}<")), "it has colours");
        assert_eq!(pipeline.remembered()[1], 2, "the block that is gone is forgotten");
    }
    // Nobody remembers a block for a text that has none any more.
    write(&mut sources, "guide/notes.md", before);
    follow(&mut pipeline, &sources);
    assert_eq!((pipeline.remembered()[1], pipeline.take_new_code().len()), (1, 0));
}

#[test]
fn a_handbook_that_must_be_split_otherwise_is_laid_out_anew() {
    let mut sources = Sources::from_fixture(BOOK);
    let before = text(&sources, "guide/notes.md");
    let long = |n: usize| format!("{before}\n{}\n", "Many words in a row. ".repeat(n));
    write(&mut sources, "guide/notes.md", long(90_000));
    let mut pipeline = Pipeline::default();
    follow(&mut pipeline, &sources);
    for (n, expected) in [(90_001, false), (110_000, true), (110_001, false), (90_000, true)] {
        write(&mut sources, "guide/notes.md", long(n));
        let (built, is_whole) = follow(&mut pipeline, &sources);
        assert_eq!(is_whole, expected, "{n}");
        assert_alike(&built, &cold(&sources), "a long text");
    }
    // So is one that loses its first chapter, or gets it back.
    write(&mut sources, "index.md", String::new());
    let (_, is_whole) = follow(&mut pipeline, &sources);
    assert!(is_whole);
}

/// So many words that the files of one letter become several, and so long a text that pages share a file with others: each time in one file more or less.
pub(crate) fn cut_in_many_ways() -> impl Iterator<Item = (&'static str, Sources)> {
    let book = Sources::from_fixture(BOOK);
    let mut sources = book.clone();
    let many = |letter: char, count: usize| (0..count).map(|n| format!("{letter}{:04} ", n * 7 % 10_000)).collect::<String>();
    let long = |count: usize| "as long as that ".repeat(count);
    let texts = [many('z', 4000), long(300), many('n', 4000) + &many('z', 2000), long(700), many('z', 10), String::new()];
    (0..18).map(move |turn| {
        let file = FILES[(turn / 6 * 5 + turn % 6 * 3) % 13];
        write(&mut sources, file, format!("{}\n{}\n", text(&book, file), texts[turn % 6]));
        (file, sources.clone())
    })
}

#[test]
fn an_index_whose_files_are_cut_otherwise_is_that_of_a_whole_build() {
    let mut pipeline = Pipeline::default();
    follow(&mut pipeline, &Sources::from_fixture(BOOK));
    let (mut of_words, mut of_hits) = (BTreeSet::new(), BTreeSet::new());
    for (file, sources) in cut_in_many_ways() {
        let (built, is_whole) = follow(&mut pipeline, &sources);
        assert!(!is_whole, "{file}");
        assert_alike(&built, &cold(&sources), file);
        let names = |start: &str| -> Vec<String> {
            built.site.files.keys().map(ToString::to_string).filter(|path| path.starts_with(start)).collect()
        };
        of_words.insert(names("search/w/"));
        of_hits.insert(names("search/f/"));
    }
    assert!(of_words.len() > 2 && of_hits.len() > 4, "{} and {} ways to cut it", of_words.len(), of_hits.len());
}

/// An edit: of which file, what is added to what it was at first, if anything, and whether another file is edited in the same moment.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, bool)>> {
    prop::collection::vec((0..FILES.len(), 0..MORE.len() + 4, prop::bool::weighted(0.2)), 8..20)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 100, ..ProptestConfig::default() })]
    #[test]
    fn after_any_edits_of_texts_all_is_as_a_whole_build_has_it(edits in edits(), search: bool, implicit: bool) {
        let mut book = Sources::from_fixture(BOOK);
        if !search {
            book.config = Some(format!("{}\n[build]\nsearch = false\n", book.config.unwrap()).into());
        }
        if implicit {
            book.content.retain(|path, _| !path.as_str().contains("/projects/") && !path.as_str().contains("/decisions/"));
        }
        let mut sources = book.clone();
        let mut pipeline = Pipeline::default();
        follow(&mut pipeline, &sources);
        for (which, more, with_next) in edits {
            let file = FILES[which];
            if !book.content.contains_key(&path(file)) {
                continue;
            }
            let text = match MORE.get(more) {
                Some((more, _)) => format!("{}\n{more}\n", text(&book, file)),
                // Most edits are of words.
                None if more % 2 == 0 => text(&book, file).replace(" a", " another ").replace("See", "Look at"),
                None => text(&book, file),
            };
            write(&mut sources, file, text);
            if !with_next {
                assert_alike(&follow(&mut pipeline, &sources).0, &cold(&sources), file);
            }
        }
    }
}
