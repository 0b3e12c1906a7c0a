//! What an author may have meant by a value or a key that does not fit, for the help beside a finding: the traps of YAML and TOML by name. Not done
//! here: finding that it does not fit ([`super::check`]).

use super::check::{is_item_ref, is_slug};
use super::fields::{Object, STATES, Shape};
use super::node::{Entry, Node, Value};
use super::slug::slug;
use crate::calendar::day_meant;
use crate::diagnostic::nearest;

/// A longer text is not written out again to show its quotes.
const LONGEST_SHOWN: usize = 40;

/// For a value of the wrong type. `written` is what stands in the file.
pub(super) fn wrong_type(shape: &Shape, value: &Value, written: &str) -> Option<String> {
    match (shape, value) {
        (Shape::Either(shapes), Value::Integer(_) | Value::Float(_)) if shapes.iter().any(is_state_word) => {
            Some(match day_meant(written) {
                Some(day) => format!("write it as `{day}`"),
                None => format!("write a state ({}), or the day on which it was done", STATES.join(", ")),
            })
        }
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
        (Shape::Integer(..), Value::Text(text)) => thousands(text).or_else(|| number_meant(text, written, true)),
        (Shape::Number | Shape::Percent, Value::Text(text)) => number_meant(text, written, false),
        (Shape::Integer(..), Value::Float(_)) => thousands(written).or_else(|| whole_number_meant(written)),
        (Shape::Map(_), Value::List(_)) => Some("write a line `id: value` for each, without `-`".to_owned()),
        (Shape::List(_), Value::Text(_)) if written.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) => {
            Some("a space is missing after `-`".to_owned())
        }
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
    if words == ["all"] {
        let ids: Vec<&str> = text.split([',', ' ']).filter(|id| !id.is_empty()).collect();
        return Some(match text.trim().eq_ignore_ascii_case("all") {
            true => "write `all`".to_owned(),
            false if ids.iter().all(|id| is_slug(id)) => format!("write it as a list: `[{}]`", ids.join(", ")),
            false => return None,
        });
    }
    let meant = match text.to_lowercase().replace(' ', "").as_str() {
        "no-go" | "nogo" | "no" | "stop" | "reject" | "rejected" if words.contains(&"kill") => {
            return Some("write `hold` to wait, or `kill` to end the project".to_owned());
        }
        "≤" | "⩽" | "=<" | "=‹" | "‹=" | "lte" => "<=",
        "≥" | "⩾" | "=>" | "=›" | "›=" | "gte" => ">=",
        "‹" | "lt" => "<",
        "›" | "gt" => ">",
        _ => "",
    };
    let near = Some(meant).filter(|meant| words.contains(meant)).or_else(|| nearest(text, words.iter().copied()));
    near.map(|word| format!("did you mean `{word}`?"))
}

/// For a text that is no id: one in which the kind of what is meant stands in front, and any other.
pub(super) fn slug_meant(text: &str) -> Option<String> {
    if let Some((kind, id)) = text.split_once(':')
        && ["stage", "cause", "practice", "project", "decision", "item", "wave", "gate"].contains(&kind)
        && is_slug(id.trim())
    {
        return Some(format!("write it without the kind: `{}`", id.trim()));
    }
    let slug = slug(text);
    (!slug.is_empty()).then(|| format!("write it as `{slug}`"))
}

/// For a text that is no id of an item.
pub(super) fn item_meant(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches("[[").trim_end_matches("]]");
    let bare = bare.strip_prefix("item:").unwrap_or(bare).trim();
    (bare != text && is_item_ref(bare)).then(|| format!("write it as `{bare}`"))
}

/// For a text that is no transition: one with another sign between two stages.
pub(super) fn transition_meant(text: &str) -> Option<String> {
    ["-->", "–>", "—>", "=>", "⇒", "->", ">", " to ", "–", "—", ",", "/"].iter().find_map(|sign| {
        let (from, to) = text.split_once(sign)?;
        let (from, to) = (from.trim(), to.trim());
        (is_slug(from) && is_slug(to)).then(|| format!("write it as `{from} -> {to}`"))
    })
}

/// For `Q2`, a quarter as people write it.
pub(super) fn window_meant(text: &str) -> Option<String> {
    let number = text.trim().strip_prefix(['Q', 'q'])?.trim();
    (!number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| format!("did you mean `Quarter {number}`?"))
}

