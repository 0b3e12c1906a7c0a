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
    /// What an agenda says of it, by day. A span of one day, one that is open, and one that was cut short has one line.
    pub fn moments(&self) -> Vec<Moment> {
        let (first, last) = (self.days.start, self.days.last_day().filter(|last| *last > self.days.start && !self.cut_short));
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
