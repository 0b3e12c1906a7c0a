//! What is known of the stages of one project, planned and real, and its words. Not done here: where on a chart that lies.

use super::words;
use crate::calendar::{self, Date, Period, add_days};
use crate::locale::Locale;
use crate::page::context::Context;
use crate::page::wave::wave_state;
use crate::page::words::{period_text, shift};
use crate::path::OutputPath;
use crate::playbook::actual::{Actual, actual};
use crate::playbook::decision::Decision;
use crate::playbook::wave::{self, WaveStatus};
use crate::playbook::{Project, Stage};

/// Days over which an open window fades out.
const FADING: i64 = 56;

/// A project, as the page `output` shows it.
#[derive(Clone, Copy)]
pub(super) struct Facts<'c, 'p, 'a> {
    pub(super) context: &'c Context<'p, 'a>,
    pub(super) output: &'c OutputPath,
    pub(super) project: &'c Project<'a>,
}

impl<'c, 'a> Facts<'c, '_, 'a> {
    pub(super) fn locale(self) -> &'c Locale {
        self.context.playbook.locale
    }

    pub(super) fn stage(self, stage: usize) -> &'c Stage<'a> {
        &self.context.playbook.stages[stage]
    }

    /// The window of a stage as it is planned now; `None` for a stage that does not exist, too.
    pub(super) fn plan(self, stage: usize) -> Option<Period> {
        self.project.stages.get(stage)?.schedule.period()
    }

    /// The window without the project's own dates, where it is another one; `None` for a stage that does not exist, too.
    pub(super) fn baseline(self, stage: usize) -> Option<Period> {
        self.project.stages.get(stage)?.schedule.baseline.filter(|baseline| self.plan(stage) != Some(*baseline))
    }

    pub(super) fn actual(self, stage: usize) -> Actual {
        actual(self.context.playbook, self.project, stage)
    }

    /// The decision that stands on the gate of a stage.
    pub(super) fn decision(self, stage: usize) -> Option<&'c Decision<'a>> {
        wave::gate(self.context.playbook, self.project.index, stage)
    }

    /// The day of the review of a stage that has a gate; `None` once nothing is to come in the project and nothing was decided.
    pub(super) fn review(self, stage: usize) -> Option<Date> {
        self.stage(stage).front.gate.as_ref()?;
        let is_to_come = self.decision(stage).is_some() || !wave::has_ended(self.context.playbook, self.project.index);
        self.plan(stage).filter(|_| is_to_come).and_then(|plan| self.project.workdays.gate_review(&plan))
    }

    pub(super) fn waves(self, stage: usize) -> &'c [WaveStatus<'a>] {
        &self.context.judgement(self.project).stages[stage].waves
    }

    pub(super) fn percent(self, stage: usize, wave: usize) -> f64 {
        self.stage(stage).front.waves[wave].percent()
    }

    /// "go on 2 Apr 2026", "review on 3 Apr 2026".
    pub(super) fn gate_words(self, stage: usize) -> Option<String> {
        let locale = self.locale();
        let day = |day: Date| ("day", locale.date_short(day).into());
        match self.decision(stage) {
            Some(decision) => {
                let outcome = locale.text(&format!("outcome-{}", decision.outcome.word()));
                Some(locale.with("decided-on", &[("outcome", outcome.into()), day(decision.date)]))
            }
            None => self.review(stage).map(|review| locale.with("review-on-day", &[day(review)])),
        }
    }

    /// "wave 25 % started 23 Apr 2026, 25 days earlier than planned, promoted", "wave 50 % unscheduled".
    pub(super) fn wave_words(self, stage: usize, n: usize) -> String {
        let wave = &self.waves(stage)[n];
        let locale = self.locale();
        let percent = ("percent", self.percent(stage, n).into());
        let Some(forecast) = wave.forecast else { return locale.with("chart-wave-unscheduled", &[percent]) };
        let shift = wave.planned.and_then(|planned| shift(locale, calendar::days_between(planned, forecast.start)));
        let key = match (wave.started.is_some(), shift.is_some()) {
            (true, true) => "chart-wave-started-moved",
            (true, false) => "chart-wave-started",
            (false, true) => "chart-wave-expected-moved",
            (false, false) => "chart-wave-expected",
        };
        let day = ("day", locale.date_short(wave.started.unwrap_or(forecast.start)).into());
        let state = ("state", locale.text(&format!("wave-{}", wave_state(wave.state))).into());
        locale.with(key, &[percent, day, ("shift", shift.unwrap_or_default().into()), state])
    }

    /// A stage in a sentence, with every mark that it has or would have, had the chart room for all days.
    pub(super) fn text(self, stage: usize) -> String {
        let (plan, real) = (self.plan(stage), self.actual(stage));
        let locale = self.locale();
        let moved = self.project.stages[stage].schedule.baseline.zip(plan).and_then(|(baseline, plan)| words::slip(locale, baseline, plan));
        let chip = self.context.stage_chip(self.project, stage);
        let mut parts = vec![format!("{}: {}, {}", self.stage(stage).title(), period_text(locale, plan), chip.words)];
        parts.extend(moved.map(|moved| locale.with("chart-moved", &[("slip", moved.into())])));
        parts.extend(real.start.map(|start| locale.with("chart-first-record", &[("day", locale.date_short(start).into())])));
        parts.extend(self.gate_words(stage).map(|words| locale.with("chart-gate", &[("what", words.into())])));
        parts.extend((0..self.waves(stage).len()).map(|n| self.wave_words(stage, n)));
        parts.join("; ")
    }

    /// The days on which a stage was really worked on: to the day of its go, of the project's end, or to as_of. One day for a stage that is
    /// complete without a go.
    pub(super) fn worked(self, stage: usize) -> Option<Period> {
        let real = self.actual(stage);
        let start = real.start?;
        let running = || {
            (!self.project.stages[stage].complete)
                .then(|| wave::ended_on(self.context.playbook, self.project.index).unwrap_or(self.context.playbook.as_of))
        };
        let last = real.end.or_else(running).unwrap_or(start);
        Period::new(start, last.max(start).tomorrow().ok())
    }

    /// Where an open window of a stage is drawn no more: some time after the last day of which something is known.
    pub(super) fn fades_until(self, stage: usize) -> Option<Date> {
        let waves = self.waves(stage).iter().filter_map(|wave| Some(wave.forecast?.bake_last_day));
        let now = wave::ended_on(self.context.playbook, self.project.index).unwrap_or(self.context.playbook.as_of);
        add_days(waves.chain([self.plan(stage)?.start, now]).max()?, FADING)
    }

    /// The days between which all lies that a chart shows of the project; `None` while it has no date.
    pub(super) fn range(self) -> Option<(Date, Date)> {
        let mut days: Vec<Date> = Vec::new();
        for stage in 0..self.project.stages.len() {
            for period in [self.plan(stage), self.baseline(stage), self.worked(stage)].into_iter().flatten() {
                days.push(period.start);
                days.extend(period.last_day().or_else(|| self.fades_until(stage)));
            }
            days.extend(self.decision(stage).map(|decision| decision.date));
            for wave in self.waves(stage) {
                days.extend(wave.planned);
                days.extend(wave.forecast.into_iter().flat_map(|wave| [wave.start, wave.bake_last_day]));
            }
        }
        Some((*days.iter().min()?, *days.iter().max()?))
    }
}
