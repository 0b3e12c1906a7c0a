//! A book in another language: whatever the theme says on its pages is said in that language, on every kind of page.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads files, and fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use rollbook::calendar::parse_date;
use rollbook::page::KINDS;
use rollbook::pipeline::{Built, Pipeline};
use rollbook::source::Sources;

/// Words in which the author says nothing, so that all others are the theme's.
const BOOK: &str = include_str!("fixtures/nonsense-book.txt");

/// The same without projects: the playbook is the one project.
fn without_projects() -> String {
    let files = BOOK.split("\n-- ");
    let kept: Vec<&str> = files.filter(|file| !file.starts_with("content/projects/") && !file.starts_with("content/decisions/")).collect();
    kept.join("\n-- ").replace("Xx [[aa]] yy [[cause:cc]] [[practice:pp]] [[project:rr]].", "Xx.").replace("Yy [[project:rr]].", "Yy.")
}

/// So many projects with so much to do in one month that it needs the kinds of pages which only large books have.
fn large() -> String {
    let items: String = (0..8).map(|n| format!("  - {{ id: i{n}, text: Xx, due: start+{n}d, owner: Oo }}\n")).collect();
    let stage = format!("-- content/stages/01-aa.md --\n---\ntitle: Aa\nwindow: Week 1\nchecklist:\n{items}gate: {{}}\n---\n");
    let project = |n: usize| format!("-- content/projects/r{n:03}.md --\n---\ntitle: Rr{n}\nstart: 2026-06-01\n---\n");
    let projects: String = (0..205).map(project).collect();
    format!("-- book.toml --\n[book]\nid = \"bb\"\ntitle = \"Bb\"\nlanguage = \"en\"\n{stage}{projects}")
}

fn build(book: &str, language: &str) -> Built {
    let sources = Sources::from_fixture(&book.replace("language = \"en\"", &format!("language = \"{language}\"")));
    Pipeline::default().build(&sources, parse_date("2026-06-01").unwrap(), None, &mut |_| {})
}

/// Path → HTML.
fn pages(built: &Built) -> Vec<(String, String)> {
    let pages = built.site.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    pages.map(|(path, html)| (path.to_string(), String::from_utf8(html.to_vec()).unwrap())).collect()
}

/// What a reader can come to see or hear: texts, and attributes with words.
fn said(html: &str) -> String {
    let mut said = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        said.push_str(&rest[..start]);
        let Some(end) = rest[start..].find('>') else { break };
        let tag = &rest[start..start + end];
        for attribute in
            ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "data-all=\"", "data-some=\"", "data-none=\"", "data-more=\""]
        {
            let value = tag.split_once(attribute).and_then(|(_, value)| value.split_once('"'));
            said.extend(value.map(|(value, _)| format!("\n{value}\n")));
        }
        rest = &rest[start + end + 1..];
    }
    said.push_str(rest);
    said.replace("&quot;", "\"").replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every piece of more than one word that English messages are made of.
fn pieces(language: &str) -> BTreeSet<String> {
    fn gather(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    found.insert(value.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
                }
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    variants.iter().for_each(|variant| gather(&variant.value, found));
                }
                PatternElement::Placeable { .. } => {}
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/default/locales/{language}.ftl"));
    let resource = fluent_syntax::parser::parse(fs::read_to_string(path).unwrap()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeSet::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            gather(message.value.as_ref().unwrap(), &mut found);
        }
    }
    found.retain(|piece| piece.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 1);
    found
}

#[test]
fn the_books_of_these_tests_have_every_kind_of_page() {
    let pages = [pages(&build(BOOK, "en")), pages(&build(&large(), "en"))].concat();
    let missing: Vec<&&str> =
        KINDS.iter().filter(|kind| !pages.iter().any(|(_, html)| html.contains(&format!("data-kind=\"{kind}\"")))).collect();
    assert_eq!(missing, Vec::<&&str>::new());
}

#[test]
fn every_language_builds_every_page_without_a_finding_about_words_or_templates() {
    for language in ["en", "de", "pl", "fr", "de-AT"] {
        for book in [BOOK, &without_projects()] {
            let built = build(book, language);
            assert!(!built.site.files.is_empty(), "{language}: {:?}", built.diagnostics);
            let about = |code: &str| matches!(code, "missing-word" | "locale-syntax" | "template");
            let found: Vec<_> = built.diagnostics.iter().filter(|found| about(found.code.name())).map(|found| &found.message).collect();
            assert!(found.is_empty(), "{language}: {found:?}");
        }
    }
}

#[test]
fn no_english_stands_on_a_page_in_another_language() {
    let english = pieces("en");
    assert!(english.len() > 200, "the messages were not found");
    for language in ["de", "pl", "fr"] {
        let own = pieces(language);
        let foreign: Vec<&String> = english.iter().filter(|piece| !own.iter().any(|own| own.contains(piece.as_str()))).collect();
        let mut found = BTreeSet::new();
        for book in [BOOK, &without_projects(), &large()] {
            for (path, html) in pages(&build(book, language)) {
                let said = format!(" {} ", said(&html));
                let wrong = foreign.iter().filter(|piece| has_words(&said, piece));
                found.extend(wrong.map(|piece| format!("{path}: {piece}")));
            }
        }
        assert_eq!(found, BTreeSet::new(), "{language}");
    }
}

/// True when the piece stands in the text as whole words.
fn has_words(text: &str, piece: &str) -> bool {
    text.match_indices(piece).any(|(at, _)| {
        let beside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        beside(text[..at].chars().next_back()) && beside(text[at + piece.len()..].chars().next())
    })
}

#[test]
fn a_right_to_left_book_says_so_and_keeps_its_words_in_english() {
    let built = build(BOOK, "ar");
    let found: Vec<&str> = built.diagnostics.iter().map(|found| found.code.name()).filter(|code| *code == "missing-word").collect();
    assert_eq!(found, ["missing-word"]);
    for (path, html) in pages(&built) {
        assert!(html.contains("lang=\"ar\"") && (html.contains("dir=\"rtl\"") || html.contains("http-equiv=\"refresh\"")), "{path}");
    }
}
