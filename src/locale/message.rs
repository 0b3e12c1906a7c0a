//! Messages made ready: what Fluent's parser has read, as pieces that need only be put behind one another. Not done here: what is made of other
//! messages, terms and functions, which only Fluent itself says.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::plural::Plurals;
use super::value::Value;

/// What a language adds to messages.
pub(super) struct Saying<'l> {
    pub(super) plurals: &'l Plurals,
    /// What stands before the decimals of a number.
    pub(super) mark: &'l str,
}

/// A message, or one of the ways in which a part of it is said.
#[derive(Debug, Default)]
pub(super) struct Message(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(String),
    /// `{ $name }`.
    Value(String),
    /// `{ $name -> [one] … *[other] … }`.
    Choice {
        by: String,
        ways: Vec<(Key, Message)>,
        default: usize,
    },
}

/// When something is said that way.
#[derive(Debug)]
enum Key {
    /// By that very number.
    Number(i64),
    /// By that text, or by a number of that plural.
    Name(String),
}

impl Message {
    /// Makes a message ready. `None` for one that only Fluent says.
    pub(super) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        let mut message = Self::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => message.push_text(value),
                PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                    message.push_text(&unescape_unicode_to_string(value));
                }
                PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
                    message.0.push(Piece::Value(id.name.to_owned()));
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else { return None };
                    let default = variants.iter().position(|variant| variant.default)?;
                    let ways = variants.iter().map(|variant| Some((Key::of(&variant.key)?, Self::of(&variant.value)?)));
                    message.0.push(Piece::Choice { by: id.name.to_owned(), ways: ways.collect::<Option<_>>()?, default });
                }
                PatternElement::Placeable { expression: Expression::Inline(_) } => return None,
            }
        }
        Some(message)
    }

    fn push_text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.0.push(Piece::Text(text.to_owned())),
        }
    }

    /// All of it, where nothing has to be put into it.
    pub(super) fn text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Writes the message. A value that it asks for and is not given stands there as `{$name}`. `None` for a number whose plural is not known; what has
    /// been written until then is of no use.
    pub(super) fn write(&self, values: &[(&str, Value<'_>)], saying: &Saying<'_>, out: &mut String) -> Option<()> {
        let given = |name: &str| values.iter().rfind(|(given, _)| *given == name).map(|(_, value)| value);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Value(name) => match given(name) {
                    Some(Value::Whole(number)) => out.push_str(&number.to_string()),
                    Some(value) => out.push_str(&value.text(saying.mark)),
                    None => out.extend(["{$", name, "}"]),
                },
                Piece::Choice { by, ways, default } => {
                    let way = match given(by) {
                        Some(Value::Whole(number)) => by_number(ways, *number, saying.plurals)?,
                        Some(value) => by_text(ways, &value.text(saying.mark)),
                        None => None,
                    };
                    ways[way.unwrap_or(*default)].1.write(values, saying, out)?;
                }
            }
        }
        Some(())
    }
}

impl Key {
    /// `None` for a number with decimals, which Fluent compares by how it is written.
    fn of(key: &VariantKey<&str>) -> Option<Self> {
        match key {
            VariantKey::Identifier { name } => Some(Self::Name((*name).to_owned())),
            VariantKey::NumberLiteral { value } => value.parse().ok().map(Self::Number),
        }
    }
}

fn by_text(ways: &[(Key, Message)], text: &str) -> Option<usize> {
    ways.iter().position(|(key, _)| matches!(key, Key::Name(name) if name == text))
}

/// The outer `None` for a number whose plural is not known.
fn by_number(ways: &[(Key, Message)], number: i64, plurals: &Plurals) -> Option<Option<usize>> {
    for (at, (key, _)) in ways.iter().enumerate() {
        let is_it = match key {
            Key::Number(one) => *one == number,
            Key::Name(name) => plurals.of(number)? == name,
        };
        if is_it {
            return Some(Some(at));
        }
    }
    Some(None)
}
