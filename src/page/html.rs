//! Finished HTML. Its code gets its colours when it is written out: to name a page by all that it is made of, the names of its blocks are enough. Not done
//! here: turning Markdown into HTML, highlighting code.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Serialize, Serializer};

use super::context::Context;
use crate::document::filled::Filled;
use crate::document::fragment::{BlockName, CodeBlock};
use crate::document::highlight::{highlight, is_plain};

/// Finished HTML, made by us from escaped text. Serialises as a plain string.
#[derive(Clone, Default)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(transparent))]
pub struct Html {
    #[cfg_attr(test, schemars(with = "String"))]
    filled: Filled,
    #[cfg_attr(test, schemars(skip))]
    highlights: Highlights,
}

impl Html {
    /// A fragment that was filled, with the colours that its code has on these pages.
    pub(super) fn new(filled: Filled, context: &Context<'_, '_>) -> Self {
        let highlights = if filled.has_code() { context.highlights.clone() } else { Highlights::None };
        Self { filled, highlights }
    }
}

/// Colours follow from the code.
impl PartialEq for Html {
    fn eq(&self, other: &Self) -> bool {
        self.filled == other.filled
    }
}

impl Eq for Html {}

impl Hash for Html {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.filled.hash(state);
    }
}

impl fmt::Debug for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.filled.fmt(f)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.filled.html(|block| self.highlights.html(block)))
    }
}

/// The HTML of code that was highlighted by another process, or has been handed on to be kept, by the name of the block.
pub trait KnownCode: Send + Sync {
    /// Whether it seems to be there, which may turn out not to be so.
    fn has(&self, name: &BlockName) -> bool;
    /// The HTML of a block, if it is there.
    fn html(&self, name: &BlockName) -> Option<Arc<str>>;
}

/// Who is asked for it.
pub type Recall = Arc<dyn KnownCode>;

/// Where the HTML of code comes from.
#[derive(Clone, Default)]
pub enum Highlights {
    /// Nowhere: code is left out, where pages are built for their findings alone.
    #[default]
    None,
    /// From here; a block that is missing is highlighted when it is asked for.
    Known(Arc<FxHashMap<BlockName, Arc<str>>>),
    /// From whoever keeps it, one block at a time; likewise.
    Kept(Recall),
}

impl fmt::Debug for Highlights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Highlights::None => "None",
            Highlights::Known(_) => "Known",
            Highlights::Kept(_) => "Kept",
        })
    }
}

impl Highlights {
    /// The HTML of a block.
    fn html(&self, block: &CodeBlock) -> Arc<str> {
        let known = match self {
            Highlights::None => return Arc::default(),
            Highlights::Known(known) => known.get(&block.name).cloned(),
            // What has no colours is not kept.
            Highlights::Kept(_) if is_plain(&block.language) => None,
            Highlights::Kept(recall) => recall.html(&block.name),
        };
        known.unwrap_or_else(|| Arc::from(highlight(&block.language, &block.code)))
    }
}
