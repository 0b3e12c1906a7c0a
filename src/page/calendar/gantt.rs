//! The chart of windows: geometry only, in percent of its width, for a template to draw. Not done here: drawing.

use serde::Serialize;

use crate::calendar::{Date, Period, add_days, days_between};
use crate::page::context::Context;
use crate::page::view::{Chip, Link};
use crate::path::OutputPath;
use crate::playbook::Project;

/// Days drawn after the last date, so that an open window shows as open.
const MARGIN: i64 = 28;

/// A chart of projects over time. Places and widths are percent of its width, such as `12.50`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Gantt {
    /// First day drawn.
    pub start: String,
    /// Last day drawn.
    pub last: String,
    /// The months along the top.
    pub months: Vec<Month>,
    /// The place of as_of; null when it lies outside.
    pub today: Option<String>,
    /// One for each project.
    pub lanes: Vec<Lane>,
}

/// A month along the top.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Month {
    /// "Jan 2026" for the first one and each January, else "Feb".
    pub label: String,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Lane {
    /// Its page.
    pub project: Link,
    /// Its status.
    pub chip: Chip,
    /// The stages that are scheduled.
    pub bars: Vec<Bar>,
    /// Where neighbouring stages overlap.
    pub overlaps: Vec<Overlap>,
    /// The gates.
    pub gates: Vec<Gate>,
    /// The waves.
    pub waves: Vec<Step>,
    /// The same in words: "Discovery 2026-01-05 to 2026-01-18, complete; …".
    pub text: String,
}

/// A stage's window.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Bar {
    /// The project's page of the stage.
    pub link: Link,
    /// 1-based place in the path.
    pub number: usize,
    /// Status in the project.
    pub chip: Chip,
    /// "2026-01-05 to 2026-01-18".
    pub period: String,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// True when it has no end; drawn to the edge.
    pub open: bool,
}

/// Days that two neighbouring stages share.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Overlap {
    /// Calendar days; null when both are open.
    pub days: Option<i64>,
    /// The number of the earlier stage.
    pub number: usize,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
}

/// A gate, at its review.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Gate {
    /// The number of its stage.
    pub number: usize,
    /// The day.
    pub date: String,
    /// What was decided; null while nothing is.
    pub outcome: Option<&'static str>,
    /// Where.
    pub x: String,
}

/// A wave, at its start.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Step {
    /// The number of its stage.
    pub number: usize,
    /// "25".
    pub percent: String,
    /// `planned`, `running`, `promoted`, `holding` or `rolled-back`.
    pub state: &'static str,
    /// The real start, else the forecast.
    pub date: String,
    /// Where.
    pub x: String,
}

/// The stretch of days that is drawn.
struct Scale {
    start: Date,
    end: Date,
}

impl Scale {
    fn x(&self, day: Date) -> String {
        percent(days_between(self.start, day.clamp(self.start, self.end)), days_between(self.start, self.end))
    }

    fn span(&self, period: Period) -> (String, String) {
        let (from, to) = (period.start.clamp(self.start, self.end), period.end.unwrap_or(self.end).clamp(self.start, self.end));
        (self.x(from), percent(days_between(from, to), days_between(self.start, self.end)))
    }
}

/// Hundredths of a percent, by whole numbers, so that the same dates always give the same bytes.
fn percent(part: i64, whole: i64) -> String {
    let hundredths = 10_000 * part / whole.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub(super) fn gantt<'a>(context: &Context<'_, 'a>, output: &OutputPath, projects: &[&Project<'a>]) -> Option<Gantt> {
    let periods = || projects.iter().flat_map(|project| &project.stages).filter_map(|stage| stage.schedule.period());
    let waves = projects
        .iter()
        .flat_map(|project| &context.judgement(project).stages)
        .flat_map(|stage| &stage.waves)
        .filter_map(|wave| Some(wave.forecast?.start));
    let start = periods().map(|period| period.start).min()?;
    let last = periods().map(|period| period.end.unwrap_or(period.start)).chain(waves).max()?;
    let scale = Scale { start: start.first_of_month(), end: add_days(last, MARGIN)?.last_of_month().tomorrow().ok()? };
    let as_of = context.playbook.as_of;
    Some(Gantt {
        start: scale.start.to_string(),
        last: scale.end.yesterday().ok()?.to_string(),
        months: months(&scale),
        today: (scale.start <= as_of && as_of < scale.end).then(|| scale.x(as_of)),
        lanes: projects.iter().map(|project| lane(context, output, &scale, project)).collect(),
    })
}

