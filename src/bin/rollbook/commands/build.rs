//! `rollbook build`: the site into a folder. Not done here: building and publishing, which the library does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rollbook::calendar::Date;
use rollbook::diagnostic::{Diagnostic, Severity, text};
use rollbook::memo::both;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Pipeline, Sink};
use rollbook::publish::{How, ProtectedFolders, Publication, PublishError, Published};

use crate::args::Build;
use crate::cache;
use crate::destination::Destination;
use crate::edge::{self, Failure};
use crate::terminal::{DIM, GREEN, RED, RESET};

pub(super) fn run(args: &Build) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let (book, config) = (&args.book.book, &opened.config);
    let output = args.output.clone().unwrap_or_else(|| book.join(&config.output));
    let (content, theme) = (book.join(&config.content), book.join("themes"));
    let protected = ProtectedFolders { book, content: &content, theme: &theme };
    let how = How { in_place: args.publishing.in_place || config.in_place, precompress: args.copies.precompress || config.precompress };
    let base_url = args.base_url.as_deref();
    let destination = || {
        let publication = Publication::begin(&output, &protected, how)?;
        Ok(Destination::new(publication, cache::outputs(&args.caching)))
    };
    let name = || {
        let beyond = opened.look_back(book);
        (Pipeline::name(&opened.sources, opened.as_of, base_url), beyond)
    };
    let (mut destination, (name, beyond)) = both(destination, name);
    let last = destination.as_mut().ok().and_then(|destination| destination.take_last(name));
    let findings = match last {
        Some(findings) => {
            opened.timings.lap("compare", "nothing has changed since the last build".to_owned());
            findings
        }
        None => {
            let code = cache::code(&args.caching);
            // Where the site may not go, it is built for the sake of its findings.
            let sink: &dyn Sink = destination.as_ref().map_or(&nowhere, |destination| destination);
            let mut built = opened.stream(book, base_url, code.as_ref(), sink);
            let findings = std::mem::take(&mut built.diagnostics);
            // As with what is opened, below.
            std::mem::forget(built);
            findings
        }
    };
    let mut shown = findings.clone();
    edge::report(&opened, &args.book, &args.findings, &mut shown)?;
    if shown.iter().any(|finding| finding.severity == Severity::Error) {
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&shown)))?;
        // What can't be kept is made again, and that is all.
        let _ = refused(destination)?.give_up();
        return Ok(false);
    }
    let (published, kept) = refused(destination.and_then(|destination| destination.publish(name, findings)))?;
    opened.timings.lap("publish", published.to_string());
    if let Err(error) = kept {
        opened.timings.lap("keep", format!("what was made can't be kept: {error}"));
    }
    if !args.book.quiet {
        edge::say(&built_line(&output, opened.as_of, published, opened.timings.total(), &shown))?;
        if beyond > 0 {
            edge::say(&beyond_line(beyond))?;
        }
    }
    if args.book.timings {
        opened.timings.say()?;
    }
    // To give back the memory of a large book piece by piece takes longer than to end.
    std::mem::forget(opened);
    Ok(true)
}

fn nowhere(_: &OutputPath, _: &[u8]) {}

fn refused<T>(outcome: Result<T, PublishError>) -> Result<T, Failure> {
    outcome.map_err(|error| Failure::Failed(error.to_string()))
}

/// What was built, in a line.
pub(super) fn built_line(output: &Path, as_of: Date, published: Published, took: Duration, diagnostics: &[Diagnostic]) -> String {
    let findings = if diagnostics.is_empty() { String::new() } else { format!(", {}", text::summary(diagnostics)) };
    format!(
        "{GREEN}built{RESET} {} as of {as_of}: {} files, {} written, {} removed, in {}{findings}\n",
        shown(output).display(),
        published.written + published.unchanged,
        published.written,
        published.removed,
        edge::milliseconds(took),
    )
}

/// Why pages lack the day of their last change.
fn beyond_line(files: usize) -> String {
    let which = if files == 1 { "1 file was".to_owned() } else { format!("{files} files were") };
    format!("{DIM}this clone is shallow: when {which} last changed is not known; `git fetch --unshallow` brings the rest{RESET}\n")
}

/// `site` instead of `./site`.
fn shown(output: &Path) -> PathBuf {
    output.strip_prefix(".").unwrap_or(output).to_owned()
}
