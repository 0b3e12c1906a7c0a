//! `rollbook decide`: records a decision as a new file and prints what it changes. Not done here: the file, which is the library's
//! [`rollbook::authoring`]; judging the decision, which the build does before anything is written.

use rollbook::authoring::{Ask, Decision, new_findings, plan};

use crate::args::Decide;
use crate::changes::changes;
use crate::edge::{self, Failure};
use crate::new_file;

pub(super) fn run(args: &Decide) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    let decision = Decision {
        project: args.project.clone(),
        subject: args.subject.clone(),
        outcome: args.outcome.clone(),
        date: args.date,
        by: args.by.clone(),
        conditions: args.condition.clone(),
        because: args.because.clone(),
    };
    let planned = plan(&opened.book(&before), &Ask::Decide(decision))?;
    let after = new_file::build_after(&mut opened, &planned.path, &planned.after)?;
    planned.write(&args.book.book)?;
    edge::say_findings(&opened.sources, new_findings(&before.diagnostics, &after.diagnostics).into_iter())?;
    let mut out = format!("{}\n", new_file::shown(&args.book.book, &planned.path).display());
    if !args.book.quiet {
        out.push_str(&changes(&before.status, &after.status, &args.project, edge::width()));
    }
    edge::print(&out)?;
    if args.book.timings {
        opened.timings.say()?;
    }
    Ok(true)
}
