//! An author's file, made, replaced by its new text or removed: all at once or not at all, and only if it is what was expected. Not done here:
//! what stands in it.
#![expect(clippy::disallowed_methods, reason = "an edge: authors' files are changed here, and nowhere else")]

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use super::Refused;
use crate::path::SourcePath;

/// How long another command may keep this one from writing.
const PATIENCE: Duration = Duration::from_secs(3);

/// Writes the text beside the file and puts it in its place, if the file is still `was`. A link is followed as far as it stays in the book.
///
/// # Errors
/// [`Refused::Changed`], [`Refused::Disk`].
pub fn replace(book: &Path, path: &SourcePath, was: impl AsRef<[u8]>, text: impl AsRef<[u8]>) -> Result<(), Refused> {
    let broken = |error: Error| disk(path, format!("can't write: {error}"));
    let target = inside(book, path)?;
    let permissions = std::fs::metadata(&target).map_err(broken)?.permissions();
    if permissions.readonly() {
        return Err(disk(path, "this file may only be read".to_owned()));
    }
    let folder = target.parent().unwrap_or(book);
    // A name that begins with a dot is not read as part of the book, should anything interrupt us here.
    let mut new = tempfile::Builder::new().prefix(".rollbook-").tempfile_in(folder).map_err(broken)?;
    new.write_all(text.as_ref()).map_err(broken)?;
    new.as_file().set_permissions(permissions).map_err(broken)?;
    new.as_file().sync_all().map_err(broken)?;
    // Until the file is in its place: another command that compared it now would undo what this one writes.
    let _lock = lock(folder, book).map_err(broken)?;
    // As late as can be: an editor takes no lock, and what it saved until now is not lost.
    if std::fs::read(&target).map_err(broken)? != was.as_ref() {
        return Err(Refused::Changed(path.clone()));
    }
    new.persist(&target).map_err(|error| broken(error.error))?;
    settle(folder);
    Ok(())
}

/// Writes a new file of the book, never over one that exists, and never where its path or a link in it leads out of the book.
///
/// # Errors
/// [`Refused::Exists`], [`Refused::Disk`].
pub fn create(book: &Path, path: &SourcePath, text: impl AsRef<[u8]>) -> Result<(), Refused> {
    let target = book.join(path.as_str());
    if !Path::new(path.as_str()).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(disk(path, "this path leads out of the book".to_owned()));
    }
    // The nearest folder that is there: those below it are made, and lead nowhere else.
    let there = target.ancestors().skip(1).take_while(|folder| *folder != book).find(|folder| folder.symlink_metadata().is_ok());
    if let Some(folder) = there {
        is_inside(book, path, &folder.canonicalize().map_err(|error| disk(path, format!("can't write: {error}")))?)?;
    }
    let write = || {
        let new = beside(&target, text.as_ref())?;
        new.as_file().sync_all()?;
        new.persist_noclobber(&target).map_err(|error| error.error)
    };
    write().map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Refused::Exists(path.clone()),
        _ => disk(path, format!("can't write: {error}")),
    })?;
    settle(target.parent().unwrap_or(book));
    Ok(())
}

/// Removes a file of the book, if it is still `was`. The folders above it stay.
///
/// # Errors
/// [`Refused::Changed`], [`Refused::Disk`].
pub fn remove(book: &Path, path: &SourcePath, was: impl AsRef<[u8]>) -> Result<(), Refused> {
    let broken = |error: Error| disk(path, format!("can't remove: {error}"));
    let target = inside(book, path)?;
    let folder = target.parent().unwrap_or(book);
    let _lock = lock(folder, book).map_err(broken)?;
    if std::fs::read(&target).map_err(broken)? != was.as_ref() {
        return Err(Refused::Changed(path.clone()));
    }
    std::fs::remove_file(&target).map_err(broken)?;
    settle(folder);
    Ok(())
}

