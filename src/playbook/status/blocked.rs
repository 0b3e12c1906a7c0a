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
                let text = self.say("reason-must-blocked", &[("item", status.item.text.plain.as_str().into()), ("why", why.into())]);
                let reason = Reason::new(Rule::MustBlocked, text, self.say("clear-must-blocked", &[])).item(self.id(status));
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
                let (item, before) = (status.item.text.plain.as_str(), other.item.text.plain.as_str());
                let text =
                    self.say("reason-dependency-overdue", &[("item", item.into()), ("other", before.into()), ("date", self.date(due))]);
                let clear = self.say("clear-dependency-overdue", &[("id", item_id(stage, other).into())]);
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
            let text = self.say("reason-gate-hold", &[("date", self.date(gate.date))]);
            Reason::new(Rule::GateHold, text, self.say("clear-gate-hold", &[]))
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
                let key = if wave.state == WaveState::Holding { "reason-wave-holding" } else { "reason-wave-rolled-back" };
                let text = self.say(key, &[("percent", self.percent(n))]);
                let reason = Reason::new(Rule::WaveStopped, text, self.say("clear-wave-stopped", &[])).item(self.stage.wave_id(n));
                match wave.decision.map(|index| self.playbook.decisions[index].document) {
                    Some(document) => reason.place(&document.path, document.head),
                    None => reason,
                }
            })
            .collect()
    }

    pub(super) fn guardrail_fail(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailFail, Verdict::Fail, "clear-guardrail-fail")
    }
}
