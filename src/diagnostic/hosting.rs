//! Findings in the forms in which code hosting shows them beside a change: workflow commands of GitHub, the code quality report of GitLab.
//! Not done here: SARIF, which several hosts read ([`super::sarif`]).

use std::fmt::Write as _;

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::position::Located;
use super::{Code, Severity};

/// One workflow command a line, each of which GitHub shows as an annotation in the change. `prefix` leads from the repository to the book: empty,
/// or a path that ends in `/`.
///
/// Format: GitHub Docs, "Workflow commands for GitHub Actions". In properties `%`, line breaks, `:` and `,` are escaped, in the message the first
/// two. Columns may be given only where start and end are on one line.
pub fn github(findings: &[Located<'_>], prefix: &str) -> String {
    let mut out = String::new();
    for found in findings {
        let diagnostic = found.diagnostic;
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let _ = write!(out, "::{command} file={}", property(&format!("{prefix}{}", diagnostic.place.path)));
        if let Some(range) = found.range {
            let _ = write!(out, ",line={},endLine={}", range.start.line, range.end.line);
            if range.start.line == range.end.line {
                let _ = write!(out, ",col={},endColumn={}", range.start.column, range.end.column);
            }
        }
        let help = diagnostic.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        let _ = writeln!(out, ",title={}::{}", diagnostic.code.name(), data(&format!("{}{help}", diagnostic.message)));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: Code,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// A code quality report, to be kept as an artifact `reports: codequality`. `prefix` is as for [`github`].
///
/// Format: GitLab Docs, "Code Quality", section "Code Quality report format". Of its five severities, an error is `critical`, a warning `minor`.
pub fn gitlab(findings: &[Located<'_>], prefix: &str) -> String {
    let issue = |(found, fingerprint): (&Located<'_>, String)| {
        let diagnostic = found.diagnostic;
        let help = diagnostic.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        Issue {
            description: format!("{}{help}", diagnostic.message),
            check_name: diagnostic.code,
            fingerprint,
            severity: match diagnostic.severity {
                Severity::Error => "critical",
                Severity::Warning => "minor",
            },
            location: Location {
                path: format!("{prefix}{}", diagnostic.place.path),
                lines: found.range.map_or(Lines { begin: 1, end: 1 }, |range| Lines { begin: range.start.line, end: range.end.line }),
            },
        }
    };
    let issues: Vec<Issue> = findings.iter().zip(fingerprints(findings)).map(issue).collect();
    super::to_json(&issues)
}
