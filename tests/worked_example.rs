//! The worked example of the documentation: a production stage on 2026-06-01, computed by hand there and by the pipeline here.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use rollbook::calendar::parse_date;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

const BOOK: &str = include_str!("fixtures/worked-example.txt");

fn build(as_of: &str) -> Built {
    Pipeline::default().build(&Sources::from_fixture(BOOK), parse_date(as_of).unwrap(), None, &mut |_| {})
}

#[test]
fn progress_musts_and_expected_are_as_computed_by_hand() {
    let built = build("2026-06-01");
    let stage = &built.status.projects[0].stages[0];
    assert_eq!((stage.progress.done, stage.progress.counted, stage.progress.percent), (4, 13, Some(30)));
    assert_eq!(stage.progress.claimed, 3, "security is ticked without evidence");
    assert_eq!((stage.musts.resolved, stage.musts.total), (2, 7));
    let expected = stage.expected.unwrap();
    assert_eq!((expected.elapsed, expected.total), (37, 62));
    assert_eq!((stage.start.as_deref(), stage.end.as_deref()), (Some("2026-04-05"), Some("2026-07-05")));
}

#[test]
fn the_page_says_the_same() {
    let built = build("2026-06-01");
    let page = built.site.files.iter().find(|(path, _)| path.as_str() == "stages/production/index.html").unwrap().1;
    let html = String::from_utf8(page.to_vec()).unwrap();
    for words in ["4 of 13 points, 30 %", "2 of 7 musts", "expected 37 of 62 workdays, 59 %"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_waiver_past_its_last_day_counts_as_open() {
    let stage = |as_of| {
        let stage = &build(as_of).status.projects[0].stages[0];
        (stage.progress.counted, stage.musts.resolved)
    };
    assert_eq!(stage("2026-06-15"), (13, 2));
    assert_eq!(stage("2026-06-16"), (14, 1));
}

#[test]
fn a_record_dated_after_as_of_is_left_out_with_a_warning() {
    let built = build("2026-05-10");
    let codes: Vec<&str> = built.diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    assert!(codes.contains(&"dated-in-future"), "{codes:?}");
    assert!(!built.has_errors());
}
