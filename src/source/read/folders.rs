//! Folders that `book.toml` names and that are not there, with what may be meant. Not done here: reading them.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the disk for the core")]

use std::io;
use std::path::Path;

use super::theme_folder;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::document::toml;

/// Reports folders that the book names and does not have: one that lost its sources must not be published as an empty site.
pub(super) fn check(root: &Path, config: &Config, text: &str, diagnostics: &mut Vec<Diagnostic>) {
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
pub(super) fn neighbour(root: &Path, missing: &str, is_one: impl Fn(&Path) -> bool) -> Option<String> {
    let (parent, name) = missing.rsplit_once('/').unwrap_or(("", missing));
    let beside = std::fs::read_dir(root.join(parent)).ok()?.flatten().filter(|entry| is_one(&entry.path()));
    let mut names: Vec<String> = beside.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    nearest(name, names.iter().map(String::as_str)).filter(|near| *near != name).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_book;

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
}
