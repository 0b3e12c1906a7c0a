//! Footnotes: numbered by first use, written at the end. Not done here: finding them (`outline`).

use std::collections::HashMap;

use super::writer::Writer;
use crate::document::fragment::Fill;

/// The footnotes that are used: their names, by number, and for each name its number and how often it was referred to.
#[derive(Default)]
pub(super) struct Notes {
    names: Vec<String>,
    uses: HashMap<String, (usize, usize)>,
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
        let id = if *uses == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{uses}") };
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
        self.push_block("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        let mut number = 0;
        while let Some(events) = self.notes.names.get(number).and_then(|name| self.outline.notes.get(name)) {
            number += 1;
            self.push("<li");
            self.push_id(&format!("fn-{number}"));
            self.push(">");
            self.write(events.clone());
            // The way back stands at the end of the last paragraph, not on a line below it.
            let html = &mut self.body.fragment.html;
            let end = if html.ends_with("</p>\n") { "</p>\n" } else { "" };
            html.truncate(html.len() - end.len());
            self.push(" <a class=\"footnote-back\" href=\"#");
            self.push_hole(Fill::Prefix);
            self.push(&format!("fnref-{number}\" aria-label=\"Back to the text\">↩</a>{end}</li>\n"));
        }
        self.push("</ol>\n</section>\n");
    }
}
