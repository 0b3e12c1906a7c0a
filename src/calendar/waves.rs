//! When the waves of a stage start: by plan, and as it looks today. Not done here: whether a wave may go on (guardrails, decisions).

use super::days::Date;
use super::text::{MAX_COUNT, Scan, TextError};
use super::workdays::Workdays;

/// When one wave starts and how long it is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlannedWave {
    /// The first day.
    pub start: Date,
    /// The last workday of its bake, not before `start`; the next wave starts after it.
    pub bake_last_day: Date,
    /// The day from which a start was looked for; `start` itself for a wave that has started.
    pub from: Date,
    /// Where that day comes from.
    pub origin: WaveOrigin,
}

/// Where the day comes from on which a wave starts, or would if it were an allowed one. A wave is named by its place in its stage, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaveOrigin {
    /// The stage starts then.
    Stage,
    /// The project typed it.
    Own,
    /// The bake of that earlier wave ends the day before.
    Bake(usize),
    /// It is today: the wave could have started before, and has not.
    AsOf,
    /// The wave has started then.
    Started,
}

/// Why a wave has no days. A wave is named by its place in its stage, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaveUnscheduled {
    /// Nothing says when: neither its stage nor a wave before it has a start.
    NoStart,
    /// That earlier wave is held or rolled back.
    Stopped(usize),
    /// The ten years from that day on have no day on which a wave may start and be watched.
    NoReleaseDay(Date),
}

/// What a project knows about one wave, as far as its dates go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WaveRun {
    /// The bake in workdays, from 1; 0 is taken as 1.
    pub bake: u32,
    /// The project's own planned `start`.
    pub start: Option<Date>,
    /// When it really `started`; a day after `as_of` is not yet true.
    pub started: Option<Date>,
    /// Whether its latest decision is `hold` or `rollback`.
    pub stopped: bool,
}

/// Reads a bake: `5d`, in workdays, 1 to [`MAX_COUNT`].
pub fn parse_bake(text: &str) -> Result<u32, TextError> {
    const HELP: &str = "a bake is counted in workdays, such as `5d`";
    let mut scan = Scan::new(text);
    if scan.is_done() {
        return Err(TextError { message: "a bake is missing".into(), range: 0..text.len(), help: HELP.into() });
    }
    let (days, range) = scan.number(HELP)?;
    let (letter, letter_range) = scan.word();
    if !letter.eq_ignore_ascii_case("d") {
        return Err(TextError { message: "expected `d` after the number".into(), range: range.start..letter_range.end, help: HELP.into() });
    }
    scan.end(HELP)?;
    if days == 0 {
        return Err(TextError { message: "a bake lasts at least 1 workday".into(), range, help: format!("write `1d` to `{MAX_COUNT}d`") });
    }
    Ok(days)
}

/// The plan: from the stage's start, the bakes and the project's own starts alone, in the order of the waves.
///
/// The first wave starts on the first release day from `start` on, each next one on the first release day after the bakes before it. An own
/// start replaces the day from which that is looked for, but cuts no bake short. `overrides` may be shorter than `bakes`. A wave has no days
/// when nothing says when it starts (no `start`, or a wave before it that has none; an own start says it again), and when the next ten years
/// have no release day.
pub fn plan_waves(
    start: Option<Date>,
    bakes: &[u32],
    overrides: &[Option<Date>],
    workdays: &Workdays,
) -> Vec<Result<PlannedWave, WaveUnscheduled>> {
    let mut queue = Queue { start, free: None };
    let own_starts = overrides.iter().copied().chain(std::iter::repeat(None));
    let waves = bakes.iter().zip(own_starts).enumerate().map(|(n, (bake, own))| {
        let (from, origin) = queue.from(n, own).ok_or(WaveUnscheduled::NoStart)?;
        queue.take(n, from, workdays.next_release_day(from).and_then(|start| wave_on(start, *bake, from, origin, workdays)))
    });
    waves.collect()
}

/// The plan as it looks on `as_of`: a started wave has the day it started on, allowed or not; one that has not started waits for the bakes
/// before it, its own start, and the first release day from `as_of` on. After a stopped wave whatever has not started has no days.
pub fn forecast_waves(
    start: Option<Date>,
    waves: &[WaveRun],
    as_of: Date,
    workdays: &Workdays,
) -> Vec<Result<PlannedWave, WaveUnscheduled>> {
    let (mut queue, mut stopped) = (Queue { start, free: None }, None);
    let waves = waves.iter().enumerate().map(|(n, run)| {
        if let Some(started) = run.started.filter(|day| *day <= as_of) {
            if run.stopped {
                stopped = Some(n);
            }
            return queue.take(n, started, wave_on(started, run.bake, started, WaveOrigin::Started, workdays));
        }
        if let Some(wave) = stopped {
            return Err(WaveUnscheduled::Stopped(wave));
        }
        let (from, origin) = queue.from(n, run.start).ok_or(WaveUnscheduled::NoStart)?;
        let (from, origin) = if from < as_of { (as_of, WaveOrigin::AsOf) } else { (from, origin) };
        queue.take(n, from, workdays.next_release_day(from).and_then(|start| wave_on(start, run.bake, from, origin, workdays)))
    });
    waves.collect()
}

/// What the next wave waits for.
struct Queue {
    /// When the stage starts.
    start: Option<Date>,
    /// The first day on which no wave before is watched, and the wave that is watched until then.
    free: Option<(Date, usize)>,
}

impl Queue {
    /// The day from which the start of wave `n` is looked for. The first wave's own start may lie before its stage's, for no bake stands before
    /// it.
    fn from(&self, n: usize, own: Option<Date>) -> Option<(Date, WaveOrigin)> {
        let free = self.free.map(|(day, wave)| (day, WaveOrigin::Bake(wave)));
        let earliest = free.or(self.start.map(|start| (start, WaveOrigin::Stage)));
        match (own, earliest) {
            (Some(own), Some((day, _))) if n == 0 || own > day => Some((own, WaveOrigin::Own)),
            (Some(own), None) => Some((own, WaveOrigin::Own)),
            (_, earliest) => earliest,
        }
    }

    /// Takes the days of wave `n`, which was looked for from that day on; without any, what comes after it waits as it does.
    fn take(&mut self, n: usize, from: Date, wave: Option<PlannedWave>) -> Result<PlannedWave, WaveUnscheduled> {
        let next = wave.map_or(Some(from), |wave| wave.bake_last_day.tomorrow().ok()).unwrap_or(from);
        if self.free.is_none_or(|(day, _)| day < next) {
            self.free = Some((next, n));
        }
        wave.ok_or(WaveUnscheduled::NoReleaseDay(from))
    }
}

fn wave_on(start: Date, bake: u32, from: Date, origin: WaveOrigin, workdays: &Workdays) -> Option<PlannedWave> {
    Some(PlannedWave { start, bake_last_day: workdays.nth_workday(start, bake)?, from, origin })
}

#[cfg(test)]
mod tests;
