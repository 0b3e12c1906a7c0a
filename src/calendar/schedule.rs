//! The windows of all stages of one project: what the playbook says, what the project moved, and where each date came from. Not done here:
//! the waves inside a stage ([`plan_waves`](super::plan_waves)), findings about gaps and overlaps, what really happened.

use super::days::{Date, Period, add_days, days_between};
use super::window::{Months, Window};

/// What is known about one stage before it has dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StagePlan<'a> {
    /// Its id, by which `after …` finds it.
    pub id: &'a str,
    /// Its former ids, which `after …` may use too.
    pub aliases: &'a [String],
    /// Its window in the playbook.
    pub window: Option<&'a Window>,
    /// The project's own first day.
    pub override_start: Option<Date>,
    /// The project's own end: the day after the last one that its author typed.
    pub override_end: Option<Date>,
}

/// What happens where neighbouring stages overlap: `[calendar] overlap`. Only `Clip` changes dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Overlap {
    /// Nothing.
    #[default]
    Allow,
    /// A warning.
    Warn,
    /// An error.
    Deny,
    /// Each stage starts when all before it have ended.
    Clip,
}

impl Overlap {
    /// Every value with the name it has in `book.toml`.
    pub const ALL: [(&str, Self); 4] = [("allow", Self::Allow), ("warn", Self::Warn), ("deny", Self::Deny), ("clip", Self::Clip)];

    /// The value with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// One stage with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scheduled {
    /// Its days had the project changed nothing.
    pub baseline: Option<Period>,
    /// Its days in the project, or why it has none.
    pub plan: Result<Planned, Unscheduled>,
}

/// Days, and where they come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Planned {
    /// The days.
    pub period: Period,
    /// Where the first day comes from.
    pub start: Origin,
    /// Where the end comes from, or that it is open.
    pub end: Origin,
}

/// Where a date comes from. A stage is named by its place in the order given to [`schedule`], from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The stage's window: counted from the project's start, or written out.
    Window,
    /// The stage's window, counted from that other stage's end.
    After(usize),
    /// Typed by the project.
    Override,
    /// The project typed the start; the length is the baseline's, or without one the window's.
    KeptLength,
    /// The window's date, moved by so many days (earlier when negative), for that earlier stage's end moved by as many.
    Moved {
        /// Days, never 0.
        days: i64,
        /// The stage whose own dates moved this one: the last one before it that has some.
        with: usize,
    },
    /// The stage would overlap that earlier one and starts at its end instead.
    Clipped(usize),
}

/// Why a stage has no days. A stage is named by its place in the order given to [`schedule`], from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unscheduled {
    /// It has no window.
    NoWindow,
    /// Its window is counted from the project's start, and there is none.
    NoStart,
    /// Its window comes after a stage that does not exist; the id as written.
    UnknownStage(String),
    /// Its window waits for itself: the stages of the ring, this one first. An author's error.
    Ring(Vec<usize>),
    /// Its window comes after a stage that is open.
    AfterOpen(usize),
    /// Its window comes after a stage that is itself not scheduled.
    AfterUnscheduled(usize),
    /// The project's own dates leave it not one day: its end is not after this start. An author's error.
    Backwards {
        /// The first day.
        start: Date,
        /// The end, excluded.
        end: Date,
    },
    /// Overlaps are clipped, and this stage is over before that earlier one ends.
    ClippedAway(usize),
    /// Overlaps are clipped, and that earlier stage is open.
    BehindOpen(usize),
    /// Its dates lie after the year 9999.
    OutOfCalendar,
}

impl Scheduled {
    /// Its days in the project.
    pub fn period(&self) -> Option<Period> {
        self.plan.as_ref().ok().map(|plan| plan.period)
    }

    /// By how many days the project moved its end, positive when later; by its start where either end is open. `None` without a baseline or
    /// days.
    pub fn slip_days(&self) -> Option<i64> {
        let (before, now) = (self.baseline?, self.period()?);
        Some(match (before.end, now.end) {
            (Some(before), Some(now)) => days_between(before, now),
            _ => days_between(before.start, now.start),
        })
    }
}

