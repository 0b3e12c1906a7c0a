//! Long lists, a page at a time: what part of a list a page shows, where its other pages lie, and the way to them. Not done here: what is listed.
//!
//! The first page of a list lies where the whole list would, `projects/index.html`; the others lie below it, `projects/page-2/index.html`.

use std::ops::Range;

use serde::Serialize;

use super::context::{Context, page_url};
use super::frame;
use super::view::Link;
use crate::path::OutputPath;

/// The lists that may need several pages beside those below [`calendar`](super::calendar).
const FOLDERS: [&str; 4] = ["projects", "decisions", "exposure", "calendar"];

/// What the folder of a further page begins with, before its number.
const PREFIX: &str = "page-";

/// The part of a list that one page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The folder of the list.
    folder: String,
    /// Which of the pages it is, from 0.
    number: usize,
    /// How many pages there are.
    pages: usize,
    /// How many entries are on the pages before it.
    before: usize,
    /// How many entries the list has.
    pub(super) all: usize,
    /// What it shows: indices in whatever is listed.
    pub(super) entries: Vec<usize>,
}

/// The place of a page in a list that has several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Pager {
    /// The number of the first entry on this page, from 1.
    pub from: usize,
    /// The number of the last entry on this page.
    pub to: usize,
    /// How many entries all pages have.
    pub all: usize,
    /// The page before this one.
    pub previous: Option<Link>,
    /// The page after this one.
    pub next: Option<Link>,
    /// The first page, the last one, those around this one, and between them pages half way: few steps lead anywhere.
    pub pages: Vec<PagerLink>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PagerLink {
    /// Its number, from 1.
    pub number: usize,
    /// Its address.
    pub url: String,
    /// True for the page itself.
    pub current: bool,
}

/// Cuts a list into pages of at most so many entries: one at least, for a list without entries has its page too.
pub(super) fn cut(folder: &str, entries: &[usize], most: usize) -> Vec<(OutputPath, Part)> {
    let (all, pages) = (entries.len(), entries.len().div_ceil(most).max(1));
    let part = |number: usize| {
        let range = number * most..((number + 1) * most).min(all);
        let part = Part { folder: folder.to_owned(), number, pages, before: range.start, all, entries: entries[range].to_vec() };
        (output(folder, number), part)
    };
    (0..pages).map(part).collect()
}

/// True where a further page of some list lies, or may lie some day.
pub(super) fn is_reserved(path: &OutputPath) -> bool {
    FOLDERS.iter().any(|folder| is_page_of(folder, path.as_str()))
}

/// True for a further page of the list in that folder, with or without the name of its file.
pub(super) fn is_page_of(folder: &str, path: &str) -> bool {
    let inside = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    let number = inside.and_then(|inside| inside.strip_suffix("/index.html").unwrap_or(inside).strip_prefix(PREFIX));
    number.is_some_and(|number| number.parse::<usize>().is_ok_and(|page| page > 1 && page.to_string() == number))
}

/// Where a page of a list lies, by its number from 0.
fn output(folder: &str, number: usize) -> OutputPath {
    match number {
        0 => OutputPath::new(format!("{folder}/index.html")),
        _ => OutputPath::new(format!("{folder}/{PREFIX}{}/index.html", number + 1)),
    }
}

impl Part {
    /// True for the page that stands for the whole list: texts of the list stand on it alone.
    pub fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Which entries of the whole list it shows.
    pub(super) fn range(&self) -> Range<usize> {
        self.before..self.before + self.entries.len()
    }

    /// The way to the other pages; `None` where there are none.
    pub(super) fn pager(&self, context: &Context<'_, '_>) -> Option<Pager> {
        if self.pages < 2 {
            return None;
        }
        let from = output(&self.folder, self.number);
        let url = |number: usize| page_url(&from, &output(&self.folder, number), None);
        let title = |number: usize| context.playbook.locale.with("pager-page", &[("number", (number + 1).into())]);
        let link = |number: usize| Link { title: title(number), url: url(number), kind: "page" };
        let page = |number: usize| PagerLink { number: number + 1, url: url(number), current: number == self.number };
        Some(Pager {
            from: self.before + 1,
            to: self.before + self.entries.len(),
            all: self.all,
            previous: self.number.checked_sub(1).map(link),
            next: Some(self.number + 1).filter(|next| *next < self.pages).map(link),
            pages: stops(self.number, self.pages).into_iter().map(page).collect(),
        })
    }

    /// The frame of the page, where `page` is that of the first one: a further page has a number in its title, and the first page above it.
    pub(super) fn frame<'d>(&self, context: &Context<'_, '_>, page: frame::Page<'d>) -> frame::Page<'d> {
        if self.is_first() {
            return page;
        }
        let title = [("title", page.title.as_str().into()), ("number", (self.number + 1).into())];
        let title = context.playbook.locale.with("title-of-page", &title);
        let first = Link { title: page.title, url: page_url(page.output, &output(&self.folder, 0), None), kind: page.kind };
        let mut own = frame::Page::new(page.kind, title, page.output);
        own.parents = page.parents;
        own.parents.push(first);
        own.derived = page.derived;
        own
    }
}

/// The pages to which one of them leads, by number from 0: both ends, two on either side, and the middle of what is left out between those. So the
/// way from one page to another has about as many steps as their number has binary digits.
fn stops(current: usize, pages: usize) -> Vec<usize> {
    let near = current.saturating_sub(2)..(current + 3).min(pages);
    let mut stops: Vec<usize> = near.clone().collect();
    if near.start > 0 {
        stops.extend([0, near.start / 2]);
    }
    if near.end < pages {
        stops.extend([near.end + (pages - 1 - near.end) / 2, pages - 1]);
    }
    stops.sort_unstable();
    stops.dedup();
    stops
}

#[cfg(test)]
mod tests;
