//! The index after pages were given another text, and nothing else of the book is new: only the files are made again that hold words of the old text or
//! of the new one, and those that show them. Not done here: finding out that nothing else is new.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::record::{Record, Records};
use super::shard::{self, OfGroup};
use super::table::{CHUNK, Numbered};
use super::terms::{Terms, group_of};
use super::{Index, Plan, hits_name, hits_of, place};
use crate::document::Document;
use crate::memo::in_parallel;
use crate::page::{Context, Page};
use crate::path::OutputPath;

/// What became of a file: its new bytes, or none where it is gone.
type Change = (OutputPath, Option<Arc<[u8]>>);

impl Index {
    /// The files that are other than in the index of the last build, whose pages these are. `documents` are those of the book, by path.
    pub fn retext(&mut self, context: &Context<'_, '_>, documents: &[Arc<Document>], pages: &[&(OutputPath, Page)]) -> Vec<Change> {
        let records = Records { context, documents };
        let (mut groups, mut shown) = (BTreeSet::new(), Vec::new());
        for (output, page) in pages {
            let (Some(record), Some(known)) = (records.of(output, page), self.pages.get_mut(output)) else { continue };
            let terms = Arc::new(Terms::of(&record));
            groups.extend(differing(&known.1, &terms));
            if known.1.fingerprint != terms.fingerprint {
                shown.push(output.clone());
            }
            *known = (record, terms);
        }
        let plan = Plan::of(&self.pages);
        let records: Vec<&Record> = shown.iter().map(|output| &self.pages[output].0).collect();
        let words = plan.words_again(&groups, &mut self.prefixes, &self.labels);
        // What is gone may come again by the same name.
        let files: BTreeMap<OutputPath, _> = words.into_iter().chain(plan.hits_again(&records, &mut self.firsts)).collect();
        let is_other = |(output, bytes): &Change| self.files.get(output) != bytes.as_ref();
        let changes: Vec<Change> = files.into_iter().filter(is_other).collect();
        for (output, bytes) in &changes {
            match bytes {
                Some(bytes) => drop(self.files.insert(output.clone(), Arc::clone(bytes))),
                None => drop(self.files.remove(output)),
            }
        }
        changes
    }
}

impl<'i> Plan<'i> {
    /// The files of words of these groups, and the list of all files if that is another. `known` are the first letters that have a file.
    fn words_again(&self, groups: &BTreeSet<u32>, known: &mut Vec<String>, labels: &[(String, String)]) -> Vec<Change> {
        let groups: Vec<u32> = groups.iter().copied().collect();
        let shards = in_parallel(&groups, |name| shard::shards(&self.group(*name))).concat();
        let (old, kept): (Vec<String>, Vec<String>) =
            known.iter().cloned().partition(|prefix| groups.binary_search(&group_of(prefix)).is_ok());
        let mut prefixes: Vec<String> = kept.into_iter().chain(shards.iter().map(|(prefix, _)| prefix.clone())).collect();
        prefixes.sort_unstable();
        let mut files: Vec<Change> = old.iter().map(|prefix| (place(&shard::name(prefix)), None)).collect();
        files.extend(shards.into_iter().map(|(prefix, bytes)| (place(&shard::name(&prefix)), Some(bytes))));
        if prefixes != *known {
            files.push((place("manifest"), Some(self.manifest(&prefixes, labels))));
            *known = prefixes;
        }
        files
    }

    /// The files that show these pages as hits, and those that tell in which file a page is. `known` are the first pages of the files of hits.
    fn hits_again(&self, records: &[&Record], known: &mut Vec<u32>) -> Vec<Change> {
        let is_concerned = |(_, record, _): &Numbered<'_>| records.iter().any(|concerned| std::ptr::eq(*concerned, *record));
        let chunks: BTreeSet<u32> = self.numbered.iter().filter(|page| is_concerned(page)).map(|(slot, ..)| self.chunk_of(*slot)).collect();
        let (mut files, mut firsts) = (Vec::new(), known.clone());
        firsts.retain(|first| !chunks.contains(&self.chunk_of(*first)));
        let mut shared = Vec::new();
        for chunk in &chunks {
            let ((name, bytes), ranges) = self.table(*chunk);
            files.push((place(&name), Some(bytes)));
            firsts.extend(ranges.iter().map(|pages| pages[0].0));
            shared.extend(ranges);
        }
        firsts.sort_unstable();
        // Those between a first page and the next are in its file.
        let next = |firsts: &[u32], first| firsts.binary_search(&first).map(|at| firsts.get(at + 1).copied()).ok();
        shared.retain(|pages| pages.iter().any(is_concerned) || next(known, pages[0].0) != next(&firsts, pages[0].0));
        let gone = known.iter().filter(|first| firsts.binary_search(first).is_err());
        files.extend(gone.map(|first| (place(&hits_name(*first)), None)));
        files.extend(shared.iter().map(|pages| (place(&hits_name(pages[0].0)), Some(hits_of(pages)))));
        *known = firsts;
        files
    }

    /// The pages that have words of a group.
    fn group(&self, name: u32) -> Vec<OfGroup<'i>> {
        let of_page = |(slot, _, terms): &Numbered<'i>| {
            let at = terms.groups.binary_search_by_key(&name, |group| group.name).ok()?;
            Some((*slot, *terms, &terms.groups[at]))
        };
        self.numbered.iter().filter_map(of_page).collect()
    }

    /// The chunk that tells of a number; the last one may be longer than the others.
    fn chunk_of(&self, slot: u32) -> u32 {
        (slot / CHUNK).min(self.chunks - 1)
    }
}

/// The groups of words that only one of two readings of a page has, or has with other weights.
fn differing(was: &Terms, is: &Terms) -> Vec<u32> {
    let groups = |terms: &Terms| terms.groups.iter().map(|group| (group.name, group.hash)).collect::<BTreeSet<_>>();
    groups(was).symmetric_difference(&groups(is)).map(|(name, _)| *name).collect()
}