/// Gives every stage its days, by section 6 of the domain; the answer has the order of `stages`, which is that of the playbook.
///
/// `start` is the project's. A stage with dates of its own in the project is moved by no other. One without moves with the last stage before
/// it that has some, by as many days as that one's end differs from its baseline; a window that comes `after` a stage follows that stage
/// alone. `Clip` comes last: a stage that another comes `after` passes on its own end.
pub fn schedule(stages: &[StagePlan<'_>], start: Option<Date>, months: Months, overlap: Overlap) -> Vec<Scheduled> {
    let clipped = |plans: &[Plan]| if overlap == Overlap::Clip { clip(plans) } else { plans.to_vec() };
    let project = Project { stages, start, months, links: links(stages) };
    let book = project.plans(|_, natural, _| natural);
    let book_clipped = clipped(&book);
    let lengths: Vec<Option<Period>> =
        book_clipped.iter().zip(&book).map(|(clipped, own)| clipped.as_ref().or(own.as_ref()).ok().map(|plan| plan.period)).collect();
    let moves = project.moves(&book, &lengths);
    let own = project.plans(|n, natural, is_after| project.with_overrides(n, natural, lengths[n], moves[n].filter(|_| !is_after)));
    book_clipped
        .iter()
        .zip(clipped(&own))
        .map(|(book, plan)| Scheduled { baseline: book.as_ref().ok().map(|plan| plan.period), plan })
        .collect()
}

type Plan = Result<Planned, Unscheduled>;

/// The stage that a window comes after.
enum Link {
    None,
    To(usize),
    Unknown(String),
    Ring(Vec<usize>),
}

struct Project<'a> {
    stages: &'a [StagePlan<'a>],
    start: Option<Date>,
    months: Months,
    links: Vec<Link>,
}

impl Project<'_> {
    /// Plans every stage, those first that others come after. `own` turns the window's plan (its second argument) into the stage's; its
    /// third says whether the window comes after a stage.
    fn plans(&self, own: impl Fn(usize, Plan, bool) -> Plan) -> Vec<Plan> {
        let mut plans: Vec<Option<Plan>> = vec![None; self.stages.len()];
        for n in 0..self.stages.len() {
            let mut waiting = vec![n];
            while let Some(&stage) = waiting.last() {
                match self.links[stage] {
                    Link::To(before) if plans[stage].is_none() && plans[before].is_none() => waiting.push(before),
                    _ => {
                        waiting.pop();
                        if plans[stage].is_none() {
                            plans[stage] = Some(own(stage, self.window_plan(stage, &plans), !matches!(self.links[stage], Link::None)));
                        }
                    }
                }
            }
        }
        plans.into_iter().map(|plan| plan.unwrap_or(Err(Unscheduled::NoWindow))).collect()
    }

    /// The plan by the window alone, given the stages already planned.
    fn window_plan(&self, n: usize, plans: &[Option<Plan>]) -> Plan {
        let window = self.stages[n].window.ok_or(Unscheduled::NoWindow)?;
        let (period, origin) = match &self.links[n] {
            Link::Unknown(id) => return Err(Unscheduled::UnknownStage(id.clone())),
            Link::Ring(stages) => return Err(Unscheduled::Ring(stages.clone())),
            Link::To(before) => {
                let Some(Ok(plan)) = &plans[*before] else { return Err(Unscheduled::AfterUnscheduled(*before)) };
                let end = plan.period.end.ok_or(Unscheduled::AfterOpen(*before))?;
                (window.period_from(end, self.months), Origin::After(*before))
            }
            Link::None if self.start.is_none() && !matches!(window, Window::Dates(_)) => return Err(Unscheduled::NoStart),
            Link::None => (window.period(self.start, self.months), Origin::Window),
        };
        Ok(Planned { period: period.ok_or(Unscheduled::OutOfCalendar)?, start: origin, end: origin })
    }

    /// The plan with the project's own dates, or moved by an earlier stage that has some.
    fn with_overrides(&self, n: usize, natural: Plan, length: Option<Period>, moved: Option<Move>) -> Plan {
        let stage = &self.stages[n];
        let (start, start_origin) = match (stage.override_start, stage.override_end) {
            (None, None) => return natural.and_then(|plan| moved.map_or(Ok(plan), |moved| moved.apply(plan))),
            (Some(start), _) => (start, Origin::Override),
            (None, Some(_)) => natural.map(|plan| (plan.period.start, plan.start))?,
        };
        let (end, end_origin) = match stage.override_end {
            Some(end) => (Some(end), Origin::Override),
            None => (self.kept_end(n, start, length).ok_or(Unscheduled::OutOfCalendar)?, Origin::KeptLength),
        };
        match (Period::new(start, end), end) {
            (Some(period), _) => Ok(Planned { period, start: start_origin, end: end_origin }),
            (None, end) => Err(Unscheduled::Backwards { start, end: end.unwrap_or(start) }),
        }
    }

    /// The end of a stage that begins on `start` and keeps its length; open where no length is known. `None` out of the calendar.
    fn kept_end(&self, n: usize, start: Date, length: Option<Period>) -> Option<Option<Date>> {
        match (length, self.stages[n].window) {
            (Some(length), _) => length.days().map_or(Some(None), |days| add_days(start, days).map(Some)),
            (None, Some(window)) => window.period_from(start, self.months).map(|period| period.end),
            (None, None) => Some(None),
        }
    }

    /// By how much each stage moves. An own end is known without any other stage's plan, so this needs the baseline only.
    fn moves(&self, book: &[Plan], lengths: &[Option<Period>]) -> Vec<Option<Move>> {
        let mut last = None;
        let each = self.stages.iter().enumerate().map(|(n, stage)| {
            let before = last;
            let end = match (stage.override_start, stage.override_end) {
                (None, None) => None,
                (_, Some(end)) => Some(end),
                (Some(start), None) => self.kept_end(n, start, lengths[n]).flatten(),
            };
            let baseline = book[n].as_ref().ok().and_then(|plan| plan.period.end);
            if let (Some(baseline), Some(end)) = (baseline, end) {
                last = Some(Move { days: days_between(baseline, end), with: n });
            }
            before
        });
        each.collect()
    }
}

