//! What is said of each build of a book that is being worked on: the findings that are new, and a line. Not done here: building.

use std::path::Path;
use std::time::Duration;

use rollbook::diagnostic::{Code, Diagnostic, Severity, text};
use rollbook::live::{Outbox, Update};
use rollbook::path::SourcePath;
use rollbook::watch::{self, Watch};

use crate::args::Book;
use crate::edge::{self, Failure};
use crate::terminal::{AMBER, DIM, GREEN, RED, RESET};

/// Watches a book, and says so where that needs polling.
pub(crate) fn watch(book: &Path, poll: Option<Duration>, outbox: &Outbox) -> Result<Watch, Failure> {
    // Where not even this can be said, what is built can't be said either, and that ends the command.
    let notice = |why: &str| drop(edge::say(&format!("{AMBER}note{RESET}: {why}\n")));
    watch::start(book, poll, outbox, notice).map_err(|error| Failure::Failed(format!("can't watch the folder {}: {error}", book.display())))
}

/// Says it, and remembers what has been said.
#[derive(Default)]
pub(crate) struct LiveReport {
    is_quiet: bool,
    with_timings: bool,
    errors: Vec<Known>,
    warnings: Vec<Known>,
}

/// What makes two findings one to a reader. Where it is in its file moves with every line that is written above it.
type Known = (Code, SourcePath, String);

impl LiveReport {
    /// For a command with these options.
    pub(crate) fn new(book: &Book) -> Self {
        Self { is_quiet: book.quiet, with_timings: book.timings, ..Self::default() }
    }

    /// Says what is wrong: all errors if they are others than last time, and each warning that was not there then.
    pub(crate) fn findings(&mut self, update: &Update) -> Result<(), Failure> {
        let of = |severity| update.built.diagnostics.iter().filter(move |finding| finding.severity == severity);
        let errors: Vec<Known> = of(Severity::Error).map(known).collect();
        let are_said = errors == self.errors;
        let warnings: Vec<Known> = of(Severity::Warning).map(known).collect();
        let to_say = |finding: &&Diagnostic| match finding.severity {
            Severity::Error => !are_said,
            Severity::Warning => !self.warnings.contains(&known(finding)),
        };
        edge::say_findings(&update.sources, update.built.diagnostics.iter().filter(to_say))?;
        if errors.is_empty() {
            self.warnings = warnings;
        } else {
            // Those that only an error hides are not new when it is mended.
            self.warnings.extend(warnings);
        }
        self.errors = errors;
        Ok(())
    }

    /// Says in a line what a good build came to: `result`, such as "3 files written", and what it took with all that was done to it since.
    pub(crate) fn good(&self, update: &Update, result: &str, took: Duration) -> Result<(), Failure> {
        if self.is_quiet {
            return Ok(());
        }
        let findings = &update.built.diagnostics;
        let findings = if findings.is_empty() { String::new() } else { format!(", {}", text::summary(findings)) };
        self.line(update, &format!("{GREEN}{result}{RESET} in {}{findings}", edge::milliseconds(took)))
    }

    /// Says in a line that a build has errors, and what that means: `result`, such as "nothing was written".
    pub(crate) fn bad(&self, update: &Update, result: &str) -> Result<(), Failure> {
        self.line(update, &format!("{RED}{}{RESET}: {result}", text::summary(&update.built.diagnostics)))
    }

    /// Says how long each step took, if that was asked for.
    pub(crate) fn timings(&self, update: &Update) -> Result<(), Failure> {
        if !self.with_timings {
            return Ok(());
        }
        let line = |name: &str, time, count: &str| format!("{DIM}{name:>10} {:>9} {RESET} {DIM}{count}{RESET}\n", edge::milliseconds(time));
        edge::say(&update.laps.iter().map(|lap| line(lap.name, lap.took, &lap.count)).collect::<String>())
    }

    fn line(&self, update: &Update, result: &str) -> Result<(), Failure> {
        edge::say(&format!("{DIM}{}{RESET} {}: {result}\n", edge::time_of_day(), cause(update)))
    }
}

/// What a build was for: the file, or how many; without one, the day.
fn cause(update: &Update) -> String {
    match update.changed.as_slice() {
        [] => format!("as of {}", update.as_of),
        [path] => path.to_string(),
        paths => format!("{} files", paths.len()),
    }
}

fn known(finding: &Diagnostic) -> Known {
    (finding.code, finding.place.path.clone(), finding.message.clone())
}
