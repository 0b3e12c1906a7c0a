//! A document → [`Import`], step by step. Not done here: the steps' own work, which stands in the files beside this one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use pulldown_cmark::Event;

use super::document::{Document, Groups, one_line};
use super::edit::Edit;
use super::{Ignored, Import, Item, Leads, Remark, Report, What, body, boxes, halves, line};
use crate::diagnostic::Span;
use crate::document::fragment::Target;
use crate::document::front::plain;
use crate::document::markdown::{self, inline};
use crate::document::node::{Node as Keys, Value};
use crate::document::slug::slug;
use crate::document::{fields, front_matter};
use crate::path::SourcePath;

/// Reads a document. `name` is its file's, for a title where the text has none.
pub fn read(name: &str, text: &str, leads: Leads<'_>) -> Import {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut remarks = Vec::new();
    let (keys, start) = split(&text, &mut remarks);
    let text = halves::shown(text, start, &mut remarks);
    let events = markdown::events(&text[start..]);
    let document = Document::new(&text, start, &events);

    let written = plain(&keys, "title").map(|title| one_line(&title)).filter(|title| !title.is_empty());
    let first = document.title();
    let from_heading = || first.as_ref().map(|(_, title)| title.clone()).filter(|title| !title.is_empty());
    let title = written.or_else(from_heading).unwrap_or_else(|| in_words(name));
    // A heading that says what the title says is not needed below it.
    let heading = first.filter(|(_, words)| *words == title).map(|(heading, _)| heading);

    let groups = document.groups(heading);
    let out = body::taken_out(&document.nodes, &document.taken(&groups));
    let cuts = document.cuts(&groups, &out, heading);
    let boxes_off = document.boxes_off(&out);
    let anchors = anchors(&body::without(document.text, &cuts, &boxes_off));
    let dead = dead_links(&document, &anchors, leads, &mut remarks);

    let items = items(&document, &groups, &dead, &mut remarks);
    let mut edits = boxes_off;
    edits.extend(document.links.iter().zip(&dead).filter(|(_, dead)| **dead).flat_map(|(link, _)| link.without(document.text, true)));
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let body = body::without(document.text, &cuts, &edits);
    // What is taken out can be the other half of what stays.
    let mut torn = Vec::new();
    let body = halves::shown(body, 0, &mut torn);
    remarks.extend(torn.into_iter().map(|remark| placed(remark, &document)));
    document.remark_what_stays(&groups, &out, &mut remarks);
    remarks.sort();
    let (boxes, ignored) = boxes_of(&document, &text);
    let description = plain(&keys, "description").map(|text| one_line(&text));
    Import { title, description, items, body, report: Report { boxes, ignored, remarks } }
}

/// The keys of the front matter and where the text after it begins. Lines that only look like front matter are text.
fn split(text: &str, remarks: &mut Vec<Remark>) -> (Keys, usize) {
    let mut findings = Vec::new();
    let matter = front_matter::split(&SourcePath::new("document"), text, &fields::STAGE, &mut findings);
    if let Some(finding) = findings.first() {
        remarks.push(Remark { line: 1, what: What::NoFrontMatter(finding.message.clone()) });
        return (Keys { value: Value::Map(Vec::new()), span: Span::new(0, 0) }, 0);
    }
    let is_kept = |key: &str| ["title", "description"].contains(&key) && plain(&matter.root, key).is_some();
    let left: Vec<String> =
        matter.root.entries().iter().map(|entry| &entry.key.value).filter(|key| !is_kept(key)).map(|key| format!("`{key}`")).collect();
    if !left.is_empty() {
        remarks.push(Remark { line: 1, what: What::KeysLeftOut(left) });
    }
    (matter.root, matter.body)
}

/// The anchors of a body, as its page will have them.
fn anchors(body: &str) -> HashSet<String> {
    let anchor = |(event, _): (Event<'_>, Range<usize>)| match event {
        Event::Start(pulldown_cmark::Tag::Heading { id, .. }) => id.map(|id| id.to_string()),
        _ => None,
    };
    markdown::events(body).into_iter().filter_map(anchor).collect()
}

