//! What a book replaces of the built-in theme, and whether the original has changed since. Not done here: whether the book's pieces still work, which
//! a build says.

use std::collections::BTreeSet;

use serde::Serialize;

use super::piece::{Kind, Piece, pieces, words};
use super::stamp::{self, Stamp};
use super::tokens::tokens;
use crate::path::SourcePath;
use crate::render::TEMPLATES;
use crate::render::parts::Parts;
use crate::source::{Sources, ThemeFile};

/// How a piece of the book's stands to its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The original is what it was when the piece was taken.
    UpToDate,
    /// The original says something else now.
    Changed,
    /// The original is no longer there.
    Gone,
    /// Nothing tells from which original the piece was taken.
    UnknownOrigin,
    /// The file says what the original says, so it changes nothing.
    Same,
}

impl State {
    /// The state in words.
    pub fn words(self) -> &'static str {
        match self {
            State::UpToDate => "up to date",
            State::Changed => "original has changed since",
            State::Gone => "original is gone",
            State::UnknownOrigin => "unknown origin",
            State::Same => "same as the original",
        }
    }

    /// True for what somebody should look at.
    pub fn is_behind(self) -> bool {
        matches!(self, State::Changed | State::Gone)
    }
}

/// A piece of the book's own theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Override {
    /// The file in the book.
    pub path: SourcePath,
    /// The line that says where it was taken from, counted from 1; 1 without such a line.
    pub line: usize,
    /// The original.
    pub original: String,
    /// How it stands to it.
    pub state: State,
    /// The version that it was taken from, if that is known.
    pub version: Option<String>,
    /// Parts of it that its original has not.
    pub only_here: Vec<String>,
    /// Parts of its original that it has not.
    pub only_there: Vec<String>,
}

/// Everything that the book replaces, by file and place.
pub fn overrides(sources: &Sources) -> Vec<Override> {
    let pieces = pieces();
    let own = sources.theme.iter().filter(|(_, file)| file.in_book);
    own.flat_map(|(inside, file)| of_file(inside, file, &pieces)).collect()
}

fn of_file(inside: &str, file: &ThemeFile, pieces: &[Piece]) -> Vec<Override> {
    let text = file.text().map_or("", |text| text);
    let stamps = stamp::read(text);
    let whole = pieces.iter().find(|piece| piece.file == inside && matches!(piece.kind, Kind::Template | Kind::Words | Kind::Asset));
    let without_stamp =
        text.split_once('\n').filter(|_| stamps.first().is_some_and(|stamp| stamp.line == 1)).map_or(text, |(_, rest)| rest);
    let unstamped = |original: String, state| Override {
        path: file.path.clone(),
        line: 1,
        original,
        state,
        version: None,
        only_here: Vec::new(),
        only_there: Vec::new(),
    };
    if let Some(piece) =
        whole.filter(|piece| !file.is_own() || file.text().is_some() && piece.said.text().is_some_and(|said| **said == *without_stamp))
    {
        return vec![unstamped(piece.origin(), State::Same)];
    }
    if !stamps.is_empty() {
        return stamps.into_iter().map(|stamp| of_stamp(file, text, stamp, pieces)).collect();
    }
    if let Some(piece) = whole {
        return vec![unstamped(piece.origin(), State::UnknownOrigin)];
    }
    let components = if inside.starts_with(TEMPLATES) { Parts::of(text).components } else { Vec::new() };
    let original = |name: &str| pieces.iter().find(|piece| piece.kind == Kind::Component && piece.name == name);
    components.iter().filter_map(|component| Some(unstamped(original(&component.part.name)?.origin(), State::UnknownOrigin))).collect()
}

fn of_stamp(file: &ThemeFile, text: &str, stamp: Stamp, pieces: &[Piece]) -> Override {
    let original = pieces.iter().find(|piece| piece.origin() == stamp.origin);
    let state = match original {
        None => State::Gone,
        Some(piece) if piece.hash() == stamp.hash => State::UpToDate,
        Some(_) => State::Changed,
    };
    let (mut only_here, mut only_there) = (Vec::new(), Vec::new());
    if let Some(piece) =
        original.filter(|piece| state == State::Changed && matches!(piece.kind, Kind::Template | Kind::Words | Kind::Asset))
    {
        let (own, theirs) = (parts(&piece.file, text), parts(&piece.file, piece.text()));
        only_here = own.difference(&theirs).cloned().collect();
        only_there = theirs.difference(&own).cloned().collect();
    }
    let Stamp { version, origin, line, .. } = stamp;
    Override { path: file.path.clone(), line, original: origin, state, version: Some(version), only_here, only_there }
}

/// The named parts of a file, each with its sort.
fn parts(inside: &str, text: &str) -> BTreeSet<String> {
    match inside.rsplit('.').next() {
        Some("html") => {
            let parts = Parts::of(text);
            let blocks = parts.blocks.iter().map(|block| format!("block `{}`", block.name));
            blocks.chain(parts.components.iter().map(|component| format!("component `{}`", component.part.name))).collect()
        }
        Some("css") => tokens(text).into_iter().map(|(name, ..)| format!("token `{name}`")).collect(),
        Some("ftl") => words(text).into_keys().map(|key| format!("word `{key}`")).collect(),
        _ => BTreeSet::new(),
    }
}
