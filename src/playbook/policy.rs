//! What the book makes of findings: `[checks]` sets the severity of warnings, `allow` silences them in one file, and an `allow` that silences
//! nothing is a finding itself. Not done here: finding anything else, or what a command line denies ([`crate::diagnostic::Deny`]).

use std::collections::BTreeSet;

use super::Playbook;
use crate::diagnostic::{Code, Diagnostic, Severity, Spanned};
use crate::document::Document;
use crate::path::SourcePath;

/// Applies `[checks]` and `allow`. What is an error by nature stays one: it would publish something broken. `unasked` are the codes that this run
/// has not looked for, of which no silence can be called unused.
pub fn apply(playbook: &Playbook<'_>, unasked: &[Code], diagnostics: &mut Vec<Diagnostic>) {
    let unused = unused(playbook, unasked, diagnostics);
    diagnostics.retain(|diagnostic| !is_silenced(playbook, diagnostic));
    diagnostics.extend(unused);
    diagnostics.retain_mut(|diagnostic| match severity(playbook, diagnostic) {
        Some(severity) => {
            diagnostic.severity = severity;
            true
        }
        None => false,
    });
}

/// True when there would be an error among the findings once [`apply`] has been applied to them.
pub fn forbids(playbook: &Playbook<'_>, unasked: &[Code], diagnostics: &[Diagnostic]) -> bool {
    let is_error = |diagnostic: &Diagnostic| severity(playbook, diagnostic) == Some(Severity::Error);
    diagnostics.iter().any(|diagnostic| !is_silenced(playbook, diagnostic) && is_error(diagnostic))
        || unused(playbook, unasked, diagnostics).iter().any(is_error)
}

/// True for a finding that its file allows.
fn is_silenced(playbook: &Playbook<'_>, diagnostic: &Diagnostic) -> bool {
    diagnostic.code.is_configurable()
        && document(playbook, &diagnostic.place.path).is_some_and(|document| allows(document, diagnostic.code))
}

/// What `[checks]` makes of a finding; `None` when it is not to be shown.
fn severity(playbook: &Playbook<'_>, diagnostic: &Diagnostic) -> Option<Severity> {
    let set = playbook.config.checks.get(&diagnostic.code).filter(|_| diagnostic.code.is_configurable());
    set.copied().unwrap_or(Some(diagnostic.severity))
}

/// The findings about silences that silence nothing.
fn unused(playbook: &Playbook<'_>, unasked: &[Code], diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut used: BTreeSet<(&SourcePath, Code)> = BTreeSet::new();
    for diagnostic in diagnostics {
        if is_silenced(playbook, diagnostic) {
            used.insert((&diagnostic.place.path, diagnostic.code));
        } else if diagnostic.severity == Severity::Error {
            // A file with an error is not read in full, and its neighbours may be silent for that alone.
            return Vec::new();
        }
    }
    let mut found = Vec::new();
    for document in playbook.documents.iter().filter(|document| !document.common.allow.is_empty()) {
        let unused = |allow: &&Spanned<Code>| !used.contains(&(&document.path, allow.value)) && !unasked.contains(&allow.value);
        let silent: Vec<Diagnostic> = (document.common.allow.iter().filter(unused))
            .filter(|allow| allow.value != Code::UnusedAllow)
            .map(|allow| unused_allow(document, allow))
            .collect();
        match document.common.allow.iter().find(|allow| allow.value == Code::UnusedAllow) {
            Some(_) if !silent.is_empty() => {}
            Some(own) => found.push(unused_allow(document, own)),
            None => found.extend(silent),
        }
    }
    found
}

fn document<'a>(playbook: &Playbook<'a>, path: &SourcePath) -> Option<&'a Document> {
    let at = playbook.documents.binary_search_by(|document| document.path.cmp(path)).ok()?;
    Some(playbook.documents[at])
}

fn allows(document: &Document, code: Code) -> bool {
    document.common.allow.iter().any(|allow| allow.value == code)
}

/// Whether a silence about what a day brings is of use changes with the day too.
fn unused_allow(document: &Document, allow: &Spanned<Code>) -> Diagnostic {
    let message = format!("`allow` of `{}` silences nothing in this file", allow.value.name());
    let mut diagnostic = Diagnostic::new(Code::UnusedAllow, &document.path, allow.span, message)
        .help("take it out, so that it does not hide what comes later");
    diagnostic.by_date = allow.value.by_date();
    diagnostic
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    fn book(allow: &str, checklist: &str) -> Vec<String> {
        findings(&format!(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nallow: [{allow}]\nchecklist: [{checklist}]\n---\n"
        ))
    }

    #[test]
    fn an_allow_silences_its_own_finding_and_one_that_silences_nothing_is_told() {
        assert_eq!(book("", ""), ["content/stages/a.md:1:1 empty-stage"]);
        assert_eq!(book("empty-stage", ""), Vec::<String>::new());
        assert_eq!(book("empty-stage", "X"), ["content/stages/a.md:2:9 unused-allow"]);
        assert_eq!(book("empty-stage, no-must-item", ""), ["content/stages/a.md:2:22 unused-allow"]);
    }

    #[test]
    fn an_unused_allow_can_itself_be_allowed_while_there_is_one() {
        assert_eq!(book("no-must-item, unused-allow", "X"), Vec::<String>::new());
        assert_eq!(book("unused-allow", "X"), ["content/stages/a.md:2:9 unused-allow"]);
    }

    #[test]
    fn nothing_is_said_of_a_silence_in_a_book_with_errors_or_of_a_code_that_was_not_looked_for() {
        assert_eq!(book("no-must-item", "{ id: x, text: X, levl: may }"), ["content/stages/a.md:3:31 unknown-key"]);
        assert_eq!(book("external-link", "X"), Vec::<String>::new());
    }
}
