//! What Markdown does not see as such, and shows as the text that was typed or not at all: an author never notices. Links and footnotes here,
//! references in `brackets`, rows of tables in `tables`, boxes, headings and code in `blocks`. Not done here: links that Markdown sees
//! ([`super::links`]).

mod blocks;
mod brackets;
mod tables;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Events;
use super::outline::Outline;
use super::source::Source;
use crate::diagnostic::{Code, Diagnostic, nearest};

/// Among so many names the one that was meant is looked for; a page with more would cost the square of them.
const MOST_COMPARED: usize = 100;

/// Brackets that look like a link and have no definition.
pub(super) struct Undefined {
    pub(super) link_type: LinkType,
    /// All of it, `[text][label]`.
    pub(super) range: Range<usize>,
    pub(super) label: String,
}

/// Reports what a body shows otherwise than it was meant, but for footnotes ([`check_notes`]).
pub(super) fn check_body(
    events: &Events<'_>,
    undefined: &[Undefined],
    labels: &[String],
    source: &Source<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    check_links(undefined, labels, source, diagnostics);
    let rows = tables::check(events, source, diagnostics);
    brackets::check(events, &rows, source, diagnostics);
    blocks::check(events, source, diagnostics);
}

/// The same for a line, which holds no blocks.
pub(super) fn check_line(
    events: &Events<'_>,
    undefined: &[Undefined],
    labels: &[String],
    source: &Source<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    check_links(undefined, labels, source, diagnostics);
    brackets::check(events, &[], source, diagnostics);
}

/// Reports `[text][label]` and `[text][]` without a definition of the label, and `[text](an address with spaces)` or without
/// its end. `[text]` alone is text.
fn check_links(undefined: &[Undefined], labels: &[String], source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) {
    // The parser looks past a `\` between two pairs of brackets.
    let is_meant = |link: &&Undefined| begins_a_word(source.text, link.range.start) && !source.text[link.range.clone()].contains("]\\[");
    for link in undefined.iter().filter(is_meant) {
        let (part, message, help) = match link.link_type {
            LinkType::Reference if are_tags(link, labels, source.text) => continue,
            LinkType::Reference | LinkType::Collapsed => {
                let known = among(&link.label, labels.iter().map(String::as_str)).map(|label| format!("did you mean `{label}`?"));
                let help = known
                    .unwrap_or_else(|| format!("write `[{}]: address` on a line of its own, or `\\[` where no link is meant", link.label));
                (place_of_label(link, source.text), format!("no line defines where `[{}]` leads", link.label), help)
            }
            _ => {
                let after = &source.text[link.range.end..];
                let Some((address, why, help)) = half_link(after).filter(|_| is_simple(link, source.text)) else { continue };
                (address, format!("Markdown sees no link here, for {why}"), help)
            }
        };
        diagnostics.push(Diagnostic::new(Code::BrokenLink, source.path, source.span(part, &link.range), message).help(help));
    }
}

/// Reports `[^name]` without a footnote of that name, footnotes that nothing refers to, and names that two footnotes have.
pub(super) fn check_notes(events: &Events<'_>, outline: &Outline, source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut used = FxHashSet::default();
    let mut defined: Vec<(&str, &Range<usize>)> = Vec::new();
    let mut in_code = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::FootnoteReference(name) => drop(used.insert(name.to_lowercase())),
            Event::Start(Tag::FootnoteDefinition(name)) => defined.push((name, range)),
            Event::Text(_) if !in_code => {
                for name in written_notes(source.text, range).filter(|name| !outline.notes.contains_key(&name.to_lowercase())) {
                    let known = among(name, outline.notes.keys().map(String::as_str)).map(|near| format!("did you mean `[^{near}]`?"));
                    let help = known.unwrap_or_else(|| format!("write the footnote, `[^{name}]: …`, or `\\[` where none is meant"));
                    let message = format!("there is no footnote `{name}`");
                    diagnostics.push(Diagnostic::new(Code::BrokenLink, source.path, source.span(name, range), message).help(help));
                }
            }
            _ => {}
        }
    }
    let mut first = FxHashMap::default();
    for (name, range) in defined {
        let span = source.span(name, range);
        if let Some(before) = first.insert(name.to_lowercase(), span) {
            let finding = Diagnostic::new(Code::DuplicateId, source.path, span, format!("there are two footnotes `{name}`"));
            diagnostics.push(finding.related(source.path, before, "the other one").help("give one of them another name"));
        } else if !used.contains(&name.to_lowercase()) {
            let finding = Diagnostic::new(Code::BrokenLink, source.path, span, format!("nothing refers to the footnote `{name}`"));
            diagnostics.push(finding.help(format!("write `[^{name}]` where it belongs; until then the page does not show it")));
        }
    }
}

