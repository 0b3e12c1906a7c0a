//! The days of an event that an agenda lists: the first and the last of what lasts. Not done here: sorting and grouping by day.

use super::{Event, Kind};
use crate::calendar::Date;

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
    pub fn moments(&self) -> Vec<Moment> {
        let (first, last) = self.listed_days();
        let title = &self.title;
        let (begins, ends) = match self.kind {
            Kind::Window | Kind::Freeze if last.is_none() && self.days.end.is_some() => (title.clone(), None),
            Kind::Window | Kind::Freeze => (format!("{title} begins"), Some(format!("{title} ends"))),
            Kind::Wave => (format!("{title} {}", if self.tentative { "starts" } else { "started" }), Some(format!("{title}: bake ends"))),
            Kind::Holiday | Kind::Gate | Kind::Due | Kind::Expiry | Kind::Decision => (title.clone(), Some(format!("{title}, last day"))),
        };
        let begin = Moment { date: first, text: begins };
        let end = last.zip(ends).map(|(date, text)| Moment { date, text });
        std::iter::once(begin).chain(end).collect()
    }
}
