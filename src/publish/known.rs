//! A publication that need not be given every file: what is known of the output from earlier ones tells which are there. Not done here: what a ledger tells,
//! or what becomes of a file.

use std::fs::File;

use super::ledger::{Ledger, Made, Stamp};
use super::output::look;
use super::precompress::Packed;
use super::publication::lock;
use super::{Publication, names};
use crate::memo::in_parallel;
use crate::path::{OutputPath, folder_of};
use crate::render::Fingerprint;

impl Publication {
    /// Makes use of what is known of the output, or of any other, and has it told at the end what is known of the new site.
    pub fn with(mut self, ledger: Ledger) -> Self {
        self.ledger = Some(ledger);
        self
    }

    /// Whether the file at `path` was made of what has that name, and nobody has written it since. Then it stays, and need not be put.
    pub fn has(&self, path: &OutputPath, of: &Fingerprint) -> bool {
        let path = path.as_str();
        if lock(&self.made).get(path).is_some_and(|made| made.of == *of) {
            return true;
        }
        let made = self.ledger.as_ref().and_then(|ledger| ledger.get(path)).filter(|made| made.of == *of);
        made.is_some_and(|made| self.is_as_made(path, made) && self.keep_made(path, made))
    }

    /// Whether the site that the ledger tells of could be had without making any of it. Each file that is not there as it was made is asked of `recall`, by the
    /// name of what it was made of, once `lists` has said of all of them that they can be had. Where false, some may have been taken; put the site as if
    /// it had not been tried.
    pub fn has_all(&self, lists: impl Fn(&Fingerprint) -> bool + Sync, recall: impl Fn(&Fingerprint) -> Option<Vec<u8>> + Sync) -> bool {
        let Some(files) = self.ledger.as_ref().and_then(Ledger::whole) else { return false };
        let files: Vec<_> = files.iter().collect();
        let found =
            in_parallel(&files, |(path, made)| if self.is_as_made(path, made) { Some(true) } else { lists(&made.of).then_some(false) });
        let Some(are_there) = found.into_iter().collect::<Option<Vec<bool>>>() else { return false };
        let files: Vec<_> = files.into_iter().zip(are_there).collect();
        let taken = in_parallel(&files, |((path, made), is_there)| match is_there {
            true => self.keep_made(path, made),
            false => recall(&made.of).is_some_and(|bytes| self.take(path, Some(made.of), &bytes)),
        });
        taken.into_iter().all(|is_taken| is_taken)
    }

    fn is_as_made(&self, path: &str, made: &Made) -> bool {
        let are_copies = || {
            let copies = Packed::ALL.into_iter().zip(&made.copies);
            made.copies.len() == Packed::ALL.len()
                && copies.into_iter().all(|(form, stamp)| stamp.is_none_or(|stamp| self.is_stamped(&form.path(path), stamp)))
        };
        self.is_stamped(path, made.stamp) && (!self.precompresses || are_copies())
    }

    /// Whether that very file of ours is there.
    fn is_stamped(&self, path: &str, stamp: Stamp) -> bool {
        let there = || look(&names::on_disk(&self.output.path, path)).ok()?;
        let is_in_place = self.claimed.contains(path) && self.is_folder(folder_of(path)).unwrap_or(false);
        is_in_place && there().is_some_and(|there| there.is_file() && Stamp::of(&there) == Some(stamp))
    }

    fn keep_made(&self, path: &str, made: &Made) -> bool {
        let made = Made { copies: if self.precompresses { made.copies.clone() } else { Vec::new() }, ..made.clone() };
        let copies = Packed::ALL.into_iter().zip(&made.copies).filter(|(_, stamp)| stamp.is_some());
        let is_kept = copies.map(|(form, _)| form.path(path)).chain([path.to_owned()]).all(|path| self.stays(&path));
        lock(&self.made).insert(path.to_owned(), made);
        is_kept
    }

    /// Gives a file that was just written the time at which the publishing began, for it must not have the one that it would have if somebody wrote it
    /// again at this moment.
    pub(super) fn stamped(&self, file: &File) -> Option<Stamp> {
        file.set_modified(self.begun).ok()?;
        Stamp::of(&file.metadata().ok()?)
    }
}
