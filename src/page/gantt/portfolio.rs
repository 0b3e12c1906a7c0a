//! The chart of all projects: a row each, in the order in which something has to be decided. Not done here: a project's stages one by one.

use serde::Serialize;

use super::facts::Facts;
use super::marks::Marks;
use super::scale::{Reach, Scale};
use super::{Axis, Bar, Gate, Holiday, Outside, Overlap, Step, axis};
use crate::calendar::{Date, days_between};
use crate::locale::Locale;
use crate::page::context::Context;
use crate::page::view::{Chip, Link};
use crate::page::words::number;
use crate::path::OutputPath;
use crate::playbook::wave::{self, WaveState};
use crate::playbook::{Project, event};

/// Half a year back, a year ahead: what a programme decides about.
const REACH: Reach = Reach { back: 184, ahead: 366, day_width: 11 };
/// With more projects, they stand in groups by when something has to be decided.
const MOST_WITHOUT_GROUPS: usize = 12;
/// A larger group is cut into parts.
const MOST_IN_GROUP: usize = 50;
/// The chart has at most so many rows: a browser takes seconds for thousands, and nobody reads them. The list of projects has all.
const MOST_ROWS: usize = 300;
/// About so many rows are unfolded.
const MOST_UNFOLDED: usize = 100;
/// The groups: up to so many days from as_of, and the keys of their names. What has no day comes last.
const GROUPS: [(i64, &str); 4] =
    [(-1, "chart-overdue"), (14, "chart-within-two-weeks"), (56, "chart-within-eight-weeks"), (i64::MAX, "chart-later")];

/// The chart of projects that are not closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "GanttPortfolio"))]
pub struct Portfolio {
    /// The scale.
    pub axis: Axis,
    /// The rows, by when something has to be decided.
    pub groups: Vec<Group>,
    /// How many more projects there are, in which something has to be decided later than in those shown.
    pub more: usize,
    /// How many projects are closed, and so not shown.
    pub closed: usize,
    /// What the chart has, for its key, as the component `gantt.key` names it.
    pub marks: Vec<&'static str>,
}

/// Projects with something to decide at about the same time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "GanttGroup"))]
pub struct Group {
    /// "Within two weeks", "Later, 51 to 100 of 140"; null for the only group of a small portfolio.
    pub title: Option<String>,
    /// True when it is unfolded at first.
    pub open: bool,
    /// The projects.
    pub lanes: Vec<Lane>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Lane {
    /// The project's id.
    pub id: String,
    /// Its page.
    pub project: Link,
    /// Its status.
    pub chip: Chip,
    /// What has to be decided next: "in 12 days: Pilot gate"; null when nothing is to come or all is unscheduled.
    pub next: Option<String>,
    /// The windows.
    pub bars: Vec<Bar>,
    /// Where neighbouring stages overlap.
    pub overlaps: Vec<Overlap>,
    /// The gates.
    pub gates: Vec<Gate>,
    /// The waves.
    pub steps: Vec<Step>,
    /// Holidays that only this project has.
    pub holidays: Vec<Holiday>,
    /// What has no room.
    pub outside: Outside,
    /// The same in words, a sentence for each stage.
    pub text: Vec<String>,
}

/// The chart of all projects that are not closed; `None` while nothing is scheduled.
pub(in crate::page) fn portfolio<'a>(context: &Context<'_, 'a>, output: &OutputPath) -> Option<Portfolio> {
    let playbook = context.playbook;
    let as_of = playbook.as_of;
    let running: Vec<&Project<'a>> = playbook.projects.iter().filter(|project| project.closed(as_of).is_none()).collect();
    let ranges = || running.iter().filter_map(|project| Facts { context, output, project }.range());
    let (first, last) = (ranges().map(|(first, _)| first).min()?, ranges().map(|(_, last)| last).max()?);
    let scale = Scale::around(first, last, as_of, REACH)?;
    let axis = axis::axis(playbook.locale, &scale, as_of, &playbook.config.workdays);
    let mut order: Vec<(Option<Next>, &Project<'a>)> = running.iter().map(|project| (next(context, project), *project)).collect();
    order.sort_by_key(|(next, project)| (next.as_ref().map_or(Date::MAX, |next| next.day), project.index));
    let more = order.len().saturating_sub(MOST_ROWS);
    order.truncate(MOST_ROWS);
    let groups = groups(playbook.locale, as_of, &order, |(next, project)| {
        let marks = Marks { facts: Facts { context, output, project }, scale };
        lane(&marks, next.as_ref().map(|next| format!("{}: {}", playbook.away(next.day), next.what)))
    });
    let closed = playbook.projects.len() - running.len();
    Some(Portfolio { marks: marks(&axis, &groups), axis, groups, more, closed })
}

/// What has to be decided next in a project.
struct Next {
    day: Date,
    what: String,
}

/// The review of the next gate, the end of a running wave's bake or the start of a wave, whichever is first. A wave that is late stands at the day
/// for which it was planned.
fn next<'a>(context: &Context<'_, 'a>, project: &Project<'a>) -> Option<Next> {
    let playbook = context.playbook;
    if wave::has_ended(playbook, project.index) {
        return None;
    }
    let judgement = context.judgement(project);
    let gate = judgement.next_gate.and_then(|gate| Some((gate.review?, gate.stage)));
    let gate = gate.map(|(day, stage)| {
        let stage = playbook.stages[stage].title();
        Next { day, what: playbook.locale.with("gate-named", &[("stage", stage.into())]) }
    });
    let stages = playbook.stages.iter().zip(&judgement.stages);
    let waves = stages.flat_map(|(stage, judged)| judged.waves.iter().enumerate().map(move |(n, wave)| (stage, n, wave)));
    let waves = waves.filter_map(|(stage, n, wave)| {
        let front = &stage.front.waves[n];
        let says = |key: &str| playbook.locale.with(key, &[("percent", front.percent().into())]);
        match wave.state {
            WaveState::Running => Some(Next { day: wave.forecast?.bake_last_day, what: says("wave-decision") }),
            WaveState::Planned => {
                let missed = wave.planned.filter(|_| event::is_missed(playbook, project.index, stage.index, n));
                Some(Next { day: missed.or(wave.forecast.map(|forecast| forecast.start))?, what: says("wave-named") })
            }
            _ => None,
        }
    });
    gate.into_iter().chain(waves).min_by_key(|next| next.day)
}

