//! Calendar feeds: the book's events as iCalendar (RFC 5545, with the properties of RFC 7986), for all of them, each project, owner and kind. Written
//! by hand: the crate `icalendar` folds some lines at 76 octets, escapes neither `NAME` nor `CATEGORIES`, and lets control characters pass. Not done
//! here: which events there are ([`crate::playbook::event`]).

mod address;
mod entry;
mod line;
mod links;
pub(in crate::page) mod list;

use std::collections::BTreeMap;

pub use links::{FeedLink, FeedLists};
use rustc_hash::FxHashMap;

use super::selection::{Selection, owners};
use crate::locale::Value;
use crate::memo::in_parallel;
use crate::path::OutputPath;
use crate::playbook::Playbook;
use crate::playbook::event::Kind;
pub(super) use address::{is_reserved, project as of_project};
use line::{line, text};

/// Stands in a feed without events, as RFC 5545 section 3.6 wants at least one component: a time zone says nothing where nothing has a time.
const NO_EVENTS: &str = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n\
                         END:STANDARD\r\nEND:VTIMEZONE\r\n";

/// What `made` makes of every feed of the site, by its place: all of them at once are large.
pub fn feeds<R: Send>(playbook: &Playbook<'_>, made: impl Fn(&OutputPath, String) -> R + Sync + Send) -> Vec<R> {
    if playbook.stages.is_empty() {
        return Vec::new();
    }
    // Each entry is written once, though four feeds have it.
    let entries = entries(playbook, &Selection::default());
    let all: Vec<&str> = entries.iter().map(|(_, entry)| entry.as_str()).collect();
    let mut of_project = vec![Vec::new(); playbook.projects.len()];
    let mut of_owner: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    let mut of_kind: FxHashMap<Kind, Vec<&str>> = FxHashMap::default();
    for (event, entry) in entries.iter().zip(&all).map(|((event, _), entry)| (&playbook.events[*event], *entry)) {
        event.project.into_iter().for_each(|project| of_project[project].push(entry));
        of_kind.entry(event.kind).or_default().push(entry);
        let is_first = |n: &usize| !event.owners[..*n].contains(&event.owners[*n]);
        (0..event.owners.len()).filter(is_first).for_each(|n| of_owner.entry(event.owners[n]).or_default().push(entry));
    }
    let mut feeds = BTreeMap::from([(address::book(), (Selection::default(), all.as_slice()))]);
    for project in playbook.projects.iter().filter(|_| !playbook.is_implicit()) {
        let selection = Selection { project: Some(project.index), ..Selection::default() };
        feeds.extend(address::project(project).into_iter().map(|feed| (feed, (selection.clone(), of_project[project.index].as_slice()))));
    }
    for owner in owners(playbook) {
        let entries = of_owner.get(owner).map_or(&[][..], Vec::as_slice);
        feeds.insert(address::owner(owner), (Selection { owner: Some(owner.to_owned()), ..Selection::default() }, entries));
    }
    // Of every kind, whether there is something or not: who subscribes to due dates must not lose them when all is done.
    for kind in Kind::ALL {
        let entries = of_kind.get(&kind).map_or(&[][..], Vec::as_slice);
        feeds.insert(address::kind(kind), (Selection { kinds: [kind].into(), ..Selection::default() }, entries));
    }
    let feeds: Vec<(OutputPath, (Selection, &[&str]))> = feeds.into_iter().collect();
    in_parallel(&feeds, |(output, (selection, entries))| made(output, calendar(playbook, selection, entries)))
}

/// One feed: the same bytes as the site's for what has one there.
pub fn feed(playbook: &Playbook<'_>, selection: &Selection) -> String {
    let entries = entries(playbook, selection);
    calendar(playbook, selection, &entries.iter().map(|(_, entry)| entry.as_str()).collect::<Vec<_>>())
}

/// The kinds that have events.
fn kinds(playbook: &Playbook<'_>) -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| playbook.events.iter().any(|event| event.kind == *kind))
}

/// The entries of the events that are selected, by index. In the order of their ids, so that one whose days move stays where it is in the file.
fn entries(playbook: &Playbook<'_>, selection: &Selection) -> Vec<(usize, String)> {
    let events = playbook.events.iter().enumerate().filter(|(_, event)| selection.has(event));
    let mut ids: Vec<(String, usize)> = events.map(|(index, event)| (event.id(playbook), index)).collect();
    ids.sort();
    in_parallel(&ids, |(id, index)| (*index, entry::entry(playbook, &playbook.events[*index], id)))
}

/// A whole calendar.
fn calendar(playbook: &Playbook<'_>, selection: &Selection, entries: &[&str]) -> String {
    let book = &playbook.config.title;
    let of_book = ("book", Value::from(book.as_str()));
    let (name, description) = match selection.title(playbook) {
        Some(title) => {
            (format!("{title} · {book}"), playbook.locale.with("feed-calendar-of", &[("title", title.as_str().into()), of_book]))
        }
        None => (book.clone(), playbook.locale.with("feed-calendar", &[of_book])),
    };
    let mut out = String::with_capacity(600 + entries.iter().map(|entry| entry.len()).sum::<usize>());
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", &format!("-//rollbook//rollout calendar//{}", playbook.locale.language().to_ascii_uppercase()));
    line(&mut out, "CALSCALE", "GREGORIAN");
    text(&mut out, "NAME", &name);
    text(&mut out, "X-WR-CALNAME", &name);
    text(&mut out, "DESCRIPTION", &description);
    text(&mut out, "X-WR-CALDESC", &description);
    line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    line(&mut out, "X-PUBLISHED-TTL", "P1D");
    if entries.is_empty() {
        out.push_str(NO_EVENTS);
    }
    entries.iter().for_each(|entry| out.push_str(entry));
    line(&mut out, "END", "VCALENDAR");
    out
}
