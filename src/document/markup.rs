//! The HTML of a text, without what belongs in its holes. That of a body need not be there: what it is made of names it, and most builds make none of it again.
//! Not done here: making it ([`super::markdown`]), filling it ([`super::fragment`]).

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::markdown;
use crate::path::SourcePath;

/// What HTML is known by: a hash of all that it was made of. The same name, the same HTML.
pub type MarkupName = [u8; 32];

/// The HTML of a fragment, cheap to copy. Equal ones were made of the same, so that their HTML is equal; two that were not may be so too.
#[derive(Clone, Serialize, Deserialize)]
pub struct Markup {
    name: MarkupName,
    len: usize,
    html: Html,
}

#[derive(Clone, Serialize, Deserialize)]
enum Html {
    /// That of a line of front matter, which goes wherever the line goes.
    Line(Arc<str>),
    /// That of a body, which is not written out.
    Body(#[serde(skip)] Body),
}

#[derive(Clone)]
enum Body {
    Here(Arc<str>),
    InFile(Arc<InFile>),
}

/// A body that was not read, for it was known what comes of it.
pub(super) struct InFile {
    pub(super) path: SourcePath,
    pub(super) text: Arc<str>,
    /// Where it begins in the text.
    pub(super) start: usize,
    pub(super) untitled: bool,
    pub(super) options: markdown::Options,
}

impl Markup {
    /// The HTML of a line.
    pub(super) fn line(html: String) -> Self {
        Self { name: *blake3::hash(html.as_bytes()).as_bytes(), len: html.len(), html: Html::Line(html.into()) }
    }

    /// The HTML of a body, made of what has that name.
    pub(super) fn body(name: MarkupName, html: String) -> Self {
        Self { name, len: html.len(), html: Html::Body(Body::Here(html.into())) }
    }

    /// The same, of which the HTML is made when somebody asks for it.
    pub(super) fn in_file(&self, file: InFile) -> Self {
        Self { html: Html::Body(Body::InFile(Arc::new(file))), ..*self }
    }

    /// What it is known by.
    pub fn name(&self) -> &MarkupName {
        &self.name
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True for no HTML at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The HTML. It may have to be made first, and nobody keeps it.
    pub fn html(&self) -> Cow<'_, str> {
        match &self.html {
            Html::Line(html) | Html::Body(Body::Here(html)) => Cow::Borrowed(html),
            Html::Body(Body::InFile(file)) => {
                let InFile { path, text, start, untitled, options } = &**file;
                let made = markdown::body(path, text, *start, *untitled, *options, &mut Vec::new()).fragment.html;
                Cow::Owned(made.html().into_owned())
            }
        }
    }
}

impl Default for Markup {
    fn default() -> Self {
        Self::line(String::new())
    }
}

impl Default for Body {
    fn default() -> Self {
        Body::Here(Arc::default())
    }
}

impl PartialEq for Markup {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Markup {}

impl Hash for Markup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.html().fmt(f)
    }
}
