//! `rollbook build`: the site into a folder. Not done here: building and publishing, which the library does.

use std::path::{Path, PathBuf};

use rollbook::diagnostic::text;
use rollbook::publish::{ProtectedFolders, check_output, publish};

use crate::args::Build;
use crate::edge::{self, Failure, Purpose};
use crate::terminal::{GREEN, RED, RESET};

pub(super) fn run(args: &Build) -> Result<bool, Failure> {
    let mut run = edge::run(&args.book, Purpose::Build(args.base_url.as_deref()), &args.findings)?;
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
        let findings =
            if run.built.diagnostics.is_empty() { String::new() } else { format!(", {}", text::summary(&run.built.diagnostics)) };
        edge::say(&format!(
            "{GREEN}built{RESET} {} as of {}: {} files, {} written, {} removed, in {}{findings}\n",
            shown(&output).display(),
            run.as_of,
            published.written + published.unchanged,
            published.written,
            published.removed,
            edge::milliseconds(run.timings.total()),
        ))?;
    }
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
}

/// `site` instead of `./site`.
fn shown(output: &Path) -> PathBuf {
    output.strip_prefix(".").unwrap_or(output).to_owned()
}
