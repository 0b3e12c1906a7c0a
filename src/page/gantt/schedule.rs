//! The chart of one project: a row for each stage and for its waves, planned against real, and the same as a table of dates. Not done here:
//! other projects.

use serde::Serialize;

use super::facts::Facts;
use super::marks::Marks;
use super::scale::{Reach, Scale};
use super::{Axis, Bar, Gate, Outside, Overlap, Span, Step, axis, words};
use crate::calendar::Date;
use crate::page::context::Context;
use crate::page::parts;
use crate::page::view::{self, Chip, DecisionRow, Link};
use crate::page::words::period;
use crate::path::OutputPath;
use crate::playbook::Project;

/// A year back, a year and a half ahead.
const REACH: Reach = Reach { back: 366, ahead: 548, day_width: 11 };

/// A project over time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Schedule {
    /// The scale, with the project's own holidays.
    pub axis: Axis,
    /// One for each stage, in the order of the path.
    pub rows: Vec<StageRow>,
    /// What the chart has, for its key, as the component `gantt.key` names it.
    pub marks: Vec<&'static str>,
}

/// A stage of the project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StageRow {
    /// The project's page of it.
    pub stage: Link,
    /// 1-based place in the path.
    pub number: usize,
    /// Its status.
    pub chip: Chip,
    /// The window as it is planned now; null when no day of it is drawn.
    pub bar: Option<Bar>,
    /// The window without the project's own dates, where it is another one.
    pub baseline: Option<Baseline>,
    /// The days it was really worked on: from the first record to the go, or to as_of.
    pub actual: Option<Span>,
    /// The days it shares with the stages before and after it.
    pub overlaps: Vec<Overlap>,
    /// Its gate.
    pub gate: Option<Gate>,
    /// What has no room.
    pub outside: Outside,
    /// The row in a sentence.
    pub text: String,
    /// The row of its waves; null without any.
    pub waves: Option<WaveRow>,
    /// The same as dates.
    pub dates: Dates,
}

/// A window that a project moved away from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Baseline {
    /// The days of it that are drawn.
    pub span: Span,
    /// True when it has no end.
    pub open: bool,
}

/// The waves of a stage as a staircase.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaveRow {
    /// The page of the project's waves; null without one.
    pub page: Option<Link>,
    /// The waves that are drawn.
    pub steps: Vec<Step>,
    /// One for each wave.
    pub dates: Vec<WaveDates>,
    /// The row in a sentence.
    pub text: String,
}

/// The dates of a stage. Each is ISO, null when it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Dates {
    /// The window now.
    pub plan: view::Period,
    /// The window without the project's own dates, where it is another one.
    pub baseline: Option<view::Period>,
    /// By how much it moved: "ends 14 days later".
    pub slip: Option<String>,
    /// The author's reason for moving it.
    pub because: Option<String>,
    /// The first record.
    pub began: Option<String>,
    /// That beside the plan: "2 days later".
    pub began_beside: Option<String>,
    /// The day of the go.
    pub ended: Option<String>,
    /// That beside the day of the review, or the window's last day without one.
    pub ended_beside: Option<String>,
    /// The day of the gate's review.
    pub review: Option<String>,
    /// The decision that stands on the gate.
    pub decision: Option<DecisionRow>,
}

/// The dates of a wave. Each is ISO, null when it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaveDates {
    /// "25".
    pub percent: String,
    /// Where it is told.
    pub url: String,
    /// By overrides and bakes alone.
    pub planned: Option<String>,
    /// The real start.
    pub started: Option<String>,
    /// Where it has not started: when it is expected.
    pub forecast: Option<String>,
    /// The real start, or the forecast, beside the plan: "25 days earlier", "as planned".
    pub beside: Option<String>,
    /// The last day of its bake.
    pub bake_until: Option<String>,
    /// The decision that stands on it.
    pub decision: Option<DecisionRow>,
}

/// The chart of a project; `None` while it has no date at all.
pub(in crate::page) fn schedule<'a>(context: &Context<'_, 'a>, output: &OutputPath, project: &Project<'a>) -> Option<Schedule> {
    let facts = Facts { context, output, project };
    let (first, last) = facts.range()?;
    let marks = Marks { facts, scale: Scale::around(first, last, context.playbook.as_of, REACH)? };
    let axis = axis::axis(facts.locale(), &marks.scale, context.playbook.as_of, &project.workdays);
    let rows: Vec<StageRow> = (0..context.playbook.stages.len()).map(|stage| row(&marks, stage)).collect();
    Some(Schedule { marks: present(&axis, &rows), axis, rows })
}

