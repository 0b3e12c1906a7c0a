//! Tests of one file read alone: what is found in its front matter, what it claims, what becomes of its first heading. Not done here: tests of
//! Markdown (`markdown`).

mod traps;

use super::*;
use crate::playbook::checks::findings;

/// A book with a stage `a` that has an item `x`, and a stage `b`.
const BOOK: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/01-a.md --\n---\nchecklist: [{ id: x, text: X }]\n---\n-- content/stages/02-b.md --\n---\nchecklist: [{ id: y, text: Y }]\n---\n";

fn read(text: &str) -> Document {
    parse("content", &SourcePath::new("content/guide/01-a.md"), text, markdown::Options::default())
}

fn stage(text: &str) -> Document {
    parse("content", &SourcePath::new("content/stages/01-a.md"), text, markdown::Options::default())
}

/// The code of each finding with the text that it points at.
fn found<'t>(document: &Document, text: &'t str) -> Vec<(&'static str, &'t str)> {
    let part = |diagnostic: &Diagnostic| diagnostic.place.span.map_or("", |span| &text[span.start..span.end]);
    document.diagnostics.iter().map(|diagnostic| (diagnostic.code.name(), part(diagnostic))).collect()
}

#[test]
fn a_tab_that_indents_is_reported_where_it_stands() {
    let cases = [
        "---\n\tid: x\n---\n",
        "---\nwindow: Week 1\n\tgoal: x\n---\n",
        "---\naliases:\n\t- a\n\t- b\n---\n",
        "---\ngate:\n  \tquestion: ü\n---\n",
        "---\ngoal: ü\n  goes on\n\tand on\n---\n",
        "---\naliases: [\n\ta,\n]\n---\n",
    ];
    for text in cases {
        let document = stage(text);
        assert_eq!(found(&document, text), [("front-matter-syntax", "\t")], "{text:?}");
        assert!(document.diagnostics[0].message.starts_with("YAML indents with spaces"));
    }
    for text in ["---\nid: x\n\t# a remark\n\t\n---\n", "---\ngoal: |\n  a\n  \tb\n---\n", "---\nchecklist:\n  -\ttext: X\n---\n"] {
        assert_eq!(found(&stage(text), text), [], "{text:?}");
    }
}

#[test]
fn a_fault_after_the_last_letter_points_at_that_letter() {
    for (text, last) in [("---\nx-a: [®\n---\n", "®"), ("---\nx-a: {b: 日\n---\n", "日"), ("---\nx-a: [\n---\n", "[")] {
        assert_eq!(found(&stage(text), text), [("front-matter-syntax", last)], "{text:?}");
    }
}

#[test]
fn a_map_that_should_be_a_text_is_shown_by_its_first_letter() {
    let text = "---\nwindow:\n  übung: x\n---\n";
    assert_eq!(found(&stage(text), text), [("bad-window", "ü")]);
}

#[test]
fn front_matter_may_be_empty_and_must_be_closed() {
    assert_eq!(found(&read("---\n---\n# Title\n"), ""), []);
    assert_eq!(read("---\n---\n# Title\n").title, "Title");
    let text = "---\n\nText after a line across.\n";
    let document = read(text);
    assert_eq!(found(&document, text), [("front-matter-syntax", "---")]);
    assert!(document.diagnostics[0].help.as_deref().unwrap().contains("or remove the line if no front matter was meant"));
}

