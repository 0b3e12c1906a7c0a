//! What waits from before as_of, by kind. Not done here: what that is, which the playbook says ([`crate::playbook::event::waiting`]); what comes
//! ([`super::ahead`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::agenda::{Entry, count_of};
use crate::calendar::Date;
use crate::page::context::Context;
use crate::path::OutputPath;
use crate::playbook::event::{self, Kind, Waiting as Open};

/// Where more of a kind waits, there is one line for each project, and after so many lines each is short.
const MOST: usize = 20;
/// So many of the short lines and no more.
const MOST_SHORT: usize = 60;

/// What waits, of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Waiting {
    /// `gate`, `wave`, `window` or `due`.
    pub kind: &'static str,
    /// "Gates without a decision".
    pub title: String,
    /// How many things wait.
    pub count: usize,
    /// The longest waiting first.
    pub lines: Vec<WaitingLine>,
    /// After them, other projects that have something of the kind, at most 60.
    pub more: Vec<WaitingLine>,
    /// How many more projects have something of the kind.
    pub left_out: usize,
}

/// A thing that waits, or all of its kind in one project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaitingLine {
    /// The day that is over; of several things the first one. ISO date.
    pub date: String,
    /// "12 days ago".
    pub words: String,
    /// The thing; of several in one project "3 due dates", with a link to that project.
    pub entry: Entry,
}

pub(super) fn waiting(context: &Context<'_, '_>, output: &OutputPath) -> Vec<Waiting> {
    let kinds =
        [(Kind::Gate, "waiting-gates"), (Kind::Wave, "waiting-waves"), (Kind::Window, "waiting-windows"), (Kind::Due, "waiting-dues")];
    let mut by_kind: BTreeMap<Kind, Vec<Open<'_>>> = BTreeMap::new();
    event::waiting(context.playbook).into_iter().for_each(|open| by_kind.entry(open.event.kind).or_default().push(open));
    let of_kind = |(kind, key): (Kind, &str)| {
        let waiting = by_kind.get(&kind)?;
        let mut lines = if waiting.len() <= MOST { single(context, output, waiting) } else { by_project(context, output, waiting, kind) };
        let mut more = lines.split_off(MOST.min(lines.len()));
        let left_out = more.len().saturating_sub(MOST_SHORT);
        more.truncate(MOST_SHORT);
        Some(Waiting { kind: kind.name(), title: context.playbook.locale.text(key), count: waiting.len(), lines, more, left_out })
    };
    kinds.into_iter().filter_map(of_kind).collect()
}

fn single<'a>(context: &Context<'_, 'a>, output: &OutputPath, waiting: &[Open<'a>]) -> Vec<WaitingLine> {
    let each = waiting.iter().map(|open| line(context, open.since, context.entry(output, &open.event, open.text.clone())));
    each.collect()
}

/// A line for each project, the one with the oldest first; a single thing is named.
fn by_project<'a>(context: &Context<'_, 'a>, output: &OutputPath, waiting: &[Open<'a>], kind: Kind) -> Vec<WaitingLine> {
    let mut projects: BTreeMap<Option<usize>, Vec<&Open<'a>>> = BTreeMap::new();
    waiting.iter().for_each(|open| projects.entry(open.event.project).or_default().push(open));
    let mut groups: Vec<Vec<&Open<'a>>> = projects.into_values().collect();
    groups.sort_by_key(|group| group.first().map(|open| (open.since, open.event.project)));
    let of_project = |group: Vec<&Open<'a>>| {
        let first = *group.first()?;
        let mut entry = context.entry(output, &first.event, first.text.clone());
        if group.len() > 1 {
            let project = &context.playbook.projects[first.event.project?];
            entry.text = count_of(context.playbook.locale, kind, group.len());
            entry.url = Some(context.project(output, project).url);
            entry.owners = group.iter().flat_map(|open| &open.event.owners).map(|owner| (*owner).to_owned()).collect();
            entry.owners.sort();
            entry.owners.dedup();
        }
        Some(line(context, first.since, entry))
    };
    groups.into_iter().filter_map(of_project).collect()
}

fn line(context: &Context<'_, '_>, date: Date, entry: Entry) -> WaitingLine {
    WaitingLine { date: date.to_string(), words: context.playbook.away(date), entry }
}
