//! One file of words: found, read, and told what it lacks. Not done here: saying any of them.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};

use super::nesting;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;
use crate::source::{File, Sources, built_in};

/// So many missing words are named; the rest is counted.
const NAMED: usize = 8;

/// The messages of a file.
pub struct LocaleFile {
    /// The language that the file is named for.
    pub(super) language: String,
    /// Its messages.
    pub(super) resource: FluentResource,
}

impl LocaleFile {
    /// Reads a file, and says what could not be read; the rest of it stands.
    pub fn parse(language: &str, text: &str) -> (LocaleFile, Vec<(Span, String)>) {
        // The parser goes as deep as the text does, and no stack is deep enough for all: of such a file nothing is read.
        let too_deep = nesting::too_deep(text);
        let text = if too_deep.is_some() { "" } else { text };
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let faults = errors.into_iter().map(|error| (Span::new(error.pos.start, error.pos.end), error.kind.to_string()));
        let too_deep =
            too_deep.map(|span| (span, format!("more than {} braces and parentheses are open within one another", nesting::DEEPEST)));
        let faults = too_deep.into_iter().chain(faults).collect();
        (LocaleFile { language: language.to_owned(), resource }, faults)
    }

    /// The keys of its messages, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages().map(|(key, _)| key)
    }

    /// Its messages, in their order.
    pub(super) fn messages(&self) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
        self.resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
            _ => None,
        })
    }

    /// What it was read from.
    pub fn text(&self) -> &str {
        self.resource.source()
    }
}

/// True for English and its regions, which the theme's own words are for.
pub(super) fn is_english(language: &str) -> bool {
    language.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(super::ENGLISH))
}

/// The files for a language, a later one over an earlier: those of the language before those of its region, the theme's before the book's.
pub(super) fn files(sources: &Sources, language: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<LocaleFile> {
    let primary = language.split('-').next().unwrap_or_default();
    let mut names = vec![primary];
    if language != primary {
        names.push(language);
    }
    let mut files = Vec::new();
    for name in names {
        let inside = format!("locales/{name}.ftl");
        let built_in = built_in(&inside);
        files.extend(built_in.as_ref().map(|text| LocaleFile::parse(name, text).0));
        let Some(own) = sources.theme.get(&inside) else { continue };
        let File::Text(text) = &own.file else { continue };
        if built_in.as_deref() == Some(text) {
            continue;
        }
        let (file, faults) = LocaleFile::parse(name, text);
        let finding = |(span, message): (Span, String)| {
            Diagnostic::new(Code::LocaleSyntax, &own.path, span, format!("this is no message: {}", lower_first(&message)))
                .help("a message is `key = text`, and what stands in it is `{ $name }`")
        };
        diagnostics.extend(faults.into_iter().map(finding));
        files.push(file);
    }
    files
}

/// The finding for words that are said in English, for the book's language has none.
pub(super) fn lacking(sources: &Sources, config: &Config, files: &[LocaleFile], missing: &[&str]) -> Option<Diagnostic> {
    let language = &config.language;
    if missing.is_empty() {
        return None;
    }
    let Some(last) = files.last() else {
        let theme = &config.theme;
        let message = format!("the theme has no words in `{}`: the site's own words are English", language.value);
        let finding = Diagnostic::new(Code::MissingWord, &Config::path(), language.span, message);
        return Some(finding.help(format!("translate the theme's `locales/en.ftl` as `themes/{theme}/locales/{}.ftl`", language.value)));
    };
    let inside = format!("locales/{}.ftl", last.language);
    let path = sources.theme.get(&inside).map_or_else(|| SourcePath::new(format!("themes/default/{inside}")), |file| file.path.clone());
    let named: BTreeSet<String> = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
    let more = missing.len().saturating_sub(NAMED);
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    let named = named.into_iter().collect::<Vec<_>>().join(", ");
    let message = format!("the words in `{}` lack {named}{rest}: the site says them in English", last.language);
    Some(
        Diagnostic::on_file(Code::MissingWord, &path, message)
            .help("add them; what they say in English stands in the theme's `locales/en.ftl`"),
    )
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
