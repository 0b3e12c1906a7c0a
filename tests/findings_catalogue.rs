//! The documentation of the findings: complete, true and the same everywhere. Each example is built and must print what the documentation shows,
//! each mended book must be clean, and the guide's page must be made of the same text. `UPDATE_DOCS=1 cargo test --test findings_catalogue`
//! writes the printed blocks and the page anew after a message has changed; read what it writes.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

mod catalogue;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalogue::block::{Block, blocks, sections};
use catalogue::{book, page};
use rollbook::diagnostic::{Code, SECTIONS};

/// Marks the block of an example that shows its finding only over a network, where no test can go: what it prints stands as it was written, and
/// the book must be clean without a network.
const NETWORK: &str = "book network";

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic/codes");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content/guide/findings.md");

/// True when the documents shall be written instead of compared.
fn updates() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

/// A code's documentation as it should be: with the printed block that its example gives.
fn fresh(code: Code) -> String {
    let text = code.documentation();
    let example = example(code, text);
    if example[0].words == NETWORK {
        return text.to_owned();
    }
    let printed = book::printed(&book::build(example[0].body));
    let Block { body, .. } = example[1];
    let at = body.as_ptr() as usize - text.as_ptr() as usize;
    format!("{}{printed}{}", &text[..at], &text[at + body.len()..])
}

/// The two blocks of the example: the book, and what is printed.
fn example(code: Code, text: &str) -> Vec<Block<'_>> {
    let found = blocks(section(text, "Example"));
    let words: Vec<&str> = found.iter().map(|block| block.words).collect();
    let sound = words == ["book", "text"] || words == [NETWORK, "text"];
    assert!(sound, "{}: the example is a `book` block and then a `text` block, not {words:?}", code.name());
    found
}

/// The part below a heading.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let found = sections(text).into_iter().find(|(there, _)| there.strip_prefix("## ") == Some(heading));
    found.map(|(_, body)| body).unwrap_or_default()
}

/// Compares a document with what it should be, or writes it.
fn hold(path: &Path, fresh: &str, wrong: &mut String) {
    let there = fs::read_to_string(path).unwrap();
    if there == fresh {
        return;
    }
    if updates() {
        fs::write(path, fresh).unwrap();
    } else {
        let lines = there.lines().chain([""]).zip(fresh.lines().chain([""]));
        let (line, (old, new)) = lines.enumerate().find(|(_, (old, new))| old != new).unwrap_or_default();
        wrong.push_str(&format!("{}:{}\n  stands there: {old}\n  should be:    {new}\n", path.display(), line + 1));
    }
}

#[test]
fn every_code_has_its_file_and_every_file_its_code() {
    let files: BTreeSet<String> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| format!("{}.md", code.name())).collect();
    assert_eq!(files, codes);
}

#[test]
fn every_documentation_says_what_it_is_in_a_sentence_and_then_has_its_sections_in_order() {
    for code in Code::ALL {
        let (name, text) = (code.name(), code.documentation());
        let headings: Vec<&str> = sections(text).into_iter().map(|(heading, _)| heading).collect();
        assert_eq!(headings, SECTIONS.map(|section| format!("## {section}")), "{name}");
        let summary = code.summary();
        let sentence = summary.ends_with('.') && !summary.contains(". ") && summary.len() <= 100;
        assert!(
            sentence && text.starts_with(&format!("{summary}\n\n## ")),
            "{name}: the first paragraph is a sentence on a line: {summary}"
        );
        for heading in SECTIONS {
            assert!(section(text, heading).trim().len() > 20, "{name}: nothing stands below `{heading}`");
        }
    }
}

#[test]
fn every_example_gives_the_finding_that_it_is_for_and_no_other() {
    let mut wrong = String::new();
    for code in Code::ALL {
        let example = example(*code, code.documentation());
        let built = book::build(example[0].body);
        let found: Vec<Code> = built.found.iter().map(|finding| finding.code).collect();
        let expected: &[Code] = if example[0].words == NETWORK { &[] } else { &[*code] };
        if found != expected {
            wrong.push_str(&format!("{}\n{}\n", code.name(), book::printed(&built)));
        }
    }
    assert!(wrong.is_empty(), "these examples give other findings:\n{wrong}");
}

#[test]
fn every_example_prints_what_the_documentation_shows() {
    let mut wrong = String::new();
    for code in Code::ALL {
        hold(&Path::new(FOLDER).join(format!("{}.md", code.name())), &fresh(*code), &mut wrong);
    }
    assert!(wrong.is_empty(), "run `UPDATE_DOCS=1 cargo test --test findings_catalogue`, and read what it writes:\n{wrong}");
}

#[test]
fn every_mended_book_is_clean() {
    for code in Code::ALL {
        let text = code.documentation();
        for mended in blocks(section(text, "How to fix it")).iter().filter(|block| block.words == "book") {
            let built = book::build(&book::mend(example(*code, text)[0].body, mended.body));
            assert!(built.found.is_empty(), "{}:\n{}", code.name(), book::printed(&built));
        }
    }
}

#[test]
fn the_page_of_the_guide_is_made_of_the_same_text() {
    let catalogue: Vec<(Code, String)> = Code::ALL.iter().map(|code| (*code, fresh(*code))).collect();
    let mut wrong = String::new();
    let there = fs::read_to_string(PAGE).unwrap();
    hold(Path::new(PAGE), &page::fill(&there, &catalogue), &mut wrong);
    assert!(wrong.is_empty(), "run `UPDATE_DOCS=1 cargo test --test findings_catalogue`, and read what it writes:\n{wrong}");
}
