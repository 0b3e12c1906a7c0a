//! TOML (front matter and `book.toml`) → [`Node`] tree, with all syntax errors of the text. Not done here: knowing which keys are allowed.

use std::collections::HashSet;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// Reads the TOML in `source[block]`. What could be read beside the errors is kept, so that the file still claims its id.
pub fn parse(path: &SourcePath, source: &str, block: Span, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let text = &source[block.start..block.end];
    let (table, errors) = DeTable::parse_recoverable(text);
    let root = Node { value: map(table.get_ref(), source, block.start), span: block };
    let mut dates = HashSet::new();
    add_dates(&root, &mut dates);
    let mut last_line = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        // A day that does not exist is a fault of the value, which the check of the key that it belongs to reports.
        if dates.contains(&shift(span.clone(), block.start)) {
            continue;
        }
        // One slip often breaks the rest of its line too; the first message is the one that helps.
        let line = text[..span.start.min(text.len())].matches('\n').count();
        if last_line.replace(line) == Some(line) {
            continue;
        }
        let span = Span::new(block.start + span.start.min(text.len()), block.start + span.end.min(text.len()));
        let message = error.message().trim_end().replace('\n', "; ");
        diagnostics.push(if message.contains("duplicate key") {
            let message = format!("key `{}` stands here a second time", &source[span.start..span.end]);
            Diagnostic::new(Code::DuplicateKey, path, span, message).help("keep one of them")
        } else {
            Diagnostic::new(Code::FrontMatterSyntax, path, span, format!("not valid TOML: {message}"))
        });
    }
    root
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
