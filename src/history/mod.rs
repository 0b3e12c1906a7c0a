//! When each file of a book was last changed, as git tells it. An edge: the only place that asks git. Not done here: showing it.
//!
//! The command `git` is asked, once per build, and nothing of it is needed: without it, outside a repository, and for a file that was never committed
//! there is no time. What can't be known is left out too: in a shallow clone the oldest commit seems to have made every file that is older.
#![expect(clippy::disallowed_methods, reason = "this is the edge that asks git")]

mod follow;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

pub use follow::Follower;
use jiff::Timestamp;

use crate::path::SourcePath;
use crate::source::{Changes, Sources};

/// Variables by which a hook of git tells its commands where they are: the book's folder says that here.
const OF_HOOKS: [&str; 6] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/// What git tells of a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// When each file was committed last.
    pub changes: Changes,
    /// How many files have no time because the clone is shallow and does not reach back to their last commit.
    pub beyond: usize,
}

/// Asks git about the files of the content folder of the book at `root`.
pub fn read(root: &Path, content: &str, sources: &Sources) -> History {
    Repository::of(root).map(|repository| repository.history(content, sources)).unwrap_or_default()
}

/// The repository that a book lies in.
#[derive(Debug)]
struct Repository {
    root: PathBuf,
    /// Where git writes down the commits that a shallow clone ends at.
    shallow: Option<PathBuf>,
    /// Files that change whenever another commit is checked out or made.
    head: [PathBuf; 2],
}

impl Repository {
    fn of(root: &Path) -> Option<Self> {
        let mut git = git(root);
        git.args(["rev-parse", "--is-shallow-repository", "--git-path", "shallow", "--git-path", "HEAD", "--git-path", "logs/HEAD"]);
        let answer = git.output().ok().filter(|answer| answer.status.success())?;
        let answer = String::from_utf8(answer.stdout).ok()?;
        let mut lines = answer.lines();
        let is_shallow = lines.next()? == "true";
        // Relative to the folder that was asked from.
        let mut path = || lines.next().map(|path| root.join(path));
        let shallow = path().filter(|_| is_shallow);
        Some(Self { root: root.to_owned(), shallow, head: [path()?, path()?] })
    }

    fn history(&self, content: &str, sources: &Sources) -> History {
        let ends = self.shallow.as_ref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
        let mut reading = Reading {
            ends: ends.lines().collect(),
            wanted: sources.content.keys().chain(&sources.unreadable).map(SourcePath::as_str).collect(),
            commit: None,
            changes: BTreeMap::new(),
            beyond: 0,
        };
        let mut git = git(&self.root);
        git.args([
            "log",
            "-z",
            "--format=format:%x01%H %ct",
            "--name-only",
            "--relative",
            "--no-renames",
            "--no-ext-diff",
            "--no-show-signature",
        ]);
        git.args(["--no-color", "--no-notes", "--no-decorate", "HEAD", "--", content]);
        if let Ok(mut child) = git.stdout(Stdio::piped()).spawn() {
            reading.listen(&mut child);
            // What was asked for has been told: git need not go on to the first commit of a long history.
            let _ = child.kill();
            let _ = child.wait();
        }
        History { changes: Arc::new(reading.changes), beyond: reading.beyond }
    }
}

/// Git, in a folder, with nothing that a user's settings or a hook could change about its answers, and without a word of its own.
fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    for name in OF_HOOKS {
        git.env_remove(name);
    }
    // A partial clone would ask its server for what it lacks.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null()).stderr(Stdio::null());
    // Git takes an empty path for none.
    git.arg("-C").arg(if root.as_os_str().is_empty() { Path::new(".") } else { root });
    git.args(["--no-optional-locks", "--no-pager", "--literal-pathspecs", "-c", "log.follow=false", "-c", "core.fsmonitor=false"]);
    git
}

/// A log that is being read, the newest commit first.
struct Reading<'s> {
    /// The commits that a shallow clone ends at.
    ends: BTreeSet<&'s str>,
    /// The files that nothing is known of yet.
    wanted: BTreeSet<&'s str>,
    /// The time of the commit whose files follow; `None` where that says nothing of them.
    commit: Option<Timestamp>,
    changes: BTreeMap<SourcePath, Timestamp>,
    beyond: usize,
}

impl Reading<'_> {
    fn listen(&mut self, child: &mut Child) {
        let Some(output) = child.stdout.take() else { return };
        for piece in BufReader::new(output).split(0) {
            // A name that is not UTF-8 is no path of a book.
            let Ok(Ok(piece)) = piece.map(String::from_utf8) else { continue };
            match piece.strip_prefix('\u{1}') {
                // A commit and its first file, if it has one.
                Some(piece) => {
                    let (commit, file) = piece.split_once('\n').unwrap_or((piece, ""));
                    self.begin(commit);
                    self.hear(file);
                }
                None => self.hear(&piece),
            }
            if self.wanted.is_empty() {
                return;
            }
        }
    }

    fn begin(&mut self, commit: &str) {
        let (name, seconds) = commit.split_once(' ').unwrap_or((commit, ""));
        let time = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        self.commit = time.filter(|_| !self.ends.contains(name));
    }

    fn hear(&mut self, file: &str) {
        if !self.wanted.remove(file) {
            return;
        }
        match self.commit {
            Some(time) => drop(self.changes.insert(SourcePath::new(file), time)),
            None => self.beyond += 1,
        }
    }
}

#[cfg(test)]
mod tests;
