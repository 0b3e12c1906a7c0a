//! How far a stage's waves have reached so far, step by step. Not done here: what is still to come.

use super::{WaveStatus, people};
use crate::calendar::Date;
use crate::playbook::decision::{Outcome, Subject};
use crate::playbook::{Playbook, Stage};

/// From a day on so many users are reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// The first day.
    pub since: Date,
    /// The share of users, 0 to 100: what the project says was really reached, else what the wave is to reach.
    pub percent: f64,
    /// The wave that brought it there: the one that started, or the one that was rolled back.
    pub wave: usize,
}

impl Reach {
    /// So many users, where it is known how many there are.
    pub fn people(&self, population: Option<u64>) -> Option<u64> {
        population.map(|population| people(population, self.percent))
    }
}

/// Every step that has been taken by as_of, by date: a start reaches the users of the wave, a rollback takes them back to the wave before it.
pub fn reach(playbook: &Playbook<'_>, project: usize, stage: &Stage<'_>, waves: &[WaveStatus<'_>]) -> Vec<Reach> {
    let run = &playbook.projects[project];
    let starts = waves.iter().enumerate().filter_map(|(n, wave)| Some((wave.started?, n, false)));
    let rollbacks = playbook.decisions_of(run).filter(|decision| decision.outcome == Outcome::Rollback).filter_map(|decision| {
        let n = decision.subject.wave.filter(|n| decision.subject == Subject { stage: stage.index, wave: Some(*n) })?;
        // A wave that has started anew since has only its new start written.
        let started = waves[n].started.filter(|started| *started <= decision.date);
        started.map(|_| (decision.date, n, true))
    });
    let mut events: Vec<(Date, usize, bool)> = starts.chain(rollbacks).collect();
    events.sort_by_key(|(date, n, back)| (*date, *back, *n));
    let mut up = vec![false; waves.len()];
    let percent = |n: usize| waves[n].actual_percent().unwrap_or_else(|| stage.front.waves[n].percent());
    let step = |(since, n, back): (Date, usize, bool)| {
        up[n] = !back;
        Reach { since, percent: up.iter().rposition(|up| *up).map_or(0.0, percent), wave: n }
    };
    events.into_iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use crate::playbook::status::tests::{changed, resolved};

    const BOOK: &str = "
-- book.toml --
[book]
id = \"b\"
start = 2026-01-05
-- content/stages/02-scale.md --
---
window: Week 5+
waves:
  - { id: w10, percent: 10, started: 2026-02-02, actual_percent: 9.5 }
  - { id: w50, percent: 50 }
  - { id: all, percent: 100 }
---
";

    fn told(changes: &str) -> String {
        resolved(&changed(BOOK, changes), "2026-03-02", |playbook| {
            let waves = &playbook.judgements[0].stages[0].waves;
            let steps = super::reach(playbook, 0, &playbook.stages[0], waves);
            let told = steps.iter().map(|step| format!("{:02}-{:02} {}", step.since.month(), step.since.day(), step.percent));
            told.collect::<Vec<_>>().join(", ")
        })
    }

    #[test]
    fn each_start_reaches_more_and_a_rollback_takes_it_back() {
        let second = "percent: 50 => percent: 50, started: 2026-02-10";
        let cases = [
            ("started: 2026-02-02, => started: 2026-03-03,", ""),
            ("", "02-02 9.5"),
            (second, "02-02 9.5, 02-10 50"),
            ("decided wave:scale/w10 2026-02-06 hold", "02-02 9.5"),
            ("decided wave:scale/w10 2026-02-06 rollback", "02-02 9.5, 02-06 0"),
            (&format!("{second}\ndecided wave:scale/w50 2026-02-12 rollback"), "02-02 9.5, 02-10 50, 02-12 9.5"),
            (&format!("{second}\ndecided wave:scale/w50 2026-02-10 rollback"), "02-02 9.5, 02-10 50, 02-10 9.5"),
            // The first wave goes back while the second stays.
            (&format!("{second}\ndecided wave:scale/w10 2026-02-12 rollback"), "02-02 9.5, 02-10 50, 02-12 50"),
            // Started anew: where it was before is not written any more.
            (&format!("{second}\ndecided wave:scale/w50 2026-02-09 rollback"), "02-02 9.5, 02-10 50"),
            (&format!("{second}\ndecided wave:scale/w50 2026-03-03 rollback"), "02-02 9.5, 02-10 50"),
        ];
        for (changes, expected) in cases {
            assert_eq!(told(changes), expected, "{changes}");
        }
    }
}
