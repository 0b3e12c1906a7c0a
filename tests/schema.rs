//! The schemas against the checker: whatever it accepts they accept, and what it rejects they reject wherever JSON Schema can say so. The
//! cases are made by walking the list of fields, so that a new key is in them by itself.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads and writes files, and fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use jsonschema::Validator;
use proptest::prelude::*;
use rollbook::calendar::{Due, WeekdaySet, Window, parse_bake, read_date};
use rollbook::config::Config;
use rollbook::diagnostic::{Code, Severity, Span, Spanned};
use rollbook::document::check::{check, is_item_ref, is_slug, subject, transition};
use rollbook::document::fields::{BOOK, Field, Object, Shape};
use rollbook::document::node::{Entry, Node, Value as NodeValue};
use rollbook::document::schema::{SCHEMAS, Schema};
use rollbook::document::{Kind, front_matter, toml};
use rollbook::path::SourcePath;
use rollbook::pipeline::Pipeline;
use rollbook::source::read::read;
use rollbook::source::{File, Sources};
use serde_json::{Map, Value, json};

const NOWHERE: Span = Span { start: 0, end: 0 };

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

/// What an editor sees: a date of either language is a string of its digits.
fn json(node: &Node) -> Value {
    match &node.value {
        NodeValue::Null => Value::Null,
        NodeValue::Bool(flag) => json!(flag),
        NodeValue::Integer(number) => json!(number),
        NodeValue::Float(number) => json!(number),
        NodeValue::Text(text) | NodeValue::Datetime(text) => json!(text),
        NodeValue::List(nodes) => nodes.iter().map(json).collect(),
        NodeValue::Map(entries) => Value::Object(entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.node))).collect()),
    }
}

fn node(value: &Value) -> Node {
    let value = match value {
        Value::Null => NodeValue::Null,
        Value::Bool(flag) => NodeValue::Bool(*flag),
        Value::Number(number) => match number.as_i64() {
            Some(number) => NodeValue::Integer(number),
            None => NodeValue::Float(number.as_f64().unwrap()),
        },
        Value::String(text) => NodeValue::Text(text.clone()),
        Value::Array(values) => NodeValue::List(values.iter().map(node).collect()),
        Value::Object(map) => {
            NodeValue::Map(map.iter().map(|(key, value)| Entry { key: Spanned::new(key.clone(), NOWHERE), node: node(value) }).collect())
        }
    };
    Node { value, span: NOWHERE }
}

/// What the checker says of a document; nothing when it accepts it.
fn faults(object: &'static Object, document: &Value) -> Vec<String> {
    let mut diagnostics = Vec::new();
    check(&SourcePath::new("a"), "", &node(document), object, true, &mut diagnostics);
    diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
}

/// A value that fits.
fn fitting(shape: &Shape) -> Value {
    match shape {
        Shape::Text | Shape::Inline => json!("some text"),
        Shape::Slug => json!("pilot"),
        Shape::ItemRef => json!("pilot/report"),
        Shape::Bool => json!(true),
        Shape::Integer(least, _) => json!(least),
        Shape::Number => json!(-1.5),
        Shape::Percent => json!(12.5),
        Shape::Date => json!("2026-03-01"),
        Shape::Due => json!("end-3d"),
        Shape::Window => json!("Weeks 1–2"),
        Shape::Bake => json!("5d"),
        Shape::Transition => json!("poc -> pilot"),
        Shape::Subject => json!("wave:scale/w10"),
        Shape::Link => json!("evidence.pdf"),
        Shape::Url => json!("https://example.com"),
        Shape::Language => json!("de-AT"),
        Shape::Code => json!("no-start"),
        Shape::OneOf(words) => json!(words[0]),
        Shape::Weekday => json!("fri"),
        Shape::List(shape) => json!([fitting(shape)]),
        Shape::Either(shapes) => fitting(&shapes[0]),
        Shape::Map(shape) => json!({ "report": fitting(shape) }),
        Shape::Severities => json!({ "no-start": "off" }),
        Shape::Object(object) => Value::Object(filled(object, |_| true)),
    }
}

