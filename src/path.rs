//! The two kinds of path, where a source is published, and which folders of a book a site must not harm. Not done here: touching the disk.

pub mod portable;
mod url;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

pub use url::{percent_decode, relative_url};
pub(crate) use url::{percent_encode, percent_encode_path};

/// A file of the book, relative to the book's root, with `/` on every system: `content/stages/01-discovery.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path that already has `/` between its parts and no `.` or `..` in it.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file's name, last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder, `""` at the root.
    pub fn folder(&self) -> &str {
        folder_of(&self.0)
    }

    /// The path inside a folder of the book; `None` for one that lies elsewhere, `""` for the folder itself.
    pub fn inside(&self, folder: &str) -> Option<&str> {
        let rest = self.0.strip_prefix(folder)?;
        if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
    }

    /// Where `link`, a relative path as an author writes it, leads from this file. `None` when it climbs out of the book.
    pub fn join(&self, link: &str) -> Option<SourcePath> {
        self.joined(link).map(SourcePath::new)
    }

    /// The same as plain text, for who only looks it up.
    pub(crate) fn joined(&self, link: &str) -> Option<String> {
        let folder = if link.starts_with('/') { "" } else { self.folder() };
        let mut path = String::with_capacity(folder.len() + 1 + link.len());
        path.push_str(folder);
        // By hand, for parts are short: to search for a slash costs more to begin than to do.
        let is_slash = |byte: u8| byte == b'/';
        let mut rest = Some(link);
        while let Some(left) = rest {
            let end = left.bytes().position(is_slash);
            match &left[..end.unwrap_or(left.len())] {
                "" | "." => {}
                ".." if path.is_empty() => return None,
                ".." => path.truncate(path.bytes().rposition(is_slash).unwrap_or(0)),
                name => {
                    if !path.is_empty() {
                        path.push('/');
                    }
                    path.push_str(name);
                }
            }
            rest = end.map(|end| &left[end + 1..]);
        }
        Some(path)
    }

    /// How an author links from this file to another: what [`SourcePath::join`] leads there by, with what Markdown reads otherwise encoded.
    pub fn link_to(&self, to: &SourcePath) -> String {
        let (above, below) = url::way(&self.0, &to.0);
        let mut link = "../".repeat(above);
        for c in below.chars() {
            match c {
                ' ' | '(' | ')' | '<' | '>' | '#' | '?' | '%' | '\\' => link.push_str(&format!("%{:02X}", u32::from(c))),
                c => link.push(c),
            }
        }
        link
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the site, relative to its root, with `/` on every system: `stages/discovery/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Takes a path that already has `/` between its parts and no `.` or `..` in it.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this page's folder to the site's root: `""`, `"../"`, `"../../"`, …
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The folder of a path, `""` at the root.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Every folder that one of these paths is in, at any depth.
pub(crate) fn folders_of<'p>(paths: impl Iterator<Item = &'p str>) -> FxHashSet<&'p str> {
    let mut seen = FxHashSet::default();
    for path in paths {
        let mut folder = folder_of(path);
        // Where a folder is known, so are those around it.
        while !folder.is_empty() && seen.insert(folder) {
            folder = folder_of(folder);
        }
    }
    seen
}

/// How a folder that is written to lies to a folder that must not be harmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// It is that folder.
    Same,
    /// That folder is somewhere in it.
    Contains,
    /// It is somewhere in that folder.
    Inside,
}

impl fmt::Display for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Same => "is",
            Self::Contains => "contains",
            Self::Inside => "lies inside",
        })
    }
}

/// The folders of a book that a site must do no harm, in words and by their default place in the book: its root, in which a site may lie, first.
pub const PROTECTED_FOLDERS: [(&str, &str); 4] = [
    ("the book's root", ""),
    ("the book's content folder", "content"),
    ("the book's themes folder", "themes"),
    ("the book's repository", ".git"),
];

/// Whether writing to `output` could harm `folder`; both without symlinks and `..`.
pub fn overlap(output: &Path, folder: &Path, may_lie_inside: bool) -> Option<Overlap> {
    if output == folder {
        Some(Overlap::Same)
    } else if folder.starts_with(output) {
        Some(Overlap::Contains)
    } else {
        (!may_lie_inside && output.starts_with(folder)).then_some(Overlap::Inside)
    }
}

/// `stem` without the number that orders it: `03-pilot` → `pilot`. A stem that is nothing but a number keeps it.
pub fn without_order(stem: &str) -> &str {
    let digits = stem.len() - stem.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match stem[digits..].strip_prefix(['-', '_']) {
        Some(rest) if digits > 0 && !rest.is_empty() => rest,
        _ => stem,
    }
}

/// The number in front of a stem, by which files are put in order: `03-pilot` → 3.
pub fn order_prefix(stem: &str) -> Option<u64> {
    let rest = without_order(stem);
    if rest.len() == stem.len() { None } else { stem[..stem.len() - rest.len() - 1].parse().ok() }
}

/// Where a file is published; `inside` is its path inside the content folder. A pure function of that path, so that a parsed file stays
/// valid when others change: `a/03-b.md` → `a/b/index.html`, `a/index.md` → `a/index.html`, anything but Markdown to its own name.
/// A decision keeps its number, which is its name; a project's folder loses its number like a project's file does.
pub fn output_path(inside: &str) -> OutputPath {
    let (folder, name) = inside.rsplit_once('/').unwrap_or(("", inside));
    let folder = match folder.strip_prefix("projects/") {
        Some(rest) => format!("projects/{}", without_order(rest)),
        None => folder.to_owned(),
    };
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let published = match name.strip_suffix(".md") {
        None => format!("{prefix}{name}"),
        Some("index") => format!("{prefix}index.html"),
        Some(stem) if folder == "decisions" || folder.starts_with("decisions/") => format!("{prefix}{stem}/index.html"),
        Some(stem) => format!("{prefix}{}/index.html", without_order(stem)),
    };
    OutputPath::new(published)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_path_alone_decides_where_a_page_is_published() {
        let cases = [
            ("index.md", "index.html"),
            ("stages/01-discovery.md", "stages/discovery/index.html"),
            ("stages/index.md", "stages/index.html"),
            ("decisions/0007-atlas.md", "decisions/0007-atlas/index.html"),
            ("decisions/2026/0007-atlas.md", "decisions/2026/0007-atlas/index.html"),
            ("projects/atlas/03-pilot.md", "projects/atlas/pilot/index.html"),
            ("projects/02-atlas/index.md", "projects/atlas/index.html"),
            ("guide/2026.md", "guide/2026/index.html"),
            ("guide/plan.png", "guide/plan.png"),
        ];
        for (source, output) in cases {
            assert_eq!(output_path(source).as_str(), output, "{source}");
        }
    }

    #[test]
    fn a_link_from_one_file_to_another_leads_there() {
        let cases = [("content/guide/a.md", "content/b (1) #?.md"), ("a.md", "b.md"), ("a/b/c.md", "a/b/c/d 100%.md"), ("a/b.md", "ü.md")];
        for (from, to) in cases {
            let (from, to) = (SourcePath::new(from), SourcePath::new(to));
            let link = from.link_to(&to);
            assert_eq!(from.join(&percent_decode(&link)), Some(to), "{link}");
            assert!(!link.contains([' ', '(', ')']), "{link}");
        }
    }

    #[test]
    fn a_folder_is_not_another_whose_name_begins_alike() {
        let inside = |path: &str| SourcePath::new(path).inside("content").map(str::to_owned);
        assert_eq!(inside("content/a/b.md").as_deref(), Some("a/b.md"));
        assert_eq!(inside("content").as_deref(), Some(""));
        assert_eq!((inside("contents/a.md"), inside("book.toml")), (None, None));
    }

    #[test]
    fn joining_never_leaves_the_book() {
        let page = SourcePath::new("content/guide/a.md");
        assert_eq!(page.join("../index.md").map(|p| p.to_string()), Some("content/index.md".into()));
        assert_eq!(page.join("../../../x.md"), None);
    }
}
