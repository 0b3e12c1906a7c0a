//! `window-overlap`, `window-gap`, and windows that wait for themselves or end before they start, judged in every project.

use std::collections::BTreeSet;

use crate::calendar::{Overlap, Period, Unscheduled, gap_days, overlap_days};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{Document, Kind};
use crate::playbook::words::count;
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

/// Gaps and overlaps of neighbours: of the playbook's own plan, said once at the window; and overlaps that a project's own dates make or lengthen,
/// said where those stand.
fn neighbours(playbook: &Playbook<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for pair in playbook.stages.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        if playbook.config.partial || first.document.partial || second.document.partial {
            continue;
        }
        let pair = Pair { playbook, first, second };
        if matches!(playbook.config.overlap, Overlap::Warn | Overlap::Deny) {
            diagnostics.extend(pair.overlap());
            diagnostics.extend(playbook.projects.iter().filter_map(|project| pair.own_overlap(project)));
        }
        if playbook.config.overlap != Overlap::Clip && !has_draft_between(playbook, first, second) {
            diagnostics.extend(pair.gap());
        }
    }
}

/// Two neighbouring stages.
struct Pair<'p, 'a> {
    playbook: &'p Playbook<'a>,
    first: &'p Stage<'a>,
    second: &'p Stage<'a>,
}

impl<'a> Pair<'_, 'a> {
    fn overlap(&self) -> Option<Diagnostic> {
        let (shared, whose) = self.longest(|a, b| overlap_days(a, b).unwrap_or(0))?;
        let message = format!("{} and {} overlap by {}{whose}", self.first.title(), self.second.title(), count(shared, "day"));
        let finding = Diagnostic::new(Code::WindowOverlap, &self.second.document.path, self.second.front.window.as_ref()?.span, message);
        Some(self.denied(finding).help("move a window, or set `overlap = \"allow\"` or `\"clip\"` in `[calendar]`"))
    }

    fn gap(&self) -> Option<Diagnostic> {
        let (gap, whose) = self.longest(|a, b| if a.start <= b.start { gap_days(a, b) } else { 0 })?;
        let message =
            format!("a gap of {} between {} and {} belongs to no stage{whose}", count(gap, "day"), self.first.title(), self.second.title());
        let finding = Diagnostic::new(Code::WindowGap, &self.second.document.path, self.second.front.window.as_ref()?.span, message);
        Some(finding.help(format!("move a window, or accept it with `allow: [{}]` in this file", Code::WindowGap.name())))
    }

    /// An overlap that is longer than the playbook's own, because of dates of the project.
    fn own_overlap(&self, project: &Project<'a>) -> Option<Diagnostic> {
        let schedule = |stage: &Stage<'a>| &project.stages[stage.index].schedule;
        let (first, second) = (schedule(self.first), schedule(self.second));
        let shared = overlap_days(&first.period()?, &second.period()?).unwrap_or(0);
        let planned = first.baseline.zip(second.baseline).and_then(|(a, b)| overlap_days(&a, &b)).unwrap_or(0);
        let (document, span) = project.stages[..=self.second.index].iter().rev().find_map(|stage| stage.moved)?;
        if shared <= planned {
            return None;
        }
        let message = format!("by these dates {} and {} overlap by {}", self.first.title(), self.second.title(), count(shared, "day"));
        let finding = Diagnostic::new(Code::WindowOverlap, &document.path, span, message);
        Some(self.denied(finding).help("move one of the two, or set `overlap = \"allow\"` or `\"clip\"` in `[calendar]`"))
    }

    /// The most days of all projects by their baselines, and whose they are where not all have as many. `None` when nobody has any.
    fn longest(&self, count: impl Fn(&Period, &Period) -> i64) -> Option<(i64, String)> {
        let baseline = |project: &Project<'a>, stage: &Stage<'a>| project.stages[stage.index].schedule.baseline;
        let known = self.playbook.projects.iter().filter_map(|project| {
            let days = count(&baseline(project, self.first)?, &baseline(project, self.second)?);
            Some((days, project))
        });
        let known: Vec<(i64, &Project<'a>)> = known.collect();
        let longest = known.iter().map(|(days, _)| *days).max().filter(|days| *days > 0)?;
        if known.iter().all(|(days, _)| *days == longest) {
            return Some((longest, String::new()));
        }
        let (_, project) = known.iter().find(|(days, _)| *days == longest)?;
        let whose = match known.iter().filter(|(days, _)| *days > 0).count() - 1 {
            0 => format!(" in {}", project.title(self.playbook.config)),
            others => format!(" in {}, and by as many or less in {others} more", project.title(self.playbook.config)),
        };
        Some((longest, whose))
    }

    fn denied(&self, mut finding: Diagnostic) -> Diagnostic {
        if self.playbook.config.overlap == Overlap::Deny {
            finding.severity = Severity::Error;
        }
        finding
    }
}

