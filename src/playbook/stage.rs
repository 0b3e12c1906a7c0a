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

    /// True for the anchor of one of its items and waves. A former id is no anchor.
    pub fn has_anchor(&self, fragment: &str) -> bool {
        let id = fragment.strip_prefix(self.id()).and_then(|rest| rest.strip_prefix('.'));
        id.and_then(|id| Some((id, self.members.get(id)?))).is_some_and(|(id, member)| match member {
            Member::Item(item) => self.front.checklist[*item].id.value == id,
            Member::Wave(wave) => self.front.waves[*wave].id.value == id,
        })
    }

    /// The full id of an item, `stage/item`.
    pub fn item_id(&self, item: usize) -> String {
        format!("{}/{}", self.id(), self.front.checklist[item].id.value)
    }

    /// The full id of a wave, `stage/wave`.
    pub fn wave_id(&self, wave: usize) -> String {
        format!("{}/{}", self.id(), self.front.waves[wave].id.value)
    }
}

/// The anchor of an item or wave on any page that shows it: `stage.item`.
pub fn anchor(stage: &str, member: &str) -> String {
    [stage, ".", member].concat()
}

/// All stages in the order of the path.
pub(super) fn stages<'a>(documents: &[&'a Document]) -> Vec<Stage<'a>> {
    let mut found: Vec<(&'a Document, &'a front::Stage)> = documents
        .iter()
        .filter_map(|document| match &document.front {
            Front::Stage(front) => Some((*document, &**front)),
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
            members: members(&front.checklist, &front.waves),
            depends_on: Vec::new(),
            exit_causes: Vec::new(),
        })
        .collect()
}

/// What the ids and aliases of items and waves name. The file has seen to it that no two are alike.
fn members(items: &[front::Item], waves: &[front::Wave]) -> BTreeMap<String, Member> {
    let items = items.iter().enumerate().map(|(index, item)| (Member::Item(index), &item.id, &item.aliases));
    let waves = waves.iter().enumerate().map(|(index, wave)| (Member::Wave(index), &wave.id, &wave.aliases));
    let named = items.chain(waves).flat_map(|(member, id, aliases)| std::iter::once(id).chain(aliases).map(move |name| (name, member)));
    named.map(|(name, member)| (name.value.clone(), member)).collect()
}

/// Resolves what each item waits for.
pub(super) fn join_dependencies(stages: &mut [Stage<'_>], names: &BTreeMap<String, usize>, ids: &Names, diagnostics: &mut Vec<Diagnostic>) {
    let resolved: Vec<Vec<Vec<ItemKey>>> = stages
        .iter()
        .map(|stage| stage.front.checklist.iter().map(|item| dependencies(stages, (names, ids), stage, item, diagnostics)).collect())
        .collect();
    for (stage, depends_on) in stages.iter_mut().zip(resolved) {
        stage.depends_on = depends_on;
    }
}

fn dependencies(
    stages: &[Stage<'_>],
    (names, ids): (&BTreeMap<String, usize>, &Names),
    stage: &Stage<'_>,
    item: &front::Item,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ItemKey> {
    let path = &stage.document.path;
    let mut keys = Vec::new();
    for reference in &item.depends_on {
        let Some(key) = ids::item(stages, names, ids, Some(stage.index), reference, path, diagnostics) else { continue };
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
        .help("turn the dependency round, or move the item to the later stage; the numbers in front of the files' names order the stages")
}
