//! Reads a book from the disk into [`Sources`]. An edge: the only place where sources are read. Not done here: understanding them.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::{File, Sources, ThemeFile, default_theme};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::in_parallel;
use crate::path::SourcePath;

/// Reads `book.toml`, the content folder and the theme of the book at `root`. What can't be read is a finding in the result;
/// a missing `book.toml` leaves `config` empty.
pub fn read(root: &Path) -> Sources {
    let mut sources = Sources { theme: default_theme(), ..Sources::default() };
    match std::fs::read(root.join("book.toml")) {
        Ok(bytes) => match text(&Config::path(), bytes) {
            Ok(text) => sources.config = Some(text),
            Err(problem) => sources.diagnostics.push(*problem),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => sources.diagnostics.push(unreadable(&Config::path(), &error)),
    }
    // Its faults are reported by the pipeline, which parses it again from the same text.
    let config = Config::parse(sources.config.as_deref().unwrap_or_default(), &mut Vec::new());
    for (path, file) in folder(root, &config.content, &mut sources.diagnostics) {
        sources.content.insert(path, file);
    }
    let theme = format!("themes/{}", config.theme);
    for (path, file) in folder(root, &theme, &mut sources.diagnostics) {
        let inside = path.as_str()[theme.len() + 1..].to_owned();
        sources.theme.insert(inside, ThemeFile { path, file });
    }
    sources
}

/// All files below a folder of the book, hidden ones and editors' leftovers left out.
fn folder(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<(SourcePath, File)> {
    let start = root.join(folder);
    let Ok(book) = root.canonicalize() else { return Vec::new() };
    if !start.exists() {
        return Vec::new();
    }
    let mut found: Vec<(SourcePath, PathBuf)> = Vec::new();
    let mut walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) if entry.depth() > 0 && is_hidden(&entry) => skip(&mut walk, &entry),
            Ok(entry) => match locate(root, &book, &entry) {
                Ok(Some(file)) => found.push(file),
                Ok(None) => {}
                Err(problem) => {
                    diagnostics.push(*problem);
                    skip(&mut walk, &entry);
                }
            },
            Err(error) => diagnostics.push(unwalkable(root, folder, &error)),
        }
    }
    let read: Vec<Result<(SourcePath, File), Box<Diagnostic>>> = in_parallel(&found, |(path, disk)| contents(path.clone(), disk));
    read.into_iter()
        .filter_map(|outcome| match outcome {
            Ok(file) => Some(file),
            Err(problem) => {
                diagnostics.push(*problem);
                None
            }
        })
        .collect()
}

/// Leaves out a file, or a folder with all that it holds.
fn skip(walk: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

fn unwalkable(root: &Path, folder: &str, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| path.strip_prefix(root).ok()).unwrap_or(Path::new(folder));
    let path = SourcePath::new(path.to_string_lossy().replace('\\', "/"));
    let message = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "this link leads back to a folder that holds it".to_owned(),
        (None, Some(io)) => format!("this can't be read: {io}"),
        (None, None) => error.to_string(),
    };
    Diagnostic::on_file(Code::UnreadableFile, &path, message)
}

/// The file's path inside the book, if it is a file and lies inside the book once links are followed.
fn locate(root: &Path, book: &Path, entry: &DirEntry) -> Result<Option<(SourcePath, PathBuf)>, Box<Diagnostic>> {
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let shown = SourcePath::new(relative.to_string_lossy().replace('\\', "/"));
    let outside = |message: &str| Err(Box::new(Diagnostic::on_file(Code::UnreadableFile, &shown, message)));
    if entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|target| target.starts_with(book)) {
        return outside("this link leads out of the book")
            .map_err(|problem: Box<Diagnostic>| Box::new(problem.help("copy the file into the book")));
    }
    if !entry.file_type().is_file() {
        return Ok(None);
    }
    if relative.to_str().is_none() {
        return outside("the name of this file is not UTF-8");
    }
    Ok(Some((shown, entry.path().to_owned())))
}

fn contents(path: SourcePath, disk: &Path) -> Result<(SourcePath, File), Box<Diagnostic>> {
    let bytes = std::fs::read(disk).map_err(|error| Box::new(unreadable(&path, &error)))?;
    let is_text = [".md", ".html", ".toml", ".css", ".svg", ".xml", ".txt"].iter().any(|ending| path.as_str().ends_with(ending));
    if !is_text {
        return Ok((path, File::Bytes(Arc::from(bytes))));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((path, File::Text(Arc::from(text)))),
        Err(error) if path.as_str().ends_with(".md") || path.as_str().starts_with("themes/") => {
            text(&path, error.into_bytes()).map(|text| (path, File::Text(text)))
        }
        Err(error) => Ok((path, File::Bytes(Arc::from(error.into_bytes())))),
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

/// Dot-files, and what editors leave beside a file while it is edited.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}
