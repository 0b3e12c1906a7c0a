//! The pieces of the built-in theme that a book may replace, from its own files. Not done here: taking one out ([`super::eject`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::tokens::tokens;
use crate::diagnostic::Span;
use crate::locale::LocaleFile;
use crate::render::parts::Parts;
use crate::render::{BUILT_IN, TEMPLATES};
use crate::source::{File, default_theme};

/// What sort of piece it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A whole template.
    Template,
    /// A block of a template.
    Block,
    /// A component.
    Component,
    /// A custom property of the style sheet.
    Token,
    /// A file of words.
    Words,
    /// A word of such a file.
    Word,
    /// A file that is copied as it is.
    Asset,
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Kind; 7] = [Kind::Template, Kind::Block, Kind::Component, Kind::Token, Kind::Words, Kind::Word, Kind::Asset];
}

/// A piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its sort.
    pub kind: Kind,
    /// As people name it: `stage.html`, `stage.html:lede`, `ui.mark`, `--accent`, `de.ftl`, `de.ftl:menu`, `site.css`.
    pub name: String,
    /// The file in the theme that it stands in.
    pub file: String,
    /// What it is, in a few words; may be empty.
    pub about: String,
    /// What the piece says.
    #[serde(skip)]
    pub said: File,
}

impl Piece {
    /// What a piece of a text file says; nothing for a file that is no text.
    pub fn text(&self) -> &str {
        self.said.text().map_or("", AsRef::as_ref)
    }

    /// The name of the original, which says where it comes from and never stands for a file of the book.
    pub fn origin(&self) -> String {
        let file = format!("{BUILT_IN}{}", self.file.strip_prefix(TEMPLATES).unwrap_or(&self.file));
        match self.kind {
            Kind::Template | Kind::Words | Kind::Asset => file,
            Kind::Block | Kind::Word => format!("{file}:{}", self.name.rsplit(':').next().unwrap_or_default()),
            Kind::Component | Kind::Token => format!("{file}:{}", self.name),
        }
    }

    /// The first 16 digits of the blake3 of what it says.
    pub fn hash(&self) -> String {
        blake3::hash(&self.said.bytes()).to_hex().chars().take(16).collect()
    }
}

/// All pieces of the built-in theme, by sort, then by file and place.
pub fn pieces() -> Vec<Piece> {
    let mut found = Vec::new();
    for (inside, file) in default_theme() {
        let text = file.text().map(AsRef::as_ref);
        match (inside.split_once('/'), text) {
            (Some(("templates", name)), Some(text)) => of_template(&inside, name, text, &mut found),
            (Some(("locales", name)), Some(text)) => of_words(&inside, name, text, &mut found),
            (Some(("static", name)), _) => {
                found.push(Piece {
                    kind: Kind::Asset,
                    name: name.to_owned(),
                    file: inside.clone(),
                    about: String::new(),
                    said: file.file.clone(),
                });
                let token = |(name, value, about): (&str, &str, Option<&str>)| {
                    let about = about.map_or_else(|| value.to_owned(), |about| format!("{value}: {about}"));
                    Piece { kind: Kind::Token, name: name.to_owned(), file: inside.clone(), about, said: text_of(value) }
                };
                if let Some(text) = text.filter(|_| name.ends_with(".css")) {
                    found.extend(tokens(text).into_iter().map(token));
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|piece| piece.kind);
    found
}

/// The templates that a built-in one extends, nearest first, by name.
pub fn parents(name: &str) -> Vec<String> {
    let theme = default_theme();
    let parent = |name: &String| Parts::of(theme.get(&format!("{TEMPLATES}{name}"))?.text()?).extends;
    std::iter::successors(parent(&name.to_owned()), parent).take(theme.len()).collect()
}

fn of_template(inside: &str, name: &str, text: &str, found: &mut Vec<Piece>) {
    let parts = Parts::of(text);
    let piece = |kind, name: String, about: Option<&String>, text: &str| Piece {
        kind,
        name,
        file: inside.to_owned(),
        about: about.map(|about| first_sentence(about)).unwrap_or_default(),
        said: text_of(text),
    };
    found.push(piece(Kind::Template, name.to_owned(), parts.about.as_ref(), text));
    found.extend(
        parts
            .blocks
            .iter()
            .map(|block| piece(Kind::Block, format!("{name}:{}", block.name), block.about.as_ref(), &text[block.whole.clone()])),
    );
    found.extend(parts.components.iter().map(|component| {
        let part = &component.part;
        let taken: Vec<&str> = component.arguments.iter().map(|argument| argument.text.as_str()).collect();
        let takes = if taken.is_empty() { String::new() } else { format!("takes {}", taken.join(", ")) };
        let about =
            [part.about.as_ref().map(|about| first_sentence(about)).unwrap_or_default(), takes].into_iter().filter(|said| !said.is_empty());
        let about = about.collect::<Vec<_>>().join(" ");
        Piece { about, ..piece(Kind::Component, part.name.clone(), None, &text[part.whole.clone()]) }
    }));
}

fn of_words(inside: &str, name: &str, text: &str, found: &mut Vec<Piece>) {
    let words = words(text);
    let about = format!("{} words", words.len());
    found.push(Piece { kind: Kind::Words, name: name.to_owned(), file: inside.to_owned(), about, said: text_of(text) });
    found.extend(words.into_iter().map(|(key, (_, message))| Piece {
        kind: Kind::Word,
        name: format!("{name}:{key}"),
        file: inside.to_owned(),
        about: String::new(),
        said: text_of(&message),
    }));
}

/// The messages of a locale file by key: where the key stands, and all of the message as it is written.
pub(super) fn words(text: &str) -> BTreeMap<String, (Span, String)> {
    let (file, _) = LocaleFile::parse("", text);
    let base = file.text().as_ptr() as usize;
    let word = |key: &str| {
        let start = key.as_ptr() as usize - base;
        // It goes on in lines that begin with a blank, or close what was opened.
        let goes_on = |line: &str| line.trim().is_empty() || line.starts_with([' ', '\t', '}']);
        let mut lines = text[start..].split_inclusive('\n');
        let first = lines.next().unwrap_or_default().len();
        let length = first + lines.take_while(|line| goes_on(line)).map(str::len).sum::<usize>();
        (key.to_owned(), (Span::new(start, start + key.len()), text[start..start + length].trim_end().to_owned()))
    };
    file.keys().map(word).collect()
}

fn text_of(text: &str) -> File {
    File::Text(text.into())
}

fn first_sentence(text: &str) -> String {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.').to_owned() + "."
}
