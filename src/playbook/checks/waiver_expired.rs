//! `waiver-expired`: a waiver past its last day. The item counts as open again.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::front::StateWord;
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for status in playbook.projects.iter().flat_map(|project| &project.stages).flat_map(|stage| &stage.items) {
        let Some(written) = status.state.filter(|written| written.state.state.value == StateWord::Waived) else { continue };
        if let Some(until) = written.state.until.as_ref().filter(|until| until.value < playbook.as_of) {
            let message = format!("the waiver of `{}` ended on {}", status.item.id.value, until.value);
            diagnostics.push(
                Diagnostic::new(Code::WaiverExpired, &written.document.path, until.span, message)
                    .help("do the item, or have the waiver renewed"),
            );
        }
    }
}
