//! Holds the contract with themes: what every template is given, as the view structs say it. The guide's page is made of it, and the built-in
//! templates keep to it. `UPDATE_DOCS=1 cargo test --lib contract` writes the page anew. Not done here: the views ([`crate::page`]).
#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

mod page;
mod sample;
mod schema;

use std::collections::BTreeSet;
use std::sync::Arc;

use schema::Contract;
use tera::{Context, Kwargs, State, Tera};

use super::theme::{BUILT_IN, TEMPLATES};
use super::{functions, inline};
use crate::locale::Locale;
use crate::page::{KINDS, pack};
use crate::source::default_theme;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content/guide/theme-contract.md");

/// The built-in templates by name.
fn templates() -> Vec<(String, Arc<str>)> {
    let named =
        |(inside, file): (String, crate::source::ThemeFile)| Some((inside.strip_prefix(TEMPLATES)?.to_owned(), Arc::clone(file.text()?)));
    default_theme().into_iter().filter_map(named).collect()
}

/// Tera with these templates; a made-up text is taken for a word and for a day.
fn tera(templates: &[(String, String)]) -> Tera {
    let mut tera = Tera::new();
    functions::register(&mut tera, &Arc::new(Locale::english()));
    tera.register_filter("t", |key: &str, _: Kwargs, _: &State<'_>| key.to_owned());
    tera.register_filter("date", |day: &str, _: Kwargs, _: &State<'_>| day.to_owned());
    tera.register_filter("date_short", |day: &str, _: Kwargs, _: &State<'_>| day.to_owned());
    tera.set_fallback_prefixes([BUILT_IN]).unwrap();
    tera.add_raw_templates(templates.iter().map(|(name, text)| (name, text))).unwrap();
    tera
}

/// The built-in templates, as they were written and as they are rendered.
fn both() -> [Tera; 2] {
    let plain: Vec<(String, String)> =
        templates().into_iter().map(|(name, text)| (format!("{BUILT_IN}{name}"), (*text).to_owned())).collect();
    let texts: Vec<(&str, &str)> = plain.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let written: Vec<(String, String)> =
        inline::written_out(&texts, &|key| Some(key.to_owned())).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    [tera(&plain), tera(&written)]
}

#[test]
fn every_page_kind_has_its_view_in_the_contract() {
    let contract = Contract::new();
    assert_eq!(
        contract.kinds(),
        KINDS.iter().chain([&pack::TEMPLATE]).map(|kind| (*kind).to_owned()).collect::<BTreeSet<_>>(),
        "a view opens with \"View of `KIND.html`\""
    );
}

#[test]
fn every_template_can_be_rendered_with_all_that_it_may_be_given_and_with_none_of_what_may_be_missing() {
    let ([tera, written_out], contract) = (both(), Contract::new());
    let mut wrong = Vec::new();
    for kind in KINDS.iter().chain([&pack::TEMPLATE]) {
        for (what, amount) in [("nothing", None), ("one of each", Some(1)), ("many of each", Some(12))] {
            let context = Context::from_serialize(&sample::of(&contract, kind, amount)).unwrap();
            match tera.render(&format!("{kind}.html"), &context) {
                Ok(page) => assert_eq!(written_out.render(&format!("{kind}.html"), &context).ok(), Some(page), "{kind}.html with {what}"),
                Err(error) => wrong.push(format!("{kind}.html with {what}: {error}")),
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nA text by which a template looks something up gets a name of those in `sample.rs`.",
        wrong.join("\n\n")
    );
}

#[test]
fn every_field_that_a_built_in_template_asks_for_is_in_the_contract() {
    let contract = Contract::new();
    let known = contract.fields();
    let mut unknown = Vec::new();
    let mut asked = 0;
    for (name, text) in templates() {
        // What a template puts into a map by itself it may ask for, too.
        let made: BTreeSet<&str> = text.split('"').collect();
        let of_loops = ["index", "index0", "first", "last", "length"];
        for field in schema::asked_for(&text) {
            asked += 1;
            if !known.contains(field) && !of_loops.contains(&field) && !made.contains(field) && !made_elsewhere(field) {
                unknown.push(format!("{name}: .{field}"));
            }
        }
    }
    assert!(asked > 300, "the templates were not read");
    assert_eq!(unknown, Vec::<String>::new());
}

/// True for a key of a map that one template makes and hands to a component of another.
fn made_elsewhere(field: &str) -> bool {
    templates().iter().any(|(_, text)| text.contains(&format!("\"{field}\": ")))
}

#[test]
fn the_page_of_the_guide_says_what_the_views_say() {
    let there = std::fs::read_to_string(PAGE).unwrap_or_default();
    let fresh = page::markdown(&Contract::new(), &there);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PAGE, fresh).unwrap();
    } else {
        let differs = there.lines().chain([""]).zip(fresh.lines().chain([""])).enumerate().find(|(_, (old, new))| old != new);
        assert!(there == fresh, "run `UPDATE_DOCS=1 cargo test --lib contract`, and read what it writes: {differs:?}");
    }
}
