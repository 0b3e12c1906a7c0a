//! `rollbook watch`: the site into a folder, kept what the book says. Not done here: noticing changes, building and publishing, which the library
//! does.
#![expect(clippy::disallowed_methods, reason = "this is the edge that tells how long publishing took")]

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use rollbook::diagnostic::Severity;
use rollbook::live::{self, Audience, Message, Options, Outbox, Update};
use rollbook::path::OutputPath;
use rollbook::publish::{How, ProtectedFolders, PublishError, Published, Publisher, check_output};
use rollbook::render::Site;

use super::build::built_line;
use crate::args::Watch;
use crate::cache;
use crate::edge::{self, Failure};
use crate::interrupted;
use crate::live_report::{self, LiveReport, News, bad};
use crate::terminal::{DIM, RED, RESET};
use crate::voice::Voice;

/// What could not be published is tried again after so long.
const AGAIN: Duration = Duration::from_secs(3);

pub(super) fn run(args: &Watch) -> Result<bool, Failure> {
    let book = &args.book.book;
    live_report::is_book(book)?;
    let (outbox, inbox) = live::mailbox();
    let end = Arc::new(Mutex::new(None));
    let (voice, speaking) = Voice::start(stop(&end, &outbox));
    let watch = live_report::watch(book, args.poll.poll, &outbox, voice.clone())?;
    let (as_of, cache) = (Box::new(edge::day(args.book.as_of)?), cache::code(&args.caching));
    let options = Options { book: book.clone(), as_of, base_url: args.base_url.clone(), cache };
    let publisher = Arc::new(Mutex::new(Publisher::default()));
    let last = Arc::clone(&publisher);
    // What is being put in place at that moment is put there, and nothing is left beside it.
    interrupted::before_the_end(move || {
        let mut last = lock(&last);
        drop(std::mem::take(&mut *last));
        // Nothing is published any more.
        std::mem::forget(last);
    });
    let progress = edge::progress(args.book.quiet);
    progress.set_message("building");
    let folder = Folder {
        args,
        progress,
        is_first: Cell::new(true),
        report: RefCell::new(LiveReport::new(&args.book, voice.clone())),
        voice: voice.clone(),
        pending: RefCell::default(),
        publisher,
        stop: Box::new(stop(&end, &outbox)),
    };
    live::run(&options, &inbox, &folder);
    drop(std::mem::take(&mut *lock(&folder.publisher)));
    drop(watch);
    voice.end(speaking);
    end.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(true), Err)
}

/// Ends the command for a reason.
pub(super) fn stop(end: &Arc<Mutex<Option<Failure>>>, outbox: &Outbox) -> impl Fn(Failure) + Send + use<> {
    let (end, outbox) = (Arc::clone(end), outbox.clone());
    move |failure| {
        end.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(failure);
        let _ = outbox.send(Message::Stop);
    }
}

/// The folder that is kept up to date.
struct Folder<'a> {
    args: &'a Watch,
    progress: ProgressBar,
    is_first: Cell<bool>,
    report: RefCell<LiveReport>,
    voice: Voice,
    /// The last good site, while it could not be published.
    pending: RefCell<Option<Pending>>,
    publisher: Arc<Mutex<Publisher>>,
    stop: Box<dyn Fn(Failure)>,
}

/// A site that waits for what is in its way to go away.
struct Pending {
    site: Site,
    place: Place,
    news: News,
    /// What was said to be in the way.
    why: String,
    again: Instant,
}

/// Where a site is published.
struct Place {
    book: PathBuf,
    output: PathBuf,
    content: PathBuf,
    theme: PathBuf,
    how: How,
}

impl Place {
    fn of(args: &Watch, update: &Update) -> Self {
        let book = args.book.book.clone();
        let config = update.sources.config(&mut Vec::new());
        let output = args.output.clone().unwrap_or_else(|| book.join(&config.output));
        // Compressed copies are for a host, and each would have to be made before a change is seen.
        let how = How { in_place: args.publishing.in_place || config.in_place, precompress: false };
        Self { output, content: book.join(&config.content), theme: book.join("themes"), book, how }
    }

    fn protected(&self) -> ProtectedFolders<'_> {
        ProtectedFolders { book: &self.book, content: &self.content, theme: &self.theme }
    }
}

