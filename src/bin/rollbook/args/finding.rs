//! The arguments of `finding`. Not done here: what is printed.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Args as ClapArgs, Command};
use rollbook::diagnostic::{self, Code};

use super::Format;

#[derive(Debug, ClapArgs)]
pub(crate) struct Finding {
    /// The code of a finding, as it is printed between the brackets [default: all, a line each]
    #[arg(value_name = "CODE", value_parser = Codes, hide_possible_values = true)]
    pub(crate) code: Option<Code>,
    /// text for people, json for machines
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true)]
    pub(crate) format: Format,
}

/// Takes a code by name. Shells complete it from the list; an unknown one gets a suggestion instead of all of them.
#[derive(Clone)]
struct Codes;

impl TypedValueParser for Codes {
    type Value = Code;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Code, clap::Error> {
        TypedValueParser::parse_ref(&code, command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Code::ALL.iter().map(|code| PossibleValue::new(code.name()))))
    }
}

fn code(name: &str) -> Result<Code, String> {
    let names = Code::ALL.iter().map(|code| code.name());
    let help = || diagnostic::suggest(name, names).unwrap_or_else(|| "`rollbook finding` lists all of them".to_owned());
    Code::from_name(name).ok_or_else(help)
}
