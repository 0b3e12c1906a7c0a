//! What YAML does to a line that its author did not mean: a hint where the parser stopped, and findings for what it takes in silence. Not done here:
//! parsing.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// What the parser says, in words for those who do not know how YAML is parsed.
pub(super) fn plainly(info: &str) -> &str {
    let words = [
        ("mapping values are not allowed in this context", "a `key: value` can't begin in this line"),
        ("illegal placement of ':' indicator", "a `:` can't stand here"),
        ("found unknown anchor", "there is nothing of this name to repeat"),
        ("did not find expected '-' indicator", "the entry of a list begins with `- `"),
        ("invalid trailing content after", "the text in quotes ends before this, and more follows"),
        ("did not find expected comment or line break", "`>` and `|` begin a text on the lines below"),
        ("block sequence entries are not allowed", "a list can't begin here"),
        ("mapping keys are not allowed", "a key can't begin here"),
        ("while parsing a flow sequence", "a list in `[…]` is not closed, or lacks a comma"),
        ("while parsing a flow mapping", "a map in `{…}` is not closed, or lacks a comma"),
        ("while parsing a block mapping", "something follows that is neither a key nor belongs to the value"),
        ("invalid indentation in quoted scalar", "a text in quotes goes on in a line that is not indented"),
    ];
    words.into_iter().find(|(said, _)| info.contains(said)).map_or(info, |(_, plain)| plain)
}

/// What the author may have meant where the parser stopped.
pub(super) fn hint(source: &str, at: usize) -> Option<&'static str> {
    let line_start = source[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = source[line_start..].lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start_matches(['-', ' ']);
    let is_closed = |open: char, close: char| value.starts_with(open) && value.contains(close) && !value.trim_end().ends_with(close);
    if source[..at].ends_with('\t') {
        Some("put a space here instead of the tab")
    } else if line.trim_start().starts_with("- [") && value.get(2..3) == Some("]") {
        Some("an item is written `- its text`, without a box: whether it is done is a project's to say")
    } else if value.starts_with(['@', '`', '%', '&', '*', '!', '>', '|', '?'])
        || is_closed('[', ']')
        || is_closed('{', '}')
        || value.starts_with("{{")
        || line.contains(": - ")
    {
        Some("a text that begins with this sign needs quotes")
    } else if value.contains(": ") {
        Some("a text with `: ` in it needs quotes")
    } else if value.starts_with('\'') && value.trim_end().len() > 1 && value.matches('\'').count() > 1 {
        Some("between single quotes a `'` is written `''`; or put the text between double quotes")
    } else if value.starts_with(['"', '\'']) {
        Some("is the closing quote missing?")
    } else if source[..at].rfind(['[', '{']) > source[..at].rfind([']', '}']) {
        Some(if value.starts_with(['[', '{']) { "is the closing `]` or `}` missing?" } else { "is a `]` or `}` missing before this line?" })
    } else if is_indented_more(source, line_start, line) {
        Some("is this line indented too far?")
    } else {
        None
    }
}

/// A line before `at`, or that of it, in which a sign is missing that would make it a key or the entry of a list: where the parser stops is further on.
pub(super) fn missing_sign(path: &SourcePath, source: &str, block: Span, at: usize) -> Option<Diagnostic> {
    let end = source[at..block.end].find('\n').map_or(block.end, |length| at + length);
    let is_there = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let line = source[block.start..end].rsplit('\n').filter(is_there).take(3).find(|line| !line.contains(':') || is_glued(line))?;
    let words = line.trim();
    let start = line.as_ptr().addr() - source.as_ptr().addr() + (line.len() - line.trim_start().len());
    let (length, message, help) = if is_glued(line) {
        (1, "not valid YAML: a space is missing after `-`".to_owned(), format!("write `- {}`", &words[1..]))
    } else {
        let word = words.split(' ').next().unwrap_or_default();
        let is_key =
            !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) && !word.starts_with('-');
        (is_key.then_some(word.len())?, format!("not valid YAML: a colon is missing after `{word}`"), format!("write `{word}:`"))
    };
    Some(Diagnostic::new(Code::FrontMatterSyntax, path, Span::new(start, start + length), message).help(help))
}

