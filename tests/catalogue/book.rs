//! The books of the documentation: built as of a fixed day, their findings as they are printed. Not done here: saying what they should be.

use console::strip_ansi_codes;
use rollbook::calendar::parse_date;
use rollbook::diagnostic::{Diagnostic, text};
use rollbook::pipeline::Pipeline;
use rollbook::source::Sources;

/// Taken for a book that has no `book.toml` of its own.
const CONFIG: &str = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n";

/// A book that was built.
pub(crate) struct Built {
    sources: Sources,
    /// Its findings, in their order.
    pub(crate) found: Vec<Diagnostic>,
}

/// Builds a book that is written as a fixture.
pub(crate) fn build(book: &str) -> Built {
    let text = if book.contains("-- book.toml --") { book.to_owned() } else { format!("{CONFIG}{book}") };
    let sources = Sources::from_fixture(&text);
    let found = Pipeline::default().build(&sources, parse_date("2026-06-01").unwrap(), None, &mut |_| {}).diagnostics;
    Built { sources, found }
}

/// What a terminal without colours shows of the findings.
pub(crate) fn printed(built: &Built) -> String {
    let each = |finding| text::render(finding, &|path| built.sources.text(path));
    let all: String = built.found.iter().map(each).collect();
    format!("{}\n", strip_ansi_codes(&all).trim_end())
}

/// The files of a book, by path.
pub(crate) fn files(book: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in book.split_inclusive('\n') {
        match line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --\n")) {
            Some(path) => files.push((path, String::new())),
            None => files.last_mut().unwrap().1.push_str(line),
        }
    }
    files
}

/// A book with some of its files changed or added.
pub(crate) fn mend(book: &str, changed: &str) -> String {
    let changed = files(changed);
    let kept = files(book).into_iter().filter(|(path, _)| !changed.iter().any(|(other, _)| other == path));
    kept.chain(changed.clone()).map(|(path, text)| format!("-- {path} --\n{text}")).collect()
}
