//! How long each part of the work took, from one look at a book to what is told of it. Not done here: saying so.
#![expect(clippy::disallowed_methods, reason = "an edge: it reads the clock")]

use std::time::{Duration, Instant};

use crate::pipeline::Step;

/// A part of the work.
pub struct Lap {
    /// Its name.
    pub name: &'static str,
    /// What it counted.
    pub count: String,
    /// How long it took.
    pub took: Duration,
}

/// The parts of one look.
pub(super) struct Laps {
    pub(super) list: Vec<Lap>,
    last: Instant,
}

impl Laps {
    /// None yet; the first begins then.
    pub(super) fn since(start: Instant) -> Self {
        Self { list: Vec::new(), last: start }
    }

    /// One has come to its end.
    pub(super) fn add(&mut self, name: &'static str, count: String) {
        self.list.push(Lap { name, count, took: self.last.elapsed() });
        self.last = Instant::now();
    }

    /// So many files have been read.
    pub(super) fn read(&mut self, files: usize) {
        self.add("read", format!("{files} files"));
    }

    /// A step of the build is over.
    pub(super) fn step(&mut self, step: Step) {
        let (name, count) = step.words();
        self.add(name, count);
    }
}
