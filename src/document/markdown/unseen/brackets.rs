//! `[[` that begins no reference, as it is never closed or names nothing. Not done here: references that Markdown sees, which a look-up judges.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::begins_a_word;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::markdown::Events;
use crate::document::markdown::source::Source;

/// Reports `[[id` without its end, `[[]]` and `[[|text]]`. In the rows `reported` the bar of a reference has been reported.
pub(super) fn check(events: &Events<'_>, reported: &[Range<usize>], source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let (mut in_code, mut in_table) = (false, false);
    // Where the last bracket stands that is shown; it begins a half reference when a second one is shown right after it.
    let mut last = None;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Table(_)) => in_table = true,
            Event::End(TagEnd::Table) => in_table = false,
            Event::Text(_) if !in_code => {
                for (at, _) in source.text.get(range.clone()).unwrap_or_default().match_indices('[') {
                    let second = range.start + at;
                    let first = last.replace(second).filter(|first| first + 1 == second && is_meant(source.text, *first));
                    let Some((first, found)) = first.and_then(|first| Some((first, half(source.text, first, in_table)?))) else { continue };
                    if !(found.is_cut && is_in(reported, second)) {
                        let finding =
                            Diagnostic::new(Code::BrokenLink, source.path, source.span(found.part, &(first..second + 1)), found.message);
                        diagnostics.push(finding.help(found.help));
                    }
                }
            }
            _ => {}
        }
    }
}

/// False for `\[[` and `grid[[`.
fn is_meant(text: &str, at: usize) -> bool {
    begins_a_word(text, at) && !text[..at].ends_with('\\')
}

/// Half of a reference.
struct Half<'t> {
    part: &'t str,
    message: &'static str,
    help: String,
    /// A table's cell ends at its bar.
    is_cut: bool,
}

/// What is wrong with a `[[` at `at` that is shown as text; `None` where no reference seems to be meant.
fn half(text: &str, at: usize, in_table: bool) -> Option<Half<'_>> {
    let inner = &text[at + 2..];
    let after = inner.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_/:#".contains(c));
    let name = &inner[..inner.len() - after.len()];
    if name.is_empty() {
        let inside = after.split(['[', '\n']).next().unwrap_or_default();
        let (nothing, _) = inside.split_once("]]").filter(|(nothing, _)| nothing.is_empty() || nothing.starts_with('|'))?;
        let help = "write an id after `[[`, or `\\[` where no reference is meant".to_owned();
        return Some(Half { part: &text[at..at + nothing.len() + 4], message: "this reference names nothing", help, is_cut: false });
    }
    let is_id = name.len() > 1 && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.contains(|c: char| c.is_ascii_lowercase());
    let is_end = after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || matches!(c, ']' | '|' | ',' | '.'));
    let is_cut = in_table && after.starts_with('|');
    let help = if is_cut {
        "in a table the bar of `[[id|text]]` is written `\\|`".to_owned()
    } else {
        format!("close it, `[[{name}]]`, or write `\\[` where no reference is meant")
    };
    let message = if is_cut { "the bar ends the cell, and with it this reference" } else { "this reference is never closed" };
    (is_id && is_end).then(|| Half { part: &text[at..at + 2 + name.len()], message, help, is_cut })
}

/// True for a place in one of the ranges, which are in order.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    ranges.get(ranges.partition_point(|range| range.end <= at)).is_some_and(|range| range.contains(&at))
}
