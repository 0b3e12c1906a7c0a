//! The JSON Schema (draft 2020-12) of every kind of file, made from the list of [`fields`] that the checker walks. A schema
//! accepts whatever the checker accepts; where JSON Schema can't say all of a rule, it accepts more. Not done here: checking a book, which the
//! [`check`](super::check) does with better words.

mod pattern;

use serde_json::{Map, Value, json};

use super::fields::{self, Field, Literal, Object, Shape};
use crate::diagnostic::{Code, Severity};

/// A kind of file that has a schema.
#[derive(Debug)]
pub struct Schema {
    /// What the command line calls it, and its file, without `.json`.
    pub name: &'static str,
    /// Which files it is for.
    pub files: &'static str,
    /// Its keys.
    pub object: &'static Object,
    /// Whether a value may be empty, which is as if its key were not there: YAML has empty values, TOML has none.
    pub may_be_empty: bool,
}

/// Every schema, as people come to the files.
pub static SCHEMAS: [Schema; 8] = [
    front_matter("stage", "content/stages/*.md", &fields::STAGE),
    front_matter("cause", "content/causes/*.md", &fields::CAUSE),
    front_matter("practice", "content/practices/*.md", &fields::PRACTICE),
    front_matter("project", "content/projects/*.md and content/projects/*/index.md", &fields::PROJECT),
    front_matter("project-stage", "every other file of content/projects/*/", &fields::PROJECT_STAGE),
    front_matter("decision", "content/decisions/*.md", &fields::DECISION),
    front_matter("page", "every other Markdown file of content/", &fields::PAGE),
    Schema { name: "book", files: "book.toml", object: &fields::BOOK, may_be_empty: false },
];

const fn front_matter(name: &'static str, files: &'static str, object: &'static Object) -> Schema {
    Schema { name, files, object, may_be_empty: true }
}

impl Schema {
    /// The schema with that name.
    pub fn named(name: &str) -> Option<&'static Schema> {
        SCHEMAS.iter().find(|schema| schema.name == name)
    }

    /// The schema itself.
    pub fn to_value(&self) -> Value {
        let mut schema = self.object(self.object);
        schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("$id".into(), json!(format!("urn:rollbook:schema:{}", self.name)));
        schema.insert("title".into(), json!(format!("rollbook: {}", self.object.name)));
        let description =
            if self.may_be_empty { format!("The front matter of {}.", self.files) } else { format!("All of {}.", self.files) };
        schema.insert("description".into(), json!(description));
        Value::Object(schema)
    }

    /// The schema as a file: indented, with a line end.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", self.to_value())
    }

    fn object(&self, object: &Object) -> Map<String, Value> {
        let properties: Map<String, Value> = object.all().map(|field| (field.name.to_owned(), self.field(field))).collect();
        let required: Vec<&str> = object.all().filter(|field| field.required).map(|field| field.name).collect();
        let mut schema = typed("object");
        schema.insert("title".into(), json!(object.name));
        schema.insert("properties".into(), Value::Object(properties));
        if !required.is_empty() {
            schema.insert("required".into(), json!(required));
        }
        let of_state: Map<String, Value> =
            object.all().filter(|field| field.of_state).map(|field| (field.name.to_owned(), with_state(field.name))).collect();
        if !of_state.is_empty() {
            schema.insert("dependentSchemas".into(), Value::Object(of_state));
        }
        schema.insert("patternProperties".into(), json!({ "^x-": true }));
        schema.insert("additionalProperties".into(), json!(false));
        schema
    }

    fn field(&self, field: &Field) -> Value {
        // An empty value counts as absent, which a required one may not be.
        let mut schema = if field.required { self.shape(&field.shape) } else { self.or_empty(&field.shape) };
        schema.insert("description".into(), json!(field.doc));
        if let Some(default) = &field.default {
            schema.insert("default".into(), literal(default));
        }
        if !field.examples.is_empty() {
            schema.insert("examples".into(), json!(field.examples));
        }
        Value::Object(schema)
    }

    /// A shape, or nothing.
    fn or_empty(&self, shape: &Shape) -> Map<String, Value> {
        let mut schema = self.shape(shape);
        if !self.may_be_empty {
            return schema;
        }
        if let Some(kind) = schema.get_mut("type") {
            *kind = json!([kind.take(), "null"]);
        }
        for key in ["enum", "anyOf"] {
            if let Some(Value::Array(alternatives)) = schema.get_mut(key) {
                alternatives.push(if key == "enum" { Value::Null } else { json!({ "type": "null" }) });
            }
        }
        schema
    }

    fn shape(&self, shape: &Shape) -> Map<String, Value> {
        match shape {
            Shape::Bool => typed("boolean"),
            Shape::Integer(least, most) => with(typed("integer"), [("minimum", json!(least)), ("maximum", json!(most))]),
            Shape::Number => typed("number"),
            Shape::Percent => with(typed("number"), [("exclusiveMinimum", json!(0)), ("maximum", json!(100))]),
            Shape::Code => one_of(Code::ALL.iter().filter(|code| code.severity() != Severity::Error).map(|code| code.name())),
            Shape::OneOf(words) => one_of(words.iter().copied()),
            Shape::List(shape) => with(typed("array"), [("items", Value::Object(self.shape(shape)))]),
            Shape::Map(shape) => with(typed("object"), [("additionalProperties", Value::Object(self.or_empty(shape)))]),
            Shape::Severities => self.severities(),
            Shape::Object(object) => self.object(object),
            Shape::Either(shapes) => {
                let schemas = shapes.iter().map(|shape| Value::Object(self.shape(shape))).collect();
                Map::from_iter([("anyOf".to_owned(), Value::Array(schemas))])
            }
            // The names come first, so that an editor can complete them.
            Shape::Weekday => {
                let short = json!({ "type": "string", "pattern": pattern::of(shape) });
                Map::from_iter([("anyOf".to_owned(), json!([one_of(pattern::WEEKDAYS.into_iter()), short]))])
            }
            Shape::Date => with(text(shape), [("format", json!("date"))]),
            Shape::Due => Map::from_iter([("anyOf".to_owned(), json!([self.shape(&Shape::Date), text(shape)]))]),
            _ => text(shape),
        }
    }

    fn severities(&self) -> Map<String, Value> {
        let severity = |code: &Code| {
            let default = if code.severity() == Severity::Error { "error" } else { "warn" };
            let schema = with(self.or_empty(&Shape::OneOf(&["error", "warn", "off"])), [("default", json!(default))]);
            (code.name().to_owned(), Value::Object(schema))
        };
        let properties = Value::Object(Code::ALL.iter().map(severity).collect());
        with(typed("object"), [("properties", properties), ("additionalProperties", json!(false))])
    }
}

