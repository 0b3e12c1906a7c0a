//! Who is called what: ids and aliases of every kind, and what a `[[reference]]` means. Not done here: addresses of pages ([`super::links`]).

use std::collections::BTreeMap;

use super::Stage;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned, may_advise, nearest};
use crate::document::{Document, Kind};
use crate::path::SourcePath;

/// Ids and aliases of one namespace, each with the index of what it names.
#[derive(Debug, Default)]
pub struct Names {
    by_name: BTreeMap<String, Named>,
    /// True when a file of this kind could not be read far enough to know its id, so that an unknown name may be its.
    pub unsure: bool,
}

#[derive(Debug)]
struct Named {
    index: usize,
    alias: bool,
    path: SourcePath,
    span: Span,
}

impl Names {
    /// What that id or alias names.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).map(|named| named.index)
    }

    /// The known ids, without aliases, for suggestions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_name.iter().filter(|(_, named)| !named.alias).map(|(name, _)| name.as_str())
    }

    /// Takes an id or alias for `index`, or says who has it already.
    pub fn claim(&mut self, index: usize, name: &str, alias: bool, path: &SourcePath, span: Span, diagnostics: &mut Vec<Diagnostic>) {
        if name.is_empty() {
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, path, span, "no id can be made from this file's name")
                    .help("give it an `id:` of the letters a-z, digits and `-`"),
            );
            return;
        }
        match self.by_name.get(name) {
            Some(first) if first.index == index && first.alias == alias && first.span == span => {}
            Some(first) => diagnostics.push(
                Diagnostic::new(Code::DuplicateId, path, span, format!("the id `{name}` is taken"))
                    .label(if alias { "an alias can't be a live id or another alias" } else { "used again here" })
                    .related(&first.path, first.span, "first used here")
                    .help("give one of them another `id:`"),
            ),
            None => {
                self.by_name.insert(name.to_owned(), Named { index, alias, path: path.clone(), span });
            }
        }
    }

    /// Reports a name that nothing has, unless a file that could not be read may have it.
    pub fn unknown(&self, what: &str, name: &Spanned<String>, path: &SourcePath, diagnostics: &mut Vec<Diagnostic>) {
        if !self.unsure {
            let mut diagnostic = Diagnostic::new(Code::UnknownRef, path, name.span, format!("there is no {what} `{}`", name.value));
            diagnostic.help =
                may_advise(diagnostics, Code::UnknownRef).then(|| crate::diagnostic::suggest(&name.value, self.ids())).flatten();
            diagnostics.push(diagnostic);
        }
    }
}

/// The names of all documents of a kind, by their index in `documents`: all ids first, so that an alias never takes one, and of these the ones
/// that come from a file's name before written ones, so that a clash is shown where it can be mended.
pub(super) fn names(documents: &[&Document], kind: Kind, diagnostics: &mut Vec<Diagnostic>) -> Names {
    let mut names = Names::default();
    let of_kind = || documents.iter().enumerate().filter(|(_, document)| document.kind == kind);
    let mut by_writing: Vec<(usize, &&Document)> = of_kind().collect();
    by_writing.sort_by_key(|(_, document)| document.id_span.is_some());
    for (index, document) in by_writing {
        names.unsure |= document.id_unknown;
        names.claim(index, &document.id, false, &document.path, document.id_span.unwrap_or(document.head), diagnostics);
    }
    for (index, document) in of_kind() {
        for alias in &document.common.aliases {
            names.claim(index, &alias.value, true, &document.path, alias.span, diagnostics);
        }
    }
    names
}

/// A place in the playbook's checklists: index of the stage, index of the item or wave in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey {
    /// Index in [`super::Playbook::stages`].
    pub stage: usize,
    /// Index in the stage's checklist.
    pub item: usize,
}

/// What an id inside a stage names; items and waves share the namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Member {
    /// Index in the checklist.
    Item(usize),
    /// Index in the waves.
    Wave(usize),
}

/// Finds `stage/item`, or a bare `item` of the stage `here`, and reports what does not exist.
pub(super) fn item(
    stages: &[Stage<'_>],
    names: &BTreeMap<String, usize>,
    here: Option<usize>,
    reference: &Spanned<String>,
    path: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ItemKey> {
    let unknown = |help: Option<String>| {
        let mut diagnostic = Diagnostic::new(Code::UnknownRef, path, reference.span, format!("there is no item `{}`", reference.value));
        diagnostic.help = help;
        diagnostic
    };
    let (stage, item) = match (reference.value.split_once('/'), here) {
        (Some((stage, item)), _) => (names.get(stage).copied(), item),
        (None, here) => (here, reference.value.as_str()),
    };
    let Some(stage) = stage else {
        if !stages.iter().any(|stage| stage.document.id_unknown) {
            let all = || stages.iter().flat_map(|stage| stage.members.keys().map(|id| format!("{}/{id}", stage.id())));
            let ids: Vec<String> = if may_advise(diagnostics, Code::UnknownRef) { all().collect() } else { Vec::new() };
            diagnostics.push(unknown(
                nearest(&reference.value, ids.iter().map(String::as_str))
                    .map(|id| format!("did you mean `{id}`?"))
                    .or(Some("write it as `stage/item`".into())),
            ));
        }
        return None;
    };
    match stages[stage].members.get(item) {
        Some(Member::Item(item)) => Some(ItemKey { stage, item: *item }),
        Some(Member::Wave(_)) => {
            diagnostics.push(unknown(Some(format!("`{}` is a wave", reference.value))));
            None
        }
        None => {
            if !stages[stage].document.partial {
                let near = may_advise(diagnostics, Code::UnknownRef)
                    .then(|| nearest(item, stages[stage].members.keys().map(String::as_str)))
                    .flatten();
                diagnostics.push(unknown(near.map(|id| format!("did you mean `{}/{id}`?", stages[stage].id()))));
            }
            None
        }
    }
}
