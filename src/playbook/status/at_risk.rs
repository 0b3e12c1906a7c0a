//! The rules that put a stage `at-risk` (domain section 5): it will be late or blocked, if nobody acts. Not done here: the other statuses.

use super::super::actual;
use super::super::checklist::Expiry;
use super::super::exposure::{Exposure, Level};
use super::super::project::ItemStatus;
use super::super::wave::{self, Verdict, WaveState};
use super::case::{Case, at_state, item_id};
use super::{Reason, Rule};
use crate::calendar::{Date, days_between};
use crate::locale::Value;

impl<'a> Case<'_, 'a> {
    /// E − P > behind, compared as exact fractions.
    pub(super) fn behind(&self) -> Vec<Reason> {
        let Some((elapsed, total)) = self.joined.expected else { return Vec::new() };
        let (done, counted) = (self.joined.progress.done, self.joined.progress.counted);
        let behind = self.playbook.config.thresholds.behind;
        let [elapsed, total, done, counted] = [elapsed, total, done, counted].map(i128::from);
        if counted == 0 || total == 0 || 100 * (elapsed * counted - done * total) <= i128::from(behind) * total * counted {
            return Vec::new();
        }
        let shares = [("percent", 100 * done / counted), ("expected", 100 * elapsed / total)];
        let numbers = [("done", done), ("counted", counted), ("elapsed", elapsed), ("total", total), ("allowed", i128::from(behind))];
        let numbers = numbers.map(|(name, number)| (name, i64::try_from(number).unwrap_or(i64::MAX)));
        let shares = shares.map(|(name, number)| (name, i64::try_from(number).unwrap_or(i64::MAX)));
        let values: Vec<(&str, Value<'_>)> = numbers.iter().chain(&shares).map(|(name, number)| (*name, (*number).into())).collect();
        let clear = self.say("clear-behind", &[("allowed", behind.into())]);
        vec![Reason::new(Rule::Behind, self.say("reason-behind", &values), clear).numbers(&numbers)]
    }

    pub(super) fn no_owner(&self) -> Vec<Reason> {
        let soon = self.playbook.config.thresholds.due_soon;
        let ownerless = |status: &&ItemStatus<'a>| status.owner.is_none();
        let mut reasons: Vec<Reason> = (self.unresolved_musts().filter(ownerless))
            .filter_map(|status| {
                let due = status.due.filter(|due| self.is_within(*due, soon))?;
                let days = days_between(self.as_of(), due);
                let values = [("item", status.item.text.plain.as_str().into()), ("date", self.date(due))];
                let reason = Reason::new(Rule::NoOwner, self.say("reason-no-owner", &values), self.say("clear-no-owner", &[]));
                Some(at_state(reason.item(self.id(status)).numbers(&[("days_left", days)]), status))
            })
            .collect();
        if let Some(last) = self.last_day().filter(|last| self.is_within(*last, soon)) {
            reasons.extend(self.together(
                Rule::NoOwner,
                |status| status.owner.is_none() && status.due.is_none(),
                last,
                ("reason-musts-no-owner", "clear-musts-no-owner"),
            ));
        }
        reasons
    }

    pub(super) fn expiring(&self) -> Vec<Reason> {
        let soon = self.playbook.config.thresholds.expiry_soon;
        // What holds a completed stage together is announced in the stage that the project is in.
        let is_current = self.run.current == Some(self.stage.index);
        let behind = self.playbook.stages.iter().zip(&self.run.stages).filter(|(_, joined)| is_current && joined.complete);
        let here = std::iter::once((self.stage, self.joined));
        (here.chain(behind))
            .flat_map(|(stage, joined)| joined.items.iter().map(move |status| (stage, status)))
            .filter_map(|(stage, status)| {
                let (expiry, last) = status.expiry(self.as_of()).filter(|(_, last)| self.is_within(*last, soon))?;
                let days = days_between(self.as_of(), last);
                let (text, clear) = match expiry {
                    Expiry::Waiver => ("reason-expiring-waiver", "clear-expiring-waiver"),
                    Expiry::Evidence => ("reason-expiring-evidence", "clear-expiring-evidence"),
                };
                let item = status.item.text.plain.as_str();
                let text = self.say(text, &[("item", item.into()), ("date", self.date(last)), ("away", self.away(last))]);
                let reason = Reason::new(Rule::Expiring, text, self.say(clear, &[]));
                Some(at_state(reason.item(item_id(stage, status)).numbers(&[("days_left", days)]), status))
            })
            .collect()
    }

    pub(super) fn gate_skipped(&self) -> Vec<Reason> {
        if !self.touched[self.stage.index] {
            return Vec::new();
        }
        wave::closed_gates(self.playbook, self.project, self.stage.index)
            .filter_map(|stage| {
                let over = self.run.stages[stage.index].schedule.period().filter(|period| period.is_over(self.as_of()))?;
                let title = || ("stage", Value::from(stage.title()));
                let text = self.say("reason-gate-skipped", &[title(), ("date", self.date(over.last_day()?))]);
                let clear = self.say("clear-gate-skipped", &[title()]);
                Some(Reason::new(Rule::GateSkipped, text, clear).item(format!("gate:{}", stage.id())))
            })
            .collect()
    }

    pub(super) fn exposure(&self) -> Vec<Reason> {
        let here =
            |exposure: &&Exposure| exposure.level == Level::Critical && self.playbook.causes[exposure.cause].from == Some(self.stage.index);
        let reason = |exposure: &Exposure| {
            let cause = &self.playbook.causes[exposure.cause];
            let (open, guards) = (exposure.open.len() as i64, exposure.guards as i64);
            let because = exposure.because.as_deref().unwrap_or_default();
            let ids: Vec<String> = exposure.open.iter().map(|key| self.playbook.stages[key.stage].item_id(key.item)).collect();
            let title = cause.document.title.as_str();
            let values = [("cause", title.into()), ("open", open.into()), ("guards", guards.into()), ("because", because.into())];
            let clear = self.say("clear-exposure", &[("ids", ids.join(", ").into())]);
            Reason::new(Rule::Exposure, self.say("reason-exposure", &values), clear)
                .item(format!("cause:{}", cause.document.id))
                .numbers(&[("open", open), ("guards", guards), ("severity", exposure.severity)])
        };
        self.exposures.iter().filter(here).map(reason).collect()
    }

    pub(super) fn guardrail_warn(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailWarn, Verdict::Warn, "clear-guardrail-warn")
    }

    /// A missing number is never a pass: too few measurements leave a wave undecided, even one that was promoted without them.
    pub(super) fn wave_undecided(&self) -> Vec<Reason> {
        let baked = self.waves.iter().enumerate().filter(|(_, wave)| !matches!(wave.state, WaveState::Planned | WaveState::RolledBack));
        baked
            .filter_map(|(n, wave)| {
                let last = wave.baked_on(self.as_of())?;
                let silent: Vec<&str> = wave
                    .guardrails
                    .iter()
                    .filter(|guardrail| guardrail.verdict == Verdict::Inconclusive)
                    .map(|guardrail| guardrail.guardrail.id.value.as_str())
                    .collect();
                if wave.state != WaveState::Running && silent.is_empty() {
                    return None;
                }
                let days = days_between(last, self.as_of());
                let values = [("percent", self.percent(n)), ("date", self.date(last)), ("away", self.away(last))];
                let (text, clear) = if silent.is_empty() {
                    (self.say("reason-wave-undecided", &values), "clear-wave-undecided")
                } else {
                    let [percent, date, away] = values;
                    let guardrails = ("guardrails", silent.join(", ").into());
                    (self.say("reason-wave-unmeasured", &[percent, date, away, guardrails]), "clear-wave-unmeasured")
                };
                Some(
                    Reason::new(Rule::WaveUndecided, text, self.say(clear, &[]))
                        .item(self.stage.wave_id(n))
                        .numbers(&[("days_over", days), ("inconclusive", silent.len() as i64)]),
                )
            })
            .collect()
    }

    pub(super) fn stale(&self) -> Vec<Reason> {
        if !self.touched[self.stage.index] {
            return Vec::new();
        }
        let limit = self.playbook.config.thresholds.stale;
        let Some(last) = self.last_record() else {
            return vec![Reason::new(Rule::Stale, self.say("reason-stale-undated", &[]), self.say("clear-stale-undated", &[]))];
        };
        let (Ok(since), Ok(until)) = (last.tomorrow(), self.as_of().tomorrow()) else { return Vec::new() };
        let workdays = i64::try_from(self.run.workdays.count(since, until)).unwrap_or(i64::MAX);
        if workdays < limit {
            return Vec::new();
        }
        let text = self.say("reason-stale", &[("date", self.date(last)), ("workdays", limit.into())]);
        vec![Reason::new(Rule::Stale, text, self.say("clear-stale", &[])).numbers(&[("workdays", workdays), ("allowed", limit)])]
    }

    /// The latest dated record: a state, a wave's start or measurement or a decision of this stage, or the project's updates.
    pub(super) fn last_record(&self) -> Option<Date> {
        let updates = self.run.front.updates.iter().map(|update| update.date.value).filter(|date| *date <= self.as_of());
        actual::records(self.playbook, self.run, self.stage.index).chain(updates).max()
    }
}
