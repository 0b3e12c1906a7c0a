//! A document with task lists, its blocks and links found: what is a task, which group it is in, what can be taken out. Not done here: making
//! items of tasks.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::edit::Edit;
use super::links::Link;
use super::tree::{Kind, Node};
use super::{Remark, What, body, links, tree};
use crate::diagnostic::position::Lines;
use crate::document::fragment::Target;
use crate::document::markdown::{self, Events, Plain};

/// A document.
pub(super) struct Document<'t> {
    /// The text after the front matter.
    pub(super) text: &'t str,
    /// Where that begins in the file.
    pub(super) start: usize,
    pub(super) events: &'t Events<'t>,
    pub(super) nodes: Vec<Node>,
    /// By their place.
    pub(super) links: Vec<Link>,
    /// The lines of the whole file.
    pub(super) lines: Lines<'t>,
}

/// What tasks are grouped by.
#[derive(Default)]
pub(super) struct Groups {
    /// The name for each task, by its node.
    pub(super) names: BTreeMap<usize, Option<String>>,
    /// The items of lists that are such names.
    items: BTreeSet<usize>,
    /// The headings that are such names.
    headings: BTreeSet<usize>,
}

impl<'t> Document<'t> {
    /// The document whose body begins at byte `start` of a file's text and has these events.
    pub(super) fn new(file: &'t str, start: usize, events: &'t Events<'t>) -> Self {
        let text = &file[start..];
        let mut nodes = tree::read(events);
        // What a label means is no event, and yet must not go with the item or quote that it stands in.
        let definitions = markdown::definitions(text);
        for node in &mut nodes {
            let first = definitions.get(definitions.partition_point(|place| place.start < node.range.start));
            node.content |= first.is_some_and(|place| place.start < node.range.end);
        }
        Self { text, start, events, nodes, links: links::read(events, text), lines: Lines::new(file) }
    }

