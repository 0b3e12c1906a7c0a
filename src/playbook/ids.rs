//! Who is called what: ids and aliases of every kind, and what a `[[reference]]` means. Not done here: addresses of pages ([`super::links`]).

use std::collections::BTreeMap;

use super::{Stage, drafts};
use crate::diagnostic::{Code, Diagnostic, Label, Spanned, may_advise, nearest};
use crate::document::{Document, Kind};
use crate::path::SourcePath;

/// Ids and aliases of one namespace, each with the index of what it names.
#[derive(Debug, Default)]
pub struct Names {
    by_name: BTreeMap<String, Named>,
    /// Ids and aliases of drafts of this kind, each with where it is made one.
    drafts: BTreeMap<String, Label>,
    /// True when a file of this kind could not be read far enough to know its id, so that an unknown name may be its.
    pub unsure: bool,
}

#[derive(Debug)]
struct Named {
    index: usize,
    alias: bool,
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

    /// Where a draft of that name is made one, if there is such a draft.
    pub fn draft(&self, name: &str) -> Option<&Label> {
        self.drafts.get(name)
    }

    /// Reports a name that nothing has, unless a file that could not be read may have it.
    pub fn unknown(&self, what: &str, name: &Spanned<String>, path: &SourcePath, diagnostics: &mut Vec<Diagnostic>) {
        self.unknown_as(&format!("there is no {what} `{}`", name.value), what, name, path, diagnostics);
    }

    /// The same in other words.
    pub fn unknown_as(&self, message: &str, what: &str, name: &Spanned<String>, path: &SourcePath, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(draft) = self.draft(&name.value) {
            diagnostics.push(drafts::needed(Code::UnknownRef, path, name.span, &format!("the {what} `{}`", name.value), draft.clone()));
        } else if !self.unsure {
            let mut diagnostic = Diagnostic::new(Code::UnknownRef, path, name.span, message);
            diagnostic.help = may_advise(diagnostics, Code::UnknownRef).then(|| self.advice(what, &name.value)).flatten();
            diagnostics.push(diagnostic);
        }
    }

    fn advice(&self, what: &str, name: &str) -> Option<String> {
        // `practice-budget` is what remains of `practice:budget` once it has been made an id.
        crate::diagnostic::suggest(
            name.strip_prefix(&format!("{what}-")).filter(|bare| self.get(bare).is_some()).unwrap_or(name),
            self.ids(),
        )
    }
}

/// The names of all documents of a kind, by their index in `documents`. No two of them are alike any more ([`super::claims`]).
pub(super) fn names(documents: &[&Document], drafts: &[&Document], kind: Kind) -> Names {
    let mut names = Names::default();
    for draft in drafts.iter().filter(|draft| draft.kind == kind) {
        let own = std::iter::once(&draft.id).chain(draft.common.aliases.iter().map(|alias| &alias.value));
        names.drafts.extend(own.map(|name| (name.clone(), drafts::place(draft))));
    }
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.kind == kind) {
        names.unsure |= document.id_unknown;
        names.by_name.insert(document.id.clone(), Named { index, alias: false });
        names.by_name.extend(document.common.aliases.iter().map(|alias| (alias.value.clone(), Named { index, alias: true })));
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
    ids: &Names,
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
        let named = reference.value.split_once('/').map(|(stage, _)| stage);
        if let Some((stage, draft)) = named.and_then(|stage| Some((stage, ids.draft(stage)?))) {
            diagnostics.push(drafts::needed(Code::UnknownRef, path, reference.span, &format!("the stage `{stage}`"), draft.clone()));
        } else if !stages.iter().any(|stage| stage.document.id_unknown) {
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
