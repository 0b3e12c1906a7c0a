//! The guide's page about the contract, as Markdown. Not done here: what it says, which the views say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::schema::{Contract, Shape, description};
use crate::page::KINDS;
use crate::page::frame::MOST_BACKLINKS;

/// What is written by hand ends with this line.
const MARK: &str = "<!-- What follows is made of the sources by `UPDATE_DOCS=1 cargo test --lib contract`. -->";

/// The page: what stands there above the mark, then a table for each template and one for each type.
pub(super) fn markdown(contract: &Contract, there: &str) -> String {
    let by_hand = there.split_once(MARK).map_or(there, |(before, _)| before);
    let mut out = format!("{by_hand}{MARK}\n");
    let views: BTreeMap<&str, &str> = KINDS.iter().map(|kind| (contract.view(kind), *kind)).collect();
    out.push_str("\n## Templates\n");
    for kind in KINDS {
        let name = contract.view(kind);
        let about = description(&contract.types[name]);
        let about = about.split_once(".html`").map_or("", |(_, rest)| rest.trim_start_matches(['.', ':', ',', ' ']));
        out.push_str(&format!("\n### {kind}.html\n\n"));
        if !about.is_empty() {
            out.push_str(&format!("{}\n\n", prose(&sentence(about))));
        }
        table(contract, name, &mut out);
    }
    out.push_str("\n## Types\n");
    let others: BTreeSet<&String> = contract.types.keys().filter(|name| !views.contains_key(name.as_str())).collect();
    for name in others.into_iter().filter(|name| !contract.fields_of(name).is_empty()) {
        out.push_str(&format!("\n### {name}\n\n{}\n\n", prose(&description(&contract.types[name]))));
        table(contract, name, &mut out);
    }
    out
}

fn table(contract: &Contract, name: &str, out: &mut String) {
    out.push_str("| Field | Type | Meaning |\n|---|---|---|\n");
    for (field, schema) in contract.fields_of(name) {
        let said = prose(&meaning(contract, schema)).replace('|', "\\|");
        out.push_str(&format!("| `{field}` | {} | {said} |\n", shape(contract, &contract.shape(schema))));
    }
}

fn meaning(contract: &Contract, schema: &Value) -> String {
    match (description(schema), contract.shape(schema)) {
        (said, Shape::Type(name)) if said.is_empty() => description(&contract.types[&name]),
        (said, _) => said,
    }
}

fn shape(contract: &Contract, shape_: &Shape) -> String {
    match shape_ {
        Shape::Text => "text".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Truth => "true or false".to_owned(),
        Shape::Type(name) if contract.fields_of(name).is_empty() => name.clone(),
        Shape::Type(name) => format!("[{name}](#{})", name.to_lowercase()),
        Shape::List(inner) => format!("list of {}", shape(contract, inner)),
        Shape::Optional(inner) => format!("{}, or null", shape(contract, inner)),
    }
}

/// Rust's documentation as prose: a link to an item is its name, and a constant its value.
fn prose(text: &str) -> String {
    let mut out = text.to_owned();
    for (name, said) in [("KINDS", "those that have a template".to_owned()), ("MOST_BACKLINKS", MOST_BACKLINKS.to_string())] {
        for path in ["super::", "super::frame::", "crate::page::", "crate::page::frame::", ""] {
            out = out.replace(&format!("[`{path}{name}`]"), &said);
        }
    }
    out = out.replace("[`", "`").replace("`]", "`");
    // `path::Item` is not what a reader of templates knows.
    out.split('`')
        .enumerate()
        .map(|(n, part)| if n % 2 == 1 { part.rsplit("::").next().unwrap_or(part) } else { part })
        .collect::<Vec<_>>()
        .join("`")
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
