//! The rules that put a stage `at-risk` (domain section 5): it will be late or blocked, if nobody acts. Not done here: the other statuses.

use super::super::actual;
use super::super::checklist::Expiry;
use super::super::exposure::{Exposure, Level};
use super::super::project::ItemStatus;
use super::super::wave::{self, Verdict, WaveState};
use super::super::words::count;
use super::case::{Case, at_state, item_id};
use super::{Reason, Rule};
use crate::calendar::{Date, days_between};

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
        let text = format!(
            "{done} of {counted} points done ({} %) where {elapsed} of {total} workdays are gone ({} %)",
            100 * done / counted,
            100 * elapsed / total
        );
        let numbers = [("done", done), ("counted", counted), ("elapsed", elapsed), ("total", total), ("allowed", i128::from(behind))];
        let numbers = numbers.map(|(name, number)| (name, i64::try_from(number).unwrap_or(i64::MAX)));
        vec![
            Reason::new(Rule::Behind, text, format!("be at most {behind} percentage points behind, or move the window with a reason"))
                .numbers(&numbers),
        ]
    }

    pub(super) fn no_owner(&self) -> Vec<Reason> {
        let soon = self.playbook.config.thresholds.due_soon;
        let ownerless = |status: &&ItemStatus<'a>| status.owner.is_none();
        let mut reasons: Vec<Reason> = (self.unresolved_musts().filter(ownerless))
            .filter_map(|status| {
                let due = status.due.filter(|due| self.is_within(*due, soon))?;
                let days = days_between(self.as_of(), due);
                let text = format!("\"{}\" is due on {due} and has no owner", status.item.text.plain);
                Some(at_state(
                    Reason::new(Rule::NoOwner, text, "name its owner").item(self.id(status)).numbers(&[("days_left", days)]),
                    status,
                ))
            })
            .collect();
        if let Some(last) = self.last_day().filter(|last| self.is_within(*last, soon)) {
            reasons.extend(self.together(
                Rule::NoOwner,
                |status| status.owner.is_none() && status.due.is_none(),
                &format!("due with the window on {last} without an owner"),
                "name their owners",
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
                let when = if days == 0 { "today".to_owned() } else { format!("in {}", count(days, "day")) };
                let (what, clear) = match expiry {
                    Expiry::Waiver => ("the waiver of", "do the item, or have the waiver renewed"),
                    Expiry::Evidence => ("the evidence of", "renew the evidence"),
                };
                let text = format!("{what} \"{}\" ends on {last}, {when}", status.item.text.plain);
                Some(at_state(
                    Reason::new(Rule::Expiring, text, clear).item(item_id(stage, status)).numbers(&[("days_left", days)]),
                    status,
                ))
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
                let text = format!(
                    "this stage has begun, but the gate of {} has no go, and its window ended on {}",
                    stage.title(),
                    over.last_day()?
                );
                Some(
                    Reason::new(Rule::GateSkipped, text, format!("decide the gate of {}", stage.title()))
                        .item(format!("gate:{}", stage.id())),
                )
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
            let text = format!("exposed to \"{}\": {open} of {guards} guards open, and {because}", cause.document.title);
            Reason::new(Rule::Exposure, text, format!("close its open guards: {}", ids.join(", ")))
                .item(format!("cause:{}", cause.document.id))
                .numbers(&[("open", open), ("guards", guards), ("severity", exposure.severity)])
        };
        self.exposures.iter().filter(here).map(reason).collect()
    }

    pub(super) fn guardrail_warn(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailWarn, Verdict::Warn, "find out why it moved before the next wave")
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
                let why = if silent.is_empty() {
                    "nothing is decided".to_owned()
                } else {
                    format!("too few measurements of {}", silent.join(", "))
                };
                let clear = if silent.is_empty() {
                    "decide on the wave"
                } else {
                    "measure until the guardrails say something, then decide on the wave"
                };
                let text = format!("the bake of {} ended on {last}, {} ago: {why}", self.wave_title(n), count(days, "day"));
                Some(
                    Reason::new(Rule::WaveUndecided, text, clear)
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
            return vec![Reason::new(Rule::Stale, "nothing in this stage carries a date", "write when a state was reached, or an update")];
        };
        let (Ok(since), Ok(until)) = (last.tomorrow(), self.as_of().tomorrow()) else { return Vec::new() };
        let workdays = i64::try_from(self.run.workdays.count(since, until)).unwrap_or(i64::MAX);
        if workdays < limit {
            return Vec::new();
        }
        let text = format!("the last dated record is of {last}, before the last {limit} workdays");
        vec![
            Reason::new(Rule::Stale, text, "write an update, or the date of the next state")
                .numbers(&[("workdays", workdays), ("allowed", limit)]),
        ]
    }

    /// The latest dated record: a state, a wave's start or measurement or a decision of this stage, or the project's updates.
    pub(super) fn last_record(&self) -> Option<Date> {
        let updates = self.run.front.updates.iter().map(|update| update.date.value).filter(|date| *date <= self.as_of());
        actual::records(self.playbook, self.run, self.stage.index).chain(updates).max()
    }
}