/// An object with those of its keys.
fn filled(object: &Object, with: impl Fn(&Field) -> bool) -> Map<String, Value> {
    object.all().filter(|field| with(field)).map(|field| (field.name.to_owned(), fitting(&field.shape))).collect()
}

/// Values of every type, most of which are wrong in most places.
fn anything() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "word",
        "two words",
        "Not-A-Slug",
        "a/b",
        "a/b/c",
        "2026-02-30",
        "2026-03-01",
        "2026-3-1",
        " 2026-03-01",
        "end-3d",
        "end-3m",
        "Month 2",
        "Month 0",
        "0d",
        "5d",
        "5w",
        "a -> b",
        "a > b",
        "gate:a",
        "wave:a",
        "ftp://a",
        "https://a",
        "unknown-key",
        "no-start",
        "Friday",
        "frid",
        "todo",
        "TODO",
        "must",
        "all",
        "error",
        "off",
    ];
    let numbers =
        [json!(0), json!(1), json!(-1), json!(6), json!(100), json!(101), json!(1.5), json!(2_000_000_000_i64), json!(-2_000_000)];
    let others = [
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a", ""]),
        json!([1]),
        json!([[]]),
        json!([{}]),
        json!({ "a": null }),
        json!({ "a": 1 }),
        json!({ "a": "b" }),
        json!({ "no-start": "loud" }),
        json!({ "no-start": null }),
        json!({ "x-mine": 1 }),
    ];
    texts.into_iter().map(Value::from).chain(numbers).chain(others).collect()
}

/// Whole objects with one thing that may be wrong, at any depth.
fn cases(object: &Object) -> Vec<Map<String, Value>> {
    let plain = filled(object, |field| field.required);
    let with = |key: &str, value: Value| {
        let mut case = plain.clone();
        case.insert(key.to_owned(), value);
        case
    };
    let mut cases = vec![plain.clone(), filled(object, |_| true), with("zzz", json!(1)), with("x-mine", json!({ "a": [1] }))];
    for field in object.all() {
        let mut without = filled(object, |_| true);
        without.remove(field.name);
        cases.push(without);
        cases.extend(anything().into_iter().chain(inside(&field.shape)).map(|value| with(field.name, value)));
    }
    cases
}

/// Values of a shape with one thing that may be wrong in what it holds.
fn inside(shape: &Shape) -> Vec<Value> {
    match shape {
        Shape::Object(object) => cases(object).into_iter().map(Value::Object).collect(),
        Shape::List(shape) => anything().into_iter().chain(inside(shape)).map(|value| json!([value])).collect(),
        Shape::Map(shape) => anything().into_iter().chain(inside(shape)).map(|value| json!({ "report": value })).collect(),
        Shape::Either(shapes) => shapes.iter().flat_map(inside).collect(),
        Shape::OneOf(words) => words.iter().map(|word| json!(word)).collect(),
        Shape::Integer(least, most) => [least - 1, *least, *most, most + 1].map(Value::from).into(),
        _ => Vec::new(),
    }
}

