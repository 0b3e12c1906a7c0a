//! Reads a book from the disk into [`Sources`]. An edge: the only place where sources are read. Not done here: understanding them.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

mod folders;
mod holidays;
mod stamp;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::{File, Sources, ThemeFile, default_theme};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::in_parallel;
use crate::path::SourcePath;
use stamp::Stamp;
use walk::Found;

/// Larger Markdown was not written by hand: these are more than a million words. What is made of a text takes up to a hundred times its room.
const LARGEST_MARKDOWN: u64 = 8 << 20;

/// Reads a book again and again. It keeps what it read of the files that are there, and nothing of those that are gone.
#[derive(Debug, Default)]
pub struct Reader {
    /// The book that was read last.
    root: Option<PathBuf>,
    /// The files of the content folder, by path.
    content: Vec<Known>,
    /// The files of the theme's folder, by path.
    theme: Vec<Known>,
    /// `book.toml` and the holiday files, which are few, as they were last.
    config: Option<Arc<str>>,
    holidays: BTreeMap<SourcePath, Arc<str>>,
    built_in: BTreeMap<String, ThemeFile>,
}

/// A file, and what reading it came to.
#[derive(Debug, Clone)]
struct Known {
    path: SourcePath,
    stamp: Stamp,
    /// True when an equal stamp means an equal file.
    settled: bool,
    outcome: Result<File, Box<Diagnostic>>,
}

impl Reader {
    /// What [`read`] gives, without reading files that have not changed since the last time: their texts are the same ones, by pointer too.
    pub fn read(&mut self, root: &Path) -> Sources {
        if self.root.as_deref() != Some(root) {
            *self = Self { root: Some(root.to_owned()), built_in: default_theme(), ..Self::default() };
        }
        // Before any file is looked at: what is written from here on must be seen the next time.
        let now = SystemTime::now();
        let mut sources = Sources { theme: self.built_in.clone(), ..Sources::default() };
        match regular(&root.join("book.toml")) {
            Ok(bytes) => match text(&Config::path(), bytes) {
                Ok(text) => sources.config = Some(text),
                Err(problem) => sources.diagnostics.push(*problem),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => sources.diagnostics.push(unreadable(&Config::path(), &error)),
        }
        // Its faults are reported by the pipeline, which parses it again from the same text.
        let config = Config::parse(sources.config.as_deref().unwrap_or_default(), &mut Vec::new());
        let theme = theme_folder(&config);
        let mut faults = read_again(root, &config.content, &mut self.content, now);
        faults.extend(read_again(root, &theme, &mut self.theme, now));
        sources.content =
            self.content.iter().filter_map(|known| Some((known.path.clone(), known.outcome.as_ref().ok()?.clone()))).collect();
        for Known { path, outcome, .. } in &self.theme {
            if let Ok(file) = outcome {
                sources.shadow(path.as_str()[theme.len() + 1..].to_owned(), path.clone(), file.clone());
            }
        }
        holidays::read(root, &config, &mut sources);
        self.keep_texts(&mut sources);
        sources.unreadable = faults.iter().map(|problem| problem.place.path.clone()).collect();
        sources.unreadable.sort();
        sources.diagnostics.extend(faults);
        // Without `book.toml` nobody knows which folders are meant, and the pipeline says that it is missing.
        if let Some(text) = sources.config.clone() {
            folders::check(root, &config, &text, &mut sources.diagnostics);
        }
        sources
    }

    /// The files as they were at `last`, a reading of this book, but for a few of the content folder, which are read again whatever their times say.
    /// With those that have changed. `None` if none has, or one can't be read any more: then only [`Reader::read`] knows what there is.
    pub fn peek(&self, root: &Path, last: &Sources, files: &[SourcePath]) -> Option<(Sources, Vec<SourcePath>)> {
        let book = root.canonicalize().ok()?;
        let mut changed = Vec::new();
        for path in files {
            let disk = root.join(path.as_str()).canonicalize().ok().filter(|disk| disk.starts_with(&book) && disk.is_file())?;
            let file = contents(path, &disk).ok()?;
            if *last.content.get(path)? != file {
                changed.push((path.clone(), file));
            }
        }
        (!changed.is_empty()).then(|| {
            let (mut sources, paths) = (last.clone(), changed.iter().map(|(path, _)| path.clone()).collect());
            sources.content.extend(changed);
            (sources, paths)
        })
    }

    /// The number of files that it remembers.
    pub fn remembered(&self) -> usize {
        self.content.len() + self.theme.len()
    }

    /// Takes the texts of the last time where they are equal.
    fn keep_texts(&mut self, sources: &mut Sources) {
        if self.config == sources.config {
            sources.config.clone_from(&self.config);
        }
        for (path, text) in &mut sources.holidays {
            if let Some(known) = self.holidays.get(path).filter(|known| *known == text) {
                *text = Arc::clone(known);
            }
        }
        self.config.clone_from(&sources.config);
        self.holidays.clone_from(&sources.holidays);
    }
}

/// Brings what is known of a folder of the book up to date, and tells what is wrong with the files that can't be read.
fn read_again(root: &Path, folder: &str, known: &mut Vec<Known>, now: SystemTime) -> Vec<Diagnostic> {
    let (found, mut faults) = walk::files(root, folder);
    // Both are sorted by path.
    let mut rest = known.as_slice();
    let work: Vec<(&Found, Option<&Known>)> = (found.iter())
        .map(|file| {
            let gone = rest.iter().take_while(|known| known.path < file.path).count();
            rest = &rest[gone..];
            (file, rest.first().filter(|known| known.path == file.path))
        })
        .collect();
    *known = in_parallel(&work, |(file, before)| file_again(file, *before, now)).into_iter().flatten().collect();
    faults.extend(known.iter().filter_map(|known| known.outcome.as_ref().err()).map(|fault| fault.as_ref().clone()));
    faults.sort_by(|a, b| a.place.cmp(&b.place));
    faults
}

/// `None` for a file that has gone since it was found.
fn file_again(file: &Found, before: Option<&Known>, now: SystemTime) -> Option<Known> {
    let stamp = file.stamp;
    if let Some(known) = before.filter(|known| known.settled && known.stamp == stamp) {
        return Some(known.clone());
    }
    let outcome = contents(&file.path, &file.disk);
    if outcome.is_err() && std::fs::metadata(&file.disk).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return None;
    }
    // What could not be read may be there the next time, though nothing has changed.
    let settled = stamp.is_settled(now) && outcome.is_ok();
    Some(match before {
        Some(known) if known.outcome == outcome => Known { stamp, settled, ..known.clone() },
        _ => Known { path: file.path.clone(), stamp, settled, outcome },
    })
}

