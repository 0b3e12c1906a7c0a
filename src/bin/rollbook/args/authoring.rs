//! The arguments of the commands that write an author's files: `new` and `decide`. Not done here: what is written.

use clap::{Args as ClapArgs, Subcommand};
use rollbook::calendar::Date;

use super::text::{line, prose};
use super::{Book, Text, date};

/// The outcomes of gates and of waves; which fits which is the library's to say.
const OUTCOMES: [&str; 6] = ["go", "conditional-go", "hold", "kill", "continue", "rollback"];

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    #[command(subcommand)]
    pub(crate) kind: NewKind,
}

/// What is new.
#[derive(Debug, Subcommand)]
pub(crate) enum NewKind {
    /// A stage, after all the others.
    #[command(after_help = "\
Examples:
  rollbook new stage \"Security review\"    content/stages/06-security-review.md")]
    Stage(NewFile),
    /// A cause that kills projects between two stages.
    #[command(after_help = "\
Examples:
  rollbook new cause \"No test data\"       content/causes/no-test-data.md")]
    Cause(NewFile),
    /// A practice that prevents causes.
    #[command(after_help = "\
Examples:
  rollbook new practice \"Weekly demo\"     content/practices/weekly-demo.md")]
    Practice(NewFile),
    /// A project: one run through the stages.
    #[command(after_help = "\
Examples:
  rollbook new project beacon --title \"Beacon: invoice matching\"")]
    Project(NewFile),
    /// A decision to fill in; `rollbook decide` writes a finished one.
    #[command(after_help = "\
Examples:
  rollbook new decision \"Go after the pilot\"
  rollbook new decision \"Hold\" --project atlas --subject wave:scale/w10 --outcome hold

Without --outcome the file is a draft: it decides nothing until its line `draft: true` is taken out.")]
    Decision(NewDecision),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewFile {
    /// Its name; the file's name and the id are made of it
    #[arg(value_name = "NAME", value_parser = line)]
    pub(crate) name: String,
    /// Its title [default: NAME]
    #[arg(long, value_name = "TITLE", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) book: Book,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewDecision {
    #[command(flatten)]
    pub(crate) file: NewFile,
    /// The project [default: the only one that is open]
    #[arg(long, value_name = "PROJECT")]
    pub(crate) project: Option<String>,
    /// gate:STAGE or wave:STAGE/ID [default: the project's next gate]
    #[arg(long, value_name = "SUBJECT")]
    pub(crate) subject: Option<String>,
    /// What was decided [default: go, in a draft]
    #[arg(long, value_name = "OUTCOME", value_parser = OUTCOMES)]
    pub(crate) outcome: Option<String>,
    /// Who decides, by role; once for each [default: the gate's deciders]
    #[arg(long, value_name = "ROLE", value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) by: Vec<String>,
    /// The day of the decision [default: as --as-of]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: Option<Date>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Decide {
    /// The project, by id
    #[arg(value_name = "PROJECT")]
    pub(crate) project: String,
    /// gate:STAGE or wave:STAGE/ID
    #[arg(value_name = "SUBJECT")]
    pub(crate) subject: String,
    /// For a gate go, conditional-go, hold or kill; for a wave continue, hold or rollback
    #[arg(value_name = "OUTCOME", value_parser = OUTCOMES, hide_possible_values = true)]
    pub(crate) outcome: String,
    /// Who decided, by role; once for each
    #[arg(long, value_name = "ROLE", required = true, value_parser = Text(line), allow_hyphen_values = true)]
    pub(crate) by: Vec<String>,
    /// Why, in Markdown
    #[arg(long, value_name = "TEXT", value_parser = Text(prose), allow_hyphen_values = true)]
    pub(crate) because: String,
    /// What has to happen for it to hold; once for each
    #[arg(long, value_name = "TEXT", value_parser = Text(prose), allow_hyphen_values = true)]
    pub(crate) condition: Vec<String>,
    /// The day of the decision [default: as --as-of]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) book: Book,
}
