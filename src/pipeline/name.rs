//! The name of a whole build. Not done here: remembering it.

use std::hash::{Hash, Hasher};

use super::Pipeline;
use crate::calendar::Date;
use crate::memo::in_parallel;
use crate::render::Fingerprint;
use crate::source::Sources;

/// What a build is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// What has all that a build of these files depends on: the same, and the site and the findings are the same.
    pub whole: Fingerprint,
    /// What has all that nearly every page depends on beside the content, such as the theme and the day: another one, and hardly a page stays.
    pub frame: Fingerprint,
}

impl Pipeline {
    /// The name of a build of these files.
    pub fn name(sources: &Sources, as_of: Date, base_url: Option<&str>) -> Name {
        let Sources { config, content, holidays, theme, unreadable, diagnostics, changes } = sources;
        // Nearly all of it, on all cores.
        let files = in_parallel(&content.iter().collect::<Vec<_>>(), hash_of);
        let frame = hash_of(&(config, holidays, theme, as_of, base_url));
        Name { whole: hash_of(&(frame, files, unreadable, diagnostics, changes)), frame }
    }
}

fn hash_of(thing: &impl Hash) -> Fingerprint {
    let mut everything = Everything::default();
    thing.hash(&mut everything);
    *everything.0.finalize().as_bytes()
}

/// Names what `#[derive(Hash)]` visits.
#[derive(Default)]
struct Everything(blake3::Hasher);

impl Hasher for Everything {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Not asked for: it is too short for a name.
    fn finish(&self) -> u64 {
        0
    }
}
