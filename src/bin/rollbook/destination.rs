//! Files of a site on their way into the output, and what earlier runs know of them. Not done here: making them, writing them, keeping them, which the library
//! does.

use rollbook::cache::{Files, Last, Outputs};
use rollbook::diagnostic::Diagnostic;
use rollbook::memo::both;
use rollbook::path::OutputPath;
use rollbook::pipeline::{Earlier, Name, Sink};
use rollbook::publish::{Ledger, Publication, PublishError, Published};
use rollbook::render::Fingerprint;

/// Where a site goes.
pub(crate) struct Destination {
    publication: Publication,
    kept: Option<Kept>,
}

/// What is kept between runs.
struct Kept {
    outputs: Outputs,
    files: Files,
    /// What the last site was made of, and what was found then.
    last: Option<(Name, Vec<Diagnostic>)>,
    /// What it is to this one.
    earlier: Earlier,
}

impl Destination {
    /// With what is kept between runs, if that is wanted.
    pub(crate) fn new(publication: Publication, outputs: Option<Outputs>) -> Self {
        let Some(outputs) = outputs else { return Self { publication, kept: None } };
        let (last, ledger) = match outputs.last(publication.output()) {
            Some(Last { name, frame, findings, ledger }) => (Some((Name { whole: name, frame }, findings)), ledger),
            None => (None, Ledger::default()),
        };
        let files = outputs.files();
        let kept = Kept { outputs, files, last, earlier: Earlier::Unknown };
        Self { publication: publication.with(ledger), kept: Some(kept) }
    }

    /// Takes the site that was made last, if it was made of what has that name, and tells what was found then. `None` where not all of it can be had. Asked
    /// once, before anything is made: of another site it is known from then on whether it was one like this.
    pub(crate) fn take_last(&mut self, name: Name) -> Option<Vec<Diagnostic>> {
        let Kept { files, last, earlier, .. } = self.kept.as_mut()?;
        let (of, findings) = last.take()?;
        *earlier = if of.frame == name.frame { Earlier::Alike } else { Earlier::Unlike };
        if of != name {
            return None;
        }
        self.publication.has_all(|name| files.lists(name), |name| files.recall(name)).then_some(findings)
    }

    /// Publishes nothing, and keeps what was made: it is true wherever it is needed next.
    pub(crate) fn give_up(self) -> std::io::Result<()> {
        self.kept.map_or(Ok(()), |kept| kept.files.finish())
    }

    /// Publishes what was taken, and keeps what is known of it, with what it was made of and what was found. What can't be kept is the second result.
    pub(crate) fn publish(self, name: Name, findings: Vec<Diagnostic>) -> Result<(Published, std::io::Result<()>), PublishError> {
        let output = self.publication.output().to_owned();
        let Some(Kept { outputs, files, .. }) = self.kept else {
            return self.publication.finish().map(|published| (published, Ok(())));
        };
        // What is kept of the files is true of them wherever they are, and whether they are published or not.
        let (files, published) = both(|| files.finish(), || self.publication.finish_and_tell());
        let (published, ledger) = published?;
        let last = Last { name: name.whole, frame: name.frame, findings, ledger };
        let kept = files.and_then(|()| outputs.keep(&output, &last));
        // To give back the memory of a large book piece by piece takes longer than to end.
        std::mem::forget(last);
        Ok((published, kept))
    }
}

impl Sink for Destination {
    fn earlier(&self) -> Earlier {
        self.kept.as_ref().map_or(Earlier::Unknown, |kept| kept.earlier)
    }

    fn has(&self, output: &OutputPath, name: &Fingerprint) -> bool {
        let recalled = || self.kept.as_ref()?.files.recall(name);
        self.publication.has(output, name) || recalled().map(|bytes| self.publication.put_made(output, name, &bytes)).is_some()
    }

    fn made(&self, output: &OutputPath, name: &Fingerprint, bytes: &[u8]) {
        self.publication.put_made(output, name, bytes);
        if let Some(kept) = &self.kept {
            kept.files.keep(name, bytes);
        }
    }

    fn file(&self, output: &OutputPath, bytes: &[u8]) {
        if self.kept.is_none() {
            return self.publication.put(output, bytes);
        }
        let name = blake3::hash(bytes);
        if !self.publication.has(output, name.as_bytes()) {
            self.made(output, name.as_bytes(), bytes);
        }
    }

    fn recall(&self, name: &Fingerprint) -> Option<Vec<u8>> {
        self.kept.as_ref()?.files.recall(name)
    }

    fn keep(&self, name: &Fingerprint, bytes: &[u8]) {
        if let Some(kept) = &self.kept {
            kept.files.keep(name, bytes);
        }
    }
}
