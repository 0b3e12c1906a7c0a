//! What is said of each build of a book that is being worked on: the findings that are new, and a line. Not done here: building.
#![expect(clippy::disallowed_methods, reason = "this is the edge that looks whether there is a book at all")]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rollbook::calendar::Date;
use rollbook::diagnostic::{Code, Diagnostic, Severity, text};
use rollbook::live::{Lap, Outbox, Update};
use rollbook::path::SourcePath;
use rollbook::source::Sources;
use rollbook::watch::{self, Watch};

use crate::args::Book;
use crate::edge::{self, Failure};
use crate::terminal::{AMBER, DIM, GREEN, RED, RESET};
use crate::voice::Voice;

/// So many warnings are remembered while errors hide some of them.
const MOST: usize = 10_000;

/// Without a `book.toml` there is nothing to wait for. One that is broken is.
pub(crate) fn is_book(book: &Path) -> Result<(), Failure> {
    std::fs::symlink_metadata(book.join("book.toml")).map(drop).map_err(|_| {
        let folder = book.display();
        Failure::Failed(format!(
            "there is no book here: `{folder}` has no `book.toml`; start one with `rollbook init`, or name its folder with `--book`"
        ))
    })
}

/// Watches a book, and says so where that needs polling.
pub(crate) fn watch(book: &Path, poll: Option<Duration>, outbox: &Outbox, voice: Voice) -> Result<Watch, Failure> {
    let notice = move |why: &str| voice.say(format!("{AMBER}note{RESET}: {why}\n"));
    watch::start(book, poll, outbox, notice).map_err(|error| Failure::Failed(format!("can't watch the folder {}: {error}", book.display())))
}

/// Of a build what there is to say.
pub(crate) struct News {
    sources: Arc<Sources>,
    /// What is wrong with the book.
    pub(crate) findings: Arc<Vec<Diagnostic>>,
    changed: Vec<SourcePath>,
    as_of: Date,
    laps: Vec<Lap>,
    /// From the first sign of a change to the end of the build.
    pub(crate) took: Duration,
}

impl News {
    /// Takes it out of an update, but for the findings.
    pub(crate) fn take(update: &mut Update) -> Self {
        Self {
            sources: Arc::clone(&update.sources),
            findings: Arc::default(),
            changed: std::mem::take(&mut update.changed),
            as_of: update.as_of,
            laps: std::mem::take(&mut update.laps),
            took: update.took,
        }
    }
}

/// Says it, and remembers what has been said.
pub(crate) struct LiveReport {
    is_quiet: bool,
    with_timings: bool,
    voice: Voice,
    /// The findings that have been said, each so often.
    errors: HashMap<Known, usize>,
    warnings: HashMap<Known, usize>,
    /// The day of the build before.
    day: Option<Date>,
}

/// What makes two findings one to a reader. Where it is in its file moves with every line that is written above it.
type Known = (Code, SourcePath, String);

impl LiveReport {
    /// For a command with these options.
    pub(crate) fn new(book: &Book, voice: Voice) -> Self {
        let (is_quiet, with_timings) = (book.quiet, book.timings);
        Self { is_quiet, with_timings, voice, errors: HashMap::new(), warnings: HashMap::new(), day: None }
    }

    /// Says what a build came to: the findings that were not there before, then `line`, if there is one.
    pub(crate) fn build(&mut self, news: &News, line: impl FnOnce(&Self) -> Option<String>) {
        let mut errors = HashMap::new();
        let mut warnings = HashMap::new();
        let mut said = String::new();
        for finding in news.findings.iter() {
            let (now, before) = match finding.severity {
                Severity::Error => (&mut errors, &self.errors),
                Severity::Warning => (&mut warnings, &self.warnings),
            };
            let known = (finding.code, finding.place.path.clone(), finding.message.clone());
            let before = before.get(&known).copied().unwrap_or_default();
            let count = now.entry(known).or_insert(0);
            *count += 1;
            if *count > before {
                said += &text::render(finding, &|path| news.sources.text(path));
            }
        }
        if !errors.is_empty() && self.warnings.len() < MOST {
            // Those that only an error hides are not new when it is mended.
            for (known, count) in self.warnings.drain() {
                let now = warnings.entry(known).or_insert(0);
                *now = count.max(*now);
            }
        }
        // The line says what is other than before.
        if let Some(line) = line(self) {
            let _ = writeln!(said, "{DIM}{}{RESET} {}: {line}{}", edge::time_of_day(), cause(news, self.day), self.since(&errors));
        }
        (self.errors, self.warnings, self.day) = (errors, warnings, Some(news.as_of));
        said += &self.timings(news);
        self.voice.say(said);
    }

    /// The line of a good build: `result`, such as "3 files written", and what it took with all that was done to it since. None where all is to be quiet.
    pub(crate) fn good(&self, news: &News, result: &str, took: Duration) -> Option<String> {
        let findings = if news.findings.is_empty() { String::new() } else { format!(", {}", text::summary(&news.findings)) };
        (!self.is_quiet).then(|| format!("{GREEN}{result}{RESET} in {}{findings}", edge::milliseconds(took)))
    }

    /// Says in a line of its own what came of an earlier build.
    pub(crate) fn later(&self, news: &News, line: &str) {
        self.voice.say(format!("{DIM}{}{RESET} {}: {line}\n", edge::time_of_day(), cause(news, None)));
    }

    /// Says how long each step took, if that was asked for.
    fn timings(&self, news: &News) -> String {
        if !self.with_timings {
            return String::new();
        }
        let line = |name: &str, time, count: &str| format!("{DIM}{name:>10} {:>9} {RESET} {DIM}{count}{RESET}\n", edge::milliseconds(time));
        news.laps.iter().map(|lap| line(lap.name, lap.took, &lap.count)).collect()
    }

    /// What of the errors is as it was before.
    fn since(&self, errors: &HashMap<Known, usize>) -> String {
        let before: usize = errors.iter().map(|(known, count)| (*count).min(self.errors.get(known).copied().unwrap_or_default())).sum();
        match before {
            0 if errors.is_empty() && !self.errors.is_empty() => ", no errors any more".to_owned(),
            0 => String::new(),
            1 => " (1 error as before)".to_owned(),
            count => format!(" ({count} errors as before)"),
        }
    }
}

/// The line of a build with errors, and what they mean: `result`, such as "nothing was written".
pub(crate) fn bad(news: &News, result: &str) -> String {
    format!("{RED}{}{RESET}: {result}", text::summary(&news.findings))
}

/// What a build was for: the files, or the day, if that of the build before was another.
fn cause(news: &News, day: Option<Date>) -> String {
    match news.changed.as_slice() {
        // A change was taken back before it was told of, or its build came to no end.
        [] if day == Some(news.as_of) => "as it was before".to_owned(),
        [] => format!("as of {}", news.as_of),
        [path] => path.to_string(),
        [first, second] => format!("{first} and {second}"),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    }
}
