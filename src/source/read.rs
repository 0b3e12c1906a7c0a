//! Reads a book from the disk into [`Sources`]. An edge: the only place where sources are read. Not done here: understanding them.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

mod holidays;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::{File, Sources, ThemeFile, default_theme};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::document::toml;
use crate::memo::in_parallel;
use crate::path::SourcePath;

/// Reads a book again and again.
#[derive(Debug, Default)]
pub struct Reader {}

impl Reader {
    /// What [`read`] gives, without reading files that have not changed since the last time.
    pub fn read(&mut self, root: &Path) -> Sources {
        read(root)
    }
}

/// Reads `book.toml`, the content folder and the theme of the book at `root`. What can't be read is a finding in the result, and so is a
/// folder that is missing; a missing `book.toml` leaves `config` empty.
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
    let theme = theme_folder(&config);
    let mut unreadable = Vec::new();
    for (path, file) in folder(root, &config.content, &mut unreadable) {
        sources.content.insert(path, file);
    }
    for (path, file) in folder(root, &theme, &mut unreadable) {
        let inside = path.as_str()[theme.len() + 1..].to_owned();
        sources.theme.insert(inside, ThemeFile { path, file });
    }
    holidays::read(root, &config, &mut sources);
    sources.unreadable = unreadable.iter().map(|problem| problem.place.path.clone()).collect();
    sources.unreadable.sort();
    sources.diagnostics.extend(unreadable);
    // Without `book.toml` nobody knows which folders are meant, and the pipeline says that it is missing.
    if let Some(text) = sources.config.clone() {
        check_folders(root, &config, &text, &mut sources.diagnostics);
    }
    sources
}

/// Reports folders that the book names and does not have: one that lost its sources must not be published as an empty site.
fn check_folders(root: &Path, config: &Config, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut unread = Vec::new();
    let keys = toml::parse(&Config::path(), text, Span::new(start, text.len()), &mut unread);
    for (key, name, folder) in [("content", &config.content, config.content.clone()), ("theme", &config.theme, theme_folder(config))] {
        let built_in = folder == "themes/default" && root.join(&folder).symlink_metadata().is_err();
        let Some(message) = fault(root, &folder).filter(|_| !built_in) else { continue };
        let mut finding = Diagnostic::on_file(Code::UnreadableFile, &Config::path(), message);
        match keys.get("build").and_then(|build| build.get(key)) {
            Some(node) if node.as_text() == Some(name) => finding.place.span = Some(node.span),
            // A value that names no folder is reported already, and a key that was not found may stand in what could not be read.
            Some(_) => continue,
            None if !unread.is_empty() => continue,
            None => {}
        }
        diagnostics.push(finding.help(match neighbour(root, &folder, |entry| entry.is_dir()) {
            Some(near) => format!("did you mean `{near}`? `{key}` under `[build]` names the folder"),
            None => format!("create the folder, or name another one as `{key}` under `[build]`"),
        }));
    }
}

/// What keeps a folder of the book from being one.
fn fault(root: &Path, folder: &str) -> Option<String> {
    match std::fs::metadata(root.join(folder)) {
        Ok(found) if found.is_dir() => None,
        Ok(_) => Some(format!("`{folder}` is not a folder")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("there is no folder `{folder}`")),
        Err(error) => Some(format!("the folder `{folder}` can't be read: {error}")),
    }
}

/// The folder or file beside a missing one that has almost its name.
fn neighbour(root: &Path, missing: &str, is_one: impl Fn(&Path) -> bool) -> Option<String> {
    let (parent, name) = missing.rsplit_once('/').unwrap_or(("", missing));
    let beside = std::fs::read_dir(root.join(parent)).ok()?.flatten().filter(|entry| is_one(&entry.path()));
    let mut names: Vec<String> = beside.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    nearest(name, names.iter().map(String::as_str)).filter(|near| *near != name).map(str::to_owned)
}

fn theme_folder(config: &Config) -> String {
    format!("themes/{}", config.theme)
}

/// All files below a folder of the book, hidden ones and editors' leftovers left out.
fn folder(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<(SourcePath, File)> {
    let start = root.join(folder);
    let Ok(book) = root.canonicalize() else { return Vec::new() };
    if !start.is_dir() {
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

    #[test]
    fn a_folder_that_the_book_does_not_have_is_found_where_it_is_named() {
        let create = |key: &str| format!("create the folder, or name another one as `{key}` under `[build]`");
        let cases = [
            ("", "guide/a.md", format!("book.toml  there is no folder `content`; {}", create("content"))),
            ("", "content", format!("book.toml  `content` is not a folder; {}", create("content"))),
            (
                "[build]\ncontent = \"contnet\"\n",
                "content/a.md",
                "book.toml \"contnet\" there is no folder `contnet`; did you mean `content`? `content` under `[build]` names the folder"
                    .into(),
            ),
            (
                "\u{feff}[build]\ntheme = \"own\"\n",
                "content/a.md",
                format!("book.toml \"own\" there is no folder `themes/own`; {}", create("theme")),
            ),
        ];
        for (book, file, expected) in cases {
            assert_eq!(read_book(&[("book.toml", book.as_bytes()), (file, b"")]), (vec![expected], Vec::new()), "{book:?}");
        }
        let own = read_book(&[("book.toml", b"[build]\ntheme = \"own\"\n"), ("content/a.md", b""), ("themes/own", b"")]);
        assert_eq!(own.0, [format!("book.toml \"own\" `themes/own` is not a folder; {}", create("theme"))]);
    }

    #[test]
    fn a_folder_that_is_built_in_or_not_known_is_not_missed() {
        let none = Vec::<String>::new();
        assert_eq!(read_book(&[("book.toml", b"[build]\ntheme = \"default\"\n"), ("content/a.md", b"")]).0, none);
        assert_eq!(read_book(&[("book.toml", b"[build\ncontent = \"guide\"\n")]).0, none);
        assert_eq!(read_book(&[("book.toml", b"[build]\ncontent = \"../guide\"\n")]).0, none);
        assert_eq!(read_book(&[]).0, none);
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
