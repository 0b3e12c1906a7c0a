//! `--external` on this machine: what time it is, the progress that a terminal shows. Not done here: asking, which is the
//! library's.
#![cfg_attr(feature = "external", expect(clippy::disallowed_methods, reason = "this is the edge that reads the clock"))]

use crate::edge::{Failure, Opened};
#[cfg(feature = "external")]
use crate::{cache, edge};

/// Asks the addresses outside the book. What is wrong with them joins what is known of the sources, so that the next build judges all findings
/// alike. Returns what was done, in a line.
#[cfg(feature = "external")]
pub(crate) fn ask(opened: &mut Opened, quiet: bool) -> Result<String, Failure> {
    use rollbook::external::{Settings, check};

    let links = opened.values().external;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let settings = Settings::new(&opened.config.links, now, cache::folder());
    let progress = edge::progress(quiet);
    progress.set_message("asking other hosts");
    let report = check(&links, &settings, &mut |done, all| progress.set_message(format!("asking other hosts: {done} of {all}")));
    progress.finish_and_clear();
    if let Some(fault) = &report.cache_fault {
        edge::say(&format!("answers can't be kept for the next time: {fault}\n"))?;
    }
    opened.timings.lap("ask", format!("{} addresses", report.checked));
    let summary = report.summary();
    opened.sources.diagnostics.extend(report.diagnostics);
    Ok(summary)
}

/// Says that this program was built without the part that asks.
#[cfg(not(feature = "external"))]
pub(crate) fn ask(_: &mut Opened, _: bool) -> Result<String, Failure> {
    Err(Failure::Usage("this rollbook can't ask other hosts: it was built without the feature `external`".to_owned()))
}
