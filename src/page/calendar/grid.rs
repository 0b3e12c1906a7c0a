//! The geometry of a month: its weeks, and spans of days as bars over them. Not done here: what the spans are, and drawing.
//!
//! A week is a row of seven columns; days of other months are empty columns. A bar is cut where a row or the month ends, and each piece says
//! whether its span really begins and ends there. A span has one lane in all weeks of the month, so that its pieces are found at the same height.

use super::months::Month;
use crate::calendar::{Date, Weekday};

/// The rows of a month.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) weeks: Vec<Week>,
}

/// A row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Week {
    /// The ISO 8601 week of the row's Thursday: that of most of its days, whichever day it begins with.
    pub(super) number: i8,
    /// The days in their columns; `None` outside the month.
    pub(super) days: [Option<Date>; 7],
    /// The pieces of bars in it, by lane.
    pub(super) pieces: Vec<Piece>,
}

/// The part of a span that lies in one row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Which of the spans.
    pub(super) span: usize,
    /// The height, from 0.
    pub(super) lane: usize,
    /// The first column, from 0.
    pub(super) column: usize,
    /// How many columns.
    pub(super) length: usize,
    /// True when the span begins here, not in an earlier row or month.
    pub(super) begins: bool,
    /// True when it ends here.
    pub(super) ends: bool,
    /// True for the first piece in the month.
    pub(super) first: bool,
}

/// A month whose weeks begin on `week_start`, without spans.
pub(super) fn empty(month: Month, week_start: Weekday) -> Grid {
    Grid { weeks: weeks(month, week_start) }
}

/// The same with `spans` of first and last day, included. An earlier span takes a higher place. `None` when more than `most` bars would lie above
/// each other.
pub(super) fn grid(month: Month, week_start: Weekday, spans: &[(Date, Date)], most: usize) -> Option<Grid> {
    let mut weeks = weeks(month, week_start);
    let mut lanes: Vec<u32> = Vec::new();
    for (span, (first, last)) in spans.iter().enumerate() {
        if *last < month.first_day() || *first > month.last_day() {
            continue;
        }
        let (from, to) = ((*first).max(month.first_day()), (*last).min(month.last_day()));
        let taken = days_mask(from, to);
        let lane = lanes.iter().position(|lane| lane & taken == 0).unwrap_or(lanes.len());
        match lanes.get_mut(lane) {
            Some(lane) => *lane |= taken,
            None if lane == most => return None,
            None => lanes.push(taken),
        }
        for week in &mut weeks {
            let inside = |day: &Option<Date>| day.is_some_and(|day| from <= day && day <= to);
            let Some(column) = week.days.iter().position(inside) else { continue };
            let length = week.days.iter().filter(|day| inside(day)).count();
            let (start, end) = (week.days[column], week.days[column + length - 1]);
            let (begins, ends, first) = (start == Some(*first), end == Some(*last), start == Some(from));
            week.pieces.push(Piece { span, lane, column, length, begins, ends, first });
        }
    }
    weeks.iter_mut().for_each(|week| week.pieces.sort_by_key(|piece| (piece.lane, piece.column)));
    Some(Grid { weeks })
}

fn weeks(month: Month, week_start: Weekday) -> Vec<Week> {
    let column = |day: Date| usize::from(week_start.until(day.weekday()).unsigned_abs());
    let mut weeks: Vec<Week> = Vec::new();
    for day in std::iter::successors(Some(month.first_day()), |day| day.tomorrow().ok()).take_while(|day| *day <= month.last_day()) {
        if weeks.is_empty() || column(day) == 0 {
            weeks.push(Week { number: week_number(day, column(day), week_start), days: [None; 7], pieces: Vec::new() });
        }
        if let Some(week) = weeks.last_mut() {
            week.days[column(day)] = Some(day);
        }
    }
    weeks
}

/// The ISO week of the Thursday in the row that has `day` in that column.
fn week_number(day: Date, column: usize, week_start: Weekday) -> i8 {
    let thursday = i64::from(week_start.until(Weekday::Thursday));
    let offset = thursday - i64::try_from(column).unwrap_or(0);
    crate::calendar::add_days(day, offset).unwrap_or(day).iso_week_date().week()
}

