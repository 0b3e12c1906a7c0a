//! The text of a task as the one line that an item of a checklist is, and whether it is marked as required. Not done here: links.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::edit::{Edit, apply};
use super::links::as_code;
use crate::document::markdown::{Events, events};

/// What the lines of a task become.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) must: bool,
}

/// Joins the lines of the text that `events` make. `links` are edits of its links.
pub(super) fn join(text: &str, events: &Events<'_>, links: Vec<Edit>) -> Line {
    let (Some((_, first)), Some(end)) = (events.first(), events.iter().map(|(_, range)| range.end).max()) else {
        return Line { text: String::new(), must: false };
    };
    // An escaped sign is an event without its backslash.
    let start = first.start - usize::from(text[..first.start].ends_with('\\'));
    let mut edits = links;
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::SoftBreak | Event::HardBreak => {
                let next = events.get(at + 1).map_or(range.end, |(_, next)| next.start.max(range.end));
                let escape = usize::from(next > range.end && text[..next].ends_with('\\'));
                edits.push(Edit::new(range.start..next - escape, " "));
            }
            // The note stands elsewhere: `document` leaves the task in the body beside it.
            Event::FootnoteReference(_) => edits.push(Edit::new(range.clone(), "")),
            Event::Code(code) if text[range.clone()].contains('\n') => edits.push(Edit::new(range.clone(), as_code(code))),
            _ => {}
        }
    }
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    required(apply(text, start..end, &edits).split('\n').map(str::trim).collect::<Vec<_>>().join(" ").trim())
}

/// Takes off what marks an item as required: `(R)` in front, or that all of it is bold.
fn required(text: &str) -> Line {
    let mut rest = text;
    loop {
        let marked = rest.strip_prefix("(R)").filter(|rest| rest.starts_with(char::is_whitespace)).map(str::trim_start);
        match marked.or_else(|| all_bold(rest).and_then(|inside| rest.get(inside))).filter(|rest| !rest.is_empty()) {
            Some(inner) => rest = inner,
            None => return Line { text: rest.to_owned(), must: rest.len() < text.len() },
        }
    }
}

/// What stands inside, when all of the text is bold.
fn all_bold(text: &str) -> Option<Range<usize>> {
    if !text.starts_with("**") && !text.starts_with("__") {
        return None;
    }
    let events = events(text);
    let bold = events.iter().find(|(event, _)| matches!(event, Event::Start(Tag::Strong)))?;
    // Emphasis around it stays: `***a***` is `*a*`, all bold.
    let around = usize::from(bold.1.start == 1 && text.starts_with(&text[..1].repeat(3)));
    (bold.1 == (around..text.len() - around)).then(|| 2..text.len() - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_marks_an_item_as_required_is_taken_off_it() {
        let cases = [
            ("(R) Approved", "Approved", true),
            ("**Approved**", "Approved", true),
            ("__Approved__", "Approved", true),
            ("(R) **Approved**", "Approved", true),
            ("**(R) Approved**", "Approved", true),
            ("**a** and **b**", "**a** and **b**", false),
            ("**Approved** by all", "**Approved** by all", false),
            ("(R)Approved", "(R)Approved", false),
            ("(R)", "(R)", false),
            ("(r) a", "(r) a", false),
            ("a (R)", "a (R)", false),
            ("***a***", "*a*", true),
            ("****", "****", false),
            ("**a\\**", "**a\\**", false),
        ];
        for (text, rest, must) in cases {
            assert_eq!(required(text), Line { text: rest.to_owned(), must }, "{text}");
        }
    }
}
