//! `no-start`: a project without a day one. Its windows that count from the start, and dues within them, are unscheduled.

use crate::calendar::Unscheduled;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for project in &playbook.projects {
        let waits = project.stages.iter().any(|stage| stage.schedule.plan == Err(Unscheduled::NoStart));
        if project.start.is_some() || !waits || playbook.partial.project(project.index) {
            continue;
        }
        let (path, span) = project.document.map_or((Config::path(), Span::new(0, 0)), |document| (document.path.clone(), document.head));
        diagnostics.push(
            Diagnostic::new(
                Code::NoStart,
                &path,
                span,
                format!("the project `{}` has no start, so its windows are unscheduled", project.id()),
            )
            .help("give it a `start:`, or the book one in `[book] start`"),
        );
    }
}
