//! The list of the feeds of all owners and projects, in a book that has too many of them for the calendar's own page. Not done here: what is in a feed.

use serde::Serialize;

use super::FeedLink;
use super::address::LIST;
use crate::page::context::{Context, page_url};
use crate::page::frame::Page;
use crate::page::paging::{self, Pager, Part};
use crate::page::view::{Frame, Link};
use crate::page::words::number;
use crate::path::OutputPath;

/// The calendar's page has the feeds of so many projects, and of so many owners.
pub(super) const MOST: usize = 50;
/// So many feeds stand on a page of the list.
const MOST_ON_A_PAGE: usize = 500;

/// View of `feeds.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Feeds {
    /// The frame.
    pub page: Frame,
    /// Those of owners on this page, by name. Of the whole list they come first.
    pub owners: Vec<FeedLink>,
    /// Those of projects on this page.
    pub projects: Vec<FeedLink>,
    /// The way to the other pages; null for a list of one page.
    pub pager: Option<Pager>,
}

/// How many owners and projects have a feed.
fn counts(context: &Context<'_, '_>) -> (usize, usize) {
    let playbook = context.playbook;
    (context.owners.len(), if playbook.is_implicit() { 0 } else { playbook.projects.len() })
}

/// The pages of the list, if there is one. The entries are indices of owners, then of projects.
pub(in crate::page) fn parts(context: &Context<'_, '_>) -> Vec<(OutputPath, Part)> {
    let (owners, projects) = counts(context);
    if owners.max(projects) <= MOST {
        return Vec::new();
    }
    paging::cut(LIST, &(0..owners + projects).collect::<Vec<_>>(), MOST_ON_A_PAGE)
}

/// A link to the list, if there is one.
pub(super) fn link(context: &Context<'_, '_>, from: &OutputPath) -> Option<Link> {
    let (owners, projects) = counts(context);
    let title = || context.playbook.locale.with("all-feeds", &[("count", number(owners + projects))]);
    let url = || page_url(from, &OutputPath::new(format!("{LIST}/index.html")), None);
    (owners.max(projects) > MOST).then(|| Link { title: title(), url: url(), kind: "feeds" })
}

pub(in crate::page) fn view(context: &Context<'_, '_>, part: &Part, output: &OutputPath) -> Feeds {
    let (owners, projects) = (context.owners.len(), &context.playbook.projects);
    let mut page = Page::new("feeds", context.playbook.locale.text("subscribe"), output);
    page.parents = context.parents(output, "calendar");
    let of_owners = part.entries.iter().filter_map(|index| context.owners.get(*index));
    let of_projects = part.entries.iter().filter_map(|index| projects.get(index.checked_sub(owners)?));
    Feeds {
        page: context.frame(part.frame(context, page)),
        owners: of_owners.map(|owner| context.owner_feed(output, owner)).collect(),
        projects: of_projects.filter_map(|project| context.project_feed(output, project)).collect(),
        pager: part.pager(context),
    }
}
