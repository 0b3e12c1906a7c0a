//! Boxes, headings and blocks of code that Markdown takes for something else, since a sign is wrong or missing. Not done here: what stands inside a
//! line ([`super::brackets`]), tables ([`super::tables`]).

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::document::markdown::Events;
use crate::document::markdown::folds::is_fold;
use crate::document::markdown::source::Source;

/// The boxes that there are.
const BOXES: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// Reports `> [!NOET]`, `#Heading` and a block of code that is never closed.
pub(super) fn check(events: &Events<'_>, source: &Source<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut depth = 0_usize;
    for (at, (event, range)) in events.iter().enumerate() {
        let found = match event {
            Event::Start(Tag::Paragraph) => {
                let begins_quote = at > 0 && matches!(events[at - 1].0, Event::Start(Tag::BlockQuote(None)));
                let text = source.text[range.clone()].trim_start();
                // A link that begins so is one.
                let is_text = matches!(events.get(at + 1), Some((Event::Text(_), _)));
                let line = || text.lines().next().unwrap_or_default().trim_end();
                match text.bytes().next().filter(|_| is_text) {
                    Some(b'[') if begins_quote => unknown_box(line()),
                    Some(b'#') => heading(line()),
                    _ => None,
                }
            }
            // In a list or a quotation the end of that ends it: nothing more is swallowed.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) if depth == 0 => unclosed(source.text, range),
            _ => None,
        };
        if let Some((part, message, help)) = found {
            diagnostics.push(Diagnostic::new(Code::MarkdownSyntax, source.path, source.span(part, range), message).help(help));
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// The place of a mistake, what it is, and what helps.
type Found<'t> = (&'t str, String, String);

/// `[!WORD]` at the beginning of a quotation that is no box.
fn unknown_box(line: &str) -> Option<Found<'_>> {
    let (word, after) = line.strip_prefix("[!")?.split_once(']')?;
    let after = if is_fold(after) { "" } else { after };
    let sign = &line[..word.len() + 3];
    let name = word.to_ascii_uppercase();
    if BOXES.contains(&name.as_str()) {
        let message = format!("this quotation is no box, for `{sign}` does not stand alone on its line");
        return (!after.is_empty()).then(|| (sign, message, "begin a new line after it, `> text`".to_owned()));
    }
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let help = nearest(&name, BOXES).map_or_else(
        || format!("the boxes are {}; write `\\[` where none is meant", BOXES.map(|name| format!("`[!{name}]`")).join(", ")),
        |name| format!("did you mean `[!{name}]`?"),
    );
    (is_word && after.is_empty()).then(|| (sign, format!("there is no box `{sign}`"), help))
}

/// `#Heading text` or `##Heading`. `#rollout` alone, `#one #two` and `#rollout is a channel.` are words with a sign before them.
fn heading(line: &str) -> Option<Found<'_>> {
    let text = line.trim_start_matches('#');
    let signs = &line[..line.len() - text.len()];
    let is_meant = match signs.len() {
        1 => text.starts_with(char::is_alphabetic) && !is_prose(text),
        2..=6 => text.starts_with(char::is_alphabetic),
        _ => false,
    };
    is_meant.then(|| {
        let message = format!("Markdown sees no heading here, for no space follows `{signs}`");
        (signs, message, format!("write `{signs} {}`, or `\\#` where none is meant", shortened(text)))
    })
}

/// True for what follows a single `#` that is meant as it stands: a channel, a colour, a line of C.
fn is_prose(text: &str) -> bool {
    let mut more = text.split_whitespace().skip(1).peekable();
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_word_of_code =
        ["include", "define", "undef", "if", "ifdef", "ifndef", "else", "elif", "endif", "pragma", "error"].contains(&first);
    let is_colour = matches!(first.len(), 3 | 4 | 6 | 8) && first.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_word_of_code
        || is_colour
        || more.peek().is_none()
        || more.any(|word| word.starts_with('#'))
        || text.ends_with(['.', ',', ';', ':', '!', '?'])
}

/// So much of a text that it is known again.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}

/// The opening fence of a block of code without a closing one (CommonMark 0.31, section 4.5).
fn unclosed<'t>(text: &'t str, range: &Range<usize>) -> Option<Found<'t>> {
    let block = text[range.clone()].trim_end();
    let mark = block.chars().next()?;
    let fence = &block[..block.len() - block.trim_start_matches(mark).len()];
    let last = block.rsplit_once('\n').map(|(_, line)| line);
    let closes = |line: &str| {
        let signs = line.trim_start_matches(' ');
        line.len() - signs.len() < 4 && signs.len() >= fence.len() && signs.chars().all(|c| c == mark)
    };
    let opening = block.lines().next().unwrap_or_default();
    // The parser wants no tab there, though CommonMark lets it pass.
    let tab = block.lines().skip(1).any(|line| line.contains('\t') && closes(line.trim_end()));
    let signs = if mark == '`' { format!("{} backticks", fence.len()) } else { format!("`{fence}`") };
    let help = if tab {
        format!("a tab stands behind the {signs} that would close it: take it out")
    } else {
        format!("write {signs} on a line of its own where it ends; until then all that follows is code")
    };
    (!last.is_some_and(closes)).then(|| (opening, "this block of code is never closed".to_owned(), help))
}
