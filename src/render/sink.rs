//! Where the files of a site go as they are made, one by one. Not done here: making or keeping any of them.

use super::Fingerprint;
use crate::path::OutputPath;

/// What is known of an earlier site when one is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// Nothing.
    Unknown,
    /// Most of its pages are probably those of this one.
    Alike,
    /// Hardly any of its pages is one of this one.
    Unlike,
}

/// Takes the files of a site as they are made, each once, in any order and from several threads at a time.
pub trait Sink: Sync {
    /// What is known of an earlier site. Nothing depends on it but how long it takes to make this one.
    fn earlier(&self) -> Earlier;
    /// Whether it has the file at that place already, made of what has that name, so that nobody need make it. Then it is taken, too.
    fn has(&self, output: &OutputPath, name: &Fingerprint) -> bool;
    /// Takes a file that it had not, with the name of what it was made of.
    fn made(&self, output: &OutputPath, name: &Fingerprint, bytes: &[u8]);
    /// Takes any other file.
    fn file(&self, output: &OutputPath, bytes: &[u8]);
    /// What was kept under that name, by whatever build: no file of the site, and yet worth not to be made again.
    fn recall(&self, name: &Fingerprint) -> Option<Vec<u8>>;
    /// Keeps such a thing, if it can.
    fn keep(&self, name: &Fingerprint, bytes: &[u8]);
}

/// One that has nothing, takes all files alike, and keeps nothing.
impl<F: Fn(&OutputPath, &[u8]) + Sync> Sink for F {
    fn earlier(&self) -> Earlier {
        Earlier::Unknown
    }

    fn has(&self, _: &OutputPath, _: &Fingerprint) -> bool {
        false
    }

    fn made(&self, output: &OutputPath, _: &Fingerprint, bytes: &[u8]) {
        self(output, bytes);
    }

    fn file(&self, output: &OutputPath, bytes: &[u8]) {
        self(output, bytes);
    }

    fn recall(&self, _: &Fingerprint) -> Option<Vec<u8>> {
        None
    }

    fn keep(&self, _: &Fingerprint, _: &[u8]) {}
}
