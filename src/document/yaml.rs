//! YAML front matter → [`Node`] tree, by the YAML 1.2 core schema, from the parser's events so that every key has its place and duplicate keys
//! are all found. Not done here: knowing which keys are allowed.

mod trap;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Mark};

use super::node::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// Lists and maps may be nested this deep; front matter needs 6.
const DEEPEST: usize = 64;
/// Aliases may add this many nodes to a document: enough for any honest use, too few for a "billion laughs".
const MOST_ALIASED: usize = 10_000;

/// Reads the YAML in `source[block]`. On a syntax error what was read before it is kept, so that the file still claims its id.
pub(super) fn parse(path: &SourcePath, source: &str, block: Span, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let text = &source[block.start..block.end];
    let before = diagnostics.len();
    let mut reader = Reader {
        path,
        source,
        block,
        bytes: byte_offsets(text),
        diagnostics,
        stack: Vec::new(),
        anchors: FxHashMap::default(),
        aliased: 0,
        root: None,
        before,
        anchored: BTreeMap::new(),
        looked_to: block.start,
        tab: leading_tab(source, block.start),
    };
    for event in Parser::new_from_str(text) {
        let outcome = match event {
            Ok((event, mark)) => reader.event(event, mark),
            Err(error) => Err(reader.syntax_error(error.marker().index(), error.info())),
        };
        if let Err(diagnostic) = outcome {
            reader.diagnostics.push(diagnostic);
            // What would have repeated a name may not have been read.
            reader.anchored.clear();
            break;
        }
    }
    reader.finish()
}

