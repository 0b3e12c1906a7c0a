//! The status of one stage of one project: every rule of domain section 5 that matches gives its reasons, and the first one decides. Not done
//! here: the rules of each status (`blocked.rs`, `late.rs`, `at_risk.rs`), the status of the whole project.

use super::super::decision::{Decision, Outcome};
use super::super::exposure::Exposure;
use super::super::wave::{self, WaveState};
use super::super::{Playbook, Stage};
use super::case::Case;
use super::{Reason, Rule, StageJudgement, Status};

/// Judges one stage.
pub(super) fn judge<'a>(
    playbook: &Playbook<'a>,
    project: usize,
    stage: &Stage<'a>,
    touched: &[bool],
    exposures: &[Exposure],
) -> StageJudgement<'a> {
    let run = &playbook.projects[project];
    let joined = &run.stages[stage.index];
    let touched_here = touched[stage.index];
    let begun = joined.schedule.period().is_some_and(|period| period.start <= playbook.as_of);
    let waves = wave::waves(playbook, project, stage);
    let gate = wave::gate(playbook, project, stage.index);
    let active = !joined.complete && (touched_here || begun);
    let ended = wave::has_ended(playbook, project);
    let killed = gate.filter(|gate| gate.outcome == Outcome::Kill);
    let case = Case { playbook, project, run, stage, joined, waves: &waves, gate, active, touched, exposures };
    let (status, reasons) = if let Some(gate) = killed {
        (Status::Killed, vec![case.killed(gate)])
    } else if joined.complete {
        (Status::Complete, vec![case.complete()])
    } else if ended {
        // A project that has ended shows how; nothing else in it asks for action.
        (Status::NotStarted, Vec::new())
    } else {
        let reasons = case.open();
        let quiet = if !touched_here && !begun { Status::NotStarted } else { Status::OnTrack };
        (reasons.first().map_or(quiet, |reason| reason.rule.status()), reasons)
    };
    let closed = run.closed(playbook.as_of).is_some();
    let abandoned = ended && touched_here && status == Status::NotStarted;
    StageJudgement { status, reasons, touched: touched_here, active: active && !closed && (killed.is_some() || !ended), abandoned, waves }
}

impl<'a> Case<'_, 'a> {
    fn killed(&self, gate: &Decision<'a>) -> Reason {
        let text = self.say("reason-killed", &[("date", self.date(gate.date))]);
        Reason::new(Rule::Killed, text, self.say("clear-killed", &[]))
            .item(format!("decision:{}", gate.document.id))
            .place(&gate.document.path, gate.document.head)
    }

    fn complete(&self) -> Reason {
        let musts = self.joined.musts;
        let text = match self.gate {
            Some(gate) => self.say("reason-complete-decided", &[("outcome", gate.outcome.word().into()), ("date", self.date(gate.date))]),
            None if musts.total > 0 => {
                self.say("reason-complete-musts", &[("resolved", musts.resolved.into()), ("total", musts.total.into())])
            }
            None if !self.waves.is_empty() => self.say("reason-complete-waves", &[]),
            None if self.joined.progress.counted > 0 => self.say("reason-complete-items", &[]),
            None => self.say("reason-complete-over", &[]),
        };
        let reason = Reason::new(Rule::Complete, text, self.say("clear-complete", &[]));
        match self.gate {
            Some(gate) => reason.item(format!("decision:{}", gate.document.id)).place(&gate.document.path, gate.document.head),
            None => reason,
        }
    }

    /// All rules of a stage that is still open, in their order.
    fn open(&self) -> Vec<Reason> {
        let rules: [fn(&Self) -> Vec<Reason>; 18] = [
            Self::must_blocked,
            Self::dependency_overdue,
            Self::gate_hold,
            Self::wave_stopped,
            Self::guardrail_fail,
            Self::window_over,
            Self::must_overdue,
            Self::condition_overdue,
            Self::wave_overdue,
            Self::reopened,
            Self::behind,
            Self::no_owner,
            Self::expiring,
            Self::gate_skipped,
            Self::exposure,
            Self::guardrail_warn,
            Self::wave_undecided,
            Self::stale,
        ];
        let mut reasons: Vec<Reason> = rules.iter().flat_map(|rule| rule(self)).collect();
        reasons.extend(self.gate_open());
        reasons
    }

    /// Everything is done and nobody has decided. With neither musts nor waves, everything is what is counted.
    fn gate_open(&self) -> Option<Reason> {
        let (musts, progress) = (self.joined.musts, self.joined.progress);
        let undecided = self.stage.front.gate.is_some() && self.gate.is_none();
        let any = musts.total > 0 || !self.waves.is_empty() || (progress.counted > 0 && progress.done == progress.counted);
        let all = musts.all_resolved() && self.waves.iter().all(|wave| wave.state == WaveState::Promoted);
        (undecided && any && all).then(|| {
            let text = match musts.total {
                0 => self.say("reason-gate-open", &[]),
                total => self.say("reason-gate-open-musts", &[("total", total.into())]),
            };
            Reason::new(Rule::GateOpen, text, self.say("clear-gate-open", &[])).item(format!("gate:{}", self.stage.id()))
        })
    }
}
