//! What stands between a wave and its next step: its start, or the decision to continue. Not done here: what a status makes of it, which
//! judges by the same facts.

use super::super::decision::Decision;
use super::super::{Playbook, Stage};
use super::{GuardrailStatus, Verdict, WaveState, WaveStatus, closed_gates, has_ended, waits_for_gate};
use crate::calendar::{Date, days_between};
use crate::locale::Value;

macro_rules! needs {
    ($($kind:ident = $name:literal : $doc:literal),* $(,)?) => {
        /// What is needed, in the order in which needs are listed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NeedKind {
            $(
                #[doc = $doc]
                $kind,
            )*
        }

        impl NeedKind {
            /// Every kind.
            pub const ALL: &'static [NeedKind] = &[$(NeedKind::$kind),*];

            /// Its name in data.
            pub fn name(self) -> &'static str {
                match self { $(NeedKind::$kind => $name),* }
            }
        }
    };
}

needs! {
    Gate = "gate": "Gates of earlier stages have no go.",
    WaveBefore = "wave-before": "The wave before it is not promoted.",
    Stopped = "stopped": "A wave before it is on hold or rolled back, and nothing after that has a date.",
    StartOverdue = "start-overdue": "Its planned day is over.",
    Start = "start": "The day on which it starts.",
    Unscheduled = "unscheduled": "Nothing says when it starts.",
    Bake = "bake": "Its bake is not over.",
    GuardrailFail = "guardrail-fail": "A guardrail fails.",
    GuardrailInconclusive = "guardrail-inconclusive": "A guardrail has too few measurements to say anything.",
    GuardrailWarn = "guardrail-warn": "A guardrail warns; the wave may continue all the same.",
    Condition = "condition": "A condition of the decision that stopped it is open.",
    Decision = "decision": "The decision that lets it go on.",
}

/// One thing that a wave needs before it takes its next step.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Need {
    /// What is needed.
    pub kind: NeedKind,
    /// What it is about, as in a status' reasons: `gate:pilot`, `scale/w10`, `scale/w10/errors`, `decision:0007-…`.
    pub item: String,
    /// The day that it is about: of the start, of the end of the bake, of the latest measurement, of the decision; the day a condition is due.
    pub date: Option<Date>,
    /// The numbers behind it, by name.
    pub numbers: Vec<(&'static str, i64)>,
    /// One sentence without a full stop.
    pub text: String,
}

impl Need {
    /// False for what is said and does not stand in the way.
    pub fn blocks(&self) -> bool {
        self.kind != NeedKind::GuardrailWarn
    }

    fn new(kind: NeedKind, item: impl Into<String>, date: Option<Date>, text: impl Into<String>) -> Self {
        Self { kind, item: item.into(), date, numbers: Vec::new(), text: text.into() }
    }

    fn numbers(self, numbers: &[(&'static str, i64)]) -> Self {
        Self { numbers: numbers.to_vec(), ..self }
    }
}

/// What a wave of a stage needs, `waves` being all of that stage in the project. A promoted wave needs nothing, nor does any wave of a project
/// that has ended. Gates are told with the first wave that has not started: all others wait for that one.
pub fn needs(playbook: &Playbook<'_>, project: usize, stage: &Stage<'_>, waves: &[WaveStatus<'_>], wave: usize) -> Vec<Need> {
    if has_ended(playbook, project) {
        return Vec::new();
    }
    let case = Case { playbook, project, stage, waves, n: wave, wave: &waves[wave] };
    match case.wave.state {
        WaveState::Planned => case.to_start(),
        WaveState::Running => case.bake().into_iter().chain(case.guardrails()).chain([case.to_decide()]).collect(),
        WaveState::Holding => case.guardrails().into_iter().chain(case.conditions()).chain([case.to_decide_anew()]).collect(),
        WaveState::RolledBack if case.is_anew() => {
            case.bake().into_iter().chain(case.guardrails()).chain(case.conditions()).chain([case.to_decide_anew()]).collect()
        }
        WaveState::RolledBack => case.conditions().into_iter().chain([case.to_decide_anew()]).collect(),
        WaveState::Promoted => Vec::new(),
    }
}

/// One wave of one project.
struct Case<'c, 'a> {
    playbook: &'c Playbook<'a>,
    project: usize,
    stage: &'c Stage<'a>,
    waves: &'c [WaveStatus<'a>],
    n: usize,
    wave: &'c WaveStatus<'a>,
}

impl Case<'_, '_> {
    fn as_of(&self) -> Date {
        self.playbook.as_of
    }

    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.playbook.locale.with(key, values)
    }

    fn date(&self, day: Date) -> Value<'static> {
        self.playbook.locale.date(day).into()
    }

