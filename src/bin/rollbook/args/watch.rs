//! The arguments of `watch`. Not done here: watching.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args as ClapArgs;

use super::findings::Deny;
use super::publishing::Publishing;
use super::{Book, Caching, url};

#[derive(Debug, ClapArgs)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) book: Book,
    #[command(flatten)]
    pub(crate) deny: Deny,
    /// The folder of the site [default: the book's `[build] output`, else site]
    #[arg(long, short, value_name = "OUT", value_hint = clap::ValueHint::DirPath)]
    pub(crate) output: Option<PathBuf>,
    /// Where the site will be found, instead of the book's `base_url`
    #[arg(long, value_name = "URL", value_parser = url)]
    pub(crate) base_url: Option<String>,
    #[command(flatten)]
    pub(crate) caching: Caching,
    #[command(flatten)]
    pub(crate) publishing: Publishing,
    #[command(flatten)]
    pub(crate) poll: Poll,
}

/// How changes are noticed.
#[derive(Debug, ClapArgs)]
pub(crate) struct Poll {
    /// Look every so many seconds, 1 if no number is given, instead of waiting for file events
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "1", value_parser = seconds)]
    pub(crate) poll: Option<Duration>,
}

/// Less than a tenth would be work without a pause, and more than an hour is no watching.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.1..=3600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "the seconds are a number from 0.1 to 3600".to_owned())
}
