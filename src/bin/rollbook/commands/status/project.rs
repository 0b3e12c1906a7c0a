//! One project: stages with their reasons, exposures, waves. Not done here: how to clear a reason ([`crate::commands`]' `explain`).

use std::fmt::Write as _;

use rollbook::calendar::{Date, parse_date};
use rollbook::document::Kind;
use rollbook::document::front::{Closed, Front};
use rollbook::locale::Locale;
use rollbook::page::status::{ExposureStatus, Guardrail, ProjectStatus, ReasonStatus, StageStatus, Wave};
use rollbook::page::{musts_text, progress_text};
use rollbook::playbook::checklist;
use rollbook::playbook::words::count;

use super::gate_text;
use crate::edge::Run;
use crate::lookup::{documents, stage_title};
use crate::terminal::bar::bar;
use crate::terminal::days::{day, day_away};
use crate::terminal::table::{Column, Table};
use crate::terminal::text::hanging;
use crate::terminal::{AMBER, BOLD, DIM, PROSE, sign, status_label, style, styled, verdict, wave_state};

pub(super) fn text(run: &Run, project: &ProjectStatus, width: usize, quiet: bool) -> String {
    let mut out = head(run, project, width);
    out.push_str(&stages(project, width));
    if !project.exposures.is_empty() {
        let _ = write!(out, "\n{}", exposures(&project.exposures, width));
    }
    out.push_str(&waves(project, run.as_of, width));
    let hint = if quiet || project.reasons.is_empty() {
        String::new()
    } else {
        format!(" · `rollbook explain {}` says what would clear each reason", project.id)
    };
    let _ = writeln!(out, "\n{}", styled(DIM, format_args!("as of {}{hint}", run.as_of)));
    out
}

/// Title, id, and the project in a sentence.
fn head(run: &Run, project: &ProjectStatus, width: usize) -> String {
    let points = project.progress;
    let words = Locale::english();
    let progress = progress_text(&words, checklist::Progress { done: points.done, claimed: points.claimed, counted: points.counted });
    let musts = musts_text(&words, checklist::Musts { resolved: project.musts.resolved, total: project.musts.total });
    let mut facts = format!("{} · {progress} · {musts}", status_label(project.status, project.words));
    if let (Some(gate), Some(text)) = (&project.next_gate, gate_text(project, run.as_of)) {
        let _ = write!(facts, " · next gate {}: {text}", stage_title(project, &gate.stage));
    }
    let mut out = format!(
        "{} {}\n{}",
        styled(BOLD, &project.title),
        styled(DIM, format_args!("({})", project.id)),
        hanging("", &facts, width.min(PROSE))
    );
    if let Some(closed) = closed(run, project) {
        let because = closed.reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        out.push_str(&hanging("", &format!("closed on {}, {}{because}", closed.date.value, closed.outcome), width.min(PROSE)));
    }
    out.push('\n');
    out
}

/// How the project ended, as its file says it.
fn closed(run: &Run, project: &ProjectStatus) -> Option<Closed> {
    if !["scaled", "stopped"].contains(&project.status) {
        return None;
    }
    let file = documents(&run.sources, &run.config, Kind::Project).into_iter().find(|document| document.id == project.id);
    match file.map(|document| document.front) {
        Some(Front::Project(front)) => front.closed,
        _ => run.config.project.closed.clone(),
    }
}

fn stages(project: &ProjectStatus, width: usize) -> String {
    let cells = if width >= 100 { 20 } else { 10 };
    let mut table = Table::new(vec![
        Column::fixed(""),
        Column::text("stage", 8),
        Column::fixed("progress"),
        Column::number(""),
        Column::number(""),
        Column::number("musts"),
        Column::number("expected"),
        Column::fixed("status"),
    ]);
    for stage in &project.stages {
        let current = project.current_stage.as_deref() == Some(stage.id.as_str());
        table.row(stage_cells(stage, current, cells), reasons(stage, width));
    }
    table.render(width)
}

