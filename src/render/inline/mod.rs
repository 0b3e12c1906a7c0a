//! Templates with the components written out where they are used, and the words said that are the same on every page. Tera makes a map, a scope and a
//! state for each use of a component, which is most of what a page costs. What can't be written out stays as it is. Not done here: rendering. What is
//! wrong with a template is told of the template as it was written, so that nothing here needs to know where it stood.

mod call;
mod component;
mod pieces;
mod signs;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use call::names;
use component::parameter;
use pieces::{Piece, components, pieces, template};
use signs::signs;
use words::Say;
use writer::{Definition, Writer};

use super::parts::Parts;
use super::theme::BUILT_IN;

/// Writes out the templates, each named with its text. Of components with the same name the last one counts.
pub(super) fn written_out<'t>(templates: &[(&'t str, &'t str)], say: Say<'_>) -> Vec<(&'t str, String)> {
    let taken: Vec<(&str, &str, Option<Vec<Piece>>)> =
        templates.iter().map(|(name, text)| (*name, *text, pieces(text).filter(|_| name.ends_with(".html")))).collect();
    let (mut definitions, mut uses) = (BTreeMap::new(), BTreeMap::new());
    for (template, text, pieces) in &taken {
        let within = pieces.as_deref().map(components).unwrap_or_default();
        for component in Parts::of(text).components {
            let pieces = within.get(component.part.name.as_str()).copied().unwrap_or_default();
            let parameters = component.arguments.iter().map(parameter).collect::<Option<_>>().filter(|_| !component.takes_any);
            definitions.insert(component.part.name, Definition { template, parameters, pieces });
        }
        pieces.iter().flatten().flat_map(used).for_each(|name| *uses.entry(name).or_default() += 1);
    }
    // What the built-in templates are given they give to each other as it must be: the tests of the contract hold them to that.
    let has_own = templates.iter().any(|(name, _)| !name.starts_with(BUILT_IN));
    let mut writer = Writer::new(&definitions, uses, say, has_own);
    let mut written: Vec<(&str, &str, Option<Vec<Piece>>)> =
        taken.iter().map(|(name, text, pieces)| (*name, *text, pieces.as_ref().map(|pieces| writer.template(name, pieces)))).collect();
    without_unused(&mut written);
    let text = |(name, text, pieces): (&'t str, &'t str, Option<Vec<Piece>>)| {
        (name, pieces.as_deref().and_then(template).unwrap_or_else(|| text.to_owned()))
    };
    written.into_iter().map(text).collect()
}

/// Takes away the built-in components that nothing uses any more.
fn without_unused(templates: &mut [(&str, &str, Option<Vec<Piece>>)]) {
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut all = BTreeMap::new();
    for (name, text, pieces) in &*templates {
        let Some(pieces) = pieces else {
            wanted.extend(Parts::of(text).calls);
            continue;
        };
        let mut within = None;
        for piece in pieces {
            within = piece.defined().or(within).filter(|_| !piece.ends_component());
            match within.filter(|_| name.starts_with(BUILT_IN)) {
                Some(component) => all.entry(component.to_owned()).or_insert_with(Vec::new).extend(used(piece)),
                None => wanted.extend(used(piece)),
            }
        }
    }
    let mut new: Vec<String> = wanted.iter().cloned().collect();
    while let Some(component) = new.pop() {
        new.extend(all.remove(&component).into_iter().flatten().filter(|name| wanted.insert(name.clone())));
    }
    for (_, _, pieces) in templates.iter_mut().filter(|(name, ..)| name.starts_with(BUILT_IN)) {
        let mut is_unused = false;
        pieces.iter_mut().for_each(|pieces| {
            pieces.retain(|piece| {
                is_unused |= piece.defined().is_some_and(|name| all.contains_key(name));
                let stays = !is_unused;
                is_unused &= !piece.ends_component();
                stays
            });
        });
    }
}

/// The components used in a piece.
fn used(piece: &Piece) -> Vec<String> {
    let code = piece.code().filter(|code| code.contains('<'));
    code.and_then(signs).map(|signs| names(&signs)).unwrap_or_default()
}
