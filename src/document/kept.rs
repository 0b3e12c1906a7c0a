//! A document as bytes, for another process to which the same file is given: all of it but the HTML of its body, which can be made of the file. Not done here:
//! keeping the bytes.
//!
//! They are [postcard](https://postcard.jamesmunns.com/wire-format): without names of fields, so that only the program that wrote them can read them.

use std::sync::Arc;

use super::markdown::Options;
use super::markup::InFile;
use super::{Document, parse};
use crate::diagnostic::Severity;
use crate::path::SourcePath;

/// Most documents need less.
const LIKELY: usize = 8 << 10;

/// A file that is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'r> {
    /// The content folder.
    pub content: &'r str,
    /// The file, which is inside of that.
    pub path: &'r SourcePath,
    /// What it says.
    pub text: &'r Arc<str>,
    /// How its Markdown is read.
    pub markdown: Options,
}

impl Reading<'_> {
    /// What has all that the document depends on: the same name, the same document.
    pub fn name(&self) -> [u8; 32] {
        let Self { content, path, text, markdown: Options { raw_html } } = self;
        let mut hasher = blake3::Hasher::new();
        for part in ["document 1", content, path.as_str()] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        *hasher.update(&[u8::from(*raw_html)]).update(text.as_bytes()).finalize().as_bytes()
    }

    /// Reads it.
    pub fn document(&self) -> Document {
        parse(self.content, self.path, self.text, self.markdown)
    }

    /// The document that came of it when it was read, of [`to_bytes`]. `None` for any other bytes.
    pub fn recalled(&self, bytes: &[u8]) -> Option<Document> {
        let mut document: Document = postcard::from_bytes(bytes).ok()?;
        let (path, text, start, untitled) =
            (self.path.clone(), Arc::clone(self.text), document.body.start, document.common.title.is_none());
        let html = &mut document.body.fragment.html;
        *html = html.in_file(InFile { path, text, start, untitled, options: self.markdown });
        Some(document)
    }
}

/// A document for [`Reading::recalled`]. `None` for one with an error: no site is made of it, and parts of its file may have been passed over.
pub fn to_bytes(document: &Document) -> Option<Vec<u8>> {
    let has_error = document.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    if has_error { None } else { postcard::to_extend(document, Vec::with_capacity(LIKELY)).ok() }
}
