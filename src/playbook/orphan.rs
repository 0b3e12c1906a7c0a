//! State of an item or wave that its stage does not have, and what its author may have meant. Not done here: finding it.

use super::Stage;
use super::ids::Member;
use crate::diagnostic::{Code, Diagnostic, Spanned, may_advise, suggest};
use crate::document::Document;
use crate::document::advice::one_level_too_high;
use crate::document::fields;

/// Reports a state of what a stage does not have; `known` is what it has.
pub(super) fn orphan<'k>(
    stage: &Stage<'_>,
    what: &str,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'k Spanned<String>>,
    document: &Document,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if stage.document.partial {
        return;
    }
    let message = format!("the stage `{}` has no {what} `{}`", stage.id(), name.value);
    let mut diagnostic = Diagnostic::new(Code::OrphanItemState, &document.path, name.span, message);
    diagnostic.help = misplaced(stage, what, &name.value).or_else(|| {
        may_advise(diagnostics, Code::OrphanItemState).then(|| suggest(&name.value, known.map(|id| id.value.as_str()))).flatten()
    });
    diagnostics.push(diagnostic);
}

/// What is wrong with the name of an item or wave that would be right in another place or form.
fn misplaced(stage: &Stage<'_>, what: &str, name: &str) -> Option<String> {
    if let Some(member) = stage.members.get(name) {
        let (is, under) = match member {
            Member::Item(_) => ("an item", "items"),
            Member::Wave(_) => ("a wave", "waves"),
        };
        return Some(format!("`{name}` is {is}: write it under `{under}`"));
    }
    if let Some((of, member)) = name.split_once('/') {
        let is_here = of == stage.id() || stage.aliases.iter().any(|alias| alias == of);
        return Some(match is_here && stage.members.contains_key(member) {
            true => format!("here the {what}'s own id is enough: `{member}`"),
            false => format!("here stand {what}s of `{}` alone, by their own ids", stage.id()),
        });
    }
    let shape = if what == "item" { Some(&fields::STATE) } else { None };
    shape.and_then(|shape| one_level_too_high(name, shape))
}