/// A thread that panicked while it held the lock left a publisher that finds out what is there.
fn lock(publisher: &Mutex<Publisher>) -> MutexGuard<'_, Publisher> {
    publisher.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Audience for Folder<'_> {
    fn wanted(&self) -> Vec<OutputPath> {
        Vec::new()
    }

    fn first(&self, _: &OutputPath, _: &Arc<[u8]>) {}

    fn built(&self, mut update: Update) {
        self.progress.finish_and_clear();
        self.args.deny.denied().apply(&mut update.built.diagnostics);
        let place = Place::of(self.args, &update);
        let mut news = News::take(&mut update);
        news.findings = Arc::new(std::mem::take(&mut update.built.diagnostics));
        let is_first = self.is_first.replace(false);
        let outcome = if news.findings.iter().any(|finding| finding.severity == Severity::Error) {
            self.bad(&place, &news)
        } else {
            self.good(update, place, news, is_first)
        };
        match outcome {
            // Another publisher will be done some time. The rest is better known now than never.
            Err(error) if is_first && !matches!(error, PublishError::Busy { .. }) => {
                return (self.stop)(Failure::Failed(error.to_string()));
            }
            Err(error) => self.voice.say(self.trouble(&error)),
            Ok(()) => {}
        }
        if is_first && !self.args.book.quiet {
            self.voice.say(format!("{DIM}watching for changes; Ctrl-C ends it{RESET}\n"));
        }
        if let Err(error) = lock(&self.publisher).settle() {
            self.voice.say(self.trouble(&error));
        }
    }

    fn again(&self) -> Option<Instant> {
        self.pending.borrow().as_ref().map(|pending| pending.again)
    }

    fn try_again(&self) {
        let Some(mut pending) = self.pending.take() else { return };
        let start = Instant::now();
        match self.publish(&pending.site, &pending.place) {
            Ok(published) => {
                let report = self.report.borrow();
                let line = report.good(&pending.news, &counted(published), start.elapsed());
                report.later(&pending.news, &line.unwrap_or_else(|| counted(published)));
            }
            Err(error) => {
                if error.to_string() != pending.why {
                    self.voice.say(self.trouble(&error));
                }
                (pending.why, pending.again) = (error.to_string(), Instant::now() + AGAIN);
                self.pending.replace(Some(pending));
            }
        }
    }
}

impl Folder<'_> {
    fn publish(&self, site: &Site, place: &Place) -> Result<Published, PublishError> {
        lock(&self.publisher).publish(site, &place.output, &place.protected(), place.how)
    }

    /// Says what is wrong with the book. The folder stays as it is; what waits to be published goes on waiting, for it is the last good site.
    fn bad(&self, place: &Place, news: &News) -> Result<(), PublishError> {
        self.report.borrow_mut().build(news, |_| Some(bad(news, "nothing was written")));
        let outcome = check_output(&place.output, &place.protected());
        let is_said = |error: &PublishError| self.pending.borrow().as_ref().is_some_and(|pending| pending.why == error.to_string());
        outcome.or_else(|error| if is_said(&error) { Ok(()) } else { Err(error) })
    }

    /// Publishes, and says what came of it. What can't be published is kept; an error is one that was not said yet.
    fn good(&self, update: Update, place: Place, news: News, is_first: bool) -> Result<(), PublishError> {
        let start = Instant::now();
        let outcome = self.publish(&update.built.site, &place);
        let took = news.took + start.elapsed();
        let before = self.pending.take();
        let mut report = self.report.borrow_mut();
        match outcome {
            Ok(published) if is_first => {
                report.build(&news, |_| None);
                if !self.args.book.quiet {
                    self.voice.say(built_line(&place.output, update.as_of, published, took, &news.findings));
                }
                Ok(())
            }
            Ok(published) => {
                report.build(&news, |report| report.good(&news, &counted(published), took));
                Ok(())
            }
            Err(error) => {
                let why = error.to_string();
                report.build(&news, |_| Some(format!("{RED}not written yet{RESET}")));
                let is_said = before.is_some_and(|before| before.why == why);
                self.pending.replace(Some(Pending { site: update.built.site, place, news, why, again: Instant::now() + AGAIN }));
                if is_said { Ok(()) } else { Err(error) }
            }
        }
    }

    fn trouble(&self, error: &PublishError) -> String {
        let again =
            if self.pending.borrow().is_some() { format!("; it is tried again every {} s", AGAIN.as_secs()) } else { String::new() };
        format!("{RED}error{RESET}: {error}{again}\n")
    }
}

/// "3 files written, 1 removed".
fn counted(Published { written, removed, .. }: Published) -> String {
    let files = if written == 1 { "1 file written".to_owned() } else { format!("{written} files written") };
    if removed > 0 { format!("{files}, {removed} removed") } else { files }
}
