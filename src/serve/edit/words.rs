//! A change in words, for the list of changes and the commit message. Not done here: the list.

use crate::authoring::{Planned, StageFiles};
use crate::document::front::{State, StateWord};
use crate::document::{Document, Kind};
use crate::serve::state::Values;

/// What a change means, kept as long as it may have to be told together with others.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// The state of an item, before and after.
    Item {
        /// "pilot/users of Atlas".
        name: String,
        was: Option<Box<State>>,
        is: Option<Box<State>>,
    },
    /// The title of a decision, which says it all.
    Decision(String),
}

impl Said {
    /// A change from one book to the next.
    pub(super) fn item(before: &Values, after: &Values, planned: &Planned) -> Self {
        let project = title(after, &planned.project).map(|title| format!(" of {title}")).unwrap_or_default();
        let name = format!("{}{project}", planned.subject);
        Said::Item { name, was: state(before, planned), is: state(after, planned) }
    }

    pub(super) fn decision(after: &Values, planned: &Planned) -> Self {
        let made = after.documents.iter().find(|document| document.path == planned.path);
        Said::Decision(made.map_or_else(|| planned.subject.clone(), |document| document.title.clone()))
    }

    /// "pilot/users of Atlas: to do → done".
    pub(super) fn sentence(&self) -> String {
        match self {
            Said::Decision(title) => title.clone(),
            Said::Item { name, was, is } => {
                let parts = parts(was.as_deref(), is.as_deref());
                let parts = if parts.is_empty() { "written in another way".to_owned() } else { parts.join(", ") };
                format!("{name}: {parts}")
            }
        }
    }

    /// True when what is meant is what was meant before.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Said::Item { was, is, .. } if parts(was.as_deref(), is.as_deref()).is_empty())
    }

    /// This change and then a later one of the same place, as one.
    pub(super) fn then(&mut self, later: &Said) {
        match (self, later) {
            (Said::Item { is, .. }, Said::Item { is: last, .. }) => is.clone_from(last),
            (this, later) => this.clone_from(later),
        }
    }

    /// As [`Said::then`], but for a later change that was taken back.
    pub(super) fn without(&mut self, later: &Said) {
        if let (Said::Item { is, .. }, Said::Item { was, .. }) = (self, later) {
            is.clone_from(was);
        }
    }
}

/// What differs, in words.
fn parts(was: Option<&State>, is: Option<&State>) -> Vec<String> {
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
    parts
}

/// A project's name, without what follows a colon; `None` in a book without projects.
fn title<'d>(values: &'d Values, id: &str) -> Option<&'d str> {
    let is_it = |document: &&std::sync::Arc<Document>| document.kind == Kind::Project && document.id == id;
    let title = values.documents.iter().find(is_it)?.title.as_str();
    Some(title.split_once(": ").map_or(title, |(name, _)| name))
}

fn state(values: &Values, planned: &Planned) -> Option<Box<State>> {
    let (stage, item) = planned.subject.split_once('/')?;
    let files = StageFiles::find(&values.documents, Some(&planned.project), stage).ok()?;
    let item = files.items().find(|found| found.id.value == item)?;
    files.state(item).cloned().map(Box::new)
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
