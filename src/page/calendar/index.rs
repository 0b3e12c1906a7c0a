//! The years and their months, with how much happens in each, and links to them. Not done here: which months have a page ([`super::months`]).

use serde::Serialize;

use super::months::Month;
use crate::calendar::Date;
use crate::locale::capitalised;
use crate::page::context::{Context, page_url};
use crate::page::view::Link;
use crate::path::OutputPath;

/// A year of the index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Year {
    /// "2026".
    pub year: String,
    /// Its twelve months.
    pub months: Vec<MonthLink>,
}

/// A month, and how much happens in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MonthLink {
    /// "June".
    pub name: String,
    /// "June 2026".
    pub title: String,
    /// Its page; null for a month without events.
    pub url: Option<String>,
    /// How many entries its agenda has by day, holidays not counted. None, in a month with a page: something lasts through it.
    pub entries: usize,
    /// True for the month of as_of.
    pub today: bool,
}

pub(super) fn month_link(context: &Context<'_, '_>, output: &OutputPath, month: Month) -> MonthLink {
    let inside = context.months.get(month);
    MonthLink {
        name: capitalised(&context.playbook.locale.text(&format!("month-{}", month.number()))),
        title: month.title(context.playbook.locale),
        url: inside.map(|_| page_url(output, &month.output(), None)),
        entries: inside.map_or(0, |inside| inside.entries),
        today: month == Month::of(context.playbook.as_of),
    }
}

/// Every year that has a month with a page.
pub(super) fn years(context: &Context<'_, '_>, output: &OutputPath) -> Vec<Year> {
    let mut years: Vec<i16> = context.months.iter().map(|(month, _)| month.year()).collect();
    years.dedup();
    let months = |year: i16| (1..=12).filter_map(move |month| Date::new(year, month, 1).ok().map(Month::of));
    let link = |month| month_link(context, output, month);
    years.into_iter().map(|year| Year { year: format!("{year:04}"), months: months(year).map(link).collect() }).collect()
}

impl Context<'_, '_> {
    /// A link to the page of a month that has one.
    pub(in crate::page) fn month(&self, from: &OutputPath, month: Month) -> Link {
        Link { title: month.title(self.playbook.locale), url: page_url(from, &month.output(), None), kind: "month" }
    }

    /// A link to the overview's list of all months.
    pub(super) fn all_months(&self, from: &OutputPath) -> Link {
        Link {
            title: self.playbook.locale.text("all-months"),
            url: page_url(from, &OutputPath::new("calendar/index.html"), Some("_months")),
            kind: "calendar",
        }
    }
}
