//! The page of a month: a grid of its days and the same as a list. Not done here: where bars lie ([`super::grid`]), what a day shows
//! ([`super::cell`]).

use serde::Serialize;

use super::agenda::{self, AgendaDay, Days, Group, Groups, KindChoice};
use super::cell::{self, Cell};
use super::in_month::{MonthEvents, Undrawn};
use super::index::{MonthLink, month_link};
use super::months::{InMonth, Month};
use crate::calendar::Weekday;
use crate::page::context::{Context, page_url};
use crate::page::frame::Page;
use crate::page::view::{Frame, Link};
use crate::path::OutputPath;
use crate::playbook::event::Kind;

/// View of `month.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MonthPage {
    /// The frame.
    pub page: Frame,
    /// The month, with the number of its entries.
    pub month: MonthLink,
    /// The overview's list of months.
    pub all_months: Link,
    /// The kinds by which the month can be filtered; none when it is crowded.
    pub kinds: Vec<KindChoice>,
    /// True when there is too much for one page: the list has the first entries of each kind on a day, and each day has a page of its own.
    pub crowded: bool,
    /// The seven days in the order of the columns, "Monday".
    pub weekdays: Vec<String>,
    /// True when weeks begin on another day than Monday: the number of a week, which ISO 8601 counts from Monday, is that of the row's Thursday.
    pub thursday: bool,
    /// The rows.
    pub weeks: Vec<Week>,
    /// What the grid shows, for its key, as the component `month.key` names it.
    pub marks: Vec<&'static str>,
    /// At most so many lines stand in a cell, with the one that says how many more there are.
    pub most_lines: usize,
    /// What lasts and is not drawn as bars because there is too much of it; it stands on the days on which it begins and ends.
    pub undrawn: Vec<Undrawn>,
    /// What has begun before the month.
    pub under_way: Vec<Group>,
    /// How many that are.
    pub under_way_count: usize,
    /// What happens in the month, by day.
    pub days: Vec<AgendaDay>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Week {
    /// Its number by ISO 8601.
    pub number: i8,
    /// Seven days; null for those of other months.
    pub days: Vec<Option<Cell>>,
}

pub(in crate::page) fn view(context: &Context<'_, '_>, month: Month, output: &OutputPath) -> MonthPage {
    let (months, locale) = (&context.months, context.playbook.locale);
    let mut page = Page::new("month", month.title(locale), output);
    page.description = Some(locale.with("month-description", &[("month", locale.month(month.year(), month.number()).into())]));
    page.parents = context.parents(output, "calendar");
    page.derived = true;
    page.previous = months.before(month).map(|month| context.month(output, month));
    page.next = months.after(month).map(|month| context.month(output, month));
    let start = context.playbook.config.week_start;
    let events = MonthEvents::new(context, output, month, start);
    let crowded = months.get(month).is_some_and(InMonth::is_crowded);
    let (under_way, weeks) = (under_way(&events), cell::weeks(&events));
    let all = page_url(output, &OutputPath::new("calendar/index.html"), None);
    MonthPage {
        page: context.frame(page),
        month: month_link(context, output, month),
        all_months: context.all_months(output),
        kinds: if crowded { Vec::new() } else { agenda::kinds(locale) },
        crowded,
        weekdays: (0..7).map(|n| locale.weekday(start.wrapping_add(n))).collect(),
        thursday: start != Weekday::Monday,
        marks: marks(&weeks),
        weeks,
        most_lines: cell::MOST_LINES,
        under_way_count: under_way.count(),
        under_way: under_way.finish(context, output, crowded.then_some(&all)),
        days: days(&events),
        undrawn: events.undrawn,
    }
}

/// The marks and shades that these weeks have.
fn marks(weeks: &[Week]) -> Vec<&'static str> {
    let cells = || weeks.iter().flat_map(|week| week.days.iter().flatten());
    let bars = || cells().flat_map(|cell| &cell.bars);
    let has = [
        ("off", cells().any(|cell| cell.off)),
        ("freeze", cells().any(|cell| !cell.freezes.is_empty())),
        ("begin", bars().any(|bar| !bar.ends)),
        ("end", bars().any(|bar| !bar.begins)),
        ("forecast", bars().any(|bar| bar.entry.tentative) || cells().any(|cell| cell.lines.iter().any(|line| line.tentative))),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(mark, _)| mark).collect()
}

/// What began before the month.
fn under_way<'p, 'a>(events: &MonthEvents<'_, 'p, 'a>) -> Groups<'p, 'a> {
    let locale = events.context.playbook.locale;
    let mut groups = Groups::default();
    for (event, bar) in events.iter().filter(|(event, _)| event.days.start < events.month.first_day() && event.kind != Kind::Holiday) {
        let until = [("what", event.title.as_str().into()), ("day", locale.date_short(event.last_day()).into())];
        groups.add(event, bar, locale.with("until", &until));
    }
    groups
}

/// What happens on the days of the month.
fn days(events: &MonthEvents<'_, '_, '_>) -> Vec<AgendaDay> {
    let context = events.context;
    let mut days = Days::default();
    for (event, bar) in events.iter() {
        for moment in event.moments(context.playbook.locale).into_iter().filter(|moment| Month::of(moment.date) == events.month) {
            days.add(moment.date, event, bar, moment.text);
        }
    }
    days.finish(context, events.output, |_| None, |date| context.page_of_day(events.output, date))
}
