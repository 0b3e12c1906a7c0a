//! The book at one moment between two builds: its files, what was read and computed of them, and what they say of one place. Not done here:
//! choosing the moment.

use std::sync::Arc;

use super::gate::{self, Decidable};
use super::page::{self, Now};
use crate::authoring::StageFiles;
use crate::diagnostic::Diagnostic;
use crate::live::Desk;
use crate::pipeline::Built;
use crate::serve::state::Values;
use crate::source::Sources;

pub(super) struct Moment {
    pub(super) sources: Sources,
    pub(super) values: Arc<Values>,
    pub(super) diagnostics: Arc<Vec<Diagnostic>>,
}

impl Moment {
    /// Reads and computes everything but the pages, which no state can break.
    pub(super) fn of(desk: &mut Desk<'_>, sources: Sources) -> Self {
        let Built { documents, status, diagnostics, .. } = desk.pipeline.values(&sources, desk.as_of, &mut |_| (), &mut |_| ());
        let values = Arc::new(Values { documents, status, as_of: desk.as_of });
        Self { sources, values, diagnostics: Arc::new(diagnostics) }
    }

    /// What the files say of an item, `stage/item`, or of a gate or wave, `gate:stage`.
    pub(super) fn now(&self, project: &str, subject: &str) -> Option<Now> {
        if subject.contains(':') {
            return self.decidable(project, subject).map(|found| Now::Decision(Box::new(found)));
        }
        page::item(&self.values, &self.sources, project, subject).map(|item| Now::Item(Box::new(item)))
    }

    /// A gate or wave that can be decided.
    pub(super) fn decidable(&self, project: &str, subject: &str) -> Option<Decidable> {
        let stage = subject.split_once(':')?.1.split('/').next()?;
        let files = StageFiles::find(&self.values.documents, Some(project), stage).ok()?;
        gate::decidable(&self.values, &files).into_iter().find(|found| found.subject == subject)
    }
}
