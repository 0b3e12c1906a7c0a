//! How `check`, `build` and `watch` take findings: what is denied, and how it is printed. Not done here: printing.

use clap::{Args as ClapArgs, ValueEnum};
use rollbook::diagnostic;

#[derive(Debug, ClapArgs)]
pub(crate) struct Findings {
    #[command(flatten)]
    pub(crate) deny: Deny,
    /// text for people; json, sarif, github (annotations) or gitlab (code quality report) to stdout
    #[arg(long, value_enum, default_value_t = FindingFormat::Text, hide_possible_values = true)]
    pub(crate) format: FindingFormat,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Deny {
    /// Make errors of warnings: `warnings` of all but those that come by the day alone, `time` of these
    #[arg(long, value_name = "WHAT", value_enum, value_delimiter = ',', hide_possible_values = true)]
    deny: Vec<Denied>,
}

impl Deny {
    /// What is denied, for the library.
    pub(crate) fn denied(&self) -> diagnostic::Deny {
        diagnostic::Deny { warnings: self.deny.contains(&Denied::Warnings), time: self.deny.contains(&Denied::Time) }
    }
}

/// Warnings that are to be errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Denied {
    /// All but those that come by the day alone
    Warnings,
    /// Those that come by the day alone
    Time,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    /// Annotated source, on stderr
    Text,
    /// One document with a schema
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Workflow commands, which become annotations
    Github,
    /// A code quality report
    Gitlab,
}
