//! The history of a book that is being worked on: asked for again only when another commit is checked out or made, beside the builds. Not done here:
//! waiting for that moment.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::SystemTime;

use super::{Repository, read};
use crate::source::{Changes, Sources};

/// Follows the history of one book.
#[derive(Debug, Default)]
pub struct Follower {
    /// What was known last; `None` before the first time.
    known: Option<Known>,
    /// The answer that is being worked on.
    awaited: Option<Receiver<Changes>>,
}

#[derive(Debug)]
struct Known {
    changes: Changes,
    /// The content folder that it was asked for, and what the repository looked like then.
    content: String,
    head: [Option<(SystemTime, u64)>; 2],
    /// The files that tell. None outside a repository, which the book may come into later.
    files: Option<[PathBuf; 2]>,
}

impl Follower {
    /// What is known now, for the book at `root`. The first time it waits for git; later it asks in the background where there is news, and calls `told`
    /// once this has the answer to give.
    pub fn changes(&mut self, root: &Path, content: &str, sources: &Sources, told: impl FnOnce() + Send + 'static) -> Changes {
        let Some(known) = &mut self.known else {
            let files = Repository::of(root).map(|repository| repository.head);
            // Before git is asked: a commit in between must be seen the next time.
            let head = stamps(files.as_ref());
            let known = Known { changes: read(root, content, sources).changes, content: content.to_owned(), head, files };
            return self.known.insert(known).changes.clone();
        };
        if let Some(awaited) = &self.awaited {
            match awaited.try_recv() {
                Ok(changes) => known.changes = changes,
                Err(TryRecvError::Empty) => return known.changes.clone(),
                Err(TryRecvError::Disconnected) => {}
            }
            self.awaited = None;
        }
        let head = stamps(known.files.as_ref());
        if known.files.is_some() && (&known.head, known.content.as_str()) != (&head, content) {
            (known.head, known.content) = (head, content.to_owned());
            let (answer, awaited) = channel();
            let (root, content, sources) = (root.to_owned(), content.to_owned(), sources.clone());
            std::thread::spawn(move || {
                if answer.send(read(&root, &content, &sources).changes).is_ok() {
                    told();
                }
            });
            self.awaited = Some(awaited);
        }
        known.changes.clone()
    }

    /// True when git would be asked.
    pub fn has_news(&self) -> bool {
        self.awaited.is_none() && self.known.as_ref().is_some_and(|known| known.head != stamps(known.files.as_ref()))
    }
}

/// When they were written, and their sizes.
fn stamps(files: Option<&[PathBuf; 2]>) -> [Option<(SystemTime, u64)>; 2] {
    let stamp = |path: &PathBuf| std::fs::metadata(path).ok().and_then(|file| Some((file.modified().ok()?, file.len())));
    files.map(|files| [stamp(&files[0]), stamp(&files[1])]).unwrap_or_default()
}
