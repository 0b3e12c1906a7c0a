//! Decisions on gates and waves, joined to their project and stage. Not done here: what a status makes of them.

use std::collections::BTreeMap;

use super::ids::{Member, Names};
use super::project::ProjectNames;
use super::{Stage, dated_in_future};
use crate::calendar::Date;
use crate::diagnostic::{Code, Diagnostic, Span, Spanned, suggest};
use crate::document::Document;
use crate::document::front::{self, Front};
use crate::locale::Locale;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// On to the next stage.
    Go,
    /// On, if the conditions are met.
    ConditionalGo,
    /// Wait.
    Hold,
    /// The end of the project.
    Kill,
    /// On to the next wave.
    Continue,
    /// Back to the old process.
    Rollback,
}

impl Outcome {
    /// The word that authors write.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Go => "go",
            Outcome::ConditionalGo => "conditional-go",
            Outcome::Hold => "hold",
            Outcome::Kill => "kill",
            Outcome::Continue => "continue",
            Outcome::Rollback => "rollback",
        }
    }

    /// True when a gate stands open by it.
    pub fn passes_gate(self) -> bool {
        matches!(self, Outcome::Go | Outcome::ConditionalGo)
    }

    /// The outcome of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Outcome::Go, Outcome::ConditionalGo, Outcome::Hold, Outcome::Kill, Outcome::Continue, Outcome::Rollback]
            .into_iter()
            .find(|outcome| outcome.word() == word)
    }

    fn may_decide(self, wave: bool) -> bool {
        match self {
            Outcome::Hold => true,
            Outcome::Go | Outcome::ConditionalGo | Outcome::Kill => !wave,
            Outcome::Continue | Outcome::Rollback => wave,
        }
    }
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// Index of the stage.
    pub stage: usize,
    /// Index of the wave in it; `None` for the stage's gate.
    pub wave: Option<usize>,
}

impl Subject {
    /// "Gate of Pilot", "Wave 25 % of Scale".
    pub fn title(self, stages: &[Stage<'_>], locale: &Locale) -> String {
        let stage = &stages[self.stage];
        let title = ("stage", stage.title().into());
        match self.wave.map(|wave| &stage.front.waves[wave]) {
            None => locale.with("gate-of", &[title]),
            Some(wave) => locale.with("wave-of", &[("percent", wave.percent().into()), title]),
        }
    }
}

/// A decision that has been made by as_of.
#[derive(Debug)]
pub struct Decision<'a> {
    /// Its file.
    pub document: &'a Document,
    /// What the file says.
    pub front: &'a front::Decision,
    /// Index of the project.
    pub project: usize,
    /// The gate or wave.
    pub subject: Subject,
    /// What was decided.
    pub outcome: Outcome,
    /// When.
    pub date: Date,
}

impl Decision<'_> {
    /// Where the outcome is written: a finding about a decision is about that word.
    pub fn outcome_span(&self) -> Span {
        self.front.outcome.as_ref().map_or(self.document.head, |outcome| outcome.span)
    }

    /// How many of its conditions are not met on a day.
    pub fn open_conditions(&self, on: Date) -> usize {
        self.front.conditions.iter().filter(|condition| condition.is_open(on)).count()
    }
}

