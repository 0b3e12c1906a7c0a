//! One change, between two builds: is the page's view of the file still right, what would the book become, write it, note it. Not done here: how a
//! file is changed ([`crate::authoring`]), who may ask ([`super::guard`]).

use std::sync::Arc;

use axum::http::StatusCode;
use serde::Serialize;

use super::ask::Wanted;
use super::moment::Moment;
use super::page::{self, Now};
use super::words::Said;
use super::{Edit, Finding, Problem, diff, gate};
use crate::authoring::{Book, Planned, Refused, disk, new_findings, plan, verdict};
use crate::diagnostic::{Diagnostic, Severity, text};
use crate::live::Desk;
use crate::path::SourcePath;
use crate::serve::Shared;
use crate::source::{File, Sources};

/// What was done.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    /// In words; null where the file said so already.
    sentence: Option<String>,
    diff: Option<String>,
    /// Its number in the list.
    id: Option<u64>,
    /// What went with the old state, as it was written.
    dropped: Vec<String>,
    /// Warnings that it brought.
    warnings: Vec<String>,
    /// The file.
    file: String,
    /// Its hash before and after: what else the page knows of this file it may go on knowing.
    was: Option<String>,
    hash: String,
    /// What the files say now.
    now: Option<Now>,
    /// How many changes there are now.
    changes: usize,
    /// The first build that holds all this.
    build: u64,
}

pub(super) fn change(shared: &Shared, edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Changed, Problem> {
    let ask = wanted.what.ask(&wanted.project).map_err(|sentence| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence))?;
    let before = before(shared, edit, desk, wanted)?;
    if before.has_errors() {
        let sentence = "the book has errors, so that nobody can tell what a change would do; mend them first";
        let problem = with_findings(sentence, &before.diagnostics, &before.sources);
        return Err(Problem { book_is_broken: true, ..problem });
    }
    check(&before, wanted)?;
    let config = before.sources.config(&mut Vec::new());
    let book = Book {
        sources: &before.sources,
        config: &config,
        documents: &before.values.documents,
        status: &before.values.status,
        as_of: desk.as_of,
    };
    let planned = plan(&book, &ask).map_err(|refused| problem(&refused, &before.sources))?;
    if planned.is_nothing() {
        let now = before.now(&wanted.project, wanted.what.subject());
        return Ok(Changed { now, build: before.build, ..done(edit, &planned, Vec::new()) });
    }
    let mut sources = before.sources.clone();
    planned.put_into(&mut sources);
    let after = Moment::of(shared, desk, sources);
    verdict(&after.diagnostics, &planned.path).map_err(|refused| problem(&refused, &after.sources))?;
    if let Err(refused) = planned.write(&edit.book) {
        return Err(match refused {
            // Somebody wrote between our look at the file and this moment.
            Refused::Changed(_) | Refused::Exists(_) => {
                let now = self::before(shared, edit, desk, wanted)?;
                conflict(now.now(&wanted.project, wanted.what.subject()), now.build)
            }
            refused => problem(&refused, &after.sources),
        });
    }
    let warnings = new_findings(&before.diagnostics, &after.diagnostics).iter().map(|finding| finding.message.clone()).collect();
    let said = if planned.before.is_none() {
        Said::decision(&after.values, &planned)
    } else {
        Said::item(&before.values, &after.values, &planned)
    };
    let (sentence, diff) = (said.sentence(), diff::diff(&planned));
    let done = done(edit, &planned, warnings);
    let mut log = edit.log();
    let id = log.add(said, diff.clone(), planned);
    Ok(Changed {
        sentence: Some(sentence),
        diff: Some(diff),
        id: Some(id),
        now: after.now(&wanted.project, wanted.what.subject()),
        changes: log.len(),
        build: after.build,
        ..done
    })
}

/// The answer to a change that is not noted yet.
fn done(edit: &Edit, planned: &Planned, warnings: Vec<String>) -> Changed {
    Changed {
        sentence: None,
        diff: None,
        id: None,
        dropped: planned.dropped.clone(),
        warnings,
        file: planned.path.to_string(),
        was: planned.before.as_deref().map(page::hash),
        hash: page::hash(&planned.after),
        now: None,
        changes: edit.log().len(),
        build: 0,
    }
}

/// What a change is planned against: the files as they are at this moment.
fn before(shared: &Shared, edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Moment, Problem> {
    if wanted.what.item().is_none() {
        // A decision is compared with all others, and its number is the one after theirs.
        let sources = desk.read_again();
        return Ok(Moment::last(shared, desk, sources));
    }
    let mut sources = desk.sources.clone();
    let path = wanted.file.as_deref().map(page::source).filter(|path| sources.content.contains_key(path));
    if let Some(path) = path {
        let text = disk::read(&edit.book, &path).map_err(|refused| problem(&refused, desk.sources))?;
        if sources.text(&path) != text.as_deref() {
            match text {
                Some(text) => drop(sources.content.insert(path, File::Text(Arc::from(text)))),
                None => drop(sources.content.remove(&path)),
            }
        }
    }
    Ok(Moment::last(shared, desk, sources))
}

/// Refuses a change of what is not as the page was shown, and a decision on what can't be decided. A name that no item has is left to planning.
fn check(before: &Moment, wanted: &Wanted) -> Result<(), Problem> {
    let seen = (wanted.file.as_deref(), wanted.hash.as_deref());
    let Some(item) = wanted.what.item() else {
        let Some(found) = gate::decision(&before.values, &wanted.project, wanted.what.subject()) else {
            let sentence = format!("there is no gate or wave `{}` to decide on", wanted.what.subject());
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence));
        };
        let last = found.last.as_ref().map(|last| last.file.as_str());
        let closed = found.closed.clone();
        if last != seen.0 {
            return Err(conflict(Some(Now::Decision(Box::new(found))), before.build));
        }
        return closed.map_or(Ok(()), |sentence| Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence)));
    };
    let is_gone = wanted.file.as_ref().is_some_and(|file| before.sources.text(&SourcePath::new(file.as_str())).is_none());
    let found = page::item(&before.values, &before.sources, &wanted.project, item);
    let is_seen = found.as_ref().is_some_and(|found| found.is_seen(seen));
    if is_seen || found.is_none() && !is_gone {
        return Ok(());
    }
    Err(conflict(found.map(|found| Now::Item(Box::new(found))), before.build))
}

fn conflict(now: Option<Now>, build: u64) -> Problem {
    let sentence = "somebody else has changed this since it was shown here";
    Problem { now, build: Some(build), ..Problem::new(StatusCode::CONFLICT, sentence) }
}

pub(super) fn problem(refused: &Refused, sources: &Sources) -> Problem {
    let status = match refused {
        Refused::Errors(errors) => return with_findings("this would bring an error into the book", errors, sources),
        Refused::Unknown(_) | Refused::Meaningless(_) | Refused::Unsafe { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refused::Changed(_) | Refused::Exists(_) => StatusCode::CONFLICT,
        Refused::Disk { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Problem::new(status, refused.to_string())
}

pub(super) fn with_findings(sentence: &str, findings: &[Diagnostic], sources: &Sources) -> Problem {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let shown = |finding: &Diagnostic| Finding {
        message: finding.message.clone(),
        help: finding.help.clone(),
        text: anstream::adapter::strip_str(&text::render(finding, &|path| sources.text(path))).to_string(),
    };
    Problem { findings: errors.take(10).map(shown).collect(), ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence) }
}
