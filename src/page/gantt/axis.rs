//! The scale along the top: months, weeks, as_of, freezes, holidays. Not done here: the rows.

use super::scale::Scale;
use super::{Axis, Freeze, Holiday, Month, Now};
use crate::calendar::{self, Date, Period, Workdays};
use crate::locale::Locale;
use crate::page::words;
use crate::playbook::event::freeze_title;

/// With more days than these, lines for weeks stand too close.
const MOST_DAYS_WITH_WEEKS: i64 = 200;
/// With more days than these, a day is thinner than a pixel.
const MOST_DAYS_WITH_HOLIDAYS: i64 = 400;
/// Pixels for a letter of a label, on the safe side.
const LETTER: i64 = 7;
/// The axis, with the freezes and holidays that hold for every row.
pub(super) fn axis(locale: &Locale, scale: &Scale, as_of: Date, workdays: &Workdays) -> Axis {
    let label = locale.with("as-of-day", &[("day", locale.date_short(as_of).into())]);
    let now = scale.x(as_of).map(|x| Now {
        date: as_of.to_string(),
        x,
        label_left: scale.pixel(as_of) + 5 + width_of(&label) > scale.width,
        label,
    });
    let side = if as_of < scale.start { "as-of-before-chart" } else { "as-of-after-chart" };
    Axis {
        start: scale.start.to_string(),
        last: scale.end.yesterday().map(|day| day.to_string()).unwrap_or_default(),
        width: scale.width,
        months: months(locale, scale, as_of),
        weeks: weeks(scale),
        now_outside: now.is_none().then(|| locale.with(side, &[("day", locale.date(as_of).into())])),
        now,
        freezes: freezes(locale, scale, workdays.freezes()),
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

fn months(locale: &Locale, scale: &Scale, as_of: Date) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    let mut first = scale.start;
    while first < scale.end {
        let Ok(next) = first.last_of_month().tomorrow() else { break };
        let period = Period { start: first, end: Some(next) };
        let Some(x) = scale.x(first) else { break };
        months.push(Month {
            name: locale.month_short(first),
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

fn freezes(locale: &Locale, scale: &Scale, freezes: &[calendar::Freeze]) -> Vec<Freeze> {
    let mut drawn: Vec<(Date, Freeze)> = Vec::new();
    for freeze in freezes {
        let Some((period, span)) = freeze.period().and_then(|period| Some((period, scale.span(period)?))) else { continue };
        let title = freeze_title(locale, freeze);
        let reason = if freeze.reason.is_empty() { title.clone() } else { freeze.reason.clone() };
        let period = words::period_text(locale, Some(period));
        drawn.push((freeze.start, Freeze { title, reason, period, span, is_crowded: false }));
    }
    // Labels begin where their freeze does, so whether one fits is seen from left to right, whatever the author's order.
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|n| drawn[*n].0);
    let mut free_from = 0;
    for n in order {
        let (start, freeze) = &mut drawn[n];
        let from = scale.pixel(*start);
        let to = from + width_of(&freeze.reason);
        freeze.is_crowded = from < free_from || to > scale.width;
        if !freeze.is_crowded {
            free_from = to + LETTER;
        }
    }
    drawn.into_iter().map(|(_, freeze)| freeze).collect()
}

/// Pixels for a label, on the safe side.
fn width_of(label: &str) -> i64 {
    LETTER * i64::try_from(label.chars().count()).unwrap_or(i64::MAX / LETTER / 2)
}
