//! Replaces a file of the book by its new text, all at once or not at all. Not done here: what stands in it.
#![expect(clippy::disallowed_methods, reason = "commands change an author's files here, and nowhere else")]

use std::fs::File;
use std::io::{Error, Write as _};
use std::path::Path;

use crate::edge::Failure;
use crate::new_file::NewFile;

/// Writes the text beside the file and puts it in its place, if the file is still `was`. A link is followed as far as it stays in the book.
pub(crate) fn replace(book: &Path, file: &NewFile, was: &str) -> Result<(), Failure> {
    let failed = |what: &str| Failure::Failed(format!("{}: {what}; nothing was written", file.path));
    let broken = |error: Error| failed(&format!("can't write: {error}"));
    let target = book.join(file.path.as_str()).canonicalize().map_err(broken)?;
    if !target.starts_with(book.canonicalize().map_err(broken)?) {
        return Err(failed("this link leads out of the book"));
    }
    let permissions = std::fs::metadata(&target).map_err(broken)?.permissions();
    if permissions.readonly() {
        return Err(failed("this file may only be read"));
    }
    let folder = target.parent().unwrap_or(book);
    // Until the file is in its place: another command that compared it now would undo what this one writes.
    let _lock = lock(folder, book).map_err(broken)?;
    if std::fs::read(&target).map_err(broken)? != was.as_bytes() {
        return Err(failed("this file was changed meanwhile; try again"));
    }
    // A name that begins with a dot is not read as part of the book, should anything interrupt us here.
    let mut new = tempfile::Builder::new().prefix(".rollbook-").tempfile_in(folder).map_err(broken)?;
    new.write_all(file.text.as_bytes()).map_err(broken)?;
    new.as_file().set_permissions(permissions).map_err(broken)?;
    new.as_file().sync_all().map_err(broken)?;
    new.persist(&target).map_err(|error| broken(error.error))?;
    // The file is in its place; that its name is on the disk too is more than some systems can promise.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Waits until no other command replaces a file in this folder, for as long as the returned file is open. The file itself can't be locked, for
/// another one takes its place; a folder can, and nothing is left behind, but not on all systems: there `book.toml` is locked.
fn lock(folder: &Path, book: &Path) -> Result<File, Error> {
    let locked = |path: &Path| File::open(path).and_then(|file| file.lock().map(|()| file));
    locked(folder).or_else(|_| locked(&book.join("book.toml")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use rollbook::path::SourcePath;

    use super::*;

    fn book() -> (tempfile::TempDir, NewFile) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("content/a.md"), "old").unwrap();
        (root, NewFile { path: SourcePath::new("content/a.md"), text: "new".to_owned() })
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let (root, file) = book();
        replace(root.path(), &file, "old").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("content/a.md")).unwrap(), "new");
        assert_eq!(names(&root.path().join("content")), ["a.md"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let (root, file) = book();
        let failure = replace(root.path(), &file, "older").unwrap_err();
        assert_eq!(failure.to_string(), "content/a.md: this file was changed meanwhile; try again; nothing was written");
        assert_eq!(fs::read_to_string(root.path().join("content/a.md")).unwrap(), "old");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed_inside_the_book_only() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let (root, mut file) = book();
        let (inside, outside) = (root.path().join("content/a.md"), tempfile::NamedTempFile::new().unwrap());
        fs::set_permissions(&inside, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.md", root.path().join("content/link.md")).unwrap();
        symlink(outside.path(), root.path().join("content/out.md")).unwrap();
        file.path = SourcePath::new("content/link.md");
        replace(root.path(), &file, "old").unwrap();
        assert!(root.path().join("content/link.md").is_symlink());
        assert_eq!(fs::read_to_string(&inside).unwrap(), "new");
        assert_eq!(fs::metadata(&inside).unwrap().permissions().mode() & 0o777, 0o640);
        file.path = SourcePath::new("content/out.md");
        let failure = replace(root.path(), &file, "").unwrap_err();
        assert_eq!(failure.to_string(), "content/out.md: this link leads out of the book; nothing was written");
        assert_eq!(fs::read_to_string(outside.path()).unwrap(), "");
        fs::set_permissions(&inside, fs::Permissions::from_mode(0o440)).unwrap();
        file.path = SourcePath::new("content/a.md");
        assert_eq!(
            replace(root.path(), &file, "new").unwrap_err().to_string(),
            "content/a.md: this file may only be read; nothing was written"
        );
    }
}
