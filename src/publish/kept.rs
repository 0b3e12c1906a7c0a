//! A publisher that is kept: it knows what it published last, so that a small change costs little however large the site is. Not done here: what
//! is done the first time, and whenever somebody else changed the output ([`Publication`]).
//!
//! Two trees take turns. One is the output; the other, the spare, lies beside it and has the same files, which are links to the same inodes
//! (`spare.rs`). A change is made in the spare, then both are exchanged, and the old one is the spare of the next time.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::diff::{Change, diff, is_same};
use super::lock::{self, Identity, Lock};
use super::output::{Output, look};
use super::retire::{self, Retired};
use super::spare::{self, Tree};
use super::{How, ProtectedFolders, Publication, PublishError, Published, Way, exchange, manifest, names, steps};
use crate::memo::in_parallel;
use crate::path::OutputPath;
use crate::render::Site;

/// Publishes one site after another into the same folder. Dropped, it leaves nothing but the last one.
#[derive(Debug, Default)]
pub struct Publisher {
    kept: Option<Kept>,
}

/// What is known of an output, as long as nobody else publishes to it.
#[derive(Debug)]
struct Kept {
    output: PathBuf,
    how: How,
    live: Tree,
    /// The list in the output, which another publisher would have changed.
    list: Stamp,
    spare: Option<Tree>,
    /// What is foreign in folders of the site.
    foreign: HashSet<PathBuf>,
}

impl Publisher {
    /// Brings the folder `output` to what `site` says, as [`publish`](super::publish()) does, which it comes back to whenever anything is not
    /// as it was left.
    pub fn publish(&mut self, site: &Site, output: &Path, sources: &ProtectedFolders, how: How) -> Result<Published, PublishError> {
        let mut output = Output::take(output, sources)?;
        let mut kept = self.kept.take().filter(|kept| kept.how == how && kept.is_as_it_was(&output.path));
        let has_spare = kept.as_ref().is_some_and(|kept| kept.spare.is_some());
        match kept.as_mut().map(|kept| kept.change(site, &mut output)) {
            Some(Ok(Some(published))) => {
                output.keep();
                self.kept = kept;
                return Ok(published);
            }
            Some(Err(error @ PublishError::SetAside { .. })) => return Err(error),
            _ => {}
        }
        let path = output.path.clone();
        let publication = Publication::over(output, how)?;
        // Where folders can't be exchanged there never is a spare. Where there was one, something is not as it was left.
        let known = kept.as_ref().filter(|_| !has_spare).map(|kept| &kept.live.site);
        let files: Vec<_> = site.files.iter().collect();
        in_parallel(&files, |(path, bytes)| match known.and_then(|known| known.files.get(*path)) {
            Some(known) if is_same(known, bytes) => publication.keep(path),
            _ => publication.put(path, bytes),
        });
        let published = publication.finish()?;
        self.kept = Kept::of(path, how, site.clone());
        Ok(published)
    }

    /// Gets ready for the next time, while nobody waits: makes the spare tree where there is none, and looks for what others put into folders of
    /// the site. What can't be done now is done in full the next time; only what was set aside is told ([`PublishError::SetAside`]).
    pub fn settle(&mut self) -> Result<(), PublishError> {
        let Some(kept) = &mut self.kept else { return Ok(()) };
        let Ok(Some(lock)) = lock::take(&kept.output) else { return Ok(()) };
        if kept.how.in_place || !kept.is_as_it_was(&kept.output) {
            return Ok(());
        }
        if let Some(spare) = kept.spare.take()
            && let Ok(Some(spare)) = kept.look_through(spare)
        {
            kept.spare = Some(spare);
            return Ok(());
        }
        match spare::make(&kept.output, &kept.live.site, &lock) {
            Ok(spare) => kept.spare = spare,
            Err(error @ PublishError::SetAside { .. }) => return Err(error),
            Err(_) => {}
        }
        Ok(())
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // Whoever holds the lock finds the spare tree, and removes it.
        if let Some(Kept { output, spare: Some(_), .. }) = &self.kept
            && let Ok(Some(_lock)) = lock::take(output)
        {
            let _ = retire::recover(output);
        }
    }
}

impl Kept {
    fn of(output: PathBuf, how: How, site: Site) -> Option<Self> {
        let (root, list) = (identity(&output)?, Stamp::of(&output.join(manifest::NAME))?);
        Some(Self { live: Tree::new(root, site), list, output, how, spare: None, foreign: HashSet::new() })
    }

    /// Whether nobody else has published to the folder, or put another in its place.
    fn is_as_it_was(&self, output: &Path) -> bool {
        self.output == output && identity(output) == Some(self.live.root) && Stamp::of(&output.join(manifest::NAME)) == Some(self.list)
    }

