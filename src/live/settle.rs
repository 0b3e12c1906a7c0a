//! When to look: not in the middle of what somebody else is still writing. Not done here: noticing changes.
#![expect(clippy::disallowed_methods, reason = "an edge: it reads the clock and looks for git's lock")]

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::mailbox::Inbox;

/// Signs that come closer after one another than this belong together: an editor's steps of saving, the files of a checkout.
const CALM: Duration = Duration::from_millis(5);

/// After so long one look is due all the same, so that a book that is written to without a pause is seen too.
const LONGEST: Duration = Duration::from_millis(200);

/// So long git is waited for in all. A rebase of many commits makes one lock after another, and is followed by more than one look.
const WHOLE: Duration = Duration::from_secs(5);

/// A lock of git that is older is no work under way: git has died, or waits for somebody to write a commit message.
const LOCK: Duration = Duration::from_secs(3);

/// Waits until those who are changing the book seem to have done so, or until somebody asks for something else.
pub(super) fn settle(inbox: &Inbox, book: &Path) {
    let start = Instant::now();
    while !inbox.is_awaited() {
        if is_locked_by_git(book) && start.elapsed() < WHOLE {
            sleep(CALM);
            continue;
        }
        let Some((first, last)) = inbox.signs() else { return };
        let calm = CALM.saturating_sub(last.elapsed());
        if calm.is_zero() || first.elapsed() >= LONGEST {
            return;
        }
        sleep(calm);
    }
}

/// Whether git is writing to the work tree: it holds this lock from the first file to the last.
fn is_locked_by_git(book: &Path) -> bool {
    let Some(git) = book.ancestors().map(|folder| folder.join(".git")).find_map(git_folder) else { return false };
    let age = fs::metadata(git.join("index.lock")).and_then(|lock| lock.modified()).map(|made| made.elapsed());
    // A lock from the future is of a clock that can't be trusted.
    matches!(age, Ok(Ok(age)) if age < LOCK)
}

/// Where git keeps the index: `.git` itself, or in a work tree of its own the folder that this file names.
fn git_folder(git: PathBuf) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git);
    }
    let named = fs::read_to_string(&git).ok()?;
    Some(git.parent()?.join(named.strip_prefix("gitdir:")?.trim()))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use super::*;
    use crate::live::{Message, mailbox};

    /// A book in a work tree in which somebody makes git's lock anew all the time.
    fn always_locked(during: impl FnOnce(&Path)) {
        let root = tempfile::tempdir().unwrap();
        let lock = root.path().join(".git/index.lock");
        fs::create_dir(root.path().join(".git")).unwrap();
        fs::write(&lock, "").unwrap();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                while ended.recv_timeout(Duration::from_millis(100)).is_err_and(|why| why == std::sync::mpsc::RecvTimeoutError::Timeout) {
                    fs::write(&lock, "").unwrap();
                }
            });
            during(root.path());
            drop(end);
        });
    }

    #[test]
    fn locks_of_git_that_come_one_after_another_are_not_waited_for_without_end() {
        always_locked(|book| {
            let (outbox, inbox) = mailbox();
            outbox.send(Message::Changed).unwrap();
            let start = Instant::now();
            settle(&inbox, book);
            assert!((WHOLE..WHOLE * 4).contains(&start.elapsed()), "{:?}", start.elapsed());
        });
    }

    #[test]
    fn who_asks_or_ends_it_does_not_wait_for_git() {
        always_locked(|book| {
            for message in [Message::Ask(Box::new(|_| ())), Message::Stop] {
                let (outbox, inbox) = mailbox();
                outbox.send(message).unwrap();
                let start = Instant::now();
                settle(&inbox, book);
                assert!(start.elapsed() < WHOLE / 2, "{:?}", start.elapsed());
            }
        });
    }

    #[test]
    fn only_a_young_lock_of_git_is_waited_for_also_in_a_work_tree_of_its_own() {
        let root = tempfile::tempdir().unwrap();
        let book = root.path().join("docs/book");
        let lock = root.path().join("elsewhere/index.lock");
        fs::create_dir_all(&book).unwrap();
        fs::create_dir(root.path().join("elsewhere")).unwrap();
        assert!(!is_locked_by_git(&book));
        fs::write(root.path().join(".git"), "gitdir: elsewhere\n").unwrap();
        assert!(!is_locked_by_git(&book));
        fs::write(&lock, "").unwrap();
        assert!(is_locked_by_git(&book));
        File::options().write(true).open(&lock).unwrap().set_modified(SystemTime::now() - LOCK * 2).unwrap();
        assert!(!is_locked_by_git(&book));
    }
}
