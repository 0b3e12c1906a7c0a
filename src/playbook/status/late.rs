//! The rules that make a stage `late` (domain section 5): a date has passed. Not done here: the other statuses.

use super::super::wave;
use super::case::{Case, at_state, item_id};
use super::{Reason, Rule};
use crate::calendar::{Due, days_between};

impl<'a> Case<'_, 'a> {
    pub(super) fn window_over(&self) -> Vec<Reason> {
        let over = self.joined.schedule.period().filter(|period| period.is_over(self.as_of()));
        let last = over.and_then(|period| period.last_day());
        last.map(|last| {
            let days = days_between(last, self.as_of());
            let (resolved, total) = (self.joined.musts.resolved, self.joined.musts.total);
            let clear = if resolved < total { "clear-window-over-musts" } else { "clear-window-over" };
            let text = self.say("reason-window-over", &[("date", self.date(last)), ("away", self.away(last))]);
            Reason::new(Rule::WindowOver, text, self.say(clear, &[])).numbers(&[("days_over", days)])
        })
        .into_iter()
        .collect()
    }

    pub(super) fn must_overdue(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = (self.unresolved_musts())
            .filter_map(|status| {
                let due = status.due.filter(|due| *due < self.as_of())?;
                let days = days_between(due, self.as_of());
                let item = status.item.text.plain.as_str();
                let text = self.say("reason-must-overdue", &[("item", item.into()), ("date", self.date(due)), ("away", self.away(due))]);
                let reason = Reason::new(Rule::MustOverdue, text, self.say("clear-must-overdue", &[]));
                Some(at_state(reason.item(self.id(status)).numbers(&[("days_overdue", days)]), status))
            })
            .collect();
        if let Some(last) = self.last_day().filter(|last| *last < self.as_of()) {
            reasons.extend(self.together(
                Rule::MustOverdue,
                |status| status.due.is_none(),
                last,
                ("reason-musts-overdue", "clear-musts-overdue"),
            ));
        }
        reasons
    }

    /// Conditions are followed where they were set while that stage is open, and in the current stage once it is complete.
    pub(super) fn condition_overdue(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let is_current = self.run.current == Some(self.stage.index);
        for (_, decision) in self.playbook.standing_decisions(self.run) {
            let own = decision.subject.stage == self.stage.index;
            let inherited = is_current && self.run.stages[decision.subject.stage].complete;
            if !own && !inherited {
                continue;
            }
            let period = self.run.stages[decision.subject.stage].schedule.period();
            for condition in &decision.front.conditions {
                let open = condition.is_open(self.as_of());
                let due = condition.due.as_ref().and_then(|due: &Due| due.resolve(period.as_ref()));
                let Some(due) = due.filter(|due| open && *due < self.as_of()) else { continue };
                let days = days_between(due, self.as_of());
                let condition = condition.text.as_str();
                let text =
                    self.say("reason-condition-overdue", &[("text", condition.into()), ("date", self.date(due)), ("away", self.away(due))]);
                let reason = Reason::new(Rule::ConditionOverdue, text, self.say("clear-condition-overdue", &[]))
                    .item(format!("decision:{}", decision.document.id))
                    .numbers(&[("days_overdue", days)]);
                reasons.push(reason.place(&decision.document.path, decision.document.head));
            }
        }
        reasons
    }

    /// A wave that waits for a gate is not late while it does.
    pub(super) fn wave_overdue(&self) -> Vec<Reason> {
        if wave::waits_for_gate(self.playbook, self.project, self.stage.index) {
            return Vec::new();
        }
        (self.waves.iter().enumerate())
            .filter_map(|(n, wave)| {
                let planned = wave.overdue_since(self.as_of())?;
                let days = days_between(planned, self.as_of());
                let values = [("percent", self.percent(n)), ("date", self.date(planned)), ("away", self.away(planned))];
                let reason = Reason::new(Rule::WaveOverdue, self.say("reason-wave-overdue", &values), self.say("clear-wave-overdue", &[]));
                Some(reason.item(self.stage.wave_id(n)).numbers(&[("days_overdue", days)]))
            })
            .collect()
    }

    /// What came open again behind the project's back, said in its current stage.
    pub(super) fn reopened(&self) -> Vec<Reason> {
        if self.run.current != Some(self.stage.index) {
            return Vec::new();
        }
        let mut reasons = Vec::new();
        for (stage, joined) in self.playbook.stages.iter().zip(&self.run.stages).filter(|(_, joined)| joined.complete) {
            for status in joined.items.iter().filter(|status| status.item.must && !status.effective.is_resolved()) {
                let values = [("item", status.item.text.plain.as_str().into()), ("stage", stage.title().into())];
                let reason = Reason::new(Rule::Reopened, self.say("reason-reopened", &values), self.say("clear-reopened", &[]))
                    .item(item_id(stage, status));
                reasons.push(at_state(reason, status));
            }
        }
        reasons
    }
}