fn months(scale: &Scale) -> Vec<Month> {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut months = Vec::new();
    let mut first = scale.start;
    while first < scale.end {
        let Ok(next) = first.last_of_month().tomorrow() else { break };
        let name = NAMES[usize::from(first.month().unsigned_abs()) - 1];
        let label = if months.is_empty() || first.month() == 1 { format!("{name} {}", first.year()) } else { name.to_owned() };
        let (x, width) = scale.span(Period { start: first, end: Some(next) });
        months.push(Month { label, x, width });
        first = next;
    }
    months
}

fn lane<'a>(context: &Context<'_, 'a>, output: &OutputPath, scale: &Scale, project: &Project<'a>) -> Lane {
    let playbook = context.playbook;
    let judged = context.judgement(project);
    let period = |stage: usize| project.stages.get(stage)?.schedule.period();
    let scheduled = || playbook.stages.iter().filter_map(|stage| Some((stage.index, period(stage.index)?)));
    let bars: Vec<Bar> = scheduled()
        .map(|(stage, period)| {
            let (x, width) = scale.span(period);
            let link = context.project_stage_link(output, project, stage, None);
            let chip = context.stage_chip(project, stage);
            Bar {
                link,
                number: stage + 1,
                chip,
                period: crate::page::parts::period(Some(period)).text,
                x,
                width,
                open: period.end.is_none(),
            }
        })
        .collect();
    let overlaps = scheduled().filter_map(|(stage, first)| {
        let shared = first.overlap(&period(stage + 1)?)?;
        let (x, width) = scale.span(shared);
        Some(Overlap { days: shared.days(), number: stage + 1, x, width })
    });
    let gates = scheduled().filter_map(|(stage, period)| {
        playbook.stages[stage].front.gate.as_ref()?;
        let decision = crate::playbook::wave::gate(playbook, project.index, stage);
        let date = decision.map(|decision| decision.date).or_else(|| project.workdays.gate_review(&period))?;
        Some(Gate {
            number: stage + 1,
            date: date.to_string(),
            outcome: decision.map(|decision| decision.outcome.word()),
            x: scale.x(date),
        })
    });
    let waves =
        judged.stages.iter().enumerate().flat_map(|(stage, judged)| judged.waves.iter().enumerate().map(move |(n, wave)| (stage, n, wave)));
    let steps = waves.filter_map(|(stage, n, wave)| {
        let date = wave.started.or_else(|| wave.forecast.map(|wave| wave.start))?;
        let percent = playbook.stages[stage].front.waves[n].percent.as_ref().map_or(0.0, |percent| percent.value);
        let run = context.wave_run(output, project, percent, wave);
        Some(Step {
            number: stage + 1,
            percent: crate::page::parts::number(percent),
            state: run.state,
            date: date.to_string(),
            x: scale.x(date),
        })
    });
    let text = bars.iter().map(|bar| format!("{} {}, {}", bar.link.title, bar.period, bar.chip.words)).collect::<Vec<_>>().join("; ");
    Lane {
        project: context.project(output, project),
        chip: context.project_chip(project),
        overlaps: overlaps.collect(),
        gates: gates.collect(),
        waves: steps.collect(),
        bars,
        text,
    }
}
