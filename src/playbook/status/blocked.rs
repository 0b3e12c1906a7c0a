//! The rules that make a stage `blocked` (domain section 5): something in it can't go on. Not done here: the other statuses.

use super::super::checklist::Effective;
use super::super::decision::Outcome;
use super::super::exposure::overdue_since;
use super::super::wave::{Verdict, WaveState};
use super::case::{Case, at_state, item_id};
use super::{Reason, Rule};
use crate::calendar::days_between;

impl<'a> Case<'_, 'a> {
    pub(super) fn must_blocked(&self) -> Vec<Reason> {
        let blocked = self.unresolved_musts().filter(|status| self.active && status.effective == Effective::Blocked);
        blocked
            .map(|status| {
                let why = status.state.and_then(|written| written.state.reason.as_deref()).unwrap_or_default();
                let text = format!("\"{}\" is blocked: {why}", status.item.text.plain);
                let reason = Reason::new(Rule::MustBlocked, text, "remove what blocks it, then set its state to doing or done")
                    .item(self.id(status));
                at_state(reason, status)
            })
            .collect()
    }

    pub(super) fn dependency_overdue(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for status in self.unresolved_musts().filter(|_| self.active) {
            for waits_for in &status.waits_for {
                let (stage, other) = (&self.playbook.stages[waits_for.stage], &self.run.stages[waits_for.stage].items[waits_for.item]);
                let Some(due) = overdue_since(self.run, waits_for, self.as_of()) else { continue };
                let days = days_between(due, self.as_of());
                let text = format!("\"{}\" waits for \"{}\", overdue since {due}", status.item.text.plain, other.item.text.plain);
                let clear = format!("do {} first", item_id(stage, other));
                reasons.push(at_state(
                    Reason::new(Rule::DependencyOverdue, text, clear).item(self.id(status)).numbers(&[("days_overdue", days)]),
                    other,
                ));
            }
        }
        reasons
    }

    pub(super) fn gate_hold(&self) -> Vec<Reason> {
        let hold = self.gate.filter(|gate| gate.outcome == Outcome::Hold);
        hold.map(|gate| {
            Reason::new(Rule::GateHold, format!("the gate decided hold on {}", gate.date), "record a new decision on the gate")
                .item(format!("decision:{}", gate.document.id))
                .place(&gate.document.path, gate.document.head)
        })
        .into_iter()
        .collect()
    }

    pub(super) fn wave_stopped(&self) -> Vec<Reason> {
        let stopped = self.waves.iter().enumerate().filter(|(_, wave)| matches!(wave.state, WaveState::Holding | WaveState::RolledBack));
        stopped
            .map(|(n, wave)| {
                let text = format!("{} is {}", self.wave_title(n), wave.state.word());
                let reason =
                    Reason::new(Rule::WaveStopped, text, "record a decision to continue once it is mended").item(self.stage.wave_id(n));
                match wave.decision.map(|index| self.playbook.decisions[index].document) {
                    Some(document) => reason.place(&document.path, document.head),
                    None => reason,
                }
            })
            .collect()
    }

    pub(super) fn guardrail_fail(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailFail, Verdict::Fail, "mend it, measure again, or roll the wave back")
    }
}
