//! The tree of a file's front matter as it has to be after a step: what is put, removed or added where, and the first difference between two
//! trees. Not done here: text.

use crate::calendar::Date;
use crate::diagnostic::{Span, Spanned};
use crate::document::node::{Entry, Node, Value};

/// One step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into a map, by key.
    Key(String),
    /// Into a list, by 0-based index.
    Index(usize),
}

impl Step {
    /// The key, if it is one.
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Step::Key(key) => Some(key),
            Step::Index(_) => None,
        }
    }
}

/// A value to write.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum New {
    /// A state's name.
    Word(&'static str),
    /// A day.
    Date(Date),
    /// Any text.
    Text(String),
    /// A list.
    List(Vec<New>),
    /// A map.
    Map(Vec<(&'static str, New)>),
}

impl New {
    /// The value as it reads back.
    pub(super) fn node(&self) -> Node {
        let value = match self {
            New::Word(word) => Value::Text((*word).to_owned()),
            New::Date(date) => Value::Text(date.to_string()),
            New::Text(text) => Value::Text(text.clone()),
            New::List(values) => Value::List(values.iter().map(New::node).collect()),
            New::Map(entries) => Value::Map(entries.iter().map(|(key, value)| entry(key, value.node())).collect()),
        };
        Node { value, span: Span::default() }
    }
}

/// What a step does to the tree.
#[derive(Debug)]
pub(super) enum Change {
    /// The value of a key, with the maps on the way that are missing, or an element that exists.
    Put(Vec<Step>, Node),
    /// A key goes.
    Remove(Vec<Step>),
    /// A new last element.
    Push(Vec<Step>, Node),
}

impl Change {
    /// Where it is made, as [`difference`] names places.
    pub(super) fn place(&self) -> String {
        let (Change::Put(path, _) | Change::Remove(path) | Change::Push(path, _)) = self;
        let step = |step: &Step| match step {
            Step::Key(key) => key.clone(),
            Step::Index(index) => (index + 1).to_string(),
        };
        path.iter().map(step).collect::<Vec<_>>().join(".")
    }

    /// Makes the change; a path that leads nowhere changes nothing, and the comparison that follows says so.
    pub(super) fn apply(&self, root: &mut Node) {
        match self {
            Change::Put(path, node) => put(root, path, node),
            Change::Remove(path) => {
                if let Some((Step::Key(key), above)) = path.split_last()
                    && let Some(Node { value: Value::Map(entries), .. }) = find(root, above)
                {
                    entries.retain(|entry| entry.key.value != *key);
                }
            }
            Change::Push(path, node) => {
                if let Some(Node { value: Value::List(nodes), .. }) = find(root, path) {
                    nodes.push(node.clone());
                }
            }
        }
    }
}

/// A bare text of an item as a map with a first key and that text.
pub(super) fn wrapped(key: &str, value: &New, text: &Node) -> Node {
    Node { value: Value::Map(vec![entry(key, value.node()), entry("text", text.clone())]), span: text.span }
}

fn put(at: &mut Node, path: &[Step], node: &Node) {
    match (path.split_first(), &mut at.value) {
        (None, value) => *value = node.value.clone(),
        (Some((Step::Index(index), rest)), Value::List(nodes)) => {
            if let Some(inner) = nodes.get_mut(*index) {
                put(inner, rest, node);
            }
        }
        (Some((Step::Key(key), rest)), Value::Map(entries)) => {
            if !entries.iter().any(|entry| entry.key.value == *key) {
                entries.push(entry(key, Node { value: Value::Null, span: Span::default() }));
            }
            for entry in entries.iter_mut().filter(|entry| entry.key.value == *key) {
                put(&mut entry.node, rest, node);
            }
        }
        (Some((Step::Key(_), _)), Value::Null) => {
            at.value = Value::Map(Vec::new());
            put(at, path, node);
        }
        _ => {}
    }
}

fn find<'n>(node: &'n mut Node, path: &[Step]) -> Option<&'n mut Node> {
    let Some((step, rest)) = path.split_first() else { return Some(node) };
    let inner = match (step, &mut node.value) {
        (Step::Key(key), Value::Map(entries)) => &mut entries.iter_mut().find(|entry| entry.key.value == *key)?.node,
        (Step::Index(index), Value::List(nodes)) => nodes.get_mut(*index)?,
        _ => return None,
    };
    find(inner, rest)
}

fn entry(key: &str, node: Node) -> Entry {
    Entry { key: Spanned::new(key.to_owned(), Span::default()), node }
}

/// A value on the way, with the entry that holds it if its place is in a map.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'n> {
    pub(super) node: &'n Node,
    pub(super) entry: Option<&'n Entry>,
}

/// The values along a path, the root first, as far as they exist. A key with an empty value exists.
pub(super) fn walk<'n>(root: &'n Node, path: &[Step]) -> Vec<Place<'n>> {
    let mut places = vec![Place { node: root, entry: None }];
    let mut node = root;
    for step in path {
        let next = match step {
            Step::Key(key) => {
                let entry = node.entries().iter().find(|entry| entry.key.value == *key);
                entry.map(|entry| Place { node: &entry.node, entry: Some(entry) })
            }
            Step::Index(index) => node.elements().get(*index).map(|node| Place { node, entry: None }),
        };
        let Some(next) = next else { break };
        node = next.node;
        places.push(next);
    }
    places
}

/// Where two trees first differ, as a path such as `stages.pilot.items`; places and the order of keys don't count.
pub(super) fn difference(one: &Node, other: &Node) -> Option<String> {
    fn below(key: &str, inner: Option<String>) -> Option<String> {
        inner.map(|inner| if inner.is_empty() { key.to_owned() } else { format!("{key}.{inner}") })
    }
    match (&one.value, &other.value) {
        (Value::Map(ours), Value::Map(theirs)) => {
            let twin = |entry: &Entry| theirs.iter().find(|other| other.key.value == entry.key.value);
            let differs = |entry: &Entry| {
                below(&entry.key.value, twin(entry).map_or(Some(String::new()), |other| difference(&entry.node, &other.node)))
            };
            let added = |entry: &&Entry| !ours.iter().any(|ours| ours.key.value == entry.key.value);
            ours.iter().find_map(differs).or_else(|| theirs.iter().find(added).map(|entry| entry.key.value.clone()))
        }
        (Value::List(ours), Value::List(theirs)) if ours.len() == theirs.len() => {
            ours.iter().zip(theirs).enumerate().find_map(|(n, (one, other))| below(&(n + 1).to_string(), difference(one, other)))
        }
        // A date is the same date in both of the ways in which TOML writes one.
        (Value::Text(one) | Value::Datetime(one), Value::Text(other) | Value::Datetime(other)) => (one != other).then(String::new),
        // No number at all differs even from itself.
        (Value::Float(one), Value::Float(other)) if one.is_nan() && other.is_nan() => None,
        (one, other) => (one != other).then(String::new),
    }
}
