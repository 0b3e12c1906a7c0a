//! Holds the style sheet of the default theme to the pages: every class in it is written by something, every class of a template that has a
//! style still has one, and what readers load stays small. Not done here: whether it looks right (tests/browser).
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads files, and fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The weight of the style sheets and scripts that every page loads together, before compression.
const MOST_BYTES: u64 = 60_000;

/// What only some pages load, or only a reader who does something: the calendar's filters, the sheet for paper, the search once it is used.
const ON_DEMAND: &[(&str, u64)] = &[("calendar.js", 12_000), ("search-engine.js", 7_500), ("sheet.css", 4_400)];

/// What is written between the fixed letters of a class, by the families that templates put together: `tone-{{ chip.rag }}`. The names stand in
/// the sources of the views as quoted texts, or are small numbers.
fn is_put_together(class: &str, families: &BTreeSet<String>, names: &BTreeSet<String>) -> bool {
    let is_value = |rest: &str| names.contains(rest) || rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit());
    families.iter().any(|family| class.strip_prefix(family.as_str()).is_some_and(is_value))
}

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let inside = |path: PathBuf| if path.is_dir() { files(path.to_str().unwrap(), endings) } else { vec![path] };
    let wanted = |path: &PathBuf| path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending));
    entries.flat_map(inside).filter(wanted).collect()
}

fn text(folders: &[&str], endings: &[&str]) -> String {
    folders.iter().flat_map(|folder| files(folder, endings)).map(|path| fs::read_to_string(path).unwrap() + "\n").collect()
}

/// Runs of the letters that classes are made of.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The classes that the style sheets name, in selectors only.
fn styled() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    let css = without_comments(&text(&["themes/default/static"], &["css"]));
    for selector in css.split(['{', '}', ';']).filter(|piece| is_selector(piece)) {
        for (at, _) in selector.match_indices('.') {
            let name: String = selector[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
            classes.extend(name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name));
        }
    }
    classes
}

/// A piece between braces that is no declaration: those begin with a property and a colon, and a selector of ours never with a plain element and a
/// colon but for `a:hover`.
fn is_selector(piece: &str) -> bool {
    let property = piece.trim().split_once(':').map_or("", |(property, _)| property);
    let is_property = !property.is_empty() && property.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    !is_property || property == "a"
}

fn without_comments(css: &str) -> String {
    css.split("/*").enumerate().map(|(n, part)| if n == 0 { part } else { part.split_once("*/").unwrap().1 }).collect()
}

/// The templates, the Markdown writer and the theme's scripts.
fn writers() -> String {
    text(&["themes/default/templates", "src/document"], &["html", "rs"]) + &text(&["themes/default/static"], &["js"])
}

#[test]
fn every_class_in_the_style_sheet_is_written_by_a_template_the_markdown_writer_or_a_script() {
    let (styled, writers) = (styled(), writers());
    assert!(styled.len() > 200, "only {} classes were found", styled.len());
    let written = words(&writers);
    let families: BTreeSet<String> = written.iter().filter(|word| word.ends_with('-') && word.len() > 1).cloned().collect();
    let names = text(&["src", "themes/default/templates"], &["rs", "html"]);
    let names: BTreeSet<String> = names.split('"').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let dead: Vec<_> = styled.iter().filter(|class| !written.contains(*class) && !is_put_together(class, &families, &names)).collect();
    assert!(dead.is_empty(), "nothing writes {dead:?}");
}

#[test]
fn style_sheets_and_scripts_of_the_theme_stay_small() {
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let sizes = files("themes/default/static", &["css", "js"]).into_iter().map(|path| (name(&path), fs::metadata(&path).unwrap().len()));
    let (later, always): (Vec<_>, Vec<_>) = sizes.partition(|(name, _)| ON_DEMAND.iter().any(|(known, _)| name == known));
    let all: u64 = always.iter().map(|(_, size)| size).sum();
    assert!(all <= MOST_BYTES, "{all} bytes, of which {always:?}");
    for (name, most) in ON_DEMAND {
        let size = later.iter().find(|(known, _)| known == name).map(|(_, size)| *size);
        assert!(size.is_some_and(|size| size <= *most), "{name}: {size:?}");
    }
}

#[test]
fn colours_stand_in_tokens_so_that_a_book_can_change_them() {
    let css = without_comments(&text(&["themes/default/static"], &["css"]));
    let after_tokens = css.split_once('}').unwrap().1;
    let literal: Vec<_> = after_tokens.lines().filter(|line| line.contains('#') && line.contains(":#")).collect();
    assert!(literal.is_empty(), "a colour outside :root: {literal:?}");
}
