//! What of a document stays in the body of its stage: all that was not taken out, and headings that still stand above something. Not done here:
//! deciding which items are taken out.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::Event;

use super::edit::{Edit, apply};
use super::tree::{Kind, Node};
use crate::document::markdown::events;

/// Which blocks are taken out, of those that only hold what `taken` says of an item: by index.
pub(super) fn taken_out(nodes: &[Node], taken: &[bool]) -> Vec<bool> {
    // A frame goes with all that it holds, if that was a task at least once.
    let mut stays: Vec<bool> = nodes.iter().zip(taken).map(|(node, taken)| node.content || node.item().is_some() && !taken).collect();
    let mut holds_task: Vec<bool> =
        nodes.iter().zip(taken).map(|(node, taken)| node.item().is_some_and(|item| item.marker.is_some()) && *taken).collect();
    for n in (0..nodes.len()).rev() {
        if let Some(parent) = nodes[n].parent {
            stays[parent] |= stays[n];
            holds_task[parent] |= holds_task[n];
        }
    }
    stays.iter().zip(holds_task).map(|(stays, holds_task)| !stays && holds_task).collect()
}

/// The headings, by index, whose sections held tasks and hold nothing now. One that is `needed` for itself stays.
pub(super) fn emptied_headings(nodes: &[Node], out: &[bool], needed: impl Fn(usize) -> bool) -> BTreeSet<usize> {
    let mut emptied = BTreeSet::new();
    // For the section of each level that is open, looking backwards: does something stay, was something taken out.
    let mut sections = [(false, false); 7];
    for (n, node) in nodes.iter().enumerate().rev().filter(|(_, node)| node.parent.is_none()) {
        let Kind::Heading { level, .. } = node.kind else {
            for section in &mut sections {
                section.0 |= !out[n];
                section.1 |= out[n];
            }
            continue;
        };
        let level = usize::from(level).min(6);
        let (stays, taken) = sections[level];
        let gone = !stays && taken && !needed(n);
        if gone {
            emptied.insert(n);
        }
        for (other, section) in sections.iter_mut().enumerate() {
            if other >= level {
                // What follows belongs to this heading, and no longer to one before it.
                *section = (false, false);
            } else {
                section.0 |= !gone;
            }
        }
    }
    emptied
}

/// The text without some parts, each from its first byte to the end of its last line, and with edits elsewhere.
pub(super) fn without(text: &str, parts: &[Range<usize>], edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut edits = edits;
    let mut from = 0;
    for cut in joined(text, parts) {
        stretch(text, from..cut.range.start.max(from), &mut edits, &mut out);
        let skipped = edits.partition_point(|edit| edit.range.start < cut.range.end);
        edits = &edits[skipped..];
        from = cut.range.end;
        if cut.whole_lines {
            from = next_text(text, cut.range.end, cut.margin.contains('>'));
            if from < text.len() {
                separate(&text[from..], cut.margin, &mut out);
            }
        }
    }
    stretch(text, from..text.len(), &mut edits, &mut out);
    let first = next_text(&out, 0, false);
    out[first..].trim_end().to_owned()
}

fn stretch(text: &str, part: Range<usize>, edits: &mut &[Edit], out: &mut String) {
    let here = edits.partition_point(|edit| edit.range.end <= part.end);
    out.push_str(&apply(text, part, &edits[..here]));
    *edits = &edits[here..];
}

/// A piece that is cut out.
struct Cut<'t> {
    range: Range<usize>,
    /// What the line begins with of that of its parts that stands furthest out.
    margin: &'t str,
    /// False when something stays on its first line.
    whole_lines: bool,
}

/// The parts as whole lines where nothing else stands on these, those that touch as one.
fn joined<'t>(text: &'t str, parts: &[Range<usize>]) -> Vec<Cut<'t>> {
    let mut cuts: Vec<Cut<'_>> = Vec::new();
    for part in parts {
        let line = line_start(text, part.start);
        let margin = &text[line..part.start];
        let line_end = text[part.end..].find('\n').map_or(text.len(), |end| part.end + end);
        if !is_blank(margin) {
            cuts.push(Cut { range: part.start..line_end, margin: "", whole_lines: false });
            continue;
        }
        let range = line..(line_end + 1).min(text.len());
        match cuts.last_mut() {
            Some(last) if last.whole_lines && is_blank(&text[last.range.end.min(line)..line]) => {
                last.range.end = range.end.max(last.range.end);
                last.margin = if width(margin) < width(last.margin) { margin } else { last.margin };
            }
            _ => cuts.push(Cut { range, margin, whole_lines: true }),
        }
    }
    cuts
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |line_break| line_break + 1)
}

/// Nothing, or the marks of a quote.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c == '>' || c.is_whitespace())
}

/// The beginning of the first line from here on that has something on it. Outside quotes an empty quote is something: it ends a list.
fn next_text(text: &str, from: usize, in_quote: bool) -> usize {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if !(if in_quote { is_blank(line) } else { line.trim().is_empty() }) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Puts what is needed between what stood before a cut and the rest after it, so that they do not become one block.
fn separate(rest: &str, margin: &str, out: &mut String) {
    let lines = out.trim_end_matches('\n');
    let last = lines.rsplit('\n').next().unwrap_or_default();
    if is_blank(lines) {
        return;
    }
    if width(margin_of(rest)) > width(margin) {
        // What is further in would belong to an item of a list above; a comment ends that.
        out.push_str(margin);
        out.push_str("<!-- -->\n\n");
    } else if !is_blank(last) && !out.ends_with("\n\n") && !interrupts(rest) {
        out.push_str(margin.rfind('>').map_or("", |end| &margin[..=end]));
        out.push('\n');
    }
}

/// The white space and marks of quotes that a line begins with.
fn margin_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches(['>', ' ', '\t']).len()]
}

fn width(margin: &str) -> usize {
    margin.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// True for a line that ends a paragraph before it by itself: a heading, or an item of a list.
fn interrupts(rest: &str) -> bool {
    let line = rest.trim_start_matches(['>', ' ', '\t']);
    let after = line.trim_start_matches('#');
    let mark = if after.len() < line.len() { after } else { line.strip_prefix(['-', '*', '+']).unwrap_or_default() };
    mark.strip_prefix(' ').is_some_and(|text| !is_blank(text.lines().next().unwrap_or_default()) && !text.starts_with([' ', '-', '*', '_']))
}

/// Takes the box off a task that stays: after it, nothing on its line may begin a block of another kind.
pub(super) fn without_box(text: &str, marker: &Range<usize>) -> Vec<Edit> {
    let rest = text[marker.end..].lines().next().unwrap_or_default();
    let words = rest.trim_start();
    let start = marker.end + rest.len() - words.len();
    let is_paragraph = matches!(events(words).first(), Some((Event::Start(pulldown_cmark::Tag::Paragraph), _)));
    let escape = match words.chars().next() {
        Some(first) if !is_paragraph && first.is_ascii_punctuation() => Some(start),
        // `1.` and `1)` begin a list.
        Some(first) if !is_paragraph && first.is_ascii_digit() => words.find(['.', ')']).map(|at| start + at),
        _ => None,
    };
    let mut edits = vec![Edit::new(marker.start..start, "")];
    edits.extend(escape.map(|at| Edit::new(at..at, "\\")));
    edits
}