    /// Publishes by what differs alone. `None` where that can't be done, or could go wrong: nothing was changed then that a reader sees.
    fn change(&mut self, site: &Site, output: &mut Output) -> Result<Option<Published>, PublishError> {
        let changes = diff(&self.live.site, site);
        let mut published = Published { unchanged: site.files.len(), ..Published::default() };
        for (path, change) in &changes {
            match change {
                Change::Removed => published.removed += 1,
                Change::Added(_) | Change::Changed(_) => published.written += 1,
            }
            if !is_as_known(&self.output, path.as_str(), change)? {
                return Ok(None);
            }
        }
        published.unchanged -= published.written;
        if changes.is_empty() {
            return Ok(Some(published));
        }
        if changes.iter().any(|(_, change)| matches!(change, Change::Added(_))) {
            let paths: Vec<&str> = site.files.keys().map(OutputPath::as_str).collect();
            names::check(&paths)?;
        }
        let Some(mut spare) = self.spare.take().filter(|spare| identity(&spare::place(&self.output)) == Some(spare.root)) else {
            return Ok(None);
        };
        if let [(path, Change::Changed(bytes))] = changes[..] {
            // One file that takes the place of its old self: its rename is all there is.
            spare::replace(&self.output, path.as_str(), bytes)?;
            self.live.site = site.clone();
            self.spare = Some(spare);
            return Ok(Some(Published { way: Way::InPlace, ..published }));
        }
        spare.become_like(site, &self.live.site, &self.output)?;
        let is_exchanged = self.exchange(spare, &mut output.lock)?;
        Ok(is_exchanged.then_some(Published { way: Way::Exchange, ..published }))
    }

    /// False where what others put into the root could not move along.
    fn exchange(&mut self, spare: Tree, lock: &mut Lock) -> Result<bool, PublishError> {
        let tree = spare::place(&self.output);
        let old = self.live.site.files.keys().map(OutputPath::as_str);
        let Some(known) = Retired::at_root(&self.output, &self.output, old).movable(Path::new(""))? else { return Ok(false) };
        steps::step()?;
        lock.extend_to(&tree)?;
        if !lock.is_at(&self.output) {
            return Err(PublishError::Gone { output: self.output.clone() });
        }
        exchange::exchange(&tree, &self.output).map_err(PublishError::io("exchange", &self.output))?;
        steps::step()?;
        lock.exchanged();
        let old = std::mem::replace(&mut self.live, spare);
        let mut retired = Retired::at_root(&tree, &self.output, old.site.files.keys().map(OutputPath::as_str));
        for path in &known {
            retired.move_across(path)?;
        }
        retired.moved.clear();
        for path in &self.foreign {
            retired.move_across(path)?;
        }
        self.foreign = retired.moved.drain(..).collect();
        // What came to the root at the last moment.
        retired.foreign_of(Path::new(""))?;
        if !retired.stuck.is_empty() {
            retire::recover(&self.output)?;
        }
        if let Some(list) = Stamp::of(&self.output.join(manifest::NAME)) {
            self.list = list;
        }
        self.spare = Some(old);
        Ok(true)
    }

    /// Looks for what others did in the tree that was the output before the last exchange. `None` when it can't be the spare any longer.
    fn look_through(&mut self, mut spare: Tree) -> Result<Option<Tree>, PublishError> {
        let tree = spare::place(&self.output);
        if identity(&tree) != Some(spare.root) {
            return Ok(None);
        }
        let (moved, is_whole) = spare.look_through(&self.live.site, &self.output)?;
        self.foreign.extend(moved);
        Ok(is_whole.then_some(spare))
    }
}

/// Whether what stands at a path of the output is what the site that is known there has there: a file, or nothing, and no symlink on the way.
fn is_as_known(output: &Path, path: &str, change: &Change) -> Result<bool, PublishError> {
    let is_added = matches!(change, Change::Added(_));
    for folder in names::folders(path) {
        match look(&names::on_disk(output, folder))? {
            Some(there) if there.is_dir() => {}
            None if is_added => return Ok(true),
            _ => return Ok(false),
        }
    }
    let there = look(&names::on_disk(output, path))?;
    Ok(if is_added { there.is_none() } else { there.is_some_and(|there| there.is_file()) })
}

/// What tells a file from any other, and from itself before it was written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    identity: Identity,
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let there = fs::symlink_metadata(path).ok()?;
        Some(Self { identity: Identity::of(&there), length: there.len(), modified: there.modified().ok() })
    }
}

fn identity(path: &Path) -> Option<Identity> {
    fs::symlink_metadata(path).ok().map(|there| Identity::of(&there))
}
