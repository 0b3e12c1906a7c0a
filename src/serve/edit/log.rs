//! What was changed in this run of the server, and what to say of it in a commit. Not done here: committing, which stays the author's.
#![expect(clippy::disallowed_methods, reason = "an edge: the list says when something was changed")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

use super::words::Said;
use crate::authoring::Planned;
use crate::path::SourcePath;

/// Longest first line of a commit message, in characters, as git hosts show it.
const SUBJECT: usize = 72;

/// So many changes are listed and can be taken back. Of older ones only what they amount to is kept.
const KEPT: usize = 200;

/// The changes that hold.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// The latest ones, oldest first.
    entries: VecDeque<Entry>,
    /// How many came before them.
    older: usize,
    last: u64,
    files: BTreeMap<SourcePath, Ends>,
    /// What they all amount to, by what was changed, in the order in which it was changed first.
    sums: Vec<Sum>,
}

#[derive(Debug)]
struct Entry {
    id: u64,
    at: u64,
    diff: String,
    said: Said,
    planned: Planned,
}

/// The hash of a file before the first change and after the last; `None` where there is no file.
#[derive(Debug)]
struct Ends {
    first: Option<blake3::Hash>,
    last: Option<blake3::Hash>,
}

/// All changes of one place.
#[derive(Debug)]
struct Sum {
    path: SourcePath,
    project: String,
    subject: String,
    said: Said,
}

/// The list as it is sent.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    changes: Vec<Change>,
    /// How many came before them and can't be taken back here any more.
    older: usize,
    /// The files that differ from what they were, sorted.
    files: Vec<String>,
    /// A message for a commit of them; empty when there is nothing to commit.
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
    /// False while a later change of the same file holds.
    can_be_undone: bool,
}

/// Why a change can't be taken back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is not in the list.
    Gone,
    /// A later change of the same file has to be taken back first.
    Covered,
}

impl Log {
    /// How many changes hold.
    pub(super) fn len(&self) -> usize {
        self.entries.len() + self.older
    }

    /// Adds a change that was written, with its diff, and gives its number.
    pub(super) fn add(&mut self, said: Said, diff: String, planned: Planned) -> u64 {
        self.last += 1;
        let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let (first, last) = (planned.before.as_deref().map(hash), Some(hash(&planned.after)));
        self.files.entry(planned.path.clone()).or_insert(Ends { first, last }).last = last;
        match self.sums.iter_mut().find(|sum| sum.is_of(&planned)) {
            Some(sum) => sum.said.then(&said),
            None => {
                let (path, project, subject) = (planned.path.clone(), planned.project.clone(), planned.subject.clone());
                self.sums.push(Sum { path, project, subject, said: said.clone() });
            }
        }
        self.entries.push_back(Entry { id: self.last, at, diff, said, planned });
        if self.entries.len() > KEPT {
            self.entries.pop_front();
            self.older += 1;
        }
        self.last
    }

    /// The change with that number, if it can be taken back.
    pub(super) fn planned(&self, id: u64) -> Result<&Planned, Kept> {
        let at = self.entries.iter().position(|entry| entry.id == id).ok_or(Kept::Gone)?;
        let planned = &self.entries[at].planned;
        if self.is_last_of_file(at) { Ok(planned) } else { Err(Kept::Covered) }
    }

    fn is_last_of_file(&self, at: usize) -> bool {
        self.entries.iter().skip(at + 1).all(|later| later.planned.path != self.entries[at].planned.path)
    }

    /// Forgets a change that was taken back.
    pub(super) fn remove(&mut self, id: u64) {
        let Some(entry) = self.entries.iter().position(|entry| entry.id == id).and_then(|at| self.entries.remove(at)) else { return };
        if let Some(ends) = self.files.get_mut(&entry.planned.path) {
            ends.last = entry.planned.before.as_deref().map(hash);
        }
        if let Some(sum) = self.sums.iter_mut().find(|sum| sum.is_of(&entry.planned)) {
            sum.said.without(&entry.said);
        }
        // What is as it was is forgotten, so that a later change of it begins anew.
        let entries = &self.entries;
        self.files.retain(|path, ends| ends.first != ends.last || entries.iter().any(|entry| entry.planned.path == *path));
        self.sums.retain(|sum| self.files.contains_key(&sum.path));
    }

    /// The list, latest first.
    pub(super) fn told(&self) -> Told {
        let change = |(at, entry): (usize, &Entry)| Change {
            id: entry.id,
            at: entry.at,
            file: entry.planned.path.to_string(),
            sentence: entry.said.sentence(),
            diff: entry.diff.clone(),
            can_be_undone: self.is_last_of_file(at),
        };
        let files = self.files.iter().filter(|(_, ends)| ends.first != ends.last).map(|(path, _)| path.to_string());
        Told {
            changes: self.entries.iter().enumerate().rev().map(change).collect(),
            older: self.older,
            files: files.collect(),
            message: self.message(),
        }
    }

    /// A subject, and a line for each place that differs where there are several or the subject had to be cut.
    fn message(&self) -> String {
        let differs = |sum: &&Sum| self.files.get(&sum.path).is_some_and(|ends| ends.first != ends.last);
        let differing: Vec<&Sum> = self.sums.iter().filter(differs).collect();
        // In a file that differs in nothing but how it is written, that is what is said.
        let says_more = |path: &SourcePath| differing.iter().any(|sum| sum.path == *path && !sum.said.is_nothing());
        let told = differing.iter().filter(|sum| !sum.said.is_nothing() || !says_more(&sum.path));
        let told: Vec<(&str, String)> = told.map(|sum| (sum.project.as_str(), sum.said.sentence())).collect();
        let lines: String = told.iter().map(|(_, sentence)| format!("- {sentence}\n")).collect();
        match told.as_slice() {
            [] => String::new(),
            [(_, only)] if only.chars().count() <= SUBJECT => format!("{only}\n"),
            [(_, only)] => format!("{}\n\n{lines}", cut(only)),
            several => {
                let projects: BTreeSet<&str> = several.iter().map(|(project, _)| *project).collect();
                let projects = projects.into_iter().collect::<Vec<_>>().join(", ");
                format!("{}\n\n{lines}", cut(&format!("{projects}: {} changes", several.len())))
            }
        }
    }
}

