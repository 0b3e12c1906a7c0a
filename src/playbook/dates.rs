//! Why every computed date of a project is what it is, in a sentence each. Not done here: computing them, which the calendar did; showing them.

mod stages;
#[cfg(test)]
mod tests;
mod waves;
mod words;

use super::{Playbook, Project};
use crate::calendar::Date;
use crate::locale::Value;

/// A date, or that there is none, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedDate {
    /// The id of the stage, or `stage/wave` for a wave.
    pub subject: String,
    /// What that is called: "Pilot", "Wave 25 % of Scale".
    pub title: String,
    /// Which of its dates.
    pub what: What,
    /// The day: a last day is included, as authors write it, and of an overlap or gap it is the first day. `None` when it is open or unscheduled.
    pub date: Option<Date>,
    /// Why: a sentence, or some behind one another, without a full stop.
    pub because: String,
}

/// The dates that are explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A stage's first day. An unscheduled stage has no other date.
    Start,
    /// A stage's last day.
    End,
    /// The day on which a stage's gate is decided.
    GateReview,
    /// The first day that a stage shares with the one before it.
    Overlap,
    /// The first day between the stage before and this one.
    Gap,
    /// When a wave starts by plan.
    PlannedStart,
    /// When a wave starts as things are now, or has started.
    Forecast,
}

impl What {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            What::Start => "start",
            What::End => "end",
            What::GateReview => "gate review",
            What::Overlap => "overlap",
            What::Gap => "gap",
            What::PlannedStart => "planned start",
            What::Forecast => "forecast",
        }
    }
}

/// Every computed date of a project: stage by stage its window, its gate, what it shares with the stage before it, then its waves.
pub fn explain(playbook: &Playbook<'_>, project: &Project<'_>) -> Vec<ExplainedDate> {
    let case = Case { playbook, project };
    (0..playbook.stages.len()).flat_map(|stage| case.window(stage).into_iter().chain(case.waves(stage)).collect::<Vec<_>>()).collect()
}

struct Case<'c, 'a> {
    playbook: &'c Playbook<'a>,
    project: &'c Project<'a>,
}

impl Case<'_, '_> {
    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.playbook.locale.with(key, values)
    }

    fn date(&self, day: Date) -> Value<'static> {
        self.playbook.locale.date(day).into()
    }

    /// A sentence about a stage.
    fn say_of(&self, key: &str, stage: usize) -> String {
        self.say(key, &[("stage", self.title(stage).into())])
    }

    fn title(&self, stage: usize) -> &str {
        self.playbook.stages[stage].title()
    }
}
