//! `status-contradiction`: an author's own colour says another thing than the records do. The computed status is shown either way.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (project, judgement) in playbook.projects.iter().zip(&playbook.judgements) {
        let updates = project.front.updates.iter().filter(|update| update.date.value <= playbook.as_of);
        // Only the latest word of an author is about today.
        let Some(latest) = updates.max_by_key(|update| update.date.value) else { continue };
        let (Some(own), None) = (&latest.rag, project.closed(playbook.as_of)) else { continue };
        let computed = judgement.status;
        if own == computed.rag().word() {
            continue;
        }
        let path = project.document.map_or_else(Config::path, |document| document.path.clone());
        let message =
            format!("the latest update of `{}` says {own}, the records say {} ({})", project.id(), computed.rag().word(), computed.words());
        let why = judgement.reasons().first().map(|reason| reason.text.clone());
        let mut diagnostic = Diagnostic::new(Code::StatusContradiction, &path, latest.date.span, message);
        diagnostic.help = why;
        diagnostics.push(diagnostic);
    }
}
