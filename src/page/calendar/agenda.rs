//! The lines of an agenda, and lines by day. Not done here: which days and events an agenda has ([`super::ahead`], [`super::month`]).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::Date;
use crate::locale::Locale;
use crate::page::context::{Context, page_url};
use crate::page::event_place::event_place;
use crate::page::view::Link;
use crate::page::words::number;
use crate::path::OutputPath;
use crate::playbook::event::{Event, Kind};

/// More entries of one kind on one day are folded: hundreds of projects would make a month a hundred screens long.
const MOST_UNFOLDED: usize = 12;
/// Where not all of a kind are shown on a day, these are.
const FEW: usize = 3;

/// A day with its entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AgendaDay {
    /// ISO date.
    pub date: String,
    /// "Monday".
    pub weekday: String,
    /// How far it is from as_of, "in 12 days"; null where the page does not count from as_of.
    pub words: Option<String>,
    /// True before as_of.
    pub past: bool,
    /// True on as_of.
    pub today: bool,
    /// The page of the day, which has all of it; null where this one has.
    pub url: Option<String>,
    /// What happens, by kind.
    pub groups: Vec<Group>,
}

/// Entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "AgendaGroup"))]
pub struct Group {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// Where there are many of them, what the line says behind which they are folded: "70 waves"; null for a few.
    pub fold: Option<String>,
    /// By project; what holds for the whole book first.
    pub entries: Vec<Entry>,
    /// "and 67 more", and where they stand; null where all are here.
    pub more: Option<Link>,
}

/// Something that happens on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Entry {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// The number of its bar, on the page of a month that draws it; null without one.
    pub bar: Option<usize>,
    /// "Pilot begins".
    pub text: String,
    /// Where it is explained; null for holidays and freezes.
    pub url: Option<String>,
    /// The project; null for what holds for the whole book, and in a book without projects.
    pub project: Option<EventProject>,
    /// Whose business it is, by role.
    pub owners: Vec<String>,
    /// True when it is a forecast and may move.
    pub tentative: bool,
    /// True when it begins and no end is known.
    pub open: bool,
    /// True when its day is over and it still waits for somebody: a due date, a gate review, the decision after a bake.
    pub waiting: bool,
}

/// The project of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventProject {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A kind by which entries can be filtered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KindChoice {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// "Gate reviews".
    pub title: String,
}

/// All kinds.
pub(super) fn kinds(locale: &Locale) -> Vec<KindChoice> {
    Kind::ALL.iter().map(|kind| KindChoice { kind: kind.name(), title: locale.text(&format!("kind-{}", kind.name())) }).collect()
}

/// "70 waves".
pub(super) fn count_of(locale: &Locale, kind: Kind, count: usize) -> String {
    locale.with(&format!("event-count-{}", kind.name()), &[("count", number(count))])
}

/// What is said of an event, with the number of its bar.
struct Said<'p, 'a> {
    event: &'p Event<'a>,
    bar: Option<usize>,
    text: String,
}

/// Entries by day, while they are gathered.
#[derive(Default)]
pub(super) struct Days<'p, 'a>(BTreeMap<Date, Groups<'p, 'a>>);

/// Entries by kind, while they are gathered.
#[derive(Default)]
pub(super) struct Groups<'p, 'a>(BTreeMap<Kind, Vec<Said<'p, 'a>>>);

impl<'p, 'a> Days<'p, 'a> {
    pub(super) fn add(&mut self, date: Date, event: &'p Event<'a>, bar: Option<usize>, text: String) {
        self.0.entry(date).or_default().add(event, bar, text);
    }

    /// The days in order, each with `words` about it. For a day of which only the first are shown, `rest` is where all are.
    pub(super) fn finish(
        self,
        context: &Context<'p, 'a>,
        from: &OutputPath,
        words: impl Fn(Date) -> Option<String>,
        rest: impl Fn(Date) -> Option<String>,
    ) -> Vec<AgendaDay> {
        let as_of = context.playbook.as_of;
        let day = |(date, groups): (Date, Groups<'p, 'a>)| {
            let url = rest(date);
            AgendaDay {
                date: date.to_string(),
                weekday: context.playbook.locale.weekday(date.weekday()),
                words: words(date),
                past: date < as_of,
                today: date == as_of,
                groups: groups.finish(context, from, url.as_deref()),
                url,
            }
        };
        self.0.into_iter().map(day).collect()
    }
}

impl<'p, 'a> Groups<'p, 'a> {
    pub(super) fn add(&mut self, event: &'p Event<'a>, bar: Option<usize>, text: String) {
        self.0.entry(event.kind).or_default().push(Said { event, bar, text });
    }

    /// How many entries there are.
    pub(super) fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// By kind, then by project and text: all of them, or the first if `rest` says where all are.
    pub(super) fn finish(self, context: &Context<'p, 'a>, from: &OutputPath, rest: Option<&str>) -> Vec<Group> {
        let locale = context.playbook.locale;
        let entry = |said: Said<'p, 'a>| Entry { bar: said.bar, ..context.entry(from, said.event, said.text) };
        let group = |(kind, mut all): (Kind, Vec<Said<'p, 'a>>)| {
            all.sort_by(|a, b| (a.event.project, &a.text).cmp(&(b.event.project, &b.text)));
            let shown = if rest.is_some() { FEW.min(all.len()) } else { all.len() };
            let more = |url: &str| {
                let title = locale.with("and-more", &[("count", number(all.len() - shown))]);
                Link { title, url: url.to_owned(), kind: "day" }
            };
            Group {
                kind: kind.name(),
                fold: (shown > MOST_UNFOLDED).then(|| count_of(locale, kind, shown)),
                more: rest.filter(|_| shown < all.len()).map(more),
                entries: all.into_iter().take(shown).map(entry).collect(),
            }
        };
        self.0.into_iter().map(group).collect()
    }
}

impl<'a> Context<'_, 'a> {
    /// An entry with this text about an event.
    pub(super) fn entry(&self, from: &OutputPath, event: &Event<'a>, text: String) -> Entry {
        let playbook = self.playbook;
        let project = event.project.map(|project| &playbook.projects[project]).filter(|_| !playbook.is_implicit());
        Entry {
            kind: event.kind.name(),
            bar: None,
            text,
            url: self.event_url(from, event),
            project: project.map(|project| EventProject { id: project.id().to_owned(), title: project.title(playbook.config).to_owned() }),
            owners: event.owners.iter().map(|owner| (*owner).to_owned()).collect(),
            tentative: event.tentative,
            open: event.days.end.is_none(),
            waiting: event.waits(playbook),
        }
    }

    /// The place that explains an event; `None` for holidays and freezes.
    pub(in crate::page) fn event_url(&self, from: &OutputPath, event: &Event<'a>) -> Option<String> {
        let (page, fragment) = event_place(self.playbook, event)?;
        Some(page_url(from, &page, fragment.as_deref()))
    }
}