/// Byte offset of each character, when they differ from character indices.
fn byte_offsets(text: &str) -> Option<Vec<usize>> {
    (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
}

/// A list or map that is still open.
struct Open {
    node: Node,
    key: Option<Spanned<String>>,
    seen: FxHashMap<String, Span>,
    anchor: usize,
}

struct Reader<'a> {
    path: &'a SourcePath,
    source: &'a str,
    block: Span,
    bytes: Option<Vec<usize>>,
    diagnostics: &'a mut Vec<Diagnostic>,
    stack: Vec<Open>,
    anchors: FxHashMap<usize, Node>,
    aliased: usize,
    root: Option<Node>,
    /// So many findings were there before the first of this block.
    before: usize,
    /// The places of texts and the like with a name that nothing has repeated yet, by anchor.
    anchored: BTreeMap<usize, Span>,
    /// How far keys have been looked at, and the tab that the line there begins with: a line may hold very many keys.
    looked_to: usize,
    tab: Option<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, mark: Mark) -> Result<(), Diagnostic> {
        let span = self.span(mark);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let node = Node { value: scalar(&text, style), span };
                self.remember(anchor, &node);
                self.report_traps(&node, style, tag.is_some());
                self.add(node)
            }
            Event::Alias(anchor) => {
                let node = self.alias(anchor, span)?;
                self.add(node)
            }
            Event::SequenceStart(anchor, tag) => {
                self.report_tag(span, tag.is_some());
                self.open(Value::List(Vec::new()), span, anchor)
            }
            Event::MappingStart(anchor, tag) => {
                self.report_tag(span, tag.is_some());
                self.open(Value::Map(Vec::new()), span, anchor)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(self.at(span, "front matter holds one YAML document, a second one starts here"))
            }
            _ => Ok(()),
        }
    }

    fn report_tag(&mut self, span: Span, has_tag: bool) {
        if has_tag {
            self.diagnostics.push(trap::tag(self.path, self.source, span));
        }
    }

    fn report_traps(&mut self, node: &Node, style: ScalarStyle, has_tag: bool) {
        self.report_tag(node.span, has_tag);
        let key = self.stack.last().and_then(|open| open.key.as_ref());
        let end = match (&node.value, key) {
            _ if style != ScalarStyle::Plain => return,
            // Behind a number or a day nothing can be meant to go on, and keys of one's own are nobody's business.
            (Value::Bool(_) | Value::Integer(_) | Value::Float(_), _) => return,
            (Value::Text(text), _) if crate::calendar::parse_date(text).is_some() => return,
            _ if self.stack.iter().any(|open| open.key.as_ref().is_some_and(|key| key.value.starts_with("x-"))) => return,
            // Nothing is all that is left of `key: #1`.
            (Value::Null, Some(key)) if node.span.start == node.span.end => key.span.end + 1,
            _ => node.span.end,
        };
        self.diagnostics.extend(trap::cut_off(self.path, self.source, end));
    }

    fn open(&mut self, value: Value, span: Span, anchor: usize) -> Result<(), Diagnostic> {
        if self.stack.len() >= DEEPEST {
            return Err(self.at(span, format!("nested more than {DEEPEST} levels deep")));
        }
        self.stack.push(Open { node: Node { value, span }, key: None, seen: FxHashMap::default(), anchor });
        Ok(())
    }

    fn close(&mut self, span: Span) -> Result<(), Diagnostic> {
        let Some(Open { mut node, anchor, .. }) = self.stack.pop() else { return Ok(()) };
        // A block's end mark lies at the next token; what it holds ends with its last value.
        let inside = match &node.value {
            Value::List(nodes) => nodes.last().map(|last| last.span.end),
            Value::Map(entries) => entries.last().map(|last| last.node.span.end),
            _ => None,
        };
        let flow = self.source[node.span.start..].starts_with(['[', '{']);
        node.span.end = if flow { span.end } else { inside.unwrap_or(node.span.start) };
        self.remember(anchor, &node);
        self.add(node)
    }

    fn add(&mut self, node: Node) -> Result<(), Diagnostic> {
        let Some(open) = self.stack.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match (&mut open.node.value, open.key.take()) {
            (Value::Map(entries), Some(key)) => match open.seen.get(&key.value) {
                Some(first) => self.diagnostics.push(duplicate_key(self.path, &key, *first)),
                None => {
                    open.seen.insert(key.value.clone(), key.span);
                    entries.push(Entry { key, node });
                }
            },
            (Value::Map(_), None) => {
                let span = node.span;
                // The parser lets a tab pass before the first key of all.
                if let Some(tab) = self.tab_before(span.start) {
                    return Err(self.tab(tab));
                }
                let Some(text) = key_text(self.source, &node) else {
                    let diagnostic = self.at(span, "a key must be one word or text, not a list or map");
                    return Err(match trap::hint(self.source, span.start) {
                        Some(help) => diagnostic.help(help),
                        None => diagnostic,
                    });
                };
                if let Some(open) = self.stack.last_mut() {
                    open.key = Some(Spanned::new(text, span));
                }
            }
            (Value::List(nodes), _) => nodes.push(node),
            _ => {}
        }
        Ok(())
    }

    /// The tab that the line of a key begins with; keys come in order.
    fn tab_before(&mut self, key: usize) -> Option<usize> {
        if self.source.get(self.looked_to..key).is_some_and(|between| between.contains('\n')) {
            self.tab = leading_tab(self.source, key);
        }
        self.looked_to = self.looked_to.max(key);
        self.tab
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<Node, Diagnostic> {
        let Some(node) = self.anchors.get(&anchor) else {
            return Err(self.at(span, "this alias points into itself"));
        };
        self.anchored.remove(&anchor);
        self.aliased += size(node);
        if self.aliased > MOST_ALIASED {
            return Err(self
                .at(span, format!("aliases repeat more than {MOST_ALIASED} values"))
                .help("write the values out, or drop the aliases"));
        }
        Ok(Node { span, ..node.clone() })
    }

    fn remember(&mut self, anchor: usize, node: &Node) {
        if anchor > 0 {
            if !matches!(node.value, Value::List(_) | Value::Map(_)) {
                self.anchored.insert(anchor, node.span);
            }
            self.anchors.insert(anchor, node.clone());
        }
    }

    /// Closes what a syntax error left open and gives the tree.
    fn finish(mut self) -> Node {
        for span in std::mem::take(&mut self.anchored).into_values() {
            self.diagnostics.push(trap::anchor(self.path, self.source, span));
        }
        while !self.stack.is_empty() {
            let end = self.block.end;
            if self.close(Span::new(end, end)).is_err() {
                break;
            }
        }
        let root = self.root.take().unwrap_or(Node { value: Value::Null, span: self.block });
        match root.value {
            Value::Map(_) => root,
            Value::Null => Node::empty_map(root.span),
            _ => {
                // What came after it was read as more of the same.
                self.diagnostics.truncate(self.before);
                self.diagnostics.push(trap::no_keys(self.path, self.source, root.span, root.what()));
                Node::empty_map(root.span)
            }
        }
    }

    fn span(&self, mark: Mark) -> Span {
        let start = self.offset(mark.start.index());
        let end = self.offset(mark.end.index()).max(start);
        let kept = self.source[start..end].trim_end().len();
        Span::new(start, start + kept)
    }

    fn offset(&self, index: usize) -> usize {
        let inside = match &self.bytes {
            Some(bytes) => bytes.get(index).copied().unwrap_or(usize::MAX),
            None => index,
        };
        self.block.start + inside.min(self.block.end - self.block.start)
    }

    fn syntax_error(&self, index: usize, info: &str) -> Diagnostic {
        // The end of the block is not a place to look at: point at the last thing written.
        let text = &self.source[self.block.start..self.block.end];
        let last = text.trim_end().char_indices().next_back().map_or(0, |(at, _)| at);
        let at = self.offset(index).min(self.block.start + last);
        // Where a tab indents what may belong to a text, the parser points at the start of that text.
        let after = || info.contains("found a tab").then(|| self.source[at..self.block.end].find('\t')).flatten();
        if let Some(tab) = leading_tab(self.source, at).or_else(|| leading_tab(self.source, at + after()?)) {
            return self.tab(tab);
        }
        if let Some(diagnostic) = info.contains("simple key").then(|| trap::missing_sign(self.path, self.source, self.block, at)).flatten()
        {
            return diagnostic;
        }
        let length = self.source[at..].chars().next().map_or(0, |c| if c == '\n' || c == '\r' { 0 } else { c.len_utf8() });
        let diagnostic = self.at(Span::new(at, at + length), format!("not valid YAML: {}", trap::plainly(info)));
        match trap::hint(self.source, at) {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    fn tab(&self, at: usize) -> Diagnostic {
        self.at(Span::new(at, at + 1), "YAML indents with spaces, and this is a tab").help("replace it with spaces")
    }

    fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::FrontMatterSyntax, self.path, span, message)
    }
}

