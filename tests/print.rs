//! What is made for paper: the handbook on one page, the steering sheet of a project, and a sheet as one file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use rollbook::calendar::parse_date;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

const BOOK: &str = "-- book.toml --\n[book]\nid = \"b\"\ntitle = \"Handbook\"\n";

fn build(fixture: &str) -> Built {
    Pipeline::default().build(&Sources::from_fixture(fixture), parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

fn page(built: &Built, path: &str) -> String {
    let found: Vec<String> = built.diagnostics.iter().map(|finding| format!("{}: {}", finding.place.path, finding.message)).collect();
    let bytes = built.site.files.get(&OutputPath::new(path)).unwrap_or_else(|| panic!("no {path}: {found:?}"));
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The values of an attribute, in order.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

/// Every link within the page leads to an anchor, of which there are no two alike.
fn holds_together(html: &str) {
    let ids = values(html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "{ids:?}");
    for link in values(html, "href").into_iter().filter_map(|link| link.strip_prefix('#')) {
        assert!(known.contains(rollbook::path::percent_decode(link).as_str()), "{link} is not in {known:?}");
    }
}

#[test]
fn chapters_with_equal_headings_footnotes_and_names_keep_their_anchors_apart() {
    let text =
        "---\ntitle: A\n---\n## Same\n\nText[^n] and [here](#same), [there](../b/a%20b.md#same), [[b|page]].\n\n### Deep\n\n[^n]: Note.\n";
    let html = page(
        &build(&format!(
            "{BOOK}-- content/index.md --\n## Same\n\n[top](a/x.md)\n-- content/a/x.md --\n{text}-- content/b/index.md --\n{text}-- content/b/a b.md --\n{text}"
        )),
        "print.html",
    );
    holds_together(&html);
    assert_eq!(html.matches("class=\"footnotes\"").count(), 3);
    for expected in [
        "<h3 id=\"_home:same\">Same",
        "href=\"#a/x\">top</a>",
        "<h3 id=\"a/x:same\">Same",
        "<h4 id=\"a/x:deep\">Deep",
        "href=\"#a/x:same\">here</a>",
        "href=\"#b\">page</a>",
        "<h3 id=\"b:same\"",
    ] {
        assert!(html.contains(expected), "no {expected}");
    }
    assert!(html.contains("<h4 id=\":3:same\">") || html.contains("<h4 id=\":4:same\">"), "a folder with a space goes by its number");
}

#[test]
fn a_link_to_what_is_no_chapter_leads_to_the_site() {
    let html = page(
        &build(&format!(
            "{BOOK}-- content/stages/01-pilot.md --\n---\ntitle: Pilot\nwindow: Weeks 1-2\nchecklist: [{{ id: a, text: \"See [[project:x]]\" }}]\n---\n[a](../projects/x.md), [b](../files/a.txt), [[pilot/a]]\n-- content/projects/x.md --\n---\ntitle: X\nstart: 2026-05-04\n---\n-- content/files/a.txt --\na\n"
        )),
        "print.html",
    );
    holds_together(&html);
    for link in [
        "href=\"projects/x/index.html\">a</a>",
        "href=\"files/a.txt\">b</a>",
        "href=\"#stages/pilot:pilot.a\"",
        "id=\"stages/pilot:pilot.a\"",
    ] {
        assert!(html.contains(link), "no {link}");
    }
    assert!(!html.contains("class=\"bar\""), "no project's state");
}

#[test]
fn a_handbook_too_large_for_one_file_is_split_by_sections_and_its_links_hold() {
    let long = "word ".repeat(150_000);
    let mut fixture = format!("{BOOK}-- content/index.md --\n[[guide/p3]]\n-- content/other/index.md --\n[far](../guide/p3.md#end)\n");
    for n in 0..5 {
        fixture += &format!(
            "-- content/guide/p{n}.md --\n---\ntitle: Page {n}\norder: {n}\n---\n{long}\n\n## End\n\n[[other]], [first](p0.md#end)\n"
        );
    }
    let built = build(&fixture);
    let files: Vec<&str> = built.site.files.keys().map(OutputPath::as_str).filter(|path| path.starts_with("print")).collect();
    assert_eq!(files, ["print.html", "print/guide.html", "print/guide/2.html", "print/guide/3.html", "print/other.html"]);
    let whole = page(&built, "print.html");
    for link in files.iter().skip(1) {
        assert!(whole.contains(&format!("<a href=\"{link}\">")), "{link} is not listed");
    }
    assert!(whole.len() < 20_000 && whole.contains("href=\"print/guide/2.html#guide/p3\""));
    let third = page(&built, "print/guide/2.html");
    assert!(
        third.contains("id=\"guide/p3:end\"")
            && third.contains("href=\"../other.html#other\"")
            && third.contains("href=\"../guide.html#guide/p0:end\"")
    );
    assert!(page(&built, "print/other.html").contains("href=\"guide/2.html#guide/p3:end\""));
    for file in files {
        let html = page(&built, file);
        holds_together(&html);
        assert!(html.len() < (2 << 20) + 50_000, "{file} is {} bytes", html.len());
    }
}

const PROJECT: &str = "-- content/stages/01-pilot.md --\n---\ntitle: Pilot\nwindow: Weeks 1-3\nchecklist:\n  - { id: a, text: First }\n  - { id: b, text: Second, owner: Lead, due: end }\ngate: { deciders: [Board] }\n---\n-- content/projects/x.md --\n---\ntitle: X\nowner: Owner\nstart: 2026-05-04\nupdates: [{ date: 2026-05-05, by: Lead, headline: Begun }, { date: 2026-07-01, headline: Later }]\nstages: { pilot: { items: { a: 2026-05-10 } } }\n---\n";

#[test]
fn a_sheet_says_what_is_open_and_asks_for_the_gate_that_waits() {
    let built = build(&format!("{BOOK}{PROJECT}"));
    let html = page(&built, "projects/x/sheet/index.html");
    for expected in [
        "as of 1 June 2026",
        "The gate of Pilot waits for a decision",
        "Board",
        "Second",
        "Lead, due 24 May 2026",
        "Begun",
        "1 of 2 musts",
        "noindex",
    ] {
        assert!(html.contains(expected), "no {expected}");
    }
    assert!(!html.contains("Later") && !html.contains(">First<"), "what is dated later is not true yet, and what is done is not open");
    assert!(page(&built, "projects/x/index.html").contains("href=\"sheet/index.html\""));
}

#[test]
fn a_book_without_projects_has_its_one_sheet_at_the_top() {
    let built = build(&format!(
        "{BOOK}start = 2026-05-04\n-- content/stages/01-pilot.md --\n---\ntitle: Pilot\nwindow: Weeks 1-8\nchecklist: [One]\n---\n"
    ));
    assert!(page(&built, "sheet/index.html").contains("Handbook"));
}

#[test]
fn what_stands_in_the_way_of_a_file_for_paper_is_a_finding() {
    let messages = |fixture: &str| {
        build(fixture).diagnostics.into_iter().map(|finding| format!("{} {}", finding.code.name(), finding.place.path)).collect::<Vec<_>>()
    };
    let stage = PROJECT.replace("01-pilot", "01-sheet").replace("stages: { pilot: ", "stages: { sheet: ");
    assert!(messages(&format!("{BOOK}{stage}")).contains(&"output-collision content/stages/01-sheet.md".to_owned()));
    for asset in ["print.html", "print/guide.html"] {
        let found = messages(&format!("{BOOK}-- content/{asset} --\n<p>\n"));
        assert!(found.contains(&format!("output-collision content/{asset}")), "{asset}: {found:?}");
    }
    assert_eq!(messages(&format!("{BOOK}-- content/print/guide.md --\n---\ntitle: A\n---\n")), Vec::<String>::new());
}

fn pack(fixture: &str, project: &str) -> Option<String> {
    let (built, packed) =
        Pipeline::default().pack(&Sources::from_fixture(fixture), parse_date("2026-06-01").unwrap(), project, &mut |_| {});
    assert!(!built.has_errors(), "{:?}", built.diagnostics);
    packed.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
}

#[test]
fn a_pack_holds_its_style_safely_and_the_policy_names_it() {
    let css = "-- themes/default/static/site.css --\n.a { color: red }\r\n.b::after { content: \"</style><script>\" }\n-- themes/default/static/sheet.css --\n.c { color: blue }\n";
    let html = pack(&format!("{BOOK}{PROJECT}{css}"), "x").unwrap();
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert_eq!(style, "\n.a { color: red }\n.b::after { content: \"<\\/style><script>\" }\n\n.c { color: blue }\n");
    // By another program: `printf '…' | openssl dgst -sha256 -binary | base64`.
    assert!(
        html.contains("style-src 'sha256-OQIelxF22yLDCNixg1AbCOI0aTiMwtKUL8lc141/imA='"),
        "{}",
        html.split("style-src ").nth(1).unwrap().split(';').next().unwrap()
    );
    assert!(html.ends_with("\n<!-- rollbook pack b/x -->\n"));
    assert!(!html.contains("<a ") && !html.contains("<script>\n"), "without a base_url nothing is a link");
}

#[test]
fn the_links_of_a_pack_lead_to_the_site_that_is_known() {
    let html = pack(&format!("{BOOK}base_url = \"https://example.org/book\"\n{PROJECT}"), "x").unwrap();
    let links = values(&html, "href");
    assert!(links.contains(&"https://example.org/book/projects/x/index.html"), "{links:?}");
    assert!(links.iter().all(|link| link.starts_with("https://example.org/book/") && !link.contains("..")), "{links:?}");
    assert_eq!(pack(&format!("{BOOK}{PROJECT}"), "y"), None);
}
