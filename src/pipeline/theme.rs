//! The theme and the words of a book, made ready for its pages: once, for as long as their files stay. Not done here: compiling templates, reading messages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Pipeline;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::locale::{Locale, own};
use crate::memo::Ahead;
use crate::render::{Need, Theme};
use crate::source::{Sources, ThemeFile};

/// The theme of some files, if it compiled, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Compiled {
    files: BTreeMap<String, ThemeFile>,
    locale: Arc<Locale>,
    pub(super) theme: Option<Arc<Theme>>,
    found: Vec<Diagnostic>,
}

impl Compiled {
    fn new(sources: &Sources, locale: Arc<Locale>, need: Need) -> Self {
        let mut found = Vec::new();
        let theme = Theme::load(sources, &locale, need, &mut found).map(Arc::new);
        // With the templates, for these may say words of the book's own.
        found.extend(own::check(sources));
        Self { files: sources.theme.clone(), locale, theme, found }
    }

    fn is_of(&self, sources: &Sources, locale: &Arc<Locale>) -> bool {
        self.files == sources.theme && self.locale == *locale
    }
}

/// The words of a book in its language, what they were read from, and what is wrong with them.
#[derive(Debug)]
pub(super) struct Words {
    files: Vec<(String, ThemeFile)>,
    language: Spanned<String>,
    locale: Arc<Locale>,
    found: Vec<Diagnostic>,
}

impl Pipeline {
    /// The words of the book's language, read again only if a file of them or the language has changed.
    pub(super) fn locale(&mut self, sources: &Sources, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Arc<Locale> {
        let of_words = |(inside, _): &(&String, &ThemeFile)| inside.starts_with("locales/");
        let files = || sources.theme.iter().filter(of_words);
        let is_same =
            |words: &Words| words.language == config.language && files().eq(words.files.iter().map(|(inside, file)| (inside, file)));
        let words = match self.words.take().filter(is_same) {
            Some(words) => words,
            None => {
                let mut found = Vec::new();
                let locale = Arc::new(Locale::load(sources, config, &mut found));
                let files = files().map(|(inside, file)| (inside.clone(), file.clone())).collect();
                Words { files, language: config.language.clone(), locale, found }
            }
        };
        diagnostics.extend(words.found.iter().cloned());
        Arc::clone(&self.words.insert(words).locale)
    }

    /// Begins to compile the theme if that has to be, beside what comes before the pages: it takes as long as to read some hundred documents.
    pub(super) fn begin_theme(&mut self, sources: &Sources, config: &Config, need: Need) {
        let locale = self.locale(sources, config, &mut Vec::new());
        if self.coming_theme.is_none() && !self.theme.as_ref().is_some_and(|compiled| compiled.is_of(sources, &locale)) {
            let theme = Sources { theme: sources.theme.clone(), ..Sources::default() };
            self.coming_theme = Ahead::begin(move || Compiled::new(&theme, locale, need));
        }
    }

    /// The theme, compiled again only if a file of it or the words have changed.
    pub(super) fn theme(&mut self, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<Arc<Theme>> {
        let locale = self.words.as_ref().map(|words| Arc::clone(&words.locale))?;
        let known = self.coming_theme.take().map(Ahead::take).or(self.theme.take());
        let compiled =
            known.filter(|compiled| compiled.is_of(sources, &locale)).unwrap_or_else(|| Compiled::new(sources, locale, Need::Many));
        diagnostics.extend(compiled.found.iter().cloned());
        self.theme.insert(compiled).theme.clone()
    }
}
