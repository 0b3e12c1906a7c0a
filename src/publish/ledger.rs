//! What each file of an output was made of, so that nobody makes it again or reads it to find it unchanged. Not done here: keeping that between runs,
//! which is [`crate::cache`]'s.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::lock::Identity;
use crate::render::Fingerprint;

/// What is known of the files of an output. Each line of it stays true for ever: that a file with this stamp, wherever it is found, was made of that. So it
/// can be old, and of another output, and never be wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Whether it tells of every file of the site.
    is_whole: bool,
    /// By path; ordered, so that the same files give the same ledger.
    files: BTreeMap<String, Made>,
}

/// A file, and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    #[serde(with = "base64")]
    pub(super) of: Fingerprint,
    pub(super) stamp: Stamp,
    /// Its compressed copies, in the order of their forms, if copies were made of what is worth it: of one that is not, there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) copies: Vec<Option<Stamp>>,
}

/// What the file system tells of a file, by which it is known to be the one that was written, and not to have been written since. Links to it do not
/// change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    identity: Identity,
    size: u64,
    /// When it was written, in seconds and nanoseconds since 1970.
    modified: (u64, u32),
}

/// The clock of most file systems ticks so often at least.
const TICK: Duration = Duration::from_millis(20);

/// FAT's clock ticks so often. A clock whose times have no small digits may be one like it.
const COARSE_TICK: Duration = Duration::from_secs(2);

impl Ledger {
    /// What is known from now on of a site of so many files: of all that `before` knew already, or that can't be written again without being told by it.
    /// `given` is the time that those have which were written for this site.
    pub(super) fn of(mut made: BTreeMap<String, Made>, count: usize, before: Option<&Self>, given: SystemTime, now: SystemTime) -> Self {
        let is_known = |path: &String, made: &Made| {
            let before = before.and_then(|before| before.get(path));
            let was_known = |stamp| before.is_some_and(|before| before.stamps().any(|known| known == stamp));
            made.stamps().all(|stamp| was_known(stamp) || stamp.is_settled(given, now))
        };
        made.retain(|path, made| is_known(path, made));
        let is_whole = made.values().map(|made| made.stamps().count()).sum::<usize>() == count;
        Self { is_whole, files: made }
    }

    /// What is told of the file at `path`.
    pub(super) fn get(&self, path: &str) -> Option<&Made> {
        self.files.get(path)
    }

    /// Every file of the site, if it tells of all.
    pub(super) fn whole(&self) -> Option<&BTreeMap<String, Made>> {
        self.is_whole.then_some(&self.files)
    }
}

impl Made {
    fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        std::iter::once(&self.stamp).chain(self.copies.iter().flatten())
    }
}

impl Stamp {
    /// `None` for a file whose time can't be told.
    pub(super) fn of(metadata: &Metadata) -> Option<Self> {
        let modified = metadata.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(Self { identity: Identity::of(metadata), size: metadata.len(), modified: (modified.as_secs(), modified.subsec_nanos()) })
    }

    /// True when nobody can write a file with this stamp after `now` without another stamp. The time of one that is written again in the same tick of the
    /// clock stays; Git calls such a file "racily clean". A clock never gives the time that we gave it ourselves, which is no tick.
    fn is_settled(&self, given: SystemTime, now: SystemTime) -> bool {
        let (seconds, nanoseconds) = self.modified;
        let written = SystemTime::UNIX_EPOCH + Duration::new(seconds, nanoseconds);
        let is_coarse = nanoseconds % 1_000_000 == 0;
        let tick = if is_coarse { COARSE_TICK } else { TICK };
        (written == given && !is_coarse) || now.duration_since(written).is_ok_and(|passed| passed > tick)
    }
}

/// Names as text.
mod base64 {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    use crate::render::Fingerprint;

    pub(super) fn serialize<S: Serializer>(name: &Fingerprint, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(name))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Fingerprint, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let bytes = BASE64.decode(text.as_ref()).map_err(D::Error::custom)?;
        bytes.try_into().map_err(|_| D::Error::custom("a name has 32 bytes"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_written_in_the_same_tick_of_the_clock_is_not_known_by_its_time() {
        let at = |seconds, nanoseconds| SystemTime::UNIX_EPOCH + Duration::new(seconds, nanoseconds);
        let settled = |modified, given, now| Stamp { identity: Identity::default(), size: 1, modified }.is_settled(given, now);
        assert!(settled((100, 1), at(0, 0), at(100, 30_000_000)));
        assert!(!settled((100, 1), at(0, 0), at(100, 10_000_000)));
        assert!(settled((100, 1), at(100, 1), at(100, 1)), "a time that was given");
        assert!(!settled((100, 0), at(100, 0), at(101, 0)), "a clock without small digits");
        assert!(settled((100, 0), at(100, 0), at(103, 0)));
        assert!(!settled((100, 1), at(0, 0), at(50, 0)), "a time to come");
    }
}
