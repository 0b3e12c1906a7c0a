//! The explanation for people. Not done here: that for machines ([`super::json`]).

use std::fmt::Write as _;

use rollbook::locale::Locale;
use rollbook::page::status::{ProjectStatus, ReasonStatus};
use rollbook::page::{expected_text, musts_text, progress_text};
use rollbook::playbook::checklist;

use super::{Explained, Place};
use crate::edge::Run;
use crate::terminal::days::window;
use crate::terminal::text::hanging;
use crate::terminal::{BOLD, DIM, PROSE, sign, status_label, style, styled};

pub(super) fn text(run: &Run, project: &ProjectStatus, explained: &[Explained<'_>], whole: bool, width: usize) -> String {
    let width = width.min(PROSE);
    let mut out = String::new();
    if whole {
        let _ = writeln!(out, "{} {}", styled(BOLD, &project.title), styled(DIM, format_args!("({})", project.id)));
        out.push_str(&hanging("", &verdict(project), width));
        out.push('\n');
    }
    let words = Locale::english();
    for stage in explained {
        write_stage(&mut out, &words, stage, width);
        out.push('\n');
    }
    let _ = writeln!(out, "{}", styled(DIM, format_args!("as of {}", run.as_of)));
    out
}

/// "■ blocked: the worst status of the stages it is in, here Production ready".
fn verdict(project: &ProjectStatus) -> String {
    let label = status_label(project.status, project.words);
    let deciding: Vec<&str> =
        project.stages.iter().filter(|stage| stage.status == project.status).map(|stage| stage.title.as_str()).collect();
    match project.status {
        "scaled" | "stopped" => format!("{label}: closed, so nothing in it asks for action"),
        "complete" => format!("{label}: every stage is complete"),
        "not-started" => format!("{label}: no stage has begun"),
        _ => format!("{label}: the worst status of its open stages, that of {}", deciding.join(" and ")),
    }
}

fn write_stage(out: &mut String, words: &Locale, explained: &Explained<'_>, width: usize) {
    let stage = explained.stage;
    let when = window(stage.start.as_deref(), stage.end.as_deref());
    let _ = writeln!(
        out,
        "{}  {}  {}",
        styled(BOLD, &stage.title),
        status_label(stage.status, stage.words),
        styled(DIM, format_args!("{when}"))
    );
    let points = stage.progress;
    let mut numbers = vec![
        progress_text(words, checklist::Progress { done: points.done, claimed: points.claimed, counted: points.counted }),
        musts_text(words, checklist::Musts { resolved: stage.musts.resolved, total: stage.musts.total }),
    ];
    numbers.extend(stage.expected.map(|expected| expected_text(words, (expected.elapsed, expected.total))));
    out.push_str(&hanging("  ", &numbers.join(", "), width));
    if let Some(why) = &explained.why {
        out.push_str(&hanging("  ", why, width));
    }
    for (reason, place) in &explained.reasons {
        out.push('\n');
        write_reason(out, reason, place.as_ref(), width);
    }
}

fn write_reason(out: &mut String, reason: &ReasonStatus, place: Option<&Place>, width: usize) {
    let sign = styled(style(reason.status), sign(reason.status));
    let item = reason.item.as_ref().map(|item| format!("  {}", styled(DIM, item))).unwrap_or_default();
    let _ = writeln!(out, "  {sign} {}{item}", reason.rule);
    out.push_str(&hanging("    ", &reason.text, width));
    if !reason.numbers.is_empty() {
        let numbers: Vec<String> = reason.numbers.iter().map(|(name, number)| format!("{} {number}", name.replace('_', " "))).collect();
        out.push_str(&hanging(&label("numbers"), &numbers.join(", "), width));
    }
    if reason.rule != "complete" {
        out.push_str(&hanging(&label("to clear"), &reason.clear, width));
    }
    if let Some(place) = place {
        let _ = writeln!(out, "{}{place}", label("written"));
    }
}

fn label(words: &str) -> String {
    format!("    {}", styled(DIM, format_args!("{words:<10}")))
}
