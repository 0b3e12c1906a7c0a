//! The page of a day of a crowded month: all that happens on it, on as many pages as that takes. Not done here: which months are crowded
//! ([`super::months`]); the first entries of the day, which the month shows ([`super::month`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::agenda::{self, Group, Groups, KindChoice};
use super::months::{InMonth, Month};
use crate::calendar::Date;
use crate::locale::capitalised;
use crate::page::context::{Context, page_url};
use crate::page::frame::Page;
use crate::page::paging::{self, Pager, Part};
use crate::page::view::Frame;
use crate::path::OutputPath;
use crate::playbook::event::Kind;

/// So many entries stand on one page.
const MOST: usize = 200;

/// View of `day.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayPage {
    /// The frame.
    pub page: Frame,
    /// ISO date.
    pub date: String,
    /// "Monday".
    pub weekday: String,
    /// True on as_of.
    pub today: bool,
    /// How many entries the day has, on all pages together.
    pub entries: usize,
    /// The kinds by which the page can be filtered.
    pub kinds: Vec<KindChoice>,
    /// The entries of this page.
    pub groups: Vec<Group>,
    /// The way to the other pages; null for a day of one page.
    pub pager: Option<Pager>,
}

/// The pages of all days that have some. The entries are indices in [`crate::playbook::Playbook::events`].
pub(in crate::page) fn parts(context: &Context<'_, '_>) -> Vec<(OutputPath, Date, Part)> {
    let crowded = context.months.iter().filter(|(_, inside)| inside.is_crowded());
    let days = crowded.flat_map(|(month, inside)| days(context, month, inside));
    days.flat_map(|(day, events)| {
        let parts = paging::cut(&folder(day), &events, MOST);
        parts.into_iter().map(move |(output, part)| (output, day, part))
    })
    .collect()
}

/// What entries are ordered by, then the index of the event.
type Line = (Kind, Option<usize>, String, usize);

/// The events that each day of a month lists, in the order of its entries.
fn days(context: &Context<'_, '_>, month: Month, inside: &InMonth) -> Vec<(Date, Vec<usize>)> {
    let mut days: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
    for index in &inside.events {
        let event = &context.playbook.events[*index];
        for moment in event.moments(context.playbook.locale).into_iter().filter(|moment| Month::of(moment.date) == month) {
            days.entry(moment.date).or_default().push((event.kind, event.project, moment.text, *index));
        }
    }
    let of_day = |(day, mut entries): (Date, Vec<Line>)| {
        entries.sort_unstable();
        (day, entries.into_iter().map(|(.., index)| index).collect())
    };
    days.into_iter().map(of_day).collect()
}

pub(in crate::page) fn view(context: &Context<'_, '_>, day: Date, part: &Part, output: &OutputPath) -> DayPage {
    let (playbook, locale) = (context.playbook, context.playbook.locale);
    let mut page = Page::new("day", capitalised(&locale.date(day)), output);
    page.parents = context.parents(output, "calendar");
    page.parents.push(context.month(output, Month::of(day)));
    page.derived = true;
    let mut groups = Groups::default();
    for event in part.entries.iter().map(|index| &playbook.events[*index]) {
        let moments = event.moments(locale).into_iter().filter(|moment| moment.date == day);
        moments.for_each(|moment| groups.add(event, None, moment.text));
    }
    let mut groups = groups.finish(context, output, None);
    groups.iter_mut().for_each(|group| group.fold = None);
    DayPage {
        page: context.frame(part.frame(context, page)),
        date: day.to_string(),
        weekday: locale.weekday(day.weekday()),
        today: day == playbook.as_of,
        entries: part.all,
        kinds: agenda::kinds(locale),
        groups,
        pager: part.pager(context),
    }
}

fn folder(day: Date) -> String {
    format!("calendar/{day}")
}

impl Context<'_, '_> {
    /// The address of the page that has all of a day; `None` where the month has.
    pub(super) fn page_of_day(&self, from: &OutputPath, day: Date) -> Option<String> {
        let output = OutputPath::new(format!("{}/index.html", folder(day)));
        self.months.is_crowded(day).then(|| page_url(from, &output, None))
    }
}
