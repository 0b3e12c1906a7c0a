//! The links of a document that moves: which still lead somewhere, and how they are written where their labels are not defined. Not done here:
//! looking up what a link leads to.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::edit::Edit;
use crate::document::fragment::Target;
use crate::document::markdown::{Events, address};

/// A link or an image.
pub(super) struct Link {
    /// All of it.
    pub(super) range: Range<usize>,
    /// Its text, without brackets.
    inner: Range<usize>,
    /// Where it leads; `None` for a scheme that is not safe.
    pub(super) target: Option<Target>,
    /// The same as it was written.
    pub(super) address: String,
    title: String,
    kind: LinkType,
}

/// The links of some events, by their place.
pub(super) fn read(events: &Events<'_>, text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                open.push((at, links.len()));
                links.push(None);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((start, place)) = open.pop() {
                    let last = events[start + 1..at].last().map(|(_, last)| last.end);
                    links[place] = link(&events[start].0, range.clone(), last, text);
                }
            }
            _ => {}
        }
    }
    links.into_iter().flatten().collect()
}

fn link(event: &Event<'_>, range: Range<usize>, last: Option<usize>, text: &str) -> Option<Link> {
    let Event::Start(Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. }) = event else {
        return None;
    };
    let image = matches!(event, Event::Start(Tag::Image { .. }));
    let (target, start) = match link_type {
        LinkType::WikiLink { has_pothole } => {
            let id = if *has_pothole { dest_url.strip_suffix('\\').unwrap_or(dest_url) } else { dest_url }.trim();
            let brackets = range.start + 2 + usize::from(image);
            let bar = if *has_pothole { text[brackets..range.end].find('|').map_or(0, |bar| bar + 1) } else { 0 };
            (Some(Target::Reference(id.to_owned())), brackets + bar)
        }
        LinkType::Email => (Some(Target::External(dest_url.to_string())), range.start + 1),
        _ => (address::target(dest_url, image).ok(), range.start + 1 + usize::from(image)),
    };
    let close = if matches!(link_type, LinkType::Autolink | LinkType::Email) { '>' } else { ']' };
    let from = last.unwrap_or(start).max(start);
    let end = text[from..range.end].find(close).map_or(from, |end| from + end);
    Some(Link { inner: start..end, range, target, address: dest_url.to_string(), title: title.to_string(), kind: *link_type })
}

impl Link {
    /// Leaves the text of a link that leads nowhere. With `address` that is still shown, as code.
    pub(super) fn without(&self, text: &str, with_address: bool) -> [Edit; 2] {
        let shown = &text[self.inner.clone()];
        let address = self.address.trim_end_matches('\\').trim();
        let tail = match with_address && shown.trim() != address && !address.is_empty() {
            false => String::new(),
            true if self.is_bare(text) => as_code(address),
            true => format!(" ({})", as_code(address)),
        };
        [Edit::new(self.range.start..self.inner.start, ""), Edit::new(self.inner.end..self.range.end, tail)]
    }

    /// True when there are no words to keep.
    pub(super) fn is_bare(&self, text: &str) -> bool {
        text[self.inner.clone()].trim().is_empty()
    }

    /// Writes the address into the link itself, where its label is not defined or its lines are joined.
    pub(super) fn in_one_line(&self, text: &str) -> Option<Edit> {
        let tail = self.inner.end..self.range.end;
        match self.kind {
            LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. } => None,
            LinkType::Inline if !text[tail.clone()].contains('\n') => None,
            _ => {
                let title = if self.title.is_empty() { String::new() } else { format!(" \"{}\"", self.title.replace('"', "&quot;")) };
                Some(Edit::new(tail, format!("]({}{title})", destination(&self.address))))
            }
        }
    }
}

/// An address as a link's destination: as it is, or between `<` and `>` (CommonMark 0.31, section 6.3).
pub(super) fn destination(address: &str) -> String {
    if !address.is_empty() && address.chars().all(|c| !c.is_control() && !"<>()\\ ".contains(c)) {
        return address.to_owned();
    }
    let mut out = String::from("<");
    for c in address.chars() {
        match c {
            '<' | '>' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("%0A"),
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

/// Text as a span of code, whatever backticks are in it. A bar would end the cell of a table.
pub(super) fn as_code(text: &str) -> String {
    let text = text.replace('|', "%7C");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}
