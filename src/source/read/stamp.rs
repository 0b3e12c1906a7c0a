//! What the file system tells of a file, by which it is known to be unchanged without reading it. Not done here: reading it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file that was written so shortly before it was read may be written again without a new time: clocks of file systems tick in steps, of
/// which the coarsest in use is FAT's of two seconds. Git calls such a file "racily clean".
const GRAIN: Duration = Duration::from_secs(2);

/// Size, times and identity of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// Device, inode, and the time of the last change of any kind in seconds and nanoseconds, which no program can set back; zeros where there is no such thing.
    identity: (u64, u64, i64, i64),
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt as _;
            (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let identity = (0, 0, 0, 0);
        Self { size: metadata.len(), modified: metadata.modified().ok(), identity }
    }

    /// True when a write after `now` would change the stamp: the file has not been touched for a while. Never for times to come.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let seconds = u64::try_from(self.identity.2).unwrap_or_default();
        let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds) + Duration::from_nanos(self.identity.3.unsigned_abs());
        let is_over = |time: SystemTime| now.duration_since(time).is_ok_and(|passed| passed > GRAIN);
        self.modified.is_some_and(is_over) && is_over(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_is_recent_or_to_come_tells_nothing_of_a_later_write() {
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let stamp = |modified, changed| Stamp { size: 1, modified, identity: (1, 1, changed, 999) };
        let settled = |modified: Option<u64>, changed| stamp(modified.map(at), changed).is_settled(at(100));
        assert!(settled(Some(90), 97));
        assert!(!settled(Some(90), 98));
        assert!(!settled(Some(98), 90));
        assert!(!settled(Some(200), 90));
        assert!(!settled(None, 90));
    }
}
