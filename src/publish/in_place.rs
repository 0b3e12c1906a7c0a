//! The way to publish where a folder can't be exchanged for another: file by file, in an order in which no page is there before what it needs.
//! Not done here: writing the files, which are staged in full before this begins.
//!
//! First a manifest that names the old *and* the new files is put in place, so that a kill at any later instant leaves no file that the next
//! run does not know to be ours. Then every staged file is renamed over its old self: what pages need, then the pages, then the page of the
//! root. Then what went out of use is removed, and last comes the manifest of what is there.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::manifest::{self, Manifest};
use super::plan::Plan;
use super::staging::Staging;
use super::{PublishError, exchange, names, steps, write};
use crate::path::folder_of;

/// Brings `output` to what the plan says; `staging` holds the files that it writes.
pub(super) fn carry_out(
    plan: &Plan,
    output: &Path,
    old: Option<&Manifest>,
    new: &Manifest,
    staging: Option<&Staging>,
) -> Result<(), PublishError> {
    let touched = [&plan.written, &plan.clear, &plan.remove];
    may_change(output, touched.into_iter().flatten().copied())?;
    write::remove_files(output, &plan.leftovers)?;
    let both = Manifest::of_both(old, new);
    // Without a file to write the old manifest already names all there is, and a run that changes nothing shall touch nothing.
    let is_announced = !plan.written.is_empty() && old != Some(&both) && !is_one_stroke(plan, old, new);
    if is_announced {
        both.save(output)?;
    }
    steps::step()?;
    write::remove_files(output, &plan.clear)?;
    write::remove_empty_folders(output, &plan.folders_out_of_use);
    if let Some(staging) = staging {
        write::make_folders(output, &plan.written).inspect_err(|_| take_back(output, old))?;
        for path in in_order(&plan.written) {
            steps::step()?;
            put(output, path, staging)?;
        }
    }
    steps::step()?;
    for path in &plan.remove {
        write::remove_files(output, &[path])?;
        steps::step()?;
    }
    write::remove_empty_folders(output, &plan.folders_out_of_use);
    if is_announced || old != Some(new) {
        new.save(output)?;
    }
    Ok(())
}

/// Asks for the right to change every folder in which something is put or removed: it must not turn out to be missing after others were changed.
fn may_change<'a>(output: &Path, paths: impl Iterator<Item = &'a str>) -> Result<(), PublishError> {
    let folders: BTreeSet<&str> = paths.map(folder_of).collect();
    for mut folder in folders {
        while !folder.is_empty() && !names::on_disk(output, folder).is_dir() {
            folder = folder_of(folder);
        }
        let full = names::on_disk(output, folder);
        exchange::may_change(&full).map_err(PublishError::io("write to", full))?;
    }
    Ok(())
}

/// Whether the change is no more than one file that takes the place of its old self: the rename of it is all there is, and nothing can be
/// caught halfway.
pub(super) fn is_one_stroke(plan: &Plan, old: Option<&Manifest>, new: &Manifest) -> bool {
    plan.written.len() == 1 && plan.removed() == 0 && old == Some(new)
}

/// What pages need, then the pages, and the page that leads to all others last.
fn in_order<'a>(written: &[&'a str]) -> Vec<&'a str> {
    let rank = |path: &str| (path == "index.html", path.ends_with(".html"));
    let mut paths = written.to_vec();
    paths.sort_by_key(|path| rank(path));
    paths
}

fn put(output: &Path, path: &str, staging: &Staging) -> Result<(), PublishError> {
    let (from, to) = (staging.at(path), names::on_disk(output, path));
    match fs::rename(&from, &to) {
        // Another file system is mounted in the output.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let bytes = fs::read(&from).map_err(PublishError::io("read", &from))?;
            write::commit(write::stage_one(output, path, &bytes)?)
        }
        renamed => renamed.map_err(PublishError::io("replace", to)),
    }
}

/// After a failure that changed no page the old manifest stands again, so that names we meant to write are not called ours for ever. Should
/// even this fail, the manifest of both is still true, and the next run goes on from it.
fn take_back(output: &Path, old: Option<&Manifest>) {
    let _ = match old {
        Some(old) => old.save(output),
        None => write::remove_files(output, &[manifest::NAME]).map(drop),
    };
}
