//! The index of a site that is needed once: each file is handed on and forgotten, and made only where nobody has it. Not done here: what is in the files.
//!
//! Pages are read in blocks of neighbours, so that most files of hits are made while the text of their pages is at hand: all texts together would be most of
//! what a build needs of memory.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::record::{Record, Records, labels};
use super::shard::{self, OfGroup};
use super::table::CHUNK;
use super::terms::Terms;
use super::{Plan, fragment, hits_file, hits_name, place, slots, table};
use crate::document::Document;
use crate::memo::in_parallel;
use crate::page::{Context, Page};
use crate::path::OutputPath;
use crate::render::{Sink, fingerprint};

/// Hands on the files of [`Index::files`](super::Index::files), and says how many pages they are about. `documents` are those that the pages were made of, and
/// both are sorted by path.
pub fn hand_on(context: &Context<'_, '_>, documents: &[Arc<Document>], pages: &[(OutputPath, Page)], sink: &dyn Sink) -> usize {
    let records = Records { context, documents };
    let found = in_parallel(pages, |(output, page)| Some((output, records.of(output, page)?)));
    let (outputs, records): (Vec<&OutputPath>, Vec<Record>) = found.into_iter().flatten().unzip();
    let labels = labels(context.playbook, records.iter());
    let (slots, places) = slots::slots(outputs.into_iter());
    let mut pages: Vec<(u32, Record)> = slots.into_iter().zip(records).collect();
    pages.sort_unstable_by_key(|(slot, _)| *slot);
    let chunks = places.div_ceil(CHUNK);
    let blocks: Vec<Block> = (0..chunks).flat_map(|chunk| blocks(&pages, chunk, chunks)).collect();
    let read = in_parallel(&blocks, |block| block.read(&pages[block.pages.clone()], sink));
    let read: Vec<Read> = read.into_iter().flatten().collect();

    let plan = Plan { numbered: pages.iter().zip(&read).map(|((slot, record), read)| (*slot, record, &read.terms)).collect(), chunks };
    let prefixes = in_parallel(&plan.groups(), |pages| words(pages, sink));
    let (tables, shared) = plan.tables();
    tables.iter().for_each(|(name, bytes)| sink.file(&place(name), bytes));
    in_parallel(&shared, |file| {
        let start = pages.partition_point(|(slot, _)| *slot < file[0].0);
        let range = start..start + file.len();
        hits(&pages[range.clone()], &read[range], sink);
    });
    let mut prefixes = prefixes.concat();
    prefixes.sort_unstable();
    sink.file(&place("manifest"), &plan.manifest(&prefixes, &labels));
    pages.len()
}

/// Pages of neighbouring numbers.
struct Block {
    pages: Range<usize>,
    numbers: Range<u32>,
}

fn blocks(pages: &[(u32, Record)], chunk: u32, chunks: u32) -> Vec<Block> {
    let (within, numbers) = table::part(pages, |(slot, _)| *slot, chunk, chunks);
    let blocks = fragment::blocks(numbers).into_iter().map(|numbers| {
        let at = |number| pages.partition_point(|(slot, _)| *slot < number);
        Block { pages: at(numbers.start)..at(numbers.end).min(within.end), numbers }
    });
    blocks.filter(|block| !block.pages.is_empty()).collect()
}

/// A page that was read.
struct Read {
    terms: Terms,
    /// What is shown of it as a hit, where that had to be made and the file of it was not.
    json: Option<String>,
    /// Whether the file that shows it is handed on.
    is_told: bool,
}

impl Block {
    /// Reads its pages, and hands on the files that show them if they do not share one with those of another block.
    fn read(&self, pages: &[(u32, Record)], sink: &dyn Sink) -> Vec<Read> {
        let mut read: Vec<Read> = pages.iter().map(|(_, record)| Read::of(record, sink)).collect();
        let sizes: Vec<(u32, usize)> = pages.iter().zip(&read).map(|((slot, _), read)| (*slot, read.terms.size)).collect();
        if fragment::is_cut(&sizes) {
            for file in fragment::files(&sizes, self.numbers.clone()) {
                hits(&pages[file.clone()], &read[file], sink);
            }
            read.iter_mut().for_each(|read| (read.json, read.is_told) = (None, true));
        }
        read
    }
}

impl Read {
    fn of(record: &Record, sink: &dyn Sink) -> Self {
        let name = record.fingerprint();
        if let Some(terms) = sink.recall(&name).and_then(|bytes| Terms::from_bytes(&bytes)) {
            return Self { terms, json: None, is_told: false };
        }
        let (terms, json) = Terms::read(record);
        sink.keep(&name, &terms.to_bytes());
        Self { terms, json: Some(json), is_told: false }
    }
}

impl Read {
    /// What is shown of it.
    fn shown(&self, record: &Record) -> Cow<'_, str> {
        self.json.as_deref().map_or_else(|| Cow::Owned(fragment::json(record, &record.sections())), Cow::Borrowed)
    }
}

/// Hands on the file that shows these pages, unless that was done.
fn hits(pages: &[(u32, Record)], read: &[Read], sink: &dyn Sink) {
    if read[0].is_told {
        return;
    }
    let name = fragment::fingerprint(pages.iter().zip(read).map(|((slot, _), read)| (*slot, &read.terms)));
    let place = place(&hits_name(pages[0].0));
    if !sink.has(&place, &name) {
        let shown = pages.iter().zip(read).map(|((slot, record), read)| (*slot, read.shown(record)));
        sink.made(&place, &name, &hits_file(pages[0].0, shown));
    }
}

/// Hands on the files of one group of words, and tells their first letters.
fn words(pages: &[OfGroup<'_>], sink: &dyn Sink) -> Vec<String> {
    let group = shard::fingerprint(pages);
    let name = |prefix: &String| fingerprint(b"search words 1\0", &(group, prefix));
    let place = |prefix: &String| place(&shard::name(prefix));
    let known = sink.recall(&group).and_then(|bytes| String::from_utf8(bytes).ok());
    let known: Vec<String> = known.iter().flat_map(|known| known.split(' ')).map(str::to_owned).collect();
    let (had, missing): (Vec<String>, Vec<String>) = known.into_iter().partition(|prefix| sink.has(&place(prefix), &name(prefix)));
    if missing.is_empty() && !had.is_empty() {
        return had;
    }
    let shards = shard::shards(pages);
    let new = shards.iter().filter(|(prefix, _)| !had.contains(prefix));
    new.for_each(|(prefix, bytes)| sink.made(&place(prefix), &name(prefix), bytes));
    let prefixes: Vec<String> = shards.into_iter().map(|(prefix, _)| prefix).collect();
    sink.keep(&group, prefixes.join(" ").as_bytes());
    prefixes
}
