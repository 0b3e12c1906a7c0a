//! `rollbook status`: the computed values for people and machines, the same as in `status.json`. Not done here: computing them.

mod portfolio;
mod project;

use std::sync::Arc;

use rollbook::calendar::{Date, days_between, parse_date};
use rollbook::page::status::{ProjectStatus, Status as Values};
use rollbook::playbook::status::Status as Level;

use crate::args::{Format, Status};
use crate::edge::{self, Failure};
use crate::lookup;
use crate::terminal::days::day_away;

/// The statuses that ask somebody to act, the worst first.
const ATTENTION: [Level; 4] = [Level::Killed, Level::Blocked, Level::Late, Level::AtRisk];

pub(super) fn run(args: &Status) -> Result<bool, Failure> {
    let Some((mut run, ())) = edge::inspect(&args.book, "a status can't be computed", |_| ())? else { return Ok(false) };
    if args.attention {
        keep_attention(Arc::make_mut(&mut run.built.status), run.as_of);
    }
    let width = edge::width();
    let text = match (&args.project, args.format) {
        (None, Format::Text) => portfolio::text(&run.built.status, run.as_of, args.attention, width),
        (Some(id), Format::Text) => project::text(&run, lookup::project(&run.built.status, id)?, width, args.book.quiet),
        (None, Format::Json) => run.built.status.to_json(),
        (Some(id), Format::Json) => {
            lookup::project(&run.built.status, id)?;
            Arc::make_mut(&mut run.built.status).projects.retain(|project| project.id == *id);
            run.built.status.to_json()
        }
    };
    match args.format {
        Format::Text => edge::print(&text)?,
        Format::Json => edge::print_json(&text)?,
    }
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
}

/// Keeps the projects that need somebody: the nearest gate first, of two with the same the worse, then in the book's order. One without a date for
/// its gate comes last.
fn keep_attention(status: &mut Values, as_of: Date) {
    let severity = |project: &ProjectStatus| ATTENTION.iter().position(|level| level.name() == project.status);
    status.projects.retain(|project| severity(project).is_some());
    status.projects.sort_by_key(|project| (gate_day(project).map_or(i64::MAX, |day| days_between(as_of, day)), severity(project)));
}

/// The day of a project's next gate.
fn gate_day(project: &ProjectStatus) -> Option<Date> {
    parse_date(project.next_gate.as_ref()?.date.as_deref()?)
}

/// "10 Jul, in 39 days", "unscheduled", or nothing where no gate is to come.
fn gate_text(project: &ProjectStatus, as_of: Date) -> Option<String> {
    project.next_gate.as_ref()?;
    Some(gate_day(project).map_or_else(|| "unscheduled".to_owned(), |day| day_away(day, as_of)))
}

#[cfg(test)]
mod tests {
    use rollbook::page::status::{Musts, NextGate, Points};

    use super::*;

    fn project(id: &str, status: &'static str, gate: Option<&str>) -> ProjectStatus {
        ProjectStatus {
            id: id.to_owned(),
            title: id.to_owned(),
            progress: Points { done: 0, counted: 0, percent: None, claimed: 0 },
            musts: Musts { resolved: 0, total: 0 },
            status,
            words: status,
            current_stage: None,
            reasons: Vec::new(),
            next_gate: Some(NextGate { stage: "pilot".to_owned(), date: gate.map(str::to_owned) }),
            exposures: Vec::new(),
            waves: Vec::new(),
            stages: Vec::new(),
        }
    }

    #[test]
    fn attention_goes_to_the_nearest_gate_then_to_the_worst_status() {
        let projects = vec![
            project("fine", "on-track", Some("2026-06-02")),
            project("unscheduled", "killed", None),
            project("later", "blocked", Some("2026-07-01")),
            project("risky", "at-risk", Some("2026-06-05")),
            project("late", "late", Some("2026-06-05")),
            project("overdue", "late", Some("2026-05-05")),
            project("closed", "stopped", None),
        ];
        let mut status = Values { schema: 1, as_of: "2026-06-01".to_owned(), book: "b".to_owned(), projects };
        keep_attention(&mut status, parse_date("2026-06-01").unwrap());
        let ids: Vec<&str> = status.projects.iter().map(|project| project.id.as_str()).collect();
        assert_eq!(ids, ["overdue", "late", "risky", "later", "unscheduled"]);
    }
}
