//! A book kept built: looks at it again whenever it may have changed, builds it with one pipeline, and tells an audience. Not done here: noticing
//! changes ([`crate::watch`]), serving or writing what was built.
//!
//! A sign of change carries nothing but "look again". So whatever is missed, seen twice or seen late, the next look makes good; after quiet, what
//! was told last is what a clean build of the files would be. A good build is told at once. What could be the middle of somebody's saving, a file
//! that is empty or gone or a build that fails, is told only when a second look some moments later finds the same.
#![expect(clippy::disallowed_methods, reason = "an edge: it tells how long a build took")]

mod laps;
mod mailbox;
mod settle;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use laps::Lap;
pub use mailbox::{Ended, Inbox, Message, Outbox, Work, mailbox};

use crate::cache::{self, Cache};
use crate::calendar::Date;
use crate::config::Config;
use crate::history::Follower;
use crate::path::{OutputPath, SourcePath};
use crate::pipeline::{Built, Follow, Pipeline, Recall};
use crate::source::Sources;
use crate::source::read::Reader;
use laps::Laps;
use mailbox::{Next, Signs};

/// What is to be doubted is looked at again after so long.
const DOUBT: Duration = Duration::from_millis(50);

/// How long a change may wait for its build because others follow it.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long after the last look somebody asks whether a new day has begun.
const DAY_CHECK: Duration = Duration::from_secs(60);

/// How often somebody has to ask whether a commit was made, which costs a look at two files.
const COMMIT_CHECK: Duration = Duration::from_secs(2);

/// What book, and how.
pub struct Options {
    /// The book's folder.
    pub book: PathBuf,
    /// The day to build for; asked before each build, for days pass.
    pub as_of: Box<dyn Fn(&Config) -> Date>,
    /// Takes the place of the book's own `base_url`.
    pub base_url: Option<String>,
    /// The highlighted code of other runs.
    pub cache: Option<Arc<Cache>>,
}

/// What work between two builds may use.
pub struct Desk<'d> {
    /// The pipeline with all that it remembers.
    pub pipeline: &'d mut Pipeline,
    /// The files as they were read last.
    pub sources: &'d Sources,
    /// The day of the last build.
    pub as_of: Date,
    reader: &'d mut Reader,
    book: &'d Path,
}

impl Desk<'_> {
    /// The files as they are at this moment, for work that can't rely on the last look.
    pub fn read_again(&mut self) -> Sources {
        Sources { changes: Arc::clone(&self.sources.changes), ..self.reader.read(self.book) }
    }
}

/// A build that came to its end.
pub struct Update {
    /// What it was built of.
    pub sources: Arc<Sources>,
    /// What was built.
    pub built: Built,
    /// The day that it holds for.
    pub as_of: Date,
    /// The files that differ from those of the update before, by path. Empty for the first, and where only the day is another.
    pub changed: Vec<SourcePath>,
    /// From the first sign of a change to the end of the build.
    pub took: Duration,
    /// How long it took to read, and each step of the build.
    pub laps: Vec<Lap>,
}

/// Who is told: a server, a folder.
pub trait Audience {
    /// The pages that are being looked at.
    fn wanted(&self) -> Vec<OutputPath>;
    /// Is given each of them as soon as it can be made.
    fn first(&self, page: &OutputPath, bytes: &Arc<[u8]>);
    /// Is given each build.
    fn built(&self, update: Update);
    /// When it wants to try again what it could not do with a build, if there is anything.
    fn again(&self) -> Option<Instant> {
        None
    }
    /// That time has come.
    fn try_again(&self) {}
}

/// Builds the book, then again after each change, until it is told to stop.
pub fn run(options: &Options, inbox: &Inbox, audience: &dyn Audience) {
    let mut keeper = Keeper::new(options, inbox, audience);
    keeper.look();
    loop {
        match inbox.next(keeper.next_look()) {
            Next::Stop => return,
            Next::Ask(work) => {
                let Keeper { pipeline, sources, as_of, reader, .. } = &mut keeper;
                work(&mut Desk { pipeline, sources, as_of: *as_of, reader, book: &options.book });
                keeper.look();
            }
            Next::Changed | Next::Look => keeper.look(),
            Next::Time if audience.again().is_some_and(|again| again <= Instant::now()) => audience.try_again(),
            Next::Time if keeper.doubt.is_some() || inbox.every().is_some() => keeper.look(),
            Next::Time if keeper.history.has_news() => keeper.look(),
            Next::Time if keeper.read.elapsed() >= DAY_CHECK && (options.as_of)(&keeper.config) != keeper.as_of => keeper.look(),
            Next::Time => {}
        }
    }
}

