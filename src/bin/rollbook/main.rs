//! The command line: parses arguments, runs one command, sets the exit code. Not done here: any work of a command.

mod args;
mod changed_file;
mod changes;
mod commands;
mod edge;
mod external;
mod line_diff;
mod lookup;
mod new_file;
mod report;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

/// 0 fine, 1 a finding of severity error or a failed build, 2 wrong usage.
fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("{}error{}: {failure}", terminal::RED, terminal::RESET);
            ExitCode::from(failure.exit_code())
        }
    }
}
