//! Markdown → [`Body`] or [`Fragment`], with holes for what other files decide. Not done here: resolving links, highlighting code
//! ([`super::highlight`]), front matter.
//!
//! Passes over the parser's events, each linear and without recursion: `outline` names headings and finds footnotes, `unseen` finds what
//! the parser does not, `writer`, `code`, `links` and `notes` write HTML, `plain` gathers the text.

pub(crate) mod address;
mod code;
mod fence;
mod folds;
mod links;
mod notes;
mod outline;
mod plain;
mod source;
mod unseen;
mod writer;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options as Extensions, Parser};

use super::fragment::{Body, Fragment};
use super::markup::Markup;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;
pub(crate) use plain::{Plain, is_block};
use source::{Place, Source};
use unseen::Undefined;
use writer::Writer;

/// The parser's events, each with its place in the parsed text.
pub(crate) type Events<'t> = [(Event<'t>, Range<usize>)];

/// What a book may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Raw HTML is HTML; else it is text that looks like HTML.
    pub raw_html: bool,
}

/// The body of a file, which begins at byte `start` of its whole `text`. Spans are of the whole file. That of an `untitled` file may begin with
/// a heading of level 1, which is its title then.
pub fn body(path: &SourcePath, text: &str, start: usize, untitled: bool, options: Options, diagnostics: &mut Vec<Diagnostic>) -> Body {
    let text = text.get(start..).unwrap_or_default();
    let Parsed { mut events, undefined, labels } = parse(text);
    let source = Source { path, text, place: Place::From(start) };
    outline::check_anchors(&events, &source, diagnostics);
    let has_anchor = events.first().is_some_and(|(event, _)| outline::written_anchor(event).is_some());
    let outline = outline::read(&mut events, text, options.raw_html);
    unseen::check_body(&events, &undefined, &labels, &source, diagnostics);
    unseen::check_notes(&events, &outline, &source, diagnostics);
    let mut writer = Writer::new(&events, &outline, source, options.raw_html, diagnostics);
    let first = if untitled { writer.title(has_anchor) } else { 0 };
    writer.write(first..events.len());
    writer.write_notes();
    Body { start, ..writer.finish(|html, _| Markup::body(html, text, untitled, options)) }
}

/// One line of inline Markdown, a value of the front matter. `place` is the value's byte range in `source`.
///
/// Nothing in it starts a block: `> 99.9 % of requests` and `1. Who owns it?` are meant as they stand.
pub fn inline(path: &SourcePath, markdown: &str, place: Span, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Fragment {
    // White space to emphasis, and yet nothing that a block can follow: after it every line is a paragraph, and of the same length.
    const GUARD: char = '\u{a0}';
    let text = format!("{GUARD}{}", markdown.replace(['\n', '\r'], " "));
    let Parsed { mut events, undefined, labels } = parse(&text);
    if let Some((Event::Text(first), _)) = events.get_mut(1) {
        *first = first.trim_start().to_owned().into();
    }
    let written = source.get(place.start..place.end).unwrap_or_default();
    let place = match written.find(markdown) {
        Some(at) => Place::After { guard: GUARD.len_utf8(), start: place.start + at },
        None => Place::Rewritten { written, start: place.start },
    };
    let source = Source { path, text: &text, place };
    let outline = outline::Outline::default();
    unseen::check_line(&events, &undefined, &labels, &source, diagnostics);
    unseen::check_notes(&events, &outline, &source, diagnostics);
    let mut writer = Writer::new(&events, &outline, source, false, diagnostics).with_plain();
    writer.write(1..events.len().saturating_sub(1));
    writer.finish(Markup::line).fragment
}

/// The events of a body as the writer sees them: each heading has its anchor.
pub(crate) fn events(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let mut events = parse(text).events;
    outline::read(&mut events, text, false);
    events
}

/// Where the text defines what a link's label means (`[label]: address`), which no event tells.
pub(crate) fn definitions(text: &str) -> Vec<Range<usize>> {
    let mut places: Vec<_> =
        Parser::new_ext(text, extensions()).reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    places.sort_by_key(|place| place.start);
    places
}

/// The Markdown that a book is written in.
fn extensions() -> Extensions {
    // Named one by one: `Options::all()` has the old footnotes in it, and would gain whatever a later version adds.
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_GFM
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_WIKILINKS
}

/// What the parser says of a text.
struct Parsed<'t> {
    events: Vec<(Event<'t>, Range<usize>)>,
    /// What looks like a link by reference and has no definition.
    undefined: Vec<Undefined>,
    /// The labels that have one.
    labels: Vec<String>,
}

fn parse(text: &str) -> Parsed<'_> {
    let readable = |event| match event {
        Event::Text(text) => Event::Text(readable(text)),
        Event::Code(text) => Event::Code(readable(text)),
        Event::Html(text) => Event::Html(readable(text)),
        Event::InlineHtml(text) => Event::InlineHtml(readable(text)),
        event => event,
    };
    let mut undefined = Vec::new();
    let note = |link: BrokenLink<'_>| {
        undefined.push(Undefined { link_type: link.link_type, range: link.span, label: link.reference.into_string() });
        None
    };
    let mut parser = Parser::new_with_broken_link_callback(text, extensions(), Some(note)).into_offset_iter();
    let events = parser.by_ref().map(|(event, range)| (readable(event), range)).collect();
    let labels = parser.reference_definitions().iter().map(|(label, _)| label.to_owned()).collect();
    drop(parser);
    Parsed { events, undefined, labels }
}

/// The text with a sign of replacement for what HTML forbids: control characters, which a file may hold and `&#1;` makes.
pub(super) fn readable(text: CowStr<'_>) -> CowStr<'_> {
    // Most text is nothing but these, and looking at bytes is quick where no byte decides about the next.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return text;
    }
    let unreadable =
        |c: char| c.is_control() && !c.is_ascii_whitespace() || matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe;
    if text.contains(unreadable) { text.replace(unreadable, "\u{fffd}").into() } else { text }
}

#[cfg(test)]
mod tests;
