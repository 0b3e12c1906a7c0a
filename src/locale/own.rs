//! The words that a book changes, against those of the theme: a key that nothing says, a value that the message is not given. Not done here: what
//! is no message at all, and what a language lacks ([`super::file`]).

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{ENGLISH, LocaleFile, references};
use crate::diagnostic::{Code, Diagnostic, Span, nearest};
use crate::source::{Sources, ThemeFile, built_in};

/// The values that stand in each message of a file, with their places; a message is known by its key, of which there is the place too.
pub(super) type Messages<'f> = BTreeMap<&'f str, (Span, BTreeMap<&'f str, Span>)>;

/// What the book's own locale files say in vain or can't say, in all languages.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    let english = read(&built_in(&file_name(ENGLISH)).unwrap_or_default());
    let known = messages(&english);
    let templates: Vec<&str> = (sources.theme.iter())
        .filter(|(inside, file)| inside.starts_with("templates/") && file.is_own())
        .filter_map(|(_, file)| file.text().map(AsRef::as_ref))
        .collect();
    let is_said = |key: &str| templates.iter().any(|text| ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}{key}{quote}"))));
    let mut found = Vec::new();
    for (inside, file) in &sources.theme {
        let (Some(_), true, Some(text)) = (language(inside), file.is_own(), file.text()) else { continue };
        let own = read(text);
        for (key, (span, values)) in messages(&own) {
            match known.get(key) {
                Some((_, given)) => found.extend(values.iter().filter_map(|(value, span)| unknown_value(file, key, value, *span, given))),
                None if is_said(key) => {}
                None => found.push(unknown_key(file, key, span, known.keys().copied())),
            }
        }
    }
    found.extend(references::check(sources));
    found
}

fn unknown_key<'k>(file: &ThemeFile, key: &str, span: Span, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let message = format!("nothing says the word `{key}`: neither the theme nor a template of the book");
    let finding = Diagnostic::new(Code::UnknownWord, &file.path, span, message);
    match nearest(key, known) {
        Some(meant) => finding.help(format!("did you mean `{meant}`?")),
        None => finding.help("a template says it by `{{ \"key\" | t }}`"),
    }
}

fn unknown_value(file: &ThemeFile, key: &str, value: &str, span: Span, given: &BTreeMap<&str, Span>) -> Option<Diagnostic> {
    if given.contains_key(value) {
        return None;
    }
    let finding = Diagnostic::new(Code::UnknownWord, &file.path, span, format!("the message `{key}` is not given `{value}`"));
    let names: Vec<String> = given.keys().map(|name| format!("`{{ ${name} }}`")).collect();
    Some(match (nearest(value, given.keys().copied()), names.is_empty()) {
        (Some(meant), _) => finding.help(format!("did you mean `{{ ${meant} }}`?")),
        (None, true) => finding.help("it is given no value"),
        (None, false) => finding.help(format!("it is given {}", names.join(", "))),
    })
}

/// The language of a locale file, by its path in the theme.
pub(super) fn language(inside: &str) -> Option<&str> {
    inside.strip_prefix("locales/")?.strip_suffix(".ftl")
}

fn file_name(language: &str) -> String {
    format!("locales/{language}.ftl")
}

pub(super) fn read(text: &str) -> LocaleFile {
    LocaleFile::parse(ENGLISH, text).0
}

/// The messages of a file. The last one of a key counts, as it does on the site.
pub(super) fn messages(file: &LocaleFile) -> Messages<'_> {
    let mut found = BTreeMap::new();
    for entry in file.resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let mut values = BTreeMap::new();
        gather(file.text(), pattern, &mut values);
        found.insert(message.id.name, (place(file.text(), message.id.name), values));
    }
    found
}

fn gather<'f>(text: &str, pattern: &Pattern<&'f str>, values: &mut BTreeMap<&'f str, Span>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        inner(text, expression, values);
    }
}

fn inner<'f>(text: &str, expression: &Expression<&'f str>, values: &mut BTreeMap<&'f str, Span>) {
    match expression {
        Expression::Inline(value) => inline(text, value, values),
        Expression::Select { selector, variants } => {
            inline(text, selector, values);
            variants.iter().for_each(|variant| gather(text, &variant.value, values));
        }
    }
}

fn inline<'f>(text: &str, expression: &InlineExpression<&'f str>, values: &mut BTreeMap<&'f str, Span>) {
    match expression {
        InlineExpression::VariableReference { id } => drop(values.entry(id.name).or_insert_with(|| place(text, id.name))),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline(text, argument, values));
        }
        InlineExpression::Placeable { expression } => inner(text, expression, values),
        _ => {}
    }
}

/// Where a part of a text stands in it.
pub(super) fn place(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::new(start, start + part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a book of these files: the part of the text, the message and the help.
    fn found(fixture: &str) -> Vec<String> {
        let sources = Sources::from_fixture(fixture);
        let shown = |finding: &Diagnostic| {
            let span = finding.place.span.unwrap();
            let part = &sources.text(&finding.place.path).unwrap()[span.start..span.end];
            format!("{} «{part}» {}; {}", finding.place.path, finding.message, finding.help.as_deref().unwrap_or_default())
        };
        check(&sources).iter().map(shown).collect()
    }

    #[test]
    fn a_key_that_nothing_says_is_found_in_every_language() {
        assert_eq!(
            found("-- themes/default/locales/de.ftl --\nnexst = Los\nmenu = Inhalt\n-- themes/default/locales/nl.ftl --\nzzz = Z\n"),
            [
                "themes/default/locales/de.ftl «nexst» nothing says the word `nexst`: neither the theme nor a template of the book; did you mean `next`?",
                "themes/default/locales/nl.ftl «zzz» nothing says the word `zzz`: neither the theme nor a template of the book; a template says it by `{{ \"key\" | t }}`",
            ]
        );
    }

    #[test]
    fn a_word_that_a_template_of_the_book_says_is_known() {
        let own = "-- themes/default/locales/en.ftl --\ncontact = Ask us\n-- themes/default/templates/own.html --\n{{ 'contact' | t }}\n";
        assert_eq!(found(own), Vec::<String>::new());
    }

    #[test]
    fn a_value_that_a_message_is_not_given_is_found_where_it_stands() {
        let own = "-- themes/default/locales/en.ftl --\nin-days =\n    { $days ->\n        [one] soon\n       *[other] in { $day } days\n    }\nmenu = { $n } pages\n";
        assert_eq!(
            found(own),
            [
                "themes/default/locales/en.ftl «day» the message `in-days` is not given `day`; did you mean `{ $days }`?",
                "themes/default/locales/en.ftl «n» the message `menu` is not given `n`; it is given no value",
            ]
        );
    }
}
