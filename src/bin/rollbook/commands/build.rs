//! `rollbook build`: the site into a folder. Not done here: building and publishing, which the library does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rollbook::calendar::Date;
use rollbook::diagnostic::{Diagnostic, text};
use rollbook::path::OutputPath;
use rollbook::publish::{How, ProtectedFolders, Publication, PublishError, Published};

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
    let publication = Publication::begin(&output, &protected, how);
    let put = |path: &OutputPath, bytes: &[u8]| {
        if let Ok(publication) = &publication {
            publication.put(path, bytes);
        }
    };
    let (mut built, beyond) = opened.stream(book, args.base_url.as_deref(), cache::code(&args.caching).as_ref(), &put);
    edge::report(&opened, &args.book, &args.findings, &mut built)?;
    if built.has_errors() {
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&built.diagnostics)))?;
        return refused(publication.map(|_| false));
    }
    let published = refused(publication.and_then(Publication::finish))?;
    opened.timings.lap("publish", published.to_string());
    if !args.book.quiet {
        edge::say(&built_line(&output, opened.as_of, published, opened.timings.total(), &built.diagnostics))?;
        if beyond > 0 {
            edge::say(&beyond_line(beyond))?;
        }
    }
    if args.book.timings {
        opened.timings.say()?;
    }
    // To give back the memory of a large book piece by piece takes longer than to end.
    std::mem::forget((opened, built));
    Ok(true)
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
