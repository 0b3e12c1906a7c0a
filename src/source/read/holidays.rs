//! Reads the files of holidays that `book.toml` names. Not done here: what stands in them ([`crate::config::holiday_files`]).
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::folders::neighbour;
use super::text;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;
use crate::source::{Sources, without_holidays};

/// Each file that can be read is text in `sources`; each other one is a finding there.
pub(super) fn read(root: &Path, config: &Config, sources: &mut Sources) {
    for file in &config.holiday_files {
        match contents(root, &file.value) {
            Ok(text) => drop(sources.holidays.insert(file.value.clone(), text)),
            Err(Fault::Here(message, help)) => {
                let finding = without_holidays(file, message);
                sources.diagnostics.push(if let Some(help) = help { finding.help(help) } else { finding });
            }
            Err(Fault::Inside(problem)) => sources.diagnostics.push(*problem),
        }
    }
}

/// What keeps a holiday file from being read.
enum Fault {
    /// It can't be had where `book.toml` names it: what is wrong, and what may be meant.
    Here(String, Option<String>),
    /// It is no text.
    Inside(Box<Diagnostic>),
}

/// The text of a file of holidays.
fn contents(root: &Path, path: &SourcePath) -> Result<Arc<str>, Fault> {
    let disk = root.join(path.as_str());
    let at = |message: String| Fault::Here(message, None);
    let target = disk.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            let folder = path.as_str().rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            let near = neighbour(root, path.as_str(), |entry| entry.is_file()).map(|near| folder + &near);
            Fault::Here(format!("there is no file `{path}`"), near.map(|near| format!("did you mean `{near}`?")))
        }
        _ => at(format!("`{path}` can't be read: {error}")),
    })?;
    if !root.canonicalize().is_ok_and(|book| target.starts_with(book)) {
        return Err(Fault::Here(format!("`{path}` leads out of the book"), Some("copy the file into the book".to_owned())));
    }
    if !target.is_file() {
        return Err(at(format!("`{path}` is not a file")));
    }
    let bytes = std::fs::read(&target).map_err(|error| at(format!("`{path}` can't be read: {error}")))?;
    text(path, bytes).map_err(Fault::Inside)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::read;
    use super::super::tests::read_book;

    #[test]
    fn a_holiday_file_is_read_from_anywhere_in_the_book_and_missed_where_it_is_named() {
        let book = |names: &str| format!("[book]\nid = \"b\"\n[calendar]\nholiday_files = [{names}]\n");
        let found = |names: &str| {
            let files = [("content/a.md", ""), ("days/at.ics", "x"), ("content/at.csv", "2026-01-01"), ("folder.ics/a", "")];
            let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
            let config = book(names);
            read_book(&[files.as_slice(), &[("book.toml", config.as_bytes()), ("days/latin.csv", b"2026-12-25;No\xebl")]].concat()).0
        };
        assert_eq!(found("\"days/at.ics\", \"content/at.csv\""), Vec::<String>::new());
        assert_eq!(
            found("\"days/att.ics\", \"gone.ics\", \"folder.ics\", \"days/latin.csv\", \"../b.ics\""),
            [
                "book.toml \"days/att.ics\" there is no file `days/att.ics`; did you mean `days/at.ics`?",
                "book.toml \"gone.ics\" there is no file `gone.ics`; ",
                "book.toml \"folder.ics\" `folder.ics` is not a file; ",
                "days/latin.csv  this file is not UTF-8: line 1 holds the byte 0xEB; save it as UTF-8",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_holidays_outside_the_book_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("days.csv"), "2026-01-01\n").unwrap();
        let book = tempfile::tempdir().unwrap();
        fs::create_dir(book.path().join("content")).unwrap();
        fs::write(book.path().join("book.toml"), "[book]\nid = \"b\"\n[calendar]\nholiday_files = [\"days.csv\"]\n").unwrap();
        std::os::unix::fs::symlink(outside.path().join("days.csv"), book.path().join("days.csv")).unwrap();
        let sources = read(book.path());
        let messages: Vec<_> = sources.diagnostics.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!((messages.as_slice(), sources.holidays.len()), (["`days.csv` leads out of the book"].as_slice(), 0));
    }
}
