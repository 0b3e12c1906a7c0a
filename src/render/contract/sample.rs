//! Made-up values of the contract's types. Not done here: sensible ones.

use serde_json::{Map, Value};

use super::schema::{Contract, Shape};

/// A text that a template may take for a number too.
const TEXT: &str = "50";

/// Fields whose text is one of a set of names, where a template looks something up by it, with a name that all of them know.
const NAMES: [(&str, &str); 1] = [("marks", "freeze")];

/// A view of a kind: without anything that may be missing, or with all of it and so many entries in each list. What lies deeper than views do
/// is left out, for a list of many in a list of many would be too much.
pub(super) fn of(contract: &Contract, kind: &str, amount: Option<usize>) -> Value {
    object(contract, contract.view(kind), amount, 0)
}

fn object(contract: &Contract, name: &str, amount: Option<usize>, depth: usize) -> Value {
    let fields = contract.fields_of(name);
    if fields.is_empty() {
        return Value::from(TEXT);
    }
    let value = |(field, schema): (&str, &Value)| {
        let text = NAMES.iter().find(|(known, _)| *known == field).map_or(TEXT, |(_, name)| name);
        (field.to_owned(), value(contract, &contract.shape(schema), amount, depth, text))
    };
    Value::Object(fields.into_iter().map(value).collect::<Map<_, _>>())
}

fn value(contract: &Contract, shape: &Shape, amount: Option<usize>, depth: usize, text: &str) -> Value {
    let full = amount.is_some();
    match shape {
        Shape::Text => Value::from(text),
        Shape::Number => Value::from(if full { 3 } else { 0 }),
        Shape::Truth => Value::Bool(full),
        Shape::Type(name) => object(contract, name, amount, depth),
        Shape::Optional(shape) if full => value(contract, shape, amount, depth, text),
        Shape::Optional(_) => Value::Null,
        Shape::List(shape) => {
            // The navigation is a tree: entries in entries.
            let most = [12, 12, 1, 1, 1].get(depth).copied().unwrap_or(0);
            let count = amount.unwrap_or(0).min(most);
            Value::Array((0..count).map(|_| value(contract, shape, amount, depth + 1, text)).collect())
        }
    }
}
