//! A step of an edit in TOML front matter, as a splice of its text. A key that is missing with its tables becomes one line with a dotted key, so
//! that it can go again as one line. Not done here: deciding on steps, or checking them.

use std::ops::Range;

use super::Refusal;
use super::flow::Flow;
use super::lines::{Splice, indent, line_break, line_end, line_start};
use super::literal::toml;
use super::source::{Edit, Op, Source, tricky};
use super::tree::{Change, New, Place, Step, walk, wrapped};
use crate::document::node::{Node, Value};

/// The splice and what it means.
pub(super) fn edit(source: &Source, op: &Op) -> Result<Edit, Refusal> {
    match op {
        Op::Put { path, value, after } => put(source, path, value, after),
        Op::Remove { path } => remove(source, path),
        Op::Push { path, value } => push(source, path, value),
        Op::Wrap { path, key, value } => wrap(source, path, key, value),
        Op::Unwrap { path } => unwrap(source, path),
    }
}

/// True when a comment stands in the range: a `#` that no value and no key holds.
pub(super) fn has_comment(source: &Source, range: &Range<usize>) -> bool {
    let mut values = Vec::new();
    add_scalars(&source.root, &mut values);
    let is_comment = |at: usize| !values.iter().any(|value| value.contains(&at));
    source.text[range.clone()].match_indices('#').any(|(at, _)| is_comment(range.start + at))
}

fn add_scalars(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|entry| {
            scalars.push(entry.key.span.start..entry.key.span.end);
            add_scalars(&entry.node, scalars);
        }),
        Value::List(nodes) => nodes.iter().for_each(|node| add_scalars(node, scalars)),
        _ => scalars.push(node.span.start..node.span.end),
    }
}

/// An inline table; the span of any other is its header, or a key on the way to it.
fn is_inline(text: &str, node: &Node) -> bool {
    matches!(node.value, Value::Map(_)) && text[node.span.start..].starts_with('{')
}

/// A table with a `[header]` of its own, or an element of a `[[list]]` of tables.
fn has_header(text: &str, node: &Node) -> bool {
    matches!(node.value, Value::Map(_)) && text[node.span.start..].starts_with('[')
}

fn put(source: &Source, path: &[Step], new: &New, after: &[&str]) -> Result<Edit, Refusal> {
    let places = walk(&source.root, path);
    let splice = match places.last() {
        Some(Place { node, .. }) if places.len() > path.len() => {
            let old = node.entries().iter().find(|entry| entry.key.value == "state").map_or(*node, |state| &state.node);
            Splice::new(node.span.start..node.span.end, toml(new, Some(&source.text[old.span.start..old.span.end])))
        }
        Some(Place { node, .. }) if !matches!(node.value, Value::Map(_)) => return Err(tricky(node.span.start)),
        _ => insert(source, &places, path, new, after),
    };
    Ok(Edit { splice, change: Change::Put(path.to_vec(), new.node()) })
}

/// A new key: in the nearest table on the way that has a place of its own, the rest as a dotted key.
fn insert(source: &Source, places: &[Place<'_>], path: &[Step], new: &New, after: &[&str]) -> Splice {
    let text = source.text.as_str();
    let home = (0..places.len()).rev().find(|at| is_inline(text, places[*at].node) || has_header(text, places[*at].node)).unwrap_or(0);
    let keys: Vec<&str> = path[home..].iter().filter_map(Step::key).collect();
    let part = format!("{} = {}", keys.join("."), toml(new, None));
    let table = places[home].node;
    if is_inline(text, table) {
        let behind =
            table.entries().iter().filter(|entry| after.contains(&entry.key.value.as_str())).map(|entry| last_end(text, &entry.node)).max();
        let flow = flow(text, table);
        let behind = behind.and_then(|end| flow.parts.iter().position(|part| part.end == end));
        return flow.insert(behind, &part, |part| format!(" {part} "));
    }
    let section = section(source, table, home == 0);
    let inside = |node: &Node| leaves(text, node).into_iter().filter(|leaf| section.contains(&leaf.start)).max_by_key(|leaf| leaf.end);
    let behind = places.last().and_then(|place| place.node.entries().iter().rfind(|entry| after.contains(&entry.key.value.as_str())));
    let last = behind.and_then(|entry| inside(&entry.node)).or_else(|| places[home..].iter().rev().find_map(|place| inside(place.node)));
    let (at, like) = match last {
        Some(last) => (line_end(text, last.end), last.start),
        None => (section.start, table.span.start),
    };
    let indent = if home == 0 && section.start == at { "" } else { indent(&text[line_start(text, like)..]) };
    Splice::insert(at, format!("{indent}{part}{}", line_break(text, at)))
}

/// The lines in which the keys of a table stand: from its header to the next one.
fn section(source: &Source, table: &Node, is_root: bool) -> Range<usize> {
    fn add_headers(text: &str, node: &Node, headers: &mut Vec<usize>) {
        if has_header(text, node) {
            headers.push(node.span.start);
        }
        node.entries().iter().map(|entry| &entry.node).chain(node.elements()).for_each(|node| add_headers(text, node, headers));
    }
    let start = if is_root { source.block.start } else { line_end(&source.text, table.span.end) };
    let mut headers = Vec::new();
    source.root.entries().iter().for_each(|entry| add_headers(&source.text, &entry.node, &mut headers));
    let end = headers.into_iter().filter(|header| *header >= start).min().unwrap_or(source.block.end);
    start..line_start(&source.text, end).max(start)
}

/// The values that stand behind a `=` somewhere in a node, as their bytes.
fn leaves(text: &str, node: &Node) -> Vec<Range<usize>> {
    match &node.value {
        Value::Map(entries) if !is_inline(text, node) => entries.iter().flat_map(|entry| leaves(text, &entry.node)).collect(),
        Value::List(nodes) if nodes.iter().any(|element| has_header(text, element)) => {
            nodes.iter().flat_map(|element| leaves(text, element)).collect()
        }
        _ => std::iter::once(node.span.start..node.span.end).collect(),
    }
}

fn last_end(text: &str, node: &Node) -> usize {
    leaves(text, node).iter().map(|leaf| leaf.end).max().unwrap_or(node.span.end)
}

/// The parts of an inline table or array, each with the dotted key that it begins with.
fn flow<'t>(text: &'t str, node: &Node) -> Flow<'t> {
    let inside = node.span.start + 1..node.span.end - 1;
    let mut parts: Vec<Range<usize>> = match &node.value {
        Value::List(nodes) => nodes.iter().map(|node| node.span.start..node.span.end).collect(),
        _ => node
            .entries()
            .iter()
            .flat_map(|entry| leaves(text, &entry.node))
            .map(|leaf| expression_start(text, &inside, leaf.start)..leaf.end)
            .collect(),
    };
    parts.sort_by_key(|part| part.start);
    Flow { text, inside, parts }
}

