//! Charts over time: every project on one scale ([`mod@portfolio`]), and one project stage by stage ([`mod@schedule`]). Geometry and words,
//! for templates to draw. Not done here: drawing, and the dates, which the playbook computes.
//!
//! Places and widths are percent of the chart's width with two decimals, such as `12.50`, from whole numbers only: the same dates always
//! give the same bytes. What has no day on the scale is in the words, and an arrow at the chart's edge says that there is more.

mod axis;
mod facts;
mod labels;
mod marks;
mod portfolio;
mod scale;
mod schedule;
#[cfg(test)]
mod tests;
mod words;

use serde::Serialize;

pub(super) use portfolio::{Chart, Portfolio, charts, portfolio};
pub(super) use schedule::{Schedule, schedule};

use super::view::Chip;

/// The scale of days along the top, with what every row shows behind its own marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Axis {
    /// First day drawn.
    pub start: String,
    /// Last day drawn.
    pub last: String,
    /// Pixels below which the chart is scrolled rather than squeezed.
    pub width: i64,
    /// The months, from left to right.
    pub months: Vec<Month>,
    /// Where weeks begin, on Monday; empty where they would stand too close.
    pub weeks: Vec<String>,
    /// As_of; null when it is not among the days drawn.
    pub now: Option<Now>,
    /// As_of is not among the days drawn: "1 March 2027 is after the last day drawn".
    pub now_outside: Option<String>,
    /// The freezes that are drawn, in the author's order.
    pub freezes: Vec<Freeze>,
    /// The holidays that hold for every row; empty where a day is too thin to be seen.
    pub holidays: Vec<Holiday>,
    /// True when there is more before the first or after the last day drawn.
    pub is_cut: bool,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Month {
    /// "Feb".
    pub name: String,
    /// The year, where a new one begins and at the first month.
    pub year: Option<String>,
    /// Where it begins.
    pub x: String,
    /// True for the month of as_of, at which a chart that is scrolled begins.
    pub now: bool,
}

/// The line of as_of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Now {
    /// ISO date.
    pub date: String,
    /// What stands at the line: "as of 1 Jun 2026".
    pub label: String,
    /// Where the day begins.
    pub x: String,
    /// True when its label has more room to the left.
    pub label_left: bool,
}

/// Days on which no wave starts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "GanttFreeze"))]
pub struct Freeze {
    /// "Freeze: Audit"; "Freeze" without a reason.
    pub title: String,
    /// The same where there is little room: the author's reason; "Freeze" without one.
    pub reason: String,
    /// "10 Aug 2026 to 21 Aug 2026".
    pub period: String,
    /// The days of it that are drawn.
    pub span: Span,
    /// True when the reason does not fit beside the label before it, and stands in the words only.
    pub is_crowded: bool,
}

/// A stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Span {
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
}

/// A day that is not worked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Holiday {
    /// ISO date.
    pub date: String,
    /// What it is called, if somebody says so.
    pub name: Option<String>,
    /// Where it is drawn.
    pub span: Span,
}

/// The window of a stage, as it is planned now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "GanttBar"))]
pub struct Bar {
    /// 1-based place of the stage in the path.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Its status in the project.
    pub chip: Chip,
    /// "5 Jan 2026 to 18 Jan 2026".
    pub period: String,
    /// The days of it that are drawn.
    pub span: Span,
    /// Where its number stands, clear of the overlap with the stage before, of diamonds and of as_of; null when it does not fit.
    pub label_x: Option<String>,
    /// True when its status fits beside the number.
    pub has_room: bool,
    /// True when it has no end: it fades out at the chart's edge.
    pub open: bool,
}

/// Days that two neighbouring stages share.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Overlap {
    /// "Pilot and Production overlap for 11 days".
    pub text: String,
    /// The days of it that are drawn.
    pub span: Span,
}

/// A gate: on the day of its decision, else of its review.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gate {
    /// "Gate of Pilot: go on 2 Apr 2026", "Gate of Pilot: review on 3 Apr 2026".
    pub text: String,
    /// What was decided, as authors write it; null while nothing is.
    pub outcome: Option<&'static str>,
    /// True when that was not to go on.
    pub refused: bool,
    /// True when the review is over and nothing is decided.
    pub overdue: bool,
    /// The middle of the day.
    pub x: String,
    /// The day of the review, where something was decided on another day; null when that is not drawn.
    pub review_x: Option<String>,
}

/// A wave: a step from its start to that of the next one, or to the end of its bake.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "GanttStep"))]
pub struct Step {
    /// "25".
    pub percent: String,
    /// True when its percent fits beside that of the next wave.
    pub has_room: bool,
    /// How high the step is: the percent, rounded up.
    pub rise: i64,
    /// `planned`, `running`, `promoted`, `holding` or `rolled-back`.
    pub state: &'static str,
    /// "wave 25 % started 23 Apr 2026, 25 days earlier than planned, promoted".
    pub text: String,
    /// The days of it that are drawn.
    pub span: Span,
    /// The planned day, where it starts on another; null when that is not drawn.
    pub planned_x: Option<String>,
}

/// What lies outside the days drawn, on either side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Outside {
    /// "Discovery to 18 Jan 2025, PoC from 19 Jan 2025"; null when nothing does.
    pub before: Option<String>,
    /// "Scale to 31 Mar 2029, wave 50 % from 5 Mar 2029"; null when nothing does.
    pub after: Option<String>,
}
