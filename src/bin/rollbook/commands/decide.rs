//! `rollbook decide`: records a decision as a new file and prints what it changes. Not done here: judging the decision; the build does, before
//! anything is written.

use rollbook::document::slug::slug;
use rollbook::page::status::ProjectStatus;

use super::decision_file::{Decision, next_path, subject_slug, title};
use crate::args::Decide;
use crate::changes::changes;
use crate::edge::{self, Failure, Opened};
use crate::lookup;
use crate::new_file::{self, NewFile};

pub(super) fn run(args: &Decide) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    let project = lookup::project(&before.status, &args.project)?;
    let file = file(args, &opened, project);
    let after = new_file::build_after(&mut opened, &file)?;
    let path = new_file::write(&args.book.book, &file)?;
    edge::say_findings(&opened.sources, new_file::new_findings(&before, &after).into_iter())?;
    let mut out = format!("{}\n", path.display());
    if !args.book.quiet {
        out.push_str(&changes(&before.status, &after.status, &args.project, edge::width()));
    }
    edge::print(&out)?;
    if args.book.timings {
        opened.timings.say()?;
    }
    Ok(true)
}

fn file(args: &Decide, opened: &Opened, project: &ProjectStatus) -> NewFile {
    let name = format!("{}-{}-{}", slug(&args.project), subject_slug(&args.subject), args.outcome);
    let decision = Decision {
        title: &title(project, &args.subject, &args.outcome),
        project: &args.project,
        subject: &args.subject,
        outcome: &args.outcome,
        date: args.date.unwrap_or(opened.as_of),
        by: &args.by,
        conditions: &args.condition,
        because: &args.because,
    };
    NewFile { path: next_path(&opened.sources, &opened.config, &name), text: decision.text() }
}
