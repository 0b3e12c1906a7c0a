//! `wave-no-rollback`: a wave without a way back.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stage in playbook.stages.iter().filter(|stage| !stage.document.partial) {
        for wave in stage.front.waves.iter().filter(|wave| wave.rollback.is_none()) {
            diagnostics.push(
                Diagnostic::new(
                    Code::WaveNoRollback,
                    &stage.document.path,
                    wave.id.span,
                    format!("the wave `{}` has no way back", wave.id.value),
                )
                .help("link `rollback:` to the page that says how"),
            );
        }
    }
}
