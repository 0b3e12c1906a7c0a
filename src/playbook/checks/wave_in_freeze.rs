//! `wave-in-freeze`: a wave that was started, or was given a start, on a day of a freeze. Computed starts avoid freezes.

use crate::calendar::{Date, Freeze};
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::path::SourcePath;
use crate::playbook::Playbook;

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for project in &playbook.projects {
        for (stage, joined) in playbook.stages.iter().zip(&project.stages) {
            for (wave, written) in stage.front.waves.iter().zip(&joined.waves) {
                let Some(written) = written else { continue };
                let started = written.state.started.as_ref().filter(|started| started.value <= playbook.as_of);
                let days = started.map(|day| (day, true)).into_iter().chain(written.state.start.as_ref().map(|day| (day, false)));
                for (day, started) in days {
                    let Some(freeze) = project.workdays.freeze_on(day.value) else { continue };
                    diagnostics.push(report(&wave.id.value, day, started, freeze, &written.document.path));
                }
            }
        }
    }
}

fn report(wave: &str, day: &Spanned<Date>, started: bool, freeze: &Freeze, path: &SourcePath) -> Diagnostic {
    let verb = if started { "was started" } else { "is to start" };
    let why = if freeze.reason.is_empty() { String::new() } else { format!(" ({})", freeze.reason) };
    let message = format!("the wave `{wave}` {verb} on {}, in a freeze{why}", day.value);
    let last = freeze.end.yesterday().unwrap_or(freeze.end);
    let help = if started {
        format!("what happened stays written; accept it with `allow: [{}]` in this file", Code::WaveInFreeze.name())
    } else {
        format!("the freeze ends on {last}: move the start, or leave it out, for computed starts avoid freezes")
    };
    Diagnostic::new(Code::WaveInFreeze, path, day.span, message).help(help)
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    #[test]
    fn the_day_in_the_freeze_is_pointed_at_be_it_planned_or_past() {
        let found = findings(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n[calendar]\nfreezes = [{ start = 2026-03-25, end = 2026-04-10 }, { start = 2026-07-01, end = 2026-07-31 }]\n-- content/stages/a.md --\n---\nwaves:\n  - { percent: 50, rollback: 'https://x.example/', started: 2026-04-10, actual_percent: 40 }\n  - { percent: 100, rollback: 'https://x.example/', start: 2026-07-31 }\n---\n",
        );
        assert_eq!(found, ["content/stages/a.md:3:61 wave-in-freeze", "content/stages/a.md:4:60 wave-in-freeze"]);
    }
}
