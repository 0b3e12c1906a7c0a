//! The events of one project: windows, gates, waves, what is due, what runs out, what was decided. Not done here: holidays and freezes.

use super::{Event, Kind, Subject};
use crate::calendar::{Date, Period};
use crate::playbook::checklist::Expiry;
use crate::playbook::decision::{Decision, Subject as Decided};
use crate::playbook::wave::{self, WaveState, WaveStatus};
use crate::playbook::{Playbook, Project, Stage};

pub(super) fn events<'a>(playbook: &Playbook<'a>, project: &Project<'a>) -> Vec<Event<'a>> {
    let case = Case { playbook, project, ended: wave::ended_on(playbook, project.index) };
    let stages = playbook.stages.iter().flat_map(|stage| {
        case.window(stage).into_iter().chain(case.gate(stage)).chain(case.waves(stage)).chain(case.items(stage)).collect::<Vec<_>>()
    });
    stages.chain(case.conditions()).chain(case.decisions()).collect()
}

struct Case<'c, 'a> {
    playbook: &'c Playbook<'a>,
    project: &'c Project<'a>,
    /// Once the project has ended, what it planned does not come any more.
    ended: Option<Date>,
}

impl<'a> Case<'_, 'a> {
    fn window(&self, stage: &Stage<'a>) -> Option<Event<'a>> {
        let joined = &self.project.stages[stage.index];
        let days = joined.schedule.period()?;
        let stays = joined.complete || self.ended.is_none_or(|ended| days.is_over(ended));
        stays.then(|| self.event(Kind::Window, Subject::Stage(stage.index), days, stage.title().to_owned(), self.owner()))
    }

    fn gate(&self, stage: &Stage<'a>) -> Option<Event<'a>> {
        if !wave::gate_waits(self.playbook, self.project.index, stage.index) {
            return None;
        }
        let period = self.project.stages[stage.index].schedule.period()?;
        let review = self.project.workdays.gate_review(&period).and_then(day)?;
        let deciders = stage.front.gate.iter().flat_map(|gate| gate.deciders.iter().map(String::as_str)).collect();
        Some(self.event(
            Kind::Gate,
            Subject::Gate(stage.index),
            review,
            self.playbook.locale.with("event-gate", &[("stage", stage.title().into())]),
            deciders,
        ))
    }

    fn waves(&self, stage: &Stage<'a>) -> Vec<Event<'a>> {
        let judged = &self.playbook.judgements[self.project.index].stages[stage.index];
        let dated = judged.waves.iter().enumerate().filter_map(|(n, wave)| Some((n, wave, wave.forecast?)));
        dated
            .map(|(n, wave, forecast)| {
                let last = self.stopped_on(wave).filter(|day| *day < forecast.bake_last_day);
                let end = last.unwrap_or(forecast.bake_last_day).max(forecast.start).tomorrow().ok();
                let days = Period { start: forecast.start, end };
                let title = Decided { stage: stage.index, wave: Some(n) }.title(&self.playbook.stages, self.playbook.locale);
                let event = self.event(Kind::Wave, Subject::Wave(stage.index, n), days, title, self.owner());
                Event { tentative: wave.started.is_none(), cut_short: last.is_some(), ..event }
            })
            .collect()
    }

    /// The day from which nobody watches a wave any more: it was rolled back, or the project ended.
    fn stopped_on(&self, wave: &WaveStatus<'a>) -> Option<Date> {
        let rolled_back =
            wave.decision.filter(|_| wave.state == WaveState::RolledBack).map(|decision| self.playbook.decisions[decision].date);
        rolled_back.into_iter().chain(self.ended).min()
    }

    fn items(&self, stage: &Stage<'a>) -> Vec<Event<'a>> {
        if self.ended.is_some() {
            return Vec::new();
        }
        let items = self.project.stages[stage.index].items.iter().enumerate();
        let both = items.flat_map(|(n, status)| {
            let event = |kind, on: Date, title: String| {
                let owners = status.owner.into_iter().collect();
                Some(self.event(kind, Subject::Item(stage.index, n), day(on)?, title, owners))
            };
            let text = &status.item.text.plain;
            let due = status.due.filter(|_| !status.effective.is_resolved()).and_then(|due| event(Kind::Due, due, text.clone()));
            let expiry = status.expiry(self.playbook.as_of).and_then(|(expiry, last)| {
                let key = match expiry {
                    Expiry::Waiver => "event-waiver",
                    Expiry::Evidence => "event-evidence",
                };
                event(Kind::Expiry, last, self.playbook.locale.with(key, &[("item", text.as_str().into())]))
            });
            due.into_iter().chain(expiry)
        });
        both.collect()
    }

    /// Conditions that are open, of decisions that stand.
    fn conditions(&self) -> Vec<Event<'a>> {
        let standing = self.playbook.standing_decisions(self.project).filter(|_| self.ended.is_none());
        let open = standing.flat_map(|(index, decision)| {
            let period = self.project.stages[decision.subject.stage].schedule.period();
            let conditions = decision.front.conditions.iter().enumerate().filter(|(_, condition)| condition.is_open(self.playbook.as_of));
            conditions.filter_map(move |(n, condition)| {
                Some((Subject::Condition(index, n), condition, condition.due.as_ref()?.resolve(period.as_ref())?))
            })
        });
        open.filter_map(|(subject, condition, due)| {
            let owners = condition.owner.as_deref().into_iter().collect();
            let title = self.playbook.locale.with("event-condition", &[("text", condition.text.as_str().into())]);
            Some(self.event(Kind::Due, subject, day(due)?, title, owners))
        })
        .collect()
    }

    fn decisions(&self) -> Vec<Event<'a>> {
        let decided = self.project.decisions.iter().map(|index| (*index, &self.playbook.decisions[*index]));
        decided
            .filter_map(|(index, decision)| {
                let title = self.decided(decision);
                let by = decision.front.by.iter().map(String::as_str).collect();
                Some(self.event(Kind::Decision, Subject::Decision(index), day(decision.date)?, title, by))
            })
            .collect()
    }

    /// "Gate of Pilot: go".
    fn decided(&self, decision: &Decision<'_>) -> String {
        let stage = &self.playbook.stages[decision.subject.stage];
        let outcome = self.playbook.locale.text(&format!("outcome-{}", decision.outcome.word()));
        let (title, outcome) = (("stage", stage.title().into()), ("outcome", outcome.into()));
        match decision.subject.wave.map(|wave| stage.front.waves[wave].percent()) {
            None => self.playbook.locale.with("event-gate-decided", &[title, outcome]),
            Some(percent) => self.playbook.locale.with("event-wave-decided", &[("percent", percent.into()), title, outcome]),
        }
    }

    fn owner(&self) -> Vec<&'a str> {
        self.project.front.owner.as_deref().into_iter().collect()
    }

    fn event(&self, kind: Kind, subject: Subject, days: Period, title: String, owners: Vec<&'a str>) -> Event<'a> {
        Event { kind, subject, project: Some(self.project.index), days, title, owners, tentative: false, cut_short: false }
    }
}

/// That day alone.
fn day(day: Date) -> Option<Period> {
    Period::new(day, Some(day.tomorrow().ok()?))
}
