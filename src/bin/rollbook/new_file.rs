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
    let before = opened.check();
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
    let after = opened.check();
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

/// Writes files into the book, all of them or none.
pub(crate) fn write_all(book: &Path, files: &[&NewFile]) -> Result<Vec<PathBuf>, Failure> {
    let mut written = Vec::new();
    for file in files {
        match write(book, file) {
            Ok(path) => written.push(path),
            Err(failure) => {
                // They were made a moment ago, by this very call.
                written.iter().for_each(|path| drop(std::fs::remove_file(path)));
                return Err(failure);
            }
        }
    }
    Ok(written)
}

/// The path of the file as people would type it.
pub(crate) fn shown(book: &Path, file: &NewFile) -> PathBuf {
    let path = book.join(file.path.as_str());
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// Writes a new file with the folders above it, all of it or nothing; one that exists, or appears meanwhile, is not touched.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    beside(path, bytes)?.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// Writes a file that is not an author's but made by this program, over an earlier one too; all of it or nothing. True when it has changed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    beside(path, bytes)?.persist(path).map_err(|error| error.error)?;
    Ok(true)
}

/// A file with these bytes in the folder of `path`, which is made if there is none. It is gone again unless it is given that name.
fn beside(path: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    // As any other file is created, so that the user's umask holds.
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".rollbook-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}
