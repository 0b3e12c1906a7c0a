//! Free text as the value of an option. It may begin with `-`, as a list in Markdown and a number below zero do. Not done here: other values.

use std::ffi::OsStr;

use clap::builder::TypedValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
pub(super) use rollbook::authoring::text::{line, prose};

/// Takes text by one of the functions below. With `allow_hyphen_values` clap would take the next option for the text of one whose own was
/// forgotten: this refuses it.
#[derive(Clone)]
pub(super) struct Text(pub(super) fn(&str) -> Result<String, String>);

impl TypedValueParser for Text {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        if !is_option(command, value) {
            return self.0.parse_ref(command, arg, value);
        }
        let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
        error.insert(ContextKind::InvalidArg, ContextValue::String(arg.map(ToString::to_string).unwrap_or_default()));
        error.insert(ContextKind::InvalidValue, ContextValue::String(String::new()));
        Err(error)
    }
}

/// True for `--by`, `--by=…` and `-q` where the command has them, and for `--`, which ends all options.
fn is_option(command: &Command, value: &OsStr) -> bool {
    let Some(name) = value.to_str().and_then(|value| value.strip_prefix('-')) else { return false };
    let long = |name: &str| command.get_arguments().any(|arg| arg.get_long() == Some(name));
    let short = |name: char| command.get_arguments().any(|arg| arg.get_short() == Some(name));
    match name.strip_prefix('-') {
        Some(name) => name.is_empty() || long(name.split('=').next().unwrap_or_default()),
        None => name.parse().is_ok_and(short),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;
    use crate::args::Args;

    fn options(command: &Command) -> Vec<(String, Arg)> {
        let own = command.get_opts().map(|option| (command.get_name().to_owned(), option.clone()));
        own.chain(command.get_subcommands().flat_map(options)).collect()
    }

    fn message(arguments: &str) -> Option<String> {
        Args::try_parse_from(arguments.split(' ')).err().map(|error| error.to_string().lines().next().unwrap_or_default().to_owned())
    }

    #[test]
    fn every_option_for_text_takes_one_that_begins_with_a_hyphen() {
        let is_text = |option: &Arg| {
            let names = option.get_value_names().unwrap_or_default();
            names.iter().any(|name| ["TEXT", "ROLE", "TITLE", "LINK", "DUE"].contains(&name.as_str()))
        };
        let all: Vec<_> = options(&Args::command()).into_iter().filter(|(_, option)| is_text(option)).collect();
        assert!(all.len() > 12, "the options were not found");
        let bare: Vec<_> = all.iter().filter(|(_, option)| !option.is_allow_hyphen_values_set()).collect();
        assert!(bare.is_empty(), "{bare:?}");
    }

    #[test]
    fn the_next_option_is_not_taken_for_a_text_that_was_forgotten() {
        for forgotten in ["--dry-run", "--by=A", "-q", "-h", "--"] {
            let expected = Some("error: a value is required for '--note <TEXT>' but none was supplied".to_owned());
            assert_eq!(message(&format!("rollbook set a/b --note {forgotten}")), expected, "{forgotten}");
        }
        for text in ["-5", "-", "--dry-ran", "---", "-qq", "-é"] {
            assert_eq!(message(&format!("rollbook set a/b --note {text}")), None, "{text}");
        }
        assert!(message("rollbook decide p gate:a go --because --by A").is_some());
    }
}
