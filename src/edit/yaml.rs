//! A step of an edit in YAML front matter, as a splice of its text. Not done here: deciding on steps, or checking them.

use std::ops::Range;

use super::Refusal;
use super::flow::Flow;
use super::lines::{Splice, before, line_break, line_end, line_start, whole_lines};
use super::literal::{yaml, yaml_key};
use super::source::{Edit, Op, Source, tricky};
use super::tree::{Change, New, Place, Step, walk, wrapped};
use super::yaml_scan::{after_colon, content, deeper_comments, end, entry_end, is_alias, is_flow, value};
use crate::document::node::{Entry, Node, Value};

/// How deep a block is indented where the file does not show it.
const INDENT: usize = 2;

/// The splice and what it means.
pub(super) fn edit(source: &Source, op: &Op) -> Result<Edit, Refusal> {
    match op {
        Op::Put { path, value, after } => put(source, path, value, after),
        Op::Remove { path } => super::yaml_remove::remove(source, path),
        Op::Push { path, value } => push(source, path, value),
        Op::Wrap { path, key, value } => wrap(source, path, key, value),
        Op::Unwrap { path } => unwrap(source, path),
    }
}

/// The values along a path; an alias on it stands for what is written elsewhere.
pub(super) fn places<'n>(source: &'n Source, path: &[Step]) -> Result<Vec<Place<'n>>, Refusal> {
    let places = walk(&source.root, path);
    match places.iter().find(|place| is_alias(&source.text, place.node)) {
        Some(Place { node, .. }) => {
            let name = &source.text[node.span.start..node.span.end];
            let message = format!("this is the alias `{name}` of a value that is written elsewhere; write it out here first");
            Err(Refusal { message, at: Some(node.span.start) })
        }
        None => Ok(places),
    }
}

/// The parts of a flow map or list.
pub(super) fn flow<'t>(text: &'t str, node: &Node) -> Flow<'t> {
    let parts = match &node.value {
        Value::List(nodes) => nodes.iter().map(|node| node.span.start..end(text, node)).collect(),
        _ => node.entries().iter().map(|entry| entry.key.span.start..entry_end(text, entry)).collect(),
    };
    let (start, end) = (content(text, node) + 1, end(text, node));
    let end = if text[..end].ends_with(['}', ']']) { end - 1 } else { end };
    Flow { text, inside: start..end.max(start), parts }
}

fn put(source: &Source, path: &[Step], new: &New, after: &[&str]) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = places(source, path)?;
    let splice = match places.as_slice() {
        [.., Place { entry: Some(entry), .. }] if places.len() > path.len() => match value(text, entry) {
            Some(range) => {
                let state = entry.node.entries().iter().find(|entry| entry.key.value == "state").and_then(|state| value(text, state));
                let old = &text[state.unwrap_or(range.clone())];
                let with = yaml(new, Some(old));
                Splice::new(range, with)
            }
            None => Splice::insert(colon(text, entry)?, format!(" {}", yaml(new, None))),
        },
        _ => insert(source, &places, &path[places.len() - 1..], new, after)?,
    };
    Ok(Edit { splice, change: Change::Put(path.to_vec(), new.node()) })
}