    /// The line of a byte of the text, as the file counts.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.number(self.start + at)
    }

    /// The box, its state and the events of the text of the task that a node is.
    pub(super) fn task(&self, node: usize) -> Option<(&Range<usize>, bool, Range<usize>)> {
        let item = self.nodes[node].item()?;
        let (marker, ticked) = item.marker.as_ref()?;
        Some((marker, *ticked, item.text.clone()?))
    }

    /// Every task by its node, with its box.
    pub(super) fn tasks(&self) -> impl Iterator<Item = (usize, &Range<usize>)> {
        (0..self.nodes.len()).filter_map(|node| Some((node, self.task(node)?.0)))
    }

    /// Every box that begins an item, with a text or without.
    pub(super) fn markers(&self) -> impl Iterator<Item = &Range<usize>> {
        self.nodes.iter().filter_map(|node| Some(&node.item()?.marker.as_ref()?.0))
    }

    /// The heading that names the document: the first, if all others are below its level. Its node and its words.
    pub(super) fn title(&self) -> Option<(usize, String)> {
        let mut headings = self.headings();
        let (first, top, events) = headings.next()?;
        headings.all(|(_, level, _)| level > top).then(|| (first, self.plain(events)))
    }

    /// Node, level and events of each heading that stands in nothing else.
    fn headings(&self) -> impl Iterator<Item = (usize, u8, Range<usize>)> {
        self.nodes.iter().enumerate().filter(|(_, node)| node.parent.is_none()).filter_map(|(n, node)| match &node.kind {
            Kind::Heading { level, events } => Some((n, *level, events.clone())),
            _ => None,
        })
    }

    /// For each task by its node the name of its group: the nearest item of a list above it that has a text, else the heading above it, unless
    /// that is the `title`.
    pub(super) fn groups(&self, title: Option<usize>) -> Groups {
        let mut groups = Groups::default();
        let mut words: BTreeMap<usize, String> = BTreeMap::new();
        let mut heading: Option<(usize, String)> = None;
        for (n, node) in self.nodes.iter().enumerate() {
            if let (Kind::Heading { events, .. }, None) = (&node.kind, node.parent) {
                heading = (title != Some(n)).then(|| (n, self.plain(events.clone()))).filter(|(_, words)| !words.is_empty());
            }
            if self.task(n).is_none() {
                continue;
            }
            let name = if let Some(item) = self.group_item(n) {
                groups.items.insert(item);
                Some(words.entry(item).or_insert_with(|| self.item_words(item)).clone())
            } else {
                groups.headings.extend(heading.as_ref().map(|(heading, _)| heading));
                heading.as_ref().map(|(_, words)| words.clone())
            };
            groups.names.insert(n, name);
        }
        groups
    }

    /// The nearest item of a list that a task stands below and that has a text.
    fn group_item(&self, task: usize) -> Option<usize> {
        let mut node = task;
        while let Some(parent) = self.nodes[node].parent {
            node = parent;
            if self.nodes[node].item().is_some() && !self.item_words(node).is_empty() {
                return Some(node);
            }
        }
        None
    }

    fn item_words(&self, node: usize) -> String {
        let events = self.nodes[node].item().and_then(|item| item.text.clone());
        let words = events.map(|events| self.plain(events)).unwrap_or_default();
        // Marks an item as required; see `line`.
        words.strip_prefix("(R) ").map(str::to_owned).unwrap_or(words)
    }

    pub(super) fn plain(&self, events: Range<usize>) -> String {
        Plain::of(&self.events[events], false)
    }

    /// For each node, true for an item of which nothing is left once its task is taken, or its group named.
    pub(super) fn taken(&self, groups: &Groups) -> Vec<bool> {
        let is_taken = |(n, node): (usize, &Node)| {
            let Some(item) = node.item() else { return false };
            let text = item.text.clone().unwrap_or(0..0);
            match &item.marker {
                Some(_) => item.text.is_some() && !self.events[text].iter().any(|(event, _)| matches!(event, Event::FootnoteReference(_))),
                None if item.text.is_none() => self.nodes.get(n + 1).is_some_and(|child| child.parent == Some(n)),
                None => groups.items.contains(&n) && !self.events[text].iter().any(|(event, _)| has_more_than_words(event)),
            }
        };
        self.nodes.iter().enumerate().map(is_taken).collect()
    }

    /// What is cut out of the text: blocks that are taken out, and headings that nothing is left under.
    pub(super) fn cuts(&self, groups: &Groups, out: &[bool], title: Option<usize>) -> Vec<Range<usize>> {
        let linked: HashSet<&str> = (self.links.iter())
            .filter_map(|link| if let Some(Target::Fragment(anchor)) = &link.target { Some(anchor.as_str()) } else { None })
            .collect();
        let is_needed = |heading: usize| {
            let Kind::Heading { events, .. } = &self.nodes[heading].kind else { return true };
            let says_more = self.events[events.clone()].iter().any(|(event, _)| has_more_than_words(event));
            says_more || self.anchor(heading).is_some_and(|anchor| linked.contains(anchor))
        };
        let mut gone = body::emptied_headings(&self.nodes, out, |heading| !groups.headings.contains(&heading) || is_needed(heading));
        gone.extend(title.filter(|title| !is_needed(*title)));
        let outermost = |n: usize| out[n] && self.nodes[n].parent.is_none_or(|parent| !out[parent]);
        let cut = |n: usize| {
            let node = &self.nodes[n];
            let end = if gone.contains(&n) { node.range.start + self.text[node.range.clone()].trim_end().len() } else { node.text_end };
            // Below a tab, the parser has some blocks begin in the white space before them.
            let start = node.range.start + node.range.len() - self.text[node.range.clone()].trim_start().len();
            (outermost(n) || gone.contains(&n)).then_some(start..end)
        };
        (0..self.nodes.len()).filter_map(cut).collect()
    }

    fn anchor(&self, heading: usize) -> Option<&str> {
        let Kind::Heading { events, .. } = &self.nodes[heading].kind else { return None };
        match &self.events.get(events.start.checked_sub(1)?)?.0 {
            Event::Start(Tag::Heading { id, .. }) => id.as_deref(),
            _ => None,
        }
    }

    /// The edits that take the boxes off the tasks that stay in the text.
    pub(super) fn boxes_off(&self, out: &[bool]) -> Vec<Edit> {
        self.tasks().filter(|(n, _)| !out[*n]).flat_map(|(_, marker)| body::without_box(self.text, marker)).collect()
    }

    /// Says which tasks and names of groups are in the body too.
    pub(super) fn remark_what_stays(&self, groups: &Groups, out: &[bool], remarks: &mut Vec<Remark>) {
        let tasks = groups.names.keys().filter(|task| !out[**task]).map(|task| (*task, What::TaskStays));
        let is_name_only = |item: &&usize| !out[**item] && !groups.names.contains_key(item);
        let names = groups.items.iter().filter(is_name_only).map(|name| (*name, What::GroupStays));
        remarks.extend(tasks.chain(names).map(|(node, what)| Remark { line: self.line(self.nodes[node].range.start), what }));
    }

    /// The links among some events, by their index.
    pub(super) fn links_in(&self, events: Range<usize>) -> Range<usize> {
        let (Some((_, first)), Some((_, last))) = (self.events.get(events.start), self.events[events.clone()].last()) else { return 0..0 };
        let from = self.links.partition_point(|link| link.range.start < first.start);
        from..from + self.links[from..].partition_point(|link| link.range.start < last.end)
    }
}

/// True for what the plain name of a group or stage can't hold.
fn has_more_than_words(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::FootnoteReference(_) | Event::InlineHtml(_))
}

/// Text without line breaks and doubled spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
