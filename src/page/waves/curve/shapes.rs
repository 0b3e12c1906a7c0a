//! What a template draws of the step curve. Places along the bottom are percent of the width, heights are pixels from the top of the plot. Not
//! done here: computing them.

use serde::Serialize;

use super::super::axis::Tick;

/// The curve.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Curve {
    /// First day drawn.
    pub start: String,
    /// Last day drawn.
    pub last: String,
    /// How high the plot is.
    pub height: i64,
    /// The curve in a few sentences.
    pub text: String,
    /// Labels of days along the bottom.
    pub ticks: Vec<Tick>,
    /// Lines across, 0 to 100 %.
    pub levels: Vec<Level>,
    /// The place of as_of; null when it lies outside.
    pub today: Option<String>,
    /// Freezes, in which no wave starts.
    pub freezes: Vec<Freeze>,
    /// The steps by plan.
    pub planned: Vec<Step>,
    /// The steps that were taken.
    pub real: Vec<Step>,
    /// The steps to come, as things are now.
    pub forecast: Vec<Step>,
    /// The decisions on waves.
    pub marks: Vec<Mark>,
}

/// A line across the plot.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Level {
    /// 0, 25, 50, 75 or 100.
    pub percent: i64,
    /// How many users that is.
    pub people: Option<u64>,
    /// Height.
    pub y: String,
}

/// Days on which no wave starts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "CurveFreeze"))]
pub struct Freeze {
    /// "27 Jul 2026 to 14 Aug 2026".
    pub period: String,
    /// "Freeze: Audit".
    pub title: String,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
}

/// Days with the same share of users.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "CurveStep"))]
pub struct Step {
    /// "25": the share.
    pub percent: String,
    /// How many users that is.
    pub people: Option<u64>,
    /// Since when.
    pub since: String,
    /// Where it begins.
    pub x: String,
    /// Where it ends.
    pub x2: String,
    /// How wide it is.
    pub width: String,
    /// Height of its share.
    pub y: String,
    /// Height of the share before it.
    pub from_y: String,
    /// How high it is above the ground.
    pub height: String,
    /// True while a wave is on hold.
    pub held: bool,
    /// True where the share rises here, and is worth its label.
    pub rises: bool,
}

/// A decision on a wave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mark {
    /// `continue`, `hold` or `rollback`.
    pub outcome: &'static str,
    /// When.
    pub date: String,
    /// "25": the wave.
    pub percent: String,
    /// Where.
    pub x: String,
    /// Height.
    pub y: String,
}
