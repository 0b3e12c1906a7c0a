//! What the messages of a book say of one another: a message, a term or a function that is not there, and a message that says itself. Not done here:
//! the values that a message is given ([`super::own`]).

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::LocaleFile;
use super::own::{language, place, read};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::{Sources, ThemeFile, built_in};

/// What can be said, `key`, `key.attribute` or `-term`, with what it says of others.
type Said<'f> = BTreeMap<String, Vec<Reference<'f>>>;

/// A name in a message that stands for something else.
struct Reference<'f> {
    /// What it stands for, a key of [`Said`].
    to: String,
    /// The name as it is written.
    name: &'f str,
    /// True for a function.
    is_function: bool,
}

/// The faults in the book's own locale files, in all languages.
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let own = sources.theme.iter().filter(|(_, file)| file.is_own());
    own.flat_map(|(inside, file)| language(inside).map(|language| of_file(sources, inside, language, file)).unwrap_or_default()).collect()
}

/// A message is looked up in the files of its own language only, so English does not help out here.
fn of_file(sources: &Sources, inside: &str, language: &str, file: &ThemeFile) -> Vec<Diagnostic> {
    let primary = format!("locales/{}.ftl", language.split('-').next().unwrap_or_default());
    let names = [primary.as_str(), inside].into_iter().skip(usize::from(primary == inside));
    let texts = names.flat_map(|inside| {
        let own = sources.theme.get(inside).and_then(|file| Some(file.text()?.to_string()));
        [built_in(inside), own].into_iter().flatten()
    });
    let files: Vec<LocaleFile> = texts.map(|text| read(&text)).collect();
    let mut said = Said::new();
    files.iter().for_each(|file| gather(file, &mut said));
    let Some(here) = files.last() else { return Vec::new() };
    let mut own = Said::new();
    gather(here, &mut own);
    let faults = own.iter().flat_map(|(from, references)| references.iter().filter_map(|reference| fault(&said, from, reference)));
    let finding = |(name, message, help): (&str, String, String)| {
        Diagnostic::new(Code::LocaleSyntax, &file.path, place(here.text(), name), message).help(help)
    };
    faults.map(finding).collect()
}

/// The name that is wrong, what is wrong with it, and what helps.
fn fault<'f>(said: &Said<'_>, from: &str, reference: &Reference<'f>) -> Option<(&'f str, String, String)> {
    let Reference { to, name, is_function } = reference;
    if *is_function {
        return Some((name, format!("there is no function `{name}`"), "numbers and texts stand in a message as `{ $name }`".to_owned()));
    }
    if !said.contains_key(to) {
        let what = if to.starts_with('-') { "term" } else { "message" };
        let help = nearest(to, said.keys().map(String::as_str)).map(|meant| format!("did you mean `{{ {meant} }}`?"));
        let help = help.unwrap_or_else(|| "a message can say what the files of its own language have; a value is `{ $name }`".to_owned());
        return Some((name, format!("there is no {what} `{to}` in this language"), help));
    }
    leads(said, to, from)
        .then(|| (*name, format!("`{from}` says itself here, so it can never be said"), "write out what it says".to_owned()))
}

/// True when what one says comes to the other in the end.
fn leads(said: &Said<'_>, one: &str, other: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![one]);
    while let Some(name) = next.pop() {
        if name == other {
            return true;
        }
        if seen.insert(name) {
            next.extend(said.get(name).into_iter().flatten().map(|reference| reference.to.as_str()));
        }
    }
    false
}

/// A later message takes the place of an earlier one, with all its attributes.
fn gather<'f>(file: &'f LocaleFile, said: &mut Said<'f>) {
    for entry in file.resource.entries() {
        let (name, value, attributes): (String, Option<&Pattern<&str>>, &[Attribute<&str>]) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        said.retain(|there, _| there.split('.').next() != Some(&name));
        said.extend(attributes.iter().map(|attribute| (format!("{name}.{}", attribute.id.name), of_pattern(&attribute.value))));
        said.extend(value.map(|value| (name, of_pattern(value))));
    }
}

