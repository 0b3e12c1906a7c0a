//! The one shape into which YAML and TOML are read: a tree of values, each with its place. Not done here: parsing, or knowing any key.

use crate::diagnostic::{Span, Spanned};

/// A value of front matter or of `book.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Its bytes in the file, quotes included.
    pub span: Span,
}

/// The kinds of value that YAML (core schema) and TOML have in common.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An empty YAML value or `null`: as if the key were not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text. YAML dates are text; their shape is checked where a date is expected.
    Text(String),
    /// A TOML local date, or any other TOML date and time, as it is written.
    Datetime(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<Entry>),
}

/// A key of a map with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key and its place.
    pub key: Spanned<String>,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// An empty map at a place.
    pub fn empty_map(span: Span) -> Self {
        Self { value: Value::Map(Vec::new()), span }
    }

    /// The entries, if this is a map.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The elements, if this is a list.
    pub fn elements(&self) -> &[Node] {
        match &self.value {
            Value::List(nodes) => nodes,
            _ => &[],
        }
    }

    /// The value of a key; an empty one counts as absent.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key.value == key).map(|entry| &entry.node).filter(|node| node.value != Value::Null)
    }

    /// The words of a text or date.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Datetime(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, for "expected …, found …".
    pub fn what(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "a yes/no value",
            Value::Integer(_) => "a whole number",
            Value::Float(_) => "a number",
            Value::Text(_) => "text",
            Value::Datetime(_) => "a date",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }
}