/// What a file of the book says at this moment; `None` for one that is gone or is not UTF-8, which nobody has seen on a page.
///
/// # Errors
/// [`Refused::Disk`].
pub fn read(book: &Path, path: &SourcePath) -> Result<Option<String>, Refused> {
    Ok(read_bytes(book, path)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// What a file of the book holds at this moment; `None` for one that is gone.
///
/// # Errors
/// [`Refused::Disk`].
pub fn read_bytes(book: &Path, path: &SourcePath) -> Result<Option<Vec<u8>>, Refused> {
    match std::fs::read(book.join(path.as_str())) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(disk(path, format!("can't read: {error}"))),
    }
}

/// Writes a new file with the folders above it, all of it or nothing; one that exists, or appears meanwhile, is not touched.
///
/// # Errors
/// What the system says.
pub fn create_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    beside(path, bytes)?.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// Writes a file that is not an author's but made by this program, over an earlier one too; all of it or nothing. True when it has changed.
///
/// # Errors
/// What the system says.
pub fn overwrite_file(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    is_replaceable(path)?;
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    beside(path, bytes)?.persist(path).map_err(|error| error.error)?;
    Ok(true)
}

/// Writes a file that is made by this program, over one that is there only if `may` says so of its bytes; all of it or nothing. False when it may
/// not, and then nothing is written.
///
/// # Errors
/// What the system says.
pub fn overwrite_own(path: &Path, bytes: &[u8], may: impl Fn(&[u8]) -> bool) -> std::io::Result<bool> {
    is_replaceable(path)?;
    match std::fs::read(path) {
        Ok(old) if !may(&old) => Ok(false),
        Ok(_) => overwrite_file(path, bytes).map(|_| true),
        // A link to what is not there: the link is what would be lost.
        Err(error) if error.kind() == ErrorKind::NotFound && path.is_symlink() => {
            if may(&[]) {
                overwrite_file(path, bytes).map(|_| true)
            } else {
                Ok(false)
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => match create_file(path, bytes) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            done => done.map(|()| true),
        },
        Err(error) => Err(error),
    }
}

/// Only a regular file, or a link to one or to nothing, gives way to a file: a device would be lost, and a pipe would be read for ever.
fn is_replaceable(path: &Path) -> std::io::Result<()> {
    let said = match std::fs::metadata(path) {
        Ok(there) if !there.is_file() && path.is_symlink() => "it is a link to what is no regular file",
        Ok(there) if !there.is_file() => "it is no regular file",
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => return Ok(()),
    };
    Err(Error::new(ErrorKind::InvalidInput, said))
}

/// The file itself, behind its links.
fn inside(book: &Path, path: &SourcePath) -> Result<PathBuf, Refused> {
    let broken = |error: Error| match error.kind() {
        ErrorKind::NotFound => Refused::Changed(path.clone()),
        _ => disk(path, format!("can't write: {error}")),
    };
    let target = book.join(path.as_str()).canonicalize().map_err(broken)?;
    is_inside(book, path, &target)?;
    Ok(target)
}

/// Whether a path behind its links lies in the book.
fn is_inside(book: &Path, path: &SourcePath, target: &Path) -> Result<(), Refused> {
    let book = book.canonicalize().map_err(|error| disk(path, format!("can't write: {error}")))?;
    if target.starts_with(book) { Ok(()) } else { Err(disk(path, "this link leads out of the book".to_owned())) }
}

fn disk(path: &SourcePath, message: String) -> Refused {
    Refused::Disk { path: path.clone(), message }
}

/// Waits until no other command replaces a file in this folder, for as long as the returned file is open. The file itself can't be locked, for
/// another one takes its place; a folder can, and nothing is left behind, but not on all systems: there `book.toml` is locked.
fn lock(folder: &Path, book: &Path) -> Result<File, Error> {
    match try_lock(folder) {
        Err(error) if error.kind() != ErrorKind::WouldBlock => try_lock(&book.join("book.toml")),
        done => done,
    }
}

/// Whoever holds the lock writes one file; one that holds it for longer than [`PATIENCE`] hangs, and nobody should hang with it.
fn try_lock(path: &Path) -> Result<File, Error> {
    let (file, begun) = (File::open(path)?, Instant::now());
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(5)),
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(ErrorKind::WouldBlock, "another program has locked this folder of the book; try again"));
            }
        }
    }
}