/// Where the key begins whose value begins at `value`.
fn expression_start(text: &str, inside: &Range<usize>, value: usize) -> usize {
    let before = &text[inside.start..value];
    let separator = before.rfind([',', '\n']).map_or(0, |at| at + 1);
    let rest = &before[separator..];
    inside.start + separator + rest.len() - rest.trim_start().len()
}

fn remove(source: &Source, path: &[Step]) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = walk(&source.root, path);
    let Some(Place { node, entry: Some(entry) }) = places.last().filter(|_| places.len() > path.len()) else { return Err(tricky(0)) };
    if matches!(node.value, Value::Map(_)) && !is_inline(text, node) {
        return Err(tricky(node.span.start));
    }
    let is_dotted = |node: &Node| !is_inline(text, node) && !has_header(text, node);
    let mut depth = path.len();
    while depth > 1 && places[depth - 1].node.entries().len() == 1 && is_dotted(places[depth - 1].node) {
        depth -= 1;
    }
    let inline = places[..places.len() - 1].iter().rev().find(|place| is_inline(text, place.node));
    let splice = match inline {
        Some(table) => {
            let flow = flow(text, table.node);
            let index = flow.parts.iter().position(|part| part.end == node.span.end).ok_or_else(|| tricky(node.span.start))?;
            if flow.is_spaced() { Splice::remove(flow.inside) } else { flow.remove(index) }
        }
        None => Splice::remove(line_start(text, entry.key.span.start)..line_end(text, node.span.end)),
    };
    Ok(Edit { splice, change: Change::Remove(path[..depth].to_vec()) })
}

fn push(source: &Source, path: &[Step], new: &New) -> Result<Edit, Refusal> {
    let text = source.text.as_str();
    let places = walk(&source.root, path);
    let Some(Place { node, .. }) = places.last().filter(|place| !text[place.node.span.start..].starts_with("[[")) else {
        let message = "this list is written as tables, `[[…]]`; add one by hand";
        return Err(Refusal { message: message.to_owned(), at: places.last().map(|place| place.node.span.start) });
    };
    if !matches!(node.value, Value::List(_)) {
        return Err(tricky(node.span.start));
    }
    let splice = flow(text, node).insert(None, &toml(new, None), str::to_owned);
    Ok(Edit { splice, change: Change::Push(path.to_vec(), new.node()) })
}

fn wrap(source: &Source, path: &[Step], key: &str, new: &New) -> Result<Edit, Refusal> {
    let places = walk(&source.root, path);
    let Some(Place { node, .. }) = places.last() else { return Err(tricky(0)) };
    let with = format!("{{ {key} = {}, text = {} }}", toml(new, None), &source.text[node.span.start..node.span.end]);
    Ok(Edit { splice: Splice::new(node.span.start..node.span.end, with), change: Change::Put(path.to_vec(), wrapped(key, new, node)) })
}

fn unwrap(source: &Source, path: &[Step]) -> Result<Edit, Refusal> {
    let places = walk(&source.root, path);
    let Some(Place { node, .. }) = places.last().filter(|place| is_inline(&source.text, place.node)) else { return Err(tricky(0)) };
    let [_, words] = node.entries() else { return Err(tricky(node.span.start)) };
    let literal = &source.text[words.node.span.start..words.node.span.end];
    Ok(Edit { splice: Splice::new(node.span.start..node.span.end, literal), change: Change::Put(path.to_vec(), words.node.clone()) })
}
