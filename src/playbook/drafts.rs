//! What needs a draft, which is not published: each reference says so, and many of one draft become one finding where it is made a draft. Not done
//! here: finding that a reference names a draft.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Label, Span};
use crate::document::Document;
use crate::path::SourcePath;

/// Said at the line that makes a draft of a file. By this label what needs a draft is known.
const MADE_HERE: &str = "it is made a draft here";

/// So many of the places that need a draft are shown.
const MOST_SHOWN: usize = 5;

/// Where a document is made a draft. What belongs to the draft of a project has no such line of its own.
pub(super) fn place(draft: &Document) -> Label {
    Label { path: draft.path.clone(), span: Some(draft.common.draft.unwrap_or(draft.head)), text: MADE_HERE.to_owned() }
}

/// The finding for what needs a draft. `what` is how it is named there.
pub(super) fn needed(code: Code, path: &SourcePath, span: Span, what: &str, draft: Label) -> Diagnostic {
    let help = format!("remove `draft: true` in {}, or what needs it here", draft.path);
    let mut diagnostic = Diagnostic::new(code, path, span, format!("{what} is a draft, which is not published")).help(help);
    diagnostic.related.push(draft);
    diagnostic
}

/// Makes one finding of all that need the same draft: its author has one thing to decide. Where only one place needs it, the finding stays there.
pub fn gather(diagnostics: &mut Vec<Diagnostic>) {
    let draft_of = |diagnostic: &Diagnostic| diagnostic.related.first().filter(|label| label.text == MADE_HERE).cloned();
    let mut needs: BTreeMap<Label, Vec<Label>> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        if let Some(draft) = draft_of(diagnostic) {
            needs.entry(draft).or_default().push(Label { text: "needs it".to_owned(), ..diagnostic.place.clone() });
        }
    }
    needs.retain(|_, places| {
        places.sort();
        // Both ends of a transition are one place.
        places.dedup();
        places.len() > 1
    });
    diagnostics.retain(|diagnostic| !draft_of(diagnostic).is_some_and(|draft| needs.contains_key(&draft)));
    for (draft, mut places) in needs {
        let count = places.len();
        let message = format!("this file is a draft, which is not published, and {count} places of the book need it");
        let mut diagnostic = Diagnostic::new(Code::UnknownRef, &draft.path, draft.span.unwrap_or_default(), message)
            .help("remove `draft: true`, or make drafts of what needs it too, or take the references out");
        places.truncate(MOST_SHOWN);
        diagnostic.related = places;
        diagnostics.push(diagnostic);
    }
}
