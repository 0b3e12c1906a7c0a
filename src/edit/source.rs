//! A file under edit: its text and the tree of its front matter, step by step, each step compared with what it was meant to do before the next.
//! Not done here: where in the text a step strikes.

use std::ops::Range;

use super::Refusal;
use super::lines::Splice;
use super::tree::{Change, New, Step, difference, walk};
use super::{toml, yaml};
use crate::diagnostic::Span;
use crate::document::conflict;
use crate::document::fields::Object;
use crate::document::front_matter::{FrontMatter, split};
use crate::document::node::Node;
use crate::path::SourcePath;

/// A step of an edit.
#[derive(Debug)]
pub(super) enum Op {
    /// The value of a key, new or changed. A new key stands behind the last of the keys in `after` that is there, else behind all others.
    Put { path: Vec<Step>, value: New, after: &'static [&'static str] },
    /// A key goes, and so do the maps above it that hold nothing else.
    Remove { path: Vec<Step> },
    /// A new last element of a list.
    Push { path: Vec<Step>, value: New },
    /// An item that is a bare text becomes a map with a first key and that text.
    Wrap { path: Vec<Step>, key: &'static str, value: New },
    /// The other way round.
    Unwrap { path: Vec<Step> },
}

/// What a step means for the text and for the tree.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) splice: Splice,
    pub(super) change: Change,
}

/// How front matter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Yaml,
    Toml,
}

/// A file taken apart.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) text: String,
    known: &'static Object,
    pub(super) format: Format,
    pub(super) root: Node,
    /// From the opening fence to the body; empty in a file without front matter.
    pub(super) matter: Range<usize>,
    /// The lines between the fences.
    pub(super) block: Span,
}

impl Source {
    /// Takes a text apart, if its front matter can be read in full. `known` are the keys that such a file may have.
    pub(super) fn read(path: &SourcePath, text: &str, known: &'static Object) -> Result<Source, Refusal> {
        let mut diagnostics = conflict::find(path, text);
        let FrontMatter { root, head, block, body } = split(path, text, known, &mut diagnostics);
        if let Some(finding) = diagnostics.first() {
            return Err(Refusal { message: finding.message.clone(), at: Some(finding.place.span.map_or(0, |span| span.start)) });
        }
        let format = if text[head.start..head.end].starts_with('+') { Format::Toml } else { Format::Yaml };
        Ok(Source { text: text.to_owned(), known, format, root, matter: head.start..body, block })
    }

    /// The text of a value without its anchor, for the form in which it is written.
    pub(super) fn written(&self, node: &Node) -> &str {
        match self.format {
            Format::Yaml => &self.text[super::yaml_scan::content(&self.text, node)..super::yaml_scan::end(&self.text, node)],
            Format::Toml => &self.text[node.span.start..node.span.end],
        }
    }

    /// The text of a key with its value; empty for what does not exist.
    pub(super) fn entry_text(&self, path: &[Step]) -> &str {
        let places = walk(&self.root, path);
        let Some(entry) = places.last().filter(|_| places.len() > path.len()).and_then(|place| place.entry) else { return "" };
        let end = match self.format {
            Format::Yaml => super::yaml_scan::entry_end(&self.text, entry),
            Format::Toml => entry.node.span.end,
        };
        &self.text[entry.key.span.start..end]
    }

    fn holds_comment(&self, range: &Range<usize>) -> bool {
        match self.format {
            Format::Yaml => super::yaml_scan::has_comment(&self.text, &self.root, range),
            Format::Toml => toml::has_comment(self, range),
        }
    }

    /// Makes a step, and refuses it when the text then says anything else than before and the step.
    pub(super) fn apply(self, path: &SourcePath, op: &Op) -> Result<Source, Refusal> {
        let Edit { splice, change } = match self.format {
            Format::Yaml => yaml::edit(&self, op)?,
            Format::Toml => toml::edit(&self, op)?,
        };
        let at = splice.range.start;
        let by_hand = |message: &str| Refusal { message: format!("{message}; it has to be edited by hand"), at: Some(at) };
        // A key that is removed takes the comment on its own line along; nothing else does.
        if !matches!(op, Op::Remove { .. }) && self.holds_comment(&splice.range) {
            return Err(by_hand("a comment would be lost with what stands here"));
        }
        let text = splice.apply(&self.text);
        let next = Source::read(path, &text, self.known).map_err(|_| tricky(at))?;
        let mut expected = self.root;
        change.apply(&mut expected);
        match difference(&expected, &next.root) {
            Some(place) if format!("{place}.").starts_with(&format!("{}.", change.place())) => return Err(tricky(at)),
            Some(place) => return Err(by_hand(&format!("`{place}` would change with it"))),
            None => {}
        }
        if self.text[self.matter.end..] != next.text[next.matter.end..] || self.text[..self.matter.start] != next.text[..next.matter.start]
        {
            return Err(by_hand("the text below the front matter would change with it"));
        }
        Ok(next)
    }
}

/// The refusal for what people seldom write.
pub(super) fn tricky(at: usize) -> Refusal {
    Refusal { message: "this place is written in a way that can't be edited safely; it has to be edited by hand".to_owned(), at: Some(at) }
}
