//! Finds the files below a folder of the book: links followed while they stay in the book, hidden files and editors' leftovers left out. No file
//! is looked at twice. Not done here: reading any.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::stamp::Stamp;
use super::unreadable;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::in_parallel;
use crate::path::SourcePath;

/// A file that is there.
pub(super) struct Found {
    /// Its path in the book.
    pub(super) path: SourcePath,
    /// Where to read it.
    pub(super) disk: PathBuf,
    /// What the file system tells of it; of the target, for a link.
    pub(super) stamp: Stamp,
}

/// All files below a folder of the book by path, and the findings about what is there and can't be listed. A folder that is not there has no files.
pub(super) fn files(root: &Path, folder: &str) -> (Vec<Found>, Vec<Diagnostic>) {
    let (mut seen, mut faults) = (Vec::new(), Vec::new());
    let start = root.join(folder);
    let Ok(book) = root.canonicalize() else { return (Vec::new(), faults) };
    if !start.is_dir() {
        return (Vec::new(), faults);
    }
    let mut walk = WalkDir::new(&start).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) if entry.depth() > 0 && is_hidden(entry.path()) => skip(&mut walk, &entry),
            Ok(entry) => match locate(root, &book, &entry) {
                Ok(path) => seen.extend(path.map(|path| (path, entry))),
                Err(problem) => {
                    faults.push(*problem);
                    skip(&mut walk, &entry);
                }
            },
            Err(error) => faults.extend(unwalkable(root, folder, &error)),
        }
    }
    let looked = in_parallel(&seen, |(path, entry)| look(path, entry));
    let mut files = Vec::with_capacity(looked.len());
    for outcome in looked.into_iter().flatten() {
        match outcome {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    (files, faults)
}

/// The file's path inside the book, if it is a file and lies inside the book once links are followed.
fn locate(root: &Path, book: &Path, entry: &DirEntry) -> Result<Option<SourcePath>, Box<Diagnostic>> {
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let shown = || in_book(relative);
    if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|target| target.starts_with(book)) {
        let fault = Diagnostic::on_file(Code::UnreadableFile, &shown(), "this link leads out of the book");
        return Err(Box::new(fault.help("copy the file into the book")));
    }
    if entry.file_type().is_dir() {
        return Ok(None);
    }
    if !entry.file_type().is_file() {
        // Opening a pipe waits for somebody to write into it, and a device may never end.
        let fault = Diagnostic::on_file(Code::UnreadableFile, &shown(), "this is a pipe, a socket or a device, and no file");
        return Err(Box::new(fault.help("move it out of the book")));
    }
    if relative.to_str().is_none() {
        return Err(Box::new(Diagnostic::on_file(Code::UnreadableFile, &shown(), "the name of this file is not UTF-8")));
    }
    Ok(Some(shown()))
}

/// A path on the disk as one in the book, with `/` between its parts on every system; on most of them a `\` is a letter like any other.
fn in_book(relative: &Path) -> SourcePath {
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    SourcePath::new(parts.join("/"))
}

/// What the file system tells of a file; `None` for one that has gone since it was listed.
fn look(path: &SourcePath, entry: &DirEntry) -> Option<Result<Found, Box<Diagnostic>>> {
    match entry.metadata().map_err(io::Error::from) {
        Ok(metadata) => Some(Ok(Found { path: path.clone(), disk: entry.path().to_owned(), stamp: Stamp::of(&metadata) })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => Some(Err(Box::new(unreadable(path, &error)))),
    }
}

/// Leaves out a file, or a folder with all that it holds.
fn skip(walk: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

/// Why something can't be listed; `None` for what is no part of a book, and for what has gone since it was seen.
fn unwalkable(root: &Path, folder: &str, error: &walkdir::Error) -> Option<Diagnostic> {
    if error.path().is_some_and(|path| {
        error.depth() > 0 && (is_hidden(path) || path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound))
    }) {
        return None;
    }
    let path = error.path().and_then(|path| path.strip_prefix(root).ok()).unwrap_or(Path::new(folder));
    let path = in_book(path);
    let message = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "this link leads back to a folder that holds it".to_owned(),
        (None, Some(io)) => format!("this can't be read: {io}"),
        (None, None) => error.to_string(),
    };
    Some(Diagnostic::on_file(Code::UnreadableFile, &path, message))
}

/// Dot-files, and what editors leave beside a file while it is edited.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

#[cfg(all(test, unix))]
#[expect(clippy::disallowed_methods, reason = "a test makes the files that it finds")]
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
    fn what_is_no_file_is_a_finding_and_never_opened() {
        let book = tempfile::tempdir().unwrap();
        let content = book.path().join("content");
        fs::create_dir(&content).unwrap();
        let made = std::process::Command::new("mkfifo").arg(content.join("pipe.md")).arg(content.join(".hidden")).status().unwrap();
        assert!(made.success());
        let _socket = std::os::unix::net::UnixListener::bind(content.join("socket.md")).unwrap();
        symlink("pipe.md", content.join("linked.md")).unwrap();
        let (files, faults) = files(book.path(), "content");
        let mut paths: Vec<_> = faults.iter().map(|fault| fault.place.path.as_str()).collect();
        paths.sort_unstable();
        assert_eq!((files.len(), paths), (0, vec!["content/linked.md", "content/pipe.md", "content/socket.md"]));
        assert!(faults.iter().all(|fault| fault.message == "this is a pipe, a socket or a device, and no file"));
    }

    #[test]
    fn a_name_is_kept_as_it_is_whatever_letters_it_has() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        let book = tempfile::tempdir().unwrap();
        let content = book.path().join("content");
        fs::create_dir_all(content.join("a")).unwrap();
        for name in ["a\\b.md", "a/b.md", "new\nline.md", "\u{e9}.md", "e\u{301}.md", " .md"] {
            fs::write(content.join(name), "").unwrap();
        }
        fs::write(content.join(OsStr::from_bytes(b"caf\xe9.md")), "").unwrap();
        let (files, faults) = files(book.path(), "content");
        let paths: Vec<_> = files.iter().map(|file| &file.path.as_str()["content/".len()..]).collect();
        assert_eq!(paths, [" .md", "a/b.md", "a\\b.md", "e\u{301}.md", "new\nline.md", "\u{e9}.md"]);
        let faults: Vec<_> = faults.iter().map(|fault| format!("{} {}", fault.place.path, fault.message)).collect();
        assert_eq!(faults, ["content/caf\u{fffd}.md the name of this file is not UTF-8"]);
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
