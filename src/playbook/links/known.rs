//! Where links led in the last build, for as long as nothing that a link can lead to has changed: a word in the body of one page changes the links of
//! no other. Not done here: following links.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::calendar::Date;
use crate::config::Config;
use crate::document::Document;
use crate::path::{OutputPath, SourcePath};

/// All that decides where a link leads, but for the link.
#[derive(Debug)]
struct World {
    config: Config,
    as_of: Date,
    assets: BTreeMap<OutputPath, SourcePath>,
    unreadable: Vec<SourcePath>,
    /// By path.
    documents: Vec<Arc<Document>>,
}

/// What the last build knew.
#[derive(Debug, Default)]
pub struct Known {
    world: Option<World>,
    /// The pages that the links of a document lead to, each once; without the documents that have a broken link.
    pub(super) pages: FxHashMap<SourcePath, Vec<OutputPath>>,
    /// The documents whose links lead where they led.
    unchanged: FxHashMap<SourcePath, Arc<Document>>,
}

impl Known {
    /// Keeps of the last build what still holds for a book of these documents, sorted by path, on that day.
    pub fn keep(
        &mut self,
        documents: &[Arc<Document>],
        config: &Config,
        as_of: Date,
        assets: &BTreeMap<OutputPath, SourcePath>,
        unreadable: &[SourcePath],
    ) {
        self.unchanged.clear();
        let is_same = |world: &World| {
            world.as_of == as_of
                && world.config == *config
                && world.assets == *assets
                && world.unreadable == unreadable
                && world.documents.len() == documents.len()
                && world.documents.iter().zip(documents).all(|(was, is)| Arc::ptr_eq(was, is) || was.is_target_like(is))
        };
        match self.world.as_mut().filter(|world| is_same(world)) {
            Some(world) => {
                let same = world.documents.iter().zip(documents).filter(|(was, is)| Arc::ptr_eq(was, is));
                self.unchanged.extend(same.map(|(_, document)| (document.path.clone(), Arc::clone(document))));
                world.documents = documents.to_vec();
            }
            None => {
                let (config, assets, unreadable) = (config.clone(), assets.clone(), unreadable.to_vec());
                self.world = Some(World { config, as_of, assets, unreadable, documents: documents.to_vec() });
            }
        }
    }

    /// The pages that the links of this very document lead to, if that is known.
    pub(super) fn pages(&self, document: &Document) -> Option<&[OutputPath]> {
        let unchanged = self.unchanged.get(&document.path)?;
        if !std::ptr::eq(unchanged.as_ref(), document) {
            return None;
        }
        self.pages.get(&document.path).map(Vec::as_slice)
    }
}
