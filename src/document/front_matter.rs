//! Finds the front matter of a file (YAML between `---`, TOML between `+++`) and has it parsed. Not done here: the keys.

use super::node::Node;
use super::{toml, yaml};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// A file's front matter and where its body begins.
pub(super) struct FrontMatter {
    /// Its keys; an empty map when there is none.
    pub(super) root: Node,
    /// The opening line, for findings about the block as a whole.
    pub(super) head: Span,
    /// First byte of the body.
    pub(super) body: usize,
}

/// Splits and parses. A block that is never closed is a finding, and the whole file is taken for front matter, so that no key shows as text.
pub(super) fn split(path: &SourcePath, text: &str, diagnostics: &mut Vec<Diagnostic>) -> FrontMatter {
    let none = |at| FrontMatter { root: Node::empty_map(Span::new(at, at)), head: Span::new(at, at), body: at };
    let first = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.len() - first.len();
    let Some(fence) = ["---", "+++"].into_iter().find(|fence| first.lines().next().is_some_and(|line| line.trim_end() == *fence)) else {
        return none(start);
    };
    let head = Span::new(start, start + fence.len());
    let block_start = start + first.find('\n').map_or(first.len(), |at| at + 1);
    let Some((block_end, body)) = closing(text, block_start, fence) else {
        diagnostics.push(
            Diagnostic::new(Code::FrontMatterSyntax, path, head, format!("this front matter is never closed by a `{fence}` line"))
                .label("opened here")
                .help(format!(
                    "put a line `{fence}` between the front matter and the text, or remove the line if no front matter was meant"
                )),
        );
        return FrontMatter { root: Node::empty_map(head), head, body: text.len() };
    };
    let block = Span::new(block_start, block_end);
    let root = if fence == "---" { yaml::parse(path, text, block, diagnostics) } else { toml::parse(path, text, block, diagnostics) };
    FrontMatter { root, head, body }
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