#[test]
fn the_schemas_and_the_checker_agree_on_every_value_of_every_key_at_every_depth() {
    let (mut accepted, mut rejected, mut wrong) = (0, 0, Vec::new());
    for schema in &SCHEMAS {
        let validator = validator(&schema.to_value());
        for case in cases(schema.object) {
            let case = Value::Object(case);
            // TOML has no empty values, so the checker of `book.toml` never sees one.
            if !schema.may_be_empty && case.to_string().contains("null") {
                continue;
            }
            let faults = faults(schema.object, &case);
            *(if faults.is_empty() { &mut accepted } else { &mut rejected }) += 1;
            if validator.is_valid(&case) != faults.is_empty() {
                wrong.push(format!("{}: {case}\n  checker: {faults:?}", schema.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases, such as\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    assert!(accepted > 1_000 && rejected > 10_000, "{accepted} accepted, {rejected} rejected");
}

#[test]
fn every_file_that_is_shipped_or_made_from_a_template_is_valid() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    // The default book, what `init --minimal` writes, what `new` writes.
    for folder in ["", "tests/cli/init.out/handbook", "tests/cli/new.out"] {
        let sources = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        let mut roots = Vec::new();
        let mut diagnostics = Vec::new();
        if let Some(text) = &sources.config {
            roots.push((&BOOK, toml::parse(&Config::path(), text, Span::new(0, text.len()), &mut diagnostics), Config::path()));
        }
        for (path, file) in &sources.content {
            let (Some(inside), File::Text(text)) = (path.as_str().strip_prefix("content/"), file) else { continue };
            if inside.ends_with(".md") {
                let fields = Kind::of(inside).fields();
                roots.push((fields, front_matter::split(path, text, fields, &mut diagnostics).root, path.clone()));
            }
        }
        assert!(diagnostics.is_empty() && roots.len() >= 3, "{folder}: {} files", roots.len());
        for (object, root, path) in roots {
            let schema = SCHEMAS.iter().find(|schema| std::ptr::eq(schema.object, object)).unwrap();
            let document = json(&root);
            let errors: Vec<String> = validator(&schema.to_value()).iter_errors(&document).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "{folder}/{path}");
            *seen.entry(schema.name).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), SCHEMAS.len(), "{seen:?}");
}

#[test]
fn a_default_is_valid_and_writing_it_into_book_toml_changes_nothing() {
    let mut text = String::from("[book]\nid = \"b\"\n");
    let plain = Config::parse(&text, &mut Vec::new());
    for table in BOOK.all() {
        let Shape::Object(object) = table.shape else { continue };
        let head = if table.name == "book" { String::new() } else { format!("[{}]\n", table.name) };
        let schema = Schema::named("book").unwrap().to_value();
        let lines = object.all().filter(|field| field.default.is_some()).map(|field| {
            let default = &schema["properties"][table.name]["properties"][field.name]["default"];
            assert!(!default.is_null());
            format!("{} = {default}\n", field.name)
        });
        text = text + &head + &lines.collect::<String>();
    }
    let mut diagnostics = Vec::new();
    let mut written = Config::parse(&text, &mut diagnostics);
    assert_eq!(diagnostics, []);
    assert!(text.lines().count() > 15, "{text}");
    written.timezone.span = plain.timezone.span;
    written.language.span = plain.language.span;
    assert_eq!(written, plain);
}

/// Every key at every depth, with its schema.
fn keys(schema: &Value) -> Vec<(String, Value)> {
    let own = schema["properties"].as_object().into_iter().flatten().map(|(key, field)| (key.clone(), field.clone()));
    let inside: Vec<&Value> = match schema {
        Value::Object(map) => map.values().collect(),
        Value::Array(values) => values.iter().collect(),
        _ => Vec::new(),
    };
    own.chain(inside.into_iter().flat_map(keys)).collect()
}

#[test]
fn the_guide_has_a_row_for_every_key_with_its_default() {
    let guide = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide").join(name)).unwrap();
    let pages = [guide("writing.md"), guide("book-toml.md")].concat();
    let mut missing = Vec::new();
    // Findings have a page of their own, and tables of book.toml a heading.
    let of_the_guide = SCHEMAS.iter().flat_map(|schema| keys(&schema.to_value())).filter(|(key, _)| Code::from_name(key).is_none());
    for (key, field) in of_the_guide {
        let named = |line: &&str| match line.starts_with('|') {
            true => line.contains(&format!("`{key}`")),
            false => line.starts_with(&format!("## `[{key}]`")),
        };
        let rows: Vec<&str> = pages.lines().filter(named).collect();
        let default = match &field["default"] {
            Value::String(text) => text.clone(),
            Value::Array(days) if days.len() == 5 => "Monday to Friday".to_owned(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        if !rows.iter().any(|row| row.contains(&default)) {
            missing.push(format!("{key} = {default}"));
        }
    }
    missing.sort();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new());
}

/// A book in which every default of front matter could be written where `«key»` stands.
const BOOK_WITH_PLACES: &str = r#"
-- book.toml --
[book]
id = "b"
start = 2026-01-05
-- content/stages/01-a.md --
---
{ window: Week 1-2 «draft», waves: [
  { percent: 50 «bake», guardrails: [{ id: g, metric: Errors, op: "<", target: 1 «min_samples» }],
    started: 2026-01-05, measurements: [{ guardrail: g, date: 2026-01-06, value: 0.5 }] },
  { percent: 100 } ],
  checklist: [{ text: One «level» «weight» «evidence_required» «na_allowed» «state» }, { text: Two, state: 2026-01-06 }] }
---
-- content/stages/02-b.md --
---
{ window: Week 3-4 }
---
-- content/guide/terms.md --
---
{ title: Terms «glossary» }
---
-- content/causes/c.md --
---
{ transition: a -> b «severity», guards: [a/one] }
---
"#;

#[test]
fn writing_a_default_into_front_matter_changes_nothing() {
    let front_matter = SCHEMAS.iter().filter(|schema| schema.may_be_empty);
    let found: BTreeMap<String, Value> = front_matter
        .flat_map(|schema| keys(&schema.to_value()))
        .filter_map(|(key, field)| Some((key, field.get("default")?.clone())))
        .collect();
    let (mut plain, mut written) = (BOOK_WITH_PLACES.to_owned(), BOOK_WITH_PLACES.to_owned());
    for (key, default) in &found {
        let place = format!("«{key}»");
        assert!(written.contains(&place), "no place for the default of `{key}`");
        plain = plain.replace(&place, "");
        written = written.replace(&place, &format!(", {key}: {default}"));
    }
    assert!(found.len() > 8 && !plain.contains('«'), "{plain}");
    let site = |text: &str| {
        let built = Pipeline::default().build(&Sources::from_fixture(text), date(2026, 1, 7), None, &mut |_| {});
        let errors: Vec<&str> =
            built.diagnostics.iter().filter(|it| it.severity == Severity::Error).map(|it| it.message.as_str()).collect();
        assert_eq!(errors, Vec::<&str>::new(), "{text}");
        built.site.files
    };
    assert!(site(&plain) == site(&written), "a default of the list is not the engine's:\n{written}");
}

/// Whether a parser accepts a text.
type Accepts = fn(&str) -> bool;

/// The schema of one shape, by way of an object that has one key.
fn of_shape(shape: Shape) -> Validator {
    let field = Field { name: "v", shape, required: true, doc: "", default: None, examples: &[], of_state: false };
    let fields: &'static [Field] = Box::leak(Box::new([field]));
    let fields: &'static [&'static [Field]] = Box::leak(Box::new([fields]));
    let object: &'static Object = Box::leak(Box::new(Object { name: "a case", fields }));
    validator(&Schema { name: "case", files: "", object, may_be_empty: true }.to_value())
}

#[test]
fn the_examples_of_every_key_are_accepted_by_the_checker() {
    fn walk(schema: &Value, found: &mut Vec<Value>) {
        match schema {
            Value::Object(map) => {
                let examples = map.get("examples").and_then(Value::as_array).cloned().unwrap_or_default();
                found.extend(examples.into_iter().map(|example| json!([schema.clone(), example])));
                map.values().for_each(|value| walk(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    SCHEMAS.iter().for_each(|schema| walk(&schema.to_value(), &mut found));
    assert!(found.len() > 50);
    for pair in found {
        assert!(validator(&pair[0]).is_valid(&pair[1]), "{pair}");
    }
}

#[test]
fn a_pattern_tells_right_from_wrong_as_its_parser_does() {
    let cases: [(Shape, &[&str], &[&str]); 9] = [
        (Shape::Text, &["a", "\u{85}a", " a "], &["", " ", "\t\n"]),
        (Shape::Slug, &["a", "a-1", "-"], &["", "A", "a b", "a/b", "ä"]),
        (Shape::ItemRef, &["a", "a/b"], &["", "a/", "/b", "a/b/c", "a / b"]),
        (Shape::Date, &["2026-03-01", "2024-02-29", "0000-01-01"], &["2026-02-30", "2026-3-1", " 2026-03-01", "2026-03-01T00:00:00Z", ""]),
        (
            Shape::Due,
            &["2026-03-01", "start", "End + 1D", " end-2w "],
            &["", " 2026-03-01", "strat+3d", "start 3d", "end-3m", "end-10000d"],
        ),
        (
            Shape::Window,
            &["Week 1-2", "weeks 3 — 6", "week 3TO6", "  Months 6 + ", "Month\u{a0}9999", "2026-03-01 .. ", "After Pilot FOR 10 D"],
            &[
                "",
                "Month",
                "Month 0",
                "Moth 2",
                "4 weeks",
                "Month 10000",
                "2026-03-01",
                "..2026-03-01",
                "after pilot for 4",
                "after pilot for 0w",
            ],
        ),
        (Shape::Bake, &["5d", " 05 D"], &["", "0d", "5", "5w", "10000d"]),
        (Shape::Transition, &["poc -> pilot", "a→b", "a-->b"], &["", "a", "a -> ", "A -> b", "a -> b -> c"]),
        (Shape::Subject, &["gate:a", "wave:a/b"], &["", "gate:", "wave:a", "gate:a/b", " gate:a", "Gate:a"]),
    ];
    for (shape, right, wrong) in cases {
        let validator = of_shape(shape);
        right.iter().for_each(|text| assert!(validator.is_valid(&json!({ "v": text })), "{shape:?} {text:?}"));
        wrong.iter().for_each(|text| assert!(!validator.is_valid(&json!({ "v": text })), "{shape:?} {text:?}"));
    }
}

#[test]
fn what_a_regular_expression_cannot_count_is_left_to_the_checker() {
    let cases = [(Shape::Window, "Month 3-2"), (Shape::Window, "2026-04-15..2026-03-01"), (Shape::Window, "2026-02-30..2026-03-01")];
    for (shape, text) in cases {
        assert!(Window::parse(text).is_err() && of_shape(shape).is_valid(&json!({ "v": text })), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn a_pattern_matches_whatever_its_parser_accepts(
        text in prop_oneof![
            "[ \u{a0}]?(Months?|WEE[Kk\u{212A}]S?|quarter|DAY)[ \u{85}]?0{0,2}[0-9]{1,5} ?(\\+|[-–—][ \u{2003}]?[0-9]{1,5}|TO[0-9]{1,4})? ?",
            "[ \t]?[aA]fter [a-zA-Z0-9-]{1,3}[ \u{85}](for|FOR) ?[0-9]{1,5} ?[dwmDWM]?\u{a0}?",
            "2026-0[1-3]-[0-2][0-9]( ?\\.\\. ?(2026-0[4-9]-[0-2][0-9])?)?",
            " ?(start|End|END)( ?[+-] ?[0-9]{1,5} ?[dwDWm])?\u{85}?",
            "[ \u{a0}]?0?[0-9]{1,5} ?[dDw] ?",
            " ?([a-z0-9-]{1,3}|[a-zA-Z])\u{a0}?(->|→|>) ?[a-z0-9-]{1,3}",
            "(gate|wave):[a-z0-9-]{1,3}(/[a-z0-9-]{1,3})?",
            "[a-z0-9A-Z-]{0,3}/?[a-z0-9-]{1,3}",
            " ?(fri|MON|Tuesday|wedn)\t?",
            "\\PC{0,4}",
        ]
    ) {
        thread_local! {
            static CASES: Vec<(Validator, Accepts)> = vec![
                (of_shape(Shape::Text), |text| !text.trim().is_empty()),
                (of_shape(Shape::Slug), is_slug),
                (of_shape(Shape::ItemRef), is_item_ref),
                (of_shape(Shape::Date), |text| read_date(text).is_ok()),
                (of_shape(Shape::Due), |text| Due::parse(text).is_ok()),
                (of_shape(Shape::Window), |text| Window::parse(text).is_ok()),
                (of_shape(Shape::Bake), |text| parse_bake(text).is_ok()),
                (of_shape(Shape::Transition), |text| transition(text).is_some()),
                (of_shape(Shape::Subject), |text| subject(text).is_some()),
                (of_shape(Shape::Weekday), |text| WeekdaySet::parse_weekday(text).is_some()),
            ];
        }
        CASES.with(|cases| {
            for (n, (validator, accepts)) in cases.iter().enumerate() {
                let document = json!({ "v": text });
                prop_assert!(!accepts(&text) || validator.is_valid(&document), "case {}: {:?}", n, text);
            }
            Ok(())
        })?;
    }
}
