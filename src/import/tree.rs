//! The blocks of a Markdown document as far as task lists care: items with their text, what holds them, headings. Not done here: deciding what
//! becomes of them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::markdown::{Events, is_block};

/// A block. Children come after their parents, so that a walk backwards meets children first.
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Option<usize>,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Where its last text ends; white space and the marks of quotes may follow in `range`.
    pub(super) text_end: usize,
    /// True when it holds something of its own that is no text of an item and no list.
    pub(super) content: bool,
}

/// What a block is.
pub(super) enum Kind {
    /// An item of a list.
    Item(ListItem),
    /// A list or a quote: nothing but what stands in it.
    Frame,
    /// A heading, by its level and the events inside it.
    Heading { level: u8, events: Range<usize> },
    /// Any other block.
    Other,
}

/// An item of a list, with or without a box.
#[derive(Default)]
pub(super) struct ListItem {
    /// The box, and whether it is ticked.
    pub(super) marker: Option<(Range<usize>, bool)>,
    /// The events of its text, which ends where the first other block begins.
    pub(super) text: Option<Range<usize>>,
    /// The block that the text stands in: the item itself, or a paragraph.
    host: Option<usize>,
    text_is_over: bool,
}

impl Node {
    /// The item that this is, if it is one.
    pub(super) fn item(&self) -> Option<&ListItem> {
        if let Kind::Item(item) = &self.kind { Some(item) } else { None }
    }
}

/// Reads the blocks of a document.
pub(super) fn read(events: &Events<'_>) -> Vec<Node> {
    let mut reader = Reader { nodes: Vec::new(), open: Vec::new(), items: Vec::new() };
    for (at, (event, range)) in events.iter().enumerate() {
        reader.event(at, event, range);
    }
    // What a child holds ends inside its parent.
    for n in (0..reader.nodes.len()).rev() {
        if let Some(parent) = reader.nodes[n].parent {
            let end = reader.nodes[n].text_end;
            let parent = &mut reader.nodes[parent];
            parent.text_end = parent.text_end.max(end);
        }
    }
    reader.nodes
}

struct Reader {
    nodes: Vec<Node>,
    /// The blocks that are open, outermost first.
    open: Vec<usize>,
    /// The items among them.
    items: Vec<usize>,
}

impl Reader {
    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) if is_block(event) => self.start(at, tag, range),
            Event::End(tag) if is_block(event) => self.end(at, *tag),
            Event::Rule => {
                self.end_text();
                self.content_in_place();
            }
            Event::TaskListMarker(done) => {
                let host = self.open.last().copied();
                if let Some(item) = self.innermost_item() {
                    item.marker = Some((range.clone(), *done));
                    item.host = host;
                }
                self.text_ends(range.end);
            }
            _ => {
                self.inline(at);
                self.text_ends(range.end);
            }
        }
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>, range: &Range<usize>) {
        self.end_text();
        let node = self.nodes.len();
        let parent = self.open.last().copied();
        let (kind, content) = match tag {
            Tag::Item => (Kind::Item(ListItem::default()), false),
            Tag::List(_) | Tag::BlockQuote(_) => (Kind::Frame, false),
            Tag::Heading { level, .. } => (Kind::Heading { level: *level as u8, events: at + 1..at + 1 }, true),
            Tag::Paragraph => (Kind::Other, !self.is_text_of_item(node, parent)),
            _ => (Kind::Other, true),
        };
        self.nodes.push(Node { kind, parent, range: range.clone(), text_end: range.start, content });
        self.open.push(node);
        if let Tag::Item = tag {
            self.items.push(node);
        }
    }

    fn end(&mut self, at: usize, tag: TagEnd) {
        self.end_text();
        let Some(node) = self.open.pop() else { return };
        if let TagEnd::Item = tag {
            self.items.pop();
        }
        if let Kind::Heading { events, .. } = &mut self.nodes[node].kind {
            events.end = at;
        }
    }

    /// True for the paragraph that an item begins with; the item then has its text there.
    fn is_text_of_item(&mut self, node: usize, parent: Option<usize>) -> bool {
        if parent.is_none_or(|parent| parent + 1 != node) {
            return false;
        }
        match parent.map(|parent| &mut self.nodes[parent].kind) {
            // The text of a task may begin on the line below its box.
            Some(Kind::Item(item)) if item.host.is_none() || item.host == parent && item.text.is_none() => {
                item.host = Some(node);
                true
            }
            _ => false,
        }
    }

    fn inline(&mut self, at: usize) {
        let Some(top) = self.open.last().copied() else { return };
        // What stands after another block is no text of the item.
        let is_first = top + 1 == self.nodes.len();
        let in_item = self.items.last() == Some(&top);
        let Some(item) = self.innermost_item() else { return };
        if item.host.is_none() && in_item && is_first {
            item.host = Some(top);
        }
        if item.host == Some(top) && !item.text_is_over && (is_first || item.text.is_some()) {
            item.text.get_or_insert(at..at).end = at + 1;
        } else if in_item {
            self.content_in_place();
        }
    }

    fn innermost_item(&mut self) -> Option<&mut ListItem> {
        match &mut self.nodes.get_mut(*self.items.last()?)?.kind {
            Kind::Item(item) => Some(item),
            _ => None,
        }
    }

    fn end_text(&mut self) {
        if let Some(item) = self.innermost_item() {
            item.text_is_over |= item.text.is_some();
        }
    }

    fn content_in_place(&mut self) {
        if let Some(top) = self.open.last() {
            self.nodes[*top].content = true;
        }
    }

    fn text_ends(&mut self, at: usize) {
        if let Some(top) = self.open.last() {
            let end = &mut self.nodes[*top].text_end;
            *end = (*end).max(at);
        }
    }
}