/// For `- Note: a thing`, which is a map to YAML: its one key is no key that may stand there. Braces are no slip.
pub(super) fn text_with_colon(node: &Node, source: &str) -> Option<String> {
    let [Entry { key, node: text }] = node.entries() else { return None };
    let Value::Text(words) = &text.value else { return None };
    let is_yaml = source.get(key.span.end..).is_some_and(|rest| rest.starts_with(": "));
    if !is_yaml || written(node, source).starts_with('{') {
        return None;
    }
    let is_short = words.len() <= LONGEST_SHOWN && words == written(text, source);
    let shown = if is_short { format!(": `\"{}: {words}\"`", key.value) } else { String::new() };
    Some(format!("a text with `: ` in it needs quotes{shown}"))
}

/// True for a key by which a text rather begins than a map: `Note`, `Go/no-go`, and not a slip of a finger in one of the keys of `object`.
pub(super) fn begins_a_text(key: &str, object: &Object) -> bool {
    let has = object.all().any(|field| field.name == key);
    let is_word = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    !has && !key.starts_with("x-") && (!is_word || nearest(key, object.all().map(|field| field.name)).is_none())
}

/// For a key of a state, or of a wave's state, that stands where the names of items or waves do.
pub(crate) fn one_level_too_high(key: &str, shape: &Shape) -> Option<String> {
    let object = match shape {
        Shape::Object(object) => object,
        Shape::Either(shapes) => shapes.iter().find_map(|shape| if let Shape::Object(object) = shape { Some(object) } else { None })?,
        _ => return None,
    };
    let has = object.all().any(|field| field.name == key);
    has.then(|| format!("`{key}` is a key of {}: it stands one level too high", object.name))
}

/// For a key that is what a comma has cut off a number: `{ value: 2,8 }`. `before` is the text before the key.
pub(super) fn cut_number(key: &str, before: &str) -> Option<String> {
    let before = before.strip_suffix(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = &before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    if !digits(key) || !digits(whole) {
        return None;
    }
    let decimal = format!("a decimal point is written `.`: `{whole}.{key}`");
    Some(if key.len() == 3 { format!("write `{whole}{key}` for thousands; {decimal}") } else { decimal })
}

/// For keys that are said of a state, without one.
pub(super) fn state_meant(node: &Node) -> String {
    if node.get("until").is_some() {
        return "write `state: waived` beside it".to_owned();
    }
    match node.get("date").and_then(Node::as_text) {
        Some(day) => format!("write `state: {day}` for done on that day, or the state that it had from then on"),
        None if node.get("reason").is_some() => "write `state: blocked` beside it, or which state it is that has this reason".to_owned(),
        None => "write beside it which state it is, such as `state: done`".to_owned(),
    }
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

/// True for what is text of any kind.
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
            | Shape::OneOf(_)
            | Shape::Weekday
            | Shape::Code
            | Shape::Transition
            | Shape::Subject
            | Shape::Url
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

fn is_state_word(shape: &Shape) -> bool {
    matches!(shape, Shape::OneOf(words) if *words == STATES)
}

/// For a whole number whose thousands are set apart: `1,200`, `1.200`, `1_200`, `1 200`.
fn thousands(text: &str) -> Option<String> {
    let text = text.trim();
    let sign =
        text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, ',' | '.' | '_' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}'))?;
    let mut groups = text.split(sign);
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|group| (1..=3).contains(&group.len()) && *group != "0")?;
    let whole = groups.clone().all(|group| group.len() == 3 && is_digits(group));
    whole.then(|| format!("write it as `{first}{}`", groups.collect::<String>()))
}

/// `whole` is true where only a whole number may stand.
fn number_meant(text: &str, written: &str, whole: bool) -> Option<String> {
    let bare = text.trim().trim_end_matches('%').trim_end();
    let point = bare.replace(',', ".");
    let number = point.parse::<f64>().ok().filter(|number| number.is_finite() && (!whole || number.fract() == 0.0))?;
    if bare.contains(',')
        && let Some(grouped) = thousands(bare)
    {
        return Some(format!("{grouped} for thousands, or as `{number}` if the comma is a decimal point"));
    }
    Some(if written.starts_with(['"', '\'']) && bare == text {
        format!("write `{number}`, without quotes")
    } else {
        format!("write it as `{number}`")
    })
}

fn whole_number_meant(written: &str) -> Option<String> {
    let digits = written.trim_start_matches(['-', '+']).trim_end_matches(".0");
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    is_whole.then(|| match written.strip_suffix(".0") {
        Some(whole) => format!("write it as `{whole}`"),
        None => "it is too large for any number that may stand here".to_owned(),
    })
}

/// The text of a node as it stands in its file.
pub(super) fn written<'s>(node: &Node, source: &'s str) -> &'s str {
    source.get(node.span.start..node.span.end).unwrap_or_default()
}
