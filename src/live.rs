//! A book kept built: reads it again whenever it may have changed, builds it with one pipeline, and tells an audience. Not done here: noticing
//! changes, serving or writing what was built.
#![expect(clippy::disallowed_methods, reason = "an edge: it tells how long a build took")]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::calendar::Date;
use crate::config::Config;
use crate::path::{OutputPath, SourcePath};
use crate::pipeline::{Built, Follow, Pipeline};
use crate::source::Sources;
use crate::source::read::Reader;

/// What book, and how.
pub struct Options {
    /// The book's folder.
    pub book: PathBuf,
    /// The day to build for; asked before each build, for days pass.
    pub as_of: Box<dyn Fn(&Config) -> Date>,
}

/// What reaches the loop.
pub enum Message {
    /// Something may have changed: look again.
    Changed,
    /// Work between two builds.
    Ask(Box<dyn FnOnce(&mut Desk<'_>) + Send>),
    /// End.
    Stop,
}

/// What work between two builds may use.
pub struct Desk<'d> {
    /// The pipeline with all that it remembers.
    pub pipeline: &'d mut Pipeline,
    /// The files as they were read last.
    pub sources: &'d Sources,
    /// The day of the last build.
    pub as_of: Date,
}

/// A build that came to its end.
pub struct Update {
    /// What it was built of.
    pub sources: Arc<Sources>,
    /// What was built.
    pub built: Built,
    /// The day that it holds for.
    pub as_of: Date,
    /// The files that differ from those of the build before, by path; empty for the first.
    pub changed: Vec<SourcePath>,
    /// From the first sign of a change to the end of the build.
    pub took: Duration,
}

/// Who is told: a server, a folder.
pub trait Audience {
    /// The pages that are being looked at.
    fn wanted(&self) -> Vec<OutputPath>;
    /// Is given each of them as soon as it can be made.
    fn first(&self, page: &OutputPath, bytes: &Arc<[u8]>);
    /// Is given each build.
    fn built(&self, update: Update);
}

/// Builds the book, then again after each change, until it is told to stop.
pub fn run(options: &Options, inbox: &Receiver<Message>, audience: &dyn Audience) {
    let (mut reader, mut pipeline) = (Reader::default(), Pipeline::default());
    let mut last: Option<Arc<Sources>> = None;
    loop {
        let start = Instant::now();
        let sources = Arc::new(reader.read(&options.book));
        let as_of = (options.as_of)(&sources.config(&mut Vec::new()));
        if last.as_ref().is_none_or(|last| format!("{last:?}") != format!("{sources:?}")) {
            let mut follow =
                Follow { wanted: &|| audience.wanted(), first: &mut |page, bytes| audience.first(page, bytes), stale: &|| false };
            if let Some(built) = pipeline.follow(&sources, as_of, None, &mut follow, &mut |_| {}) {
                audience.built(Update { sources: Arc::clone(&sources), built, as_of, changed: Vec::new(), took: start.elapsed() });
            }
            last = Some(Arc::clone(&sources));
        }
        match inbox.recv_timeout(Duration::from_millis(200)) {
            Ok(Message::Ask(work)) => work(&mut Desk { pipeline: &mut pipeline, sources: &sources, as_of }),
            Ok(Message::Changed) | Err(RecvTimeoutError::Timeout) => {}
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}
