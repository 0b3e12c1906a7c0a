//! Causes and practices joined to stages and items. A cause is the one place that declares these edges; the others show them back.
//! Not done here: exposure of a project.

use std::collections::BTreeMap;

use super::Stage;
use super::ids::{self, ItemKey, Names};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::Document;
use crate::document::front::{self, Front};

/// A cause that kills projects between two stages.
#[derive(Debug)]
pub struct Cause<'a> {
    /// Its file.
    pub document: &'a Document,
    /// What the file says.
    pub front: &'a front::Cause,
    /// The stage it strikes on the way out of; `None` when the file does not say it right.
    pub from: Option<usize>,
    /// The stage it keeps projects from.
    pub to: Option<usize>,
    /// 1 to 5.
    pub severity: i64,
    /// Items that guard against it, with the place of the reference.
    pub guards: Vec<Spanned<ItemKey>>,
    /// Practices that prevent it, as indices in [`super::Playbook::practices`].
    pub practices: Vec<usize>,
}

/// A practice that prevents causes.
#[derive(Debug)]
pub struct Practice<'a> {
    /// Its file.
    pub document: &'a Document,
    /// What the file says.
    pub front: &'a front::Practice,
    /// The stages it belongs to; all of them for `all`.
    pub stages: Vec<usize>,
    /// Items that put it to work, with the place of the reference.
    pub items: Vec<Spanned<ItemKey>>,
}

/// What causes and practices are joined to.
pub(super) struct Joined<'p, 'a> {
    pub(super) stages: &'p [Stage<'a>],
    pub(super) stage_names: &'p BTreeMap<String, usize>,
    pub(super) stage_ids: &'p Names,
}

impl Joined<'_, '_> {
    fn stage(&self, name: &Spanned<String>, document: &Document, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
        let index = self.stage_names.get(&name.value).copied();
        if index.is_none() {
            let before = diagnostics.len();
            self.stage_ids.unknown("stage", name, &document.path, diagnostics);
            // `stages: [all]`: the word stands alone, for a list holds ids.
            if let Some(diagnostic) = diagnostics.get_mut(before)
                && name.value == "all"
            {
                diagnostic.help = Some("write `stages: all`, without a list".to_owned());
            }
        }
        index
    }

    fn items(&self, references: &[Spanned<String>], document: &Document, diagnostics: &mut Vec<Diagnostic>) -> Vec<Spanned<ItemKey>> {
        let mut find = |reference: &Spanned<String>| {
            let key = ids::item(self.stages, self.stage_names, self.stage_ids, None, reference, &document.path, diagnostics)?;
            Some(Spanned::new(key, reference.span))
        };
        references.iter().filter_map(&mut find).collect()
    }
}

/// All practices, by order and id.
pub(super) fn practices<'a>(documents: &[&'a Document], joined: &Joined<'_, 'a>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Practice<'a>> {
    let mut practices = Vec::new();
    for document in documents {
        let Front::Practice(front) = &document.front else { continue };
        let stages = if front.all_stages {
            (0..joined.stages.len()).collect()
        } else {
            front.stages.iter().filter_map(|name| joined.stage(name, document, diagnostics)).collect()
        };
        let items = joined.items(&front.items, document, diagnostics);
        practices.push(Practice { document, front, stages, items });
    }
    practices.sort_by_key(|practice| (practice.document.order.unwrap_or(i64::MAX), &practice.document.id));
    practices
}

/// All causes, by the stage they strike on the way out of, then the worst first, then id.
pub(super) fn causes<'a>(
    documents: &[&'a Document],
    joined: &Joined<'_, 'a>,
    practices: &BTreeMap<String, usize>,
    practice_ids: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Cause<'a>> {
    let mut causes = Vec::new();
    for document in documents {
        let Front::Cause(front) = &document.front else { continue };
        let mut end = |pick: fn(&(String, String)) -> &String| {
            let between = front.transition.as_ref()?;
            joined.stage(&Spanned::new(pick(&between.value).clone(), between.span), document, diagnostics)
        };
        let (from, to) = (end(|between| &between.0), end(|between| &between.1));
        let mut used = Vec::new();
        for name in &front.practices {
            match practices.get(&name.value) {
                Some(practice) => used.push(*practice),
                None => practice_ids.unknown("practice", name, &document.path, diagnostics),
            }
        }
        let guards = joined.items(&front.guards, document, diagnostics);
        causes.push(Cause { document, front, from, to, severity: front.severity.unwrap_or(3), guards, practices: used });
    }
    causes.sort_by_key(|cause| (cause.from.unwrap_or(usize::MAX), -cause.severity, &cause.document.id));
    causes
}
