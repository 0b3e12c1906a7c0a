//! The shared pieces of views, built from the playbook: bars, checklists, gates, cards. Not done here: whole pages.

use super::context::Context;
use super::view::{
    Bar, CauseCard, DecisionRow, EvidenceView, GateView, ItemGroup, ItemRow, ItemState, Musts, Period, ProjectRow, StageCard, StageProgress,
};
use crate::calendar::{self, Date};
use crate::document::Document;
use crate::document::front;
use crate::path::OutputPath;
use crate::playbook::checklist::{self, Effective, Progress};
use crate::playbook::decision::{Decision, Subject};
use crate::playbook::ids::ItemKey;
use crate::playbook::project::{ItemStatus, Written};
use crate::playbook::stage::anchor;
use crate::playbook::{Project, Stage};

/// "4 of 13 points, 30 %", or "no items".
pub fn progress_text(progress: Progress) -> String {
    match progress.percent() {
        Some(percent) => {
            format!("{} of {} {}, {percent} %", progress.done, progress.counted, if progress.counted == 1 { "point" } else { "points" })
        }
        None => "no items".to_owned(),
    }
}

/// "2 of 7 musts", or "no musts".
pub fn musts_text(musts: checklist::Musts) -> String {
    match musts.total {
        0 => "no musts".to_owned(),
        1 => format!("{} of 1 must", musts.resolved),
        total => format!("{} of {total} musts", musts.resolved),
    }
}

/// "expected 37 of 62 workdays, 59 %".
pub fn expected_text((elapsed, total): (u64, u64)) -> String {
    format!("expected {elapsed} of {total} workdays, {} %", 100 * elapsed / total.max(1))
}

/// "2026-04-05 to 2026-07-04", "from 2026-06-05, open", or "unscheduled".
pub(super) fn period(period: Option<calendar::Period>) -> Period {
    let (start, last) = (period.map(|period| period.start), period.and_then(|period| period.last_day()));
    let text = match (start, last) {
        (None, _) => "unscheduled".to_owned(),
        (Some(start), None) => format!("from {start}, open"),
        (Some(start), Some(last)) => format!("{start} to {last}"),
    };
    Period { start: start.map(|day| day.to_string()), last: last.map(|day| day.to_string()), text }
}

/// A bar. `of` completes "Progress of …".
pub(super) fn bar(of: &str, progress: Progress, expected: Option<(u64, u64)>) -> Bar {
    Bar {
        label: format!("Progress of {of}"),
        done: progress.done,
        counted: progress.counted,
        percent: progress.percent(),
        claimed_percent: (100 * (progress.done + progress.claimed)).checked_div(progress.counted).unwrap_or(0)
            - progress.percent().unwrap_or(0),
        expected_percent: expected.map(|(elapsed, total)| 100 * elapsed / total.max(1)),
        text: progress_text(progress),
        expected_text: expected.map(expected_text),
    }
}

/// Gate readiness, with its words.
pub(super) fn musts(musts: checklist::Musts) -> Musts {
    Musts { resolved: musts.resolved, total: musts.total, text: musts_text(musts) }
}

/// A number as people write it: no `.0`.
pub(super) fn number(value: f64) -> String {
    format!("{value}")
}

/// A place in a drawing, from whole hundredths of a percent or of a pixel: `12.50`.
pub(super) fn hundredths(place: i64) -> String {
    format!("{}.{:02}", place / 100, place % 100)
}