/// A new key in the last of the maps that exist; `keys` are those that are missing.
fn insert(source: &Source, places: &[Place<'_>], keys: &[Step], new: &New, after: &[&str]) -> Result<Splice, Refusal> {
    let text = source.text.as_str();
    let Some(Place { node, entry }) = places.last() else { return Err(tricky(0)) };
    let step = step(source, places);
    match (&node.value, entry) {
        (Value::Map(entries), _) if is_flow(text, node) => {
            let after = entries.iter().rposition(|entry| after.contains(&entry.key.value.as_str()));
            Ok(flow(text, node).insert(after, &inline(keys, new), str::to_owned))
        }
        (Value::Map(entries), _) if !entries.is_empty() => {
            let behind = entries.iter().rfind(|entry| after.contains(&entry.key.value.as_str())).or(entries.last());
            let column = column(text, &entries[0])?;
            let last = behind.map_or(node.span.end, |entry| entry_end(text, entry));
            let line = line_end(text, last);
            let at = deeper_comments(text, line, column, source.block.end).map_or(line, |(end, _)| end);
            Ok(Splice::insert(at, block(keys, new, column, step, line_break(text, at))))
        }
        // The root of a file without keys, or without front matter.
        (Value::Map(_), _) if source.matter.is_empty() => {
            let line_break = line_break(text, 0);
            let lines = block(keys, new, 0, step, line_break);
            Ok(Splice::insert(source.matter.start, format!("---{line_break}{lines}---{line_break}")))
        }
        (Value::Map(_), _) => Ok(Splice::insert(source.block.end, block(keys, new, 0, step, line_break(text, source.block.end)))),
        (Value::Null, Some(entry)) => fill(source, places, entry, keys, new, step),
        _ => Err(tricky(node.span.start)),
    }
}

/// The value of a key that has none. Comments below or beside the key show that a block is meant; else the value stands on its line, so that it
/// can be told from a block that was begun with its first entry.
fn fill(source: &Source, places: &[Place<'_>], entry: &Entry, keys: &[Step], new: &New, step: usize) -> Result<Splice, Refusal> {
    let text = source.text.as_str();
    if let Some(null) = value(text, entry) {
        return Ok(Splice::new(null, format!("{{ {} }}", inline(keys, new))));
    }
    let colon = colon(text, entry)?;
    let in_block = places.iter().rev().nth(1).is_some_and(|above| !is_flow(text, above.node));
    if in_block && let Some(indent) = comment_inside(source, entry, step)? {
        let line = line_end(text, colon);
        return Ok(Splice::insert(line, block(keys, new, indent, step, line_break(text, line))));
    }
    Ok(Splice::insert(colon, format!(" {{ {} }}", inline(keys, new))))
}

/// Whether an empty key of a block has comments beside or below it, and how deep its entries are then indented.
fn comment_inside(source: &Source, entry: &Entry, step: usize) -> Result<Option<usize>, Refusal> {
    let text = source.text.as_str();
    let (column, line) = (column(text, entry)?, line_end(text, entry.key.span.end));
    let below = deeper_comments(text, line, column, source.block.end).map(|(_, indent)| indent);
    let beside = text[entry.key.span.end..line].contains('#').then_some(column + step);
    Ok(below.or(beside))
}

fn push(source: &Source, path: &[Step], new: &New) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = places(source, path)?;
    let node = places.last().map_or(&source.root, |place| place.node);
    let splice = if is_flow(text, node) {
        flow(text, node).insert(None, &yaml(new, None), str::to_owned)
    } else {
        let Some(last) = node.elements().last() else { return Err(tricky(node.span.start)) };
        let dash = before(text, last.span.start);
        if dash.trim() != "-" {
            return Err(tricky(last.span.start));
        }
        let at = line_end(text, end(text, last));
        Splice::insert(at, format!("{dash}{}{}", yaml(new, None), line_break(text, at)))
    };
    Ok(Edit { splice, change: Change::Push(path.to_vec(), new.node()) })
}

/// `- Text` becomes a map, such as `- state: …` with `text: Text` below it; the text itself stays as it is written.
fn wrap(source: &Source, path: &[Step], key: &str, new: &New) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = places(source, path)?;
    let [.., Place { node: list, .. }, Place { node, .. }] = places.as_slice() else { return Err(tricky(0)) };
    let words = content(text, node)..end(text, node);
    let literal = &text[words.clone()];
    if words.start != node.span.start || literal.contains('\n') || before(text, words.start).trim().is_empty() && !is_flow(text, list) {
        let message = "the text of this item is written over several lines, or has an anchor; make the item a map with `text:` first";
        return Err(Refusal { message: message.to_owned(), at: Some(node.span.start) });
    }
    let (value, at) = (yaml(new, None), words.start);
    let with = if is_flow(text, list) {
        format!("{{ {key}: {value}, text: {literal} }}")
    } else {
        format!("{key}: {value}{}{}text: {literal}", line_break(text, line_start(text, at)), " ".repeat(block_column(text, at)?))
    };
    Ok(Edit { splice: Splice::new(words, with), change: Change::Put(path.to_vec(), wrapped(key, new, node)) })
}

