//! What arguments mean here and now: the clock, the environment, the terminal. Not done here: parsing arguments, building, writing files.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the clock, the environment and named files for the core")]

use std::fmt;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use rollbook::authoring::{self, Refused};
use rollbook::cache::{self, Cache};
use rollbook::calendar::Date;
use rollbook::config::Config;
use rollbook::diagnostic::{Diagnostic, Severity, text};
use rollbook::history;
use rollbook::pipeline::{Built, Pipeline, Sink, Step};
use rollbook::playbook::Playbook;
use rollbook::source::{Sources, read};

use crate::args::{Book, Findings};
use crate::report;
use crate::terminal::text::{harmless, harmless_json};
use crate::terminal::{DIM, RED, RESET};

/// Work this short is over before a progress line could be read.
const PATIENCE: Duration = Duration::from_millis(400);

/// How many cells a line has where nobody knows: in a pipe or a file.
const WIDTH: usize = 100;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments ask for what can't be: exit code 2.
    Usage(String),
    /// Something stood in the way: exit code 1.
    Failed(String),
}

impl Failure {
    /// The exit code of the process.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Failed(_) => 1,
        }
    }
}

/// What can't be meant is wrong usage; what stands in the files or in the way is not.
impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Unknown(message) => Failure::Usage(message),
            Refused::Meaningless(_) | Refused::Errors(_) => Failure::Usage(format!("{refused}; nothing was written")),
            _ => Failure::Failed(format!("{refused}; nothing was written")),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Failed(message) => f.write_str(message),
        }
    }
}

/// A book that was read, and the pipeline that builds it, as often as is needed.
pub(crate) struct Opened {
    pub(crate) sources: Sources,
    pub(crate) config: Config,
    pub(crate) as_of: Date,
    pub(crate) timings: Timings,
    pipeline: Pipeline,
    progress: ProgressBar,
}

/// Reads the book.
pub(crate) fn open(book: &Book) -> Result<Opened, Failure> {
    let mut timings = Timings::new();
    let progress = progress(book.quiet);
    progress.set_message("reading");
    let sources = read::read(&book.book);
    timings.lap("read", format!("{} files", sources.content.len()));
    // Its faults are the build's to report.
    let config = sources.config(&mut Vec::new());
    let as_of = day(book.as_of)?(&config);
    Ok(Opened { sources, config, as_of, timings, pipeline: Pipeline::default(), progress })
}

impl Opened {
    /// What a change is planned against; `built` is what was built of the sources as they are now.
    pub(crate) fn book<'b>(&'b self, built: &'b Built) -> authoring::Book<'b> {
        let Opened { sources, config, as_of, .. } = self;
        authoring::Book { sources, config, documents: &built.documents, status: &built.status, as_of: *as_of }
    }

    /// Asks git when the files were last changed. Tells how many were before the first commit of a shallow clone, for that is not known.
    pub(crate) fn look_back(&mut self, book: &Path) -> usize {
        let history = history::read(book, &self.config.content, &self.sources);
        self.timings.lap("history", format!("{} files", history.changes.len()));
        self.sources.changes = history.changes;
        history.beyond
    }

    /// Builds the site, whose files go to `sink`. With the highlighted code of earlier runs, if that is wanted; what is new is kept for the next one.
    pub(crate) fn stream(&mut self, book: &Path, base_url: Option<&str>, cache: Option<&Arc<Cache>>, sink: &dyn Sink) -> Built {
        if let Some(cache) = cache.map(Arc::clone) {
            self.pipeline = Pipeline::recalling(cache);
        }
        let as_of = self.as_of;
        let trouble = OnceLock::new();
        let keep = |blocks| {
            if let Some(Err(error)) = cache.map(|cache| cache.keep(blocks)) {
                trouble.get_or_init(|| error);
            }
        };
        let built = self.observed(|pipeline, sources, observe| pipeline.stream(sources, as_of, base_url, sink, &keep, observe));
        if let Some(error) = trouble.into_inner() {
            self.timings.lap("keep", cache::words(&Err(error)));
        }
        read::recover(book, &mut self.sources, &built.diagnostics);
        built
    }

