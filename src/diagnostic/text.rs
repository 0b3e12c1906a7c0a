//! Findings as annotated source for the terminal. Not done here: where it is printed, and whether in colour.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::position::line_column;
use super::{Diagnostic, Label, Severity, Span};
use crate::path::SourcePath;

/// Excerpts never show lines longer than this many bytes around the fault, so that a minified line does not fill the screen.
const LONGEST_LINE: usize = 2_000;

/// Gives the text of a file of the book, for excerpts; `None` for a file that is no text.
pub type Texts<'s, 't> = &'t dyn Fn(&SourcePath) -> Option<&'s str>;

/// One finding with an excerpt, the place underlined, and help; ends with a line break. ANSI colours are in it: strip them where not wanted.
pub fn render(diagnostic: &Diagnostic, texts: Texts<'_, '_>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.name());
    let mut group = match excerpt(&diagnostic.place, texts) {
        Some((text, span)) => {
            let primary = AnnotationKind::Primary.span(span.start..span.end).label(label(&diagnostic.place));
            let mut snippet = Snippet::source(text).path(diagnostic.place.path.as_str()).annotation(primary);
            let here = diagnostic.related.iter().filter(|label| label.path == diagnostic.place.path);
            for (other, span) in here.filter_map(|other| Some((other, other.span?))) {
                snippet = snippet.annotation(AnnotationKind::Context.span(span.start..span.end).label(label(other)));
            }
            Group::with_title(title).element(snippet)
        }
        None => Group::with_title(title).element(Element::Origin(Origin::path(diagnostic.place.path.as_str()))),
    };
    for other in diagnostic.related.iter().filter(|label| label.path != diagnostic.place.path) {
        if let Some((text, span)) = excerpt(other, texts) {
            let context = AnnotationKind::Context.span(span.start..span.end).label(label(other));
            group = group.element(Snippet::source(text).path(other.path.as_str()).annotation(context));
        }
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

fn label(label: &Label) -> Option<&str> {
    Some(label.text.as_str()).filter(|text| !text.is_empty())
}

/// The text to show and the place in it; without the text of a line too long to be read.
fn excerpt<'s>(label: &Label, texts: Texts<'s, '_>) -> Option<(&'s str, Span)> {
    let (text, span) = (texts(&label.path)?, label.span?);
    let end = span.end.min(text.len());
    let line_start = text[..span.start.min(end)].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    if line_end - line_start > LONGEST_LINE {
        return None;
    }
    Some((text, Span::new(span.start.min(end), end)))
}