fn unwrap(source: &Source, path: &[Step]) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = places(source, path)?;
    let Some(Place { node, .. }) = places.last() else { return Err(tricky(0)) };
    let [state, words] = node.entries() else { return Err(tricky(node.span.start)) };
    let literal = value(text, words).ok_or_else(|| tricky(words.key.span.start))?;
    let splice = if is_flow(text, node) {
        Splice::new(content(text, node)..end(text, node), &text[literal])
    } else {
        Splice::remove(state.key.span.start..literal.start)
    };
    Ok(Edit { splice, change: Change::Put(path.to_vec(), words.node.clone()) })
}

/// `a: { b: value }`.
fn inline(keys: &[Step], new: &New) -> String {
    let keys: Vec<String> = keys.iter().filter_map(Step::key).map(yaml_key).collect();
    let open: Vec<String> = keys.iter().map(|key| format!("{key}: ")).collect();
    format!("{}{}{}", open.join("{ "), yaml(new, None), " }".repeat(keys.len().saturating_sub(1)))
}

/// A line for each key, each one deeper; the value on the last.
fn block(keys: &[Step], new: &New, column: usize, step: usize, line_break: &str) -> String {
    let keys: Vec<String> = keys.iter().filter_map(Step::key).map(yaml_key).collect();
    let line = |(depth, key): (usize, &String)| {
        let value = if depth + 1 == keys.len() { format!(" {}", yaml(new, None)) } else { String::new() };
        format!("{}{key}:{value}{line_break}", " ".repeat(column + depth * step))
    };
    keys.iter().enumerate().map(line).collect()
}

/// How much deeper the file indents a map inside a map: on the way to this place, else anywhere, else by 2.
fn step(source: &Source, places: &[Place<'_>]) -> usize {
    fn deeper(text: &str, entry: &Entry) -> Option<usize> {
        let inner = entry.node.entries().first().filter(|_| !is_flow(text, &entry.node) && !is_alias(text, &entry.node))?;
        let (inner, outer) = (block_column(text, inner.key.span.start).ok()?, block_column(text, entry.key.span.start).ok()?);
        inner.checked_sub(outer).filter(|step| *step > 0)
    }
    let text = source.text.as_str();
    let on_the_way = places.iter().rev().filter_map(|place| place.entry);
    on_the_way.chain(source.root.entries()).find_map(|entry| deeper(text, entry)).unwrap_or(INDENT)
}

/// The column of a key in a block, 0-based.
fn column(text: &str, entry: &Entry) -> Result<usize, Refusal> {
    block_column(text, entry.key.span.start)
}

/// The column of what stands behind nothing but spaces and the dashes of a list.
fn block_column(text: &str, at: usize) -> Result<usize, Refusal> {
    let before = before(text, at);
    if before.bytes().all(|byte| byte == b' ' || byte == b'-') { Ok(before.len()) } else { Err(tricky(at)) }
}

fn colon(text: &str, entry: &Entry) -> Result<usize, Refusal> {
    after_colon(text, entry).ok_or_else(|| tricky(entry.key.span.start))
}

/// The lines of a key in a block, whole.
pub(super) fn own_lines(text: &str, entry: &Entry) -> Range<usize> {
    whole_lines(text, &(entry.key.span.start..entry_end(text, entry)))
}