/// Reads `book.toml`, the content folder and the theme of the book at `root`. What can't be read is a finding in the result, and so is a
/// folder that is missing; a missing `book.toml` leaves `config` empty.
pub fn read(root: &Path) -> Sources {
    Reader::default().read(root)
}

/// Reads the texts that findings are shown with once more, where they were given back. One that is another by now is left out: nothing in it is where
/// the findings say.
pub fn recover(root: &Path, sources: &mut Sources, findings: &[Diagnostic]) {
    for label in findings.iter().flat_map(|finding| std::iter::once(&finding.place).chain(&finding.related)) {
        let Some(file @ File::Gone(_)) = sources.content.get_mut(&label.path) else { continue };
        let File::Gone(length) = *file else { continue };
        match contents(&label.path, &root.join(label.path.as_str())) {
            Ok(File::Text(text)) if text.len() == length => *file = File::Text(text),
            _ => {}
        }
    }
}

fn theme_folder(config: &Config) -> String {
    format!("themes/{}", config.theme)
}

/// The bytes of a file that the walk has not seen: a pipe would be waited for, and a device may never end.
fn regular(disk: &Path) -> io::Result<Vec<u8>> {
    let kind = std::fs::metadata(disk)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(io::Error::other("it is a pipe, a socket or a device"));
    }
    std::fs::read(disk)
}

