//! What a change brings into a book, by the findings before and after it. Not done here: building it.

use std::collections::BTreeSet;

use super::Refused;
use crate::diagnostic::{Diagnostic, Severity};
use crate::path::SourcePath;

/// Judges the findings of a book that had no errors, with a change in it: an error comes from the change.
///
/// # Errors
/// [`Refused::Errors`], what is wrong in the changed file itself first, for it says most.
pub fn verdict(after: &[Diagnostic], changed: &SourcePath) -> Result<(), Refused> {
    let mut errors: Vec<Diagnostic> = after.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
    errors.sort_by_key(|error| error.place.path != *changed);
    if errors.is_empty() { Ok(()) } else { Err(Refused::Errors(errors)) }
}

/// What was found after and not before. A finding that only moved to another line is not new.
pub fn new_findings<'a>(before: &[Diagnostic], after: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    let known: BTreeSet<_> = before.iter().map(identity).collect();
    after.iter().filter(|finding| !known.contains(&identity(finding))).collect()
}

fn identity(finding: &Diagnostic) -> (&SourcePath, &'static str, &str) {
    (&finding.place.path, finding.code.name(), &finding.message)
}
