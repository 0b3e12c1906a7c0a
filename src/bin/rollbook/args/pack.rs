//! The arguments of `pack`. Not done here: finding the project, writing the file.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::Book;

#[derive(Debug, ClapArgs)]
pub(crate) struct Pack {
    /// The project, by id
    #[arg(value_name = "PROJECT")]
    pub(crate) project: String,
    /// The file [default: PROJECT-DATE.html in the current folder]
    #[arg(long, short, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// Write over a file that is not an earlier pack of the same project
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) book: Book,
}
