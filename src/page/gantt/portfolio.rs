//! The chart of all projects: a row each, in the order in which something has to be decided, on as many pages as that takes. Not done here: a project's
//! stages one by one.

use serde::Serialize;

use super::facts::Facts;
use super::marks::Marks;
use super::scale::{Reach, Scale};
use super::{Axis, Bar, Gate, Holiday, Outside, Overlap, Step, axis};
use crate::calendar::{Date, days_between};
use crate::locale::Locale;
use crate::page::context::Context;
use crate::page::paging::{self, Pager, Part};
use crate::page::view::{Chip, Link};
use crate::page::words::number;
use crate::path::OutputPath;
use crate::playbook::wave::{self, WaveState};
use crate::playbook::{Project, event};

/// Half a year back, a year ahead: what a programme decides about.
const REACH: Reach = Reach { back: 184, ahead: 366, day_width: 11 };
/// With more projects, they stand in groups by when something has to be decided.
const MOST_WITHOUT_GROUPS: usize = 12;
/// A page has at most so many rows: each is a drawing, and is told in words too.
const MOST_ROWS: usize = 50;
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
    /// The way to the other pages; null for a chart of one page.
    pub pager: Option<Pager>,
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

/// A page of the chart, and what holds for all of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The projects of the page.
    pub part: Part,
    /// The first and the last day of all projects; `None` while nothing is scheduled, and in a book without projects.
    days: Option<(Date, Date)>,
    /// How many projects there are in each group, in the order of the groups.
    groups: [usize; GROUPS.len() + 1],
}

/// The pages of the chart of all projects that are not closed: one at least.
pub(in crate::page) fn charts<'a>(context: &Context<'_, 'a>) -> Vec<(OutputPath, Chart)> {
    let playbook = context.playbook;
    let is_shown = |project: &&Project<'a>| !playbook.is_implicit() && project.closed(playbook.as_of).is_none();
    let running: Vec<&Project<'a>> = playbook.projects.iter().filter(is_shown).collect();
    let output = &OutputPath::new("calendar/index.html");
    let ranges: Vec<(Date, Date)> = running.iter().filter_map(|project| Facts { context, output, project }.range()).collect();
    let days = ranges.iter().map(|(first, _)| *first).min().zip(ranges.iter().map(|(_, last)| *last).max());
    let mut order: Vec<(Date, usize)> = Vec::new();
    let mut groups = [0; GROUPS.len() + 1];
    for project in running.iter().filter(|_| days.is_some()) {
        let day = next(context, project).map(|next| next.day);
        groups[group_of(playbook.as_of, day)] += 1;
        order.push((day.unwrap_or(Date::MAX), project.index));
    }
    order.sort_unstable();
    let parts = paging::cut("calendar", &order.into_iter().map(|(_, project)| project).collect::<Vec<_>>(), MOST_ROWS);
    parts.into_iter().map(|(output, part)| (output, Chart { part, days, groups })).collect()
}

/// A page of the chart; `None` while nothing is scheduled.
pub(in crate::page) fn portfolio(context: &Context<'_, '_>, output: &OutputPath, chart: &Chart) -> Option<Portfolio> {
    let playbook = context.playbook;
    let as_of = playbook.as_of;
    let (first, last) = chart.days?;
    let scale = Scale::around(first, last, as_of, REACH)?;
    let axis = axis::axis(playbook.locale, &scale, as_of, &playbook.config.workdays);
    let lane = |project: &usize| {
        let project = &playbook.projects[*project];
        let next = next(context, project).map(|next| format!("{}: {}", playbook.away(next.day), next.what));
        lane(&Marks { facts: Facts { context, output, project }, scale }, next)
    };
    let groups = groups(playbook.locale, chart, chart.part.entries.iter().map(lane));
    let closed = playbook.projects.len() - chart.part.all;
    Some(Portfolio { marks: marks(&axis, &groups), axis, groups, pager: chart.part.pager(context), closed })
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

/// The group of a project, by the day on which something has to be decided in it.
fn group_of(as_of: Date, day: Option<Date>) -> usize {
    let days = day.map(|day| days_between(as_of, day));
    days.and_then(|days| GROUPS.iter().position(|(most, _)| days <= *most)).unwrap_or(GROUPS.len())
}

/// The rows of a page in their groups. One that began on an earlier page, or goes on on a later one, says which of its projects are here.
fn groups(locale: &Locale, chart: &Chart, mut lanes: impl Iterator<Item = Lane>) -> Vec<Group> {
    let (shown, mut begin) = (chart.part.range(), 0);
    if chart.part.all <= MOST_WITHOUT_GROUPS {
        return vec![Group { title: None, lanes: lanes.collect() }];
    }
    let mut groups = Vec::new();
    for (group, all) in chart.groups.into_iter().enumerate() {
        let (from, to) = (shown.start.max(begin), shown.end.min(begin + all));
        if from < to {
            let name = locale.text(GROUPS.get(group).map_or("chart-unscheduled", |(_, key)| key));
            let (name, count) = (("name", name.as_str().into()), ("all", number(all)));
            let title = match to - from == all {
                true => locale.with("chart-group", &[name, count]),
                false => locale.with("chart-part", &[name, ("from", number(from - begin + 1)), ("to", number(to - begin)), count]),
            };
            groups.push(Group { title: Some(title), lanes: lanes.by_ref().take(to - from).collect() });
        }
        begin += all;
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
