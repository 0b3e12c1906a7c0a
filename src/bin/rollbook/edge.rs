//! What arguments mean here and now: the clock, the environment, the terminal. Not done here: parsing arguments, building.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the clock and the environment for the core")]

use std::fmt;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Reset, Style};
use indicatif::ProgressBar;
use rollbook::calendar::Date;
use rollbook::config::Config;
use rollbook::diagnostic::text;
use rollbook::pipeline::{Built, Pipeline, Step};
use rollbook::source::{Sources, read};

use crate::args::Book;

/// For errors.
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
/// For what went well.
pub(crate) const GREEN: Style = AnsiColor::Green.on_default().bold();
/// For what may be overlooked.
pub(crate) const DIM: Style = Style::new().dimmed();
/// For headings.
pub(crate) const BOLD: Style = Style::new().bold();
/// Ends any of them.
pub(crate) const RESET: Reset = Reset;

/// Work this short is over before a progress line could be read.
const PATIENCE: Duration = Duration::from_millis(400);

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

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Failed(message) => f.write_str(message),
        }
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

/// Reads and builds the book, and prints its findings to stderr.
pub(crate) fn run(book: &Book, base_url: Option<&str>) -> Result<Run, Failure> {
    let mut timings = Timings::new();
    let progress = progress(book.quiet);
    progress.set_message("reading");
    let sources = read::read(&book.book);
    timings.lap("read", format!("{} files", sources.content.len()));
    // Its faults are the build's to report.
    let config = Config::parse(sources.config.as_deref().unwrap_or_default(), &mut Vec::new());
    let as_of = match book.as_of {
        Some(date) => date,
        None => today(&config)?,
    };
    progress.set_message("building");
    let mut observe = |step: Step| {
        let (name, count) = step.words();
        progress.set_message(format!("{name}: {count}"));
        timings.lap(name, count);
    };
    let built = Pipeline::default().build(&sources, as_of, base_url, &mut observe);
    progress.finish_and_clear();
    for diagnostic in &built.diagnostics {
        anstream::eprint!("{}", text::render(diagnostic, &|path| sources.text(path)));
    }
    Ok(Run { sources, config, as_of, built, timings })
}

/// `SOURCE_DATE_EPOCH` read in the book's time zone, else today there.
fn today(config: &Config) -> Result<Date, Failure> {
    let zone = jiff::tz::TimeZone::get(&config.timezone.value).unwrap_or(jiff::tz::TimeZone::UTC);
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let instant = seconds.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
            let instant =
                instant.ok_or_else(|| Failure::Usage(format!("SOURCE_DATE_EPOCH is `{seconds}`, not a number of seconds since 1970")))?;
            Ok(instant.to_zoned(zone).date())
        }
        Err(_) => Ok(jiff::Timestamp::now().to_zoned(zone).date()),
    }
}

/// A line on stderr that appears when work takes long and a terminal watches.
fn progress(quiet: bool) -> ProgressBar {
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

    /// A line per step, to stderr.
    pub(crate) fn print(&self) {
        for (name, count, time) in &self.laps {
            anstream::eprintln!("{DIM}{name:>10} {:>9} {RESET} {DIM}{count}{RESET}", milliseconds(*time));
        }
        anstream::eprintln!("{DIM}{:>10} {:>9}{RESET}", "total", milliseconds(self.total()));
    }
}

/// "12.3 ms".
pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
