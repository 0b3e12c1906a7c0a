//! What Tera says about templates, as findings with places. Not done here: what Tera does not look for ([`super::own`]).

use std::io;

use tera::ErrorKind;

use super::{BUILT_IN, LARGEST_PAGE, Template, Templates};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::path::SourcePath;
use crate::render::parts::Parts;

/// Why the templates could not be compiled: everything of the same sort, for Tera reads each before it looks at what they refer to.
pub(super) fn all(error: &tera::Error, templates: &Templates) -> Vec<Diagnostic> {
    let found: Vec<Diagnostic> = match error.kind() {
        // Of those that can't be read Tera names the first only.
        ErrorKind::SyntaxError(_) => {
            let alone = templates.iter().filter_map(|(name, template)| tera::Tera::new().add_raw_template(name, &template.text).err());
            alone.filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_))).map(|error| one(&error, templates, None)).collect()
        }
        ErrorKind::Msg(reports) => {
            let reported = reported(reports, templates);
            if reported.is_empty() { twice(reports, templates) } else { reported }
        }
        _ => Vec::new(),
    };
    if found.is_empty() { vec![one(error, templates, None)] } else { found }
}

/// An error as a finding; `template` is the one that was rendered.
pub(super) fn one(error: &tera::Error, templates: &Templates, template: Option<&str>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            let message = first_line(report.message());
            let help = meant_field(&message);
            Diagnostic { help, ..at(templates, report.filename(), Span::new(range.start, range.end), message) }
        }
        ErrorKind::Io(io::ErrorKind::FileTooLarge) => {
            let message = format!("the page is larger than {} MB", LARGEST_PAGE >> 20);
            Diagnostic::on_file(Code::Template, &path(templates, template.unwrap_or_default()), message)
                .help("look for a loop within a loop")
        }
        // Such errors have no place within a template.
        kind => {
            let text = error.to_string();
            let named = match kind {
                ErrorKind::MissingParent { current: name, .. }
                | ErrorKind::CircularExtend { tpl: name, .. }
                | ErrorKind::CircularInclude { tpl: name, .. } => Some(name.as_str()),
                _ => templates.keys().find(|name| text.contains(&format!("`{name}`"))).map(String::as_str),
            };
            let named = template.or(named);
            let finding = Diagnostic::on_file(Code::Template, &path(templates, named.unwrap_or_default()), first_line(&text));
            match (kind, named.and_then(|name| extends_itself(templates, name))) {
                (ErrorKind::CircularExtend { .. }, Some((span, name))) => {
                    Diagnostic::new(Code::Template, &finding.place.path, span, finding.message)
                        .help(format!("the built-in one is `{BUILT_IN}{name}`"))
                }
                _ => finding,
            }
        }
    }
}

/// A finding in a template. What the book has replaced is not there to be shown, so a fault in it is told of the file that took its place.
fn at(templates: &Templates, name: &str, span: Span, message: String) -> Diagnostic {
    let path = path(templates, name);
    match name.strip_prefix(BUILT_IN).filter(|own| templates.contains_key(*own)).and_then(|_| templates.get(name)) {
        Some(original) => {
            let line = 1 + original.text[..span.start.min(original.text.len())].matches('\n').count();
            Diagnostic::on_file(Code::Template, &path, format!("in line {line} of the built-in `{name}`: {message}"))
        }
        None => Diagnostic::new(Code::Template, &path, span, message),
    }
}

fn path(templates: &Templates, name: &str) -> SourcePath {
    let template = templates.get(name).or_else(|| templates.get(&format!("{BUILT_IN}{name}")));
    template.map_or_else(|| SourcePath::new("themes/default/templates"), |template| template.path.clone())
}

/// Where a template names itself as its parent, and its name.
fn extends_itself<'t>(templates: &'t Templates, name: &'t str) -> Option<(Span, &'t str)> {
    let text = &templates.get(name)?.text;
    let parent = Parts::of(text).extends.filter(|parent| parent == name)?;
    let said = text.find("extends")?;
    let start = said + text[said..].find(&parent)?;
    Some((Span::new(start, start + parent.len()), name))
}

/// What Tera finds between templates: one text, in which each finding is a line `error: MESSAGE` and a line ` --> NAME:LINE:COLUMN`.
fn reported(reports: &str, templates: &Templates) -> Vec<Diagnostic> {
    let lines: Vec<&str> = reports.lines().collect();
    let finding = |pair: &[&str]| {
        let message = pair[0].strip_prefix("error: ")?;
        let mut place = pair[1].trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line, name) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
        let span = word_at(&templates.get(name)?.text, line, column);
        let help = meant_part(message, templates, name);
        Some(Diagnostic { help, ..at(templates, name, span, message.to_owned()) })
    };
    lines.windows(2).filter_map(finding).collect()
}

/// "Component `x` is defined in both `a` and `b`": at both places.
fn twice(text: &str, templates: &Templates) -> Vec<Diagnostic> {
    let mut quoted = text.split('`').skip(1).step_by(2);
    let (Some(component), true) = (quoted.next(), text.contains(" is defined in both ")) else { return Vec::new() };
    let finding = |name: &str| {
        let template = templates.get(name)?;
        let found = Parts::of(&template.text).components.into_iter().find(|there| there.part.name == component)?;
        Some(at(templates, name, found.part.span, first_line(text)))
    };
    quoted.filter_map(finding).collect()
}

/// The word, or other sign, at a line and column, both from 1.
fn word_at(text: &str, line: usize, column: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let start = text[start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at);
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = text[start..].find(|c| !word(c)).unwrap_or(text.len() - start);
    let sign = text[start..].chars().next().map_or(0, char::len_utf8);
    let end = start + length.max(sign);
    Span::new(start, end)
}

/// "did you mean", for a block that no parent has, and for a component or template that is not there.
fn meant_part(message: &str, templates: &Templates, name: &str) -> Option<String> {
    let word = message.split('`').nth(1)?;
    let known: Vec<String> = match message.split(" `").next()? {
        "Block" => blocks_above(templates, name),
        "Unknown component" => {
            templates.values().flat_map(|template| Parts::of(&template.text).components).map(|component| component.part.name).collect()
        }
        "Unknown template" => templates.keys().cloned().collect(),
        _ => return None,
    };
    nearest(word, known.iter().map(String::as_str)).map(|name| format!("did you mean `{name}`?"))
}

/// The blocks of all templates that one extends.
fn blocks_above(templates: &Templates, name: &str) -> Vec<String> {
    let find = |name: &str| templates.get_key_value(name).or_else(|| templates.get_key_value(&format!("{BUILT_IN}{name}")));
    let parents: Vec<&Template> = std::iter::successors(find(name), |(_, template)| find(&Parts::of(&template.text).extends?))
        .skip(1)
        .take(templates.len())
        .map(|(_, template)| template)
        .collect();
    parents.iter().flat_map(|parent| Parts::of(&parent.text).blocks).map(|block| block.name).collect()
}

/// "did you mean", for Tera's "Field `a` is not defined. Available fields: b, c".
fn meant_field(message: &str) -> Option<String> {
    let (field, known) = message.split_once(". Available fields: ")?;
    let field = field.split('`').nth(1)?;
    nearest(field, known.split(", ")).map(|name| format!("did you mean `{name}`?"))
}

fn first_line(text: &str) -> String {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_end_matches('.').to_owned()
}
