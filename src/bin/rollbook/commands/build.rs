//! `rollbook build`: the site into a folder. Not done here: building and publishing, which the library does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rollbook::cache::{Last, Outputs};
use rollbook::calendar::Date;
use rollbook::diagnostic::{Diagnostic, Severity, text};
use rollbook::path::OutputPath;
use rollbook::pipeline::{Pipeline, Sink};
use rollbook::publish::{How, Ledger, ProtectedFolders, Publication, PublishError, Published};
use rollbook::render::Fingerprint;

use crate::args::Build;
use crate::cache;
use crate::edge::{self, Failure};
use crate::terminal::{DIM, GREEN, RED, RESET};

pub(super) fn run(args: &Build) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let (book, config) = (&args.book.book, &opened.config);
    let output = args.output.clone().unwrap_or_else(|| book.join(&config.output));
    let (content, theme) = (book.join(&config.content), book.join("themes"));
    let protected = ProtectedFolders { book, content: &content, theme: &theme };
    let how = How { in_place: args.publishing.in_place || config.in_place, precompress: args.copies.precompress || config.precompress };
    let outputs = cache::outputs(&args.caching);
    let (publication, known) = match Publication::begin(&output, &protected, how) {
        Ok(publication) => {
            let (publication, known) = remember(publication, outputs.as_ref());
            (Ok(publication), known)
        }
        Err(error) => (Err(error), None),
    };
    let beyond = opened.look_back(book);
    let base_url = args.base_url.as_deref();
    let name = Pipeline::name(&opened.sources, opened.as_of, base_url);
    let known = known.filter(|known| known.name == name && publication.as_ref().is_ok_and(Publication::has_all));
    let is_same = known.is_some();
    let findings = match known {
        Some(known) => {
            opened.timings.lap("compare", "nothing has changed since the last build".to_owned());
            known.findings
        }
        None => {
            let destination = Destination(publication.as_ref().ok());
            opened.stream(book, base_url, cache::code(&args.caching).as_ref(), &destination).diagnostics
        }
    };
    let mut shown = findings.clone();
    edge::report(&opened, &args.book, &args.findings, &mut shown)?;
    if shown.iter().any(|finding| finding.severity == Severity::Error) {
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&shown)))?;
        return refused(publication.map(|_| false));
    }
    let publication = refused(publication)?;
    let place = publication.output().to_owned();
    let (published, ledger) = refused(publication.finish_and_tell())?;
    opened.timings.lap("publish", published.to_string());
    if let Some(outputs) = outputs.filter(|_| !is_same)
        && let Err(error) = outputs.keep(&place, &Last { name, findings, ledger })
    {
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

/// What the last site in an output was made of, and what was found then.
struct Known {
    name: Fingerprint,
    findings: Vec<Diagnostic>,
}

/// Gives a publication what is known of its output, if that is kept.
fn remember(publication: Publication, outputs: Option<&Outputs>) -> (Publication, Option<Known>) {
    match outputs.map(|outputs| outputs.last(publication.output())) {
        Some(Some(Last { name, findings, ledger })) => (publication.with(ledger), Some(Known { name, findings })),
        Some(None) => (publication.with(Ledger::default()), None),
        None => (publication, None),
    }
}

/// Where the site goes, if it may go there: if not, it is built for the sake of its findings.
struct Destination<'p>(Option<&'p Publication>);

impl Sink for Destination<'_> {
    fn has(&self, output: &OutputPath, name: &Fingerprint) -> bool {
        self.0.is_some_and(|publication| publication.has(output, name))
    }

    fn page(&self, output: &OutputPath, name: &Fingerprint, bytes: &[u8]) {
        if let Some(publication) = self.0 {
            publication.put_made(output, name, bytes);
        }
    }

    fn file(&self, output: &OutputPath, bytes: &[u8]) {
        if let Some(publication) = self.0 {
            publication.put(output, bytes);
        }
    }
}

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
