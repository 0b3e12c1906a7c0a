//! The views as a list of types with fields, from their JSON Schema. Not done here: writing it down ([`super::page`]).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::page::View;
use crate::render::parts::code;

/// All types of all views, by name.
pub(super) struct Contract {
    pub(super) types: BTreeMap<String, Value>,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Number,
    Truth,
    /// Another type, by name.
    Type(String),
    List(Box<Shape>),
    Optional(Box<Shape>),
}

impl Contract {
    pub(super) fn new() -> Self {
        let mut schema = serde_json::to_value(schemars::schema_for!(View)).unwrap();
        let types = serde_json::from_value(schema["$defs"].take()).unwrap();
        Contract { types }
    }

    /// The type of each page kind's view, by its first sentence: "View of `home.html`".
    pub(super) fn view(&self, kind: &str) -> &str {
        let opening = format!("View of `{kind}.html`");
        let found = self.types.iter().find(|(_, schema)| description(schema).starts_with(&opening));
        found.map(|(name, _)| name.as_str()).unwrap_or_else(|| panic!("no view opens with \"{opening}\""))
    }

    /// The kinds that have a view.
    pub(super) fn kinds(&self) -> BTreeSet<String> {
        let kind = |schema: &Value| Some(description(schema).strip_prefix("View of `")?.split_once(".html`")?.0.to_owned());
        self.types.values().filter_map(kind).collect()
    }

    /// The fields of a type by name; none for a type that is a text.
    pub(super) fn fields_of(&self, name: &str) -> Vec<(&str, &Value)> {
        let fields = self.types[name].get("properties").and_then(Value::as_object);
        fields.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema)).collect()
    }

    /// The names of all fields of all types.
    pub(super) fn fields(&self) -> BTreeSet<&str> {
        self.types.keys().flat_map(|name| self.fields_of(name)).map(|(field, _)| field).collect()
    }

    /// The shape of a field.
    pub(super) fn shape(&self, schema: &Value) -> Shape {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            return Shape::Type(name.trim_start_matches("#/$defs/").to_owned());
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let some = choices.iter().find(|choice| choice["type"] != "null").unwrap();
            return Shape::Optional(Box::new(self.shape(some)));
        }
        let one = |word: &str| match word {
            "string" => Shape::Text,
            "integer" | "number" => Shape::Number,
            "boolean" => Shape::Truth,
            "array" => {
                let item = schema.get("items").or_else(|| schema["prefixItems"].get(0)).unwrap_or(&Value::Null);
                Shape::List(Box::new(self.shape(item)))
            }
            other => panic!("the contract has no name for the type `{other}`: {schema}"),
        };
        match &schema["type"] {
            Value::String(word) => one(word),
            Value::Array(words) => Shape::Optional(Box::new(one(words[0].as_str().unwrap()))),
            // A reference with its own description stands in `allOf`.
            _ => self.shape(&schema["allOf"][0]),
        }
    }
}

/// What a type or field says of itself, on one line.
pub(super) fn description(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names after a dot in what a template computes; names of components are none.
pub(super) fn asked_for(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for tag in code(text) {
        // `{% component ui.mark() %}` and `{% endcomponent ui.mark %}`
        if tag.contains("component ") {
            continue;
        }
        for part in tag.split('"').step_by(2) {
            let words = part.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '<' | '/' | '?')));
            let paths = words.filter(|word| !word.contains(['<', '/']) && !word.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
            found.extend(paths.flat_map(|path| path.split(['.', '?']).skip(1)).filter(|field| !field.is_empty()));
        }
    }
    found
}
