//! What several pages say of the same things, in the book's language. Not done here: what one page alone says, and the reasons for a status.

use super::view::{self, Slip};
use crate::calendar::{Anchor, Date, Due, Period, Unit, Window};
use crate::document::front::Guardrail;
use crate::locale::{Locale, Value};
use crate::playbook::checklist::{Musts, Progress};

/// A number that chooses a plural.
pub(super) fn number<'v, N: TryInto<i64>>(n: N) -> Value<'v> {
    n.try_into().unwrap_or(i64::MAX).into()
}

/// "4 of 13 points, 30 %", or "no items".
pub fn progress_text(locale: &Locale, progress: Progress) -> String {
    match progress.percent() {
        Some(percent) => {
            let numbers = [("done", number(progress.done)), ("counted", number(progress.counted)), ("percent", number(percent))];
            locale.with("points-of", &numbers)
        }
        None => locale.text("no-items"),
    }
}

/// "2 of 7 musts", or "no musts".
pub fn musts_text(locale: &Locale, musts: Musts) -> String {
    match musts.total {
        0 => locale.text("no-musts"),
        total => locale.with("musts-of", &[("resolved", number(musts.resolved)), ("total", number(total))]),
    }
}

/// "expected 37 of 62 workdays, 59 %".
pub fn expected_text(locale: &Locale, (elapsed, total): (u64, u64)) -> String {
    let percent = 100 * elapsed / total.max(1);
    locale.with("expected-workdays", &[("elapsed", number(elapsed)), ("total", number(total)), ("percent", number(percent))])
}

/// A stretch of days, with its words.
pub(super) fn period(locale: &Locale, period: Option<Period>) -> view::Period {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    view::Period {
        start: day(period.map(|period| period.start)),
        last: day(period.and_then(|period| period.last_day())),
        text: period_text(locale, period),
    }
}

/// "5 Apr 2026 to 4 Jul 2026", "from 5 Jun 2026, open", or "unscheduled".
pub(super) fn period_text(locale: &Locale, period: Option<Period>) -> String {
    let Some(period) = period else { return locale.text("unscheduled") };
    let from = locale.date_short(period.start);
    match period.last_day() {
        None => locale.with("period-open", &[("from", from.into())]),
        Some(last) => locale.with("period", &[("from", from.into()), ("to", locale.date_short(last).into())]),
    }
}

/// A window as its author means it: "Weeks 3–6", "Month 6+".
pub(super) fn window(locale: &Locale, window: &Window) -> String {
    let name = |unit: &Unit| unit.name().to_lowercase();
    match window {
        Window::Counted { unit, first, last: None } => locale.with(&format!("window-{}-on", name(unit)), &[("first", number(*first))]),
        Window::Counted { unit, first, last: Some(last) } if first == last => {
            locale.with(&format!("window-{}", name(unit)), &[("first", number(*first))])
        }
        Window::Counted { unit, first, last: Some(last) } => {
            locale.with(&format!("window-{}s", name(unit)), &[("first", number(*first)), ("last", number(*last))])
        }
        Window::Dates(period) => period_text(locale, Some(*period)),
        Window::After { stage, count, unit } => {
            let long = locale.with(&format!("for-{}s", name(unit)), &[("count", number(*count))]);
            locale.with("window-after", &[("stage", stage.as_str().into()), ("long", long.into())])
        }
    }
}

/// When something is due: "14 Apr 2026", "at the end", "3 days before the end".
pub(super) fn due(locale: &Locale, due: &Due) -> String {
    let (anchor, days) = match due {
        Due::On(day) => return locale.date_short(*day),
        Due::From(anchor, days) => (if *anchor == Anchor::Start { "start" } else { "end" }, *days),
    };
    let (count, unit) = if days % 7 == 0 { (days.abs() / 7, "weeks") } else { (days.abs(), "days") };
    match days.signum() {
        0 => locale.text(&format!("due-at-{anchor}")),
        -1 => locale.with(&format!("due-{unit}-before-{anchor}"), &[("count", number(count))]),
        _ => locale.with(&format!("due-{unit}-after-{anchor}"), &[("count", number(count))]),
    }
}

/// "14 days later", "1 day earlier"; `None` for 0.
pub(super) fn shift(locale: &Locale, days: i64) -> Option<String> {
    let key = if days > 0 { "days-later" } else { "days-earlier" };
    (days != 0).then(|| locale.with(key, &[("days", number(days.unsigned_abs()))]))
}

/// The same where it stands out when it is later.
pub(super) fn slip(locale: &Locale, days: i64) -> Option<Slip> {
    shift(locale, days).map(|text| Slip { text, is_later: days > 0 })
}

/// Where a guardrail warns: "warns above 3 %"; `None` without a stricter bound.
pub(super) fn warns(locale: &Locale, guardrail: &Guardrail) -> Option<String> {
    let bound = guardrail.with_unit(locale.number(guardrail.warn.as_ref()?.value));
    let key = match guardrail.op.as_str() {
        "<" => "warns-from-up",
        "<=" => "warns-above",
        ">" => "warns-from-down",
        _ => "warns-below",
    };
    Some(locale.with(key, &[("bound", bound.into())]))
}
