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
const OF_HOOKS: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

/// Variables that say how paths are meant, against each other and against the option that says it here.
const OF_PATHS: [&str; 3] = ["GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

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
    /// Files of which one changes whenever another commit is checked out or made, whether or not git keeps logs, in either of its formats of refs.
    head: Vec<PathBuf>,
}

impl Repository {
    fn of(root: &Path) -> Option<Self> {
        let mut git = git(root);
        git.args(["rev-parse", "--is-shallow-repository"]);
        for path in ["shallow", "HEAD", "logs/HEAD", "packed-refs", "reftable/tables.list"].into_iter().chain(branch(root).as_deref()) {
            git.args(["--git-path", path]);
        }
        let answer = String::from_utf8(said(git)?).ok()?;
        let mut lines = answer.lines();
        let is_shallow = lines.next()? == "true";
        // Relative to the folder that was asked from.
        let mut paths = lines.map(|path| root.join(path));
        let shallow = paths.next().filter(|_| is_shallow);
        Some(Self { root: root.to_owned(), shallow, head: paths.collect() })
    }

    /// The files of the content folder that the last commit has, by their paths in the book: of no other can the history tell a time, and git would
    /// go back to the first commit in search of it.
    fn committed(&self, content: &str) -> BTreeSet<String> {
        let mut git = git(&self.root);
        git.args(["ls-tree", "-r", "-z", "--name-only", "HEAD", "--", content]);
        // A name that is not UTF-8 is no path of a book.
        let paths = said(git).unwrap_or_default();
        paths.split(|byte| *byte == 0).filter(|path| !path.is_empty()).filter_map(|path| String::from_utf8(path.to_vec()).ok()).collect()
    }

    fn history(&self, content: &str, sources: &Sources) -> History {
        let ends = self.shallow.as_ref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
        let read: BTreeSet<&str> = sources.content.keys().chain(&sources.unreadable).map(SourcePath::as_str).collect();
        let committed = self.committed(content);
        let mut reading = Reading {
            ends: ends.lines().collect(),
            wanted: committed.iter().map(String::as_str).filter(|path| read.contains(path)).collect(),
            commit: Commit::Untimed,
            changes: BTreeMap::new(),
            beyond: 0,
        };
        if reading.wanted.is_empty() {
            return History::default();
        }
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

/// The file of refs that the branch is written in, `refs/heads/main`; `None` where no branch is checked out.
fn branch(root: &Path) -> Option<String> {
    let mut git = git(root);
    git.args(["symbolic-ref", "--quiet", "HEAD"]);
    Some(String::from_utf8(said(git)?).ok()?.trim_end_matches('\n').to_owned())
}

/// What git answers; `None` if it can't.
fn said(mut git: Command) -> Option<Vec<u8>> {
    git.output().ok().filter(|answer| answer.status.success()).map(|answer| answer.stdout)
}

/// Git, in a folder, with nothing that a user's settings or a hook could change about its answers, and without a word of its own.
fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    for name in OF_HOOKS.into_iter().chain(OF_PATHS) {
        git.env_remove(name);
    }
    // A partial clone would ask its server for what it lacks, by a command that its own settings name. Versions of git before 2.45 know only of the
    // protocols: none is allowed.
    git.env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    // Git takes an empty path for none.
    git.arg("-C").arg(if root.as_os_str().is_empty() { Path::new(".") } else { root });
    git.args([
        "--no-optional-locks",
        "--no-pager",
        "--literal-pathspecs",
        "-c",
        "log.follow=false",
        "-c",
        "log.showRoot=true",
        "-c",
        "core.fsmonitor=false",
    ]);
    git
}

/// A log that is being read, the newest commit first.
struct Reading<'s> {
    /// The commits that a shallow clone ends at.
    ends: BTreeSet<&'s str>,
    /// The files that nothing is known of yet.
    wanted: BTreeSet<&'s str>,
    /// The commit whose files follow.
    commit: Commit,
    changes: BTreeMap<SourcePath, Timestamp>,
    beyond: usize,
}

/// What a commit tells of its files.
#[derive(Debug, Clone, Copy)]
enum Commit {
    /// When they were changed last.
    At(Timestamp),
    /// Nothing: a shallow clone ends here.
    End,
    /// Nothing: its time is none.
    Untimed,
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
        self.commit = if self.ends.contains(name) { Commit::End } else { time.map_or(Commit::Untimed, Commit::At) };
    }

    fn hear(&mut self, file: &str) {
        if !self.wanted.remove(file) {
            return;
        }
        match self.commit {
            Commit::At(time) => drop(self.changes.insert(SourcePath::new(file), time)),
            Commit::End => self.beyond += 1,
            Commit::Untimed => {}
        }
    }
}

#[cfg(test)]
mod tests;