    fn away(&self, day: Date) -> Value<'static> {
        self.playbook.away(day).into()
    }

    /// A sentence about another wave of the stage.
    fn say_of(&self, key: &str, wave: usize) -> String {
        self.say(key, &[("percent", self.stage.front.waves[wave].percent().into())])
    }

    fn to_start(&self) -> Vec<Need> {
        let is_first = self.waves.iter().position(|wave| wave.state == WaveState::Planned) == Some(self.n);
        let gates: Vec<&Stage<'_>> =
            if is_first { closed_gates(self.playbook, self.project, self.stage.index).collect() } else { Vec::new() };
        let before = self.n.checked_sub(1).and_then(|before| self.wave_before(before));
        let stopped = self.waves[..self.n].iter().rposition(|wave| matches!(wave.state, WaveState::Holding | WaveState::RolledBack));
        let stopped = stopped.map(|stopped| {
            let is_held = self.waves[stopped].state == WaveState::Holding;
            let key = if is_held { "need-stopped-holding" } else { "need-stopped-rolled-back" };
            Need::new(NeedKind::Stopped, self.stage.wave_id(stopped), None, self.say_of(key, stopped))
        });
        let others: Vec<Need> = self.gates(&gates).into_iter().chain(before).chain(stopped).collect();
        let start = self.start(&others);
        others.into_iter().chain(start).collect()
    }

    /// A stopped wave is told as that.
    fn wave_before(&self, before: usize) -> Option<Need> {
        let key = match self.waves[before].state {
            WaveState::Planned => "need-wave-before-planned",
            WaveState::Running => "need-wave-before-running",
            WaveState::Promoted | WaveState::Holding | WaveState::RolledBack => return None,
        };
        Some(Need::new(NeedKind::WaveBefore, self.stage.wave_id(before), None, self.say_of(key, before)))
    }

    /// A planned day that is over while a gate may still open is told as what is expected now, as in the status.
    fn start(&self, others: &[Need]) -> Option<Need> {
        let as_of = self.as_of();
        let first = self.wave.forecast.map(|wave| wave.start);
        let waits = waits_for_gate(self.playbook, self.project, self.stage.index);
        if let Some(planned) = self.wave.overdue_since(as_of).filter(|_| !waits) {
            let days = days_between(planned, as_of);
            let (date, away) = (("date", self.date(planned)), ("away", self.away(planned)));
            let text = match first {
                Some(first) => self.say("need-start-overdue-earliest", &[date, away, ("first", self.date(first))]),
                None => self.say("need-start-overdue", &[date, away]),
            };
            return Some(
                Need::new(NeedKind::StartOverdue, self.stage.wave_id(self.n), Some(planned), text).numbers(&[("days_overdue", days)]),
            );
        }
        match first {
            Some(first) => {
                let days = days_between(as_of, first);
                let text = self.can_start(first, !others.is_empty());
                Some(Need::new(NeedKind::Start, self.stage.wave_id(self.n), Some(first), text).numbers(&[("days_left", days)]))
            }
            None if others.iter().any(|need| need.kind == NeedKind::Stopped) => None,
            None => {
                let text = self.say("need-unscheduled", &[]);
                Some(Need::new(NeedKind::Unscheduled, self.stage.wave_id(self.n), None, text))
            }
        }
    }

    /// When it can start: by the calendar alone, where other things stand before it.
    fn can_start(&self, first: Date, by_calendar: bool) -> String {
        let limit = ("limit", if by_calendar { "calendar" } else { "none" }.into());
        let plan = self.wave.planned.filter(|planned| *planned != first).map(|planned| ("planned", self.date(planned)));
        let (date, away) = (("date", self.date(first)), ("away", self.away(first)));
        match (first == self.as_of(), plan) {
            (true, None) => self.say("need-start-today", &[limit]),
            (true, Some(planned)) => self.say("need-start-today-planned", &[limit, planned]),
            (false, None) => self.say("need-start", &[limit, date, away]),
            (false, Some(planned)) => self.say("need-start-planned", &[limit, date, away, planned]),
        }
    }

    /// Today is still to come, as in the workdays of a stage.
    fn bake(&self) -> Option<Need> {
        let until = self.wave.forecast?.bake_last_day;
        if self.wave.baked_on(self.as_of()).is_some() {
            return None;
        }
        let left = self.playbook.projects[self.project].workdays.count(self.as_of(), until.tomorrow().ok()?);
        let text = if until == self.as_of() {
            self.say("need-bake-today", &[])
        } else {
            self.say("need-bake", &[("date", self.date(until)), ("workdays", left.into())])
        };
        let left = i64::try_from(left).unwrap_or(i64::MAX);
        Some(Need::new(NeedKind::Bake, self.stage.wave_id(self.n), Some(until), text).numbers(&[("workdays_left", left)]))
    }

    /// First what fails, then what says nothing, then what warns.
    fn guardrails(&self) -> Vec<Need> {
        let mut needs: Vec<Need> = self.wave.guardrails.iter().filter_map(|guardrail| self.guardrail(guardrail)).collect();
        needs.sort_by_key(|need| need.kind);
        needs
    }

    fn guardrail(&self, status: &GuardrailStatus<'_>) -> Option<Need> {
        let locale = self.playbook.locale;
        let (kind, text) = match status.verdict {
            Verdict::Fail => (NeedKind::GuardrailFail, self.say("need-guardrail-fail", &status.shortfall()?.values(locale))),
            Verdict::Inconclusive => (NeedKind::GuardrailInconclusive, status.silence(locale)?),
            Verdict::Warn => (NeedKind::GuardrailWarn, self.say("need-guardrail-warn", &status.shortfall()?.values(locale))),
            Verdict::Pass => return None,
        };
        let item = format!("{}/{}", self.stage.wave_id(self.n), status.guardrail.id.value);
        let numbers = [("samples", status.measured.len() as i64), ("min_samples", status.guardrail.min_samples)];
        Some(Need::new(kind, item, status.latest().map(|latest| latest.date.value), text).numbers(&numbers))
    }

    fn decision(&self) -> Option<&Decision<'_>> {
        self.wave.decision.map(|index| &self.playbook.decisions[index])
    }

    /// True for a wave that started again after the decision that stopped it.
    fn is_anew(&self) -> bool {
        self.decision().zip(self.wave.started).is_some_and(|(decision, started)| started > decision.date)
    }

    fn conditions(&self) -> Vec<Need> {
        let Some(decision) = self.decision() else { return Vec::new() };
        let period = self.playbook.projects[self.project].stages[self.stage.index].schedule.period();
        let item = format!("decision:{}", decision.document.id);
        (decision.front.conditions.iter())
            .filter(|condition| condition.is_open(self.as_of()))
            .map(|condition| {
                let due = condition.due.as_ref().and_then(|due| due.resolve(period.as_ref()));
                let open = ("text", Value::from(condition.text.as_str()));
                let text = match due {
                    Some(due) => self.say("need-condition-due", &[open, ("date", self.date(due))]),
                    None => self.say("need-condition", &[open]),
                };
                Need::new(NeedKind::Condition, item.clone(), due, text)
            })
            .collect()
    }

    fn to_decide(&self) -> Need {
        let baked = self.wave.baked_on(self.as_of());
        let (text, numbers) = match baked.map(|last| (last, days_between(last, self.as_of()))) {
            Some((last, days)) => {
                let text = self.say("need-decision-overdue", &[("date", self.date(last)), ("away", self.away(last))]);
                (text, vec![("days_over", days)])
            }
            None => (self.say("need-decision", &[]), Vec::new()),
        };
        Need::new(NeedKind::Decision, self.stage.wave_id(self.n), baked, text).numbers(&numbers)
    }

    fn to_decide_anew(&self) -> Need {
        let Some(decision) = self.decision() else { return self.to_decide() };
        let day = decision.date;
        let date = ("date", self.date(day));
        let text = match (self.wave.state, self.wave.started.filter(|_| self.is_anew())) {
            (WaveState::Holding, _) => self.say("need-decision-holding", &[date]),
            (_, Some(started)) => self.say("need-decision-anew", &[date, ("started", self.date(started))]),
            (_, None) => self.say("need-decision-rolled-back", &[date]),
        };
        Need::new(NeedKind::Decision, format!("decision:{}", decision.document.id), Some(day), text)
    }

    /// All closed gates in one sentence; it is about the first, which has to open next.
    fn gates(&self, stages: &[&Stage<'_>]) -> Option<Need> {
        let (first, titles) = (stages.first()?, stages.iter().map(|stage| stage.title()).collect::<Vec<_>>());
        let text = match titles.as_slice() {
            [one] => self.say("need-gate", &[("stage", (*one).into())]),
            [most @ .., last] => self.say("need-gates", &[("most", most.join(", ").into()), ("last", (*last).into())]),
            [] => return None,
        };
        let gates = i64::try_from(stages.len()).unwrap_or(i64::MAX);
        Some(Need::new(NeedKind::Gate, format!("gate:{}", first.id()), None, text).numbers(&[("gates", gates)]))
    }
}

#[cfg(test)]
mod tests;