/// True when a stage that is still a draft comes between the two: the gap is its.
fn has_draft_between(playbook: &Playbook<'_>, first: &Stage<'_>, second: &Stage<'_>) -> bool {
    let place = |document: &Document| (document.order.unwrap_or(i64::MAX), document.path.clone());
    let between = place(first.document)..place(second.document);
    playbook.drafts.iter().any(|draft| draft.kind == Kind::Stage && between.contains(&place(draft)))
}

#[cfg(test)]
mod tests {
    use super::Severity;
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

    /// The messages about two absolute and counted windows in projects that start then, with those own dates of the last one.
    fn in_projects(starts: &[&str], own: &str) -> Vec<String> {
        let projects: String = (starts.iter().enumerate())
            .map(|(n, start)| {
                format!(
                    "-- content/projects/p{n}.md --\n---\ntitle: P{n}\nstart: {start}\n{}---\n",
                    if n + 1 == starts.len() { own } else { "" }
                )
            })
            .collect();
        let sources = Sources::from_fixture(&format!(
            "-- book.toml --\n[book]\nid = \"b\"\n[calendar]\noverlap = \"deny\"\n-- content/stages/01-a.md --\n---\nwindow: 2026-03-01..2026-04-30\nchecklist: [X]\n---\n-- content/stages/02-b.md --\n---\nwindow: Month 1\nchecklist: [Y]\n---\n{projects}",
        ));
        let built = Pipeline::default().build(&sources, jiff::civil::date(2026, 3, 1), None, &mut |_| {});
        let shown = |finding: crate::diagnostic::Diagnostic| {
            format!("{} {}: {}", finding.place.path, if finding.severity == Severity::Error { "error" } else { "warning" }, finding.message)
        };
        built.diagnostics.into_iter().map(shown).collect()
    }

    #[test]
    fn an_overlap_is_found_in_whichever_project_it_is() {
        assert_eq!(in_projects(&["2026-05-01"], ""), Vec::<String>::new());
        let b = "content/stages/02-b.md error: A and B overlap by";
        assert_eq!(in_projects(&["2026-05-01", "2026-04-01"], ""), [format!("{b} 30 days in P1")]);
        assert_eq!(in_projects(&["2026-04-01", "2026-05-01"], ""), [format!("{b} 30 days in P0")]);
        assert_eq!(
            in_projects(&["2026-04-20", "2026-04-01", "2026-05-01"], ""),
            [format!("{b} 30 days in P1, and by as many or less in 1 more")]
        );
        assert_eq!(in_projects(&["2026-04-01", "2026-04-01"], ""), [format!("{b} 30 days")]);
    }

    #[test]
    fn an_overlap_by_a_projects_own_dates_is_found_there() {
        let own = "stages: { a: { end: 2026-05-15, reason: r }, b: { start: 2026-05-01, reason: r } }\n";
        assert_eq!(in_projects(&["2026-05-01"], own), ["content/projects/p0.md error: by these dates A and B overlap by 15 days"]);
    }
}
