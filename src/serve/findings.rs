//! What is wrong with the book, for the overlay. Not done here: showing it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State as Extract;
use serde::Serialize;

use super::Shared;
use crate::diagnostic::position::{Located, locate};
use crate::diagnostic::{Code, Severity, text};

/// More findings than anybody reads on a page are counted, not sent.
const MOST: usize = 100;

/// The answer.
#[derive(Debug, Serialize)]
pub(crate) struct Findings {
    stale: bool,
    errors: usize,
    warnings: usize,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    severity: Severity,
    code: Code,
    message: String,
    help: Option<String>,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    /// The annotated excerpt as plain text, without what the other fields say; empty where there is none.
    text: String,
    /// Opens the place in the author's editor.
    editor: Option<String>,
}

/// Errors first, then warnings, each by place.
pub(crate) async fn findings(Extract(shared): Extract<Arc<Shared>>) -> Json<Findings> {
    let (findings, sources, stale) = {
        let snapshot = shared.state.read();
        (Arc::clone(&snapshot.findings), Arc::clone(&snapshot.sources), snapshot.is_stale)
    };
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let of = |severity| findings.iter().filter(move |finding| finding.severity == severity);
    let shown: Vec<_> = of(Severity::Error).chain(of(Severity::Warning)).take(MOST).cloned().collect();
    let texts = |path: &_| sources.text(path);
    let finding = |located: &Located<'_>| {
        let diagnostic = located.diagnostic;
        let start = located.range.map(|range| range.start);
        let path = &diagnostic.place.path;
        Finding {
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            path: path.to_string(),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            text: excerpt(&anstream::adapter::strip_str(&text::render(diagnostic, &texts)).to_string()),
            editor: shared.options.editor.as_ref().map(|editor| editor.url(path, start.map_or((1, 1), |start| (start.line, start.column)))),
        }
    };
    let findings_shown = locate(&shown, &texts).iter().map(finding).collect();
    Json(Findings { stale, errors: count(Severity::Error), warnings: count(Severity::Warning), findings: findings_shown })
}

/// Of an annotated finding the lines of the sources, without its heading, its first place and its help.
fn excerpt(text: &str) -> String {
    let is_place = |line: &&str| line.trim_start().starts_with("--> ");
    let mut lines: Vec<&str> = text.lines().skip_while(|line| !is_place(line)).skip(1).collect();
    if let Some(help) = lines.iter().position(|line| line.trim_start().starts_with("= help: ")) {
        lines.truncate(help);
    }
    let is_empty = |line: &&str| matches!(line.trim(), "" | "|");
    let start = lines.iter().position(|line| !is_empty(line)).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !is_empty(line)).map_or(start, |last| last + 1);
    lines[start..end].join("\n")
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_has_the_lines_and_the_carets_only() {
        let text =
            "error[unknown-key]: no key `titel`\n --> a.md:2:1\n  |\n2 | titel: Atlas\n  | ^^^^^ unknown key\n  |\n  = help: `title`?\n\n";
        assert_eq!(excerpt(text), "2 | titel: Atlas\n  | ^^^^^ unknown key");
        assert_eq!(excerpt("error[broken]: can't be read\n --> a.md\n\n"), "");
    }

    #[test]
    fn a_second_place_is_part_of_an_excerpt() {
        let text =
            "error[duplicate-id]: twice\n --> a.md:2:1\n  |\n2 | id: a\n  | ^^\n  |\n ::: b.md:2:1\n  |\n2 | id: a\n  | -- first here\n";
        assert!(excerpt(text).contains("::: b.md:2:1"), "{}", excerpt(text));
    }
}
