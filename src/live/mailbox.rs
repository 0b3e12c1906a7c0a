//! What reaches the loop from other threads. Signs of change are counted as one, however many come, so that nothing grows while a build runs.
//! Not done here: acting on it.
#![expect(clippy::disallowed_methods, reason = "an edge: it tells when a change was noticed")]

use std::collections::VecDeque;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Desk;
use crate::path::SourcePath;

/// Work between two builds.
pub type Work = Box<dyn FnOnce(&mut Desk<'_>) + Send>;

/// What reaches the loop.
pub enum Message {
    /// Something has changed: look again. A build that runs is for nothing.
    Changed,
    /// The same, and the file that the sign came from: where it may pay to look first. What else has changed is found all the same.
    ChangedAt(SourcePath),
    /// Something may have gone unnoticed: look again, once there is time.
    Look,
    /// From now on look again whenever so much time has passed, because nobody can say when something changes.
    Poll(Duration),
    /// Work between two builds.
    Ask(Work),
    /// End.
    Stop,
}

/// The loop has ended, and will never get the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended;

/// Where messages to a loop are put in; it may be cloned.
#[derive(Clone)]
pub struct Outbox(Arc<Mailbox>);

/// Where a loop gets its messages from.
pub struct Inbox(Arc<Mailbox>);

/// Both ends of the way to a loop.
pub fn mailbox() -> (Outbox, Inbox) {
    let mailbox = Arc::new(Mailbox::default());
    (Outbox(Arc::clone(&mailbox)), Inbox(mailbox))
}

#[derive(Default)]
struct Mailbox {
    state: Mutex<State>,
    news: Condvar,
    /// Whether a message waits that makes a build stale. Beside the lock, because builds ask for each page.
    is_pressing: AtomicBool,
}

#[derive(Default)]
struct State {
    signs: Option<Signs>,
    look: bool,
    every: Option<Duration>,
    asked: VecDeque<Work>,
    stop: bool,
    ended: bool,
}

/// The signs of change that nobody has followed yet.
#[derive(Debug, Clone)]
pub(super) struct Signs {
    pub(super) first: Instant,
    pub(super) last: Instant,
    /// The files that they came from, each once; `None` where that is not known of all of them, or they are many.
    pub(super) places: Option<Vec<SourcePath>>,
}

/// So many files may be looked at ahead of all others: more are no edit by hand.
const MOST_PLACES: usize = 16;

/// What is to be done next.
pub(super) enum Next {
    /// End.
    Stop,
    /// This work.
    Ask(Work),
    /// Look, for there were signs of change.
    Changed,
    /// Look, to be sure.
    Look,
    /// The time has passed.
    Time,
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbox").finish_non_exhaustive()
    }
}

impl Outbox {
    /// Leaves a message. Work that can't be done any more is dropped.
    pub fn send(&self, message: Message) -> Result<(), Ended> {
        let mut state = self.0.state();
        if state.ended {
            return Err(Ended);
        }
        match message {
            Message::Changed => state.sign(None),
            Message::ChangedAt(place) => state.sign(Some(place)),
            Message::Look => state.look = true,
            Message::Poll(every) => state.every = Some(every),
            Message::Ask(work) => state.asked.push_back(work),
            Message::Stop => state.stop = true,
        }
        self.0.changed(&state);
        self.0.news.notify_all();
        Ok(())
    }
}

