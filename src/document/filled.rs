//! A fragment whose holes are filled: on a page, or about to be. It is named by what it was made of, so that its HTML need be neither made nor read to find
//! out that a page has not changed. Not done here: saying what belongs in a hole ([`super::fragment`]), highlighting code.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::fragment::{CodeBlock, Fill, Fragment, Hole};
use super::markup::Markup;

/// So many bytes fill a hole, in the mean.
const LIKELY: usize = 16;

/// A fragment with all that belongs in its holes. To tell two apart, their HTML need not be there. Equal ones come to the same HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    html: Markup,
    holes: Vec<Hole>,
    /// What fills the holes, but for code, one after the other.
    pub(super) text: String,
    /// Where in that each ends.
    pub(super) ends: Vec<usize>,
    code: Vec<Arc<CodeBlock>>,
}

impl Filled {
    /// One of which no hole is filled yet.
    pub(super) fn new(Fragment { html, holes, code, .. }: &Fragment) -> Self {
        let (text, ends) = (String::with_capacity(LIKELY * holes.len()), Vec::with_capacity(holes.len()));
        Self { html: html.clone(), holes: holes.clone(), text, ends, code: code.clone() }
    }

    /// True where code belongs in it.
    pub fn has_code(&self) -> bool {
        !self.code.is_empty()
    }

    /// All of it as HTML, with what `code` says of a block where it belongs.
    pub fn html(&self, code: impl Fn(&CodeBlock) -> Arc<str>) -> Cow<'_, str> {
        let html = self.html.html();
        if self.holes.is_empty() {
            return html;
        }
        let room = if self.code.is_empty() { html.len() } else { 2 * html.len() };
        let mut whole = String::with_capacity(room + self.text.len());
        let (mut from, mut filled) = (0, 0);
        for (hole, end) in self.holes.iter().zip(&self.ends) {
            whole.push_str(&html[from..hole.at]);
            match hole.fill {
                Fill::Code(n) => whole.push_str(&self.code[n].lines.applied(&code(&self.code[n]))),
                _ => whole.push_str(&self.text[filled..*end]),
            }
            (from, filled) = (hole.at, *end);
        }
        whole.push_str(&html[from..]);
        Cow::Owned(whole)
    }
}

/// All that its HTML depends on. Where the holes are, and which code belongs in them, equal markup says: only bodies have code, and are named by their text.
impl Hash for Filled {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { html, holes: _, text, ends, code: _ } = self;
        (html, text).hash(state);
        let mut from = 0;
        for end in ends {
            (end - std::mem::replace(&mut from, *end)).hash(state);
        }
    }
}