/// The names in `[^name]` that begin in a stretch of text; a bracket after `\` is one that the author wants to be seen.
fn written_notes<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = &'t str> {
    let shown = text.get(range.clone()).unwrap_or_default();
    shown.match_indices('[').filter_map(move |(at, _)| {
        let at = range.start + at;
        let name = text[at + 1..].strip_prefix('^')?.split(|c: char| c.is_whitespace() || matches!(c, '[' | ']')).next()?;
        let closed = text[at + 2 + name.len()..].starts_with(']');
        (closed && name.contains(char::is_alphanumeric) && !name.contains('\\') && !text[..at].ends_with('\\')).then_some(name)
    })
}

fn among<'n>(word: &str, names: impl ExactSizeIterator<Item = &'n str>) -> Option<&'n str> {
    if names.len() > MOST_COMPARED { None } else { nearest(word, names) }
}

/// False for `grid[0][1]`: a link begins a word.
fn begins_a_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')' | ']'))
}

/// True for `[API][BREAKING]`, `[1][2]` and `[--version][--help]`, which nobody means as a link: words and numbers on a page that defines no label.
fn are_tags(link: &Undefined, labels: &[String], text: &str) -> bool {
    let Some((first, label)) = text[link.range.clone()].trim_matches(['!', '[', ']']).split_once("][") else { return false };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    label.starts_with('-') || is_number(first) && is_number(label) || labels.is_empty() && !first.trim().contains(char::is_whitespace)
}

/// True for brackets around words. A footnote is none, and one of several brackets, shown ones too, is not surely the one that was meant.
fn is_simple(link: &Undefined, text: &str) -> bool {
    let words = text[link.range.clone()].trim_start_matches('!');
    !link.label.starts_with('^') && !words.get(1..).unwrap_or_default().contains('[')
}

fn place_of_label<'t>(link: &Undefined, text: &'t str) -> &'t str {
    let all = &text[link.range.clone()];
    let inner = all.strip_suffix(']').unwrap_or(all);
    let label = match link.link_type {
        LinkType::Reference => inner.rfind('[').map_or(inner, |at| &inner[at + 1..]),
        _ => inner.trim_end_matches("][").trim_start_matches(['!', '[']),
    };
    label.trim()
}

/// The address that follows square brackets which are no link although one seems to be meant, why they are none, and what helps.
fn half_link(after: &str) -> Option<(&str, &'static str, String)> {
    let spaced =
        spaced_address(after).map(|address| (address, "the address has spaces", format!("write `<{address}>` in the round brackets")));
    spaced.or_else(|| unclosed_address(after)).or_else(|| distant_address(after))
}

/// An address in round brackets that are never closed, or with a title that is not.
fn unclosed_address(after: &str) -> Option<(&str, &'static str, String)> {
    let inside = after.strip_prefix('(')?.split(['(', ')', '[', '\n']).next()?;
    let closed = after[1 + inside.len()..].starts_with(')');
    let (address, rest) = inside.split_once([' ', '\t']).unwrap_or((inside.trim_end(), ""));
    if rest.trim_start().starts_with(['"', '\'']) {
        let is_address = is_whole_address(address) || address.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending));
        return is_address
            .then(|| (address, "what follows the address is no title", "put quotes around the title, `(address \"title\")`".to_owned()));
    }
    (!closed && is_whole_address(address)).then(|| (address, "its round bracket is never closed", format!("write `({address})`")))
}

/// An address in round brackets after a space.
fn distant_address(after: &str) -> Option<(&str, &'static str, String)> {
    let address = after.trim_start_matches(' ').strip_prefix('(')?.split([' ', '(', ')', '[', '\n']).next()?;
    let closed = after.starts_with(' ') && after.trim_start_matches(' ')[1 + address.len()..].starts_with(')');
    let why = "a space stands before the round bracket";
    (closed && is_whole_address(address)).then(|| (address, why, format!("write `]({address})` without the space")))
}

/// True for what can hardly be anything but the address of a page.
fn is_whole_address(address: &str) -> bool {
    let path = address.split('#').next().unwrap_or_default();
    (path.ends_with(".md") && path.len() > 3)
        || ["http://", "https://"].iter().any(|start| address.len() > start.len() && address.starts_with(start))
}

/// What stands in round brackets right after square ones, if it is an address but for its spaces: it begins like one, or has an ending.
fn spaced_address(after: &str) -> Option<&str> {
    let address = after.strip_prefix('(')?.split(['(', ')', '\n']).next()?;
    let closed = after[1 + address.len()..].starts_with(')');
    let begins = ["./", "../", "/"].iter().any(|start| address.starts_with(start)) || address.contains("://");
    let is_path = begins || address.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending));
    (closed && is_path && address.trim().contains(' ') && !address.contains(['"', '<'])).then_some(address.trim())
}

fn is_ending(ending: &str) -> bool {
    let letters = ending.split('#').next().unwrap_or_default();
    (2..=5).contains(&letters.len()) && letters.starts_with(|c: char| c.is_ascii_alphabetic()) && letters.chars().all(char::is_alphanumeric)
}
