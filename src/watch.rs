//! File events → "look again". Not done here: finding out what has changed, which is [`crate::live`]'s work.
//!
//! An event is believed in one thing only: something may have changed. Its kind and its path are not, for a folder's later events come under the
//! name that it had before it was renamed: the path says where it may pay to look first, and no more. So no debouncer that joins events to renames is needed here, only one that counts: the mailbox.
//!
//! Watches themselves get lost: with a folder that is deleted, with a link to it, in the moment between the making of a folder and the watch on
//! it. So whenever anything came or went, every place is watched anew a little later, and then the book is looked at once more.

mod places;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, Watcher as _};

use crate::live::{Message, Outbox};
use crate::path::SourcePath;
use places::Places;

/// How often a book is looked at where there are no events.
pub const POLL: Duration = Duration::from_secs(1);

/// Watches are renewed so long after something came or went, so that the build, which somebody waits for, goes first.
const RENEWAL: Duration = Duration::from_millis(50);

/// So often in a row watches are renewed while folders come and go under it.
const MOST_ROUNDS: usize = 20;

/// A book that is being watched, until this is dropped.
#[derive(Debug)]
pub struct Watch {
    tasks: Option<SyncSender<Task>>,
}

/// What the thread that holds the watches has to do.
#[derive(Debug)]
enum Task {
    Renew,
    End,
}

/// Watches a book from now on, and tells `outbox` when to look again. With `poll` no events are used, and the book is looked at as often as that.
/// Where events can't be had, `notice` is given a sentence that says why, and the book is polled too. Fails where there is no such folder.
pub fn start(book: &Path, poll: Option<Duration>, outbox: &Outbox, notice: impl Fn(&str) + Send + Sync + 'static) -> io::Result<Watch> {
    let book = book.canonicalize()?;
    if let Some(every) = poll {
        let _ = outbox.send(Message::Poll(every));
        return Ok(Watch { tasks: None });
    }
    // One task that waits is enough, however many ask for it.
    let (tasks, to_do) = sync_channel(1);
    let alarm = Arc::new(Alarm { outbox: outbox.clone(), notice: Box::new(notice), is_raised: AtomicBool::new(false) });
    let places = Arc::new(Mutex::new(Places::default()));
    let handler = Handler {
        book: book.clone(),
        places: Arc::clone(&places),
        outbox: outbox.clone(),
        tasks: tasks.clone(),
        alarm: Arc::clone(&alarm),
    };
    let watcher = match RecommendedWatcher::new(move |event| handler.handle(event), Config::default()) {
        Ok(watcher) => watcher,
        Err(error) => {
            alarm.raise(&error);
            return Ok(Watch { tasks: None });
        }
    };
    let mut watches = Watches { watcher, book, places, alarm };
    // Before the first look, so that what happens after it is not missed.
    watches.renew();
    thread::Builder::new().name("watches".to_owned()).spawn(move || watches.keep(&to_do))?;
    Ok(Watch { tasks: Some(tasks) })
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(tasks) = &self.tasks {
            let _ = tasks.send(Task::End);
        }
    }
}

/// Is given the events.
struct Handler {
    book: PathBuf,
    places: Arc<Mutex<Places>>,
    outbox: Outbox,
    tasks: SyncSender<Task>,
    alarm: Arc<Alarm>,
}

impl Handler {
    fn handle(&self, event: notify::Result<Event>) {
        match event {
            // Our own reading of a file is such an event: to follow it would be to read for ever.
            Ok(Event { kind: EventKind::Access(_), .. }) => {}
            Ok(event) => self.follow(&event),
            Err(error) => self.alarm.raise(&error),
        }
    }

    fn follow(&self, event: &Event) {
        let places = lock(&self.places);
        // Without a path it is a system that has lost events.
        let counts = event.need_rescan() || event.paths.is_empty() || event.paths.iter().any(|path| places.concern(path));
        if !counts {
            return;
        }
        let is_writing = matches!(event.kind, EventKind::Modify(ModifyKind::Data(_)));
        // `book.toml` and what links lead to are not below a folder that counts as a whole.
        let moves_no_watch = is_writing && event.paths.iter().all(|path| places.covers(path));
        drop(places);
        // Where it was is only where to look first.
        for path in event.paths.iter().map(Some).chain(event.paths.is_empty().then_some(None)) {
            let place = path.filter(|_| !event.need_rescan()).and_then(|path| in_book(path.strip_prefix(&self.book).ok()?));
            let _ = self.outbox.send(place.map_or(Message::Changed, Message::ChangedAt));
        }
        if !moves_no_watch {
            let _ = self.tasks.try_send(Task::Renew);
        }
    }
}

/// A path inside the book, with `/` between its parts on every system.
fn in_book(path: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| SourcePath::new(parts.join("/")))
}

/// Holds the watches.
struct Watches {
    watcher: RecommendedWatcher,
    book: PathBuf,
    places: Arc<Mutex<Places>>,
    alarm: Arc<Alarm>,
}

impl Watches {
    fn keep(mut self, to_do: &Receiver<Task>) {
        while let Ok(Task::Renew) = to_do.recv() {
            thread::sleep(RENEWAL);
            self.renew();
            // What happened where a watch had been lost is seen by this.
            let _ = self.alarm.outbox.send(Message::Look);
        }
    }

    /// Sets every watch anew, until the places are those that are watched.
    fn renew(&mut self) {
        for round in 1.. {
            match self.set() {
                Ok(()) if Places::of(&self.book) == *lock(&self.places) => return,
                Ok(()) if round >= MOST_ROUNDS => return,
                Err(error) if round >= MOST_ROUNDS || !is_missing(&error) => return self.alarm.raise(&error),
                _ => thread::sleep(RENEWAL),
            }
        }
    }

    /// Sets every watch anew: on one that is there this costs little, and nobody can know whether it is. The lock must be free meanwhile, for the
    /// thread that carries this out is the one that hands out events.
    fn set(&mut self) -> notify::Result<()> {
        let places = Places::of(&self.book);
        let folders = places.folders();
        let before = std::mem::replace(&mut *lock(&self.places), places).folders();
        for (folder, mode) in &before {
            if folders.get(folder) != Some(mode) {
                // One that is gone has taken its watch along.
                let _ = self.watcher.unwatch(folder);
            }
        }
        folders.iter().try_for_each(|(folder, mode)| self.watcher.watch(folder, *mode))
    }
}

/// A folder that went away between being listed and being watched.
fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        _ => false,
    }
}

/// Tells once that events can't be relied on, and has the book polled from then on.
struct Alarm {
    outbox: Outbox,
    notice: Box<dyn Fn(&str) + Send + Sync>,
    is_raised: AtomicBool,
}

impl Alarm {
    fn raise(&self, error: &notify::Error) {
        if self.is_raised.swap(true, Ordering::Relaxed) {
            return;
        }
        let why = match &error.kind {
            ErrorKind::MaxFilesWatch => {
                "the system's limit of watched folders is reached (on Linux `fs.inotify.max_user_watches`)".to_owned()
            }
            ErrorKind::Io(error) => format!("file events can't be had: {error}"),
            _ => format!("file events can't be had: {error}"),
        };
        (self.notice)(&format!("{why}; the book is looked at every {} s instead", POLL.as_secs_f32()));
        let _ = self.outbox.send(Message::Poll(POLL));
        let _ = self.outbox.send(Message::Look);
    }
}

/// A thread that panicked while it held the lock has left nothing half done.
fn lock(places: &Mutex<Places>) -> MutexGuard<'_, Places> {
    places.lock().unwrap_or_else(PoisonError::into_inner)
}
