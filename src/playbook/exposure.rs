//! Exposure of a project to a cause (domain section 7): which of its guards are open, and how close that is to hurting. Not done here: the
//! cause's guidance, or what a status makes of it.

use super::checklist::Effective;
use super::ids::ItemKey;
use super::{Cause, Playbook, Project};
use crate::calendar::{Date, add_days};

/// How close a cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The stage that the cause strikes has not begun.
    Latent,
    /// Guards are open.
    Exposed,
    /// Guards are open, and a must among them is stuck, the stage is about to end, or was walked past.
    Critical,
}

impl Level {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Level::Latent => "latent",
            Level::Exposed => "exposed",
            Level::Critical => "critical",
        }
    }
}

/// A project's exposure to one cause; there is none when no guard is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// Index in [`Playbook::causes`].
    pub cause: usize,
    /// How close.
    pub level: Level,
    /// Guards that are not done.
    pub open: Vec<ItemKey>,
    /// Guards that apply: all but those that are not applicable.
    pub guards: usize,
    /// Why it is critical, in words; `None` for the other levels.
    pub because: Option<String>,
    /// The severity of the cause, 1 to 5.
    pub severity: i64,
}

impl Exposure {
    /// Severity × share of open guards, 0 to 5, rounded to two decimals.
    pub fn score(&self) -> f64 {
        (self.severity as f64 * self.open.len() as f64 / self.guards as f64 * 100.0).round() / 100.0
    }

    /// The order of lists: critical before exposed before latent, in each the greater score first, then by cause id. By the score alone whatever
    /// has not begun would lead, for all of its guards are open. The score is compared as an exact fraction.
    fn order(&self, other: &Exposure, playbook: &Playbook<'_>) -> std::cmp::Ordering {
        let exact = |a: &Exposure, b: &Exposure| a.severity * a.open.len() as i64 * b.guards as i64;
        let id = |exposure: &Exposure| &playbook.causes[exposure.cause].document.id;
        (other.level.cmp(&self.level)).then(exact(other, self).cmp(&exact(self, other))).then_with(|| id(self).cmp(id(other)))
    }
}

/// The exposures of a project, the worst first; a project that has ended has none.
pub fn exposures(playbook: &Playbook<'_>, project: usize, touched: &[bool]) -> Vec<Exposure> {
    if super::wave::has_ended(playbook, project) {
        return Vec::new();
    }
    let mut exposures: Vec<Exposure> =
        playbook.causes.iter().enumerate().filter_map(|(index, cause)| exposure(playbook, project, touched, index, cause)).collect();
    exposures.sort_by(|a, b| a.order(b, playbook));
    exposures
}

fn exposure(playbook: &Playbook<'_>, project: usize, touched: &[bool], index: usize, cause: &Cause<'_>) -> Option<Exposure> {
    let run = &playbook.projects[project];
    let from = cause.from?;
    let status = |key: &ItemKey| &run.stages[key.stage].items[key.item];
    let guards: Vec<ItemKey> = cause.guards.iter().map(|guard| guard.value).filter(|key| status(key).effective != Effective::Na).collect();
    let open: Vec<ItemKey> = guards.iter().copied().filter(|key| status(key).effective != Effective::Done).collect();
    if open.is_empty() {
        return None;
    }
    let as_of = playbook.as_of;
    let period = run.stages[from].schedule.period();
    let begun = period.is_some_and(|period| period.start <= as_of);
    let mut because = None;
    let level = if !touched[from] && !begun {
        Level::Latent
    } else if open.iter().all(|key| status(key).effective == Effective::Waived) {
        Level::Exposed
    } else {
        because = critical(playbook, project, touched, from, &open);
        if because.is_some() { Level::Critical } else { Level::Exposed }
    };
    Some(Exposure { cause: index, level, open, guards: guards.len(), because, severity: cause.severity })
}

/// Why the exposure is critical, if it is.
fn critical(playbook: &Playbook<'_>, project: usize, touched: &[bool], from: usize, open: &[ItemKey]) -> Option<String> {
    let (run, as_of, locale) = (&playbook.projects[project], playbook.as_of, playbook.locale);
    let about_stage = |key: &str| locale.with(key, &[("stage", playbook.stages[from].title().into())]);
    let stuck = |key: &ItemKey| {
        let status = &run.stages[key.stage].items[key.item];
        let how = match status.effective {
            _ if !status.item.must => return None,
            Effective::Blocked => "because-guard-blocked",
            _ => overdue_since(run, key, as_of).map(|_| "because-guard-overdue")?,
        };
        Some(locale.with(how, &[("item", status.item.text.plain.as_str().into())]))
    };
    if let Some(stuck) = open.iter().find_map(stuck) {
        return Some(stuck);
    }
    if run.stages[from].complete {
        return Some(about_stage("because-completed"));
    }
    let period = run.stages[from].schedule.period()?;
    if period.is_over(as_of) && touched.iter().skip(from + 1).any(|touched| *touched) {
        return Some(about_stage("because-walked-past"));
    }
    let days = playbook.config.thresholds.exposure_soon;
    let soon = period.end.and_then(|end| add_days(end, -days))?;
    (as_of >= soon).then(|| {
        if period.is_over(as_of) {
            return about_stage("because-over");
        }
        locale.with("because-ends-soon", &[("stage", playbook.stages[from].title().into()), ("days", days.into())])
    })
}

/// The day on which an item was due, if that is over and it is still open. A must without a due date is due on its window's last day.
pub(super) fn overdue_since(run: &Project<'_>, key: &ItemKey, as_of: Date) -> Option<Date> {
    let stage = &run.stages[key.stage];
    let status = &stage.items[key.item];
    let last_day = stage.schedule.period().and_then(|period| period.last_day()).filter(|_| status.item.must);
    status.due.or(last_day).filter(|due| *due < as_of && !status.effective.is_resolved())
}

#[cfg(test)]
mod tests;
