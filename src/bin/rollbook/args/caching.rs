//! The argument on what is kept between runs. Not done here: where it is.

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub(crate) struct Caching {
    /// Make everything anew, and keep nothing for the next time
    #[arg(long)]
    pub(crate) no_cache: bool,
}
