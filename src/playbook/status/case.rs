//! One stage of one project, as the rules of domain section 5 look at it. Not done here: any rule.

use super::super::decision::Decision;
use super::super::exposure::Exposure;
use super::super::project::{ItemStatus, ProjectStage};
use super::super::wave::{Verdict, WaveStatus};
use super::super::{Playbook, Project, Stage};
use super::{Reason, Rule};
use crate::calendar::{Date, days_between};
use crate::locale::Value;

/// One stage of one project, with what its rules look at.
pub(super) struct Case<'c, 'a> {
    pub(super) playbook: &'c Playbook<'a>,
    pub(super) project: usize,
    pub(super) run: &'c Project<'a>,
    pub(super) stage: &'c Stage<'a>,
    pub(super) joined: &'c ProjectStage<'a>,
    pub(super) waves: &'c [WaveStatus<'a>],
    pub(super) gate: Option<&'c Decision<'a>>,
    pub(super) active: bool,
    pub(super) touched: &'c [bool],
    pub(super) exposures: &'c [Exposure],
}

impl<'a> Case<'_, 'a> {
    pub(super) fn as_of(&self) -> Date {
        self.playbook.as_of
    }

    /// A message, with what stands in it.
    pub(super) fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.playbook.locale.with(key, values)
    }

    /// A day in a message.
    pub(super) fn date(&self, day: Date) -> Value<'static> {
        self.playbook.locale.date(day).into()
    }

    /// How far a day is from as_of, in a message.
    pub(super) fn away(&self, day: Date) -> Value<'static> {
        self.playbook.away(day).into()
    }

    pub(super) fn id(&self, status: &ItemStatus<'_>) -> String {
        item_id(self.stage, status)
    }

    pub(super) fn unresolved_musts(&self) -> impl Iterator<Item = &ItemStatus<'a>> {
        self.joined.items.iter().filter(|status| status.item.must && !status.effective.is_resolved())
    }

    pub(super) fn last_day(&self) -> Option<Date> {
        self.joined.schedule.period().and_then(|period| period.last_day())
    }

    /// 0 ≤ date − as_of ≤ days.
    pub(super) fn is_within(&self, date: Date, days: i64) -> bool {
        (0..=days).contains(&days_between(self.as_of(), date))
    }

    /// One reason for all unresolved musts of a sort that are due on the window's last day, listing their ids. The last two are
    /// the keys of its messages.
    pub(super) fn together(
        &self,
        rule: Rule,
        which: impl Fn(&ItemStatus<'a>) -> bool,
        last: Date,
        (text, clear): (&str, &str),
    ) -> Option<Reason> {
        let ids: Vec<String> = self.unresolved_musts().filter(|status| which(status)).map(|status| self.id(status)).collect();
        let count = ids.len();
        (count > 0).then(|| {
            let text = self.say(text, &[("count", count.into()), ("date", self.date(last)), ("ids", ids.join(", ").into())]);
            Reason::new(rule, text, self.say(clear, &[])).numbers(&[("items", count as i64)])
        })
    }

    /// The share of users of a wave, in a message.
    pub(super) fn percent(&self, wave: usize) -> Value<'static> {
        self.stage.front.waves[wave].percent().into()
    }

    /// Guardrails of started waves with that verdict; `clear` is the key of what clears it.
    pub(super) fn guardrails(&self, rule: Rule, verdict: Verdict, clear: &str) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (n, wave) in self.waves.iter().enumerate().filter(|(_, wave)| wave.started.is_some()) {
            for guardrail in wave.guardrails.iter().filter(|guardrail| guardrail.verdict == verdict) {
                let (Some(shortfall), Some(latest)) = (guardrail.shortfall(), guardrail.latest()) else { continue };
                let [metric, value, date, bound] = shortfall.values(self.playbook.locale);
                let text = self.say("reason-guardrail", &[("percent", self.percent(n)), metric, value, date, bound]);
                let reason = Reason::new(rule, text, self.say(clear, &[]))
                    .item(format!("{}/{}", self.stage.wave_id(n), guardrail.guardrail.id.value))
                    .numbers(&[("samples", guardrail.measured.len() as i64)]);
                reasons.push(match wave.written {
                    Some(written) => reason.place(&written.document.path, latest.date.span),
                    None => reason,
                });
            }
        }
        reasons
    }
}

pub(super) fn item_id(stage: &Stage<'_>, status: &ItemStatus<'_>) -> String {
    format!("{}/{}", stage.id(), status.item.id.value)
}

pub(super) fn at_state(reason: Reason, status: &ItemStatus<'_>) -> Reason {
    match status.state {
        Some(written) => reason.place(&written.document.path, written.state.state.span),
        None => reason,
    }
}
