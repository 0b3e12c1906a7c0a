//! The files of a book as a value: texts, bytes, hashes. Not done here: understanding them; only [`read`] touches the disk.

mod changed;
mod embedded;
mod fixture;
pub mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use embedded::{built_in, default_book, default_theme};

use jiff::Timestamp;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::path::SourcePath;

/// Every file that a build depends on, sorted by path.
#[derive(Debug, Clone, Default, Hash)]
pub struct Sources {
    /// The text of `book.toml`; `None` when there is none.
    pub config: Option<Arc<str>>,
    /// The content folder's files.
    pub content: BTreeMap<SourcePath, File>,
    /// The texts of the holiday files that `book.toml` names, by their path in the book; they may lie in the content folder too.
    pub holidays: BTreeMap<SourcePath, Arc<str>>,
    /// The theme's files by their path inside the theme; the built-in theme's where the book has none at the same path.
    pub theme: BTreeMap<String, ThemeFile>,
    /// Files and folders of the content and the theme that are there and could not be read, sorted: what they hold is not known.
    pub unreadable: Vec<SourcePath>,
    /// What could not be read, and folders that are missing.
    pub diagnostics: Vec<Diagnostic>,
    /// When files were last changed, where that is known and was asked for.
    pub changes: Changes,
}

/// When files were last changed, by their path in the book.
pub type Changes = Arc<BTreeMap<SourcePath, Timestamp>>;

/// A file's contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum File {
    /// Markdown, templates and other text that we read.
    Text(Arc<str>),
    /// Anything else: copied as it is.
    Bytes(Arc<[u8]>),
    /// Text of so many bytes that was read and is not here any more, for lack of room; [`read::recover`] reads it again.
    Gone(usize),
}

/// A file of the theme, with the path that findings show.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThemeFile {
    /// Relative to the book, also for a built-in file, which is where the book would shadow it.
    pub path: SourcePath,
    /// Its contents.
    pub file: File,
    /// True for a file that lies in the book, whatever it says.
    pub in_book: bool,
    /// What the built-in theme has at the same path; `None` for a file that only the book has.
    pub original: Option<File>,
}

impl ThemeFile {
    /// True for what the book itself says: a file that the built-in theme has not, or has otherwise.
    pub fn is_own(&self) -> bool {
        self.original.as_ref() != Some(&self.file)
    }

    /// The text, if that is what it holds.
    pub fn text(&self) -> Option<&Arc<str>> {
        self.file.text()
    }
}

impl Sources {
    /// The book's configuration, with the days of its holiday files: what `book.toml` means here. A missing `book.toml` is read as an empty one.
    pub fn config(&self, diagnostics: &mut Vec<Diagnostic>) -> Config {
        let mut config = Config::parse(self.config.as_deref().unwrap_or_default(), diagnostics);
        config.add_holidays(|path| self.holidays.get(path).map(AsRef::as_ref), diagnostics);
        config
    }

    /// The text of any file of the book, for the excerpt beside a finding.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        if path.as_str() == "book.toml" {
            return self.config.as_deref();
        }
        if let Some(text) = self.holidays.get(path) {
            return Some(text);
        }
        let file = self.content.get(path).or_else(|| self.theme.values().find(|file| file.path == *path).map(|file| &file.file));
        file?.text().map(AsRef::as_ref)
    }

    /// Puts a file of the book's own theme over the built-in one at the same path.
    fn shadow(&mut self, inside: String, path: SourcePath, file: File) {
        let original = self.theme.remove(&inside).and_then(|there| there.original);
        self.theme.insert(inside, ThemeFile { path, file, in_book: true, original });
    }
}

/// The finding for a holiday file that can't be had, at its name in `book.toml`.
fn without_holidays(file: &Spanned<SourcePath>, message: String) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile, &Config::path(), file.span, message)
}

impl File {
    /// The text, if that is what it holds.
    pub fn text(&self) -> Option<&Arc<str>> {
        match self {
            File::Text(text) => Some(text),
            File::Bytes(_) | File::Gone(_) => None,
        }
    }

    /// The contents as they are published, not copied.
    pub fn bytes(&self) -> Arc<[u8]> {
        match self {
            File::Text(text) => Arc::from(Arc::clone(text)),
            File::Bytes(bytes) => Arc::clone(bytes),
            File::Gone(_) => Arc::default(),
        }
    }
}
