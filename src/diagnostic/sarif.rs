//! Findings as SARIF 2.1.0 (OASIS standard, 27 March 2020), the part of it that code hosts and editors read. Not done here: fixes, code flows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::position::{Located, Range};
use super::{Code, Severity, help};
use crate::path::percent_encode_path;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

/// Section 3.49, reportingDescriptor.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: Code,
    short_description: Message,
    help: Help,
    default_configuration: Configuration,
}

/// Section 3.12, multiformatMessageString: hosts show the Markdown where they can.
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: Severity,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// Section 3.27, result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: Code,
    rule_index: usize,
    level: Severity,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "rollbookFinding/v1")]
    finding: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// Section 3.30: columns 1-based, the end column that of the character after the region.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

/// A SARIF log with one run. `prefix` leads from the repository to the book: empty, or a path that ends in `/`.
pub fn sarif(findings: &[Located<'_>], prefix: &str) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|found| found.diagnostic.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results = findings.iter().zip(fingerprints(findings)).map(|(found, print)| result(found, print, &codes, prefix)).collect();
    let driver = Driver { name: "rollbook", version: env!("CARGO_PKG_VERSION"), rules: codes.iter().copied().map(rule).collect() };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    super::to_json(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

fn rule(code: Code) -> Rule {
    Rule {
        id: code,
        short_description: Message { text: code.summary().to_owned() },
        help: Help { text: help::plain(code.documentation()), markdown: help::markdown(code.documentation()) },
        default_configuration: Configuration { level: code.severity() },
    }
}

fn result(found: &Located<'_>, finding: String, codes: &[Code], prefix: &str) -> Finding {
    let diagnostic = found.diagnostic;
    let help = diagnostic.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let related = |other: &super::position::LocatedLabel<'_>| location(other.label, other.range, prefix);
    Finding {
        rule_id: diagnostic.code,
        rule_index: codes.iter().position(|code| *code == diagnostic.code).unwrap_or_default(),
        level: diagnostic.severity,
        message: Message { text: format!("{}{help}", diagnostic.message) },
        locations: [location(&diagnostic.place, found.range, prefix)],
        related_locations: found.related.iter().map(related).collect(),
        partial_fingerprints: Fingerprints { finding },
    }
}

fn location(label: &super::Label, range: Option<Range>, prefix: &str) -> Location {
    let mut uri = String::new();
    percent_encode_path(&format!("{prefix}{}", label.path), &mut uri);
    Location {
        physical_location: PhysicalLocation { artifact_location: ArtifactLocation { uri }, region: region(range) },
        message: Some(&label.text).filter(|text| !text.is_empty()).map(|text| Message { text: text.clone() }),
    }
}

/// Hosts show nothing without a line, so a finding about a whole file stands at its first.
fn region(range: Option<Range>) -> Region {
    match range {
        None => Region { start_line: 1, start_column: None, end_line: None, end_column: None },
        Some(Range { start, end }) => {
            Region { start_line: start.line, start_column: Some(start.column), end_line: Some(end.line), end_column: Some(end.column) }
        }
    }
}
