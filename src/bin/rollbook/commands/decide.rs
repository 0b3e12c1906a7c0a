//! `rollbook decide`: records a decision as a new file and prints what it changes. Not done here: judging the decision; the build does, before
//! anything is written.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rollbook::document::slug::slug;
use rollbook::page::status::{ProjectStatus, ReasonStatus, Status};

use super::decision_file::{Decision, next_path, subject_slug, title};
use crate::args::Decide;
use crate::edge::{self, Failure, Opened};
use crate::lookup;
use crate::new_file::{self, NewFile};
use crate::terminal::text::hanging;
use crate::terminal::{BOLD, DIM, sign, status_label, style, styled};

pub(super) fn run(args: &Decide) -> Result<bool, Failure> {
    let mut opened = edge::open(&args.book)?;
    let Some(before) = new_file::build_before(&mut opened) else { return Ok(false) };
    let project = lookup::project(&before.status, &args.project)?;
    let file = file(args, &opened, project);
    let after = new_file::build_after(&mut opened, &file)?;
    let path = new_file::write(&args.book.book, &file)?;
    edge::print_findings(&opened.sources, new_file::new_findings(&before, &after).into_iter());
    let mut out = format!("{}\n", path.display());
    if !args.book.quiet {
        out.push_str(&changes(&before.status, &after.status, &args.project, edge::width()));
    }
    edge::print(&out)?;
    if args.book.timings {
        opened.timings.print();
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

/// What is different in the project: its status, its stages and waves, where it stands, its reasons.
fn changes(before: &Status, after: &Status, id: &str, width: usize) -> String {
    let find = |status: &Status| status.projects.iter().find(|project| project.id == id).cloned();
    let (Some(before), Some(after)) = (find(before), find(after)) else { return String::new() };
    let change = |was: String, is: String| if was == is { format!("{is}, as before") } else { format!("{was} → {is}") };
    let label = |project: &ProjectStatus| status_label(project.status, project.words);
    let mut out = format!("\n{}  {}\n", styled(BOLD, &after.title), change(label(&before), label(&after)));
    for (was, is) in before.stages.iter().zip(&after.stages).filter(|(was, is)| was.status != is.status) {
        let _ = writeln!(out, "  {}  {}", is.title, change(status_label(was.status, was.words), status_label(is.status, is.words)));
    }
    for (was, is) in before.waves.iter().zip(&after.waves).filter(|(was, is)| was.state != is.state) {
        let _ = writeln!(out, "  {}/{}  {} → {}", is.stage, is.id, was.state, is.state);
    }
    if before.current_stage != after.current_stage {
        let stage =
            |project: &ProjectStatus| project.current_stage.as_deref().map_or("none", |id| lookup::stage_title(project, id)).to_owned();
        let _ = writeln!(out, "  current stage  {} → {}", stage(&before), stage(&after));
    }
    if before.next_gate != after.next_gate {
        let _ = writeln!(out, "  next gate  {} → {}", gate(&before), gate(&after));
    }
    out.push_str(&reasons("cleared", &before, &after, width));
    out.push_str(&reasons("new", &after, &before, width));
    out
}

/// "Pilot on 2026-07-10".
fn gate(project: &ProjectStatus) -> String {
    let Some(gate) = &project.next_gate else { return "none".to_owned() };
    let title = lookup::stage_title(project, &gate.stage);
    gate.date.as_ref().map_or_else(|| format!("{title}, unscheduled"), |date| format!("{title} on {date}"))
}

/// The reasons that one has and the other has not.
fn reasons(what: &str, of: &ProjectStatus, without: &ProjectStatus, width: usize) -> String {
    let known: BTreeSet<(&str, &str)> = without.reasons.iter().map(key).collect();
    let line = |reason: &ReasonStatus| {
        let sign = styled(style(reason.status), sign(reason.status));
        hanging(&format!("  {} {sign} ", styled(DIM, format_args!("{what:<7}"))), &reason.text, width)
    };
    of.reasons.iter().filter(|reason| !known.contains(&key(reason))).map(line).collect()
}

fn key(reason: &ReasonStatus) -> (&str, &str) {
    (reason.rule, &reason.text)
}