fn contents(path: &SourcePath, disk: &Path) -> Result<File, Box<Diagnostic>> {
    let size = std::fs::metadata(disk).map_err(|error| Box::new(unreadable(path, &error)))?.len();
    if path.as_str().ends_with(".md") && size > LARGEST_MARKDOWN {
        let message = format!("this file has {} MB, and Markdown is read up to {} MB", size >> 20, LARGEST_MARKDOWN >> 20);
        return Err(Box::new(Diagnostic::on_file(Code::UnreadableFile, path, message).help("split it into pages that can be read")));
    }
    let bytes = std::fs::read(disk).map_err(|error| Box::new(unreadable(path, &error)))?;
    let is_text =
        [".md", ".html", ".toml", ".css", ".svg", ".xml", ".txt", ".ftl", ".js"].iter().any(|ending| path.as_str().ends_with(ending));
    if !is_text {
        return Ok(File::Bytes(Arc::from(bytes)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(File::Text(Arc::from(text))),
        Err(error) if path.as_str().ends_with(".md") || path.as_str().starts_with("themes/") => {
            text(path, error.into_bytes()).map(File::Text)
        }
        Err(error) => Ok(File::Bytes(Arc::from(error.into_bytes()))),
    }
}

fn text(path: &SourcePath, bytes: Vec<u8>) -> Result<Arc<str>, Box<Diagnostic>> {
    String::from_utf8(bytes).map(Arc::from).map_err(|error| {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        Box::new(
            Diagnostic::on_file(
                Code::UnreadableFile,
                path,
                format!("this file is not UTF-8: line {line} holds the byte 0x{:02X}", bytes[at]),
            )
            .help("save it as UTF-8"),
        )
    })
}

fn unreadable(path: &SourcePath, error: &io::Error) -> Diagnostic {
    Diagnostic::on_file(Code::UnreadableFile, path, format!("this file can't be read: {error}"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A book on the disk, read: its findings as `path:span message`, and what of it could not be read.
    pub(super) fn read_book(files: &[(&str, &[u8])]) -> (Vec<String>, Vec<String>) {
        let root = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let sources = read(root.path());
        let shown = |finding: &Diagnostic| {
            let text = finding.place.span.map(|span| &sources.config.as_deref().unwrap()[span.start..span.end]);
            format!(
                "{} {} {}; {}",
                finding.place.path,
                text.unwrap_or_default(),
                finding.message,
                finding.help.as_deref().unwrap_or_default()
            )
        };
        (sources.diagnostics.iter().map(shown).collect(), sources.unreadable.iter().map(ToString::to_string).collect())
    }

    /// The pointer to a file's text.
    fn pointer(sources: &Sources, path: &str) -> *const str {
        let Some(File::Text(text)) = sources.content.get(&SourcePath::new(path)) else { panic!("{path} is not there") };
        Arc::as_ptr(text)
    }

    #[test]
    fn a_file_that_has_not_changed_keeps_its_text_and_one_that_has_is_seen_whatever_its_time_says() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join("content").join(path);
        let old = SystemTime::now() - std::time::Duration::from_secs(3600);
        let write = |path: &str, text: &str| {
            fs::write(at(path), text).unwrap();
            fs::File::options().write(true).open(at(path)).unwrap().set_modified(old).unwrap();
        };
        fs::create_dir(at("")).unwrap();
        write("kept.md", "kept");
        write("edited.md", "one");
        write("gone.md", "gone");
        let mut reader = Reader::default();
        let before = reader.read(root.path());
        write("edited.md", "two");
        fs::remove_file(at("gone.md")).unwrap();
        let after = reader.read(root.path());
        assert_eq!(pointer(&before, "content/kept.md"), pointer(&after, "content/kept.md"));
        assert_eq!(after.content.get(&SourcePath::new("content/edited.md")), Some(&File::Text(Arc::from("two"))));
        assert_eq!((after.content.len(), reader.remembered()), (2, 2));
    }

    #[test]
    fn a_reader_that_is_given_another_book_knows_nothing_of_the_first() {
        let books = ["a", "b"].map(|text| {
            let root = tempfile::tempdir().unwrap();
            fs::create_dir(root.path().join("content")).unwrap();
            fs::write(root.path().join("content/page.md"), text).unwrap();
            root
        });
        let mut reader = Reader::default();
        for (book, text) in books.iter().zip(["a", "b"]) {
            let sources = reader.read(book.path());
            assert_eq!(sources.content.get(&SourcePath::new("content/page.md")), Some(&File::Text(Arc::from(text))));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_book_toml_that_is_a_pipe_is_not_waited_for() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(root.path().join("book.toml")).status().unwrap().success());
        let found: Vec<_> = read(root.path()).diagnostics.into_iter().map(|finding| finding.message).collect();
        assert_eq!(found, ["this file can't be read: it is a pipe, a socket or a device"]);
    }

    #[test]
    fn what_is_there_and_cannot_be_read_is_listed() {
        let files: &[(&str, &[u8])] = &[
            ("book.toml", b"[book]\nid = \"b\"\n"),
            ("content/stages/02-b.md", b"\xff"),
            ("content/stages/01-a.md", b"a\n\xfe"),
            ("content/plan.png", b"\xff"),
            ("themes/default/templates/page.html", b"\xff"),
        ];
        let (found, unreadable) = read_book(files);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], "content/stages/01-a.md  this file is not UTF-8: line 2 holds the byte 0xFE; save it as UTF-8");
        assert_eq!(unreadable, ["content/stages/01-a.md", "content/stages/02-b.md", "themes/default/templates/page.html"]);
    }
}
