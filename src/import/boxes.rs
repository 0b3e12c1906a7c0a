//! Boxes of a text, tasks or not: `[ ]`, `[x]` or `[X]` that stands as a word of its own. Not done here: what becomes of the tasks.

use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::markdown::Events;

/// Why a box is no task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It stands before the text, among the keys.
    FrontMatter,
    /// `<!-- [ ] -->`.
    Comment,
    /// In a block of code.
    CodeBlock,
    /// Between backticks.
    CodeSpan,
    /// In raw HTML.
    Html,
    /// In a cell of a table.
    Table,
    /// Not at the beginning of a list item.
    Text,
    /// A list item with nothing beside its box.
    Empty,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::FrontMatter => "in the front matter",
            Why::Comment => "in a comment",
            Why::CodeBlock => "in a block of code",
            Why::CodeSpan => "in code",
            Why::Html => "in HTML",
            Why::Table => "in a table",
            Why::Text => "not at the beginning of a list item",
            Why::Empty => "with no text beside it",
        })
    }
}

/// Where boxes stand, in order.
pub(super) fn find(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let alone = |byte: Option<&u8>, others: &[u8]| byte.is_none_or(|byte| byte.is_ascii_whitespace() || others.contains(byte));
    let is_box = |at: &usize| {
        matches!(bytes.get(at + 1), Some(b' ' | b'\t' | b'x' | b'X'))
            && bytes.get(at + 2) == Some(&b']')
            && alone(at.checked_sub(1).and_then(|before| bytes.get(before)), b">|`")
            && alone(bytes.get(at + 3), b"<|`")
    };
    text.match_indices('[').map(|(at, _)| at).filter(is_box).collect()
}

/// Why each of the boxes, sorted places in the text of these events, is no task.
pub(super) fn explain(boxes: &[usize], events: &Events<'_>, text: &str) -> Vec<(usize, Why)> {
    let mut found = Vec::with_capacity(boxes.len());
    let mut rest = boxes;
    let mut inside = Vec::new();
    let comments = comments(text);
    for (event, range) in events {
        match event {
            Event::Start(tag) => {
                inside.push(block(tag));
                continue;
            }
            Event::End(tag) => {
                // A box that no event tells of, in the definition of a link for example.
                if matches!(tag, TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table) {
                    let why = inside.last().copied().flatten().unwrap_or(Why::Text);
                    take(&mut rest, range.end, |at| found.push((at, why)));
                }
                inside.pop();
                continue;
            }
            _ => {}
        }
        take(&mut rest, range.start, |at| found.push((at, Why::Text)));
        let around = inside.iter().rev().find_map(|why| *why);
        take(&mut rest, range.end, |at| found.push((at, why(event, around, &comments, at))));
    }
    found.extend(rest.iter().map(|at| (*at, Why::Text)));
    found
}

/// Takes the boxes before a place from the front of the list.
fn take(rest: &mut &[usize], before: usize, mut each: impl FnMut(usize)) {
    let count = rest.partition_point(|at| *at < before);
    rest[..count].iter().for_each(|at| each(*at));
    *rest = &rest[count..];
}

fn why(event: &Event<'_>, around: Option<Why>, comments: &[Range<usize>], at: usize) -> Why {
    match event {
        Event::Code(_) => Why::CodeSpan,
        Event::TaskListMarker(_) => Why::Empty,
        // A comment of many lines is an event for each line.
        Event::Html(_) | Event::InlineHtml(_) => {
            let next = comments.partition_point(|comment| comment.start <= at);
            if next > 0 && at < comments[next - 1].end { Why::Comment } else { Why::Html }
        }
        _ => around.unwrap_or(Why::Text),
    }
}

/// Where comments would stand if all of the text were HTML.
fn comments(text: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("<!--").map(|at| from + at) {
        from = text[start..].find("-->").map_or(text.len(), |end| start + end + 3);
        comments.push(start..from);
    }
    comments
}

fn block(tag: &Tag<'_>) -> Option<Why> {
    match tag {
        Tag::CodeBlock(_) => Some(Why::CodeBlock),
        Tag::HtmlBlock => Some(Why::Html),
        Tag::Table(_) => Some(Why::Table),
        _ => None,
    }
}