/// The file is in its place; that its name is on the disk too is more than some systems can promise.
fn settle(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn book() -> (tempfile::TempDir, SourcePath) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("content/a.md"), "old").unwrap();
        (root, SourcePath::new("content/a.md"))
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let (root, path) = book();
        replace(root.path(), &path, "old", "new").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("content/a.md")).unwrap(), "new");
        assert_eq!(names(&root.path().join("content")), ["a.md"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let (root, path) = book();
        for refused in [replace(root.path(), &path, "older", "new"), remove(root.path(), &path, "older")] {
            assert_eq!(refused.unwrap_err().to_string(), "content/a.md: this file was changed meanwhile; try again");
        }
        assert_eq!(fs::read_to_string(root.path().join("content/a.md")).unwrap(), "old");
        fs::remove_file(root.path().join("content/a.md")).unwrap();
        assert_eq!(replace(root.path(), &path, "old", "new"), Err(Refused::Changed(path)));
        assert_eq!(names(&root.path().join("content")), Vec::<String>::new());
    }

    #[test]
    fn a_file_is_made_once_and_removed_as_it_was_made() {
        let (root, path) = (book().0, SourcePath::new("content/decisions/0001-a.md"));
        create(root.path(), &path, "text").unwrap();
        assert_eq!(create(root.path(), &path, "other"), Err(Refused::Exists(path.clone())));
        assert_eq!(read(root.path(), &path).unwrap().as_deref(), Some("text"));
        remove(root.path(), &path, "text").unwrap();
        assert_eq!(read(root.path(), &path).unwrap(), None);
        assert_eq!(names(&root.path().join("content/decisions")), Vec::<String>::new());
    }

    #[test]
    fn what_another_program_saves_while_the_new_file_is_written_is_not_lost() {
        let (root, path) = book();
        let (folder, target) = (root.path().join("content"), root.path().join("content/a.md"));
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let _ = (0..50_000).find(|_| names(&folder).len() > 1);
                fs::write(&target, "theirs").unwrap();
            });
            // It takes a while to write so much.
            let _ = replace(root.path(), &path, "old", "new ".repeat(5_000_000));
        });
        assert!(fs::read(&target).unwrap() == b"theirs", "the other program's text is gone");
    }

    #[test]
    fn nobody_waits_for_a_lock_that_is_never_let_go() {
        let (root, path) = book();
        let held = File::open(root.path().join("content")).unwrap();
        held.lock().unwrap();
        for refused in [replace(root.path(), &path, "old", "new"), remove(root.path(), &path, "old")] {
            assert!(refused.unwrap_err().to_string().ends_with("another program has locked this folder of the book; try again"));
        }
        drop(held);
        assert_eq!(names(&root.path().join("content")), ["a.md"]);
        replace(root.path(), &path, "old", "new").unwrap();
    }

    #[test]
    fn nothing_is_made_outside_the_book() {
        let root = tempfile::tempdir().unwrap();
        let book = root.path().join("book");
        fs::create_dir(&book).unwrap();
        for path in ["../evil.md", "content/../../evil.md", "content/en/../../../evil.md"] {
            let refused = create(&book, &SourcePath::new(path), "text").unwrap_err();
            assert_eq!(refused.to_string(), format!("{path}: this path leads out of the book"));
        }
        assert_eq!((names(root.path()), names(&book)), (vec!["book".to_owned()], Vec::new()));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_made_behind_links_inside_the_book_only() {
        use std::os::unix::fs::symlink;

        let (root, outside) = (book().0, tempfile::tempdir().unwrap());
        symlink("content", root.path().join("link")).unwrap();
        symlink(outside.path(), root.path().join("out")).unwrap();
        symlink("nowhere", root.path().join("lost")).unwrap();
        create(root.path(), &SourcePath::new("link/deep/b.md"), "text").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("content/deep/b.md")).unwrap(), "text");
        let refused = |path| create(root.path(), &SourcePath::new(path), "text").unwrap_err().to_string();
        assert_eq!(refused("out/b.md"), "out/b.md: this link leads out of the book");
        assert_eq!(refused("out/deep/b.md"), "out/deep/b.md: this link leads out of the book");
        assert!(refused("lost/b.md").starts_with("lost/b.md: can't write: "));
        assert_eq!(names(outside.path()), Vec::<String>::new());
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_give_way() {
        use std::os::unix::fs::symlink;

        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        let written = |name: &str| overwrite_own(&at(name), b"new", |_| true).map_err(|error| error.to_string());
        // Nobody writes into this pipe: whoever reads it waits.
        assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
        fs::create_dir(at("folder")).unwrap();
        symlink("pipe", at("to-pipe")).unwrap();
        symlink("nowhere", at("to-nothing")).unwrap();
        fs::write(at("file"), "old").unwrap();
        symlink("file", at("to-file")).unwrap();
        assert_eq!(written("pipe").unwrap_err(), "it is no regular file");
        assert_eq!(written("folder").unwrap_err(), "it is no regular file");
        assert_eq!(written("to-pipe").unwrap_err(), "it is a link to what is no regular file");
        assert_eq!(overwrite_file(&at("pipe"), b"new").unwrap_err().to_string(), "it is no regular file");
        assert!(overwrite_own(&at("to-nothing"), b"new", <[u8]>::is_ascii).unwrap());
        assert_eq!((written("to-file"), written("file"), written("none")), (Ok(true), Ok(true), Ok(true)));
        assert_eq!(names(root.path()), ["file", "folder", "none", "pipe", "to-file", "to-nothing", "to-pipe"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed_inside_the_book_only() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let (root, path) = book();
        let (inside, outside) = (root.path().join("content/a.md"), tempfile::NamedTempFile::new().unwrap());
        fs::set_permissions(&inside, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.md", root.path().join("content/link.md")).unwrap();
        symlink(outside.path(), root.path().join("content/out.md")).unwrap();
        replace(root.path(), &SourcePath::new("content/link.md"), "old", "new").unwrap();
        assert!(root.path().join("content/link.md").is_symlink());
        assert_eq!(fs::read_to_string(&inside).unwrap(), "new");
        assert_eq!(fs::metadata(&inside).unwrap().permissions().mode() & 0o777, 0o640);
        let refused = replace(root.path(), &SourcePath::new("content/out.md"), "", "new").unwrap_err();
        assert_eq!(refused.to_string(), "content/out.md: this link leads out of the book");
        assert_eq!(fs::read_to_string(outside.path()).unwrap(), "");
        fs::set_permissions(&inside, fs::Permissions::from_mode(0o440)).unwrap();
        assert_eq!(replace(root.path(), &path, "new", "newer").unwrap_err().to_string(), "content/a.md: this file may only be read");
    }
}
