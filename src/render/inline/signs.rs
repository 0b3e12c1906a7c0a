//! The signs of what stands in a tag, and which of them name a variable. Not done here: what is made of them.

/// A sign with what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign<'t> {
    pub(super) text: &'t str,
    pub(super) role: Role,
}

/// What a sign does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Between the others.
    Blank,
    /// A text in quotes, a number, a truth value, nothing.
    Literal,
    /// The name of a variable, where it is given a value too.
    Variable,
    /// The name of a variable that a component is given under the same name: `<ui.icon name />`.
    Given,
    /// Any other name: of a field, a filter, a test, a function, an argument, a component; a word of the language.
    Word,
    /// `<`, before the name of a component.
    Call,
    /// Any other sign.
    Mark,
}

/// The words that a tag may begin with.
const STATEMENTS: [&str; 8] = ["if", "elif", "else", "endif", "for", "endfor", "set", "endset"];
const OPERATORS: [&str; 8] = ["and", "or", "not", "in", "is", "if", "else", "for"];
const LITERALS: [&str; 7] = ["true", "True", "false", "False", "none", "None", "null"];

/// Takes apart what stands in `{{ }}` or `{% %}`. `None` for what Tera does not read either.
pub(super) fn signs(code: &str) -> Option<Vec<Sign<'_>>> {
    let mut signs = lexed(code)?;
    let mut open: Vec<&str> = Vec::new();
    for at in 0..signs.len() {
        let (last, next) = (before(&signs, at), signs[at + 1..].iter().find(|sign| sign.role != Role::Blank).map_or("", |sign| sign.text));
        let text = signs[at].text;
        match signs[at].role {
            Role::Mark => match text {
                "<" | "</" if is_prefix(last) && signs.get(at + 1).is_some_and(|sign| sign.role == Role::Variable) => {
                    signs[at].role = if text == "<" { Role::Call } else { Role::Mark };
                    open.push("<");
                }
                "(" | "[" | "?[" | "{" => open.push(text),
                ")" | "]" | "}" => drop(open.pop()),
                ">" if open.last() == Some(&"<") => drop(open.pop()),
                _ => {}
            },
            Role::Variable => signs[at].role = role(&signs, at, last, next, open.last().copied()),
            _ => {}
        }
    }
    Some(signs)
}

/// The role of a name.
fn role(signs: &[Sign<'_>], at: usize, last: Option<Sign<'_>>, next: &str, within: Option<&str>) -> Role {
    let text = signs[at].text;
    let last = last.map_or("", |last| last.text);
    let is_test = || last == "is" || last == "not" && second_before(signs, at) == "is";
    match text {
        _ if matches!(last, "." | "?." | "|") => Role::Word,
        _ if within == Some("<") => match next {
            _ if last.starts_with('<') => Role::Word,
            "=" => Role::Word,
            _ => Role::Given,
        },
        _ if last.is_empty() && STATEMENTS.contains(&text) || OPERATORS.contains(&text) || text == "loop" => Role::Word,
        _ if LITERALS.contains(&text) => Role::Literal,
        _ if is_test() || next == "(" || next == "=" && within == Some("(") => Role::Word,
        _ => Role::Variable,
    }
}

/// The names that get a value here: by `set`, or in turn by `for`.
pub(super) fn named<'t>(signs: &[Sign<'t>]) -> Vec<&'t str> {
    let mut names = Vec::new();
    let mut is_naming = false;
    for (nth, sign) in signs.iter().filter(|sign| sign.role != Role::Blank).enumerate() {
        match sign.role {
            Role::Word if sign.text == "for" || nth == 0 && sign.text == "set" => is_naming = true,
            Role::Variable if is_naming => names.push(sign.text),
            Role::Mark if sign.text == "," => {}
            _ => is_naming = false,
        }
    }
    names
}

/// The names of a variable and of its fields, if it is nothing else: `item.owner`.
pub(super) fn path<'t>(signs: &[Sign<'t>]) -> Option<Vec<&'t str>> {
    let mut names = Vec::new();
    for (nth, sign) in trimmed(signs).iter().enumerate() {
        match (nth, sign.role, sign.text) {
            (0, Role::Variable, name) => names.push(name),
            (nth, Role::Mark, ".") if nth % 2 == 1 => {}
            (nth, Role::Word, name) if nth > 0 && nth % 2 == 0 => names.push(name),
            _ => return None,
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The literal, if it is nothing else.
pub(super) fn literal<'t>(signs: &[Sign<'t>]) -> Option<&'t str> {
    match trimmed(signs) {
        [Sign { text, role: Role::Literal }] => Some(text),
        _ => None,
    }
}

/// Without the blanks around it.
pub(super) fn trimmed<'s, 't>(signs: &'s [Sign<'t>]) -> &'s [Sign<'t>] {
    let is_sign = |sign: &Sign<'_>| sign.role != Role::Blank;
    let (start, end) = (signs.iter().position(is_sign), signs.iter().rposition(is_sign));
    start.zip(end).map_or(&[], |(start, end)| &signs[start..=end])
}

fn before<'t>(signs: &[Sign<'t>], at: usize) -> Option<Sign<'t>> {
    signs[..at].iter().rev().find(|sign| sign.role != Role::Blank).copied()
}

fn second_before<'t>(signs: &[Sign<'t>], at: usize) -> &'t str {
    signs[..at].iter().rev().filter(|sign| sign.role != Role::Blank).nth(1).map_or("", |sign| sign.text)
}

/// True where a value begins: a `<` there begins a component, and compares elsewhere.
fn is_prefix(last: Option<Sign<'_>>) -> bool {
    match last {
        None => true,
        Some(Sign { role: Role::Mark | Role::Call, text }) => !matches!(text, ")" | "]" | "}" | ">"),
        Some(Sign { role: Role::Word, text }) => OPERATORS.contains(&text) || STATEMENTS.contains(&text),
        Some(_) => false,
    }
}

/// The signs, names as variables. As Tera's lexer takes them apart.
fn lexed(code: &str) -> Option<Vec<Sign<'_>>> {
    const MARKS: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];
    let mut signs = Vec::with_capacity(code.len() / 3 + 1);
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (length, role) = match first {
            _ if first.is_ascii_whitespace() => (run(|c| c.is_ascii_whitespace()), Role::Blank),
            '"' | '\'' | '`' => (quoted(rest, first)?, Role::Literal),
            '0'..='9' => (run(|c| c.is_ascii_digit() || c == '.'), Role::Literal),
            'a'..='z' | 'A'..='Z' | '_' => (run(|c| c.is_ascii_alphanumeric() || c == '_'), Role::Variable),
            _ if rest[first.len_utf8()..].starts_with(['.', '/', '*', '=', '[']) => {
                (MARKS.iter().find(|mark| rest.starts_with(**mark)).map_or(first.len_utf8(), |mark| mark.len()), Role::Mark)
            }
            _ => (first.len_utf8(), Role::Mark),
        };
        let (text, after) = rest.split_at(length);
        signs.push(Sign { text, role });
        rest = after;
    }
    Some(signs)
}

/// The length of a text in quotes, with them.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    let end = text[1..].find(|c| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })?;
    Some(1 + end + 1)
}
