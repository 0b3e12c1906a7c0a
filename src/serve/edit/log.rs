//! What was changed in this run of the server, and what to say of it in a commit. Not done here: committing, which stays the author's.
#![expect(clippy::disallowed_methods, reason = "an edge: the list says when something was changed")]

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

use crate::authoring::{Planned, lines};

/// Longest first line of a commit message, in characters, as git hosts show it.
const SUBJECT: usize = 72;

/// The changes that hold, oldest first.
#[derive(Debug, Default)]
pub(super) struct Log {
    entries: Vec<Entry>,
    last: u64,
}

#[derive(Debug)]
struct Entry {
    id: u64,
    at: u64,
    sentence: String,
    planned: Planned,
}

/// The list as it is sent.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    changes: Vec<Change>,
    /// The files that differ from what they were, sorted.
    files: Vec<String>,
    /// A message for a commit of them; empty when nothing was changed.
    message: String,
}

#[derive(Debug, Serialize)]
struct Change {
    id: u64,
    /// Seconds since 1970.
    at: u64,
    file: String,
    sentence: String,
    diff: String,
}

impl Log {
    /// How many changes hold.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Adds a change that was written and gives its number.
    pub(super) fn add(&mut self, sentence: String, planned: Planned) -> u64 {
        self.last += 1;
        let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        self.entries.push(Entry { id: self.last, at, sentence, planned });
        self.last
    }

    /// The change with that number.
    pub(super) fn planned(&self, id: u64) -> Option<&Planned> {
        self.entries.iter().find(|entry| entry.id == id).map(|entry| &entry.planned)
    }

    /// Forgets a change that was taken back.
    pub(super) fn remove(&mut self, id: u64) {
        self.entries.retain(|entry| entry.id != id);
    }

    /// The list, latest first.
    pub(super) fn told(&self) -> Told {
        let change = |entry: &Entry| Change {
            id: entry.id,
            at: entry.at,
            file: entry.planned.path.to_string(),
            sentence: entry.sentence.clone(),
            diff: diff(&entry.planned),
        };
        let files: BTreeSet<String> = self.entries.iter().map(|entry| entry.planned.path.to_string()).collect();
        Told { changes: self.entries.iter().rev().map(change).collect(), files: files.into_iter().collect(), message: self.message() }
    }

    /// A subject, and a line for each change where there are several or the subject had to be cut.
    fn message(&self) -> String {
        let lines: String = self.entries.iter().map(|entry| format!("- {}\n", entry.sentence)).collect();
        match self.entries.as_slice() {
            [] => String::new(),
            [only] if only.sentence.chars().count() <= SUBJECT => format!("{}\n", only.sentence),
            [only] => format!("{}\n\n{lines}", cut(&only.sentence)),
            several => {
                let projects: BTreeSet<&str> = several.iter().map(|entry| entry.planned.project.as_str()).collect();
                let projects = projects.into_iter().collect::<Vec<_>>().join(", ");
                format!("{}\n\n{lines}", cut(&format!("{projects}: {} changes", several.len())))
            }
        }
    }
}

/// At most so many characters, cut between words.
fn cut(text: &str) -> String {
    if text.chars().count() <= SUBJECT {
        return text.to_owned();
    }
    let head: String = text.chars().take(SUBJECT - 2).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{} …", &head[..end])
}

/// A unified diff without context.
pub(super) fn diff(planned: &Planned) -> String {
    let (path, before) = (&planned.path, planned.before.as_deref().unwrap_or_default());
    let from = if planned.before.is_some() { format!("a/{path}") } else { "/dev/null".to_owned() };
    let mut out = format!("--- {from}\n+++ b/{path}\n");
    let mut shift: isize = 0;
    for hunk in lines::hunks(before, &planned.after) {
        let (removed, added) = (hunk.removed.len(), hunk.added.len());
        let was = hunk.line.saturating_add_signed(-shift);
        // Of no lines the place is the line before them.
        let start = |line: usize, count: usize| if count == 0 { line.saturating_sub(1) } else { line };
        out.push_str(&format!("@@ -{},{removed} +{},{added} @@\n", start(was, removed), start(hunk.line, added)));
        out.extend(hunk.removed.iter().map(|line| format!("-{line}\n")));
        out.extend(hunk.added.iter().map(|line| format!("+{line}\n")));
        shift += added.cast_signed() - removed.cast_signed();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn planned(before: Option<&str>, after: &str) -> Planned {
        Planned {
            path: SourcePath::new("content/a.md"),
            before: before.map(str::to_owned),
            after: after.to_owned(),
            project: "atlas".to_owned(),
            subject: "pilot/users".to_owned(),
            dropped: Vec::new(),
        }
    }

    #[test]
    fn a_change_is_told_as_a_unified_diff() {
        let diff = |before, after| super::diff(&planned(before, after));
        assert_eq!(diff(Some("a\nb\nc\n"), "a\nB\nc\n"), "--- a/content/a.md\n+++ b/content/a.md\n@@ -2,1 +2,1 @@\n-b\n+B\n");
        assert_eq!(
            diff(Some("a\nb\nc\n"), "a\nx\nb\nC\n"),
            "--- a/content/a.md\n+++ b/content/a.md\n@@ -1,0 +2,1 @@\n+x\n@@ -3,1 +4,1 @@\n-c\n+C\n"
        );
        assert_eq!(diff(None, "a\n"), "--- /dev/null\n+++ b/content/a.md\n@@ -0,0 +1,1 @@\n+a\n");
    }

    #[test]
    fn a_commit_message_has_a_short_subject_and_a_line_for_each_change() {
        let mut log = Log::default();
        assert_eq!(log.told().message, "");
        let first = log.add("pilot/users of Atlas: to do → done".to_owned(), planned(Some("a\n"), "b\n"));
        assert_eq!(log.told().message, "pilot/users of Atlas: to do → done\n");
        let long = format!("pilot/users of Atlas: in progress → blocked, reason {}", "why ".repeat(30));
        log.add(long.clone(), planned(Some("b\n"), "c\n"));
        assert_eq!(log.told().message, format!("atlas: 2 changes\n\n- pilot/users of Atlas: to do → done\n- {long}\n"));
        log.remove(first);
        let message = log.told().message;
        let (subject, body) = message.split_once("\n\n").unwrap();
        assert!(subject.chars().count() <= SUBJECT && subject.ends_with(" …"), "{subject}");
        assert_eq!(body, format!("- {long}\n"));
        assert_eq!(log.told().files, ["content/a.md"]);
    }
}
