//! The shared pieces of views, built from the playbook: bars, checklists, gates, cards. Not done here: whole pages.

use super::context::Context;
use super::view::{
    Bar, CauseCard, DecisionRow, EvidenceView, GateView, ItemGroup, ItemRow, ItemState, Musts, ProjectRow, StageCard, StageProgress,
};
use super::words;
use crate::calendar::Date;
use crate::document::Document;
use crate::document::front;
use crate::locale::Locale;
use crate::path::OutputPath;
use crate::playbook::checklist::{self, Effective, Progress};
use crate::playbook::decision::{Decision, Subject};
use crate::playbook::ids::ItemKey;
use crate::playbook::project::{ItemStatus, Written};
use crate::playbook::stage::anchor;
use crate::playbook::{Project, Stage};

/// A bar. `of` completes "Progress of …".
pub(super) fn bar(locale: &Locale, of: &str, progress: Progress, expected: Option<(u64, u64)>) -> Bar {
    Bar {
        label: locale.with("progress-of", &[("what", of.into())]),
        percent: progress.percent(),
        claimed_percent: (100 * (progress.done + progress.claimed)).checked_div(progress.counted).unwrap_or(0)
            - progress.percent().unwrap_or(0),
        expected_percent: expected.map(|(elapsed, total)| 100 * elapsed / total.max(1)),
        text: words::progress_text(locale, progress),
        expected_text: expected.map(|expected| words::expected_text(locale, expected)),
    }
}

/// Gate readiness, with its words.
pub(super) fn musts(locale: &Locale, musts: checklist::Musts) -> Musts {
    Musts { resolved: musts.resolved, total: musts.total, text: words::musts_text(locale, musts) }
}

/// A number in data, and for what templates compute; they show it as the language writes it, by `| number`.
pub(super) fn number(value: f64) -> String {
    format!("{value}")
}

/// A place in a drawing, from whole hundredths of a percent or of a pixel: `12.50`.
pub(super) fn hundredths(place: i64) -> String {
    let part = (place % 100).unsigned_abs();
    // A page of charts has thousands, and to format them would take as long as to draw the rest.
    [if place < 0 { "-" } else { "" }, &(place / 100).unsigned_abs().to_string(), if part < 10 { ".0" } else { "." }, &part.to_string()]
        .concat()
}

impl<'a> Context<'_, 'a> {
    pub(super) fn stage_card(&self, from: &OutputPath, stage: &Stage<'a>) -> StageCard {
        StageCard {
            number: stage.index + 1,
            link: self.stage(from, stage.index),
            window: stage.front.window.as_ref().map(|window| words::window(self.playbook.locale, &window.value)),
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
            period: words::period(self.playbook.locale, joined.schedule.period()),
            bar: bar(self.playbook.locale, stage.title(), joined.progress, joined.expected),
            musts: musts(self.playbook.locale, joined.musts),
            current: project.current == Some(stage.index) && project.closed(self.playbook.as_of).is_none(),
            chip: self.stage_chip(project, stage.index),
        }
    }

    pub(super) fn rail(&self, from: &OutputPath, project: &Project<'a>) -> Vec<StageProgress> {
        self.playbook.stages.iter().map(|stage| self.stage_progress(from, project, stage)).collect()
    }

    pub(super) fn project_row(&self, from: &OutputPath, project: &Project<'a>) -> ProjectRow {
        let locale = self.playbook.locale;
        let closed = project.closed(self.playbook.as_of);
        ProjectRow {
            link: self.project(from, project),
            description: project.document.and_then(|document| document.common.description.clone()),
            owner: project.front.owner.clone(),
            bar: bar(locale, project.title(self.playbook.config), project.progress(), None),
            musts: musts(locale, project.musts()),
            current_stage: project.current.filter(|_| closed.is_none()).map(|stage| self.project_stage_link(from, project, stage, None)),
            closed: closed.map(|closed| {
                let outcome = locale.text(&format!("outcome-{}", closed.outcome));
                locale.with("closed-on", &[("outcome", outcome.into()), ("day", locale.date_short(closed.date.value).into())])
            }),
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
            id: [stage.id(), "/", &item.id.value].concat(),
            anchor: anchor(stage.id(), &item.id.value),
            text: self.html(&item.text, document, from),
            level: if item.must { "must" } else { "may" },
            weight: item.weight,
            owner: item.owner.clone(),
            owner_term: self.term(from, item.owner.as_deref()),
            due: item.due.as_ref().map(|due| words::due(playbook.locale, due)),
            due_day: None,
            due_away: None,
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
            owner_term: self.term(from, status.owner),
            due_day: status.due.map(|due| due.to_string()),
            due_away: status.due.filter(|_| !status.effective.is_resolved()).map(|due| self.playbook.away(due)),
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
        let effective = state_name(status.effective);
        ItemState {
            effective,
            word: self.playbook.locale.text(&["state-", effective].concat()),
            because: because(self.playbook.locale, status),
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
            subject: decision.subject.title(&self.playbook.stages, self.playbook.locale),
            project: self.project(from, &self.playbook.projects[decision.project]),
            by: decision.front.by.clone(),
            open_conditions: decision.open_conditions(self.playbook.as_of),
        }
    }
}

/// The name of a state, for styles and for its word.
pub(super) fn state_name(state: Effective) -> &'static str {
    match state {
        Effective::Todo => "todo",
        Effective::Doing => "doing",
        Effective::Done => "done",
        Effective::Claimed => "claimed",
        Effective::Blocked => "blocked",
        Effective::Na => "na",
        Effective::Waived => "waived",
    }
}

/// Why an effective state differs from what an author may expect.
fn because(locale: &Locale, status: &ItemStatus<'_>) -> Option<String> {
    let state = status.state?.state;
    let until = || Some(("day", locale.date_short(state.until.as_ref()?.value).into()));
    match (status.effective, state.state.value) {
        (Effective::Claimed, _) if state.evidence.is_empty() => Some(locale.text("ticked-without-evidence")),
        (Effective::Claimed, _) => Some(locale.text("ticked-evidence-void")),
        (Effective::Waived, _) => Some(match state.by.as_deref() {
            Some(by) => locale.with("waived-until-by", &[until()?, ("by", by.into())]),
            None => locale.with("waived-until", &[until()?]),
        }),
        (Effective::Todo, front::StateWord::Waived) => Some(locale.with("waiver-ended", &[until()?])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn a_place_has_two_decimals() {
        assert_eq!(
            [0, 5, 10, 99, 100, 1250, -5, -1205].map(hundredths),
            ["0.00", "0.05", "0.10", "0.99", "1.00", "12.50", "-0.05", "-12.05"]
        );
    }
}
