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
        ("invalid indentation in quoted scalar", "a text in quotes goes on in a line that is not indented"),
    ];
    words.into_iter().find(|(said, _)| info.contains(said)).map_or(info, |(_, plain)| plain)
}

/// What the author may have meant where the parser stopped.
pub(super) fn hint(source: &str, at: usize) -> Option<&'static str> {
    let line_start = source[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = source[line_start..].lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start_matches(['-', ' ']);
    if source[..at].ends_with('\t') {
        Some("put a space here instead of the tab")
    } else if value.starts_with("[ ]") || value.starts_with("[x]") || value.starts_with("[X]") {
        Some("an item is written `- its text`, without a box: whether it is done is a project's to say")
    } else if value.starts_with(['@', '`', '%', '&', '*', '!', '[', '{']) && !value.trim_end().ends_with([']', '}'])
        || value.starts_with("{{")
    {
        Some("a text that begins with this sign needs quotes")
    } else if value.contains(": ") {
        Some("a text with `: ` in it needs quotes")
    } else if value.starts_with(['"', '\'']) {
        Some("is the closing quote missing?")
    } else if source[..at].rfind(['[', '{']) > source[..at].rfind([']', '}']) {
        Some("is a `]` or `}` missing before this line?")
    } else if is_indented_more(source, line_start, line) {
        Some("is this line indented too far?")
    } else {
        None
    }
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
    } else {
        "write `key: value` lines between the two `---` lines; for a line across the page, leave the first line of the file empty"
    };
    Diagnostic::new(Code::FrontMatterSyntax, path, line, format!("front matter is {found}, not keys with values")).help(help)
}

/// The finding for a tag, which would change what a value is, or claim to bring it from elsewhere.
pub(super) fn tag(path: &SourcePath, source: &str, value: Span) -> Diagnostic {
    let line_start = source[..value.end].rfind('\n').map_or(0, |n| n + 1).min(value.start);
    let start = source[line_start..value.end].find('!').map_or(value.start, |at| line_start + at);
    let length = source[start..].find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(source.len() - start);
    let tag = &source[start..start + length];
    Diagnostic::new(Code::BadValue, path, Span::new(start, start + length), format!("tags such as `{tag}` are not read here"))
        .help("write the value itself; a text that begins with `!` needs quotes")
}

/// The finding for `#` right before a word after a value that ends at `from`: a remark to YAML, and the rest of the text to most authors. A remark
/// proper has a space after its `#`.
pub(super) fn cut_off(path: &SourcePath, source: &str, from: usize) -> Option<Diagnostic> {
    let rest = source.get(from..)?.lines().next()?;
    let remark = rest.trim_start_matches([' ', '\t']);
    let is_glued = remark.strip_prefix('#')?.starts_with(|c: char| c.is_alphanumeric());
    let start = from + rest.len() - remark.len();
    let remark = remark.trim_end();
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
