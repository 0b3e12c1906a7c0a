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
    /// The annotated excerpt as plain text.
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
            text: anstream::adapter::strip_str(&text::render(diagnostic, &texts)).to_string(),
            editor: shared.options.editor.as_ref().map(|editor| editor.url(path, start.map_or((1, 1), |start| (start.line, start.column)))),
        }
    };
    let findings_shown = locate(&shown, &texts).iter().map(finding).collect();
    Json(Findings { stale, errors: count(Severity::Error), warnings: count(Severity::Warning), findings: findings_shown })
}
