//! Where a stage's number stands in its window: clear of the diamonds and of the line of as_of. Not done here: the labels of the axis.

use super::marks::Marks;
use super::scale::Scale;
use crate::calendar::Date;

/// Pixels from the day of a label to its number, as the template draws it.
const GAP: i64 = 8;
/// Pixels for a digit.
const DIGIT: i64 = 7;
/// Pixels for the mark of a status, with the gap before it.
const STATUS: i64 = 13;
/// Pixels for a digit of a wave's percent, which is smaller.
const SMALL_DIGIT: i64 = 6;
/// Half the width of a diamond, and of the line of as_of, in pixels.
const DIAMOND: i64 = 7;
const LINE: i64 = 2;

/// Where a number stands.
pub(super) struct Place {
    /// The day; a gap goes before the number.
    pub(super) day: Date,
    /// True when the status fits beside it.
    pub(super) has_room: bool,
}

/// What a label must not lie on: its day, and the pixels covered.
struct Obstacle {
    day: Date,
    from: i64,
    to: i64,
}

impl Marks<'_, '_, '_> {
    /// The first place between two days for the number of a stage with its status, else for the number alone; `None` without any.
    pub(super) fn place_of_number(&self, stage: usize, from: Date, end: Option<Date>) -> Option<Place> {
        let obstacles = self.obstacles();
        let digits = i64::from((stage + 1).ilog10() + 1) * DIGIT;
        let last = self.scale.pixel(end.unwrap_or(self.scale.end));
        let behind = obstacles.iter().filter_map(|obstacle| obstacle.day.tomorrow().ok());
        let mut days: Vec<Date> = std::iter::once(from).chain(behind.filter(|day| *day > from)).collect();
        days.sort_unstable();
        let is_free = |day: Date, width: i64| {
            let start = self.scale.pixel(day) + GAP;
            self.scale.x(day).is_some()
                && start + width < last
                && obstacles.iter().all(|obstacle| obstacle.to <= start || start + width <= obstacle.from)
        };
        let first = |width: i64| days.iter().copied().find(|day| is_free(*day, width));
        let with_status = first(digits + STATUS).map(|day| Place { day, has_room: true });
        with_status.or_else(|| first(digits).map(|day| Place { day, has_room: false }))
    }

    /// The diamonds of all gates, and as_of.
    fn obstacles(&self) -> Vec<Obstacle> {
        let stages = 0..self.facts.context.playbook.stages.len();
        let gates = stages.flat_map(|stage| [self.facts.decision(stage).map(|decision| decision.date), self.facts.review(stage)]);
        let now = (self.facts.context.playbook.as_of, LINE);
        let marks = gates.flatten().map(|day| (day, DIAMOND)).chain([now]);
        let drawn = marks.filter(|(day, _)| self.scale.x(*day).is_some());
        drawn.map(|(day, half)| Obstacle { day, from: self.scale.pixel(day) - half, to: self.scale.pixel(day) + half }).collect()
    }
}

/// True when the percent of a wave fits beside that of the next one.
pub(super) fn percent_fits(scale: &Scale, percent: &str, start: Date, next: Option<Date>) -> bool {
    let width = SMALL_DIGIT * i64::try_from(percent.len()).unwrap_or(i64::MAX / SMALL_DIGIT);
    next.is_none_or(|next| scale.pixel(next) - scale.pixel(start) > width)
}
