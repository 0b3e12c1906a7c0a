//! Finds the files below a folder of the book: links followed while they stay in the book, hidden files and editors' leftovers left out. Folders
//! of one depth are listed in parallel, and no file is looked at twice. Not done here: reading any.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

use std::ffi::OsString;
use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::stamp::Stamp;
use super::unreadable;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::in_parallel;
use crate::path::SourcePath;

/// A file that is there.
pub(super) struct Found {
    /// Its path in the book.
    pub(super) path: SourcePath,
    /// What the file system tells of it; of the target, for a link.
    pub(super) stamp: Stamp,
    folder: Arc<Folder>,
    name: OsString,
}

impl Found {
    /// Where to read it.
    pub(super) fn disk(&self) -> PathBuf {
        self.folder.disk.join(&self.name)
    }
}

/// A folder to list.
struct Folder {
    /// Its path in the book.
    path: String,
    disk: PathBuf,
    /// The same without links.
    real: PathBuf,
    /// True when all names on the way here are UTF-8.
    is_utf8: bool,
    /// The folder that it was found in.
    above: Option<Arc<Folder>>,
}

enum Entry {
    File(Found),
    Folder(Folder),
    Fault(Box<Diagnostic>),
}

/// All files below a folder of the book by path, and the findings about what is there and can't be listed. A folder that is not there has no files.
pub(super) fn files(root: &Path, folder: &str) -> (Vec<Found>, Vec<Diagnostic>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    let disk = root.join(folder);
    let (Ok(book), Ok(real)) = (root.canonicalize(), disk.canonicalize()) else { return (files, faults) };
    if !real.is_dir() {
        return (files, faults);
    }
    if !real.starts_with(&book) {
        faults.push(leads_out(&SourcePath::new(folder)));
        return (files, faults);
    }
    let mut level = vec![Arc::new(Folder { path: folder.to_owned(), disk, real, is_utf8: true, above: None })];
    while !level.is_empty() {
        let listed = in_parallel(&level, |folder| list(folder, &book));
        level = Vec::new();
        for entry in listed.into_iter().flatten() {
            match entry {
                Entry::File(file) => files.push(file),
                Entry::Folder(folder) => level.push(Arc::new(folder)),
                Entry::Fault(fault) => faults.push(*fault),
            }
        }
    }
    // Where two have one path, which takes a `\\` in a name, the order still does not hang on the disk's.
    files.sort_unstable_by(|a, b| (&a.path, &a.name).cmp(&(&b.path, &b.name)));
    (files, faults)
}

/// What lies directly in a folder.
fn list(folder: &Arc<Folder>, book: &Path) -> Vec<Entry> {
    let fault = |error: &io::Error| Entry::Fault(Box::new(unlistable(&SourcePath::new(folder.path.as_str()), error)));
    match std::fs::read_dir(&folder.disk) {
        Ok(entries) => {
            entries.filter_map(|entry| entry.map_or_else(|error| Some(fault(&error)), |entry| look(folder, book, &entry))).collect()
        }
        // Gone since it was seen.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => vec![fault(&error)],
    }
}

