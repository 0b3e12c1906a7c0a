//! `wave-in-freeze`: a wave that was started, or was given a start, on a day of a freeze. Computed starts avoid freezes.

use crate::diagnostic::{Code, Diagnostic};
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for project in &playbook.projects {
        for (stage, joined) in playbook.stages.iter().zip(&project.stages) {
            for (wave, written) in stage.front.waves.iter().zip(&joined.waves) {
                let Some(written) = written else { continue };
                let started = written.state.started.as_ref().filter(|started| started.value <= playbook.as_of);
                let days = started
                    .map(|started| (started.value, started.span))
                    .into_iter()
                    .chain(written.state.start.map(|start| (start, written.state.span)));
                for (day, span) in days {
                    let Some(freeze) = project.workdays.freeze_on(day) else { continue };
                    let why = if freeze.reason.is_empty() { String::new() } else { format!(" ({})", freeze.reason) };
                    let message = format!("the wave `{}` starts on {day}, in a freeze{why}", wave.id.value);
                    diagnostics.push(Diagnostic::new(Code::WaveInFreeze, &written.document.path, span, message));
                }
            }
        }
    }
}
