//! The arguments of the commands that change an item's state in an author's file: `set`, `tick` and `untick`. Not done here: how it is written.

use clap::Args as ClapArgs;
use rollbook::calendar::{Date, Due};
use rollbook::document::fields::STATES;

use super::text::line;
use super::{Book, Text, date};

/// Which item, and what all three take.
#[derive(Debug, ClapArgs)]
pub(crate) struct Item {
    /// The project, by id [default: the only one]
    #[arg(value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// The item, by the ids of its stage and its own
    #[arg(value_name = "STAGE/ITEM", required = true)]
    pub(crate) item: String,
    /// Print what would change, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) book: Book,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Tick {
    #[command(flatten)]
    pub(crate) item: Item,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Set {
    #[command(flatten)]
    pub(crate) keys: Keys,
    #[command(flatten)]
    pub(crate) item: Item,
}

/// The keys of a state.
#[derive(Debug, ClapArgs)]
pub(crate) struct Keys {
    /// todo, doing, done, blocked, na or waived
    #[arg(long, value_name = "STATE", value_parser = clap::builder::PossibleValuesParser::new(STATES.iter().copied()), hide_possible_values = true)]
    pub(crate) state: Option<String>,
    /// The day of the state; for an item without one: done on it
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: Option<Date>,
    /// Who, by role; a waiver needs it, and an item to do has none
    #[arg(long, value_name = "ROLE", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) by: Option<String>,
    /// A link that shows that it is done, added to those that are there; once for each
    #[arg(long, value_name = "LINK", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) evidence: Vec<String>,
    /// Why; blocked, na and waived need it, and no other state has it
    #[arg(long, value_name = "TEXT", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) reason: Option<String>,
    /// The last day of a waiver, which needs it; no other state has it
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) until: Option<Date>,
    /// A date, or days before or after the window's start or end: end-3d
    #[arg(long, value_name = "DUE", value_parser = Text(due), allow_hyphen_values = true)]
    pub(crate) due: Option<String>,
    /// Who sees to it, by role
    #[arg(long, value_name = "ROLE", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) owner: Option<String>,
    /// A remark
    #[arg(long, value_name = "TEXT", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) note: Option<String>,
    /// The answer to an item that asks a question
    #[arg(long, value_name = "TEXT", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) answer: Option<String>,
}

fn due(text: &str) -> Result<String, String> {
    Due::parse(text).map(|_| text.to_owned()).map_err(|error| format!("{}; {}", error.message, error.help))
}
