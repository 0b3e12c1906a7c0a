//! Events → HTML, all but blocks of code (`code`), links and images (`links`) and footnotes (`notes`). Not done here: deciding what a page or a theme puts around a body.

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Tag, TagEnd};
use pulldown_cmark_escape::escape_html_body_text;

use super::notes::Notes;
use super::outline::{Outline, end_of};
use super::plain::{Plain, is_block};
use super::source::Source;
use super::{Events, address, readable};
use crate::diagnostic::Diagnostic;
use crate::document::fragment::{Body, Fill, Heading, Hole, Term, Word, escape};
use crate::document::markup::Markup;

/// Writes one body or fragment.
pub(super) struct Writer<'e> {
    pub(super) events: &'e Events<'e>,
    pub(super) outline: &'e Outline,
    pub(super) source: Source<'e>,
    pub(super) raw_html: bool,
    pub(super) diagnostics: &'e mut Vec<Diagnostic>,
    pub(super) html: String,
    /// All else.
    pub(super) body: Body,
    /// The visible text, where somebody asks for it.
    plain: Option<Plain>,
    /// The messages without a value that were left a place for, each once, by index.
    words: Vec<(&'static str, usize)>,
    /// How each open link ends; `""` for one that is shown as its text only.
    pub(super) open_links: Vec<&'static str>,
    /// How each open quotation ends.
    pub(super) open_quotes: Vec<&'static str>,
    table: Table<'e>,
    pub(super) notes: Notes,
}

/// The table being written.
#[derive(Default)]
struct Table<'e> {
    alignments: &'e [Alignment],
    column: usize,
    in_head: bool,
    cell_end: &'static str,
}

impl<'e> Writer<'e> {
    pub(super) fn new(
        events: &'e Events<'e>,
        outline: &'e Outline,
        source: Source<'e>,
        raw_html: bool,
        diagnostics: &'e mut Vec<Diagnostic>,
    ) -> Self {
        let html = String::with_capacity(source.text.len() * 3 / 2);
        let (body, words, open_links, open_quotes, table, notes) = Default::default();
        Self { events, outline, source, raw_html, diagnostics, html, body, plain: None, words, open_links, open_quotes, table, notes }
    }

    /// Also gathers [`Fragment::plain`](crate::document::fragment::Fragment::plain).
    pub(super) fn with_plain(mut self) -> Self {
        self.plain = Some(Plain::default());
        self
    }

