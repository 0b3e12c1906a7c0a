//! Which months have a page, and which events lie in each. Not done here: what the page of a month shows.

use std::collections::BTreeMap;

use crate::calendar::{Date, Period, parse_date};
use crate::locale::Locale;
use crate::page::paging;
use crate::path::OutputPath;
use crate::playbook::Playbook;
use crate::playbook::event::{Event, Kind};

/// An event that lasts for more months than this brings a page to its first and its last month alone, so that a slip of the pen such as a window
/// of a thousand months makes no thousand pages.
const LONGEST: usize = 24;
/// With more events, a month shows the first of each day, and each of its days has a page of its own.
const MOST_EVENTS: usize = 400;

/// True for the place of a page of a month or a day, whether that has one now or not: forecasts move, and no day may break a build.
pub(in crate::page) fn is_reserved(output: &OutputPath) -> bool {
    let Some(inside) = output.as_str().strip_prefix("calendar/") else { return false };
    let folder = inside.strip_suffix("/index.html").unwrap_or(inside);
    let is_day = |text: &str| parse_date(text).is_some();
    let is_page = |day: &str| is_day(day) && paging::is_page_of(&format!("calendar/{day}"), output.as_str());
    is_day(&format!("{folder}-01")) || is_day(folder) || folder.split_once('/').is_some_and(|(day, _)| is_page(day))
}

/// A month of a year, as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn number(self) -> i8 {
        self.0.month()
    }

    /// "June 2026".
    pub fn title(self, locale: &Locale) -> String {
        locale.month_title(self.year(), self.number())
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        self.0
    }

    /// The last day, included.
    pub fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    /// Its days.
    pub fn period(self) -> Period {
        Period { start: self.0, end: self.last_day().tomorrow().ok() }
    }

    /// Where its page is published.
    pub fn output(self) -> OutputPath {
        OutputPath::new(format!("calendar/{:04}-{:02}/index.html", self.year(), self.number()))
    }

    fn next(self) -> Option<Self> {
        self.last_day().tomorrow().ok().map(Self)
    }
}

/// The months that have a page.
#[derive(Debug, Default)]
pub struct Months(BTreeMap<Month, InMonth>);

/// What lies in a month.
#[derive(Debug, Default)]
pub struct InMonth {
    /// Indices in [`Playbook::events`] of what has a day in the month, ascending.
    pub events: Vec<usize>,
    /// How many entries the agenda of the month has by day, holidays not counted.
    pub entries: usize,
}

impl InMonth {
    /// True when there is more than its page has room for.
    pub fn is_crowded(&self) -> bool {
        self.events.len() > MOST_EVENTS
    }
}

impl Months {
    /// Every month in which there is more than holidays. A book without stages has no calendar, and so no months.
    pub fn of(playbook: &Playbook<'_>) -> Self {
        let mut months: BTreeMap<Month, InMonth> = BTreeMap::new();
        if playbook.stages.is_empty() {
            return Self(months);
        }
        let (holidays, others): (Vec<_>, Vec<_>) = playbook.events.iter().enumerate().partition(|(_, event)| event.kind == Kind::Holiday);
        for (index, event) in &others {
            let all = all(event);
            let long = all.len() > LONGEST;
            for (n, month) in all.iter().enumerate() {
                if !long || n == 0 || n + 1 == all.len() {
                    months.entry(*month).or_default().events.push(*index);
                }
            }
            let (first, last) = event.listed_days();
            for day in std::iter::once(first).chain(last) {
                if let Some(month) = months.get_mut(&Month::of(day)) {
                    month.entries += 1;
                }
            }
        }
        for (index, event) in holidays.iter().chain(others.iter().filter(|(_, event)| all(event).len() > LONGEST)) {
            for (_, month) in months.range_mut(Month::of(event.days.start)..=Month::of(event.last_day())) {
                month.events.push(*index);
            }
        }
        for month in months.values_mut() {
            month.events.sort_unstable();
            month.events.dedup();
        }
        Self(months)
    }

    /// The months, the earliest first.
    pub fn iter(&self) -> impl Iterator<Item = (Month, &InMonth)> {
        self.0.iter().map(|(month, events)| (*month, events))
    }

    /// What lies in a month; `None` for one that has no page.
    pub fn get(&self, month: Month) -> Option<&InMonth> {
        self.0.get(&month)
    }

    /// True for a day of a month that is [crowded](InMonth::is_crowded).
    pub fn is_crowded(&self, day: Date) -> bool {
        self.get(Month::of(day)).is_some_and(InMonth::is_crowded)
    }

    /// The last month with a page before this one.
    pub fn before(&self, month: Month) -> Option<Month> {
        self.0.range(..month).next_back().map(|(month, _)| *month)
    }

