//! `wave-in-freeze` and `wave-on-day-off`: a wave that was started, or was given a start, on a day on which no wave starts. Computed starts
//! avoid those days.

use crate::calendar::{Date, Freeze, Obstacle, WeekdaySet, Workdays};
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
                for (day, is_past) in days {
                    let (id, path) = (&wave.id.value, &written.document.path);
                    // A plan that was carried out is history.
                    let is_open = is_past || started.is_none();
                    diagnostics.extend(match project.workdays.freeze_on(day.value) {
                        Some(freeze) => Some(in_freeze(id, day, is_past, freeze, path)),
                        None => on_day_off(id, day, is_past, &project.workdays, path).filter(|_| is_open),
                    });
                }
            }
        }
    }
}

fn on_day_off(wave: &str, day: &Spanned<Date>, is_past: bool, workdays: &Workdays, path: &SourcePath) -> Option<Diagnostic> {
    let why = match workdays.obstacle(day.value)? {
        Obstacle::DayOff(weekday) => format!("a {}, which is no workday", WeekdaySet::name_of(weekday)),
        Obstacle::Holiday(holiday) => format!("a holiday{}", holiday.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default()),
        Obstacle::Avoided(weekday) => format!("a {}, on which no wave starts", WeekdaySet::name_of(weekday)),
        // A finding of its own.
        Obstacle::Freeze(_) => return None,
    };
    let verb = if is_past { "was started" } else { "is to start" };
    let help = match workdays.next_release_day(day.value) {
        _ if is_past => accept(Code::WaveOnDayOff),
        Some(next) => format!("the next day on which it can start is {next}: write that, or leave the start out"),
        None => "leave the start out, for computed starts avoid such days".to_owned(),
    };
    let message = format!("the wave `{wave}` {verb} on {}, {why}", day.value);
    Some(Diagnostic::new(Code::WaveOnDayOff, path, day.span, message).help(help))
}

fn accept(code: Code) -> String {
    format!("what happened stays written; accept it with `allow: [{}]` in this file", code.name())
}

fn in_freeze(wave: &str, day: &Spanned<Date>, is_past: bool, freeze: &Freeze, path: &SourcePath) -> Diagnostic {
    let verb = if is_past { "was started" } else { "is to start" };
    let why = if freeze.reason.is_empty() { String::new() } else { format!(" ({})", freeze.reason) };
    let message = format!("the wave `{wave}` {verb} on {}, in a freeze{why}", day.value);
    let last = freeze.last_day();
    let help = if is_past {
        accept(Code::WaveInFreeze)
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
