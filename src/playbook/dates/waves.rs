//! Why a wave starts when it does, by plan and as things are now. Not done here: its stage.

use super::words::skipped;
use super::{Case, ExplainedDate, What};
use crate::calendar::{PlannedWave, WaveOrigin, WaveUnscheduled};
use crate::playbook::decision::{Outcome, Subject};
use crate::playbook::wave::{self, WaveState, WaveStatus};

type Plan = Result<PlannedWave, WaveUnscheduled>;

impl Case<'_, '_> {
    /// The dates of the waves of a stage.
    pub(super) fn waves(&self, stage: usize) -> Vec<ExplainedDate> {
        let waves = &self.playbook.judgements[self.project.index].stages[stage].waves;
        let ended = self.ended();
        let dates = waves.iter().enumerate().flat_map(|(n, wave)| {
            let (planned, forecast) = match &ended {
                Some(ended) if wave.started.is_none() => (ended.clone(), ended.clone()),
                _ => {
                    let planned = self.because(stage, wave.plan, |wave| waves[wave].plan);
                    let planned = self.playbook.locale.sentences(std::iter::once(planned).chain(self.passed_over(wave)));
                    (planned, self.forecast(stage, wave))
                }
            };
            let entry = |what, date, because| {
                let subject = Subject { stage, wave: Some(n) };
                let title = subject.title(&self.playbook.stages, self.playbook.locale);
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
        if is_planned { self.say("as-planned", &[]) } else { self.because(stage, wave.outlook, |wave| waves[wave].outlook) }
    }

    /// Why a wave has those days; `of` gives those of another wave in the same plan.
    fn because(&self, stage: usize, plan: Plan, of: impl Fn(usize) -> Plan) -> String {
        let wave = match plan {
            Ok(wave) => wave,
            Err(why) => return self.not_scheduled(stage, why),
        };
        let passed = self.project.workdays.skipped_before_release(wave.from, wave.start);
        let passed = (!passed.is_empty()).then(|| ("skipped", skipped(self.playbook.locale, &passed).into()));
        let from = ("from", self.date(wave.from));
        match (wave.origin, passed) {
            (WaveOrigin::Started, _) => self.say("wave-started-on", &[("date", self.date(wave.start))]),
            (WaveOrigin::Stage, None) => self.say_of("wave-by-stage", stage),
            (WaveOrigin::Stage, Some(passed)) => self.say("wave-by-stage-after", &[from, ("stage", self.title(stage).into()), passed]),
            (WaveOrigin::Own, None) => self.say("date-set", &[]),
            (WaveOrigin::Own, Some(passed)) => self.say("wave-own-after", &[from, passed]),
            (WaveOrigin::AsOf, None) => self.say("wave-not-before-today", &[]),
            (WaveOrigin::AsOf, Some(passed)) => self.say("wave-not-before-today-after", &[from, passed]),
            (WaveOrigin::Bake(before), passed) => {
                let bake = wave::bake(&self.playbook.stages[stage].front.waves[before]);
                let (wave, bake) = (("wave", self.wave_id(stage, before).into()), ("bake", bake.into()));
                // A wave that has days behind a bake comes behind one that has days too.
                match (passed, of(before)) {
                    (Some(passed), Ok(plan)) => {
                        self.say("wave-by-bake-after", &[wave, bake, ("date", self.date(plan.bake_last_day)), passed])
                    }
                    _ => self.say("wave-by-bake", &[wave, bake]),
                }
            }
        }
    }

    fn not_scheduled(&self, stage: usize, why: WaveUnscheduled) -> String {
        match why {
            WaveUnscheduled::NoStart => self.say_of("unscheduled-wave-no-start", stage),
            WaveUnscheduled::NoReleaseDay(from) => self.say("unscheduled-wave-no-day", &[("date", self.date(from))]),
            WaveUnscheduled::Stopped(wave) => {
                let stopped = &self.playbook.judgements[self.project.index].stages[stage].waves[wave];
                let is_back = stopped.state == WaveState::RolledBack;
                let key = if is_back { "unscheduled-wave-rolled-back" } else { "unscheduled-wave-holding" };
                // Only a decision stops a wave.
                let since = stopped.decision.map_or(self.playbook.as_of, |decision| self.playbook.decisions[decision].date);
                self.say(key, &[("wave", self.wave_id(stage, wave).into()), ("date", self.date(since))])
            }
        }
    }

    /// That nothing is to come because of how the project has ended, if it has.
    fn ended(&self) -> Option<String> {
        let day = wave::ended_on(self.playbook, self.project.index)?;
        let gates = (0..self.playbook.stages.len()).filter_map(|stage| wave::gate(self.playbook, self.project.index, stage));
        let killed = gates.into_iter().find(|decision| decision.outcome == Outcome::Kill && decision.date == day);
        Some(match killed {
            Some(killed) => self.say("unscheduled-killed", &[("stage", self.title(killed.subject.stage).into()), ("date", self.date(day))]),
            None => self.say("unscheduled-closed", &[("date", self.date(day))]),
        })
    }

    /// A start that the project typed and that does not count, for the bake before it ends later.
    fn passed_over(&self, wave: &WaveStatus<'_>) -> Option<String> {
        let own = wave.written.and_then(|written| written.state.start.as_ref()).map(|start| start.value);
        let waits = wave.plan.is_ok_and(|plan| matches!(plan.origin, WaveOrigin::Bake(_)));
        own.filter(|_| waits).map(|own| self.say("wave-passed-over", &[("date", self.date(own))]))
    }
}
