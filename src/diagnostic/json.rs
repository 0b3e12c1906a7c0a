//! Findings as JSON for programs; [`JSON_SCHEMA`] describes it. Not done here: formats that other tools have defined.

use serde::Serialize;

use super::position::{Located, Range};
use super::{Code, Severity};

/// The version of the format. It grows when a program that reads the old form could go wrong with the new one; a new key alone changes nothing.
const SCHEMA: u32 = 1;

/// The JSON Schema (2020-12) of [`json`].
pub const JSON_SCHEMA: &str = include_str!("findings.schema.json");

#[derive(Serialize)]
struct Report<'d> {
    schema: u32,
    as_of: &'d str,
    errors: usize,
    warnings: usize,
    findings: Vec<Finding<'d>>,
}

#[derive(Serialize)]
struct Finding<'d> {
    code: Code,
    severity: Severity,
    by_date: bool,
    message: &'d str,
    help: Option<&'d str>,
    path: &'d str,
    range: Option<Range>,
    label: Option<&'d str>,
    related: Vec<Related<'d>>,
}

#[derive(Serialize)]
struct Related<'d> {
    path: &'d str,
    range: Option<Range>,
    label: Option<&'d str>,
}

/// The findings as one JSON document. `as_of` is the day for which they hold, as `YYYY-MM-DD`.
pub fn json(findings: &[Located<'_>], as_of: &str) -> String {
    let count = |severity| findings.iter().filter(|found| found.diagnostic.severity == severity).count();
    let report = Report {
        schema: SCHEMA,
        as_of,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: findings.iter().map(finding).collect(),
    };
    super::to_json(&report)
}

fn finding<'d>(found: &Located<'d>) -> Finding<'d> {
    let diagnostic = found.diagnostic;
    let related = |other: &super::position::LocatedLabel<'d>| Related {
        path: other.label.path.as_str(),
        range: other.range,
        label: some(&other.label.text),
    };
    Finding {
        code: diagnostic.code,
        severity: diagnostic.severity,
        by_date: diagnostic.by_date,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        path: diagnostic.place.path.as_str(),
        range: found.range,
        label: some(&diagnostic.place.text),
        related: found.related.iter().map(related).collect(),
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
