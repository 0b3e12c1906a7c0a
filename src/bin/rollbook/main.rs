//! The command line: parses arguments, runs one command, sets the exit code. Not done here: any work of a command.

mod args;
mod cache;
mod changes;
mod commands;
mod destination;
mod edge;
mod external;
#[cfg(feature = "serve")]
mod interrupted;
mod line_diff;
#[cfg(feature = "serve")]
mod live_report;
mod lookup;
mod new_file;
mod report;
mod terminal;
#[cfg(feature = "serve")]
mod voice;

use std::process::ExitCode;

use clap::Parser;

/// 0 fine, 1 a finding of severity error or a failed build, 2 wrong usage.
fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(message) => return said(&message),
    };
    match commands::run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            // Where not even this can be said, the exit code says that something is wrong.
            let _ = edge::say(&format!("{}error{}: {failure}\n", terminal::RED, terminal::RESET));
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Prints help or what is wrong with the arguments.
fn said(message: &clap::Error) -> ExitCode {
    let printed = edge::printed(message.print());
    match (message.use_stderr(), printed) {
        (true, _) => ExitCode::from(2),
        (false, Ok(())) => ExitCode::SUCCESS,
        (false, Err(failure)) => ExitCode::from(failure.exit_code()),
    }
}