impl Inbox {
    /// The next thing to do, once there is one, at the latest at `time`. Signs of change stay until [`take_signs`](Inbox::take_signs).
    pub(super) fn next(&self, time: Instant) -> Next {
        let mut state = self.0.state();
        loop {
            if state.stop {
                return Next::Stop;
            }
            if let Some(work) = state.asked.pop_front() {
                self.0.changed(&state);
                return Next::Ask(work);
            }
            if state.signs.is_some() {
                return Next::Changed;
            }
            if std::mem::take(&mut state.look) {
                return Next::Look;
            }
            let left = time.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Next::Time;
            }
            state = self.0.news.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The other end of the way to this loop.
    pub(super) fn outbox(&self) -> Outbox {
        Outbox(Arc::clone(&self.0))
    }

    /// Takes the signs so far: who calls this looks at everything from then on.
    pub(super) fn take_signs(&self) -> Option<Signs> {
        let mut state = self.0.state();
        state.look = false;
        let signs = state.signs.take();
        self.0.changed(&state);
        signs
    }

    /// When the first and the last of the signs so far came.
    pub(super) fn signs(&self) -> Option<(Instant, Instant)> {
        self.0.state().signs.as_ref().map(|signs| (signs.first, signs.last))
    }

    /// Whether somebody waits for an answer, or for the end.
    pub(super) fn is_awaited(&self) -> bool {
        let state = self.0.state();
        !state.asked.is_empty() || state.stop
    }

    /// How often to look without any sign.
    pub(super) fn every(&self) -> Option<Duration> {
        self.0.state().every
    }

    /// Whether somebody waits, or something has changed.
    pub(super) fn is_pressing(&self) -> bool {
        self.0.is_pressing.load(Ordering::Acquire)
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.ended = true;
        // Whoever waits for an answer learns so that none will come.
        let never_done = std::mem::take(&mut state.asked);
        drop(state);
        drop(never_done);
    }
}

impl State {
    fn sign(&mut self, place: Option<SourcePath>) {
        let now = Instant::now();
        let signs = self.signs.get_or_insert_with(|| Signs { first: now, last: now, places: Some(Vec::new()) });
        signs.last = now;
        signs.places = signs.places.take().zip(place).and_then(|(mut places, place)| {
            if !places.contains(&place) {
                places.push(place);
            }
            (places.len() <= MOST_PLACES).then_some(places)
        });
    }
}

impl Mailbox {
    /// A thread that panicked while it held the lock has left nothing half done.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn changed(&self, state: &State) {
        let is_pressing = state.signs.is_some() || !state.asked.is_empty() || state.stop;
        self.is_pressing.store(is_pressing, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_flood_of_signs_is_one_and_what_was_asked_comes_first() {
        let (outbox, inbox) = mailbox();
        for _ in 0..100_000 {
            outbox.send(Message::Changed).unwrap();
        }
        outbox.send(Message::Ask(Box::new(|_| ()))).unwrap();
        let now = Instant::now();
        assert!(matches!(inbox.next(now), Next::Ask(_)));
        assert!(matches!(inbox.next(now), Next::Changed));
        assert!(inbox.is_pressing());
        inbox.take_signs();
        assert!(!inbox.is_pressing());
        assert!(matches!(inbox.next(now), Next::Time));
        outbox.send(Message::Look).unwrap();
        assert!(!inbox.is_pressing(), "a look to be sure makes no build stale");
        assert!(matches!(inbox.next(now), Next::Look));
    }

    #[test]
    fn the_places_of_signs_are_known_where_all_of_them_say_so_and_they_are_few() {
        let known = |messages: &mut dyn Iterator<Item = Message>| {
            let (outbox, inbox) = mailbox();
            messages.for_each(|message| outbox.send(message).unwrap());
            inbox.take_signs().and_then(|signs| signs.places).map(|places| places.len())
        };
        let at = |n: usize| Message::ChangedAt(SourcePath::new(format!("content/{n}.md")));
        assert_eq!(known(&mut (0..100).map(|n| at(n % 3))), Some(3));
        assert_eq!(known(&mut (0..=MOST_PLACES).map(at)), None);
        assert_eq!(known(&mut [at(1), Message::Changed, at(1)].into_iter()), None);
    }

    #[test]
    fn who_asks_a_loop_that_has_ended_learns_it() {
        let (outbox, inbox) = mailbox();
        let (answer, answered) = mpsc::channel::<()>();
        outbox.send(Message::Ask(Box::new(move |_| drop(answer)))).unwrap();
        drop(inbox);
        assert!(answered.recv().is_err());
        assert_eq!(outbox.send(Message::Changed), Err(Ended));
    }
}