/// A bit for each day of a month from one to the other.
fn days_mask(from: Date, to: Date) -> u32 {
    (from.day()..=to.day()).fold(0, |mask, day| mask | 1 << day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{add_days, parse_date};

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    /// A row of a month: the week's number, its days, then its lanes. `(` is where a span begins, `)` where it ends, `<` and `>` where it goes on,
    /// `o` a piece of one day that is a whole span.
    fn drawn(month: &str, week_start: Weekday, spans: &[&str]) -> Vec<String> {
        let spans: Vec<(Date, Date)> = spans.iter().map(|span| span.split_once("..").map(|(a, b)| (day(a), day(b))).unwrap()).collect();
        let grid = grid(Month::of(day(&format!("{month}-01"))), week_start, &spans, usize::MAX).unwrap();
        let row = |week: &Week| {
            let days: Vec<String> = week.days.iter().map(|day| day.map_or("..".into(), |day| format!("{:02}", day.day()))).collect();
            let mut lanes = vec![vec!['·'; 7]; week.pieces.iter().map(|piece| piece.lane + 1).max().unwrap_or(0)];
            for piece in &week.pieces {
                for n in 0..piece.length {
                    let (left, right) = (n == 0, n + 1 == piece.length);
                    lanes[piece.lane][piece.column + n] = match (left && piece.begins, right && piece.ends) {
                        (true, true) => 'o',
                        (true, false) => '(',
                        (false, true) => ')',
                        _ if left => '<',
                        _ if right => '>',
                        _ => '=',
                    };
                }
            }
            let lanes: Vec<String> = lanes.iter().map(|lane| lane.iter().collect()).collect();
            format!("{:02}| {} | {}", week.number, days.join(" "), lanes.join(" ")).trim_end_matches([' ', '|']).to_owned()
        };
        grid.weeks.iter().map(row).collect()
    }

    #[test]
    fn a_bar_goes_on_over_weeks_and_month_ends_in_one_lane() {
        assert_eq!(
            drawn("2026-06", Weekday::Monday, &["2026-06-10..2026-06-23", "2026-05-28..2026-06-02", "2026-06-12..2026-07-04"]),
            [
                "23| 01 02 03 04 05 06 07 | <)·····",
                "24| 08 09 10 11 12 13 14 | ··(===> ····(=>",
                "25| 15 16 17 18 19 20 21 | <=====> <=====>",
                "26| 22 23 24 25 26 27 28 | <)····· <=====>",
                "27| 29 30 .. .. .. .. .. | ······· <>·····",
            ]
        );
    }

    #[test]
    fn a_lane_is_used_again_when_it_is_free_all_the_time() {
        assert_eq!(
            drawn(
                "2026-02",
                Weekday::Monday,
                &["2026-02-02..2026-02-04", "2026-02-04..2026-02-10", "2026-02-05..2026-02-06", "2026-02-11..2026-02-11"]
            ),
            [
                "05| .. .. .. .. .. .. 01",
                "06| 02 03 04 05 06 07 08 | (=)()·· ··(===>",
                "07| 09 10 11 12 13 14 15 | ··o···· <)·····",
                "08| 16 17 18 19 20 21 22",
                "09| 23 24 25 26 27 28 ..",
            ]
        );
    }

    #[test]
    fn spans_fit_when_no_more_than_allowed_lie_above_each_other() {
        let june = Month::of(day("2026-06-01"));
        let span = |from: &str, to: &str| (day(from), day(to));
        let spans = [
            span("2026-06-01", "2026-06-10"),
            span("2026-06-05", "2026-06-20"),
            span("2026-06-11", "2026-06-12"),
            span("2026-07-01", "2026-07-09"),
        ];
        let fits = |most: usize| grid(june, Weekday::Monday, &spans, most);
        assert_eq!((fits(0), fits(1)), (None, None));
        assert_eq!(fits(2), fits(usize::MAX));
        assert_eq!(grid(june, Weekday::Monday, &[], 0), Some(empty(june, Weekday::Monday)));
    }

    #[test]
    fn a_bar_that_ends_with_a_week_does_not_look_as_if_it_went_on() {
        assert_eq!(
            drawn("2026-06", Weekday::Monday, &["2026-06-01..2026-06-07", "2026-06-08..2026-06-14", "2026-06-07..2026-06-08"])[..2],
            ["23| 01 02 03 04 05 06 07 | (=====) ······(", "24| 08 09 10 11 12 13 14 | (=====) )······"]
        );
    }

    #[test]
    fn what_lies_around_a_month_fills_it_and_what_lies_outside_is_not_in_it() {
        let rows = drawn("2024-02", Weekday::Monday, &["2023-01-01..2026-01-01", "2024-01-01..2024-01-31", "2024-03-01..2024-03-09"]);
        assert_eq!(
            rows,
            [
                "05| .. .. .. 01 02 03 04 | ···<==>",
                "06| 05 06 07 08 09 10 11 | <=====>",
                "07| 12 13 14 15 16 17 18 | <=====>",
                "08| 19 20 21 22 23 24 25 | <=====>",
                "09| 26 27 28 29 .. .. .. | <==>···",
            ]
        );
    }

    #[test]
    fn week_53_is_shared_by_two_years() {
        assert_eq!(
            drawn("2026-12", Weekday::Monday, &["2026-12-18..2027-01-03"])[3..],
            ["52| 21 22 23 24 25 26 27 | <=====>", "53| 28 29 30 31 .. .. .. | <==>···",]
        );
        assert_eq!(
            drawn("2027-01", Weekday::Monday, &["2026-12-18..2027-01-03"])[..2],
            ["53| .. .. .. .. 01 02 03 | ····<=)", "01| 04 05 06 07 08 09 10",]
        );
    }

    #[test]
    fn a_week_that_begins_on_another_day_has_the_number_of_its_thursday() {
        assert_eq!(
            drawn("2027-01", Weekday::Sunday, &["2027-01-02..2027-01-03"])[..2],
            ["53| .. .. .. .. .. 01 02 | ······(", "01| 03 04 05 06 07 08 09 | )······"]
        );
        assert_eq!(drawn("2027-01", Weekday::Saturday, &[])[..2], ["53| .. .. .. .. .. .. 01", "01| 02 03 04 05 06 07 08"]);
        assert_eq!(drawn("2027-01", Weekday::Friday, &[])[..2], ["01| 01 02 03 04 05 06 07", "02| 08 09 10 11 12 13 14"]);
    }

    #[test]
    fn the_last_month_of_the_calendar_has_all_its_days() {
        let rows = drawn("9999-12", Weekday::Monday, &["9999-12-30..9999-12-31"]);
        assert_eq!(rows.last().unwrap(), "52| 27 28 29 30 31 .. .. | ···()··");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_day_of_every_span_is_drawn_once_in_one_lane_and_no_two_bars_meet(
            start in 0i64..4000,
            first_weekday in 0i8..7,
            spans in proptest::collection::vec((-40i64..40, 0i64..50), 0..12),
        ) {
            let month = Month::of(add_days(day("2024-01-01"), start).unwrap());
            let week_start = Weekday::from_monday_zero_offset(first_weekday).unwrap();
            let at = |offset| add_days(month.first_day(), offset).unwrap();
            let spans: Vec<(Date, Date)> = spans.iter().map(|(from, length)| (at(*from), at(from + length))).collect();
            let grid = grid(month, week_start, &spans, usize::MAX).unwrap();
            let days: Vec<Date> = grid.weeks.iter().flat_map(|week| week.days).flatten().collect();
            prop_assert_eq!(days.len(), usize::from(month.last_day().day().unsigned_abs()));
            for (n, (first, last)) in spans.iter().enumerate() {
                let pieces = || grid.weeks.iter().flat_map(|week| week.pieces.iter().map(move |piece| (week, piece))).filter(|(_, piece)| piece.span == n);
                let drawn: Vec<Date> = pieces().flat_map(|(week, piece)| &week.days[piece.column..piece.column + piece.length]).flatten().copied().collect();
                let meant: Vec<Date> = days.iter().copied().filter(|day| first <= day && day <= last).collect();
                prop_assert_eq!(&drawn, &meant);
                prop_assert_eq!(pieces().filter(|(_, piece)| piece.first).count(), usize::from(!meant.is_empty()));
                prop_assert_eq!(pieces().filter(|(_, piece)| piece.begins).count(), usize::from(meant.contains(first)));
                prop_assert_eq!(pieces().filter(|(_, piece)| piece.ends).count(), usize::from(meant.contains(last)));
                let lane = pieces().next().map(|(_, piece)| piece.lane);
                prop_assert!(pieces().all(|(_, piece)| Some(piece.lane) == lane));
            }
            for week in &grid.weeks {
                for (n, a) in week.pieces.iter().enumerate() {
                    prop_assert!(week.pieces[n + 1..].iter().all(|b| a.lane != b.lane || a.column + a.length <= b.column));
                }
            }
        }
    }
}
