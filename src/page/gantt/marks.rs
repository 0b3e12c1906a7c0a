//! The marks of a project's stages: what is drawn, and where. Not done here: which rows a chart has.

use super::facts::Facts;
use super::labels::percent_fits;
use super::scale::Scale;
use super::schedule::Baseline;
use super::{Bar, Gate, Outside, Overlap, Step};
use crate::calendar::{Date, Period};
use crate::page::parts;
use crate::page::wave::wave_state;
use crate::page::words::{number, period_text};
use crate::playbook::wave::WaveStatus;

/// A project on a scale.
pub(super) struct Marks<'c, 'p, 'a> {
    pub(super) facts: Facts<'c, 'p, 'a>,
    pub(super) scale: Scale,
}

impl Marks<'_, '_, '_> {
    /// The bar of a stage; `None` when no day of it is drawn.
    pub(super) fn bar(&self, stage: usize) -> Option<Bar> {
        let plan = self.facts.plan(stage)?;
        let span = self.scale.span(self.drawn(stage, plan)?)?;
        let free = |before: usize| self.facts.plan(before)?.overlap(&plan)?.end;
        let label = stage.checked_sub(1).and_then(free).unwrap_or(plan.start).max(self.scale.start);
        let label_end = match (plan.end, self.facts.plan(stage + 1).map(|next| next.start).filter(|next| *next > label)) {
            (Some(end), Some(next)) => Some(end.min(next)),
            (end, next) => end.or(next),
        };
        let place = self.place_of_number(stage, label, label_end);
        Some(Bar {
            number: stage + 1,
            title: self.facts.stage(stage).title().to_owned(),
            chip: self.facts.context.stage_chip(self.facts.project, stage),
            period: period_text(self.facts.locale(), Some(plan)),
            span,
            has_room: place.as_ref().is_some_and(|place| place.has_room),
            label_x: place.and_then(|place| self.scale.x(place.day)),
            open: plan.end.is_none(),
        })
    }

    /// The window without the project's own dates, where it is another one.
    pub(super) fn baseline(&self, stage: usize) -> Option<Baseline> {
        let baseline = self.facts.baseline(stage)?;
        Some(Baseline { span: self.scale.span(self.drawn(stage, baseline)?)?, open: baseline.end.is_none() })
    }

    /// A window as it is drawn: an open one fades out.
    fn drawn(&self, stage: usize, window: Period) -> Option<Period> {
        Some(Period { end: Some(window.end.or_else(|| self.facts.fades_until(stage))?), ..window })
    }

    /// The days that a stage shares with the next one.
    pub(super) fn overlap(&self, stage: usize) -> Option<Overlap> {
        let shared = self.facts.plan(stage)?.overlap(&self.facts.plan(stage + 1)?)?;
        let span = self.scale.span(shared)?;
        let locale = self.facts.locale();
        let title = |stage: usize| self.facts.stage(stage).title().into();
        let (first, second) = (("first", title(stage)), ("second", title(stage + 1)));
        let text = match shared.days() {
            Some(days) => locale.with("chart-overlap-days", &[first, second, ("days", number(days))]),
            None => locale.with("chart-overlap", &[first, second]),
        };
        Some(Overlap { text, span })
    }

    /// The gate of a stage; `None` without one, or when its day is not drawn.
    pub(super) fn gate(&self, stage: usize) -> Option<Gate> {
        let (decision, review) = (self.facts.decision(stage), self.facts.review(stage));
        let day = decision.map(|decision| decision.date).or(review)?;
        Some(Gate {
            text: self.facts.locale().with(
                "chart-gate-of",
                &[("stage", self.facts.stage(stage).title().into()), ("what", self.facts.gate_words(stage)?.into())],
            ),
            outcome: decision.map(|decision| decision.outcome.word()),
            refused: decision.is_some_and(|decision| !decision.outcome.passes_gate()),
            overdue: decision.is_none() && day < self.facts.context.playbook.as_of,
            x: self.scale.middle(day)?,
            review_x: review.filter(|review| *review != day).and_then(|review| self.scale.middle(review)),
        })
    }

    /// The waves of a stage that are drawn.
    pub(super) fn steps(&self, stage: usize) -> Vec<Step> {
        let waves = self.facts.waves(stage);
        let starts: Vec<Option<Date>> = waves.iter().map(|wave| wave.forecast.map(|forecast| forecast.start)).collect();
        let step = |(n, wave): (usize, &WaveStatus<'_>)| {
            let forecast = wave.forecast?;
            let next = starts.get(n + 1).copied().flatten().filter(|next| *next > forecast.start);
            let period = Period { start: forecast.start, end: next.or_else(|| forecast.bake_last_day.tomorrow().ok()) };
            let percent = self.facts.percent(stage, n);
            Some(Step {
                has_room: percent_fits(&self.scale, &parts::number(percent), forecast.start, next),
                percent: parts::number(percent),
                rise: percent.ceil().clamp(1.0, 100.0) as i64,
                state: wave_state(wave.state),
                text: self.facts.wave_words(stage, n),
                span: self.scale.span(period)?,
                planned_x: wave.planned.filter(|planned| *planned != forecast.start).and_then(|planned| self.scale.x(planned)),
            })
        };
        waves.iter().enumerate().filter_map(step).collect()
    }

    /// What of these stages lies outside the days drawn.
    pub(super) fn outside(&self, stages: impl Iterator<Item = usize>) -> Outside {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let Scale { start: first, end, .. } = self.scale;
        let locale = self.facts.locale();
        let says = |key: &str, what: &str, day: Date| locale.with(key, &[("what", what.into()), ("day", locale.date_short(day).into())]);
        for stage in stages {
            let title = self.facts.stage(stage).title();
            if let Some(plan) = self.facts.plan(stage) {
                match plan.last_day() {
                    Some(last) if last < first => before.push(says("chart-to", title, last)),
                    _ if plan.start < first => before.push(says("chart-from", title, plan.start)),
                    _ => {}
                }
                match plan.last_day() {
                    _ if plan.start >= end => after.push(says("chart-from", title, plan.start)),
                    Some(last) if last >= end => after.push(says("chart-to", title, last)),
                    _ => {}
                }
            }
            for (n, wave) in self.facts.waves(stage).iter().enumerate() {
                let Some(forecast) = wave.forecast else { continue };
                let percent = || ("percent", self.facts.percent(stage, n).into());
                let words = || says("chart-from", &locale.with("wave-named", &[percent()]), forecast.start);
                if forecast.start < first {
                    before.push(words());
                } else if forecast.start >= end {
                    after.push(words());
                }
            }
        }
        let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join(", "));
        Outside { before: list(before), after: list(after) }
    }
}
