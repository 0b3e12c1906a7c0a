//! A stage of the playbook: its checklist and waves joined by id. Not done here: any project's state.

use std::collections::BTreeMap;

use super::ids::{self, ItemKey, Member, Names};
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::document::Document;
use crate::document::front::{self, Front};

/// One stage, in the order of the path.
#[derive(Debug)]
pub struct Stage<'a> {
    /// Its file.
    pub document: &'a Document,
    /// What the file says.
    pub front: &'a front::Stage,
    /// 0-based place in the path.
    pub index: usize,
    /// Its former ids.
    pub aliases: Vec<String>,
    /// Ids and aliases of its items and waves.
    pub members: BTreeMap<String, Member>,
    /// For each item of the checklist, what it waits for.
    pub depends_on: Vec<Vec<ItemKey>>,
    /// The causes on the way out of it, as indices in [`super::Playbook::causes`].
    pub exit_causes: Vec<usize>,
}

impl<'a> Stage<'a> {
    /// Its id.
    pub fn id(&self) -> &'a str {
        &self.document.id
    }

    /// Its title.
    pub fn title(&self) -> &'a str {
        &self.document.title
    }

    /// The full id of an item, `stage/item`.
    pub fn item_id(&self, item: usize) -> String {
        format!("{}/{}", self.id(), self.front.checklist[item].id.value)
    }
}

/// The anchor of an item or wave on any page that shows it: `stage.item`.
pub fn anchor(stage: &str, member: &str) -> String {
    format!("{stage}.{member}")
}

/// All stages in the order of the path.
pub(super) fn stages<'a>(documents: &[&'a Document], diagnostics: &mut Vec<Diagnostic>) -> Vec<Stage<'a>> {
    let mut found: Vec<(&'a Document, &'a front::Stage)> = documents
        .iter()
        .filter_map(|document| match &document.front {
            Front::Stage(front) => Some((*document, front)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(document, _)| (document.order.unwrap_or(i64::MAX), &document.path));
    found
        .into_iter()
        .enumerate()
        .map(|(index, (document, front))| Stage {
            document,
            front,
            index,
            aliases: document.common.aliases.iter().map(|alias| alias.value.clone()).collect(),
            members: members(document, &front.checklist, &front.waves, diagnostics),
            depends_on: Vec::new(),
            exit_causes: Vec::new(),
        })
        .collect()
}

/// Claims the ids of items and waves, then their aliases, in the one namespace that they share.
fn members(
    document: &Document,
    items: &[front::Item],
    waves: &[front::Wave],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Member> {
    let mut names = Names::default();
    let ids = items.iter().map(|item| (&item.id, &item.aliases)).chain(waves.iter().map(|wave| (&wave.id, &wave.aliases)));
    for (index, (id, _)) in ids.clone().enumerate() {
        names.claim(index, &id.value, false, &document.path, id.span, diagnostics);
    }
    for (index, (_, aliases)) in ids.clone().enumerate() {
        for alias in aliases {
            names.claim(index, &alias.value, true, &document.path, alias.span, diagnostics);
        }
    }
    for wave in waves {
        let mut guardrails = Names::default();
        for (index, guardrail) in wave.guardrails.iter().enumerate() {
            guardrails.claim(index, &guardrail.id.value, false, &document.path, guardrail.id.span, diagnostics);
        }
    }
    let member = |index| if index < items.len() { Member::Item(index) } else { Member::Wave(index - items.len()) };
    ids.enumerate()
        .flat_map(|(index, (id, aliases))| std::iter::once(id).chain(aliases).map(move |name| (index, name)))
        .filter(|(index, name)| names.get(&name.value) == Some(*index))
        .map(|(index, name)| (name.value.clone(), member(index)))
        .collect()
}

/// Resolves what each item waits for.
pub(super) fn join_dependencies(stages: &mut [Stage<'_>], names: &BTreeMap<String, usize>, diagnostics: &mut Vec<Diagnostic>) {
    let resolved: Vec<Vec<Vec<ItemKey>>> = stages
        .iter()
        .map(|stage| stage.front.checklist.iter().map(|item| dependencies(stages, names, stage, item, diagnostics)).collect())
        .collect();
    for (stage, depends_on) in stages.iter_mut().zip(resolved) {
        stage.depends_on = depends_on;
    }
}

fn dependencies(
    stages: &[Stage<'_>],
    names: &BTreeMap<String, usize>,
    stage: &Stage<'_>,
    item: &front::Item,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ItemKey> {
    let path = &stage.document.path;
    let mut keys = Vec::new();
    for reference in &item.depends_on {
        let Some(key) = ids::item(stages, names, Some(stage.index), reference, path, diagnostics) else { continue };
        if key.stage > stage.index {
            diagnostics.push(later_stage(stages, key, reference, stage));
        }
        keys.push(key);
    }
    keys
}

fn later_stage(stages: &[Stage<'_>], key: ItemKey, reference: &Spanned<String>, stage: &Stage<'_>) -> Diagnostic {
    let message = format!("an item of {} can't wait for `{}`, which comes later", stage.title(), stages[key.stage].item_id(key.item));
    Diagnostic::new(Code::DependencyLaterStage, &stage.document.path, reference.span, message)
        .help("turn the dependency round, or move the item to the later stage")
}
