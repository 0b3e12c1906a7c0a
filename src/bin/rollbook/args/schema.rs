//! The arguments of `schema`. Not done here: making schemas, which the library does.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap::builder::PossibleValuesParser;
use rollbook::diagnostic;
use rollbook::document::schema::SCHEMAS;
use rollbook::page::status;

/// What rollbook itself writes for programs: its name, which output it is, its schema.
pub(crate) const OUTPUTS: [(&str, &str, &str); 2] = [
    ("status", "status.json, and status --format json", status::JSON_SCHEMA),
    ("findings", "check --format json, and build --format json", diagnostic::json::JSON_SCHEMA),
];

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(SCHEMAS.iter().map(|schema| schema.name).chain(OUTPUTS.map(|(name, ..)| name)))
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    /// The kind of file, or of output; without it all kinds are listed
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub(crate) kind: Option<String>,
    /// Write all schemas into the book's .rollbook/schema/, over those of an earlier version
    #[arg(long, conflicts_with = "kind")]
    pub(crate) write: bool,
    /// The folder with book.toml, for --write
    #[arg(long, value_name = "DIR", default_value = ".", requires = "write", conflicts_with = "kind", value_hint = clap::ValueHint::DirPath)]
    pub(crate) book: PathBuf,
    /// Say nothing of what was written
    #[arg(long, short, requires = "write", conflicts_with = "kind")]
    pub(crate) quiet: bool,
}
