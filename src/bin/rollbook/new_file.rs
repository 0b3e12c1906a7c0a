//! A new file of a book: first tried in memory, then written, never over one that exists. Not done here: what stands in it, changing a file that
//! exists ([`crate::changed_file`]).
#![expect(clippy::disallowed_methods, reason = "commands write into a book here: an author's files once, and never over one that exists")]

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rollbook::diagnostic::{Diagnostic, Severity, text};
use rollbook::path::SourcePath;
use rollbook::pipeline::Built;
use rollbook::source::File;

use crate::edge::{self, Failure, Opened};
use crate::terminal::{RED, RESET};

/// A file as it is to be; [`write`] takes one that does not exist yet.
pub(crate) struct NewFile {
    /// Where, inside the book.
    pub(crate) path: SourcePath,
    /// All of it.
    pub(crate) text: String,
}

/// Builds the book as it is. `None` when it has errors, which are shown: what a new file does to it can't be known then.
pub(crate) fn build_before(opened: &mut Opened) -> Result<Option<Built>, Failure> {
    let before = opened.build(None);
    if before.has_errors() {
        edge::say_findings(&opened.sources, before.diagnostics.iter().filter(|finding| finding.severity == Severity::Error))?;
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&before.diagnostics)))?;
        return Ok(None);
    }
    Ok(Some(before))
}

/// Builds the book with the file in it, which `opened` then holds. An error that it brings comes from the arguments.
pub(crate) fn build_after(opened: &mut Opened, file: &NewFile) -> Result<Built, Failure> {
    opened.sources.content.insert(file.path.clone(), File::Text(Arc::from(file.text.as_str())));
    let after = opened.build(None);
    let errors = || after.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    // What is wrong in the file itself says most.
    match errors().find(|error| error.place.path == file.path).or_else(|| errors().next()) {
        None => Ok(after),
        Some(error) => {
            let help = error.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
            Err(Failure::Usage(format!("{}{help}; nothing was written", error.message)))
        }
    }
}

/// What was found after and not before. A finding that only moved to another line is not new.
pub(crate) fn new_findings<'a>(before: &Built, after: &'a Built) -> Vec<&'a Diagnostic> {
    let known: BTreeSet<_> = before.diagnostics.iter().map(identity).collect();
    after.diagnostics.iter().filter(|finding| !known.contains(&identity(finding))).collect()
}

fn identity(finding: &Diagnostic) -> (&SourcePath, &'static str, &str) {
    (&finding.place.path, finding.code.name(), &finding.message)
}

/// Writes the file into the book and gives its path as people would type it.
pub(crate) fn write(book: &Path, file: &NewFile) -> Result<PathBuf, Failure> {
    let path = book.join(file.path.as_str());
    create(&path, file.text.as_bytes()).map_err(|error| {
        Failure::Failed(match error.kind() {
            ErrorKind::AlreadyExists => format!("{} exists; nothing was written", path.display()),
            _ => format!("can't write {}: {error}", path.display()),
        })
    })?;
    Ok(shown(book, file))
}

/// The path of the file as people would type it.
pub(crate) fn shown(book: &Path, file: &NewFile) -> PathBuf {
    let path = book.join(file.path.as_str());
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// Writes a new file with the folders above it; one that exists, or appears meanwhile, is not touched.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

/// Writes a file that is not an author's but made by this program, over an earlier one too; all of it or nothing. True when it has changed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    // Created like any other file, so that the user's umask holds.
    let temporary = folder.join(format!(".rollbook-{}.new", std::process::id()));
    let mut file = std::fs::File::create_new(&temporary)?;
    let temporary = tempfile::TempPath::try_from_path(temporary)?;
    file.write_all(bytes)?;
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(true)
}
