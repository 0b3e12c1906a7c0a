//! The search index: files below `search/` in which a reader's browser finds pages by their words, without a server. Each search loads the few files that hold
//! its words, and those that tell of the first hits. Not done here: looking for anything, which `themes/default/static/search-engine.js` does.
//!
//! Files of pages, words and hits are named and cut so that an edit changes few of them: a page has its number from its address (`slots`), words are in the
//! file of their first letters (`shard`), hits in that of their numbers' range (`fragment`).

mod code;
mod counts;
mod fragment;
mod once;
mod record;
mod retext;
mod shard;
mod slots;
mod table;
mod terms;
mod text;
mod tokens;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use crate::document::Document;
use crate::memo::{Memo, in_parallel};
use crate::page::{Context, Page, SEARCH};
use crate::path::OutputPath;
use crate::render::Fingerprint;
pub use once::hand_on;
use record::{Record, Records, labels};
use shard::{OfGroup, Shard};
use table::{CHUNK, Manifest, Numbered};
use terms::Terms;

/// The index of the last build, and what it was made of.
#[derive(Debug, Default)]
pub struct Index {
    /// The words of each page, and what they were read from.
    pages: BTreeMap<OutputPath, (Record, Arc<Terms>)>,
    words: Memo<Fingerprint, Arc<Vec<Shard>>>,
    hits: Memo<Fingerprint, Arc<[u8]>>,
    /// The first letters of the files of words, and the number of the first page in each file of hits, sorted.
    prefixes: Vec<String>,
    firsts: Vec<u32>,
    /// What can be filtered by, and the files made.
    labels: Vec<(String, String)>,
    files: BTreeMap<OutputPath, Arc<[u8]>>,
}

impl Index {
    /// The files of the index. `documents` are those that the pages were made of, by path. The first error of `go_on` ends it; what it learned stays.
    pub fn files<E: Send>(
        &mut self,
        context: &Context<'_, '_>,
        documents: &[Arc<Document>],
        pages: &[(OutputPath, Page)],
        go_on: &(impl Fn() -> Result<(), E> + Sync),
    ) -> Result<BTreeMap<OutputPath, Arc<[u8]>>, E> {
        let is_new = self.read(context, documents, pages, go_on)?;
        let labels = labels(context.playbook, self.pages.values().map(|(record, _)| record));
        if is_new || labels != self.labels || self.files.is_empty() {
            // Whatever ends it before it is done, the next build must not take the files for those of these pages.
            self.files = BTreeMap::new();
            self.labels = labels;
            self.files = self.made(go_on)?;
        }
        Ok(self.files.clone())
    }

    /// How many pages it holds.
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// True when it holds none.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Brings what is known of the pages up to date; tells whether anything is new.
    fn read<E: Send>(
        &mut self,
        context: &Context<'_, '_>,
        documents: &[Arc<Document>],
        pages: &[(OutputPath, Page)],
        go_on: &(impl Fn() -> Result<(), E> + Sync),
    ) -> Result<bool, E> {
        let records = Records { context, documents };
        let found = in_parallel(pages, |(output, page)| {
            go_on()?;
            let Some(record) = records.of(output, page) else { return Ok(None) };
            Ok(Some(match self.pages.get(output) {
                Some((known, terms)) if *known == record => (output.clone(), record, Arc::clone(terms), false),
                _ => {
                    let terms = Arc::new(Terms::of(&record));
                    (output.clone(), record, terms, true)
                }
            }))
        });
        let found: Vec<_> = found.into_iter().filter_map(Result::transpose).collect::<Result<_, E>>()?;
        let is_new = found.len() != self.pages.len() || found.iter().any(|(.., is_new)| *is_new);
        self.pages = found.into_iter().map(|(output, record, terms, _)| (output, (record, terms))).collect();
        Ok(is_new)
    }

    fn made<E: Send>(&mut self, go_on: &(impl Fn() -> Result<(), E> + Sync)) -> Result<BTreeMap<OutputPath, Arc<[u8]>>, E> {
        let plan = Plan::of(&self.pages);
        let mut files = BTreeMap::new();
        let shards = words(&mut self.words, &plan.groups(), go_on)?;
        files
            .extend(shards.iter().flat_map(|shards| shards.iter()).map(|(prefix, bytes)| (place(&shard::name(prefix)), Arc::clone(bytes))));
        let (tables, shared) = plan.tables();
        files.extend(tables.into_iter().map(|(name, bytes)| (place(&name), bytes)));
        files.extend(shared.iter().map(|pages| place(&hits_name(pages[0].0))).zip(hits(&mut self.hits, &shared, go_on)?));
        self.firsts = shared.iter().map(|pages| pages[0].0).collect();
        self.prefixes = shards.iter().flat_map(|shards| shards.iter().map(|(prefix, _)| prefix.clone())).collect();
        self.prefixes.sort_unstable();
        files.insert(place("manifest"), plan.manifest(&self.prefixes, &self.labels));
        Ok(files)
    }
}

