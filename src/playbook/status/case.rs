//! One stage of one project, as the rules of domain section 5 look at it. Not done here: any rule.

use super::super::decision::Decision;
use super::super::exposure::Exposure;
use super::super::project::{ItemStatus, ProjectStage};
use super::super::wave::{self, Verdict, WaveStatus};
use super::super::{Playbook, Project, Stage, words};
use super::{Reason, Rule};
use crate::calendar::{Date, days_between};

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

    /// One reason for all unresolved musts of a sort, listing their ids.
    pub(super) fn together(&self, rule: Rule, which: impl Fn(&ItemStatus<'a>) -> bool, what: &str, clear: &str) -> Option<Reason> {
        let ids: Vec<String> = self.unresolved_musts().filter(|status| which(status)).map(|status| self.id(status)).collect();
        let count = ids.len();
        (count > 0).then(|| {
            Reason::new(rule, format!("{} {what}: {}", words::count(count, "must"), ids.join(", ")), clear)
                .numbers(&[("items", count as i64)])
        })
    }

    pub(super) fn wave_title(&self, wave: usize) -> String {
        wave::name(self.stage, wave)
    }

    /// Guardrails of started waves with that verdict.
    pub(super) fn guardrails(&self, rule: Rule, verdict: Verdict, clear: &str) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (n, wave) in self.waves.iter().enumerate().filter(|(_, wave)| wave.started.is_some()) {
            for guardrail in wave.guardrails.iter().filter(|guardrail| guardrail.verdict == verdict) {
                let (Some(shortfall), Some(latest)) = (guardrail.shortfall(), guardrail.latest()) else { continue };
                let reason = Reason::new(rule, format!("{}: {shortfall}", self.wave_title(n)), clear)
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
