//! TOML (front matter and `book.toml`) → [`Node`] tree, with all syntax errors of the text. Not done here: knowing which keys are allowed.

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// Reads the TOML in `source[block]`. What could be read beside the errors is kept, so that the file still claims its id.
pub fn parse(path: &SourcePath, source: &str, block: Span, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let text = &source[block.start..block.end];
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut last_line = None;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        // One slip often breaks the rest of its line too; the first message is the one that helps.
        let line = text[..span.start.min(text.len())].matches('\n').count();
        if last_line.replace(line) == Some(line) {
            continue;
        }
        let span = Span::new(block.start + span.start.min(text.len()), block.start + span.end.min(text.len()));
        let message = error.message().trim_end().replace('\n', "; ");
        let (code, message) = if message.contains("duplicate key") {
            (Code::DuplicateKey, format!("key `{}` stands here a second time", &source[span.start..span.end]))
        } else {
            (Code::FrontMatterSyntax, format!("not valid TOML: {message}"))
        };
        diagnostics.push(Diagnostic::new(code, path, span, message));
    }
    Node { value: map(table.get_ref(), block.start), span: block }
}

fn map(table: &DeTable<'_>, offset: usize) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry { key: Spanned::new(key.get_ref().to_string(), shift(key.span(), offset)), node: node(value, offset) })
        .collect();
    // The table is sorted by key; the file's own order is the author's.
    entries.sort_by_key(|entry| entry.key.span);
    Value::Map(entries)
}

fn node(value: &TomlSpanned<DeValue<'_>>, offset: usize) -> Node {
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
        DeValue::Datetime(datetime) => Value::Datetime(datetime.to_string()),
        DeValue::Array(nodes) => Value::List(nodes.iter().map(|element| node(element, offset)).collect()),
        DeValue::Table(table) => map(table, offset),
    };
    Node { value, span }
}

fn shift(span: std::ops::Range<usize>, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}
