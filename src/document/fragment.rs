//! Markdown turned into HTML as far as one file alone can tell: what other files decide stays a hole. Not done here: parsing, or resolving links.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::filled::Filled;
use super::image::Size;
use super::lines::Lines;
use super::markup::Markup;
use crate::diagnostic::Span;

/// HTML with holes for what depends on other files (addresses, titles, sizes of images), on the book's language (words), or is worth sharing between
/// files (highlighted code).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fragment {
    /// The HTML without what belongs in the holes.
    pub html: Markup,
    /// The holes, by position.
    pub holes: Vec<Hole>,
    /// Every link and image, in order, external ones too.
    pub links: Vec<Link>,
    /// Every fenced or indented code block, in order.
    pub code: Vec<Arc<CodeBlock>>,
    /// Every word of ours that the text needs beside the author's, in order of its first use; one without a value once.
    pub words: Vec<Word>,
    /// The same text without any markup, for titles, the terminal and JSON; of a body nobody asks for it, and it is empty.
    pub plain: String,
}

/// A place in [`Fragment::html`] where something is still missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hole {
    /// Byte offset in the HTML.
    pub at: usize,
    /// What goes there.
    pub fill: Fill,
}

/// What goes into a hole; the number is an index into the fragment's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fill {
    /// The address that link `n` resolves to.
    Href(usize),
    /// The title of the page that link `n` resolves to, for `[[id]]` without words of its own.
    Title(usize),
    /// ` width="…" height="…"` of the image that link `n` shows, where its file tells them; else nothing.
    Size(usize),
    /// Code block `n`, highlighted, its lines marked and numbered.
    Code(usize),
    /// What the anchors of this text begin with, [`Among::prefix`].
    Prefix,
    /// The level of a heading that is of this level on a page of its own.
    Level(u8),
    /// Word `n` in the book's language.
    Word(usize),
}

/// How a text stands on a page: by default alone, else [`Among`] others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Among<'p> {
    /// In front of every anchor of the text and every link to one, so that no other text has the same; `""` for a page of its own. It means itself
    /// in HTML and in an address.
    pub prefix: &'p str,
    /// So many levels lower stand its headings, none below 6.
    pub deeper: u8,
}

/// A message of the locale: a label or a name that stands in the HTML and that no author wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Its key in the locale files.
    pub key: Cow<'static, str>,
    /// The value that stands in it, by name.
    pub value: Option<(Cow<'static, str>, String)>,
}

/// What the holes of a fragment are filled with. Texts are escaped by [`Fragment::fill`].
pub trait Filling {
    /// The address of what a link leads to.
    fn address(&self, link: &Link) -> String;
    /// The title of what it leads to.
    fn title(&self, link: &Link) -> Cow<'_, str>;
    /// The size of the image that it shows.
    fn size(&self, link: &Link) -> Option<Size>;
    /// A message in the book's language.
    fn word(&self, word: &Word) -> String;
    /// How the text stands on its page.
    fn among(&self) -> Among<'_> {
        Among::default()
    }
}

/// A link, image or `[[reference]]` in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads, as the author wrote it.
    pub target: Target,
    /// The link in the file's text: its address where that can be told, else all of it.
    pub span: Span,
    /// True for an image.
    pub image: bool,
}

/// Where a link leads, by the author's words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// `[[…]]`, without brackets and without `|text`.
    Reference(String),
    /// A relative path, percent-decoded, with the fragment if any: `../practices/x.md#how`.
    Path(String, Option<String>),
    /// `#fragment` on the same page.
    Fragment(String),
    /// An address with a safe scheme, complete.
    External(String),
}

/// A code block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeBlock {
    /// The language word of the fence, lower-case; empty for none, and for one that the highlighter does not know.
    pub language: String,
    /// The code, as it stands between the fences.
    pub code: String,
    /// Stands for both: equal blocks, and no others, have the same.
    pub name: BlockName,
    /// Which of its lines are marked, and how they are numbered. Not part of the name, so that a mark costs no highlighting.
    pub lines: Lines,
}

/// What a code block is known by: a hash of its language and code.
pub type BlockName = [u8; 32];

impl CodeBlock {
    /// A block of that language and code.
    pub fn new(language: String, code: String, lines: Lines) -> Self {
        // No language has a zero byte in it: a fence's word is text that can be read.
        let name = *blake3::Hasher::new().update(language.as_bytes()).update(&[0]).update(code.as_bytes()).finalize().as_bytes();
        Self { language, code, name, lines }
    }
}

/// The body of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its HTML.
    pub fragment: Fragment,
    /// Where it begins in its file's text.
    pub start: usize,
    /// The heading of level 1 that it began with, if that is the title of its page: not part of the HTML, and yet an anchor.
    pub title: Option<Heading>,
    /// Its other headings in order; their ids are unique in the file.
    pub headings: Vec<Heading>,
    /// The same by their ids, as indices: links to them are many.
    pub(super) by_id: Vec<usize>,
    /// The terms of its definition lists, by id; no heading has the same.
    pub terms: Vec<Term>,
}

impl Body {
    /// True when a heading has that anchor.
    pub fn has_anchor(&self, id: &str) -> bool {
        self.title.as_ref().is_some_and(|title| title.id == id)
            || self.by_id.binary_search_by(|index| self.headings[*index].id.as_str().cmp(id)).is_ok()
            || self.terms.binary_search_by(|term| term.id.as_str().cmp(id)).is_ok()
    }
}

/// A term of a definition list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The anchor.
    pub id: String,
    /// Without markup.
    pub term: String,
    /// Its first definition, without markup; may be empty.
    pub definition: String,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6; 1 only for [`Body::title`].
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// Without markup.
    pub title: String,
}

impl Fragment {
    /// Gives back the memory that is only room to grow.
    pub(super) fn shrink(&mut self) {
        let Self { html: _, holes, links, code, words, plain } = self;
        holes.shrink_to_fit();
        links.shrink_to_fit();
        code.shrink_to_fit();
        words.shrink_to_fit();
        plain.shrink_to_fit();
    }

    /// The same with every hole filled.
    pub fn fill(&self, filling: &impl Filling) -> Filled {
        let mut filled = Filled::new(self);
        let text = &mut filled.text;
        for hole in &self.holes {
            match hole.fill {
                Fill::Href(n) => escape(&filling.address(&self.links[n]), text),
                Fill::Title(n) => escape(&filling.title(&self.links[n]), text),
                Fill::Size(n) => {
                    if let Some(Size { width, height }) = filling.size(&self.links[n]) {
                        text.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
                    }
                }
                // It comes when the HTML is written out.
                Fill::Code(_) => {}
                Fill::Word(n) => escape(&filling.word(&self.words[n]), text),
                Fill::Prefix => text.push_str(filling.among().prefix),
                Fill::Level(level) => text.push(char::from(b'0' + (level + filling.among().deeper).min(6))),
            }
            filled.ends.push(text.len());
        }
        filled
    }
}

/// Writes text so that it means itself in HTML content and in a double-quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    let text = super::markdown::readable(text.into());
    // Writing to a String cannot fail.
    let _ = pulldown_cmark_escape::escape_html(pulldown_cmark_escape::FmtWriter(out), &text);
}
