//! Footnotes: numbered by first use, written at the end. Not done here: finding them (`outline`).

use rustc_hash::FxHashMap;

use super::writer::Writer;
use crate::document::fragment::{Fill, Hole};

/// The footnotes that are used: their names, by number, and for each name its number and how often it was referred to.
#[derive(Default)]
pub(super) struct Notes {
    names: Vec<String>,
    uses: FxHashMap<String, (usize, usize)>,
}

impl Writer<'_> {
    /// Writes the number that refers to a footnote.
    pub(super) fn note_reference(&mut self, name: &str) {
        let key = name.to_lowercase();
        if !self.outline.notes.contains_key(&key) {
            return self.push_text(&format!("[^{name}]"));
        }
        let next = self.notes.names.len() + 1;
        let (number, uses) = self.notes.uses.entry(key.clone()).or_insert((next, 0));
        *uses += 1;
        let id = reference_id(*number, *uses);
        let number = *number;
        if number == next {
            self.notes.names.push(key);
        }
        // HTML has no link inside a link.
        let is_link = !self.in_link();
        self.push("<sup class=\"footnote-ref\"");
        if is_link {
            self.push("><a href=\"#");
            self.push_hole(Fill::Prefix);
            self.push(&format!("fn-{number}\""));
        }
        self.push_id(&id);
        self.push(&format!(">{number}{}</sup>", if is_link { "</a>" } else { "" }));
    }

    /// Writes the footnotes that were referred to, by number; one that only another footnote refers to comes after that.
    pub(super) fn write_notes(&mut self) {
        if self.notes.names.is_empty() {
            return;
        }
        self.push_block("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.push_label("footnotes", None);
        self.push(">\n<ol>\n");
        let mut ends = Vec::new();
        while let Some(events) = self.notes.names.get(ends.len()).and_then(|name| self.outline.notes.get(name)) {
            self.push("<li");
            self.push_id(&format!("fn-{}", ends.len() + 1));
            self.push(">");
            self.write(events.clone());
            // The way back stands at the end of the last paragraph, not on a line below it.
            ends.push(self.html.len() - if self.html.ends_with("</p>\n") { "</p>\n".len() } else { 0 });
            self.push("</li>\n");
        }
        self.push("</ol>\n</section>\n");
        self.write_ways_back(&ends);
    }

    /// Writes the ways back from footnotes, at the places where these end. Only now is it known how often each was referred to: a later one may do so.
    fn write_ways_back(&mut self, ends: &[usize]) {
        let html = std::mem::take(&mut self.html);
        let mut holes = std::mem::take(&mut self.body.fragment.holes).into_iter().peekable();
        let mut from = 0;
        for (index, end) in ends.iter().copied().chain([html.len()]).enumerate() {
            while let Some(hole) = holes.next_if(|hole| hole.at <= end) {
                let at = self.html.len() + hole.at - from;
                self.body.fragment.holes.push(Hole { at, ..hole });
            }
            self.push(&html[from..end]);
            from = end;
            if let Some(name) = self.notes.names.get(index) {
                let uses = self.notes.uses.get(name).map_or(0, |(_, uses)| *uses);
                (1..=uses).for_each(|nth| self.write_way_back(index + 1, nth, uses));
            }
        }
    }

    /// Writes the way back from a footnote to the `nth` reference to it.
    fn write_way_back(&mut self, number: usize, nth: usize, uses: usize) {
        self.push(" <a class=\"footnote-back\" href=\"#");
        self.push_hole(Fill::Prefix);
        self.push(&format!("{}\"", reference_id(number, nth)));
        if uses == 1 {
            self.push_label("footnote-back", None);
            self.push(">↩</a>");
        } else {
            self.push_label("footnote-back-to", Some(("number", nth.to_string())));
            self.push(&format!(">↩<sup>{nth}</sup></a>"));
        }
    }
}

/// The anchor of the `nth` reference to a footnote.
fn reference_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{nth}") }
}