/// The loop's memory.
struct Keeper<'k> {
    options: &'k Options,
    inbox: &'k Inbox,
    audience: &'k dyn Audience,
    reader: Reader,
    history: Follower,
    pipeline: Pipeline,
    /// The files as they were read last, what their `book.toml` means, and the day.
    sources: Arc<Sources>,
    config: Config,
    as_of: Date,
    read: Instant,
    /// What the audience was told last.
    told: Option<(Arc<Sources>, Date)>,
    /// True when it may have been shown pages of a build that it was not told of.
    is_ahead: bool,
    /// The first sign of a change that it was not told of.
    since: Option<Instant>,
    doubt: Option<Doubt>,
}

/// What was read and is not believed yet, and the build of it, if there is one.
struct Doubt {
    sources: Arc<Sources>,
    update: Option<Update>,
    since: Instant,
}

impl<'k> Keeper<'k> {
    fn new(options: &'k Options, inbox: &'k Inbox, audience: &'k dyn Audience) -> Self {
        let sources = Arc::new(Sources::default());
        let config = sources.config(&mut Vec::new());
        Keeper {
            options,
            inbox,
            audience,
            reader: Reader::default(),
            history: Follower::default(),
            pipeline: options.cache.clone().map_or_else(Pipeline::default, |cache| Pipeline::recalling(cache as Recall)),
            as_of: (options.as_of)(&config),
            sources,
            config,
            read: Instant::now(),
            told: None,
            is_ahead: false,
            since: None,
            doubt: None,
        }
    }

    /// When to look again without a sign.
    fn next_look(&self) -> Instant {
        let doubt = self.doubt.as_ref().map(|doubt| doubt.since + DOUBT);
        let poll = self.inbox.every().map(|every| self.read + every);
        let next = [doubt, poll, self.audience.again()].into_iter().flatten().min();
        // Whoever polls looks at everything each time.
        let check = Instant::now() + COMMIT_CHECK;
        next.map_or(check, |next| if poll.is_some() { next } else { next.min(check) })
    }

    /// Reads the book, and builds it if that could make a difference.
    fn look(&mut self) {
        settle::settle(self.inbox, &self.options.book);
        // What happens from here on is a sign for another look.
        let signs = self.inbox.take_signs();
        self.read = Instant::now();
        let since = *self.since.get_or_insert(signs.as_ref().map_or(self.read, |signs| signs.first));
        self.hurry(self.places(signs.as_ref()), since);
        let mut sources = self.reader.read(&self.options.book);
        self.config = sources.config(&mut Vec::new());
        let outbox = self.inbox.outbox();
        let told = move || {
            // A loop that has ended needs no history.
            let _ = outbox.send(Message::Look);
        };
        sources.changes = self.history.changes(&self.options.book, &self.config.content, &sources, told);
        self.sources = Arc::new(sources);
        self.as_of = (self.options.as_of)(&self.config);
        let changed = self.told.as_ref().map(|(told, _)| self.sources.changed_since(told)).unwrap_or_default();
        let is_other_day = self.told.as_ref().is_none_or(|(_, day)| *day != self.as_of);
        if changed.is_empty() && !is_other_day && !self.is_ahead {
            (self.since, self.doubt) = (None, None);
            return;
        }
        let doubt = self.doubt.take().filter(|doubt| self.sources.changed_since(&doubt.sources).is_empty());
        let is_certain =
            self.told.is_none() || since.elapsed() >= PATIENCE || doubt.as_ref().is_some_and(|doubt| doubt.since.elapsed() >= DOUBT);
        match doubt {
            Some(Doubt { update: Some(update), .. }) if is_certain && update.as_of == self.as_of => self.tell(update),
            Some(doubt) if !is_certain => self.doubt = Some(doubt),
            _ if !is_certain && self.told.as_ref().is_some_and(|(told, _)| self.sources.lost_any(told, &changed)) => self.doubt(None),
            _ => self.build(changed, since, is_certain),
        }
    }

