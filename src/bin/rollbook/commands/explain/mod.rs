//! `rollbook explain`: why a project or a stage has its status, where that is written, and what would clear it. Not done here: judging.

mod json;
mod places;
mod text;

use rollbook::calendar::parse_date;
use rollbook::page::status::{Expected, ProjectStatus, ReasonStatus, StageStatus};
use rollbook::playbook::words::away;

use crate::args::{Explain, Format};
use crate::edge::{self, Failure, Run};
use crate::lookup;
use places::{Place, Places};

pub(super) fn run(args: &Explain) -> Result<bool, Failure> {
    let Some((run, ())) = edge::inspect(&args.book, "nothing can be explained", |_| ())? else { return Ok(false) };
    let (project, stage) = match args.subject.split_once('/') {
        Some((project, stage)) => (project, Some(stage)),
        None => (args.subject.as_str(), None),
    };
    let project = lookup::project(&run.built.status, project)?;
    let stages = match stage {
        Some(stage) => vec![lookup::stage(project, stage)?],
        None => project.stages.iter().collect(),
    };
    let explained = explain(&run, project, &stages);
    let out = match args.format {
        Format::Text => text::text(&run, project, &explained, stage.is_none(), edge::width()),
        Format::Json => json::json(&run, project, &explained),
    };
    match args.format {
        Format::Text => edge::print(&out)?,
        Format::Json => edge::print_json(&out)?,
    }
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
}

/// A stage with its reasons, each with its place.
struct Explained<'s> {
    stage: &'s StageStatus,
    /// Why it is what it is, where no reason says so.
    why: Option<String>,
    reasons: Vec<(&'s ReasonStatus, Option<Place>)>,
}

fn explain<'s>(run: &Run, project: &ProjectStatus, stages: &[&'s StageStatus]) -> Vec<Explained<'s>> {
    let places = Places::new(run, &project.id);
    let one = |stage: &&'s StageStatus| Explained {
        stage,
        why: stage.reasons.is_empty().then(|| why(run, project, stage)),
        reasons: stage.reasons.iter().map(|reason| (reason, places.of(stage, reason))).collect(),
    };
    stages.iter().map(one).collect()
}

/// A stage without a reason, explained: when it begins, what is expected, what is done.
fn why(run: &Run, project: &ProjectStatus, stage: &StageStatus) -> String {
    if ["scaled", "stopped"].contains(&project.status) {
        return format!("the project is closed, {}, and nothing in it asks for action", project.status);
    }
    let start = stage.start.as_deref().and_then(parse_date);
    if stage.status == "not-started" {
        return match start {
            Some(start) => format!("it begins on {start}, {}, and nothing in it has been touched", away(run.as_of, start)),
            None => "it has no start yet, and nothing in it has been touched".to_owned(),
        };
    }
    let plan = match (stage.expected.filter(|expected| expected.total > 0), stage.progress.percent) {
        (Some(Expected { elapsed, total }), Some(percent)) => format!(
            "{percent} % is done where {} % of the workdays are gone, and the book allows {} percentage points behind",
            100 * elapsed / total,
            run.config.thresholds.behind
        ),
        (_, None) => "nothing in it is counted".to_owned(),
        (None, _) if start.is_none() => "without dates nothing is expected by a day".to_owned(),
        (None, _) => "without an end nothing is expected by a day".to_owned(),
    };
    format!("{plan}; nothing is blocked, overdue or about to expire")
}
