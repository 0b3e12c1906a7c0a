//! Nothing that an author, or somebody who means harm, can write makes the program panic or take long: the targets of `fuzz/` on mutations of the
//! shipped content, and texts that are made to take long.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads files and the clock, shows what it measured, and fails by panicking"
)]

#[path = "../../fuzz/targets.rs"]
mod targets;

mod hostile;
mod mutation;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use rollbook::calendar::parse_date;
use rollbook::diagnostic::{Span, text};
use rollbook::document::{markdown, parse};
use rollbook::path::SourcePath;
use rollbook::pipeline::Pipeline;
use rollbook::source::Sources;

use hostile::{BODIES, BOOKS, Case, FRONT_MATTER};

/// Each case takes at most a few seconds without optimisation; a step whose time grows with the square of the text takes minutes.
const LONGEST: Duration = Duration::from_secs(15);

/// How much more is done than usual: `ROBUSTNESS=100 cargo test --release --test robustness -- --nocapture` reads a hundred times as many
/// mutations, and shows how long each hostile text and a quarter of it took.
fn effort() -> usize {
    std::env::var("ROBUSTNESS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Does the work for each case in a part of its size.
fn measure(cases: &[Case], part: usize, work: impl Fn(&str)) {
    let time = |make: fn(usize) -> String, n: usize| {
        let text = make(n);
        let start = Instant::now();
        work(&text);
        start.elapsed()
    };
    for (name, n, make) in cases {
        let n = n / part;
        if effort() > 1 {
            println!("{name:40} {n:9} {:>12.1?} {:>12.1?}", time(*make, n / 4), time(*make, n));
        }
        let took = time(*make, n);
        assert!(took < LONGEST, "{name}: {took:?} for {n}");
    }
}

#[test]
fn bodies_are_read_in_time() {
    let path = SourcePath::new("content/guide/a.md");
    measure(BODIES, 2, |text| {
        markdown::body(&path, text, 0, true, markdown::Options::default(), &mut Vec::new());
    });
}

#[test]
fn lines_are_read_in_time() {
    let path = SourcePath::new("content/guide/a.md");
    measure(BODIES, 4, |text| {
        markdown::inline(&path, text, Span::new(0, text.len()), text, &mut Vec::new());
    });
}

#[test]
fn documents_are_imported_in_time() {
    measure(BODIES, 4, |text| {
        rollbook::import::read("a.md", text, &mut |_| false);
    });
}

#[test]
fn front_matter_is_read_in_time() {
    let path = SourcePath::new("content/stages/01-a.md");
    measure(FRONT_MATTER, 2, |text| {
        parse("content", &path, text, markdown::Options::default());
    });
}

#[test]
fn books_are_built_and_their_findings_shown_in_time() {
    measure(BOOKS, 4, |book| {
        let sources = Sources::from_fixture(&format!("-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n{book}"));
        let built = Pipeline::default().values(&sources, parse_date("2026-06-01").unwrap(), &mut |_| {}, &mut |_| {});
        // Showing one takes as long as the lines it shows.
        for finding in built.diagnostics.iter().step_by(20) {
            text::render(finding, &|path| sources.text(path));
        }
    });
}

#[test]
fn every_target_holds_for_mutations_of_the_shipped_content() {
    let files = mutation::shipped_content();
    assert!(files.len() > 30, "the content was not found");
    let mut random = mutation::Random::new(1);
    for _ in 0..100 * effort() {
        let text = mutation::mutate(&files, &mut random);
        targets::document(&text);
        targets::markdown(&text);
        targets::import(&text);
        targets::edit(&text);
    }
    for _ in 0..10 * effort() {
        targets::book(&mutation::mutate(&files, &mut random));
    }
}

#[test]
fn the_whole_book_target_holds_for_mutations_of_a_small_book() {
    let book = vec![include_str!("../fixtures/small-book.txt").to_owned()];
    let mut random = mutation::Random::new(2);
    for _ in 0..10 * effort() {
        targets::book(&mutation::mutate(&book, &mut random));
    }
}

#[test]
fn the_target_of_holidays_holds_for_mutations_of_files_of_holidays() {
    let files = vec![include_str!("../fixtures/holidays.ics").to_owned(), include_str!("../fixtures/holidays.csv").to_owned()];
    let mut random = mutation::Random::new(3);
    for _ in 0..200 * effort() {
        targets::holidays(&mutation::mutate(&files, &mut random));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_target_holds_for_any_text(text in "\\PC{0,40}(\n(---|\\+\\+\\+|[a-z]+[:=] ?\\PC{0,20}|[-*>#|`\\[{ ]{1,6}\\PC{0,20})?){0,12}") {
        for text in [text.clone(), format!("---\n{text}\n---\n{text}"), format!("+++\n{text}\n+++\n")] {
            targets::document(&text);
            targets::markdown(&text);
            targets::import(&text);
            targets::edit(&text);
        }
    }

    #[test]
    fn no_window_date_or_duration_is_taken_for_what_it_is_not(
        text in "(week|months?|Day|quarter|after|start|end|2026-0?[0-9]-[0-9]{2}|9999-12-31|[0-9]{1,12}|\\+|-|–|to|\\.\\.|for|d|w|m| |ü){0,9}"
    ) {
        targets::calendar(&text);
    }
}
