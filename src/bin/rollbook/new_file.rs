//! The book before and after a command's change, with what is said of it. Not done here: judging and writing, which the library's
//! [`rollbook::authoring`] does.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rollbook::authoring::{disk, verdict};
use rollbook::diagnostic::{Severity, text};
use rollbook::path::SourcePath;
use rollbook::pipeline::Built;
use rollbook::source::File;

use crate::edge::{self, Failure, Opened};
use crate::terminal::{RED, RESET};

/// A file as it is to be.
pub(crate) struct NewFile {
    /// Where, inside the book.
    pub(crate) path: SourcePath,
    /// All of it.
    pub(crate) text: String,
}

/// Builds the book as it is. `None` when it has errors, which are shown: what a new file does to it can't be known then.
pub(crate) fn build_before(opened: &mut Opened) -> Result<Option<Built>, Failure> {
    let before = opened.check();
    if before.has_errors() {
        edge::say_findings(&opened.sources, before.diagnostics.iter().filter(|finding| finding.severity == Severity::Error))?;
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&before.diagnostics)))?;
        return Ok(None);
    }
    Ok(Some(before))
}

/// Builds the book with that text in the file, which `opened` then holds. An error that it brings comes from the arguments.
pub(crate) fn build_after(opened: &mut Opened, path: &SourcePath, text: &str) -> Result<Built, Failure> {
    opened.sources.content.insert(path.clone(), File::Text(Arc::from(text)));
    let after = opened.check();
    verdict(&after.diagnostics, path)?;
    Ok(after)
}

/// Writes files into the book, all of them or none, and gives their paths as people would type them.
pub(crate) fn write_all(book: &Path, files: &[&NewFile]) -> Result<Vec<PathBuf>, Failure> {
    for (n, file) in files.iter().enumerate() {
        if let Err(refused) = disk::create(book, &file.path, &file.text) {
            // They were made a moment ago, by this very call.
            files[..n].iter().for_each(|written| drop(disk::remove(book, &written.path, &written.text)));
            return Err(refused.into());
        }
    }
    Ok(files.iter().map(|file| shown(book, &file.path)).collect())
}

/// The path of a file as people would type it.
pub(crate) fn shown(book: &Path, path: &SourcePath) -> PathBuf {
    let path = book.join(path.as_str());
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}
