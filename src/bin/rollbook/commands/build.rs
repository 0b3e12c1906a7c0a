//! `rollbook build`: the site into a folder. Not done here: building and publishing, which the library does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rollbook::calendar::Date;
use rollbook::diagnostic::{Diagnostic, text};
use rollbook::publish::{ProtectedFolders, Published, check_output, publish};

use crate::args::Build;
use crate::cache;
use crate::edge::{self, Failure, Purpose};
use crate::terminal::{DIM, GREEN, RED, RESET};

pub(super) fn run(args: &Build) -> Result<bool, Failure> {
    let cache = cache::code(&args.caching);
    let mut run = edge::run(&args.book, Purpose::Build(args.base_url.as_deref(), cache), &args.findings)?;
    let book = &args.book.book;
    let output = args.output.clone().unwrap_or_else(|| book.join(&run.config.output));
    let (content, theme) = (book.join(&run.config.content), book.join("themes"));
    let protected = ProtectedFolders { book, content: &content, theme: &theme };
    let refused = |error: rollbook::publish::PublishError| Failure::Failed(error.to_string());
    if run.built.has_errors() {
        edge::say(&format!("{RED}{}{RESET}: nothing was written\n", text::summary(&run.built.diagnostics)))?;
        check_output(&output, &protected).map_err(refused)?;
        return Ok(false);
    }
    let published = publish(&run.built.site, &output, &protected).map_err(refused)?;
    run.timings.lap("publish", format!("{} written, {} unchanged, {} removed", published.written, published.unchanged, published.removed));
    if !args.book.quiet {
        edge::say(&built_line(&output, run.as_of, published, run.timings.total(), &run.built.diagnostics))?;
        if run.beyond > 0 {
            edge::say(&beyond_line(run.beyond))?;
        }
    }
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
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
