//! The argument on the cache of highlighted code. Not done here: where it is.

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub(crate) struct Caching {
    /// Highlight all code anew, and keep none of it for the next time
    #[arg(long)]
    pub(crate) no_cache: bool,
}
