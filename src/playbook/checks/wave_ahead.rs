//! `wave-ahead`: more users were reached than anybody had decided: a wave started before the one before it was continued, or reached more than
//! the next one is to.

use crate::calendar::Date;
use crate::diagnostic::{Code, Diagnostic, Spanned};
use crate::document::front;
use crate::playbook::decision::{Outcome, Subject};
use crate::playbook::wave::{WaveStatus, WrittenWave};
use crate::playbook::{Playbook, Project};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let known = playbook.projects.iter().zip(&playbook.judgements).filter(|(project, _)| !playbook.partial.project(project.index));
    for (project, judgement) in known {
        for (stage, judged) in playbook.stages.iter().zip(&judgement.stages) {
            for (n, waves) in judged.waves.windows(2).enumerate() {
                let [front, next] = [&stage.front.waves[n], &stage.front.waves[n + 1]];
                let before = Before { playbook, project, subject: Subject { stage: stage.index, wave: Some(n) }, front, status: &waves[0] };
                diagnostics.extend(before.too_early(next, &waves[1]));
                diagnostics.extend(too_far(front, &waves[0], next));
            }
        }
    }
}

/// The wave before another.
struct Before<'c, 'a> {
    playbook: &'c Playbook<'a>,
    project: &'c Project<'a>,
    subject: Subject,
    front: &'c front::Wave,
    status: &'c WaveStatus<'a>,
}

impl Before<'_, '_> {
    fn too_early(&self, next: &front::Wave, status: &WaveStatus<'_>) -> Option<Diagnostic> {
        let written = status.written?;
        let started = written.state.started.as_ref().filter(|started| status.started == Some(started.value))?;
        let why = self.why_not(started.value)?;
        let message = format!("the wave `{}` was started on {}, {why}", next.id.value, started.value);
        let help = "a wave starts when the one before it was continued; is a decision missing, or one of the dates wrong?";
        Some(report(written, started, message).help(help))
    }

    /// Why the wave does not stand continued on a day; `None` if it does. What was decided later does not count.
    fn why_not(&self, day: Date) -> Option<String> {
        let id = &self.front.id.value;
        let own = || self.playbook.decisions_of(self.project).filter(|decision| decision.subject == self.subject);
        let known = own().rfind(|decision| decision.date <= day);
        let later = own().find(|decision| decision.date > day && decision.outcome == Outcome::Continue);
        if self.status.started.is_none() {
            // What is decided or measured of a wave that has not started has a finding of its own.
            let is_bare = own().next().is_none() && self.status.written.is_none_or(|written| written.state.measurements.is_empty());
            return is_bare.then(|| format!("though `{id}` before it has not started"));
        }
        match (known.map(|decision| (decision.outcome, decision.date)), later) {
            (Some((Outcome::Continue, _)), _) => None,
            (_, Some(later)) => Some(format!("before `{id}` was continued on {}", later.date)),
            (Some((Outcome::Rollback, since)), None) => Some(format!("though `{id}` was rolled back on {since}")),
            (Some((_, since)), None) => Some(format!("though `{id}` was on hold since {since}")),
            (None, None) => Some(format!("though nothing was decided on `{id}`")),
        }
    }
}

fn too_far(front: &front::Wave, status: &WaveStatus<'_>, next: &front::Wave) -> Option<Diagnostic> {
    let (reached, limit) = (status.actual_percent()?, next.percent.as_ref()?.value);
    if reached <= limit {
        return None;
    }
    let written = status.written?;
    let id = &front.id.value;
    let message = format!("the wave `{id}` has reached {reached} %, more than the {limit} % of `{}` after it", next.id.value);
    let help = "who is not in this wave yet is in no wave that was decided; if the number is right, write why into the notes and accept it";
    Some(report(written, written.state.actual_percent.as_ref()?, message).help(help))
}

fn report<T>(written: WrittenWave<'_>, at: &Spanned<T>, message: String) -> Diagnostic {
    Diagnostic::new(Code::WaveAhead, &written.document.path, at.span, message)
}
