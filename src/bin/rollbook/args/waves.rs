//! The arguments of `waves`. Not done here: finding the project.

use clap::Args as ClapArgs;

use super::{Book, Format};

#[derive(Debug, ClapArgs)]
pub(crate) struct Waves {
    /// A project, by id; without one all projects, a line each, or the one project of a book that has one
    #[arg(value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) book: Book,
}
