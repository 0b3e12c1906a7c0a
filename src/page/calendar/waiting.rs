//! What waits from before as_of, so that it does not vanish with its day: gates that nobody has decided, waves whose bake is over, due dates that
//! have passed. Not done here: what comes ([`super::ahead`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::agenda::Entry;
use crate::calendar::Date;
use crate::page::context::Context;
use crate::page::judged::days_words;
use crate::path::OutputPath;
use crate::playbook::Event;
use crate::playbook::event::Kind;

/// A kind has at most so many lines. Where more of it waits, there is one line for each project.
const MOST: usize = 20;

/// What waits, of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Waiting {
    /// `gate`, `wave` or `due`.
    pub kind: &'static str,
    /// "Gates without a decision".
    pub title: &'static str,
    /// How many things wait.
    pub count: usize,
    /// The longest waiting first.
    pub lines: Vec<WaitingLine>,
    /// How many more projects have something of the kind than there are lines.
    pub more_projects: usize,
}

/// A thing that waits, or all of its kind in one project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WaitingLine {
    /// The day that is over; of several things the first one. ISO date.
    pub date: String,
    /// "12 days ago".
    pub words: String,
    /// The thing; of several in one project "3 due dates", with a link to that project.
    pub entry: Entry,
}

pub(super) fn waiting(context: &Context<'_, '_>, output: &OutputPath) -> Vec<Waiting> {
    let kinds = [
        (Kind::Gate, "Gates without a decision", "gates"),
        (Kind::Wave, "Waves without a decision after their bake", "waves"),
        (Kind::Due, "Due dates that have passed", "due dates"),
    ];
    let events = context.playbook.events.iter().filter(|event| context.is_waiting(event));
    let mut by_kind: BTreeMap<Kind, Vec<&Event<'_>>> = BTreeMap::new();
    events.for_each(|event| by_kind.entry(event.kind).or_default().push(event));
    let of_kind = |(kind, title, words): (Kind, &'static str, &str)| {
        let mut events = by_kind.get(&kind)?.clone();
        events.sort_by_key(|event| event.last_day());
        let mut lines = if events.len() <= MOST { single(context, output, &events) } else { by_project(context, output, &events, words) };
        let more_projects = lines.len().saturating_sub(MOST);
        lines.truncate(MOST);
        Some(Waiting { kind: kind.name(), title, count: events.len(), lines, more_projects })
    };
    kinds.into_iter().filter_map(of_kind).collect()
}

fn single<'a>(context: &Context<'_, 'a>, output: &OutputPath, events: &[&Event<'a>]) -> Vec<WaitingLine> {
    let each = events.iter().map(|event| line(context, event.last_day(), context.entry(output, event, event.title.clone())));
    each.collect()
}

/// A line for each project, the one with the oldest first; a single thing is named.
fn by_project<'a>(context: &Context<'_, 'a>, output: &OutputPath, events: &[&Event<'a>], words: &str) -> Vec<WaitingLine> {
    let mut projects: BTreeMap<Option<usize>, Vec<&Event<'a>>> = BTreeMap::new();
    events.iter().for_each(|event| projects.entry(event.project).or_default().push(event));
    let mut groups: Vec<Vec<&Event<'a>>> = projects.into_values().collect();
    groups.sort_by_key(|group| group.first().map(|event| (event.last_day(), event.project)));
    let of_project = |group: Vec<&Event<'a>>| {
        let first = *group.first()?;
        let mut entry = context.entry(output, first, first.title.clone());
        if group.len() > 1 {
            let project = &context.playbook.projects[first.project?];
            entry.text = format!("{} {}", group.len(), words);
            entry.url = Some(context.project(output, project).url);
            entry.owners = group.iter().flat_map(|event| &event.owners).map(|owner| (*owner).to_owned()).collect();
            entry.owners.sort();
            entry.owners.dedup();
        }
        Some(line(context, first.last_day(), entry))
    };
    groups.into_iter().filter_map(of_project).collect()
}

fn line(context: &Context<'_, '_>, date: Date, entry: Entry) -> WaitingLine {
    WaitingLine { date: date.to_string(), words: days_words(context.playbook.as_of, date), entry }
}