#[derive(Clone, Copy)]
struct Move {
    days: i64,
    with: usize,
}

impl Move {
    fn apply(self, plan: Planned) -> Plan {
        if self.days == 0 {
            return Ok(plan);
        }
        let period = plan.period.shifted(self.days).ok_or(Unscheduled::OutOfCalendar)?;
        let origin = Origin::Moved { days: self.days, with: self.with };
        Ok(Planned { period, start: origin, end: if period.end.is_some() { origin } else { plan.end } })
    }
}

/// Starts each stage at the latest end before it, where that is later.
fn clip(plans: &[Plan]) -> Vec<Plan> {
    let mut latest: Option<(usize, Option<Date>)> = None;
    let each = plans.iter().enumerate().map(|(n, plan)| {
        let own = plan.clone()?;
        let clipped = match latest {
            None => Ok(own),
            Some((open, None)) => Err(Unscheduled::BehindOpen(open)),
            Some((_, Some(end))) if end <= own.period.start => Ok(own),
            Some((before, Some(end))) => match Period::new(end, own.period.end) {
                Some(period) => Ok(Planned { period, start: Origin::Clipped(before), ..own }),
                None => Err(Unscheduled::ClippedAway(before)),
            },
        };
        let is_later = match (latest, own.period.end) {
            (None, _) => true,
            (Some((_, None)), _) => false,
            (Some((_, Some(_))), None) => true,
            (Some((_, Some(end))), Some(own)) => end < own,
        };
        if is_later {
            latest = Some((n, own.period.end));
        }
        clipped
    });
    each.collect()
}

/// Finds the stage that each window comes after. Live ids go before former ones.
fn links(stages: &[StagePlan<'_>]) -> Vec<Link> {
    let find = |id: &str| {
        let live = stages.iter().position(|stage| stage.id == id);
        live.or_else(|| stages.iter().position(|stage| stage.aliases.iter().any(|alias| alias == id)))
    };
    let targets: Vec<Option<Option<usize>>> = stages.iter().map(|stage| stage.window?.after().map(find)).collect();
    let link = |n: usize| match (targets[n], ring(n, &targets)) {
        (None, _) => Link::None,
        (Some(None), _) => Link::Unknown(stages[n].window.and_then(Window::after).unwrap_or_default().to_owned()),
        (Some(Some(before)), None) => Link::To(before),
        (Some(Some(_)), Some(ring)) => Link::Ring(ring),
    };
    (0..stages.len()).map(link).collect()
}

/// The ring that `first` is part of, beginning with it.
fn ring(first: usize, targets: &[Option<Option<usize>>]) -> Option<Vec<usize>> {
    let steps = std::iter::successors(Some(first), |stage| targets[*stage].flatten()).skip(1).take(targets.len());
    let mut ring = vec![first];
    for stage in steps {
        if stage == first {
            return Some(ring);
        }
        ring.push(stage);
    }
    None
}
