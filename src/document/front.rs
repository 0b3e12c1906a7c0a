//! Front matter as types: what one file says, with places, before anything is joined. Not done here: reporting faults ([`super::check`] has
//! done so; what did not pass is simply absent), reading them out of nodes (`front/read.rs`), defaults that need other files.

mod read;

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::fields::STATES;
use super::fragment::Fragment;
use crate::calendar::{Date, Due, Holiday, Window};
use crate::diagnostic::{Code, Span, Spanned};
pub(super) use read::{Reader, decision, practice};
pub(crate) use read::{date, holidays, integer, list, plain, plains, project, slug, state, text};

/// Keys that every kind has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Common {
    /// `id`.
    pub id: Option<Spanned<String>>,
    /// `title`.
    pub title: Option<Spanned<String>>,
    /// `aliases`.
    pub aliases: Vec<Spanned<String>>,
    /// `order`.
    pub order: Option<i64>,
    /// `description`.
    pub description: Option<String>,
    /// The value of `draft: true`, where it stands.
    pub draft: Option<Span>,
    /// `allow`.
    pub allow: Vec<Spanned<Code>>,
}

/// What a file of each kind says beyond [`Common`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Front {
    /// A stage of the playbook.
    Stage(Box<Stage>),
    /// A cause.
    Cause(Cause),
    /// A practice.
    Practice(Practice),
    /// A project's own page.
    Project(Project),
    /// A project's page for one stage.
    ProjectStage(ProjectStage),
    /// A decision.
    Decision(Decision),
    /// A plain page, a section's own page, the home page.
    Page(Page),
}

/// A plain page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// `glossary`: the terms of its definition lists are explained wherever an owner or a role is called so.
    pub glossary: bool,
}

/// A stage file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STAGE, documented there")]
pub struct Stage {
    pub window: Option<Spanned<Window>>,
    pub goal: Option<Fragment>,
    pub cohort: Option<String>,
    pub output: Vec<Fragment>,
    pub not_doing: Vec<Fragment>,
    pub checklist: Vec<Item>,
    pub gate: Option<Gate>,
    pub waves: Vec<Wave>,
}

/// A gate of a stage.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STAGE's gate, documented there")]
pub struct Gate {
    pub question: Option<Fragment>,
    pub deciders: Vec<String>,
}

/// A checklist item as defined. `state` is there only if a key of a state stands in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::ITEM_KEYS, documented there")]
pub struct Item {
    pub id: Spanned<String>,
    pub aliases: Vec<Spanned<String>>,
    pub text: Fragment,
    pub group: Option<String>,
    pub must: bool,
    pub weight: u64,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub evidence_required: bool,
    pub na_allowed: bool,
    pub depends_on: Vec<Spanned<String>>,
    pub state: Option<State>,
}

/// The written state of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::STATE, documented there")]
pub struct State {
    pub state: Spanned<StateWord>,
    pub date: Option<Spanned<Date>>,
    pub by: Option<String>,
    pub reason: Option<String>,
    pub until: Option<Spanned<Date>>,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub note: Option<String>,
    pub answer: Option<String>,
    pub evidence: Vec<Evidence>,
}

/// The state as an author writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum StateWord {
    /// Not begun.
    #[default]
    Todo,
    /// Begun.
    Doing,
    /// Ticked.
    Done,
    /// Can't go on.
    Blocked,
    /// Not applicable.
    Na,
    /// Let off for a time.
    Waived,
}

impl StateWord {
    /// The states in the order of [`STATES`].
    pub const ALL: [StateWord; 6] =
        [StateWord::Todo, StateWord::Doing, StateWord::Done, StateWord::Blocked, StateWord::Na, StateWord::Waived];