fn row(marks: &Marks<'_, '_, '_>, stage: usize) -> StageRow {
    let facts = marks.facts;
    StageRow {
        stage: facts.context.project_stage_link(facts.output, facts.project, stage, None),
        number: stage + 1,
        chip: facts.context.stage_chip(facts.project, stage),
        bar: marks.bar(stage),
        baseline: marks.baseline(stage),
        actual: facts.worked(stage).and_then(|worked| marks.scale.span(worked)),
        overlaps: [stage.checked_sub(1), Some(stage)].into_iter().flatten().filter_map(|stage| marks.overlap(stage)).collect(),
        gate: marks.gate(stage),
        outside: marks.outside(std::iter::once(stage)),
        text: facts.text(stage),
        waves: (!facts.waves(stage).is_empty()).then(|| wave_row(marks, stage)),
        dates: dates(facts, stage),
    }
}

fn dates(facts: Facts<'_, '_, '_>, stage: usize) -> Dates {
    let (plan, baseline, real, review) = (facts.plan(stage), facts.baseline(stage), facts.actual(stage), facts.review(stage));
    let locale = facts.locale();
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    Dates {
        plan: period(locale, plan),
        slip: baseline.zip(plan).and_then(|(baseline, plan)| words::slip(locale, baseline, plan)),
        baseline: baseline.map(|baseline| period(locale, Some(baseline))),
        because: facts.project.stages[stage].moved_because.map(str::to_owned),
        began: day(real.start),
        began_beside: real.start.and_then(|start| words::beside(locale, plan.map(|plan| plan.start), start)),
        ended: day(real.end),
        // A gate is passed on the day of its review, which a weekend may part from the window's last day.
        ended_beside: real.end.and_then(|end| words::beside(locale, review.or_else(|| plan.and_then(|plan| plan.last_day())), end)),
        review: day(review),
        decision: facts.decision(stage).map(|decision| facts.context.decision_row(facts.output, decision)),
    }
}

fn wave_row(marks: &Marks<'_, '_, '_>, stage: usize) -> WaveRow {
    let facts = marks.facts;
    let dates = facts.waves(stage).iter().enumerate().map(|(n, wave)| {
        let percent = facts.percent(stage, n);
        let run = facts.context.wave_run(facts.output, facts.project, percent, wave);
        let anchor = crate::playbook::stage::anchor(facts.stage(stage).id(), &facts.stage(stage).front.waves[n].id.value);
        WaveDates {
            percent: parts::number(percent),
            url: facts.context.project_stage_link(facts.output, facts.project, stage, Some(&anchor)).url,
            planned: run.planned,
            started: run.started,
            forecast: run.forecast,
            beside: wave.forecast.and_then(|forecast| words::beside(facts.locale(), wave.planned, forecast.start)),
            bake_until: run.bake_until,
            decision: run.decision,
        }
    });
    let text = (0..facts.waves(stage).len()).map(|n| facts.wave_words(stage, n)).collect::<Vec<_>>().join("; ");
    WaveRow {
        page: facts.context.waves_page(facts.output, facts.project),
        dates: dates.collect(),
        steps: marks.steps(stage),
        text: facts.locale().with("chart-waves-of", &[("stage", facts.stage(stage).title().into()), ("what", text.into())]),
    }
}

fn present(axis: &Axis, rows: &[StageRow]) -> Vec<&'static str> {
    let gates = || rows.iter().filter_map(|row| row.gate.as_ref());
    let steps = || rows.iter().filter_map(|row| row.waves.as_ref()).flat_map(|waves| &waves.steps);
    let has = [
        ("window", rows.iter().any(|row| row.bar.is_some())),
        ("not-started", rows.iter().any(|row| row.bar.is_some() && row.chip.name == "not-started")),
        ("open", rows.iter().filter_map(|row| row.bar.as_ref()).any(|bar| bar.open)),
        ("baseline", rows.iter().any(|row| row.baseline.is_some())),
        ("actual", rows.iter().any(|row| row.actual.is_some())),
        ("overlap", rows.iter().any(|row| !row.overlaps.is_empty())),
        ("gate", gates().any(|gate| gate.outcome.is_none() && !gate.overdue)),
        ("overdue", gates().any(|gate| gate.outcome.is_none() && gate.overdue)),
        ("passed", gates().any(|gate| gate.outcome.is_some() && !gate.refused)),
        ("refused", gates().any(|gate| gate.refused)),
        ("wave", steps().next().is_some()),
        ("planned", steps().any(|step| step.planned_x.is_some())),
        ("freeze", !axis.freezes.is_empty()),
        ("holiday", !axis.holidays.is_empty()),
        ("outside", rows.iter().any(|row| row.outside != Outside::default())),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(mark, _)| mark).collect()
}
