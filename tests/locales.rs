//! Holds the locale files of the default theme together: the same messages with the same values in each, all of them used, none missing.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test reads files, and fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Messages whose key is put together where they are said, by their first letters.
const FAMILIES: &[&str] = &["month-", "weekday-", "search-by-", "search-kind-"];

/// Families whose members are known: each is there, and no other key is taken for one of them.
const MEMBERS: &[(&str, &[&str])] = &[
    ("status", &["killed", "blocked", "late", "at-risk", "on-track", "not-started", "complete"]),
    ("status-count", &["killed", "blocked", "late", "at-risk", "on-track", "not-started", "complete", "scaled", "stopped"]),
    ("rag", &["red", "amber", "green", "grey"]),
    ("outcome", &["go", "conditional-go", "hold", "kill", "continue", "rollback", "scaled", "stopped"]),
    ("level", &["none", "latent", "exposed", "critical"]),
    ("verdict", &["pass", "warn", "fail", "inconclusive"]),
    ("wave", &["planned", "running", "promoted", "holding", "rolled-back"]),
    ("kind", &["freeze", "holiday", "window", "gate", "wave", "due", "expiry", "decision"]),
    ("state", &["todo", "doing", "done", "blocked", "na", "waived", "claimed", "open"]),
    ("event-kind", &["freeze", "holiday", "window", "gate", "wave", "due", "expiry", "decision"]),
    ("event-count", &["freeze", "holiday", "window", "gate", "wave", "due", "expiry", "decision"]),
    ("page-kind", &["home", "section", "stage", "cause", "practice", "project", "project-stage", "decision"]),
    ("item", &["must", "may"]),
    (
        "chart-key",
        &[
            "window",
            "not-started",
            "open",
            "baseline",
            "actual",
            "overlap",
            "gate",
            "overdue",
            "passed",
            "refused",
            "wave",
            "planned",
            "freeze",
            "holiday",
            "outside",
        ],
    ),
    ("month-key", &["off", "freeze", "begin", "end", "forecast"]),
    ("window", &["day", "week", "month", "quarter", "days", "weeks", "months", "quarters", "day-on", "week-on", "month-on", "quarter-on"]),
    ("for", &["days", "weeks", "months", "quarters"]),
    (
        "due",
        &[
            "at-start",
            "at-end",
            "days-before-start",
            "days-before-end",
            "days-after-start",
            "days-after-end",
            "weeks-before-start",
            "weeks-before-end",
            "weeks-after-start",
            "weeks-after-end",
        ],
    ),
];

/// The keys of [`MEMBERS`].
fn members() -> BTreeSet<String> {
    MEMBERS.iter().flat_map(|(family, names)| names.iter().map(move |name| format!("{family}-{name}"))).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Key → the values that stand in the message, of a language's file.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join(format!("themes/default/locales/{language}.ftl"))).unwrap();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut values = BTreeSet::new();
        gather(message.value.as_ref().unwrap(), &mut values);
        assert!(found.insert(message.id.name.clone(), values).is_none(), "{language}: `{}` stands there twice", message.id.name);
    }
    found
}

fn gather(pattern: &Pattern<String>, values: &mut BTreeSet<String>) {
    let inline = |expression: &InlineExpression<String>, values: &mut BTreeSet<String>| {
        if let InlineExpression::VariableReference { id } = expression {
            values.insert(id.name.clone());
        }
    };
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(expression) } => inline(expression, values),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inline(selector, values);
                variants.iter().for_each(|variant| gather(&variant.value, values));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path, ending),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect()
}

/// Every text in quotes that could be a key, in templates and sources.
fn quoted() -> BTreeSet<String> {
    let paths = files(&root().join("themes/default/templates"), "html").into_iter().chain(files(&root().join("src"), "rs"));
    let texts: Vec<String> = paths.map(|path| fs::read_to_string(path).unwrap()).collect();
    texts.iter().flat_map(|text| text.split(['"', '\''])).map(str::to_owned).collect()
}

/// The keys that templates say: `"key" | t`.
fn said_by_templates() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in files(&root().join("themes/default/templates"), "html") {
        let text = fs::read_to_string(&path).unwrap();
        for (end, _) in text.match_indices("| t") {
            let before = text[..end].trim_end();
            let is_filter = text[end + 3..].chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '_');
            let Some(quote) = before.chars().last().filter(|last| is_filter && matches!(last, '"' | '\'')) else { continue };
            keys.extend(before[..before.len() - 1].rsplit(quote).next().map(str::to_owned));
        }
    }
    keys
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_values_in_them() {
    let english = messages("en");
    for language in ["de", "fr", "pl"] {
        let own = messages(language);
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let surplus: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{language} lacks {missing:?} and has {surplus:?}");
        let different: Vec<_> = english.iter().filter(|(key, values)| own[*key] != **values).map(|(key, _)| key).collect();
        assert!(different.is_empty(), "{language} has other values in {different:?}");
    }
}

#[test]
fn every_message_is_said_somewhere_and_what_templates_say_is_there() {
    let (english, quoted, said, members) = (messages("en"), quoted(), said_by_templates(), members());
    let in_family = |key: &str| members.contains(key) || FAMILIES.iter().any(|family| key.starts_with(family));
    let unused: Vec<_> = english.keys().filter(|key| !quoted.contains(*key) && !in_family(key)).collect();
    assert!(unused.is_empty(), "said nowhere: {unused:?}");
    assert!(said.len() > 10, "no template says anything");
    let unknown: Vec<_> = said.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(unknown.is_empty(), "in no locale file: {unknown:?}");
}

#[test]
fn every_member_of_a_family_has_its_word() {
    let english = messages("en");
    let missing: Vec<_> = members().into_iter().filter(|key| !english.contains_key(key)).collect();
    assert!(missing.is_empty(), "in no locale file: {missing:?}");
}

/// What stands in a template as a text of its own: outside of tags, comments and what Tera puts in, and in attributes that are read out or shown.
fn own_texts(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (start, end) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(from) = text.find(start) {
            let to = text[from..].find(end).map_or(text.len(), |to| from + to + end.len());
            text.replace_range(from..to, "\u{1}");
        }
    }
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find('<') {
        found.push(rest[..start].to_owned());
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end);
        for name in
            ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "data-label=\"", "data-all=\"", "data-some=\"", "data-more=\""]
        {
            let value = rest[start..end].split_once(name).and_then(|(_, value)| value.split('"').next());
            found.extend(value.map(str::to_owned));
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    found.push(rest.to_owned());
    // What a component gives as attributes alone is no text.
    // A single letter is the name of a key.
    let says = |text: &String| text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && !text.contains("=\"");
    found.into_iter().filter(says).map(|text| text.replace('\u{1}', "…").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn no_template_has_words_of_its_own() {
    let mut wrong = Vec::new();
    for path in files(&root().join("themes/default/templates"), "html") {
        let name = path.strip_prefix(root().join("themes/default/templates")).unwrap().to_string_lossy().replace('\\', "/");
        wrong.extend(own_texts(&fs::read_to_string(&path).unwrap()).into_iter().map(|text| format!("{name}: {text}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