    /// The first month with a page after this one.
    pub fn after(&self, month: Month) -> Option<Month> {
        self.0.range(month..).map(|(month, _)| *month).find(|later| *later > month)
    }

    /// The month of that day, else the first one after it, else the last one.
    pub fn nearest(&self, day: Date) -> Option<Month> {
        self.0.range(Month::of(day)..).next().or_else(|| self.0.iter().next_back()).map(|(month, _)| *month)
    }
}

/// The months of an event; of an open one the first.
fn all(event: &Event<'_>) -> Vec<Month> {
    let last = Month::of(event.last_day());
    std::iter::successors(Some(Month::of(event.days.start)), |month| month.next()).take_while(|month| *month <= last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::playbook::status::tests::{changed, resolved};

    const BOOK: &str = "
-- book.toml --
[book]
id = \"months\"
start = 2026-01-05
[calendar]
holidays = [2026-01-06, 2026-02-02, 2026-12-25]
-- content/stages/01-idea.md --
---
window: Week 1-2
gate: {}
---
-- content/stages/02-full.md --
---
window: 2026-03-31..2026-05-02
---
-- content/stages/03-open.md --
---
window: Month 8+
---
";

    /// The months with a page: `YYYY-MM entries ids`.
    fn months(changes: &str) -> Vec<String> {
        resolved(&changed(BOOK, changes), "2026-01-12", |playbook| {
            let shown = |(month, inside): (Month, &InMonth)| {
                let ids: Vec<String> = inside.events.iter().map(|index| playbook.events[*index].id(playbook)).collect();
                let path = month.output();
                format!("{} {} {}", &path.as_str()[9..16], inside.entries, ids.join(" "))
            };
            Months::of(playbook).iter().map(shown).collect()
        })
    }

    #[test]
    fn a_month_has_a_page_when_something_else_than_a_holiday_has_a_day_in_it() {
        assert_eq!(
            months(""),
            [
                "2026-01 3 window.idea.main holiday.2026-01-06 gate.idea.main",
                "2026-03 1 window.full.main",
                "2026-04 0 window.full.main",
                "2026-05 1 window.full.main",
                "2026-08 1 window.open.main",
            ]
        );
    }

    #[test]
    fn an_event_of_many_years_has_no_page_for_each_of_its_months_but_is_in_those_that_there_are() {
        assert_eq!(
            months("2026-05-02 => 2060-05-02"),
            [
                "2026-01 3 window.idea.main holiday.2026-01-06 gate.idea.main",
                "2026-03 1 window.full.main",
                "2026-08 1 window.full.main window.open.main",
                "2060-05 1 window.full.main",
            ]
        );
    }

    #[test]
    fn months_know_their_neighbours_and_the_one_nearest_to_a_day() {
        resolved(BOOK, "2026-01-12", |playbook| {
            let months = Months::of(playbook);
            let day = |text: &str| crate::calendar::parse_date(text).unwrap();
            let title = |month: Option<Month>| month.map(|month| month.title(&Locale::english())).unwrap_or_default();
            let march = Month::of(day("2026-03-31"));
            assert_eq!((title(months.before(march)), title(months.after(march))), ("January 2026".into(), "April 2026".into()));
            assert_eq!(title(months.before(Month::of(day("2026-01-01")))), "");
            assert_eq!(title(months.after(Month::of(day("2026-08-31")))), "");
            let nearest = ["2026-01-31", "2026-02-01", "2026-12-01", "2025-01-01"].map(|text| title(months.nearest(day(text))));
            assert_eq!(nearest, ["January 2026", "March 2026", "August 2026", "January 2026"]);
        });
    }

    #[test]
    fn a_book_without_stages_has_no_months() {
        let book =
            "-- book.toml --\n[book]\nid = \"b\"\n[calendar]\nfreezes = [{ start = 2026-03-02, end = 2026-03-06, reason = \"Audit\" }]\n";
        resolved(book, "2026-01-12", |playbook| assert_eq!(Months::of(playbook).iter().count(), 0));
    }

    #[test]
    fn the_entries_of_a_month_are_those_that_its_agenda_lists() {
        let waves = "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n-- content/stages/a.md --\n---\nwaves:\n  - { percent: 100, bake: 10d, started: 2026-01-05 }\n---\n";
        let cut_short = changed(waves, "decided wave:a/w100 2026-01-12 rollback");
        for book in [BOOK, waves, &cut_short] {
            resolved(book, "2026-01-13", |playbook| {
                let listed = |month: Month| {
                    let events = playbook.events.iter().filter(|event| event.kind != Kind::Holiday);
                    events.flat_map(|event| event.moments(playbook.locale)).filter(|moment| Month::of(moment.date) == month).count()
                };
                for (month, inside) in Months::of(playbook).iter() {
                    assert_eq!(inside.entries, listed(month), "{}", month.title(&Locale::english()));
                }
            });
        }
    }
}
