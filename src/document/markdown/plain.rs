//! The visible text of Markdown, white space folded. Not done here: HTML.

use pulldown_cmark::{Event, TagEnd};

use super::Events;

/// Gathers text from events.
#[derive(Default)]
pub(crate) struct Plain {
    text: String,
    /// White space is owed before the next word.
    gap: bool,
}

impl Plain {
    /// The text of some events.
    pub(crate) fn of(events: &Events<'_>, raw_html: bool) -> String {
        let mut plain = Self::default();
        for (event, _) in events {
            plain.add(event, raw_html);
        }
        plain.finish()
    }

    /// Adds what an event shows. What code and HTML blocks show is the writer's to add.
    pub(crate) fn add(&mut self, event: &Event<'_>, raw_html: bool) {
        match event {
            Event::Text(text) | Event::Code(text) => self.say(text),
            Event::InlineHtml(html) if !raw_html && !html.starts_with("<!--") => self.say(html),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.gap = true,
            event if is_block(event) => self.gap = true,
            _ => {}
        }
    }

    /// Adds text.
    pub(crate) fn say(&mut self, text: &str) {
        for (n, word) in text.split(char::is_whitespace).enumerate() {
            self.gap |= n > 0;
            if !word.is_empty() {
                if std::mem::take(&mut self.gap) && !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.text.push_str(word);
            }
        }
    }

    /// The text so far.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// True where a block starts or ends.
pub(crate) fn is_block(event: &Event<'_>) -> bool {
    let tag = match event {
        Event::Start(tag) => tag.to_end(),
        Event::End(tag) => *tag,
        _ => return false,
    };
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
