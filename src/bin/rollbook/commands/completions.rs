//! `rollbook completions`: what a shell needs to complete commands and options. Not done here: the definitions, which are those of the arguments.

use clap::CommandFactory as _;

use crate::args::{Args, Completions};
use crate::edge::{self, Failure};

pub(super) fn run(args: &Completions) -> Result<bool, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "rollbook", &mut script);
    edge::print(&String::from_utf8_lossy(&script))?;
    Ok(true)
}
