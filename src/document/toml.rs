//! TOML (front matter and `book.toml`) → [`Node`] tree, with all syntax errors of the text. Not done here: knowing which keys are allowed.

use std::collections::{HashMap, HashSet};

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Node, Value};
use super::yaml::duplicate_key;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// Reads the TOML in `source[block]`. What could be read beside the errors is kept, so that the file still claims its id.
pub fn parse(path: &SourcePath, source: &str, block: Span, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let text = &source[block.start..block.end];
    let (table, mut errors) = DeTable::parse_recoverable(text);
    if let Some(line) = errors.first().and_then(|_| first_line_of_yaml(text)) {
        let span = Span::new(block.start + line.start, block.start + line.end);
        let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, path, span, "this is YAML, and TOML is meant to stand here");
        diagnostics.push(diagnostic.help("write `key = value`; in a file of Markdown, keys in YAML stand between two lines `---`"));
        return Node::empty_map(block);
    }
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut root = Node { value: map(table.get_ref(), source, block.start), span: block };
    let mut dates = HashSet::new();
    add_dates(&root, &mut dates);
    let mut broken = HashSet::new();
    let mut keys: Option<HashMap<&str, Vec<Span>>> = None;
    let mut last_line = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        // A day that does not exist is a fault of the value, which the check of the key that it belongs to reports.
        if dates.contains(&shift(span.clone(), block.start)) {
            continue;
        }
        // One slip often breaks the rest of its line too; the first message is the one that helps.
        // Lines are told apart by where they begin: to count them for each of many errors would take its time.
        let line = text[..span.start.min(text.len())].rfind('\n');
        if last_line.replace(line) == Some(line) {
            continue;
        }
        let span = Span::new(block.start + span.start.min(text.len()), block.start + span.end.min(text.len()));
        let message = error.message().trim_end().replace('\n', "; ");
        diagnostics.push(if message.contains("duplicate key") {
            duplicate(path, source, keys.get_or_insert_with(|| places_of_keys(&root, source)), span)
        } else {
            broken.insert(span);
            let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, path, span, format!("not valid TOML: {message}"));
            match hint(source, span) {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            }
        });
    }
    forget(&mut root, &broken);
    root
}

/// The first line, if that and most others are keys as in YAML.
fn first_line_of_yaml(text: &str) -> Option<std::ops::Range<usize>> {
    let is_yaml = |line: &&str| {
        let key = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' ')).map(|(key, _)| key);
        key.is_some_and(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ')))
    };
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines().next().filter(is_yaml)?;
    let (yaml, toml) = (lines().filter(is_yaml).count(), lines().filter(|line| line.contains('=') && !is_yaml(line)).count());
    let start = first.as_ptr().addr() - text.as_ptr().addr();
    (yaml > toml).then_some(start..start + first.len())
}

/// The finding for a key that stands twice. What stood there first is the nearest key of that name before it: a table holds no other's keys between
/// two of its own.
fn duplicate(path: &SourcePath, source: &str, keys: &HashMap<&str, Vec<Span>>, span: Span) -> Diagnostic {
    let name = bare(&source[span.start..span.end]);
    let places = keys.get(name).map(Vec::as_slice).unwrap_or_default();
    match places[..places.partition_point(|place| *place < span)].last() {
        Some(first) => duplicate_key(path, &Spanned::new(name.to_owned(), span), *first),
        None => Diagnostic::new(Code::DuplicateKey, path, span, format!("key `{name}` stands here a second time")).help("keep one of them"),
    }
}

/// Where each key stands, as it is written, in order.
fn places_of_keys<'s>(root: &Node, source: &'s str) -> HashMap<&'s str, Vec<Span>> {
    fn gather<'s>(node: &Node, source: &'s str, places: &mut HashMap<&'s str, Vec<Span>>) {
        for Entry { key, node } in node.entries() {
            places.entry(bare(&source[key.span.start..key.span.end])).or_default().push(key.span);
            gather(node, source, places);
        }
        node.elements().iter().for_each(|node| gather(node, source, places));
    }
    let mut places = HashMap::new();
    gather(root, source, &mut places);
    places.values_mut().for_each(|places| places.sort());
    places
}

/// A key without its quotes.
fn bare(key: &str) -> &str {
    key.trim_matches(['"', '\''])
}

/// Takes out the values that are no valid TOML, of which the parser makes texts.
fn forget(node: &mut Node, broken: &HashSet<Span>) {
    match &mut node.value {
        _ if broken.contains(&node.span) => node.value = Value::Null,
        Value::List(nodes) => nodes.iter_mut().for_each(|node| forget(node, broken)),
        Value::Map(entries) => entries.iter_mut().for_each(|entry| forget(&mut entry.node, broken)),
        _ => {}
    }
}

/// What the author may have meant where the parser complains.
fn hint(source: &str, span: Span) -> Option<String> {
    let line_start = source[..span.start].rfind('\n').map_or(0, |n| n + 1);
    let line = source[line_start..].lines().next().unwrap_or_default();
    let value = source[span.start..span.end].trim();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if value.starts_with(['“', '”', '„', '‘', '’', '«']) {
        return Some("these are quotes for print: TOML takes the straight ones, `\"` or `'`".to_owned());
    }
    match value.to_lowercase().as_str() {
        "yes" | "on" => return Some("write `true`".to_owned()),
        "no" | "off" => return Some("write `false`".to_owned()),
        _ => {}
    }
    if let Some((key, _)) = line.split_once(':').filter(|(key, _)| is_word(key.trim()) && !line.contains('=')) {
        return Some(format!("`{}: value` is YAML: write `{0} = value`, or put the keys between two lines `---`", key.trim()));
    }
    let after_sign = line.split_once('=').is_some_and(|(_, after)| after.trim().starts_with(value));
    (after_sign && value.starts_with(char::is_alphabetic)).then(|| format!("put the text in quotes: `\"{value}\"`"))
}

/// Where dates stand, those of the calendar and others.
fn add_dates(node: &Node, dates: &mut HashSet<Span>) {
    if let Value::Datetime(_) = node.value {
        dates.insert(node.span);
    }
    node.elements().iter().chain(node.entries().iter().map(|entry| &entry.node)).for_each(|node| add_dates(node, dates));
}

fn map(table: &DeTable<'_>, source: &str, offset: usize) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: Spanned::new(key.get_ref().to_string(), shift(key.span(), offset)),
            node: node(value, source, offset),
        })
        .collect();
    // The table is sorted by key; the file's own order is the author's.
    entries.sort_by_key(|entry| entry.key.span);
    Value::Map(entries)
}

fn node(value: &TomlSpanned<DeValue<'_>>, source: &str, offset: usize) -> Node {
    let span = shift(value.span(), offset);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) => Value::Integer(number),
            // Too large for a whole number: as the nearest number it fails every range check.
            Err(_) => Value::Float(f64::INFINITY),
        },
        DeValue::Float(float) => Value::Float(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(_) => Value::Datetime(source[span.start..span.end].to_owned()),
        DeValue::Array(nodes) => Value::List(nodes.iter().map(|element| node(element, source, offset)).collect()),
        DeValue::Table(table) => map(table, source, offset),
    };
    Node { value, span }
}

fn shift(span: std::ops::Range<usize>, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}
