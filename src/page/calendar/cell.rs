//! What each day of a month shows: bars for what lasts, lines for what happens. Not done here: the geometry of bars ([`super::grid`]), the same
//! month as a list ([`super::month`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::agenda::{Entry, count_of};
use super::grid::{self, Piece};
use super::in_month::MonthEvents;
use super::month::Week;
use super::months::Month;
use crate::calendar::{Date, Period};
use crate::locale::Locale;
use crate::playbook::event::{Event, Kind};

/// A day shows at most so many lines; the last of more says how many there are.
pub(super) const MOST_LINES: usize = 4;
/// With more than so many, a day shows how many there are of each kind.
const CROWD: usize = 12;
/// What a day shows first, where it can't show all.
const LINES: [Kind; 8] = [Kind::Freeze, Kind::Gate, Kind::Wave, Kind::Decision, Kind::Due, Kind::Expiry, Kind::Window, Kind::Holiday];

/// A day of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "CalendarCell"))]
pub struct Cell {
    /// ISO date.
    pub date: String,
    /// The day of the month.
    pub number: i8,
    /// True for a day that is not worked: at the weekend, or a holiday of the book.
    pub off: bool,
    /// The names of the book's holidays on it.
    pub holidays: Vec<String>,
    /// The freezes that it lies in.
    pub freezes: Vec<String>,
    /// True before as_of.
    pub past: bool,
    /// True on as_of.
    pub today: bool,
    /// How many lanes of bars lie over it, and over its lines.
    pub under: usize,
    /// The bars that begin in its column.
    pub bars: Vec<Bar>,
    /// What happens on it and is no bar.
    pub lines: Vec<Entry>,
    /// How many of each kind there are, on a crowded day; single ones stand among the lines.
    pub counts: Vec<Count>,
    /// How many entries of the list there are which are neither bars nor among the lines nor counted by kind.
    pub more: usize,
    /// Where all of the day is: in the list below, or on a page of its own.
    pub url: String,
}

/// Many events of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Count {
    /// One of [`crate::playbook::event::Kind::ALL`].
    pub kind: &'static str,
    /// How many, at least two: "12 gate reviews".
    pub text: String,
}

/// A piece of a bar, from the day in whose cell it stands to the right.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "CellBar"))]
pub struct Bar {
    /// What it is; the text is its name alone, "Pilot".
    pub entry: Entry,
    /// The first day of the whole.
    pub start: String,
    /// The last day of the whole.
    pub last: String,
    /// Its height, from 0.
    pub lane: usize,
    /// How many days it covers here, 1 to 7.
    pub span: usize,
    /// True when it really begins here.
    pub begins: bool,
    /// True when it really ends here.
    pub ends: bool,
    /// True for the first piece of the month.
    pub first: bool,
}

/// What happens on a day, and its words.
type Line<'p, 'a> = (&'p Event<'a>, String);

/// The rows of a month.
pub(super) fn weeks(events: &MonthEvents<'_, '_, '_>) -> Vec<Week> {
    let mut lines = lines(events);
    let of_the_book: Vec<&Event<'_>> = events.iter().map(|(event, _)| event).filter(|event| event.project.is_none()).collect();
    let row = |week: &grid::Week| {
        let days = week.days.iter().enumerate().map(|(column, day)| {
            let day = (*day)?;
            let over = week.pieces.iter().filter(|piece| (piece.column..piece.column + piece.length).contains(&column));
            let mut cell = cell(events, &of_the_book, day);
            cell.under = over.map(|piece| piece.lane + 1).max().unwrap_or(0);
            cell.bars = week.pieces.iter().filter(|piece| piece.column == column).map(|piece| bar(events, piece)).collect();
            let shown = shorten(events.context.playbook.locale, &mut cell, lines.remove(&day).unwrap_or_default());
            cell.lines = shown.into_iter().map(|(event, text)| events.entry(event, None, text)).collect();
            Some(cell)
        });
        Week { number: week.number, days: days.collect() }
    };
    events.grid.weeks.iter().map(row).collect()
}

/// Keeps the first lines of a busy day, and on a crowded one how many there are of each kind.
fn shorten<'p, 'a>(locale: &Locale, cell: &mut Cell, mut lines: Vec<Line<'p, 'a>>) -> Vec<Line<'p, 'a>> {
    if lines.len() > CROWD {
        let of_kind = |kind: &Kind| lines.iter().filter(|(event, _)| event.kind == *kind).count();
        let many = LINES.iter().map(|kind| (kind, of_kind(kind))).filter(|(_, count)| *count > 1);
        cell.counts = many.map(|(kind, count)| Count { kind: kind.name(), text: count_of(locale, *kind, count) }).collect();
        lines.retain(|(event, _)| cell.counts.iter().all(|count| count.kind != event.kind.name()));
    } else if lines.len() > MOST_LINES {
        cell.more = lines.len() + 1 - MOST_LINES;
        lines.truncate(MOST_LINES - 1);
    }
    lines
}

/// A day without its events, but for what holds for the whole book.
fn cell(events: &MonthEvents<'_, '_, '_>, of_the_book: &[&Event<'_>], day: Date) -> Cell {
    let playbook = events.context.playbook;
    let period = Period { start: day, end: day.tomorrow().ok() };
    let titles = |kind: Kind| {
        let on_it = of_the_book.iter().filter(|event| event.kind == kind && event.is_in(&period));
        on_it.map(|event| event.title.clone()).collect()
    };
    Cell {
        date: day.to_string(),
        number: day.day(),
        off: !playbook.config.workdays.is_workday(day),
        holidays: titles(Kind::Holiday),
        freezes: titles(Kind::Freeze),
        past: day < playbook.as_of,
        today: day == playbook.as_of,
        under: 0,
        bars: Vec::new(),
        lines: Vec::new(),
        counts: Vec::new(),
        more: 0,
        url: events.context.page_of_day(events.output, day).unwrap_or_else(|| format!("#_{day}")),
    }
}

/// What happens on each day, without what is drawn as a bar and what the day says of itself.
fn lines<'p, 'a>(events: &MonthEvents<'_, 'p, 'a>) -> BTreeMap<Date, Vec<Line<'p, 'a>>> {
    let rank = |kind: Kind| LINES.iter().position(|other| *other == kind);
    let said = |event: &Event<'_>| event.kind == Kind::Holiday && event.project.is_none();
    let mut sorted: Vec<&'p Event<'a>> =
        events.iter().filter(|(event, bar)| bar.is_none() && !said(event)).map(|(event, _)| event).collect();
    sorted.sort_by_key(|event| (rank(event.kind), event.project));
    let mut lines: BTreeMap<Date, Vec<Line<'p, 'a>>> = BTreeMap::new();
    for event in sorted {
        for moment in event.moments(events.context.playbook.locale).into_iter().filter(|moment| Month::of(moment.date) == events.month) {
            lines.entry(moment.date).or_default().push((event, moment.text));
        }
    }
    lines
}

fn bar(events: &MonthEvents<'_, '_, '_>, piece: &Piece) -> Bar {
    let event = events.bars[piece.span];
    Bar {
        entry: events.entry(event, Some(piece.span), event.title.clone()),
        start: event.days.start.to_string(),
        last: event.last_day().to_string(),
        lane: piece.lane,
        span: piece.length,
        begins: piece.begins,
        ends: piece.ends,
        first: piece.first,
    }
}