    /// Looks at a few files ahead of the reading of a large book: where signs came from, and those of the pages that are looked at. Where nothing but
    /// their texts is new, the book that was told last, with these texts, is told at once; else the pages that are looked at are shown. It is only a
    /// guess that nothing else has changed: what follows makes it good.
    fn hurry(&mut self, places: Vec<SourcePath>, since: Instant) {
        let (Some((told, as_of)), wanted) = (self.told.clone(), self.audience.wanted()) else { return };
        let mut files = self.pipeline.files_of(&wanted);
        files.extend(places);
        let Some((sources, changed)) = self.reader.peek(&self.options.book, &told, &files) else { return };
        if sources.lost_any(&told, &changed) {
            return;
        }
        let mut laps = Laps::since(self.read);
        laps.read(changed.len());
        let (inbox, audience, base_url) = (self.inbox, self.audience, self.options.base_url.as_deref());
        let stale = || inbox.is_pressing();
        let mut follow = Follow { wanted: &|| wanted.clone(), first: &mut |page, bytes| audience.first(page, bytes), stale: &stale };
        let built = self.pipeline.hurry(&sources, as_of, base_url, &mut follow, &mut |step| laps.step(step));
        self.is_ahead = true;
        self.keep_code(&mut laps);
        if let Some(built) = built {
            self.tell(Update { sources: Arc::new(sources), built, as_of, changed, took: since.elapsed(), laps: laps.list });
            // What else there is to find has waited for as long.
            self.since = Some(since);
        }
    }

    /// The files that signs came from, if all of them were there before, or are not there: one that has come, or a folder, is more than those.
    fn places(&self, signs: Option<&Signs>) -> Vec<SourcePath> {
        let (Some(places), Some((told, _))) = (signs.and_then(|signs| signs.places.clone()), &self.told) else { return Vec::new() };
        let (known, others): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| told.content.contains_key(place));
        let is_there = |place: &SourcePath| self.options.book.join(place.as_str()).exists();
        if others.iter().any(is_there) { Vec::new() } else { known }
    }

    fn build(&mut self, changed: Vec<SourcePath>, since: Instant, is_certain: bool) {
        let mut laps = Laps::since(self.read);
        laps.read(self.sources.content.len());
        // The first build has nothing to fall back on, and a change that has waited for long enough waits for no other.
        let (inbox, may_be_stale) = (self.inbox, self.told.is_some());
        let stale = || may_be_stale && inbox.is_pressing() && since.elapsed() < PATIENCE;
        let audience = self.audience;
        let mut follow = Follow { wanted: &|| audience.wanted(), first: &mut |page, bytes| audience.first(page, bytes), stale: &stale };
        let base_url = self.options.base_url.as_deref();
        let built = self.pipeline.follow(&self.sources, self.as_of, base_url, &mut follow, &mut |step| laps.step(step));
        self.is_ahead = true;
        self.keep_code(&mut laps);
        let Some(built) = built else { return };
        let update =
            Update { sources: Arc::clone(&self.sources), built, as_of: self.as_of, changed, took: since.elapsed(), laps: laps.list };
        if update.built.has_errors() && !is_certain { self.doubt(Some(update)) } else { self.tell(update) }
    }

    /// Keeps the code that was highlighted, for other runs.
    fn keep_code(&mut self, laps: &mut Laps) {
        if let Some(cache) = &self.options.cache {
            let kept = cache.keep(self.pipeline.take_new_code());
            laps.add("keep", cache::words(&kept));
        }
    }

    fn doubt(&mut self, update: Option<Update>) {
        self.doubt = Some(Doubt { sources: Arc::clone(&self.sources), update, since: self.read });
    }

    fn tell(&mut self, update: Update) {
        self.told = Some((Arc::clone(&update.sources), update.as_of));
        (self.is_ahead, self.since, self.doubt) = (false, None, None);
        self.audience.built(update);
    }
}
