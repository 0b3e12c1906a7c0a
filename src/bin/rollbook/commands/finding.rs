//! `rollbook finding`: what the findings are, for people and machines. Not done here: the texts, which belong to the codes, and finding anything.

use rollbook::diagnostic::{Code, Severity};

use crate::args::{Finding, Format};
use crate::edge::{self, Failure};
use crate::terminal::text::hanging;
use crate::terminal::{AMBER, BOLD, PROSE, RED, markdown, styled};

pub(super) fn run(args: &Finding) -> Result<bool, Failure> {
    let width = edge::width().min(PROSE);
    let out = match (args.code, args.format) {
        (None, Format::Text) => list(width),
        (Some(code), Format::Text) => documentation(code, width),
        (None, Format::Json) => json(Code::ALL),
        (Some(code), Format::Json) => json(&[code]),
    };
    edge::print(&out)?;
    Ok(true)
}

/// All codes with what they are, grouped by what can be done about their severity.
fn list(width: usize) -> String {
    let longest = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    let groups = [
        ("Errors", Severity::Error, false),
        ("Warnings", Severity::Warning, false),
        ("Warnings that come by the day alone", Severity::Warning, true),
    ];
    let mut out = String::new();
    for (heading, severity, by_date) in groups {
        out.push_str(&format!("{}\n", styled(BOLD, heading)));
        for code in Code::ALL.iter().filter(|code| code.severity() == severity && code.by_date() == by_date) {
            out.push_str(&hanging(&format!("  {:<longest$}  ", code.name()), code.summary(), width));
        }
        out.push('\n');
    }
    out.push_str("`rollbook finding CODE` says why one matters and how to fix it.\n");
    out
}

/// One code: a line of facts, then its text.
fn documentation(code: Code, width: usize) -> String {
    let severity = match code.severity() {
        Severity::Error => styled(RED, "error"),
        Severity::Warning => styled(AMBER, "warning"),
    };
    let when = if code.by_date() { " · comes by the day alone" } else { "" };
    let change = if code.is_configurable() { "[checks] and allow can change it" } else { "[checks] and allow can't change it" };
    let title = hanging("", &format!("{}: {severity}{when} · {change}", styled(BOLD, code.name())), width);
    format!("{title}\n{}", markdown::render(code.documentation(), width))
}

#[derive(serde::Serialize)]
struct Entry {
    code: Code,
    severity: Severity,
    by_date: bool,
    configurable: bool,
    summary: &'static str,
    documentation: &'static str,
}

fn json(codes: &[Code]) -> String {
    let entry = |code: &Code| Entry {
        code: *code,
        severity: code.severity(),
        by_date: code.by_date(),
        configurable: code.is_configurable(),
        summary: code.summary(),
        documentation: code.documentation(),
    };
    let entries: Vec<Entry> = codes.iter().map(entry).collect();
    // Plain structs of strings and truth values always serialise.
    let mut json = serde_json::to_string_pretty(&entries).unwrap_or_default();
    json.push('\n');
    json
}
