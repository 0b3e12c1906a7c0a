//! The calendar: every project's windows, gates and waves on one scale of days, and an agenda of what comes. Not done here: the dates, which
//! the playbook computes; what is in a feed.

mod agenda;
mod gantt;

use serde::Serialize;

use agenda::AgendaDay;
use gantt::Gantt;

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
    /// What happened in the last two weeks and what comes, by day.
    pub agenda: Vec<AgendaDay>,
    /// How many more entries there are after the last one shown.
    pub more_events: usize,
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
    let (agenda, more_events) = agenda::agenda(context, output);
    Calendar {
        page: context.frame(page),
        gantt: gantt::gantt(context, output, shown),
        more_projects: running.len() - shown.len(),
        agenda,
        more_events,
        feeds: context.feed_lists(output),
    }
}
