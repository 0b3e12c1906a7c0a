//! `rollbook set`, `tick` and `untick`: an item's state, changed in the file where it stands. Not done here: finding, changing and writing it,
//! which are the library's [`rollbook::authoring`]; judging it, which the build does before anything is written.

use rollbook::authoring::{Ask, ItemName, new_findings, plan};
use rollbook::document::front::StateWord;
use rollbook::edit::Change;

use crate::args::{Item, Set, Tick};
use crate::changes::changes;
use crate::edge::{self, Failure};
use crate::line_diff;
use crate::new_file;
use crate::terminal::{DIM, styled};

pub(super) fn set(args: &Set) -> Result<bool, Failure> {
    let keys = &args.keys;
    let change = Change {
        state: StateWord::ALL.into_iter().find(|word| keys.state.as_deref() == Some(word.word())),
        date: keys.date,
        by: keys.by.clone(),
        reason: keys.reason.clone(),
        until: keys.until,
        owner: keys.owner.clone(),
        due: keys.due.clone(),
        note: keys.note.clone(),
        answer: keys.answer.clone(),
        evidence: keys.evidence.clone(),
        clear: Vec::new(),
    };
    if change == Change::default() {
        return Err(Failure::Usage("nothing to set: give --state, or another key of a state; see `rollbook set --help`".to_owned()));
    }
    run(&args.item, "says that already", |item| Ask::Set(item, change.clone()))
}

pub(super) fn tick(args: &Tick) -> Result<bool, Failure> {
    run(&args.item, "is done already", Ask::Tick)
}

pub(super) fn untick(args: &Tick) -> Result<bool, Failure> {
    run(&args.item, "is not ticked", Ask::Untick)
}

/// Edits the file of an item; `unchanged` is what is said of an item for which nothing has to change.
fn run(args: &Item, unchanged: &str, ask: impl Fn(ItemName) -> Ask) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    let ask = ask(ItemName { project: args.project.clone(), item: args.item.clone() });
    let planned = plan(&opened.book(&before), &ask)?;
    if planned.is_nothing() {
        if !args.book.quiet {
            edge::print(&format!("{}: {} {unchanged}; nothing was written\n", planned.path, planned.subject))?;
        }
        return Ok(true);
    }
    let after = new_file::build_after(&mut opened, &planned.path, &planned.after)?;
    if !args.dry_run {
        planned.write(&args.book.book)?;
    }
    edge::say_findings(&opened.sources, new_findings(&before.diagnostics, &after.diagnostics).into_iter())?;
    let shown = new_file::shown(&args.book.book, &planned.path);
    let mut out = line_diff::text(&shown, planned.before.as_deref().unwrap_or_default(), &planned.after, args.book.quiet);
    if !args.book.quiet {
        out.extend(planned.dropped.iter().map(|dropped| format!("{} {dropped}\n", styled(DIM, "gone with the old state:"))));
        out.push_str(&changes(&before.status, &after.status, &planned.project, edge::width()));
    }
    if args.dry_run {
        out.push_str("\nnothing was written: this was a dry run\n");
    }
    edge::print(&out)?;
    if args.book.timings {
        opened.timings.say()?;
    }
    Ok(true)
}
