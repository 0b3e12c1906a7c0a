//! `evidence-missing` and `evidence-expired`: an item ticked although its evidence is not there, or no longer holds. It counts as claimed.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;
use crate::playbook::checklist::Effective;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for status in playbook.projects.iter().flat_map(|project| &project.stages).flat_map(|stage| &stage.items) {
        let (Effective::Claimed, Some(written)) = (status.effective, status.state) else { continue };
        if playbook.partial.file(status.document) || playbook.partial.file(written.document) {
            continue;
        }
        let id = &status.item.id.value;
        let expired =
            written.state.evidence.iter().filter_map(|evidence| evidence.expires).filter(|expires| *expires < playbook.as_of).max();
        let (code, message, help) = match expired {
            Some(day) => (Code::EvidenceExpired, format!("the evidence of `{id}` held until {day}"), "renew it, or untick the item"),
            None => (
                Code::EvidenceMissing,
                format!("`{id}` is ticked without the evidence it requires"),
                "add `evidence:` with a link, or untick it",
            ),
        };
        diagnostics.push(Diagnostic::new(code, &written.document.path, written.state.state.span, message).help(help));
    }
}
