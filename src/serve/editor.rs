//! The address that opens a place of a file in the author's editor. Not done here: opening it.

use std::path::{Path, PathBuf};

use crate::path::{SourcePath, percent_encode_path};

/// Editors by name, and the form of their addresses.
const KNOWN: &[(&str, &str)] = &[
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("emacs", "emacs://open?url=file://{path}&line={line}&column={column}"),
];

/// An editor, and the book whose files it opens.
#[derive(Debug, Clone)]
pub struct Editor {
    form: String,
    book: PathBuf,
}

impl Editor {
    /// The names of the editors that are known.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|(name, _)| *name)
    }

    /// An editor by its name, or by the form of its addresses, in which `{path}` is replaced by the whole path, `{line}` and `{column}` by numbers
    /// from 1. `book` is the whole path of the book's folder. `None` for what is neither.
    pub fn new(name: &str, book: &Path) -> Option<Editor> {
        let known = KNOWN.iter().find(|(known, _)| *known == name).map(|(_, form)| (*form).to_owned());
        let own = (name.contains("://") && name.contains("{path}")).then(|| name.to_owned());
        known.or(own).map(|form| Editor { form, book: book.to_owned() })
    }

    /// The address of a place, line and column from 1.
    pub fn url(&self, path: &SourcePath, (line, column): (usize, usize)) -> String {
        let mut whole = self.book.join(path.as_str()).to_string_lossy().replace('\\', "/");
        if !whole.starts_with('/') {
            whole.insert(0, '/');
        }
        let mut path = String::new();
        percent_encode_path(&whole, &mut path);
        self.form.replace("{path}", &path).replace("{line}", &line.to_string()).replace("{column}", &column.to_string())
    }
}
