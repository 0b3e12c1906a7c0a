//! What a template is made of, as far as a book may replace it: parent, blocks, components. Not done here: compiling, which is Tera's, or saying
//! what is wrong; a text that can't be read gives what could be found in it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::Span;

/// The parts of one template, in the order of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// What the comment at the top says: all of its text on one line.
    pub about: Option<String>,
    /// The template that it extends, as it is named there.
    pub extends: Option<String>,
    /// Its blocks; a block inside another comes after that one.
    pub blocks: Vec<Part>,
    /// The components that it defines.
    pub components: Vec<Component>,
    /// The components that it uses, by name.
    pub calls: BTreeSet<String>,
}

/// A named part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// From the first sign of its opening tag to the last one of its closing tag.
    pub whole: Range<usize>,
    /// What the comment right before it says, on one line.
    pub about: Option<String>,
}

/// A component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Its name and place.
    pub part: Part,
    /// What it takes.
    pub arguments: Vec<Argument>,
    /// True when it takes any other argument too: `...rest`.
    pub takes_any: bool,
}

/// An argument of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// The name, the type and the default as they are written.
    pub text: String,
    /// True when every use must give it.
    pub required: bool,
}

impl Parts {
    /// Looks through a text.
    pub fn of(text: &str) -> Parts {
        let mut parts = Parts::default();
        let mut open: Vec<Opened> = Vec::new();
        // The last comment, if nothing but blanks has followed it.
        let mut comment: Option<String> = None;
        let mut at = 0;
        while let Some(tag) = next_tag(text, at) {
            if !text[at..tag.whole.start].trim().is_empty() {
                comment = None;
            }
            at = tag.whole.end;
            match tag.kind {
                Kind::Comment => {
                    let said = one_line(tag.inner(text));
                    if text[..tag.whole.start].trim().is_empty() {
                        parts.about = Some(said.clone());
                    }
                    comment = Some(said);
                    continue;
                }
                Kind::Expression => parts.calls.extend(calls(tag.inner(text))),
                Kind::Statement if tag.words(text).next() == Some("raw") => at = end_of_raw(text, at),
                Kind::Statement => parts.statement(text, &tag, comment.take(), &mut open),
            }
            comment = None;
        }
        parts
    }

    fn statement(&mut self, text: &str, tag: &Tag, about: Option<String>, open: &mut Vec<Opened>) {
        self.calls.extend(calls(tag.inner(text)));
        let mut words = tag.words(text);
        let (Some(word), rest) = (words.next(), words.next().unwrap_or_default()) else { return };
        match word {
            "extends" => self.extends = Some(rest.trim_matches(['"', '\'']).to_owned()),
            "block" | "component" => {
                let name = &rest[..rest.find(|c: char| !is_name(c)).unwrap_or(rest.len())];
                let start = name.as_ptr() as usize - text.as_ptr() as usize;
                let span = Span::new(start, start + name.len());
                let part = Part { name: name.to_owned(), span, whole: tag.whole.clone(), about };
                if word == "block" {
                    open.push(Opened::Block(self.blocks.len()));
                    self.blocks.push(part);
                } else {
                    open.push(Opened::Component(self.components.len()));
                    self.components.push(component(part, &text[start + name.len()..tag.inner.end]));
                }
            }
            "endblock" | "endcomponent" => match open.pop() {
                Some(Opened::Block(n)) => self.blocks[n].whole.end = tag.whole.end,
                Some(Opened::Component(n)) => self.components[n].part.whole.end = tag.whole.end,
                None => {}
            },
            _ => {}
        }
    }
}

/// A part whose end has not come, by its index.
enum Opened {
    Block(usize),
    Component(usize),
}

/// What a tag does.
pub(super) enum Kind {
    /// Nothing.
    Comment,
    /// Prints a value.
    Expression,
    /// All else.
    Statement,
}

/// `{# … #}`, `{{ … }}` or `{% … %}`.
pub(super) struct Tag {
    pub(super) kind: Kind,
    pub(super) whole: Range<usize>,
    /// Without its signs.
    inner: Range<usize>,
}

impl Tag {
    pub(super) fn inner<'t>(&self, text: &'t str) -> &'t str {
        &text[self.inner.clone()]
    }

    /// The first word, and what follows it.
    fn words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.inner(text).trim_matches(['-', ' ', '\n', '\t', '\r']).splitn(2, char::is_whitespace).map(str::trim_start)
    }
}

/// The first tag that begins at a place or after it.
pub(super) fn next_tag(text: &str, from: usize) -> Option<Tag> {
    let start = from + text[from..].match_indices('{').find(|(at, _)| text[from + at + 1..].starts_with(['#', '{', '%']))?.0;
    let (kind, close) = match &text[start + 1..start + 2] {
        "#" => (Kind::Comment, "#}"),
        "{" => (Kind::Expression, "}}"),
        _ => (Kind::Statement, "%}"),
    };
    let inner = start + 2;
    let end = match kind {
        Kind::Comment => text[inner..].find(close)?,
        _ => unquoted(&text[inner..]).find(|(at, _)| text[inner + at..].starts_with(close))?.0,
    };
    Some(Tag { kind, whole: start..inner + end + 2, inner: inner..inner + end })
}

