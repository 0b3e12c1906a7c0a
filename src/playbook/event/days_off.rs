//! The days on which less happens: holidays and freezes as events. Not done here: what they do to waves.

use std::collections::BTreeSet;

use super::{Event, Kind, Subject};
use crate::calendar::{Date, Freeze, Period};
use crate::locale::Locale;
use crate::playbook::Playbook;

/// The book's freezes, its holidays, and those that projects add. Holidays are kept for the years in which something else happens: a file of them
/// reaches far beyond every plan.
pub(super) fn events<'a>(playbook: &Playbook<'a>, others: &[Event<'a>]) -> Vec<Event<'a>> {
    let book = &playbook.config.workdays;
    let freezes = book.freezes().iter().enumerate().filter_map(|(place, freeze)| {
        Some(event(Kind::Freeze, Subject::Freeze(place), None, freeze.period()?, freeze_title(playbook.locale, freeze)))
    });
    let first = others.iter().map(|event| event.days.start.year()).min().unwrap_or(i16::MAX);
    let last = others.iter().map(|event| event.last_day().year()).max().unwrap_or(i16::MIN);
    let own = playbook.projects.iter().flat_map(|project| {
        let own: BTreeSet<Date> = project.front.holidays.iter().map(|holiday| holiday.day).collect();
        let own = own.into_iter().filter(|day| book.holiday_on(*day).is_none());
        own.filter_map(|day| Some((project.workdays.holiday_on(day)?, Some(project.index))))
    });
    let days = book.holidays().iter().map(|holiday| (holiday, None)).chain(own);
    let holidays = days.filter(|(holiday, _)| (first..=last).contains(&holiday.day.year())).filter_map(|(holiday, project)| {
        let days = Period::new(holiday.day, Some(holiday.day.tomorrow().ok()?))?;
        let title = holiday.name.as_deref().map_or_else(|| playbook.locale.text("holiday"), str::to_owned);
        Some(event(Kind::Holiday, Subject::Holiday, project, days, title))
    });
    freezes.chain(holidays).collect()
}

/// "Freeze: Audit", or "Freeze" without a reason.
pub fn freeze_title(locale: &Locale, freeze: &Freeze) -> String {
    match freeze.reason.as_str() {
        "" => locale.text("freeze"),
        reason => locale.with("freeze-because", &[("reason", reason.into())]),
    }
}

fn event<'a>(kind: Kind, subject: Subject, project: Option<usize>, days: Period, title: String) -> Event<'a> {
    Event { kind, subject, project, days, title, owners: Vec::new(), tentative: false, cut_short: false }
}