/// What holds where that key stands: it is empty, or there is a state that is not.
fn with_state(key: &str) -> Value {
    let empty = json!({ "properties": { key: { "type": "null" } } });
    let stated = json!({ "required": ["state"], "properties": { "state": { "not": { "type": "null" } } } });
    json!({ "anyOf": [empty, stated] })
}

fn typed(name: &str) -> Map<String, Value> {
    Map::from_iter([("type".to_owned(), json!(name))])
}

fn text(shape: &Shape) -> Map<String, Value> {
    let schema = with(typed("string"), [("pattern", json!(pattern::of(shape)))]);
    let examples = examples(shape);
    if examples.is_empty() { schema } else { with(schema, [("examples", json!(examples))]) }
}

fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> Map<String, Value> {
    with(typed("string"), [("enum", words.map(Value::from).collect())])
}

fn with<const N: usize>(mut schema: Map<String, Value>, keys: [(&str, Value); N]) -> Map<String, Value> {
    schema.extend(keys.into_iter().map(|(key, value)| (key.to_owned(), value)));
    schema
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Bool(flag) => json!(flag),
        Literal::Integer(number) => json!(number),
        Literal::Text(text) => json!(text),
        Literal::Texts(texts) => json!(texts),
    }
}

/// What an editor may offer where a small grammar rules.
fn examples(shape: &Shape) -> &'static [&'static str] {
    match shape {
        Shape::ItemRef => &["discovery/business-owner"],
        Shape::Date => &["2026-03-01"],
        Shape::Due => &["start+1w", "end-3d"],
        Shape::Window => &["Week 1-2", "Month 6+", "2026-03-01..2026-04-15", "after pilot for 4w"],
        Shape::Bake => &["5d", "10d"],
        Shape::Transition => &["poc -> pilot"],
        Shape::Subject => &["gate:pilot", "wave:scale/w10"],
        Shape::Url => &["https://example.com/"],
        _ => &[],
    }
}
