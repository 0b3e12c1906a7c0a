//! The book at one moment between two builds: its files, what was read and computed of them, and what they say of one place. Not done here:
//! choosing the moment.

use std::sync::Arc;

use super::gate;
use super::page::{self, Now};
use crate::diagnostic::{Diagnostic, Severity};
use crate::live::Desk;
use crate::pipeline::Built;
use crate::serve::Shared;
use crate::serve::state::Values;
use crate::source::Sources;

pub(super) struct Moment {
    pub(super) sources: Sources,
    pub(super) values: Arc<Values>,
    pub(super) diagnostics: Arc<Vec<Diagnostic>>,
    /// The first build that holds all this, if nothing happens in between.
    pub(super) build: u64,
}

impl Moment {
    /// Reads and computes everything but the pages, which no state can break.
    pub(super) fn of(shared: &Shared, desk: &mut Desk<'_>, sources: Sources) -> Self {
        let Built { documents, status, diagnostics, .. } = desk.pipeline.values(&sources, desk.as_of, &mut |_| (), &mut |_| ());
        let values = Arc::new(Values { documents, status, as_of: desk.as_of });
        Self { sources, values, diagnostics: Arc::new(diagnostics), build: shared.state.read().build + 1 }
    }

    /// The last build if it is of these files, so that nothing has to be computed; else as [`Moment::of`].
    pub(super) fn last(shared: &Shared, desk: &mut Desk<'_>, sources: Sources) -> Self {
        let last = {
            let snapshot = shared.state.read();
            let values = snapshot.values.clone().filter(|values| values.as_of == desk.as_of);
            values.map(|values| (values, Arc::clone(&snapshot.findings), Arc::clone(&snapshot.sources), snapshot.build))
        };
        match last {
            Some((values, diagnostics, of, build)) if sources.changed_since(&of).is_empty() => Self { sources, values, diagnostics, build },
            _ => Self::of(shared, desk, sources),
        }
    }

    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// What the files say of an item, `stage/item`, or of a gate or wave, `gate:stage`.
    pub(super) fn now(&self, project: &str, subject: &str) -> Option<Now> {
        if subject.contains(':') {
            return gate::decision(&self.values, project, subject).map(|found| Now::Decision(Box::new(found)));
        }
        page::item(&self.values, &self.sources, project, subject).map(|item| Now::Item(Box::new(item)))
    }
}