fn stage_cells(stage: &StageStatus, current: bool, cells: u64) -> Vec<String> {
    let none = || styled(DIM, "–");
    let pair = |part: u64, of: u64| if of == 0 { none() } else { format!("{part}/{of}") };
    let expected = stage.expected.filter(|expected| expected.total > 0);
    vec![
        (if current { "›" } else { " " }).to_owned(),
        if current { styled(BOLD, &stage.title) } else { stage.title.clone() },
        bar(stage.progress, stage.expected, cells),
        pair(stage.progress.done, stage.progress.counted),
        stage.progress.percent.map_or_else(none, |percent| format!("{percent} %")),
        pair(stage.musts.resolved, stage.musts.total),
        expected.map_or_else(none, |expected| format!("{} %", 100 * expected.elapsed / expected.total)),
        status_label(stage.status, stage.words),
    ]
}

/// Every reason of a stage below it, with the sign of the status it leads to.
fn reasons(stage: &StageStatus, width: usize) -> String {
    let line = |reason: &ReasonStatus| {
        let sign = styled(style(reason.status), sign(reason.status));
        let text = if reason.rule == "complete" { styled(DIM, &reason.text) } else { reason.text.clone() };
        hanging(&format!("     {sign} "), &text, width.min(PROSE))
    };
    stage.reasons.iter().map(line).collect()
}

/// Causes, the worst first, each with its open guards behind it.
fn exposures(exposures: &[ExposureStatus], width: usize) -> String {
    let mut table =
        Table::new(vec![Column::fixed("exposed to"), Column::fixed("level"), Column::number("score"), Column::fixed("open guards")]);
    for exposure in exposures {
        let level = match exposure.level {
            "critical" => styled(AMBER, "▲ critical"),
            "exposed" => "△ exposed".to_owned(),
            level => styled(DIM, format_args!("· {level}")),
        };
        table.row(vec![exposure.cause.clone(), level, format!("{:.2}", exposure.score), String::new()], String::new());
    }
    let rendered = table.render(width);
    let mut lines = rendered.lines();
    let mut out = format!("{}\n", lines.next().unwrap_or_default());
    for (line, exposure) in lines.zip(exposures) {
        out.push_str(&hanging(&format!("{line}  "), &exposure.open.join(", "), width));
    }
    out
}

/// The waves of each stage that has some; of a project that is over those that took place.
fn waves(project: &ProjectStatus, as_of: Date, width: usize) -> String {
    let over = ["scaled", "stopped", "killed"].contains(&project.status);
    let mut out = String::new();
    for stage in &project.stages {
        let shown: Vec<&Wave> = project.waves.iter().filter(|wave| wave.stage == stage.id && (!over || wave.started.is_some())).collect();
        if shown.is_empty() {
            continue;
        }
        let mut table = Table::new(vec![Column::fixed("waves"), Column::number("share"), Column::fixed("state"), Column::fixed("when")]);
        for wave in shown {
            let cells =
                vec![format!("{}/{}", wave.stage, wave.id), format!("{} %", wave.percent), wave_state(wave.state), dates(wave, as_of)];
            table.row(cells, guardrails(wave, width));
        }
        let _ = write!(out, "\n{}", table.render(width));
    }
    out
}

/// "since 4 May", or when it is to start, with the plan where that differs.
fn dates(wave: &Wave, as_of: Date) -> String {
    let date = |text: &Option<String>| text.as_deref().and_then(parse_date);
    match (date(&wave.started), date(&wave.forecast), date(&wave.planned)) {
        (Some(started), ..) => format!("since {}", day(started, as_of)),
        (None, Some(forecast), Some(planned)) if forecast != planned => {
            format!("from {} (planned {})", day_away(forecast, as_of), day(planned, as_of))
        }
        (None, Some(forecast), _) => format!("from {}", day_away(forecast, as_of)),
        (None, None, _) => "unscheduled".to_owned(),
    }
}

/// What each guardrail of a started wave says.
fn guardrails(wave: &Wave, width: usize) -> String {
    if wave.started.is_none() {
        return String::new();
    }
    wave.guardrails.iter().map(|guardrail| hanging("  ", &guardrail_text(guardrail), width.min(PROSE))).collect()
}

/// "✓ error-rate 2.1: pass, 6 measurements".
fn guardrail_text(guardrail: &Guardrail) -> String {
    let value = guardrail.value.map(|value| format!(" {value}")).unwrap_or_default();
    format!("{} {}{value}, {}", verdict(guardrail.verdict), guardrail.id, count(guardrail.samples, "measurement"))
}