/// The decisions that are true on as_of, sorted by (date, id), so that of two on one subject the later one is effective.
pub(super) fn decisions<'a>(
    documents: &[&'a Document],
    stages: &[Stage<'a>],
    stage_names: &BTreeMap<String, usize>,
    stage_ids: &Names,
    projects: &ProjectNames,
    as_of: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Decision<'a>> {
    let mut decisions = Vec::new();
    for document in documents {
        let Front::Decision(front) = &document.front else { continue };
        let subject =
            front.subject.as_ref().and_then(|subject| find_subject(document, subject, stages, stage_names, stage_ids, diagnostics));
        let outcome = front.outcome.as_ref().and_then(|word| find_outcome(document, word, subject, diagnostics));
        let project = find_project(document, front, projects, diagnostics);
        let Some(date) = &front.date else { continue };
        if date.value > as_of {
            diagnostics.push(dated_in_future(&document.path, date, as_of, "decision"));
            continue;
        }
        for done in front.conditions.iter().filter_map(|condition| condition.done.as_ref()).filter(|done| done.value > as_of) {
            diagnostics.push(dated_in_future(&document.path, done, as_of, "end of a condition"));
        }
        if let (Some(project), Some(subject), Some(outcome)) = (project, subject, outcome) {
            decisions.push(Decision { document, front, project, subject, outcome, date: date.value });
        }
    }
    decisions.sort_by_key(|decision| (decision.date, &decision.document.id));
    decisions
}

fn find_subject(
    document: &Document,
    subject: &Spanned<(String, Option<String>)>,
    stages: &[Stage<'_>],
    stage_names: &BTreeMap<String, usize>,
    stage_ids: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Subject> {
    let (stage_name, wave_name) = &subject.value;
    let Some(index) = stage_names.get(stage_name).copied() else {
        stage_ids.unknown("stage", &Spanned::new(stage_name.clone(), subject.span), &document.path, diagnostics);
        return None;
    };
    let stage = &stages[index];
    let mut unknown = |message: String, help: Option<String>| {
        if !stage.document.partial {
            let mut diagnostic = Diagnostic::new(Code::UnknownRef, &document.path, subject.span, message);
            diagnostic.help = help;
            diagnostics.push(diagnostic);
        }
        None
    };
    match wave_name {
        None if stage.front.gate.is_none() => {
            let gated: Vec<String> =
                stages.iter().filter(|stage| stage.front.gate.is_some()).map(|stage| format!("gate:{}", stage.id())).collect();
            unknown(
                format!("the stage `{}` has no gate to decide on", stage.id()),
                Some(format!("gates: {}", gated.join(", "))).filter(|_| !gated.is_empty()),
            )
        }
        None => Some(Subject { stage: index, wave: None }),
        Some(name) => match stage.members.get(name) {
            Some(Member::Wave(wave)) => Some(Subject { stage: index, wave: Some(*wave) }),
            _ => {
                let waves = stage.front.waves.iter().map(|wave| wave.id.value.as_str());
                let item = format!("`{name}` is an item; decisions are on gates and waves");
                let help = if stage.members.contains_key(name) { Some(item) } else { suggest(name, waves) };
                unknown(format!("the stage `{}` has no wave `{name}`", stage.id()), help)
            }
        },
    }
}

fn find_outcome(
    document: &Document,
    word: &Spanned<String>,
    subject: Option<Subject>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Outcome> {
    let outcome = Outcome::from_word(&word.value)?;
    let wave = subject?.wave.is_some();
    if outcome.may_decide(wave) {
        return Some(outcome);
    }
    let (what, words) = if wave { ("wave", "continue, hold or rollback") } else { ("gate", "go, conditional-go, hold or kill") };
    diagnostics.push(
        Diagnostic::new(Code::BadValue, &document.path, word.span, format!("`{}` does not decide a {what}", word.value))
            .help(format!("a {what} is decided by {words}")),
    );
    None
}

fn find_project(document: &Document, front: &front::Decision, projects: &ProjectNames, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
    match &front.project {
        Some(name) => {
            let index = projects.get(&name.value);
            if index.is_none() {
                projects.names.unknown("project", name, &document.path, diagnostics);
            }
            index
        }
        None if projects.count == 1 => Some(0),
        None => {
            if !document.partial {
                diagnostics.push(
                    Diagnostic::new(
                        Code::BadValue,
                        &document.path,
                        document.head,
                        "this decision does not say which `project` it is about",
                    )
                    .help("only a book with one project may leave it out"),
                );
            }
            None
        }
    }
}

/// The decisions of each project, by date, as indices: whoever asks about one project must not look through the others'.
pub(super) fn by_project(decisions: &[Decision<'_>], projects: usize) -> Vec<Vec<usize>> {
    let mut own = vec![Vec::new(); projects];
    for (index, decision) in decisions.iter().enumerate() {
        own[decision.project].push(index);
    }
    own
}

/// The decision that stands on a subject: the latest by (date, id) of a project's `own`.
pub(super) fn standing(decisions: &[Decision<'_>], own: &[usize], subject: Subject) -> Option<usize> {
    own.iter().rev().copied().find(|index| decisions[*index].subject == subject)
}