/// Cuts the sorted projects into groups, and those into parts; the first ones are unfolded.
fn groups<T>(locale: &Locale, as_of: Date, sorted: &[(Option<Next>, T)], lane: impl Fn(&(Option<Next>, T)) -> Lane) -> Vec<Group> {
    if sorted.len() <= MOST_WITHOUT_GROUPS {
        return vec![Group { title: None, open: true, lanes: sorted.iter().map(lane).collect() }];
    }
    let group_of = |next: &Option<Next>| {
        let days = next.as_ref().map(|next| days_between(as_of, next.day));
        days.and_then(|days| GROUPS.iter().position(|(most, _)| days <= *most)).unwrap_or(GROUPS.len())
    };
    let mut groups = Vec::new();
    let mut shown = 0;
    for group in sorted.chunk_by(|(a, _), (b, _)| group_of(a) == group_of(b)) {
        let name = locale.text(GROUPS.get(group_of(&group[0].0)).map_or("chart-unscheduled", |(_, key)| key));
        for (n, part) in group.chunks(MOST_IN_GROUP).enumerate() {
            let from = n * MOST_IN_GROUP + 1;
            let (name, all) = (("name", name.as_str().into()), ("all", number(group.len())));
            let title = match group.len() <= MOST_IN_GROUP {
                true => locale.with("chart-group", &[name, all]),
                false => locale.with("chart-part", &[name, ("from", number(from)), ("to", number(from + part.len() - 1)), all]),
            };
            groups.push(Group { title: Some(title), open: shown < MOST_UNFOLDED, lanes: part.iter().map(&lane).collect() });
            shown += part.len();
        }
    }
    groups
}

fn lane(marks: &Marks<'_, '_, '_>, next: Option<String>) -> Lane {
    let Facts { context, output, project } = marks.facts;
    let stages = || 0..context.playbook.stages.len();
    let of_the_book = &context.playbook.config.workdays;
    let days_off = project.workdays.holidays_in(&marks.scale.period()).iter();
    Lane {
        id: project.id().to_owned(),
        project: context.project(output, project),
        chip: context.project_chip(project),
        next,
        bars: stages().filter_map(|stage| marks.bar(stage)).collect(),
        overlaps: stages().filter_map(|stage| marks.overlap(stage)).collect(),
        gates: stages().filter_map(|stage| marks.gate(stage)).collect(),
        steps: stages().flat_map(|stage| marks.steps(stage)).collect(),
        holidays: axis::holidays(&marks.scale, days_off.filter(|holiday| of_the_book.holiday_on(holiday.day).is_none())),
        outside: marks.outside(stages()),
        text: stages().map(|stage| marks.facts.text(stage)).collect(),
    }
}

fn marks(axis: &Axis, groups: &[Group]) -> Vec<&'static str> {
    let lanes = || groups.iter().flat_map(|group| &group.lanes);
    let gates = || lanes().flat_map(|lane| &lane.gates);
    let has = [
        ("window", true),
        ("not-started", lanes().flat_map(|lane| &lane.bars).any(|bar| bar.chip.name == "not-started")),
        ("open", lanes().flat_map(|lane| &lane.bars).any(|bar| bar.open)),
        ("overlap", lanes().any(|lane| !lane.overlaps.is_empty())),
        ("gate", gates().any(|gate| gate.outcome.is_none() && !gate.overdue)),
        ("overdue", gates().any(|gate| gate.outcome.is_none() && gate.overdue)),
        ("passed", gates().any(|gate| gate.outcome.is_some() && !gate.refused)),
        ("refused", gates().any(|gate| gate.refused)),
        ("wave", lanes().any(|lane| !lane.steps.is_empty())),
        ("freeze", !axis.freezes.is_empty()),
        ("holiday", !axis.holidays.is_empty() || lanes().any(|lane| !lane.holidays.is_empty())),
        ("outside", lanes().any(|lane| lane.outside != Outside::default())),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(mark, _)| mark).collect()
}
