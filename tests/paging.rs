//! A book with more projects than one page of a list has room for, from its files to its site: every page is reached from the front page over links
//! alone, every project and event stands somewhere, and nothing is found twice.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use rollbook::calendar::parse_date;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

/// More than the 200 projects of a page, and more than the 400 events of a month that is not crowded.
const PROJECTS: usize = 210;

fn build() -> Built {
    let mut book = "-- book.toml --\n[book]\nid = \"b\"\ntitle = \"Book\"\nbase_url = \"https://b.example\"\n-- content/stages/01-a.md --\n---\nwindow: Week 1\ngate: {}\n---\n-- content/projects/index.md --\n---\ntitle: Our projects\n---\nWhat we do.\n".to_owned();
    for n in 0..PROJECTS {
        book += &format!("-- content/projects/p{n:03}.md --\n---\ntitle: P{n:03}\nowner: O{n:03}\nstart: 2026-06-01\n---\n");
    }
    Pipeline::default().build(&Sources::from_fixture(&book), parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

fn html(built: &Built) -> BTreeMap<&str, &str> {
    let pages = built.site.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap())).collect()
}

/// The places in the site to which a page links.
fn links(from: &str, html: &str) -> BTreeSet<String> {
    let inside = html.split(" href=\"").skip(1).map(|rest| rest.split(['"', '#', '?']).next().unwrap());
    let relative = inside.filter(|link| !link.is_empty() && !link.contains(':'));
    let place = |link: &str| {
        let mut folders: Vec<&str> = from.split('/').collect();
        folders.pop();
        for part in link.split('/') {
            match part {
                ".." => drop(folders.pop()),
                part => folders.push(part),
            }
        }
        folders.join("/")
    };
    relative.map(place).collect()
}

#[test]
fn every_page_of_a_large_book_is_reached_over_links_and_no_link_is_dead() {
    let built = build();
    assert!(!built.has_errors());
    let pages = html(&built);
    let (mut reached, mut waiting) = (BTreeSet::from(["index.html".to_owned()]), vec!["index.html".to_owned()]);
    while let Some(page) = waiting.pop() {
        for link in links(&page, pages[page.as_str()]) {
            assert!(built.site.files.contains_key(&OutputPath::new(link.clone())), "{page} links to {link}");
            if pages.contains_key(link.as_str()) && reached.insert(link.clone()) {
                waiting.push(link);
            }
        }
    }
    let lost: Vec<&&str> = pages.keys().filter(|page| !reached.contains(**page) && **page != "404.html").collect();
    assert_eq!(lost, Vec::<&&str>::new());
}

#[test]
fn a_list_of_several_pages_has_all_projects_once_and_each_page_says_where_it_is() {
    let built = build();
    let pages = html(&built);
    let of = |path: &str| pages.get(path).unwrap_or_else(|| panic!("no {path}"));
    let rows = |path: &str| of(path).matches("<th scope=\"row\"><a href=\"").count();
    assert_eq!((rows("projects/index.html"), rows("projects/page-2/index.html")), (200, 10));
    assert!(!pages.contains_key("projects/page-3/index.html"));
    let (first, second) = (of("projects/index.html"), of("projects/page-2/index.html"));
    for (page, expected) in [
        (first, "<h1>Our projects</h1>"),
        (first, "What we do."),
        (first, "1 to 200 of 210"),
        (first, "<a rel=\"next\" href=\"page-2/index.html\">"),
        (second, "<h1>Our projects, page 2</h1>"),
        (second, "201 to 210 of 210"),
        (second, "210 projects"),
        (second, "<a rel=\"prev\" href=\"../index.html\">"),
        (second, "<link rel=\"canonical\" href=\"https://b.example/projects/page-2/\">"),
        (second, "aria-label=\"Page 2\" aria-current=\"page\""),
    ] {
        assert!(page.contains(expected), "no {expected}");
    }
    assert!(!second.contains("What we do."));
    let charted: usize = (1..=5)
        .map(|n| if n == 1 { "calendar/index.html".to_owned() } else { format!("calendar/page-{n}/index.html") })
        .map(|path| of(&path).matches("<tr data-project=").count())
        .sum();
    assert_eq!(charted, PROJECTS);
}

#[test]
fn a_day_with_very_many_events_shows_the_first_and_leads_to_all() {
    let built = build();
    let pages = html(&built);
    let month = pages["calendar/2026-06/index.html"];
    assert_eq!(month.matches("class=\"entry\"").count(), 3 * 3, "three of a kind on each of three days");
    assert!(month.contains("<a href=\"../2026-06-01/index.html\">and 207 more</a>"));
    assert!(month.contains("<a href=\"../2026-06-01/index.html\">210 windows"));
    assert!(!month.contains("_filter"), "filters would look at a few of them only");
    let all: usize = ["calendar/2026-06-01/index.html", "calendar/2026-06-01/page-2/index.html"]
        .iter()
        .map(|path| pages[path].matches("class=\"entry\"").count())
        .sum();
    assert_eq!(all, PROJECTS);
    assert!(pages["calendar/2026-06-01/page-2/index.html"].contains("Filters look at this page only"));
}

#[test]
fn search_finds_a_list_once_and_the_sitemap_names_all_its_pages() {
    let built = build();
    let text = |path: &str| String::from_utf8(built.site.files[&OutputPath::new(path)].to_vec()).unwrap();
    let sitemap = text("sitemap.xml");
    for page in ["projects/page-2/", "calendar/page-5/", "calendar/2026-06-01/page-2/", "calendar/feeds/"] {
        assert!(sitemap.contains(&format!("<loc>https://b.example/{page}</loc>")), "no {page}");
    }
    let search = built.site.files.iter().filter(|(path, _)| path.as_str().starts_with("search/"));
    let found: String = search.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(found.contains("projects/index.html"));
    assert!(!found.contains("page-2") && !found.contains("2026-06-01/"));
    assert!(!text("a-z/index.html").contains("page-2"));
}