impl Sum {
    fn is_of(&self, planned: &Planned) -> bool {
        (&self.path, &self.project, &self.subject) == (&planned.path, &planned.project, &planned.subject)
    }
}

fn hash(text: &str) -> blake3::Hash {
    blake3::hash(text.as_bytes())
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

#[cfg(test)]
mod tests {
    use super::super::diff::diff;
    use super::*;
    use crate::diagnostic::{Span, Spanned};
    use crate::document::front::{State, StateWord};

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

    fn said(was: Option<&str>, is: Option<&str>) -> Said {
        let state = |reason: &str| {
            Box::new(State {
                state: Spanned { value: StateWord::Blocked, span: Span::new(0, 0) },
                reason: Some(reason.to_owned()),
                date: None,
                by: None,
                until: None,
                owner: None,
                due: None,
                note: None,
                answer: None,
                evidence: Vec::new(),
            })
        };
        Said::Item { name: "pilot/users of Atlas".to_owned(), was: was.map(state), is: is.map(state) }
    }

    fn add(log: &mut Log, subject: &str, said: Said, before: &str, after: &str) -> u64 {
        let planned = Planned { subject: subject.to_owned(), ..planned(Some(before), after) };
        log.add(said, diff(&planned), planned)
    }

    #[test]
    fn a_commit_message_has_a_short_subject_and_a_line_for_each_place() {
        let mut log = Log::default();
        assert_eq!(log.told().message, "");
        let first = add(&mut log, "pilot/users", said(None, Some("A")), "a\n", "b\n");
        assert_eq!(log.told().message, "pilot/users of Atlas: to do → blocked, reason A\n");
        let why = "why ".repeat(30);
        let second = add(&mut log, "pilot/report", said(None, Some(&why)), "b\n", "c\n");
        let long = format!("pilot/users of Atlas: to do → blocked, reason {why}");
        assert_eq!(log.told().message, format!("atlas: 2 changes\n\n- pilot/users of Atlas: to do → blocked, reason A\n- {long}\n"));
        log.remove(second);
        log.remove(first);
        assert_eq!((log.told().message.as_str(), log.told().files.len()), ("", 0));
        add(&mut log, "pilot/report", said(None, Some(&why)), "a\n", "c\n");
        let message = log.told().message;
        let (subject, body) = message.split_once("\n\n").unwrap();
        assert!(subject.chars().count() <= SUBJECT && subject.ends_with(" …"), "{subject}");
        assert_eq!(body, format!("- {long}\n"));
        assert_eq!(log.told().files, ["content/a.md"]);
    }

    #[test]
    fn changes_of_one_place_are_committed_as_one_and_those_that_cancel_out_not_at_all() {
        let mut log = Log::default();
        let told = |log: &Log| (log.told().message, log.told().files.len());
        add(&mut log, "pilot/users", said(Some("A"), Some("B")), "a\n", "b\n");
        let back = add(&mut log, "pilot/users", said(Some("B"), Some("A")), "b\n", "a\n");
        assert_eq!((log.len(), told(&log)), (2, (String::new(), 0)));
        let on = add(&mut log, "pilot/users", said(Some("A"), Some("C")), "a\n", "c\n");
        assert_eq!(told(&log), ("pilot/users of Atlas: reason C\n".to_owned(), 1));
        log.remove(on);
        log.remove(back);
        assert_eq!(told(&log), ("pilot/users of Atlas: reason B\n".to_owned(), 1));
        add(&mut log, "pilot/users", said(Some("B"), Some("A")), "b\n", "a \n");
        assert_eq!(told(&log), ("pilot/users of Atlas: written in another way\n".to_owned(), 1));
    }

    #[test]
    fn only_the_last_change_of_a_file_can_be_taken_back_even_where_the_bytes_are_the_same() {
        let mut log = Log::default();
        let first = add(&mut log, "pilot/users", said(None, Some("A")), "a\n", "b\n");
        add(&mut log, "pilot/users", said(Some("A"), None), "b\n", "a\n");
        let last = add(&mut log, "pilot/users", said(None, Some("A")), "a\n", "b\n");
        assert_eq!(log.planned(first), Err(Kept::Covered));
        assert!(log.planned(last).is_ok());
        assert_eq!(log.planned(9), Err(Kept::Gone));
        assert_eq!(log.told().changes.iter().map(|change| change.can_be_undone).collect::<Vec<_>>(), [true, false, false]);
    }

    #[test]
    fn a_long_day_is_kept_in_bounds() {
        let mut log = Log::default();
        for n in 0..1000 {
            add(
                &mut log,
                "pilot/users",
                said(Some(&n.to_string()), Some(&(n + 1).to_string())),
                &format!("{n}\n"),
                &format!("{}\n", n + 1),
            );
        }
        let told = log.told();
        assert_eq!((log.len(), told.changes.len(), told.older), (1000, KEPT, 1000 - KEPT));
        assert_eq!((told.message.as_str(), log.sums.len()), ("pilot/users of Atlas: reason 1000\n", 1));
        assert_eq!(log.planned(1), Err(Kept::Gone));
    }
}
