//! What the book makes of findings: `[checks]` sets the severity of warnings, `allow` silences them in one file, and an `allow` that silences
//! nothing is a finding itself. Not done here: finding anything else, or what a command line denies ([`crate::diagnostic::Deny`]).

use std::collections::{BTreeMap, BTreeSet};

use super::Playbook;
use crate::diagnostic::{Code, Diagnostic, Severity, Spanned};
use crate::document::Document;
use crate::path::SourcePath;

/// Applies `[checks]` and `allow`. What is an error by nature stays one: it would publish something broken. `unasked` are the codes that this run
/// has not looked for, of which no silence can be called unused.
pub fn apply(playbook: &Playbook<'_>, unasked: &[Code], diagnostics: &mut Vec<Diagnostic>) {
    let documents: BTreeMap<&SourcePath, &Document> = playbook.documents.iter().map(|document| (&document.path, *document)).collect();
    let allows = |path: &SourcePath, code| documents.get(path).is_some_and(|document| allowed(document).any(|allow| allow.value == code));
    let mut used: BTreeSet<(SourcePath, Code)> = BTreeSet::new();
    diagnostics.retain(|diagnostic| {
        let silenced = diagnostic.code.is_configurable() && allows(&diagnostic.place.path, diagnostic.code);
        if silenced {
            used.insert((diagnostic.place.path.clone(), diagnostic.code));
        }
        !silenced
    });
    // A file with an error is not read in full, and its neighbours may be silent for that alone.
    if !diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        for document in &playbook.documents {
            let unused = |allow: &&Spanned<Code>| !used.contains(&(document.path.clone(), allow.value)) && !unasked.contains(&allow.value);
            let silent: Vec<Diagnostic> = allowed(document)
                .filter(unused)
                .filter(|allow| allow.value != Code::UnusedAllow)
                .map(|allow| unused_allow(document, allow))
                .collect();
            match allowed(document).find(|allow| allow.value == Code::UnusedAllow) {
                Some(_) if !silent.is_empty() => {}
                Some(own) => diagnostics.push(unused_allow(document, own)),
                None => diagnostics.extend(silent),
            }
        }
    }
    diagnostics.retain_mut(|diagnostic| match playbook.config.checks.get(&diagnostic.code) {
        _ if !diagnostic.code.is_configurable() => true,
        Some(None) => false,
        Some(Some(severity)) => {
            diagnostic.severity = *severity;
            true
        }
        None => true,
    });
}

fn allowed(document: &Document) -> impl Iterator<Item = &Spanned<Code>> {
    document.common.allow.iter()
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
