//! The class of a scope. Not done here: which part of the code has which scope, and the colour of a class.

use std::collections::HashMap;
use std::sync::LazyLock;

use syntect::parsing::Scope;

/// Which class a scope has: that of the longest name it begins with; a scope without any keeps the class of its surroundings.
/// c comment, k keyword, s string, n number or constant, f function, t type, v variable, o operator, p punctuation, a attribute or key,
/// g tag, m meta or annotation, h heading, i inserted, d deleted, x invalid; a space for none.
const CLASSES: &[(u8, &[&str])] = &[
    (b' ', &["source", "meta.interpolation", "meta.template.expression", "meta.group.expansion.command"]),
    (b'c', &["comment", "markup.quote"]),
    (b'k', &["keyword", "storage", "variable.language", "keyword.operator.word", "keyword.operator.new", "keyword.operator.expression"]),
    // Operators that are words: AND, LIKE, `is not`, CMD.
    (
        b'k',
        &[
            "keyword.operator.logical.sql",
            "keyword.operator.logical.python",
            "keyword.operator.assignment.alias",
            "keyword.operator.dockerfile",
        ],
    ),
    (b's', &["string", "source.regexp", "storage.type.string", "markup.raw", "markup.underline.link"]),
    (b'n', &["constant", "support.constant", "keyword.other.unit", "entity.name.constant", "entity.name.enum.tag-digest"]),
    (b'f', &["entity.name.function", "support.function", "support.macro", "variable.function"]),
    (b't', &["entity.name", "entity.other.inherited-class", "support.type", "support.class", "storage.type.sql", "storage.type.go"]),
    (b't', &["storage.type.primitive", "storage.type.c", "storage.type.c++"]),
    (b'k', &["storage.type.go.keyword", "storage.type.keyword"]),
    (b'v', &["variable", "support.variable", "support.type.custom-property", "support.constant.terraform", "entity.name.variable"]),
    (b'v', &["punctuation.definition.variable", "punctuation.section.expansion", "variable.language.shell", "keyword.control.flow.alias"]),
    (b'v', &["storage.modifier.lifetime", "constant.other.database-name", "constant.other.table-name"]),
    (b'o', &["keyword.operator", "keyword.control.flow.block-scalar", "variable.language.star"]),
    (b'p', &["punctuation", "keyword.other.interpolation", "support.function.double-brace", "entity.other.document"]),
    (b'a', &["entity.other.attribute-name", "entity.other.pseudo-class", "support.type.property-name", "variable.parameter.option"]),
    (b'a', &["entity.name.tag.yaml", "entity.name.tag.toml", "keyword.name.ini", "variable.other.readwrite.terraform"]),
    (b'a', &["meta.mapping.key.json", "meta.mapping.key.terraform"]),
    (b'g', &["entity.name.tag"]),
    (b'm', &["meta.annotation", "meta.preprocessor", "variable.annotation", "meta.diff.range", "entity.name.section.diff"]),
    (b'h', &["markup.heading", "entity.name.section", "entity.section", "entity.name.table", "meta.diff.header"]),
    (b'i', &["markup.inserted"]),
    (b'd', &["markup.deleted"]),
    (b'x', &["invalid"]),
];

// A constant that merely cannot be computed at compile time, as in `super`.
static SCOPES: LazyLock<Vec<(Scope, u8)>> = LazyLock::new(|| {
    let mut scopes: Vec<(Scope, u8)> =
        CLASSES.iter().flat_map(|(class, names)| names.iter().filter_map(|name| Some((Scope::new(name).ok()?, *class)))).collect();
    scopes.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
    scopes
});

/// The classes of the scopes that were asked for: a language has few, and a text has each of them again and again.
#[derive(Debug, Default)]
pub(super) struct Classes(HashMap<Scope, Option<u8>>);

impl Classes {
    /// The class of a scope in surroundings of a class.
    pub(super) fn of(&mut self, scope: Scope, around: u8) -> u8 {
        let own =
            self.0.entry(scope).or_insert_with(|| SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, class)| *class));
        match (own.unwrap_or(around), around) {
            // Quotes belong to their string, `#` to its comment or heading, `.` to its number.
            (b'p', around) if around != b' ' => around,
            // A key stays one in quotes.
            (b's', b'a') => b'a',
            (class, _) => class,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_is_well_formed() {
        assert_eq!(SCOPES.len(), CLASSES.iter().map(|(_, names)| names.len()).sum::<usize>());
    }
}
