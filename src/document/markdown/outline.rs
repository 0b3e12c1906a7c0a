//! What must be known of a body before its first byte of HTML is written: headings' anchors, terms, lists with tasks, footnotes, folds. Not done here: HTML.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Events;
use super::folds::{self, Fold};
use super::plain::Plain;
use super::source::Source;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::slug::heading_slug;

/// What stands where, by the index of the event that starts it.
#[derive(Default)]
pub(super) struct Outline {
    /// The lists that have a task among their own items.
    pub(super) task_lists: FxHashSet<usize>,
    /// The events inside each footnote, by its name in lower case; the first of a name counts.
    pub(super) notes: FxHashMap<String, Range<usize>>,
    /// Where each footnote ends, unused and repeated ones too.
    pub(super) note_ends: FxHashMap<usize, usize>,
    /// The quotations that fold.
    pub(super) folds: FxHashMap<usize, Fold>,
    /// The anchor of each term of a definition list.
    pub(super) terms: FxHashMap<usize, String>,
}

/// Reads the outline of a text, and gives every heading its anchor.
pub(super) fn read(events: &mut Events<'_>, text: &str, raw_html: bool) -> Outline {
    let terms = name_headings(events, raw_html);
    let mut outline = Outline { folds: folds::read(events, text), terms, ..Outline::default() };
    let (mut lists, mut notes) = (Vec::new(), Vec::new());
    for (at, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::List(_)) => lists.push(at),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::TaskListMarker(_) => outline.task_lists.extend(lists.last()),
            Event::Start(Tag::FootnoteDefinition(name)) => notes.push((at, name.to_lowercase())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((start, name)) = notes.pop() {
                    outline.note_ends.insert(start, at);
                    outline.notes.entry(name).or_insert(start + 1..at);
                }
            }
            _ => {}
        }
    }
    outline
}

/// The anchor that an author wrote for the heading that starts here.
pub(super) fn written_anchor<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Heading { id, .. }) => id.as_deref().filter(|id| !id.is_empty()),
        _ => None,
    }
}

/// Reports anchors that only a theme may have, and those that two headings have.
pub(super) fn check_anchors(events: &Events<'_>, source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut first = FxHashMap::default();
    for (event, range) in events {
        let Some(anchor) = written_anchor(event) else { continue };
        let span = source.span(anchor, range);
        if anchor.starts_with('_') {
            let message = format!("the anchor `{anchor}` begins with `_`, as only those of the page around the text do");
            diagnostics.push(Diagnostic::new(Code::BadValue, source.path, span, message).help("begin it with a letter"));
        }
        let before = *first.entry(anchor).or_insert(span);
        if before != span {
            let finding = Diagnostic::new(Code::DuplicateId, source.path, span, format!("the anchor `{anchor}` is taken"));
            let finding = finding.label("used again here").related(source.path, before, "first used here");
            diagnostics.push(finding.help("give one of the headings another anchor"));
        }
    }
}

/// Anchors that authors wrote come first: another heading that would have the same one by its text makes way. Terms, whose anchors are the result, make
/// way for all headings.
fn name_headings(events: &mut Events<'_>, raw_html: bool) -> FxHashMap<usize, String> {
    let mut taken = FxHashMap::default();
    let (mut unnamed, mut terms) = (Vec::new(), Vec::new());
    for (at, (event, _)) in events.iter_mut().enumerate() {
        let written = written_anchor(event).map(|name| unique(name, &mut taken));
        match event {
            Event::Start(Tag::Heading { id, .. }) if written.is_some() => *id = written,
            Event::Start(Tag::Heading { .. }) => unnamed.push(at),
            Event::Start(Tag::DefinitionListTitle) => terms.push(at),
            _ => {}
        }
    }
    // What begins with `_` is the frame's.
    let slug = |events: &Events<'_>, at: usize| {
        heading_slug(&Plain::of(&events[at..end_of(events, at)], raw_html)).trim_start_matches('_').to_owned()
    };
    for at in unnamed {
        let name = slug(events, at);
        let name = unique(if name.is_empty() { "section" } else { &name }, &mut taken);
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[at].0 {
            *id = Some(name);
        }
    }
    let name = |at: usize| Some((at, slug(events, at))).filter(|(_, name)| !name.is_empty());
    terms.into_iter().filter_map(name).map(|(at, name)| (at, unique(&name, &mut taken).into_string())).collect()
}

/// `name`, or `name-1`, `name-2`, … if that is taken. The next number is kept by name, so that a thousand equal headings cost a thousand steps.
fn unique(name: &str, taken: &mut FxHashMap<String, usize>) -> CowStr<'static> {
    let Some(mut number) = taken.get(name).copied() else {
        taken.insert(name.to_owned(), 0);
        return name.to_owned().into();
    };
    let mut unique = name.to_owned();
    while taken.contains_key(&unique) {
        number += 1;
        unique = format!("{name}-{number}");
    }
    taken.insert(name.to_owned(), number);
    taken.entry(unique.clone()).or_insert(0);
    unique.into()
}

/// The index of the event that ends what starts at `at`.
pub(super) fn end_of(events: &Events<'_>, at: usize) -> usize {
    let mut depth = 0_usize;
    for (n, (event, _)) in events.iter().enumerate().skip(at) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 1 => return n,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    events.len()
}
