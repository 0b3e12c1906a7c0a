//! Rows of a table with more cells than its head: Markdown leaves out what is too much, and the page lacks it. Not done here: half references that
//! the bar in them makes ([`super::brackets`]).

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::diagnostic::{Code, Diagnostic};
use crate::document::markdown::Events;
use crate::document::markdown::source::Source;

/// Reports the first cell of each row that is not on the page; returns these rows, in order.
pub(super) fn check(events: &Events<'_>, source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut columns, mut shown) = (0, 0);
    for (event, range) in events {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::End(TagEnd::TableCell) => shown = range.end,
            Event::End(TagEnd::TableRow) => {
                // The parser has no event for what it leaves out, but the row's place covers it.
                let rest = source.text.get(shown..range.end).unwrap_or_default();
                let Some(lost) = cells(rest).find(|cell| !cell.is_empty()) else { continue };
                let cells = if columns == 1 { "one cell".to_owned() } else { format!("{columns} cells") };
                let message = format!("this is not on the page, for the head of the table has {cells}");
                let finding = Diagnostic::new(Code::MarkdownSyntax, source.path, source.span(lost, range), message);
                let help = if splits_a_reference(&source.text[range.clone()]) {
                    "in a table the bar of `[[id|text]]` is written `\\|`"
                } else {
                    "write `\\|` for a bar that is part of a cell, in code too, or give the head more cells"
                };
                diagnostics.push(finding.help(help));
                rows.push(range.clone());
            }
            _ => {}
        }
    }
    rows
}

/// The cells of a piece of a row, without the white space around them.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    let ends_cell = move |c: char| {
        let ends = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    row.split(ends_cell).map(str::trim)
}

/// True for a row with the bar of `[[id|text]]` as it is written outside tables.
fn splits_a_reference(row: &str) -> bool {
    let mut inner = row.split("[[").skip(1).filter_map(|rest| rest.split_once("]]"));
    inner.any(|(reference, _)| cells(reference).nth(1).is_some())
}
