//! The days of an event that an agenda lists: the first and the last of what lasts. Not done here: sorting and grouping by day.

use super::{Event, Kind};
use crate::calendar::Date;
use crate::locale::Locale;

/// One line of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// What happens on it: "Pilot begins", "Gate review of Pilot".
    pub text: String,
}

impl Event<'_> {
    /// The days on which an agenda lists it: the first and, of what lasts, the last. One that is open or was cut short has no last day to tell of.
    pub fn listed_days(&self) -> (Date, Option<Date>) {
        (self.days.start, self.days.last_day().filter(|last| *last > self.days.start && !self.cut_short))
    }

    /// What an agenda says of it on [those days](Self::listed_days).
    pub fn moments(&self, locale: &Locale) -> Vec<Moment> {
        let (first, last) = self.listed_days();
        // A title that stands alone has no message.
        let (begins, ends) = match self.kind {
            Kind::Window | Kind::Freeze if last.is_none() && self.days.end.is_some() => (None, "moment-ends"),
            Kind::Window | Kind::Freeze => (Some("moment-begins"), "moment-ends"),
            Kind::Wave if self.tentative => (Some("moment-wave-starts"), "moment-bake-ends"),
            Kind::Wave => (Some("moment-wave-started"), "moment-bake-ends"),
            Kind::Holiday | Kind::Gate | Kind::Due | Kind::Expiry | Kind::Decision => (None, "moment-last-day"),
        };
        let say = |key: &str| locale.with(key, &[("event", self.title.as_str().into())]);
        let begin = Moment { date: first, text: begins.map_or_else(|| self.title.clone(), say) };
        let end = last.map(|date| Moment { date, text: say(ends) });
        std::iter::once(begin).chain(end).collect()
    }
}
