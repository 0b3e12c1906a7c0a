//! The rules of domain section 5 applied to one stage of one project: every one that matches gives its reasons. Not done here: the status of
//! the whole project.

use super::super::checklist::{Effective, is_valid};
use super::super::decision::{Decision, Outcome};
use super::super::exposure::{Exposure, Level, overdue_since};
use super::super::project::{ItemStatus, ProjectStage};
use super::super::wave::{self, Verdict, WaveState, WaveStatus};
use super::super::{Playbook, Project, Stage};
use super::{Reason, Rule, StageJudgement, Status};
use crate::calendar::Due;
use crate::calendar::{Date, days_between};

/// Judges one stage.
pub(super) fn judge<'a>(
    playbook: &Playbook<'a>,
    project: usize,
    stage: &Stage<'a>,
    touched: &[bool],
    exposures: &[Exposure],
) -> StageJudgement<'a> {
    let run = &playbook.projects[project];
    let joined = &run.stages[stage.index];
    let touched_here = touched[stage.index];
    let begun = joined.schedule.period().is_some_and(|period| period.start <= playbook.as_of);
    let waves = wave::waves(playbook, project, stage);
    let gate = wave::gate(playbook, project, stage.index);
    let active = !joined.complete && (touched_here || begun);
    let ended = wave::has_ended(playbook, project);
    let killed = gate.is_some_and(|gate| gate.outcome == Outcome::Kill);
    let case = Case { playbook, project, run, stage, joined, waves: &waves, gate, active, touched, exposures };
    let (status, reasons) = if killed {
        (Status::Killed, vec![case.killed()])
    } else if joined.complete {
        (Status::Complete, vec![case.complete()])
    } else if ended {
        // A project that has ended shows how; nothing else in it asks for action.
        (Status::NotStarted, Vec::new())
    } else {
        let reasons = case.open();
        let quiet = if !touched_here && !begun { Status::NotStarted } else { Status::OnTrack };
        (reasons.first().map_or(quiet, |reason| reason.rule.status()), reasons)
    };
    let closed = run.closed(playbook.as_of).is_some();
    let abandoned = ended && touched_here && status == Status::NotStarted;
    StageJudgement { status, reasons, touched: touched_here, active: active && !closed && (killed || !ended), abandoned, waves }
}

/// One stage of one project, with what its rules look at.
struct Case<'c, 'a> {
    playbook: &'c Playbook<'a>,
    project: usize,
    run: &'c Project<'a>,
    stage: &'c Stage<'a>,
    joined: &'c ProjectStage<'a>,
    waves: &'c [WaveStatus<'a>],
    gate: Option<&'c Decision<'a>>,
    active: bool,
    touched: &'c [bool],
    exposures: &'c [Exposure],
}

