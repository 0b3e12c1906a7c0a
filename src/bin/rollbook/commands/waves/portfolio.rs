//! All projects, a row each: how far the rollout is, and what it needs first. Not done here: one project in full ([`super::project`]).

use rollbook::calendar::Date;
use rollbook::page::rollout::{ProjectRollout, Wave};
use rollbook::playbook::words::count;

use crate::terminal::table::{Column, Table};
use crate::terminal::text::cut;
use crate::terminal::{BOLD, DIM, status_label, styled, wave_state};

/// What an empty cell shows.
const NOTHING: &str = "–";

pub(super) fn text(projects: &[ProjectRollout], as_of: Date, width: usize) -> String {
    let mut table = Table::new(vec![
        Column::text("project", 8),
        Column::text("", 16).optional(),
        Column::number("reached"),
        Column::number("people"),
        Column::number("of").optional(),
        Column::fixed("wave"),
        Column::fixed("state"),
    ]);
    for project in projects {
        table.row(cells(project), need(project, width));
    }
    let begun = projects.iter().filter(|project| project.reached_percent.is_some()).count();
    let summary = format!("{}, {begun} of them in waves", count(projects.len(), "project"));
    format!("{}\n{} {summary}\n", table.render(width), styled(DIM, format_args!("as of {as_of} ·")))
}

/// The wave that the rollout is in: the first that is not promoted.
fn current(project: &ProjectRollout) -> Option<&Wave> {
    project.waves.iter().find(|wave| wave.state != "promoted")
}

fn cells(project: &ProjectRollout) -> Vec<String> {
    let none = || styled(DIM, NOTHING);
    let number = |number: Option<u64>| number.map_or_else(none, |number| number.to_string());
    let wave = current(project);
    vec![
        styled(BOLD, &project.id),
        project.title.clone(),
        project.reached_percent.map_or_else(none, |percent| format!("{percent} %")),
        number(project.reached_people),
        number(project.population),
        wave.map_or_else(none, |wave| format!("{}/{}", wave.stage, wave.id)),
        match project.status {
            ended @ ("killed" | "stopped") => status_label(ended, project.words),
            _ => wave_state(wave.map_or("promoted", |wave| wave.state)),
        },
    ]
}

/// What is needed first, on a line of its own, cut where the terminal ends.
fn need(project: &ProjectRollout, width: usize) -> String {
    let Some(wave) = current(project) else { return String::new() };
    let Some(first) = wave.needs.first() else { return String::new() };
    let more = if wave.needs.len() > 1 { format!(" (+{})", wave.needs.len() - 1) } else { String::new() };
    let text = cut(&first.text, width.saturating_sub(4 + more.len()));
    format!("  {}\n", styled(DIM, format_args!("└ {text}{more}")))
}
