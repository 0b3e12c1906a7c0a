//! What is said without values is the same on every page: `"menu" | t` is `"Menu"`. Not done here: messages with values.

use super::signs::{Role, Sign, literal, signs};

/// A message without values, by its key.
pub(in crate::render) type Say<'s> = &'s dyn Fn(&str) -> Option<String>;

/// The code with what is said in it without values.
pub(super) fn said(code: &str, say: Say<'_>) -> String {
    let Some(signs) = Some(code).filter(|code| code.contains('|')).and_then(signs) else { return code.to_owned() };
    let (mut fresh, mut at) = (String::new(), 0);
    while let Some(sign) = signs.get(at) {
        let last = signs[..at].iter().rev().find(|sign| sign.role != Role::Blank).map_or("", |sign| sign.text);
        let message = Some(&signs[at..]).filter(|_| matches!(last, "" | "{" | "(" | "," | "[" | ":" | "=")).and_then(message);
        match message.and_then(|(key, length)| Some((quoted(&say(key)?), length))) {
            Some((said, length)) => {
                fresh.push_str(&said);
                at += length;
            }
            None => {
                fresh.push_str(sign.text);
                at += 1;
            }
        }
    }
    fresh
}

/// The key of a message to which nothing else is done, and how many signs it takes.
fn message<'t>(signs: &[Sign<'t>]) -> Option<(&'t str, usize)> {
    let key = Some(signs.first()?).filter(|sign| sign.role == Role::Literal).and_then(|sign| unquoted(sign.text))?;
    let mut rest = signs.iter().enumerate().skip(1).filter(|(_, sign)| sign.role != Role::Blank);
    rest.next().filter(|(_, sign)| sign.text == "|")?;
    let (end, _) = rest.next().filter(|(_, sign)| sign.text == "t")?;
    rest.next().is_none_or(|(_, sign)| matches!(sign.text, "}" | ")" | "," | "]")).then_some((key, end + 1))
}

/// What a page has where a text is printed, and nothing but a text. Not one that could be taken for the beginning of a tag.
pub(super) fn text(code: &str) -> Option<String> {
    if !code.starts_with(['"', '\'', '`']) || code.contains('{') {
        return None;
    }
    let mut html = Vec::new();
    tera::escape_html(unquoted(literal(&signs(code)?)?)?, &mut html).ok()?;
    String::from_utf8(html).ok()
}

/// What stands in quotes, if it stands there as it is meant.
fn unquoted(literal: &str) -> Option<&str> {
    let quote = literal.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    literal.strip_prefix(quote)?.strip_suffix(quote).filter(|text| !text.contains('\\'))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
