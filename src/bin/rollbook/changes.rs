//! What a change of the files means for a project, before and after: for every command that writes an author's file. Not done here: lines of
//! files ([`crate::line_diff`]).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rollbook::page::status::{ProjectStatus, ReasonStatus, Status};

use crate::lookup;
use crate::terminal::text::hanging;
use crate::terminal::{BOLD, DIM, sign, status_label, style, styled};

/// What is different in the project: its status, its stages and waves, where it stands, its reasons.
pub(crate) fn changes(before: &Status, after: &Status, id: &str, width: usize) -> String {
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
