//! The scale along the top: months, weeks, as_of, freezes, holidays. Not done here: the rows.

use super::scale::Scale;
use super::{Axis, Freeze, Holiday, Month, Now};
use crate::calendar::{self, Date, Period, Workdays, short_month_name};
use crate::page::parts;

/// With more days than these, lines for weeks stand too close.
const MOST_DAYS_WITH_WEEKS: i64 = 200;
/// With more days than these, a day is thinner than a pixel.
const MOST_DAYS_WITH_HOLIDAYS: i64 = 400;
/// Pixels for a letter of a label, on the safe side.
const LETTER: i64 = 7;
/// Pixels for "as of 2026-06-01".
const NOW_LABEL: i64 = 17 * LETTER;

/// The axis, with the freezes and holidays that hold for every row.
pub(super) fn axis(scale: &Scale, as_of: Date, workdays: &Workdays) -> Axis {
    let now = scale.x(as_of).map(|x| Now { date: as_of.to_string(), x, label_left: scale.pixel(as_of) + NOW_LABEL > scale.width });
    let side = if as_of < scale.start { "before the first" } else { "after the last" };
    Axis {
        start: scale.start.to_string(),
        last: scale.end.yesterday().map(|day| day.to_string()).unwrap_or_default(),
        width: scale.width,
        months: months(scale, as_of),
        weeks: weeks(scale),
        now_outside: now.is_none().then(|| format!("{as_of} is {side} day drawn")),
        now,
        freezes: freezes(scale, workdays.freezes()),
        holidays: holidays(scale, workdays.holidays_in(&scale.period()).iter()),
        is_cut: scale.is_cut,
    }
}

/// These holidays, where the scale is wide enough to see a day.
pub(super) fn holidays<'h>(scale: &Scale, holidays: impl Iterator<Item = &'h calendar::Holiday>) -> Vec<Holiday> {
    if scale.days() > MOST_DAYS_WITH_HOLIDAYS {
        return Vec::new();
    }
    let drawn = holidays.filter_map(|holiday| {
        let span = scale.span(Period { start: holiday.day, end: holiday.day.tomorrow().ok() })?;
        Some(Holiday { date: holiday.day.to_string(), name: holiday.name.as_deref().map(str::to_owned), span })
    });
    drawn.collect()
}

fn months(scale: &Scale, as_of: Date) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    let mut first = scale.start;
    while first < scale.end {
        let Ok(next) = first.last_of_month().tomorrow() else { break };
        let period = Period { start: first, end: Some(next) };
        let Some(x) = scale.x(first) else { break };
        months.push(Month {
            name: short_month_name(first),
            year: (months.is_empty() || first.month() == 1).then(|| first.year().to_string()),
            x,
            now: period.contains(as_of),
        });
        first = next;
    }
    months
}

fn weeks(scale: &Scale) -> Vec<String> {
    let first = calendar::first_monday(scale.start).filter(|_| scale.days() <= MOST_DAYS_WITH_WEEKS);
    let mondays = std::iter::successors(first, |monday| calendar::add_days(*monday, 7));
    mondays.map_while(|monday| scale.x(monday)).collect()
}

fn freezes(scale: &Scale, freezes: &[calendar::Freeze]) -> Vec<Freeze> {
    let mut drawn: Vec<(Date, Freeze)> = Vec::new();
    for freeze in freezes {
        let Some((period, span)) = freeze.period().and_then(|period| Some((period, scale.span(period)?))) else { continue };
        let reason = if freeze.reason.is_empty() { "Freeze".to_owned() } else { freeze.reason.clone() };
        drawn.push((
            freeze.start,
            Freeze { title: freeze.title(), reason, period: parts::period(Some(period)).text, span, is_crowded: false },
        ));
    }
    // Labels begin where their freeze does, so whether one fits is seen from left to right, whatever the author's order.
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|n| drawn[*n].0);
    let mut free_from = 0;
    for n in order {
        let (start, freeze) = &mut drawn[n];
        let from = scale.pixel(*start);
        let to = from + LETTER * i64::try_from(freeze.reason.chars().count()).unwrap_or(i64::MAX / LETTER);
        freeze.is_crowded = from < free_from || to > scale.width;
        if !freeze.is_crowded {
            free_from = to + LETTER;
        }
    }
    drawn.into_iter().map(|(_, freeze)| freeze).collect()
}
