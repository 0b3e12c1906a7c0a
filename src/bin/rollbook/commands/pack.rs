//! `rollbook pack`: a project's sheet as one file. Not done here: making the sheet, which the library does.

use std::path::{Path, PathBuf};

use rollbook::authoring::disk;

use crate::args::Pack;
use crate::edge::{self, Failure};
use crate::lookup;
use rollbook::page::pack::mark;

pub(super) fn run(args: &Pack) -> Result<bool, Failure> {
    let Some((run, packed)) = edge::pack(&args.book, &args.project)? else { return Ok(false) };
    lookup::project(&run.built.status, &args.project)?;
    let Some(packed) = packed else { return Err(Failure::Failed(format!("`{}` can't be packed", args.project))) };
    let file = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}-{}.html", args.project, run.as_of)));
    let mark = mark(&run.config.id, &args.project);
    let may = |old: &[u8]| args.force || old.ends_with(mark.as_bytes());
    match disk::overwrite_own(&file, &packed, may) {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Failed(foreign(&file, &args.project))),
        Err(error) => return Err(Failure::Failed(format!("can't write {}: {error}", file.display()))),
    }
    edge::print(&format!("{}\n", file.display()))?;
    if args.book.timings {
        run.timings.say()?;
    }
    Ok(true)
}

fn foreign(file: &Path, project: &str) -> String {
    format!(
        "{} is there and is no earlier pack of `{project}`; nothing was written. Name another file with -o, or write over this one with --force",
        file.display()
    )
}
