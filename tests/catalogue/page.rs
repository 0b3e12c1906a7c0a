//! The guide's page about findings: its tables and the section of each code. Not done here: its other parts, which are written by hand.

use rollbook::diagnostic::{Code, Severity};

use super::block::{Block, Piece, pieces};
use super::book::files;

/// The last heading of the page; all below it is made here.
const EACH: &str = "\n## Each finding\n\n";

/// The page with its tables and sections replaced.
pub(crate) fn fill(page: &str, catalogue: &[(Code, String)]) -> String {
    let (head, _) = page.split_once(EACH).unwrap();
    let head = table(head, "\n## Errors\n", catalogue, Severity::Error);
    let head = table(&head, "\n## Warnings\n", catalogue, Severity::Warning);
    let sections: Vec<String> = catalogue.iter().map(|(code, text)| format!("### {}\n\n{}", code.name(), section(*code, text))).collect();
    format!("{head}{EACH}{INTRODUCTION}{}", sections.join("\n"))
}

const INTRODUCTION: &str = "\
`rollbook finding CODE` prints these texts in the terminal.
Each example is a small book, file by file, and what is printed for it as of 2026-06-01.
Its `book.toml` is shown only where it needs more than `id` and `start`.
The files below \"How to fix it\" are those that change.

";

/// Replaces the table below a heading.
fn table(page: &str, heading: &str, catalogue: &[(Code, String)], severity: Severity) -> String {
    let below = page.find(heading).unwrap();
    let start = below + page[below..].find("\n|").unwrap() + 1;
    let end = start + page[start..].find("\n\n").unwrap() + 1;
    let rows = catalogue.iter().filter(|(code, _)| code.severity() == severity).map(|(code, text)| {
        let meaning = text.lines().next().unwrap().trim_end_matches('.');
        let by_date = match severity {
            Severity::Error => "",
            Severity::Warning if code.by_date() => " yes |",
            Severity::Warning => " |",
        };
        format!("| [`{0}`](#{0}) | {meaning} |{by_date}\n", code.name())
    });
    let head = match severity {
        Severity::Error => "| Code | Meaning |\n|---|---|\n",
        Severity::Warning => "| Code | Meaning | By date |\n|---|---|---|\n",
    };
    format!("{}{head}{}{}", &page[..start], rows.collect::<String>(), &page[end..])
}

/// A code's text below the heading that names it.
fn section(code: Code, text: &str) -> String {
    let each = |(_, piece): (usize, Piece<'_>)| match piece {
        // Each part has an anchor that names its code, or it would be numbered and lead elsewhere when a code is added.
        Piece::Line(line) => match line.strip_prefix("## ").map(str::trim_end) {
            Some(part) => format!("#### {part} {{#{}-{}}}\n", code.name(), part.to_lowercase().replace(' ', "-")),
            None => line.to_owned(),
        },
        Piece::Block(block) if block.words.starts_with("book") => book(block),
        Piece::Block(Block { fence, words, body }) => format!("{fence}{words}\n{body}{fence}\n"),
    };
    pieces(text).into_iter().map(each).collect()
}

/// Each file of a book in a block of its own, so that it can have its colours, below its path.
fn book(Block { fence, body, .. }: Block<'_>) -> String {
    let file = |(path, text): (&str, String)| match path.strip_prefix("unreadable ") {
        Some(path) => format!("`{path}`, which can't be read\n"),
        None => format!("`{path}`\n\n{fence}{}\n{text}{fence}\n", language(path, &text)),
    };
    files(body).into_iter().map(file).collect::<Vec<String>>().join("\n")
}

/// Colours for what matters in the file: the keys of front matter are YAML.
fn language(path: &str, text: &str) -> &'static str {
    match path.rsplit('.').next().unwrap() {
        "md" if text.starts_with("---\n") => "yaml",
        "md" => "markdown",
        "html" => "html",
        "toml" => "toml",
        _ => "text",
    }
}
