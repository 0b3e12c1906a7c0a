//! The arguments as typed. Not done here: what they mean on this machine on this day ([`crate::edge`]).

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use rollbook::calendar::{Date, parse_date};

/// rollbook compiles rollout playbooks, plain text in git, into a static site.
#[derive(Debug, Parser)]
#[command(
    name = "rollbook",
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  rollbook init handbook                  start a book from the default playbook
  rollbook build --book handbook          build it into handbook/site
  rollbook check                          report every finding, write nothing
  rollbook status atlas --as-of 2026-06-01"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a book: the default playbook of five stages, or an empty skeleton.
    #[command(after_help = "\
Examples:
  rollbook init handbook                  the five-stage AI rollout playbook, ready to build
  rollbook init --minimal .               a skeleton with one stage, in this folder

Nothing that exists is ever overwritten.")]
    Init(Init),
    /// Build the site.
    #[command(after_help = "\
Examples:
  rollbook build                          the book in this folder, into its site/ folder
  rollbook build -o public --as-of 2026-06-01
  rollbook build --base-url https://handbook.example.org/rollout

A build with an error writes nothing and leaves the last good site as it is.")]
    Build(Build),
    /// Run the same build and report every finding, without writing anything.
    #[command(after_help = "\
Examples:
  rollbook check
  rollbook check --book handbook --as-of 2026-06-01")]
    Check(Check),
    /// Print progress, musts and expected progress, per project and stage.
    #[command(after_help = "\
Examples:
  rollbook status                         all projects
  rollbook status atlas                   one project, stage by stage
  rollbook status --format json           the same values as the site's status.json")]
    Status(Status),
}

/// What most commands take.
#[derive(Debug, ClapArgs)]
pub(crate) struct Book {
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) book: PathBuf,
    /// The day for which everything derived holds [default: SOURCE_DATE_EPOCH, else today in the book's time zone]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,
    /// Say nothing but findings
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print how long each step took
    #[arg(long)]
    pub(crate) timings: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    /// Where; made if it does not exist
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// A skeleton with one stage instead of the default playbook
    #[arg(long)]
    pub(crate) minimal: bool,
    /// Say nothing
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) book: Book,
    /// The folder of the site [default: the book's `[build] output`, else site]
    #[arg(long, short, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Where the site will be found, instead of the book's `base_url`
    #[arg(long, value_name = "URL", value_parser = url)]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) book: Book,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Status {
    /// One project, by id
    #[arg(value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) book: Book,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For machines.
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "a day of the calendar is written YYYY-MM-DD".to_owned())
}

fn url(text: &str) -> Result<String, String> {
    let known = text.starts_with("https://") || text.starts_with("http://");
    if known { Ok(text.to_owned()) } else { Err("an address begins with https:// or http://".to_owned()) }
}
