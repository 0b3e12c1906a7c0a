//! `rollbook man`: a page of the manual in roff, made of the same definitions as `--help`. Not done here: installing it.

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use rollbook::diagnostic::suggest;

use crate::args::{self, Args};
use crate::edge::{self, Failure};

pub(super) fn run(args: &args::Man) -> Result<bool, Failure> {
    let mut command = Args::command().disable_help_subcommand(true);
    // Gives every command its full name: `rollbook-new-stage`.
    command.build();
    let version = command.get_version().unwrap_or_default().to_owned();
    let page = find(&command, &args.command)?.clone();
    let roff = render(page, &version).map_err(|error| Failure::Failed(format!("can't make the page: {error}")))?;
    edge::print(&String::from_utf8_lossy(&roff))?;
    Ok(true)
}

/// The sections of a page. What stands below the options in `--help` begins with examples, whose lines are kept as they are.
fn render(command: Command, version: &str) -> std::io::Result<Vec<u8>> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let has_commands = command.has_subcommands();
    let man = Man::new(command).source(format!("rollbook {version}")).manual("rollbook manual");
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    man.render_options_section(&mut roff)?;
    if has_commands {
        man.render_subcommands_section(&mut roff)?;
    }
    let (examples, notes) = after.split_once("\n\n").unwrap_or((&after, ""));
    let lines = examples.lines().skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line));
    let mut section = Roff::new();
    section.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in lines {
        section.text([roman(line)]);
    }
    section.control("fi", []);
    if !notes.is_empty() {
        section.control("SH", ["NOTES"]).text([roman(notes.replace('\n', " "))]);
    }
    section.to_writer(&mut roff)?;
    Ok(roff)
}

/// The command of those words: `new`, `decision`.
fn find<'c>(command: &'c Command, words: &[String]) -> Result<&'c Command, Failure> {
    let Some((word, rest)) = words.split_first() else { return Ok(command) };
    match command.find_subcommand(word) {
        Some(command) => find(command, rest),
        None => {
            let help = suggest(word, command.get_subcommands().map(Command::get_name)).map(|help| format!("; {help}")).unwrap_or_default();
            Err(Failure::Usage(format!("there is no command `{word}`{help}")))
        }
    }
}
