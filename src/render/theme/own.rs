//! What a book's own theme says in vain, or against the built-in templates, and Tera does not look for. Not done here: what Tera finds
//! ([`super::faults`]).

use std::collections::{BTreeMap, BTreeSet};

use super::{BUILT_IN, TEMPLATES, Templates};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::path::SourcePath;
use crate::render::parts::{Component, Parts};
use crate::source::Sources;

/// Files of a theme that are used for nothing.
pub(super) fn misplaced(sources: &Sources) -> Vec<Diagnostic> {
    sources.theme.iter().filter_map(|(inside, file)| useless(inside, &file.path)).collect()
}

/// A file that is neither a template nor copied. What stands at the top and tells of the theme may be there.
fn useless(inside: &str, path: &SourcePath) -> Option<Diagnostic> {
    let (folder, name) = inside.split_once('/').unwrap_or(("", inside));
    if let Some(name) = inside.strip_prefix(TEMPLATES).and_then(|name| name.strip_prefix(BUILT_IN)) {
        let message = format!("`{inside}` is not used: `{BUILT_IN}` begins the names of the built-in templates");
        return Some(Diagnostic::on_file(Code::Template, path, message).help(format!("did you mean `{TEMPLATES}{name}`?")));
    }
    let meant = match folder {
        "templates" | "static" | "locales" => return None,
        "" if !name.contains('.') || name.ends_with(".md") || name.ends_with(".txt") => return None,
        "" if name.ends_with(".html") => Some("templates"),
        "" => Some("static"),
        folder => nearest(folder, ["templates", "static", "locales"]),
    };
    let finding =
        Diagnostic::on_file(Code::Template, path, format!("`{inside}` is not used: it is neither in `templates/` nor in `static/`"));
    Some(match meant {
        Some(meant) => finding.help(format!("did you mean `{meant}/{name}`?")),
        None => finding.help("templates stand in `templates/`, words in `locales/`, all that is copied as it is in `static/`"),
    })
}

/// Components of the book that take the place of a built-in one and can't be used as that one is.
pub(super) fn arguments(templates: &Templates) -> Vec<Diagnostic> {
    if !has_own(templates) {
        return Vec::new();
    }
    let (mut originals, mut own) = (BTreeMap::new(), Vec::new());
    for (name, template) in templates {
        for component in Parts::of(&template.text).components {
            match name.starts_with(BUILT_IN) {
                true => drop(originals.insert(component.part.name.clone(), component)),
                false => own.push((&template.path, component)),
            }
        }
    }
    let finding = |(path, own): (&SourcePath, Component)| {
        let original = originals.get(&own.part.name)?;
        let why = misfit(&own, original)?;
        let message = format!("the built-in `{}` is used otherwise: {why}", own.part.name);
        let taken: Vec<&str> = original.arguments.iter().map(|argument| argument.text.as_str()).collect();
        let finding = Diagnostic::new(Code::Template, path, own.part.span, message);
        Some(finding.help(format!("the built-in one is `{}({})`", own.part.name, taken.join(", "))))
    };
    own.into_iter().filter_map(finding).collect()
}

/// True for a book with templates of its own; most have none, and the built-in ones need not be looked through then.
fn has_own(templates: &Templates) -> bool {
    templates.keys().any(|name| !name.starts_with(BUILT_IN))
}

/// Why a component can't stand where the original is used.
fn misfit(own: &Component, original: &Component) -> Option<String> {
    let lacks = original.arguments.iter().find(|taken| !own.takes_any && own.arguments.iter().all(|there| there.name != taken.name));
    let asks = own.arguments.iter().find(|asked| asked.required && original.arguments.iter().all(|there| there.name != asked.name));
    match (lacks, asks) {
        (Some(lacks), _) => Some(format!("it is given `{}`, which this one does not take", lacks.name)),
        (None, Some(asks)) => Some(format!("it is not given `{}`, which this one can't do without", asks.name)),
        (None, None) => None,
    }
}

/// Components of the book that no template uses: most often a slip in the name of the built-in one that was meant.
pub(super) fn unused(templates: &Templates) -> Vec<Diagnostic> {
    if !has_own(templates) {
        return Vec::new();
    }
    let parts: Vec<(&str, &SourcePath, Parts)> =
        templates.iter().map(|(name, template)| (name.as_str(), &template.path, Parts::of(&template.text))).collect();
    let used: BTreeSet<&String> = parts.iter().flat_map(|(_, _, parts)| &parts.calls).collect();
    let known = || parts.iter().filter(|(name, ..)| name.starts_with(BUILT_IN)).flat_map(|(_, _, parts)| &parts.components);
    let own = parts.iter().filter(|(name, ..)| !name.starts_with(BUILT_IN));
    let unused = own.flat_map(|(_, path, parts)| parts.components.iter().map(move |component| (*path, &component.part)));
    let finding = |(path, part): (&SourcePath, &crate::render::parts::Part)| {
        let finding = Diagnostic::new(Code::UnusedComponent, path, part.span, format!("no template uses the component `{}`", part.name));
        match nearest(&part.name, known().map(|component| component.part.name.as_str())) {
            Some(name) => finding.help(format!("did you mean `{name}`?")),
            None => finding.help("`rollbook theme list` shows the components that can be replaced"),
        }
    };
    // A built-in one that nothing uses may be replaced all the same.
    unused.filter(|(_, part)| !used.contains(&part.name) && known().all(|there| there.part.name != part.name)).map(finding).collect()
}
