//! The step of a build that gives code its colours. Not done here: colouring a block, or keeping it for other processes.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::{Keep, Pipeline, Recall, Step};
use crate::document::fragment::{BlockName, CodeBlock};
use crate::document::highlight::Highlighter;
use crate::document::{Document, highlight};
use crate::memo::{in_parallel, in_parallel_with};
use crate::page::Highlights;
use crate::playbook::{Playbook, links};

/// Where the HTML of a block comes from.
#[derive(PartialEq, Eq)]
enum Origin {
    Known,
    Recalled,
    Made,
}

/// So many blocks are highlighted before they are handed on: a few megabytes of HTML.
const AT_ONCE: usize = 4096;

/// The different blocks of code of some documents that have colours.
pub(super) fn coloured<'d>(documents: impl Iterator<Item = &'d Document>) -> Vec<&'d CodeBlock> {
    let mut seen = FxHashSet::default();
    let blocks = documents.flat_map(links::all::fragments).flat_map(|fragment| &fragment.code).map(Arc::as_ref);
    blocks.filter(|block| !highlight::is_plain(&block.language) && seen.insert(&block.name)).collect()
}

impl Pipeline {
    /// Highlights each different block once, however often it stands in the book. Those without colours are left to the pages: they cost less than to be
    /// remembered.
    pub(super) fn highlight<E: Send>(
        &mut self,
        playbook: &Playbook<'_>,
        go_on: &(impl Fn() -> Result<(), E> + Sync),
    ) -> Result<(Highlights, Step), E> {
        let mut blocks = coloured(playbook.documents.iter().copied());
        // What is made of one depends on it alone; a language is quicker after itself.
        blocks.sort_unstable_by_key(|block| (&block.language, &block.name));
        let (made, recalled, given_up) = self.html(&blocks, go_on);
        self.code = Arc::new(made);
        given_up.map(|()| (Highlights::Known(Arc::clone(&self.code)), Step::Highlight(self.code.len(), recalled)))
    }

    /// The HTML of blocks, how many of them somebody else remembered, and why some are missing.
    pub(super) fn html<E: Send>(
        &mut self,
        blocks: &[&CodeBlock],
        go_on: &(impl Fn() -> Result<(), E> + Sync),
    ) -> (FxHashMap<BlockName, Arc<str>>, usize, Result<(), E>) {
        let recall = |name| self.recall.as_ref().and_then(|recall| recall.html(name));
        let html = in_parallel_with(blocks, Highlighter::default, |highlighter, block| {
            if let Some(html) = self.code.get(&block.name) {
                return Ok((Arc::clone(html), Origin::Known));
            }
            match recall(&block.name) {
                Some(html) => Ok((html, Origin::Recalled)),
                None => go_on().map(|()| (Arc::from(highlighter.highlight(&block.language, &block.code)), Origin::Made)),
            }
        });
        let (mut given_up, mut recalled) = (Ok(()), 0);
        let mut made = FxHashMap::with_capacity_and_hasher(blocks.len(), FxBuildHasher);
        for (block, html) in blocks.iter().zip(html) {
            match html {
                Ok((html, origin)) => {
                    recalled += usize::from(origin == Origin::Recalled);
                    if origin == Origin::Made && self.recall.is_some() {
                        self.new_code.push((block.name, Arc::clone(&html)));
                    }
                    made.insert(block.name, html);
                }
                Err(error) => given_up = Err(error),
            }
        }
        (made, recalled, given_up)
    }
}

/// [`Pipeline::highlight`] where somebody keeps what is highlighted, so that none of it need be held: what nobody has is made, and handed on some
/// thousand blocks at a time. Pages ask for theirs, and highlight what turns out not to be there.
pub(super) fn highlight_and_keep(playbook: &Playbook<'_>, recall: Recall, keep: Keep<'_>) -> (Highlights, Step) {
    let blocks = coloured(playbook.documents.iter().copied());
    let waiting = Mutex::new(Vec::new());
    let take = |new: Option<_>| {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let is_last = new.is_none();
        waiting.extend(new);
        if is_last || waiting.len() >= AT_ONCE { std::mem::take(&mut *waiting) } else { Vec::new() }
    };
    let known = in_parallel(&blocks, |block| recall.has(&block.name));
    let mut new: Vec<&CodeBlock> = blocks.iter().zip(known).filter_map(|(block, is_known)| (!is_known).then_some(*block)).collect();
    // A language is quicker after itself.
    new.sort_unstable_by_key(|block| (&block.language, &block.name));
    in_parallel_with(&new, Highlighter::default, |highlighter, block| {
        let full = take(Some((block.name, Arc::from(highlighter.highlight(&block.language, &block.code)))));
        if !full.is_empty() {
            keep(full);
        }
    });
    keep(take(None));
    (Highlights::Kept(recall), Step::Highlight(blocks.len(), blocks.len() - new.len()))
}
