//! Marks and numbers of lines, put into the HTML of a block of code. Not done here: reading them off the fence, or highlighting.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Which lines of a block are marked, and how its lines are numbered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lines {
    /// The marked lines, counted from 1, in any order.
    pub marked: Vec<RangeInclusive<usize>>,
    /// The number of the first line, where lines are numbered.
    pub first: Option<usize>,
}

impl Lines {
    /// The HTML of [`super::highlight`] with each marked line in a `<mark>`, and each other one in a `<span>` where lines are numbered. The number is
    /// an attribute: it is shown, and neither selected nor copied.
    pub fn applied<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if self.marked.is_empty() && self.first.is_none() || html.is_empty() {
            return Cow::Borrowed(html);
        }
        let mut out = String::with_capacity(html.len() * 3 / 2);
        // The start of a span of the highlighter that reaches over the end of a line: it ends there, and begins again.
        let mut open = "";
        let mut marked = self.marked.clone();
        marked.sort_unstable_by_key(|lines| *lines.start());
        let (mut marked, mut last) = (marked.into_iter().peekable(), 0);
        for (index, line) in html.split_inclusive('\n').enumerate() {
            let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
            while let Some(lines) = marked.next_if(|lines| *lines.start() <= index + 1) {
                last = last.max(*lines.end());
            }
            let name = self.start(index, last > index, &mut out);
            out.push_str(open);
            out.push_str(text);
            open = still_open(text, open);
            out.push_str(if open.is_empty() { "" } else { "</span>" });
            if !name.is_empty() {
                out.extend(["</", name, ">"]);
            }
            out.push_str(end);
        }
        Cow::Owned(out)
    }

    /// Writes the start of a line's own element, counted from 0, and gives its name; `""` for a line that has none.
    fn start(&self, index: usize, is_marked: bool, out: &mut String) -> &'static str {
        let name = match self.first {
            _ if is_marked => "mark",
            Some(_) => "span",
            None => return "",
        };
        out.extend(["<", name, " class=\"line\""]);
        if let Some(first) = self.first {
            // Writing to a String cannot fail.
            let _ = write!(out, " data-line=\"{}\"", first.saturating_add(index));
        }
        out.push('>');
        name
    }
}

/// The start of the span that is open after a line, if one was before it. The highlighter has no span inside a span.
fn still_open<'h>(line: &'h str, before: &'h str) -> &'h str {
    match (line.rfind("<span"), line.rfind("</span>")) {
        (Some(start), end) if end.is_none_or(|end| end < start) => {
            let length = line[start..].find('>').map_or(0, |at| at + 1);
            &line[start..start + length]
        }
        (_, None) => before,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(marked: &[RangeInclusive<usize>], first: Option<usize>, html: &str) -> String {
        Lines { marked: marked.to_vec(), first }.applied(html).into_owned()
    }

    #[test]
    fn without_marks_and_numbers_nothing_changes() {
        assert!(matches!(Lines::default().applied("a\nb\n"), Cow::Borrowed("a\nb\n")));
    }

    #[test]
    fn marked_lines_are_elements_of_their_own_and_the_text_stays() {
        assert_eq!(applied(&[2..=2], None, "a\nb\nc\n"), "a\n<mark class=\"line\">b</mark>\nc\n");
        assert_eq!(applied(&[1..=1, 3..=4], None, "a\n\nc\n"), "<mark class=\"line\">a</mark>\n\n<mark class=\"line\">c</mark>\n");
    }

    #[test]
    fn a_span_over_several_lines_ends_and_begins_again_at_each() {
        let html = "<span class=\"c\">/* a\nb\nc */</span> d\n";
        let marked =
            "<span class=\"c\">/* a</span>\n<mark class=\"line\"><span class=\"c\">b</span></mark>\n<span class=\"c\">c */</span> d\n";
        assert_eq!(applied(&[2..=2], None, html), marked);
    }

    #[test]
    fn numbers_begin_where_they_are_told_to() {
        let numbered = "<span class=\"line\" data-line=\"9\">a</span>\n<mark class=\"line\" data-line=\"10\">b</mark>";
        assert_eq!(applied(&[2..=2], Some(9), "a\nb"), numbered);
        assert_eq!(applied(&[], Some(usize::MAX), "a\nb").matches(&usize::MAX.to_string()).count(), 2);
    }
}
