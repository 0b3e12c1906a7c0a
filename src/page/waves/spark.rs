//! A small drawing of a guardrail's measurements against its bounds, 160 by 48. Not done here: what the guardrail says.

use serde::Serialize;

use crate::calendar::days_between;
use crate::locale::Locale;
use crate::playbook::wave::{GuardrailStatus, verdict};

/// Size of the drawing.
const WIDTH: i64 = 160;
const HEIGHT: i64 = 48;
/// Room for the marks at its edges.
const ROOM: i64 = 5;

/// One measurement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Measured {
    /// ISO date.
    pub date: String,
    /// "2.4 %".
    pub value: String,
    /// What the guardrail says of this value alone: `pass`, `warn` or `fail`.
    pub verdict: &'static str,
}

/// The drawing. Places are tenths of its units, written out: `12.5`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Spark {
    /// The line through all measurements, for `points`.
    pub line: String,
    /// One mark for each measurement.
    pub dots: Vec<Dot>,
    /// The height of the target.
    pub target: String,
    /// The height of the stricter bound.
    pub warn: Option<String>,
    /// The side on which the target is not held: where it begins.
    pub fail_y: String,
    /// How high it is.
    pub fail_height: String,
}

/// A measurement in the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Dot {
    /// From the left.
    pub x: String,
    /// From the top.
    pub y: String,
    /// `pass`, `warn` or `fail`.
    pub verdict: &'static str,
}

/// Every measurement that counts, by date.
pub(super) fn measured(locale: &Locale, status: &GuardrailStatus<'_>) -> Vec<Measured> {
    let view = |entry: &&crate::document::front::Measurement| Measured {
        date: entry.date.value.to_string(),
        value: status.guardrail.with_unit(locale.number(entry.value)),
        verdict: verdict(status.guardrail, entry.value).word(),
    };
    status.measured.iter().map(view).collect()
}

/// The drawing of two measurements or more.
pub(super) fn spark(status: &GuardrailStatus<'_>) -> Option<Spark> {
    let (front, measured) = (status.guardrail, &status.measured);
    let (first, last) = (measured.first()?.date.value, measured.last().filter(|_| measured.len() > 1)?.date.value);
    let warn = front.warn.as_ref().map(|warn| warn.value);
    let bounds = [Some(front.target), warn].into_iter().flatten();
    let values = measured.iter().map(|entry| entry.value).chain(bounds);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    // One division of numbers that are the same everywhere; all else is whole tenths.
    let y = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        10 * (HEIGHT - ROOM) - (share * (10 * (HEIGHT - 2 * ROOM)) as f64).round() as i64
    };
    let days = days_between(first, last);
    let x = |n: usize, day| {
        // Several on one day stand beside each other.
        let (part, whole) = if days > 0 { (days_between(first, day), days) } else { (n as i64, measured.len() as i64 - 1) };
        10 * ROOM + 10 * (WIDTH - 2 * ROOM) * part / whole.max(1)
    };
    let dots: Vec<Dot> = (measured.iter().enumerate())
        .map(|(n, entry)| Dot { x: tenths(x(n, entry.date.value)), y: tenths(y(entry.value)), verdict: verdict(front, entry.value).word() })
        .collect();
    let target = y(front.target);
    let fails_above = front.op.starts_with('<');
    Some(Spark {
        line: dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect::<Vec<_>>().join(" "),
        dots,
        target: tenths(target),
        warn: warn.map(|warn| tenths(y(warn))),
        fail_y: tenths(if fails_above { 0 } else { target }),
        fail_height: tenths(if fails_above { target } else { 10 * HEIGHT - target }),
    })
}

fn tenths(number: i64) -> String {
    format!("{}.{}", number / 10, number % 10)
}
