//! Joins what projects write to the playbook, by id: state to items, dates to stages. Not done here: rules that judge the result.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::checklist::{self, effective};
use super::decision::{self, Decision, Subject};
use super::ids::{self, ItemKey, Member, Names};
use super::orphan::orphan;
use super::project::{ItemStatus, Project, ProjectStage, Written, WrittenWave};
use super::{Stage, dated_in_future};
use crate::calendar::{self, Date, Scheduled, StagePlan, Workdays};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned, suggest};
use crate::document::front::{self, Front, StateWord};
use crate::document::{Document, Kind};
use crate::memo::in_parallel;

/// What projects are joined to.
pub(super) struct Joiner<'p, 'a> {
    pub(super) config: &'a Config,
    pub(super) as_of: Date,
    pub(super) stages: &'p [Stage<'a>],
    pub(super) stage_names: &'p BTreeMap<String, usize>,
    pub(super) stage_ids: &'p Names,
    pub(super) decisions: &'p [Decision<'a>],
    /// The decisions of each project, as indices.
    pub(super) own_decisions: &'p [Vec<usize>],
}

/// The state of one stage as the project's files write it, laid together.
#[derive(Default)]
struct WrittenStage<'a> {
    note: Option<&'a Document>,
    start: Option<(&'a Spanned<Date>, &'a Document)>,
    end: Option<(&'a Spanned<Date>, &'a Document)>,
    reason: Option<(&'a str, &'a Document)>,
    items: Vec<(&'a Spanned<String>, Written<'a>)>,
    waves: Vec<(&'a Spanned<String>, WrittenWave<'a>)>,
    checklist: Vec<(&'a front::Item, &'a Document)>,
}

/// An item as it is defined: in the playbook, or by a project for itself.
struct Defined<'a> {
    item: &'a front::Item,
    document: &'a Document,
    key: Option<ItemKey>,
    waits_for: Vec<ItemKey>,
}