#[test]
fn a_file_claims_its_id_as_far_as_it_can_be_known() {
    let cases = [
        // What the file says; its id; partial, unread, id unknown.
        ("", "a", [false, false, false]),
        ("---\nid: x\n---\n", "x", [false, false, false]),
        ("---\norder: many\n---\n", "a", [true, false, false]),
        ("---\nid: Pilot\n---\n", "a", [true, false, true]),
        ("+++\nid = 5\n+++\n", "a", [true, false, true]),
        ("---\norder: 1\norder: 2\n---\n", "a", [true, false, false]),
        ("+++\norder = 1\norder = 2\n+++\n", "a", [true, false, false]),
        ("---\nid: x\nwindow: [\n---\n", "x", [true, true, false]),
        ("---\nwindow: ]\nid: x\n---\n", "a", [true, true, true]),
        ("---\nid: x\n", "a", [true, true, true]),
    ];
    for (text, id, known) in cases {
        let document = read(text);
        assert_eq!((document.id.as_str(), [document.partial, document.unread, document.id_unknown]), (id, known), "{text:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_claims_what_its_name_says() {
    let document = unreadable("content", &SourcePath::new("content/stages/03-pilot.md"));
    assert_eq!((document.kind, document.id.as_str(), document.order, document.title.as_str()), (Kind::Stage, "pilot", Some(3), "Pilot"));
    let empty = fragment::Fragment { html: document.body.fragment.html.clone(), ..Default::default() };
    assert_eq!(
        (document.output.as_str(), &document.body),
        ("stages/pilot/index.html", &fragment::Body { fragment: empty, ..Default::default() })
    );
    assert!(document.body.fragment.html.is_empty());
    assert!(document.partial && document.unread && document.id_unknown && document.diagnostics.is_empty());
    assert_eq!(document.front, Front::Stage(Box::default()));
    let cause = unreadable("content", &SourcePath::new("content/causes/c.md"));
    assert_eq!((cause.front, cause.diagnostics), (Front::Cause(front::Cause::default()), Vec::new()));
}

#[test]
fn a_key_that_stands_twice_hides_nothing() {
    let book = BOOK.replace("[{ id: x, text: X }]", "[{ id: x, text: X }]\ngoal: one\ngoal: two");
    let found = findings(&format!("{book}-- content/causes/c.md --\n+++\ntransition = \"a -> c\"\nguards = [\"a/x\"]\nguards = []\n+++\n"));
    assert_eq!(
        found,
        ["content/causes/c.md:2:14 unknown-ref", "content/causes/c.md:4:1 duplicate-key", "content/stages/01-a.md:4:1 duplicate-key"]
    );
}

#[test]
fn a_day_that_does_not_exist_is_said_once_and_where_it_stands() {
    let decision = "-- content/decisions/1.md --\n+++\nsubject = \"gate:a\"\noutcome = \"go\"\ndate = 2026-02-30\n+++\n";
    let dated = BOOK
        .replace("checklist: [{ id: x", "gate: { question: Go? }\nchecklist: [{ id: x")
        .replace("[book]", "[calendar]\nholidays = [2026-01-06, 2026-13-01]\n[book]");
    assert_eq!(findings(&format!("{dated}{decision}")), ["book.toml:2:25 bad-date", "content/decisions/1.md:4:8 bad-date"]);
    let text = "+++\nstart = 2026-02-30\nholidays = [2026-02-28 25:00:00]\nclosed = { date = 2026-02-31, outcome = \"scaled\" }\n+++\n";
    let document = parse("content", &SourcePath::new("content/projects/p.md"), text, markdown::Options::default());
    assert_eq!(found(&document, text), [("bad-date", "2026-02-30"), ("bad-date", "2026-02-28 25:00:00"), ("bad-date", "2026-02-31")]);
    assert!(document.diagnostics[0].message.contains("there is no day 2026-02-30"));
    assert!(document.partial && !document.unread);
}

#[test]
fn an_element_at_fault_is_said_once() {
    let cases = [
        ("causes/c.md", "transition: a -> b\nguards: [A/x, a/x]", 3, 10),
        ("causes/c.md", "transition: a -> b\nguards: [a/x]\npractices: [Bad Id]", 4, 13),
        ("practices/p.md", "stages: [A]\nitems: [a/x]", 2, 10),
        ("practices/p.md", "items: [a/x, a/x/y]", 2, 14),
        ("guide/a.md", "aliases: [Bad Id, 5]", 2, 11),
    ];
    for (path, front_matter, line, column) in cases {
        let found = findings(&format!("{BOOK}-- content/{path} --\n---\n{front_matter}\n---\n"));
        assert_eq!(found[0], format!("content/{path}:{line}:{column} bad-value"), "{found:?}");
        assert_eq!(found.len(), front_matter.matches(", 5]").count() + 1, "{found:?}");
    }
}

#[test]
fn a_text_that_is_empty_is_not_blamed_for_its_id_too() {
    for item in ["{ text: \"\" }", "\" \"", "{ text: }"] {
        let found = findings(&BOOK.replace("{ id: x, text: X }", item));
        assert_eq!(found.len(), 1, "{item} {found:?}");
        assert!(found[0].ends_with(" bad-value"), "{item} {found:?}");
    }
}

#[test]
fn only_what_is_a_warning_can_be_allowed() {
    let text = "---\nallow: [broken-link, evidence-missing, nonsense]\n---\n";
    let document = read(text);
    assert_eq!(found(&document, text), [("bad-value", "broken-link"), ("bad-value", "nonsense")]);
    assert_eq!(document.diagnostics[0].message, "an entry of `allow`: `broken-link` is always an error and can't be allowed");
}

#[test]
fn a_heading_at_the_top_is_the_title_whatever_way_it_is_written() {
    let cases = [
        ("# Moving to C#\n\nText", "Moving to C#", "moving-to-c", "<p>Text</p>\n"),
        ("# Moving on ##\n\nText", "Moving on", "moving-on", "<p>Text</p>\n"),
        ("#\tWith *a* `tab` [[b]]\nText", "With a tab b", "with-a-tab-b", "<p>Text</p>\n"),
        ("Set below\n=====\nText", "Set below", "set-below", "<p>Text</p>\n"),
        ("\n   # Title {#top .wide}\nText", "Title", "top", "<span id=\"top\"></span>\n<p>Text</p>\n"),
        ("\u{feff}# Title", "Title", "title", ""),
    ];
    for (text, title, anchor, html) in cases {
        let document = read(text);
        let heading = document.body.title.as_ref().unwrap();
        let read = (document.title.as_str(), heading.level, heading.id.as_str(), &*document.body.fragment.html.html());
        assert_eq!(read, (title, 1, anchor, html), "{text:?}");
        assert_eq!((document.body.headings.len(), document.body.fragment.links.len(), document.diagnostics.len()), (0, 0, 0), "{text:?}");
    }
}

#[test]
fn only_a_heading_of_level_1_at_the_very_top_of_an_untitled_file_is_the_title() {
    for text in ["    # Code", "## Title", "Text\n\n# Title", "> # Title", "#", "# <!-- -->", "#Title", ""] {
        let document = read(text);
        assert_eq!((document.title.as_str(), &document.body.title), ("A", &None), "{text:?}");
    }
    let document = read("---\ntitle: Written\n---\n# Title\n");
    assert_eq!((document.title.as_str(), document.body.headings[0].title.as_str(), &document.body.title), ("Written", "Title", &None));
}

#[test]
fn an_anchor_that_a_theme_may_have_is_refused() {
    let text = "# Title {#_top}\n\nSee _main.\n\n## A {#_main}\n\n## _b\n\n## C {#c_}\n";
    assert_eq!(found(&read(text), text), [("bad-value", "_top"), ("bad-value", "_main")]);
}
