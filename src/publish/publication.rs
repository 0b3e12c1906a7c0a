//! One publishing, from the first file to the last: files are given in any order from any thread, and the site changes at the end, in one
//! stroke. Not done here: the strokes themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::SystemTime;

use rustc_hash::FxHashMap;

use super::ledger::{Ledger, Made, Stamp};
use super::manifest::{self, Manifest};
use super::output::{Output, look};
use super::plan::{Entry, Plan, State};
use super::precompress::{self, Packed};
use super::retire::{self, Retired};
use super::staging::{Linked, Staging};
use super::{How, ProtectedFolders, PublishError, Published, Way, exchange, in_place, names, staging, steps};
use crate::memo::{both, in_parallel};
use crate::path::{OutputPath, folder_of};
use crate::render::Fingerprint;

/// So much of a file is compared at once.
const PIECE: usize = 1 << 16;

/// A site on its way into a folder, which nobody sees before [`Publication::finish`]. Dropped without it, nothing is left of it.
#[derive(Debug)]
pub struct Publication {
    old: Option<Manifest>,
    /// What is ours in the output.
    pub(super) claimed: BTreeSet<String>,
    /// Whether a folder of the output is one, and no symlink is on the way to it.
    folders: Mutex<FxHashMap<String, bool>>,
    entries: Mutex<Vec<Entry>>,
    has_failed: AtomicBool,
    failure: Mutex<Option<PublishError>>,
    /// What is known of the output, if it is to be known of the new site too, and what that will be.
    pub(super) ledger: Option<Ledger>,
    pub(super) made: Mutex<BTreeMap<String, Made>>,
    pub(super) begun: SystemTime,
    /// Made for the first file that is new or differs: to change nothing touches nothing.
    staging: OnceLock<Option<Staging>>,
    /// Where the new tree may stand; `None` where the output can't be exchanged for it.
    beside: Option<PathBuf>,
    pub(super) precompresses: bool,
    pub(super) output: Output,
}

impl Publication {
    /// Takes the output folder for this publishing, makes it where it is missing, and finishes what a killed run had begun there. Of two at
    /// once the second is refused.
    pub fn begin(output: &Path, sources: &ProtectedFolders, how: How) -> Result<Self, PublishError> {
        Self::over(Output::take(output, sources)?, how)
    }

    /// The same with an output that was taken already.
    pub(super) fn over(output: Output, how: How) -> Result<Self, PublishError> {
        steps::step()?;
        retire::recover(&output.path)?;
        let old = Manifest::load(&output.path)?;
        let may_exchange = !how.in_place && output.lock.moves_along() && !exchange::is_mounted(&output.path);
        Ok(Self {
            claimed: manifest::claimed(old.as_ref()),
            folders: Mutex::default(),
            entries: Mutex::default(),
            has_failed: AtomicBool::new(false),
            failure: Mutex::default(),
            ledger: None,
            made: Mutex::default(),
            begun: SystemTime::now(),
            staging: OnceLock::new(),
            beside: names::beside(&output.path).filter(|_| may_exchange),
            precompresses: how.precompress,
            old,
            output,
        })
    }

    /// Where the output is, without symlinks or `..`.
    pub fn output(&self) -> &Path {
        &self.output.path
    }

    /// Takes a file of the site, each once. What stands there already, byte for byte, stays; anything else is written where nobody sees it.
    /// The first thing that goes wrong is what [`Publication::finish`] returns, and nothing more is done.
    pub fn put(&self, path: &OutputPath, bytes: &[u8]) {
        self.take(path.as_str(), None, bytes);
    }

    /// The same with a file that was made of what has that name, and of which [`Publication::has`] has said that it is not there.
    pub fn put_made(&self, path: &OutputPath, of: &Fingerprint, bytes: &[u8]) {
        self.take(path.as_str(), Some(*of), bytes);
    }

    pub(super) fn take(&self, path: &str, of: Option<Fingerprint>, bytes: &[u8]) -> bool {
        let Some((state, stamp)) = self.record(path, |path| self.place(path, bytes)) else { return false };
        let is_worth_it = self.precompresses && precompress::is_worth_it(path, bytes);
        let forms = Packed::ALL.into_iter().filter(|_| self.precompresses);
        let copies = forms.map(|form| is_worth_it.then(|| self.put_packed(path, form, bytes, state == State::Kept)).flatten()).collect();
        if let (Some(of), Some(stamp)) = (of, stamp) {
            lock(&self.made).insert(path.to_owned(), Made { of, stamp, copies });
        }
        true
    }

    /// Takes the compressed copy of a file. One that was made of the same bytes is not made again.
    fn put_packed(&self, path: &str, form: Packed, bytes: &[u8], is_kept: bool) -> Option<Stamp> {
        let path = form.path(path);
        let is_known = is_kept && self.old.as_ref().is_some_and(|old| !old.is_unfinished());
        let there = || look(&names::on_disk(&self.output.path, &path)).ok()?.filter(Metadata::is_file);
        if let Some(there) = (is_known && self.claimed.contains(&path)).then(there).flatten() {
            self.stays(&path);
            return Stamp::of(&there);
        }
        match form.pack(bytes) {
            Ok(Some(packed)) => self.record(&path, |path| self.place(path, &packed))?.1,
            Ok(None) => None,
            Err(error) => {
                self.fail(PublishError::io("compress", path)(error));
                None
            }
        }
    }