    /// Writes some of the events.
    pub(super) fn write(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.event(at);
        }
    }

    /// Takes the heading that the events begin with for the page's title; returns the index of the event after it. The page shows the title
    /// without a place to link to, so that an anchor that its author wrote needs one.
    pub(super) fn title(&mut self, has_anchor: bool) -> usize {
        let Some((Event::Start(Tag::Heading { level: HeadingLevel::H1, id, .. }), _)) = self.events.first() else { return 0 };
        let end = end_of(self.events, 0);
        let title = Plain::of(&self.events[..end], self.raw_html);
        if title.is_empty() {
            return 0;
        }
        let id = id.as_deref().unwrap_or_default();
        if has_anchor {
            self.push("<span");
            self.push_id(id);
            self.push("></span>\n");
        }
        self.body.title = Some(Heading { level: 1, id: id.to_owned(), title });
        end + 1
    }

    /// What was written; `markup` is told the HTML and its holes.
    pub(super) fn finish(mut self, markup: impl FnOnce(String, &[Hole]) -> Markup) -> Body {
        self.body.fragment.html = markup(self.html, &self.body.fragment.holes);
        self.body.fragment.plain = self.plain.map(Plain::finish).unwrap_or_default();
        // A book holds all its bodies at once.
        self.body.fragment.shrink();
        self.body.headings.shrink_to_fit();
        let headings = &self.body.headings;
        let mut by_id: Vec<usize> = (0..headings.len()).collect();
        by_id.sort_by(|a, b| headings[*a].id.cmp(&headings[*b].id));
        self.body.by_id = by_id;
        self.body.terms.sort_by(|a, b| a.id.cmp(&b.id));
        self.body
    }

    /// Adds what is shown to the plain text.
    pub(super) fn say(&mut self, text: &str) {
        if let Some(plain) = &mut self.plain {
            plain.say(text);
        }
    }

    /// Adds what an event shows to the plain text.
    pub(super) fn hear(&mut self, event: &Event<'_>) {
        if let Some(plain) = &mut self.plain {
            plain.add(event, self.raw_html);
        }
    }

    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    pub(super) fn push_text(&mut self, text: &str) {
        // Writing to a String cannot fail.
        let _ = escape_html_body_text(&mut self.html, text);
    }

    /// Writes ` name="value"`.
    pub(super) fn push_attribute(&mut self, name: &str, value: &str) {
        self.html.extend([" ", name, "=\""]);
        escape(&readable(value.into()), &mut self.html);
        self.push("\"");
    }

    /// Writes ` id="…"`.
    pub(super) fn push_id(&mut self, id: &str) {
        self.push(" id=\"");
        self.push_hole(Fill::Prefix);
        escape(&readable(id.into()), &mut self.html);
        self.push("\"");
    }

    pub(super) fn push_hole(&mut self, fill: Fill) {
        let at = self.html.len();
        self.body.fragment.holes.push(Hole { at, fill });
    }

    /// Leaves a place for a message of the book's language, and for the value in it.
    pub(super) fn push_word(&mut self, key: &'static str, value: Option<(&'static str, String)>) {
        let words = &mut self.body.fragment.words;
        let known = self.words.iter().find(|(known, _)| *known == key && value.is_none());
        let index = known.map_or(words.len(), |(_, index)| *index);
        if index == words.len() {
            if value.is_none() {
                self.words.push((key, index));
            }
            words.push(Word { key: key.into(), value: value.map(|(name, value)| (name.into(), value)) });
        }
        self.push_hole(Fill::Word(index));
    }

    /// Writes ` aria-label="…"` with such a message.
    pub(super) fn push_label(&mut self, key: &'static str, value: Option<(&'static str, String)>) {
        self.push(" aria-label=\"");
        self.push_word(key, value);
        self.push("\"");
    }

    /// Writes the start of a block, on a line of its own.
    pub(super) fn push_block(&mut self, html: &str) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.push("\n");
        }
        self.push(html);
    }

    /// Writes one event, or all of a construct that is written at once; returns the index of the event after it.
    fn event(&mut self, at: usize) -> usize {
        let event = &self.events[at].0;
        self.hear(event);
        match event {
            Event::Start(tag) => return self.start(at, tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.push_text(text),
            Event::Code(code) => {
                self.push("<code>");
                self.push_text(code);
                self.push("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) if self.raw_html => self.push(html),
            Event::Html(html) | Event::InlineHtml(html) if !html.starts_with("<!--") => self.push_text(html),
            Event::SoftBreak => self.push("\n"),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push_block("<hr>\n"),
            Event::FootnoteReference(name) => self.note_reference(name),
            Event::TaskListMarker(done) => self.task(at, *done),
            _ => {}
        }
        at + 1
    }

    fn start(&mut self, at: usize, tag: &'e Tag<'e>) -> usize {
        match tag {
            Tag::CodeBlock(kind) => return self.code_block(at, kind),
            Tag::HtmlBlock => return self.html_block(at),
            Tag::Link { .. } | Tag::Image { .. } => return self.link_or_image(at, tag),
            // Written at the end, if anything refers to it.
            Tag::FootnoteDefinition(_) => return self.outline.note_ends.get(&at).map_or(at, |end| *end) + 1,
            Tag::Heading { level, id, classes, .. } => return self.heading(at, *level, id.as_deref().unwrap_or_default(), classes),
            Tag::Paragraph => match self.captioned_image(at) {
                Some(after) => return after,
                None => self.push_block("<p>"),
            },
            Tag::BlockQuote(kind) => return self.quote(at, *kind),
            Tag::List(first) => self.list(at, *first),
            Tag::Item => self.push_block(if self.is_task(at) { "<li class=\"task\">" } else { "<li>" }),
            Tag::DefinitionList => self.push_block("<dl>\n"),
            Tag::DefinitionListTitle => self.term(at),
            Tag::DefinitionListDefinition => self.push_block("<dd>"),
            Tag::Table(alignments) => {
                self.table.alignments = alignments;
                self.push_block("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
                self.push_label("table", None);
                self.push("><table>\n");
            }
            Tag::TableHead | Tag::TableRow => {
                self.table.column = 0;
                self.table.in_head = matches!(tag, Tag::TableHead);
                self.push(if self.table.in_head { "<thead><tr>" } else { "<tr>" });
            }
            Tag::TableCell => self.cell(at),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            // Behind extensions that are not on.
            Tag::Subscript | Tag::Superscript | Tag::MetadataBlock(_) => {}
        }
        at + 1
    }

    fn end(&mut self, tag: TagEnd) {
        let html = match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(_) => return self.end_heading(),
            TagEnd::BlockQuote(_) => self.open_quotes.pop().unwrap_or_default(),
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => "</tr></thead>\n<tbody>\n",
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => self.table.cell_end,
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Link | TagEnd::Image => self.open_links.pop().unwrap_or_default(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::FootnoteDefinition => "",
            TagEnd::Subscript | TagEnd::Superscript | TagEnd::MetadataBlock(_) => "",
        };
        self.push(html);
    }

    fn heading(&mut self, at: usize, level: HeadingLevel, id: &str, classes: &[CowStr<'_>]) -> usize {
        let end = end_of(self.events, at);
        // A heading without anything in it is nothing to readers, and a fault to screen readers.
        if end == at + 1 {
            return end + 1;
        }
        let title = Plain::of(&self.events[at..end], self.raw_html);
        // The page's only h1 is its title, and a level left out would be one that readers of an outline miss.
        let level = (level as u8).clamp(2, self.body.headings.last().map_or(2, |above| above.level + 1));
        self.push_block("<h");
        self.push_hole(Fill::Level(level));
        self.push_id(id);
        if !classes.is_empty() {
            self.push_attribute("class", &classes.iter().map(|class| &**class).collect::<Vec<_>>().join(" "));
        }
        self.push(">");
        self.body.headings.push(Heading { level, id: id.to_owned(), title });
        at + 1
    }

    fn end_heading(&mut self) {
        let Some((level, id)) = self.body.headings.last().map(|heading| (heading.level, heading.id.clone())) else { return };
        self.push("<a class=\"anchor\" href=\"#");
        self.push_hole(Fill::Prefix);
        escape(&address::encode(&format!("#{id}"))[1..], &mut self.html);
        self.push("\"");
        self.push_label("link-to-section", None);
        self.push("></a></h");
        self.push_hole(Fill::Level(level));
        self.push(">\n");
    }

    /// Writes a term of a definition list, with its anchor.
    fn term(&mut self, at: usize) {
        let id = self.outline.terms.get(&at).map(String::as_str).unwrap_or_default();
        let end = end_of(self.events, at);
        let definition = match self.events.get(end + 1) {
            Some((Event::Start(Tag::DefinitionListDefinition), _)) => &self.events[end + 1..end_of(self.events, end + 1)],
            _ => &[],
        };
        let definition = Plain::of(definition, self.raw_html);
        self.push_block("<dt");
        if !id.is_empty() {
            self.push_id(id);
            self.body.terms.push(Term { id: id.to_owned(), term: Plain::of(&self.events[at..end], self.raw_html), definition });
        }
        self.push(">");
    }

    fn list(&mut self, at: usize, first: Option<u64>) {
        self.push_block(if first.is_some() { "<ol" } else { "<ul" });
        if let Some(first) = first.filter(|first| *first != 1) {
            self.push_attribute("start", &first.to_string());
        }
        self.push(if self.outline.task_lists.contains(&at) { " class=\"tasks\">\n" } else { ">\n" });
    }

    /// True when the item that starts at `at` has a box: before its text, or before that of its first paragraph.
    fn is_task(&self, at: usize) -> bool {
        let mut inside = self.events[at + 1..].iter().map(|(event, _)| event);
        match inside.next() {
            Some(Event::Start(Tag::Paragraph)) => matches!(inside.next(), Some(Event::TaskListMarker(_))),
            event => matches!(event, Some(Event::TaskListMarker(_))),
        }
    }

    /// Writes the box of a task; it is read out with the task's own text, not with that of the tasks below it.
    fn task(&mut self, at: usize, done: bool) {
        let events = &self.events[at + 1..];
        let end = events.iter().position(|(event, _)| is_block(event)).unwrap_or(events.len());
        let text = Plain::of(&events[..end], self.raw_html);
        self.push("<input type=\"checkbox\" disabled");
        self.push(if done { " checked" } else { "" });
        self.push_label(if done { "task-done" } else { "task-open" }, Some(("text", text)));
        self.push("> ");
    }

    fn cell(&mut self, at: usize) {
        // An empty header cell heads nothing.
        let empty = matches!(self.events.get(at + 1), Some((Event::End(TagEnd::TableCell), _)));
        let (start, end) = if self.table.in_head && !empty { ("<th", "</th>") } else { ("<td", "</td>") };
        self.table.cell_end = end;
        self.push(start);
        self.push(match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
        self.table.column += 1;
    }

    fn html_block(&mut self, at: usize) -> usize {
        let end = end_of(self.events, at);
        let html: String = self.events[at + 1..end]
            .iter()
            .filter_map(|(event, _)| if let Event::Html(html) = event { Some(&**html) } else { None })
            .collect();
        if self.raw_html {
            self.push_block(&html);
        } else if let shown = without_comments(&html)
            && !shown.trim().is_empty()
        {
            self.push_block("<p>");
            self.push_text(shown.trim());
            self.push("</p>\n");
            self.say(&shown);
        }
        end + 1
    }

    /// True inside the text of a link that is one in HTML too.
    pub(super) fn in_link(&self) -> bool {
        self.open_links.iter().any(|end| !end.is_empty())
    }
}

/// HTML that will be shown as text, without what would not have been shown as HTML either.
fn without_comments(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        shown.push_str(before);
        rest = after;
    }
    shown + rest
}