/// What an entry of a folder is; `None` for what is no part of a book.
fn look(folder: &Arc<Folder>, book: &Path, entry: &DirEntry) -> Option<Entry> {
    let name = entry.file_name();
    let is_utf8 = folder.is_utf8 && name.to_str().is_some();
    let shown = name.to_string_lossy();
    if is_hidden(&shown) {
        return None;
    }
    let mut path = String::with_capacity(folder.path.len() + 1 + shown.len());
    path.extend([&folder.path, "/", &shown]);
    if path.contains('\\') {
        path = path.replace('\\', "/");
    }
    let fault = |fault: Diagnostic| Some(Entry::Fault(Box::new(fault)));
    let (metadata, real) = match entry.file_type() {
        Ok(kind) if kind.is_symlink() => {
            let disk = entry.path();
            match disk.canonicalize().and_then(|real| Ok((std::fs::metadata(&real)?, real))) {
                Ok((_, real)) if !real.starts_with(book) => return fault(leads_out(&SourcePath::new(path))),
                Ok((metadata, real)) if metadata.is_dir() && holds(folder, &real) => {
                    let message = "this link leads back to a folder that holds it";
                    return fault(Diagnostic::on_file(Code::UnreadableFile, &SourcePath::new(path), message));
                }
                Ok((metadata, real)) => (Some(metadata), Some(real)),
                Err(error) => return fault(unlistable(&SourcePath::new(path), &error)),
            }
        }
        Ok(kind) if kind.is_dir() => (None, Some(folder.real.join(&name))),
        Ok(kind) if !kind.is_file() => return None,
        Ok(_) => match entry.metadata() {
            Ok(metadata) => (Some(metadata), None),
            // Gone since it was listed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => return fault(unreadable(&SourcePath::new(path), &error)),
        },
        Err(error) => return fault(unlistable(&SourcePath::new(path), &error)),
    };
    match (metadata.filter(|metadata| !metadata.is_dir()), real) {
        (None, Some(real)) => Some(Entry::Folder(Folder { path, disk: entry.path(), real, is_utf8, above: Some(Arc::clone(folder)) })),
        (Some(metadata), _) if metadata.is_file() && is_utf8 => {
            let stamp = Stamp::of(&metadata);
            Some(Entry::File(Found { path: SourcePath::new(path), stamp, folder: Arc::clone(folder), name }))
        }
        (Some(metadata), _) if metadata.is_file() => {
            fault(Diagnostic::on_file(Code::UnreadableFile, &SourcePath::new(path), "the name of this file is not UTF-8"))
        }
        _ => None,
    }
}

/// True when a folder is `real` or was found below it.
fn holds(folder: &Arc<Folder>, real: &Path) -> bool {
    std::iter::successors(Some(folder), |folder| folder.above.as_ref()).any(|folder| folder.real == real)
}

fn unlistable(path: &SourcePath, error: &io::Error) -> Diagnostic {
    Diagnostic::on_file(Code::UnreadableFile, path, format!("this can't be read: {error}"))
}

fn leads_out(path: &SourcePath) -> Diagnostic {
    Diagnostic::on_file(Code::UnreadableFile, path, "this link leads out of the book").help("copy the file into the book")
}

/// Dot-files, and what editors leave beside a file while it is edited.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_while_they_stay_in_the_book_and_lead_nowhere_twice() {
        let (outside, book) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let content = book.path().join("content");
        fs::create_dir_all(content.join("a")).unwrap();
        fs::create_dir(book.path().join("b")).unwrap();
        fs::write(content.join("a/page.md"), "").unwrap();
        fs::write(book.path().join("b/note.md"), "").unwrap();
        let links = [
            ("b", "content/b"),
            ("b/note.md", "content/linked.md"),
            ("content", "b/up"),
            ("nowhere", "content/dangling.md"),
            ("nowhere", "content/.#lock.md"),
        ];
        for (to, from) in links {
            symlink(book.path().join(to), book.path().join(from)).unwrap();
        }
        symlink(outside.path(), content.join("out")).unwrap();
        let (files, mut faults) = files(book.path(), "content");
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["content/a/page.md", "content/b/note.md", "content/linked.md"]);
        faults.sort_by(|a, b| a.place.cmp(&b.place));
        let faults: Vec<_> = faults.iter().map(|fault| format!("{} {}", fault.place.path, fault.message)).collect();
        assert_eq!(
            faults,
            [
                "content/b/up this link leads back to a folder that holds it",
                "content/dangling.md this can't be read: No such file or directory (os error 2)",
                "content/out this link leads out of the book",
            ]
        );
    }

    #[test]
    fn a_content_folder_that_is_a_link_out_of_the_book_is_not_read() {
        let (outside, book) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(outside.path().join("a.md"), "").unwrap();
        symlink(outside.path(), book.path().join("content")).unwrap();
        let (files, faults) = files(book.path(), "content");
        assert_eq!((files.len(), faults[0].message.as_str()), (0, "this link leads out of the book"));
    }
}
