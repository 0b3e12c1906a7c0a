//! One file per command: call the library, print, say whether all is well. Not done here: anything that a library's user would want too.

mod build;
mod calendar;
mod check;
mod completions;
mod decide;
mod editor;
mod explain;
mod finding;
mod import;
mod init;
mod man;
mod new;
mod pack;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod set;
mod status;
mod theme;
#[cfg(feature = "serve")]
mod watch;
mod waves;

use crate::args::{Args, Command};
use crate::edge::Failure;

/// Runs the command; `false` when findings forbid success.
pub(crate) fn run(args: &Args) -> Result<bool, Failure> {
    match &args.command {
        Command::Init(args) => init::run(args),
        Command::Build(args) => build::run(args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args),
        #[cfg(feature = "serve")]
        Command::Watch(args) => watch::run(args),
        Command::Check(args) => check::run(args),
        Command::Status(args) => status::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Waves(args) => waves::run(args),
        Command::Calendar(args) => calendar::run(args),
        Command::Pack(args) => pack::run(args),
        Command::Finding(args) => finding::run(args),
        Command::New(args) => new::run(args),
        Command::Decide(args) => decide::run(args),
        Command::Set(args) => set::set(args),
        Command::Tick(args) => set::tick(args),
        Command::Untick(args) => set::untick(args),
        Command::Import(args) => import::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Theme(args) => theme::run(args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}
