//! The HTML of a text, without what belongs in its holes. That of a body need not be there: what it is made of names it, and most builds make none of it again.
//! Not done here: making it ([`super::markdown`]), filling it ([`super::fragment`]).
//!
//! Only one that was written out with the rest of its document has yet to be told its file: see [`super::kept`].

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::fragment::Hole;
use super::markdown;
use crate::path::SourcePath;

/// What HTML is known by. The same name, the same HTML with the same holes.
type Name = [u8; 32];

/// The HTML of a fragment, cheap to copy. Equal ones have the same HTML with the same holes; of bodies also two that are not equal may have.
#[derive(Clone, Serialize, Deserialize)]
pub struct Markup {
    name: Name,
    len: usize,
    text: Text,
}

#[derive(Clone, Serialize, Deserialize)]
enum Text {
    /// That of a line of front matter, named by itself. It is written out wherever the line is.
    Line(Arc<str>),
    /// That of a body, named by what it was made of. It is not written out.
    Body(#[serde(skip)] Whence),
}

#[derive(Clone)]
enum Whence {
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
    /// The HTML of a line, with the places where something is missing.
    pub(super) fn line(html: String, holes: &[Hole]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"line").update(&holes.len().to_le_bytes());
        for hole in holes {
            hasher.update(&hole.at.to_le_bytes());
        }
        Self { name: *hasher.update(html.as_bytes()).finalize().as_bytes(), len: html.len(), text: Text::Line(html.into()) }
    }

    /// The HTML of a body, which was made of that Markdown in that way.
    pub(super) fn body(html: String, markdown: &str, untitled: bool, markdown::Options { raw_html }: markdown::Options) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"body").update(&[untitled.into(), raw_html.into()]).update(markdown.as_bytes());
        Self { name: *hasher.finalize().as_bytes(), len: html.len(), text: Text::Body(Whence::Here(html.into())) }
    }

    /// The same, of which the HTML is made when somebody asks for it.
    pub(super) fn in_file(&self, file: InFile) -> Self {
        Self { text: Text::Body(Whence::InFile(Arc::new(file))), ..*self }
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True for no HTML at all.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// True where the HTML would have to be made first.
    pub fn is_in_file(&self) -> bool {
        matches!(self.text, Text::Body(Whence::InFile(_)))
    }

    /// The HTML. It may have to be made first, and nobody keeps it.
    pub fn html(&self) -> Cow<'_, str> {
        match &self.text {
            Text::Line(html) | Text::Body(Whence::Here(html)) => Cow::Borrowed(html),
            Text::Body(Whence::InFile(file)) => {
                let InFile { path, text, start, untitled, options } = &**file;
                let made = markdown::body(path, text, *start, *untitled, *options, &mut Vec::new()).fragment.html;
                debug_assert_eq!((made.name, made.len), (self.name, self.len), "{path} is not what the document was read from");
                Cow::Owned(made.html().into_owned())
            }
        }
    }
}

impl Default for Markup {
    fn default() -> Self {
        Self::line(String::new(), &[])
    }
}

impl Default for Whence {
    fn default() -> Self {
        Whence::Here(Arc::default())
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
