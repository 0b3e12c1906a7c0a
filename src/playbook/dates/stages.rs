//! Why a stage starts and ends when it does, when its gate is reviewed, and what it shares with the stage before it. Not done here: its waves.

use super::words::{last_day, skipped};
use super::{Case, ExplainedDate, What};
use crate::calendar::{Date, Months, Origin, Overlap, Period, Planned, Unit, Unscheduled, Window, add_days, gap_days, overlap_days};
use crate::locale::Value;

impl Case<'_, '_> {
    /// The dates of a stage, but for those of its waves.
    pub(super) fn window(&self, stage: usize) -> Vec<ExplainedDate> {
        let plan = match &self.project.stages[stage].schedule.plan {
            Ok(plan) => plan,
            Err(why) => return vec![self.of_stage(stage, What::Start, None, self.unscheduled(stage, why))],
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
            Origin::After(before) => {
                let day = ("date", self.date(last_day(start)));
                self.say("date-after", &[self.written(stage), ("stage", self.title(before).into()), day])
            }
            Origin::Override => self.with_reason("date-set", "date-set-reason", stage, None),
            Origin::Moved { days, with } => self.moved(stage, days, with, ("date-moved-start-from", start)),
            Origin::Clipped(before) => {
                self.say("date-clipped", &[("stage", self.title(before).into()), ("date", self.date(last_day(start)))])
            }
            // No start is kept; only ends are.
            Origin::KeptLength => self.say("date-window", &[self.written(stage)]),
        }
    }

    fn end(&self, stage: usize, plan: &Planned) -> String {
        let Some(end) = plan.period.end else {
            return match plan.end {
                Origin::KeptLength => self.say("open-kept-length", &[]),
                _ if self.window_of(stage).is_none() => self.say("open-stage", &[]),
                _ => self.say("open-window", &[self.written(stage)]),
            };
        };
        match plan.end {
            Origin::Window => self.by_window(stage, end),
            Origin::After(before) => {
                let from = self.project.stages[before].schedule.period().and_then(|period| period.end);
                // A stage that is counted from an end has it before itself.
                self.say("date-counted-after", &[self.written(stage), ("date", self.date(from.unwrap_or(plan.period.start)))])
            }
            Origin::Override => self.with_reason("date-set", "date-set-reason", stage, None),
            Origin::KeptLength => self.say("date-kept-length", &[("days", plan.period.days().unwrap_or_default().into())]),
            Origin::Moved { days, with } => self.moved(stage, days, with, ("date-moved-end-from", last_day(end))),
            // Clipping moves starts only.
            Origin::Clipped(_) => self.say("date-window", &[self.written(stage)]),
        }
    }

    fn window_of(&self, stage: usize) -> Option<&Window> {
        self.playbook.stages[stage].front.window.as_ref().map(|window| &window.value)
    }

    /// The window as it is written, "Weeks 3–6", in a message.
    fn written(&self, stage: usize) -> (&'static str, Value<'static>) {
        ("window", self.window_of(stage).map(ToString::to_string).unwrap_or_default().into())
    }

    /// The first day of a window, or of what comes after it.
    fn by_window(&self, stage: usize, day: Date) -> String {
        let (Some(Window::Counted { unit, .. }), Some(start)) = (self.window_of(stage), self.project.start) else {
            return self.say("date-window-fixed", &[self.written(stage)]);
        };
        let whose = if self.project.front.start.is_some() { "project" } else { "book" };
        let counted = [self.written(stage), ("whose", whose.into()), ("start", self.date(start))];
        match (unit, self.playbook.config.months) {
            (Unit::Month | Unit::Quarter, Months::FourWeek) => self.say("date-counted-four-week", &counted),
            (Unit::Month | Unit::Quarter, Months::Anniversary) if day.day() != start.day() => {
                let [window, whose, from] = counted;
                let month = self.playbook.locale.month(day.year(), day.month());
                self.say("date-counted-clamped", &[window, whose, from, ("month", month.into()), ("day", start.day().into())])
            }
            _ => self.say("date-counted", &counted),
        }
    }