impl<'a> Context<'_, 'a> {
    pub(super) fn stage_card(&self, from: &OutputPath, stage: &Stage<'a>) -> StageCard {
        StageCard {
            number: stage.index + 1,
            link: self.stage(from, stage.index),
            window: stage.front.window.as_ref().map(|window| window.value.to_string()),
            goal: stage.front.goal.as_ref().map(|goal| self.html(goal, stage.document, from)),
            items: stage.front.checklist.len(),
            musts: stage.front.checklist.iter().filter(|item| item.must).count(),
        }
    }

    pub(super) fn cause_card(&self, from: &OutputPath, cause: usize) -> CauseCard {
        let cause = &self.playbook.causes[cause];
        let title = |stage: Option<usize>| stage.map_or("", |stage| self.playbook.stages[stage].title());
        CauseCard {
            link: self.link(from, cause.document),
            description: cause.document.common.description.clone(),
            severity: cause.severity,
            transition: format!("{} → {}", title(cause.from), title(cause.to)),
        }
    }

    pub(super) fn stage_progress(&self, from: &OutputPath, project: &Project<'a>, stage: &Stage<'a>) -> StageProgress {
        let joined = &project.stages[stage.index];
        StageProgress {
            number: stage.index + 1,
            link: self.project_stage_link(from, project, stage.index, None),
            period: period(joined.schedule.period()),
            bar: bar(stage.title(), joined.progress, joined.expected),
            musts: musts(joined.musts),
            current: project.current == Some(stage.index) && project.closed(self.playbook.as_of).is_none(),
            chip: self.stage_chip(project, stage.index),
        }
    }

    pub(super) fn rail(&self, from: &OutputPath, project: &Project<'a>) -> Vec<StageProgress> {
        self.playbook.stages.iter().map(|stage| self.stage_progress(from, project, stage)).collect()
    }

    pub(super) fn project_row(&self, from: &OutputPath, project: &Project<'a>) -> ProjectRow {
        let closed = project.closed(self.playbook.as_of);
        ProjectRow {
            link: self.project(from, project),
            description: project.document.and_then(|document| document.common.description.clone()),
            owner: project.front.owner.clone(),
            bar: bar(project.title(self.playbook.config), project.progress(), None),
            musts: musts(project.musts()),
            current_stage: project.current.filter(|_| closed.is_none()).map(|stage| self.project_stage_link(from, project, stage, None)),
            closed: closed.map(|closed| format!("{} {}", closed.outcome, closed.date.value)),
            chip: self.project_chip(project),
            reason: self.judgement(project).reasons().first().map(|reason| reason.text.clone()),
            next_gate: self.next_gate(from, project),
        }
    }

    /// The checklist of a stage: with state for a project, without for the playbook's page.
    pub(super) fn checklist(&self, from: &OutputPath, stage: &Stage<'a>, project: Option<&Project<'a>>) -> Vec<ItemGroup> {
        let rows: Vec<(Option<&str>, ItemRow)> = match project {
            Some(project) => {
                let statuses = &project.stages[stage.index].items;
                statuses.iter().map(|status| (status.item.group.as_deref(), self.row_with_state(from, stage, project, status))).collect()
            }
            None => (stage.front.checklist.iter().enumerate())
                .map(|(index, item)| {
                    let key = ItemKey { stage: stage.index, item: index };
                    (item.group.as_deref(), self.row(from, stage, item, Some(key), stage.document))
                })
                .collect(),
        };
        let mut groups: Vec<ItemGroup> = Vec::new();
        for (title, row) in rows {
            match groups.iter_mut().find(|group| group.title.as_deref() == title) {
                Some(group) => group.items.push(row),
                None => groups.push(ItemGroup { title: title.map(str::to_owned), items: vec![row] }),
            }
        }
        groups
    }

    fn row(&self, from: &OutputPath, stage: &Stage<'a>, item: &front::Item, key: Option<ItemKey>, document: &Document) -> ItemRow {
        let links = |list: Option<&Vec<usize>>, link: &dyn Fn(usize) -> super::view::Link| {
            list.into_iter().flatten().map(|index| link(*index)).collect()
        };
        let playbook = self.playbook;
        ItemRow {
            id: format!("{}/{}", stage.id(), item.id.value),
            anchor: anchor(stage.id(), &item.id.value),
            text: self.html(&item.text, document, from),
            level: if item.must { "must" } else { "may" },
            weight: item.weight,
            owner: item.owner.clone(),
            due: item.due.as_ref().map(ToString::to_string),
            evidence_required: item.evidence_required,
            na_allowed: item.na_allowed,
            added_by_project: key.is_none(),
            depends_on: key.map(|key| stage.depends_on[key.item].iter().map(|key| self.item(from, *key)).collect()).unwrap_or_default(),
            guards: links(key.and_then(|key| self.guarded.get(&key)), &|cause| self.link(from, playbook.causes[cause].document)),
            practices: links(key.and_then(|key| self.practised.get(&key)), &|practice| {
                self.link(from, playbook.practices[practice].document)
            }),
            definition: None,
            state: None,
        }
    }

    fn row_with_state(&self, from: &OutputPath, stage: &Stage<'a>, project: &Project<'a>, status: &ItemStatus<'a>) -> ItemRow {
        ItemRow {
            owner: status.owner.map(str::to_owned),
            due: status.due.map(|due| due.to_string()).or_else(|| status.item.due.as_ref().map(ToString::to_string)),
            depends_on: status
                .waits_for
                .iter()
                .map(|key| self.item_status(from, project, key.stage, &project.stages[key.stage].items[key.item]))
                .collect(),
            definition: status.key.filter(|_| project.document.is_some()).map(|key| self.item(from, key)),
            state: Some(self.item_state(from, status)),
            ..self.row(from, stage, status.item, status.key, status.document)
        }
    }

    fn item_state(&self, from: &OutputPath, status: &ItemStatus<'a>) -> ItemState {
        let as_of = self.playbook.as_of;
        let state = status.state.map(|written| written.state);
        let (effective, word) = state_words(status.effective);
        ItemState {
            effective,
            word,
            because: because(status),
            date: state.and_then(|state| state.date.as_ref()).map(|date| date.value.to_string()),
            by: state.and_then(|state| state.by.clone()),
            reason: state.and_then(|state| state.reason.clone()),
            note: state.and_then(|state| state.note.clone()),
            answer: state.and_then(|state| state.answer.clone()),
            overdue: status.overdue,
            evidence: status.state.map(|written| self.evidence(from, written, as_of)).unwrap_or_default(),
        }
    }

    fn evidence(&self, from: &OutputPath, written: Written<'a>, as_of: Date) -> Vec<EvidenceView> {
        let view = |evidence: &front::Evidence| EvidenceView {
            link: self.text_link(from, written.document, &evidence.link),
            note: evidence.note.clone(),
            date: evidence.date.as_ref().map(|date| date.value.to_string()),
            expires: evidence.expires.map(|date| date.to_string()),
            valid: checklist::is_valid(evidence, as_of),
        };
        written.state.evidence.iter().map(view).collect()
    }

    /// The gate of a stage: with its review and decisions for a project, as the playbook plans it without.
    pub(super) fn gate(&self, from: &OutputPath, stage: &Stage<'a>, project: Option<&Project<'a>>) -> Option<GateView> {
        let gate = stage.front.gate.as_ref()?;
        let subject = Subject { stage: stage.index, wave: None };
        let decided = |project| self.playbook.decisions_of(project).rev().filter(|decision| decision.subject == subject);
        Some(GateView {
            question: gate.question.as_ref().map(|question| self.html(question, stage.document, from)),
            deciders: gate.deciders.clone(),
            review: project.and_then(|project| {
                let period = project.stages[stage.index].schedule.period()?;
                project.workdays.gate_review(&period).map(|day| day.to_string())
            }),
            decisions: project
                .map(|project| decided(project).map(|decision| self.decision_row(from, decision)).collect())
                .unwrap_or_default(),
        })
    }

    pub(super) fn decision_row(&self, from: &OutputPath, decision: &Decision<'a>) -> DecisionRow {
        DecisionRow {
            link: self.link(from, decision.document),
            date: decision.date.to_string(),
            outcome: decision.outcome.word(),
            subject: decision.subject.title(&self.playbook.stages),
            project: self.project(from, &self.playbook.projects[decision.project]),
            by: decision.front.by.clone(),
            open_conditions: decision.open_conditions(self.playbook.as_of),
        }
    }
}

/// The name of a state for styles, and the word for people.
pub(super) fn state_words(state: Effective) -> (&'static str, &'static str) {
    match state {
        Effective::Todo => ("todo", "to do"),
        Effective::Doing => ("doing", "in progress"),
        Effective::Done => ("done", "done"),
        Effective::Claimed => ("claimed", "claimed"),
        Effective::Blocked => ("blocked", "blocked"),
        Effective::Na => ("na", "not applicable"),
        Effective::Waived => ("waived", "waived"),
    }
}

/// Why an effective state differs from what an author may expect.
fn because(status: &ItemStatus<'_>) -> Option<String> {
    let state = status.state?.state;
    match (status.effective, state.state.value) {
        (Effective::Claimed, _) if state.evidence.is_empty() => Some("ticked, but no evidence".to_owned()),
        (Effective::Claimed, _) => Some("ticked, but its evidence does not hold".to_owned()),
        (Effective::Waived, _) => {
            let by = state.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
            Some(format!("waived until {}{by}", state.until.as_ref()?.value))
        }
        (Effective::Todo, front::StateWord::Waived) => Some(format!("the waiver ended on {}", state.until.as_ref()?.value)),
        _ => None,
    }
}
