//! The words of one language: its messages made ready, and Fluent for those that only it can say. Not done here: what is said in another language.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::message::{Message, Saying};
use super::plural::Plurals;
use super::{LocaleFile, Value};

/// Room for a message with what stands in it.
const USUAL: usize = 48;

/// All messages of a language.
pub(super) struct Words {
    /// By its key, each that is ready.
    messages: FxHashMap<String, Option<Message>>,
    plurals: Plurals,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The messages of some files of a language; a later one stands over an earlier one of the same key.
    pub(super) fn of(language: &str, files: Vec<LocaleFile>) -> Self {
        let messages = files.iter().flat_map(LocaleFile::messages).map(|(key, pattern)| (key.to_owned(), Message::of(pattern))).collect();
        Self { messages, plurals: Plurals::of_language(language), bundle: bundle(language, files) }
    }

    /// The keys of all messages, in no order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// A message with what stands in it, or `None` for a key that the language has not. `mark` stands before the decimals of a number.
    pub(super) fn say(&self, key: &str, values: &[(&str, Value<'_>)], mark: &str) -> Option<Cow<'_, str>> {
        if let Some(message) = self.messages.get(key)? {
            if let Some(text) = message.text() {
                return Some(Cow::Borrowed(text));
            }
            let mut said = String::with_capacity(USUAL);
            if message.write(values, &Saying { plurals: &self.plurals, mark }, &mut said).is_some() {
                return Some(Cow::Owned(said));
            }
        }
        format(&self.bundle, key, values, mark).map(Cow::Owned)
    }
}

/// A message in the first of these languages that has it.
pub(super) fn say<'w>(words: &'w [Words], key: &str, values: &[(&str, Value<'_>)], mark: &str) -> Option<Cow<'w, str>> {
    words.iter().find_map(|words| words.say(key, values, mark))
}

/// What Fluent says.
pub(super) fn format(bundle: &FluentBundle<FluentResource>, key: &str, values: &[(&str, Value<'_>)], mark: &str) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        let value = match value {
            Value::Whole(number) => FluentValue::from(*number),
            value => FluentValue::from(value.text(mark)),
        };
        args.set(Cow::Borrowed(*name), value);
    }
    // A value that a message asks for and is not given stands there as `{$name}`.
    Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
}

/// Fluent with the messages of some files.
pub(super) fn bundle(language: &str, files: impl IntoIterator<Item = LocaleFile>) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks around each value, for texts of mixed direction: they would stand in JSON and calendars too.
    bundle.set_use_isolating(false);
    files.into_iter().for_each(|file| bundle.add_resource_overriding(file.resource));
    bundle
}

#[cfg(test)]
mod tests {
    use super::super::own;
    use super::*;
    use crate::source::built_in;

    /// What is given in turn: each plural of each language, numbers whose plural is known to Fluent only, texts that name a way, and others.
    fn given() -> Vec<Value<'static>> {
        let numbers = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 99, 100, 101, 1_000_000, -1, i64::from(u32::MAX)].map(Value::from);
        let texts = ["", "one", "calendar", "warn", "project", "none", "{ $n }", "a b"].map(Value::from);
        numbers.into_iter().chain(texts).chain([0.5, 2.0, 1234.25].map(Value::from)).collect()
    }

    /// How many messages are ready, when each says what Fluent says whatever it is given, and when it is given nothing.
    fn ready(language: &str, text: &str) -> usize {
        let (file, faults) = LocaleFile::parse(language, text);
        assert_eq!(faults, []);
        let words = Words::of(language, vec![LocaleFile::parse(language, text).0]);
        let given = given();
        for (key, (_, names)) in own::messages(&file) {
            let agrees = |values: &[(&str, Value<'_>)]| {
                let by_fluent = format(&words.bundle, key, values, ",");
                assert_eq!(words.say(key, values, ",").as_deref(), by_fluent.as_deref(), "{language}: {key} with {values:?}");
            };
            agrees(&[]);
            for turn in 0..given.len() {
                let value = |at: usize| given[(turn + 7 * at) % given.len()].clone();
                agrees(&names.keys().enumerate().map(|(at, name)| (*name, value(at))).collect::<Vec<_>>());
            }
        }
        words.messages.values().flatten().count()
    }

    #[test]
    fn every_message_of_the_theme_is_ready_and_says_what_fluent_says() {
        for language in ["en", "de", "fr", "pl"] {
            let text = built_in(&format!("locales/{language}.ftl")).unwrap();
            let all = LocaleFile::parse(language, &text).0.keys().count();
            assert_eq!(ready(language, &text), all, "{language}");
        }
    }

    #[test]
    fn a_message_of_any_shape_says_what_fluent_says() {
        let own = r#"
plain = a { "b" } { "\u00e9\\\"" } c
lines =
    first { $n }
      second

    third
numbers =
    { $n ->
        [0] none
        [one] one
        [2] two
        [few] { $m ->
            [1] few and one
           *[many] few and many
        }
       *[other] { $n } of { $m }
    } at the end
first-is-default =
    { $n ->
       *[other] other
        [one] one
    }
decimals =
    { $n ->
        [1.0] exactly
       *[other] other
    }
nested = { { $n } }
number = { 5 }
-term = a term
    .attribute = with one
of-term = { -term } and { $n }
by-term =
    { -term.attribute ->
        [x] x
       *[y] y
    }
of-message = { plain }!
function = { NUMBER($n) }
attributes-only =
    .title = a title
"#;
        for language in ["en", "ar", "cs", "pl", "pt-BR", "ja", "zz"] {
            assert_eq!(ready(language, own), 4, "{language}");
        }
    }
}
