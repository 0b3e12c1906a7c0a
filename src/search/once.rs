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
    // Each record is made again when its turn comes: that costs little, and all together need more room than all that is kept of them.
    let is_searched = in_parallel(pages, |(output, page)| records.of(output, page).is_some());
    let searched: Vec<&(OutputPath, Page)> = pages.iter().zip(is_searched).filter_map(|(page, is)| is.then_some(page)).collect();
    let (slots, places) = slots::slots(searched.iter().map(|(output, _)| output));
    let mut pages: Vec<Seat<'_>> = slots.into_iter().zip(searched).collect();
    pages.sort_unstable_by_key(|(slot, _)| *slot);
    let chunks = places.div_ceil(CHUNK);
    let blocks: Vec<Block<'_>> = (0..chunks).flat_map(|chunk| blocks(&pages, chunk, chunks)).collect();
    let mut read: Vec<Read> = Vec::with_capacity(pages.len());
    in_parallel(&blocks, |block| block.read(&records, sink)).into_iter().for_each(|block| read.extend(block));

    let plan = Plan { numbered: read.iter().map(|read| (read.slot, &read.record, &read.terms)).collect(), chunks };
    let prefixes = in_parallel(&plan.groups(), |pages| words(pages, sink));
    let (tables, shared) = plan.tables();
    tables.iter().for_each(|(name, bytes)| sink.file(&place(name), bytes));
    in_parallel(&shared, |file| {
        let start = read.partition_point(|read| read.slot < file[0].0);
        hits(&read[start..start + file.len()], sink);
    });
    let mut prefixes = prefixes.concat();
    prefixes.sort_unstable();
    let labels = labels(context.playbook, read.iter().map(|read| &read.record));
    sink.file(&place("manifest"), &plan.manifest(&prefixes, &labels));
    read.len()
}

/// A page with its number.
type Seat<'p> = (u32, &'p (OutputPath, Page));

/// Pages of neighbouring numbers.
struct Block<'p> {
    pages: &'p [Seat<'p>],
    numbers: Range<u32>,
}

fn blocks<'p>(pages: &'p [Seat<'p>], chunk: u32, chunks: u32) -> Vec<Block<'p>> {
    let (within, numbers) = table::part(pages, |(slot, _)| *slot, chunk, chunks);
    let pages = &pages[within];
    let blocks = fragment::blocks(numbers).into_iter().map(|numbers| {
        let at = |number| pages.partition_point(|(slot, _)| *slot < number);
        Block { pages: &pages[at(numbers.start)..at(numbers.end)], numbers }
    });
    blocks.filter(|block| !block.pages.is_empty()).collect()
}

impl Block<'_> {
    /// Reads its pages, and hands on the files that show them if they do not share one with those of another block.
    fn read(&self, records: &Records<'_, '_, '_>, sink: &dyn Sink) -> Vec<Read> {
        let record = |(slot, (output, page)): &Seat<'_>| Some(Read::of(*slot, records.of(output, page)?, sink));
        let mut read: Vec<Read> = self.pages.iter().filter_map(record).collect();
        let sizes: Vec<(u32, usize)> = read.iter().map(|read| (read.slot, read.terms.size)).collect();
        if fragment::is_cut(&sizes) {
            for file in fragment::files(&sizes, self.numbers.clone()) {
                hits(&read[file], sink);
            }
            read.iter_mut().for_each(Read::forget);
        }
        read
    }
}

/// A page that was read.
struct Read {
    slot: u32,
    record: Record,
    terms: Terms,
    /// What is shown of it as a hit, where that had to be made and the file of it was not.
    json: Option<String>,
    /// Whether the file that shows it is handed on. Then the record is one without texts.
    is_told: bool,
}

impl Read {
    fn of(slot: u32, record: Record, sink: &dyn Sink) -> Self {
        let name = record.fingerprint();
        if let Some(terms) = sink.recall(&name).and_then(|bytes| Terms::from_bytes(&bytes)) {
            return Self { slot, record, terms, json: None, is_told: false };
        }
        let (terms, json) = Terms::read(&record);
        sink.keep(&name, &terms.to_bytes());
        Self { slot, record, terms, json: Some(json), is_told: false }
    }

    /// What is shown of it.
    fn shown(&self) -> Cow<'_, str> {
        let made = || Cow::Owned(fragment::json(&self.record, &self.record.sections()));
        self.json.as_deref().map_or_else(made, Cow::Borrowed)
    }

    /// Forgets what is shown of it.
    fn forget(&mut self) {
        (self.json, self.is_told) = (None, true);
        self.record.forget_texts();
    }
}

/// Hands on the file that shows these pages, unless that was done.
fn hits(pages: &[Read], sink: &dyn Sink) {
    if pages[0].is_told {
        return;
    }
    let name = fragment::fingerprint(pages.iter().map(|page| (page.slot, &page.terms)));
    let place = place(&hits_name(pages[0].slot));
    if !sink.has(&place, &name) {
        sink.made(&place, &name, &hits_file(pages[0].slot, pages.iter().map(|page| (page.slot, page.shown()))));
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
