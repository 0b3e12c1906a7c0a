//! `rollbook watch`: the site into a folder, kept what the book says. Not done here: noticing changes, building and publishing, which the library
//! does.
#![expect(clippy::disallowed_methods, reason = "this is the edge that tells how long publishing took")]

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use rollbook::live::{self, Audience, Message, Options, Outbox, Update};
use rollbook::path::OutputPath;
use rollbook::publish::{ProtectedFolders, PublishError, Published, check_output, publish};

use super::build::say_built;
use crate::args::Watch;
use crate::edge::{self, Failure};
use crate::live_report::{self, LiveReport};
use crate::terminal::{DIM, RED, RESET};

/// So long another publisher to the same folder is waited for.
const BUSY: Duration = Duration::from_secs(10);

pub(super) fn run(args: &Watch) -> Result<bool, Failure> {
    let book = &args.book.book;
    let (outbox, inbox) = live::mailbox();
    let _watch = live_report::watch(book, args.poll.poll, &outbox)?;
    let options = Options { book: book.clone(), as_of: Box::new(edge::day(args.book.as_of)?), base_url: args.base_url.clone() };
    let progress = edge::progress(args.book.quiet);
    progress.set_message("building");
    let folder = Folder {
        args,
        outbox,
        progress,
        is_first: Cell::new(true),
        report: RefCell::new(LiveReport::new(&args.book)),
        end: Cell::new(None),
    };
    live::run(&options, &inbox, &folder);
    folder.end.take().map_or(Ok(true), Err)
}

/// The folder that is kept up to date.
struct Folder<'a> {
    args: &'a Watch,
    outbox: Outbox,
    progress: ProgressBar,
    is_first: Cell<bool>,
    report: RefCell<LiveReport>,
    /// Why this can't go on.
    end: Cell<Option<Failure>>,
}

impl Audience for Folder<'_> {
    fn wanted(&self) -> Vec<OutputPath> {
        Vec::new()
    }

    fn first(&self, _: &OutputPath, _: &Arc<[u8]>) {}

    fn built(&self, mut update: Update) {
        self.progress.finish_and_clear();
        self.args.deny.denied().apply(&mut update.built.diagnostics);
        let is_first = self.is_first.replace(false);
        if let Err(failure) = self.follow(&update, is_first) {
            self.end.set(Some(failure));
            let _ = self.outbox.send(Message::Stop);
        }
    }
}

impl Folder<'_> {
    /// Says what was built, and publishes it. A failure is one that will not mend itself.
    fn follow(&self, update: &Update, is_first: bool) -> Result<(), Failure> {
        let mut report = self.report.borrow_mut();
        report.findings(update)?;
        let book = &self.args.book.book;
        let config = update.sources.config(&mut Vec::new());
        let output = self.args.output.clone().unwrap_or_else(|| book.join(&config.output));
        let (content, theme) = (book.join(&config.content), book.join("themes"));
        let protected = ProtectedFolders { book, content: &content, theme: &theme };
        let start = Instant::now();
        let has_errors = update.built.has_errors();
        let outcome = if has_errors {
            check_output(&output, &protected).map(|()| Published::default())
        } else {
            patient(update, &output, &protected)
        };
        match outcome {
            Err(error) if is_first => return Err(Failure::Failed(error.to_string())),
            Err(error) => edge::say(&format!("{RED}error{RESET}: {error}\n"))?,
            Ok(_) if has_errors => report.bad(update, "nothing was written")?,
            Ok(_) if is_first && self.args.book.quiet => {}
            Ok(published) if is_first => {
                say_built(&output, update.as_of, published, update.took + start.elapsed(), &update.built.diagnostics)?;
            }
            Ok(published) => report.good(update, &counted(published), update.took + start.elapsed())?,
        }
        report.timings(update)?;
        if is_first && !self.args.book.quiet {
            edge::say(&format!("{DIM}watching for changes; Ctrl-C ends it{RESET}\n"))?;
        }
        Ok(())
    }
}

/// Publishes, once nobody else does.
fn patient(update: &Update, output: &Path, protected: &ProtectedFolders<'_>) -> Result<Published, PublishError> {
    let start = Instant::now();
    loop {
        match publish(&update.built.site, output, protected) {
            Err(PublishError::Busy { .. }) if start.elapsed() < BUSY => sleep(Duration::from_millis(50)),
            outcome => return outcome,
        }
    }
}

/// "3 files written, 1 removed".
fn counted(Published { written, removed, .. }: Published) -> String {
    let files = if written == 1 { "1 file written".to_owned() } else { format!("{written} files written") };
    if removed > 0 { format!("{files}, {removed} removed") } else { files }
}