impl<'a> Case<'_, 'a> {
    fn as_of(&self) -> Date {
        self.playbook.as_of
    }

    fn killed(&self) -> Reason {
        let Some(gate) = self.gate else { return Reason::new(Rule::Killed, "ended by its gate", "") };
        Reason::new(Rule::Killed, format!("the gate decided kill on {}", gate.date), "nothing: a new decision would reopen it")
            .item(format!("decision:{}", gate.document.id))
            .place(&gate.document.path, gate.document.head)
    }

    fn complete(&self) -> Reason {
        let text = match self.gate {
            Some(gate) => format!("every must was resolved when the gate decided {} on {}", gate.outcome.word(), gate.date),
            None if self.joined.musts.total > 0 => {
                format!("every must is resolved, {} of {}", self.joined.musts.resolved, self.joined.musts.total)
            }
            None if !self.waves.is_empty() => "every wave is promoted".to_owned(),
            None if self.joined.progress.counted > 0 => "all its items are done".to_owned(),
            None => "nothing is counted and its window is over".to_owned(),
        };
        let reason = Reason::new(Rule::Complete, text, "nothing has to be cleared");
        match self.gate {
            Some(gate) => reason.item(format!("decision:{}", gate.document.id)).place(&gate.document.path, gate.document.head),
            None => reason,
        }
    }

    /// All rules of a stage that is still open, in their order.
    fn open(&self) -> Vec<Reason> {
        let rules: [fn(&Self) -> Vec<Reason>; 18] = [
            Self::must_blocked,
            Self::dependency_overdue,
            Self::gate_hold,
            Self::wave_stopped,
            Self::guardrail_fail,
            Self::window_over,
            Self::must_overdue,
            Self::condition_overdue,
            Self::wave_overdue,
            Self::reopened,
            Self::behind,
            Self::no_owner,
            Self::expiring,
            Self::gate_skipped,
            Self::exposure,
            Self::guardrail_warn,
            Self::wave_undecided,
            Self::stale,
        ];
        let mut reasons: Vec<Reason> = rules.iter().flat_map(|rule| rule(self)).collect();
        reasons.extend(self.gate_open());
        reasons
    }

    fn id(&self, status: &ItemStatus<'_>) -> String {
        item_id(self.stage, status)
    }

    fn unresolved_musts(&self) -> impl Iterator<Item = &ItemStatus<'a>> {
        self.joined.items.iter().filter(|status| status.item.must && !status.effective.is_resolved())
    }

    fn last_day(&self) -> Option<Date> {
        self.joined.schedule.period().and_then(|period| period.last_day())
    }

    fn must_blocked(&self) -> Vec<Reason> {
        let blocked = self.unresolved_musts().filter(|status| self.active && status.effective == Effective::Blocked);
        blocked
            .map(|status| {
                let why = status.state.and_then(|written| written.state.reason.as_deref()).unwrap_or_default();
                let text = format!("\"{}\" is blocked: {why}", status.item.text.plain);
                let reason = Reason::new(Rule::MustBlocked, text, "remove what blocks it, then set its state to doing or done")
                    .item(self.id(status));
                at_state(reason, status)
            })
            .collect()
    }

    fn dependency_overdue(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for status in self.unresolved_musts().filter(|_| self.active) {
            for waits_for in &status.waits_for {
                let (stage, other) = (&self.playbook.stages[waits_for.stage], &self.run.stages[waits_for.stage].items[waits_for.item]);
                let Some(due) = overdue_since(self.run, waits_for, self.as_of()) else { continue };
                let days = days_between(due, self.as_of());
                let text = format!("\"{}\" waits for \"{}\", overdue since {due}", status.item.text.plain, other.item.text.plain);
                let clear = format!("do {} first", item_id(stage, other));
                reasons.push(at_state(
                    Reason::new(Rule::DependencyOverdue, text, clear).item(self.id(status)).numbers(&[("days_overdue", days)]),
                    other,
                ));
            }
        }
        reasons
    }

    fn gate_hold(&self) -> Vec<Reason> {
        let hold = self.gate.filter(|gate| gate.outcome == Outcome::Hold);
        hold.map(|gate| {
            Reason::new(Rule::GateHold, format!("the gate decided hold on {}", gate.date), "record a new decision on the gate")
                .item(format!("decision:{}", gate.document.id))
                .place(&gate.document.path, gate.document.head)
        })
        .into_iter()
        .collect()
    }

    fn wave_id(&self, wave: usize) -> String {
        format!("{}/{}", self.stage.id(), self.stage.front.waves[wave].id.value)
    }

    fn wave_title(&self, wave: usize) -> String {
        let front = &self.stage.front.waves[wave];
        format!("wave {} %", front.percent.as_ref().map_or(0.0, |percent| percent.value))
    }

    fn wave_stopped(&self) -> Vec<Reason> {
        let stopped = self.waves.iter().enumerate().filter(|(_, wave)| matches!(wave.state, WaveState::Holding | WaveState::RolledBack));
        stopped
            .map(|(n, wave)| {
                let text = format!("{} is {}", self.wave_title(n), wave.state.word());
                let reason = Reason::new(Rule::WaveStopped, text, "record a decision to continue once it is mended").item(self.wave_id(n));
                match wave.decision.map(|index| self.playbook.decisions[index].document) {
                    Some(document) => reason.place(&document.path, document.head),
                    None => reason,
                }
            })
            .collect()
    }

    /// Guardrails of started waves with that verdict.
    fn guardrails(&self, rule: Rule, verdict: Verdict, clear: &str) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (n, wave) in self.waves.iter().enumerate().filter(|(_, wave)| wave.started.is_some()) {
            for guardrail in wave.guardrails.iter().filter(|guardrail| guardrail.verdict == verdict) {
                let (front, Some(latest)) = (guardrail.guardrail, guardrail.latest) else { continue };
                let unit = front.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
                let bound = if verdict == Verdict::Warn { front.warn.unwrap_or(front.target) } else { front.target };
                let (metric, value, date, op) = (&front.metric, latest.value, latest.date.value, front.op_sign());
                let text = format!("{}: {metric} is {value}{unit} on {date}, not {op} {bound}{unit}", self.wave_title(n));
                let reason = Reason::new(rule, text, clear)
                    .item(format!("{}/{}", self.wave_id(n), front.id.value))
                    .numbers(&[("samples", guardrail.samples as i64)]);
                reasons.push(match wave.written {
                    Some(written) => reason.place(&written.document.path, latest.date.span),
                    None => reason,
                });
            }
        }
        reasons
    }

    fn guardrail_fail(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailFail, Verdict::Fail, "mend it, measure again, or roll the wave back")
    }

    fn guardrail_warn(&self) -> Vec<Reason> {
        self.guardrails(Rule::GuardrailWarn, Verdict::Warn, "find out why it moved before the next wave")
    }

    fn window_over(&self) -> Vec<Reason> {
        let over = self.joined.schedule.period().filter(|period| period.is_over(self.as_of()));
        let last = over.and_then(|period| period.last_day());
        last.map(|last| {
            let days = days_between(last, self.as_of());
            let (resolved, total) = (self.joined.musts.resolved, self.joined.musts.total);
            let clear = if resolved < total {
                "resolve its musts and decide its gate, or move its end with a reason"
            } else {
                "decide its gate, or move its end with a reason"
            };
            Reason::new(Rule::WindowOver, format!("its window ended on {last}, {} ago, and it is not complete", days_words(days)), clear)
                .numbers(&[("days_over", days)])
        })
        .into_iter()
        .collect()
    }

    fn must_overdue(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = (self.unresolved_musts())
            .filter_map(|status| {
                let due = status.due.filter(|due| *due < self.as_of())?;
                let days = days_between(due, self.as_of());
                let text = format!("\"{}\" was due on {due}, {} ago", status.item.text.plain, days_words(days));
                let clear = "do it, or agree on a new due date";
                Some(at_state(Reason::new(Rule::MustOverdue, text, clear).item(self.id(status)).numbers(&[("days_overdue", days)]), status))
            })
            .collect();
        if let Some(last) = self.last_day().filter(|last| *last < self.as_of()) {
            reasons.extend(self.together(
                Rule::MustOverdue,
                |status| status.due.is_none(),
                &format!("open past the window's last day, {last}"),
                "do them, or move the end of the stage with a reason",
            ));
        }
        reasons
    }

    /// One reason for all unresolved musts of a sort, listing their ids.
    fn together(&self, rule: Rule, which: impl Fn(&ItemStatus<'a>) -> bool, what: &str, clear: &str) -> Option<Reason> {
        let ids: Vec<String> = self.unresolved_musts().filter(|status| which(status)).map(|status| self.id(status)).collect();
        let count = ids.len();
        (count > 0).then(|| {
            let musts = if count == 1 { "1 must".to_owned() } else { format!("{count} musts") };
            Reason::new(rule, format!("{musts} {what}: {}", ids.join(", ")), clear).numbers(&[("items", count as i64)])
        })
    }

    /// Conditions are followed where they were set while that stage is open, and in the current stage once it is complete.
    fn condition_overdue(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let is_current = self.run.current == Some(self.stage.index);
        let standing = self.playbook.decisions.iter().enumerate().filter(|(index, decision)| {
            let later = self.playbook.decisions.iter().skip(index + 1);
            decision.project == self.project
                && !later.into_iter().any(|later| later.project == self.project && later.subject == decision.subject)
        });
        for (_, decision) in standing {
            let own = decision.subject.stage == self.stage.index;
            let inherited = is_current && self.run.stages[decision.subject.stage].complete;
            if !own && !inherited {
                continue;
            }
            let period = self.run.stages[decision.subject.stage].schedule.period();
            for condition in &decision.front.conditions {
                let open = condition.done.as_ref().is_none_or(|done| done.value > self.as_of());
                let due = condition.due.as_ref().and_then(|due: &Due| due.resolve(period.as_ref()));
                let Some(due) = due.filter(|due| open && *due < self.as_of()) else { continue };
                let days = days_between(due, self.as_of());
                let text = format!("the condition \"{}\" was due on {due}, {} ago", condition.text, days_words(days));
                let reason = Reason::new(Rule::ConditionOverdue, text, "meet it and write its `done` date into the decision")
                    .item(format!("decision:{}", decision.document.id))
                    .numbers(&[("days_overdue", days)]);
                reasons.push(reason.place(&decision.document.path, decision.document.head));
            }
        }
        reasons
    }

    /// Windows overlap, and a wave may be planned before the gate that lets it start: it waits for that gate, and is not late while it does.
    fn wave_overdue(&self) -> Vec<Reason> {
        let waits_for_gate = self.playbook.stages.iter().take(self.stage.index).any(|stage| {
            let passed = wave::gate(self.playbook, self.project, stage.index).is_some_and(|gate| gate.outcome.passes_gate());
            let open = self.run.stages[stage.index].schedule.period().is_some_and(|period| !period.is_over(self.as_of()));
            stage.front.gate.is_some() && open && !passed
        });
        if waits_for_gate {
            return Vec::new();
        }
        let overdue = self.waves.iter().enumerate().filter(|(_, wave)| wave.state == WaveState::Planned);
        overdue
            .filter_map(|(n, wave)| {
                let planned = wave.planned.filter(|planned| *planned < self.as_of())?;
                let days = days_between(planned, self.as_of());
                let text = format!("{} was to start on {planned}, {} ago", self.wave_title(n), days_words(days));
                Some(
                    Reason::new(Rule::WaveOverdue, text, "start it, or move its start")
                        .item(self.wave_id(n))
                        .numbers(&[("days_overdue", days)]),
                )
            })
            .collect()
    }

    /// What came open again behind the project's back, said in its current stage.
    fn reopened(&self) -> Vec<Reason> {
        if self.run.current != Some(self.stage.index) {
            return Vec::new();
        }
        let mut reasons = Vec::new();
        for (stage, joined) in self.playbook.stages.iter().zip(&self.run.stages).filter(|(_, joined)| joined.complete) {
            for status in joined.items.iter().filter(|status| status.item.must && !status.effective.is_resolved()) {
                let text = format!("\"{}\" of {}, which is complete, is open again", status.item.text.plain, stage.title());
                let reason = Reason::new(Rule::Reopened, text, "resolve it again").item(item_id(stage, status));
                reasons.push(at_state(reason, status));
            }
        }
        reasons
    }

    /// E − P > behind, compared as exact fractions.
    fn behind(&self) -> Vec<Reason> {
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

    /// 0 ≤ date − as_of ≤ days.
    fn is_within(&self, date: Date, days: i64) -> bool {
        (0..=days).contains(&days_between(self.as_of(), date))
    }

    fn no_owner(&self) -> Vec<Reason> {
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

    fn expiring(&self) -> Vec<Reason> {
        let soon = self.playbook.config.thresholds.expiry_soon;
        let ends = |status: &ItemStatus<'a>| {
            let state = status.state?.state;
            match status.effective {
                Effective::Waived => state.until.as_ref().map(|until| (until.value, "the waiver of")),
                // The evidence that holds longest is what keeps the item done.
                Effective::Done if status.item.evidence_required => {
                    let valid = state.evidence.iter().filter(|evidence| is_valid(evidence, self.as_of()));
                    let ends: Option<Vec<Date>> = valid.map(|evidence| evidence.expires).collect();
                    ends?.into_iter().max().map(|last| (last, "the evidence of"))
                }
                _ => None,
            }
        };
        // What holds a completed stage together is announced in the stage that the project is in.
        let is_current = self.run.current == Some(self.stage.index);
        let behind = self.playbook.stages.iter().zip(&self.run.stages).filter(|(_, joined)| is_current && joined.complete);
        let here = std::iter::once((self.stage, self.joined));
        (here.chain(behind))
            .flat_map(|(stage, joined)| joined.items.iter().map(move |status| (stage, status)))
            .filter_map(|(stage, status)| {
                let (last, what) = ends(status).filter(|(last, _)| self.is_within(*last, soon))?;
                let days = days_between(self.as_of(), last);
                let when = if days == 0 { "today".to_owned() } else { format!("in {}", days_words(days)) };
                let text = format!("{what} \"{}\" ends on {last}, {when}", status.item.text.plain);
                let clear =
                    if status.effective == Effective::Waived { "do the item, or have the waiver renewed" } else { "renew the evidence" };
                Some(at_state(
                    Reason::new(Rule::Expiring, text, clear).item(item_id(stage, status)).numbers(&[("days_left", days)]),
                    status,
                ))
            })
            .collect()
    }

    fn gate_skipped(&self) -> Vec<Reason> {
        if !self.touched[self.stage.index] {
            return Vec::new();
        }
        let earlier = self.playbook.stages.iter().take(self.stage.index).filter(|stage| stage.front.gate.is_some());
        earlier
            .filter_map(|stage| {
                let over = self.run.stages[stage.index].schedule.period().filter(|period| period.is_over(self.as_of()))?;
                let gate = wave::gate(self.playbook, self.project, stage.index);
                if gate.is_some_and(|gate| gate.outcome.passes_gate()) {
                    return None;
                }
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

    fn exposure(&self) -> Vec<Reason> {
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

    /// A missing number is never a pass: too few measurements leave a wave undecided, even one that was promoted without them.
    fn wave_undecided(&self) -> Vec<Reason> {
        let baked = self.waves.iter().enumerate().filter(|(_, wave)| !matches!(wave.state, WaveState::Planned | WaveState::RolledBack));
        baked
            .filter_map(|(n, wave)| {
                let last = wave.forecast.map(|wave| wave.bake_last_day).filter(|last| *last < self.as_of())?;
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
                let text = format!("the bake of {} ended on {last}, {} ago: {why}", self.wave_title(n), days_words(days));
                Some(
                    Reason::new(Rule::WaveUndecided, text, clear)
                        .item(self.wave_id(n))
                        .numbers(&[("days_over", days), ("inconclusive", silent.len() as i64)]),
                )
            })
            .collect()
    }

    fn stale(&self) -> Vec<Reason> {
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
    fn last_record(&self) -> Option<Date> {
        let states = self.joined.items.iter().filter_map(|status| status.state?.state.date.as_ref()).map(|date| date.value);
        let updates = self.run.front.updates.iter().map(|update| update.date.value);
        let decisions = self
            .playbook
            .decisions
            .iter()
            .filter(|decision| decision.project == self.project && decision.subject.stage == self.stage.index);
        let waves = self.joined.waves.iter().flatten();
        let measured = waves.flat_map(|wave| {
            wave.state.measurements.iter().map(|entry| entry.date.value).chain(wave.state.started.as_ref().map(|date| date.value))
        });
        states.chain(updates).chain(decisions.map(|decision| decision.date)).chain(measured).filter(|date| *date <= self.as_of()).max()
    }

    /// Everything is done and nobody has decided. With neither musts nor waves, everything is what is counted.
    fn gate_open(&self) -> Option<Reason> {
        let (musts, progress) = (self.joined.musts, self.joined.progress);
        let undecided = self.stage.front.gate.is_some() && self.gate.is_none();
        let any = musts.total > 0 || !self.waves.is_empty() || (progress.counted > 0 && progress.done == progress.counted);
        let all = musts.all_resolved() && self.waves.iter().all(|wave| wave.state == WaveState::Promoted);
        (undecided && any && all).then(|| {
            let what = match musts.total {
                0 => "everything is done".to_owned(),
                total => format!("every must is resolved, {total} of {total}"),
            };
            Reason::new(Rule::GateOpen, format!("{what}, and the gate waits for its decision"), "decide the gate")
                .item(format!("gate:{}", self.stage.id()))
        })
    }
}

fn item_id(stage: &Stage<'_>, status: &ItemStatus<'_>) -> String {
    format!("{}/{}", stage.id(), status.item.id.value)
}

fn at_state(reason: Reason, status: &ItemStatus<'_>) -> Reason {
    match status.state {
        Some(written) => reason.place(&written.document.path, written.state.state.span),
        None => reason,
    }
}

/// "1 day", "14 days".
fn days_words(days: i64) -> String {
    match days {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    }
}
