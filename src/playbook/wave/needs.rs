//! What stands between a wave and its next step: its start, or the decision to continue. Not done here: what a status makes of it, which
//! judges by the same facts.

use super::super::decision::Decision;
use super::super::words::count;
use super::super::{Playbook, Stage};
use super::{GuardrailStatus, Verdict, WaveState, WaveStatus, closed_gates, has_ended, name, waits_for_gate};
use crate::calendar::{Date, days_between};

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

    fn to_start(&self) -> Vec<Need> {
        let is_first = self.waves.iter().position(|wave| wave.state == WaveState::Planned) == Some(self.n);
        let gates: Vec<&Stage<'_>> =
            if is_first { closed_gates(self.playbook, self.project, self.stage.index).collect() } else { Vec::new() };
        let before = self.n.checked_sub(1).and_then(|before| self.wave_before(before));
        let stopped = self.waves[..self.n].iter().rposition(|wave| matches!(wave.state, WaveState::Holding | WaveState::RolledBack));
        let stopped = stopped.map(|stopped| {
            let word = if self.waves[stopped].state == WaveState::Holding { "on hold" } else { "rolled back" };
            let text = format!("{} is {word}, and nothing after it has a date until it continues", name(self.stage, stopped));
            Need::new(NeedKind::Stopped, self.stage.wave_id(stopped), None, text)
        });
        let others: Vec<Need> = gate(&gates).into_iter().chain(before).chain(stopped).collect();
        let start = self.start(&others);
        others.into_iter().chain(start).collect()
    }

    /// A stopped wave is told as that.
    fn wave_before(&self, before: usize) -> Option<Need> {
        let title = name(self.stage, before);
        let text = match self.waves[before].state {
            WaveState::Planned => format!("{title} comes first, and has not started"),
            WaveState::Running => format!("{title} comes first: it is running, and nothing is decided"),
            WaveState::Promoted | WaveState::Holding | WaveState::RolledBack => return None,
        };
        Some(Need::new(NeedKind::WaveBefore, self.stage.wave_id(before), None, text))
    }

    /// A planned day that is over while a gate may still open is told as what is expected now, as in the status.
    fn start(&self, others: &[Need]) -> Option<Need> {
        let as_of = self.as_of();
        let first = self.wave.forecast.map(|wave| wave.start);
        let waits = waits_for_gate(self.playbook, self.project, self.stage.index);
        if let Some(planned) = self.wave.overdue_since(as_of).filter(|_| !waits) {
            let days = days_between(planned, as_of);
            let then = first.map(|first| format!("; it can start on {first} at the earliest")).unwrap_or_default();
            let text = format!("it was to start on {planned}, {} ago{then}", count(days, "day"));
            return Some(
                Need::new(NeedKind::StartOverdue, self.stage.wave_id(self.n), Some(planned), text).numbers(&[("days_overdue", days)]),
            );
        }
        match first {
            Some(first) => {
                let days = days_between(as_of, first);
                let when = if days == 0 { "today".to_owned() } else { format!("on {first}, in {}", count(days, "day")) };
                let plan = self.wave.planned.filter(|planned| *planned != first).map(|planned| format!(" (planned for {planned})"));
                let by = if others.is_empty() { "" } else { "by the calendar " };
                let text = format!("{by}it can start {when}{}", plan.unwrap_or_default());
                Some(Need::new(NeedKind::Start, self.stage.wave_id(self.n), Some(first), text).numbers(&[("days_left", days)]))
            }
            None if others.iter().any(|need| need.kind == NeedKind::Stopped) => None,
            None => {
                let text = "nothing says when it starts: its stage has no dates, or the calendar has no day for it";
                Some(Need::new(NeedKind::Unscheduled, self.stage.wave_id(self.n), None, text))
            }
        }
    }

    /// Today is still to come, as in the workdays of a stage.
    fn bake(&self) -> Option<Need> {
        let until = self.wave.forecast?.bake_last_day;
        if self.wave.baked_on(self.as_of()).is_some() {
            return None;
        }
        let left = self.playbook.projects[self.project].workdays.count(self.as_of(), until.tomorrow().ok()?);
        let text = match left {
            _ if until == self.as_of() => "its bake ends today".to_owned(),
            1 => format!("its bake lasts until {until}, 1 more workday"),
            left => format!("its bake lasts until {until}, {left} more workdays"),
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
        let (kind, text) = match status.verdict {
            Verdict::Fail => (NeedKind::GuardrailFail, status.shortfall()?),
            Verdict::Inconclusive => (NeedKind::GuardrailInconclusive, status.silence()?),
            Verdict::Warn => (NeedKind::GuardrailWarn, format!("{}: within the target, but past its warning", status.shortfall()?)),
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
                let when = due.map(|due| format!(", due on {due}")).unwrap_or_default();
                Need::new(NeedKind::Condition, item.clone(), due, format!("the condition \"{}\" is open{when}", condition.text))
            })
            .collect()
    }

    fn to_decide(&self) -> Need {
        let baked = self.wave.baked_on(self.as_of());
        let (text, numbers) = match baked.map(|last| (last, days_between(last, self.as_of()))) {
            Some((last, days)) => {
                (format!("nothing is decided, and its bake ended on {last}, {} ago", count(days, "day")), vec![("days_over", days)])
            }
            None => ("after its bake a decision: continue, hold or rollback".to_owned(), Vec::new()),
        };
        Need::new(NeedKind::Decision, self.stage.wave_id(self.n), baked, text).numbers(&numbers)
    }

    fn to_decide_anew(&self) -> Need {
        let Some(decision) = self.decision() else { return self.to_decide() };
        let day = decision.date;
        let text = match (self.wave.state, self.wave.started.filter(|_| self.is_anew())) {
            (WaveState::Holding, _) => format!("it has been on hold since {day}: a new decision, to continue or to roll back"),
            (_, Some(started)) => {
                format!("it was rolled back on {day} and started anew on {started}: once it holds, a decision to continue")
            }
            (_, None) => format!("it was rolled back on {day}: mend it, start it anew, then decide again"),
        };
        Need::new(NeedKind::Decision, format!("decision:{}", decision.document.id), Some(day), text)
    }
}

/// All closed gates in one sentence; it is about the first, which has to open next.
fn gate(stages: &[&Stage<'_>]) -> Option<Need> {
    let (first, titles) = (stages.first()?, stages.iter().map(|stage| stage.title()).collect::<Vec<_>>());
    let text = match titles.as_slice() {
        [one] => format!("the gate of {one} has no go yet"),
        [most @ .., last] => format!("the gates of {} and {last} have no go yet", most.join(", ")),
        [] => return None,
    };
    let gates = i64::try_from(stages.len()).unwrap_or(i64::MAX);
    Some(Need::new(NeedKind::Gate, format!("gate:{}", first.id()), None, text).numbers(&[("gates", gates)]))
}

#[cfg(test)]
mod tests;