/// Which links lead nowhere from the stage.
fn dead_links(document: &Document<'_>, anchors: &HashSet<String>, leads: Leads<'_>, remarks: &mut Vec<Remark>) -> Vec<bool> {
    let mut dead = Vec::with_capacity(document.links.len());
    for link in &document.links {
        let alive = match &link.target {
            None => false,
            Some(Target::External(_)) => true,
            Some(Target::Fragment(anchor)) => anchors.contains(anchor),
            Some(target) => leads(target),
        };
        if !alive {
            remarks.push(Remark { line: document.line(link.range.start), what: What::LinkDropped(link.address.clone()) });
        }
        dead.push(!alive);
    }
    dead
}

fn items(document: &Document<'_>, groups: &Groups, dead: &[bool], remarks: &mut Vec<Remark>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut ids = Ids::default();
    for (node, group) in &groups.names {
        let Some((marker, ticked, events)) = document.task(*node) else { continue };
        let links = link_edits(document, events.clone(), dead);
        let line::Line { text, must } = line::join(document.text, &document.events[events], links);
        let number = document.line(marker.start);
        let id = ids.make(&plain_text(&text), items.len() + 1, number, remarks);
        items.push(Item { id, text, group: group.clone(), must, ticked, line: number });
    }
    items
}

/// What has to change in the links of an item, which stands far from the definitions of their labels.
fn link_edits(document: &Document<'_>, events: Range<usize>, dead: &[bool]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for n in document.links_in(events) {
        let link = &document.links[n];
        if dead[n] {
            edits.extend(link.without(document.text, link.is_bare(document.text)));
        } else {
            edits.extend(link.in_one_line(document.text));
        }
    }
    edits
}

/// The words of an item as the book reads them.
fn plain_text(text: &str) -> String {
    inline(&SourcePath::new("document"), text, Span::new(0, text.len()), text, &mut Vec::new()).plain
}

/// Ids of items, none given twice.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// The last number that was put behind an id, so that a thousand equal tasks cost a thousand steps.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// The id for the item that has the number `count` in the document.
    fn make(&mut self, words: &str, count: usize, line: usize, remarks: &mut Vec<Remark>) -> String {
        let slug = slug(words);
        let wanted = if slug.is_empty() { format!("item-{count}") } else { slug.clone() };
        let id = self.free(&wanted);
        if slug.is_empty() {
            remarks.push(Remark { line, what: What::IdMade(id.clone()) });
        } else if id != wanted {
            remarks.push(Remark { line, what: What::IdTaken { wanted, id: id.clone() } });
        }
        id
    }

    fn free(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{wanted}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// How many boxes there are in the whole text, and those that are no tasks.
fn boxes_of(document: &Document<'_>, text: &str) -> (usize, Vec<Ignored>) {
    let tasks: BTreeSet<usize> = document.tasks().map(|(_, marker)| marker.start).collect();
    // The parser takes some for tasks that no reader would see as a box, such as one with a tab in it.
    let mut others: BTreeSet<usize> = boxes::find(text).into_iter().collect();
    others.extend(document.markers().map(|marker| document.start + marker.start));
    let total = others.len();
    others.retain(|at| at.checked_sub(document.start).is_none_or(|at| !tasks.contains(&at)));
    let (above, below): (Vec<usize>, Vec<usize>) = others.into_iter().partition(|at| *at < document.start);
    let below: Vec<usize> = below.into_iter().map(|at| at - document.start).collect();
    let in_keys = above.iter().map(|at| Ignored { line: document.lines.number(*at), why: boxes::Why::FrontMatter });
    let explained = boxes::explain(&below, document.events, document.text);
    let ignored = in_keys.chain(explained.into_iter().map(|(at, why)| Ignored { line: document.line(at), why })).collect();
    (total, ignored)
}

/// A remark about the body as one about the document, where the same words stand.
fn placed(remark: Remark, document: &Document<'_>) -> Remark {
    let line = match &remark.what {
        What::HalfShown(half) | What::SignShown(half) => document.text.find(half.as_str()).map_or(1, |at| document.line(at)),
        _ => 1,
    };
    Remark { line, ..remark }
}

/// A file's name as a title.
fn in_words(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let words = one_line(&crate::path::without_order(stem).replace(['-', '_'], " "));
    let mut letters = words.chars();
    letters.next().map_or_else(|| "Checklist".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}
