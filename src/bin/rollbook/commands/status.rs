//! `rollbook status`: the computed values for people and machines, the same as in `status.json`. Not done here: computing them.

use std::fmt::Write as _;

use rollbook::diagnostic::{suggest, text};
use rollbook::page::status::{Expected, Points, ProjectStatus, StageStatus};
use rollbook::page::{expected_text, musts_text, progress_text};
use rollbook::playbook::checklist;

use crate::args::{Format, Status};
use crate::edge::{self, BOLD, DIM, Failure, GREEN, RED, RESET};

/// Cells of a bar.
const WIDTH: u64 = 20;

pub(super) fn run(args: &Status) -> Result<bool, Failure> {
    let run = edge::run(&args.book, None)?;
    if run.built.has_errors() {
        anstream::eprintln!("{RED}{}{RESET}: a status can't be computed", text::summary(&run.built.diagnostics));
        return Ok(false);
    }
    let mut status = run.built.status;
    if let Some(id) = &args.project {
        let known: Vec<String> = status.projects.iter().map(|project| project.id.clone()).collect();
        status.projects.retain(|project| project.id == *id);
        if status.projects.is_empty() {
            let help = suggest(id, known.iter().map(String::as_str)).map(|help| format!("; {help}")).unwrap_or_default();
            return Err(Failure::Usage(format!("there is no project `{id}`{help}")));
        }
    }
    match args.format {
        Format::Json => anstream::print!("{}", status.to_json()),
        Format::Text => {
            let mut out = String::new();
            for project in &status.projects {
                write_project(&mut out, project);
            }
            let _ = writeln!(out, "{DIM}as of {}{RESET}", status.as_of);
            anstream::print!("{out}");
        }
    }
    if args.book.timings {
        run.timings.print();
    }
    Ok(true)
}

fn write_project(out: &mut String, project: &ProjectStatus) {
    let width = project.stages.iter().map(|stage| stage.title.chars().count()).max().unwrap_or(0).max("all stages".len());
    let _ = writeln!(out, "{BOLD}{}{RESET} {DIM}{}{RESET}", project.title, project.id);
    for stage in &project.stages {
        write_stage(out, stage, width, project.current_stage.as_deref() == Some(stage.id.as_str()));
    }
    let musts = musts_text(checklist::Musts { resolved: project.musts.resolved, total: project.musts.total });
    let _ = writeln!(out, "  {:<width$}  {}  {}, {musts}\n", "all stages", bar(project.progress, None), points_text(project.progress));
}

fn write_stage(out: &mut String, stage: &StageStatus, width: usize, current: bool) {
    let mark = if current { '›' } else { ' ' };
    let musts = musts_text(checklist::Musts { resolved: stage.musts.resolved, total: stage.musts.total });
    let points = points_text(stage.progress);
    let _ = write!(out, "{mark} {:<width$}  {}  {points}, {musts}", stage.title, bar(stage.progress, stage.expected));
    if let Some(expected) = stage.expected {
        let _ = write!(out, "{DIM}, {}{RESET}", expected_text((expected.elapsed, expected.total)));
    }
    out.push('\n');
}

fn points_text(points: Points) -> String {
    progress_text(checklist::Progress { done: points.done, claimed: points.claimed, counted: points.counted })
}

/// `█` done, `▒` claimed, `·` open, `┊` where the plan expects to be. Cells are rounded down: a full bar is all done.
fn bar(points: Points, expected: Option<Expected>) -> String {
    let cells = |part: u64, of: u64| (WIDTH * part).checked_div(of).unwrap_or(0);
    let (done, claimed) = (cells(points.done, points.counted), cells(points.done + points.claimed, points.counted));
    let mark = expected
        .filter(|expected| expected.elapsed > 0 && points.counted > 0)
        .map(|expected| cells(expected.elapsed, expected.total).min(WIDTH - 1));
    let mut bar = format!("{GREEN}");
    for cell in 0..WIDTH {
        match cell {
            cell if cell < done => bar.push('█'),
            cell if Some(cell) == mark => {
                let _ = write!(bar, "{RESET}┊");
            }
            cell if cell < claimed => {
                let _ = write!(bar, "{RESET}▒");
            }
            _ => {
                let _ = write!(bar, "{RESET}{DIM}·{RESET}");
            }
        }
    }
    let _ = write!(bar, "{RESET}");
    bar
}
