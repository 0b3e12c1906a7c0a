//! The arguments that say how a site is put into its folder. Not done here: putting it there.

use clap::Args as ClapArgs;

/// How a site is put into its folder.
#[derive(Debug, ClapArgs)]
pub(crate) struct Publishing {
    /// Keep the output folder and replace its files one by one, for who holds that folder open; so does `[build] in_place`
    #[arg(long)]
    pub(crate) in_place: bool,
}

/// What is put there besides.
#[derive(Debug, ClapArgs)]
pub(crate) struct Copies {
    /// Put compressed copies (.br and .gz) beside the files, for hosts that serve them; so does `[build] precompress`
    #[arg(long)]
    pub(crate) precompress: bool,
}
