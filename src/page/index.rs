//! The list of all pages by their first letter: where the search field leads without script. Not done here: what the pages say.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::context::{Context, kind_word, page_url};
use super::frame::Page;
use super::view::{Frame, Link};
use crate::document::slug::fold;
use crate::document::{Document, Kind};
use crate::path::OutputPath;

/// The folder of the list.
const FOLDER: &str = "a-z";
/// So many entries stand on one sheet at most; more are told apart by letter, and within a letter by number.
const MOST: usize = 1000;
/// Below this letter stands what begins with a digit.
const DIGITS: &str = "0–9";

/// One sheet of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its entries, by letter.
    letters: Vec<(String, Vec<Entry>)>,
    /// All sheets, by the letter and number that they begin with.
    sheets: Vec<(String, OutputPath)>,
}

/// A page, or a place on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The title as it is compared.
    folded: String,
    title: String,
    output: OutputPath,
    anchor: Option<String>,
    kind: &'static str,
    /// The title of the page of a heading.
    page: Option<String>,
}

/// View of `a-z.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Index {
    /// The frame.
    pub page: Frame,
    /// The letters of this sheet, each with what begins with it.
    pub letters: Vec<Letter>,
    /// The sheets of a list that is too long for one; empty for a short one.
    pub sheets: Vec<Link>,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Letter {
    /// It; `0–9` for digits.
    pub letter: String,
    /// What begins with it, by title.
    pub entries: Vec<Place>,
}

/// A page in the list, or a heading on one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Place {
    /// The text of its link.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// The kind of page.
    pub kind: &'static str,
    /// The title of the page that the heading stands on; none for a page itself.
    pub page: Option<String>,
}

pub(super) fn view(context: &Context<'_, '_>, sheet: &Sheet, output: &OutputPath) -> Index {
    let place = |entry: &Entry| Place {
        title: entry.title.clone(),
        url: page_url(output, &entry.output, entry.anchor.as_deref()),
        kind: entry.kind,
        page: entry.page.clone(),
    };
    let letter = |(letter, entries): &(String, Vec<Entry>)| Letter { letter: letter.clone(), entries: entries.iter().map(place).collect() };
    let of_sheet = |(title, to): &(String, OutputPath)| Link { title: title.clone(), url: page_url(output, to, None), kind: "a-z" };
    Index {
        page: context.frame(Page::new("a-z", context.playbook.locale.text("a-z-title"), output)),
        letters: sheet.letters.iter().map(letter).collect(),
        sheets: sheet.sheets.iter().map(of_sheet).collect(),
    }
}

/// The list, or the first sheet of a long one. It is in every site.
pub(super) fn first() -> OutputPath {
    OutputPath::new(format!("{FOLDER}/index.html"))
}

/// The sheets of the list by where they are published: one, or in a large book one that leads to the others.
pub(super) fn sheets(context: &Context<'_, '_>) -> Vec<(OutputPath, Sheet)> {
    let first = first();
    let mut entries = pages(context);
    let headings: BTreeSet<Entry> = context.playbook.documents.iter().flat_map(|document| headings(document)).collect();
    if entries.len() + headings.len() <= MOST {
        entries.extend(headings);
    }
    let count = entries.len();
    let mut letters: BTreeMap<(bool, String), Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        let letter = letter(&entry.folded);
        // Digits come last, as in a book.
        letters.entry((letter == DIGITS, letter)).or_default().push(entry);
    }
    let letters = letters.into_iter().map(|((_, letter), entries)| (letter, entries));
    if count <= MOST {
        return vec![(first, Sheet { letters: letters.collect(), sheets: Vec::new() })];
    }
    let mut parts = Vec::new();
    for (letter, entries) in letters {
        for (n, part) in entries.chunks(MOST).enumerate() {
            let (title, folder) = if n == 0 {
                (letter.clone(), name(&letter))
            } else {
                (format!("{letter} {}", n + 1), format!("{}/{}", name(&letter), n + 1))
            };
            parts.push((title, OutputPath::new(format!("{FOLDER}/{folder}/index.html")), (letter.clone(), part.to_vec())));
        }
    }
    let sheets: Vec<(String, OutputPath)> = parts.iter().map(|(title, output, _)| (title.clone(), output.clone())).collect();
    let lead = (first, Sheet { letters: Vec::new(), sheets: sheets.clone() });
    let rest = parts.into_iter().map(|(_, output, letter)| (output, Sheet { letters: vec![letter], sheets: sheets.clone() }));
    std::iter::once(lead).chain(rest).collect()
}

/// All pages that have a name of their own. A project's stages are found on the project's page: they are called alike in all of them.
fn pages(context: &Context<'_, '_>) -> BTreeSet<Entry> {
    let mut entries: BTreeMap<OutputPath, Entry> = BTreeMap::new();
    let mut add = |title: &str, output: &OutputPath, kind| {
        entries.insert(output.clone(), entry(title, output, kind));
    };
    for section in &context.sections.list {
        add(&section.title, &section.output, section.kind);
    }
    for document in &context.playbook.documents {
        if !matches!(document.kind, Kind::Home | Kind::ProjectStage | Kind::Section) {
            add(&document.title, &document.output, kind_word(document.kind));
        }
    }
    entries.into_values().collect()
}

/// The headings of a plain page, which name what it explains.
fn headings(document: &Document) -> Vec<Entry> {
    if document.kind != Kind::Page {
        return Vec::new();
    }
    let headings = document.body.headings.iter().filter(|heading| heading.level == 2);
    let place = |title: &str, id: &str| Entry {
        anchor: Some(id.to_owned()),
        page: Some(document.title.clone()),
        ..entry(title, &document.output, "page")
    };
    headings.map(|heading| place(&heading.title, &heading.id)).collect()
}

fn entry(title: &str, output: &OutputPath, kind: &'static str) -> Entry {
    let mut folded = String::new();
    // A title in code or quotes stands below its first letter.
    fold(title.trim_start_matches(|c: char| !c.is_alphanumeric()), &mut folded);
    Entry { folded, title: title.to_owned(), output: output.clone(), anchor: None, kind, page: None }
}

/// The letter below which a title stands: without accents, a capital.
fn letter(folded: &str) -> String {
    match folded.chars().next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
        _ => DIGITS.to_owned(),
    }
}

/// The name of a letter's folder.
fn name(letter: &str) -> String {
    match letter.chars().next() {
        _ if letter == DIGITS => "0-9".to_owned(),
        Some(first) if first.is_ascii() => first.to_ascii_lowercase().to_string(),
        first => format!("u{:x}", first.map_or(0, u32::from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_below_their_base_letter_whatever_the_language() {
        let cases = [
            ("Übersicht", "U"),
            ("Łódź", "L"),
            ("„Ćwiczenie“", "C"),
            ("`[book]`", "B"),
            ("2026", DIGITS),
            ("", DIGITS),
            ("Д", "Д"),
            ("導入", "導"),
        ];
        for (title, expected) in cases {
            assert_eq!(letter(&entry(title, &OutputPath::new("a.html"), "page").folded), expected, "{title}");
        }
        assert_eq!([name("L"), name(DIGITS), name("Д")], ["l", "0-9", "u414"]);
    }
}
