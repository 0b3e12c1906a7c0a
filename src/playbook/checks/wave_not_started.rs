//! `wave-not-started`: a decision or a measurement from before its wave started. The one changes nothing, or what it should not yet; the other
//! does not count.

use crate::calendar::Date;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front;
use crate::playbook::decision::{Outcome, Subject};
use crate::playbook::wave::WaveStatus;
use crate::playbook::{Decision, Playbook, Project};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.projects.iter().zip(&playbook.judgements).filter(|(project, _)| !playbook.partial.project(project.index));
    for (project, judgement) in known {
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for (n, (front, wave)) in stage.front.waves.iter().zip(&judged.waves).enumerate() {
                let started = wave.written.and_then(|written| written.state.started.as_ref()).map(|started| started.value);
                // A start to come has a finding of its own.
                if started.is_some_and(|started| started > playbook.as_of) {
                    continue;
                }
                let decision = wave.decision.and_then(|index| decided(&playbook.decisions[index], front, started));
                // Both have one cause, and it is told once.
                let subject = Subject { stage: stage.index, wave: Some(n) };
                diagnostics.extend(decision.or_else(|| measured(playbook, project, subject, front, wave, started)));
            }
        }
    }
}

fn decided(decision: &Decision<'_>, wave: &front::Wave, started: Option<Date>) -> Option<Diagnostic> {
    let (id, path, word) = (&wave.id.value, &decision.document.path, decision.outcome.word());
    let Some(started) = started else {
        let message = format!("`{word}` is decided on the wave `{id}`, which has not started");
        return Some(
            Diagnostic::new(Code::WaveNotStarted, path, decision.outcome_span(), message)
                .help("write when it `started` where the state of the wave stands: until then the decision changes nothing"),
        );
    };
    // A wave that was held or rolled back may have been started anew since.
    if decision.outcome != Outcome::Continue || decision.date >= started {
        return None;
    }
    let span = decision.front.date.as_ref().map_or(decision.outcome_span(), |date| date.span);
    let message = format!("`{word}` is dated {}, before the wave `{id}` started on {started}", decision.date);
    Some(
        Diagnostic::new(Code::WaveNotStarted, path, span, message)
            .help("a wave is continued when it has been watched; is one of the two dates wrong?"),
    )
}

fn measured(
    playbook: &Playbook<'_>,
    project: &Project<'_>,
    subject: Subject,
    front: &front::Wave,
    wave: &WaveStatus<'_>,
    started: Option<Date>,
) -> Option<Diagnostic> {
    let stopped = |decision: &Decision<'_>| {
        decision.subject == subject
            && matches!(decision.outcome, Outcome::Hold | Outcome::Rollback)
            && started.is_some_and(|started| decision.date <= started)
    };
    // What was measured before a stop stays written when the wave starts anew.
    if playbook.decisions_of(project).any(stopped) {
        return None;
    }
    let written = wave.written?;
    let is_early = |date: Date| date <= playbook.as_of && started.is_none_or(|started| date < started);
    let mut early = written.state.measurements.iter().filter(|entry| is_early(entry.date.value));
    let (first, more) = (early.next()?, early.count());
    let and_more = if more == 0 { String::new() } else { format!(", and {more} more") };
    let (id, day) = (&front.id.value, first.date.value);
    let (message, help) = match started {
        Some(started) => (
            format!("this measurement is dated {day}, before the wave `{id}` started on {started}{and_more}"),
            "it does not count, for only what is measured since the start does; is one of the two dates wrong?",
        ),
        None => (
            format!("this measurement is dated {day}, and the wave `{id}` has not started{and_more}"),
            "it does not count before the wave has a `started`; what was measured to prepare it belongs into the notes",
        ),
    };
    Some(Diagnostic::new(Code::WaveNotStarted, &written.document.path, first.date.span, message).help(help))
}
