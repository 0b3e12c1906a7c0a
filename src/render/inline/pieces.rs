//! A template in pieces, and pieces as a template. Not done here: what stands in the tags ([`mod@super::signs`]).

use std::collections::BTreeMap;

use crate::render::parts::{Kind, next_tag};

/// A piece of a template. What is trimmed at the edges of tags is trimmed, and comments are gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Stands there for the page.
    Text(String),
    /// What stands in `{{ }}`.
    Print(String),
    /// What stands in `{% %}`.
    Tag(String),
}

impl Piece {
    /// What stands in a tag.
    pub(super) fn code(&self) -> Option<&str> {
        match self {
            Piece::Text(_) => None,
            Piece::Print(code) | Piece::Tag(code) => Some(code),
        }
    }

    /// The name in `{% component ui.icon(name: string) %}`.
    pub(super) fn defined(&self) -> Option<&str> {
        let Piece::Tag(code) = self else { return None };
        let (name, _) = code.strip_prefix("component")?.split_once('(')?;
        Some(name.trim())
    }

    /// True for `{% endcomponent %}`.
    pub(super) fn ends_component(&self) -> bool {
        matches!(self, Piece::Tag(code) if code.starts_with("endcomponent"))
    }
}

/// Takes a template apart. `None` for one that says something as it is (`{% raw %}`), or can't be read.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let (mut at, mut trims) = (0, false);
    while let Some(tag) = next_tag(text, at) {
        let inner = tag.inner(text);
        let between = &text[at..tag.whole.start];
        let between = if trims { between.trim_start() } else { between };
        let between = if inner.starts_with('-') { between.trim_end() } else { between };
        if !between.is_empty() {
            pieces.push(Piece::Text(between.to_owned()));
        }
        // Tera forgets that it trims once there is something to be trimmed, be it a blank, and a comment does not change that.
        let was = trims && at == tag.whole.start;
        trims = inner.ends_with('-') && inner != "-" || was && matches!(tag.kind, Kind::Comment);
        at = tag.whole.end;
        let code = inner.strip_prefix('-').unwrap_or(inner);
        let code = code.strip_suffix('-').unwrap_or(code).trim();
        match tag.kind {
            Kind::Comment => {}
            Kind::Expression => pieces.push(Piece::Print(code.to_owned())),
            Kind::Statement if code == "raw" => return None,
            Kind::Statement => pieces.push(Piece::Tag(code.to_owned())),
        }
    }
    let rest = if trims { text[at..].trim_start() } else { &text[at..] };
    if ["{{", "{%", "{#"].iter().any(|sign| rest.contains(sign)) {
        return None;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Some(pieces)
}

/// Puts pieces together. `None` if a text would be taken for the beginning of a tag.
pub(super) fn template(pieces: &[Piece]) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        let (open, inner, close) = match piece {
            Piece::Text(inner) => ("", inner, ""),
            Piece::Print(inner) => ("{{ ", inner, " }}"),
            Piece::Tag(inner) => ("{% ", inner, " %}"),
        };
        let start = text.len();
        text.push_str(open);
        text.push_str(inner);
        text.push_str(close);
        let is_tag = matches!(text[start..].chars().next(), Some('{' | '%' | '#'));
        if is_tag && text[..start].ends_with('{') {
            return None;
        }
    }
    Some(text)
}

/// What stands between the tags of each component that is defined there, by name.
pub(super) fn components(pieces: &[Piece]) -> BTreeMap<&str, &[Piece]> {
    let starts = pieces.iter().enumerate().filter_map(|(at, piece)| Some((piece.defined()?, &pieces[at + 1..])));
    starts.map(|(name, rest)| (name, &rest[..end_of_component(rest)])).collect()
}

/// The number of pieces before `{% endcomponent %}`.
pub(super) fn end_of_component(pieces: &[Piece]) -> usize {
    pieces.iter().position(Piece::ends_component).unwrap_or(pieces.len())
}

/// The number of pieces before `{% </ui.fact> %}`.
pub(super) fn end_of_use(pieces: &[Piece]) -> usize {
    let mut depth = 1_usize;
    let ends = |piece: &Piece| {
        match piece {
            Piece::Tag(code) if code.starts_with("</") => depth -= 1,
            Piece::Tag(code) if code.starts_with('<') => depth += 1,
            _ => {}
        }
        depth == 0
    };
    pieces.iter().position(ends).unwrap_or(pieces.len())
}

/// True for pieces that give a name to a value, which is seen after them, and in what is given beside them.
pub(super) fn names_something(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Tag(code) if code.starts_with("set") && !code.starts_with("set __")))
}
