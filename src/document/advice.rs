//! What an author may have meant by a value or a key that does not fit, for the help beside a finding: the traps of YAML and TOML by name. Not done
//! here: finding that it does not fit ([`super::check`]).

use super::check::is_slug;
use super::fields::{Object, STATES, Shape};
use super::node::{Node, Value};
use super::slug::slug;
use crate::calendar::day_meant;
use crate::diagnostic::nearest;

/// For a value of the wrong type. `written` is what stands in the file.
pub(super) fn wrong_type(shape: &Shape, value: &Value, written: &str) -> Option<String> {
    match (shape, value) {
        (Shape::Either(shapes), _) => shapes.iter().find_map(|shape| wrong_type(shape, value, written)),
        (Shape::Date | Shape::Due, Value::Integer(_)) => day_meant(written).map(|day| format!("write it as `{day}`")),
        (Shape::Bake, Value::Integer(days)) => Some(format!("write it as `{days}d`")),
        (Shape::Window, Value::Integer(number)) => Some(format!("say of what: `Week {number}`, `Month {number}`")),
        (Shape::Slug, Value::Integer(_) | Value::Float(_)) if !is_slug(written) => {
            Some(format!("write it as `{}`", slug(&written.replace('.', "-"))))
        }
        (shape, Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::Datetime(_)) if is_text(shape) => {
            Some(match changed(value, written) {
                Some(read) => format!("put it in quotes to make it text: without them `{written}` is the number {read}"),
                None => "put it in quotes to make it text".to_owned(),
            })
        }
        (Shape::Bool, Value::Text(text)) => bool_meant(text),
        (Shape::Integer(..) | Shape::Number | Shape::Percent, Value::Text(text)) => number_meant(text, written),
        (Shape::Integer(..), Value::Float(_)) => whole_number_meant(written),
        (Shape::Map(_), Value::List(_)) => Some("write a line `id: value` for each, without `-`".to_owned()),
        (Shape::List(_), _) => Some("write it as a list, `[…]`, even for one entry".to_owned()),
        _ => None,
    }
}

/// For a word that is none of those that may stand there.
pub(super) fn word(text: &str, words: &[&str]) -> Option<String> {
    if words == STATES {
        let meant = match text.to_lowercase().as_str() {
            "yes" | "y" | "on" | "x" | "ok" | "complete" | "completed" | "finished" | "closed" | "✓" => Some("done"),
            "no" | "n" | "off" | "open" | "planned" | "pending" => Some("todo"),
            "wip" | "started" | "in progress" | "in-progress" | "ongoing" => Some("doing"),
            "n/a" | "none" | "not applicable" => Some("na"),
            _ => None,
        };
        if let Some(state) = meant {
            return Some(format!("the word for it is `{state}`"));
        }
    }
    nearest(text, words.iter().copied()).map(|word| format!("did you mean `{word}`?"))
}

/// Where a key stands in its file, for [`unknown_key`].
pub(super) struct Around<'a> {
    /// The map that it stands in.
    pub(super) object: &'static Object,
    /// The maps around that, from the outermost.
    pub(super) outer: &'a [&'static Object],
    /// Finds the header that it stands below, in TOML. It goes up line by line, and so it is asked only where that helps.
    pub(super) header: &'a dyn Fn() -> Option<&'a str>,
}

/// For a key that this kind of map does not have.
pub(super) fn unknown_key(key: &str, around: &Around<'_>) -> String {
    let Around { object, outer, header } = around;
    if let Some(invisible) =
        key.chars().find(|c| !c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')))
    {
        return format!("there is an invisible character in it, U+{:04X}: type the key anew", u32::from(invisible));
    }
    if key == "<<" {
        return "merge keys belong to YAML 1.1 and are not read here: write the keys out".to_owned();
    }
    let has = |object: &Object| object.all().any(|field| field.name == key);
    if let Some(owner) = outer.iter().rev().find(|object| has(object)) {
        return match header() {
            Some(header) => {
                format!("it is a key of {}, and below `{header}` it belongs to {}: move it up, before that line", owner.name, object.name)
            }
            None => format!("it is a key of {}: is it indented too far?", owner.name),
        };
    }
    let beside = outer.first().into_iter().flat_map(|root| root.all()).find_map(|field| match field.shape {
        Shape::Object(sibling) if has(sibling) => Some(sibling),
        _ => None,
    });
    if let Some(sibling) = beside
        && header().is_some()
    {
        return format!("it is a key of {}: move it there", sibling.name);
    }
    let names: Vec<&str> = object.all().map(|field| field.name).collect();
    match nearest(key, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("keys of {}: {}; a key of your own begins with `x-`", object.name, names.join(", ")),
    }
}

/// True for what is written as words of some kind.
fn is_text(shape: &Shape) -> bool {
    !matches!(
        shape,
        Shape::Bool
            | Shape::Integer(..)
            | Shape::Number
            | Shape::Percent
            | Shape::Date
            | Shape::Due
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Object(_)
            | Shape::Severities
            | Shape::Either(_)
    )
}

/// How a number reads, where that is not how it is written: `1.10` is 1.1, `010` is 10.
fn changed(value: &Value, written: &str) -> Option<String> {
    let read = match value {
        Value::Integer(number) => number.to_string(),
        Value::Float(number) if number.is_finite() => number.to_string(),
        _ => return None,
    };
    (read != written).then_some(read)
}

fn bool_meant(text: &str) -> Option<String> {
    let meant = match text.to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => true,
        "no" | "n" | "off" | "false" => false,
        _ => return None,
    };
    Some(if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        format!("write `{meant}`, without quotes")
    } else {
        format!("`{text}` is text in YAML 1.2 and in TOML: write `{meant}`")
    })
}

fn number_meant(text: &str, written: &str) -> Option<String> {
    let bare = text.trim().trim_end_matches('%').trim_end();
    let point = bare.replace(',', ".");
    let number = point.parse::<f64>().ok().filter(|number| number.is_finite())?;
    Some(if written.starts_with(['"', '\'']) && bare == text {
        format!("write `{number}`, without quotes")
    } else {
        format!("write it as `{number}`")
    })
}

fn whole_number_meant(written: &str) -> Option<String> {
    let digits = written.trim_start_matches(['-', '+']).trim_end_matches(".0");
    digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_').then(|| match written.strip_suffix(".0") {
        Some(whole) => format!("write it as `{whole}`"),
        None => "it is too large for any number that may stand here".to_owned(),
    })
}

/// The text of a node as it stands in its file.
pub(super) fn written<'s>(node: &Node, source: &'s str) -> &'s str {
    source.get(node.span.start..node.span.end).unwrap_or_default()
}
