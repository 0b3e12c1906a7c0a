//! A change in words, for the list of changes and the commit message. Not done here: the list.

use crate::authoring::{Planned, StageFiles};
use crate::document::front::{State, StateWord};
use crate::document::{Document, Kind};
use crate::serve::state::Values;

/// "pilot/users of Atlas: to do → done", for a change from one book to the next.
pub(super) fn item(before: &Values, after: &Values, planned: &Planned) -> String {
    let (was, is) = (state(before, planned), state(after, planned));
    let mut parts = Vec::new();
    let word = |state: Option<&State>| words(state.map(|state| state.state.value).unwrap_or_default());
    if word(was) != word(is) {
        parts.push(format!("{} → {}", word(was), word(is)));
    }
    let text = |state: Option<&State>, key: &str| state.and_then(|state| value(state, key));
    for key in ["date", "by", "reason", "until", "owner", "due", "note", "answer"] {
        match (text(was, key), text(is, key)) {
            (old, new) if old == new => {}
            // A day goes with a state.
            (_, new) if key == "date" && !parts.is_empty() => drop(new),
            (_, Some(new)) => parts.push(format!("{key} {new}")),
            (Some(_), None) if parts.is_empty() => parts.push(format!("no {key}")),
            _ => {}
        }
    }
    let links = |state: Option<&State>| -> Vec<String> {
        state.into_iter().flat_map(|state| &state.evidence).map(|evidence| evidence.link.value.clone()).collect()
    };
    let known = links(was);
    parts.extend(links(is).into_iter().filter(|link| !known.contains(link)).map(|link| format!("evidence {link}")));
    let project = title(after, &planned.project).map(|title| format!(" of {title}")).unwrap_or_default();
    format!("{}{project}: {}", planned.subject, parts.join(", "))
}

/// The title of a decision says it all.
pub(super) fn decision(after: &Values, planned: &Planned) -> String {
    let made = after.documents.iter().find(|document| document.path == planned.path);
    made.map_or_else(|| planned.subject.clone(), |document| document.title.clone())
}

/// A project's name, without what follows a colon; `None` in a book without projects.
fn title<'d>(values: &'d Values, id: &str) -> Option<&'d str> {
    let is_it = |document: &&std::sync::Arc<Document>| document.kind == Kind::Project && document.id == id;
    let title = values.documents.iter().find(is_it)?.title.as_str();
    Some(title.split_once(": ").map_or(title, |(name, _)| name))
}

fn state<'d>(values: &'d Values, planned: &Planned) -> Option<&'d State> {
    let (stage, item) = planned.subject.split_once('/')?;
    let files = StageFiles::find(&values.documents, Some(&planned.project), stage).ok()?;
    let item = files.items().find(|found| found.id.value == item)?;
    files.state(item)
}

fn value(state: &State, key: &str) -> Option<String> {
    match key {
        "date" => state.date.as_ref().map(|date| date.value.to_string()),
        "by" => state.by.clone(),
        "reason" => state.reason.clone(),
        "until" => state.until.as_ref().map(|until| until.value.to_string()),
        "owner" => state.owner.clone(),
        "due" => state.due.as_ref().map(ToString::to_string),
        "note" => state.note.clone(),
        "answer" => state.answer.clone(),
        _ => None,
    }
}

fn words(state: StateWord) -> &'static str {
    match state {
        StateWord::Todo => "to do",
        StateWord::Doing => "in progress",
        StateWord::Done => "done",
        StateWord::Blocked => "blocked",
        StateWord::Na => "not applicable",
        StateWord::Waived => "waived",
    }
}