    /// Three sentences: how far it moved with what, why that ends when it does, and where it would be else.
    fn moved(&self, stage: usize, days: i64, with: usize, (from, day): (&str, Date)) -> String {
        let way = if days > 0 { "date-moved-later" } else { "date-moved-earlier" };
        let moved = self.say(way, &[("days", days.abs().into()), ("stage", self.title(with).into())]);
        let other = self.project.stages[with].schedule.plan.as_ref().ok();
        let why = other.and_then(|plan| Some((plan.period.last_day()?, plan.end))).map(|(last, end)| match end {
            Origin::Override => self.with_reason("date-moved-end-set", "date-moved-end-set-reason", with, Some(last)),
            _ => self.with_reason("date-moved-end-since", "date-moved-end-since-reason", with, Some(last)),
        });
        let from = add_days(day, -days).map(|day| self.say(from, &[self.written(stage), ("date", self.date(day))]));
        self.playbook.locale.sentences(std::iter::once(moved).chain(why).chain(from))
    }

    /// A sentence with the project's words for moving a stage, if it has some.
    fn with_reason(&self, bare: &str, reasoned: &str, stage: usize, day: Option<Date>) -> String {
        let mut values: Vec<(&str, Value<'_>)> = day.map(|day| ("date", self.date(day))).into_iter().collect();
        let Some(reason) = self.project.stages[stage].moved_because else { return self.say(bare, &values) };
        values.push(("reason", reason.into()));
        self.say(reasoned, &values)
    }

    fn unscheduled(&self, stage: usize, why: &Unscheduled) -> String {
        match why {
            Unscheduled::NoWindow => self.say("unscheduled-no-window", &[]),
            Unscheduled::NoStart => self.say("unscheduled-no-start", &[self.written(stage)]),
            Unscheduled::UnknownStage(id) => self.say("unscheduled-unknown-stage", &[("id", id.as_str().into())]),
            Unscheduled::Ring(ring) => {
                let titles: Vec<&str> = ring.iter().chain(ring.first()).map(|stage| self.title(*stage)).collect();
                self.say("unscheduled-ring", &[("ring", titles.join(" → ").into())])
            }
            Unscheduled::AfterOpen(before) => self.say_of("unscheduled-after-open", *before),
            Unscheduled::AfterUnscheduled(before) => self.say_of("unscheduled-after-unscheduled", *before),
            Unscheduled::Backwards { start, end } => {
                self.say("unscheduled-backwards", &[("end", self.date(last_day(*end))), ("start", self.date(*start))])
            }
            Unscheduled::ClippedAway(before) => self.say_of("unscheduled-clipped-away", *before),
            Unscheduled::BehindOpen(before) => self.say_of("unscheduled-behind-open", *before),
            Unscheduled::OutOfCalendar => self.say("unscheduled-out-of-calendar", &[]),
        }
    }

    fn review(&self, stage: usize, period: &Period) -> ExplainedDate {
        let workdays = &self.project.workdays;
        let review = workdays.gate_review(period);
        let because = match (review, period.end) {
            (_, None) => self.say("unscheduled-review-open", &[]),
            (None, Some(_)) => self.say("unscheduled-review-no-workday", &[]),
            (Some(review), Some(end)) => match workdays.days_off_in(review, end).as_slice() {
                [] => self.say("review-last-day", &[]),
                off => self.say("review-last-workday", &[("skipped", skipped(self.playbook.locale, off).into())]),
            },
        };
        self.of_stage(stage, What::GateReview, review, because)
    }

    /// The days that a stage shares with the one before it, or that lie between them.
    fn neighbour(&self, stage: usize, period: &Period) -> Option<ExplainedDate> {
        let before = stage.checked_sub(1)?;
        let other = self.project.stages[before].schedule.period()?;
        let title = self.title(before);
        let shared_with = ("stage", Value::from(title));
        if let Some(shared) = other.overlap(period) {
            let policy = match self.playbook.config.overlap {
                Overlap::Allow | Overlap::Clip => "allow",
                Overlap::Warn => "warn",
                Overlap::Deny => "deny",
            };
            let policy = ("policy", policy.into());
            let because = match overlap_days(&other, period) {
                Some(days) => self.say("overlap-days", &[shared_with, ("days", days.into()), policy]),
                None => self.say("overlap-open", &[shared_with, policy]),
            };
            return Some(self.of_stage(stage, What::Overlap, Some(shared.start), because));
        }
        let gap = gap_days(&other, period);
        (gap > 0 && other.start < period.start).then(|| {
            let because = self.say("gap", &[("days", gap.into()), ("before", title.into()), ("stage", self.title(stage).into())]);
            self.of_stage(stage, What::Gap, other.end, because)
        })
    }
}
