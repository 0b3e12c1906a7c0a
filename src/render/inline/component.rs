//! A component that can be written out where it is used: what it takes, and what stands in it. Not done here: writing it out ([`super`]).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::pieces::Piece;
use super::signs::{Role, Sign, literal, named, signs};
use crate::render::parts::Argument;

/// A component that uses nothing but what it is given.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) parameters: Vec<Parameter>,
    /// What stands in it, and where the variables are in that.
    pieces: Vec<(Piece, Vec<Variable>)>,
    /// The names that get a value in it.
    pub(super) named: BTreeSet<String>,
    /// Of what it is given, the names whose fields or items it asks for.
    pub(super) opened: BTreeSet<String>,
    /// How it uses what stands between its tags.
    pub(super) body: Body,
    /// How many signs and pieces there are to be compiled.
    pub(super) size: usize,
}

/// What a component takes.
#[derive(Debug, Clone)]
pub(super) struct Parameter {
    pub(super) name: String,
    /// The test that a value of its type passes.
    pub(super) test: Option<&'static str>,
    pub(super) default: Option<String>,
}

/// How a component uses what stands between its tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// Not at all.
    None,
    /// It stands once, whatever the component is given.
    Once,
    /// In any other way.
    Otherwise,
}

/// A variable's place in the code of a tag.
#[derive(Debug)]
struct Variable {
    place: Range<usize>,
    /// True where a component is given it under the same name.
    is_given: bool,
}

/// The types, each with the test of the same name that its values pass.
const TYPES: [&str; 7] = ["string", "bool", "integer", "float", "number", "array", "map"];

impl Component {
    /// Of what stands between its tags; `None` for one that must stay a component.
    pub(super) fn new(parameters: &[Parameter], pieces: Vec<Piece>) -> Option<Component> {
        let mut component = Component {
            parameters: parameters.to_vec(),
            size: pieces.len(),
            pieces: Vec::with_capacity(pieces.len()),
            named: BTreeSet::new(),
            opened: BTreeSet::new(),
            body: Body::None,
        };
        let mut used = BTreeSet::new();
        let (mut depth, mut loops) = (0_usize, 0_usize);
        for piece in pieces {
            let mut variables = Vec::new();
            if let Piece::Print(code) | Piece::Tag(code) = &piece {
                let signs = signs(code)?;
                component.size += signs.len();
                if matches!(piece, Piece::Tag(_)) {
                    depth = depth.checked_add_signed(nesting(&signs)?)?;
                    loops += usize::from(code.starts_with("for "));
                    loops = loops.checked_sub(usize::from(code.starts_with("endfor")))?;
                }
                // It would be that of the place of use.
                if loops == 0 && signs.iter().any(|sign| sign.text == "loop") {
                    return None;
                }
                component.named.extend(named(&signs).into_iter().map(str::to_owned));
                variables = component.variables(&signs);
                for variable in &variables {
                    let name = &code[variable.place.clone()];
                    if name == "body" {
                        let is_once = depth == 0 && component.body == Body::None && matches!(&piece, Piece::Print(code) if code == name);
                        component.body = if is_once { Body::Once } else { Body::Otherwise };
                    }
                    used.insert(name.to_owned());
                }
            }
            component.pieces.push((piece, variables));
        }
        let is_known =
            |name: &String| name == "body" || component.named.contains(name) || parameters.iter().any(|there| there.name == *name);
        (used.iter().all(is_known) && !component.named.contains("body")).then_some(component)
    }

    fn variables(&mut self, signs: &[Sign<'_>]) -> Vec<Variable> {
        let (mut variables, mut start) = (Vec::new(), 0);
        for (at, sign) in signs.iter().enumerate() {
            if matches!(sign.role, Role::Variable | Role::Given) {
                variables.push(Variable { place: start..start + sign.text.len(), is_given: sign.role == Role::Given });
                if signs.get(at + 1).is_some_and(|next| matches!(next.text, "." | "?." | "[" | "?[")) {
                    self.opened.insert(sign.text.to_owned());
                }
            }
            start += sign.text.len();
        }
        variables
    }

    /// What stands in it, with these in place of its variables.
    pub(super) fn with<'c>(&'c self, names: &'c BTreeMap<&str, String>) -> impl Iterator<Item = Piece> + 'c {
        self.pieces.iter().map(move |(piece, variables)| {
            let fresh = |code: &str| {
                let (mut fresh, mut at) = (String::with_capacity(code.len() + 16 * variables.len()), 0);
                for Variable { place, is_given } in variables {
                    let old = &code[place.clone()];
                    let new = names.get(old).map_or(old, String::as_str);
                    fresh.push_str(&code[at..place.start]);
                    match is_given {
                        true => fresh.extend([old, "={", new, "}"]),
                        false => fresh.push_str(new),
                    }
                    at = place.end;
                }
                fresh.push_str(&code[at..]);
                fresh
            };
            match piece {
                Piece::Text(text) => Piece::Text(text.clone()),
                Piece::Print(code) => Piece::Print(fresh(code)),
                Piece::Tag(code) => Piece::Tag(fresh(code)),
            }
        })
    }
}

/// By how much what follows a tag lies deeper. `None` for a tag that a component must keep to itself.
fn nesting(signs: &[Sign<'_>]) -> Option<isize> {
    let first = signs.iter().find(|sign| sign.role != Role::Blank)?;
    match first.text {
        "if" | "for" | "<" => Some(1),
        "endif" | "endfor" | "endset" | "</" => Some(-1),
        "set" => Some(isize::from(signs.iter().all(|sign| sign.text != "="))),
        "elif" | "else" => Some(0),
        _ => None,
    }
}

/// Reads `short: bool = false`. `None` for what is taken from the place of use without being given.
pub(super) fn parameter(argument: &Argument) -> Option<Parameter> {
    let signs = signs(&argument.text)?;
    let mut rest = signs.iter().filter(|sign| sign.role != Role::Blank);
    let name = rest.next().filter(|sign| sign.text == argument.name)?.text;
    let (mut test, mut default) = (None, None);
    while let Some(sign) = rest.next() {
        match sign.text {
            ":" => {
                let said = rest.next()?.text;
                test = Some(*TYPES.iter().find(|known| said.eq_ignore_ascii_case(known))?);
            }
            "=" => {
                let value: Vec<Sign<'_>> = rest.by_ref().copied().collect();
                test = test.or_else(|| type_of(literal(&value).unwrap_or(value.first()?.text)));
                default = Some(value.iter().map(|sign| sign.text).collect());
            }
            _ => return None,
        }
    }
    Some(Parameter { name: name.to_owned(), test, default })
}

/// The test that a value passes, by how it begins; none for nothing.
pub(super) fn type_of(value: &str) -> Option<&'static str> {
    match value.chars().next()? {
        '"' | '\'' | '`' => Some("string"),
        '[' => Some("array"),
        '{' => Some("map"),
        '0'..='9' if value.contains('.') => Some("float"),
        '0'..='9' => Some("integer"),
        't' | 'T' | 'f' | 'F' => Some("bool"),
        _ => None,
    }
}
