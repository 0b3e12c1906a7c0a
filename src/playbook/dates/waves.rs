//! Why a wave starts when it does, by plan and as things are now. Not done here: its stage.

use super::words::skipped;
use super::{Case, ExplainedDate, What};
use crate::calendar::{PlannedWave, WaveOrigin, WaveUnscheduled};
use crate::playbook::decision::{Outcome, Subject};
use crate::playbook::wave::{self, WaveState, WaveStatus};
use crate::playbook::words::count;

type Plan = Result<PlannedWave, WaveUnscheduled>;

impl Case<'_, '_> {
    /// The dates of the waves of a stage.
    pub(super) fn waves(&self, stage: usize) -> Vec<ExplainedDate> {
        let waves = &self.playbook.judgements[self.project.index].stages[stage].waves;
        let ended = self.ended();
        let dates = waves.iter().enumerate().flat_map(|(n, wave)| {
            let (planned, forecast) = match &ended {
                Some(ended) if wave.started.is_none() => (format!("unscheduled: {ended}"), format!("unscheduled: {ended}")),
                _ => {
                    let planned = self.because(stage, wave.plan, |wave| waves[wave].plan);
                    (format!("{planned}{}", passed_over(wave)), self.forecast(stage, wave))
                }
            };
            let entry = |what, date, because| {
                let subject = Subject { stage, wave: Some(n) };
                let title = subject.title(&self.playbook.stages);
                ExplainedDate { subject: self.playbook.stages[stage].wave_id(n), title, what, date, because }
            };
            let forecast_day = wave.forecast.map(|forecast| forecast.start);
            [entry(What::PlannedStart, wave.planned, planned), entry(What::Forecast, forecast_day, forecast)]
        });
        dates.collect()
    }

    fn wave_id(&self, stage: usize, wave: usize) -> &str {
        &self.playbook.stages[stage].front.waves[wave].id.value
    }

    fn forecast(&self, stage: usize, wave: &WaveStatus<'_>) -> String {
        let waves = &self.playbook.judgements[self.project.index].stages[stage].waves;
        let is_planned = match (wave.plan, wave.outlook) {
            (Ok(plan), Ok(outlook)) => wave.started.is_none() && plan == outlook,
            _ => false,
        };
        if is_planned { "as planned".to_owned() } else { self.because(stage, wave.outlook, |wave| waves[wave].outlook) }
    }

    /// Why a wave has those days; `of` gives those of another wave in the same plan.
    fn because(&self, stage: usize, plan: Plan, of: impl Fn(usize) -> Plan) -> String {
        let wave = match plan {
            Ok(wave) => wave,
            Err(why) => return format!("unscheduled: {}", self.not_scheduled(stage, why)),
        };
        let passed = self.project.workdays.skipped_before_release(wave.from, wave.start);
        let (from, passed) = (wave.from, (!passed.is_empty()).then(|| skipped(&passed)));
        match (wave.origin, passed) {
            (WaveOrigin::Started, _) => format!("started on {}", wave.start),
            (WaveOrigin::Stage, None) => format!("{} starts on that day", self.title(stage)),
            (WaveOrigin::Stage, Some(passed)) => format!("first allowed day from {from}, when {} starts: {passed}", self.title(stage)),
            (WaveOrigin::Own, None) => "set by the project".to_owned(),
            (WaveOrigin::Own, Some(passed)) => format!("first allowed day from {from}, which the project set: {passed}"),
            (WaveOrigin::AsOf, None) => "it has not started, and can't before today".to_owned(),
            (WaveOrigin::AsOf, Some(passed)) => format!("it has not started; first allowed day from {from}: {passed}"),
            (WaveOrigin::Bake(before), None) => format!("the day after the bake of {}", self.bake(stage, before)),
            (WaveOrigin::Bake(before), Some(passed)) => {
                let last = of(before).map(|plan| format!(" ends on {}", plan.bake_last_day)).unwrap_or_default();
                format!("the bake of {}{last}; first allowed day after it: {passed}", self.bake(stage, before))
            }
        }
    }

    /// "`w10` (10 workdays)".
    fn bake(&self, stage: usize, wave: usize) -> String {
        let bake = i64::from(wave::bake(&self.playbook.stages[stage].front.waves[wave]));
        format!("`{}` ({})", self.wave_id(stage, wave), count(bake, "workday"))
    }

    fn not_scheduled(&self, stage: usize, why: WaveUnscheduled) -> String {
        match why {
            WaveUnscheduled::NoStart => format!("{} has no start", self.title(stage)),
            WaveUnscheduled::NoReleaseDay(from) => {
                format!("in the ten years from {from} on there is no day on which it may start and be watched")
            }
            WaveUnscheduled::Stopped(wave) => {
                let stopped = &self.playbook.judgements[self.project.index].stages[stage].waves[wave];
                let since =
                    stopped.decision.map(|decision| format!(" since {}", self.playbook.decisions[decision].date)).unwrap_or_default();
                let how = if stopped.state == WaveState::RolledBack { "rolled back" } else { "on hold" };
                format!("`{}` is {how}{since}", self.wave_id(stage, wave))
            }
        }
    }

    /// How the project has ended, if it has.
    fn ended(&self) -> Option<String> {
        let day = wave::ended_on(self.playbook, self.project.index)?;
        let gates = (0..self.playbook.stages.len()).filter_map(|stage| wave::gate(self.playbook, self.project.index, stage));
        let killed = gates.into_iter().find(|decision| decision.outcome == Outcome::Kill && decision.date == day);
        Some(match killed {
            Some(killed) => format!("the project was ended at the gate of {} on {day}", self.title(killed.subject.stage)),
            None => format!("the project is closed since {day}"),
        })
    }
}

/// A start that the project typed and that does not count, for the bake before it ends later.
fn passed_over(wave: &WaveStatus<'_>) -> String {
    let own = wave.written.and_then(|written| written.state.start.as_ref()).map(|start| start.value);
    let waits = wave.plan.is_ok_and(|plan| matches!(plan.origin, WaveOrigin::Bake(_)));
    own.filter(|_| waits).map(|own| format!("; the project set {own}, which is earlier")).unwrap_or_default()
}
