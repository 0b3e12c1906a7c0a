//! The result of a build as a value: every file of the site. Not done here: making the bytes, or writing them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::path::OutputPath;

/// The whole site: path → bytes. Writing it is [`crate::publish`]'s job; a server can answer from it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The files, by path.
    pub files: BTreeMap<OutputPath, Arc<[u8]>>,
}
