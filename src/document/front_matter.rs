//! Finds the front matter of a file (YAML between `---`, TOML between `+++`) and has it parsed. Not done here: the keys.

mod misplaced;

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
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| first.lines().next().is_some_and(|line| is_fence(line, fence))) else {
        return match misplaced::at_the_top(path, text, start, known) {
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
    if let Some(diagnostic) = misplaced::below(path, text, Span::new(block_end, block_end + fence.len()), known) {
        diagnostics.push(diagnostic);
    }
    let root = if fence == "---" { yaml::parse(path, text, block, diagnostics) } else { toml::parse(path, text, block, diagnostics) };
    FrontMatter { root, head, block, body }
}

fn never_closed(path: &SourcePath, text: &str, head: Span, from: usize) -> Diagnostic {
    let fence = &text[head.start..head.end];
    let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, path, head, format!("this front matter is never closed by a `{fence}` line"))
        .label("opened here");
    match misplaced::meant_end(text, from) {
        _ if text[head.end..].starts_with('\r') && !text.contains('\n') => {
            diagnostic.help("the lines of this file end with a carriage return alone; save it with line ends of Unix or Windows")
        }
        Some(end) => diagnostic.related(path, end, format!("should this be `{fence}`?")).help(format!("end it with a line `{fence}`")),
        None => diagnostic
            .help(format!("put a line `{fence}` between the front matter and the text, or remove the line if no front matter was meant")),
    }
}

/// The fence alone; a file whose lines end with CR alone is one line, of which the fence is the beginning.
fn is_fence(line: &str, fence: &str) -> bool {
    line.trim_end() == fence || line.strip_prefix(fence).is_some_and(|rest| rest.starts_with('\r'))
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
