//! The bar of progress: `█` done, `▒` claimed, `·` open, `┊` where the plan expects to be. Not done here: the numbers.

use std::fmt::Write as _;

use rollbook::page::status::{Expected, Points};

use super::{DIM, NEUTRAL, RESET};

/// A bar of so many cells. Cells are rounded down: a full bar is all done.
pub(crate) fn bar(points: Points, expected: Option<Expected>, width: u64) -> String {
    let cells = |part: u64, of: u64| (width * part).checked_div(of).unwrap_or(0);
    let (done, claimed) = (cells(points.done, points.counted), cells(points.done + points.claimed, points.counted));
    let mark = expected
        .filter(|expected| expected.elapsed > 0 && points.counted > 0)
        .map(|expected| cells(expected.elapsed, expected.total).min(width - 1));
    let mut bar = String::new();
    for cell in 0..width {
        let _ = match cell {
            cell if cell < done => write!(bar, "{NEUTRAL}█{RESET}"),
            cell if Some(cell) == mark => write!(bar, "┊"),
            cell if cell < claimed => write!(bar, "{NEUTRAL}▒{RESET}"),
            _ => write!(bar, "{DIM}·{RESET}"),
        };
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(done: u64, claimed: u64, counted: u64, expected: Option<(u64, u64)>) -> String {
        let points = Points { done, counted, percent: None, claimed };
        let expected = expected.map(|(elapsed, total)| Expected { elapsed, total });
        console::strip_ansi_codes(&bar(points, expected, 10)).into_owned()
    }

    #[test]
    fn a_full_bar_is_all_done() {
        assert_eq!(plain(13, 0, 13, None), "██████████");
        assert_eq!(plain(12, 0, 13, None), "█████████·");
        assert_eq!(plain(0, 0, 0, Some((1, 2))), "··········");
    }

    #[test]
    fn claimed_points_are_hatched_and_the_plan_is_marked_until_it_is_reached() {
        assert_eq!(plain(4, 3, 13, Some((37, 62))), "███▒▒┊····");
        assert_eq!(plain(13, 0, 13, Some((62, 62))), "██████████");
    }
}
