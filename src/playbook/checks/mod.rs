//! The rules that judge a whole playbook, one to a file. Not done here: faults that show while files are read or joined, which are reported
//! there.

mod cause_transition_mismatch;
mod cause_unguarded;
mod dependency_cycle;
mod empty_stage;
mod evidence;
mod gate_decided_with_open_musts;
mod gate_skipped;
mod no_must_item;
mod no_start;
mod practice_unused;
mod state_in_playbook;
mod status_contradiction;
mod waiver_expired;
mod wave_ahead;
mod wave_days;
mod wave_no_rollback;
mod wave_not_started;
mod wave_percents;
mod wave_promoted_without_pass;
mod windows;

use super::Playbook;
use crate::diagnostic::Diagnostic;

/// A rule: reads the playbook, adds what it finds.
pub type Check = fn(&Playbook<'_>, &mut Vec<Diagnostic>);

/// Every rule, by name.
pub const ALL: &[Check] = &[
    cause_transition_mismatch::check,
    cause_unguarded::check,
    dependency_cycle::check,
    empty_stage::check,
    evidence::check,
    gate_decided_with_open_musts::check,
    gate_skipped::check,
    no_must_item::check,
    no_start::check,
    practice_unused::check,
    state_in_playbook::check,
    status_contradiction::check,
    waiver_expired::check,
    wave_ahead::check,
    wave_days::check,
    wave_no_rollback::check,
    wave_not_started::check,
    wave_percents::check,
    wave_promoted_without_pass::check,
    windows::check,
];

/// Runs a small book through the whole pipeline as of 2026-06-01 and lists its findings as `path:line:column code`, for the rules' own tests.
#[cfg(test)]
pub(crate) fn findings(fixture: &str) -> Vec<String> {
    let sources = crate::source::Sources::from_fixture(fixture);
    let built = crate::pipeline::Pipeline::default().build(&sources, jiff::civil::date(2026, 6, 1), None, &mut |_| {});
    let short = |diagnostic: &Diagnostic| crate::diagnostic::text::short(diagnostic, &|path| sources.text(path));
    built.diagnostics.iter().map(short).collect()
}
