//! A book that replaces something of every sort, from the disk to the site. Not done here: each fault that a theme can have, which the tests of
//! `render` look at.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::fs;

use rollbook::calendar::parse_date;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::read::read;

const THEME: &[(&str, &str)] = &[
    // A whole template, with a word of its own.
    (
        "templates/not-found.html",
        "{% extends \"base.html\" %}{% block content %}<p id=\"whole\">{{ \"ask-us\" | t(n=2) }}</p>{% endblock %}",
    ),
    // A block of one kind of page.
    (
        "templates/stage.html",
        "{% extends \"default/stage.html\" %}{% block lede %}<p id=\"block\">{{ page.title }}</p>{{ super() }}{% endblock %}",
    ),
    // A block of all of them.
    (
        "templates/base.html",
        "{% extends \"default/base.html\" %}{% block footer %}{{ super() }}<p id=\"frame\">{{ <own.note /> }}</p>{% endblock %}",
    ),
    // A component, and one of the book's own.
    (
        "templates/parts.html",
        "{% component ui.mark() %}<i class=\"mark\"></i>{% endcomponent %}{% component own.note() %}Own note{% endcomponent %}",
    ),
    ("static/book.css", ":root { --accent: #123456; }\n"),
    ("static/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("locales/en.ftl", "skip-to-content = Straight to the text\nask-us = Ask { $n } people\n"),
];

fn build(files: &[(&str, &str)]) -> Built {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("book.toml", "[book]\nid = \"own\"\ntitle = \"Own\"\nstart = 2026-01-05\n[build]\ntheme = \"acme\"\n");
    let item = "- { id: ask, text: Ask, level: must }";
    write("content/stages/01-first.md", &format!("---\ntitle: First\nwindow: Weeks 1–2\ngoal: Begin\nchecklist:\n  {item}\n---\n"));
    files.iter().for_each(|(path, text)| write(&format!("themes/acme/{path}"), text));
    Pipeline::default().build(&read(root.path()), parse_date("2026-01-06").unwrap(), None, &mut |_| {})
}

fn page(built: &Built, path: &str) -> String {
    String::from_utf8(built.site.files[&OutputPath::new(path)].to_vec()).unwrap()
}

#[test]
fn a_book_replaces_a_template_a_block_a_component_a_token_a_word_and_an_asset() {
    let built = build(THEME);
    assert!(built.diagnostics.is_empty(), "{:?}", built.diagnostics);
    let (stage, lost) = (page(&built, "stages/first/index.html"), page(&built, "404.html"));
    assert!(stage.contains("<p id=\"block\">First</p><p class=\"lede\">Begin</p>"), "{stage}");
    assert!(lost.contains("<p id=\"whole\">Ask 2 people</p>"), "{lost}");
    for html in [&stage, &lost] {
        assert!(html.contains("<p id=\"frame\">Own note</p>") && html.contains("<i class=\"mark\"></i>"), "{html}");
        assert!(html.contains("Straight to the text") && html.contains("assets/book.css\""), "{html}");
    }
    assert_eq!(page(&built, "assets/favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert!(page(&built, "assets/book.css").contains("#123456"));
}

#[test]
fn every_slip_of_a_theme_is_found_in_one_run_with_its_place_and_what_was_meant() {
    let built = build(&[
        ("templates/stage.html", "{% extends \"default/stage.html\" %}\n{% block leed %}{% endblock %}\n"),
        ("templates/parts.html", "{% component ui.marc() %}{% endcomponent %}\n"),
        ("locales/en.ftl", "menu = { $count }\nskip-to-contents = Skip\n"),
        ("styles/book.css", ""),
    ]);
    let shown = |path: &str| {
        let found = built.diagnostics.iter().filter(|finding| finding.place.path.as_str() == path);
        found.map(|finding| format!("{} {}", finding.code.name(), finding.help.as_deref().unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(shown("themes/acme/templates/stage.html"), ["template did you mean `lede`?"]);
    assert_eq!(shown("themes/acme/templates/parts.html"), ["unused-component did you mean `ui.mark`?"]);
    assert_eq!(shown("themes/acme/locales/en.ftl"), ["unknown-word it is given no value", "unknown-word did you mean `skip-to-content`?"]);
    assert_eq!(shown("themes/acme/styles/book.css").len(), 1);
}
