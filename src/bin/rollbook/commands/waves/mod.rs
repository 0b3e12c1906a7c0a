//! `rollbook waves`: the waves of a rollout and what each needs to go on. Not done here: computing them.

mod portfolio;
mod project;

use rollbook::page::rollout::Rollout;

use crate::args::{Format, Waves};
use crate::edge::{self, Failure};
use crate::lookup;

pub(super) fn run(args: &Waves) -> Result<bool, Failure> {
    let Some((run, mut rollout)) = edge::inspect(&args.book, "the waves can't be computed", Rollout::of)? else { return Ok(false) };
    if let Some(id) = &args.project {
        lookup::project(&run.built.status, id)?;
        rollout.projects.retain(|project| project.id == *id);
    }
    let one = args.project.is_some() || run.built.status.projects.len() == 1;
    let width = edge::width();
    let text = match (args.format, rollout.projects.as_slice()) {
        (Format::Json, _) => rollout.to_json(),
        (Format::Text, []) => "no stage of this book has waves\n".to_owned(),
        (Format::Text, [project]) if one => project::text(project, run.as_of, width),
        (Format::Text, projects) => portfolio::text(projects, run.as_of, width),
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