/// The finding for a key that stands twice in one map.
pub(super) fn duplicate_key(path: &SourcePath, key: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateKey, path, key.span, format!("key `{}` stands here a second time", key.value))
        .label("and again")
        .related(path, first, "first here")
        .help("keep one of them")
}

/// The tab among the white space that the line of `at` begins with.
fn leading_tab(source: &str, at: usize) -> Option<usize> {
    let start = source[..at].rfind('\n').map_or(0, |line_break| line_break + 1);
    let indent = source[start..].len() - source[start..].trim_start_matches([' ', '\t']).len();
    source[start..start + indent].find('\t').map(|tab| start + tab)
}

fn key_text(source: &str, node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone()),
        Value::List(_) | Value::Map(_) => None,
        // `true:` or `2026:` as a key means the letters that stand there.
        _ => Some(source[node.span.start..node.span.end].to_owned()),
    }
}

fn size(node: &Node) -> usize {
    1 + node.elements().iter().map(size).sum::<usize>() + node.entries().iter().map(|entry| size(&entry.node)).sum::<usize>()
}

/// Resolves a scalar by the core schema, YAML 1.2.2 section 10.3.2; quoted scalars are text.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).unwrap_or_else(|| Value::Text(text.to_owned())),
    }
}

fn number(text: &str) -> Option<Value> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return i64::from_str_radix(hex, 16).ok().map(Value::Integer);
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return i64::from_str_radix(octal, 8).ok().map(Value::Integer);
    }
    if let Ok(integer) = text.strip_prefix('+').unwrap_or(text).parse() {
        return Some(Value::Integer(integer));
    }
    let float = unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    if float { text.parse().ok().map(Value::Float) } else { None }
}
