//! Which projects are known in part only, because a file that feeds them is at fault: nothing may be derived from what such a file failed to
//! say. Not done here: finding the faults, or what is said of a file by itself.

use std::collections::BTreeSet;

use super::Playbook;
use super::project::ProjectNames;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::document::front::Front;
use crate::path::SourcePath;

/// Files that could not be read in full, or whose parts could not be joined.
#[derive(Debug, Default)]
pub struct Partial {
    files: BTreeSet<SourcePath>,
    projects: BTreeSet<usize>,
}

impl Partial {
    /// Gathers them; `found` is what reading and joining the documents has reported.
    pub(super) fn of(playbook: &Playbook<'_>, found: &[Diagnostic]) -> Partial {
        let unread = playbook.documents.iter().filter(|document| document.partial).map(|document| document.path.clone());
        let unjoined =
            found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).map(|diagnostic| diagnostic.place.path.clone());
        let files: BTreeSet<SourcePath> = unread.chain(unjoined).collect();
        let all = 0..playbook.projects.len();
        // Dates follow from all stages together, and every project from the playbook.
        let shared = playbook.config.partial || playbook.stages.iter().any(|stage| files.contains(&stage.document.path));
        let projects = if shared {
            all.collect()
        } else {
            let fed = playbook.documents.iter().filter(|document| files.contains(&document.path));
            let damaged: Vec<Feeds> = fed.map(|document| Feeds::of(document, &playbook.names.projects)).collect();
            all.filter(|project| damaged.iter().any(|feeds| feeds.reach(playbook, *project))).collect()
        };
        Partial { files, projects }
    }

    /// True when a part of what that file says is not known.
    pub fn file(&self, document: &Document) -> bool {
        self.files.contains(&document.path)
    }

    /// True when a part of what the files say about that project, an index in [`Playbook::projects`], is not known.
    pub fn project(&self, project: usize) -> bool {
        self.projects.contains(&project)
    }
}

/// The projects that a file has something to say about.
enum Feeds {
    /// None.
    Nothing,
    /// The one with that index.
    One(usize),
    /// The one whose folder or file it is, by place.
    Folder(String),
    /// Perhaps any: it does not say, or what it says can't be read.
    Any,
}

impl Feeds {
    fn of(document: &Document, projects: &ProjectNames) -> Feeds {
        match &document.front {
            Front::Project(_) | Front::ProjectStage(_) => Feeds::Folder(document.project_folder().to_owned()),
            Front::Decision(decision) => {
                decision.project.as_ref().and_then(|name| projects.get(&name.value)).map_or(Feeds::Any, Feeds::One)
            }
            _ => Feeds::Nothing,
        }
    }

