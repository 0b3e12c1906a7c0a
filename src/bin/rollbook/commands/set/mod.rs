//! `rollbook set`, `tick` and `untick`: an item's state, changed in the file where it stands. Not done here: how it is written there, which is the
//! library's [`rollbook::edit`]; judging it, which the build does before anything is written.

mod place;

use rollbook::calendar::Date;
use rollbook::document::front::StateWord;
use rollbook::edit::{self, Change, Edited, Refusal, Target};
use rollbook::path::SourcePath;

use crate::args::{Item, Set, Tick};
use crate::changed_file;
use crate::changes::changes;
use crate::edge::{self, Failure};
use crate::line_diff;
use crate::new_file::{self, NewFile};
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
    };
    if change == Change::default() {
        return Err(Failure::Usage("nothing to set: give --state, or another key of a state; see `rollbook set --help`".to_owned()));
    }
    run(&args.item, "says that already", |path, text, target, as_of| edit::set(path, text, target, &change, as_of))
}

pub(super) fn tick(args: &Tick) -> Result<bool, Failure> {
    run(&args.item, "is done already", edit::tick)
}

pub(super) fn untick(args: &Tick) -> Result<bool, Failure> {
    run(&args.item, "is not ticked", |path, text, target, _| edit::untick(path, text, target))
}

/// Edits the file of an item; `unchanged` is what is said of an item for which nothing has to change.
fn run(args: &Item, unchanged: &str, edit: impl Fn(&SourcePath, &str, &Target, Date) -> Result<Edited, Refusal>) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened)? else { return Ok(false) };
    let place = place::find(&opened, args.project.as_deref(), &args.item)?;
    let old = opened.sources.text(&place.path).unwrap_or_default().to_owned();
    let edited = edit(&place.path, &old, &place.target, opened.as_of).map_err(|refusal| refused(&place.path, &old, &refusal))?;
    if edited.text == old {
        if !args.book.quiet {
            edge::print(&format!("{}: {} {unchanged}; nothing was written\n", place.path, place.item))?;
        }
        return Ok(true);
    }
    let file = NewFile { path: place.path, text: edited.text };
    let after = new_file::build_after(&mut opened, &file)?;
    if !args.dry_run {
        changed_file::replace(&args.book.book, &file, &old)?;
    }
    edge::say_findings(&opened.sources, new_file::new_findings(&before, &after).into_iter())?;
    let shown = new_file::shown(&args.book.book, &file);
    let mut out = line_diff::text(&shown, &old, &file.text, args.book.quiet);
    if !args.book.quiet {
        out.extend(edited.dropped.iter().map(|dropped| format!("{} {dropped}\n", styled(DIM, "gone with the old state:"))));
        out.push_str(&changes(&before.status, &after.status, &place.project, edge::width()));
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

fn refused(path: &SourcePath, text: &str, refusal: &Refusal) -> Failure {
    let Some(at) = refusal.at else { return Failure::Usage(format!("{}; nothing was written", refusal.message)) };
    let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    Failure::Failed(format!("{path}:{line}: {}; nothing was written", refusal.message))
}
