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

    /// The document that came of it when it was read, of what [`to_bytes`] gave then. Other bytes mostly give `None`, and else another document: it is up
    /// to the keeper that they are the same.
    pub fn recalled(&self, bytes: &[u8]) -> Option<Document> {
        let (mut document, _) = postcard::take_from_bytes::<Document>(bytes).ok().filter(|(_, rest)| rest.is_empty())?;
        let (path, text, start, untitled) =
            (self.path.clone(), Arc::clone(self.text), document.body.start, document.common.title.is_none());
        let html = &mut document.body.fragment.html;
        *html = html.in_file(InFile { path, text, start, untitled, options: self.markdown });
        Some(document)
    }
}

/// A document for [`Reading::recalled`]. `None` for one with an error, of whose file parts may have been passed over: the HTML that is made of that alone would
/// be another one.
pub fn to_bytes(document: &Document) -> Option<Vec<u8>> {
    let has_error = document.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    if has_error { None } else { postcard::to_extend(document, Vec::with_capacity(LIKELY)).ok() }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const STAGE: &str = "---\ntitle: Pilot\nwindow: Weeks 3–6\ngoal: \"[[scale]], *at last*\"\nchecklist:\n  - { id: own, text: Own, due: start+2w, weight: 3 }\n---\n\
        ## Why\n\n[[scale]] and `code`.[^1]\n\n```rust {1} linenos\nfn x() {}\n```\n\n[^1]: Note.\n";

    fn read<R>(content: &str, path: &str, text: &str, raw_html: bool, then: impl FnOnce(Reading<'_>) -> R) -> R {
        let reading = Reading { content, path: &SourcePath::new(path), text: &Arc::from(text), markdown: Options { raw_html } };
        then(reading)
    }

    #[test]
    fn all_that_a_document_depends_on_is_in_its_name() {
        let name = |content, path, text, raw_html| read(content, path, text, raw_html, |reading| reading.name());
        let names = [
            name("content", "content/a/b.md", "text", false),
            name("content", "content/a/b.md", "text", true),
            name("content", "content/a/b.md", "text ", false),
            name("content", "content/a/c.md", "text", false),
            name("content/a", "content/a/b.md", "text", false),
        ];
        assert_eq!(HashSet::from(names).len(), names.len());
    }

    #[test]
    fn what_is_recalled_is_what_was_read() {
        read("content", "content/stages/02-pilot.md", STAGE, false, |reading| {
            let document = reading.document();
            let bytes = to_bytes(&document).unwrap();
            let recalled = reading.recalled(&bytes).unwrap();
            // HTML is equal by its name, and shown as it is.
            assert_eq!((format!("{recalled:?}"), &recalled), (format!("{document:?}"), &document));
            assert!((0..bytes.len()).all(|end| reading.recalled(&bytes[..end]).is_none()), "cut short");
            assert_eq!(reading.recalled(&[&*bytes, b"x"].concat()), None, "more than was written");
        });
    }

    #[test]
    fn of_a_file_with_an_error_nothing_is_kept() {
        let conflict = "<<<<<<< ours\n# a\n=======\n# b\n>>>>>>> theirs\n";
        for (text, is_kept) in [("# a\n", true), ("---\nodrer: 1\n---\n", false), (conflict, false), ("```quux\na\n```\n", true)] {
            read("content", "content/a.md", text, false, |reading| {
                assert_eq!(to_bytes(&reading.document()).is_some(), is_kept, "{text}: {:?}", reading.document().diagnostics);
            });
        }
    }
}
