//! All projects, a row each, with the first reason below it. Not done here: one project in full ([`super::project`]).

use rollbook::calendar::Date;
use rollbook::page::status::{Points, ProjectStatus, Status};
use rollbook::playbook::words::count;

use super::gate_text;
use crate::lookup::stage_title;
use crate::terminal::bar::bar;
use crate::terminal::table::{Column, Table};
use crate::terminal::text::{NO_BREAK, cut, hanging};
use crate::terminal::{BOLD, DIM, RED, status_label, style, styled};

/// Below this width the bar is shorter and projects go by their ids alone.
const WIDE: usize = 100;

/// What an empty cell shows.
const NOTHING: &str = "–";

/// Every status of a project, the worst first.
const ORDER: [&str; 9] = ["killed", "blocked", "late", "at-risk", "on-track", "not-started", "complete", "scaled", "stopped"];

/// The table, and a line that counts.
pub(super) fn text(status: &Status, as_of: Date, attention: bool, width: usize) -> String {
    let mut out = String::new();
    if !status.projects.is_empty() {
        let wide = width >= WIDE;
        let mut table = Table::new(columns(wide));
        for project in &status.projects {
            table.row(cells(project, as_of, wide), reason(project, width));
        }
        out.push_str(&table.render(width));
        out.push('\n');
    }
    out.push_str(&hanging("", &summary(status, attention), width));
    out
}

fn columns(wide: bool) -> Vec<Column> {
    let mut columns = vec![Column::text("project", 8)];
    if wide {
        columns.push(Column::text("", 16).optional());
    }
    columns.extend([
        Column::fixed("progress"),
        Column::number(""),
        Column::number("musts"),
        Column::fixed("status"),
        Column::text("stage", 6).optional(),
        Column::fixed("next gate"),
    ]);
    columns
}

fn cells(project: &ProjectStatus, as_of: Date, wide: bool) -> Vec<String> {
    let none = || styled(DIM, NOTHING);
    let mut cells = vec![styled(BOLD, &project.id)];
    if wide {
        cells.push(project.title.clone());
    }
    let gate = gate_text(project, as_of);
    let overdue = super::gate_day(project).is_some_and(|day| day < as_of);
    cells.extend([
        bar(project.progress, None, if wide { 10 } else { 8 }),
        percent(project.progress).unwrap_or_else(none),
        if project.musts.total == 0 { none() } else { format!("{}/{}", project.musts.resolved, project.musts.total) },
        status_label(project.status, project.words),
        project.current_stage.as_deref().map_or_else(none, |stage| stage_title(project, stage).to_owned()),
        gate.map_or_else(none, |gate| if overdue { styled(RED, gate) } else { gate }),
    ]);
    cells
}

/// "44 %", rounded down: 100 % only when all is done.
fn percent(points: Points) -> Option<String> {
    points.percent.map(|percent| format!("{percent} %"))
}

/// The reason that decides, on a line of its own, cut where the terminal ends.
fn reason(project: &ProjectStatus, width: usize) -> String {
    let Some(reason) = project.reasons.first() else { return String::new() };
    let more = if project.reasons.len() > 1 { format!(" (+{})", project.reasons.len() - 1) } else { String::new() };
    let text = cut(&reason.text, width.saturating_sub(4 + more.len()));
    format!("  {} {}\n", styled(style(reason.status), "└"), styled(DIM, format_args!("{text}{more}")))
}

/// "as of 2026-06-01 · 8 projects: 1 blocked, 2 late".
fn summary(status: &Status, attention: bool) -> String {
    let projects = count(status.projects.len(), "project");
    let mut kinds: Vec<(&str, &str, usize)> = Vec::new();
    for project in &status.projects {
        match kinds.iter_mut().find(|(name, ..)| *name == project.status) {
            Some((.., n)) => *n += 1,
            None => kinds.push((project.status, project.words, 1)),
        }
    }
    kinds.sort_by_key(|(name, ..)| ORDER.iter().position(|known| known == name));
    let words = |(name, words, n): &(&str, &str, usize)| styled(style(name), format!("{n} {words}").replace(' ', &NO_BREAK.to_string()));
    let counts: Vec<String> = kinds.iter().map(words).collect();
    let what = match (attention, status.projects.is_empty()) {
        (true, true) => "no project needs attention".to_owned(),
        (true, false) => format!("{projects} to look at: {}", counts.join(", ")),
        (false, _) => format!("{projects}: {}", counts.join(", ")),
    };
    format!("{} {what}", styled(DIM, format_args!("as of {} ·", status.as_of)))
}

#[cfg(test)]
mod tests {
    use rollbook::playbook::status::Status as Level;

    use super::*;

    #[test]
    fn every_status_is_counted_in_the_order_of_the_library() {
        let known: Vec<&str> = Level::ALL.into_iter().map(Level::name).collect();
        assert_eq!(ORDER[..known.len()], known);
    }
}
