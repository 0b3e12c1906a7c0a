//! The calendar's overview: every project's windows, gates and waves on one scale of days, an agenda of what comes, the months. Not done here: the
//! dates, which the playbook computes; the chart ([`super::gantt`]); what is in a feed.

mod agenda;
mod ahead;
mod cell;
mod day;
mod grid;
mod in_month;
mod index;
mod month;
mod months;
mod waiting;

pub(super) use agenda::AgendaDay;
pub(super) use ahead::of_a_project;
pub(super) use day::{DayPage, parts as days, view as day_view};
pub(super) use month::{MonthPage, view as month_view};
pub(super) use months::is_reserved;
pub use months::{Month, Months};

use serde::Serialize;

use agenda::KindChoice;
use index::{MonthLink, Year};
use waiting::Waiting;

use super::context::Context;
use super::feed::FeedLists;
use super::frame::Page;
use super::gantt::{self, Chart, Portfolio, Schedule};
use super::view::Frame;
use crate::path::OutputPath;

/// View of `calendar.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Calendar {
    /// The frame.
    pub page: Frame,
    /// The chart of all projects, or a page of it; null while nothing is scheduled, and in a book without projects.
    pub portfolio: Option<Portfolio>,
    /// The chart of the one project of a book without projects; null in any other.
    pub schedule: Option<Box<Schedule>>,
    /// The kinds by which the agenda can be filtered. With it, all that follows is empty or null on further pages of the chart.
    pub kinds: Vec<KindChoice>,
    /// True when the page has not all that waits, comes or is drawn: filters look at what it has.
    pub partial: bool,
    /// What waits from before as_of, by kind.
    pub waiting: Vec<Waiting>,
    /// What comes in the next weeks, by day.
    pub days: Vec<AgendaDay>,
    /// How many entries come later.
    pub later: usize,
    /// The month of as_of, else the one nearest to it; null when no month has a page.
    pub this_month: Option<MonthLink>,
    /// All months.
    pub years: Vec<Year>,
    /// What calendars can subscribe to.
    pub feeds: Option<FeedLists>,
}

pub(super) fn view(context: &Context<'_, '_>, chart: &Chart, output: &OutputPath) -> Calendar {
    let playbook = context.playbook;
    let mut page = Page::new("calendar", playbook.locale.text("calendar"), output);
    page.description = Some(playbook.locale.text("calendar-description"));
    page.derived = true;
    let of_the_chart = Calendar {
        page: context.frame(chart.part.frame(context, page)),
        portfolio: gantt::portfolio(context, output, chart),
        schedule: None,
        kinds: Vec::new(),
        partial: true,
        waiting: Vec::new(),
        days: Vec::new(),
        later: 0,
        this_month: None,
        years: Vec::new(),
        feeds: None,
    };
    if !chart.part.is_first() {
        return of_the_chart;
    }
    let main = playbook.projects.first().filter(|_| playbook.is_implicit());
    let (ahead, waiting) = (ahead::of_the_book(context, output), waiting::waiting(context, output));
    let this_month = context.months.nearest(playbook.as_of);
    Calendar {
        schedule: main.and_then(|main| gantt::schedule(context, output, main)).map(Box::new),
        kinds: agenda::kinds(playbook.locale),
        partial: is_partial(of_the_chart.portfolio.as_ref(), &waiting, &ahead.days),
        waiting,
        days: ahead.days,
        later: ahead.later,
        this_month: this_month.map(|month| index::month_link(context, output, month)),
        years: index::years(context, output),
        feeds: Some(context.feed_lists(output)),
        ..of_the_chart
    }
}

fn is_partial(portfolio: Option<&Portfolio>, waiting: &[Waiting], days: &[AgendaDay]) -> bool {
    portfolio.is_some_and(|portfolio| portfolio.pager.is_some())
        || waiting.iter().any(|kind| kind.left_out > 0)
        || days.iter().flat_map(|day| &day.groups).any(|group| group.more.is_some())
}

#[cfg(test)]
mod tests;