fn of_pattern<'f>(pattern: &Pattern<&'f str>) -> Vec<Reference<'f>> {
    let mut found = Vec::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern<'f>(pattern: &Pattern<&'f str>, found: &mut Vec<Reference<'f>>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression<'f>(expression: &Expression<&'f str>, found: &mut Vec<Reference<'f>>) {
    match expression {
        Expression::Inline(value) => in_value(value, found),
        Expression::Select { selector, variants } => {
            in_value(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_value<'f>(value: &InlineExpression<&'f str>, found: &mut Vec<Reference<'f>>) {
    let of = |sign: &str, name: &str, attribute: Option<&str>| match attribute {
        Some(attribute) => format!("{sign}{name}.{attribute}"),
        None => format!("{sign}{name}"),
    };
    let mut refer = |to, name, is_function| found.push(Reference { to, name, is_function });
    let given: Option<&CallArguments<&str>> = match value {
        InlineExpression::MessageReference { id, attribute } => {
            refer(of("", id.name, attribute.as_ref().map(|attribute| attribute.name)), id.name, false);
            None
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            refer(of("-", id.name, attribute.as_ref().map(|attribute| attribute.name)), id.name, false);
            arguments.as_ref()
        }
        InlineExpression::FunctionReference { id, arguments } => {
            refer(id.name.to_owned(), id.name, true);
            Some(arguments)
        }
        InlineExpression::Placeable { expression } => {
            in_expression(expression, found);
            None
        }
        _ => None,
    };
    given.into_iter().flat_map(|given| &given.positional).for_each(|value| in_value(value, found));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a book with these words of its own: the part of the text, the message and the help.
    fn found(fixture: &str) -> Vec<String> {
        let sources = Sources::from_fixture(fixture);
        let shown = |finding: &Diagnostic| {
            let span = finding.place.span.unwrap_or(crate::diagnostic::Span::new(0, 0));
            let part = &sources.text(&finding.place.path).unwrap()[span.start..span.end];
            format!("{} «{part}» {}; {}", finding.place.path, finding.message, finding.help.as_deref().unwrap_or_default())
        };
        check(&sources).iter().map(shown).collect()
    }

    #[test]
    fn what_is_nowhere_is_found_where_it_is_named() {
        let own = "menu = { missing } { -term } { nxt }\nnext = { $n ->\n    [one] { NUMBER($n) }\n   *[other] { menu.label }\n  }\n";
        let rest = "a message can say what the files of its own language have; a value is `{ $name }`";
        assert_eq!(
            found(&format!("-- themes/default/locales/en.ftl --\n{own}")),
            [
                format!("themes/default/locales/en.ftl «missing» there is no message `missing` in this language; {rest}"),
                format!("themes/default/locales/en.ftl «term» there is no term `-term` in this language; {rest}"),
                "themes/default/locales/en.ftl «nxt» there is no message `nxt` in this language; did you mean `{ next }`?".to_owned(),
                "themes/default/locales/en.ftl «NUMBER» there is no function `NUMBER`; numbers and texts stand in a message as `{ $name }`"
                    .to_owned(),
                "themes/default/locales/en.ftl «menu» there is no message `menu.label` in this language; did you mean `{ menu }`?"
                    .to_owned(),
            ]
        );
    }

    #[test]
    fn messages_that_say_one_another_in_a_circle_are_found() {
        let own = "search = { a-z-title }\na-z-title = { search }\nmenu = { menu }\nnext = { search }\n-t = { -t }\n";
        let said = |part: &str, from: &str| {
            format!("themes/default/locales/de.ftl «{part}» `{from}` says itself here, so it can never be said; write out what it says")
        };
        assert_eq!(
            found(&format!("-- themes/default/locales/de.ftl --\n{own}")),
            [said("t", "-t"), said("search", "a-z-title"), said("menu", "menu"), said("a-z-title", "search")]
        );
    }

    #[test]
    fn what_another_file_of_the_language_has_may_be_said() {
        let region = "-- themes/default/locales/de-AT.ftl --\nmenu = { next } { -term(case: \"x\") } { home.label }\n";
        let language = "-- themes/default/locales/de.ftl --\n-term = T { $case }\nhome = H\n    .label = L { next }\n";
        assert_eq!(found(&format!("{region}{language}")), Vec::<String>::new());
        // Dutch has no words but its own.
        assert_eq!(found("-- themes/default/locales/nl.ftl --\nmenu = { next }\n").len(), 1);
    }
}
