//! How lists are cut, where their pages lie, and how large pages get in a large book: as large as in a book of half its size. Tests only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::locale::Locale;
use crate::page::{Files, Highlights, Page, pages};
use crate::playbook::links::Targets;
use crate::playbook::status::tests::resolved;
use crate::render::{Need, Theme};
use crate::source::Sources;

/// No page of the book is larger, in bytes.
const LARGEST: usize = 300_000;

/// How many pages of a kind are made, with one of the middle and the last.
const TRIED: usize = 4;

/// A book of so many projects, in which each has something of every sort that pages list.
fn book(projects: usize) -> String {
    let mut book = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\nbase_url = \"https://b.example\"\n-- content/index.md --\nSee [[a]].\n-- content/stages/01-a.md --\n---\nwindow: Month 1-4\nchecklist:\n  - { id: x, text: Ask the sponsor, owner: Lead, due: start+9d }\ngate: { deciders: [Board] }\n---\n-- content/stages/02-b.md --\n---\nwindow: Month 5+\nwaves:\n  - { percent: 100, bake: 10d, rollback: https://b.example/back }\n---\n-- content/causes/c.md --\n---\ntransition: a -> b\nguards: [a/x]\npractices: [p]\n---\n-- content/practices/p.md --\n---\nstages: all\n---\n".to_owned();
    for n in 0..projects {
        // Few days, so that each has more events than a page has room for.
        let (month, day) = (1 + n % 2, 1 + n % 28);
        let _ = write!(
            book,
            "-- content/projects/p{n:04}.md --\n---\ntitle: Project {n:04}\nowner: Owner {n:04}\nstart: 2026-{month:02}-01\n---\nSee [[a]].\n"
        );
        if n % 2 == 0 {
            let _ = write!(
                book,
                "-- content/decisions/{n:04}.md --\n---\ntitle: Go {n:04}\nproject: p{n:04}\nsubject: gate:a\noutcome: go\ndate: 2026-05-{day:02}\nby: [Board]\n---\n"
            );
        }
    }
    book
}

/// The size of the largest page of each kind, among those that are made.
fn largest(projects: usize) -> BTreeMap<&'static str, usize> {
    resolved(&book(projects), "2026-06-01", |playbook| {
        let assets = BTreeMap::new();
        let backlinks = crate::playbook::links::all::Backlinks::default();
        let targets = Targets::new(playbook, &assets, &[]);
        let sources = Sources::from_fixture("");
        let context = Context::new(playbook, &targets, &backlinks, Highlights::None, Files { sources: &sources, assets: &assets });
        let theme = Theme::load(&sources, &Arc::new(Locale::english()), Need::Many, &mut Vec::new()).unwrap();
        let mut of_kind: BTreeMap<&str, Vec<(OutputPath, Page)>> = BTreeMap::new();
        for (output, page) in pages(&context, &assets, &mut Vec::new()) {
            of_kind.entry(page.kind()).or_default().push((output, page));
        }
        let size = |(output, page): &(OutputPath, Page)| theme.render(page.kind(), &page.view(&context, output)).unwrap().len();
        let largest = |pages: &Vec<(OutputPath, Page)>| {
            let tried: BTreeSet<usize> = (0..TRIED).chain([pages.len() / 2, pages.len() - 1]).filter(|n| *n < pages.len()).collect();
            tried.into_iter().map(|n| size(&pages[n])).max().unwrap()
        };
        of_kind.iter().map(|(kind, pages)| (*kind, largest(pages))).collect()
    })
}

#[test]
fn no_page_grows_with_the_number_of_projects() {
    let (small, large) = (largest(600), largest(1200));
    let kinds: Vec<&str> = large.keys().copied().collect();
    assert_eq!(kinds, small.keys().copied().collect::<Vec<_>>());
    for kind in
        ["portfolio", "calendar", "month", "day", "feeds", "matrix", "section", "home", "cause", "stage", "practice", "a-z", "handbook"]
    {
        assert!(kinds.contains(&kind), "no {kind} among {kinds:?}");
    }
    let grown: Vec<String> = (large.iter())
        .filter(|(kind, size)| **size > LARGEST || **size * 100 > small[**kind] * 104 + 20_000)
        .map(|(kind, size)| format!("{kind}: {} of 600 projects, {size} of 1200", small[*kind]))
        .collect();
    assert_eq!(grown, Vec::<String>::new(), "bytes: {large:#?}");
}

#[test]
fn a_list_is_cut_into_pages_and_the_first_lies_where_the_whole_would() {
    let cut = |count: usize| {
        let parts = cut("projects", &(0..count).collect::<Vec<_>>(), 3);
        parts.into_iter().map(|(output, part)| format!("{output} {:?} of {}", part.range(), part.all)).collect::<Vec<_>>()
    };
    assert_eq!(cut(0), ["projects/index.html 0..0 of 0"]);
    assert_eq!(cut(3), ["projects/index.html 0..3 of 3"]);
    assert_eq!(cut(4), ["projects/index.html 0..3 of 4", "projects/page-2/index.html 3..4 of 4"]);
}

#[test]
fn further_pages_have_places_that_nothing_else_takes() {
    for path in ["projects/page-2/index.html", "projects/page-2", "decisions/page-10/index.html", "exposure/page-3/index.html"] {
        assert!(is_reserved(&OutputPath::new(path)), "{path}");
    }
    for path in [
        "projects/page-1/index.html",
        "projects/page-02/index.html",
        "projects/page-/index.html",
        "projects/page-2b/index.html",
        "page-2/index.html",
        "projects/index.html",
        "stages/page-2/index.html",
    ] {
        assert!(!is_reserved(&OutputPath::new(path)), "{path}");
    }
}

#[test]
fn a_page_leads_to_both_ends_to_those_around_it_and_half_way_between() {
    assert_eq!(stops(0, 2), [0, 1]);
    assert_eq!(stops(0, 9), [0, 1, 2, 5, 8]);
    assert_eq!(stops(4, 9), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(stops(40, 84), [0, 19, 38, 39, 40, 41, 42, 63, 83]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn few_steps_lead_from_the_first_page_to_every_other_one(pages in 1usize..3000) {
        let (mut reached, mut last) = (BTreeSet::from([0]), vec![0]);
        let mut steps = 0;
        while reached.len() < pages {
            last = last.iter().flat_map(|page| stops(*page, pages)).filter(|page| reached.insert(*page)).collect();
            steps += 1;
            prop_assert!(steps <= 16 && !last.is_empty(), "{} of {} after {}", reached.len(), pages, steps);
        }
        prop_assert!((0..pages).all(|page| stops(page, pages).len() <= 9));
    }
}
