//! Removes a key from YAML front matter, with the maps above it that then hold nothing. Each way is the reverse of one in which a key is added,
//! so that what was added and is removed leaves the bytes as they were. Not done here: deciding what is removed.

use super::Refusal;
use super::lines::{Splice, before};
use super::source::{Edit, Source, tricky};
use super::tree::{Change, Place, Step};
use super::yaml::{flow, own_lines, places};
use super::yaml_scan::{after_colon, content, deeper_comments, end, has_comment, is_flow};
use crate::document::node::{Entry, Node, Value};

/// The splice and what it means.
pub(super) fn remove(source: &Source, path: &[Step]) -> Result<Edit, Refusal> {
    let places = places(source, path)?;
    if places.len() <= path.len() || path.is_empty() {
        return Err(tricky(source.matter.start));
    }
    let mut depth = path.len();
    while depth > 1 && goes_with_its_only_entry(source, &places, depth) {
        depth -= 1;
    }
    let (map, entry) = (places[depth - 1], places[depth].entry.ok_or_else(|| tricky(source.matter.start))?);
    let path = &path[..depth];
    match map.entry.filter(|_| map.node.entries().len() == 1) {
        Some(container) if is_flow(&source.text, map.node) && flow(&source.text, map.node).is_spaced() => {
            empty_flow(source, path, container)
        }
        container => {
            let splice = if is_flow(&source.text, map.node) {
                let index = map.node.entries().iter().position(|other| other.key == entry.key).unwrap_or_default();
                flow(&source.text, map.node).remove(index)
            } else {
                from_block(source, map.node, entry)?
            };
            let change = match container.filter(|_| !is_flow(&source.text, map.node)) {
                Some(_) => Change::Put(path[..depth - 1].to_vec(), empty()),
                None => Change::Remove(path.to_vec()),
            };
            Ok(Edit { splice, change })
        }
    }
}

/// True when the map at `depth - 1` holds nothing but the key at `depth`, and its own key was added with it: a block without comments, or
/// brackets inside brackets.
fn goes_with_its_only_entry(source: &Source, places: &[Place<'_>], depth: usize) -> bool {
    let text = source.text.as_str();
    let (map, above) = (places[depth - 1], places[depth - 2]);
    let Some(container) = map.entry.filter(|_| map.node.entries().len() == 1) else { return false };
    if is_flow(text, map.node) {
        return is_flow(text, above.node) && flow(text, map.node).is_spaced();
    }
    let lines = own_lines(text, container);
    let column = before(text, container.key.span.start).len();
    let commented = has_comment(text, &source.root, &lines) || deeper_comments(text, lines.end, column, source.block.end).is_some();
    !commented && before(text, container.key.span.start).trim().is_empty()
}

/// ` { key: value }` goes, and its key stays without a value.
fn empty_flow(source: &Source, path: &[Step], container: &Entry) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let colon = after_colon(text, container).ok_or_else(|| tricky(container.key.span.start))?;
    let open = content(text, &container.node);
    if container.node.span.start != open {
        return Err(tricky(container.node.span.start));
    }
    let start = if &text[colon..open] == " " { colon } else { open };
    let change = Change::Put(path[..path.len() - 1].to_vec(), empty());
    Ok(Edit { splice: Splice::remove(start..end(text, &container.node)), change })
}

/// The lines of the entry; for one behind a `-`, up to the next one; for the only one of a file, with the fences.
fn from_block(source: &Source, map: &Node, entry: &Entry) -> Result<Splice, Refusal> {
    let text = source.text.as_str();
    let lines = own_lines(text, entry);
    if before(text, entry.key.span.start).trim().is_empty() {
        let all = lines.start == source.block.start && lines.end == source.block.end;
        return Ok(Splice::remove(if all { source.matter.clone() } else { lines }));
    }
    let next = map.entries().iter().map(|other| other.key.span.start).find(|start| *start > entry.key.span.start);
    match next {
        Some(next)
            if before(text, entry.key.span.start).trim() == "-" && !has_comment(text, &source.root, &(entry.key.span.start..next)) =>
        {
            Ok(Splice::remove(entry.key.span.start..next))
        }
        _ => Err(tricky(entry.key.span.start)),
    }
}

fn empty() -> Node {
    Node { value: Value::Null, span: crate::diagnostic::Span::default() }
}
