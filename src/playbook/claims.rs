//! Which file has an id that two claim. The one that loses it is treated like a file that could not be read in full: it keeps its kind, goes by
//! the id of its file's name, and nothing is reported because of a name that is missing. Not done here: finding that
//! two things of one file have the same id, which it says itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::is_published;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::document::front::{self, Front};
use crate::document::{Document, Kind, claims};
use crate::path::{OutputPath, SourcePath};

/// The kinds whose files are named by ids, each with a namespace of its own.
const NAMED: [Kind; 5] = [Kind::Stage, Kind::Practice, Kind::Cause, Kind::Project, Kind::Decision];

/// Reports ids and aliases of files that are taken, and changes the files that lose, so that every id and alias names one thing from here on.
pub fn settle(documents: &mut [Arc<Document>], diagnostics: &mut Vec<Diagnostic>) {
    let is_published = is_published(documents);
    let published: Vec<usize> = (0..documents.len()).filter(|index| is_published[*index]).collect();
    second_files_of_a_page(documents, &published);
    members_of_stages(documents, &published);
    for kind in NAMED {
        let mut of_kind: Vec<usize> = published.iter().copied().filter(|index| documents[*index].kind == kind).collect();
        ids(documents, &of_kind, diagnostics);
        // Ids of all come before aliases, and these by path.
        of_kind.sort_unstable();
        aliases(documents, &of_kind, diagnostics);
    }
}

/// `grove.md` and `grove/index.md` would be one page. Only the first is a project; the other is a page, which is in its way: that is the finding.
fn second_files_of_a_page(documents: &mut [Arc<Document>], published: &[usize]) {
    let mut taken: FxHashSet<&OutputPath> = FxHashSet::with_capacity_and_hasher(published.len(), FxBuildHasher);
    let is_second = |index: &&usize| !taken.insert(&documents[**index].output);
    let second: Vec<usize> = published.iter().filter(is_second).copied().collect();
    for index in second {
        let document = &mut documents[index];
        if NAMED.contains(&document.kind) || document.kind == Kind::ProjectStage {
            let second = Arc::make_mut(document);
            (second.kind, second.front, second.partial, second.id_unknown) = (Kind::Page, Front::Page(front::Page::default()), true, true);
            second.common.aliases.clear();
        }
    }
}

/// Leaves out the items, waves and guardrails of which the stage's file has said that their ids are taken.
fn members_of_stages(documents: &mut [Arc<Document>], published: &[usize]) {
    for index in published {
        let Front::Stage(stage) = &documents[*index].front else { continue };
        let lost = claims::clashes(&documents[*index].path, stage, &mut Vec::new());
        if !lost.is_empty()
            && let Front::Stage(stage) = &mut Arc::make_mut(&mut documents[*index]).front
        {
            claims::without(stage, &lost);
        }
    }
}

/// Ids that come from a file's name are claimed before written ones, so that a clash is shown where it can be mended.
fn ids(documents: &mut [Arc<Document>], of_kind: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    let mut by_writing = of_kind.to_vec();
    by_writing.sort_by_key(|index| documents[*index].id_span.is_some());
    let mut first: FxHashMap<&str, &Document> = FxHashMap::with_capacity_and_hasher(of_kind.len(), FxBuildHasher);
    let mut losers = Vec::new();
    for index in by_writing {
        let document = &documents[index];
        let span = place(document);
        if document.id.is_empty() {
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, &document.path, span, "no id can be made from this file's name")
                    .help("give it an `id:` of the letters a-z, digits and `-`"),
            );
        } else if let Some(owner) = first.get(document.id.as_str()) {
            let id = Spanned::new(document.id.clone(), span);
            diagnostics.push(claims::taken(&id, false, &document.path, (&owner.path, place(owner))));
            losers.push(index);
        } else {
            first.insert(&document.id, document);
        }
    }
    if losers.is_empty() {
        return;
    }
    let mut ids: BTreeSet<String> = first.into_keys().map(str::to_owned).collect();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    for index in losers {
        let loser = Arc::make_mut(&mut documents[index]);
        (loser.partial, loser.id_unknown) = (true, true);
        let mut id = loser.default_id();
        while id.is_empty() || !ids.insert(id.clone()) {
            let number = tried.entry(loser.id.clone()).or_insert(1);
            *number += 1;
            id = format!("{}-{number}", loser.id);
        }
        loser.id = id;
    }
}

/// Where the id of a document stands.
fn place(document: &Document) -> Span {
    document.id_span.unwrap_or(document.head)
}

fn aliases(documents: &mut [Arc<Document>], of_kind: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    if of_kind.iter().all(|index| documents[*index].common.aliases.is_empty()) {
        return;
    }
    let claim = |document: &Document| (document.id.clone(), (document.path.clone(), place(document)));
    let mut first: BTreeMap<String, (SourcePath, Span)> = of_kind.iter().map(|index| claim(&documents[*index])).collect();
    for index in of_kind {
        let document = &documents[*index];
        let mut lost = Vec::new();
        for alias in &document.common.aliases {
            match first.get(&alias.value) {
                Some((path, span)) => {
                    diagnostics.push(claims::taken(alias, true, &document.path, (path, *span)));
                    lost.push(alias.span);
                }
                None => drop(first.insert(alias.value.clone(), (document.path.clone(), alias.span))),
            }
        }
        if !lost.is_empty() {
            Arc::make_mut(&mut documents[*index]).common.aliases.retain(|alias| !lost.contains(&alias.span));
        }
    }
}
