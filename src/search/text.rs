//! A body as its sections: the visible text below each heading, out of the HTML that one file alone makes. Not done here: words.

use std::borrow::Cow;

use super::record::SEPARATOR;
use crate::document::fragment::{Body, Fill, Target};

/// The text below a heading, or before the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section<'b> {
    /// The anchor of the heading; empty before the first.
    pub(super) anchor: &'b str,
    /// The heading.
    pub(super) heading: &'b str,
    /// Plain text, white space folded.
    pub(super) text: String,
}

/// Tags within a word or a sentence; all others end a word.
const INLINE: [&str; 14] = ["a", "em", "strong", "code", "del", "b", "i", "u", "s", "span", "mark", "kbd", "small", "abbr"];
/// What HTML that an author wrote may hold and nobody reads.
const UNSEEN: [&str; 2] = ["script", "style"];

/// The sections of a body; the first is that before all headings, and may have no text.
pub(super) fn sections(body: &Body) -> Vec<Section<'_>> {
    let mut reader = Reader { body, sections: vec![Section { anchor: "", heading: "", text: String::new() }], gap: false, skip: None };
    let html = body.fragment.html.html();
    let (mut from, mut holes) = (0, body.fragment.holes.iter().peekable());
    while from < html.len() {
        let tag = html[from..].find('<').map_or(html.len(), |at| from + at);
        // What fills a hole within a tag is no text, and the level of a heading a part of its name.
        while let Some(hole) = holes.next_if(|hole| hole.at <= tag) {
            reader.say(&html[from..hole.at.max(from)]);
            reader.fill(hole.fill);
            from = hole.at.max(from);
        }
        reader.say(&html[from..tag]);
        let end = html[tag..].find('>').map_or(html.len(), |at| tag + at + 1);
        let mut whole = Cow::Borrowed(&html[tag..end]);
        let mut more = 0;
        while let Some(hole) = holes.next_if(|hole| hole.at < end) {
            if let Fill::Level(level) = hole.fill {
                let level = level.to_string();
                whole.to_mut().insert_str(hole.at - tag + more, &level);
                more += level.len();
            }
        }
        reader.tag(&whole);
        from = end;
    }
    reader.sections
}

struct Reader<'b> {
    body: &'b Body,
    sections: Vec<Section<'b>>,
    /// A space is owed before the next word.
    gap: bool,
    /// The tag whose end is waited for.
    skip: Option<String>,
}

impl<'b> Reader<'b> {
    fn tag(&mut self, tag: &str) {
        let inside = tag.trim_start_matches('<');
        let name = inside.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if let Some(skipped) = &self.skip {
            if inside.starts_with('/') && name == skipped {
                self.skip = None;
            }
            return;
        }
        if !INLINE.contains(&name) {
            self.gap = true;
        }
        if inside.starts_with('/') {
            return;
        }
        if name == "li" {
            self.separate();
        }
        let next = self.body.headings.get(self.sections.len() - 1);
        let is_level = |level: u8| name.strip_prefix('h').is_some_and(|digits| digits.as_bytes() == [b'0' + level]);
        if let Some(heading) = next.filter(|heading| is_level(heading.level)) {
            // The heading's own text is told apart from what stands below it.
            self.sections.push(Section { anchor: &heading.id, heading: &heading.title, text: String::new() });
            self.skip = Some(name.to_owned());
        } else if UNSEEN.contains(&name) {
            self.skip = Some(name.to_owned());
        }
    }

    /// Tells an entry of a list from what stands before it.
    fn separate(&mut self) {
        let Some(section) = self.sections.last_mut() else { return };
        if !section.text.is_empty() && !section.text.ends_with(SEPARATOR.trim_end()) {
            section.text.push_str(SEPARATOR.trim_end());
        }
    }

    fn fill(&mut self, fill: Fill) {
        match fill {
            Fill::Href(_) | Fill::Size(_) | Fill::Word(_) | Fill::Prefix | Fill::Level(_) => {}
            Fill::Code(n) => self.plain(&self.body.fragment.code[n].code),
            // The title is another file's. Its id says nearly the same.
            Fill::Title(n) => {
                if let Target::Reference(name) = &self.body.fragment.links[n].target {
                    self.plain(&name.replace(['-', '/', ':'], " "));
                }
            }
        }
    }

    fn say(&mut self, html: &str) {
        if html.contains('&') {
            self.plain(&decoded(html));
        } else {
            self.plain(html);
        }
    }

    fn plain(&mut self, text: &str) {
        let Some(section) = self.sections.last_mut().filter(|_| self.skip.is_none()) else { return };
        let out = &mut section.text;
        let mut rest = text;
        while let Some(at) = white_space(rest) {
            said(&rest[..at], &mut self.gap, out);
            self.gap = true;
            rest = rest[at..].trim_start();
        }
        said(rest, &mut self.gap, out);
    }
}

/// Where white space begins. Most of it is ASCII, and stands behind ASCII.
fn white_space(text: &str) -> Option<usize> {
    let at = text.bytes().position(|byte| matches!(byte, b'\t'..=b'\r' | b' ') || !byte.is_ascii())?;
    if text.as_bytes()[at].is_ascii() { Some(at) } else { text[at..].find(char::is_whitespace).map(|more| at + more) }
}

/// Adds a word, or a part of one.
fn said(word: &str, gap: &mut bool, out: &mut String) {
    if word.is_empty() {
        return;
    }
    if std::mem::take(gap) && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// The characters that escaping takes out; others are names that only an author's own HTML has, and end a word.
fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, entity)) = rest.split_once('&') {
        text.push_str(before);
        let (name, after) = entity.split_once(';').filter(|(name, _)| name.len() < 10).unwrap_or(("", entity));
        text.push_str(match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#39" | "#x27" => "'",
            _ => " ",
        });
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use crate::document::{markdown, parse};
    use crate::path::SourcePath;

    fn shown(text: &str, raw_html: bool) -> Vec<String> {
        let document = parse("content", &SourcePath::new("content/a.md"), text, markdown::Options { raw_html });
        super::sections(&document.body).iter().map(|part| format!("#{} {}: {}", part.anchor, part.heading, part.text)).collect()
    }

    #[test]
    fn a_body_falls_into_the_text_below_each_heading() {
        let text = "---\ntitle: A\n---\nFirst **bold**ly & [linked](b.md) to [[no-budget]].\n\n## Who *asks*?\n\nA note[^1] of `x < y`\n\n### Deeper\n\n\
                    ```rust\nlet a = 1;\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n- one\n- two\n\n[^1]: At the end.\n";
        assert_eq!(
            shown(text, false),
            [
                "# : First boldly & linked to no budget.",
                "#who-asks Who asks?: A note 1 of x < y",
                "#deeper Deeper: let a = 1; a b c d · one · two · At the end. ↩",
            ]
        );
    }

    #[test]
    fn html_of_an_author_is_read_as_a_browser_shows_it() {
        let text = "---\ntitle: A\n---\n<details><summary>More</summary>\n<p>of&nbsp;it</p></details>\n<script>let no;</script>\n<style>p {}</style>\n\n## B\n\nafter";
        assert_eq!(shown(text, true), ["# : More of it", "#b B: after"]);
        assert_eq!(shown("", false), ["# : "]);
        assert_eq!(shown("---\ntitle: A\n---\n<b", true).len(), 1);
    }
}
