//! The step curve: which share of the users is reached on each day, by plan, really, and as it looks now. Geometry only: places along the
//! bottom are percent of the width, heights are pixels from the top of a plot [`HEIGHT`] high. Not done here: drawing.

mod shapes;

pub(super) use shapes::Curve;
use shapes::{Freeze, Level, Mark, Step};

use super::axis::Axis;
use crate::calendar::Date;
use crate::locale::Value;
use crate::page::parts::{hundredths, number};
use crate::page::wave::wave_state;
use crate::page::words::period_text;
use crate::playbook::decision::{Decision, Outcome};
use crate::playbook::event::freeze_title;
use crate::playbook::wave::{WaveState, WaveStatus, has_ended, people, reach};
use crate::playbook::{Playbook, Project, Stage};

/// How high the plot is; a percent is two pixels.
const HEIGHT: i64 = 200;

/// From a day on that share.
#[derive(Clone, Copy)]
struct Turn {
    since: Date,
    percent: f64,
    held: bool,
}

/// One stage of one project.
pub(super) struct Plot<'c, 'a> {
    pub(super) playbook: &'c Playbook<'a>,
    pub(super) project: &'c Project<'a>,
    pub(super) stage: &'c Stage<'a>,
    pub(super) waves: &'c [WaveStatus<'a>],
}

impl Plot<'_, '_> {
    /// The curve; `None` while nothing is scheduled.
    pub(super) fn curve(&self) -> Option<Curve> {
        let real = self.real();
        let axis = self.axis(&real)?;
        let as_of = self.as_of();
        let population = self.project.front.population;
        Some(Curve {
            start: axis.start.to_string(),
            last: axis.end.yesterday().ok()?.to_string(),
            height: HEIGHT,
            text: self.text(&real),
            ticks: axis.ticks(self.playbook.locale),
            levels: [0, 25, 50, 75, 100].map(|percent| level(percent, population)).to_vec(),
            today: axis.shows(as_of).then(|| axis.x(as_of)),
            freezes: self.freezes(&axis),
            planned: self.steps(&axis, &self.planned(), 0.0, None),
            forecast: self.steps(&axis, &self.forecast(&real), real.last().map_or(0.0, |last| last.percent), None),
            real: self.steps(&axis, &real, 0.0, Some(as_of)),
            marks: self.decisions().filter_map(|decision| self.mark(&axis, decision)).collect(),
        })
    }

    fn as_of(&self) -> Date {
        self.playbook.as_of
    }

    fn percent(&self, wave: usize) -> f64 {
        self.stage.front.waves[wave].percent()
    }

    /// Today is drawn while the rollout is under way, and when it lies near by.
    fn axis(&self, real: &[Turn]) -> Option<Axis> {
        let dates = self.waves.iter().flat_map(|wave| {
            let forecast = wave.forecast.into_iter().flat_map(|wave| [wave.start, wave.bake_last_day]);
            forecast.chain(wave.planned)
        });
        let mut dates: Vec<Date> = dates.chain(self.decisions().map(|decision| decision.date)).collect();
        let promoted = self.waves.iter().all(|wave| wave.state == WaveState::Promoted);
        let is_under_way = !real.is_empty() && !promoted && !has_ended(self.playbook, self.project.index);
        dates.extend(is_under_way.then(|| self.as_of()));
        Axis::around(&dates)
    }