    /// Compares a file with what is there, and writes it if they differ.
    fn place(&self, path: &str, bytes: &[u8]) -> Result<(State, Option<Stamp>), PublishError> {
        let (state, there) = self.state(path, bytes)?;
        if state == State::Kept {
            return Ok((state, there.as_ref().and_then(Stamp::of)));
        }
        let Some(staging) = self.staging() else { return Ok((state, None)) };
        let file = staging.write(path, bytes)?;
        Ok((state, self.ledger.as_ref().and_then(|_| self.stamped(&file))))
    }

    /// Takes a file that is known to stand there already.
    pub(super) fn keep(&self, path: &OutputPath) {
        self.stays(path.as_str());
    }

    pub(super) fn stays(&self, path: &str) -> bool {
        self.record(path, |_| Ok((State::Kept, None))).is_some()
    }

    fn record(
        &self,
        path: &str,
        work: impl FnOnce(&str) -> Result<(State, Option<Stamp>), PublishError>,
    ) -> Option<(State, Option<Stamp>)> {
        if self.has_failed.load(Ordering::Relaxed) {
            return None;
        }
        let outcome = if names::is_allowed(path) { work(path) } else { Err(PublishError::BadName { path: path.to_owned() }) };
        // A path that failed is recorded too: two that can't both be there are told from each other by their names.
        let state = outcome.as_ref().map_or(State::New, |(state, _)| *state);
        lock(&self.entries).push(Entry { path: path.to_owned(), state });
        outcome.map_err(|error| self.fail(error)).ok()
    }

    /// The size first, because it costs no reading. A file that cannot be read is replaced like one that differs: that needs no right to read it.
    fn state(&self, path: &str, bytes: &[u8]) -> Result<(State, Option<Metadata>), PublishError> {
        if !self.claimed.contains(path) || !self.is_folder(folder_of(path))? {
            return Ok((State::New, None));
        }
        let full = names::on_disk(&self.output.path, path);
        Ok(match look(&full)?.filter(Metadata::is_file) {
            None => (State::New, None),
            Some(there) if there.len() == bytes.len() as u64 && holds(&full, bytes) => (State::Kept, Some(there)),
            Some(_) => (State::Replaced, None),
        })
    }

    /// Asked once for each folder; no lock is held while the disk answers.
    pub(super) fn is_folder(&self, folder: &str) -> Result<bool, PublishError> {
        if folder.is_empty() {
            return Ok(true);
        }
        if let Some(known) = lock(&self.folders).get(folder) {
            return Ok(*known);
        }
        let is_folder =
            self.is_folder(folder_of(folder))? && look(&names::on_disk(&self.output.path, folder))?.is_some_and(|there| there.is_dir());
        lock(&self.folders).insert(folder.to_owned(), is_folder);
        Ok(is_folder)
    }

    fn staging(&self) -> Option<&Staging> {
        self.staging.get_or_init(|| self.make_staging().map_err(|error| self.fail(error)).ok()).as_ref()
    }

    /// The new tree beside the output where it may stand there and can be like the output in owner and rights, else inside.
    fn make_staging(&self) -> Result<Staging, PublishError> {
        let output = &self.output.path;
        if let Some(beside) = &self.beside {
            // A folder in which nothing may be made or removed is refused before anything is made beside it.
            exchange::may_change(output).map_err(PublishError::io("write to", output))?;
            match Staging::make(beside.clone()) {
                Ok(staging) if exchange::is_made_alike(beside, output).map_err(PublishError::io("look at", output))? => return Ok(staging),
                Ok(_) => {}
                Err(PublishError::Io { cause, .. }) if exchange::is_impossible(&cause) => {}
                Err(error) => return Err(error),
            }
        }
        Staging::make(output.join(names::INSIDE))
    }

    fn fail(&self, error: PublishError) {
        lock(&self.failure).get_or_insert(error);
        self.has_failed.store(true, Ordering::Relaxed);
    }

    /// Puts the site in place. Whatever is wrong is found before anything that a reader can see has changed.
    pub fn finish(self) -> Result<Published, PublishError> {
        self.finish_and_tell().map(|(published, _)| published)
    }

