//! Where YAML values begin and end in the text, more exactly than the parser's marks say: anchors in front, closing quotes and brackets, block
//! scalars, comments. Not done here: changing anything.

use std::ops::Range;

use super::lines::{before, line_end, line_start};
use crate::document::node::{Entry, Node, Value};

/// True for `*name`, which stands for a value that is written elsewhere.
pub(super) fn is_alias(text: &str, node: &Node) -> bool {
    text[node.span.start..].starts_with('*')
}

/// True for a map or list in brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    matches!(node.value, Value::Map(_) | Value::List(_)) && text[content(text, node)..].starts_with(['{', '['])
}

/// The first byte of a value behind its anchor and tag.
pub(super) fn content(text: &str, node: &Node) -> usize {
    let mut at = node.span.start;
    loop {
        let rest = &text[at..];
        let skipped = match rest.chars().next() {
            Some('&' | '!') => rest.find(char::is_whitespace).unwrap_or(rest.len()),
            Some('#') if at > node.span.start => line_end(text, at) - at,
            Some(space) if space.is_whitespace() && at > node.span.start => space.len_utf8(),
            _ => return at,
        };
        at += skipped;
    }
}

/// The first byte after a value; for a value in block style, after the last value in it.
pub(super) fn end(text: &str, node: &Node) -> usize {
    if is_alias(text, node) {
        return node.span.end;
    }
    match &node.value {
        Value::Map(_) | Value::List(_) if is_flow(text, node) => flow_end(text, content(text, node)),
        Value::Map(entries) => entries.last().map_or(node.span.end, |last| entry_end(text, last)),
        Value::List(nodes) => nodes.last().map_or(node.span.end, |last| end(text, last)),
        Value::Null => node.span.start,
        _ => {
            let start = content(text, node);
            if text[start..].starts_with(['"', '\'']) && block_scalar(text, node).is_none() {
                quoted_end(text, start)
            } else {
                node.span.end
            }
        }
    }
}

/// The first byte after an entry: after its value, else after its colon.
pub(super) fn entry_end(text: &str, entry: &Entry) -> usize {
    let empty = || after_colon(text, entry).unwrap_or(entry.key.span.end);
    value(text, entry).map_or_else(empty, |range| range.end)
}

/// The first byte after the colon of an entry; `None` for a key without one, `{ key }`.
pub(super) fn after_colon(text: &str, entry: &Entry) -> Option<usize> {
    let rest = &text[entry.key.span.end..];
    rest.trim_start().starts_with(':').then(|| entry.key.span.end + rest.len() - rest.trim_start().len() + 1)
}

/// The bytes of an entry's value, without anchor and tag, from the `|` of a block scalar on; `None` for an empty one.
pub(super) fn value(text: &str, entry: &Entry) -> Option<Range<usize>> {
    let node = &entry.node;
    let colon = after_colon(text, entry)?;
    if node.value == Value::Null {
        let literal = text.get(node.span.start..node.span.end)?;
        return ["~", "null", "Null", "NULL"].contains(&literal).then_some(node.span.start..node.span.end);
    }
    Some(block_scalar(text, node).filter(|start| *start >= colon).unwrap_or_else(|| content(text, node))..end(text, node))
}

/// Where the `|` or `>` of a block scalar stands; the parser's span begins with the line below it.
fn block_scalar(text: &str, node: &Node) -> Option<usize> {
    let above = text[..line_start(text, node.span.start)].trim_end();
    let sign = above.rsplit([' ', '\n']).next().unwrap_or_default();
    let is_sign = sign.trim_end_matches(|c: char| c.is_ascii_digit() || ['+', '-'].contains(&c)).len() == 1 && sign.starts_with(['|', '>']);
    let below = matches!(node.value, Value::Text(_)) && before(text, node.span.start).trim().is_empty();
    (below && is_sign).then(|| above.len() - sign.len())
}

/// The first byte after the quote that closes the one at `start`.
fn quoted_end(text: &str, start: usize) -> usize {
    let double = text[start..].starts_with('"');
    let mut letters = text[start + 1..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if double => drop(letters.next()),
            '"' if double => return start + 1 + at + 1,
            '\'' if !double && letters.peek().is_some_and(|(_, next)| *next == '\'') => drop(letters.next()),
            '\'' if !double => return start + 1 + at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The first byte after the bracket that closes the one at `start`.
fn flow_end(text: &str, start: usize) -> usize {
    let (mut at, mut depth, mut last) = (start, 0_usize, ' ');
    while let Some(letter) = text[at..].chars().next() {
        let mut next = at + letter.len_utf8();
        match letter {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            // A quote opens only where a value may begin; in the middle of a word it is a letter.
            '"' | '\'' if ['{', '[', ',', ':', '?'].contains(&last) => next = quoted_end(text, at),
            '#' if text[..at].ends_with(char::is_whitespace) => next = line_end(text, at),
            _ => {}
        }
        if depth == 0 {
            return next;
        }
        if !letter.is_whitespace() && letter != '#' {
            last = letter;
        }
        at = next;
    }
    text.len()
}

/// True when a comment stands in the range: a `#` after white space that no value and no key holds.
pub(super) fn has_comment(text: &str, root: &Node, range: &Range<usize>) -> bool {
    let mut scalars = Vec::new();
    add_scalars(text, root, &mut scalars);
    let is_comment = |at: usize| text[..at].ends_with(char::is_whitespace) && !scalars.iter().any(|scalar| scalar.contains(&at));
    text[range.clone()].match_indices('#').any(|(at, _)| is_comment(range.start + at))
}

fn add_scalars(text: &str, node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Map(entries) => {
            for entry in entries {
                scalars.push(entry.key.span.start..entry.key.span.end);
                add_scalars(text, &entry.node, scalars);
            }
        }
        Value::List(nodes) => nodes.iter().for_each(|node| add_scalars(text, node, scalars)),
        Value::Null => {}
        _ => scalars.push(node.span.start..end(text, node)),
    }
}

/// The comments that belong inside a block: those of the lines from `at` on that are indented deeper than `column`. Gives the first byte after
/// them and how the first is indented.
pub(super) fn deeper_comments(text: &str, at: usize, column: usize, block_end: usize) -> Option<(usize, usize)> {
    let (mut line, mut found): (usize, Option<(usize, usize)>) = (at, None);
    while line < block_end {
        let next = line_end(text, line);
        let content = text[line..next].trim_start_matches(' ');
        let indent = next - line - content.len();
        if content.starts_with('#') && indent > column {
            found = Some((next, found.map_or(indent, |(_, first)| first)));
        } else if !content.trim().is_empty() {
            break;
        }
        line = next;
    }
    found
}
