//! Saying things without waiting for anybody to read them: a terminal that was stopped, or a full pipe, must not hold up the work. Not done here: what
//! is said.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

use crate::edge::{self, Failure};
use crate::terminal::{DIM, RESET};

/// So many things wait to be said; what comes then is left out, and counted.
const MOST: usize = 64;

/// Says things one after another; it may be cloned.
#[derive(Clone)]
pub(crate) struct Voice {
    to: SyncSender<Said>,
    left_out: Arc<AtomicUsize>,
}

enum Said {
    /// After so many things that found no place.
    Text {
        left_out: usize,
        text: String,
    },
    End,
}

impl Voice {
    /// Begins. What can't be printed at all is given to `failed`, and nothing is said from then on.
    pub(crate) fn start(failed: impl FnOnce(Failure) + Send + 'static) -> (Self, JoinHandle<()>) {
        let (to, from) = sync_channel(MOST);
        let speaking = thread::spawn(move || {
            if let Err(failure) = speak(&from, edge::say) {
                failed(failure);
            }
        });
        (Self { to, left_out: Arc::default() }, speaking)
    }

    /// Says it, as soon as what came before it was taken.
    pub(crate) fn say(&self, text: String) {
        if text.is_empty() {
            return;
        }
        let left_out = self.left_out.swap(0, Ordering::Relaxed);
        if let Err(TrySendError::Full(_)) = self.to.try_send(Said::Text { left_out, text }) {
            self.left_out.fetch_add(left_out + 1, Ordering::Relaxed);
        }
    }

    /// Ends, once all was said.
    pub(crate) fn end(self, speaking: JoinHandle<()>) {
        let _ = self.to.send(Said::End);
        let _ = speaking.join();
    }
}

fn speak(from: &Receiver<Said>, say: impl Fn(&str) -> Result<(), Failure>) -> Result<(), Failure> {
    while let Ok(Said::Text { left_out, text }) = from.recv() {
        if left_out > 0 {
            say(&format!("{DIM}({left_out} reports are left out here, for nobody read them){RESET}\n"))?;
        }
        say(&text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_no_place_is_left_out_and_counted_where_it_would_have_stood() {
        let (to, from) = sync_channel(2);
        let voice = Voice { to, left_out: Arc::default() };
        let say = |texts: &[&str]| texts.iter().for_each(|text| voice.say((*text).to_owned()));
        let takes = |expected: (usize, &str)| match from.recv() {
            Ok(Said::Text { left_out, text }) => assert_eq!((left_out, text.as_str()), expected),
            _ => panic!("nothing was said"),
        };
        say(&["a", "b", "c", "", "d"]);
        takes((0, "a"));
        say(&["e", "f"]);
        takes((0, "b"));
        takes((2, "e"));
        say(&["g"]);
        takes((1, "g"));
    }
}