    /// The decisions on waves that have started, by date; those before the last start of their wave are about one that is not drawn.
    fn decisions(&self) -> impl Iterator<Item = &Decision<'_>> {
        let counts = |decision: &&Decision<'_>| {
            let wave = decision.subject.wave.filter(|_| decision.subject.stage == self.stage.index);
            wave.and_then(|wave| self.waves[wave].started).is_some_and(|started| started <= decision.date)
        };
        self.playbook.decisions_of(self.project).filter(counts)
    }

    fn planned(&self) -> Vec<Turn> {
        let turn = |(n, wave): (usize, &WaveStatus<'_>)| Some(Turn { since: wave.planned?, percent: self.percent(n), held: false });
        self.waves.iter().enumerate().filter_map(turn).collect()
    }

    /// Steps, and the days on which a wave is held or let go on.
    fn real(&self) -> Vec<Turn> {
        let reached = reach(self.playbook, self.project.index, self.stage, self.waves);
        let mut days: Vec<Date> = reached.iter().map(|step| step.since).chain(self.decisions().map(|decision| decision.date)).collect();
        days.sort_unstable();
        days.dedup();
        let is_held = |wave: usize, day: Date| {
            let last = self.decisions().filter(|decision| decision.subject.wave == Some(wave) && decision.date <= day).last();
            last.is_some_and(|decision| decision.outcome == Outcome::Hold)
        };
        let turn = |since: Date| {
            let percent = reached.iter().rfind(|step| step.since <= since)?.percent;
            Some(Turn { since, percent, held: (0..self.waves.len()).any(|wave| is_held(wave, since)) })
        };
        let turns = days.into_iter().filter_map(turn);
        turns.fold(Vec::new(), |mut turns: Vec<Turn>, turn| {
            let same = turns.last().is_some_and(|last| last.percent == turn.percent && last.held == turn.held);
            if !same {
                turns.push(turn);
            }
            turns
        })
    }

    /// From today on what is reached, then each wave that has a date.
    fn forecast(&self, real: &[Turn]) -> Vec<Turn> {
        let to_come = self.waves.iter().enumerate().filter(|(_, wave)| wave.started.is_none());
        let turn = |(n, wave): (usize, &WaveStatus<'_>)| Some(Turn { since: wave.forecast?.start, percent: self.percent(n), held: false });
        let turns: Vec<Turn> = to_come.filter_map(turn).collect();
        let now = real.last().filter(|_| !turns.is_empty()).map(|last| Turn { since: self.as_of(), percent: last.percent, held: false });
        now.into_iter().chain(turns).collect()
    }

    /// From the share `before` on, up to the day `until`, else to the edge.
    fn steps(&self, axis: &Axis, turns: &[Turn], before: f64, until: Option<Date>) -> Vec<Step> {
        let end = until.unwrap_or(axis.end).min(axis.end);
        let ends = turns.iter().skip(1).map(|next| next.since).chain([end]);
        let from = std::iter::once(before).chain(turns.iter().map(|turn| turn.percent));
        (turns.iter().zip(ends).zip(from))
            .map(|((turn, end), from)| Step {
                percent: number(turn.percent),
                people: self.project.front.population.map(|population| people(population, turn.percent)),
                since: turn.since.to_string(),
                x: axis.x(turn.since),
                x2: axis.x(end),
                width: axis.width(turn.since, end),
                y: y(turn.percent),
                from_y: y(from),
                height: hundredths(ground(turn.percent)),
                held: turn.held,
                rises: turn.percent > from,
            })
            .collect()
    }

    fn freezes(&self, axis: &Axis) -> Vec<Freeze> {
        let freeze = |freeze: &crate::calendar::Freeze| {
            let whole = freeze.period()?;
            let shown = axis.clip(&whole)?;
            let period = period_text(self.playbook.locale, Some(whole));
            Some(Freeze {
                period,
                title: freeze_title(self.playbook.locale, freeze),
                x: axis.x(shown.start),
                width: axis.width(shown.start, shown.end?),
            })
        };
        self.project.workdays.freezes().iter().filter_map(freeze).collect()
    }

    fn mark(&self, axis: &Axis, decision: &Decision<'_>) -> Option<Mark> {
        let wave = decision.subject.wave?;
        let percent = self.waves[wave].actual_percent().unwrap_or_else(|| self.percent(wave));
        Some(Mark {
            outcome: decision.outcome.word(),
            date: decision.date.to_string(),
            percent: number(self.percent(wave)),
            x: axis.x(decision.date),
            y: y(percent),
        })
    }

    /// "24 % of the users are reached on 1 June 2026. Wave 10 % was planned for 29 April 2026, and started on 29 April 2026: promoted. …"
    fn text(&self, real: &[Turn]) -> String {
        let locale = self.playbook.locale;
        let day = |name, day: Date| (name, Value::from(locale.date(day)));
        let percent = |percent: f64| ("percent", Value::from(percent));
        let mut sentences = vec![match real.last() {
            Some(last) => locale.with("curve-reached", &[percent(last.percent), day("day", self.as_of())]),
            None => locale.with("curve-nobody", &[day("day", self.as_of())]),
        }];
        for (n, wave) in self.waves.iter().enumerate() {
            let planned = wave.planned.map_or(("planned", "none".into()), |planned| day("planned", planned));
            let values = [percent(self.percent(n)), planned];
            sentences.push(match (wave.started, wave.forecast) {
                (Some(started), _) => {
                    let state = ("state", locale.text(&format!("wave-{}", wave_state(wave.state))).into());
                    locale.with("curve-wave-started", &[&values[..], &[day("day", started), state]].concat())
                }
                (None, Some(forecast)) => locale.with("curve-wave-expected", &[&values[..], &[day("day", forecast.start)]].concat()),
                (None, None) => locale.with("curve-wave-unscheduled", &values),
            });
        }
        sentences.join(" ")
    }
}

fn level(percent: i64, population: Option<u64>) -> Level {
    Level { percent, people: population.map(|population| people(population, percent as f64)), y: y(percent as f64) }
}

/// Hundredths of a pixel above the ground.
fn ground(percent: f64) -> i64 {
    (percent.clamp(0.0, 100.0) * (HEIGHT as f64)).round() as i64
}

fn y(percent: f64) -> String {
    hundredths(100 * HEIGHT - ground(percent))
}

#[cfg(test)]
mod tests;
