//! Takes a change of this run back. Not done here: judging the book that results, for it is what it was.

use std::sync::Arc;

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::page::{Now, hash};
use super::{Edit, Problem};
use crate::authoring::Refused;
use crate::live::Desk;
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
}

pub(super) fn undo(edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Undone, Problem> {
    let mut log = edit.log();
    let Some(planned) = log.planned(wanted.id).cloned() else {
        return Err(Problem::new(StatusCode::NOT_FOUND, "this change was taken back already"));
    };
    planned.undo(&edit.book).map_err(|refused| match refused {
        Refused::Changed(path) => Problem::new(StatusCode::CONFLICT, format!("{path} was changed after this; take that back first")),
        refused => Problem::new(StatusCode::INTERNAL_SERVER_ERROR, refused.to_string()),
    })?;
    log.remove(wanted.id);
    let changes = log.len();
    // Nobody who asks for the list waits for what comes now.
    drop(log);
    let mut sources = desk.sources.clone();
    match &planned.before {
        Some(text) => sources.content.insert(planned.path.clone(), File::Text(Arc::from(text.as_str()))),
        None => sources.content.remove(&planned.path),
    };
    let moment = Moment::of(desk, sources);
    Ok(Undone {
        file: planned.path.to_string(),
        was: hash(&planned.after),
        hash: planned.before.as_deref().map(hash),
        now: moment.now(&planned.project, &planned.subject),
        subject: planned.subject,
        changes,
    })
}