    /// The same, and tells what is known of the site now, if anything was known of the one before ([`Publication::with`]).
    pub fn finish_and_tell(mut self) -> Result<(Published, Ledger), PublishError> {
        // The site is not whole without any file that was not put.
        lock(&self.entries).sort_unstable();
        let entries = std::mem::take(&mut *lock(&self.entries));
        let paths: Vec<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
        let failure = lock(&self.failure).take();
        let (path, claimed) = (self.output.path.clone(), std::mem::take(&mut self.claimed));
        let plan = || {
            names::check(&paths)?;
            failure.map_or(Ok(()), Err)?;
            Plan::new(&entries, &path, &claimed)
        };
        let (made, before, begun) = (std::mem::take(&mut *lock(&self.made)), self.ledger.take(), self.begun);
        let lists = || {
            let ledger = Ledger::of(made, entries.len(), before.as_ref(), begun, SystemTime::now());
            (Manifest::following(self.old.as_ref(), &paths), ledger)
        };
        let (plan, (new, ledger)) = both(plan, lists);
        let plan = plan?;
        let way = self.carry_out(&plan, &new)?;
        let published = Published { written: plan.written.len(), unchanged: plan.kept.len(), removed: plan.removed(), way };
        Ok((published, ledger))
    }

    fn carry_out(mut self, plan: &Plan, new: &Manifest) -> Result<Way, PublishError> {
        let is_small = plan.changes_nothing() || in_place::is_one_stroke(plan, self.old.as_ref(), new);
        let is_beside = |staging: &Staging| Some(staging.root()) == self.beside.as_deref();
        if !is_small && self.staging().is_some_and(is_beside) && self.is_exchanged(plan, new)? {
            self.output.keep();
            return Ok(Way::Exchange);
        }
        if let Some(error) = lock(&self.failure).take() {
            return Err(error);
        }
        if !self.output.lock.is_at(&self.output.path) {
            return Err(PublishError::Gone { output: self.output.path.clone() });
        }
        let staging = self.staging.get().and_then(Option::as_ref);
        in_place::carry_out(plan, &self.output.path, self.old.as_ref(), new, staging)?;
        self.output.keep();
        Ok(if plan.changes_nothing() { Way::Nothing } else { Way::InPlace })
    }

    /// Completes the new tree and exchanges the output for it. False where the system can't.
    fn is_exchanged(&mut self, plan: &Plan, new: &Manifest) -> Result<bool, PublishError> {
        let output = self.output.path.clone();
        let Some(staging) = self.staging.get().and_then(Option::as_ref) else { return Ok(false) };
        let links = in_parallel(&plan.kept, |path| staging.link(path, &names::on_disk(&output, path)));
        if links.into_iter().collect::<Result<Vec<_>, _>>()?.contains(&Linked::Impossible) {
            return Ok(false);
        }
        steps::step()?;
        let list = (output.join(manifest::NAME), staging.at(manifest::NAME));
        if self.old.as_ref() != Some(new) || staging::link_or_copy(&list.0, &list.1)? == Linked::Impossible {
            new.save(staging.root())?;
        }
        let Some(foreign) = foreign(plan, &output)? else { return Ok(false) };
        steps::step()?;
        self.output.lock.extend_to(staging.root())?;
        staging.complete()?;
        steps::step()?;
        if !self.output.lock.is_at(&output) {
            return Err(PublishError::Gone { output });
        }
        self.swap(&foreign)
    }

    fn swap(&mut self, foreign: &[PathBuf]) -> Result<bool, PublishError> {
        let Some(Some(staging)) = self.staging.get() else { return Ok(false) };
        let (tree, output) = (staging.root().to_owned(), self.output.path.clone());
        // An empty folder gives way to a rename; where it is not empty any more, the rename fails.
        if self.old.is_none() && fs::rename(&tree, &output).is_ok() {
            self.staging.take().flatten().map(Staging::release);
            return Ok(true);
        }
        if let Err(error) = exchange::exchange(&tree, &output) {
            staging.mark()?;
            return if exchange::is_impossible(&error) { Ok(false) } else { Err(PublishError::io("exchange", output)(error)) };
        }
        self.staging.take().flatten().map(Staging::release);
        steps::step()?;
        retire::retire(&tree, self.old.as_ref(), &output, foreign)?;
        Ok(true)
    }
}

/// What others put into the output, each by its outermost path. `None` when this user may not move all of it: then the folder stays as it is.
fn foreign(plan: &Plan, output: &Path) -> Result<Option<Vec<PathBuf>>, PublishError> {
    let folders: Vec<&str> = plan.our_folders.iter().copied().chain([""]).collect();
    let everything = Retired::new(output, output, plan.ours.iter().map(String::as_str));
    let found = in_parallel(&folders, |folder| {
        // What is ours must be able to go from there, and what is foreign to move out of it.
        let full = output.join(folder);
        exchange::may_change(&full).map_err(PublishError::io("write to", full))?;
        everything.movable(Path::new(folder))
    });
    let foreign = found.into_iter().collect::<Result<Option<Vec<_>>, _>>()?;
    Ok(foreign.map(|foreign| foreign.concat()))
}

/// A thread that panicked while it held the lock has left nothing half done.
pub(super) fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a file of that length holds these bytes; read piece by piece, for it may be large.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    let mut piece = vec![0; bytes.len().min(PIECE)];
    bytes.chunks(PIECE).all(|expected| {
        let piece = &mut piece[..expected.len()];
        file.read_exact(piece).is_ok() && piece == expected
    })
}
