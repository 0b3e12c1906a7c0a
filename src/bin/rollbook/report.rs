//! Prints the findings of a run in the format that was asked for. Not done here: the formats, which the library has.
#![expect(clippy::disallowed_methods, reason = "whether a folder is a repository is a question for the disk")]

use std::path::Path;

use rollbook::calendar::Date;
use rollbook::diagnostic::position::{Located, locate};
use rollbook::diagnostic::{Diagnostic, hosting, json, sarif};
use rollbook::source::Sources;

use crate::args::FindingFormat;
use crate::edge::{self, Failure};

/// Text goes to stderr with what else is said, all other formats to stdout, whole, also when nothing was found.
pub(crate) fn findings(
    format: FindingFormat,
    book: &Path,
    sources: &Sources,
    as_of: Date,
    diagnostics: &[Diagnostic],
) -> Result<(), Failure> {
    let located = || -> Vec<Located<'_>> { locate(diagnostics, &|path| sources.text(path)) };
    match format {
        FindingFormat::Text => edge::say_findings(sources, diagnostics.iter()),
        FindingFormat::Json => edge::print_json(&json::json(&located(), &as_of.to_string())),
        FindingFormat::Sarif => edge::print_json(&sarif::sarif(&located(), &prefix(book))),
        FindingFormat::Github => edge::print(&hosting::github(&located(), &prefix(book))),
        FindingFormat::Gitlab => edge::print_json(&hosting::gitlab(&located(), &prefix(book))),
    }
}

/// The way from the repository to the book, with a `/` at its end: hosts count paths from there. Outside a repository it is counted from where the
/// command runs, and empty for a book that is not below that.
fn prefix(book: &Path) -> String {
    let Ok(book) = std::fs::canonicalize(book) else { return String::new() };
    let repository = book.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
    let root = repository.or_else(|| std::fs::canonicalize(".").ok());
    let inside = root.and_then(|root| book.strip_prefix(root).ok().map(Path::to_owned)).unwrap_or_default();
    inside.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect()
}