    fn reach(&self, playbook: &Playbook<'_>, project: usize) -> bool {
        match self {
            Feeds::Nothing => false,
            Feeds::One(index) => *index == project,
            Feeds::Folder(folder) => playbook.projects[project].document.is_some_and(|document| document.project_folder() == folder),
            Feeds::Any => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::playbook::checks::findings;

    /// On plan in all that is derived of it, as of 2026-06-01: what a damaged part of it brings is an echo.
    const BOOK: &str = r#"-- book.toml --
[book]
id = "b"
start = 2026-04-06
[calendar]
avoid_weekdays = ["Friday"]
-- content/stages/01-a.md --
---
window: Week 1-4
checklist:
  - { id: plan, text: Plan, level: must, evidence_required: true }
  - { id: safe, text: Safe, due: end-3d }
gate: { question: Go? }
---
-- content/stages/02-b.md --
---
window: Week 5-12
checklist: [{ id: told, text: Told, weight: 1 }]
waves:
  - percent: 10
    bake: 5d
    rollback: "https://x.example/"
    guardrails:
      - { id: errors, metric: m, op: "<=", target: 5, warn: 3 }
      - { id: hours, metric: m, op: ">=", target: 8 }
  - percent: 100
    bake: 5d
    rollback: "https://x.example/"
---
-- content/projects/p/index.md --
---
start: 2026-04-06
updates: [{ date: 2026-05-29, headline: Well, rag: green }]
stages:
  a:
    items:
      plan: { state: done, date: 2026-04-20, evidence: [baseline.csv] }
      safe: 2026-04-21
---
-- content/projects/p/baseline.csv --
-- content/projects/p/02-b.md --
---
items: { told: 2026-05-28 }
waves:
  w10:
    started: 2026-05-18
    measurements:
      - { guardrail: errors, date: 2026-05-20, value: 1.9 }
      - { guardrail: hours, date: 2026-05-20, value: 9 }
  w100:
    started: 2026-05-28
---
-- content/decisions/1-gate.md --
---
project: p
subject: gate:a
outcome: go
date: 2026-05-01
---
-- content/decisions/2-wave.md --
---
project: p
subject: wave:b/w10
outcome: continue
date: 2026-05-27
---
"#;

    fn after(change: &str) -> Vec<String> {
        let (from, to) = change.split_once(" => ").unwrap_or_default();
        assert_eq!(BOOK.matches(from).count(), 1, "{from}");
        findings(&BOOK.replacen(from, to, 1))
    }

    #[test]
    fn a_fault_is_one_finding_whatever_would_follow_from_what_it_hides() {
        assert_eq!(findings(BOOK), Vec::<String>::new());
        let cases = [
            ("start = 2026-04-06 => start = \"06.04.2026\"", "book.toml:3:9 bad-date"),
            ("[\"Friday\"] => [\"Freitag\"]", "book.toml:5:19 bad-value"),
            ("window: Week 1-4 => window: Wek 1-4", "content/stages/01-a.md:2:9 bad-window"),
            ("level: must => level: mst", "content/stages/01-a.md:4:36 bad-value"),
            ("due: end-3d => due: 26.05.2026", "content/stages/01-a.md:5:34 bad-date"),
            ("gate: { question: Go? } => gat: { question: Go? }", "content/stages/01-a.md:6:1 unknown-key"),
            ("weight: 1 => weight: one", "content/stages/02-b.md:3:45 bad-value"),
            ("op: \"<=\" => op: \"=<\"", "content/stages/02-b.md:9:38 bad-value"),
            (
                "- { id: hours => - { id: errors, metric: n, op: \"<\", target: 9 }\n      - { id: hours",
                "content/stages/02-b.md:10:15 duplicate-id",
            ),
            ("safe: 2026-04-21 => safe: 26.05.2026", "content/projects/p/index.md:8:13 bad-date"),
            ("safe: 2026-04-21 => saef: 2026-04-21", "content/projects/p/index.md:8:7 orphan-item-state"),
            ("[baseline.csv] => baseline.csv", "content/projects/p/index.md:7:56 bad-value"),
            ("id: hours => id: errors", "content/stages/02-b.md:10:15 duplicate-id"),
            ("rag: green => rag: gren", "content/projects/p/index.md:3:52 bad-value"),
            ("rag: green => rag: red, says: x", "content/projects/p/index.md:3:57 unknown-key"),
            ("value: 9 => value: nine", "content/projects/p/02-b.md:8:54 bad-value"),
            ("started: 2026-05-18 => strated: 2026-05-18", "content/projects/p/02-b.md:5:5 unknown-key"),
            ("projects/p/02-b.md => projects/p/02-bee.md", "content/projects/p/02-bee.md:1:1 unknown-ref"),
            ("subject: gate:a => subject: gate:aa", "content/decisions/1-gate.md:3:10 unknown-ref"),
            ("outcome: go => outcome: gone", "content/decisions/1-gate.md:4:10 bad-value"),
            ("date: 2026-05-01 => date: 1 May", "content/decisions/1-gate.md:5:7 bad-date"),
        ];
        let wrong: Vec<_> =
            cases.iter().map(|(change, found)| (change, vec![(*found).to_owned()], after(change))).filter(|(_, a, b)| a != b).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn without_book_toml_nothing_is_derived() {
        let book = BOOK.split_once("-- content").map(|(_, content)| format!("-- content{content}"));
        assert_eq!(findings(&book.unwrap_or_default()), ["book.toml unreadable-file"]);
    }

    #[test]
    fn a_fault_in_one_project_leaves_the_others_judged() {
        let other = "-- content/projects/q.md --\n---\nupdates: [{ date: 2026-05-29, headline: Well, rag: green }]\n---\n";
        let damaged = BOOK.replacen("rag: green", "rag: gren", 1);
        let found = findings(&format!("{damaged}{other}"));
        assert_eq!(found, ["content/projects/p/index.md:3:52 bad-value", "content/projects/q.md:2:52 status-contradiction"]);
    }
}
