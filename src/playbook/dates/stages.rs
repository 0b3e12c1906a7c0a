//! Why a stage starts and ends when it does, when its gate is reviewed, and what it shares with the stage before it. Not done here: its waves.

use super::words::{last_day, skipped};
use super::{Case, ExplainedDate, What};
use crate::calendar::{Date, Months, Origin, Overlap, Period, Planned, Unit, Unscheduled, Window, add_days, gap_days, overlap_days};
use crate::playbook::words::count;

impl Case<'_, '_> {
    /// The dates of a stage, but for those of its waves.
    pub(super) fn window(&self, stage: usize) -> Vec<ExplainedDate> {
        let plan = match &self.project.stages[stage].schedule.plan {
            Ok(plan) => plan,
            Err(why) => return vec![self.of_stage(stage, What::Start, None, format!("unscheduled: {}", self.unscheduled(stage, why)))],
        };
        let period = plan.period;
        let mut dates = vec![
            self.of_stage(stage, What::Start, Some(period.start), self.start(stage, plan)),
            self.of_stage(stage, What::End, period.last_day(), self.end(stage, plan)),
        ];
        dates.extend(self.playbook.stages[stage].front.gate.as_ref().map(|_| self.review(stage, &period)));
        dates.extend(self.neighbour(stage, &period));
        dates
    }

    fn of_stage(&self, stage: usize, what: What, date: Option<Date>, because: String) -> ExplainedDate {
        let front = &self.playbook.stages[stage];
        ExplainedDate { subject: front.id().to_owned(), title: front.title().to_owned(), what, date, because }
    }

    fn start(&self, stage: usize, plan: &Planned) -> String {
        let start = plan.period.start;
        match plan.start {
            Origin::Window => self.by_window(stage, start),
            Origin::After(before) => format!("{}: {} ends on {}", self.written(stage), self.title(before), last_day(start)),
            Origin::Override => format!("set by the project{}", self.reason(stage)),
            Origin::Moved { days, with } => self.moved(stage, days, with, ("start", start)),
            Origin::Clipped(before) => format!("clipped: it starts when {} has ended, on {}", self.title(before), last_day(start)),
            // No start is kept; only ends are.
            Origin::KeptLength => self.written(stage),
        }
    }

    fn end(&self, stage: usize, plan: &Planned) -> String {
        let Some(end) = plan.period.end else {
            return match plan.end {
                Origin::KeptLength => "open: the project moved the start, and no length is known".to_owned(),
                _ => format!("open: {} has no end", self.written(stage)),
            };
        };
        match plan.end {
            Origin::Window => self.by_window(stage, end),
            Origin::After(before) => {
                let from = self.project.stages[before].schedule.period().and_then(|period| period.end);
                format!("{}, counted from {}", self.written(stage), from.map(|day| day.to_string()).unwrap_or_default())
            }
            Origin::Override => format!("set by the project{}", self.reason(stage)),
            Origin::KeptLength => {
                format!("the project moved the start, and the length stays {}", count(plan.period.days().unwrap_or_default(), "day"))
            }
            Origin::Moved { days, with } => self.moved(stage, days, with, ("end", last_day(end))),
            // Clipping moves starts only.
            Origin::Clipped(_) => self.written(stage),
        }
    }

    /// "window `Weeks 3–6`".
    fn written(&self, stage: usize) -> String {
        let window = self.playbook.stages[stage].front.window.as_ref();
        window.map_or_else(|| "the stage".to_owned(), |window| format!("window `{}`", window.value))
    }

    /// The first day of a window, or of what comes after it.
    fn by_window(&self, stage: usize, day: Date) -> String {
        let written = self.written(stage);
        let window = self.playbook.stages[stage].front.window.as_ref().map(|window| &window.value);
        let (Some(Window::Counted { unit, .. }), Some(start)) = (window, self.project.start) else {
            return format!("{written}, the same days in every project");
        };
        let whose = if self.project.front.start.is_some() { "project" } else { "book" };
        let counted = format!("{written}, counted from the {whose}'s start {start}");
        match (unit, self.playbook.config.months) {
            (Unit::Month | Unit::Quarter, Months::FourWeek) => format!("{counted} in months of 28 days"),
            (Unit::Month | Unit::Quarter, Months::Anniversary) if day.day() != start.day() => {
                format!("{counted}; {:04}-{:02} has no day {}", day.year(), day.month(), start.day())
            }
            _ => counted,
        }
    }

