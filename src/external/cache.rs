//! Answers on disk: a file for each address, written whole, so that two runs at once do no harm. What can't be read is as if it were not there.
//! Not done here: asking.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Answer;

/// A bad answer is believed for as long as somebody who mends links runs the check again and again.
const BAD_FOR: u64 = 10 * 60;
/// Nobody asks for an address any more whose file is that old.
const FORGOTTEN: Duration = Duration::from_secs(400 * 86_400);

/// The cache of one run.
pub(super) struct Cache {
    folder: PathBuf,
    now: u64,
    good_for: u64,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    url: String,
    /// Seconds since 1970.
    checked: u64,
    answer: Answer,
}

impl Cache {
    pub(super) fn new(folder: &Path, now: u64, good_for: u64) -> Self {
        Self { folder: folder.join("links"), now, good_for }
    }

    /// The answer that still holds.
    pub(super) fn get(&self, url: &str) -> Option<Answer> {
        let entry: Entry = serde_json::from_slice(&std::fs::read(self.file(url)).ok()?).ok()?;
        let age = self.now.checked_sub(entry.checked)?;
        let holds_for = if entry.answer.is_good() { self.good_for } else { BAD_FOR.min(self.good_for) };
        (entry.url == url && age < holds_for).then_some(entry.answer)
    }

    /// Keeps what a host has said.
    pub(super) fn put(&self, url: &str, answer: &Answer) -> io::Result<()> {
        if !answer.is_from_host() {
            return Ok(());
        }
        std::fs::create_dir_all(&self.folder)?;
        let file = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&file, &Entry { url: url.to_owned(), checked: self.now, answer: answer.clone() })?;
        file.persist(self.file(url)).map_err(|failed| failed.error)?;
        Ok(())
    }

    /// Removes what nobody has asked for in a long time.
    pub(super) fn prune(&self) {
        for entry in std::fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|changed| changed.elapsed().ok());
            if age.is_some_and(|age| age > FORGOTTEN) {
                // What another run has removed is gone.
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }

    fn file(&self, url: &str) -> PathBuf {
        self.folder.join(format!("{}.json", blake3::hash(url.as_bytes()).to_hex()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://a.com/";
    const NOW: u64 = 1_800_000_000;

    #[test]
    fn an_answer_holds_for_its_time_a_bad_one_for_minutes() {
        let folder = tempfile::tempdir().unwrap();
        let at = |now| Cache::new(folder.path(), now, 86_400);
        at(NOW).put(URL, &Answer::Good).unwrap();
        assert_eq!(at(NOW + 86_399).get(URL), Some(Answer::Good));
        assert_eq!(at(NOW + 86_400).get(URL), None);
        // A clock that was set back knows nothing.
        assert_eq!(at(NOW - 1).get(URL), None);
        at(NOW).put(URL, &Answer::Status(404)).unwrap();
        assert_eq!(at(NOW + 599).get(URL), Some(Answer::Status(404)));
        assert_eq!(at(NOW + 600).get(URL), None);
        assert_eq!(at(NOW).get("https://b.com/"), None);
    }

    #[test]
    fn what_may_be_the_fault_of_this_machine_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path(), NOW, 86_400);
        for answer in [Answer::TimedOut, Answer::NoHost, Answer::Status(503), Answer::Status(429), Answer::Broken("x".into())] {
            cache.put(URL, &answer).unwrap();
            assert_eq!(cache.get(URL), None, "{answer:?}");
        }
    }

    #[test]
    fn a_file_that_is_no_entry_is_as_if_it_were_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path(), NOW, 86_400);
        cache.put(URL, &Answer::Good).unwrap();
        for text in [
            "",
            "{",
            "{\"url\":\"https://a.com/\",\"checked\":-1,\"answer\":\"good\"}",
            "{\"url\":\"https://b.com/\",\"checked\":1800000000,\"answer\":\"good\"}",
        ] {
            std::fs::write(cache.file(URL), text).unwrap();
            assert_eq!(cache.get(URL), None, "{text}");
        }
        cache.put(URL, &Answer::Good).unwrap();
        assert_eq!(cache.get(URL), Some(Answer::Good));
        assert_eq!(std::fs::read_dir(folder.path().join("links")).unwrap().count(), 1);
    }
}
