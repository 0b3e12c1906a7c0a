//! Links to feeds, for pages to offer. Not done here: what is in a feed, and on which page the links stand.

use serde::Serialize;

use super::list::{self, MOST};
use super::{address, kinds};
use crate::page::context::Context;
use crate::page::selection::Selection;
use crate::page::view::Link;
use crate::path::{OutputPath, relative_url};
use crate::playbook::Project;

/// A feed to load or to subscribe to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FeedLink {
    /// Whose or of what it is: "Atlas", "Gate reviews".
    pub title: String,
    /// Where it lies, relative to the page.
    pub url: String,
    /// Its address for calendars, `webcal://…`; null where nobody knows the site's address.
    pub webcal: Option<String>,
}

/// The feeds of the book, by sort.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FeedLists {
    /// All events.
    pub book: FeedLink,
    /// One for each kind that has events.
    pub kinds: Vec<FeedLink>,
    /// Those of the first 50 projects; empty in a book without projects.
    pub projects: Vec<FeedLink>,
    /// Those of the first 50 owners, by name.
    pub owners: Vec<FeedLink>,
    /// The list of all feeds, "All 612 feeds of projects and owners"; null where all are here.
    pub all: Option<Link>,
}

impl<'a> Context<'_, 'a> {
    /// The feeds, as page `from` links to them.
    pub(in crate::page) fn feed_lists(&self, from: &OutputPath) -> FeedLists {
        let playbook = self.playbook;
        let projects = playbook.projects.iter().filter(|_| !playbook.is_implicit());
        FeedLists {
            book: self.feed_link(from, playbook.config.title.clone(), &address::book()),
            kinds: kinds(playbook)
                .map(|kind| self.feed_link(from, playbook.locale.text(&format!("kind-{}", kind.name())), &address::kind(kind)))
                .collect(),
            projects: projects.take(MOST).filter_map(|project| self.project_feed(from, project)).collect(),
            owners: self.owners.iter().take(MOST).map(|owner| self.owner_feed(from, owner)).collect(),
            all: list::link(self, from),
        }
    }

    /// The feed of a project; `None` for the one project of a book without projects, which is the whole book.
    pub(in crate::page) fn project_feed(&self, from: &OutputPath, project: &Project<'a>) -> Option<FeedLink> {
        let title = Selection { project: Some(project.index), ..Selection::default() }.title(self.playbook)?;
        let feed = address::project(project).into_iter().next().filter(|_| !self.playbook.is_implicit())?;
        Some(self.feed_link(from, title, &feed))
    }

    /// The feed of an owner.
    pub(super) fn owner_feed(&self, from: &OutputPath, owner: &str) -> FeedLink {
        self.feed_link(from, owner.to_owned(), &address::owner(owner))
    }

    fn feed_link(&self, from: &OutputPath, title: String, feed: &OutputPath) -> FeedLink {
        let home = OutputPath::new("index.html");
        // One name for both schemes: which of them a host speaks, a client finds out.
        let host = self.playbook.config.base_url.as_deref().and_then(|base| base.split_once("://"));
        let webcal = host.map(|(_, rest)| format!("webcal://{rest}/{}", relative_url(&home, feed, None)));
        FeedLink { title, url: relative_url(from, feed, None), webcal }
    }
}