/// The entry of a list without the space after its `-`.
fn is_glued(line: &str) -> bool {
    line.trim_start()
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '[' | '{')))
}

/// The finding for an anchor, `&name`, that no alias repeats: to YAML the name is no part of the text.
pub(super) fn anchor(path: &SourcePath, source: &str, value: Span) -> Diagnostic {
    let span = property(source, value, '&');
    let name = &source[span.start..span.end];
    let message = format!("`{name}` is a name to YAML, by which nothing is repeated here, and no part of the text");
    Diagnostic::new(Code::BadValue, path, span, message).help("a text that begins with `&` needs quotes")
}

/// The word with that sign that stands before a value, an anchor or a tag; where the parser counts it to the value, it begins that.
fn property(source: &str, value: Span, sign: char) -> Span {
    // A line may hold very many values, and no such word is that long.
    let near = source.floor_char_boundary(value.start.saturating_sub(1_000));
    let start = match source[near..value.start].rfind(sign) {
        _ if source[value.start..].starts_with(sign) => value.start,
        Some(at) => near + at,
        None => value.start,
    };
    let length = source[start..].find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(source.len() - start);
    Span::new(start, start + length)
}

fn is_indented_more(source: &str, line_start: usize, line: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    source[..line_start].lines().rfind(|line| !line.trim().is_empty()).is_some_and(|before| indent(line) > indent(before))
}

/// The finding for front matter without any key: text between two lines across the page, or keys in another language.
pub(super) fn no_keys(path: &SourcePath, source: &str, span: Span, found: &str) -> Diagnostic {
    let first = source[span.start..span.end].lines().next().unwrap_or_default();
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let line = Span::new(span.start, span.start + first.trim_end().len());
    let key_before = |sign: char| first.split_once(sign).is_some_and(|(key, _)| is_key(key.trim_end()));
    let help = if key_before('=') {
        "`key = value` is TOML: write `key: value`, or put the keys between two lines `+++`"
    } else if key_before(':') {
        "a space is missing after the colon: `key: value`"
    } else if key_before(' ')
        && source[span.start..].lines().skip(1).take_while(|line| line.trim_end() != "---").any(|line| line.contains(": "))
    {
        "a colon is missing after the first word: `key: value`"
    } else {
        "write `key: value` lines between the two `---` lines; for a line across the page, leave the first line of the file empty"
    };
    Diagnostic::new(Code::FrontMatterSyntax, path, line, format!("front matter is {found}, not keys with values")).help(help)
}

/// The finding for a tag, which would change what a value is, or claim to bring it from elsewhere.
pub(super) fn tag(path: &SourcePath, source: &str, value: Span) -> Diagnostic {
    let span = property(source, value, '!');
    let tag = &source[span.start..span.end];
    Diagnostic::new(Code::BadValue, path, span, format!("tags such as `{tag}` are not read here"))
        .help("write the value itself; a text that begins with `!` needs quotes")
}

/// The finding for `#` right before a word after a value that ends at `from`: a remark to YAML, and the rest of the text to most authors. A remark
/// proper has a space after its `#`.
pub(super) fn cut_off(path: &SourcePath, source: &str, from: usize) -> Option<Diagnostic> {
    let rest = source.get(from..)?;
    let remark = rest.trim_start_matches([' ', '\t']);
    // The end of the line is looked for only behind a remark: a line may hold very many values.
    let is_glued = remark.strip_prefix('#')?.starts_with(|c: char| c.is_alphanumeric());
    let start = from + rest.len() - remark.len();
    let remark = remark.lines().next()?.trim_end();
    (is_glued && start > from).then(|| {
        Diagnostic::new(
            Code::BadValue,
            path,
            Span::new(start, start + remark.len()),
            format!("the value ends before `{remark}`, which is a remark to YAML"),
        )
        .help("put all of the text in quotes, or a space after `#` if it is a remark")
    })
}