    /// The word that authors write.
    pub fn word(self) -> &'static str {
        STATES[self as usize]
    }

    fn from_word(word: &str) -> Option<Self> {
        STATES.iter().position(|state| *state == word).map(|n| Self::ALL[n])
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::EVIDENCE, documented there")]
pub struct Evidence {
    pub link: Spanned<String>,
    pub note: Option<String>,
    pub date: Option<Spanned<Date>>,
    pub expires: Option<Date>,
}

/// A wave as planned, with its state in a book without projects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::WAVE_KEYS, documented there")]
pub struct Wave {
    pub id: Spanned<String>,
    pub aliases: Vec<Spanned<String>>,
    pub title: Option<String>,
    pub focus: Option<String>,
    pub percent: Option<Spanned<f64>>,
    pub cohort: Option<String>,
    pub bake: Option<u32>,
    pub guardrails: Vec<Guardrail>,
    pub rollback: Option<Spanned<String>>,
    pub state: Option<WaveState>,
}

impl Wave {
    /// The share of users that it reaches, 0 to 100; 0 where the author's number could not be read.
    pub fn percent(&self) -> f64 {
        self.percent.as_ref().map_or(0.0, |percent| percent.value)
    }
}

/// A guardrail of a wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::GUARDRAIL, documented there")]
pub struct Guardrail {
    pub id: Spanned<String>,
    pub metric: String,
    pub op: String,
    pub target: f64,
    pub warn: Option<Spanned<f64>>,
    pub unit: Option<String>,
    pub min_samples: i64,
    pub source: Option<String>,
}

impl Guardrail {
    /// The operator as people write it: `≤` for `<=`.
    fn op_sign(&self) -> &str {
        match self.op.as_str() {
            "<=" => "≤",
            ">=" => "≥",
            op => op,
        }
    }

    /// A value with the unit: "2.4 %". The value is a number, or one as a language writes it.
    pub fn with_unit(&self, value: impl Display) -> String {
        self.unit.as_ref().map_or_else(|| value.to_string(), |unit| format!("{value} {unit}"))
    }

    /// A bound as people write it: "≤ 5 %".
    pub fn bound(&self, bound: impl Display) -> String {
        format!("{} {}", self.op_sign(), self.with_unit(bound))
    }

    /// Where it warns, for people: "warns above 3 %", "warns below 70 %". `None` without a stricter bound.
    pub fn warns(&self) -> Option<String> {
        let bound = self.with_unit(self.warn.as_ref()?.value);
        Some(match self.op.as_str() {
            "<" => format!("warns from {bound} up"),
            "<=" => format!("warns above {bound}"),
            ">" => format!("warns from {bound} down"),
            _ => format!("warns below {bound}"),
        })
    }

    /// True when a measured value compares with a bound as it must.
    pub fn holds(&self, value: f64, bound: f64) -> bool {
        match self.op.as_str() {
            "<" => value < bound,
            "<=" => value <= bound,
            ">" => value > bound,
            _ => value >= bound,
        }
    }
}

/// The written state of a wave.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::WAVE_STATE_KEYS, documented there")]
pub struct WaveState {
    /// Its first key, or all of it where it stands by itself.
    pub span: Span,
    pub start: Option<Spanned<Date>>,
    pub started: Option<Spanned<Date>>,
    pub actual_percent: Option<Spanned<f64>>,
    pub measurements: Vec<Measurement>,
}

/// One measured value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of a measurement in fields::WAVE_STATE_KEYS, documented there")]
pub struct Measurement {
    pub guardrail: Spanned<String>,
    pub date: Spanned<Date>,
    pub value: f64,
}

/// A cause file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::CAUSE, documented there")]
pub struct Cause {
    pub transition: Option<Spanned<(String, String)>>,
    pub severity: Option<i64>,
    pub signals: Vec<Fragment>,
    pub guards: Vec<Spanned<String>>,
    pub practices: Vec<Spanned<String>>,
}

/// A practice file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PRACTICE, documented there")]
pub struct Practice {
    pub all_stages: bool,
    pub stages: Vec<Spanned<String>>,
    pub items: Vec<Spanned<String>>,
}

/// A project file, and `[project]` of `book.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PROJECT, documented there")]
pub struct Project {
    pub owner: Option<String>,
    pub sponsor: Option<String>,
    pub start: Option<Spanned<Date>>,
    pub population: Option<u64>,
    pub holidays: Vec<Holiday>,
    pub tags: Vec<String>,
    pub updates: Vec<Update>,
    pub closed: Option<Closed>,
    pub stages: BTreeMap<String, Spanned<ProjectStage>>,
}

/// An author's news.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of an update in fields::PROJECT, documented there")]
pub struct Update {
    pub date: Spanned<Date>,
    pub by: Option<String>,
    pub headline: String,
    pub rag: Option<Spanned<String>>,
}

/// How a project ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::CLOSED, documented there")]
pub struct Closed {
    pub date: Spanned<Date>,
    pub outcome: String,
    pub reason: Option<String>,
}

/// State of one stage of one project.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::PROJECT_STAGE_KEYS, documented there")]
pub struct ProjectStage {
    pub start: Option<Spanned<Date>>,
    pub end: Option<Spanned<Date>>,
    pub reason: Option<String>,
    pub items: Vec<(Spanned<String>, State)>,
    pub waves: Vec<(Spanned<String>, WaveState)>,
    pub checklist: Vec<Item>,
}

/// A decision file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of fields::DECISION, documented there")]
pub struct Decision {
    pub project: Option<Spanned<String>>,
    pub subject: Option<Spanned<(String, Option<String>)>>,
    pub outcome: Option<Spanned<String>>,
    pub date: Option<Spanned<Date>>,
    pub by: Vec<String>,
    pub conditions: Vec<Condition>,
}

/// A condition of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are the keys of a condition in fields::DECISION, documented there")]
pub struct Condition {
    pub text: String,
    pub owner: Option<String>,
    pub due: Option<Due>,
    pub done: Option<Spanned<Date>>,
}

impl Condition {
    /// True when it is not met on a day.
    pub fn is_open(&self, on: Date) -> bool {
        self.done.as_ref().is_none_or(|done| done.value > on)
    }
}