/// What stands in the tags of a template that compute something, each without its signs.
#[cfg(test)]
pub(super) fn code(text: &str) -> Vec<&str> {
    let tags = std::iter::successors(next_tag(text, 0), |tag| next_tag(text, tag.whole.end));
    tags.filter(|tag| !matches!(tag.kind, Kind::Comment)).map(|tag| tag.inner(text)).collect()
}

/// The signs of a text that stand in no quotes, with their places.
fn unquoted(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    text.char_indices().filter(move |(_, c)| match quote {
        Some(open) => {
            if *c == open {
                quote = None;
            }
            false
        }
        None => {
            quote = Some(*c).filter(|c| matches!(c, '"' | '\'' | '`'));
            quote.is_none()
        }
    })
}

fn end_of_raw(text: &str, from: usize) -> usize {
    text[from..].find("endraw").and_then(|at| Some(from + at + text[from + at..].find("%}")? + 2)).unwrap_or(text.len())
}

/// The names after `<`. That `a <b` compares is no harm here.
fn calls(tag: &str) -> impl Iterator<Item = String> {
    unquoted(tag).filter(|(_, c)| *c == '<').filter_map(|(at, _)| {
        let rest = tag[at + 1..].trim_start_matches('/');
        let name = &rest[..rest.find(|c: char| !is_name(c)).unwrap_or(rest.len())];
        (!name.is_empty()).then(|| name.to_owned())
    })
}

/// Reads what stands after the name: `(name: string, kinds: bool = false, ...rest)`.
fn component(part: Part, head: &str) -> Component {
    let (mut arguments, mut takes_any) = (Vec::new(), false);
    for text in arguments_in(head) {
        if text.starts_with("...") {
            takes_any = true;
            continue;
        }
        // `@` takes it from what the place of use has under that name.
        let bare = text.trim_start_matches('@');
        let name = bare[..bare.find(|c: char| !is_name(c)).unwrap_or(bare.len())].to_owned();
        let required = bare == text && unquoted(text).all(|(_, c)| c != '=');
        arguments.push(Argument { name, text: one_line(text), required });
    }
    Component { part, arguments, takes_any }
}

fn arguments_in(head: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in unquoted(head) {
        match c {
            '(' | '[' | '{' => {
                depth += 1;
                if depth == 1 {
                    start = at + 1;
                }
            }
            ',' if depth == 1 => {
                found.push(&head[start..at]);
                start = at + 1;
            }
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.push(&head[start..at]);
                    break;
                }
            }
            _ => {}
        }
    }
    found.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-')
}

/// The words of a text, without the dashes that a comment may begin and end with.
fn one_line(text: &str) -> String {
    text.trim_matches(['-', ' ', '\n', '\t', '\r']).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_taken_apart() {
        let text = "{#- At the\n   top. -#}\n{% extends \"default/a.html\" %}\n{%- block head -%}a{% block inner %}{% endblock %}b{%- endblock head %}\n\
                    {# Says it. #}\n{% component ui.mark(name: string, sign = \"a,)%}\", ...rest) -%}\n{{ <ui.icon name={name} /> }}{% <ui.box> %}{% </ui.box> %}{% endcomponent %}";
        let parts = Parts::of(text);
        assert_eq!((parts.about.as_deref(), parts.extends.as_deref()), (Some("At the top."), Some("default/a.html")));
        let blocks: Vec<_> = parts.blocks.iter().map(|part| (&text[part.span.start..part.span.end], &text[part.whole.clone()])).collect();
        assert_eq!(
            blocks,
            [
                ("head", "{%- block head -%}a{% block inner %}{% endblock %}b{%- endblock head %}"),
                ("inner", "{% block inner %}{% endblock %}")
            ]
        );
        let mark = &parts.components[0];
        assert_eq!((mark.part.name.as_str(), mark.part.about.as_deref(), mark.takes_any), ("ui.mark", Some("Says it."), true));
        let arguments: Vec<_> = mark.arguments.iter().map(|argument| (argument.name.as_str(), argument.required)).collect();
        assert_eq!(arguments, [("name", true), ("sign", false)]);
        assert_eq!(parts.calls.iter().map(String::as_str).collect::<Vec<_>>(), ["ui.box", "ui.icon"]);
    }

    #[test]
    fn what_is_raw_or_said_in_a_comment_is_no_part() {
        let parts = Parts::of("{% raw %}{% block a %}{% endraw %}{# {% block b %} #}{% block c %}{% endblock %}{% block d");
        assert_eq!(parts.blocks.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(), ["c"]);
    }

    #[test]
    fn a_comment_belongs_to_what_it_stands_right_before() {
        let parts = Parts::of("{# Top. #} text {# Not. #} text {% block a %}{% endblock %}{# Its own. #}\n{% block b %}{% endblock %}");
        assert_eq!(parts.blocks.iter().map(|part| part.about.as_deref()).collect::<Vec<_>>(), [None, Some("Its own.")]);
    }
}
