//! Brackets that look like half of a link or of a footnote, and signs that look like a heading or a box: in a book they are findings, in a
//! document that moves they stay the text that its readers saw. Not done here: finding them, which reading Markdown does.

use std::collections::BTreeSet;

use super::{Remark, What};
use crate::diagnostic::position::Lines;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::markdown::{Options, body};
use crate::path::SourcePath;

/// To show a bracket can leave another one without its half, and that one a third: `[^a]` in a footnote, for example.
const ROUNDS: usize = 4;

/// The text with a `\` before each such bracket from `start` on.
pub(super) fn shown(mut text: String, start: usize, remarks: &mut Vec<Remark>) -> String {
    for _ in 0..ROUNDS {
        let mut findings = Vec::new();
        body(&SourcePath::new("document"), &text, start, true, Options::default(), &mut findings);
        let brackets: BTreeSet<usize> = findings.iter().filter_map(|finding| bracket(&text, finding)).collect();
        if brackets.is_empty() {
            break;
        }
        let lines = Lines::new(&text);
        let (mut out, mut from) = (String::with_capacity(text.len() + brackets.len()), 0);
        for at in brackets {
            let what = text[at..].split_inclusive(']').next().unwrap_or_default().lines().next().unwrap_or_default();
            let is_sign = text[at..].starts_with('#') || text[at..].starts_with("[!");
            let what = if is_sign { What::SignShown(what.trim_end().to_owned()) } else { What::HalfShown(what.to_owned()) };
            remarks.push(Remark { line: lines.position(at).line, what });
            out.push_str(&text[from..at]);
            out.push('\\');
            from = at;
        }
        out.push_str(&text[from..]);
        text = out;
    }
    text
}

/// The bracket at or before the place of a finding about half a link or reference, or about a second footnote of a name.
fn bracket(text: &str, finding: &Diagnostic) -> Option<usize> {
    let start = finding.place.span?.start;
    let bracket = || if text[start..].starts_with('[') { Some(start) } else { text[..start].rfind('[') };
    match finding.code {
        Code::BrokenLink => bracket(),
        // A cell that a table lacks can't be shown, and a fence can't be closed, without a guess: these stay findings.
        Code::MarkdownSyntax => {
            let begins = text[start..].starts_with('#') || text[start..].starts_with("[!");
            (begins && !text[..start].trim_end().ends_with('|')).then_some(start)
        }
        Code::DuplicateId => bracket().filter(|at| text[*at..].starts_with("[^")),
        _ => None,
    }
}
