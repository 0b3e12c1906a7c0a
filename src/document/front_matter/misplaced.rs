//! Keys of front matter where none is looked for: a fence that is missing, misspelt, not at the top, or there too early. They would show as text, and
//! all that they say would be lost. Not done here: the keys of a block that is found.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::fields::{Object, PAGE};
use crate::path::SourcePath;

/// So many lines may stand before the first key: a heading, a remark, a fence.
const BEFORE: usize = 6;
/// So many lines are looked at for what makes it sure that keys are meant.
const LOOKED_AT: usize = 100;

/// A line with something on it, without the space around that.
type Line<'t> = (Span, &'t str);

/// In a file without front matter: the finding, and the line that it is about.
pub(super) fn at_the_top(path: &SourcePath, text: &str, start: usize, known: &Object) -> Option<(Diagnostic, Span)> {
    let lines: Vec<Line<'_>> = lines(text, start).take(LOOKED_AT).collect();
    let key = lines.iter().take(BEFORE).position(|(_, line)| key(line, known).is_some())?;
    let (above, keys) = lines.split_at(key);
    let fence = if keys[0].1.contains(':') { "---" } else { "+++" };
    let finding = |line: Line<'_>, message: String, help: String| {
        (Diagnostic::new(Code::FrontMatterSyntax, path, line.0, message).help(help), line.0)
    };
    let Some(opening) = above.last().copied() else {
        let message = "this key is text here, for no front matter has begun".to_owned();
        let help = format!("write a line `{fence}` before the keys, and one after them");
        return are_meant(text, keys, known).then(|| finding(keys[0], message, help));
    };
    // What stands in a block of code is an example, but for a fence of code that was taken for one of front matter.
    let is_first = above.len() == 1;
    let is_example = above[..above.len() - 1].iter().any(|(_, line)| line.contains("```") || line.contains("~~~"))
        || text[..opening.0.start].ends_with("    ")
        || is_code(opening.1) && (!is_first || std::ptr::eq(known, &raw const PAGE));
    // Below a line of text, `---` makes a heading of it.
    let is_closed = || ends_with_a_rule(text, keys);
    if is_example || !is_first && !is_closed() || is_first && !is_closed() && !are_meant(text, keys, known) {
        return None;
    }
    if opening.1 == "{" && is_first {
        let help = "write `key: value` lines between two lines `---`, at the top of the file".to_owned();
        Some(finding(opening, "front matter is not written in JSON".to_owned(), help))
    } else if is_rule(opening.1) && opening.1.len() == 3 {
        let message = "front matter begins on the first line of a file, in its first column".to_owned();
        let fence = opening.1;
        Some(finding(opening, message, format!("remove what stands before this `{fence}`")))
    } else if is_like_a_fence(opening.1) {
        let message = format!("front matter stands between two lines of exactly three signs, `{fence}`");
        Some(finding(opening, message, format!("write `{fence}` here, and at its end")))
    } else {
        None
    }
}

/// Below the `end` of front matter, its last fence: keys that were meant to be in it.
pub(super) fn below(path: &SourcePath, text: &str, end: Span, known: &Object) -> Option<Diagnostic> {
    let below = || lines(text, end.end);
    let (span, line) = below().next()?;
    let key = key(line, known).filter(|_| are_meant(text, &below().take(LOOKED_AT).collect::<Vec<_>>(), known))?;
    let message = format!("the front matter ends here, before the key `{key}`");
    let key = Span::new(span.start, span.start + key.len());
    let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, path, end, message);
    Some(diagnostic.related(path, key, "text here").help("take this line out, or move the keys above it"))
}

/// Where a block that is never closed may have been meant to end.
pub(super) fn meant_end(text: &str, from: usize) -> Option<Span> {
    let is_meant = |line: &str| line.chars().count() <= 8 && (line == "..." || is_rule(line) || matches!(line, "—" | "–"));
    lines(text, from).find(|(_, line)| is_meant(line)).map(|(span, _)| span)
}

/// What makes sure that a line with a key, the first of these, is no text: a value below it, or another key or a fence in the lines that follow
/// without a gap.
fn are_meant(text: &str, lines: &[Line<'_>], known: &Object) -> bool {
    let is_indented = |span: &Span| text[..span.start].ends_with([' ', '\t']);
    let together = together(text, lines);
    let has_value_below =
        lines[0].1.ends_with(':') && together.get(1).is_some_and(|(span, line)| line.starts_with("- ") || is_indented(span));
    has_value_below || together[1..].iter().any(|(_, line)| is_like_a_fence(line) || *line == "}" || key(line, known).is_some())
}

/// True when the lines from the first on, without a gap, end with a fence.
fn ends_with_a_rule(text: &str, lines: &[Line<'_>]) -> bool {
    together(text, lines).iter().any(|(_, line)| is_like_a_fence(line) || *line == "}")
}

/// The first lines, as far as no empty one stands between them.
fn together<'l, 't>(text: &str, lines: &'l [Line<'t>]) -> &'l [Line<'t>] {
    let is_gap = |pair: &[Line<'_>]| text[pair[0].0.end..pair[1].0.start].bytes().filter(|byte| *byte == b'\n').count() > 1;
    let end = lines.windows(2).position(is_gap).map_or(lines.len(), |at| at + 1);
    &lines[..end]
}

/// The known key that a line begins with, as in YAML, TOML or JSON.
fn key<'t>(line: &'t str, known: &Object) -> Option<&'t str> {
    let (key, value) = line.split_once([':', '='])?;
    let is_apart = value.is_empty() || value.starts_with([' ', '\t']) || line[key.len()..].starts_with('=');
    let key = key.trim().trim_matches('"');
    (is_apart && known.all().any(|field| field.name == key)).then_some(key)
}

/// Two or more `-` or `+`, and nothing else.
fn is_rule(line: &str) -> bool {
    line.len() >= 2 && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'+'))
}

/// A fence, or what was typed for one: of other dashes or stars, of another length, as code, with words behind it.
fn is_like_a_fence(line: &str) -> bool {
    let of = |signs: &[char]| line.chars().count() >= 2 && line.chars().all(|c| signs.contains(&c));
    let rest = line.strip_prefix("---").or(line.strip_prefix("+++")).map(str::trim_start);
    is_rule(line)
        || of(&['—', '–', '-'])
        || of(&['*'])
        || is_code(line)
        || rest.is_some_and(|rest| rest.starts_with('#') || ["yaml", "yml", "toml"].contains(&rest))
}

fn is_code(line: &str) -> bool {
    line.strip_prefix("```").or(line.strip_prefix("~~~")).is_some_and(|word| ["", "yaml", "yml", "toml"].contains(&word))
}

/// The lines from there on that are not empty.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
    let mut at = from;
    text[from..].split_inclusive('\n').filter_map(move |line| {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        (!words.is_empty()).then(|| (Span::new(start, start + words.len()), words))
    })
}
