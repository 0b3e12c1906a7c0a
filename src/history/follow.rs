//! The history of a book that is being worked on: asked for again only when another commit is checked out or made, beside the builds. Not done here:
//! waiting for that moment.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::SystemTime;

use super::Repository;
use crate::source::{Changes, Sources};

/// Follows the history of one book.
#[derive(Debug, Default)]
pub struct Follower {
    /// What was known last; `None` before the first time.
    known: Option<Known>,
    /// The answer that is being worked on.
    awaited: Option<Receiver<Answer>>,
}

#[derive(Debug)]
struct Known {
    answer: Answer,
    /// The content folder that it was asked for.
    content: String,
}

/// What git said, and when it would say something else.
#[derive(Debug)]
struct Answer {
    changes: Changes,
    /// The files that tell. None outside a repository, which the book may come into later.
    files: Vec<PathBuf>,
    /// What they looked like before.
    stamps: Vec<Stamp>,
}

/// When a file was written, and its size.
type Stamp = Option<(SystemTime, u64)>;

impl Answer {
    fn of(root: &Path, content: &str, sources: &Sources) -> Self {
        let Some(repository) = Repository::of(root) else {
            return Self { changes: Changes::default(), files: Vec::new(), stamps: Vec::new() };
        };
        // Before git is asked for more: a commit in between must be seen the next time.
        let stamps = stamps(&repository.head);
        Self { changes: repository.history(content, sources).changes, stamps, files: repository.head }
    }

    fn is_old(&self) -> bool {
        self.stamps != stamps(&self.files)
    }
}

impl Follower {
    /// What is known now, for the book at `root`. The first time it waits for git; later it asks in the background where there is news, and calls `told`
    /// once this has the answer to give.
    pub fn changes(&mut self, root: &Path, content: &str, sources: &Sources, told: impl FnOnce() + Send + 'static) -> Changes {
        let Some(known) = &mut self.known else {
            let answer = Answer::of(root, content, sources);
            return self.known.insert(Known { answer, content: content.to_owned() }).answer.changes.clone();
        };
        if let Some(awaited) = &self.awaited {
            match awaited.try_recv() {
                // A repository that git could not be asked about for a moment is still followed.
                Ok(answer) if answer.files.is_empty() => known.answer.stamps = stamps(&known.answer.files),
                Ok(answer) => known.answer = answer,
                Err(TryRecvError::Empty) => return known.answer.changes.clone(),
                Err(TryRecvError::Disconnected) => {}
            }
            self.awaited = None;
        }
        if !known.answer.files.is_empty() && (known.content != content || known.answer.is_old()) {
            known.content = content.to_owned();
            let (sender, awaited) = channel();
            let (root, content, sources) = (root.to_owned(), content.to_owned(), sources.clone());
            std::thread::spawn(move || {
                if sender.send(Answer::of(&root, &content, &sources)).is_ok() {
                    told();
                }
            });
            self.awaited = Some(awaited);
        }
        known.answer.changes.clone()
    }

    /// True when git would be asked.
    pub fn has_news(&self) -> bool {
        self.awaited.is_none() && self.known.as_ref().is_some_and(|known| known.answer.is_old())
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |path: &PathBuf| std::fs::metadata(path).ok().and_then(|file| Some((file.modified().ok()?, file.len())));
    files.iter().map(stamp).collect()
}