impl<'a> Joiner<'_, 'a> {
    /// Every project, with the notes that lie in its folder.
    pub(super) fn projects(
        &self,
        files: &[Option<&'a Document>],
        documents: &[&'a Document],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Project<'a>> {
        let notes = self.notes(files, documents, diagnostics);
        let all: Vec<usize> = (0..files.len()).collect();
        let joined = in_parallel(&all, |index| {
            let mut found = Vec::new();
            (self.project(*index, files[*index], &notes[*index], &mut found), found)
        });
        let (projects, found): (Vec<_>, Vec<_>) = joined.into_iter().unzip();
        diagnostics.extend(found.into_iter().flatten());
        projects
    }

    /// For each project the notes of its stages, by index of the stage.
    fn notes(
        &self,
        files: &[Option<&'a Document>],
        documents: &[&'a Document],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<BTreeMap<usize, &'a Document>> {
        let mut notes: Vec<BTreeMap<usize, &'a Document>> = vec![BTreeMap::new(); files.len()];
        let by_folder: HashMap<&str, usize> =
            files.iter().enumerate().filter_map(|(index, file)| file.map(|document| (document.project_folder(), index))).collect();
        for document in documents.iter().filter(|document| document.kind == Kind::ProjectStage) {
            let Some(project) = by_folder.get(document.project_folder()).copied() else {
                let message = format!("this folder has no project: there is no `projects/{}/index.md`", document.project_folder());
                diagnostics.push(Diagnostic::new(Code::UnknownRef, &document.path, document.head, message));
                continue;
            };
            let name = || Spanned::new(document.id.clone(), document.id_span.unwrap_or(document.head));
            let Some(stage) = self.stage_names.get(&document.id).copied() else {
                let name = name();
                let message = format!("`{}` is no stage: a file in a project's folder is named after the stage it is about", name.value);
                self.stage_ids.unknown_as(&message, "stage", &name, &document.path, diagnostics);
                continue;
            };
            if let Some(first) = notes[project].insert(stage, document) {
                let message = format!("two files of this project are about the stage `{}`", self.stages[stage].id());
                diagnostics.push(Diagnostic::new(Code::DuplicateKey, &document.path, name().span, message).related(
                    &first.path,
                    first.head,
                    "the other one",
                ));
            }
        }
        notes
    }

    fn project(
        &self,
        index: usize,
        file: Option<&'a Document>,
        notes: &BTreeMap<usize, &'a Document>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Project<'a> {
        let front = match file.map(|document| &document.front) {
            Some(Front::Project(front)) => front,
            _ => &self.config.project,
        };
        self.report_future_records(file, front, diagnostics);
        let start = front.start.as_ref().map(|start| start.value).or(self.config.start);
        let workdays = self.config.workdays.with_holidays(&front.holidays);
        let written = self.written(file, front, notes, diagnostics);
        let plans: Vec<StagePlan> = self.stages.iter().zip(&written).map(|(stage, written)| plan(stage, written)).collect();
        let scheduled = calendar::schedule(&plans, start, self.config.months, self.config.overlap);
        let stages: Vec<ProjectStage<'a>> = (self.stages.iter().zip(written).zip(scheduled))
            .map(|((stage, written), schedule)| self.stage(index, stage, &written, schedule, &workdays, diagnostics))
            .collect();
        let current = stages.iter().position(|stage| !stage.complete);
        Project { index, document: file, front, start, workdays, decisions: self.own_decisions[index].clone(), stages, current }
    }

    /// What the project's files say about each stage, its own file and the notes laid together.
    fn written(
        &self,
        file: Option<&'a Document>,
        front: &'a front::Project,
        notes: &BTreeMap<usize, &'a Document>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<WrittenStage<'a>> {
        let mut written: Vec<WrittenStage<'a>> = self.stages.iter().map(|_| WrittenStage::default()).collect();
        if let Some(document) = file {
            for (name, stage) in &front.stages {
                match self.stage_names.get(name) {
                    Some(index) => written[*index].add(document, &stage.value, diagnostics),
                    None => self.stage_ids.unknown("stage", &Spanned::new(name.clone(), stage.span), &document.path, diagnostics),
                }
            }
        } else {
            for stage in self.stages {
                written[stage.index].add_playbook_state(stage);
            }
        }
        for (index, note) in notes {
            if let Front::ProjectStage(stage) = &note.front {
                written[*index].note = Some(note);
                written[*index].add(note, stage, diagnostics);
            }
        }
        written
    }

    fn stage(
        &self,
        project: usize,
        stage: &Stage<'a>,
        written: &WrittenStage<'a>,
        schedule: Scheduled,
        workdays: &Workdays,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> ProjectStage<'a> {
        let items = self.items(stage, written, &schedule, diagnostics);
        let waves = self.waves(stage, written, diagnostics);
        let counted = || items.iter().map(|status| (status.item, status.effective));
        let (progress, musts) = (checklist::progress(counted()), checklist::musts(counted()));
        let expected = calendar::expected(schedule.period().as_ref(), self.as_of, workdays);
        let complete = self.is_complete(project, stage, (&items, &waves), &schedule);
        let moved = written.end.or(written.start).map(|(date, document)| (document, date.span));
        if let Some((document, span)) = moved.filter(|(document, _)| written.reason.is_none() && !document.partial) {
            diagnostics.push(
                Diagnostic::new(Code::StateIncomplete, &document.path, span, "moving a stage needs a `reason`")
                    .help("add `reason:` beside the date: it is shown wherever the slip is"),
            );
        }
        let (note, moved_because) = (written.note, written.reason.map(|(reason, _)| reason));
        ProjectStage { stage: stage.index, note, schedule, moved, moved_because, items, waves, progress, musts, expected, complete }
    }

    /// Domain section 5, `complete`.
    fn is_complete(
        &self,
        project: usize,
        stage: &Stage<'a>,
        (items, waves): (&[ItemStatus<'a>], &[Option<WrittenWave<'a>>]),
        schedule: &Scheduled,
    ) -> bool {
        let decided = |wave| {
            let subject = Subject { stage: stage.index, wave };
            decision::standing(self.decisions, &self.own_decisions[project], subject).map(|index| &self.decisions[index])
        };
        // A wave that has not started is planned, whatever was decided about it.
        let started =
            |wave: usize| waves[wave].and_then(|wave| wave.state.started.as_ref()).is_some_and(|started| started.value <= self.as_of);
        let promoted = (0..stage.front.waves.len())
            .all(|wave| started(wave) && decided(Some(wave)).is_some_and(|decision| decision.outcome == decision::Outcome::Continue));
        let gate = match &stage.front.gate {
            Some(_) => match decided(None).filter(|decision| decision.outcome.passes_gate()) {
                Some(decision) => Some(decision.date),
                None => return false,
            },
            None => None,
        };
        // Musts are judged on the day of the decision: one that came open since does not close the gate again.
        let on = gate.map_or(self.as_of, |date| date.min(self.as_of));
        let state = |status: &ItemStatus<'a>| effective(status.item, status.state.map(|written| written.state), on);
        let musts = checklist::musts(items.iter().map(|status| (status.item, state(status))));
        if !promoted || !musts.all_resolved() {
            return false;
        }
        if gate.is_some() || musts.total > 0 || !stage.front.waves.is_empty() {
            return true;
        }
        let progress = checklist::progress(items.iter().map(|status| (status.item, status.effective)));
        match progress.counted {
            0 => schedule.period().and_then(|period| period.end).is_some_and(|end| self.as_of >= end),
            counted => progress.done == counted,
        }
    }

    fn items(
        &self,
        stage: &Stage<'a>,
        written: &WrittenStage<'a>,
        schedule: &Scheduled,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<ItemStatus<'a>> {
        let first_own = stage.front.checklist.len();
        let waits_for = self.own_dependencies(stage, written, diagnostics);
        let own: BTreeMap<&str, usize> = (written.checklist.iter().enumerate())
            .flat_map(|(n, (item, _))| std::iter::once(&item.id).chain(&item.aliases).map(move |id| (id.value.as_str(), first_own + n)))
            .collect();
        let mut states: Vec<Option<(Span, Written<'a>)>> = vec![None; first_own + written.checklist.len()];
        for (n, (item, document)) in written.checklist.iter().enumerate() {
            states[first_own + n] = item.state.as_ref().map(|state| (item.id.span, Written { state, document }));
        }
        let mut next = 0;
        for (name, state) in &written.items {
            // States mostly stand in the order of the checklist.
            let expected = stage.front.checklist.get(next).filter(|item| item.id.value == name.value).map(|_| next);
            let member = || match stage.members.get(&name.value) {
                Some(Member::Item(index)) => Some(*index),
                _ => own.get(name.value.as_str()).copied(),
            };
            let Some(index) = expected.or_else(member) else {
                let known = stage.front.checklist.iter().map(|item| &item.id).chain(written.checklist.iter().map(|(item, _)| &item.id));
                orphan(stage, "item", name, known, state.document, diagnostics);
                continue;
            };
            next = index + 1;
            if let Some((span, first)) = states[index].replace((name.span, *state)) {
                diagnostics.push(stated_twice(name, state.document, first.document, span));
            }
        }
        let playbook = (stage.front.checklist.iter().enumerate()).map(|(item, definition)| {
            (definition, stage.document, Some(ItemKey { stage: stage.index, item }), stage.depends_on[item].clone())
        });
        let added = written.checklist.iter().zip(waits_for).map(|((item, document), waits_for)| (*item, *document, None, waits_for));
        (playbook.chain(added).enumerate())
            .map(|(index, (item, document, key, waits_for))| {
                let written = states[index].map(|(_, written)| written);
                self.item(Defined { item, document, key, waits_for }, written, schedule, diagnostics)
            })
            .collect()
    }

    /// What the project's own items wait for; an id that is taken already is a finding.
    fn own_dependencies(&self, stage: &Stage<'a>, written: &WrittenStage<'a>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<ItemKey>> {
        if written.checklist.is_empty() {
            return Vec::new();
        }
        let mut taken: BTreeMap<&str, Option<(&Document, Span)>> = stage.members.keys().map(|id| (id.as_str(), None)).collect();
        let mut dependencies = Vec::new();
        for (item, document) in &written.checklist {
            for id in std::iter::once(&item.id).chain(&item.aliases) {
                let Some(first) = taken.insert(&id.value, Some((document, id.span))) else { continue };
                let message = format!("the id `{}` is taken in the stage `{}`", id.value, stage.id());
                let mut diagnostic =
                    Diagnostic::new(Code::DuplicateId, &document.path, id.span, message).help("give this item another `id:`");
                if let Some((first, span)) = first {
                    diagnostic = diagnostic.related(&first.path, span, "first used here");
                }
                diagnostics.push(diagnostic);
            }
            let find = |reference| {
                ids::item(self.stages, self.stage_names, self.stage_ids, Some(stage.index), reference, &document.path, diagnostics)
            };
            dependencies.push(item.depends_on.iter().filter_map(find).collect());
        }
        dependencies
    }

    fn item(
        &self,
        Defined { item, document, key, waits_for }: Defined<'a>,
        written: Option<Written<'a>>,
        schedule: &Scheduled,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> ItemStatus<'a> {
        if let Some(written) = written {
            self.report_state(item, written, diagnostics);
        }
        let state = written.filter(|written| checklist::is_true_on(written.state, self.as_of));
        let effective = effective(item, state.map(|written| written.state), self.as_of);
        let owner = state.and_then(|written| written.state.owner.as_deref()).or(item.owner.as_deref());
        let due = state.and_then(|written| written.state.due.as_ref()).or(item.due.as_ref());
        let due = due.and_then(|due| due.resolve(schedule.period().as_ref()));
        let overdue = !effective.is_resolved() && due.is_some_and(|due| due < self.as_of);
        ItemStatus { item, document, key, written, state, effective, owner, due, overdue, waits_for }
    }

    /// What a written state says wrongly: a key that the state requires and lacks, `na` where it is not allowed, a day to come.
    fn report_state(&self, item: &front::Item, written: Written<'a>, diagnostics: &mut Vec<Diagnostic>) {
        let (state, path) = (written.state, &written.document.path);
        let word = state.state.value;
        let missing: Vec<&str> = [
            ("by", word == StateWord::Waived && state.by.is_none()),
            ("until", word == StateWord::Waived && state.until.is_none()),
            ("reason", matches!(word, StateWord::Waived | StateWord::Blocked | StateWord::Na) && state.reason.is_none()),
        ]
        .into_iter()
        .filter_map(|(key, missing)| missing.then_some(key))
        .collect();
        if !missing.is_empty() && !written.document.partial {
            let names: Vec<String> = missing.iter().map(|key| format!("`{key}`")).collect();
            let keys: String = missing.iter().map(|key| format!(", {key}: …")).collect();
            let message = format!("an item that is {} needs {}", word.word(), names.join(", "));
            diagnostics.push(
                Diagnostic::new(Code::StateIncomplete, path, state.state.span, message)
                    .help(format!("add what is missing: `{{ state: {}{keys} }}`", word.word())),
            );
        }
        if let Some(until) = state.until.as_ref().filter(|_| word != StateWord::Waived && !written.document.partial) {
            let message = format!("`until` is the last day of a waiver, and this item is {}", word.word());
            diagnostics.push(
                Diagnostic::new(Code::StateIncomplete, path, until.span, message)
                    .help("write `state: waived`, or leave `until` out: `due` is the day by which something has to be done"),
            );
        }
        if word == StateWord::Na && !item.na_allowed {
            diagnostics.push(
                Diagnostic::new(
                    Code::NaNotAllowed,
                    path,
                    state.state.span,
                    format!("`{}` can't be left out as not applicable", item.id.value),
                )
                .help("waive it for a time, or set `na_allowed: true` on the item in the playbook"),
            );
        }
        let evidence = state.evidence.iter().filter_map(|evidence| Some((evidence.date.as_ref()?, "evidence")));
        for (date, what) in state.date.iter().map(|date| (date, "state")).chain(evidence) {
            if date.value > self.as_of {
                diagnostics.push(dated_in_future(path, date, self.as_of, what));
            }
        }
    }

    fn waves(&self, stage: &Stage<'a>, written: &WrittenStage<'a>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Option<WrittenWave<'a>>> {
        let mut waves: Vec<Option<WrittenWave<'a>>> = vec![None; stage.front.waves.len()];
        let mut spans = vec![Span::default(); waves.len()];
        for (name, state) in &written.waves {
            let Some(Member::Wave(index)) = stage.members.get(&name.value).copied() else {
                orphan(stage, "wave", name, stage.front.waves.iter().map(|wave| &wave.id), state.document, diagnostics);
                continue;
            };
            if let Some(first) = waves[index].replace(*state) {
                diagnostics.push(stated_twice(name, state.document, first.document, spans[index]));
            }
            spans[index] = name.span;
            self.report_wave(stage, index, *state, diagnostics);
        }
        waves
    }

    /// What a written wave says wrongly: measurements of guardrails that it does not have, days to come.
    fn report_wave(&self, stage: &Stage<'a>, wave: usize, written: WrittenWave<'a>, diagnostics: &mut Vec<Diagnostic>) {
        let path = &written.document.path;
        let guardrails = || stage.front.waves[wave].guardrails.iter().map(|guardrail| guardrail.id.value.as_str());
        // Of two guardrails with one id, the other one is what is measured.
        let known = !stage.document.partial && guardrails().collect::<BTreeSet<_>>().len() == guardrails().count();
        for name in written.state.measurements.iter().map(|entry| &entry.guardrail) {
            if known && !guardrails().any(|id| id == name.value) {
                let message = format!("the wave `{}` has no guardrail `{}`", stage.front.waves[wave].id.value, name.value);
                let mut diagnostic = Diagnostic::new(Code::UnknownRef, path, name.span, message);
                diagnostic.help = suggest(&name.value, guardrails());
                diagnostics.push(diagnostic);
            }
        }
        let started = written.state.started.iter().map(|date| (date, "start of a wave"));
        for (date, what) in started.chain(written.state.measurements.iter().map(|entry| (&entry.date, "measurement"))) {
            if date.value > self.as_of {
                diagnostics.push(dated_in_future(path, date, self.as_of, what));
            }
        }
    }

    fn report_future_records(&self, file: Option<&Document>, front: &front::Project, diagnostics: &mut Vec<Diagnostic>) {
        let path = file.map_or_else(Config::path, |document| document.path.clone());
        let updates = front.updates.iter().map(|update| (&update.date, "update"));
        let closed = front.closed.iter().map(|closed| (&closed.date, "end of the project"));
        for (date, what) in updates.chain(closed) {
            if date.value > self.as_of {
                diagnostics.push(dated_in_future(&path, date, self.as_of, what));
            }
        }
    }
}

impl<'a> WrittenStage<'a> {
    /// Adds what one file says; what another file has said already is a finding.
    fn add(&mut self, document: &'a Document, stage: &'a front::ProjectStage, diagnostics: &mut Vec<Diagnostic>) {
        self.items.extend(stage.items.iter().map(|(name, state)| (name, Written { state, document })));
        self.waves.extend(stage.waves.iter().map(|(name, state)| (name, WrittenWave { state, document })));
        for (key, own, first) in [("start", &stage.start, &mut self.start), ("end", &stage.end, &mut self.end)] {
            let Some(own) = own else { continue };
            match first {
                Some((first, other)) => {
                    diagnostics.push(stated_twice(&Spanned::new(key.to_owned(), own.span), document, other, first.span));
                }
                None => *first = Some((own, document)),
            }
        }
        match (self.reason, &stage.reason) {
            (Some((_, other)), Some(_)) => {
                diagnostics.push(stated_twice(&Spanned::new("reason".to_owned(), document.head), document, other, other.head));
            }
            (None, Some(own)) => self.reason = Some((own, document)),
            _ => {}
        }
        self.checklist.extend(stage.checklist.iter().map(|item| (item, document)));
    }

    /// In a book without projects the state stands in the items and waves of the stage files themselves.
    fn add_playbook_state(&mut self, stage: &Stage<'a>) {
        let document = stage.document;
        let items = stage.front.checklist.iter().filter_map(|item| Some((&item.id, Written { state: item.state.as_ref()?, document })));
        self.items.extend(items);
        let waves = stage.front.waves.iter().filter_map(|wave| Some((&wave.id, WrittenWave { state: wave.state.as_ref()?, document })));
        self.waves.extend(waves);
    }
}

fn plan<'s>(stage: &'s Stage<'_>, written: &WrittenStage<'_>) -> StagePlan<'s> {
    StagePlan {
        id: stage.id(),
        aliases: &stage.aliases,
        window: stage.front.window.as_ref().map(|window| &window.value),
        override_start: written.start.map(|(start, _)| start.value),
        override_end: written.end.and_then(|(end, _)| end.value.tomorrow().ok()),
    }
}

/// The finding for a state that is written twice, in two files or by two names.
fn stated_twice(name: &Spanned<String>, document: &Document, first: &Document, span: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateKey, &document.path, name.span, format!("`{}` is stated a second time", name.value))
        .label("and again")
        .related(&first.path, span, "first here")
        .help("keep one of them")
}
