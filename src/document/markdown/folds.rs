//! Boxes that fold: a quotation that begins with `> [!NOTE]- Title` is closed at first, with `+` it is open, as in Obsidian. Not done here: boxes that do
//! not fold, which the parser knows.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::Events;
use super::writer::Writer;

/// The boxes that there are, by the word that authors write.
const KINDS: [(&str, BlockQuoteKind); 5] = [
    ("NOTE", BlockQuoteKind::Note),
    ("TIP", BlockQuoteKind::Tip),
    ("IMPORTANT", BlockQuoteKind::Important),
    ("WARNING", BlockQuoteKind::Warning),
    ("CAUTION", BlockQuoteKind::Caution),
];

/// A quotation that folds.
#[derive(Debug, Clone)]
pub(super) struct Fold {
    kind: BlockQuoteKind,
    is_open: bool,
    /// The events of its title; none where it has no title of its own.
    title: Range<usize>,
}

/// True for what follows `[!NOTE]` where the box folds.
pub(super) fn is_fold(after: &str) -> bool {
    after.strip_prefix(['-', '+']).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The quotations that fold, by the index of the event that starts each. The signs that say so are taken out of the events.
pub(super) fn read(events: &mut Events<'_>, text: &str) -> FxHashMap<usize, Fold> {
    let mut folds = FxHashMap::default();
    for at in 0..events.len().saturating_sub(2) {
        let [(Event::Start(Tag::BlockQuote(None)), _), (Event::Start(Tag::Paragraph), range), ..] = &events[at..] else { continue };
        let line = text.get(range.clone()).unwrap_or_default().lines().next().unwrap_or_default().trim_end();
        let Some((word, after)) = line.strip_prefix("[!").and_then(|rest| rest.split_once(']')) else { continue };
        let Some((_, kind)) = KINDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).filter(|_| is_fold(after)) else { continue };
        if take_out(&mut events[at + 2..], line.len() - after.len() + 1) {
            let fold = Fold { kind: *kind, is_open: after.starts_with('+'), title: at + 2..end_of_line(events, at + 2) };
            folds.insert(at, fold);
        }
    }
    folds
}

/// Takes so many bytes of text out of the events, and the white space that follows. False where they are not text alone.
fn take_out(events: &mut Events<'_>, mut bytes: usize) -> bool {
    for (event, _) in events {
        let Event::Text(text) = event else { return false };
        let taken = bytes.min(text.len());
        let Some(rest) = text.get(taken..) else { return false };
        bytes -= taken;
        *text = if bytes == 0 { rest.trim_start() } else { "" }.to_owned().into();
        if bytes == 0 {
            return true;
        }
    }
    false
}

/// The index of the event that ends the first line of a paragraph whose inside starts there. Emphasis and the like stay whole.
fn end_of_line(events: &Events<'_>, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) if depth == 0 => return at,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    events.len()
}

impl Writer<'_> {
    /// Writes the start of a quotation, of a box, or of one that folds with its title; returns the index of the event after it.
    pub(super) fn quote(&mut self, at: usize, kind: Option<BlockQuoteKind>) -> usize {
        let fold = self.outline.folds.get(&at);
        let Some(kind) = fold.map(|fold| fold.kind).or(kind) else {
            self.push_block("<blockquote>\n");
            self.open_quotes.push("</blockquote>\n");
            return at + 1;
        };
        let (class, key) = match kind {
            BlockQuoteKind::Note => ("note", "alert-note"),
            BlockQuoteKind::Tip => ("tip", "alert-tip"),
            BlockQuoteKind::Important => ("important", "alert-important"),
            BlockQuoteKind::Warning => ("warning", "alert-warning"),
            BlockQuoteKind::Caution => ("caution", "alert-caution"),
        };
        let Some(fold) = fold else {
            self.push_block(&format!("<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">"));
            self.push_word(key, None);
            self.push("</p>\n");
            self.open_quotes.push("</div>\n");
            return at + 1;
        };
        let open = if fold.is_open { " open" } else { "" };
        self.push_block(&format!("<details class=\"alert alert-{class}\"{open}><summary class=\"alert-title\">"));
        if self.events[fold.title.clone()].iter().all(|(event, _)| matches!(event, Event::Text(text) if text.is_empty())) {
            self.push_word(key, None);
        } else {
            self.write(fold.title.clone());
        }
        self.push("</summary>\n");
        self.open_quotes.push("</details>\n");
        // What follows on the next line is the first paragraph, whose start the title has taken.
        let end = fold.title.end;
        self.hear(&Event::SoftBreak);
        if !matches!(self.events.get(end), Some((Event::End(_), _))) {
            self.push("<p>");
        }
        end + 1
    }
}
