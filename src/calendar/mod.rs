//! Dates as pure arithmetic: windows, due dates, workdays, the schedule of one project, its waves. The contract is section 6 of the domain.
//! Not done here: reading files, knowing today (`as_of` is an argument), findings, feeds and pages.
//!
//! | what an author types | becomes | becomes dates in |
//! |---|---|---|
//! | `start: 2026-01-05` | [`Date`] by [`parse_date`] | |
//! | `window: Month 2-3` | [`Window`] by [`Window::parse`] | [`schedule()`], which gives every stage a [`Period`] and says why |
//! | `due: end-2w` | [`Due`] by [`Due::parse`] | [`Due::resolve`] |
//! | `workdays`, `holidays`, `freezes`, `avoid_weekdays` | [`Workdays`] | [`Workdays::next_release_day`] and the like |
//! | `bake: 10d` | workdays by [`parse_bake`] | [`plan_waves`], [`forecast_waves`] |
//!
//! An author's last day is included; here every end is the first day after it, and `None` where it is open.

mod days;
mod due;
mod expected;
mod freeze;
mod holiday;
mod schedule;
mod skipped;
mod text;
mod waves;
mod week_start;
mod weekdays;
mod window;
mod window_text;
mod workdays;

#[cfg(test)]
mod vectors;

pub use days::{
    Date, Period, add_days, add_months, day_meant, days_between, first_monday, gap_days, month_name, overlap_days, parse_date, read_date,
    short_month_name,
};
pub use due::{Anchor, Due};
pub use expected::expected;
pub use freeze::Freeze;
pub use holiday::Holiday;
pub use schedule::{Origin, Overlap, Planned, Scheduled, StagePlan, Unscheduled, schedule};
pub use skipped::Skipped;
pub use text::{MAX_COUNT, TextError};
pub use waves::{PlannedWave, WaveOrigin, WaveRun, WaveUnscheduled, forecast_waves, parse_bake, plan_waves};
pub use week_start::week_start;
pub use weekdays::{Weekday, WeekdaySet};
pub use window::{Months, Unit, Window};
pub use workdays::{Obstacle, Workdays};