    /// Finds what is wrong with what the sources are now, without a site.
    pub(crate) fn check(&mut self) -> Built {
        let as_of = self.as_of;
        self.observed(|pipeline, sources, observe| pipeline.check(sources, as_of, observe))
    }

    /// Computes the values of what the sources are now, without a site.
    pub(crate) fn values(&mut self) -> Built {
        self.ask(|_| ()).0
    }

    /// The same, with what `ask` makes of the playbook.
    pub(crate) fn ask<T>(&mut self, ask: impl Fn(&Playbook<'_>) -> T) -> (Built, Option<T>) {
        let as_of = self.as_of;
        let mut answer = None;
        let mut ask = |playbook: &Playbook<'_>| answer = Some(ask(playbook));
        let built = self.observed(|pipeline, sources, observe| pipeline.values(sources, as_of, &mut ask, observe));
        (built, answer)
    }

    /// Runs the pipeline under a progress line and the clock.
    fn observed(&mut self, work: impl FnOnce(&mut Pipeline, &mut Sources, &mut dyn FnMut(Step)) -> Built) -> Built {
        self.progress.set_message("building");
        let (progress, timings) = (&self.progress, &mut self.timings);
        let mut observe = |step: Step| {
            let (name, count) = step.words();
            progress.set_message(format!("{name}: {count}"));
            timings.lap(name, count);
        };
        let built = work(&mut self.pipeline, &mut self.sources, &mut observe);
        self.progress.finish_and_clear();
        built
    }
}

/// A book that was read and built, findings printed.
pub(crate) struct Run {
    pub(crate) sources: Sources,
    pub(crate) config: Config,
    pub(crate) as_of: Date,
    pub(crate) built: Built,
    pub(crate) timings: Timings,
}

/// Makes errors of what is denied, and prints the findings.
pub(crate) fn report(opened: &Opened, book: &Book, findings: &Findings, found: &mut [Diagnostic]) -> Result<(), Failure> {
    findings.deny.denied().apply(found);
    report::findings(findings.format, &book.book, &opened.sources, opened.as_of, found)
}

/// Reads a book and computes it, for a command whose result is what people came for: warnings are counted, not shown. `None` when errors, which are shown, forbid
/// a result; `what` names it. `ask` makes the result of the resolved playbook.
pub(crate) fn inspect<T>(book: &Book, what: &str, ask: impl Fn(&Playbook<'_>) -> T) -> Result<Option<(Run, T)>, Failure> {
    let mut opened = open(book)?;
    let (built, answer) = opened.ask(ask);
    Ok(inspected(book, opened, built, what)?.zip(answer))
}

/// Says what forbids a result, and counts the rest.
fn inspected(book: &Book, opened: Opened, built: Built, what: &str) -> Result<Option<Run>, Failure> {
    let errors = built.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    say_findings(&opened.sources, errors)?;
    if built.has_errors() {
        say(&format!("{RED}{}{RESET}: {what}\n", text::summary(&built.diagnostics)))?;
        return Ok(None);
    }
    if !built.diagnostics.is_empty() && !book.quiet {
        say(&format!("{DIM}{}; `rollbook check` shows what{RESET}\n\n", text::summary(&built.diagnostics)))?;
    }
    let Opened { sources, config, as_of, timings, .. } = opened;
    Ok(Some(Run { sources, config, as_of, built, timings }))
}

/// A run, and the file that it made if there is such a project.
pub(crate) type Packed = (Run, Option<Arc<[u8]>>);

/// The same, with a project's sheet as one file instead of an answer.
pub(crate) fn pack(book: &Book, project: &str) -> Result<Option<Packed>, Failure> {
    let mut opened = open(book)?;
    let as_of = opened.as_of;
    let mut packed = None;
    let built = opened.observed(|pipeline, sources, observe| {
        let (built, made) = pipeline.pack(sources, as_of, project, observe);
        packed = made;
        built
    });
    Ok(inspected(book, opened, built, "nothing was written")?.map(|run| (run, packed)))
}

/// Says findings with their excerpts.
pub(crate) fn say_findings<'d>(sources: &Sources, mut findings: impl Iterator<Item = &'d Diagnostic>) -> Result<(), Failure> {
    findings.try_for_each(|finding| say(&text::render(finding, &|path| sources.text(path))))
}

/// Prints a result for people to stdout.
pub(crate) fn print(result: &str) -> Result<(), Failure> {
    printed(anstream::stdout().lock().write_all(harmless(result).as_bytes()))
}

/// Prints JSON to stdout: the same values, and nothing that a terminal would obey.
pub(crate) fn print_json(json: &str) -> Result<(), Failure> {
    printed(std::io::stdout().lock().write_all(harmless_json(json).as_bytes()))
}

/// Prints a result for another program to stdout, byte for byte.
pub(crate) fn print_exactly(result: &str) -> Result<(), Failure> {
    printed(std::io::stdout().lock().write_all(result.as_bytes()))
}

/// Prints what is said about the work to stderr: findings, what was written, what comes next.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    printed(anstream::stderr().lock().write_all(harmless(text).as_bytes()))
}

