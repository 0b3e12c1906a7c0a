//! The calendar's overview: every project's windows, gates and waves on one scale of days, an agenda of what comes, the months. Not done here: the
//! dates, which the playbook computes; what is in a feed.

mod agenda;
mod ahead;
mod cell;
mod gantt;
mod grid;
mod in_month;
mod index;
mod month;
mod months;
mod waiting;

pub(super) use agenda::AgendaDay;
pub(super) use ahead::of_a_project;
pub(super) use month::{MonthPage, view as month_view};
pub use months::{Month, Months};

use serde::Serialize;

use agenda::KindChoice;
use gantt::Gantt;
use index::{MonthLink, Year};
use waiting::Waiting;

use super::context::Context;
use super::feed::FeedLists;
use super::frame::Page;
use super::view::Frame;
use crate::path::OutputPath;
use crate::playbook::Project;

/// The chart has at most this many projects; the portfolio lists all.
const MOST_LANES: usize = 40;

/// View of `calendar.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Calendar {
    /// The frame.
    pub page: Frame,
    /// The chart; null while nothing is scheduled.
    pub gantt: Option<Gantt>,
    /// How many more projects there are than the chart shows.
    pub more_projects: usize,
    /// The kinds by which the agenda can be filtered.
    pub kinds: Vec<KindChoice>,
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
    pub feeds: FeedLists,
}

pub(super) fn view(context: &Context<'_, '_>, output: &OutputPath) -> Calendar {
    let playbook = context.playbook;
    let mut page = Page::new("calendar", "Calendar".to_owned(), output);
    page.description = Some("Windows, gates and waves of every project, and what comes next.".to_owned());
    page.derived = true;
    let running: Vec<&Project<'_>> = playbook.projects.iter().filter(|project| project.closed(playbook.as_of).is_none()).collect();
    let shown = &running[..running.len().min(MOST_LANES)];
    let ahead = ahead::of_the_book(context, output);
    let this_month = context.months.nearest(playbook.as_of);
    Calendar {
        page: context.frame(page),
        gantt: gantt::gantt(context, output, shown),
        more_projects: running.len() - shown.len(),
        kinds: agenda::kinds(),
        waiting: waiting::waiting(context, output),
        days: ahead.days,
        later: ahead.later,
        this_month: this_month.map(|month| index::month_link(context, output, month)),
        years: index::years(context, output),
        feeds: context.feed_lists(output),
    }
}

#[cfg(test)]
mod tests;
