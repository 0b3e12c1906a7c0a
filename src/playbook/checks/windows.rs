//! `window-overlap`, `window-gap`, and windows that wait for themselves or end before they start, judged in every project.

use std::collections::BTreeSet;

use crate::calendar::{Overlap, Unscheduled, gap_days, overlap_days};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{Document, Kind};
use crate::playbook::{Playbook, Project, Stage, drafts};

pub(super) fn check(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut said = BTreeSet::new();
    for project in &playbook.projects {
        for stage in &playbook.stages {
            if let Some(diagnostic) = unscheduled(playbook, project, stage) {
                // A fault of the playbook shows in every project, and is said once.
                if said.insert((diagnostic.place.clone(), diagnostic.code)) {
                    diagnostics.push(diagnostic);
                }
            }
        }
    }
    neighbours(playbook, diagnostics);
}

fn unscheduled(playbook: &Playbook<'_>, project: &Project<'_>, stage: &Stage<'_>) -> Option<Diagnostic> {
    let window = stage.front.window.as_ref();
    let path = &stage.document.path;
    match project.stages[stage.index].schedule.plan.as_ref().err()? {
        Unscheduled::UnknownStage(id) => {
            if let Some(draft) = playbook.names.stage_ids.draft(id) {
                return Some(drafts::needed(Code::UnknownRef, path, window?.span, &format!("the stage `{id}`"), draft.clone()));
            }
            let mut diagnostic = Diagnostic::new(Code::UnknownRef, path, window?.span, format!("there is no stage `{id}` to come after"));
            diagnostic.help = crate::diagnostic::suggest(id, playbook.stages.iter().map(|stage| stage.id()));
            Some(diagnostic)
        }
        Unscheduled::Ring(ring) => {
            let ids: Vec<&str> = ring.iter().chain(ring.first()).map(|index| playbook.stages[*index].id()).collect();
            let message = format!("this window waits for itself: {}", ids.join(" → "));
            Some(Diagnostic::new(Code::BadWindow, path, window?.span, message).help("give one of these stages a window of its own"))
        }
        Unscheduled::Backwards { start, end } => {
            let (document, span) = project.stages[stage.index].moved?;
            let last = end.yesterday().ok()?;
            let message = format!("the stage `{}` would end on {last}, before it starts on {start}", stage.id());
            Some(Diagnostic::new(Code::BadDate, &document.path, span, message).help("move its start or its end"))
        }
        _ => None,
    }
}

/// Gaps and overlaps of the playbook's own plan, as each project's baseline has it; said once, for the first project that shows them.
fn neighbours(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for pair in playbook.stages.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if playbook.config.partial || first.document.partial || second.document.partial {
            continue;
        }
        let periods = playbook
            .projects
            .iter()
            .find_map(|project| Some((project.stages[first.index].schedule.baseline?, project.stages[second.index].schedule.baseline?)));
        let (Some((a, b)), Some(window)) = (periods, &second.front.window) else { continue };
        let path = &second.document.path;
        let shared = overlap_days(&a, &b).unwrap_or(0);
        if shared > 0 && matches!(playbook.config.overlap, Overlap::Warn | Overlap::Deny) {
            let message = format!("{} and {} overlap by {}", first.title(), second.title(), days(shared));
            let mut diagnostic = Diagnostic::new(Code::WindowOverlap, path, window.span, message);
            if playbook.config.overlap == Overlap::Deny {
                diagnostic.severity = Severity::Error;
            }
            diagnostics.push(diagnostic.help("move a window, or set `overlap = \"allow\"` or `\"clip\"` in `[calendar]`"));
        }
        let gap = gap_days(&a, &b);
        if gap > 0 && a.start <= b.start && !has_draft_between(playbook, first, second) && playbook.config.overlap != Overlap::Clip {
            let message = format!("a gap of {} between {} and {} belongs to no stage", days(gap), first.title(), second.title());
            diagnostics.push(
                Diagnostic::new(Code::WindowGap, path, window.span, message)
                    .help(format!("move a window, or accept it with `allow: [{}]` in this file", Code::WindowGap.name())),
            );
        }
    }
}

/// True when a stage that is still a draft comes between the two: the gap is its.
fn has_draft_between(playbook: &Playbook<'_>, first: &Stage<'_>, second: &Stage<'_>) -> bool {
    let place = |document: &Document| (document.order.unwrap_or(i64::MAX), document.path.clone());
    let between = place(first.document)..place(second.document);
    playbook.drafts.iter().any(|draft| draft.kind == Kind::Stage && between.contains(&place(draft)))
}

/// "1 day", "2 days".
fn days(n: i64) -> String {
    format!("{n} day{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use crate::pipeline::Pipeline;
    use crate::source::Sources;

    /// The messages about a stage of ten days and one with that window, in a book that warns of overlaps.
    fn messages(second: &str) -> Vec<String> {
        let sources = Sources::from_fixture(&format!(
            "-- book.toml --\n[book]\nid = \"b\"\nstart = 2026-01-05\n[calendar]\noverlap = \"warn\"\n-- content/stages/01-a.md --\n---\nwindow: Day 1-10\nchecklist: [X]\n---\n-- content/stages/02-b.md --\n---\nwindow: {second}\nchecklist: [Y]\n---\n",
        ));
        let built = Pipeline::default().build(&sources, jiff::civil::date(2026, 6, 1), None, &mut |_| {});
        built.diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn days_that_no_stage_has_and_days_that_two_have_are_counted() {
        assert_eq!(messages("Day 11-20"), Vec::<String>::new());
        assert_eq!(messages("Day 12-20"), ["a gap of 1 day between A and B belongs to no stage"]);
        assert_eq!(messages("Day 13-20"), ["a gap of 2 days between A and B belongs to no stage"]);
        assert_eq!(messages("Day 10-20"), ["A and B overlap by 1 day"]);
        assert_eq!(messages("Day 9-20"), ["A and B overlap by 2 days"]);
    }
}
