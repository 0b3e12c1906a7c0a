//! Files that were meant as content and are not read as it, by the name of the file or of its folder. Not done here: what is read.

use std::sync::Arc;

use super::Kind;
use super::node::{Entry, Node};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::path::SourcePath;

/// The folders whose files are of a kind.
const FOLDERS: [&str; 5] = ["stages", "causes", "practices", "projects", "decisions"];
/// Other endings of Markdown, which are not read; `.md` is here for its capitals.
const MARKDOWN: [&str; 5] = [".markdown", ".mdown", ".mdx", ".mkd", ".md"];
/// Endings with which a text is no Markdown, in a folder where nothing else is of use.
const OTHER_TEXT: [&str; 4] = [".md.txt", ".yaml", ".yml", ".toml"];

/// The finding for a file whose name keeps it from being read; `inside` is its path inside the content folder, `bytes` what it holds.
pub fn check(path: &SourcePath, inside: &str, bytes: impl FnOnce() -> Arc<[u8]>) -> Option<Diagnostic> {
    let name = path.file_name();
    let stem = stem_meant(inside, name, bytes)?;
    let stem = if stem.eq_ignore_ascii_case("index") { "index" } else { stem };
    let message = if name.ends_with(".md") {
        format!("`{name}` is not read as the folder's own page, for its name is not in small letters")
    } else {
        format!("`{name}` is published as it is, and not read")
    };
    let keys = if OTHER_TEXT[1..].iter().any(|ending| name.to_lowercase().ends_with(ending)) {
        format!(", with its keys between two lines of `{}`", if name.to_lowercase().ends_with(".toml") { "+++" } else { "---" })
    } else {
        String::new()
    };
    Some(Diagnostic::on_file(Code::MisnamedFile, path, message).help(format!("name it `{stem}.md`{keys}")))
}

/// The stem of a name that is not read and was probably meant to be.
fn stem_meant<'n>(inside: &str, name: &'n str, bytes: impl FnOnce() -> Arc<[u8]>) -> Option<&'n str> {
    let without = |ending: &&str| {
        let at = name.len().checked_sub(ending.len()).filter(|at| *at > 0)?;
        name.get(at..).filter(|end| end.eq_ignore_ascii_case(ending)).map(|_| &name[..at])
    };
    let of_kind = inside.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
    if let Some(stem) = name.strip_suffix(".md") {
        return (of_kind && stem != "index" && stem.eq_ignore_ascii_case("index")).then_some(stem);
    }
    MARKDOWN
        .iter()
        .find_map(without)
        .or_else(|| OTHER_TEXT.iter().filter(|_| of_kind).find_map(without))
        .or_else(|| (of_kind && !name.contains('.') && begins_with_keys(&bytes())).then_some(name))
}

/// True for a text whose first line is the fence of front matter.
fn begins_with_keys(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    matches!(first.trim_ascii_end(), b"---" | b"+++")
}

/// Where a page has keys of another kind and stands in a folder that is almost called like that kind's, the folder is what is wrong, once.
pub(super) fn blame_folder(inside: &str, root: &Node, diagnostics: &mut Vec<Diagnostic>) {
    let Some((folder, rest)) = inside.split_once('/') else { return };
    let Some(meant) = nearest(folder, FOLDERS) else { return };
    let fields = Kind::of(&format!("{meant}/{rest}")).fields();
    let is_of_kind = |diagnostic: &Diagnostic| {
        let here = |entry: &&Entry| diagnostic.place.span == Some(entry.key.span);
        let entry = root.entries().iter().find(here).filter(|_| diagnostic.code == Code::UnknownKey);
        entry.is_some_and(|entry| fields.all().any(|field| field.name == entry.key.value))
    };
    let mut said = false;
    diagnostics.retain_mut(|diagnostic| {
        if !is_of_kind(diagnostic) {
            return true;
        }
        diagnostic.help = Some(format!("it is a key of {}, and the folder of those is `{meant}`, not `{folder}`", fields.name));
        !std::mem::replace(&mut said, true)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_content_is_told_the_one_that_is_read() {
        let meant = |inside: &str, text: &str| {
            let found = check(&SourcePath::new(format!("content/{inside}")), inside, || Arc::from(text.as_bytes()));
            found.and_then(|found| found.help).unwrap_or_default()
        };
        let cases = [
            ("decisions/0024-x.md.txt", "name it `0024-x.md`"),
            ("decisions/zeta.markdown", "name it `zeta.md`"),
            ("causes/Zeta.MD", "name it `Zeta.md`"),
            ("practices/a.mdx", "name it `a.md`"),
            ("stages/01-a.yml", "name it `01-a.md`, with its keys between two lines of `---`"),
            ("projects/atlas/03-pilot.TOML", "name it `03-pilot.md`, with its keys between two lines of `+++`"),
            ("stages/Index.md", "name it `index.md`"),
            ("projects/atlas/INDEX.MD", "name it `index.md`"),
            ("guide/a.markdown", "name it `a.md`"),
            ("a.MD", "name it `a.md`"),
        ];
        for (inside, help) in cases {
            assert_eq!(meant(inside, ""), help, "{inside}");
        }
        assert_eq!(meant("stages/01-a", "---\r\ntitle: A\n---\n"), "name it `01-a.md`");
        for inside in [
            "stages/01-a",
            "stages/index.md",
            "stages/01-a.md",
            "guide/a.yaml",
            "guide/a.md.txt",
            "guide/Index.md",
            "stages/a.csv",
            "stages/a.txt",
        ] {
            assert_eq!(meant(inside, "no keys"), "", "{inside}");
        }
        assert_eq!(meant("guide/a", "---\n---\n"), "");
    }
}
