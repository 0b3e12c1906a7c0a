//! The status of one stage of one project: every rule of domain section 5 that matches gives its reasons, and the first one decides. Not done
//! here: the rules of each status (`blocked.rs`, `late.rs`, `at_risk.rs`), the status of the whole project.

use super::super::decision::Outcome;
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
    let killed = gate.is_some_and(|gate| gate.outcome == Outcome::Kill);
    let case = Case { playbook, project, run, stage, joined, waves: &waves, gate, active, touched, exposures };
    let (status, reasons) = if killed {
        (Status::Killed, vec![case.killed()])
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
    StageJudgement { status, reasons, touched: touched_here, active: active && !closed && (killed || !ended), abandoned, waves }
}

impl<'a> Case<'_, 'a> {
    fn killed(&self) -> Reason {
        let Some(gate) = self.gate else { return Reason::new(Rule::Killed, "ended by its gate", "") };
        Reason::new(Rule::Killed, format!("the gate decided kill on {}", gate.date), "nothing: a new decision would reopen it")
            .item(format!("decision:{}", gate.document.id))
            .place(&gate.document.path, gate.document.head)
    }

    fn complete(&self) -> Reason {
        let text = match self.gate {
            Some(gate) => format!("every must was resolved when the gate decided {} on {}", gate.outcome.word(), gate.date),
            None if self.joined.musts.total > 0 => {
                format!("every must is resolved, {} of {}", self.joined.musts.resolved, self.joined.musts.total)
            }
            None if !self.waves.is_empty() => "every wave is promoted".to_owned(),
            None if self.joined.progress.counted > 0 => "all its items are done".to_owned(),
            None => "nothing is counted and its window is over".to_owned(),
        };
        let reason = Reason::new(Rule::Complete, text, "nothing has to be cleared");
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
            let what = match musts.total {
                0 => "everything is done".to_owned(),
                total => format!("every must is resolved, {total} of {total}"),
            };
            Reason::new(Rule::GateOpen, format!("{what}, and the gate waits for its decision"), "decide the gate")
                .item(format!("gate:{}", self.stage.id()))
        })
    }
}
