//! Finds the front matter of a file (YAML between `---`, TOML between `+++`) and has it parsed. Not done here: the keys.

use super::fields::Object;
use super::node::Node;
use super::{toml, yaml};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// A file's front matter and where its body begins.
#[derive(Debug)]
pub struct FrontMatter {
    /// Its keys; an empty map when there is none.
    pub root: Node,
    /// The opening fence, for findings about the block as a whole; empty where there is no front matter.
    pub head: Span,
    /// What stands between the two fences: whole lines.
    pub block: Span,
    /// First byte of the body.
    pub body: usize,
}

/// Splits and parses. A block that is never closed, or stands where none is looked for, is a finding, and the whole file is taken for front matter,
/// so that no key shows as text. `known` are the keys by which such a block is told from text between two lines across the page.
pub fn split(path: &SourcePath, text: &str, known: &Object, diagnostics: &mut Vec<Diagnostic>) -> FrontMatter {
    let first = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.len() - first.len();
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| first.lines().next().is_some_and(|line| line.trim_end() == *fence)) else {
        return match misplaced(path, text, start, known) {
            Some((diagnostic, head)) => {
                diagnostics.push(diagnostic);
                FrontMatter { root: Node::empty_map(head), head, block: head, body: text.len() }
            }
            None => {
                let head = Span::new(start, start);
                FrontMatter { root: Node::empty_map(head), head, block: head, body: start }
            }
        };
    };
    let head = Span::new(start, start + fence.len());
    let block_start = start + first.find('\n').map_or(first.len(), |at| at + 1);
    let Some((block_end, body)) = closing(text, block_start, fence) else {
        diagnostics.push(never_closed(path, text, head, block_start));
        return FrontMatter { root: Node::empty_map(head), head, block: Span::new(block_start, text.len()), body: text.len() };
    };
    let block = Span::new(block_start, block_end);
    let root = if fence == "---" { yaml::parse(path, text, block, diagnostics) } else { toml::parse(path, text, block, diagnostics) };
    FrontMatter { root, head, block, body }
}

fn never_closed(path: &SourcePath, text: &str, head: Span, from: usize) -> Diagnostic {
    let fence = &text[head.start..head.end];
    let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, path, head, format!("this front matter is never closed by a `{fence}` line"))
        .label("opened here")
        .help(format!("put a line `{fence}` between the front matter and the text, or remove the line if no front matter was meant"));
    let like_a_fence = |line: &str| line.chars().count() <= 8 && (line == "..." || is_rule(line) || matches!(line, "—" | "–"));
    match lines(text, from).find(|(_, line)| like_a_fence(line)) {
        Some((span, _)) => diagnostic.related(path, span, format!("should this be `{fence}`?")),
        None => diagnostic,
    }
}

/// Front matter after empty lines, behind spaces, between lines of another length, or in JSON: other tools take some of these, here they would
/// show as text. Told by a key that such a file may have.
fn misplaced(path: &SourcePath, text: &str, start: usize, known: &Object) -> Option<(Diagnostic, Span)> {
    let (head, opening) = lines(text, start).next()?;
    let json = opening == "{";
    if !json && !is_rule(opening) {
        return None;
    }
    let inside = lines(text, head.end).take_while(|(_, line)| if json { *line != "}" } else { !is_rule(line) });
    let key = |line: &str| {
        let (key, _) = line.split_once(if json || opening.starts_with('-') { ':' } else { '=' })?;
        Some(key.trim().trim_matches('"').to_owned())
    };
    let has_key = inside.take(100).filter_map(|(_, line)| key(line)).any(|key| known.all().any(|field| field.name == key));
    if !has_key {
        return None;
    }
    let fence = if opening.starts_with('+') { "+++" } else { "---" };
    let (message, help) = if json {
        (
            "front matter is not written in JSON".to_owned(),
            "write `key: value` lines between two lines `---`, at the top of the file".to_owned(),
        )
    } else if opening.len() == 3 {
        let message = "front matter begins on the first line of a file, in its first column".to_owned();
        (message, format!("remove what stands before this `{fence}`"))
    } else {
        (
            format!("front matter stands between two lines of exactly three signs, `{fence}`"),
            format!("write `{fence}` here, and at its end"),
        )
    };
    Some((Diagnostic::new(Code::FrontMatterSyntax, path, head, message).help(help), head))
}

/// Two or more `-` or `+`, and nothing else.
fn is_rule(line: &str) -> bool {
    line.len() >= 2 && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'+'))
}

/// The lines from there on that are not empty, without the space around them.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (Span, &str)> {
    let mut at = from;
    text[from..].split_inclusive('\n').filter_map(move |line| {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        (!words.is_empty()).then(|| (Span::new(start, start + words.len()), words))
    })
}

/// The end of the block and the start of the body, at the first line that is the fence.
fn closing(text: &str, from: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}
