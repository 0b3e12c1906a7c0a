//! Ids that two things of one file claim. Nobody can tell which of the two is meant, so the playbook does without both, and the file counts as
//! one that was not read in full: what would follow from the clash is not reported. Not done here: ids of files, which the playbook settles.

use std::collections::{BTreeMap, BTreeSet};

use super::front::{Item, Stage, Wave};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// The finding for an id or alias that something else has already, at `first`.
pub(crate) fn taken(name: &Spanned<String>, alias: bool, path: &SourcePath, first: (&SourcePath, Span)) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, path, name.span, format!("the id `{}` is taken", name.value))
        .label(if alias { "an alias can't be a live id or another alias" } else { "used again here" })
        .related(first.0, first.1, "first used here")
        .help("give one of them another `id:`")
}

/// Reports what clashes in a stage, and says where the ids and aliases stand that name nothing for that reason: those of items and waves, which share
/// their names, and of the guardrails of each wave.
pub(crate) fn clashes(path: &SourcePath, stage: &Stage, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<Span> {
    let items = stage.checklist.iter().map(|Item { id, aliases, .. }| (id, aliases.as_slice()));
    let waves = stage.waves.iter().map(|Wave { id, aliases, .. }| (id, aliases.as_slice()));
    let mut lost = clashes_of(path, items.chain(waves), diagnostics);
    for wave in &stage.waves {
        lost.append(&mut clashes_of(path, wave.guardrails.iter().map(|guardrail| (&guardrail.id, [].as_slice())), diagnostics));
    }
    lost
}

/// Takes out of a stage what has lost its id.
pub(crate) fn without(stage: &mut Stage, lost: &BTreeSet<Span>) {
    let keep = |id: &Spanned<String>| !lost.contains(&id.span);
    stage.checklist.retain_mut(|item| {
        item.aliases.retain(keep);
        keep(&item.id)
    });
    stage.waves.retain_mut(|wave| {
        wave.aliases.retain(keep);
        wave.guardrails.retain(|guardrail| keep(&guardrail.id));
        keep(&wave.id)
    });
}

/// The places of ids that two claim, and of aliases that are taken. All ids come first, so that an alias never takes one.
fn clashes_of<'a>(
    path: &SourcePath,
    named: impl Iterator<Item = (&'a Spanned<String>, &'a [Spanned<String>])> + Clone,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeSet<Span> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut lost = BTreeSet::new();
    for (id, _) in named.clone() {
        match first.get(id.value.as_str()) {
            Some(other) => {
                diagnostics.push(taken(id, false, path, (path, *other)));
                lost.extend([*other, id.span]);
            }
            None => drop(first.insert(&id.value, id.span)),
        }
    }
    for alias in named.flat_map(|(_, aliases)| aliases) {
        match first.get(alias.value.as_str()) {
            Some(other) => {
                diagnostics.push(taken(alias, true, path, (path, *other)));
                lost.insert(alias.span);
            }
            None => drop(first.insert(&alias.value, alias.span)),
        }
    }
    lost
}