/// A reader that has seen enough, such as `head`, is no failure.
pub(crate) fn printed(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Failed(format!("can't print: {error}"))),
        _ => Ok(()),
    }
}

/// The text of a file that an argument names, wherever it lies; an error is a sentence.
pub(crate) fn read_text(path: &std::path::Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("can't read {}: {error}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        format!("{} is not UTF-8 text: line {line} holds other bytes", path.display())
    })
}

/// How many cells a line of stdout has: the terminal's, else `COLUMNS`, else 100.
pub(crate) fn width() -> usize {
    let terminal = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    let told = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    terminal.or_else(told).filter(|columns| *columns > 0).unwrap_or(WIDTH).max(40)
}

/// The day for which everything derived holds: the one that was asked for, else `SOURCE_DATE_EPOCH` read in the book's time zone, else today there.
/// For whoever runs on, today becomes another day.
pub(crate) fn day(asked: Option<Date>) -> Result<impl Fn(&Config) -> Date, Failure> {
    let told = match (asked, std::env::var("SOURCE_DATE_EPOCH")) {
        (None, Ok(seconds)) => {
            let instant = seconds.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
            Some(instant.ok_or_else(|| Failure::Usage(format!("SOURCE_DATE_EPOCH is `{seconds}`, not a number of seconds since 1970")))?)
        }
        _ => None,
    };
    Ok(move |config: &Config| {
        let zone = || jiff::tz::TimeZone::get(&config.timezone.value).unwrap_or(jiff::tz::TimeZone::UTC);
        asked.unwrap_or_else(|| told.unwrap_or_else(jiff::Timestamp::now).to_zoned(zone()).date())
    })
}

/// The time of the day on this machine: "14:03:07".
#[cfg(feature = "serve")]
pub(crate) fn time_of_day() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S").to_string()
}

/// A line on stderr that appears when work takes long and a terminal watches.
pub(crate) fn progress(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length();
    bar.enable_steady_tick(PATIENCE);
    bar
}

/// How long each step took.
pub(crate) struct Timings {
    start: Instant,
    last: Instant,
    laps: Vec<(String, String, Duration)>,
}

impl Timings {
    fn new() -> Self {
        let now = Instant::now();
        Self { start: now, last: now, laps: Vec::new() }
    }

    /// Ends a step.
    pub(crate) fn lap(&mut self, name: &str, count: String) {
        let now = Instant::now();
        self.laps.push((name.to_owned(), count, now - self.last));
        self.last = now;
    }

    /// All the time so far.
    pub(crate) fn total(&self) -> Duration {
        self.last - self.start
    }

    /// Says a line per step.
    pub(crate) fn say(&self) -> Result<(), Failure> {
        for (name, count, time) in &self.laps {
            say(&format!("{DIM}{name:>10} {:>9} {RESET} {DIM}{count}{RESET}\n", milliseconds(*time)))?;
        }
        say(&format!("{DIM}{:>10} {:>9}{RESET}\n", "total", milliseconds(self.total())))
    }
}

/// "12.3 ms".
pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
