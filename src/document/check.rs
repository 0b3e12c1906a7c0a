//! Walks a [`Node`] tree along the list of [`fields`](super::fields) and reports every fault of shape, each at its place. Not done here:
//! anything that needs a second file.

use super::advice::{self, Around};
use super::fields::{Field, Object, STATES, Shape};
use super::node::{Entry, Node, Value};
use super::web::{address_fault, is_language, language_meant};
use super::years::far_off;
use crate::calendar::{Due, TextError, WeekdaySet, Window, parse_bake, read_date};
use crate::diagnostic::{self, Code, Diagnostic, Span};
use crate::path::SourcePath;

/// Checks a whole file's keys against the keys of its kind; `root` was read from `source`. A block that was not `read_in_full` is not blamed for
/// keys that it lacks.
pub fn check(path: &SourcePath, source: &str, root: &Node, object: &'static Object, read_in_full: bool, diagnostics: &mut Vec<Diagnostic>) {
    Checker { path, source, outer: Vec::new(), read_in_full, diagnostics }.object(root, object);
}

struct Checker<'a> {
    path: &'a SourcePath,
    source: &'a str,
    /// The maps around the one that is looked at, from the outermost.
    outer: Vec<&'static Object>,
    read_in_full: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn object(&mut self, node: &Node, object: &'static Object) {
        let before = self.diagnostics.len();
        for entry in node.entries() {
            let key = entry.key.value.as_str();
            match object.all().find(|field| field.name == key) {
                Some(field) => {
                    self.outer.push(object);
                    self.value(&entry.node, &field.shape, &format!("`{key}`"));
                    self.outer.pop();
                }
                None if key.starts_with("x-") => {}
                None => self.unknown_key(key, entry.key.span, object),
            }
        }
        if self.read_in_full {
            for field in object.all().filter(|field| field.required && node.get(field.name).is_none()) {
                self.missing(node, object, field);
            }
        }
        // A key that was not understood may well be the state.
        if self.read_in_full && self.diagnostics.len() == before && node.get("state").is_none() {
            self.without_state(node, object);
        }
    }

    fn without_state(&mut self, node: &Node, object: &'static Object) {
        let of_state = |entry: &&Entry| object.all().any(|field| field.of_state && field.name == entry.key.value);
        let Some(entry) = node.entries().iter().filter(|entry| entry.node.value != Value::Null).find(of_state) else { return };
        let message = format!("`{}` without a `state`: the item counts as to do", entry.key.value);
        self.report(Diagnostic::new(Code::StateIncomplete, self.path, entry.key.span, message).help(advice::state_meant(node)));
    }

    fn unknown_key(&mut self, key: &str, span: Span, object: &'static Object) {
        let cut = self.source.get(..span.start).and_then(|before| advice::cut_number(key, before));
        let help = cut.unwrap_or_else(|| advice::unknown_key(key, &Around { object, outer: &self.outer, header: &|| self.header(span) }));
        self.report(
            Diagnostic::new(Code::UnknownKey, self.path, span, format!("{} has no key `{key}`", object.name))
                .label("unknown key")
                .help(help),
        );
    }

    /// In TOML, the `[header]` or `[[header]]` that a key stands below.
    fn header(&self, key: Span) -> Option<&str> {
        let text = self.source.trim_start_matches('\u{feff}');
        if !(self.path.as_str().ends_with(".toml") || text.starts_with("+++")) {
            return None;
        }
        let before = self.source.get(..key.start)?.rsplit('\n');
        before.map(str::trim).find(|line| line.starts_with('['))
    }

    fn missing(&mut self, node: &Node, object: &Object, field: &Field) {
        let span = node.entries().first().map_or(Span::new(node.span.start, node.span.start), |entry| entry.key.span);
        self.report(
            Diagnostic::new(Code::BadValue, self.path, span, format!("{} needs `{}`", object.name, field.name))
                .help(format!("add `{}`: {}", field.name, field.doc)),
        );
    }

    fn value(&mut self, node: &Node, shape: &'static Shape, name: &str) {
        match (shape, &node.value) {
            (_, Value::Null) => {}
            (Shape::Object(object), Value::Map(_)) => self.object(node, object),
            (Shape::List(shape), Value::List(elements)) => {
                for element in elements {
                    if element.value == Value::Null {
                        self.bad(Code::BadValue, element.span, format!("{name} has an empty entry"), None);
                    }
                    self.value(element, shape, &format!("an entry of {name}"));
                }
            }
            (Shape::Map(shape), Value::Map(entries)) => {
                for entry in entries {
                    let found = self.diagnostics.len();
                    self.value(&entry.node, shape, &format!("`{}`", entry.key.value));
                    // Whose name is a key's is rather that key than an item with a wrong state.
                    if !matches!(entry.node.value, Value::Map(_))
                        && let Some(diagnostic) = self.diagnostics.get_mut(found)
                        && let Some(help) = advice::one_level_too_high(&entry.key.value, shape)
                    {
                        diagnostic.help = Some(help);
                        self.diagnostics.truncate(found + 1);
                    }
                }
            }
            (Shape::Severities, Value::Map(_)) => self.severities(node),
            (Shape::Either([Shape::Inline, Shape::Object(object)]), Value::Map(entries))
                if matches!(entries.as_slice(), [entry] if advice::begins_a_text(&entry.key.value, object))
                    && let Some(help) = advice::text_with_colon(node, self.source) =>
            {
                let span = entries.first().map_or(node.span, |entry| entry.key.span);
                self.bad(Code::BadValue, span, format!("{name} must be text or the keys of {}, found a map", object.name), Some(help));
            }
            (Shape::Either(shapes), value) => match shapes.iter().find(|shape| fits(shape, value)) {
                Some(shape) => self.value(node, shape, name),
                None => self.wrong_type(node, shape, name),
            },
            (shape, value) if fits(shape, value) => self.scalar(node, shape, name),
            _ => self.wrong_type(node, shape, name),
        }
    }

    fn severities(&mut self, node: &Node) {
        for entry in node.entries() {
            if Code::from_name(&entry.key.value).is_none() {
                let help = diagnostic::suggest(&entry.key.value, Code::ALL.iter().map(|code| code.name()));
                let message = format!("there is no finding `{}`", entry.key.value);
                self.bad(Code::UnknownKey, entry.key.span, message, help);
            }
            self.value(&entry.node, &SEVERITIES, &format!("`{}`", entry.key.value));
        }
    }

    fn scalar(&mut self, node: &Node, shape: &Shape, name: &str) {
        let text = node.as_text().unwrap_or_default();
        if let Some(fault) = fault(shape, &node.value, text) {
            let span = match fault.part {
                // Only a value that stands in the file as it is read can be pointed into.
                Some(part) if advice::written(node, self.source) == text => {
                    Span::new(node.span.start + part.start, node.span.start + part.end)
                }
                _ => node.span,
            };
            let message = match fault.message {
                Some(message) => format!("{name}: {message}"),
                None => format!("{name} must be {}", expected(shape)),
            };
            self.bad(fault.code, span, message, fault.help);
        }
    }

    fn wrong_type(&mut self, node: &Node, shape: &Shape, name: &str) {
        let code = match shape {
            Shape::Date | Shape::Due | Shape::Either([Shape::Date, ..]) => Code::BadDate,
            Shape::Window => Code::BadWindow,
            _ => Code::BadValue,
        };
        let help = match shape {
            Shape::Inline | Shape::Text => advice::text_with_colon(node, self.source),
            _ => None,
        };
        let help = help.or_else(|| advice::wrong_type(shape, &node.value, advice::written(node, self.source)));
        // A list or map is shown by its first line only.
        let first = self.source.get(node.span.start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = match node.value {
            Value::List(_) | Value::Map(_) => Span::new(node.span.start, node.span.start + first),
            _ => node.span,
        };
        self.bad(code, span, format!("{name} must be {}, found {}", expected(shape), node.what()), help);
    }

    fn bad(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::new(code, self.path, span, message);
        diagnostic.help = help;
        self.report(diagnostic);
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// A bound that is there for the machine's sake, which nobody needs to be told.
const MANY: i64 = 1_000_000;

/// What `[checks]` may say of a finding.
static SEVERITIES: Shape = Shape::OneOf(&["error", "warn", "off"]);

/// What is wrong with a value of the right type.
struct Fault {
    code: Code,
    message: Option<String>,
    help: Option<String>,
    /// The offending part of the text, when it isn't all of it.
    part: Option<std::ops::Range<usize>>,
}

impl Fault {
    fn plain(code: Code) -> Self {
        Self { code, message: None, help: None, part: None }
    }

    fn of(code: Code, error: TextError) -> Self {
        Self { code, message: Some(error.message), help: Some(error.help), part: Some(error.range) }
    }

    fn help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// True when a value of that type may have that shape at all.
fn fits(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Bool => matches!(value, Value::Bool(_)),
        Shape::Integer(..) => matches!(value, Value::Integer(_)),
        Shape::Number | Shape::Percent => matches!(value, Value::Integer(_) | Value::Float(_)),
        // In an Either the two forms of a state word part ways by their first character.
        Shape::Date => match value {
            Value::Datetime(_) => true,
            Value::Text(text) => text.starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        },
        Shape::Due => matches!(value, Value::Text(_) | Value::Datetime(_)),
        Shape::List(_) => matches!(value, Value::List(_)),
        Shape::Map(_) | Shape::Severities | Shape::Object(_) => matches!(value, Value::Map(_)),
        Shape::Either(shapes) => shapes.iter().any(|shape| fits(shape, value)),
        _ => matches!(value, Value::Text(_)),
    }
}

fn fault(shape: &Shape, value: &Value, text: &str) -> Option<Fault> {
    match shape {
        Shape::Text | Shape::Inline | Shape::Link if text.trim().is_empty() => {
            let message = Some("an empty text says nothing".to_owned());
            Some(Fault { message, ..Fault::plain(Code::BadValue).help(Some("write something there, or leave it out".to_owned())) })
        }
        Shape::Slug if !is_slug(text) => Some(Fault::plain(Code::BadValue).help(advice::slug_meant(text))),
        Shape::ItemRef if !is_item_ref(text) => Some(Fault::plain(Code::BadValue).help(advice::item_meant(text))),
        Shape::Integer(least, most) => match value {
            Value::Integer(number) if (*least..=*most).contains(number) => None,
            Value::Integer(number) if number > most && *most >= MANY => {
                Some(Fault::plain(Code::BadValue).help(Some(format!("it may be {most} at most"))))
            }
            _ => Some(Fault::plain(Code::BadValue)),
        },
        Shape::Number => number(value).filter(|number| number.is_finite()).is_none().then(|| Fault::plain(Code::BadValue)),
        Shape::Percent => number(value).filter(|number| *number > 0.0 && *number <= 100.0).is_none().then(|| Fault::plain(Code::BadValue)),
        Shape::Date => read_date(text).err().map(|error| Fault::of(Code::BadDate, error)).or_else(|| year_fault(shape, text)),
        Shape::Due => Due::parse(text).err().map(|error| Fault::of(Code::BadDate, error)).or_else(|| year_fault(shape, text)),
        Shape::Window => {
            let fault = Window::parse(text).err().map(|error| {
                let fault = Fault::of(Code::BadWindow, error);
                let meant = advice::window_meant(text).or(fault.help.clone());
                fault.help(meant)
            });
            fault.or_else(|| year_fault(shape, text))
        }
        Shape::Bake => parse_bake(text).err().map(|error| Fault::of(Code::BadValue, error)),
        Shape::Transition => transition(text).is_none().then(|| Fault::plain(Code::BadValue).help(advice::transition_meant(text))),
        Shape::Subject => subject(text).is_none().then(|| Fault::plain(Code::BadValue)),
        Shape::Url => address_fault(text).map(|why| Fault::plain(Code::BadValue).help(Some(why.to_owned()))),
        Shape::Language if !is_language(text) => Some(Fault::plain(Code::BadValue).help(Some(match language_meant(text) {
            Some(tag) => format!("write it as `{tag}`"),
            None => "two or three letters name the language, others the country: `en`, `de-AT`".to_owned(),
        }))),
        Shape::Code => match Code::from_name(text) {
            Some(code) if !code.is_configurable() => {
                let message = Some(format!("`{text}` is always an error and can't be allowed"));
                let help = "only findings that are warnings by default can be: the others would publish something broken";
                Some(Fault { message, ..Fault::plain(Code::BadValue).help(Some(help.to_owned())) })
            }
            Some(_) => None,
            None => Some(Fault::plain(Code::BadValue).help(diagnostic::suggest(text, Code::ALL.iter().map(|code| code.name())))),
        },
        Shape::OneOf(words) => (!words.contains(&text)).then(|| Fault::plain(Code::BadValue).help(advice::word(text, words))),
        Shape::Weekday => WeekdaySet::parse_weekday(text).is_none().then(|| Fault::plain(Code::BadValue)),
        _ => None,
    }
}

fn year_fault(shape: &Shape, text: &str) -> Option<Fault> {
    let day = far_off(shape, text)?.to_string();
    let at = text.find(&day)?;
    let message = format!("the year {} is far from any rollout", &day[..day.len() - "-MM-DD".len()]);
    Some(Fault {
        message: Some(message),
        part: Some(at..at + day.len()),
        ..Fault::plain(Code::BadDate).help(Some("is the year right?".to_owned()))
    })
}

/// What a shape asks for, to follow "must be".
fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::Inline => "text (Markdown)".into(),
        Shape::Slug => "an id of the letters a-z, digits and `-`".into(),
        Shape::ItemRef => "the id of an item, `stage/item`".into(),
        Shape::Bool => "true or false".into(),
        Shape::Integer(least, most) if *most >= MANY && -*least >= MANY => "a whole number".into(),
        Shape::Integer(least, most) if *most >= MANY => format!("a whole number, {least} or more"),
        Shape::Integer(least, most) => format!("a whole number from {least} to {most}"),
        Shape::Number => "a number".into(),
        Shape::Percent => "a percentage above 0, at most 100".into(),
        Shape::Date => "a date, YYYY-MM-DD".into(),
        Shape::Due => "a date, or days from the window's start or end such as `end-3d`".into(),
        Shape::Window => "a window such as `Week 1-2`".into(),
        Shape::Bake => "a number of workdays such as `5d`".into(),
        Shape::Transition => "two stages, `poc -> pilot`".into(),
        Shape::Subject => "`gate:STAGE` or `wave:STAGE/ID`".into(),
        Shape::Link => "a link".into(),
        Shape::Url => "an address such as `https://example.com/`".into(),
        Shape::Language => "the tag of a language (BCP 47), such as `en` or `de-AT`".into(),
        Shape::Code => "the name of a finding".into(),
        Shape::OneOf(words) if *words == STATES => format!("a state ({})", words.join(", ")),
        Shape::OneOf(["all"]) => "`all`, or a list of ids such as `[discovery, poc]`".into(),
        Shape::OneOf(words) => format!("one of {}", words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
        Shape::Weekday => "a day of the week, such as `Friday`".into(),
        Shape::List(_) => "a list".into(),
        Shape::Map(_) | Shape::Severities => "a map".into(),
        Shape::Object(object) => format!("the keys of {}", object.name),
        Shape::Either(shapes) => shapes.iter().map(expected).collect::<Vec<_>>().join(", or "),
    }
}

/// True for `[a-z0-9-]+`, the form of every id.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// True for `stage/item`, and for the `item` of a stage that is known from elsewhere.
pub fn is_item_ref(text: &str) -> bool {
    text.split_once('/').map_or_else(|| is_slug(text), |(stage, item)| is_slug(stage) && is_slug(item))
}

/// The two stages of a transition, `poc -> pilot`.
pub fn transition(text: &str) -> Option<(&str, &str)> {
    let (from, to) = text.split_once("->").or_else(|| text.split_once('→'))?;
    let (from, to) = (from.trim(), to.trim());
    (is_slug(from) && is_slug(to)).then_some((from, to))
}

/// The parts of a decision's subject: `gate:poc` → (poc, none), `wave:scale/w25` → (scale, w25).
pub fn subject(text: &str) -> Option<(&str, Option<&str>)> {
    if let Some(stage) = text.strip_prefix("gate:") {
        return is_slug(stage).then_some((stage, None));
    }
    let (stage, wave) = text.strip_prefix("wave:")?.split_once('/')?;
    (is_slug(stage) && is_slug(wave)).then_some((stage, Some(wave)))
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        _ => None,
    }
}
