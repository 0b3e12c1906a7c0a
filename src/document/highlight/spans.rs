//! Text under classes as HTML. Not done here: which class it has.

use crate::document::fragment::escape;

/// Writes text under classes, as few spans as will do: neighbours of one class share a span, also across white space.
pub(super) struct Spans {
    out: String,
    open: u8,
    /// White space not written yet: it goes into the open span only if that goes on after it.
    gap: String,
}

impl Spans {
    pub(super) fn new(code: &str) -> Self {
        Self { out: String::with_capacity(code.len() * 3), open: b' ', gap: String::new() }
    }

    pub(super) fn push(&mut self, class: u8, text: &str) {
        let word = text.trim();
        if word.is_empty() {
            return self.gap.push_str(text);
        }
        let (before, after) = (text.len() - text.trim_start().len(), text.trim_end().len());
        self.gap.push_str(&text[..before]);
        if class != self.open {
            self.close();
            if class != b' ' {
                self.out.extend(["<span class=\"", char::from(class).encode_utf8(&mut [0; 4]), "\">"]);
            }
            self.open = class;
        }
        self.out.push_str(&self.gap);
        self.gap.clear();
        escape(word, &mut self.out);
        self.gap.push_str(&text[after..]);
    }

    /// Ends the open span, and then writes the white space after it.
    fn close(&mut self) {
        if self.open != b' ' {
            self.out.push_str("</span>");
            self.open = b' ';
        }
        self.out.push_str(&self.gap);
        self.gap.clear();
    }

    pub(super) fn finish(mut self) -> String {
        self.close();
        self.out
    }
}
