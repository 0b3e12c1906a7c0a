//! The use of a component: its name, and what it is given. Not done here: writing out the component ([`super`]).

use super::signs::{Role, Sign};

/// The use of a component.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) name: String,
    /// Name → what stands for its value.
    pub(super) given: Vec<(String, String)>,
    /// True for `<ui.icon />`, which has nothing between its tags.
    pub(super) is_closed: bool,
    /// The number of signs from `<` to `>`.
    pub(super) length: usize,
}

impl Call {
    /// Reads what begins with `<`. `None` if it is given all of a map, or can't be read.
    pub(super) fn new(signs: &[Sign<'_>]) -> Option<Call> {
        let (name, mut at) = name(signs)?;
        let (mut given, mut is_closed) = (Vec::new(), false);
        loop {
            let sign = signs.get(at)?;
            at += 1;
            match (sign.role, sign.text) {
                (Role::Blank, _) => {}
                (Role::Given, name) => given.push((name.to_owned(), name.to_owned())),
                (Role::Word, name) => {
                    at += signs[at..].iter().position(|sign| sign.text == "=")? + 1;
                    at += signs[at..].iter().position(|sign| sign.role != Role::Blank)?;
                    let value = match signs.get(at)? {
                        sign if sign.role == Role::Literal => sign.text.to_owned(),
                        sign if sign.text == "{" => {
                            let length = braced(&signs[at..])?;
                            let value = signs[at + 1..at + length].iter().map(|sign| sign.text).collect::<String>();
                            at += length;
                            value.trim().to_owned()
                        }
                        _ => return None,
                    };
                    at += 1;
                    given.push((name.to_owned(), value));
                }
                (Role::Mark, "/") => is_closed = true,
                (Role::Mark, ">") => return Some(Call { name, given, is_closed, length: at }),
                _ => return None,
            }
        }
    }
}

/// The number of signs up to the brace that closes the first one.
fn braced(signs: &[Sign<'_>]) -> Option<usize> {
    let mut depth = 0_usize;
    signs.iter().position(|sign| {
        match sign.text {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// The name after the first sign, and the number of signs up to its end.
fn name(signs: &[Sign<'_>]) -> Option<(String, usize)> {
    signs.first().filter(|sign| sign.role == Role::Call)?;
    let is_name = |sign: &&Sign<'_>| sign.role == Role::Word || sign.text == ".";
    let name: Vec<&str> = signs[1..].iter().take_while(is_name).map(|sign| sign.text).collect();
    Some((name.concat(), 1 + name.len()))
}

/// The names of all components that are used in the code of a tag.
pub(super) fn names(signs: &[Sign<'_>]) -> Vec<String> {
    (0..signs.len()).filter_map(|at| Some(name(&signs[at..])?.0)).collect()
}
