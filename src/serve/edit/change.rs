//! One change, between two builds: is the page's view of the file still right, what would the book become, write it, note it. Not done here: how a
//! file is changed ([`crate::authoring`]), who may ask ([`super::guard`]).

use std::sync::Arc;

use axum::http::StatusCode;
use serde::Serialize;

use super::ask::{Wanted, What};
use super::moment::Moment;
use super::page::{self, Now};
use super::{Edit, Finding, Problem, log, words};
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
}

pub(super) fn change(shared: &Shared, edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Changed, Problem> {
    let ask = wanted.what.ask(&wanted.project).map_err(|sentence| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence))?;
    let before = before(shared, edit, desk, wanted)?;
    if before.diagnostics.iter().any(|finding| finding.severity == Severity::Error) {
        let sentence = "the book has errors, so that nobody can tell what a change would do; mend them first";
        return Err(with_findings(sentence, &before.diagnostics, &before.sources));
    }
    if let Some(now) = outdated(&before, wanted) {
        return Err(conflict(now));
    }
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
        return Ok(Changed { sentence: None, diff: None, id: None, now, ..done(edit, &planned, Vec::new()) });
    }
    let mut sources = before.sources.clone();
    planned.put_into(&mut sources);
    let after = Moment::of(desk, sources);
    verdict(&after.diagnostics, &planned.path).map_err(|refused| problem(&refused, &after.sources))?;
    if let Err(refused) = planned.write(&edit.book) {
        return Err(match refused {
            // Somebody wrote between our look at the file and this moment.
            Refused::Changed(_) | Refused::Exists(_) => {
                conflict(self::before(shared, edit, desk, wanted)?.now(&wanted.project, wanted.what.subject()))
            }
            refused => problem(&refused, &after.sources),
        });
    }
    let warnings = new_findings(&before.diagnostics, &after.diagnostics).iter().map(|finding| finding.message.clone()).collect();
    let is_new = planned.before.is_none();
    let sentence = if is_new { words::decision(&after.values, &planned) } else { words::item(&before.values, &after.values, &planned) };
    let done = done(edit, &planned, warnings);
    let mut log = edit.log();
    let id = log.add(sentence.clone(), planned);
    Ok(Changed {
        sentence: Some(sentence),
        id: Some(id),
        now: after.now(&wanted.project, wanted.what.subject()),
        changes: log.len(),
        ..done
    })
}

/// The answer to a change that is not noted yet.
fn done(edit: &Edit, planned: &Planned, warnings: Vec<String>) -> Changed {
    Changed {
        sentence: None,
        diff: Some(log::diff(planned)),
        id: None,
        dropped: planned.dropped.clone(),
        warnings,
        file: planned.path.to_string(),
        was: planned.before.as_deref().map(page::hash),
        hash: page::hash(&planned.after),
        now: None,
        changes: edit.log().len(),
    }
}

/// What a change is planned against: the last build, if it is of the files as they are.
fn before(shared: &Shared, edit: &Edit, desk: &mut Desk<'_>, wanted: &Wanted) -> Result<Moment, Problem> {
    let disk = match (&wanted.file, wanted.what.item()) {
        (Some(file), Some(_)) if desk.sources.content.contains_key(&page::source(file)) => {
            let path = page::source(file);
            let text = disk::read(&edit.book, &path).map_err(|refused| problem(&refused, desk.sources))?;
            Some((path, text))
        }
        _ => None,
    };
    let mut sources = desk.sources.clone();
    let is_read = disk.as_ref().is_none_or(|(path, text)| sources.text(path) == text.as_deref());
    let last = {
        let snapshot = shared.state.read();
        let is_last = std::ptr::eq(desk.sources, &*snapshot.sources);
        snapshot.values.clone().filter(|values| is_last && values.as_of == desk.as_of).zip(Some(Arc::clone(&snapshot.findings)))
    };
    if let Some((values, diagnostics)) = last.filter(|_| is_read) {
        return Ok(Moment { sources, values, diagnostics });
    }
    match disk {
        Some((path, Some(text))) => drop(sources.content.insert(path, File::Text(Arc::from(text)))),
        Some((path, None)) => drop(sources.content.remove(&path)),
        None => {}
    }
    Ok(Moment::of(desk, sources))
}

/// What the files say now, if it is not what the page was shown. `None` also for a name that nothing has, which planning refuses.
fn outdated(before: &Moment, wanted: &Wanted) -> Option<Option<Now>> {
    let seen = (wanted.file.as_deref(), wanted.hash.as_deref());
    match &wanted.what {
        What::Decide { subject, .. } => {
            let found = before.decidable(&wanted.project, subject)?;
            let last = found.last.as_ref().map(|last| last.file.as_str());
            (last != seen.0).then(|| Some(Now::Decision(Box::new(found))))
        }
        _ => {
            let gone = wanted.file.as_ref().is_some_and(|file| before.sources.text(&SourcePath::new(file.as_str())).is_none());
            let item = page::item(&before.values, &before.sources, &wanted.project, wanted.what.item()?);
            let same = item.as_ref().is_some_and(|item| item.is_seen(seen));
            if item.is_none() && !gone || same { None } else { Some(item.map(|item| Now::Item(Box::new(item)))) }
        }
    }
}

fn conflict(now: Option<Now>) -> Problem {
    let sentence = "somebody else has changed this since it was shown here";
    Problem { now, ..Problem::new(StatusCode::CONFLICT, sentence) }
}

fn problem(refused: &Refused, sources: &Sources) -> Problem {
    let status = match refused {
        Refused::Errors(errors) => return with_findings("this would bring an error into the book", errors, sources),
        Refused::Unknown(_) | Refused::Meaningless(_) | Refused::Unsafe { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refused::Changed(_) | Refused::Exists(_) => StatusCode::CONFLICT,
        Refused::Disk { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    };
    Problem::new(status, refused.to_string())
}

fn with_findings(sentence: &str, findings: &[Diagnostic], sources: &Sources) -> Problem {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let shown = |finding: &Diagnostic| Finding {
        message: finding.message.clone(),
        help: finding.help.clone(),
        text: anstream::adapter::strip_str(&text::render(finding, &|path| sources.text(path))).to_string(),
    };
    Problem { findings: errors.take(10).map(shown).collect(), ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, sentence) }
}
