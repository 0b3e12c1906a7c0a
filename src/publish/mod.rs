//! Site → folder: writes what changed and removes what rollbook wrote before and no longer wants. Not done here: building the site, or
//! deciding whether it may be published.
//!
//! The order of [`publish`] is what keeps it safe. First everything is looked at and nothing touched (`plan.rs`): every reason to refuse is
//! found here. Then a manifest that names the old *and* the new files is put in place, so that a kill at any later instant leaves no file
//! that the next run does not know to be ours. Then all changed files are written beside their targets (`write.rs`), and only when every one
//! of them is on the disk are they renamed over: a full disk is noticed while the old site still stands. Then what went out of use is
//! removed, and last comes the manifest of what is there.
#![expect(clippy::disallowed_methods, reason = "an edge: the only place where a site is written to the disk")]

mod error;
mod lock;
mod manifest;
mod names;
mod output;
mod plan;
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;

pub use error::{InTheWay, Obstacle, PublishError};
pub use output::{ProtectedFolders, check_output};

use crate::render::Site;
use manifest::Manifest;
use plan::Plan;

/// Brings the folder `output` to what `site` says, and leaves alone whatever in it is not ours.
///
/// Two sites published from the same bytes are the same bytes, the manifest included; a file whose bytes did not change keeps its time and
/// its inode. Of two publishers at once the second is refused.
pub fn publish(site: &Site, output: &Path, sources: &ProtectedFolders) -> Result<Published, PublishError> {
    names::check(site)?;
    let output = output::ready(output, sources)?;
    let _held_to_the_end = lock::take(&output)?;
    let old = Manifest::load(&output)?;
    let claimed = manifest::claimed(old.as_ref());
    let plan = Plan::new(site, &output, &claimed)?;
    carry_out(&plan, &output, old.as_ref(), &Manifest::of(site))
}

/// What publishing did, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// New files and files whose bytes changed.
    pub written: usize,
    /// Files that already had the right bytes and were not touched.
    pub unchanged: usize,
    /// Files of an earlier site that are no longer part of it.
    pub removed: usize,
}

fn carry_out(plan: &Plan, output: &Path, old: Option<&Manifest>, new: &Manifest) -> Result<Published, PublishError> {
    write::remove_files(output, &plan.leftovers)?;
    let both = Manifest::of_both(old, new);
    // Without a file to write the old manifest already names all there is, and a run that changes nothing shall touch nothing.
    let announced = !plan.changed.is_empty() && old != Some(&both);
    if announced {
        both.save(output)?;
    }
    let cleared = write::remove_files(output, &plan.clear)?;
    write::remove_empty_folders(output, &plan.folders_out_of_use);
    let staged = write::stage(output, &plan.changed).inspect_err(|_| take_back(plan, output, old))?;
    write::commit(staged)?;
    let removed = write::remove_files(output, &plan.remove)?;
    write::remove_empty_folders(output, &plan.folders_out_of_use);
    if announced || old != Some(new) {
        new.save(output)?;
    }
    Ok(Published { written: plan.changed.len(), unchanged: plan.unchanged, removed: cleared + removed })
}

/// After a failure that changed no page the old manifest stands again, so that names we meant to write are not called ours for ever. Should
/// even this fail, the manifest of both is still true, and the next run goes on from it.
fn take_back(plan: &Plan, output: &Path, old: Option<&Manifest>) {
    if write::nothing_staged(output, &plan.changed) {
        let _ = match old {
            Some(old) => old.save(output),
            None => write::remove_files(output, &[manifest::NAME]).map(drop),
        };
    }
}