    fn moved(&self, stage: usize, days: i64, with: usize, (verb, day): (&str, Date)) -> String {
        let way = if days > 0 { "later" } else { "earlier" };
        let other = &self.project.stages[with];
        let end = other.schedule.plan.as_ref().ok().and_then(|plan| Some((plan.period.last_day()?, plan.end)));
        let how = match end {
            Some((last, Origin::Override)) => format!(", which the project set to {last}"),
            Some((last, _)) => format!(", which is {last} since the project moved its start"),
            None => String::new(),
        };
        let from = add_days(day, -days).map(|day| format!("; by {} it would {verb} on {day}", self.written(stage))).unwrap_or_default();
        let count = count(days.abs(), "day");
        format!("moved {count} {way} with the end of {}{how}{}{from}", self.title(with), self.reason(with))
    }

    /// The project's words for moving a stage.
    fn reason(&self, stage: usize) -> String {
        self.project.stages[stage].moved_because.map(|reason| format!(": \"{reason}\"")).unwrap_or_default()
    }

    fn unscheduled(&self, stage: usize, why: &Unscheduled) -> String {
        match why {
            Unscheduled::NoWindow => "the stage has no window".to_owned(),
            Unscheduled::NoStart => {
                format!("{} is counted from the project's start, and neither the project nor the book has one", self.written(stage))
            }
            Unscheduled::UnknownStage(id) => format!("there is no stage `{id}` to come after"),
            Unscheduled::Ring(ring) => {
                let titles: Vec<&str> = ring.iter().chain(ring.first()).map(|stage| self.title(*stage)).collect();
                format!("the windows wait for each other, {}", titles.join(" → "))
            }
            Unscheduled::AfterOpen(before) => format!("it comes after {}, which has no end", self.title(*before)),
            Unscheduled::AfterUnscheduled(before) => format!("it comes after {}, which is unscheduled", self.title(*before)),
            Unscheduled::Backwards { start, end } => format!("it would end on {}, before it starts on {start}", last_day(*end)),
            Unscheduled::ClippedAway(before) => format!("overlaps are clipped, and it is over before {} ends", self.title(*before)),
            Unscheduled::BehindOpen(before) => format!("overlaps are clipped, and {} has no end", self.title(*before)),
            Unscheduled::OutOfCalendar => "it would leave the calendar, which ends with the year 9999".to_owned(),
        }
    }

    fn review(&self, stage: usize, period: &Period) -> ExplainedDate {
        let workdays = &self.project.workdays;
        let review = workdays.gate_review(period);
        let because = match (review, period.end) {
            (_, None) => "unscheduled: the window has no end".to_owned(),
            (None, Some(_)) => "unscheduled: the window has no workday".to_owned(),
            (Some(review), Some(end)) => match workdays.days_off_in(review, end).as_slice() {
                [] => "last day of the window, and a workday".to_owned(),
                off => format!("last workday of the window: {}", skipped(off)),
            },
        };
        self.of_stage(stage, What::GateReview, review, because)
    }

    /// The days that a stage shares with the one before it, or that lie between them.
    fn neighbour(&self, stage: usize, period: &Period) -> Option<ExplainedDate> {
        let before = stage.checked_sub(1)?;
        let other = self.project.stages[before].schedule.period()?;
        let title = self.title(before);
        if let Some(shared) = other.overlap(period) {
            let policy = match self.playbook.config.overlap {
                Overlap::Allow | Overlap::Clip => "allowed",
                Overlap::Warn => "the book warns of it",
                Overlap::Deny => "the book denies it",
            };
            let because = match overlap_days(&other, period) {
                Some(days) => format!("overlaps {title} for {}, {policy}", count(days, "day")),
                None => format!("overlaps {title} from then on, for both are open; {policy}"),
            };
            return Some(self.of_stage(stage, What::Overlap, Some(shared.start), because));
        }
        let gap = gap_days(&other, period);
        (gap > 0 && other.start < period.start).then(|| {
            let because = format!("{} between {title} and {} belong to no stage", count(gap, "day"), self.title(stage));
            let because = if gap == 1 { because.replace("belong ", "belongs ") } else { because };
            self.of_stage(stage, What::Gap, other.end, because)
        })
    }
}
