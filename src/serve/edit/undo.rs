//! Takes a change of this run back, if the book that results has no error that it has not now. Not done here: the list of changes.

use std::sync::Arc;

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::change::{problem, with_findings};
use super::log::Kept;
use super::moment::Moment;
use super::page::{Now, hash};
use super::{Edit, Problem};
use crate::authoring::{Refused, new_findings};
use crate::diagnostic::Severity;
use crate::live::Desk;
use crate::serve::Shared;
use crate::source::File;

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    /// The change's number in the list.
    id: u64,
}

#[derive(Debug, Serialize)]
pub(super) struct Undone {
    /// The file, with its hash before and after.
    file: String,
    was: String,
    hash: Option<String>,
    /// What was changed: `stage/item`, or the subject of a decision.
    subject: String,
    /// What the files say of it again.
    now: Option<Now>,
    /// How many changes are left.
    changes: usize,
    /// The first build that holds all this.
    build: u64,
}

pub(super) fn undo(shared: &Shared, edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Undone, Problem> {
    let planned = edit.log().planned(wanted.id).cloned().map_err(|kept| match kept {
        Kept::Gone => Problem::new(StatusCode::NOT_FOUND, "this change is not in the list any more"),
        Kept::Covered => Problem::new(StatusCode::CONFLICT, "a later change of the same file has to be taken back first"),
    })?;
    let changed = || Problem::new(StatusCode::CONFLICT, format!("{} was changed after this, by another program", planned.path));
    let sources = desk.read_again();
    if sources.text(&planned.path) != Some(planned.after.as_str()) {
        return Err(changed());
    }
    let before = Moment::last(shared, desk, sources);
    let mut sources = before.sources.clone();
    match &planned.before {
        Some(text) => sources.content.insert(planned.path.clone(), File::Text(Arc::from(text.as_str()))),
        None => sources.content.remove(&planned.path),
    };
    let after = Moment::of(shared, desk, sources);
    // A book that has errors may be mended by this.
    let new = new_findings(&before.diagnostics, &after.diagnostics).into_iter().filter(|finding| finding.severity == Severity::Error);
    let new: Vec<_> = new.cloned().collect();
    if !new.is_empty() {
        return Err(with_findings("taking this back would bring an error into the book", &new, &after.sources));
    }
    planned.undo(&edit.book).map_err(|refused| match refused {
        Refused::Changed(_) => changed(),
        refused => problem(&refused, &after.sources),
    })?;
    let mut log = edit.log();
    log.remove(wanted.id);
    let changes = log.len();
    drop(log);
    Ok(Undone {
        file: planned.path.to_string(),
        was: hash(&planned.after),
        hash: planned.before.as_deref().map(hash),
        now: after.now(&planned.project, &planned.subject),
        subject: planned.subject,
        changes,
        build: after.build,
    })
}
