//! `rollbook check`: every finding, nothing written. Not done here: finding them; it is the same pipeline that builds.

use rollbook::diagnostic::text;

use crate::args::Check;
use crate::edge::{self, Failure};
use crate::external;
use crate::terminal::{GREEN, RED, RESET};

pub(super) fn run(args: &Check) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let asked = if args.external { Some(external::ask(&mut opened, args.book.quiet)?) } else { None };
    let mut built = opened.check();
    edge::report(&opened, &args.book, &args.findings, &mut built.diagnostics)?;
    if let Some(asked) = asked.filter(|_| !args.book.quiet) {
        edge::say(&format!("{asked}\n"))?;
    }
    let summary = text::summary(&built.diagnostics);
    if built.has_errors() {
        edge::say(&format!("{RED}{summary}{RESET}\n"))?;
    } else if !args.book.quiet {
        let time = edge::milliseconds(opened.timings.total());
        edge::say(&format!("{GREEN}checked{RESET} {} files as of {}, in {time}: {summary}\n", opened.sources.content.len(), opened.as_of))?;
    }
    if args.book.timings {
        opened.timings.say()?;
    }
    Ok(!built.has_errors())
}
