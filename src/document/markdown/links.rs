//! Links, images and `[[references]]` → HTML with holes. Not done here: judging an address (`address`), or knowing what it leads to.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address;
use super::outline::end_of;
use super::plain::Plain;
use super::writer::Writer;
use crate::diagnostic::Span;
use crate::document::fragment::{Fill, Link, Target};

impl<'e> Writer<'e> {
    /// Writes the start of a link, or all of an image; returns the index of the event after it.
    pub(super) fn link_or_image(&mut self, at: usize, tag: &'e Tag<'e>) -> usize {
        let range = &self.events[at].1;
        match tag {
            // `![[id]]` would embed a page elsewhere; here it leads to it.
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. }
            | Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => self.reference(at, dest_url, *has_pothole),
            Tag::Link { link_type: LinkType::Email, dest_url, title, .. } => {
                let span = self.source.span(dest_url, range);
                self.link(at, &format!("mailto:{dest_url}"), title, span)
            }
            Tag::Link { dest_url, title, .. } => self.link(at, dest_url, title, self.source.span(dest_url, range)),
            Tag::Image { dest_url, title, .. } => self.image(at, dest_url, title, self.source.span(dest_url, range)),
            _ => at + 1,
        }
    }

    fn link(&mut self, at: usize, address: &str, title: &str, span: Span) -> usize {
        match self.judge(address, false, span) {
            // HTML has no link inside a link: of two, the outer one is meant.
            Some(target) if !self.in_link() => {
                self.push("<a");
                self.push_target("href", target, false, span);
                if !title.is_empty() {
                    self.push_attribute("title", title);
                }
                self.push(">");
                self.open_links.push("</a>");
            }
            _ => self.open_links.push(""),
        }
        at + 1
    }

    /// Writes `[[id]]` or `[[id|text]]`; without a text of its own it shows the title of the page it leads to.
    fn reference(&mut self, at: usize, id: &str, has_text: bool) -> usize {
        // In a table cell the bar has to be written `\|`.
        let id = if has_text { id.strip_suffix('\\').unwrap_or(id) } else { id }.trim();
        let inside = at + 1..end_of(self.events, at);
        if !may_be_a_name(id) {
            let written = &self.source.text[self.events[at].1.clone()];
            self.push_text(written);
            self.say(written);
            return inside.end + 1;
        }
        let span = self.source.span(id, &self.events[at].1);
        self.push("<a");
        let link = self.push_target("href", Target::Reference(id.to_owned()), false, span);
        self.push(">");
        self.open_links.push("</a>");
        if has_text && self.shows_something(inside.clone()) {
            return at + 1;
        }
        self.push_hole(Fill::Title(link));
        self.say(id);
        inside.end
    }

    /// Writes a paragraph that is nothing but an image with a title, as a figure under which the title stands; returns the index of the event after it.
    pub(super) fn captioned_image(&mut self, at: usize) -> Option<usize> {
        let Some((Event::Start(Tag::Image { link_type, dest_url, title, .. }), range)) = self.events.get(at + 1) else { return None };
        let end = end_of(self.events, at + 1) + 1;
        let is_alone = matches!(self.events.get(end), Some((Event::End(TagEnd::Paragraph), _)));
        if !is_alone || title.trim().is_empty() || matches!(link_type, LinkType::WikiLink { .. }) {
            return None;
        }
        self.push_block("<figure>");
        self.image(at + 1, dest_url, "", self.source.span(dest_url, range));
        self.push("<figcaption>");
        self.push_text(title.trim());
        self.push("</figcaption></figure>\n");
        self.say(&format!(" {}", title.trim()));
        Some(end + 1)
    }

    fn image(&mut self, at: usize, address: &str, title: &str, span: Span) -> usize {
        let end = end_of(self.events, at);
        let alt = Plain::of(&self.events[at + 1..end], self.raw_html);
        self.say(&alt);
        if let Some(target) = self.judge(address, true, span) {
            // The first image of a body may be in sight at once: a browser that waits with it shows a gap.
            let is_first = !self.body.fragment.links.iter().any(|link| link.image);
            self.push("<img");
            let is_ours = !matches!(target, Target::External(_));
            let link = self.push_target("src", target, true, span);
            if is_ours {
                self.push_hole(Fill::Size(link));
            }
            self.push_attribute("alt", &alt);
            if !title.is_empty() {
                self.push_attribute("title", title);
            }
            self.push(if is_first { " decoding=\"async\">" } else { " loading=\"lazy\" decoding=\"async\">" });
        } else {
            self.push_text(&alt);
        }
        end + 1
    }

    /// Where an address leads; a finding if it can't be one.
    fn judge(&mut self, address: &str, image: bool, span: Span) -> Option<Target> {
        match address::target(address, image) {
            Ok(target) => Some(target),
            Err(fault) => {
                self.diagnostics.push(fault.finding(self.source.path, span, image));
                None
            }
        }
    }

    /// Writes ` href="…"` or ` src="…"`, and notes the link, whose index it returns.
    fn push_target(&mut self, attribute: &str, target: Target, image: bool, span: Span) -> usize {
        let index = self.body.fragment.links.len();
        if let Target::External(address) = &target {
            self.push_attribute(attribute, &address::encode(address));
            if !image {
                // The page that is led to gets no hold on the one that the reader came from.
                self.push_attribute("rel", "noopener");
            }
        } else {
            self.html.extend([" ", attribute, "=\""]);
            self.push_hole(Fill::Href(index));
            self.push("\"");
        }
        self.body.fragment.links.push(Link { target, span, image });
        index
    }

    fn shows_something(&self, range: Range<usize>) -> bool {
        self.events[range].iter().any(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => !text.trim().is_empty(),
            event => matches!(event, Event::Start(Tag::Image { .. })),
        })
    }
}

/// False for what stands between two pairs of brackets in lists of numbers, tests of a shell and classes of a regular expression: `[[1, 2], [3, 4]]`,
/// `[[ -f x ]]`, `[[:punct:]]`.
fn may_be_a_name(id: &str) -> bool {
    !id.starts_with(['-', ':'])
        && !id.ends_with(':')
        && !id.contains([',', ';', '[', ']', '$', '"', '=', '(', ')', '<', '>', '*', '^', '{', '}'])
}