/// Where the file of that name is.
fn place(name: &str) -> OutputPath {
    OutputPath::new(format!("{SEARCH}/{name}.js"))
}

/// A file by its name.
type Named = (String, Arc<[u8]>);

/// Which files there are.
struct Plan<'i> {
    /// The pages by their numbers.
    numbered: Vec<Numbered<'i>>,
    /// How many files tell of pages' numbers.
    chunks: u32,
}

impl<'i> Plan<'i> {
    fn of(pages: &'i BTreeMap<OutputPath, (Record, Arc<Terms>)>) -> Self {
        let (slots, places) = slots::slots(pages.keys());
        let mut numbered: Vec<Numbered<'_>> =
            slots.into_iter().zip(pages.values()).map(|(slot, (record, terms))| (slot, record, &**terms)).collect();
        numbered.sort_unstable_by_key(|(slot, ..)| *slot);
        Self { numbered, chunks: places.div_ceil(CHUNK) }
    }

    /// The pages that have words of each group.
    fn groups(&self) -> Vec<Vec<OfGroup<'i>>> {
        let mut groups: BTreeMap<u32, Vec<OfGroup<'i>>> = BTreeMap::new();
        for (slot, _, terms) in &self.numbered {
            for group in &terms.groups {
                groups.entry(group.name).or_default().push((*slot, terms, group));
            }
        }
        groups.into_values().collect()
    }

    /// The files about pages' numbers by name, and which pages share a file as hits.
    fn tables(&self) -> (Vec<Named>, Vec<&[Numbered<'i>]>) {
        let (mut tables, mut shared) = (Vec::new(), Vec::new());
        for chunk in 0..self.chunks {
            let (table, ranges) = self.table(chunk);
            tables.push(table);
            shared.extend(ranges);
        }
        (tables, shared)
    }

    /// The file about the numbers of a chunk, and which of its pages share a file as hits.
    fn table(&self, chunk: u32) -> (Named, Vec<&[Numbered<'i>]>) {
        let (pages, numbers) = table::part(&self.numbered, |(slot, ..)| *slot, chunk, self.chunks);
        let pages = &self.numbered[pages];
        let (bytes, ranges) = table::chunk(chunk, pages, numbers);
        ((format!("t/{chunk}"), bytes), ranges.into_iter().map(|range| &pages[range]).collect())
    }

    /// `prefixes` are the first letters of the files of words, sorted.
    fn manifest(&self, prefixes: &[String], labels: &[(String, String)]) -> Arc<[u8]> {
        let (pages, words) = (self.numbered.len(), prefixes.join(" "));
        Manifest { pages, chunk: CHUNK, chunks: self.chunks, words, labels: labels.to_vec() }.file()
    }
}

/// The files of words, by group.
fn words<E: Send>(
    memo: &mut Memo<Fingerprint, Arc<Vec<Shard>>>,
    groups: &[Vec<OfGroup<'_>>],
    go_on: &(impl Fn() -> Result<(), E> + Sync),
) -> Result<Vec<Arc<Vec<Shard>>>, E> {
    let (shards, _) = memo.map(groups, |pages| {
        go_on()?;
        Ok((shard::fingerprint(pages), move || Arc::new(shard::shards(pages))))
    })?;
    Ok(shards)
}

/// The files of hits. Each is a list of numbers and pages.
fn hits<E: Send>(
    memo: &mut Memo<Fingerprint, Arc<[u8]>>,
    files: &[&[Numbered<'_>]],
    go_on: &(impl Fn() -> Result<(), E> + Sync),
) -> Result<Vec<Arc<[u8]>>, E> {
    let (hits, _) = memo.map(files, |pages| {
        go_on()?;
        let name = fragment::fingerprint(pages.iter().map(|(slot, _, terms)| (*slot, *terms)));
        Ok((name, move || hits_of(pages)))
    })?;
    Ok(hits)
}

/// The file that shows pages of which the first has that number.
fn hits_name(first: u32) -> String {
    format!("f/{first}")
}

/// What is shown of pages that share a file.
fn hits_of(pages: &[Numbered<'_>]) -> Arc<[u8]> {
    hits_file(pages[0].0, pages.iter().map(|(slot, record, _)| (*slot, fragment::json(record, &record.sections()))))
}

/// The file of pages by their numbers, each as JSON. `first` is the first of these.
fn hits_file(first: u32, pages: impl Iterator<Item = (u32, impl Display)>) -> Arc<[u8]> {
    let list: Vec<String> = pages.map(|(slot, json)| format!("\"{slot}\":{json}")).collect();
    code::file(&hits_name(first), &format!("{{{}}}", list.join(",")))
}
