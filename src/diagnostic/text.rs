//! Findings as annotated source for the terminal. Not done here: where it is printed, and whether in colour.

use std::borrow::Cow;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::position::line_column;
use super::{Diagnostic, Label, Severity, Span};
use crate::path::SourcePath;

/// Excerpts never show lines longer than this many bytes around the fault, so that a minified line does not fill the screen.
const LONGEST_LINE: usize = 2_000;

/// Places of one file that are as many bytes apart are shown one after the other, not as one excerpt.
const FAR: usize = 50_000;

/// Gives the text of a file of the book, for excerpts; `None` for a file that is no text.
pub type Texts<'s, 't> = &'t dyn Fn(&SourcePath) -> Option<&'s str>;

/// One finding with an excerpt, the place underlined, and help; ends with a line break. ANSI colours are in it: strip them where not wanted.
pub fn render(diagnostic: &Diagnostic, texts: Texts<'_, '_>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let place = excerpt(&diagnostic.place, texts);
    let related = || diagnostic.related.iter().filter_map(|other| Some((other, excerpt(other, texts)?)));
    let is_near = |other: &Label, span: Span| {
        other.path == diagnostic.place.path && place.is_some_and(|(_, place)| span.start.abs_diff(place.start) < FAR)
    };
    if let Some((text, span)) = place {
        let here = related().filter(|(other, (_, span))| is_near(other, *span)).map(|(other, (_, span))| (other, span));
        let shown = [(&diagnostic.place, span)].into_iter().chain(here).collect::<Vec<_>>();
        group = group.element(snippet(text, &shown, AnnotationKind::Primary));
    } else {
        group = group.element(Element::Origin(Origin::path(shown(&diagnostic.place.path))));
    }
    for (other, (text, span)) in related().filter(|(other, (_, span))| !is_near(other, *span)) {
        group = group.element(snippet(text, &[(other, span)], AnnotationKind::Context));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut text = Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group]);
    text.push_str("\n\n");
    text
}

/// "3 errors, 1 warning".
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity, word: &str| {
        let n = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        (n > 0).then(|| format!("{n} {word}{}", if n == 1 { "" } else { "s" }))
    };
    let parts: Vec<String> = [count(Severity::Error, "error"), count(Severity::Warning, "warning")].into_iter().flatten().collect();
    if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") }
}

/// `path:line:column code`, as tests and editors like it.
pub fn short(diagnostic: &Diagnostic, texts: Texts<'_, '_>) -> String {
    let path = &diagnostic.place.path;
    match (diagnostic.place.span, texts(path)) {
        (Some(span), Some(text)) => {
            let (line, column) = line_column(text, span.start);
            format!("{path}:{line}:{column} {}", diagnostic.code.name())
        }
        _ => format!("{path} {}", diagnostic.code.name()),
    }
}

/// The lines of a text that have something to show, the first place as a `kind` of its own. Only these lines are given to the renderer, which
/// goes over all that it is given: with thousands of findings in a long file that would be felt.
fn snippet<'d>(text: &'d str, places: &[(&'d Label, Span)], kind: AnnotationKind) -> Snippet<'d, Annotation<'d>> {
    let first = places.iter().map(|(_, span)| span.start).min().unwrap_or(0);
    let last = places.iter().map(|(_, span)| span.end).max().unwrap_or(0);
    let start = text[..first].rfind('\n').map_or(0, |line_break| line_break + 1);
    let end = text[last..].find('\n').map_or(text.len(), |line_break| last + line_break + 1);
    let line = 1 + text[..start].bytes().filter(|byte| *byte == b'\n').count();
    let path = places.first().map_or(Cow::Borrowed(""), |(label, _)| shown(&label.path));
    let kinds = std::iter::once(kind).chain(std::iter::repeat(AnnotationKind::Context));
    let annotations =
        places.iter().zip(kinds).map(|((place, span), kind)| kind.span(span.start - start..span.end - start).label(label(place)));
    Snippet::source(&text[start..end]).line_start(line).path(path).annotations(annotations)
}

/// A path on one line: a name may hold line breaks, after which anything could seem to be said by us.
fn shown(path: &SourcePath) -> Cow<'_, str> {
    if path.as_str().contains(char::is_control) {
        return path.as_str().replace(char::is_control, "\u{fffd}").into();
    }
    path.as_str().into()
}

fn label(label: &Label) -> Option<&str> {
    Some(label.text.as_str()).filter(|text| !text.is_empty())
}

/// The text to show and the place in it; without the text of a line too long to be read.
fn excerpt<'s>(label: &Label, texts: Texts<'s, '_>) -> Option<(&'s str, Span)> {
    let (text, span) = (texts(&label.path)?, label.span?);
    let end = span.end.min(text.len());
    if !text.is_char_boundary(span.start.min(end)) || !text.is_char_boundary(end) {
        return None;
    }
    let line_start = text[..span.start.min(end)].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    if line_end - line_start > LONGEST_LINE {
        return None;
    }
    Some((text, Span::new(span.start.min(end), end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn the_name_of_a_file_stays_on_its_line() {
        let path = SourcePath::new("content/a\nerror: b\r.md");
        let on_file = Diagnostic::on_file(Code::UnreadableFile, &path, "this file can't be read");
        let at_place = Diagnostic::new(Code::BadValue, &path, Span::new(0, 1), "no");
        for finding in [on_file, at_place] {
            let text = render(&finding, &|_| Some("text\n"));
            assert!(text.contains("content/a\u{fffd}error: b\u{fffd}.md"), "{text}");
        }
    }
}
